#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# runtime.sh FOLDER: makes a Flatpak Platform and an Sdk from Debian's packages alone, as the repository FOLDER/repo and
# the bundle FOLDER/platform.flatpak. Needs root (chroot) and the network of the package mirror; takes minutes.
# The file's own checksum is the key of the cache (prove.sh): whatever decides the content stands in here.
set -euo pipefail

folder=$1
suite=trixie
prefix=io.github.counterpoint_app
arch=$(flatpak --default-arch)

# What org.gnome.Platform has and Counterpoint uses. No libstemmer: the manifest's module has to bring it.
platform='libgtk-4-1 libjson-glib-1.0-0 libxml2 libicu76 librsvg2-common shared-mime-info hicolor-icon-theme adwaita-icon-theme
  gsettings-desktop-schemas dconf-gsettings-backend libglib2.0-bin fonts-dejavu-core fonts-cantarell fonts-noto-core libgl1-mesa-dri libegl1
  libegl-mesa0 libgles2 libgl1 libglx-mesa0 ca-certificates tzdata xkb-data locales'
sdk='gcc libc6-dev make meson ninja-build pkg-config gettext libgtk-4-dev libgtk-4-bin libjson-glib-dev libicu-dev libxml2-dev
  desktop-file-utils appstream appstream-util appstream-compose git patch file'
# The tests run in the Sdk, too: this is what they need beyond the compiler.
tests='libstemmer-dev libxml2-utils binutils xvfb xdotool x11-utils imagemagick dbus dbus-bin dbus-daemon metacity at-spi2-core libatspi2.0-dev
  man-db'
locales='de_DE ru_RU uk_UA'

# One-line sources of the suite, made from the machine's own mirror and key.
sources() {
  python3 - "$suite" <<'PY'
import re, sys
suite = sys.argv[1]
for stanza in re.split(r'\n\s*\n', open('/etc/apt/sources.list.d/debian.sources').read()):
    f = dict((k.strip(), v.strip()) for k, v in (l.split(':', 1) for l in stanza.splitlines() if ':' in l and l[0] != '#'))
    if 'URIs' in f:
        for s in ([suite + '-security'] if 'security' in f['Suites'] else [suite, suite + '-updates']):
            print('deb [signed-by=%s] %s %s %s' % (f['Signed-By'], f['URIs'], s, f['Components']))
PY
}

# tree FOLDER PACKAGES...: Debian without documentation and without languages that no test speaks.
tree() {
  local dir=$1 keep=()
  shift
  for l in $locales; do keep+=("--dpkgopt=path-include=/usr/share/locale/${l%_*}/*"); done
  sources | nice mmdebstrap --quiet --mode=root --variant=essential --format=directory \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Check-Date "false"' --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/gtk-doc/*' --dpkgopt='path-exclude=/usr/share/lintian/*' --dpkgopt='path-exclude=/usr/share/bug/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' "${keep[@]}" --dpkgopt='path-include=/usr/share/locale/locale.alias' \
    --dpkgopt='path-exclude=/usr/lib/*/libicu*.a' --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
    --customize-hook="for l in $locales; do chroot \"\$1\" localedef --no-archive -i \$l -f UTF-8 \$l.UTF-8; done" \
    --include="$(echo "$*" | tr -s ' \n' ',')" "$suite" "$dir" -
}

# export_tree TREE NAME: a Debian tree becomes a runtime in the repository. /usr is all that a runtime has; /etc lives below.
export_tree() {
  local out=$1.flatpak name=$2
  mkdir -p "$out/files" "$out/var"
  chroot "$1" dpkg-query -W -f '${Package} ${Version}\n' >"$1/usr/manifest.dpkg"
  mv "$1/usr" "$out/usr"
  rm -rf "$out/usr/etc" "$out/usr/share/i18n"
  mv "$1/etc" "$out/usr/etc"
  rm -rf "$out"/usr/etc/{shadow,shadow-,gshadow,gshadow-,passwd-,group-,machine-id,resolv.conf,hostname,mtab,.pwd.lock,apt,systemd,init.d}
  printf '[Runtime]\nname=%s\nruntime=%s\nsdk=%s\n' "$name" "$prefix.Platform/$arch/$suite" "$prefix.Sdk/$arch/$suite" >"$out/metadata"
  flatpak build-export --runtime --disable-sandbox --no-update-summary --timestamp=1970-01-02T00:00:00Z "$folder/repo" "$out" "$suite" >/dev/null
  rm -rf "$out" "$1"
}

rm -rf "$folder"
mkdir -p "$folder/tmp"
# bare-user-only: nothing to compress, and "flatpak --user install" of the same user hard-links from it.
ostree init --mode=bare-user-only --repo="$folder/repo"
ostree config --repo="$folder/repo" set core.fsync false
# One after the other: this machine has other things to do as well.
# shellcheck disable=SC2086 # lists of words
tree "$folder/tmp/platform" $platform 2>"$folder/platform.log" || { tail -20 "$folder/platform.log"; exit 1; }
export_tree "$folder/tmp/platform" "$prefix.Platform"
# shellcheck disable=SC2086
tree "$folder/tmp/sdk" $platform $sdk $tests 2>"$folder/sdk.log" || { tail -20 "$folder/sdk.log"; exit 1; }
export_tree "$folder/tmp/sdk" "$prefix.Sdk"
flatpak build-update-repo "$folder/repo" >/dev/null
rm -rf "$folder/tmp"
