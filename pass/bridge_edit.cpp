//===- bridge_edit.cpp - edits: not exposed to C --------------------------===//
//
// The C API cannot clone functions, split blocks, or give a call another callee
// and further arguments. No decision is made here.
//
//===----------------------------------------------------------------------===//
#include "bridge_module.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/JumpThreading.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

// A body that refers to private parts of its comdat cannot be used outside it: the linker may
// discard the comdat.
static bool refersToPrivateComdat(const Instruction &I) {
  return any_of(I.operands(), [](const Use &U) {
    auto *Global = dyn_cast<GlobalObject>(U->stripPointerCasts());
    return Global && Global->hasLocalLinkage() && Global->hasComdat();
  });
}

static bool canCopy(const Instruction &I) {
  if (isa<IndirectBrInst>(I) || isa<CallBrInst>(I) || refersToPrivateComdat(I))
    return false;
  auto *Call = dyn_cast<CallBase>(&I);
  if (!Call)
    return true;
  auto *Intrinsic = dyn_cast<IntrinsicInst>(Call);
  if (Intrinsic && (Intrinsic->getIntrinsicID() == Intrinsic::localescape ||
                    Intrinsic->getIntrinsicID() == Intrinsic::vastart ||
                    Intrinsic->getIntrinsicID() == Intrinsic::icall_branch_funnel))
    return false;
  return !Call->cannotDuplicate() && !Call->hasFnAttr(Attribute::ReturnsTwice) &&
         !Call->isMustTailCall() && !Call->hasClobberingOperandBundles();
}

static bool hasStrangeParameter(const Function &F) {
  return any_of(F.args(), [](const Argument &A) {
    return A.hasInAllocaAttr() || A.hasPreallocatedAttr() || A.hasSwiftErrorAttr() ||
           A.hasAttribute(Attribute::SwiftAsync) || A.hasAttribute(Attribute::SwiftSelf) ||
           A.hasNestAttr();
  });
}

bool sbx_can_copy(LLVMValueRef Fn) {
  auto *F = unwrap<Function>(Fn);
  if (F->isDeclaration() || F->isInterposable() || F->isVarArg() || F->hasOptNone() ||
      F->hasMinSize() || F->hasGC() || F->hasPrefixData() || F->hasPrologueData())
    return false;
  for (Attribute::AttrKind Kind : {Attribute::Naked, Attribute::NoDuplicate,
                                   Attribute::PresplitCoroutine, Attribute::ReturnsTwice})
    if (F->hasFnAttribute(Kind))
      return false;
  if (F->hasFnAttribute("thunk") || F->hasFnAttribute("noclone") || hasStrangeParameter(*F))
    return false;
  if (any_of(*F, [](const BasicBlock &BB) { return BB.hasAddressTaken(); }))
    return false;
  return all_of(instructions(F), canCopy);
}

// What was true of a function that allocates need not be of one that gets the memory.
static AttributeList forgetMemory(LLVMContext &Context, AttributeList Attributes) {
  for (Attribute::AttrKind Kind :
       {Attribute::Memory, Attribute::AllocKind, Attribute::AllocSize, Attribute::Speculatable})
    Attributes = Attributes.removeFnAttribute(Context, Kind);
  Attributes = Attributes.removeFnAttribute(Context, "alloc-family");
  return Attributes.removeRetAttribute(Context, Attribute::NoAlias);
}

// Parameters are compared with slots in a copy, which tells something about their addresses.
static AttributeList forgetCapture(LLVMContext &Context, AttributeList Attributes, unsigned Count) {
#if LLVM_VERSION_MAJOR >= 22
  const Attribute::AttrKind NoCapture = Attribute::Captures;
#else
  const Attribute::AttrKind NoCapture = Attribute::NoCapture;
#endif
  for (unsigned I = 0; I != Count; ++I)
    for (Attribute::AttrKind Kind : {NoCapture, Attribute::AllocatedPointer, Attribute::ReadNone})
      Attributes = Attributes.removeParamAttribute(Context, I, Kind);
  return Attributes;
}

LLVMValueRef sbx_copy_function(LLVMValueRef Fn, const char *Name, LLVMTypeRef *Types,
                               unsigned Count) {
  auto *F = unwrap<Function>(Fn);
  SmallVector<Type *, 8> Params(F->getFunctionType()->params());
  for (unsigned I = 0; I != Count; ++I)
    Params.push_back(unwrap(Types[I]));
  auto *Type = FunctionType::get(F->getReturnType(), Params, false);
  auto *Copy = Function::Create(Type, GlobalValue::InternalLinkage, F->getAddressSpace(), Name,
                                F->getParent());
  ValueToValueMapTy Map;
  auto Parameter = Copy->arg_begin();
  for (const Argument &A : F->args()) {
    Parameter->setName(A.getName());
    Map[&A] = &*Parameter++;
  }
  SmallVector<ReturnInst *, 8> Returns;
  CloneFunctionInto(Copy, F, Map, CloneFunctionChangeType::LocalChangesOnly, Returns);
  Copy->setLinkage(GlobalValue::InternalLinkage);
  Copy->setVisibility(GlobalValue::DefaultVisibility);
  Copy->setDLLStorageClass(GlobalValue::DefaultStorageClass);
  Copy->setComdat(nullptr);
  Copy->setDSOLocal(true);
  Copy->eraseMetadata(LLVMContext::MD_type);
  LLVMContext &Context = F->getContext();
  Copy->setAttributes(
      forgetCapture(Context, forgetMemory(Context, Copy->getAttributes()), F->arg_size()));
  for (; Parameter != Copy->arg_end(); ++Parameter) {
    Parameter->setName("stackbound.slot");
    Parameter->addAttr(Attribute::NonNull);
    Parameter->addAttr(Attribute::NoUndef);
  }
  return wrap(Copy);
}

