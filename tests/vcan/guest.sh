#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# guest.sh FOLDER PROGRAM [ARGUMENT...]: runs a program of this machine in a small virtual machine whose kernel knows CAN,
# with vcan0 and vcan1 up for CAN FD, the kernel's own ISO-TP, and can0, a card on a bus that has nobody else. The guest sees this machine's files and cannot change
# them, FOLDER alone excepted. Its exit code is the program's; 2: the set-up lacks something; 125: the guest did not come
# up, or ended without a word; 124: it took longer than GUEST_SECONDS.
set -euo pipefail

memory="${GUEST_MEMORY:-1024}" # MiB
seconds="${GUEST_SECONDS:-240}"

give_up() {
    printf 'guest.sh: %s\n' "$2" >&2
    exit "$1"
}

[ "$#" -ge 2 ] || give_up 2 "usage: guest.sh FOLDER PROGRAM [ARGUMENT...]"
mkdir -p "$1"
share="$(realpath "$1")"
shift
for tool in qemu-system-x86_64 busybox cpio depmod modprobe dpkg-deb apt-get ip isotpsend; do
    PATH="$PATH:/usr/sbin:/sbin" command -v "$tool" >/dev/null || give_up 2 "$tool is missing (./test --vcan installs what it needs)"
done
PATH="$PATH:/usr/sbin:/sbin"

# The distribution's kernel, as a file: it is not installed. Its plain flavour has CAN, the one for clouds has not.
package="$(apt-cache depends --important linux-image-amd64 2>/dev/null | awk '$1 == "Depends:" {print $2; exit}')"
[ -n "$package" ] || give_up 2 "no linux-image-amd64 in the package lists (the guest wants Debian on amd64; apt-get update?)"
release="${package#linux-image-}"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/packwarden/guest-$release-2"

# In the order in which they are wanted; what they need is found by modprobe.
modules=(virtio_pci 9pnet_virtio 9p overlay vcan can_raw can_isotp can_gw kvaser_pci)

make_guest() {
    local made="$cache.new.$$" wanted list path
    rm -rf "$made"
    mkdir -p "$made/package" "$made/tree" "$made/root/modules"
    # shellcheck disable=SC2064
    trap "rm -rf '$made'" EXIT
    (cd "$made/package" && apt-get -q download "$package") >"$made/download.log" 2>&1 \
        || give_up 125 "$package could not be fetched: $(tail -n 1 "$made/download.log")"
    dpkg-deb -x "$made"/package/*.deb "$made/tree"
    depmod -b "$made/tree" "$release"
    : >"$made/root/modules/order"
    for wanted in "${modules[@]}"; do
        list="$(modprobe -d "$made/tree" -S "$release" --show-depends "$wanted")" || give_up 125 "the kernel has no module $wanted"
        while read -r path; do
            grep -qxF "${path##*/}" "$made/root/modules/order" && continue
            cp "$path" "$made/root/modules/"
            echo "${path##*/}" >>"$made/root/modules/order"
        done < <(awk '$1 == "insmod" {print $2}' <<<"$list")
    done
    cp "$(command -v busybox)" "$made/root/busybox"
    cp "$(dirname "${BASH_SOURCE[0]}")/init.sh" "$made/root/init"
    chmod 755 "$made/root/init"
    cp "$made/tree/boot/vmlinuz-$release" "$made/kernel"
    (cd "$made/root" && find . -print0 | cpio --null --quiet -o -H newc) | gzip -1 >"$made/first-root"
    rm -rf "$made/package" "$made/tree" "$made/root"
    rm -rf "$cache"
    mv -T "$made" "$cache"
    trap - EXIT
}
mkdir -p "${cache%/*}"
if [ ! -f "$cache/first-root" ] || [ "$(dirname "${BASH_SOURCE[0]}")/init.sh" -nt "$cache/first-root" ]; then
    make_guest
fi

# What runs there, from this folder and with these variables.
rm -f "$share/status"
{
    printf 'cd %q || exit 125\nexport PATH=%q HOME=/root LC_ALL=C.UTF-8\n' "$PWD" "$PATH"
    for name in PACKWARDEN_TEST_KEYS QT_QPA_PLATFORM QT_LOGGING_RULES; do
        [ -z "${!name:-}" ] || printf 'export %s=%q\n' "$name" "${!name}"
    done
    printf 'exec '
    printf '%q ' "$@"
    echo
} >"$share/program"

# Emulated throughout, as /dev/kvm of a machine that is itself a guest may hang; GUEST_KVM=1 asks for it all the same.
processor=(-accel tcg -cpu max)
[ -z "${GUEST_KVM:-}" ] || processor=(-accel kvm -cpu host)
code=0
timeout --kill-after=10 "$seconds" qemu-system-x86_64 "${processor[@]}" -machine q35 -smp 2 -m "$memory" \
    -nodefaults -no-user-config -no-reboot -display none -serial stdio \
    -kernel "$cache/kernel" -initrd "$cache/first-root" \
    -append "console=ttyS0 quiet loglevel=3 tsc=reliable clocksource=tsc panic=-1 nokaslr mitigations=off random.trust_cpu=on" \
    -object can-bus,id=wire -device kvaser_pci,canbus=wire \
    -virtfs "local,path=/,mount_tag=machine,security_model=none,readonly=on,multidevs=remap" \
    -virtfs "local,path=$share,mount_tag=share,security_model=none" \
    </dev/null || code=$?
case "$code" in 124 | 137) give_up 124 "the guest was ended after $seconds s" ;; esac
[ "$code" = 0 ] || give_up 125 "the virtual machine failed ($code)"
[ -s "$share/status" ] || give_up 125 "the guest ended without a word"
exit "$(cat "$share/status")"
