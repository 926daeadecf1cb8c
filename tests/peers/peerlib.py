# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads Packwarden's documents with cbor2 and openssl alone: nothing of the product is used to judge it."""
import base64
import hashlib
import pathlib
import subprocess

import cbor2

DOCUMENT_SUFFIXES = {".pwreq", ".pwpol", ".pwchr", ".pwcmd"}
SIGN, SIGN1 = 98, 18
RS256, SHA256 = -257, -16
ALGORITHM, CONTENT_TYPE, CHAIN, CHAIN_HASH = 1, 3, 33, 34


class Objection(Exception):
    """The peer does not agree."""


def openssl(*arguments, stdin=None):
    """Output of an openssl command. Objection with openssl's words if it fails."""
    done = subprocess.run(["openssl", *map(str, arguments)], input=stdin, capture_output=True, check=False)
    if done.returncode != 0:
        words = (done.stderr + done.stdout).decode(errors="replace").strip().splitlines()
        raise Objection(f"openssl {arguments[0]}: {' / '.join(words[:3])}")
    return done.stdout


def pem(der, kind):
    text = base64.b64encode(der).decode()
    lines = "\n".join(text[i : i + 64] for i in range(0, len(text), 64))
    return f"-----BEGIN {kind}-----\n{lines}\n-----END {kind}-----\n"


def read_canonical(data, what):
    """The value of deterministic CBOR (RFC 8949, 4.2.1), which must encode to the same bytes again."""
    try:
        value = cbor2.loads(data)
    except Exception as error:  # cbor2 has many ways to say no
        raise Objection(f"{what}: {error}") from error
    # Indefinite lengths, longer forms, duplicate keys and trailing bytes all come out different.
    if cbor2.dumps(value) != data:
        raise Objection(f"{what}: encodes to other bytes again")
    check_order(value, what, 0)
    return value


def encoded(entries):
    """A map in deterministic CBOR; what it holds came from read_canonical."""
    return cbor2.dumps(dict(sorted(entries.items(), key=lambda entry: cbor2.dumps(entry[0]))))


def check_order(value, what, depth):
    if depth > 16:
        raise Objection(f"{what}: nested too deeply")
    if isinstance(value, cbor2.CBORTag):
        check_order(value.value, what, depth + 1)
    elif isinstance(value, dict):
        keys = [cbor2.dumps(key) for key in value]
        if keys != sorted(keys):
            raise Objection(f"{what}: keys are not in bytewise order: {list(value)}")
        for inner in value.values():
            check_order(inner, what, depth + 1)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            check_order(inner, what, depth + 1)
    elif isinstance(value, float):
        raise Objection(f"{what}: a float")


class Signature:
    """One RS256 signature over a Sig_structure (RFC 9052, 4.4), and the chain that came with it."""

    def __init__(self, what, context, payload, headers, unprotected, signature):
        self.what, self.signature, self.payload = what, signature, payload
        self.to_be_signed = cbor2.dumps([context, *headers, b"", payload])
        header = read_canonical(headers[-1], f"{what}: signer's header")
        if header.get(ALGORITHM) != RS256:
            raise Objection(f"{what}: algorithm {header.get(ALGORITHM)}")
        chain = unprotected[CHAIN]
        self.chain = [chain] if isinstance(chain, bytes) else list(chain)
        if header.get(CHAIN_HASH) != [SHA256, hashlib.sha256(self.chain[0]).digest()]:
            raise Objection(f"{what}: the header names another leaf than the chain carries")
        self.header = header
        # Withdrawals and rejections have one signer too, but a person.
        self.is_pack = context == "Signature1" and "withdrawal" not in str(header.get(3)) \
            and "rejection" not in str(header.get(3))

    def verify(self, folder):
        """By openssl dgst with the leaf's public key; folder is for its files."""
        folder = pathlib.Path(folder)
        (folder / "public.pem").write_bytes(
            openssl("x509", "-inform", "DER", "-pubkey", "-noout", stdin=self.chain[0]))
        (folder / "signature.bin").write_bytes(self.signature)
        try:
            openssl("dgst", "-sha256", "-verify", folder / "public.pem", "-signature", folder / "signature.bin",
                    stdin=self.to_be_signed)
        except Objection as error:
            raise Objection(f"{self.what}: {error}") from error


def signatures_of(value, what):
    """The signatures of a COSE_Sign or COSE_Sign1; every byte string that is CBOR is checked for its form."""
    if not isinstance(value, cbor2.CBORTag) or value.tag not in (SIGN, SIGN1):
        raise Objection(f"{what}: neither COSE_Sign nor COSE_Sign1")
    body, unprotected, payload, rest = value.value
    header = read_canonical(body, f"{what}: body header")
    if not str(header.get(CONTENT_TYPE, "")).startswith("application/vnd.packwarden."):
        raise Objection(f"{what}: content type {header.get(CONTENT_TYPE)}")
    read_canonical(payload, f"{what}: payload")
    if value.tag == SIGN1:
        return [Signature(what, "Signature1", payload, [body], unprotected, rest)]
    return [Signature(f"{what}, signature {i + 1}", "Signature", payload, [body, protected], inner, signature)
            for i, (protected, inner, signature) in enumerate(rest)]


