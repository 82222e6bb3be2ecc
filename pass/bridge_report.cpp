//===- bridge_report.cpp - places, names and remarks: not exposed to C ----===//
//
// The C API has no debug information to read and no optimization remarks. What
// a remark says is put together in report.c.
//
//===----------------------------------------------------------------------===//
#include "bridge_module.h"

#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

static char *displayName(const std::string &Mangled) {
  ItaniumPartialDemangler Demangler;
  if (Demangler.partialDemangle(Mangled.c_str()) || !Demangler.isFunction()) {
    std::string Name = demangle(Mangled);
    return LLVMCreateMessage(Name.substr(0, Name.find('(')).c_str());
  }
  size_t Length = 0;
  char *Name = Demangler.getFunctionName(nullptr, &Length); // without parameters and result
  char *Message = LLVMCreateMessage(Name ? Name : Mangled.c_str());
  std::free(Name);
  return Message;
}

char *sbx_display_name(LLVMValueRef Fn) {
  return displayName(unwrap<Function>(Fn)->getName().str());
}

//===- Debug information --------------------------------------------------===//

static DILocalVariable *variableOf(Value *V) {
  for (DbgVariableRecord *Record : findDVRDeclares(V))
    return Record->getVariable();
  if (!V->isUsedByMetadata())
    return nullptr;
#if LLVM_VERSION_MAJOR >= 22
  SmallVector<DbgVariableRecord *, 4> Records;
  findDbgValues(V, Records);
#else
  SmallVector<DbgValueInst *, 4> Intrinsics;
  SmallVector<DbgVariableRecord *, 4> Records;
  findDbgValues(Intrinsics, V, &Records);
#endif
  // A variable whose value is computed from V (an expression) is not V.
  for (DbgVariableRecord *Record : Records)
    if (Record->getExpression()->getNumElements() == 0)
      return Record->getVariable();
  return nullptr;
}

char *sbx_variable_name(LLVMValueRef V) {
  DILocalVariable *Variable = variableOf(unwrap(V));
  if (!Variable || Variable->getName().empty())
    return nullptr;
  return LLVMCreateMessage(Variable->getName().str().c_str());
}

static const DIType *stripQualifiers(const DIType *T) {
  while (auto *D = dyn_cast_or_null<DIDerivedType>(T)) {
    unsigned Tag = D->getTag();
    if (Tag != dwarf::DW_TAG_typedef && Tag != dwarf::DW_TAG_const_type &&
        Tag != dwarf::DW_TAG_volatile_type && Tag != dwarf::DW_TAG_restrict_type)
      break;
    T = D->getBaseType();
  }
  return T;
}

// The type behind a variable: what it points to, or (an alloca) what it is.
static const DIType *pointeeType(Value *V, const DILocalVariable &Variable) {
  const DIType *T = stripQualifiers(Variable.getType());
  auto *D = dyn_cast_or_null<DIDerivedType>(T);
  if (isa<AllocaInst>(V) || !D)
    return T;
  return stripQualifiers(D->getBaseType());
}

static const DIDerivedType *memberAt(const DIType *T, uint64_t Bits) {
  auto *Struct = dyn_cast_or_null<DICompositeType>(T);
  if (!Struct)
    return nullptr;
  for (const DINode *Element : Struct->getElements())
    if (auto *Member = dyn_cast_or_null<DIDerivedType>(Element))
      if (Member->getTag() == dwarf::DW_TAG_member && !Member->isStaticMember() &&
          Member->getOffsetInBits() <= Bits &&
          Bits < Member->getOffsetInBits() + std::max<uint64_t>(Member->getSizeInBits(), 1))
        return Member;
  return nullptr;
}

char *sbx_field_name(LLVMValueRef V, int64_t Offset) {
  DILocalVariable *Variable = variableOf(unwrap(V));
  if (!Variable || Offset < 0)
    return nullptr;
  const DIDerivedType *Member =
      memberAt(pointeeType(unwrap(V), *Variable), static_cast<uint64_t>(Offset) * 8);
  if (!Member || Member->getName().empty())
    return nullptr;
  return LLVMCreateMessage(Member->getName().str().c_str());
}

