//===- bridge_module.h - what the bridge knows of a module: C++ only ------===//
#ifndef STACKBOUND_BRIDGE_MODULE_H
#define STACKBOUND_BRIDGE_MODULE_H

#include "bridge.h"

#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PassManager.h"

#include <memory>

/// One run of the pass over a module: what bridge.h's functions are asked of.
struct SbxModule {
  llvm::Module &IR;
  llvm::FunctionAnalysisManager &FAM;
  llvm::raw_ostream *Out; ///< where sbx_print prints; may be null
  bool Final;             ///< no later run, after linking, sees more of the program
  /// Declarations of library functions with all attributes that LLVM can infer, kept apart so that
  /// analysing a module does not change it.
  std::unique_ptr<llvm::Module> Library;
  llvm::DenseMap<const llvm::Function *, llvm::Function *> Twins;
  llvm::BasicBlock *Scratch = nullptr; ///< in Library: a home for AllocProbe's calls

  SbxModule(llvm::Module &M, llvm::ModuleAnalysisManager &MAM, llvm::raw_ostream *Out, bool Final)
      : IR(M), FAM(MAM.getResult<llvm::FunctionAnalysisManagerModuleProxy>(M).getManager()),
        Out(Out), Final(Final) {}

  const llvm::TargetLibraryInfo &tli(const llvm::CallBase &CB) {
    return FAM.getResult<llvm::TargetLibraryAnalysis>(
        *const_cast<llvm::Function *>(CB.getFunction()));
  }
};

inline llvm::Function &functionOf(LLVMValueRef Inst) {
  return *llvm::unwrap<llvm::Instruction>(Inst)->getFunction();
}

inline constexpr char PassName[] = "heap-to-stack";

#endif
