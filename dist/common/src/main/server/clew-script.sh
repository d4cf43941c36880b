# SPDX-License-Identifier: Apache-2.0
# Read by the script beside it: how that is called, and how it fails. It defines usage.
name=${0##*/}
here=$(cd "$(dirname "$0")" && pwd)
action=
home=
config=

fail() {
  echo "$name: $1" >&2
  exit 1
}

misused() {
  echo "$name: $1; see $name --help" >&2
  exit 2
}

# Sets action and home to the arguments after the first two, and config, if it has a value, to that
# of --config. $1: the commands; $2: what home is
understand() {
  local commands=$1 what=$2
  shift 2
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help)
        usage
        exit 0
        ;;
      --config)
        [ -n "$config" ] || misused "there is no option $1"
        [ $# -gt 1 ] || misused "--config needs a file name"
        config=$2
        shift
        ;;
      -*) misused "there is no option $1" ;;
      *)
        if [ -z "$action" ]; then
          action=$1
        elif [ -z "$home" ]; then
          home=$1
        else
          misused "$1 is one argument too many"
        fi
        ;;
    esac
    shift
  done
  [ -n "$action" ] || misused "say ${commands// / or }"
  case " $commands " in
    *" $action "*) ;;
    *) misused "there is no command $action" ;;
  esac
  [ -n "$home" ] || misused "say which $what"
}

# Whether a process runs that has $1 among its arguments.
runs() {
  case "$(ps -A -o args= 2>/dev/null) " in
    *"$1"[[:space:]]*) return 0 ;;
  esac
  return 1
}

# Puts a copy of the directory $1 in place of $2.
replace() {
  rm -rf "$2.new"
  mkdir -p "$2.new"
  cp -R "$1/." "$2.new"
  rm -rf "$2"
  mv "$2.new" "$2"
}

# Removes the directories that are empty.
forsake() {
  rmdir "$@" 2>/dev/null || true
}
