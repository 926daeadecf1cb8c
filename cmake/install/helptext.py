# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program says of itself: the one source of its manual page and of its completions.

describe(path) runs it and returns a dictionary:
  name, summary, description (paragraphs), version
  usage          lines of the synopsis, without the name of the program
  options        [{"short", "word", "value", "help"}], of the program itself
  arguments      [{"name", "help"}]
  nouns, verbs, exitCodes    as `packwardenctl --help --json` prints them; empty for the others
"""

import json
import os
import re
import subprocess

OPTION = re.compile(r"^  (?:-(?P<short>\w), )?--(?P<word>[\w-]+)(?: <(?P<value>[^>]+)>)?(?:  +(?P<help>.*))?$")
ARGUMENT = re.compile(r"^  (?P<name>[\w|]+)(?:  +(?P<help>.*))?$")
CONTINUED = re.compile(r"^ {4,}(?P<help>\S.*)$")


def run(path, *arguments):
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    result = subprocess.run([path, *arguments], capture_output=True, text=True, check=True, env=environment, timeout=60)
    return result.stdout


def rows(lines, pattern):
    """Rows of a list of options or arguments, whose sentences may go on below."""
    found = []
    for line in lines:
        if match := pattern.match(line):
            found.append({key: value or "" for key, value in match.groupdict().items()})
        elif (match := CONTINUED.match(line)) and found:
            found[-1]["help"] = f"{found[-1]['help']} {match['help']}".strip()
        elif line.strip():
            raise ValueError(f"this line of --help is not understood: {line!r}")
    return found


def of_qt(path, name):
    """--help as QCommandLineParser writes it."""
    text = run(path, "--help").replace(path, name)
    head, _, rest = text.partition("\nOptions:\n")
    options, _, arguments = rest.partition("\nArguments:\n")
    usage, *words = head.split("\n", 1)
    usages = [usage.removeprefix("Usage: ").removeprefix(name).strip()]
    paragraphs = []
    for paragraph in "".join(words).strip().split("\n\n"):
        lines = paragraph.split("\n")
        if all(line.startswith(name + " ") for line in lines):
            # A synopsis of its own says more than Qt's.
            usages = [line.removeprefix(name).strip() for line in lines]
        elif not paragraph.startswith("Exit: "):
            paragraphs.append(" ".join(lines))
    return {
        "summary": paragraphs[0], "description": paragraphs[1:], "usage": usages,
        "options": rows(options.split("\n"), OPTION),
        "arguments": [] if not arguments else rows(arguments.split("\n"), ARGUMENT),
        "nouns": [], "verbs": [], "exitCodes": {},
    }


def of_verbs(path):
    told = json.loads(run(path, "--help", "--json"))
    options = [
        {"short": "h", "word": "help", "value": "", "help": "Tell about the program, a noun or a verb."},
        {"short": "v", "word": "version", "value": "", "help": "Print the version."},
    ]
    return {
        "summary": told["summary"], "description": [], "usage": ["[OPTION...] NOUN VERB [ARGUMENT...] [OPTION...]"],
        "options": options, "arguments": [], "nouns": told["nouns"], "verbs": told["verbs"],
        "exitCodes": told["exitCodes"],
    }


def describe(path):
    name = os.path.basename(path)
    told = of_verbs(path) if name == "packwardenctl" else of_qt(path, name)
    told["name"] = name
    told["version"] = run(path, "--version").split()[-1]
    return told