def read_word(data, what):
    """The payload of a receipt or statement. Version 2 names the limits and the foundation that are burned in."""
    said = read_canonical(data, what)
    version, burned = said["v"], [said.get("silicon"), said.get("foundation")]
    if said["type"] not in ("receipt", "statement") or version not in (1, 2):
        raise Objection(f"{what}: {said['type']} of version {version}")
    if version == 1 and burned != [None, None]:
        raise Objection(f"{what}: version 1 names no limits and no foundation")
    if version == 2 and not all(isinstance(name, bytes) and len(name) in (0, 32) for name in burned):
        raise Objection(f"{what}: version 2 names limits and foundation by SHA-256")
    return said


class Document:
    """A file as it travels between the parties."""

    def __init__(self, data, what):
        value = read_canonical(data, what)
        if value.get("packwarden") != 1:
            raise Objection(f"{what}: not a Packwarden file")
        self.body = value["document"]
        self.payload = read_canonical(self.body.value[2], f"{what}: payload")
        self.signatures = signatures_of(self.body, what)
        for kind in ("withdrawals", "rejections", "receipts", "statements"):
            for i, entry in enumerate(value.get(kind, [])):
                name = f"{what}, {kind} {i + 1}"
                self.signatures += signatures_of(read_canonical(entry, name), name)
        self.receipts = [read_word(read_canonical(r, what).value[2], what) for r in value.get("receipts", [])]
        self.crls, self.authorities = [], []
        for entry in value.get("crls", []):
            crl, authority = read_canonical(entry, f"{what}: list")
            self.crls.append(crl)
            if authority is not None:
                self.authorities.append(authority)
        # A receipt is about exactly this payload.
        for receipt in self.receipts:
            if receipt["document"] != hashlib.sha256(self.body.value[2]).digest():
                raise Objection(f"{what}: holds the receipt of another document")


def verify_chain(chain, roots, crls, purpose, folder):
    """chain: DER, leaf first. roots, crls: PEM text. Every certificate of the path needs its list."""
    folder = pathlib.Path(folder)
    (folder / "leaf.pem").write_text(pem(chain[0], "CERTIFICATE"))
    (folder / "roots.pem").write_text(roots)
    (folder / "lists.pem").write_text(crls)
    arguments = ["verify", "-x509_strict", "-crl_check_all", "-purpose", purpose, "-no-CAfile", "-no-CApath",
                 "-no-CAstore", "-trusted", folder / "roots.pem", "-CRLfile", folder / "lists.pem"]
    if chain[1:]:
        (folder / "between.pem").write_text("".join(pem(der, "CERTIFICATE") for der in chain[1:]))
        arguments += ["-untrusted", folder / "between.pem"]
    openssl(*arguments, folder / "leaf.pem")


class World:
    """The certificates and lists of a demo world's folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.parties = sorted(self.folder.glob("parties/*.pem"))
        self.roots = [path for path in self.parties if not path.stem.endswith("-issuer")]
        self.authorities = [path for path in self.parties if path.stem.endswith("-issuer")]
        self.people = sorted(self.folder.glob("certificates/*.pem"))
        self.lists = []
        for path in sorted(self.folder.glob("crls/*.crl")):
            data = path.read_bytes()
            if data[:1] != b"\x30":  # an entry as packs take it: [list, authority or null]
                data = read_canonical(data, path.name)[0]
            self.lists.append((path, data))
        if not self.roots or not self.people or not self.lists:
            raise Objection(f"{self.folder} is not a demo world: {len(self.roots)} roots, {len(self.people)} people, "
                            f"{len(self.lists)} lists")

    def roots_pem(self):
        return "".join(path.read_text() for path in self.roots)

    def lists_pem(self):
        return "".join(pem(der, "X509 CRL") for _, der in self.lists)


def documents_below(*folders):
    """Worlds of an older form stand aside in former-N; their parties are others."""
    return sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*")
                  if path.suffix in DOCUMENT_SUFFIXES
                  and not any(part.startswith("former-") for part in path.relative_to(folder).parts))


def must_object(words, what, action):
    """A tampered input must be refused, and for the right cause."""
    try:
        action()
    except Objection as error:
        if words not in str(error):
            raise SystemExit(f"{what}: refused, but for another cause: {error}") from error
        return
    raise SystemExit(f"{what}: not noticed")
