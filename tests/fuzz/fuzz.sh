#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fuzz.sh BUILD [--minutes N] [TARGET...]: gives each target (all of them where none is named) N minutes, ten if not said; as
# many side by side as there are processors. What was tried is kept in BUILD/corpus for the next time, what was found in
# BUILD/found/TARGET. Called by ./test --fuzz, which has built them. Exit code 1 if anything was found.
set -euo pipefail
here="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
build="$(readlink -f "${1:?usage: fuzz.sh BUILD [--minutes N] [TARGET...]}")"
shift
minutes=10
targets=()
while [ $# != 0 ]; do
    case "$1" in
        --minutes)
            minutes="${2:-}"
            [[ "$minutes" =~ ^[1-9][0-9]*$ ]] || { printf -- '--minutes needs a number of minutes\n' >&2; exit 2; }
            shift
            ;;
        *)
            [ -x "$build/fuzz/fuzz_$1" ] || { printf 'no fuzz target %s\n' "$1" >&2; exit 2; }
            targets+=("$1")
            ;;
    esac
    shift
done
if [ "${#targets[@]}" = 0 ]; then
    for seeds in "$here"/seeds/*/; do targets+=("$(basename "$seeds")"); done
fi

# one TARGET: what libcrypto keeps until the end is no finding, so leaks are not looked for.
one() {
    local target="$1" found="$build/found/$1" corpus="$build/corpus/$1" status=0
    mkdir -p "$found" "$corpus"
    (cd "$found" && ASAN_OPTIONS=detect_leaks=0 "$build/fuzz/fuzz_$target" -detect_leaks=0 -max_total_time="$((minutes * 60))" -max_len=8192 -timeout=60 \
        "$corpus" "$here/seeds/$target") >"$build/found/$target.log" 2>&1 || status=$?
    printf '%s: exit %s, %s\n' "$target" "$status" "$(grep -aE '^#[0-9]+' "$build/found/$target.log" | tail -n 1)"
    return "$status"
}
export -f one
export here build minutes
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -c 'one {}' || exit 1
