#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-installed.sh ROOT PREFIX: what `meson install` put into PREFIX is whole, the desktop finds it there, and it runs from there and
# not from the build folder.
set -u
root=$1 prefix=$2
id=io.github.counterpoint_app.Counterpoint
share=$prefix/share
status=0 checks=0
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
unset GSETTINGS_SCHEMA_DIR LANGUAGE
export XDG_DATA_DIRS="$share:/usr/local/share:/usr/share" PATH="$prefix/bin:$PATH" HOME="$work" XDG_DATA_HOME="$work/data" LC_ALL=C.UTF-8

fail() { echo "not as it should be: $1"; status=1; }
check() { # WHAT COMMAND...
  what=$1 checks=$((checks + 1))
  shift
  "$@" >"$work/out" 2>&1 || { fail "$what"; sed 's/^/  /' "$work/out" | head -n 20; }
}
prints() { # PATTERN COMMAND...
  pattern=$1
  shift
  "$@" >"$work/printed" 2>&1 && grep -q -e "$pattern" "$work/printed"
}

# --- everything is there ---
for file in bin/counterpoint bin/counterpoint-cli "share/applications/$id.desktop" "share/metainfo/$id.metainfo.xml" \
  "share/icons/hicolor/scalable/apps/$id.svg" "share/icons/hicolor/symbolic/apps/$id-symbolic.svg" "share/mime/packages/$id.xml" \
  "share/glib-2.0/schemas/$id.gschema.xml" share/glib-2.0/schemas/gschemas.compiled share/counterpoint/counterpoint.schema.json \
  share/counterpoint/profiles/nato-kremlin.json share/counterpoint/sample/baltic-exercise.md; do
  check "$file is installed" test -s "$prefix/$file"
done
for page in "$root"/data/manual/*.md; do check "the manual's ${page##*/}" test -s "$share/counterpoint/manual/${page##*/}"; done
for language in $(grep -v '^#' "$root/po/LINGUAS"); do
  check "the translation $language" test -s "$share/locale/$language/LC_MESSAGES/counterpoint.mo"
done

# --- the desktop finds it ---
check 'the desktop file is valid' desktop-file-validate "$share/applications/$id.desktop"
check 'the metainfo is valid' appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml"
echo '{}' >"$work/bridge.counterpoint"
check 'a .counterpoint file has its own type' prints 'application/x-counterpoint+json' gio info -a standard::content-type "$work/bridge.counterpoint"
check 'the type is opened by the program' prints "$id.desktop" gio mime application/x-counterpoint+json
check 'the settings have their schema' prints 'window-width' gsettings list-keys "$id"
check 'man counterpoint' prints COUNTERPOINT man -M "$share/man" -P cat counterpoint
check 'man counterpoint-cli' prints COUNTERPOINT-CLI man -M "$share/man" -P cat counterpoint-cli

# --- it runs from there ---
check 'counterpoint-cli compares' prints Kremlin counterpoint-cli compare "$share/counterpoint/sample/baltic-exercise.md"
check 'counterpoint tells its version' prints '^counterpoint [0-9]' counterpoint --version
# From the desktop entry, as a menu starts it.
cat >"$work/start" <<START
gio launch "$share/applications/$id.desktop" "$share/counterpoint/sample/baltic-exercise.md" &
timeout 30 xdotool search --sync --onlyvisible --class counterpoint >"$work/window" || exit 1
sleep 1
readlink /proc/*/exe 2>/dev/null | grep -qxF "$(readlink -f "$prefix")/bin/counterpoint" || { echo "another program runs"; exit 1; }
xdotool key ctrl+q
wait
START
check 'the desktop entry opens a window' "$root/tests/with-x" --bus sh "$work/start"

[ "$checks" -gt 30 ] || fail "only $checks checks were made"
echo "$checks checks of what is installed in $prefix"
exit $status
