//===- bridge_imports.h - bodies kept aside: C++ only ---------------------===//
#ifndef STACKBOUND_BRIDGE_IMPORTS_H
#define STACKBOUND_BRIDGE_IMPORTS_H

#include "llvm/ADT/SmallVector.h"

namespace llvm {
class Function;
class Module;
} // namespace llvm

/// Gives functions that have become declarations their kept bodies (sbx_keep_body) for as long as
/// this lives; nothing of what was kept is left afterwards.
class ReturnedBodies {
  llvm::SmallVector<llvm::Function *, 8> Returned;

public:
  bool Changed = false; ///< the module is not what it was

  explicit ReturnedBodies(llvm::Module &M);
  ~ReturnedBodies();
  ReturnedBodies(const ReturnedBodies &) = delete;
};

#endif
