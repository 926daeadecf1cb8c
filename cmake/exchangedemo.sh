# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by ./run --exchange, which sets `top` and has read setup.sh: three companies, each with a window that is near no pack (as
# many as a change of a limit takes); a private PostgreSQL between them; and a courier with two packs. What one company publishes and
# the others sign reaches the packs by itself, and their receipts come back.

# shellcheck disable=SC2154 # top is set by who sources this.
bin="$top/build/bin"
# shellcheck disable=SC2034 # setUp reads it.
packages+=("postgresql|postgresql-17|postgresql-16|postgresql-15" libqt6sql6-psql)

# asServer <program> <argument>...: PostgreSQL refuses to run as root.
asServer() {
    if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi
}

# startServer <folder>: sets `socket`
startServer() {
    local folder="$1" programs
    programs="$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1)"
    [ -n "$programs" ] || stop "there is no PostgreSQL in /usr/lib/postgresql"
    socket="$folder"
    mkdir -p "$folder"
    chmod 700 "$folder"
    if [ "$(id -u)" = 0 ]; then chown nobody "$folder"; fi
    if [ ! -f "$folder/data/PG_VERSION" ]; then
        say "A PostgreSQL of this demo alone is made in $folder"
        asServer "$programs/initdb" -D "$folder/data" -U owner -A trust --no-locale -E UTF8 >/dev/null
    fi
    asServer "$programs/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= >"$demo/server.log" 2>&1 9>&- &
    started+=($!)
    for _ in $(seq 100); do
        "$programs/pg_isready" -q -h "$folder" && break
        sleep 0.1
    done
    "$programs/pg_isready" -q -h "$folder" || stop "PostgreSQL did not start: $(tail -n 1 "$demo/server.log")"
    "$programs/psql" -qAt -h "$folder" -U owner -d postgres -c "select 1 from pg_database where datname = 'packwarden'" | grep -q 1 \
        || "$programs/createdb" -h "$folder" -U owner packwarden
}

address() { printf 'postgresql:///packwarden?host=%s&user=%s' "$socket" "$1"; }

# pinRules <store>: those of the demo's packs. The world was made on this computer, so there is nobody to compare with.
pinRules() {
    local store="$1" said words
    [ ! -f "$store/trust/pinned.cbor" ] || return 0
    said="$("$bin/packwardenctl" --json --store "$store" policy pull SDB-DEMO-0001 --bus "$bus" | tail -n 1 || true)"
    mapfile -t words < <(python3 -c '
import json, sys
told = json.loads(sys.argv[1])
print("\n".join("--fingerprint\n" + told[key] for key in ("charter", "policy")))' "$said")
    "$bin/packwardenctl" --json --store "$store" policy pull SDB-DEMO-0001 --bus "$bus" "${words[@]}" >/dev/null \
        || stop "the rules of the demo could not be pinned in $store"
    "$bin/packwardenctl" --json --store "$store" policy pull SDB-DEMO-0002 --bus "$bus" >/dev/null || true
}

# openWindow <person> <login>: on a store of its own, which uses the exchange
openWindow() {
    local store="$demo/stores/$1"
    pinRules "$store"
    [ -f "$store/exchange.ini" ] || printf '[use]\naddress="%s"\n' "$(address "$2")" >"$store/exchange.ini"
    "$bin/packwarden" --store "$store" --identity "$demo/keys/$1.p12" --demo "$demo" --part "$1" 9>&- &
    windows+=($!)
}

exchangeDemo() {
    local folder port simulator
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || stop "this demo opens three windows, and there is no display here"
    setUp
    buildAll packwarden packwardenctl packwarden-sim
    demo="${XDG_DATA_HOME:-$HOME/.local/share}/packwarden-demo-exchange"
    mkdir -p "$demo"
    exec 9>"$demo/lock"
    flock -n 9 || stop "the demo in $demo is open already"
    say "Demo world: $demo"
    "$bin/packwarden-sim" provision --demo "$demo" >&2 || stop "the demo world could not be made in $demo"

    started=()
    windows=()
    trap 'trap - EXIT; kill "${windows[@]}" "${started[@]}" 2>/dev/null || true; wait' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM

    port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
    bus="virtualcan:tcp://127.0.0.1:$port/can0"
    exec 3< <(exec "$bin/packwarden-sim" --bus "$bus" --packs 2 --state "$demo/packs" 2>"$demo/simulator.log" 9>&-)
    simulator=$!
    started+=("$simulator")
    IFS= read -r -t 60 -u 3 ready || stop "the simulator did not start: $(tail -n 1 "$demo/simulator.log")"
    say "$ready"

    # Where root is, nobody reads root's own folders.
    folder="$demo/database"
    if [ "$(id -u)" = 0 ]; then folder=/var/tmp/packwarden-demo-exchange; fi
    startServer "$folder"
    "$bin/packwardenctl" exchange init --exchange "$(address owner)" --member courier=courier --member leasing=leasing \
        --member celldata=celldata --member depot=courier >/dev/null || stop "the exchange could not be made"

    pinRules "$demo/stores/depot"
    "$bin/packwardenctl" courier run --store "$demo/stores/depot" --bus "$bus" --exchange "$(address depot)" >"$demo/courier.log" 2>&1 9>&- &
    started+=($!)
    say "The courier: packwardenctl courier status --store $demo/stores/depot"
    say "People of the demo sign in with a key file of $demo/keys; the passphrase is in $demo/keys/passphrase."
    openWindow courier-fleet-manager courier
    openWindow leasing-asset-manager leasing
    openWindow celldata-specialist celldata
    wait "${windows[@]}"
}
