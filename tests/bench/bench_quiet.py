#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a window costs that is only looked at, on every page: the whole console, signed in, with rules pinned and four packs on
the bus. And how long the first contact with the four takes.

bench_quiet.py CONSOLE SIMULATOR [DEMO_WORLD]

Time of the processor is that of the whole process, by /proc, over some seconds after it has come to rest. Without a display:
what an X server would do with what is painted is not in it."""
import json
import os
import subprocess
import sys
import tempfile
import time

from liveconsole import LiveConsole, end, private_environment

PAGES = ("Today", "Fleet", "Inspector", "Permissions", "Sign-offs", "Keys", "Audit")
REST = 25
SECONDS = 10
GOAL = 2.0  # % of a core


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    with tempfile.TemporaryDirectory() as home:
        environment = private_environment(home)
        live = LiveConsole(sys.argv[1], sys.argv[2], home, environment, sys.argv[3] if len(sys.argv) > 3 else None)
        try:
            met = live.meet()
            if met is None:
                print("bench_quiet: four packs were not read", file=sys.stderr)
                return 1
            print(json.dumps({"name": "first contact with four packs of one company", "value": round(met, 1), "unit": "s",
                              "against": "5 s", "ratio": round(met / 5, 2), "goal": 1.0}))
            for number, page in enumerate(PAGES):
                with open(os.path.join(live.store, "layout.ini"), "w") as layout:
                    layout.write(f"[window]\npage={number}\n")
                process = subprocess.Popen(live.command(), env=environment, stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL)
                try:
                    time.sleep(REST)
                    before = processor_seconds(process.pid)
                    time.sleep(SECONDS)
                    share = (processor_seconds(process.pid) - before) / SECONDS * 100
                finally:
                    end(process)
                print(json.dumps({"name": f"quiet window, {page}", "value": round(share, 2), "unit": "% of a core",
                                  "against": f"{GOAL:.0f} % of a core", "ratio": round(share / GOAL, 2), "goal": 1.0}),
                      flush=True)
        finally:
            live.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
