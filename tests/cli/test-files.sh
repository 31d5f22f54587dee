#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test-files.sh PROGRAM FIXTURES: outputs are whole or untouched, interruption ends with 130, and several runs at once
# do not mix their lines.
set -eu
program=$(realpath "$1")
comparison=$(realpath "$2")/comparison/version-1.counterpoint
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail () {
  echo "$*"
  exit 1
}

# A good export replaces what was there.
echo old > out.html
"$program" export --to=html --output=out.html "$comparison" > said 2>&1 || fail "export failed: $(cat said)"
[ ! -s said ] || fail "export said: $(cat said)"
grep -q '</html>' out.html || fail "the report has no end"

# A bad input leaves it, and leaves nothing else.
echo old > out.html
status=0
"$program" export --to=html --output=out.html missing.txt 2> said || status=$?
[ $status -eq 1 ] || fail "a missing input ended with $status"
grep -q missing.txt said || fail "the message does not name the file"
[ "$(cat out.html)" = old ] || fail "the old output is gone"
[ "$(ls | tr '\n' ' ')" = "out.html said " ] || fail "left behind: $(ls)"

# Standard output that cannot be written is a failure.
if [ -e /dev/full ]; then
  status=0
  "$program" export --to=json "$comparison" > /dev/full 2> said || status=$?
  [ $status -eq 1 ] || fail "a full disk ended with $status"
fi

# Interrupted while an input does not come: 130, nothing written, in bounded time.
mkfifo never
"$program" compare never > out 2> said &
process=$!
sleep 0.5
kill -TERM $process
status=0
wait $process || status=$?
[ $status -eq 130 ] || fail "an interrupted run ended with $status"
[ ! -s out ] && [ ! -s said ] || fail "an interrupted run said something"

# Four runs into one pipe, as GNU parallel --line-buffer does: each line is one whole object.
awk 'BEGIN { for (i = 0; i < 500; i++) print "The ministers met again on day " i "." }' > long.txt
for run in 1 2 3 4; do
  "$program" import long.txt long.txt long.txt &
done > lines
wait
[ "$(grep -c '^{"file": "long.txt".*}$' lines)" -eq 12 ] || fail "lines are mixed"
