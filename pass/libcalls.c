/*===- libcalls.c - library functions with a row in libcalls.def -----------===*/
#include "flow.h"

#include <assert.h>
#include <string.h>

static bool is_integer_of(LLVMTypeRef type, unsigned bits) {
  return LLVMGetTypeKind(type) == LLVMIntegerTypeKind &&
         (!bits || LLVMGetIntTypeWidth(type) == bits);
}

static bool has_letter(const SbState *state, LLVMTypeRef type, char letter) {
  switch (letter) {
  case 'p':
    return LLVMGetTypeKind(type) == LLVMPointerTypeKind;
  case 'i':
    return is_integer_of(type, 32);
  case 'l':
    return is_integer_of(type, 8 * state->pointer_size);
  case 'o':
    return is_integer_of(type, 0);
  default:
    assert(letter == 'v');
    return LLVMGetTypeKind(type) == LLVMVoidTypeKind;
  }
}

/* Whether the function is of the type of its row: result, parameters, '.' when it is variadic. */
static bool has_type(const SbState *state, LLVMValueRef callee, const char *letters) {
  enum { MOST = 16 };
  LLVMTypeRef type = LLVMGlobalGetValueType(callee), parameters[MOST];
  size_t length = strlen(letters);
  bool variadic = letters[length - 1] == '.';
  size_t count = length - 1 - variadic;
  if (LLVMCountParamTypes(type) != count || (LLVMIsFunctionVarArg(type) != 0) != variadic ||
      !has_letter(state, LLVMGetReturnType(type), letters[0]))
    return false;
  assert(count <= MOST);
  LLVMGetParamTypes(type, parameters);
  for (size_t i = 0; i < count; i++)
    if (!has_letter(state, parameters[i], letters[1 + i]))
      return false;
  return true;
}

/* Whether a stream buffer of the module's own sees the characters that streams read and write. */
static bool defines_stream_buffer(SbState *state) {
  if (!state->looked_for_stream_buffer) {
    state->looked_for_stream_buffer = true;
    for (LLVMValueRef f = LLVMGetFirstFunction(state->module); f; f = LLVMGetNextFunction(f)) {
      size_t length;
      const char *name = LLVMGetValueName2(f, &length);
      if (!LLVMIsDeclaration(f) && (strstr(name, "6xsputnE") || strstr(name, "6xsgetnE")))
        state->defines_stream_buffer = true;
    }
  }
  return state->defines_stream_buffer;
}

static const char *letters_of(SbState *state, LLVMValueRef callee) {
  static const struct {
    const char *name, *type, *letters;
    bool stream;
  } rows[] = {
#define SB_LIBCALL(NAME, LETTERS) {NAME, NULL, LETTERS, false},
#define SB_LIBCALL_OF(NAME, TYPE, LETTERS) {NAME, TYPE, LETTERS, false},
#define SB_LIBCALL_STREAM(NAME, LETTERS) {NAME, NULL, LETTERS, true},
#include "libcalls.def"
#undef SB_LIBCALL
  };
  size_t length;
  const char *name = LLVMGetValueName2(callee, &length);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strlen(rows[i].name) == length && memcmp(rows[i].name, name, length) == 0) {
      bool holds = (!rows[i].type || has_type(state, callee, rows[i].type)) &&
                   !(rows[i].stream && defines_stream_buffer(state));
      return holds ? rows[i].letters : "";
    }
  return "";
}

const char *sb_libcall_letters(SbFlow *flow, LLVMValueRef call, LLVMValueRef callee) {
  SbState *state = flow->state;
  if (!callee || !LLVMIsDeclaration(callee))
    return NULL;
  const char *letters = sb_map_get(&state->libcalls, callee, 0);
  if (!letters) {
    letters = letters_of(state, callee);
    sb_map_put(&state->arena, &state->libcalls, callee, 0, (void *)(uintptr_t)letters);
  }
  if (!*letters || (sbx_call_effects(state->bridge, call) & SBX_CALL_NOBUILTIN))
    return NULL;
  return letters;
}

/* Prints only what it is told to print: %p shows an address, %n writes through a pointer. */
static bool is_harmless_format(LLVMValueRef format) {
  size_t length;
  const char *text = sbx_constant_string(format, &length);
  for (size_t i = 0; text && i < length; i++) {
    if (text[i] != '%')
      continue;
    i += 1;
    while (i < length && strchr("0123456789-+ #'.*hlqjztLI$", text[i]))
      i++;
    if (i == length || !strchr("diouxXeEfFgGaAcs%", text[i]))
      return false;
  }
  return text != NULL;
}

