#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""openssl verifies every certificate, revocation list and key file of a demo world.

certificates_peer.py WORLD"""
import pathlib
import sys
import tempfile

from peerlib import Objection, World, must_object, openssl, pem, verify_chain


def der_of(path):
    return openssl("x509", "-in", path, "-outform", "DER")


def flipped(data, index):
    changed = bytearray(data)
    changed[index] ^= 1
    return bytes(changed)


def chain_of(world, path):
    """The leaf and its issuing authority, if it has one: the issuer is found by name."""
    issuer = openssl("x509", "-in", path, "-noout", "-issuer").split(b"=", 1)[1].strip()
    for authority in world.authorities:
        if openssl("x509", "-in", authority, "-noout", "-subject").split(b"=", 1)[1].strip() == issuer:
            return [der_of(path), der_of(authority)]
    return [der_of(path)]


def verify_list(world, path, der, scratch):
    """The list's own signature, by whichever party's certificate it names."""
    (scratch / "parties.pem").write_text("".join(p.read_text() for p in world.parties))
    (scratch / "list.der").write_bytes(der)
    text = openssl("crl", "-inform", "DER", "-in", scratch / "list.der", "-noout", "-text").decode()
    if "Version 2" not in text or "X509v3 CRL Number" not in text or "X509v3 Authority Key Identifier" not in text:
        raise Objection(f"{path.name}: not a numbered v2 list")
    # The exit status of openssl crl does not tell before OpenSSL 3.3; its word does.
    words = openssl_words("crl", "-inform", "DER", "-in", scratch / "list.der", "-noout", "-verify", "-CAfile",
                          scratch / "parties.pem")
    if "verify OK" not in words:
        raise Objection(f"{path.name}: {words}")


def openssl_words(*arguments):
    import subprocess

    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, check=False)
    return (done.stdout + done.stderr).decode(errors="replace").strip().replace("\n", " / ")


def verify_key_file(path, passphrase):
    """Protected as promised, and readable by openssl with its own certificate inside."""
    words = openssl_words("pkcs12", "-in", path, "-info", "-noout", "-passin", f"file:{passphrase}")
    for promise in ("AES-256-CBC", "PBKDF2", "hmacWithSHA256", "MAC: sha256"):
        if promise not in words:
            raise Objection(f"{path.name}: no {promise} in: {words}")
    rounds = [int(word.rstrip(",")) for before, word in zip(words.split(), words.split()[1:]) if before == "Iteration"]
    if not rounds or min(rounds) < 600_000:
        raise Objection(f"{path.name}: iterations {rounds}")


def prove(world, scratch, chain):
    """Each check must be able to fail."""
    roots, lists = world.roots_pem(), world.lists_pem()
    must_object("signature failure", "flipped signature",
                lambda: verify_chain([flipped(chain[0], -1), *chain[1:]], roots, lists, "sslclient", scratch))
    must_object("unable to get certificate CRL", "no list of the issuer",
                lambda: verify_chain(chain, roots, pem(world.lists[-1][1], "X509 CRL"), "sslclient", scratch))
    foreign = "".join(path.read_text() for path in world.roots if path != root_of(world, chain, scratch))
    must_object("unable to get", "foreign root", lambda: verify_chain(chain, foreign, lists, "sslclient", scratch))
    must_object("purpose", "a person as a pack", lambda: verify_chain(chain, roots, lists, "sslserver", scratch))
    path, der = world.lists[0]
    must_object(path.name, "flipped list", lambda: verify_list(world, path, flipped(der, -1), scratch))


def root_of(world, chain, scratch):
    for path in world.roots:
        try:
            verify_chain(chain, path.read_text(), world.lists_pem(), "sslclient", scratch)
            return path
        except Objection:
            pass
    raise Objection("no root for the chain")


def main():
    world = World(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        roots, lists = world.roots_pem(), world.lists_pem()
        for path in world.roots + world.authorities:
            verify_chain([der_of(path)], roots, lists, "any", scratch)
        for path in world.people:
            verify_chain(chain_of(world, path), roots, lists, "sslclient", scratch)
        for path, der in world.lists:
            verify_list(world, path, der, scratch)
        keys = sorted(world.folder.glob("keys/*.p12"))
        if not keys:
            raise Objection("no key files")
        for path in keys:
            verify_key_file(path, world.folder / "keys/passphrase")
        prove(world, scratch, chain_of(world, world.people[0]))
    print(f"openssl agrees: {len(world.roots)} roots, {len(world.authorities)} authorities, {len(world.people)} people, "
          f"{len(world.lists)} lists, {len(keys)} key files; 5 tampered inputs refused")


try:
    main()
except Objection as error:
    sys.exit(str(error))
