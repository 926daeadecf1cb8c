#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""stores.py PROGRAMS WORK: stores of all earlier versions open with this one, with all that is in them.

Of each VERSION.tar.xz beside this file, which keep.sh made: the audit verifies and has each record that it had, packs and rules
are known, keys are listed, the applied request can be read with its receipt and the waiting one with its seats. What was altered
is found, as it was then.
"""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tarfile

CTL = pathlib.Path(sys.argv[1]) / "packwardenctl"
WORK = pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).parent
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", HOME=str(WORK), QT_QPA_PLATFORM="offscreen")


def ctl(store, *words, expect=0):
    made = subprocess.run([CTL, "--store", store, "--json", *words], capture_output=True, text=True, env=ENVIRONMENT, timeout=120,
                          check=False)
    assert made.returncode == expect, f"{' '.join(words)}: exit {made.returncode}, {made.stdout[-500:]}{made.stderr[-500:]}"
    return [json.loads(line) for line in made.stdout.splitlines()]


def opened(folder, had):
    store = folder / "store"
    audit = ctl(store, "audit", "verify")[-1]
    assert audit["ok"] and audit["checked"] >= len(had["records"]), audit
    records = ctl(store, "audit", "list")[:-1]
    assert records[:len(had["records"])] == had["records"], "records are not those that there were"
    trust = ctl(store, "trust", "show")[-1]
    assert trust["packs"] == had["packs"] and [trust["charter"], trust["policy"]] == had["rules"], trust
    keys = {each["fingerprint"] for each in ctl(store, "keys", "list")[-1]["certificates"]}
    assert set(had["keys"]) <= keys, set(had["keys"]) - keys
    applied = ctl(store, "request", "show", folder / "applied.pwreq")[-1]
    assert applied["state"] == "applied" and applied["why"] == "Winter routes", applied
    assert applied["packs"][0]["receipt"] and applied["packs"][0]["changes"][0]["to"] == "95", applied
    assert len(applied["signatures"]) == 3 and all(seat["filled"] for seat in applied["seats"]), applied
    waiting = ctl(store, "request", "show", folder / "waiting.pwreq")[-1]
    assert waiting["why"] == "One more" and not any(seat["filled"] for seat in waiting["seats"]), waiting


def altered(folder):
    """The twin: one record says something else than it did."""
    database = sqlite3.connect(folder / "store/audit.db")
    for trigger, in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {trigger}")
    database.execute("UPDATE records SET outcome = 'refused' WHERE seq = 5")
    database.commit()
    database.close()
    ctl(folder / "store", "audit", "verify", expect=1)


def main():
    archives = sorted(HERE.glob("*.tar.xz"))
    assert archives, "no store was kept"
    for archive in archives:
        version = archive.name.removesuffix(".tar.xz")
        folder = WORK / version
        shutil.rmtree(folder, ignore_errors=True)
        with tarfile.open(archive) as file:
            file.extractall(folder)
        opened(folder, json.loads((HERE / f"{version}.json").read_text(encoding="utf-8")))
        # Opening it changes nothing of it: a second time gives the same.
        opened(folder, json.loads((HERE / f"{version}.json").read_text(encoding="utf-8")))
        altered(folder)
        print(f"ok   a store of version {version}")


main()
