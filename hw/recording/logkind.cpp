// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/logkind.h"

#include <QRegularExpression>

#include <algorithm>

namespace packwarden {

namespace {

const QString pythonCan = QStringLiteral("; convert it with python-can: can_logconvert IN%1 OUT.log");
const QString savvyCan = QStringLiteral("; open it in SavvyCAN and save it there as a log of candump");
const QString unpack = QStringLiteral("; unpack it first");

struct Magic
{
    QByteArray bytes;
    QString words;
};

const QList<Magic> &magics()
{
    static const QList<Magic> all{
        {"LOGG", QStringLiteral("a log of Vector (BLF)") + pythonCan.arg(QStringLiteral(".blf"))},
        {"MDF     ", QStringLiteral("measurements of ASAM (MDF)") + pythonCan.arg(QStringLiteral(".mf4"))},
        {"UnFinMF ", QStringLiteral("unfinished measurements of ASAM (MDF)") + pythonCan.arg(QStringLiteral(".mf4"))},
        {"SQLite format 3",
            QStringLiteral("an SQLite database, as python-can records") + pythonCan.arg(QStringLiteral(".db"))},
        {QByteArray::fromHex("d4c3b2a1"), QStringLiteral("a capture of Wireshark (pcap)")},
        {QByteArray::fromHex("4d3cb2a1"), QStringLiteral("a capture of Wireshark (pcap)")},
        {QByteArray::fromHex("a1b2c3d4"), QStringLiteral("a capture of Wireshark (pcap)")},
        {QByteArray::fromHex("0a0d0d0a"), QStringLiteral("a capture of Wireshark (pcapng)")},
        {QByteArray::fromHex("1f8b"), QStringLiteral("compressed (gzip)") + unpack},
        {QByteArray::fromHex("28b52ffd"), QStringLiteral("compressed (zstd)") + unpack},
        {QByteArray::fromHex("fd377a585a00"), QStringLiteral("compressed (xz)") + unpack},
        {QByteArray::fromHex("377abcaf271c"), QStringLiteral("compressed (7z)") + unpack},
        {"BZh", QStringLiteral("compressed (bzip2)") + unpack},
        {"PK\x03\x04", QStringLiteral("a ZIP archive") + unpack},
        {"***BUSMASTER", QStringLiteral("a log of BUSMASTER") + savvyCan},
        {";$FILEVERSION", QStringLiteral("a trace of PCAN-View (TRC)") + pythonCan.arg(QStringLiteral(".trc"))},
        {"@ TEXT @", QStringLiteral("a trace of CANoe's or BMW's tools (TRC with tabs)") + savvyCan},
        {"ParserFlags\t", QStringLiteral("a table of a bus monitor (TSV)") + savvyCan},
        {"timestamp,arbitration_id,",
            QStringLiteral("a table of python-can (CSV)") + pythonCan.arg(QStringLiteral(".csv"))},
        {"Time Stamp,ID,Extended", QStringLiteral("a table of SavvyCAN or GVRET (CSV)") + savvyCan},
        {"Timestamp;Type;ID;Data", QStringLiteral("a log of a CSS Electronics logger (CSV)") + savvyCan},
        {"\x89PNG", QStringLiteral("a picture, not a recording")},
        {"\xFF\xD8\xFF", QStringLiteral("a picture, not a recording")},
        {"GIF8", QStringLiteral("a picture, not a recording")},
        {"%PDF", QStringLiteral("a PDF document, not a recording")},
    };
    return all;
}

struct Form
{
    QRegularExpression line;
    QString words;
};

/// A line anywhere at the beginning that only this kind of file has.
const QList<Form> &forms()
{
    const auto form = [](const char *pattern, const QString &words) {
        return Form{QRegularExpression(QString::fromLatin1(pattern),
                        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption),
            words};
    };
    static const QList<Form> all{
        form("^;\\s+(Start time|PCAN)|^\\s*\\d+\\)\\s+\\d+(\\.\\d+)?\\s+(Rx|Tx|DT)?\\s*[0-9A-F]+\\s+\\d",
            QStringLiteral("a trace of PCAN-View (TRC)") + pythonCan.arg(QStringLiteral(".trc"))),
        form("^(base\\s+(hex|dec)|begin trigger ?block|internal events logged)",
            QStringLiteral("a log of Vector (ASC)") + pythonCan.arg(QStringLiteral(".asc"))),
        form("^\\s*\\d+\\.\\d+\\s+\\d*(R11|R29|T11|T29|CXX|CEV|CER|CST|CMT)\\b",
            QStringLiteral("a log of OVMS (CRTD)") + savvyCan),
        form("^\\s*\\(\\d+\\.\\d\\d?\\)\\s+[RT]X\\d\\s", QStringLiteral("a log of Battery-Emulator") + savvyCan),
        form("^\\s*\\(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+\\)",
            QStringLiteral("candump's screen form with dates; record with candump -L")),
        form("^\\s*[\\w.-]+\\s+([RT]X\\s+\\S+\\s+\\S+\\s+)?[0-9A-F]{3,8}\\s+\\[\\d+\\]",
            QStringLiteral("candump's screen form without times; record with candump -L")),
        form("^(\\d+\\s*[;,\\t]\\s*)?t[0-9A-F]{3}[0-8]([0-9A-F]{2})*\\r?$|^T[0-9A-F]{8}[0-8]([0-9A-F]{2})+\\r?$",
            QStringLiteral("what a serial adapter sends (slcan); record with candump -L")),
        form("^(Time|Timestamp|Chn|No|Index)\\b.*\\b(ID|Identifier|CAN ID|Arbitration)\\b.*[;,\\t]|^Chn\\s+Identifier",
            QStringLiteral("a table of frames of another program") + savvyCan),
        form("^VERSION \"|^BO_ \\d+ ", QStringLiteral("a DBC file, which describes frames and holds none")),
        form("^\\s*[{\\[]", QStringLiteral("JSON, not a recording")),
        form("^\\s*<(\\?xml|html|!doctype)", QStringLiteral("XML or HTML, not a recording")),
        form("\\b[0-9A-F]{3,8}\\b.*(\\b[0-9A-F]{2}[ ,;\\t]){4}",
            QStringLiteral("perhaps a log of another program; record with candump -L")),
    };
    return all;
}

bool isText(const QByteArray &bytes)
{
    return std::none_of(bytes.begin(), bytes.end(),
        [](char c) { return uchar(c) < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
}

} // namespace

QString logKind(const QByteArray &beginning)
{
    constexpr qsizetype enough = 8192;
    QByteArray bytes = beginning.left(enough);
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return QStringLiteral("UTF-16; save it as UTF-8 or ASCII");
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    if (bytes.trimmed().isEmpty())
        return QStringLiteral("an empty file");
    for (const Magic &magic : magics()) {
        if (bytes.startsWith(magic.bytes))
            return magic.words;
    }
    if (bytes.size() > 1 && (bytes.at(0) == '\0') != (bytes.at(1) == '\0')
        && isText(QByteArray(bytes).replace('\0', QByteArray())))
        return QStringLiteral("UTF-16; save it as UTF-8 or ASCII");
    if (!isText(bytes))
        return QStringLiteral("no text, so no recording of candump");
    const QString text = QString::fromUtf8(bytes.replace("\r\n", "\n").replace('\r', '\n'));
    for (const Form &form : forms()) {
        if (form.line.match(text).hasMatch())
            return form.words;
    }
    return QStringLiteral("a text without frames; record with candump -L");
}

} // namespace packwarden
