# What the scripts tell: each line says which of them speaks.

say() { echo "${0##*/}: $*" >&2; }

fail() {
  say "$@"
  exit 1
}

need() { # need COMMAND...
  local command
  for command in "$@"; do
    command -v "$command" >/dev/null || fail "needs $command, which is not on the PATH"
  done
}
