#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""uds_peer.py SIMULATOR DEMO SCRATCH: a tester made of scapy, openssl and cbor2 from hw/PROTOCOL.md alone talks with the
first pack of a demo world, run by a simulator process over virtualcan's TCP port: authenticates both ways, reads, acts,
and must be refused where it should be."""
import hashlib
import os
import pathlib
import queue
import secrets
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time

import cbor2
from scapy.contrib.automotive.uds import UDS, UDS_AUTH, UDS_DSC, UDS_RDBI, UDS_WDBI
from scapy.contrib.isotp import ISOTPSoftSocket
from scapy.layers.can import CAN
from scapy.supersocket import SuperSocket

from peerlib import Objection, World, must_object, openssl, read_canonical, read_word, signatures_of, verify_chain

NODE = 0x10
SILICON, FOUNDATION = 10, 11  # kinds of documents
SERIAL, SERVICE_INTERVAL, SESSION, CHANGES = 0xF18C, 0x020F, 0x0110, 0x0111


class VirtualCan(SuperSocket):
    """Frames of Qt's virtualcan, one line of text each: <id, decimal>#<flags>#<hex>."""

    def __init__(self, port, wanted):
        self.link = socket.create_connection(("127.0.0.1", port), timeout=5)
        self.link.settimeout(None)
        self.link.sendall(b"connect:can0\n")
        self.frames, self.wanted, self.closed = queue.Queue(), wanted, False
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        with self.link.makefile("rb") as lines:
            for line in lines:
                number, _, data = line.strip().decode().split("#")
                if int(number) == self.wanted:
                    self.frames.put(CAN(identifier=self.wanted, flags="extended", data=bytes.fromhex(data)))

    def send(self, frame):
        self.link.sendall(f"can0:{frame.identifier}#X#{bytes(frame.data).hex()}\n".encode())

    def recv(self, x=0):
        return self.frames.get()

    @staticmethod
    def select(sockets, remain=None):
        return [each for each in sockets if not each.frames.empty()]


class Refused(Exception):
    """A negative response; its code."""

    def __init__(self, code):
        super().__init__(f"NRC {code:02X}")
        self.code = code


class Person:
    """Somebody of the demo, with the key file opened by openssl."""

    def __init__(self, demo, name, folder):
        self.name, self.key = name, folder / f"{name}.key"
        file = ["pkcs12", "-in", demo / f"keys/{name}.p12", "-passin", f"file:{demo / 'keys/passphrase'}"]
        openssl(*file, "-nodes", "-nocerts", "-out", self.key)
        text = openssl(*file, "-nokeys").decode()
        ends = "-----END CERTIFICATE-----\n"
        self.chain = []
        for block in text.split(ends)[:-1]:
            block = block[block.index("-----BEGIN"):] + ends
            names = openssl("x509", "-noout", "-subject", "-issuer", stdin=block.encode()).decode().splitlines()
            if names[0].split("=", 1)[1] != names[1].split("=", 1)[1]:  # the root stays at home
                self.chain.append(openssl("x509", "-outform", "DER", stdin=block.encode()))

    def sign(self, data):
        return openssl("dgst", "-sha256", "-sign", self.key, stdin=data)


