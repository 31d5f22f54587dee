#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run-case.sh PROGRAM FOLDER: runs a golden case. UPDATE=1 writes what comes out as what must come out; read it then.
set -u
unset COLUMNS NO_COLOR
program=$(realpath "$1") || exit 1
cd "$2" || exit 1
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT

set --
while IFS= read -r argument; do
  set -- "$@" "$argument"
done < argv
if [ -f stdin ]; then input=stdin; else input=/dev/null; fi

"$program" "$@" < "$input" > "$out/stdout" 2> "$out/stderr"
echo $? > "$out/status"

if [ "${UPDATE:-}" = 1 ]; then
  for stream in stdout stderr; do
    rm -f "$stream"
    [ ! -s "$out/$stream" ] || cp "$out/$stream" "$stream"
  done
  cp "$out/status" status
fi

failed=0
for stream in stdout stderr status; do
  expected=$out/expected
  if [ -f "$stream" ]; then
    cp "$stream" "$expected"
  elif [ "$stream" = status ]; then
    echo 0 > "$expected"
  else
    : > "$expected"
  fi
  if ! cmp -s "$expected" "$out/$stream"; then
    echo "$stream differs:"
    diff "$expected" "$out/$stream"
    failed=1
  fi
done
exit $failed
