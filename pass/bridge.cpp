//===- bridge.cpp - parts of the LLVM interface not exposed to C ----------===//
//
// Questions of bridge.h about allocations, calls, values and control flow. No
// decision is made here.
//
//===----------------------------------------------------------------------===//
#include "bridge_module.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/BlockFrequencyInfo.h"
#include "llvm/Analysis/CycleAnalysis.h"
#include "llvm/Analysis/LazyValueInfo.h"
#include "llvm/Analysis/MemoryBuiltins.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/EHPersonalities.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Transforms/Utils/BuildLibCalls.h"

using namespace llvm;

//===- Allocation functions -----------------------------------------------===//

// nobuiltin on the call, or -fno-builtin[-name] on the caller.
static bool isNoBuiltin(const CallBase &CB) {
  const Function *Callee = CB.getCalledFunction(), *Caller = CB.getFunction();
  return CB.isNoBuiltin() || Caller->hasFnAttribute("no-builtins") ||
         (Callee && Caller->hasFnAttribute(("no-builtin-" + Callee->getName()).str()));
}

static bool isLibraryCall(const CallBase &CB, const TargetLibraryInfo &TLI, LibFunc &LF) {
  const Function *Callee = CB.getCalledFunction();
  return Callee && !isNoBuiltin(CB) && Callee->isDeclaration() && TLI.getLibFunc(*Callee, LF) &&
         TLI.has(LF);
}

// The library's declaration of CB's callee, or null when it is no library call.
static Function *libraryTwin(SbxModule *M, const CallBase &CB) {
  LibFunc LF;
  const TargetLibraryInfo &TLI = M->tli(CB);
  if (!isLibraryCall(CB, TLI, LF))
    return nullptr;
  Function *&Twin = M->Twins[CB.getCalledFunction()];
  if (Twin)
    return Twin;
  if (!M->Library) {
    M->Library = std::make_unique<Module>("library", M->IR.getContext());
    M->Library->setDataLayout(M->IR.getDataLayout());
    M->Library->setTargetTriple(M->IR.getTargetTriple());
    auto *HomeType = FunctionType::get(Type::getVoidTy(M->IR.getContext()), false);
    auto *Home =
        Function::Create(HomeType, GlobalValue::InternalLinkage, "scratch", M->Library.get());
    M->Scratch = BasicBlock::Create(M->IR.getContext(), "", Home);
  }
  const Function *Callee = CB.getCalledFunction();
  Twin = Function::Create(Callee->getFunctionType(), GlobalValue::ExternalLinkage,
                          Callee->getAddressSpace(), Callee->getName(), M->Library.get());
  inferNonMandatoryLibFuncAttrs(*Twin, TLI);
  return Twin;
}

// MemoryBuiltins know malloc and free by attributes only. Where a declaration
// has none (the pass runs alone), they are asked about the same call of the
// library's own declaration: the module stays as it is.
class AllocProbe {
  const CallBase *CB;
  Instruction *Clone = nullptr;

public:
  AllocProbe(SbxModule *M, const CallBase &Call) : CB(&Call) {
    const Function *Callee = Call.getCalledFunction();
    if (!Callee || Callee->hasFnAttribute(Attribute::AllocKind))
      return;
    Function *Twin = libraryTwin(M, Call);
    if (!Twin || !Twin->hasFnAttribute(Attribute::AllocKind))
      return;
    Clone = Call.clone();
    Clone->insertInto(M->Scratch, M->Scratch->end());
    cast<CallBase>(Clone)->setCalledFunction(Twin);
    CB = cast<CallBase>(Clone);
  }
  AllocProbe(const AllocProbe &) = delete;
  AllocProbe &operator=(const AllocProbe &) = delete;
  ~AllocProbe() {
    if (Clone)
      Clone->eraseFromParent();
  }
  const CallBase &operator*() const { return *CB; }
  const CallBase *operator->() const { return CB; }
};

