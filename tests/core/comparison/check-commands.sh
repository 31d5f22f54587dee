#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-commands.sh ROOT: every factory of a command takes part in the property tests.
set -eu
cd "$1"
missing=0
for name in $(grep -oE '^CptCommand +\*cpt_command_[a-z_]+' src/core/comparison/cpt-command.h | grep -oE 'cpt_command_[a-z_]+' | sort -u); do
  [ "$name" = cpt_command_ref ] && continue
  if ! grep -q "$name (" tests/core/comparison/states.c tests/core/comparison/states-analysed.c; then
    echo "no property test makes $name" >&2
    missing=1
  fi
done
exit $missing
