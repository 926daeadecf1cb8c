#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py ROOT [LUPDATE]: what is wrong with the .ts files, one line each; exit code 1 if anything is.

lupdate reads "\\u00B0C" as one character, U+0B0C, and the program then never finds that sentence: a source text holds
Latin characters and the symbols in use alone, and names who or what it is about. Every sentence has a translation, with
the same places to fill, in German everywhere, in French and Spanish in the daily flows; elsewhere those show the English
sentence as a whole. With lupdate, the files also have exactly the sentences of the sources.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

# Beyond ASCII, Latin-1 and Latin Extended-A: punctuation, arrows, operators, shapes, and the Greek letter of the ohm.
SYMBOLS = ((0x2010, 0x2027), (0x202F, 0x203A), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2500, 0x27BF))
GREEK = "\u03a9\u03bc"
# What people meet every day: signing in, Today, Fleet, the inspector, sign-offs, the matrix, and why something is refused.
DAILY = {f"packwarden::{name}" for name in (
    "CellCard", "CellMap", "CellValues", "Chip", "FaultsCard", "FaultWords", "FileField", "FleetPage", "FleetWords", "InspectorPage", "KeyChoice", "LimitScale", "LiveView", "MainWindow", "MessageBar",
    "Names", "NavigationRail", "NumberEdit", "PathField", "PermissionsPage", "SeatCards", "SecretField", "Sentences", "SettingsDialog",
    "SignDialog", "SignInDialog", "SignoffContents", "SignoffDelegate", "SignoffPacks", "SignoffView", "SignoffWords", "SignoffsPage",
    "StartCards", "TitleBar", "TodayPage", "TrendCard")}
# Languages that are complete in the daily flows alone.
BEGUN = {"es", "fr"}
PLACES = re.compile(r"%L?\d+|%n")
# Say who or what is meant: a role, a key, a company, a person, a pack. "Van" is a word of the demo.
VAGUE = re.compile(r"\b(nobody|somebody|anybody|whoever|vans?)\b", re.IGNORECASE)


def allowed(character):
    code = ord(character)
    if character == "\n" or 0x20 <= code < 0x7F or 0xA0 <= code < 0x180 or character in GREEK:
        return True
    return any(first <= code <= last for first, last in SYMBOLS)


def forms(message):
    translation = message.find("translation")
    numerus = translation.findall("numerusform")
    return translation, [form.text or "" for form in numerus] if numerus else [translation.text or ""]


def objections(root, plural_only, begun=False):
    for context in root.iter("context"):
        daily = context.findtext("name") in DAILY
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            where = f"{context.findtext('name')}: {source!r}"
            strange = sorted({f"U+{ord(c):04X}" for c in source if not allowed(c)})
            if strange:
                yield f"{where} has {', '.join(strange)}: an escape that lupdate read too far? Write the character itself"
            if VAGUE.search(source):
                yield f"{where} says {VAGUE.search(source).group()!r}: name what is meant"
            translation, texts = forms(message)
            if begun and not daily and translation.get("type") == "unfinished" and not any(texts):
                continue
            if translation.get("type") in ("unfinished", "vanished", "obsolete"):
                yield f"{where} is {translation.get('type')}"
                continue
            if not all(texts):
                yield f"{where} is not translated"
            wanted = set(PLACES.findall(source)) - {"%n"}
            for text in texts:
                if set(PLACES.findall(text)) - {"%n"} != wanted:
                    yield f"{where} fills other places than its translation {text!r}"
            if plural_only and message.get("numerus") != "yes":
                yield f"{where} stands in the file of plurals"


def sentences(path):
    found = set()
    for context in tree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found.add((context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""))
    return found


def compared(top, file, lupdate):
    sources = [p for layer in ("models", "widgets", "app") for p in sorted((top / layer).rglob("*")) if p.suffix in (".cpp", ".h")]
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / file.name
        shutil.copy(file, copy)
        names = [str(p) for p in sources]
        made = subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-I", str(top), *names, "-ts", str(copy)],
            capture_output=True, text=True, check=False)
        if made.returncode != 0:
            yield f"lupdate failed: {made.stderr.strip()}"
            return
        now = sentences(copy)
    for name, source, _ in sorted(now - sentences(file)):
        yield f"{name}: {source!r} of the sources is missing here (ninja -C build update_translations)"
    for name, source, _ in sorted(sentences(file) - now):
        yield f"{name}: {source!r} is in no source any more (ninja -C build update_translations)"


def proven():
    """Whether each kind of fault in a small file would be named."""
    def one(source, translation):
        return tree.fromstring("<TS><context><name>c</name><message><source>" + source + "</source>" + translation
            + "</message></context></TS>")

    good = one("Up to %1 \u00b0C\u2026", "<translation>Bis %1 \u00b0C\u2026</translation>")
    begun = one("One", '<translation type="unfinished"></translation>')
    daily = tree.fromstring(tree.tostring(begun).decode().replace("<name>c<", "<name>packwarden::TodayPage<"))
    if list(objections(begun, False, True)) or len(list(objections(daily, False, True))) != 1:
        return False
    wrong = [one("%1 \u0b0c", "<translation>%1 \u00b0C</translation>"), one("One", "<translation></translation>"),
        one("One", '<translation type="unfinished">Eins</translation>'), one("%1 of %2", "<translation>%1</translation>"),
        one("Nobody may.", "<translation>Keine Rolle darf.</translation>")]
    return not list(objections(good, False)) and all(len(list(objections(each, False))) == 1 for each in wrong)


def main():
    if not proven():
        sys.exit("translations.py would not see a fault")
    top = pathlib.Path(sys.argv[1]).resolve()
    found = []
    for path in sorted((top / "translations").glob("*.ts")):
        language = path.stem.rsplit("_", 1)[1]
        begun = language in BEGUN
        root = tree.parse(path).getroot()
        found += [f"{path.name}: {line}" for line in objections(root, language == "en", begun)]
        # A context by another name would be looked after by nothing.
        found += [f"{path.name}: there is no {name}" for name in DAILY - {each.findtext("name") for each in root.iter("context")}
                  if begun]
    if len(sys.argv) > 2:
        for language in ("de", *sorted(BEGUN)):
            path = top / "translations" / f"packwarden_{language}.ts"
            found += [f"{path.name}: {line}" for line in compared(top, path, sys.argv[2])]
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


main()
