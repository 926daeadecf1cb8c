// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/canlog.h"

#include "hw/can/canport.h"
#include "hw/recording/logkind.h"
#include "models/core/base/wholefile.h"
#include "models/core/pack/recordingstate.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace packwarden {

namespace {

const QByteArray byteOrderMark("\xEF\xBB\xBF");
const QByteArray tooLong("?"); // instead of a line that no frame has
constexpr int longestLine = 512; // of 64 bytes of data it has 180 and the name of the interface
constexpr qint64 perSecond = 1'000'000;
constexpr int bitRateSwitch = 1; // CANFD_BRS
constexpr int errorState = 2; // CANFD_ESI
constexpr quint32 errorFlag = 0x20000000; // CAN_ERR_FLAG
constexpr qsizetype milli = 3; // digits behind the point
constexpr qsizetype micro = 6;
constexpr qsizetype nano = 9;
constexpr qsizetype classicBytes = 8;

std::optional<qint64> parseTime(const QByteArray &word)
{
    if (!word.startsWith('(') || !word.endsWith(')'))
        return std::nullopt;
    const qsizetype dot = word.indexOf('.');
    const qsizetype digits = word.size() - dot - 2;
    if (dot < 2 || (digits != milli && digits != micro && digits != nano))
        return std::nullopt;
    bool secondsGood = false;
    bool restGood = false;
    const qint64 seconds = word.mid(1, dot - 1).toLongLong(&secondsGood);
    const QByteArray rest = word.mid(dot + 1, digits).left(micro).leftJustified(micro, '0');
    const qint64 microseconds = rest.toLongLong(&restGood);
    constexpr qint64 latest = qint64(1) << 40;
    if (!secondsGood || !restGood || seconds < 0 || seconds > latest || microseconds < 0)
        return std::nullopt;
    return seconds * perSecond + microseconds;
}

bool isHex(const QByteArray &word)
{
    return std::all_of(word.begin(), word.end(),
        [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); });
}

bool isDirection(const QByteArray &word)
{
    return word == "R" || word == "T" || word == "r" || word == "t" || word == "Rx" || word == "Tx";
}

/// "R", "R8", and with a raw length "R8_A".
bool isRemote(const QByteArray &data)
{
    return data.startsWith('R') && data.size() <= 4;
}

/// "45123#81:00:12345678#...": priority and network, flags, type, acceptance field, data.
bool isXl(const QByteArray &form)
{
    const QList<QByteArray> parts = form.split('#').value(1).split(':');
    return parts.size() == 3 && std::all_of(parts.begin(), parts.end(), isHex);
}

/// Without the raw length code of 9 to 15 that candump writes behind the 8 bytes of a frame ("_A").
QByteArray withoutLength(const QByteArray &data, bool isFd)
{
    const qsizetype mark = data.size() - 2;
    const bool has = !isFd && mark == 2 * classicBytes && data.at(mark) == '_'
        && QByteArrayView("9ABCDEFabcdef").contains(data.back());
    return has ? data.left(mark) : data;
}

