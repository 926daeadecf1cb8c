// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/canlog.h"

#include "hw/can/canport.h"
#include "models/core/base/wholefile.h"
#include "models/core/pack/recordingstate.h"

namespace packwarden {

namespace {

constexpr int longestLine = 512; // of 64 bytes of data it has 180 and the name of the interface
constexpr qint64 perSecond = 1'000'000;
constexpr int bitRateSwitch = 1; // CANFD_BRS
constexpr int errorState = 2; // CANFD_ESI

std::optional<qint64> parseTime(const QByteArray &word)
{
    if (!word.startsWith('(') || !word.endsWith(')'))
        return std::nullopt;
    const qsizetype dot = word.indexOf('.');
    if (dot < 2 || word.size() - dot != 8)
        return std::nullopt;
    bool secondsGood = false;
    bool restGood = false;
    const qint64 seconds = word.mid(1, dot - 1).toLongLong(&secondsGood);
    const qint64 rest = word.mid(dot + 1, 6).toLongLong(&restGood);
    constexpr qint64 latest = qint64(1) << 40;
    if (!secondsGood || !restGood || seconds < 0 || seconds > latest || rest < 0)
        return std::nullopt;
    return seconds * perSecond + rest;
}

bool isHex(const QByteArray &word)
{
    return std::all_of(word.begin(), word.end(),
        [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); });
}

} // namespace

namespace canlog {

QByteArray line(const LoggedFrame &logged, const QByteArray &interface)
{
    const QCanBusFrame &frame = logged.frame;
    QByteArray text = '(' + QByteArray::number(logged.microseconds / perSecond) + '.'
        + QByteArray::number(logged.microseconds % perSecond).rightJustified(6, '0') + ") " + interface + ' ';
    text
        += QByteArray::number(frame.frameId(), 16).toUpper().rightJustified(frame.hasExtendedFrameFormat() ? 8 : 3, '0')
        + '#';
    if (frame.hasFlexibleDataRateFormat()) {
        const int flags
            = (frame.hasBitrateSwitch() ? bitRateSwitch : 0) | (frame.hasErrorStateIndicator() ? errorState : 0);
        text += '#' + QByteArray::number(flags, 16);
    }
    return text + frame.payload().toHex().toUpper() + '\n';
}

std::optional<LoggedFrame> parse(const QByteArray &line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    // Some versions of candump say the direction in a fourth word.
    if (words.size() < 3 || words.size() > 4)
        return std::nullopt;
    const auto time = parseTime(words.at(0));
    const QByteArray &word = words.at(2);
    const qsizetype hash = word.indexOf('#');
    if (!time || (hash != 3 && hash != 8) || !isHex(word.left(hash)))
        return std::nullopt;
    LoggedFrame logged;
    logged.microseconds = *time;
    const quint32 identifier = word.left(hash).toUInt(nullptr, 16);
    const bool isFd = word.mid(hash + 1, 1) == "#";
    const QByteArray digit = isFd ? word.mid(hash + 2, 1) : QByteArray();
    const QByteArray data = word.mid(hash + (isFd ? 3 : 1));
    if ((isFd && digit.isEmpty()) || !isHex(digit) || data.size() % 2 != 0 || !isHex(data))
        return std::nullopt;
    QCanBusFrame frame(identifier, QByteArray::fromHex(data));
    frame.setExtendedFrameFormat(hash == 8);
    if (isFd) {
        const int flags = digit.toInt(nullptr, 16);
        frame.setFlexibleDataRateFormat(true);
        frame.setBitrateSwitch(flags & bitRateSwitch);
        frame.setErrorStateIndicator(flags & errorState);
    }
    frame.setTimeStamp(QCanBusFrame::TimeStamp::fromMicroSeconds(*time));
    logged.frame = frame;
    return CanPort::acceptable(frame) ? std::optional(logged) : std::nullopt;
}

QByteArray interfaceWord(const QString &device)
{
    const QString last = device.section(u'?', 0, 0).section(u'/', -1).section(u':', -1);
    QByteArray word;
    for (const QChar c : last) {
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
        word += plain ? char(c.unicode()) : '_';
    }
    return word.isEmpty() ? QByteArray("can") : word;
}

} // namespace canlog

void CanLogReader::begin(const QString &path)
{
    m_path = path;
    m_file.close();
    m_problem.reset();
    m_skipped = m_read = m_skippedBytes = 0;
}

Result<> CanLogReader::openStandardInput()
{
    begin(QStringLiteral("standard input"));
    if (!m_file.open(stdin, QIODevice::ReadOnly))
        return {Code::FileUnreadable, QStringLiteral("%1: %2").arg(m_path, m_file.errorString())};
    return Result<>::success();
}

Result<> CanLogReader::open(const QString &path)
{
    begin(path);
    return wholefile::open(m_file, path, RecordingState::maxBytes);
}

/// Of a line that is too long for a frame only its beginning, without an end of line.
QByteArray CanLogReader::readLine()
{
    QByteArray line = m_file.readLine(longestLine);
    m_read += line.size();
    for (QByteArray rest = line; !rest.isEmpty() && !rest.endsWith('\n') && m_skippedBytes <= mostSkipped;) {
        rest = m_file.readLine(longestLine);
        m_read += rest.size();
        m_skippedBytes += rest.size();
    }
    return line;
}

std::optional<LoggedFrame> CanLogReader::next()
{
    while (m_file.isOpen()) {
        const QByteArray line = readLine();
        if (m_file.error() != QFile::NoError)
            return end(Code::FileUnreadable, m_file.errorString());
        if (line.isEmpty())
            return std::nullopt;
        if (m_read > RecordingState::maxBytes)
            return end(Code::TooLarge, QStringLiteral("more than %1 bytes").arg(RecordingState::maxBytes));
        // The last line of a recording that was killed may lack its end, and then some of its data.
        const auto logged = line.endsWith('\n') ? canlog::parse(line) : std::nullopt;
        if (logged) {
            m_skippedBytes = 0;
            return logged;
        }
        if (line != "\n" && line != "\r\n")
            ++m_skipped;
        m_skippedBytes += line.size();
        if (m_skippedBytes > mostSkipped)
            return end(Code::Malformed, QStringLiteral("%1 bytes without a frame").arg(mostSkipped));
    }
    return std::nullopt;
}

std::nullopt_t CanLogReader::end(Code code, const QString &why)
{
    m_problem = Error{code, QStringLiteral("%1: %2").arg(m_path, why)};
    m_file.close();
    return std::nullopt;
}

} // namespace packwarden
