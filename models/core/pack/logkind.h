// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// What a file is that was given as a recording of a bus and holds no frame in candump's form.
enum class LogKind {
    Empty,
    Utf16,
    VectorBlf,
    Mdf,
    UnfinishedMdf,
    PythonCanDatabase,
    Pcap,
    Pcapng,
    Gzip,
    Zstd,
    Xz,
    SevenZip,
    Bzip2,
    Zip,
    Busmaster,
    PcanTrace,
    TabTrace,
    MonitorTable,
    PythonCanTable,
    SavvyCanTable,
    CssTable,
    Picture,
    Pdf,
    VectorAsc,
    OvmsCrtd,
    BatteryEmulator,
    CandumpDates,
    CandumpScreen,
    Slcan,
    FrameTable,
    Dbc,
    Json,
    Markup,
    OtherLog,
    NoText,
    NoFrames,
};

/// What people are told of a kind: what it is, and how to get a recording of it. English, to be translated in the
/// context packwarden::RecordingWords.
struct LogKindWords
{
    LogKind kind;
    const char *what;
    const char *advice; ///< empty: none; %1 is the ending
    const char *ending; ///< of its name, where the advice needs it: "blf"
};
const LogKindWords &wordsOf(LogKind kind);

/// As the command line says it: "a log of Vector (BLF); convert it with python-can: can_logconvert IN.blf OUT.log".
QString textOf(LogKind kind);

} // namespace packwarden
