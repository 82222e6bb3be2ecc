#!/bin/sh
# with-plugin.sh PLUGIN env NAME=VALUE... COMMAND...: the command with that plugin instead; it has to fail.
plugin=$1
shift
while [ "${1#*=}" != "$1" ] || [ "$1" = env ]; do
  case $1 in
    *=*) export "${1?}" ;;
  esac
  shift
done
STACKBOUND_PLUGIN=$plugin
export STACKBOUND_PLUGIN
! "$@"
