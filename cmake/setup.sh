# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by ./run and ./test. setUp installs what is missing, asks nothing and sets `prefix` to where QCA is, if
# that is not the system; buildAll then configures and builds. Debian 12 and 13 and Ubuntu 24.04 are catered for.
# A second run takes no more than one query of the package database.

say() { printf '%s\n' "$*" >&2; }
stop() {
    say "packwarden: $*"
    exit 1
}

# shellcheck disable=SC2154 # top is set by who sources this.
build="$top/build" # what configure and buildAll work on

# Some packages changed their names between the releases: alternatives, the first that exists is taken.
packages=(build-essential cmake ninja-build mold pkg-config qt6-base-dev qt6-serialbus-dev 'qt6-svg-dev|libqt6svg6-dev'
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite libsqlite3-dev libqcustomplot-dev libssl-dev libp11-dev libp11-kit-dev
    libgl-dev fonts-dejavu-core openssl gnutls-bin python3 python3-cbor2 python3-canmatrix python3-scapy softhsm2 opensc tshark
    libnss3-tools gpgsm gpg-agent)
packagedQca=(libqca-qt6-dev libqca-qt6-plugins)
# Where QCA for Qt 6 is not packaged, cmake/build-qca.sh builds it with these.
builtQca=(qt6-5compat-dev libqt6core5compat6 libpkcs11-helper1-dev dpkg-dev xz-utils debian-archive-keyring)

# missingOf <package or alternatives>...: those of which no alternative is installed
missingOf() {
    local installed entry name found
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' 2>/dev/null) "
    for entry in "$@"; do
        found=
        for name in ${entry//|/ }; do
            case "$installed" in *" installed:$name "*) found=1 ;; esac
        done
        [ -n "$found" ] || printf '%s\n' "$entry"
    done
}

available() { [ -n "$(apt-cache --quiet=0 madison "$1" 2>/dev/null)" ]; }

runAsRoot() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif ! command -v sudo >/dev/null; then
        stop "not root and no sudo here; as root, run: apt-get install $wanted"
    elif sudo -n true 2>/dev/null; then
        sudo -n "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        stop "sudo wants a password and there is no terminal; first run: sudo apt-get install $wanted"
    fi
}

installPackages() {
    local entry name log chosen=()
    wanted="${*//|*/}"
    command -v apt-get >/dev/null || stop "no apt-get here: please install what these Debian packages contain: $wanted"
    say "Missing packages: $wanted"
    log="$(mktemp)"
    say "Reading the package lists..."
    runAsRoot env DEBIAN_FRONTEND=noninteractive apt-get -q update >"$log" 2>&1 </dev/null \
        || say "apt-get update failed (going on with the lists that are here): $(tail -n 1 "$log")"
    for entry in "$@"; do
        for name in ${entry//|/ } ''; do
            [ -n "$name" ] || { rm -f "$log"; stop "no package named ${entry//|/ or } in the package sources of this machine"; }
            if available "$name"; then
                chosen+=("$name")
                break
            fi
        done
    done
    say "Installing: ${chosen[*]}"
    runAsRoot env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${chosen[@]}" \
        >"$log" 2>&1 </dev/null || { tail -n 15 "$log" >&2; rm -f "$log"; stop "apt-get could not install: ${chosen[*]}"; }
    rm -f "$log"
}

setUp() {
    local list
    prefix=
    if [ -z "${HOME:-}" ]; then
        HOME="$(getent passwd "$(id -u)" | cut -d: -f6)"
        export HOME
    fi
    command -v dpkg-query >/dev/null || stop "no dpkg here: the set-up knows Debian 12, Debian 13 and Ubuntu 24.04"
    mapfile -t list < <(missingOf "${packages[@]}")
    [ "${#list[@]}" = 0 ] || installPackages "${list[@]}"
    # Style sheets draw their arrows with Qt's SVG plugin: in Debian 12 a part of libqt6svg6, later a package of its own.
    compgen -G '/usr/lib/*/qt6/plugins/imageformats/libqsvg.so' >/dev/null || installPackages qt6-svg-plugins
    mapfile -t list < <(missingOf "${packagedQca[@]}")
    [ "${#list[@]}" != 0 ] || return 0
    # Asked only until a built QCA is there: apt-cache takes a second.
    if ! compgen -G "${XDG_CACHE_HOME:-$HOME/.cache}/packwarden/qca-qt6-*/complete" >/dev/null && available libqca-qt6-dev; then
        installPackages "${list[@]}"
        return 0
    fi
    mapfile -t list < <(missingOf "${builtQca[@]}")
    [ "${#list[@]}" = 0 ] || installPackages "${list[@]}"
    prefix="$("$top/cmake/build-qca.sh")" || stop "QCA for Qt 6 could not be built (see above)"
}

# configure: $build, where that is new or QCA has moved. The preset is the one that PACKWARDEN_PRESET names, else `default`:
# a newer compiler's warnings stop developers and CI (`dev`), not people who build.
configure() {
    local options=("-DCMAKE_PREFIX_PATH=$prefix") preset="${PACKWARDEN_PRESET:-default}" configured
    command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    configured="$(cat "$build/configured" 2>/dev/null || true)"
    if [ ! -f "$build/build.ninja" ] || [ "$configured" != "$preset $prefix" ]; then
        say "Configuring ${build##*/}/ ..."
        mkdir -p "$build"
        (cd "$top" && cmake --preset "$preset" "${options[@]}") >"$build/configure.log" 2>&1 \
            || { tail -n 30 "$build/configure.log" >&2; stop "CMake could not configure the project"; }
        printf '%s\n' "$preset $prefix" >"$build/configured"
    fi
}

# buildAll [target...]: configures where needed, then builds.
buildAll() {
    configure
    # Words go to standard error, so that standard output is the tests' or the tour's alone.
    ninja -C "$build" -j "$(nproc)" "$@" >&2 || stop "the build failed"
}
