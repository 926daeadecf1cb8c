#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fresh.sh SUITE [STEP...]: what a person does on a system that has nothing yet. SUITE is a release that debootstrap knows
# (bookworm, trixie). Needs root, debootstrap, and an apt source of Debian; takes about an hour with all steps:
#   run      ./run, which plays the tour where there is no display
#   unit     ./test -L unit
#   test     ./test; not among the steps that are taken where none is named, as it has unit in it
#   package  cmake/package.sh
#   install  in a second root without compilers: install, start, upgrade, remove, purge; a user's data stays
# Each step runs as a user who may use sudo. The roots are kept in FRESH (default: a folder below /var/tmp) for the next time.
set -euo pipefail
top="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)"
suite="${1:?usage: fresh.sh SUITE [STEP...]}"
shift
[ $# != 0 ] || set -- run unit package install
folder="${FRESH:-/var/tmp/packwarden-fresh}/$suite"
say() { printf '%s\n' "$*" >&2; }
[ "$(id -u)" = 0 ] || { say "fresh.sh: only root can make a root"; exit 2; }

# shellcheck disable=SC2016 # the dollars are for apt and awk
mirror="$(apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' \
    | awk '$1 == "Debian" && $2 == "main" { print $3; exit }')"

# makeRoot NAME PACKAGE...: a root with these packages and a user `person`, who may become root.
makeRoot() {
    local root="$folder/$1"
    shift
    [ ! -f "$root/complete" ] || return 0
    rm -rf "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase --include="$(IFS=,; printf '%s' "sudo,ca-certificates,$*")" "$suite" "$root" "${mirror%/}" \
        >"$folder/debootstrap.log" 2>&1 || { tail "$folder/debootstrap.log" >&2; exit 1; }
    chroot "$root" useradd -m person
    printf 'person ALL=(ALL) NOPASSWD: ALL\n' >"$root/etc/sudoers.d/person"
    touch "$root/complete"
}

mounted=()
cleanUp() {
    for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do umount -l "${mounted[i]}" || true; done
}
trap cleanUp EXIT
enter() {
    local root="$folder/$1"
    mountpoint -q "$root/proc" || { mount -t proc proc "$root/proc"; mounted+=("$root/proc"); }
    mountpoint -q "$root/dev" || { mount --rbind /dev "$root/dev"; mounted+=("$root/dev"); }
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
}
# as ROOT COMMAND: by the person, in their home
as() {
    local root="$folder/$1"
    enter "$1"
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        sudo -u person -H env CI=true QT_QPA_PLATFORM=offscreen bash -ec "cd; $2" </dev/null
}
step() {
    local began="$SECONDS"
    if as "$2" "$3" >"$folder/$1.log" 2>&1; then
        say "$suite: $1 passed in $((SECONDS - began)) s"
    else
        tail -n 30 "$folder/$1.log" >&2
        say "$suite: $1 failed after $((SECONDS - began)) s (all of it: $folder/$1.log)"
        exit 1
    fi
}
source_copy() {
    makeRoot build git
    [ -n "${copied:-}" ] && return 0
    rm -rf "$folder/build/home/person/packwarden"
    git clone -q "$top" "$folder/build/home/person/packwarden"
    chroot "$folder/build" chown -R person: /home/person/packwarden
    copied=1
}

for each in "$@"; do
    case "$each" in
        run) source_copy; step run build 'cd packwarden && ./run --tour' ;;
        test) source_copy; step test build 'cd packwarden && ./test' ;;
        unit) source_copy; step unit build 'cd packwarden && ./test -L unit' ;;
        package) source_copy; step package build 'cd packwarden && cmake/package.sh' ;;
        install)
            makeRoot install dbus
            mkdir -p "$folder/install/home/person/packages"
            cp "$folder"/build/home/person/packwarden/build-package/packages/*.deb "$folder/install/home/person/packages/"
            step install install "$(cat "$top/tests/packages/person.sh")"
            ;;
        *) say "fresh.sh: no step $each"; exit 2 ;;
    esac
done
