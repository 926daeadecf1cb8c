#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Python's sqlite3, json and cbor2 recompute every link, tree and path of every audit, export and proof of a run; openssl
verifies each checkpoint and each signature that carried another log's head; and each head that a signer named is found in its audit.

audit_peer.py FOLDER..."""
import base64
import hashlib
import json
import pathlib
import sqlite3
import sys
import tempfile

import cbor2

from peerlib import Document, Objection, documents_below, must_object, read_canonical, signatures_of

COLUMNS = "seq, time_us, actor, party, role, action, subject, outcome, detail, prev"
CHECKPOINT = "application/vnd.packwarden.checkpoint+cbor"
TREE_CHECKPOINT = "application/vnd.packwarden.tree-checkpoint+cbor"


def tree_root(leaves):
    """MTH of RFC 9162, 2.1.1, over hashes of leaves."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + tree_root(leaves[:split]) + tree_root(leaves[split:])).digest()


def root_by_path(hash_, index, size, path):
    """RFC 9162, 2.1.3.2: the root to which the path leads, or nothing."""
    fn, sn = index, size - 1
    for p in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            hash_ = hashlib.sha256(b"\x01" + p + hash_).digest()
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            hash_ = hashlib.sha256(b"\x01" + hash_ + p).digest()
        fn, sn = fn >> 1, sn >> 1
    return hash_ if sn == 0 else None


def copy_of(path):
    """In memory, so that nothing here touches the run's own file."""
    source = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    target = sqlite3.connect(":memory:")
    source.backup(target)
    source.close()
    return target


def chain(log_id, rows, what):
    """The hash of each record, in order; a row is COLUMNS and hash."""
    previous, hashes = bytes(32), []
    for row in rows:
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
    return hashes


def verify(database, what):
    """The log id and the hash of each record."""
    (log_id,) = database.execute("SELECT value FROM meta WHERE key = 'log_id'").fetchone()
    return log_id, chain(log_id, database.execute(f"SELECT {COLUMNS}, hash FROM records ORDER BY seq"), what)


def check_checkpoint(log_id, hashes, seq, signed, what):
    what = f"{what}: checkpoint of record {seq}"
    (signature,) = signatures_of(read_canonical(signed, what), what)
    if signature.header.get(3) not in (CHECKPOINT, TREE_CHECKPOINT):
        raise Objection(f"{what}: content type {signature.header.get(3)}")
    head = [log_id, seq, hashes[seq - 1] if 0 < seq <= len(hashes) else None]
    payload = read_canonical(signature.payload, what)
    if payload[:3] != head:
        raise Objection(f"{what}: of another head")
    if payload[3:] != ([] if signature.header.get(3) == CHECKPOINT else [tree_root(hashes[:seq])]):
        raise Objection(f"{what}: of another tree")
    with tempfile.TemporaryDirectory() as folder:
        signature.verify(folder)


def check_checkpoints(database, log_id, hashes, what):
    rows = database.execute("SELECT seq, signed FROM checkpoints").fetchall()
    for seq, signed in rows:
        check_checkpoint(log_id, hashes, seq, signed, what)
    return len(rows)


def check_seen(database, what):
    """Each head of another log that is kept with the bytes that carried it: do they say so, and verify?"""
    proved = 0
    for seq, raw in database.execute("SELECT seq, detail FROM records WHERE action = 'head.seen'"):
        name = f"{what}: head in record {seq}"
        detail = read_canonical(raw, name)
        if "signed" not in detail:
            if detail["carrier"] != "pack" and not ("problem" in detail and len(detail.get("signedSha256", b"")) == 32):
                raise Objection(f"{name}: nobody signed it")
            continue
        (signature,) = signatures_of(read_canonical(detail["signed"], name), name)
        if detail["carrier"] == "signature":
            log_id, count, head = signature.header["log"]
            said = [log_id.hex(), count, head]
        elif detail["carrier"] == "checkpoint":
            log_id, count, head = read_canonical(signature.payload, name)[:3]
            said = [log_id.hex(), count, head]
        else:
            payload = read_canonical(signature.payload, name)
            said = [payload["serial"], *payload["log"]]
        if said != [detail["log"], detail["count"], detail["hash"]]:
            raise Objection(f"{name}: was signed for another head")
        with tempfile.TemporaryDirectory() as folder:
            signature.verify(folder)
        proved += 1
    return proved


