#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an exchange straight from its database, and judges every row: cbor2 for the form, openssl for signatures and chains.

exchange_peer.py WORLD SOCKET_FOLDER   Prints as JSON what it finds good, and what it refuses and why."""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import cbor2

from peerlib import SIGN, Objection, World, pem, read_canonical, read_word, signatures_of, verify_chain


def rows(folder, question):
    """By psql; columns of bytes are asked for in hex."""
    answer = subprocess.run(["psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "owner",
                             "-d", "exchange", "-c", question], capture_output=True, text=True, check=True)
    return [line.split("\t") for line in answer.stdout.splitlines()]


class Judge:
    def __init__(self, world, folder, scratch):
        self.world, self.folder, self.scratch = world, folder, scratch
        self.count = {"documents": 0, "signatures": 0, "receipts": 0, "others": 0}
        self.refused = []
        self.lists = []

    def verified(self, signature):
        lists = self.world.lists_pem() + "".join(pem(der, "X509 CRL") for der in self.lists)
        signature.verify(self.scratch)
        verify_chain(signature.chain, self.world.roots_pem(), lists, "sslserver" if signature.is_pack else "sslclient",
                     self.scratch)

    def judged(self, kind, what, action):
        try:
            action()
            self.count[kind] += 1
        except (Objection, cbor2.CBORDecodeError, KeyError, ValueError, TypeError) as error:
            self.refused.append({"kind": kind, "what": what, "why": str(error)[:200]})

    def document(self, name, data):
        if hashlib.sha256(data).hexdigest() != name:
            raise Objection("under another hash")
        body = read_canonical(data, name)
        if body.tag != SIGN or body.value[3] != []:
            raise Objection("not a COSE_Sign without signatures")
        read_canonical(body.value[2], f"{name}: payload")

    def signature(self, body, content, what):
        value = read_canonical(content, what)
        self.verified(signatures_of(cbor2.CBORTag(SIGN, [*body.value[:3], [value]]), what)[0])

    def word(self, content, what):
        self.verified(signatures_of(read_canonical(content, what), what)[0])

    def receipt(self, body, serial, content, what):
        said = read_word(read_canonical(content, what).value[2], what)
        if said["document"] != hashlib.sha256(body.value[2]).digest():
            raise Objection("of another document")
        if said["serial"] != serial:
            raise Objection("of another pack")
        self.word(content, what)

    def part(self, body, kind, digest, content):
        if hashlib.sha256(content).hexdigest() != digest:
            raise Objection("under another hash")
        if kind == "signature":
            self.signature(body, content, digest)
        elif kind in ("withdrawal", "rejection", "statement"):
            self.word(content, digest)
        elif kind == "list":
            read_canonical(content, digest)

    def all(self):
        bodies = {}
        for name, data in rows(self.folder, "select encode(id, 'hex'), encode(document, 'hex') from packwarden.documents"):
            data = bytes.fromhex(data)
            self.judged("documents", name, lambda name=name, data=data: self.document(name, data))
            bodies[name] = cbor2.loads(data)
        parts = [(document, kind, digest, bytes.fromhex(content)) for document, kind, digest, content in rows(
            self.folder, "select encode(document, 'hex'), kind, encode(id, 'hex'), encode(content, 'hex') "
                         "from packwarden.parts order by kind = 'signature', kind")]
        self.lists = [cbor2.loads(content)[0] for _, kind, _, content in parts if kind == "list"]
        for document, kind, digest, content in parts:
            self.judged("signatures" if kind == "signature" else "others", digest,
                        lambda document=document, kind=kind, digest=digest, content=content: self.part(
                            bodies[document], kind, digest, content))
        for document, serial, content in rows(
                self.folder, "select encode(document, 'hex'), serial, encode(content, 'hex') from packwarden.receipts"):
            content = bytes.fromhex(content)
            self.judged("receipts", serial, lambda document=document, serial=serial, content=content: self.receipt(
                bodies[document], serial, content, serial))


def main():
    with tempfile.TemporaryDirectory() as scratch:
        judge = Judge(World(sys.argv[1]), sys.argv[2], pathlib.Path(scratch))
        judge.all()
    print(json.dumps({**judge.count, "refused": judge.refused}))


main()
