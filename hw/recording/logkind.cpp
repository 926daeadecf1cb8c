// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/logkind.h"

#include <QRegularExpression>

#include <algorithm>

namespace packwarden {

namespace {

struct Magic
{
    QByteArray bytes;
    LogKind kind;
};

const QList<Magic> &magics()
{
    static const QList<Magic> all{
        {"LOGG", LogKind::VectorBlf},
        {"MDF     ", LogKind::Mdf},
        {"UnFinMF ", LogKind::UnfinishedMdf},
        {"SQLite format 3", LogKind::PythonCanDatabase},
        {QByteArray::fromHex("d4c3b2a1"), LogKind::Pcap},
        {QByteArray::fromHex("4d3cb2a1"), LogKind::Pcap},
        {QByteArray::fromHex("a1b2c3d4"), LogKind::Pcap},
        {QByteArray::fromHex("0a0d0d0a"), LogKind::Pcapng},
        {QByteArray::fromHex("1f8b"), LogKind::Gzip},
        {QByteArray::fromHex("28b52ffd"), LogKind::Zstd},
        {QByteArray::fromHex("fd377a585a00"), LogKind::Xz},
        {QByteArray::fromHex("377abcaf271c"), LogKind::SevenZip},
        {"BZh", LogKind::Bzip2},
        {"PK\x03\x04", LogKind::Zip},
        {"***BUSMASTER", LogKind::Busmaster},
        {";$FILEVERSION", LogKind::PcanTrace},
        {"@ TEXT @", LogKind::TabTrace},
        {"ParserFlags\t", LogKind::MonitorTable},
        {"timestamp,arbitration_id,", LogKind::PythonCanTable},
        {"Time Stamp,ID,Extended", LogKind::SavvyCanTable},
        {"Timestamp;Type;ID;Data", LogKind::CssTable},
        {"\x89PNG", LogKind::Picture},
        {"\xFF\xD8\xFF", LogKind::Picture},
        {"GIF8", LogKind::Picture},
        {"%PDF", LogKind::Pdf},
    };
    return all;
}

struct Form
{
    QRegularExpression line;
    LogKind kind;
};

/// A line anywhere at the beginning that only this kind of file has.
const QList<Form> &forms()
{
    const auto form = [](const char *pattern, LogKind kind) {
        return Form{QRegularExpression(QString::fromLatin1(pattern),
                        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption),
            kind};
    };
    static const QList<Form> all{
        form("^;\\s+(Start time|PCAN)|^\\s*\\d+\\)\\s+\\d+(\\.\\d+)?\\s+(Rx|Tx|DT)?\\s*[0-9A-F]+\\s+\\d",
            LogKind::PcanTrace),
        form("^(base\\s+(hex|dec)|begin trigger ?block|internal events logged)", LogKind::VectorAsc),
        form("^\\s*\\d+\\.\\d+\\s+\\d*(R11|R29|T11|T29|CXX|CEV|CER|CST|CMT)\\b", LogKind::OvmsCrtd),
        form("^\\s*\\(\\d+\\.\\d\\d?\\)\\s+[RT]X\\d\\s", LogKind::BatteryEmulator),
        form("^\\s*\\(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+\\)", LogKind::CandumpDates),
        form("^\\s*[\\w.-]+\\s+([RT]X\\s+\\S+\\s+\\S+\\s+)?[0-9A-F]{3,8}\\s+\\[\\d+\\]", LogKind::CandumpScreen),
        form("^(\\d+\\s*[;,\\t]\\s*)?t[0-9A-F]{3}[0-8]([0-9A-F]{2})*\\r?$|^T[0-9A-F]{8}[0-8]([0-9A-F]{2})+\\r?$",
            LogKind::Slcan),
        form("^(Time|Timestamp|Chn|No|Index)\\b.*\\b(ID|Identifier|CAN ID|Arbitration)\\b.*[;,\\t]|^Chn\\s+Identifier",
            LogKind::FrameTable),
        form("^VERSION \"|^BO_ \\d+ ", LogKind::Dbc),
        form("^\\s*[{\\[]", LogKind::Json),
        form("^\\s*<(\\?xml|html|!doctype)", LogKind::Markup),
        form("\\b[0-9A-F]{3,8}\\b.*(\\b[0-9A-F]{2}[ ,;\\t]){4}", LogKind::OtherLog),
    };
    return all;
}

bool isText(const QByteArray &bytes)
{
    return std::none_of(bytes.begin(), bytes.end(),
        [](char c) { return uchar(c) < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
}

} // namespace

LogKind logKindOf(const QByteArray &beginning)
{
    constexpr qsizetype enough = 8192;
    QByteArray bytes = beginning.left(enough);
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return LogKind::Utf16;
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    if (bytes.trimmed().isEmpty())
        return LogKind::Empty;
    for (const Magic &magic : magics()) {
        if (bytes.startsWith(magic.bytes))
            return magic.kind;
    }
    if (bytes.size() > 1 && (bytes.at(0) == '\0') != (bytes.at(1) == '\0')
        && isText(QByteArray(bytes).replace('\0', QByteArray())))
        return LogKind::Utf16;
    if (!isText(bytes))
        return LogKind::NoText;
    const QString text = QString::fromUtf8(bytes.replace("\r\n", "\n").replace('\r', '\n'));
    for (const Form &form : forms()) {
        if (form.line.match(text).hasMatch())
            return form.kind;
    }
    return LogKind::NoFrames;
}

} // namespace packwarden