class Tester:
    def __init__(self, port, demo, scratch):
        self.demo, self.scratch, self.serial = demo, scratch, ""
        bus = VirtualCan(port, 0x18DAF100 | NODE)
        self.wire = ISOTPSoftSocket(bus, tx_id=0x18DA00F1 | NODE << 8, rx_id=0x18DAF100 | NODE, padding=True, basecls=UDS)

    def ask(self, request):
        """The bytes of the positive answer; waits while the pack says 78, repeats where it says 21."""
        request = bytes(request)
        for _ in range(50):
            self.wire.send(UDS(request))
            answer = self.hear()
            while answer[:1] == b"\x7f" and answer[2] == 0x78:
                answer = self.hear()
            if answer[:1] != b"\x7f":
                if answer[0] != request[0] + 0x40:
                    raise Objection(f"{request.hex()} answered by {answer.hex()}")
                return answer
            if answer[1] != request[0]:
                raise Objection(f"{request.hex()} refused as {answer.hex()}")
            if answer[2] != 0x21:
                raise Refused(answer[2])
            time.sleep(0.2)
        raise Objection("busy for ever")

    def hear(self):
        end = time.monotonic() + 6
        while time.monotonic() < end:
            if ISOTPSoftSocket.select([self.wire], 0.1):
                return bytes(self.wire.recv())
        raise Objection("no answer")

    def read(self, did):
        return self.ask(UDS() / UDS_RDBI(identifiers=[did]))[3:]

    def document(self, kind):
        """The first document of a kind, read back whole."""
        self.ask(UDS() / UDS_DSC(diagnosticSessionType=2))
        self.ask(bytes([0x35, 0x00, 0x44, kind, 0, 0, 0]) + b"\xff" * 4)
        data, counter = b"", 1
        while part := self.ask(bytes([0x36, counter]))[2:]:
            data, counter = data + part, counter + 1
        self.ask(b"\x37")
        self.ask(UDS() / UDS_DSC(diagnosticSessionType=1))
        return data

    def refused(self, what, codes, request):
        try:
            self.ask(request)
        except Refused as refusal:
            if refusal.code in codes:
                print(f"refused with {refusal.code:02X}: {what}")
                return
            raise Objection(f"{what}: refused with {refusal.code:02X}") from refusal
        raise Objection(f"{what}: not refused")

    # -- service 29 --

    def exchange(self, side, person):
        leaf, pack = (openssl("dgst", "-sha256", "-binary", stdin=der) for der in (person.chain[0], self.server[0]))
        return cbor2.dumps(["packwarden/auth/1", side, self.challenge, self.answer.challengeServer, leaf, pack,
                            self.serial, 3])

    def begin(self, person):
        """10 03, 29 02, and everything about the pack checked by openssl."""
        self.ask(UDS() / UDS_DSC(diagnosticSessionType=3))
        self.challenge = secrets.token_bytes(32)
        request = UDS() / UDS_AUTH(subFunction=2, certificateClient=b"".join(person.chain),
                                   challengeClient=self.challenge)
        answer = UDS(self.ask(request))
        self.answer, self.server = answer.payload, [answer.payload.certificateServer]
        if self.answer.returnValue != 0x11 or len(self.answer.challengeServer) != 32 or self.answer.ephemeralPublicKeyServer:
            raise Objection(f"29 02 answered by {bytes(answer)[:8].hex()}")
        self.check_pack(person, self.answer.proofOfOwnershipServer)

    def check_pack(self, person, proof):
        world = World(self.demo)
        verify_chain(self.server, (self.demo / "parties/manufacturer.pem").read_text(), world.lists_pem(), "sslserver",
                     self.scratch)
        names = openssl("x509", "-inform", "DER", "-noout", "-ext", "subjectAltName", stdin=self.server[0]).decode()
        if f"URI:urn:packwarden:pack:{self.serial}\n" not in names:
            raise Objection(f"the certificate is of {names}")
        public, signature = self.scratch / "pack.pem", self.scratch / "proof.bin"
        public.write_bytes(openssl("x509", "-inform", "DER", "-pubkey", "-noout", stdin=self.server[0]))
        signature.write_bytes(proof)
        openssl("dgst", "-sha256", "-verify", public, "-signature", signature, stdin=self.exchange("server", person))

    def proof(self, person):
        return UDS() / UDS_AUTH(subFunction=3, proofOfOwnershipClient=person.sign(self.exchange("client", person)))

    def authenticate(self, person):
        self.begin(person)
        answer = self.ask(self.proof(person))
        if answer != bytes.fromhex("6903120000"):
            raise Objection(f"29 03 answered by {answer.hex()}")
        self.sequence = 0

    # -- signed actions --

    def signed(self, person, request, sequence):
        request = bytes(request)
        digest = openssl("dgst", "-sha256", "-binary", stdin=request)
        words = cbor2.dumps(["packwarden/act/1", self.serial, self.answer.challengeServer, sequence, digest])
        return request + struct.pack(">H", sequence) + person.sign(words)

    def act(self, person, request):
        self.sequence += 1
        return self.ask(self.signed(person, request, self.sequence))


def write(did, value):
    return UDS() / UDS_WDBI(dataIdentifier=did) / struct.pack(">i", value)


