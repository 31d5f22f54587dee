#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test-streams.sh PROGRAM: an answer comes before the next line is sent, and no line kills the run.
set -eu
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One line in, one line out, while the pipe stays open.
mkfifo "$work/in" "$work/out"
"$program" analyze --input=jsonl < "$work/in" > "$work/out" &
exec 3> "$work/in" 4< "$work/out"
for id in first second third; do
  printf '{"id":"%s","text":"It rains."}\n' "$id" >&3
  IFS= read -r line <&4
  case $line in
    *"\"id\":\"$id\""*) ;;
    *) echo "no answer to $id: $line"; exit 1 ;;
  esac
done
exec 3>&- 4<&-
wait $!

# Hostile lines: deep nesting, a huge text, bytes that are no UTF-8, a zero byte, no line feed at the end.
{
  head -c 100000 /dev/zero | tr '\0' '['; echo
  printf '{"id":"big","text":"'; head -c 3000000 /dev/zero | tr '\0' 'x'; printf '"}\n'
  printf '{"id":"quotes","text":"'; head -c 200000 /dev/zero | sed 's/\x00/\\"/g'; printf '"}\n'
  printf '\377\376\n'
  printf '{"text":"a\0b"}\n'
  printf '{"id":"last","text":"It rains."}'
} > "$work/hostile"
status=0
"$program" analyze --input=jsonl < "$work/hostile" > "$work/answers" || status=$?
[ "$status" -eq 1 ] || { echo "exit status $status"; exit 1; }
[ "$(wc -l < "$work/answers")" -eq 6 ] || { echo "$(wc -l < "$work/answers") answers"; exit 1; }
for expected in '"code":"too-deep"' '"id":"big","language"' '"id":"quotes","language"' '"code":"encoding"' '"code":"syntax"' '"id":"last","language"'; do
  grep -q "$expected" "$work/answers" || { echo "no $expected"; exit 1; }
done
