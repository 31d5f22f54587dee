#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-manual.sh ROOT: every relative link of the readmes and of the manual points to a file that is there, and its
# #fragment to a heading of that file; the manual installs every page that it has.
set -u
cd "$1" || exit 1
list=$(mktemp) || exit 1
trap 'rm -f "$list"' EXIT
status=0 n=0

# The names that GitHub and others give to headings: small letters, digits, hyphens.
has_heading() {
  sed -n 's/^##* //p' "$1" | tr '[:upper:]' '[:lower:]' | sed 's/[^a-z0-9 _-]//g; s/ /-/g' | grep -qxF "$2"
}

# One "file<blank>target" a line; code between fences is no text.
for page in README.md CONTRIBUTING.md $(find src flatpak -name README.md | sort) data/manual/*.md; do
  sed '/^ *```/,/^ *```/d' "$page" | grep -o '](<*[^)<> ]*' | sed "s|^](<*|$page |"
done >"$list"

while read -r page target; do
  case $target in *:*) continue ;; esac
  n=$((n + 1))
  file=${target%%#*} fragment=''
  case $target in *'#'*) fragment=${target#*'#'} ;; esac
  [ -n "$file" ] && file=$(dirname "$page")/$file || file=$page
  if [ ! -e "$file" ]; then
    echo "$page: ($target) points to nothing"
    status=1
  elif [ -n "$fragment" ] && ! has_heading "$file" "$fragment"; then
    echo "$page: ($target) names no heading of $file"
    status=1
  fi
done <"$list"
[ "$n" -gt 0 ] || { echo "found no relative link at all: this check is broken"; exit 1; }

for page in data/manual/*.md; do
  grep -qF "'${page##*/}'" data/manual/meson.build || { echo "data/manual/meson.build does not install $page"; status=1; }
done
exit $status
