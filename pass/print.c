/*===- print.c - print<escape> ---------------------------------------------===*
 *
 * One line per allocation site and per pointer parameter. The format is stable.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

static void print_line(SbState *state, const SbFunction *function, const char *text) {
  size_t length;
  const char *name = LLVMGetValueName2(function->value, &length);
  sbx_print(state->bridge, sb_arena_printf(&state->arena, "%.*s: %s\n", (int)length, name, text));
}

static void print_site(SbState *state, const SbFunction *function, const SbDecision *decision) {
  const char *site = sb_describe_site(state, decision->site);
  const char *value = sb_value_name(state, decision->site->call);
  const char *text;
  if (decision->kind == SB_KEEP)
    text = sb_arena_printf(&state->arena, "site %s: %s: kept: %s: %s", value, site,
                           sb_reason_word(decision->why.reason),
                           sb_describe_escape(state, &decision->why));
  else if (decision->kind == SB_GUARDED)
    text = sb_arena_printf(&state->arena, "site %s: %s: promoted %s", value, site,
                           sb_describe_guard(state, decision));
  else
    text = sb_arena_printf(&state->arena, "site %s: %s: promoted", value, site);
  print_line(state, function, text);
}

static const char *append(SbState *state, const char *text, const char *more) {
  return sb_arena_printf(&state->arena, "%s%s%s", text, *text ? ", " : "", more);
}

static const char *append_reason(SbState *state, const char *text, const char *what,
                                 const SbEscape *escape) {
  return append(state, text,
                sb_arena_printf(&state->arena, "%s: %s: %s", what, sb_reason_word(escape->reason),
                                sb_describe_escape(state, escape)));
}

/* Effects on what the parameter points to, or (contents) on what that memory points to. */
static const char *describe_effects(SbState *state, const SbSummary *summary, unsigned param,
                                    bool contents) {
  const char *text = "";
  bool returned = false, stored = false, freed = false, measured = false;
  for (unsigned i = 0; i < summary->effects.length; i++) {
    const SbEffect *effect = &summary->effects.data[i];
    if (effect->place.site || effect->place.param != param ||
        effect->place.kind != (contents ? SB_OBJECT_CONTENTS : SB_OBJECT_PARAM))
      continue;
    if (effect->kind == SB_EFFECT_ESCAPES)
      text = append_reason(state, text, contents ? "contents captured" : "captured", &effect->why);
    else if (effect->kind == SB_EFFECT_FREED && !freed)
      freed = true, text = append(state, text, contents ? "contents freed" : "freed");
    else if (effect->kind == SB_EFFECT_RETURNED && !returned)
      text = append(state, text, contents ? "contents returned" : "returned"), returned = true;
    else if (effect->kind == SB_EFFECT_STORED && !stored && effect->container.site)
      text = append(state, text, "stored to an object made for the caller"), stored = true;
    else if (effect->kind == SB_EFFECT_STORED && !stored)
      text = append(state, text,
                    sb_arena_printf(&state->arena, "%sstored to what param %u points to",
                                    contents ? "contents " : "", effect->container.param)),
      stored = true;
    else if (effect->kind == SB_EFFECT_MEASURED && !measured)
      text = append(state, text,
                    sb_arena_printf(
                        &state->arena, "%smeasured against %sparam %u", contents ? "contents " : "",
                        effect->container.depth ? "contents of " : "", effect->container.param)),
      measured = true;
  }
  return text;
}

static void print_parameter(SbState *state, const SbFunction *function, unsigned param) {
  LLVMValueRef value = LLVMGetParam(function->value, param);
  if (!sb_holds_pointers(LLVMTypeOf(value)))
    return;
  const char *text = "captured: other: the function is too large to analyse (analysis limit)";
  if (function->summary.known) {
    text = describe_effects(state, &function->summary, param, false);
    const char *contents = describe_effects(state, &function->summary, param, true);
    if (*contents)
      text = append(state, text, contents);
    if (!*text)
      text = "not captured";
  }
  print_line(
      state, function,
      sb_arena_printf(&state->arena, "param %u %s: %s", param, sb_value_name(state, value), text));
}

void sb_print_function(SbState *state, const SbFunction *function) {
  for (unsigned i = 0; i < function->decisions.length; i++)
    print_site(state, function, &function->decisions.data[i]);
  unsigned count = LLVMCountParams(function->value);
  for (unsigned i = 0; i < count; i++)
    print_parameter(state, function, i);
}
