#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Python's sqlite3 and cbor2 recompute every link of every audit of a run, and find in it each head that a signer named.

audit_peer.py FOLDER..."""
import hashlib
import pathlib
import sqlite3
import sys

import cbor2

from peerlib import Document, Objection, documents_below, must_object, read_canonical

COLUMNS = "seq, time_us, actor, party, role, action, subject, outcome, detail, prev"


def copy_of(path):
    """In memory, so that nothing here touches the run's own file."""
    source = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    target = sqlite3.connect(":memory:")
    source.backup(target)
    source.close()
    return target


def verify(database, what):
    """The log id and the hash of each record, in order."""
    (log_id,) = database.execute("SELECT value FROM meta WHERE key = 'log_id'").fetchone()
    previous, hashes = bytes(32), []
    for row in database.execute(f"SELECT {COLUMNS}, hash FROM records ORDER BY seq"):
        *fields, own = row
        if fields[0] != len(hashes) + 1:
            raise Objection(f"{what}: record {len(hashes) + 1} is missing")
        if fields[-1] != previous:
            raise Objection(f"{what}: record {fields[0]} follows another one")
        read_canonical(fields[-2], f"{what}: detail of record {fields[0]}")
        previous = hashlib.sha256(b"\x00" + cbor2.dumps([log_id, *fields])).digest()
        if own != previous:
            raise Objection(f"{what}: record {fields[0]} was altered")
        hashes.append(own)
    if not hashes:
        raise Objection(f"{what}: empty")
    return log_id, hashes


def tampered(path, statement):
    database = copy_of(path)
    triggers = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    try:
        database.execute(statement)
    except sqlite3.IntegrityError:
        pass  # append only, as promised; somebody who owns the file removes the triggers
    else:
        raise SystemExit(f"{path}: no trigger objects to {statement}")
    for name in triggers:
        database.execute(f"DROP TRIGGER {name}")
    database.execute(statement)
    return database


def prove(path):
    must_object("record 2 was altered", "another outcome",
                lambda: verify(tampered(path, "UPDATE records SET outcome = 'x' WHERE seq = 2"), path.name))
    must_object("record 2 is missing", "a record less",
                lambda: verify(tampered(path, "DELETE FROM records WHERE seq = 2"), path.name))
    must_object("record 1 was altered", "another log id",
                lambda: verify(tampered(path, "UPDATE meta SET value = randomblob(16) WHERE key = 'log_id'"), path.name))


def main():
    folders = [pathlib.Path(folder) for folder in sys.argv[1:]]
    logs = {}
    records, proved = 0, False
    for path in sorted(path for folder in folders for path in folder.rglob("audit.db")):
        if "tampered" in str(path):
            must_object("", str(path), lambda: verify(copy_of(path), str(path)))
            continue
        log_id, hashes = verify(copy_of(path), str(path))
        logs[log_id] = hashes
        records += len(hashes)
        if len(hashes) >= 3 and not proved:
            prove(path)
            proved = True
    witnessed = 0
    for path in documents_below(*folders):
        if "tampered" in path.name:
            continue
        for signature in Document(path.read_bytes(), path.name).signatures:
            log_id, count, head = signature.header.get("log", [None, 0, None])
            if log_id in logs:
                if logs[log_id][count - 1 : count] != [head]:
                    raise Objection(f"{path.name}: names a head that its signer's audit does not have at record {count}")
                witnessed += 1
    print(f"{len(logs)} audits, {records} records, {witnessed} heads in documents found in them; "
          "3 tampered audits refused")
    if not proved or not witnessed:
        raise Objection("nothing was proved")


try:
    main()
except Objection as error:
    sys.exit(str(error))
