#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# keep.sh BUILD: keeps a store of this version as tests/system/stores/VERSION.tar.xz, with what is in it in VERSION.json. To be
# run once for each version, when it is released; stores.py then opens it with each later one. Everything in it is made by the
# programs themselves: a demo world, four packs, a request that was signed and applied, a second one that waits.
set -euo pipefail
bin="$(cd "$1/bin" && pwd)"
here="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
version="$("$bin/packwardenctl" --version | sed 's/.* //')"
work="$(mktemp -d)"
trap 'kill "${simulator:-0}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
"$bin/packwarden-sim" provision --demo demo >/dev/null
port=$((20000 + RANDOM % 20000))
bus="virtualcan:tcp://127.0.0.1:$port/can0"
"$bin/packwarden-sim" --bus "$bus" --packs 4 --state demo/packs >simulator.log 2>&1 &
simulator=$!
until grep -q ^ready simulator.log; do sleep 1; done

# ctl WORD...: in the store that is kept. by PERSON WORD...: with that person's key.
ctl() { "$bin/packwardenctl" --store store "$@"; }
by() {
    local person="$1"
    shift
    ctl "$@" --key "demo/keys/$person.p12" --passphrase-file demo/keys/passphrase
}
read -r charter policy < <(ctl policy pull SDB-DEMO-0001 --bus "$bus" --json \
    | python3 -c 'import json, sys; told = json.loads(sys.stdin.readlines()[-1]); print(told["charter"].replace(" ", ""), told["policy"].replace(" ", ""))')
for serial in SDB-DEMO-0001 SDB-DEMO-0002 SDB-DEMO-0003 SDB-DEMO-0004; do
    ctl policy pull "$serial" --bus "$bus" --fingerprint "$charter" --fingerprint "$policy" >/dev/null
done
by courier-fleet-manager request new SDB-DEMO-0001 soc.max=95 --reason 'Winter routes' -o applied.pwreq --bus "$bus" >/dev/null
by leasing-asset-manager request sign applied.pwreq >/dev/null
by celldata-specialist request sign applied.pwreq --own-value soc.max=95 >/dev/null
by service-technician request deliver applied.pwreq --bus "$bus" >/dev/null
by courier-fleet-manager request new SDB-DEMO-0002 soc.max=92 --reason 'One more' -o waiting.pwreq --bus "$bus" >/dev/null
ctl audit verify >/dev/null

python3 - "$bin/packwardenctl" <<'PYTHON' >"$here/$version.json"
import json
import subprocess
import sys


def told(*words):
    made = subprocess.run([sys.argv[1], "--store", "store", "--json", *words], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in made.stdout.splitlines()]


trust = told("trust", "show")[-1]
print(json.dumps({
    "records": told("audit", "list")[:-1], # the last line counts them
    "packs": trust["packs"],
    "rules": [trust["charter"], trust["policy"]],
    "keys": sorted(each["fingerprint"] for each in told("keys", "list")[-1]["certificates"]),
}, indent=1))
PYTHON
tar --sort=name --mtime="@$(stat -c %Y store)" --owner=0 --group=0 --numeric-owner -cJf "$here/$version.tar.xz" store applied.pwreq waiting.pwreq
ls -l "$here/$version.tar.xz"
