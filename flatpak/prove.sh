#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# prove.sh [build | platform]: makes the Flatpak out of Debian's packages alone and proves it; "build" makes it only,
# "platform" makes a bundle of the runtime, too. Called by `./dev flatpak`, which installs what this needs; runs as root,
# because a runtime is made by chroot. Everything of the Flatpak itself is done as an ordinary user in a mount namespace of
# its own: bubblewrap that root starts keeps every capability.
#
#   build-flatpak/counterpoint.flatpak           what users install, and
#   build-flatpak/counterpoint-platform.flatpak  the runtime that it was built for
#   build-flatpak/screenshots                    what the walk in the sandbox saw
#
# The last line is "N passed, M failed". 77: this machine cannot do it, and why is said.
# CPT_FLATPAK_CACHE: runtimes, sources, build folders and the user's home (default /var/tmp/counterpoint-flatpak).
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
top=$(dirname "$here")
app=io.github.counterpoint_app.Counterpoint
prefix=io.github.counterpoint_app
suite=trixie
cache=${CPT_FLATPAK_CACHE:-/var/tmp/counterpoint-flatpak}
work=$cache/work
out=$top/build-flatpak
user=counterpoint-flatpak
walk=${CPT_FLATPAK_WALK:-$top/build/tests/flatpak/test-sandbox}
started=$SECONDS step_started=$SECONDS passed=0 failed=0

step() { printf '   %4d s  %s\n' $((SECONDS - step_started)) "$1"; step_started=$SECONDS; }
give_up() { printf 'flatpak: NOT PROVED HERE: %s\n' "$1"; exit 77; }
die() { printf 'flatpak: %s\n' "$1" >&2; exit 1; }
count() {
  if [ "$1" = 0 ]; then passed=$((passed + 1)); echo "ok       $2"; else failed=$((failed + 1)); echo "FAILED   $2"; fi
}

check_machine() {
  [ "$(id -u)" = 0 ] || give_up 'making a runtime needs root'
  [ -f /etc/apt/sources.list.d/debian.sources ] || give_up 'this is no Debian 12 or newer (no /etc/apt/sources.list.d/debian.sources)'
  for program in flatpak flatpak-builder mmdebstrap ostree bwrap eu-strip fusermount3 dbus-run-session Xvfb xdotool; do
    command -v "$program" >/dev/null || give_up "$program is not installed"
  done
  unshare --mount --propagation private true 2>/dev/null || give_up 'no mount namespaces'
  id -u "$user" >/dev/null 2>&1 || useradd --system --no-create-home --home-dir "$work/home" --shell /bin/sh "$user"
  mkdir -p "$cache"
  [ -O "$cache" ] || die "$cache belongs to somebody else"
  chmod 755 "$cache"
  as_user bwrap --unshare-user --unshare-pid --ro-bind / / true 2>/dev/null || give_up 'an ordinary user may not make user namespaces'
  as_user test -w /dev/fuse || give_up 'no FUSE for an ordinary user, hence no document portal'
}

# as_user COMMAND...: as the ordinary user, in a mount namespace with a runtime folder where portals expect it and a
# /dev/fuse that may be used.
as_user() {
  # shellcheck disable=SC2016 # for the shell inside
  unshare --mount --propagation private -- bash -c '
    set -e
    u=$(id -u "$1") g=$(id -g "$1") home=$2
    shift 2
    mkdir -p /run/user
    mount -t tmpfs -o mode=755 tmpfs /run/user
    mkdir -m 700 "/run/user/$u"
    chown "$u" "/run/user/$u"
    if [ -e /dev/fuse ] && mknod -m 666 /run/user/fuse c 10 229 2>/dev/null; then mount --bind /run/user/fuse /dev/fuse; fi
    exec setpriv --reuid "$u" --regid "$g" --clear-groups env -i HOME="$home" USER="$(id -un "$u")" PATH=/usr/bin:/bin LANG=C.UTF-8 \
      XDG_RUNTIME_DIR="/run/user/$u" FLATPAK_USER_DIR="$home/flatpak" "$@"
  ' bash "$user" "$work/home" "$@"
}

# The runtime is kept until the script that makes it changes.
make_runtime() {
  local key
  key=$suite-$(sha256sum "$here/runtime.sh" | cut -c1-16)
  runtime=$cache/$key
  if [ -e "$runtime/done" ]; then return; fi
  find "$cache" -maxdepth 1 -name "$suite-*" -exec rm -rf {} +
  "$here/runtime.sh" "$runtime" || die 'the runtime could not be made'
  chown -R "$user:" "$runtime" # hard links need the same owner
  touch "$runtime/done"
}