// An allocator that is defined in this module is somebody's own: its body is
// what runs. One that says so itself (allockind) may still be elided.
static bool isForeignAllocator(const CallBase &CB) {
  const Function *Callee = CB.getCalledFunction();
  return Callee && !isNoBuiltin(CB) &&
         (Callee->isDeclaration() || Callee->hasFnAttribute(Attribute::AllocKind));
}

static SbxAllocKind contentsOf(const CallBase &CB, const TargetLibraryInfo &TLI) {
  LibFunc LF;
  if (isLibraryCall(CB, TLI, LF) && (LF == LibFunc_strdup || LF == LibFunc_dunder_strdup))
    return SBX_ALLOC_COPY;
  Constant *Initial = getInitialValueOfAllocation(&CB, &TLI, Type::getInt8Ty(CB.getContext()));
  if (!Initial)
    return SBX_ALLOC_OTHER;
  return Initial->isNullValue() ? SBX_ALLOC_ZEROED : SBX_ALLOC_FRESH;
}

static bool copiesPrefix(const CallBase &CB, const TargetLibraryInfo &TLI) {
  LibFunc LF;
  return isLibraryCall(CB, TLI, LF) && (LF == LibFunc_strndup || LF == LibFunc_dunder_strndup);
}

static SbxAllocKind kindOf(const CallBase &CB, const TargetLibraryInfo &TLI) {
  LibFunc LF;
  if (copiesPrefix(CB, TLI))
    return SBX_ALLOC_PREFIX;
  if (isLibraryCall(CB, TLI, LF) && LF == LibFunc_posix_memalign)
    return SBX_ALLOC_OUTPARAM;
  if (isLibraryCall(CB, TLI, LF) && LF == LibFunc_memalign)
    return SBX_ALLOC_FRESH; // MemoryBuiltins have no row for it
  if (const Value *Old = getReallocatedOperand(&CB))
    return isa<ConstantPointerNull>(Old) ? SBX_ALLOC_FRESH : SBX_ALLOC_RESIZE;
  if (!isAllocationFn(&CB, &TLI))
    return SBX_ALLOC_NONE;
  return contentsOf(CB, TLI);
}

// The number of the first argument other than Except that is V, or -1.
static int argumentNumber(const CallBase &CB, const Value *V, int Except) {
  for (unsigned I = 0; I < CB.arg_size(); ++I)
    if (CB.getArgOperand(I) == V && static_cast<int>(I) != Except)
      return static_cast<int>(I);
  return -1;
}

static void describeSize(const CallBase &CB, const TargetLibraryInfo &TLI, int SizeArg,
                         SbxAlloc &Out) {
  std::optional<APInt> Size;
  Out.size_operands[0] = SizeArg;
  Out.size_operands[1] = -1;
  if (SizeArg >= 0) {
    if (auto *C = dyn_cast<ConstantInt>(CB.getArgOperand(static_cast<unsigned>(SizeArg))))
      Size = C->getValue();
  } else {
    Size = getAllocSize(&CB, &TLI);
    // LLVM tells the size operands only to a mapper of their values.
    unsigned Count = 0;
    getAllocSize(&CB, &TLI, [&](const Value *V) -> const Value * {
      if (Count < 2) {
        int First = Count ? Out.size_operands[0] : -1;
        Out.size_operands[Count++] = argumentNumber(CB, V, First);
      }
      return V->getType()->isIntegerTy() ? ConstantInt::get(V->getType(), 1) : V;
    });
  }
  Out.size_known = Size && Size->getActiveBits() <= 64;
  Out.size = Out.size_known ? Size->getZExtValue() : 0;
}

