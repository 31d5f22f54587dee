#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# check-store.py ROOT METAINFO DESKTOP: what the stores' linters demand of a Flatpak, checked here before they do: manifest, metainfo,
# desktop file, icon, screenshots. METAINFO and DESKTOP are the files as installed.
import json
import os
import re
import struct
import sys
import xml.etree.ElementTree as ElementTree

ID = 'io.github.counterpoint_app.Counterpoint'
PERMISSIONS = ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri']
RAW = 'https://raw.githubusercontent.com/counterpoint-app/counterpoint/main/'
# Those of the desktop menu specification that stores sort by.
CATEGORIES = {'AudioVideo', 'Development', 'Education', 'Game', 'Graphics', 'Network', 'Office', 'Science', 'Settings', 'System', 'Utility'}

problems = []
checks = 0


def expect(condition, problem):
    global checks
    checks += 1
    if not condition:
        problems.append(problem)


def strict(pairs):
    keys = [key for key, _ in pairs]
    expect(len(keys) == len(set(keys)), f'the manifest has a key twice among {keys}')
    return dict(pairs)


def check_source(module, source, own):
    kind, where = source.get('type'), f'manifest, module {module["name"]}'
    if kind in ('archive', 'file'):
        expect(source.get('url', '').startswith('https://'), f'{where}: no https address')
        expect(re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')), f'{where}: no sha256')
    elif kind == 'git':
        expect('tag' in source and re.fullmatch('[0-9a-f]{40}', source.get('commit', '')), f'{where}: git without tag and commit')
    else:
        expect(own and kind in ('dir', 'patch'), f'{where}: a source of type {kind}')


def check_manifest(root):
    path = os.path.join(root, 'flatpak', ID + '.json')
    manifest = json.load(open(path, encoding='utf-8'), object_pairs_hook=strict)
    expect(manifest['id'] == ID, 'manifest: the id is not the name of the file')
    expect(4 <= len(ID.split('.')) <= 5 and all(re.fullmatch('[A-Za-z_][A-Za-z0-9_]*', part) for part in ID.split('.')), 'the id is malformed')
    expect(manifest['runtime'] == 'org.gnome.Platform' and manifest['sdk'] == 'org.gnome.Sdk', 'manifest: no GNOME runtime')
    expect(re.fullmatch('[0-9]+', manifest['runtime-version']), 'manifest: no released runtime')
    expect(manifest['finish-args'] == PERMISSIONS, f'manifest: permissions are {manifest["finish-args"]}')
    expect(manifest['command'] == 'counterpoint', 'manifest: another command')
    expect('--share=network' not in json.dumps(manifest), 'manifest: network in the build')
    modules = manifest['modules']
    expect(modules[-1]['name'] == 'counterpoint', 'manifest: the last module is not the program')
    for module in modules:
        for source in module['sources']:
            check_source(module, source, module is modules[-1])
        commands = ' '.join(module.get('build-commands', []) + module.get('post-install', []))
        expect(f'/app/share/licenses/{ID}' in commands, f'manifest, module {module["name"]}: its licence is not installed')


def get_text(element, path):
    found = element.find(path)
    return '' if found is None else ' '.join(''.join(found.itertext()).split())


def check_words(metainfo):
    name, summary, description = (get_text(metainfo, tag) for tag in ('name', 'summary', 'description'))
    expect(0 < len(name) <= 20, f'metainfo: the name has {len(name)} characters')
    expect(10 <= len(summary) <= 35, f'metainfo: the summary has {len(summary)} characters')
    expect(not summary.endswith('.') and not re.match('(A|An|The) ', summary), 'metainfo: a full stop or an article in the summary')
    expect(name.lower() not in summary.lower(), 'metainfo: the name in the summary')
    # Three to six lines where a store shows some 120 characters in each.
    expect(240 <= len(description) <= 720, f'metainfo: the description has {len(description)} characters')


def check_links(metainfo):
    expect(get_text(metainfo, 'launchable[@type="desktop-id"]') == ID + '.desktop', 'metainfo: launchable')
    for kind in ('homepage', 'bugtracker', 'vcs-browser', 'help'):
        expect(get_text(metainfo, f'url[@type="{kind}"]').startswith('https://'), f'metainfo: no url of type {kind}')
    developer = metainfo.find('developer')
    expect(developer is not None and ID.startswith(developer.get('id', '?')) and get_text(developer, 'name'), 'metainfo: developer')
    expect(metainfo.find('content_rating[@type="oars-1.1"]') is not None, 'metainfo: content rating')
    colours = {c.get('scheme_preference'): c.text for c in metainfo.findall('branding/color[@type="primary"]')}
    expect(set(colours) == {'light', 'dark'} and all(re.fullmatch('#[0-9a-f]{6}', c) for c in colours.values()), 'metainfo: branding colours')


def check_releases(metainfo, root):
    version = re.search(r"^  version: '([^']+)'", open(os.path.join(root, 'meson.build'), encoding='utf-8').read(), re.M).group(1)
    releases = metainfo.findall('releases/release')
    expect(releases and releases[0].get('version') == version, f'metainfo: the newest release is not {version}')
    for release in releases:
        expect(re.fullmatch(r'\d{4}-\d\d-\d\d', release.get('date', '')), 'metainfo: a release without a date')
        expect(len(get_text(release, 'description')) > 10, f'metainfo: release {release.get("version")} has no notes')


def check_screenshots(metainfo, root):
    shots = metainfo.findall('screenshots/screenshot')
    expect(len([s for s in shots if s.get('type') == 'default']) == 1, 'metainfo: not one default screenshot')
    for shot in shots:
        caption, address = get_text(shot, 'caption'), get_text(shot, 'image')
        expect(caption and not caption.endswith('.'), f'metainfo: caption "{caption}"')
        expect(address.startswith(RAW) and address.endswith('.png'), f'metainfo: screenshot {address}')
        path = os.path.join(root, address[len(RAW):])
        expect(os.path.exists(path), f'{path} is missing')
        if os.path.exists(path):
            head = open(path, 'rb').read(24)
            width, height = struct.unpack('>II', head[16:24])
            expect(head[:8] == b'\x89PNG\r\n\x1a\n' and 620 <= width <= 1000 and 350 <= height <= 700, f'{path}: {width}x{height}')


def check_metainfo(path, root):
    metainfo = ElementTree.parse(path).getroot()
    expect(metainfo.tag == 'component' and metainfo.get('type') == 'desktop-application', 'metainfo: no desktop-application')
    expect(get_text(metainfo, 'id') == ID, 'metainfo: another id')
    expect(get_text(metainfo, 'metadata_license') == 'CC0-1.0', 'metainfo: metadata_license')
    expect(get_text(metainfo, 'project_license') == 'GPL-3.0-or-later', 'metainfo: project_license')
    check_words(metainfo)
    check_links(metainfo)
    check_releases(metainfo, root)
    check_screenshots(metainfo, root)
    return metainfo


def check_desktop(path, metainfo, root):
    lines = open(path, encoding='utf-8').read().splitlines()
    entry = dict(line.split('=', 1) for line in lines if '=' in line and not line.startswith('#'))
    expect(os.path.basename(path) == ID + '.desktop', 'desktop file: its name')
    expect(entry.get('Icon') == ID, 'desktop file: icon')
    expect(CATEGORIES & set(entry.get('Categories', '').split(';')), 'desktop file: no category that stores know')
    expect(entry.get('Exec', '').split()[0] == 'counterpoint', 'desktop file: Exec')
    expect('NoDisplay' not in entry and entry.get('Terminal') == 'false', 'desktop file: hidden, or in a terminal')
    expect(entry.get('Name') == get_text(metainfo, 'name'), 'desktop file and metainfo have different names')
    mime = open(os.path.join(root, 'data', ID + '.mime.xml.in'), encoding='utf-8').read()
    for provided in metainfo.findall('provides/mediatype'):
        expect(provided.text in entry.get('MimeType', '').split(';'), f'desktop file: does not open {provided.text}')
        expect(f'type="{provided.text}"' in mime, f'mime type {provided.text} is not declared')


def check_icon(root):
    svg = ElementTree.parse(os.path.join(root, 'data/icons/hicolor/scalable/apps', ID + '.svg')).getroot()
    box = [float(n) for n in svg.get('viewBox', '0 0 0 0').split()]
    expect(svg.tag == '{http://www.w3.org/2000/svg}svg' and box[2] == box[3] >= 64, 'icon: no square SVG')
    expect(not any(e.tag.endswith('}image') for e in svg.iter()), 'icon: a picture in the SVG')


def main():
    root, metainfo_path, desktop_path = sys.argv[1:]
    check_manifest(root)
    metainfo = check_metainfo(metainfo_path, root)
    check_desktop(desktop_path, metainfo, root)
    check_icon(root)
    for problem in problems:
        print(problem)
    print(f'{checks} checks, {len(problems)} problems')
    if checks < 40:
        print('that are too few: this check is broken')
    return 1 if problems or checks < 40 else 0


sys.exit(main())
