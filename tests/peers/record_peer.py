#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""record_peer.py SIMULATOR PACKWARDENCTL DEMO SCRATCH: recordings of a pack and a console on a bus, judged by tshark: it
must read every frame, and name the services that `record replay` names, in the same order; classic and CAN FD, and of a
recorder that was killed."""
import json
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

from peerlib import Objection, must_object

LINE = re.compile(r"\((\d+)\.(\d{6})\) can0 [0-9A-F]{8}#(?:[0-9A-F]{0,16}|#[0-3](?:[0-9A-F]{2}){0,64})\n")
ISOTP = ["-o", "iso15765.can.extended_ids:0x18da00f1-0x18dafff1,0x18db33f1", "-d", "iso15765.subdissector,uds"]


def frames_of(log):
    """The whole lines of a recording; Objection for what candump would not have written, or time that runs backwards."""
    lines = log.read_text().splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines.pop()
    before = 0
    for line in lines:
        match = LINE.fullmatch(line)
        if not match:
            raise Objection(f"{log.name}: {line!r}")
        now = int(match[1]) * 1_000_000 + int(match[2])
        if now < before:
            raise Objection(f"{log.name}: time runs backwards at {line!r}")
        before = now
    return lines


def tshark(log, *arguments):
    done = subprocess.run(["tshark", "-r", log, *ISOTP, *arguments], capture_output=True, text=True, check=False, timeout=60)
    if done.returncode != 0:
        raise Objection(f"tshark: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout.splitlines()


def named_by_tshark(log):
    fields = tshark(log, "-Y", "uds", "-T", "fields", "-e", "uds.sid", "-e", "uds.reply")
    return [(int(sid, 16), int(reply, 16) == 0) for sid, reply in (line.split("\t") for line in fields)]


def replay(ctl, log):
    done = subprocess.run([ctl, "--json", "record", "replay", log], capture_output=True, text=True, check=False, timeout=60)
    values = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode != 0 or not values[-1]["ok"]:
        raise Objection(f"record replay: {done.stdout}{done.stderr}")
    return values


def named_by_replay(values):
    named = []
    for value in values:
        if "message" in value:
            message = bytes.fromhex(value["message"])
            refused = message[0] == 0x7F
            # tshark gives the service of a refusal as 3F, which is 7F as a positive answer would have it.
            named.append((0x3F if refused else message[0] & ~0x40 if not value["request"] else message[0], value["request"]))
    return named


def judge(ctl, log, least):
    """Returns how many messages both named."""
    lines = frames_of(log)
    values = replay(ctl, log)
    if values[-1]["frames"] != len(lines) or values[-1]["broken"]:
        raise Objection(f"{log.name}: {values[-1]}, {len(lines)} lines")
    if len(tshark(log)) != len(lines):
        raise Objection(f"{log.name}: tshark reads {len(tshark(log))} of {len(lines)} lines")
    theirs, ours = named_by_tshark(log), named_by_replay(values)
    if theirs != ours or len(ours) < least:
        raise Objection(f"{log.name}: tshark names {theirs}, replay {ours}")
    print(f"{log.name}: {len(lines)} frames, {len(ours)} messages of services "
          f"{' '.join(sorted({f'{sid:02X}' for sid, _ in ours}))}")
    return len(ours)


def run(ctl, bus, demo, scratch):
    recorder = subprocess.Popen([ctl, "--json", "--bus", bus, "record", "start", "-o", scratch / "heard.log"],
                                stdout=subprocess.PIPE, text=True)
    try:
        if json.loads(recorder.stdout.readline()) != {"recording": str(scratch / "heard.log")}:
            raise Objection("the recorder did not begin")

        def do(name, where, *words):
            done = subprocess.run([ctl, "--json", "--bus", where, "--store", scratch / "store", "--record", scratch / name, *words],
                                  capture_output=True, text=True, check=False, timeout=60)
            if done.returncode != 0:
                raise Objection(f"{words}: {done.stdout}{done.stderr}")
            return [json.loads(line) for line in done.stdout.splitlines()]

        (pack,) = [value for value in do("list.log", bus, "pack", "list") if "serial" in value]
        serial = pack["serial"]
        do("read.log", bus, "pack", "read", serial, "F18C", "0100", "0109", "0114")
        do("fd.log", bus + "?fd", "pack", "read", serial, "F18C", "0100", "0109", "0114")
        # Asked without fingerprints, the console pins nothing and says what to compare.
        asked = subprocess.run([ctl, "--json", "--bus", bus, "--store", scratch / "store", "policy", "pull", serial],
                               capture_output=True, text=True, check=False, timeout=60)
        offered = json.loads(asked.stdout.splitlines()[-1])
        if asked.returncode != 1 or offered["reason"] != "fingerprint-needed":
            raise Objection(f"pinned without a comparison: {asked.stdout}{asked.stderr}")
        do("pull.log", bus, "policy", "pull", serial, "--fingerprint", offered["charter"], "--fingerprint", offered["policy"])
        do("statement.log", bus, "pack", "statement", serial, "-o", scratch / "statement.cose")
        do("act.log", bus, "pack", "set", serial, "service.interval=400", "--key", demo / "keys/service-technician.p12",
           "--passphrase-file", demo / "keys/passphrase")
        time.sleep(0.3)
    finally:
        recorder.send_signal(signal.SIGKILL)
        recorder.wait(10)
    own = 0
    for name, least in {"list.log": 2, "read.log": 10, "fd.log": 10, "pull.log": 10, "statement.log": 7, "act.log": 12}.items():
        own += judge(ctl, scratch / name, least)
    # The one that was killed heard all of them, and the last answers to who was gone by then.
    if judge(ctl, scratch / "heard.log", 40) < own:
        raise Objection("the recorder heard less than was said")
    for name, form in {"read.log": "#", "fd.log": "##"}.items():
        wrong = [line for line in frames_of(scratch / name) if " 18DA" in line and re.search("#+", line)[0] != form]
        if wrong:
            raise Objection(f"{name}: {wrong[0]!r}")

    # A recording with a frame less, with one changed, or with its time reversed is another one.
    lines = frames_of(scratch / "read.log")
    where = max(i for i, line in enumerate(lines) if " 18DAF1" in line and "#2" in line)
    broken = scratch / "broken.log"

    def tampered(changed):
        broken.write_text("".join(changed))
        return lambda: judge(ctl, broken, 10)

    must_object("broken.log", "a frame taken away", tampered(lines[:where] + lines[where + 1:]))
    must_object("broken.log", "time that runs backwards", tampered(lines[1:] + lines[:1]))
    must_object("broken.log", "a line cut in the middle", tampered(lines[:where] + [lines[where][:-9] + "\n"] + lines[where + 1:]))


def main():
    simulator, ctl, demo, scratch = (pathlib.Path(word).absolute() for word in sys.argv[1:5])
    if scratch.exists():
        shutil.rmtree(scratch)
    scratch.mkdir(parents=True)
    shutil.copytree(demo / "packs", scratch / "packs")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        bus = f"virtualcan:tcp://127.0.0.1:{probe.getsockname()[1]}/can0"
    process = subprocess.Popen([simulator, "--bus", bus, "--packs", "1", "--state", scratch / "packs"],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for line in process.stdout:
            if "ready" in line:
                break
        else:
            raise Objection("the simulator did not start")
        run(ctl, bus, demo, scratch)
        print("tshark and replay agree")
    except Objection as error:
        print(f"Objection: {error}", file=sys.stderr)
        return 1
    finally:
        process.terminate()
        process.wait(10)
    return 0


if __name__ == "__main__":
    sys.exit(main())
