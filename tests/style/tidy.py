#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py [--all | BASE] [--minutes N]: has clang-tidy 14 read what differs from BASE (origin/main by default).

It reads each source that changed, a changed header through the source of its name, and objects to changed lines alone,
so that old code does not stop new code. With --all it reads and objects to everything. After N minutes it starts no
further source and says how many it left out. build/ must be configured; nothing is built there.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import time

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = TOP / "build"
FOLDER = BUILD / "style"
MOC = "/usr/lib/qt6/libexec/moc"


def git(*words):
    return subprocess.run(["git", "-C", str(TOP), *words], capture_output=True, text=True, check=False)


def say(words):
    print(f"style: {words}", file=sys.stderr)


def changed_lines(base):
    """Per file that differs from base: its changed ranges of lines; empty for a file that git does not know yet."""
    lines, current = {}, None
    for line in git("diff", "-U0", "--no-color", "--diff-filter=d", base, "--", "*.cpp", "*.h").stdout.splitlines():
        if line.startswith("+++ b/"):
            current = line[6:]
        elif match := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
            count = int(match.group(2) or 1)
            if count:
                lines.setdefault(current, []).append([int(match.group(1)), int(match.group(1)) + count - 1])
    for name in git("ls-files", "--others", "--exclude-standard", "--", "*.cpp", "*.h").stdout.splitlines():
        lines[name] = []
    return lines


def commands(wanted):
    """The build's own commands, without what only GCC understands."""
    entries = []
    for entry in json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8")):
        if entry["file"] not in wanted:
            continue
        words = iter(shlex.split(entry["command"]))
        kept = []
        for word in words:
            if word == "-include" and "cmake_pch" in (header := next(words)):
                continue
            if word == "-include":
                kept += [word, header]
            elif word not in ("-Winvalid-pch", "-Werror") and "ccache" not in pathlib.Path(word).name:
                kept.append(word)
        kept += ["-Wno-unknown-warning-option", f"-I{FOLDER}"]
        entries.append({"directory": entry["directory"], "file": entry["file"], "arguments": kept})
    return entries


def main():
    parser = argparse.ArgumentParser(prog="./test --style")
    parser.add_argument("base", nargs="?", default="origin/main")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--minutes", type=float, default=0)
    given = parser.parse_args()
    if given.all:
        lines = {name: [] for name in git("ls-files", "--", "*.cpp", "*.h").stdout.splitlines()}
    else:
        if git("rev-parse", "--quiet", "--verify", given.base + "^{commit}").returncode != 0:
            say(f"clang-tidy skipped: this clone does not have {given.base} to compare with")
            return 0
        lines = changed_lines(git("merge-base", given.base, "HEAD").stdout.strip() or given.base)
    sources = sorted({str(pathlib.PurePath(name).with_suffix(".cpp")) for name in lines})
    entries = commands({str(TOP / source) for source in sources})
    files = sorted({entry["file"] for entry in entries})
    if not files:
        say("clang-tidy has nothing to read: no source that is built differs")
        return 0
    if not shutil.which("clang-tidy-14"):
        say(f"clang-tidy skipped: version 14 is not packaged here ({len(files)} sources differ)")
        return 0

    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")
    options = ["--quiet", "--warnings-as-errors=*", "-p", str(FOLDER)]
    if not given.all:
        named = [{"name": name, "lines": ranges} if ranges else {"name": name} for name, ranges in sorted(lines.items())]
        options.append("--line-filter=" + json.dumps(named))
    began = time.monotonic()

    def read(file):
        if given.minutes and time.monotonic() - began > given.minutes * 60:
            return None
        stem = pathlib.Path(file).stem
        if f'#include "{stem}.moc"' in pathlib.Path(file).read_text(encoding="utf-8"):
            subprocess.run([MOC, file, "-o", str(FOLDER / f"{stem}.moc")], capture_output=True, check=False)
        return subprocess.run(["clang-tidy-14", *options, file], capture_output=True, text=True, check=False)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = [result for result in pool.map(read, files) if result]
    wrong = [result for result in results if result.returncode != 0]
    for result in wrong:
        print(result.stdout or result.stderr)
    say(f"clang-tidy {'failed on' if wrong else 'passed on'}{f' {len(wrong)} of' if wrong else ''} {len(results)} sources"
        f" ({time.monotonic() - began:.0f} s)")
    if len(results) < len(files):
        say(f"clang-tidy left out {len(files) - len(results)} sources after {given.minutes:g} min; without --minutes"
            " it reads them all")
    return 1 if wrong else 0


sys.exit(main())
