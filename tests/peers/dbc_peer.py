#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A foreign DBC reader (canmatrix) looks at the product's DBC: does it carry what it says, and nothing twice?

dbc_peer.py FILE.dbc   First each rule must object to a copy of the file that breaks it."""
import contextlib
import io
import logging
import re
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
import canmatrix.formats  # noqa: E402

CLASSIC_MESSAGE_BITS = 47 + 20 + 64  # a 29-bit frame of 8 bytes, before stuffing


def occupied(signal):
    """Bits of an Intel signal; the file has no others, and one that it had would be reported."""
    return range(signal.start_bit, signal.start_bit + signal.size)


def raw_range(signal):
    if signal.is_signed:
        return -(1 << (signal.size - 1)), (1 << (signal.size - 1)) - 1
    return 0, (1 << signal.size) - 1


def frame_problems(frame):
    name = frame.name
    if not frame.arbitration_id.extended or frame.arbitration_id.id >> 16 != 0x18FF:
        yield f"{name}: identifier {frame.arbitration_id.id:#x} is not a telemetry broadcast"
    if frame.size != 8:
        yield f"{name}: {frame.size} bytes, where a classic frame of 8 is due"
    if not frame.cycle_time and frame.attributes.get("GenMsgSendType") != "Event":
        yield f"{name}: no cycle time"
    if not frame.comment:
        yield f"{name}: no comment"
    if not any(signal.name == "RollingCounter" for signal in frame.signals):
        yield f"{name}: no rolling counter, so loss cannot be counted"
    selectors = [signal for signal in frame.signals if signal.is_multiplexer]
    groups = {signal.multiplex for signal in frame.signals if isinstance(signal.multiplex, int)}
    if groups and len(selectors) != 1:
        yield f"{name}: {len(selectors)} selectors for its groups"
    if len(selectors) == 1 and groups and max(groups) > raw_range(selectors[0])[1]:
        yield f"{name}: group {max(groups)} is beyond what its selector can say"

    always = {}
    for signal in frame.signals:
        if not isinstance(signal.multiplex, int) or signal.is_multiplexer:
            yield from lay(name, signal, frame.size, always)
    for group in sorted(groups):
        taken = dict(always)
        for signal in frame.signals:
            if signal.multiplex == group and not signal.is_multiplexer:
                yield from lay(name, signal, frame.size, taken)


def lay(frame_name, signal, size, taken):
    """Puts a signal into the frame; names what it runs into."""
    name = f"{frame_name}.{signal.name}"
    if not signal.is_little_endian:
        yield f"{name}: byte order is not Intel"
    for bit in occupied(signal):
        if bit >= size * 8:
            yield f"{name}: bit {bit} lies outside the frame"
            break
        if bit in taken:
            yield f"{name}: shares bit {bit} with {taken[bit]}"
            break
        taken[bit] = signal.name
    low, high = raw_range(signal)
    ends = sorted((low * float(signal.factor) + float(signal.offset), high * float(signal.factor) + float(signal.offset)))
    if float(signal.min) < ends[0] - 1e-9 or float(signal.max) > ends[1] + 1e-9 or float(signal.min) >= float(signal.max):
        yield f"{name}: range {signal.min} to {signal.max} cannot be carried in {ends[0]} to {ends[1]}"
    for value in signal.values:
        if not low <= int(value) <= high:
            yield f"{name}: named value {value} cannot be carried"


def file_problems(path):
    complaints = io.StringIO()
    with contextlib.redirect_stdout(complaints), contextlib.redirect_stderr(complaints):
        database = canmatrix.formats.loadp_flat(path)
    if database is None or not database.frames:
        return ["no messages: the file cannot be parsed"]
    found, seen = complaints.getvalue().splitlines(), {}
    load = 0.0
    for frame in database.frames:
        for key in (frame.name, frame.arbitration_id.id):
            if key in seen:
                found.append(f"{frame.name}: name or identifier is that of {seen[key]}")
            seen[key] = frame.name
        names = [signal.name for signal in frame.signals]
        found += [f"{frame.name}.{name}: twice" for name in sorted({name for name in names if names.count(name) > 1})]
        found += frame_problems(frame)
        if frame.cycle_time:
            load += CLASSIC_MESSAGE_BITS / (frame.cycle_time / 1000.0) / 500_000
    file_problems.summary = f"{len(database.frames)} messages, {sum(len(frame.signals) for frame in database.frames)} signals"
    if load > 0.5:
        found.append(f"one pack's telemetry fills {load:.0%} of a 500 kbit/s bus")
    return found


# What the tampered copy has instead, and what must then be said.
MUTATIONS = [
    (r"SG_ PackCurrent : 16\|16", "SG_ PackCurrent : 15|16", "shares bit 15 with PackVoltage"),
    (r"SG_ MaxCellVoltage : 32\|16", "SG_ MaxCellVoltage : 50|16", "outside the frame"),
    (r"(SG_ CellVoltage002 m0 :) 32", r"\1 24", "shares bit"),
    (r"(SG_ StateOfCharge : 32\|16@1\+ \(0\.01,0\)) \[0\|100\]", r"\1 [0|1000]", "cannot be carried"),
    (r'BA_ "GenMsgCycleTime" BO_ 2566848766 \d+;', "", "PackStatus: no cycle time"),
    (r'CM_ BO_ 2566848766 "[^"]*";', "", "PackStatus: no comment"),
    (r"(BO_ 2566849022) PackLimits", r"\1 PackStatus", "name or identifier"),
    (r"SG_ PackVoltage : 0\|16@1\+", "SG_ PackVoltage : 0|16@0+", "not Intel"),
    (r"(SG_ CellGroup) M :", r"\1 :", "0 selectors"),
    (r"BO_ \d+ PackHealth: 8", "BO_ 291 PackHealth: 8", "not a telemetry broadcast"),
]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    for pattern, replacement, words in MUTATIONS:
        changed, count = re.subn(pattern, replacement, text, count=1)
        if not count:
            sys.exit(f"the file has nothing like {pattern}: this check has gone blind")
        with tempfile.NamedTemporaryFile("w", suffix=".dbc", encoding="utf-8") as file:
            file.write(changed)
            file.flush()
            if not any(words in problem for problem in file_problems(file.name)):
                sys.exit(f"not noticed: {replacement} (expected: {words})")
    found = file_problems(sys.argv[1])
    for problem in found:
        print(problem)
    print(f"{file_problems.summary}, {len(MUTATIONS)} tampered copies noticed, {len(found)} problems")
    sys.exit(1 if found else 0)


main()