void sbx_redirect_call(LLVMValueRef V, LLVMValueRef Fn, LLVMValueRef *Arguments, unsigned Count) {
  auto *Call = unwrap<CallBase>(V);
  auto *Copy = unwrap<Function>(Fn);
  SmallVector<Value *, 8> Args(Call->args());
  for (unsigned I = 0; I != Count; ++I)
    Args.push_back(unwrap(Arguments[I]));
  CallBase *New;
  if (auto *Invoke = dyn_cast<InvokeInst>(Call)) {
    New = InvokeInst::Create(Copy->getFunctionType(), Copy, Invoke->getNormalDest(),
                             Invoke->getUnwindDest(), Args, "", Invoke->getIterator());
  } else {
    auto *Plain = CallInst::Create(Copy->getFunctionType(), Copy, Args, "", Call->getIterator());
    Plain->setTailCallKind(cast<CallInst>(Call)->getTailCallKind());
    New = Plain;
  }
  LLVMContext &Context = Call->getContext();
  New->setCallingConv(Call->getCallingConv());
  New->setAttributes(
      forgetCapture(Context, forgetMemory(Context, Call->getAttributes()), Call->arg_size()));
  New->copyMetadata(*Call);
  if (isa<FPMathOperator>(New))
    New->setFastMathFlags(Call->getFastMathFlags());
  New->takeName(Call);
  Call->replaceAllUsesWith(New);
  Call->eraseFromParent();
}

//===- Code -----------------------------------------------------------------===//

unsigned sbx_alloca_address_space(SbxModule *M) {
  return M->IR.getDataLayout().getAllocaAddrSpace();
}

void sbx_hoist_allocas(LLVMValueRef Fn) {
  BasicBlock &Entry = unwrap<Function>(Fn)->getEntryBlock();
  auto IsStatic = [](Instruction &I) {
    return isa<AllocaInst>(I) && cast<AllocaInst>(I).isStaticAlloca();
  };
  auto Front = find_if_not(Entry, IsStatic);
  for (Instruction &I : make_early_inc_range(make_range(Front, Entry.end())))
    if (IsStatic(I))
      I.moveBefore(Entry, Front);
}

LLVMBasicBlockRef sbx_split_before(LLVMValueRef Inst) {
  auto *I = unwrap<Instruction>(Inst);
  return wrap(I->getParent()->splitBasicBlock(I->getIterator()));
}

void sbx_erase_invoke(LLVMValueRef V) {
  auto *Invoke = unwrap<InvokeInst>(V);
  BasicBlock *BB = Invoke->getParent();
  Invoke->getUnwindDest()->removePredecessor(BB, /*KeepOneInputPHIs=*/true);
  IRBuilder<> Builder(Invoke);
  Builder.CreateBr(Invoke->getNormalDest());
  Invoke->eraseFromParent();
}

void sbx_replace_incoming(LLVMBasicBlockRef BB, LLVMBasicBlockRef From, LLVMBasicBlockRef To) {
  unwrap(BB)->replacePhiUsesWith(unwrap(From), unwrap(To));
}

void sbx_build_lifetime(LLVMBuilderRef B, LLVMValueRef Alloca, bool Start) {
  IRBuilder<> &Builder = *unwrap(B);
  Value *Slot = unwrap(Alloca);
#if LLVM_VERSION_MAJOR >= 22
  Start ? Builder.CreateLifetimeStart(Slot) : Builder.CreateLifetimeEnd(Slot);
#else
  auto *AI = cast<AllocaInst>(Slot);
  const DataLayout &DL = AI->getModule()->getDataLayout();
  ConstantInt *Size = Builder.getInt64(AI->getAllocationSize(DL)->getFixedValue());
  Start ? Builder.CreateLifetimeStart(Slot, Size) : Builder.CreateLifetimeEnd(Slot, Size);
#endif
}

void sbx_invalidate_function(SbxModule *M, LLVMValueRef Fn) {
  M->FAM.invalidate(*unwrap<Function>(Fn), PreservedAnalyses::none());
}

void sbx_simplify_function(SbxModule *M, LLVMValueRef Fn) {
  FunctionPassManager FPM;
  FPM.addPass(SROAPass(SROAOptions::ModifyCFG));
  FPM.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  FPM.addPass(InstCombinePass());
  FPM.addPass(JumpThreadingPass()); // NULL checks behind a guarded slot: only malloc's is left
  FPM.addPass(SimplifyCFGPass());
  Function &F = *unwrap<Function>(Fn);
  M->FAM.invalidate(F, FPM.run(F, M->FAM));
}