bool sbx_alloc_info(SbxModule *M, LLVMValueRef Call, SbxAlloc *Out) {
  *Out = SbxAlloc();
  auto *Original = dyn_cast<CallBase>(unwrap(Call));
  if (!Original || !Original->getFunction() || !isForeignAllocator(*Original))
    return false;
  const TargetLibraryInfo &TLI = M->tli(*Original);
  AllocProbe CB(M, *Original);
  Out->kind = kindOf(*Original, TLI);
  if (Out->kind == SBX_ALLOC_NONE)
    Out->kind = kindOf(*CB, TLI);
  if (Out->kind == SBX_ALLOC_NONE)
    return false;
  LibFunc LF;
  bool Known = isLibraryCall(*Original, TLI, LF);
  bool OutParam = Known && LF == LibFunc_posix_memalign, Memalign = Known && LF == LibFunc_memalign;
  describeSize(*CB, TLI, OutParam ? 2 : Memalign ? 1 : -1, *Out);
  // For strings LLVM maps what is measured: no operand is the size.
  if (Out->kind == SBX_ALLOC_COPY || Out->kind == SBX_ALLOC_PREFIX) {
    Out->size_operands[0] = Out->kind == SBX_ALLOC_PREFIX ? 1 : -1;
    Out->size_operands[1] = -1;
  }
  bool InMalloc = OutParam || Memalign || Out->kind == SBX_ALLOC_PREFIX;
  StringRef Family = InMalloc ? StringRef("malloc") : getAllocationFamily(&*CB, &TLI).value_or("");
  Out->family = Family.data();
  Out->family_length = Family.size();
  Out->align = wrap(OutParam   ? CB->getArgOperand(1)
                    : Memalign ? CB->getArgOperand(0)
                               : getAllocAlignment(&*CB, &TLI));
  StringRef Name = Original->getCalledFunction()->getName();
  Out->null_allocates =
      Out->kind == SBX_ALLOC_RESIZE && (Name == "realloc" || Name == "reallocarray");
  Out->page_aligned = Known && LF == LibFunc_valloc;
  return true;
}

void sbx_value_range(SbxModule *M, LLVMValueRef V, LLVMValueRef At, uint64_t *Least,
                     uint64_t *Most) {
  *Least = 0;
  *Most = UINT64_MAX;
  Value *Size = unwrap(V);
  auto *Where = unwrap<Instruction>(At);
  if (!Size->getType()->isIntegerTy() || Size->getType()->getIntegerBitWidth() > 64)
    return;
  Function &F = *Where->getFunction();
  auto &LVI = M->FAM.getResult<LazyValueAnalysis>(F);
  auto &SE = M->FAM.getResult<ScalarEvolutionAnalysis>(F);
  ConstantRange Range = LVI.getConstantRange(Size, Where, /*UndefAllowed=*/false);
  if (SE.isSCEVable(Size->getType()))
    Range = Range.intersectWith(SE.getUnsignedRange(SE.getSCEV(Size)), ConstantRange::Unsigned);
  if (Range.isEmptySet())
    return;
  *Least = Range.getUnsignedMin().getZExtValue();
  *Most = Range.getUnsignedMax().getZExtValue();
}

bool sbx_has_strlen(SbxModule *M, LLVMValueRef Call, bool Bounded) {
  const TargetLibraryInfo &TLI = M->tli(*unwrap<CallBase>(Call));
  LibFunc LF = Bounded ? LibFunc_strnlen : LibFunc_strlen;
  // A function of that name with a body here is the program's own and may do something else.
  const Function *Own = M->IR.getFunction(TLI.getName(LF));
  return isLibFuncEmittable(&M->IR, &TLI, LF) && (!Own || Own->isDeclaration());
}

static Value *emitStrNLen(Value *String, Value *Bound, IRBuilder<> &B, Module &IR,
                          const TargetLibraryInfo &TLI) {
  StringRef Name = TLI.getName(LibFunc_strnlen);
  FunctionCallee Callee = getOrInsertLibFunc(&IR, TLI, LibFunc_strnlen, Bound->getType(),
                                             String->getType(), Bound->getType());
  inferNonMandatoryLibFuncAttrs(&IR, Name, TLI);
  CallInst *Call = B.CreateCall(Callee, {String, Bound}, Name);
  if (auto *Fn = dyn_cast<Function>(Callee.getCallee()))
    Call->setCallingConv(Fn->getCallingConv());
  return Call;
}

