#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""subject.py FILE: whether the commit message in FILE has the form that CONTRIBUTING.md asks for; exit code 1 if not."""

import pathlib
import re
import sys

FORM = re.compile(r"(?:[a-z][a-z0-9./-]*(?:, [a-z][a-z0-9./-]*)?: \S.*[^.\s]|Merge .*|Revert .*)")


def objection(message):
    lines = [line for line in message.splitlines() if not line.startswith("#")]
    subject = lines[0] if lines else ""
    if len(subject) > 72:
        return f"the subject has {len(subject)} characters; 72 are the most"
    if not FORM.fullmatch(subject):
        return 'the subject wants an area in front and no full stop: "signoffs: keep a receipt that arrives while signing"'
    if len(lines) > 1 and lines[1].strip():
        return "the second line stays empty"
    return None


def main():
    wrong = objection(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    if wrong:
        sys.exit(f"commit message: {wrong}")


main()
