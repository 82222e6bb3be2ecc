//===- plugin.cpp - options, passes, and their places in the pipelines ----===//
//
// What LLVM asks of a plugin. The work begins in run.c.
//
//===----------------------------------------------------------------------===//
#include "bridge_imports.h"
#include "bridge_module.h"

#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#if LLVM_VERSION_MAJOR >= 22
#include "llvm/Plugins/PassPlugin.h"
#else
#include "llvm/Passes/PassPlugin.h"
#endif
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

//===- Options ------------------------------------------------------------===//

// Values stay text here: options.c checks them, so that the command line and
// the pass parameters accept the same things and complain in the same words.
static cl::OptionCategory Category("Stackbound: heap-to-stack");
#define SB_OPTION(FIELD, NAME, DEFAULT, LARGEST, HELP)                                             \
  static cl::opt<std::string> Option_##FIELD("heap-to-stack-" NAME,                                \
                                             cl::desc(HELP " (default " #DEFAULT ")"),             \
                                             cl::value_desc("number"), cl::cat(Category));
// Without a value it is "".
#define SB_SWITCH_OPTION(FIELD, NAME, HELP)                                                        \
  static cl::opt<std::string> Option_##FIELD("heap-to-stack-" NAME, cl::desc(HELP),                \
                                             cl::ValueOptional, cl::value_desc("0 or 1"),          \
                                             cl::cat(Category));
#define SB_TEXT_OPTION(FIELD, NAME, VALUE, HELP)                                                   \
  static cl::opt<std::string> Option_##FIELD("heap-to-stack-" NAME, cl::desc(HELP),                \
                                             cl::value_desc("text"), cl::cat(Category));
#include "options.def"
#undef SB_OPTION

const char *sbx_option_value(unsigned Option) {
  static const cl::opt<std::string> *const Options[] = {
#define SB_OPTION(FIELD, NAME, DEFAULT, LARGEST, HELP) &Option_##FIELD,
#define SB_TEXT_OPTION(FIELD, NAME, VALUE, HELP) &Option_##FIELD,
#include "options.def"
#undef SB_OPTION
  };
  return Options[Option]->getNumOccurrences() ? Options[Option]->c_str() : nullptr;
}

//===- Passes -------------------------------------------------------------===//

// Whether a later run, after linking, sees more of the program.
enum class LinkStage { Final, BeforeLink, Unknown };

#if LLVM_VERSION_MAJOR >= 20
static LinkStage stageOf(ThinOrFullLTOPhase Phase) {
  bool Before =
      Phase == ThinOrFullLTOPhase::ThinLTOPreLink || Phase == ThinOrFullLTOPhase::FullLTOPreLink;
  return Before ? LinkStage::BeforeLink : LinkStage::Final;
}
#else
static LinkStage stageOf() { return LinkStage::Unknown; }
#endif

// Where the pipeline does not tell: clang marks what it compiles for link-time optimisation.
// ThinLTO's backends see the mark, too, and are taken for what comes before them.
static bool isFinal(const Module &M, LinkStage Stage) {
  return Stage == LinkStage::Final ||
         (Stage == LinkStage::Unknown && !M.getModuleFlag("EnableSplitLTOUnit"));
}

// Not in an anonymous namespace: -print-after and -time-passes show the class.
class HeapToStackPass : public PassInfoMixin<HeapToStackPass> {
  std::string Parameters;
  bool Simplify;
  LinkStage Stage;

public:
  HeapToStackPass(StringRef Parameters, bool Simplify, LinkStage Stage)
      : Parameters(Parameters.str()), Simplify(Simplify), Stage(Stage) {}
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &MAM) {
    ReturnedBodies Imports(M);
    SbxModule Bridge(M, MAM, nullptr, isFinal(M, Stage));
    bool Changed = sb_run_module(&Bridge, wrap(&M), Parameters.c_str(), Simplify);
    return Changed || Imports.Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
  }
};

// Before inlining: LLVM drops imported bodies before HeapToStackPass runs.
class KeepImportsPass : public PassInfoMixin<KeepImportsPass> {
public:
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &MAM) {
    SbxModule Bridge(M, MAM, nullptr, /*Final=*/true);
    return sb_keep_imports(&Bridge, wrap(&M)) ? PreservedAnalyses::none()
                                              : PreservedAnalyses::all();
  }
};

class PrintEscapePass : public PassInfoMixin<PrintEscapePass> {
public:
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &MAM) {
    SbxModule Bridge(M, MAM, &errs(), /*Final=*/true);
    sb_print_module(&Bridge, wrap(&M));
    return PreservedAnalyses::all();
  }
  static bool isRequired() { return true; }
};

static bool parsePass(StringRef Name, ModulePassManager &MPM) {
  if (Name == "print<escape>") {
    MPM.addPass(PrintEscapePass());
    return true;
  }
  if (!Name.consume_front(PassName))
    return false;
  if (!Name.empty() && !(Name.consume_front("<") && Name.consume_back(">")))
    return false;
  MPM.addPass(HeapToStackPass(Name, /*Simplify=*/false, LinkStage::Final));
  return true;
}

static void registerCallbacks(PassBuilder &PB) {
  if (PassInstrumentationCallbacks *PIC = PB.getPassInstrumentationCallbacks()) {
    PIC->addClassToPassName("HeapToStackPass", PassName);
    PIC->addClassToPassName("KeepImportsPass", "heap-to-stack-keep-imports");
    PIC->addClassToPassName("PrintEscapePass", "print<escape>");
  }
  PB.registerPipelineParsingCallback(
      [](StringRef Name, ModulePassManager &MPM, ArrayRef<PassBuilder::PipelineElement>) {
        return parsePass(Name, MPM);
      });
  PB.registerPipelineEarlySimplificationEPCallback(
      [](ModulePassManager &MPM, OptimizationLevel Level, auto... Phase) {
        if (Level != OptimizationLevel::O0 && stageOf(Phase...) != LinkStage::BeforeLink)
          MPM.addPass(KeepImportsPass());
      });
  PB.registerOptimizerEarlyEPCallback(
      [](ModulePassManager &MPM, OptimizationLevel Level, auto... Phase) {
        if (Level != OptimizationLevel::O0)
          MPM.addPass(HeapToStackPass("", /*Simplify=*/true, stageOf(Phase...)));
      });
  PB.registerFullLinkTimeOptimizationLastEPCallback(
      [](ModulePassManager &MPM, OptimizationLevel Level) {
        if (Level != OptimizationLevel::O0)
          MPM.addPass(HeapToStackPass("", /*Simplify=*/true, LinkStage::Final));
      });
}

extern "C" LLVM_ATTRIBUTE_VISIBILITY_DEFAULT PassPluginLibraryInfo llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "Stackbound", "0.1.0", registerCallbacks};
}
