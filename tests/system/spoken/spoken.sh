#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# spoken.sh CONSOLE STORE WORK WORLD: spoken.py on an X server and a session bus of its own.
set -euo pipefail
here="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
work="$3"
rm -rf "$work"
mkdir -p "$work/run"
chmod 700 "$work/run"
export HOME="$work" XDG_RUNTIME_DIR="$work/run" NO_AT_BRIDGE=0 PYTHONDONTWRITEBYTECODE=1
exec 5<>"$work/display"
Xvfb -displayfd 5 -screen 0 1400x900x24 -nolisten tcp >/dev/null 2>&1 &
trap 'kill %1' EXIT
for _ in $(seq 300); do
    [ ! -s "$work/display" ] || break
    sleep 0.1
done
DISPLAY=":$(cat "$work/display")"
export DISPLAY
dbus-run-session -- /usr/bin/python3 -W ignore::DeprecationWarning "$here/spoken.py" "$@"
