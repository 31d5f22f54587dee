#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-links-no-gtk.sh ROOT PROGRAM: the command line program needs no graphical library.
set -u
needed=$(readelf -d "$2" | grep NEEDED) || { echo "cannot read the needed libraries of $2"; exit 1; }
echo "$needed" | grep -q libglib || { echo "$2 does not even need libglib: this check is broken"; exit 1; }
bad=$(echo "$needed" | grep -E 'libgtk|libgdk|libpango|libcairo|libgraphene|libX11|libwayland')
[ -z "$bad" ] || { echo "$2 links graphical libraries:"; echo "$bad"; exit 1; }
