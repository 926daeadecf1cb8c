#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Debian packages of this system's release into build-package/packages/; with `source`, the source archive
# alone, into a folder, which needs nothing but git and xz.
#   cmake/package.sh [CMAKE-OPTION...]
#   cmake/package.sh source [FOLDER]
# Who publishes them says who answers for them, and where:
#   cmake/package.sh -DPACKWARDEN_MAINTAINER='Name <address>' -DPACKWARDEN_HOMEPAGE=https://...
set -euo pipefail
top="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
# shellcheck source=cmake/setup.sh
. "$top/cmake/setup.sh"
build="$top/build-package"

# The same bytes from the same commit, by each person, in each folder and at each time.
if [ "${1:-}" = source ]; then
    version="$(sed -n 's/^project(Packwarden VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt")"
    folder="${2:-$build/packages}"
    mkdir -p "$folder"
    archive="$folder/packwarden-$version.tar.xz"
    git -C "$top" -c tar.umask=0022 -c core.autocrlf=false archive --format=tar --prefix="packwarden-$version/" HEAD \
        | xz -9 --threads=1 --no-adjust >"$archive"
    say "Source archive: $archive"
    exit 0
fi

packages+=(dpkg-dev librsvg2-bin cmark-gfm weasyprint)
setUp
export PACKWARDEN_PRESET=package
# What Debian hardens programs with; paths of this machine are not part of what is built.
export DEB_BUILD_MAINT_OPTIONS=hardening=+all
CXXFLAGS="$(dpkg-buildflags --get CPPFLAGS) $(dpkg-buildflags --get CXXFLAGS) -ffile-prefix-map=$top=. -g1"
LDFLAGS="$(dpkg-buildflags --get LDFLAGS)"
SOURCE_DATE_EPOCH="$(date -u -d "$(sed -n 's/^set(PACKWARDEN_RELEASED \([0-9-]*\).*/\1/p' "$top/cmake/install/CMakeLists.txt")" +%s)"
export CXXFLAGS LDFLAGS SOURCE_DATE_EPOCH
configure
if [ $# != 0 ]; then cmake -S "$top" -B "$build" "$@" >>"$build/configure.log"; fi
buildAll all
(cd "$build" && cpack --config CPackConfig.cmake >cpack.log) || { cat "$build/cpack.log" >&2; stop "CPack failed"; }
say "Packages:"
ls "$build"/packages/*.deb