def verify_export(text, what):
    """An export proves itself by what is in it alone."""
    lines = [json.loads(line) for line in text.splitlines()]
    head, end = lines[0], lines[-1]
    log_id = bytes.fromhex(head["log"])
    checkpoints = lines[1:1 + head["checkpoints"]]
    records = lines[1 + head["checkpoints"]:-1]
    if head["packwarden-audit"] != 1 or len(records) != head["records"]:
        raise Objection(f"{what}: other lines than it says")
    hashes = chain(log_id, ([r["seq"], r["time_us"], r["actor"], r["party"], r["role"], r["action"], r["subject"],
                             r["outcome"], base64.b64decode(r["detail"]), bytes.fromhex(r["prev"]),
                             bytes.fromhex(r["hash"])] for r in records), what)
    for line in checkpoints:
        check_checkpoint(log_id, hashes, line["seq"], base64.b64decode(line["checkpoint"]), what)
    if end != {"end": len(hashes), "hash": hashes[-1].hex()}:
        raise Objection(f"{what}: another end")
    return log_id, hashes


def verify_proof(text, what):
    """The log id and the number of a record that is in an audit by what is in this line alone."""
    proof = json.loads(text)
    if sorted(proof) != ["checkpoint", "log", "packwarden-audit-proof", "path", "record", "records"] \
            or proof["packwarden-audit-proof"] != 1:
        raise Objection(f"{what}: other fields")
    log_id, r = bytes.fromhex(proof["log"]), proof["record"]
    fields = [r["seq"], r["time_us"], r["actor"], r["party"], r["role"], r["action"], r["subject"], r["outcome"],
              base64.b64decode(r["detail"]), bytes.fromhex(r["prev"])]
    own = hashlib.sha256(b"\x00" + cbor2.dumps([log_id, *fields])).digest()
    if own.hex() != r["hash"]:
        raise Objection(f"{what}: the record was altered")
    (signature,) = signatures_of(read_canonical(base64.b64decode(proof["checkpoint"]), what), what)
    if signature.header.get(3) != TREE_CHECKPOINT:
        raise Objection(f"{what}: content type {signature.header.get(3)}")
    signed_log, size, head, root = read_canonical(signature.payload, what)
    if (signed_log, size) != (log_id, proof["records"]) or (r["seq"] == size and own != head):
        raise Objection(f"{what}: checkpoint of another head")
    if not 1 <= r["seq"] <= size \
            or root_by_path(own, r["seq"] - 1, size, [bytes.fromhex(p) for p in proof["path"]]) != root:
        raise Objection(f"{what}: leads to no root that was signed")
    with tempfile.TemporaryDirectory() as folder:
        signature.verify(folder)
    return log_id, r["seq"], own


def check_proofs(folders, logs):
    """Every proof of a run, and what is near to one."""
    proofs = 0
    for path in sorted(path for folder in folders for path in folder.rglob("*.proof.json")):
        text = path.read_text(encoding="utf-8")
        log_id, seq, own = verify_proof(text, path.name)
        if log_id in logs and logs[log_id][seq - 1:seq] != [own]:
            raise Objection(f"{path.name}: is not of its store")
        must_object("was altered", f"{path.name} with another outcome",
                    lambda: verify_proof(text.replace('"outcome":"done"', '"outcome":"x"', 1), path.name))
        proof = json.loads(text)
        for change in ({"records": proof["records"] + 1}, {"path": proof["path"][1:]}, {"log": "00" * 16},
                       {"path": ["00" * 32] + proof["path"][1:]}):
            must_object("", f"{path.name} with {change}", lambda: verify_proof(json.dumps(proof | change), path.name))
        proofs += 1
    return proofs


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


