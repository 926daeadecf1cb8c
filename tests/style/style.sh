#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# style.sh [--all | BASE] [--minutes N]: what ./test --style does once the tools are there and build/ is configured.
# clang-tidy reads what differs from BASE (tidy.py); everything else takes seconds and always reads the whole tree.
set -uo pipefail
top="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
here="$top/tests/style"
build="$top/build"
cd "$top" || exit 2

say() { printf '%s\n' "$*" >&2; }
failed=()
# check <name> <command...>: what the command prints is shown if it fails.
check() {
    local name="$1" began="$SECONDS" said
    shift
    if said="$("$@" 2>&1)"; then
        say "style: $name passed ($((SECONDS - began)) s)"
    else
        printf '%s\n' "$said"
        say "style: $name failed ($((SECONDS - began)) s)"
        failed+=("$name")
    fi
}
skipped() { say "style: $1 skipped: $2"; }
have() { command -v "$1" >/dev/null; }

mapfile -t sources < <(git ls-files '*.cpp' '*.h')
mapfile -t scripts < <(git ls-files run test .ci/run '*.sh')
# Recorded bytes, pictures and other people's words are not spelt here; German has no dictionary in codespell.
mapfile -t texts < <(git ls-files -- ':!*.ts' ':!*.png' ':!LICENSE' ':!tests/fuzz/seeds' ':!tests/style/words.txt' ':!docs/manual/de' ':!resources/desktop' ':!tests/app/tst_language.cpp')

if have clang-format-14; then
    check clang-format clang-format-14 --dry-run -Werror "${sources[@]}"
else
    skipped clang-format "version 14 is not packaged here, and other versions format some lines differently"
fi
# Names like inForce are code, not English.
check codespell codespell --ignore-words "$here/words.txt" --ignore-regex '\b[a-z]+[A-Z]\w*\b' "${texts[@]}"
check shellcheck shellcheck -x --severity=style "${scripts[@]}"
# Debian's /usr/bin/lupdate is Qt 5's, or none.
lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || skipped "translations against the sources" "no $lupdate here; the files alone are read"
[ -x "$lupdate" ] || lupdate=
check translations python3 "$here/translations.py" "$top" ${lupdate:+"$lupdate"}
check layering ctest --test-dir "$build" -R '^layering$' --no-tests=error --output-on-failure

python3 "$here/tidy.py" "$@" || failed+=(clang-tidy)

# Length alone proves nothing: these are where to look first for a second responsibility.
long="$(wc -l "${sources[@]}" | awk '$1 > 400 && $2 != "total" && $2 !~ /^tests\// {print $1, $2}' | sort -rn)"
[ -z "$long" ] || say "style: over 400 lines, look for the second responsibility:
$long"

if [ "${#failed[@]}" != 0 ]; then
    say "style: ${failed[*]} failed"
    exit 1
fi
say "style: in order"