LLVMMetadataRef sbx_source_subprogram(LLVMValueRef Inst, unsigned Level) {
  const DILocation *Loc = unwrap<Instruction>(Inst)->getDebugLoc();
  for (; Loc && Level; --Level)
    Loc = Loc->getInlinedAt();
  return Loc ? wrap(Loc->getScope()->getSubprogram()) : nullptr;
}

char *sbx_subprogram_name(LLVMMetadataRef MD, bool Display) {
  auto *Subprogram = unwrap<DISubprogram>(MD);
  StringRef Name = Subprogram->getLinkageName();
  if (Name.empty())
    Name = Subprogram->getName();
  return Display ? displayName(Name.str()) : LLVMCreateMessage(Name.str().c_str());
}

//===- Remarks ------------------------------------------------------------===//

bool sbx_remarks_enabled(SbxModule *M, LLVMValueRef) {
  LLVMContext &C = M->IR.getContext();
  return C.getLLVMRemarkStreamer() || C.getDiagHandlerPtr()->isAnyRemarkEnabled(PassName);
}

static DiagnosticInfoOptimizationBase::Argument makeArgument(const SbxRemarkArg &Arg) {
  DiagnosticInfoOptimizationBase::Argument Result(Arg.key ? Arg.key : "String",
                                                  StringRef(Arg.text));
  if (Arg.at)
    if (const DebugLoc &Loc = unwrap<Instruction>(Arg.at)->getDebugLoc())
      Result.Loc = Loc;
  return Result;
}

template <class RemarkT>
static void emitRemark(OptimizationRemarkEmitter &ORE, const char *Name, Instruction &At,
                       const SbxRemarkArg *Args, unsigned Count, unsigned Visible) {
  RemarkT Remark(PassName, Name, &At);
  for (unsigned I = 0; I < Count; ++I) {
    if (I == Visible)
      Remark << ore::setExtraArgs();
    Remark << makeArgument(Args[I]);
  }
  ORE.emit(Remark);
}

void sbx_emit_remark(SbxModule *M, SbxRemarkKind Kind, const char *Name, LLVMValueRef At,
                     const SbxRemarkArg *Args, unsigned Count, unsigned Visible) {
  Instruction &Inst = *unwrap<Instruction>(At);
  auto &ORE = M->FAM.getResult<OptimizationRemarkEmitterAnalysis>(*Inst.getFunction());
  switch (Kind) {
  case SBX_REMARK_PASSED:
    return emitRemark<OptimizationRemark>(ORE, Name, Inst, Args, Count, Visible);
  case SBX_REMARK_MISSED:
    return emitRemark<OptimizationRemarkMissed>(ORE, Name, Inst, Args, Count, Visible);
  case SBX_REMARK_ANALYSIS:
    return emitRemark<OptimizationRemarkAnalysis>(ORE, Name, Inst, Args, Count, Visible);
  }
}

void sbx_emit_error(SbxModule *M, const char *Message) { M->IR.getContext().emitError(Message); }

// "Unsupported" is the diagnostic that front ends show as an error with its place in the source, in
// both LLVM versions; without line information clang falls back to the function's declaration.
static void emitErrorAt(const Function &F, const DiagnosticLocation &Loc, const char *Message) {
  Twine Text(Message);
  F.getContext().diagnose(DiagnosticInfoUnsupported(F, Text, Loc));
}

void sbx_emit_error_at(SbxModule *, LLVMValueRef Inst, const char *Message) {
  emitErrorAt(functionOf(Inst), unwrap<Instruction>(Inst)->getDebugLoc(), Message);
}

void sbx_emit_function_error(SbxModule *, LLVMValueRef Fn, const char *Message) {
  auto &F = *unwrap<Function>(Fn);
  emitErrorAt(F, F.getSubprogram() ? DiagnosticLocation(F.getSubprogram()) : DiagnosticLocation(),
              Message);
}

void sbx_print(SbxModule *M, const char *Text) { *M->Out << Text; }
