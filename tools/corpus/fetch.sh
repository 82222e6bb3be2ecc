# Debian source packages, fetched into the build tree.  Sourced by run.
#
# A fresh machine has `deb` lines only.  The system's configuration is left alone: a private apt
# directory holds the same sources as `deb-src`, with its own lists, so no root is needed and no
# host is named here.

# Prints where apt keeps the one-line list file and the directory of further source files.
apt_source_files() {
  eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
  [ ! -f "$list" ] || printf '%s\n' "$list"
  [ ! -d "$parts" ] || find "$parts" -name '*.list' -o -name '*.sources' | sort
}

# Rewrites the configured binary sources as source-package sources into directory $1.
write_deb_src() {
  apt_source_files | while read -r file; do
    case $file in
      *.sources) sed 's/^[Tt]ypes:.*/Types: deb-src/' "$file" ;;
      *) sed -n 's/^[[:space:]]*deb\(-src\)\{0,1\}[[:space:]]/deb-src /p' "$file" | sort -u ;;
    esac >"$1/$(basename "$file")"
  done
}

# Sets up the private apt directory and reads the package lists, once.
apt_setup() {
  apt=$corpus/apt
  [ ! -f "$apt/ready" ] || return 0
  command -v apt-get >/dev/null || fail apt fetch "apt-get is needed to fetch Debian source packages"
  rm -rf "$apt"
  mkdir -p "$apt/sources.d" "$apt/lists/partial" "$apt/cache/archives/partial"
  write_deb_src "$apt/sources.d"
  cat >"$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$apt/sources.d";
Dir::State::lists "$apt/lists";
Dir::Cache "$apt/cache";
APT::Sandbox::User "root";
Acquire::Languages "none";
CONF
  progress apt "reading the lists of source packages"
  # A source without packages of its own (a third party's) may fail here; what counts is whether
  # the packages below are found.
  apt-get -c "$apt/apt.conf" -q update >"$apt/update.log" 2>&1 ||
    progress apt "some lists could not be read: see $apt/update.log"
  : >"$apt/ready"
}

# The tarball of the upstream source among the files of a source package in directory $1.
orig_tarball() {
  find "$1" -name '*.orig.tar.*' ! -name '*.asc' | grep . ||
    find "$1" -name '*.tar.*' ! -name '*.asc' ! -name '*.debian.tar.*'
}

# Downloads source package $1 into the current directory: the newest version that can be had.  A
# mirror's list may name a security update whose files it does not carry (any more).
download_source() {
  : >apt.log
  for version in $(apt-cache -c "$apt/apt.conf" showsrc --only-source "$1" |
                   sed -n 's/^Version: //p' | sort -ruV); do
    ! apt-get -c "$apt/apt.conf" -q source --only-source --download-only "$1=$version" \
      >>apt.log 2>&1 || return 0
  done
  return 1
}

# Makes the unpacked upstream source of package $1 available in $corpus/src/$1.
fetch_source() {
  src=$corpus/src/$1
  [ ! -f "$src/.complete" ] || return 0
  apt_setup
  command -v xz >/dev/null || fail "$1" fetch "xz is needed: apt-get install xz-utils"
  progress "$1" "fetching the source package"
  download=$corpus/download/$1
  rm -rf "$src" "$download"
  mkdir -p "$src" "$download"
  (cd "$download" && download_source "$1") || {
    rm -f "$apt/ready" # so that the next run reads the lists again
    fail "$1" fetch "no source package could be downloaded: see $download/apt.log and $apt/update.log"
  }
  tar -xf "$(orig_tarball "$download")" -C "$src" --strip-components=1 ||
    fail "$1" fetch "cannot unpack"
  ls "$download" | sed -n 's/\.dsc$//p' >"$src/.complete"
}
