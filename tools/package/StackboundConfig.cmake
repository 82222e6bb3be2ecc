# find_package(Stackbound) gives
#
#   stackbound_enable(TARGET [MAX_SIZE n] [GUARD_SIZE n] [FRAME_BUDGET n] [RECURSIVE_BUDGET n]
#                     [REQUIRE pattern] [REPORT] [CHECK])
#     Compiles the C and C++ sources of TARGET with Stackbound; the compilers must be clangs of an
#     LLVM version for which a plugin is installed. The values are options of the pass. REQUIRE: what
#     stays on the heap in functions of such names is an error. REPORT: an optimization record is
#     written beside each object file, `stackbound-report BUILD-FOLDER` reads them. CHECK: checked
#     mode; TARGET is linked with the library that watches what was moved.
#     With INTERPROCEDURAL_OPTIMIZATION, TARGET is linked by lld, with Stackbound and its options.
#
#   Stackbound_LLVM_VERSIONS   the LLVM versions for which a plugin is installed, newest first
#   Stackbound_PLUGIN_N        the plugin for LLVM N
#   Stackbound_REPORT          the program stackbound-report

get_filename_component(_stackbound_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
file(GLOB _stackbound_plugins "${_stackbound_prefix}/lib/stackbound/llvm-*/Stackbound.so")
set(Stackbound_LLVM_VERSIONS)
foreach(_stackbound_plugin IN LISTS _stackbound_plugins)
  if(_stackbound_plugin MATCHES "/llvm-([0-9]+)/Stackbound.so$")
    list(APPEND Stackbound_LLVM_VERSIONS "${CMAKE_MATCH_1}")
    set(Stackbound_PLUGIN_${CMAKE_MATCH_1} "${_stackbound_plugin}")
  endif()
endforeach()
list(SORT Stackbound_LLVM_VERSIONS COMPARE NATURAL ORDER DESCENDING)
set(Stackbound_REPORT "${_stackbound_prefix}/bin/stackbound-report")
if(NOT Stackbound_LLVM_VERSIONS)
  set(Stackbound_FOUND FALSE)
  set(Stackbound_NOT_FOUND_MESSAGE
      "There is no plugin in ${_stackbound_prefix}/lib/stackbound: is a package stackbound-llvm-N missing?")
endif()

# Sets PLUGIN in the caller to the plugin that fits the compiler of LANGUAGE; else an error.
function(_stackbound_find_plugin target language)
  set(compiler "${CMAKE_${language}_COMPILER}")
  set(id "${CMAKE_${language}_COMPILER_ID}")
  string(REGEX MATCH "^[0-9]+" major "${CMAKE_${language}_COMPILER_VERSION}")
  if(id STREQUAL "Clang" AND major IN_LIST Stackbound_LLVM_VERSIONS)
    set(plugin "${Stackbound_PLUGIN_${major}}" PARENT_SCOPE)
    set(major "${major}" PARENT_SCOPE)
    return()
  endif()
  list(JOIN Stackbound_LLVM_VERSIONS " or clang " needed)
  set(plus "")
  if(language STREQUAL "CXX")
    set(plus "++")
  endif()
  list(GET Stackbound_LLVM_VERSIONS 0 newest)
  message(FATAL_ERROR
    "stackbound_enable(${target}): the ${language} compiler has to be clang ${needed}, for which there are "
    "plugins. It is ${id} ${CMAKE_${language}_COMPILER_VERSION} (${compiler}).\n"
    "Configure a fresh build folder with -DCMAKE_${language}_COMPILER=clang${plus}-${newest}.")
endfunction()

# Has the linker of TARGET load PLUGIN (empty: the compiler sees to that) where the target is built with link-time optimisation. Which
# may be decided later, and for each configuration.
function(_stackbound_link target plugin report tuning)
  set(each "INTERPROCEDURAL_OPTIMIZATION_$<UPPER_CASE:$<CONFIG>>")
  set(each "$<TARGET_PROPERTY:${target},${each}>")
  set(all "$<TARGET_PROPERTY:${target},INTERPROCEDURAL_OPTIMIZATION>")
  set(lto "$<BOOL:$<IF:$<STREQUAL:${each},>,${all},${each}>>")
  set(flags -fuse-ld=lld)
  if(plugin)
    list(APPEND flags "SHELL:-Xlinker \"--load-pass-plugin=${plugin}\"")
    if(tuning) # lld reads its options before it loads pass plugins
      list(APPEND flags "SHELL:-Xlinker -mllvm -Xlinker \"-load=${plugin}\"")
    endif()
  endif()
  foreach(option IN LISTS tuning)
    list(APPEND flags "SHELL:-Xlinker -mllvm -Xlinker \"${option}\"")
  endforeach()
  if(report)
    # stackbound-report knows by this name that the linker wrote it.
    get_target_property(folder "${target}" BINARY_DIR)
    set(record "${folder}/CMakeFiles/${target}.dir/$<$<BOOL:$<CONFIG>>:$<CONFIG>->link.lto.opt.yaml")
    list(APPEND flags "SHELL:-Xlinker --opt-remarks-filename -Xlinker \"${record}\""
      "SHELL:-Xlinker --opt-remarks-passes -Xlinker heap-to-stack"
      "SHELL:-Xlinker --opt-remarks-format -Xlinker yaml")
  endif()
  foreach(flag IN LISTS flags)
    target_link_options("${target}" PRIVATE "$<${lto}:${flag}>")
  endforeach()
endfunction()

# Not by target_link_libraries: the project may call that for TARGET without PRIVATE or PUBLIC.
function(_stackbound_link_checks target library)
  set_property(TARGET "${target}" APPEND PROPERTY LINK_LIBRARIES "${library}")
  get_target_property(type "${target}" TYPE)
  if(type STREQUAL "STATIC_LIBRARY" OR type STREQUAL "OBJECT_LIBRARY")
    set_property(TARGET "${target}" APPEND PROPERTY INTERFACE_LINK_LIBRARIES "$<LINK_ONLY:${library}>")
  endif()
endfunction()

function(stackbound_enable target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "REPORT;CHECK" "MAX_SIZE;GUARD_SIZE;FRAME_BUDGET;RECURSIVE_BUDGET;REQUIRE" "")
  set(words "MAX_SIZE n, GUARD_SIZE n, FRAME_BUDGET n, RECURSIVE_BUDGET n, REQUIRE pattern, REPORT and CHECK")
  if(NOT TARGET "${target}")
    message(FATAL_ERROR "stackbound_enable(${target}): there is no target '${target}'.")
  endif()
  if(DEFINED arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR
      "stackbound_enable(${target}): '${arg_UNPARSED_ARGUMENTS}' is not known; there are ${words}.")
  endif()
  if(DEFINED arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "stackbound_enable(${target}): ${arg_KEYWORDS_MISSING_VALUES} needs a value.")
  endif()

  set(tuning)
  foreach(word MAX_SIZE GUARD_SIZE FRAME_BUDGET RECURSIVE_BUDGET)
    if(NOT DEFINED arg_${word})
      continue()
    endif()
    if(NOT arg_${word} MATCHES "^[0-9]+$")
      message(FATAL_ERROR "stackbound_enable(${target}): ${word} is '${arg_${word}}', not a number.")
    endif()
    string(TOLOWER "${word}" name)
    string(REPLACE "_" "-" name "${name}")
    list(APPEND tuning "-heap-to-stack-${name}=${arg_${word}}")
  endforeach()
  if(DEFINED arg_REQUIRE)
    if(arg_REQUIRE MATCHES "[;\"\\\\]" OR arg_REQUIRE STREQUAL "")
      message(FATAL_ERROR "stackbound_enable(${target}): REQUIRE is '${arg_REQUIRE}', not a pattern: "
        "names in which * and ? stand for others, separated by |.")
    endif()
    string(REPLACE ">" "$<ANGLE-R>" pattern "${arg_REQUIRE}")
    list(APPEND tuning "-heap-to-stack-require=${pattern}")
  endif()
  if(arg_CHECK)
    list(APPEND tuning "-heap-to-stack-check=1")
  endif()
  set(options)
  foreach(option IN LISTS tuning)
    list(APPEND options "SHELL:-mllvm \"${option}\"")
  endforeach()
  if(arg_REPORT)
    list(APPEND options -fsave-optimization-record -foptimization-record-passes=heap-to-stack)
  endif()

  set(found FALSE)
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  foreach(language C CXX)
    if(NOT language IN_LIST languages)
      continue()
    endif()
    set(found TRUE)
    _stackbound_find_plugin("${target}" "${language}")
    get_filename_component(library_folder "${plugin}" DIRECTORY)
    set(flags)
    get_filename_component(compiler "${CMAKE_${language}_COMPILER}" NAME)
    if(compiler MATCHES "stackbound-c") # the drop-in compilers load it themselves
      set(plugin "")
    else()
      list(APPEND flags "-fpass-plugin=${plugin}")
      if(major EQUAL 19) # reads -mllvm before it loads pass plugins
        list(APPEND flags "SHELL:-Xclang -load -Xclang \"${plugin}\"")
      endif()
    endif()
    foreach(flag IN LISTS flags options)
      target_compile_options("${target}" PRIVATE "$<$<COMPILE_LANGUAGE:${language}>:${flag}>")
    endforeach()
  endforeach()
  if(found)
    _stackbound_link("${target}" "${plugin}" "${arg_REPORT}" "${tuning}")
    if(arg_CHECK)
      _stackbound_link_checks("${target}" "${library_folder}/libstackbound-check.a")
    endif()
  else()
    message(FATAL_ERROR "stackbound_enable(${target}): neither C nor C++ is enabled in this project.")
  endif()
endfunction()
