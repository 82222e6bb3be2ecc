# Shell functions that tools/test.sh and tools/demo.sh share: the packages that a command needs, and
# building the plugin. Sourced, never run.

supported_llvm="22 19"

# The output, and what it is parsed by, must not depend on the user's language.
LC_ALL=C.UTF-8
export LC_ALL

say() { printf '%s\n' "$*"; }

die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 2
}

# The build tree of LLVM $1, relative to the checkout.
build_dir() {
  case $1 in
    22) echo build ;;
    *) echo "build-$1" ;;
  esac
}

llvm_prefix() { echo "/usr/lib/llvm-$1"; }

# --- Packages --------------------------------------------------------------------------------------
# A package counts as installed when the file is there that it is needed for: that is also true where
# the file came from another source of packages.

# True when one of the files $@ (an expanded pattern) exists.
any_exists() {
  for file; do
    [ ! -e "$file" ] || return 0
  done
  return 1
}

package_present() {
  version=$(expr "$1" : '[^0-9]*-\([0-9][0-9]\)' || true)
  prefix=$(llvm_prefix "$version")
  case $1 in
    llvm-*-dev) any_exists "$prefix/lib/cmake/llvm/LLVMConfig.cmake" ;;
    llvm-*-tools) any_exists "$prefix/bin/FileCheck" ;;
    clang-format-*) command -v "$1" >/dev/null ;;
    clang-*) any_exists "$prefix/bin/clang" ;;
    lld-*) any_exists "$prefix/bin/ld.lld" ;;
    libclang-rt-*-dev) any_exists "$prefix"/lib/clang/"$version"/lib/*/libclang_rt.asan* ;;
    ninja-build) command -v ninja >/dev/null ;;
    python3-psutil) any_exists /usr/lib/python3*/dist-packages/psutil ;;
    xz-utils) command -v xz >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# Prints those of the packages $@ that are missing.
missing_packages() {
  for package; do
    package_present "$package" || printf '%s ' "$package"
  done
}

on_debian_12() {
  [ -r /etc/os-release ] || return 1
  (. /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-}" = 12 ])
}

# Why packages cannot be installed here; empty when they can.
why_not_install() {
  if ! on_debian_12; then
    echo "this is not Debian 12"
  elif [ "$(id -u)" -ne 0 ]; then
    echo "installing needs root"
  fi
}

install_packages() {
  say "Installing: $*"
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  mkdir -p build
  # A third party's package source that cannot be read must not stop us: what counts is the result.
  apt-get -q -o Acquire::Retries=3 update >build/install.log 2>&1 || say "apt-get update had errors"
  apt-get -q -y -o Acquire::Retries=3 install --no-install-recommends "$@" \
    >>build/install.log 2>&1 || {
    tail -n 20 build/install.log
    die "apt-get could not install: $*"
  }
}

# Makes sure that the packages $@ are there: installs them, or says what is missing and stops.
require_packages() {
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  why=$(why_not_install)
  if [ -n "$why" ]; then
    say "Missing packages: $missing"
    say "They were not installed because $why. On Debian 12, as root:"
    say "    apt-get update && apt-get install $missing"
    exit 2
  fi
  # shellcheck disable=SC2086 # a list of names
  install_packages $missing
  missing=$(missing_packages "$@")
  [ -z "$missing" ] || die "still missing after the installation: $missing"
}

# The packages with which LLVM $1 can build the plugin and compile with it.
build_packages() {
  echo "cmake ninja-build llvm-$1-dev clang-$1"
}

# --- Building --------------------------------------------------------------------------------------

processors() { getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2; }

# Configures (once) and builds the targets $2.. with LLVM $1; quiet unless it fails.
build_plugin() {
  version=$1
  tree=$(build_dir "$version")
  shift
  mkdir -p "$tree"
  log=$tree/build.log
  if [ ! -f "$tree/build.ninja" ]; then
    cmake --preset "llvm-$version" >"$log" 2>&1 || {
      cat "$log"
      return 1
    }
  fi
  cmake --build "$tree" -j "$(processors)" --target "$@" >"$log" 2>&1 || {
    cat "$log"
    return 1
  }
}
