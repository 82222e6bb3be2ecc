// Compiles modules on several threads of one process through one loaded plugin, as ThinLTO's
// backends do, each in a context of its own:
//
//     threads PLUGIN PASSES THREADS ROUNDS FILE.ll...
//
// Every file is first compiled alone; then each thread compiles all of them, in an order of its
// own, and must get the same text. The plugin and this program are built with ThreadSanitizer, LLVM
// is not: what the plugin's code reads and writes is watched, including LLVM's headers inlined into
// it; LLVM's own functions are not, nor is what they order by atomics. No suppressions are used.
//
// `threads --race` has a race on purpose: it must not go unreported.

#include "llvm/Analysis/CGSCCPassManager.h"
#include "llvm/Analysis/LoopAnalysisManager.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IRReader/IRReader.h"
#include "llvm/Passes/PassBuilder.h"
#if LLVM_VERSION_MAJOR >= 22
#include "llvm/Plugins/PassPlugin.h"
#else
#include "llvm/Passes/PassPlugin.h"
#endif
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

using namespace llvm;

static int Shared;

// The sum is of no interest; the unordered accesses are.
static int race() {
  std::thread Other([] { Shared++; });
  Shared++;
  Other.join();
  return 0;
}

static void fail(const std::string &What) {
  errs() << "threads: " << What << "\n";
  std::exit(2);
}

// The module after the passes, or what is wrong with it.
static std::string compile(const PassPlugin &Plugin, const char *Passes, const std::string &File) {
  LLVMContext Context;
  SMDiagnostic Problem;
  std::unique_ptr<Module> M = parseIRFile(File, Problem, Context);
  if (!M)
    return "cannot be read: " + Problem.getMessage().str();
  PassBuilder PB;
  LoopAnalysisManager LAM;
  FunctionAnalysisManager FAM;
  CGSCCAnalysisManager CGAM;
  ModuleAnalysisManager MAM;
  Plugin.registerPassBuilderCallbacks(PB);
  PB.registerModuleAnalyses(MAM);
  PB.registerCGSCCAnalyses(CGAM);
  PB.registerFunctionAnalyses(FAM);
  PB.registerLoopAnalyses(LAM);
  PB.crossRegisterProxies(LAM, FAM, CGAM, MAM);
  ModulePassManager MPM;
  if (Error E = PB.parsePassPipeline(MPM, Passes))
    return toString(std::move(E));
  MPM.run(*M, MAM);
  std::string Text;
  raw_string_ostream OS(Text);
  M->print(OS, nullptr);
  return Text;
}

int main(int argc, char **argv) {
  if (argc == 2 && !std::strcmp(argv[1], "--race"))
    return race();
  if (argc < 6)
    fail("usage: threads PLUGIN PASSES THREADS ROUNDS FILE.ll... | --race");
  Expected<PassPlugin> Plugin = PassPlugin::Load(argv[1]);
  if (!Plugin)
    fail(toString(Plugin.takeError()));
  const char *Passes = argv[2];
  const unsigned Threads = std::strtoul(argv[3], nullptr, 10);
  const unsigned Rounds = std::strtoul(argv[4], nullptr, 10);
  const std::vector<std::string> Files(argv + 5, argv + argc);
  std::vector<std::string> Alone;
  unsigned Moved = 0;
  for (const std::string &File : Files) {
    Alone.push_back(compile(*Plugin, Passes, File));
    Moved += Alone.back().find("stackbound.slot") != std::string::npos;
  }
  std::atomic<unsigned> Different{0};
  std::vector<std::thread> Workers;
  for (unsigned T = 0; T < Threads; T++)
    Workers.emplace_back([&, T] {
      for (unsigned I = 0; I < Rounds * Files.size(); I++) {
        size_t N = (I * (T % 2 ? Files.size() - 1 : 1) + T) % Files.size();
        if (compile(*Plugin, Passes, Files[N]) != Alone[N])
          Different++;
      }
    });
  for (std::thread &Worker : Workers)
    Worker.join();
  outs() << Files.size() << " files, objects moved in " << Moved << ", " << Threads << " threads, "
         << Different.load() << " results differ\n";
  return Different != 0;
}