LLVMValueRef sbx_build_strlen(SbxModule *M, LLVMBuilderRef B, LLVMValueRef String,
                              LLVMValueRef Bound) {
  IRBuilder<> &Builder = *unwrap(B);
  Function &F = *Builder.GetInsertBlock()->getParent();
  const TargetLibraryInfo &TLI = M->FAM.getResult<TargetLibraryAnalysis>(F);
  if (Bound)
    return wrap(emitStrNLen(unwrap(String), unwrap(Bound), Builder, M->IR, TLI));
  return wrap(emitStrLen(unwrap(String), Builder, M->IR.getDataLayout(), &TLI));
}

LLVMValueRef sbx_build_product(LLVMBuilderRef B, LLVMValueRef A, LLVMValueRef C,
                               LLVMValueRef *Overflows) {
  IRBuilder<> &Builder = *unwrap(B);
  Value *Both = Builder.CreateBinaryIntrinsic(Intrinsic::umul_with_overflow, unwrap(A), unwrap(C));
  *Overflows = wrap(Builder.CreateExtractValue(Both, 1));
  return wrap(Builder.CreateExtractValue(Both, 0));
}

LLVMValueRef sbx_freed_operand(SbxModule *M, LLVMValueRef Call, const char **Family,
                               size_t *Length) {
  auto *Original = dyn_cast<CallBase>(unwrap(Call));
  if (!Original)
    return nullptr;
  AllocProbe CB(M, *Original);
  if (!isForeignAllocator(*Original) || getReallocatedOperand(&*CB))
    return nullptr;
  const TargetLibraryInfo &TLI = M->tli(*Original);
  Value *Freed = getFreedOperand(&*CB, &TLI);
  StringRef Name = Freed ? getAllocationFamily(&*CB, &TLI).value_or("") : "";
  *Family = Name.data();
  *Length = Name.size();
  return wrap(Freed);
}

//===- Effects of calls ---------------------------------------------------===//

static unsigned captureEffects(const CallBase &CB, unsigned Arg) {
#if LLVM_VERSION_MAJOR >= 21
  CaptureInfo Info = CB.getCaptureInfo(Arg);
  bool Outside = capturesAnyProvenance(Info.getOtherComponents()) ||
                 !(capturesNothing(Info.getOtherComponents()) ||
                   capturesAddressIsNullOnly(Info.getOtherComponents()));
  if (Outside)
    return 0;
  return capturesNothing(Info.getRetComponents()) ? SBX_ARG_NOCAPTURE : SBX_ARG_RETONLY;
#else
  return CB.doesNotCapture(Arg) ? SBX_ARG_NOCAPTURE : 0;
#endif
}

static unsigned twinCaptureEffects(const Function &Twin, unsigned Arg) {
#if LLVM_VERSION_MAJOR >= 21
  CaptureInfo Info = Twin.getAttributes().getParamAttrs(Arg).getCaptureInfo();
  if (capturesAnything(Info.getOtherComponents()))
    return 0;
  return capturesNothing(Info.getRetComponents()) ? SBX_ARG_NOCAPTURE : SBX_ARG_RETONLY;
#else
  return Twin.hasParamAttribute(Arg, Attribute::NoCapture) ? SBX_ARG_NOCAPTURE : 0;
#endif
}

