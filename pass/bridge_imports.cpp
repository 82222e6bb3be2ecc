//===- bridge_imports.cpp - bodies kept aside: not exposed to C -----------===//
//
// The C API cannot clone functions or move bodies. imports.c says which and why.
//
//===----------------------------------------------------------------------===//
#include "bridge_imports.h"

#include "bridge.h"

#include "llvm/IR/Constants.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"

using namespace llvm;

// On a kept body: the name of the function that it belongs to.
static const char KeptFor[] = "heap-to-stack-body-of";

// linkonce_odr: other passes neither infer anything from it nor change its parameters; the use
// keeps it alive.
void sbx_keep_body(LLVMValueRef Fn) {
  auto *F = unwrap<Function>(Fn);
  ValueToValueMapTy Map;
  Function *Kept = CloneFunction(F, Map);
  Kept->setName(F->getName() + ".stackbound.kept");
  Kept->setLinkage(GlobalValue::LinkOnceODRLinkage);
  Kept->setVisibility(GlobalValue::HiddenVisibility);
  Kept->setDLLStorageClass(GlobalValue::DefaultStorageClass);
  Kept->setComdat(nullptr);
  Kept->setDSOLocal(true);
  Kept->eraseMetadata(LLVMContext::MD_type);
  Kept->addFnAttr(KeptFor, F->getName());
  appendToCompilerUsed(*F->getParent(), {Kept});
}

// Moves a kept body back to its function, which has lost its own.
static void returnBody(Function &Kept, Function &F) {
  F.setLinkage(GlobalValue::AvailableExternallyLinkage);
  F.splice(F.begin(), &Kept);
  for (auto [From, To] : zip(Kept.args(), F.args())) {
    To.takeName(&From);
    From.replaceAllUsesWith(&To);
  }
  if (Kept.hasPersonalityFn())
    F.setPersonalityFn(Kept.getPersonalityFn());
  F.setSubprogram(Kept.getSubprogram());
}

ReturnedBodies::ReturnedBodies(Module &M) {
  SmallVector<Function *, 8> Kept;
  for (Function &F : M)
    if (F.hasFnAttribute(KeptFor))
      Kept.push_back(&F);
  if (Kept.empty())
    return;
  removeFromUsedLists(M, [](Constant *C) {
    auto *F = dyn_cast<Function>(C->stripPointerCasts());
    return F && F->hasFnAttribute(KeptFor);
  });
  for (Function *Body : Kept) {
    Function *F = M.getFunction(Body->getFnAttribute(KeptFor).getValueAsString());
    bool Wanted = F && F->isDeclaration() && !F->use_empty() && !Body->isDeclaration() &&
                  F->getFunctionType() == Body->getFunctionType() &&
                  F->getCallingConv() == Body->getCallingConv();
    if (Wanted) {
      returnBody(*Body, *F);
      Returned.push_back(F);
    }
    Body->dropAllReferences();
  }
  for (Function *Body : Kept) {
    Body->replaceAllUsesWith(PoisonValue::get(Body->getType()));
    Body->eraseFromParent();
  }
  Changed = true;
}

ReturnedBodies::~ReturnedBodies() {
  for (Function *F : Returned)
    F->deleteBody();
}