def prove_checkpoints(path, log_id, hashes):
    moved = tampered(path, "UPDATE checkpoints SET seq = seq - 1")
    must_object("of another head", "a checkpoint of another record",
                lambda: check_checkpoints(moved, log_id, hashes, path.name))
    must_object("of another head", "a checkpoint of another log",
                lambda: check_checkpoints(copy_of(path), bytes(16), hashes, path.name))
    must_object("of another head", "a record rewritten under a checkpoint",
                lambda: check_checkpoints(copy_of(path), log_id, [bytes(32)] * len(hashes), path.name))
    (seq, signed), = copy_of(path).execute("SELECT seq, signed FROM checkpoints LIMIT 1").fetchall()
    must_object("", "a checkpoint with another signature",
                lambda: check_checkpoint(log_id, hashes, seq, signed[:-1] + bytes([signed[-1] ^ 1]), path.name))


def check_heads(logs, documents):
    """How many heads in signatures are those of the audits that are here."""
    witnessed = 0
    for path in documents:
        for signature in Document(path.read_bytes(), path.name).signatures:
            log_id, count, head = signature.header.get("log", [None, 0, None])
            if log_id in logs:
                if logs[log_id][count - 1 : count] != [head]:
                    raise Objection(f"{path.name}: names a head that its signer's audit does not have at record {count}")
                witnessed += 1
    return witnessed


def main():
    folders = [pathlib.Path(folder) for folder in sys.argv[1:]]
    logs, restored = {}, []
    records, checkpoints, seen, proved, proved_checkpoints = 0, 0, 0, False, False
    for path in sorted(path for folder in folders for path in folder.rglob("audit.db")):
        if "tampered" in str(path):
            must_object("", str(path), lambda: verify(copy_of(path), str(path)))
            continue
        database = copy_of(path)
        log_id, hashes = verify(database, str(path))
        if "restored" in str(path):
            restored.append({log_id: hashes})
            continue
        logs[log_id] = hashes
        records += len(hashes)
        made = check_checkpoints(database, log_id, hashes, str(path))
        checkpoints += made
        seen += check_seen(database, str(path))
        if len(hashes) >= 3 and not proved:
            prove(path)
            proved = True
        if made and not proved_checkpoints:
            prove_checkpoints(path, log_id, hashes)
            proved_checkpoints = True
    exports = 0
    for path in sorted(path for folder in folders for path in folder.rglob("*.jsonl")):
        text = path.read_text(encoding="utf-8")
        log_id, hashes = verify_export(text, path.name)
        if log_id in logs and logs[log_id][:len(hashes)] != hashes:
            raise Objection(f"{path.name}: is not of its store")
        must_object("was altered", f"{path.name} with another outcome",
                    lambda: verify_export(text.replace('"outcome":"done"', '"outcome":"x"', 1), path.name))
        exports += 1
    proofs = check_proofs(folders, logs)
    documents = [path for path in documents_below(*folders) if "tampered" not in path.name]
    witnessed = check_heads(logs, documents)
    for logs_of_copy in restored:
        must_object("names a head that", "a store whose end was cut off", lambda: check_heads(logs_of_copy, documents))
    print(f"{len(logs)} audits, {records} records, {checkpoints} checkpoints and {seen} heads of others verified by openssl, "
          f"{exports} exports, {proofs} proofs of a record, {witnessed} heads in documents found in them; {len(restored)} cut off audits found by them; "
          "7 tampered audits refused")
    if not proved or not proved_checkpoints or not witnessed:
        raise Objection("nothing was proved")


try:
    main()
except Objection as error:
    sys.exit(str(error))
