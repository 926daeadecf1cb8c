#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a person does with the packages in ~/packages, from installing to purging; fresh.sh runs it in a bare system.
set -euo pipefail
cd "$HOME/packages"
export DEBIAN_FRONTEND=noninteractive
sudo apt-get -q update
sudo apt-get -q install -y --no-install-recommends ./*.deb

# It starts, and a key, a world of packs and a document can be made and read.
packwarden --version
packwardenctl --version
packwarden-conform --list | grep -q '^isotp\.'
work="$(mktemp -d)"
packwarden-sim provision --demo "$work/demo"
packwarden-sim --bus virtualcan:can0 --packs 4 --state "$work/demo/packs" >"$work/simulator.log" &
simulator=$!
trap 'kill $simulator 2>/dev/null || true' EXIT
for _ in $(seq 60); do
    [ ! -s "$work/simulator.log" ] || break
    sleep 1
done
packwardenctl pack list --bus virtualcan:can0 | tee "$work/packs"
[ "$(grep -c SDB-DEMO "$work/packs")" = 4 ]
# The window opens and stays.
timeout 8 packwarden --bus virtualcan:can0 || [ $? = 124 ]
[ -f ~/.local/share/packwarden/audit.db ]
packwardenctl audit verify
before="$(packwardenctl audit list | wc -l)"

# An upgrade, here to a version of the same bytes with a higher number, keeps the data and opens it.
mkdir "$work/newer"
for package in ./*.deb; do
    dpkg-deb -R "$package" "$work/unpacked"
    sed -i -E 's/^(Version: .*)$/\1+upgrade/; s/\(= ([^)]*)\)/(= \1+upgrade)/g' "$work/unpacked/DEBIAN/control"
    dpkg-deb --root-owner-group -b "$work/unpacked" "$work/newer/$(basename "$package")"
    rm -rf "$work/unpacked"
done
chmod 755 "$work" "$work/newer"
sudo apt-get -q install -y --no-install-recommends "$work"/newer/*.deb
dpkg-query -W -f '${Version}\n' packwarden | grep -q upgrade
packwardenctl audit verify
[ "$(packwardenctl audit list | wc -l)" -ge "$before" ]

# Purging leaves nothing of the packages, and all of the person's.
sudo apt-get -q purge -y packwarden packwarden-courier packwarden-tools 'packwarden-qca*'
hash -r # forget where the programs were
if command -v packwarden packwardenctl; then exit 1; fi
left="$(find / -xdev \( -path "$HOME" -o -path /proc -o -path /tmp -o -path /var/lib/apt \) -prune -o -name '*packwarden*' -print 2>/dev/null || true)"
[ -z "$left" ] || { printf '%s\n' "$left"; exit 1; }
[ -f ~/.local/share/packwarden/audit.db ]
echo "installed, started, upgraded, purged; the data is still there"