typedef struct LibCall {
  LLVMValueRef call;
  const char *letters;
  unsigned arguments;
  bool harmless_format;
} LibCall;

static char letter_of(const LibCall *lib, unsigned argument) {
  size_t length = strlen(lib->letters);
  return lib->letters[argument < length ? argument : length - 1];
}

/* The argument with this letter, or the number of arguments. */
static unsigned argument_with(const LibCall *lib, char letter) {
  unsigned i = 0;
  while (i < lib->arguments && letter_of(lib, i) != letter)
    i++;
  return i;
}

static void store_through(SbFlow *flow, const LibCall *lib, unsigned argument) {
  SbTargets what = {0}, where = {0};
  unsigned to = argument_with(lib, 'S');
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &what);
  if (to == lib->arguments)
    return;
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, to), &where);
  sb_targets_shift(&what, SB_UNKNOWN);
  SbEscape elsewhere = sb_call_why(flow, lib->call, argument, SB_REASON_STORED_TO_HEAP);
  sb_flow_store(flow, &what, &where, 0, flow->state->pointer_size, &elsewhere, lib->call);
}

/* The argument of which pointers are stored through the one with letter S. */
static unsigned argument_with_source(const LibCall *lib) {
  unsigned argument = argument_with(lib, 's');
  return argument < lib->arguments ? argument : argument_with(lib, 'z');
}

static bool is_all_known(SbFlow *flow, const LibCall *lib, unsigned argument) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  return targets.items.length && !targets.unknown;
}

static void return_into(SbFlow *flow, const LibCall *lib, unsigned argument) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  sb_targets_shift(&targets, SB_UNKNOWN);
  sb_call_add_result(flow, lib->call, &targets);
}

/* Also what it is unknown of: no more is known of the result. */
static void return_only_into(SbFlow *flow, const LibCall *lib) {
  for (unsigned i = 0; i < lib->arguments; i++)
    if (letter_of(lib, i) == 'r')
      return_into(flow, lib, i);
}

static void return_saved(SbFlow *flow, const LibCall *lib) {
  unsigned from = argument_with(lib, 'S');
  SbTargets where = {0}, saved = {0};
  if (from == lib->arguments || !sb_holds_pointers(LLVMTypeOf(lib->call)))
    return; /* strtol returns a number */
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, from), &where);
  for (unsigned i = 0; i < where.items.length; i++)
    sb_flow_read(flow, where.items.data[i].object, where.items.data[i].offset,
                 flow->state->pointer_size, true, lib->call, &saved);
  sb_call_add_result(flow, lib->call, &saved);
}

/* qsort(base, n, size, compare): compare gets pointers into base, as if called right here. */
static void pass_to_callback(SbFlow *flow, const LibCall *lib, unsigned argument) {
  unsigned at = argument_with(lib, 'Q');
  LLVMValueRef callback =
      at < lib->arguments ? sbx_strip_to_function(LLVMGetOperand(lib->call, at)) : NULL;
  const SbSummary *summary = callback ? sb_summary_of(flow->state, callback) : NULL;
  bool harmless = summary && !summary->needs_copy && !summary->made.length;
  for (unsigned i = 0; harmless && i < summary->effects.length; i++) {
    /* Reading integers is all that a comparison needs; anything more is not worth following. */
    const SbEffect *effect = &summary->effects.data[i];
    harmless = effect->place.kind == SB_OBJECT_WORD &&
               (effect->kind == SB_EFFECT_ESCAPES || effect->kind == SB_EFFECT_RETURNED);
  }
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  SbTargets inside = sb_call_reachable(flow, &targets, lib->call);
  SbEscape why = sb_call_why(flow, lib->call, argument, SB_REASON_PASSED_TO_CALL);
  sb_flow_escape_all(flow, &inside, &why);
  if (harmless)
    return_into(flow, lib, argument);
  else
    sb_flow_escape_all(flow, &targets, &why);
}

/* What pointers at the argument or behind it lead to. */
static SbTargets reachable_ahead(SbFlow *flow, const SbTargets *targets, LLVMValueRef call) {
  SbTargets reached = {0};
  for (unsigned i = 0; i < targets->items.length; i++) {
    int64_t from = targets->items.data[i].offset;
    if (sb_is_exact(from) && from >= 0)
      from = sb_at_least(from);
    sb_flow_read(flow, targets->items.data[i].object, from, SB_UNKNOWN, true, call, &reached);
  }
  sb_flow_close(flow, &reached, call);
  return reached;
}

