#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-spdx.sh ROOT: every source file says its licence in its first lines.
set -u
cd "$1" || exit 1
status=0 n=0
for file in $(find src tests data po flatpak build-aux .ci dev meson.build meson_options.txt \
  \( -name '*.c' -o -name '*.h' -o -name '*.ui' -o -name '*.css' -o -name '*.sh' -o -name '*.py' -o -name '*.in' -o -name '*.xml' -o -name '*.svg' \
  -o -name meson.build -o -name meson_options.txt -o -name dev -o -name run \) -type f 2>/dev/null); do
  n=$((n + 1))
  head -n 4 "$file" | grep -q 'SPDX-License-Identifier: ' || { echo "$file: no SPDX-License-Identifier in the first four lines"; status=1; }
done
[ "$n" -gt 50 ] || { echo "looked at $n files only: this check is broken"; exit 1; }
exit $status