def check_chain(records):
    """0111: each record carries the hash over itself and the one before, as far as they are there."""
    for before, record in zip(records, records[1:]):
        words = [record["number"], record["at"], record["action"], record["detail"], record["document"], record["count"]]
        if openssl("dgst", "-sha256", "-binary", stdin=before["hash"] + cbor2.dumps(words)) != record["hash"]:
            raise Objection(f"record {record['number']} does not follow {before['number']}")


def stranger(scratch):
    """Somebody with a certificate of his own making."""
    made = Person.__new__(Person)
    made.name, made.key = "stranger", scratch / "stranger.key"
    openssl("req", "-x509", "-newkey", "rsa:3072", "-sha256", "-nodes", "-keyout", made.key, "-out",
            scratch / "stranger.pem", "-days", "2", "-subj", "/CN=Stranger", "-addext",
            "subjectAltName=URI:urn:packwarden:person:service.technician,URI:urn:packwarden:role:technician",
            "-addext", "basicConstraints=critical,CA:FALSE", "-addext", "keyUsage=critical,digitalSignature",
            "-addext", "extendedKeyUsage=clientAuth")
    made.chain = [openssl("x509", "-in", scratch / "stranger.pem", "-outform", "DER")]
    return made


def statement(tester):
    nonce = secrets.token_bytes(32)
    signed = tester.ask(bytes.fromhex("31010240") + nonce)[4:]
    value = read_canonical(signed, "statement")
    (signature,) = signatures_of(value, "statement")
    signature.verify(tester.scratch)
    said = read_word(signature.payload, "statement")
    if signature.chain[:1] != tester.server[:1] or nonce not in said.values() or tester.serial not in said.values():
        raise Objection("the statement is by another pack, about another, or for another nonce")
    for name, document in tester.burned.items():
        if said.get(name) != hashlib.sha256(document).digest():
            raise Objection(f"the statement does not name the {name} that the pack gives by 35")
    print(f"statement of {tester.serial}, verified by openssl")