# What a commit of everything would hold; the clocks stay, so that the next build compiles only what changed.
copy_sources() {
  rm -rf "$work/src"
  mkdir -p "$work/src"
  (cd "$top" && git ls-files -coz --exclude-standard | while IFS= read -r -d '' f; do [ ! -e "$f" ] || printf '%s\0' "$f"; done \
    | tar -c --null -T -) | tar -x -C "$work/src"
}

# The manifest that ships, with this runtime in the place of GNOME's and the sources taken from the copy.
make_manifest() {
  python3 - "$here/$app.json" "$work/$app.json" "$prefix" "$suite" "$work/src" <<'PY'
import json, sys
src, dst, prefix, suite, tree = sys.argv[1:]
m = json.load(open(src))
m['runtime'], m['sdk'], m['runtime-version'] = prefix + '.Platform', prefix + '.Sdk', suite
m['modules'][-1]['sources'] = [{'type': 'dir', 'path': tree}]   # the last module is the program
json.dump(m, open(dst, 'w'), indent=1)
PY
}

# Archives of bundled libraries: the same bytes out of Debian's source archive, recognised by their sha256.
fetch_sources() {
  python3 - "$here/$app.json" <<'PY' | while read -r sha file; do
import json, os, sys
for m in json.load(open(sys.argv[1]))['modules']:
    for s in m.get('sources', []):
        if s.get('type') == 'archive':
            print(s['sha256'], s.get('dest-filename') or os.path.basename(s['url']))
PY
    fetch_archive "$sha" "$file"
    mkdir -p "$work/home/state/downloads/$sha"
    cp -n "$cache/downloads/$sha/$file" "$work/home/state/downloads/$sha/"
  done
}

# fetch_archive SHA256 NAME-VERSION.tar.gz
fetch_archive() {
  local keep=$cache/downloads/$1/$2 t f
  if [ -e "$keep" ]; then return; fi
  t=$(mktemp -d)
  mkdir -p "$t/lists/partial" "${keep%/*}"
  sed -n 's/^URIs: //p; s/^Signed-By: //p' /etc/apt/sources.list.d/debian.sources | head -2 | {
    read -r uri
    read -r key
    echo "deb-src [signed-by=$key] $uri $suite main"
  } >"$t/list"
  local apt=(apt-get -qq -o Dir::Etc::SourceList="$t/list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$t/lists"
    -o APT::Sandbox::User=root -o Acquire::Check-Date=false)
  "${apt[@]}" update >/dev/null
  (cd "$t" && "${apt[@]}" source --download-only --tar-only "${2%%-*}/$suite" >/dev/null)
  for f in "$t"/*.orig.tar.*; do
    if echo "$1  $f" | sha256sum -c --status; then cp "$f" "$keep"; fi
  done
  rm -rf "$t"
  [ -e "$keep" ] || die "no archive of Debian's has the sha256 of $2"
}

check_machine
mkdir -p "$work/home" "$out/screenshots"
rm -f "$out"/*.flatpak "$out"/screenshots/*.png
make_runtime
step 'Platform and Sdk of Debian packages'
copy_sources
make_manifest
fetch_sources
chown -R "$user:" "$work"
step 'sources'

as_user "$here/inside.sh" build "$runtime" "$work" && status=0 || status=$?
count "$status" 'builds from the manifest'
step 'flatpak-builder, bundle'
[ "$status" = 0 ] || { tail -40 "$work/build.log"; exit 1; }
cp "$work/counterpoint.flatpak" "$out/"
if [ "${1:-}" = build ]; then exit 0; fi
if [ "${1:-}" = platform ]; then
  [ -e "$runtime/platform.flatpak" ] || as_user flatpak build-bundle --runtime "$runtime/repo" "$runtime/platform.flatpak" "$prefix.Platform" "$suite"
  cp "$runtime/platform.flatpak" "$out/counterpoint-platform.flatpak"
  step 'bundle of the runtime'
fi

as_user "$here/inside.sh" install "$runtime" "$work" && status=0 || status=$?
count "$status" 'the bundle installs for an ordinary user, with four permissions and no more'
step 'installation'

cp "$walk" "$work/walk"
as_user "$here/inside.sh" walk "$work" && status=0 || status=$?
count "$status" 'in the sandbox: portals, drag, recent files, changes from outside, dark style'
cp "$work"/screenshots/*.png "$out/screenshots/" || true
step 'walk in the sandbox'

as_user "$here/inside.sh" tests "$work" && status=0 || status=$?
count "$status" "compiles without a warning and passes its tests in the Sdk ($(cat "$work/versions" 2>/dev/null))"
step 'tests in the Sdk'
step_started=$started
step 'all'
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
