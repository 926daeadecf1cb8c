#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How late a timer on the window's thread is, and what the console takes of a core, in the whole console: signed in, with rules
pinned, and packs on the bus. First four packs that answer; then 250 on five buses, of which these four answer and the others send
only.

bench_console.py CONSOLE SIMULATOR WATCHER [DEMO_WORLD]"""
import json
import os
import subprocess
import sys
import tempfile

from liveconsole import LiveConsole, end, free_port, private_environment

ANSWERING = 4
MANY = 250
OTHER_BUSES = 4
PAGES = {1: "fleet", 2: "inspector"}
REST = 10  # s, for what is done once after a start
SECONDS = 10
FRAME = 16  # ms
PATIENCE = 180
SHARE = 60  # % of a core with 250 packs


def watched(live, environment, watcher, page, buses, packs):
    with open(os.path.join(live.store, "layout.ini"), "w") as layout:
        layout.write(f"[window]\npage={page}\n")
    more = [word for bus in buses for word in ("--bus", bus)]
    told = subprocess.run([watcher, *live.command()[1:], *more, "--packs", str(packs), "--rest", str(REST), "--seconds",
                           str(SECONDS)], env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=PATIENCE)
    return json.loads(told.stdout.splitlines()[-1])


def tell(name, value, unit, against, ratio, goal=0):
    print(json.dumps({"name": name, "value": round(value, 2), "unit": unit, "against": against, "ratio": round(ratio, 3),
                      "goal": goal}), flush=True)


def main():
    console, simulator, watcher = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as home:
        environment = private_environment(home)
        live = LiveConsole(console, simulator, home, environment, sys.argv[4] if len(sys.argv) > 4 else None)
        others = []
        try:
            if live.meet() is None:
                print("bench_console: four packs were not read", file=sys.stderr)
                return 1
            few = {page: watched(live, environment, watcher, page, [], ANSWERING) for page in PAGES}
            buses = [f"virtualcan:tcp://127.0.0.1:{free_port()}/can0" for _ in range(OTHER_BUSES)]
            rest = MANY - ANSWERING
            for number, bus in enumerate(buses):
                packs = rest // OTHER_BUSES + (1 if number < rest % OTHER_BUSES else 0)
                others.append(subprocess.Popen([watcher, "send", bus, str(packs)], env=environment,
                                               stdout=subprocess.PIPE, text=True))
                if "ready" not in others[-1].stdout.readline():
                    print("bench_console: no traffic", file=sys.stderr)
                    return 1
            many = {page: watched(live, environment, watcher, page, buses, MANY) for page in PAGES}
        finally:
            for each in others:
                end(each)
            live.close()
        for page, name in PAGES.items():
            tell(f"heartbeat late, signed in, 4 packs, {name}, p99", few[page]["late"], "ms", f"{FRAME} ms",
                 few[page]["late"] / FRAME, 1)
            tell(f"heartbeat late, signed in, 250 packs on 5 buses, {name}, p99", many[page]["late"], "ms", f"{FRAME} ms",
                 many[page]["late"] / FRAME, 1)
            tell(f"signed in, 250 packs on 5 buses, {name}, window and links", many[page]["process"] * 100, "% of a core",
                 f"{SHARE} % of a core", many[page]["process"] * 100 / SHARE, 1)
            tell(f"signed in, 250 packs on 5 buses, {name}, the window's thread", many[page]["window"] * 100, "% of a core",
                 "4 packs", many[page]["window"] / max(few[page]["window"], 1e-6))
    return 0


if __name__ == "__main__":
    sys.exit(main())
