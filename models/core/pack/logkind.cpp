// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/logkind.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace packwarden {

namespace {

constexpr char none[] = "";
constexpr char pythonCan[]
    = QT_TRANSLATE_NOOP("packwarden::RecordingWords", "convert it with python-can: can_logconvert IN.%1 OUT.log");
constexpr char savvyCan[]
    = QT_TRANSLATE_NOOP("packwarden::RecordingWords", "open it in SavvyCAN and save it there as a log of candump");
constexpr char unpack[] = QT_TRANSLATE_NOOP("packwarden::RecordingWords", "unpack it first");
constexpr char record[] = QT_TRANSLATE_NOOP("packwarden::RecordingWords", "record with candump -L");
constexpr char saveAsUtf8[] = QT_TRANSLATE_NOOP("packwarden::RecordingWords", "save it as UTF-8 or ASCII");

constexpr LogKindWords all[] = {
    {LogKind::Empty, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "an empty file"), none, none},
    {LogKind::Utf16, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "UTF-16"), saveAsUtf8, none},
    {LogKind::VectorBlf, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a log of Vector (BLF)"), pythonCan, "blf"},
    {LogKind::Mdf, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "measurements of ASAM (MDF)"), pythonCan, "mf4"},
    {LogKind::UnfinishedMdf, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "unfinished measurements of ASAM (MDF)"),
        pythonCan, "mf4"},
    {LogKind::PythonCanDatabase,
        QT_TRANSLATE_NOOP("packwarden::RecordingWords", "an SQLite database, as python-can records"), pythonCan, "db"},
    {LogKind::Pcap, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a capture of Wireshark (pcap)"), none, none},
    {LogKind::Pcapng, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a capture of Wireshark (pcapng)"), none, none},
    {LogKind::Gzip, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "compressed (gzip)"), unpack, none},
    {LogKind::Zstd, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "compressed (zstd)"), unpack, none},
    {LogKind::Xz, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "compressed (xz)"), unpack, none},
    {LogKind::SevenZip, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "compressed (7z)"), unpack, none},
    {LogKind::Bzip2, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "compressed (bzip2)"), unpack, none},
    {LogKind::Zip, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a ZIP archive"), unpack, none},
    {LogKind::Busmaster, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a log of BUSMASTER"), savvyCan, none},
    {LogKind::PcanTrace, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a trace of PCAN-View (TRC)"), pythonCan,
        "trc"},
    {LogKind::TabTrace,
        QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a trace of CANoe's or BMW's tools (TRC with tabs)"), savvyCan,
        none},
    {LogKind::MonitorTable, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a table of a bus monitor (TSV)"), savvyCan,
        none},
    {LogKind::PythonCanTable, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a table of python-can (CSV)"), pythonCan,
        "csv"},
    {LogKind::SavvyCanTable, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a table of SavvyCAN or GVRET (CSV)"),
        savvyCan, none},
    {LogKind::CssTable, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a log of a CSS Electronics logger (CSV)"),
        savvyCan, none},
    {LogKind::Picture, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a picture, not a recording"), none, none},
    {LogKind::Pdf, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a PDF document, not a recording"), none, none},
    {LogKind::VectorAsc, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a log of Vector (ASC)"), pythonCan, "asc"},
    {LogKind::OvmsCrtd, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a log of OVMS (CRTD)"), savvyCan, none},
    {LogKind::BatteryEmulator, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a log of Battery-Emulator"), savvyCan,
        none},
    {LogKind::CandumpDates, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "candump's screen form with dates"), record,
        none},
    {LogKind::CandumpScreen, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "candump's screen form without times"),
        record, none},
    {LogKind::Slcan, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "what a serial adapter sends (slcan)"), record,
        none},
    {LogKind::FrameTable, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a table of frames of another program"),
        savvyCan, none},
    {LogKind::Dbc, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a DBC file, which describes frames and holds none"),
        none, none},
    {LogKind::Json, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "JSON, not a recording"), none, none},
    {LogKind::Markup, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "XML or HTML, not a recording"), none, none},
    {LogKind::OtherLog, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "perhaps a log of another program"), record,
        none},
    {LogKind::NoText, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "no text, so no recording of candump"), none,
        none},
    {LogKind::NoFrames, QT_TRANSLATE_NOOP("packwarden::RecordingWords", "a text without frames"), record, none},
};

} // namespace

const LogKindWords &wordsOf(LogKind kind)
{
    return *std::find_if(
        std::begin(all), std::prev(std::end(all)), [kind](const LogKindWords &words) { return words.kind == kind; });
}

QString textOf(LogKind kind)
{
    const LogKindWords &words = wordsOf(kind);
    QString text = QString::fromLatin1(words.what);
    if (*words.advice)
        text += QStringLiteral("; ")
            + QString::fromLatin1(words.advice).replace(QLatin1String("%1"), QLatin1String(words.ending));
    return text;
}

} // namespace packwarden
