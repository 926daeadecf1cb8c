#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds QCA for Qt 6 once, where the distribution does not package it (Debian 12), and prints its prefix.
# The source is Debian's own archive, fetched and verified by apt from the mirror that this machine uses already.
# The plugin path is compiled in, so the prefix carries the version in its name and is never moved.
set -euo pipefail

version=2.3.10-1
cache="${XDG_CACHE_HOME:-$HOME/.cache}/packwarden"
prefix="$cache/qca-qt6-$version"
say() { printf '%s\n' "$*" >&2; }

if [ -f "$prefix/complete" ]; then
    printf '%s\n' "$prefix"
    exit 0
fi

mkdir -p "$cache"
exec 9>"$cache/qca.lock"
flock 9
if [ -f "$prefix/complete" ]; then
    printf '%s\n' "$prefix"
    exit 0
fi

work="$(mktemp -d "$cache/qca-build.XXXXXX")"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial"

# The mirror comes from the machine's own configuration.
# shellcheck disable=SC2016 # the dollars are for apt
mirror="$(apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
    | awk '$1 == "Debian" && $3 == "main" && $2 !~ /-/ { print $4; exit }')"
if [ -z "$mirror" ]; then
    say "QCA for Qt 6 is missing and no Debian mirror is configured in apt: install a package libqca-qt6-dev or add a mirror."
    exit 1
fi
cat > "$work/sources.list" <<SOURCES
deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main
SOURCES
options=(-o "Dir::Etc::SourceList=$work/sources.list" -o "Dir::Etc::SourceParts=-" -o "Dir::State::Lists=$work/lists"
    -o "Dir::Cache::pkgcache=" -o "Dir::Cache::srcpkgcache=" -o "APT::Sandbox::User=$(id -un)")
say "Building QCA $version for Qt 6 into $prefix (once, about 80 s)..."
cd "$work"
apt-get "${options[@]}" update >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
apt-get "${options[@]}" source --tar-only --download-only --only-source "qca2=$version" >>"$work/log" 2>&1 \
    || { cat "$work/log" >&2; exit 1; }
mkdir source
tar -xf qca2_*.orig.tar.* -C source --strip-components=1
{
    cmake -G Ninja -S source -B build -DBUILD_WITH_QT6=ON -DQCA_SUFFIX=qt6 -DBUILD_TESTS=OFF -DBUILD_TOOLS=OFF \
        "-DBUILD_PLUGINS=ossl;pkcs11;softstore" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix"
    cmake --build build
    cmake --install build
} >>"$work/log" 2>&1 || { tail -n 40 "$work/log" >&2; exit 1; }
touch "$prefix/complete"
printf '%s\n' "$prefix"
