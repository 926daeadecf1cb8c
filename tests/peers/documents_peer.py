#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""cbor2 reads and re-encodes every document of a run byte for byte; openssl verifies every signature and chain in it.

documents_peer.py WORLD FOLDER...   Documents are found in all folders; files named *tampered* must be refused."""
import pathlib
import sys
import tempfile

import cbor2

from peerlib import (Document, Objection, World, documents_below, encoded, must_object, pem, read_word, signatures_of,
                     verify_chain)


def judge(document, world, scratch):
    # Lists that came with the file count only beside those of the world; openssl takes what matches and is current.
    roots = world.roots_pem()
    lists = world.lists_pem() + "".join(pem(der, "X509 CRL") for der in document.crls)
    for signature in document.signatures:
        signature.verify(scratch)
        try:
            verify_chain(signature.chain, roots, lists, "sslserver" if signature.is_pack else "sslclient", scratch)
        except Objection as error:
            raise Objection(f"{signature.what}: {error}") from error


def replaced(data, old, new, what):
    if data.count(old) < 1:
        raise SystemExit(f"{what}: nothing to tamper with")
    return data.replace(old, new, 1)


def prove(data, name, world, scratch):
    """The same checks must refuse the same document after one change each."""
    document = Document(data, name)
    must_object("", "trailing byte", lambda: Document(data + b"\x00", name))
    # {"document": ..., "packwarden": 1} with the 1 in two bytes
    must_object("other bytes", "longer form of a number",
                lambda: Document(replaced(data, b"\x6apackwarden\x01", b"\x6apackwarden\x18\x01", name), name))
    whole = cbor2.loads(data)
    backwards = dict(reversed(list(whole.items())))
    must_object("bytewise order", "keys backwards", lambda: Document(cbor2.dumps(backwards), name))

    if document.receipts:
        said = document.receipts[0]
        older = {key: said[key] for key in said if key not in ("silicon", "foundation")}
        read_word(encoded({**older, "v": 1}), name)
        must_object("version 1 names", "limits in a receipt of version 1",
                    lambda: read_word(encoded({**said, "v": 1}), name))
        must_object("version 2 names", "no limits in a receipt of version 2",
                    lambda: read_word(encoded({**older, "v": 2}), name))
        must_object("of version 3", "a receipt that is yet to come", lambda: read_word(encoded({**said, "v": 3}), name))

    tag, (body, unprotected, payload, signatures) = document.body.tag, document.body.value
    other = bytearray(payload)
    other[payload.index(b"reason") + 8] ^= 1  # a letter of the reason: still canonical CBOR
    changed = signatures_of(cbor2.CBORTag(tag, [body, unprotected, bytes(other), signatures]), name)
    must_object("openssl dgst", "payload with another letter", lambda: changed[0].verify(scratch))
    first = list(signatures[0])
    first[2] = bytes([first[2][0] ^ 1]) + first[2][1:]
    forged = signatures_of(cbor2.CBORTag(tag, [body, unprotected, payload, [first]]), name)
    must_object("openssl dgst", "signature with another bit", lambda: forged[0].verify(scratch))
    other_type = "request" if document.payload["type"] == "command" else "command"
    retyped = cbor2.dumps({3: f"application/vnd.packwarden.{other_type}+cbor"})
    moved = signatures_of(cbor2.CBORTag(tag, [retyped, unprotected, payload, signatures]), name)
    must_object("openssl dgst", "the same signature for another purpose", lambda: moved[0].verify(scratch))


def main():
    world = World(sys.argv[1])
    paths = documents_below(*sys.argv[2:])
    count = {"documents": 0, "signatures": 0, "receipts": 0, "refused": 0}
    proved = False
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        for path in paths:
            data, name = path.read_bytes(), path.name
            if "tampered" in name:
                must_object("", name, lambda: judge(Document(data, name), world, scratch))
                count["refused"] += 1
                continue
            document = Document(data, name)
            judge(document, world, scratch)
            count["documents"] += 1
            count["signatures"] += len(document.signatures)
            count["receipts"] += len(document.receipts)
            # What a receipt says is tampered with, too: a document that has one.
            if not proved and document.receipts and document.payload["reason"]:
                prove(data, name, world, scratch)
                proved = True
    print(", ".join(f"{number} {what}" for what, number in count.items()))
    if not proved:
        raise Objection("no signed document with a reason: nothing was proved")
    if not count["receipts"]:
        raise Objection("no receipt among them: the run did not deliver anything")


try:
    main()
except Objection as error:
    sys.exit(str(error))
