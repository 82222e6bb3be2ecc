# lit configuration of the Stackbound tests. Run it through a build tree: lit build/test
#
# Substitutions
#   %opt       opt with the plugin loaded
#   %h2s       %opt -verify-each -S -passes=heap-to-stack
#   %escape    %opt -disable-output -passes='print<escape>'   (prints to stderr)
#   %clang     %clangxx   the matching clang, without the plugin
#   %plugin    path of the plugin: %clang -fpass-plugin=%plugin
#   %lld       the matching ld.lld
#   %llc       the matching llc
#   %bisect    tools/bisect.sh with the matching clang; its plugin is one without the rule `tail`
#   %tsan      the program test/threads/Inputs/threads.cpp
#   %unit      directory of the programs built from test/unit: %unit/NAME_test
#   %report    stackbound-report
#   %chromium  a browser without a window
#   %cc        %c++   tools/stackbound-cc and tools/stackbound-c++ with the plugin and clang under test
#   %clang-path   the path of %clang, for the environment
#   %build     the build tree
#   %tools     the folder tools/ of the sources
#   %count     path of a library that counts allocations (LD_PRELOAD); see tools/count
# Tools of the matching LLVM come first in PATH: FileCheck, not, llvm-dis, split-file, ...
#
# Features
#   llvm-22, llvm-19   the LLVM that the plugin was built for
#   x86                the host is x86-64, and programs for it can be run
#   sanitized          the plugin needs AddressSanitizer's runtime in the process that loads it
#   asan               clang has the AddressSanitizer runtime
#   lld                ld.lld is installed
#   chromium           Debian's chromium-headless-shell or chromium is installed
#   tsan               the plugin and %tsan were built with ThreadSanitizer

import glob
import os
import shutil
import subprocess

import lit.formats

config.name = "Stackbound-%d" % config.llvm_major
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".ll", ".c", ".cpp", ".test"]
config.excludes = ["Inputs", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.stackbound_obj_root, "test")

if lit_config.maxIndividualTestTimeIsSupported[0] and not lit_config.maxIndividualTestTime:
    lit_config.maxIndividualTestTime = 600 if config.sanitized_plugin else 120

# --- Tools -----------------------------------------------------------------------------------


def tool(name):
    return os.path.join(config.llvm_tools_dir, name)


def resource_dir():
    command = [tool("clang"), "-print-resource-dir"]
    try:
        return subprocess.check_output(command, text=True).strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


# A plugin built with AddressSanitizer needs the runtime in the process that loads it.
host = ""
if config.sanitized_plugin:
    runtimes = glob.glob(
        os.path.join(resource_dir(), "lib", "*", "libclang_rt.asan*%s.so" % config.host_processor)
    )
    if not runtimes:
        lit_config.fatal("the sanitized plugin needs libclang_rt.asan (libclang-rt-*-dev)")
    host = "env LD_PRELOAD=%s ASAN_OPTIONS=detect_leaks=0:detect_container_overflow=0 " % runtimes[0]

opt = "%s%s -load-pass-plugin=%s" % (host, tool("opt"), config.stackbound_plugin)

tools_dir = os.path.join(config.stackbound_src_root, "tools")
wrapper = "%senv STACKBOUND_PLUGIN=%s STACKBOUND_CLANG=%s %s/stackbound-" % (
    host, config.stackbound_plugin, tool("clang"), tools_dir)

# \b keeps %clang out of %clangxx; %clang-path has to come before it.
config.substitutions += [
    (r"%clang-path\b", tool("clang")),
    (r"%opt\b", opt),
    (r"%h2s\b", opt + " -verify-each -S -passes=heap-to-stack"),
    (r"%escape\b", opt + " -disable-output -passes='print<escape>'"),
    (r"%clangxx\b", host + tool("clang++")),
    (r"%clang\b", host + tool("clang")),
    (r"%plugin\b", config.stackbound_plugin),
    (r"%lld\b", host + tool("ld.lld")),
    (r"%llc\b", tool("llc")),
    (r"%cc\b", wrapper + "cc"),
    (r"%c\+\+", wrapper + "c++"),
    (r"%build\b", config.stackbound_obj_root),
    (r"%tools\b", tools_dir),
    (r"%tsan\b", os.path.join(config.test_exec_root, "unit", "threads")),
    (r"%unit\b", os.path.join(config.test_exec_root, "unit")),
    (r"%report\b", os.path.join(config.stackbound_obj_root, "stackbound-report")),
    (
        r"%bisect\b",
        host
        + "%s --cc %s --cxx %s --plugin %s"
        % (
            os.path.join(config.test_source_root, "..", "tools", "bisect.sh"),
            tool("clang"),
            tool("clang++"),
            os.path.join(config.test_exec_root, "unit", "broken.so"),
        ),
    ),
    (r"%count\b", os.path.join(config.stackbound_obj_root, "alloc_count.so")),
]

config.environment["PATH"] = os.pathsep.join([config.llvm_tools_dir, os.environ.get("PATH", "")])
# A FileCheck that fails says enough by itself; colours would only disturb the logs.
config.environment["FILECHECK_OPTS"] = "-dump-input=fail"

# --- Features --------------------------------------------------------------------------------

config.available_features.add("llvm-%d" % config.llvm_major)
if config.host_processor in ("x86_64", "amd64", "AMD64"):
    config.available_features.add("x86")
if config.sanitized_plugin:
    config.available_features.add("sanitized")
if glob.glob(os.path.join(resource_dir(), "lib", "*", "libclang_rt.asan*")):
    config.available_features.add("asan")
if config.have_tsan and not config.sanitized_plugin:
    config.available_features.add("tsan")
if os.path.exists(tool("ld.lld")):
    config.available_features.add("lld")

# Its sandbox does not work for root, and in many containers; what it opens is the test's own file.
browser = shutil.which("chromium-headless-shell") or shutil.which("chromium")
if browser:
    config.available_features.add("chromium")
    config.substitutions.append(
        (r"%chromium\b", browser + " --headless --no-sandbox --disable-gpu --disable-dev-shm-usage")
    )
