#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first window and memory, against a bare Qt window, XCA and KeePassXC in the same run, on an X server of its own.

bench_start.py CONSOLE BAREWINDOW SIMULATOR

The console starts empty, and as people have it: signed in, with rules pinned, and four packs on the bus. Time is from exec until the X server maps a window of at least 200x200. Memory is the proportional set size two seconds
later. Programs take turns; medians. What is not installed is left out, and that is said."""
import ctypes
import ctypes.util
import json
import os
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from liveconsole import LiveConsole

ROUNDS = 9
PATIENCE = 20
SETTLE = 2


class Event(ctypes.Union):
    class Map(ctypes.Structure):
        _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send", ctypes.c_int), ("display", ctypes.c_void_p),
                    ("event", ctypes.c_ulong), ("window", ctypes.c_ulong), ("override", ctypes.c_int)]
    _fields_ = [("map", Map), ("pad", ctypes.c_long * 24)]


class Screen:
    """Tells when a window is mapped."""
    MAP_NOTIFY, SUBSTRUCTURE = 19, 1 << 19

    def __init__(self, name):
        self.x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(name.encode()))
        if not self.display:
            raise RuntimeError("no X server at " + name)
        # A window may be gone again before it is looked at.
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.ignore)
        self.x.XSelectInput(self.display, ctypes.c_ulong(self.x.XDefaultRootWindow(self.display)),
                            ctypes.c_long(self.SUBSTRUCTURE))
        self.x.XSync(self.display, 0)

    def is_large(self, window):
        root, border, depth = ctypes.c_ulong(), ctypes.c_uint(), ctypes.c_uint()
        left, top, width, height = ctypes.c_int(), ctypes.c_int(), ctypes.c_uint(), ctypes.c_uint()
        known = self.x.XGetGeometry(self.display, ctypes.c_ulong(window), *map(
            ctypes.byref, (root, left, top, width, height, border, depth)))
        return known and width.value >= 200 and height.value >= 200

    def forget(self):
        event = Event()
        self.x.XSync(self.display, 0)
        while self.x.XPending(self.display):
            self.x.XNextEvent(self.display, ctypes.byref(event))

    def wait(self, until):
        event = Event()
        while time.monotonic() < until:
            while self.x.XPending(self.display):
                self.x.XNextEvent(self.display, ctypes.byref(event))
                now = time.monotonic()
                if event.map.type == self.MAP_NOTIFY and self.is_large(event.map.window):
                    return now
            select.select([self.x.XConnectionNumber(self.display)], [], [], 0.05)
        return None


def pss(pid):
    with open(f"/proc/{pid}/smaps_rollup") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024


def measure(screen, command, environment):
    screen.forget()
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        shown = screen.wait(begun + PATIENCE)
        if shown is None:
            return None
        time.sleep(SETTLE)
        return (shown - begun) * 1000, pss(process.pid)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def start_server():
    ours, theirs = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                              pass_fds=[theirs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(theirs)
    number = os.read(ours, 16).decode().strip()
    return server, ":" + number


def main():
    if not shutil.which("Xvfb"):
        print("bench_start: skipped, Xvfb is not installed", file=sys.stderr)
        return 0
    server, display = start_server()
    with tempfile.TemporaryDirectory() as home:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
        environment.update(DISPLAY=display, HOME=home, XDG_CONFIG_HOME=home + "/config", XDG_DATA_HOME=home + "/data",
                           XDG_CACHE_HOME=home + "/cache", QT_QPA_PLATFORM="xcb")
        environment.pop("WAYLAND_DISPLAY", None)
        os.makedirs(home + "/run", mode=0o700)
        environment["XDG_RUNTIME_DIR"] = home + "/run"
        commands = {"bare Qt window": [sys.argv[2]],
                    "packwarden": [sys.argv[1], "--bus", "", "--store", home + "/store"]}
        for name, program in (("XCA", "xca"), ("KeePassXC", "keepassxc")):
            found = shutil.which(program)
            if found:
                commands[name] = [found]
            else:
                print(f"bench_start: {name} is left out, it is not installed (apt-get install {program})", file=sys.stderr)
        live = LiveConsole(sys.argv[1], sys.argv[3], home + "/live", dict(environment, QT_QPA_PLATFORM="offscreen"))
        if live.meet() is None:
            print("bench_start: four packs were not read", file=sys.stderr)
        commands["packwarden with packs"] = live.command()
        results = {name: [] for name in commands}
        try:
            screen = Screen(display)
            for round_ in range(ROUNDS + 1):
                for name, command in commands.items():
                    result = measure(screen, command, environment)
                    if result is None:
                        print(f"bench_start: {name} showed no window in {PATIENCE} s", file=sys.stderr)
                    elif round_:  # the first round fills the page cache
                        results[name].append(result)
        finally:
            live.close()
            server.terminate()
            server.wait()
    if not results["packwarden"] or not results["bare Qt window"]:
        return 1
    for index, (what, unit, goal) in enumerate((("start to first window", "ms", 1.3), ("memory", "MiB", 1.3))):
        middle = {name: statistics.median(each[index] for each in rounds) for name, rounds in results.items() if rounds}
        for name, value in middle.items():
            line = {"name": f"{what}: {name}", "value": round(value, 1), "unit": unit}
            if not name.startswith("packwarden"):
                line.update(against="packwarden", ratio=round(middle["packwarden"] / value, 3),
                            goal=goal if name == "bare Qt window" else 1.0)
            print(json.dumps(line))
    return 0


if __name__ == "__main__":
    sys.exit(main())
