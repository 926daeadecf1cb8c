#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""manual.py SOURCE: the manual says what the window says.

Every page is there in each language, with the same headings, lists, tables and pictures; its links lead to pages; and each
word in bold is one that the window shows in that language: a source of tr() in English, a translation in German. Each picture
is one that the tour takes, of some kilobytes, and has words for those who do not see it. Each kind of people has its ten
minutes.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as tree

SOURCE = pathlib.Path(sys.argv[1])
MANUAL = SOURCE / "docs/manual"
# What is bold without being a label: the words that index.md explains.
EXPLAINED = "index.md"
# A page of ten minutes for each kind of people, and for those who have no pack yet.
TEN_MINUTES = {"en": "## Ten minutes", "de": "## Zehn Minuten"}
PEOPLE = ["approver.md", "auditor.md", "beginning.md", "fleet-manager.md", "service.md"]
LARGEST = 60 * 1024
TOUR = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCE / "tests/system/tour").glob("*.cpp"))
problems = []


def plain(text):
    """A label as the manual may write it: without a mark for a key, and with one kind of dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").replace(" …", "…").replace("...", "…").strip()


def labels(language):
    words = set()
    for message in tree.parse(SOURCE / "translations/packwarden_de.ts").getroot().iter("message"):
        source = plain(message.findtext("source") or "")
        translation = message.find("translation")
        if language == "en":
            words.add(source)
        elif translation is not None and translation.text:
            words.add(plain(translation.text))
    return words


def shape(text):
    """Headings, list items, rows of tables and pictures, in order."""
    kinds = []
    for line in text.split("\n"):
        picture = re.match(r" *!\[.*\]\((.*)\)", line)
        found = re.match(r"(#+ |\* |\d+\. |\||    \S)", line)
        if picture:
            kinds.append(picture[1])
        elif found:
            kinds.append(re.sub(r"\d+", "1", found[1]).strip()[:2] or "code")
    return kinds


def check(page, language, words):
    text = page.read_text(encoding="utf-8")
    name = f"docs/manual/{language}/{page.name}"
    for target in re.findall(r"\]\(([^)#]+)", text):
        if not (page.parent / target).exists():
            problems.append(f"{name}: there is no page {target}")
    if page.name in PEOPLE and TEN_MINUTES.get(language, "## ") not in text:
        problems.append(f"{name}: no ten minutes")
    for description, picture in re.findall(r"!\[(.*?)\]\((.*?)\)", text):
        if len(description) < 10:
            problems.append(f"{name}: {picture} has no words for those who do not see it")
        if not re.fullmatch(r"pictures/[a-z-]+\.png", picture) or f'"{picture[9:-4]}"' not in TOUR:
            problems.append(f"{name}: the tour takes no {picture}")
    if page.name == EXPLAINED:
        return
    for bold in re.findall(r"\*\*(.+?)\*\*", text.replace("\n", " ")):
        label = plain(re.sub(r" +", " ", bold))
        # "Only listen" is enough of "Only listen: this program sends nothing on the bus".
        if label not in words and not any(word.startswith(label + ":") for word in words):
            problems.append(f"{name}: the window shows no “{label}”")


english = sorted(path.name for path in (MANUAL / "en").glob("*.md"))
for folder in sorted(path for path in MANUAL.iterdir() if path.is_dir()):
    known = labels(folder.name)
    if sorted(path.name for path in folder.glob("*.md")) != english:
        problems.append(f"docs/manual/{folder.name}: not the pages of docs/manual/en")
        continue
    shown = "".join((folder / each).read_text(encoding="utf-8") for each in english)
    for picture in sorted((folder / "pictures").glob("*")):
        if picture.name not in shown:
            problems.append(f"docs/manual/{folder.name}/pictures: no page shows {picture.name}")
        if picture.stat().st_size > LARGEST:
            problems.append(f"docs/manual/{folder.name}/pictures: {picture.name} is larger than {LARGEST // 1024} KiB")
    for each in english:
        check(folder / each, folder.name, known)
        if shape((folder / each).read_text(encoding="utf-8")) != shape((MANUAL / "en" / each).read_text(encoding="utf-8")):
            problems.append(f"docs/manual/{folder.name}/{each}: other headings, lists or tables than in English")
print("\n".join(problems))
sys.exit(1 if problems or not english else 0)
