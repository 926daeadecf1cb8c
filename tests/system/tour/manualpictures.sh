#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# manualpictures.sh TOUR FOLDER: plays the tour in each language of the manual and renews its pictures (ninja manual_pictures).
# pngquant makes a file of some kilobytes of each, without dithering: screens have few colours.
set -euo pipefail
tour="$1"
folder="$2"
manual="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.." && pwd)/docs/manual"
command -v pngquant >/dev/null || { echo "manual_pictures: please install pngquant" >&2; exit 1; }
# A world of its own, whose place says nothing about this machine.
demo=/tmp/packwarden-demo
"$(dirname "$tour")/../bin/packwarden-sim" provision --demo "$demo" >/dev/null
for language in "$manual"/*/; do
    language="$(basename "$language")"
    QT_QPA_PLATFORM=offscreen "$tour" --language "$language" --manual-pictures --demo "$demo" --pictures "$folder/$language"
    mkdir -p "$manual/$language/pictures"
    rm -f "$manual/$language/pictures"/*.png
    for picture in "$folder/$language/manual"/*.png; do
        pngquant --nofs --speed 1 --strip --output "$manual/$language/pictures/$(basename "$picture")" 32 -- "$picture"
    done
done
