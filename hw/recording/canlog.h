// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QCanBusFrame>
#include <QFile>
#include <QHash>

#include <optional>

namespace packwarden {

/// A frame of a recording.
struct LoggedFrame
{
    qint64 microseconds = 0; ///< Unix time, as the line says it
    QCanBusFrame frame;
    QByteArray interface = {}; ///< its word in the line
    qint64 played = 0; ///< of a reader: microseconds since the first frame, which do not run backwards
};

/// The text form of can-utils (candump -L): "(seconds.microseconds) interface identifier#data", a frame a line. CAN FD
/// has "##" and a digit of flags. Read are also its screen form with time stamps (candump -ta), stamps in milliseconds
/// and nanoseconds, dots between bytes, the raw length of 9 to 15 behind 8 bytes ("_A"), and the direction in a fourth
/// word.
namespace canlog {

enum class LineKind { None, Data, Remote, Error, Xl };

/// With its end of line.
QByteArray line(const LoggedFrame &logged, const QByteArray &interface);
/// Nothing for what is not of this form, and for what is no data frame; kind then says what it is.
std::optional<LoggedFrame> parse(const QByteArray &line, LineKind *kind = nullptr);
/// The word for the interface in a log: "can0" of "virtualcan:tcp://127.0.0.1:40000/can0?fd".
QByteArray interfaceWord(const QString &device);

} // namespace canlog

/// What a recording held besides its frames, as far as it was read.
struct LogContents
{
    static constexpr qint64 longPause = 10'000'000; ///< microseconds
    static constexpr int mostInterfaces = 16; ///< that are named

    QList<QByteArray> interfaces; ///< in the order of their first frame
    qint64 remote = 0; ///< remote frames
    qint64 errors = 0; ///< error frames
    qint64 xl = 0; ///< frames of CAN XL
    qint64 oddStamps = 0; ///< frames whose time does not fit between those of their neighbours
    qint64 stepsBack = 0; ///< of a second and more
    qint64 largestStepBack = 0; ///< microseconds
    qint64 pauses = 0; ///< longer than longPause
    qint64 longestPause = 0; ///< microseconds
};

/// Reads a recording line by line, in bounded memory. A last line that was cut off, and whatever else is no frame, is
/// left out and counted. Where so much of that comes in a row that it is no recording, reading ends with a problem; and
/// so it does at the end of a file without a frame.
class CanLogReader final
{
public:
    static constexpr qint64 mostSkipped = 1024 * 1024; ///< bytes in a row without a frame

    /// FileUnreadable, TooLarge.
    Result<> open(const QString &path);
    Result<> openStandardInput();
    /// Nothing at the end, or where reading ended before it.
    std::optional<LoggedFrame> next();
    qint64 skipped() const { return m_skipped; } ///< lines that are none of can-utils
    const LogContents &contents() const { return m_contents; }
    /// Why reading ended before the end of the file, or that there was no frame in it: Malformed ("PATH: no frame of a
    /// CAN bus in it: a trace of PCAN-View (TRC); ..."), TooLarge for one that grew meanwhile, FileUnreadable.
    const std::optional<Error> &problem() const { return m_problem; }

private:
    void begin(const QString &path);
    void lookAtBeginning();
    QByteArray readLine();
    QByteArray readPart();
    std::optional<LoggedFrame> readFrame();
    bool isWhole(const QByteArray &line, const LoggedFrame &logged) const;
    void place(LoggedFrame &logged);
    std::nullopt_t endWithoutFrames();
    std::nullopt_t endAsNoLog(const QString &why);
    std::nullopt_t end(Code code, const QString &why, std::any reason = {});

    QString m_path;
    QFile m_file;
    QByteArray m_beginning; ///< of the file
    char m_end = '\n'; ///< of its lines
    std::optional<LoggedFrame> m_ahead;
    bool m_begun = false;
    qint64 m_frames = 0;
    qint64 m_before = 0; ///< the time of the last frame, as its line says
    qint64 m_played = 0;
    QHash<quint32, qsizetype> m_sizes; ///< identifier -> bytes of data that it had last
    LogContents m_contents;
    qint64 m_skipped = 0;
    qint64 m_read = 0; ///< bytes
    qint64 m_skippedBytes = 0; ///< since the last frame
    std::optional<Error> m_problem;
};

} // namespace packwarden