/* send(s, &message, ..), regfree(&r): a buffer has a beginning, too. */
static void give_contents_away(SbFlow *flow, const LibCall *lib, unsigned argument) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  SbTargets inside = reachable_ahead(flow, &targets, lib->call);
  SbEscape why = sb_call_why(flow, lib->call, argument, SB_REASON_PASSED_TO_CALL);
  sb_flow_escape_all(flow, &inside, &why);
}

/*
 * What is printed may be copied: a pointer among the bytes of a %s goes along. Strings have no end
 * that is known here, but they do have a beginning:
 *   struct { char *next; char name[8]; } *p; .. printf("%s", p->name);
 */
static void format_argument(SbFlow *flow, const LibCall *lib, unsigned argument) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  SbEscape why = sb_call_why(flow, lib->call, argument, SB_REASON_PASSED_TO_VARIADIC);
  SbTargets inside = lib->harmless_format ? reachable_ahead(flow, &targets, lib->call)
                                          : sb_call_reachable(flow, &targets, lib->call);
  sb_flow_escape_all(flow, &inside, &why);
  if (!lib->harmless_format)
    sb_flow_escape_all(flow, &targets, &why);
}

static void argument_by_letter(SbFlow *flow, const LibCall *lib, unsigned argument) {
  if (!sb_flow_has_facts(flow, LLVMGetOperand(lib->call, argument)))
    return;
  switch (letter_of(lib, argument)) {
  case 'n':
  case 'f':
    if (sb_call_is_variadic(lib->call, argument))
      format_argument(flow, lib, argument);
    break;
  case 'r':
  case 'm':
    return_into(flow, lib, argument);
    break;
  case 'w':
    break;
  case 'e':
    give_contents_away(flow, lib, argument);
    break;
  case 'c': /* by sb_call_copy */
  case 'i':
    return;
  case 'z':
    return_into(flow, lib, argument);
    store_through(flow, lib, argument);
    break;
  case 's':
    store_through(flow, lib, argument);
    break;
  case 'S':
    return_saved(flow, lib);
    if (is_all_known(flow, lib, argument_with_source(lib)))
      return; /* by store_through */
    break;
  case 'q':
    pass_to_callback(flow, lib, argument);
    break;
  case 't':
    sb_call_escape_argument(flow, lib->call, argument, SB_REASON_PASSED_TO_THREAD);
    return;
  case 'Q':
  case 'k':
    sb_call_escape_argument(flow, lib->call, argument, SB_REASON_PASSED_TO_CALL);
    return;
  default: /* '-' */
    sb_call_argument(flow, lib->call, argument, sbx_call_effects(flow->state->bridge, lib->call));
    return;
  }
  /* Bytes were written: whatever pointers lay there are followed no more. */
  SbTargets targets = {0};
  SbEscape nowhere = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  if (!(sbx_argument_effects(flow->state->bridge, lib->call, argument) & SBX_ARG_READONLY))
    sb_call_write(flow, &targets, SB_UNKNOWN, SB_UNKNOWN, NULL, &nowhere, lib->call);
}

void sb_call_by_letters(SbFlow *flow, LLVMValueRef call, const char *letters) {
  LibCall lib = {call, letters, LLVMGetNumArgOperands(call), false};
  unsigned format = argument_with(&lib, 'f');
  lib.harmless_format = format < lib.arguments && is_harmless_format(LLVMGetOperand(call, format));
  for (unsigned i = 0; i < lib.arguments && !SB_BROKEN(LIBRARY); i++) {
    argument_by_letter(flow, &lib, i);
    if (letter_of(&lib, i) == 'c')
      sb_call_copy(flow, call, 0, i, SB_UNKNOWN);
  }
  if (!SB_BROKEN(LIBRARY) && strchr(letters, 'r') && !strpbrk(letters, "mzqS"))
    return_only_into(flow, &lib);
  else
    sb_call_mark_result(flow, call);
}

bool sb_libcall_finds(SbFlow *flow, LLVMValueRef call) {
  const char *letters = LLVMIsACallInst(call) || LLVMIsAInvokeInst(call)
                            ? sb_libcall_letters(flow, call, sb_direct_callee(call))
                            : NULL;
  return letters && strchr(letters, 'r');
}