def run(tester, scratch):
    demo = tester.demo
    technician, driver = (Person(demo, name, scratch) for name in ("service-technician", "courier-driver"))
    tester.serial = tester.read(SERIAL).decode()
    for did in (0x0100, 0x0101, 0x0102, 0x0103, 0x0104, 0x0105, 0x0106, 0x0107, 0x0108, 0x0109, SESSION, 0x0113, 0x0114):
        read_canonical(tester.read(did), f"{did:04X}")
    tester.burned = {"silicon": tester.document(SILICON), "foundation": tester.document(FOUNDATION)}
    before = struct.unpack(">i", tester.read(SERVICE_INTERVAL))[0]
    print(f"{tester.serial}: public identifiers read, service interval {before / 1000:g} cycles")

    if tester.ask(UDS() / UDS_AUTH(subFunction=8)) != bytes.fromhex("690802"):
        raise Objection("29 08 does not say APCE")
    for sub_function in (1, 4, 5, 6, 7):
        tester.refused(f"29 {sub_function:02X}", {0x12}, bytes([0x29, sub_function, 0]))
    tester.refused("case 102: security access 27", {0x11}, b"\x27\x01")
    tester.refused("the pack's own audit, unauthenticated", {0x34}, UDS() / UDS_RDBI(identifiers=[CHANGES]))
    tester.refused("a write in the default session", {0x7F}, bytes(write(SERVICE_INTERVAL, before)) + bytes(386))
    tester.ask(UDS() / UDS_DSC(diagnosticSessionType=3))
    tester.refused("case 103: a write, unauthenticated", {0x34}, bytes(write(SERVICE_INTERVAL, before)) + bytes(386))
    tester.refused("case 106: proof before certificate", {0x24},
                   UDS() / UDS_AUTH(subFunction=3, proofOfOwnershipClient=bytes(384)))

    tester.authenticate(technician)
    session = read_canonical(tester.read(SESSION), "0110")
    if not session["authenticated"] or session["person"] != "service.technician" or "self-test" not in session["capabilities"]:
        raise Objection(f"0110 says {session}")
    print(f"authenticated as {session['person']}; the pack proved itself to openssl")
    proof = tester.answer.proofOfOwnershipServer
    must_object("openssl dgst", "a proof with one bit changed",
                lambda: tester.check_pack(technician, proof[:9] + bytes([proof[9] ^ 1]) + proof[10:]))
    check_chain(read_canonical(tester.read(CHANGES), "0111"))
    statement(tester)

    earlier = tester.signed(technician, write(SERVICE_INTERVAL, before + 1000), 1)
    if tester.act(technician, write(SERVICE_INTERVAL, before + 1000)) != b"\x6e" + struct.pack(">H", SERVICE_INTERVAL):
        raise Objection("2E answered otherwise")
    if struct.unpack(">i", tester.read(SERVICE_INTERVAL))[0] != before + 1000:
        raise Objection("the value was not written")
    print("service interval set by a signed action")
    tester.refused("a replayed action", {0x24}, earlier)
    good = tester.signed(technician, write(SERVICE_INTERVAL, before + 2000), 2)
    tester.refused("a signature with one bit changed", {0x58}, good[:-1] + bytes([good[-1] ^ 1]))
    tester.refused("another value under the same signature", {0x58}, good[:6] + bytes([good[6] ^ 1]) + good[7:])
    tester.refused("a sequence ahead", {0x24}, tester.signed(technician, write(SERVICE_INTERVAL, before), 4))
    tester.refused("case 103: another node writes after the authentication", {0x58},
                   tester.signed(driver, write(SERVICE_INTERVAL, before), 2))
    tester.refused("no tail", {0x13}, write(SERVICE_INTERVAL, before))
    tester.refused("a parameter of layer 4", {0x31, 0x33}, tester.signed(technician, write(0x0203, 4150), 2))

    tester.authenticate(technician)
    tester.refused("an action of an earlier session", {0x58}, earlier)
    old = tester.proof(technician)
    tester.begin(technician)
    tester.refused("case 97: the proof of an earlier session", {0x58}, old)
    tester.begin(technician)
    tester.refused("case 100: the pack's own proof sent back", {0x58},
                   UDS() / UDS_AUTH(subFunction=3, proofOfOwnershipClient=tester.answer.proofOfOwnershipServer))
    tester.refused("case 106: the proof twice", {0x24}, old)
    tester.refused("a certificate of the stranger's own making", {0x52}, UDS() / UDS_AUTH(
        subFunction=2, certificateClient=stranger(scratch).chain[0], challengeClient=secrets.token_bytes(32)))

    tester.authenticate(driver)
    tester.refused("a driver reads the pack's audit", {0x33}, UDS() / UDS_RDBI(identifiers=[CHANGES]))
    tester.refused("a driver sets the service interval", {0x33},
                   tester.signed(driver, write(SERVICE_INTERVAL, before), 1))
    why = read_canonical(tester.ask(bytes.fromhex("31030200"))[4:], "31 03 0200")
    if why["reason"] != "signer-not-authorised":
        raise Objection(f"the reason given is {why}")
    if tester.ask(UDS() / UDS_AUTH(subFunction=0)) != bytes.fromhex("690010"):
        raise Objection("29 00 answered otherwise")
    tester.refused("case 104: an action after 29 00", {0x34}, tester.signed(driver, bytes.fromhex("31010203"), 2))
    if struct.unpack(">i", tester.read(SERVICE_INTERVAL))[0] != before + 1000:
        raise Objection("something refused was written")


def main():
    simulator, demo, scratch = (pathlib.Path(word).absolute() for word in sys.argv[1:4])
    if scratch.exists():
        shutil.rmtree(scratch)
    scratch.mkdir(parents=True)
    shutil.copytree(demo / "packs", scratch / "packs")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    bus = f"virtualcan:tcp://127.0.0.1:{port}/can0"
    process = subprocess.Popen([simulator, "--bus", bus, "--packs", "1", "--state", scratch / "packs"],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    status = 1
    try:
        for line in process.stdout:
            if "ready" in line:
                break
        else:
            raise Objection("the simulator did not start")
        run(Tester(port, demo, scratch), scratch)
        print("the pack and the page agree")
        status = 0
    except (Objection, Refused) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        process.terminate()
        process.wait(10)
        sys.stdout.flush()
        os._exit(status)  # scapy's threads do not end by themselves


if __name__ == "__main__":
    main()
