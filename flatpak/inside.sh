#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# inside.sh build|install|tests|walk ...: the part of prove.sh that an ordinary user does.
set -euo pipefail

app=io.github.counterpoint_app.Counterpoint
prefix=io.github.counterpoint_app
suite=trixie

# As an ordinary user flatpak asks the system bus about parental controls: it is given one.
on_a_bus() { dbus-run-session -- sh -c 'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec "$@"' sh "$@"; }

install_runtime() { # FROM NAMES...
  local from=$1
  shift
  flatpak --user remote-add --if-not-exists --no-gpg-verify runtime "file://$from/repo"
  flatpak --user remote-modify --url="file://$from/repo" runtime
  flatpak --user install -y --noninteractive --or-update runtime "${@/%///$suite}"
}

build() { # RUNTIME WORK
  install_runtime "$1" "$prefix.Platform" "$prefix.Sdk" >"$2/install.log" 2>&1 || { cat "$2/install.log"; exit 1; }
  on_a_bus flatpak-builder --disable-rofiles-fuse --force-clean --repo="$HOME/repo" --state-dir="$HOME/state" "$HOME/build" "$2/$app.json" \
    >"$2/build.log" 2>&1 || exit 1
  flatpak build-bundle "$HOME/repo" "$2/counterpoint.flatpak" "$app" master
}

# What somebody does who has the bundle and the runtime, and nothing else: an installation of its own.
install() { # RUNTIME WORK
  rm -rf "$HOME/installed"
  export FLATPAK_USER_DIR=$HOME/installed
  local permissions expected
  {
    install_runtime "$1" "$prefix.Platform" && on_a_bus flatpak --user install -y --noninteractive --bundle "$2/counterpoint.flatpak"
  } >"$2/install.log" 2>&1 || { cat "$2/install.log"; exit 1; }
  permissions=$(flatpak --user info --show-permissions "$app" | sed '/^$/d')
  expected=$(printf '[Context]\nshared=ipc;\nsockets=x11;wayland;fallback-x11;\ndevices=dri;')
  [ "$permissions" = "$expected" ] || { printf 'permissions are\n%s\nnot\n%s\n' "$permissions" "$expected"; exit 1; }
}

# A person's way through the installed program (tests/flatpak/test-sandbox.c), on a screen, a bus and portals of its own.
walk() { # WORK
  export FLATPAK_USER_DIR=$HOME/installed CPT_SCREENSHOTS=$1/screenshots CPT_PROGRAM=$1/program
  rm -rf "$CPT_SCREENSHOTS" "$HOME/.var" "$HOME/.local" "$HOME/.config" "$HOME/News"
  mkdir "$CPT_SCREENSHOTS"
  printf '#!/bin/sh\nexec flatpak run --user --env=GSK_RENDERER=cairo --env=G_DEBUG=fatal-criticals %s "$@"\n' "$app" >"$CPT_PROGRAM"
  chmod +x "$CPT_PROGRAM"
  local display status=0
  coproc X { exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp -noreset 2>"$1/xvfb.log"; }
  local xvfb=$X_PID
  read -r display <&"${X[0]}"
  DISPLAY=:$display timeout 300 dbus-run-session -- "$1/walk" >"$1/walk.log" 2>&1 || status=$?
  kill "$xvfb"
  wait "$xvfb" 2>/dev/null || true
  if [ "$status" != 0 ]; then tail -40 "$1/walk.log"; fi
  grep -E '^(ok|not ok)' "$1/walk.log" || true
  return "$status"
}

# in_sdk COMMAND...: with the Sdk as the whole system. "flatpak build" would do but for one thing: programs find the mark of
# a sandbox there and ask portals that are not.
in_sdk() { # WORK COMMAND...
  local sdk=$HOME/flatpak/runtime/$prefix.Sdk/$(flatpak --default-arch)/$suite/active/files work=$1
  shift
  getent passwd root "$(id -u)" >"$work/passwd" # who is not listed there gets no bus
  bwrap --unshare-all --die-with-parent --ro-bind "$sdk" /usr --ro-bind "$sdk/etc" /etc --ro-bind "$work/passwd" /etc/passwd --symlink usr/bin /bin --symlink usr/sbin /sbin \
    --symlink usr/lib /lib --symlink usr/lib64 /lib64 --proc /proc --dev /dev --tmpfs /tmp --tmpfs /run --tmpfs /var --dir /var/lib \
    --bind "$work" "$work" --chdir "$work" "$@"
}

# The suites in the Sdk, against its GTK and with its compiler. A build folder of its own: the tests are not in the bundle.
tests() { # WORK
  # shellcheck disable=SC2016 # for the shell inside
  in_sdk "$1" sh -c '
    set -e
    echo "GTK $(pkg-config --modversion gtk4), GLib $(pkg-config --modversion glib-2.0), gcc $(gcc -dumpfullversion)" >"$1/versions"
    [ -f "$2/build.ninja" ] || meson setup "$2" "$1/src" -Dwerror=true
    nice ninja -C "$2"
    meson test -C "$2" --no-rebuild --print-errorlogs --suite core --suite cli --suite data
    meson test -C "$2" --no-rebuild --print-errorlogs --suite gui --suite e2e --num-processes 1
  ' sh "$1" "$HOME/build-tests" >"$1/tests.log" 2>&1 || { tail -60 "$1/tests.log"; exit 1; }
  grep -E '^(Ok|Fail|Skipped|Timeout): ' "$1/tests.log"
}

verb=$1
shift
"$verb" "$@"
