# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole console as people have it before them: signed in, with rules pinned, and four simulated packs on the bus."""
import contextlib
import os
import shutil
import socket
import sqlite3
import subprocess
import time

READY = 120  # seconds for the demo world, whose keys take a while
MEETING = 120  # for four packs to be read for the first time, on a busy machine


class LiveConsole:
    """A demo world, its packs on a bus of their own, and a store that knows them. folder: for all of it; world: one that is
    there already, or None."""
    PERSON = "courier-fleet-manager"

    def __init__(self, console, simulator, folder, environment, world=None):
        self.console, self.folder, self.environment = console, folder, environment
        self.world = os.path.join(folder, "world")
        if world:
            shutil.copytree(world, self.world)
        else:
            subprocess.run([simulator, "provision", "--demo", self.world], check=True, timeout=READY, env=environment,
                           stdout=subprocess.DEVNULL)
        self.bus = f"virtualcan:tcp://127.0.0.1:{free_port()}/can0"
        self.store = os.path.join(folder, "store")
        self.packs = subprocess.Popen([simulator, "--bus", self.bus, "--packs", "4", "--state",
                                       os.path.join(self.world, "packs")],
                                      env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        while "ready" not in self.packs.stdout.readline():
            if self.packs.poll() is not None:
                raise RuntimeError("the packs did not start")

    def command(self):
        """The console, which signs in by itself in the demo."""
        return [self.console, "--bus", self.bus, "--store", self.store, "--demo", self.world, "--part", self.PERSON,
                "--identity", os.path.join(self.world, "keys", self.PERSON + ".p12")]

    def meet(self):
        """Runs a console until it knows all packs by their own word, so that what is measured later begins there. Seconds
        that it took, or None."""
        begun = time.monotonic()
        process = subprocess.Popen(self.command(), env=self.environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        try:
            while time.monotonic() - begun < MEETING:
                if self.known() == 4:
                    return time.monotonic() - begun
                time.sleep(0.1)
            return None
        finally:
            end(process)

    def known(self):
        """Packs whose rules and signed state are in the store."""
        path = os.path.join(self.store, "fleet.db")
        if not os.path.exists(path):
            return 0
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            try:
                return database.execute("SELECT count(*) FROM packs JOIN words ON words.pack = packs.id "
                                        "WHERE holding IS NOT NULL AND statement IS NOT NULL").fetchone()[0]
            except sqlite3.OperationalError:  # being made, or being written
                return 0

    def close(self):
        end(self.packs)


def private_environment(home):
    """Without a display, and with nothing of the person who runs it."""
    return dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=home, XDG_CONFIG_HOME=home + "/config",
                XDG_DATA_HOME=home + "/data", XDG_CACHE_HOME=home + "/cache")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
