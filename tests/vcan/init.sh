#!/busybox sh
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=dash disable=SC2015 # fail ends the guest, so it may follow any of the steps before it.
#
# The first program of the guest (guest.sh): brings up what the tests need, runs share/program on the host's files, and
# leaves its exit code in share/status. Whatever fails ends the guest without a status, which guest.sh takes for a failure.

box() { /busybox "$@"; }
fail() {
    echo "guest: $*"
    box poweroff -f
}

box mkdir -p /dev /proc /sys /machine /memory /root
box mount -t devtmpfs none /dev && box mount -t proc none /proc && box mount -t sysfs none /sys || fail "no /dev, /proc or /sys"
while read -r module; do
    box insmod "/modules/$module" || fail "$module cannot be loaded"
done </modules/order

# Changes to the host's files stay in the guest's memory.
options=trans=virtio,version=9p2000.L,msize=524288
box mount -t 9p -o "ro,cache=loose,$options" machine /machine || fail "the host's files cannot be seen"
box mount -t tmpfs none /memory && box mkdir /memory/changes /memory/work || fail "no memory for changes"
box mount -t overlay -o lowerdir=/machine,upperdir=/memory/changes,workdir=/memory/work none /root || fail "no overlay"
box mount -t devtmpfs none /root/dev && box mount -t proc none /root/proc && box mount -t sysfs none /root/sys \
    || fail "no /dev, /proc or /sys for the program"
box mkdir -p /root/dev/shm /root/dev/pts /root/share
box mount -t tmpfs none /root/dev/shm && box mount -t devpts none /root/dev/pts && box mount -t tmpfs none /root/run \
    || fail "no /dev/shm, /dev/pts or /run"
box mount -t 9p -o "rw,cache=none,$options" share /root/share || fail "the folder for results cannot be seen"

in_root() { box chroot /root /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
in_root ip link set lo up || fail "no loopback"
for name in vcan0 vcan1; do
    in_root ip link add dev "$name" type vcan && in_root ip link set "$name" mtu 72 && in_root ip link set "$name" up \
        || fail "no $name"
done
in_root ip link set can0 type can bitrate 250000 && in_root ip link set can0 up || fail "no can0"
echo "guest: up after $(box cut -d' ' -f1 /proc/uptime) s, Linux $(box uname -r)"
in_root bash /share/program
code=$?
echo "guest: the program ended with $code after $(box cut -d' ' -f1 /proc/uptime) s"
echo "$code" >/root/share/status
box sync
box poweroff -f
