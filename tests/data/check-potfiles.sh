#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-potfiles.sh ROOT: every file with a translatable string is in po/POTFILES.in, and every file there exists.
set -u
cd "$1" || exit 1
status=0
for file in $(grep -v '^#' po/POTFILES.in); do
  [ -f "$file" ] || { echo "po/POTFILES.in names $file, which does not exist"; status=1; }
done
marked=$(grep -rlE '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|ngettext|g_dngettext) ?\("|translatable="(yes|true)"' src --include='*.c' --include='*.h' --include='*.ui' | sort)
[ -n "$marked" ] || { echo "found no translatable file at all: this check is broken"; exit 1; }
for file in $marked; do
  grep -qxF "$file" po/POTFILES.in || { echo "po/POTFILES.in lacks $file"; status=1; }
done
exit $status
