#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""spreadsheet_peer.py TABLE_TEST WORK: what was written for spreadsheets, read by Python's csv and, where it is, by LibreOffice.

Text comes back as it was, numbers as numbers, and nothing is a formula. LibreOffice is no package that ./test installs: it is
larger than everything else together.
"""

import csv
import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree

TEXTS = ["Car wash", "'=1+1", "'=HYPERLINK(\"http://x\";\"y\")", "'+cmd|' /C calc'!A0", "'-cmd", "'@SUM(A1)", "'\t=1", "'\uff1d1+1",
         'a "b", c; d', "two\nlines", " blank ", "\u00d6l \u00b7 \u03a9", ""]
NUMBERS = ["0", "-12.5", "3.712", "+3", "1e-3", "4200"]
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# Unicode (UTF-8), commas, quotes, from line 1; texts in quotes are not read as numbers, and nothing is run.
HOW = "CSV:44,34,76,1,,1033,false,false,false,false,false,-1"


def words(cell):
    lines = []
    for line in cell.findall(f"{TEXT}p"):
        said = line.text or ""
        for part in line:
            said += {f"{TEXT}s": " " * int(part.get(f"{TEXT}c", "1")), f"{TEXT}tab": "\t"}.get(part.tag, "".join(part.itertext()))
            said += part.tail or ""
        lines.append(said)
    return "\n".join(lines)


def by_python(table):
    with open(table, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    expected = [["Text", "Number"]] + [[text, "1"] for text in TEXTS] + [["number", number] for number in NUMBERS]
    assert rows == expected, [pair for pair in zip(rows, expected) if pair[0] != pair[1]]
    return len(rows)


def by_office(office, table):
    work = table.parent
    subprocess.run([office, f"-env:UserInstallation={(work / 'profile').resolve().as_uri()}", "--headless", f"--infilter={HOW}",
                    "--convert-to", "fods", "--outdir", str(work), str(table)], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=100)
    found = []
    for row in tree.parse(table.with_suffix(".fods")).getroot().iter(f"{TABLE}table-row"):
        cells = []
        for cell in row.findall(f"{TABLE}table-cell"):
            assert cell.get(f"{TABLE}formula") is None, tree.tostring(cell)
            kind = cell.get(f"{OFFICE}value-type")
            value = float(cell.get(f"{OFFICE}value")) if kind == "float" else words(cell)
            cells += [value] * min(2, int(cell.get(f"{TABLE}number-columns-repeated", "1")))
        found.append(cells[:2])
    expected = [["Text", "Number"]] + [[text, 1.0] for text in TEXTS] + [["number", float(number)] for number in NUMBERS]
    assert found[:len(expected)] == expected, [pair for pair in zip(found, expected) if pair[0] != pair[1]]


def objects(check):
    try:
        check()
    except AssertionError:
        return
    sys.exit("a table with a formula was not objected to")


def main():
    test, work = sys.argv[1], pathlib.Path(sys.argv[2])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    table, tampered = work / "table.csv", work / "tampered.csv"
    subprocess.run([test, "aTableIsWritten"], check=True, stdout=subprocess.DEVNULL, env=dict(os.environ, PACKWARDEN_TABLE=str(table)))
    tampered.write_bytes(table.read_bytes().replace(b"'=1+1", b"=1+1"))
    objects(lambda: by_python(tampered))
    print(f"Python's csv: {by_python(table)} rows as they were written")
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not here")
        return
    objects(lambda: by_office(office, tampered))
    by_office(office, table)
    print("LibreOffice: texts as texts, numbers as numbers, no formula")


main()