unsigned sbx_argument_effects(SbxModule *M, LLVMValueRef Call, unsigned Arg) {
  auto &CB = *unwrap<CallBase>(Call);
  unsigned Effects = captureEffects(CB, Arg);
  auto Has = [&](Attribute::AttrKind Kind) { return CB.paramHasAttr(Arg, Kind); };
  if (Has(Attribute::InAlloca) || Has(Attribute::Preallocated) || Has(Attribute::SwiftError) ||
      Has(Attribute::SwiftAsync))
    return SBX_ARG_STRANGE;
  if (Has(Attribute::ByVal))
    Effects |= SBX_ARG_BYVAL;
  if (Has(Attribute::NoFree))
    Effects |= SBX_ARG_NOFREE;
  if (Has(Attribute::Returned))
    Effects |= SBX_ARG_RETURNED;
  if (CB.doesNotAccessMemory(Arg))
    Effects |= SBX_ARG_READNONE;
  if (CB.onlyReadsMemory(Arg))
    Effects |= SBX_ARG_READONLY;
  if (CB.onlyWritesMemory(Arg))
    Effects |= SBX_ARG_WRITEONLY;
  Function *Twin = libraryTwin(M, CB);
  if (!Twin || Arg >= Twin->arg_size())
    return Effects;
  Effects |= twinCaptureEffects(*Twin, Arg);
  if (Twin->hasParamAttribute(Arg, Attribute::ReadOnly))
    Effects |= SBX_ARG_READONLY;
  if (Twin->hasParamAttribute(Arg, Attribute::WriteOnly))
    Effects |= SBX_ARG_WRITEONLY;
  if (Twin->hasParamAttribute(Arg, Attribute::ReadNone))
    Effects |= SBX_ARG_READNONE;
  if (Twin->hasParamAttribute(Arg, Attribute::Returned))
    Effects |= SBX_ARG_RETURNED;
  return Effects;
}

LLVMValueRef sbx_returned_operand(SbxModule *M, LLVMValueRef Call) {
  auto &CB = *unwrap<CallBase>(Call);
  if (Value *Returned = CB.getReturnedArgOperand())
    return wrap(Returned);
  unsigned Index;
  Function *Twin = libraryTwin(M, CB);
  if (Twin && Twin->getAttributes().hasAttrSomewhere(Attribute::Returned, &Index) &&
      Index >= AttributeList::FirstArgIndex && Index - AttributeList::FirstArgIndex < CB.arg_size())
    return wrap(CB.getArgOperand(Index - AttributeList::FirstArgIndex));
  return nullptr;
}

unsigned sbx_call_effects(SbxModule *M, LLVMValueRef Call) {
  auto &CB = *unwrap<CallBase>(Call);
  unsigned Effects = 0;
  MemoryEffects Memory = CB.getMemoryEffects();
  bool NoFree = CB.hasFnAttr(Attribute::NoFree);
  bool NoUnwind = CB.doesNotThrow();
  if (Function *Twin = libraryTwin(M, CB)) {
    Effects |= SBX_CALL_LIBRARY;
    Memory &= Twin->getMemoryEffects();
    NoFree |= Twin->hasFnAttribute(Attribute::NoFree);
    NoUnwind |= Twin->doesNotThrow();
  }
  if (Memory.doesNotAccessMemory())
    Effects |= SBX_CALL_READNONE;
  if (Memory.onlyReadsMemory())
    Effects |= SBX_CALL_READONLY;
  // Freeing is a write: a function that only reads frees nothing.
  if (NoFree || Memory.onlyReadsMemory())
    Effects |= SBX_CALL_NOFREE;
  if (NoUnwind)
    Effects |= SBX_CALL_NOUNWIND;
  if (CB.hasFnAttr(Attribute::ReturnsTwice))
    Effects |= SBX_CALL_RETURNS_TWICE;
  if (isNoBuiltin(CB))
    Effects |= SBX_CALL_NOBUILTIN;
  return Effects;
}

bool sbx_has_exact_definition(LLVMValueRef Fn) {
  return unwrap<Function>(Fn)->hasExactDefinition();
}

bool sbx_is_discardable(LLVMValueRef Fn) { return unwrap<Function>(Fn)->isDiscardableIfUnused(); }

bool sbx_is_final(SbxModule *M) { return M->Final; }

bool sbx_has_scoped_eh(LLVMValueRef Fn) {
  auto *F = unwrap<Function>(Fn);
  return F->hasPersonalityFn() &&
         isScopedEHPersonality(classifyEHPersonality(F->getPersonalityFn()));
}

