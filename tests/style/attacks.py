#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""attacks.py ROOT: holds docs/attacks.md against the tests and the conformance kit, in both directions.

Each number that they cite ("case 69", "cases 110 to 115", "attacks 1, 2", case69_...) has its row, which names every
program that cites it; each program and each test function that a row names exists. Prints what is wrong; exit code 1.
"""

import pathlib
import re
import sys

CITED = re.compile(r"\b(?:[Cc]ases?|[Aa]ttacks?) (\d+(?:(?:, | and | to )\d+)*)")
NAMED = re.compile(r"\bcase(\d+(?:_\d+)*)(?:_[a-z]|[A-Z])")
# In C++ "case 0:" is code: only comments, texts and names of functions cite.
TEXTS = re.compile(r'"(?:[^"\\]|\\.)*"|//.*|\bcase\d+\w+')
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.*?) \|$")
# The tables of one program that lie in files of their own, and a report's example.
SHARED = {"chaincases": "tst_chaincorpus", "chaincasesform": "tst_chaincorpus", "chainmaker": "tst_chaincorpus"}
EXAMPLES = {"tst_report"}


def numbers(text):
    for match in CITED.finditer(text):
        last = None
        for joint, digits in re.findall(r"(, | and | to |)(\d+)", match.group(1)):
            yield from range(last + 1, int(digits) + 1) if joint == " to " else [int(digits)]
            last = int(digits)
    for match in NAMED.finditer(text):
        yield from map(int, match.group(1).split("_"))


def program(path):
    if path.parts[:2] == ("app", "conform"):
        return "packwarden-conform"
    return SHARED.get(path.stem, path.stem)


def citations(top):
    found = {}
    for folder in (top / "tests", top / "app"):
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(top)
            if path.suffix not in (".cpp", ".h", ".py") or path.stem in EXAMPLES or "style" in inside.parts:
                continue
            if inside.parts[0] == "app" and "conform" not in inside.parts:
                continue
            text = path.read_text(encoding="utf-8")
            pieces = [text] if path.suffix == ".py" else TEXTS.findall(text)
            for number in (n for piece in pieces for n in numbers(piece)):
                found.setdefault(number, set()).add(program(inside))
    return found


def rows(page):
    found = {}
    for line in page.splitlines():
        if match := ROW.match(line):
            found.setdefault(int(match.group(1)), []).append(match.group(3))
    return found


def objections(page, cited, exists):
    table = rows(page)
    for number, cells in sorted(table.items()):
        if len(cells) > 1:
            yield f"case {number} has {len(cells)} rows"
        for name, function in re.findall(r"`([\w.-]+?)(?:::(\w+))?`", " ".join(cells)):
            if not exists(name, function):
                yield f"case {number} names {name}{'::' + function if function else ''}, which does not exist"
        if not cells[0].strip():
            yield f"case {number} neither names a test nor says that nothing tries it"
    for number, programs in sorted(cited.items()):
        if number not in table:
            yield f"case {number} is cited by {', '.join(sorted(programs))} and has no row"
            continue
        for name in sorted(programs):
            if f"`{name}`" not in table[number][0] and f"`{name}::" not in table[number][0]:
                yield f"case {number} is cited by {name}, which its row does not name"


def proven():
    """Whether each kind of disagreement on a small page would be named."""
    page = "| 1 | One. | `tst_a` |\n| 2 | Two. | `tst_a::two`, `tst_b` |\n| 3 | Three. | Not tried. |\n"
    known = {("tst_a", ""), ("tst_a", "two"), ("tst_b", "")}

    def count(text, cited):
        return len(list(objections(text, cited, lambda name, function: (name, function) in known)))

    reads = list(numbers("cases 1, 3 to 5; attack 7 and 9; case10_11_x; case12Y")) == [1, 3, 4, 5, 7, 9, 10, 11, 12]
    return reads and count(page, {1: {"tst_a"}, 2: {"tst_b"}}) == 0 and count(page, {4: {"tst_a"}}) == 1 \
        and count(page, {1: {"tst_b"}}) == 1 and count(page.replace("::two", "::three"), {}) == 1 \
        and count(page + "| 3 | Again. | `tst_a` |\n", {}) == 1 and count(page.replace("Not tried.", " "), {}) == 1


def main():
    if not proven():
        sys.exit("attacks.py would not see a disagreement")
    top = pathlib.Path(sys.argv[1]).resolve()
    sources = {path.stem: path for path in (top / "tests").rglob("*.*") if path.suffix in (".cpp", ".py")}

    def exists(name, function):
        if name == "packwarden-conform":
            return not function
        path = sources.get(name)
        return path is not None and (not function or f"{function}(" in path.read_text(encoding="utf-8"))

    page = (top / "docs" / "attacks.md").read_text(encoding="utf-8")
    found = list(objections(page, citations(top), exists))
    print("\n".join(found))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
