#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""manpage.py PAGE DATE OUTPUT PROGRAM
manpage.py PAGE DATE OUTPUT MIME-TYPES VERSION

Writes a manual page: what the program says of itself, and what PAGE (resources/man/*.txt) adds. A PAGE has lines
"key: value", an empty line, and then sections: "# Title", paragraphs, and entries of a list as "term" with lines
"  text" below. A page about files, of section 5, gets the list of file types from MIME-TYPES.
"""

import re
import sys
import xml.etree.ElementTree as tree

import helptext


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in (".", "'") else text


def entry(term, text):
    return [".TP", f"\\fB{escaped(term)}\\fR", escaped(text)]


def read_page(path):
    with open(path, encoding="utf-8") as file:
        head, _, body = file.read().partition("\n\n")
    keys = dict(line.split(": ", 1) for line in head.split("\n") if not line.startswith("#"))
    sections = {}
    title = None
    for block in re.split(r"\n\n+", body.strip()):
        if block.startswith("# "):
            title, _, block = block[2:].partition("\n")
            sections[title.upper()] = []
            if not block:
                continue
        lines = block.split("\n")
        if len(lines) > 1 and all(line.startswith("  ") for line in lines[1:]):
            sections[title.upper()] += entry(lines[0], " ".join(line.strip() for line in lines[1:]))
        else:
            sections[title.upper()] += [".PP", escaped(" ".join(lines))]
    return keys, sections


def option(each):
    words = f"--{each['word']}"
    if each.get("short"):
        words = f"-{each['short']}, {words}"
    return entry(f"{words} {each['value']}" if each["value"] else words, each["help"])


def of_program(path):
    told = helptext.describe(path)
    synopsis = []
    for number, usage in enumerate(told["usage"]):
        synopsis += ([".br"] if number else []) + [f"\\fB{escaped(told['name'])}\\fR {escaped(usage)}"]
    sections = {
        "SYNOPSIS": synopsis,
        "DESCRIPTION": [line for text in [told["summary"], *told["description"]] for line in (".PP", escaped(text))],
        "OPTIONS": [line for each in told["options"] for line in option(each)],
    }
    if told["arguments"]:
        sections["ARGUMENTS"] = [line for each in told["arguments"] for line in entry(each["name"], each["help"])]
    if told["verbs"]:
        sections["COMMANDS"] = commands(told)
    if told["exitCodes"]:
        sections["EXIT STATUS"] = [line for code in told["exitCodes"].items() for line in entry(*code)]
    return told["version"], sections


def commands(told):
    """Each verb with its arguments and options; what every verb takes is told once."""
    everywhere = [each for each in told["verbs"][0]["options"] if each["word"] in ("store", "json")]
    lines = ["Every command takes", *[line for each in everywhere for line in option(each)]]
    for noun in told["nouns"]:
        lines += [f".SS {escaped(noun['noun'])}", escaped(noun["summary"])]
        for verb in told["verbs"]:
            if verb["noun"] != noun["noun"]:
                continue
            lines += [".PP", f"\\fB{escaped(verb['usage'])}\\fR", ".RS 4", escaped(verb["summary"])]
            for each in verb["arguments"]:
                lines += entry(each["name"], each["help"])
            for each in verb["options"]:
                if each["word"] not in ("store", "json"):
                    lines += option(each)
            lines += [".PP", f"Example: \\fBpackwardenctl {escaped(verb['example'])}\\fR", ".RE"]
    return lines


def of_files(path):
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    lines = []
    for kind in tree.parse(path).getroot().findall("m:mime-type", space):
        name = next(each.text for each in kind.findall("m:comment", space) if len(each.attrib) == 0)
        for glob in kind.findall("m:glob", space):
            lines += entry(glob.get("pattern").removeprefix("*"), f"{name} ({kind.get('type')})")
    return {"FILE TYPES": lines}


def main():
    page, date, output, source, version = (*sys.argv[1:], None)[:5]
    keys, added = read_page(page)
    section = keys["section"]
    if section == "5":
        sections = of_files(source)
    else:
        version, sections = of_program(source)
    for title, lines in added.items():
        sections[title] = sections.get(title, []) + lines
    order = ["SYNOPSIS", "DESCRIPTION", "FILE TYPES", "ARGUMENTS", "OPTIONS", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "FILES",
             "EXAMPLES", "SECURITY"]
    unknown = set(sections) - set(order)
    if unknown:
        raise SystemExit(f"{page}: a manual page has no section {', '.join(sorted(unknown))}")
    lines = [
        '.\\" SPDX-FileCopyrightText: 2026 The Packwarden authors',
        '.\\" SPDX-License-Identifier: GPL-3.0-or-later',
        f'.TH {keys["name"].upper()} {section} {date} "Packwarden {version}" "{keys["manual"]}"',
        ".SH NAME", f"{escaped(keys['name'])} \\- {escaped(keys['line'])}",
    ]
    for title in order:
        body = sections.get(title, [])
        if body:
            lines += [f".SH {title}", *(body[1:] if body[0] == ".PP" else body)]
    see = [f"\\fB{escaped(name)}\\fR({number})" for name, number in re.findall(r"([\w-]+)\((\d)\)", keys["see"])]
    lines += [".SH SEE ALSO", ", ".join(see), ""]
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


if __name__ == "__main__":
    main()