/// The screen form of candump ("(0.5) can0 18FF0010 [8] 38 4A ...", with the bytes as characters behind it) as its log
/// form. Empty for what is not of it.
QByteArray ofScreen(const QList<QByteArray> &words)
{
    static const QRegularExpression length(QStringLiteral("^\\[(\\d{1,2})\\]$"));
    for (qsizetype i = 3; i < words.size(); ++i) {
        const auto match = length.match(QString::fromLatin1(words.at(i)));
        if (!match.hasMatch())
            continue;
        const qsizetype count = match.captured(1).toInt();
        // Two digits are a frame of CAN FD, whose flags are not shown.
        const bool isFd = match.captured(1).size() == 2;
        QByteArray form = words.at(i - 1) + (isFd ? "##0" : "#");
        if (words.value(i + 1) == "remote")
            return form + 'R';
        if (words.size() < i + 1 + count)
            return {};
        for (qsizetype at = i + 1; at < i + 1 + count; ++at) {
            if (words.at(at).size() != 2)
                return {};
            form += words.at(at);
        }
        // Behind the data nothing but what it is in characters, or that it is an error frame.
        const QByteArray rest = words.value(i + 1 + count);
        return rest.isEmpty() || rest.startsWith('\'') || rest == "ERRORFRAME" ? form : QByteArray();
    }
    return {};
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

std::optional<LoggedFrame> parse(const QByteArray &line, LineKind *kind)
{
    LineKind ignored = LineKind::None;
    LineKind &found = kind ? *kind : ignored;
    found = LineKind::None;
    const QList<QByteArray> words = line.simplified().split(' ');
    const auto time = words.size() < 3 ? std::nullopt : parseTime(words.at(0));
    if (!time)
        return std::nullopt;
    const QByteArray form = words.size() > 4 || words.value(3).startsWith('[') ? ofScreen(words) : words.at(2);
    // Some versions of candump say the direction in a fourth word.
    if (form.isEmpty() || (words.size() == 4 && form == words.at(2) && !isDirection(words.at(3))))
        return std::nullopt;
    const qsizetype hash = form.indexOf('#');
    const QByteArray identifier = form.left(hash);
    if (isXl(form))
        found = LineKind::Xl;
    if ((hash != 3 && hash != 8) || !isHex(identifier) || found == LineKind::Xl)
        return std::nullopt;
    LoggedFrame logged;
    logged.microseconds = *time;
    logged.interface = words.at(1);
    const bool isFd = form.mid(hash + 1, 1) == "#";
    const QByteArray digit = isFd ? form.mid(hash + 2, 1) : QByteArray();
    QByteArray data = form.mid(hash + (isFd ? 3 : 1));
    if (!isFd && isRemote(data)) {
        found = LineKind::Remote;
        return std::nullopt;
    }
    data = withoutLength(data.replace('.', QByteArray()), isFd);
    if ((isFd && digit.isEmpty()) || !isHex(digit) || data.size() % 2 != 0 || !isHex(data))
        return std::nullopt;
    const quint32 number = identifier.toUInt(nullptr, 16);
    if (hash == 8 && (number & errorFlag) != 0 && number < 2 * errorFlag) {
        found = LineKind::Error;
        return std::nullopt;
    }
    QCanBusFrame frame(number, QByteArray::fromHex(data));
    frame.setExtendedFrameFormat(hash == 8);
    if (isFd) {
        const int flags = digit.toInt(nullptr, 16);
        frame.setFlexibleDataRateFormat(true);
        frame.setBitrateSwitch(flags & bitRateSwitch);
        frame.setErrorStateIndicator(flags & errorState);
    }
    frame.setTimeStamp(QCanBusFrame::TimeStamp::fromMicroSeconds(*time));
    logged.frame = frame;
    if (!CanPort::acceptable(frame))
        return std::nullopt;
    found = LineKind::Data;
    return logged;
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
    m_ahead.reset();
    m_sizes.clear();
    m_contents = {};
    m_begun = false;
    m_frames = m_before = m_played = m_skipped = m_read = m_skippedBytes = 0;
}

Result<> CanLogReader::openStandardInput()
{
    begin(QStringLiteral("standard input"));
    if (!m_file.open(stdin, QIODevice::ReadOnly))
        return {Code::FileUnreadable, QStringLiteral("%1: %2").arg(m_path, m_file.errorString())};
    lookAtBeginning();
    return Result<>::success();
}

Result<> CanLogReader::open(const QString &path)
{
    begin(path);
    auto opened = wholefile::open(m_file, path, RecordingState::maxBytes);
    if (opened.ok())
        lookAtBeginning();
    return opened;
}

void CanLogReader::lookAtBeginning()
{
    constexpr qint64 enough = 64LL * 1024;
    m_beginning = m_file.peek(enough);
    m_end = m_beginning.contains('\r') && !m_beginning.contains('\n') ? '\r' : '\n';
    if (m_beginning.startsWith(byteOrderMark))
        m_read += m_file.skip(byteOrderMark.size());
}

/// A line, or as much of one as the longest line of a frame has.
QByteArray CanLogReader::readPart()
{
    if (m_end == '\n')
        return m_file.readLine(longestLine);
    QByteArray part;
    for (char c = 0; part.size() < longestLine && m_file.getChar(&c);) {
        part += c == m_end ? '\n' : c;
        if (c == m_end)
            break;
    }
    return part;
}

/// Instead of a line that is too long for a frame one that is none.
QByteArray CanLogReader::readLine()
{
    QByteArray line = readPart();
    m_read += line.size();
    for (QByteArray rest = line; !rest.isEmpty() && !rest.endsWith('\n') && m_skippedBytes <= mostSkipped;) {
        rest = readPart();
        m_read += rest.size();
        m_skippedBytes += rest.size();
        if (!rest.isEmpty()) {
            m_skippedBytes += line.size() - 1;
            line = tooLong;
        }
    }
    return line;
}

/// A last line without its end may lack some of its data, too: it is whole where it has as much as a frame can have, or
/// as the last frame with its identifier had.
bool CanLogReader::isWhole(const QByteArray &line, const LoggedFrame &logged) const
{
    if (line.endsWith('\n'))
        return true;
    const qsizetype size = logged.frame.payload().size();
    const bool isFull = !logged.frame.hasFlexibleDataRateFormat() && size == classicBytes;
    return m_file.atEnd() && (isFull || size == m_sizes.value(logged.frame.frameId(), -1));
}

std::nullopt_t CanLogReader::endWithoutFrames()
{
    const qint64 others = m_contents.remote + m_contents.errors + m_contents.xl;
    if (others == 0)
        return endAsNoLog(QStringLiteral("no frame of a CAN bus in it"));
    return end(Code::Malformed,
        QStringLiteral("no data frame in it: %1 remote frames, %2 error frames, %3 frames of CAN XL")
            .arg(m_contents.remote)
            .arg(m_contents.errors)
            .arg(m_contents.xl));
}

std::nullopt_t CanLogReader::endAsNoLog(const QString &why)
{
    const LogKind kind = logKindOf(m_beginning);
    return end(Code::Malformed, why + QStringLiteral(": ") + textOf(kind), kind);
}

std::optional<LoggedFrame> CanLogReader::readFrame()
{
    while (m_file.isOpen()) {
        const QByteArray line = readLine();
        if (m_file.error() != QFile::NoError)
            return end(Code::FileUnreadable, m_file.errorString());
        if (line.isEmpty() && m_frames == 0)
            return endWithoutFrames();
        if (line.isEmpty())
            return std::nullopt;
        if (m_read > RecordingState::maxBytes)
            return end(Code::TooLarge, QStringLiteral("more than %1 bytes").arg(RecordingState::maxBytes));
        auto kind = canlog::LineKind::None;
        const auto logged = canlog::parse(line, &kind);
        if (logged && isWhole(line, *logged)) {
            constexpr qsizetype mostSizes = 4096;
            if (m_sizes.size() < mostSizes)
                m_sizes.insert(logged->frame.frameId(), logged->frame.payload().size());
            ++m_frames;
            m_skippedBytes = 0;
            return logged;
        }
        m_contents.remote += kind == canlog::LineKind::Remote ? 1 : 0;
        m_contents.errors += kind == canlog::LineKind::Error ? 1 : 0;
        m_contents.xl += kind == canlog::LineKind::Xl ? 1 : 0;
        if (line != "\n" && line != "\r\n" && (kind == canlog::LineKind::None || logged))
            ++m_skipped;
        m_skippedBytes += line.size();
        if (m_skippedBytes > mostSkipped) {
            const QString why = QStringLiteral("%1 bytes without a frame").arg(mostSkipped);
            return m_frames == 0 ? endAsNoLog(why) : end(Code::Malformed, why);
        }
    }
    return std::nullopt;
}

std::optional<LoggedFrame> CanLogReader::next()
{
    const bool first = !std::exchange(m_begun, true);
    if (first)
        m_ahead = readFrame();
    std::optional<LoggedFrame> now = std::exchange(m_ahead, std::nullopt);
    if (!now)
        return std::nullopt;
    m_ahead = readFrame();
    if (first)
        m_before = now->microseconds;
    place(*now);
    if (!m_contents.interfaces.contains(now->interface) && m_contents.interfaces.size() < LogContents::mostInterfaces)
        m_contents.interfaces.append(now->interface);
    return now;
}

/// Loggers start before their clock is set, sleep overnight, or give one frame a foreign stamp.
void CanLogReader::place(LoggedFrame &logged)
{
    constexpr qint64 aSecond = perSecond;
    const qint64 step = logged.microseconds - m_before;
    const bool jumps = step <= -aSecond || step >= aSecond;
    // The next frame goes on where the last one was.
    const bool returns = m_ahead && qAbs(m_ahead->microseconds - m_before) < aSecond;
    if (jumps && returns) {
        ++m_contents.oddStamps;
    } else {
        m_before = logged.microseconds;
        m_played += std::max<qint64>(step, 0);
        if (step <= -aSecond) {
            ++m_contents.stepsBack;
            m_contents.largestStepBack = std::max(m_contents.largestStepBack, -step);
        }
        if (step > LogContents::longPause) {
            ++m_contents.pauses;
            m_contents.longestPause = std::max(m_contents.longestPause, step);
        }
    }
    logged.played = m_played;
}

std::nullopt_t CanLogReader::end(Code code, const QString &why, std::any reason)
{
    m_problem = Error{code, QStringLiteral("%1: %2").arg(m_path, why), std::move(reason)};
    m_file.close();
    return std::nullopt;
}

} // namespace packwarden