LLVMValueRef sbx_strip_to_function(LLVMValueRef V) {
  Value *Stripped = unwrap(V)->stripPointerCasts();
  if (auto *Alias = dyn_cast<GlobalAlias>(Stripped))
    if (Alias->isDefinitionExact())
      Stripped = Alias->getAliasee()->stripPointerCasts();
  return wrap(dyn_cast<Function>(Stripped));
}

const char *sbx_constant_string(LLVMValueRef V, size_t *Length) {
  StringRef Text;
  if (!getConstantStringInfo(unwrap(V), Text))
    return nullptr;
  *Length = Text.size();
  return Text.data();
}

bool sbx_gep_offset(LLVMValueRef GEP, int64_t *Offset) {
  auto *G = unwrap<GEPOperator>(GEP);
  const DataLayout &DL = cast<Instruction>(unwrap(GEP))->getModule()->getDataLayout();
  APInt Sum(DL.getIndexTypeSizeInBits(G->getType()), 0);
  if (G->getType()->isVectorTy() || !G->accumulateConstantOffset(DL, Sum) ||
      Sum.getSignificantBits() > 63)
    return false;
  *Offset = Sum.getSExtValue();
  return true;
}

bool sbx_gep_is_forward(LLVMValueRef GEP) {
  auto *G = dyn_cast<GEPOperator>(unwrap(GEP));
  auto *I = dyn_cast<Instruction>(unwrap(GEP));
  if (!G || !I || G->getType()->isVectorTy())
    return false;
  if (G->hasNoUnsignedWrap())
    return true;
  SimplifyQuery Query(I->getModule()->getDataLayout(), I);
  return G->isInBounds() &&
         all_of(G->indices(), [&](const Use &V) { return isKnownNonNegative(V, Query); });
}

//===- Control flow -------------------------------------------------------===//

bool sbx_dominates(SbxModule *M, LLVMValueRef A, LLVMValueRef B) {
  auto &DT = M->FAM.getResult<DominatorTreeAnalysis>(functionOf(A));
  return DT.dominates(unwrap<Instruction>(A), unwrap<Instruction>(B));
}

bool sbx_is_nonnull(SbxModule *M, LLVMValueRef Pointer, LLVMValueRef At) {
  auto *I = unwrap<Instruction>(At);
  auto &DT = M->FAM.getResult<DominatorTreeAnalysis>(*I->getFunction());
  SimplifyQuery Query(I->getModule()->getDataLayout(), &DT, nullptr, I);
  return isKnownNonZero(unwrap(Pointer), Query);
}

bool sbx_in_cycle(SbxModule *M, LLVMBasicBlockRef BB) {
  auto &Cycles = M->FAM.getResult<CycleAnalysis>(*unwrap(BB)->getParent());
  return Cycles.getCycle(unwrap(BB)) != nullptr;
}

bool sbx_in_innermost_cycle(SbxModule *M, LLVMBasicBlockRef BB, LLVMBasicBlockRef Other) {
  auto &Cycles = M->FAM.getResult<CycleAnalysis>(*unwrap(BB)->getParent());
  const Cycle *Innermost = Cycles.getCycle(unwrap(BB));
  return Innermost && Innermost->contains(unwrap(Other));
}

uint64_t sbx_block_frequency(SbxModule *M, LLVMBasicBlockRef BB) {
  auto &BFI = M->FAM.getResult<BlockFrequencyAnalysis>(*unwrap(BB)->getParent());
  uint64_t Entry = std::max<uint64_t>(BFI.getEntryFreq().getFrequency(), 1);
  APInt Ratio = APInt(128, BFI.getBlockFreq(unwrap(BB)).getFrequency()) * 256;
  return Ratio.udiv(APInt(128, Entry)).getLimitedValue(uint64_t(1) << 31);
}

bool sbx_is_reachable(SbxModule *M, LLVMBasicBlockRef BB) {
  auto &DT = M->FAM.getResult<DominatorTreeAnalysis>(*unwrap(BB)->getParent());
  return DT.isReachableFromEntry(unwrap(BB));
}
