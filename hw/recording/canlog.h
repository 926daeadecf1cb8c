// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QCanBusFrame>
#include <QFile>

#include <optional>

namespace packwarden {

/// A frame of a recording.
struct LoggedFrame
{
    qint64 microseconds = 0; ///< Unix time
    QCanBusFrame frame;
};

/// The text form of can-utils (candump -L): "(seconds.microseconds) interface identifier#data", a frame a line. CAN FD
/// has "##" and a digit of flags.
namespace canlog {

/// With its end of line.
QByteArray line(const LoggedFrame &logged, const QByteArray &interface);
/// Nothing for what is not of this form, remote frames among it.
std::optional<LoggedFrame> parse(const QByteArray &line);
/// The word for the interface in a log: "can0" of "virtualcan:tcp://127.0.0.1:40000/can0?fd".
QByteArray interfaceWord(const QString &device);

} // namespace canlog

/// Reads a recording line by line, in bounded memory. A last line that was cut off, and whatever else is no frame, is
/// left out and counted. Where so much of that comes in a row that it is no recording, reading ends with a problem.
class CanLogReader final
{
public:
    static constexpr qint64 mostSkipped = 1024 * 1024; ///< bytes in a row without a frame

    /// FileUnreadable, TooLarge.
    Result<> open(const QString &path);
    Result<> openStandardInput();
    /// Nothing at the end, or where reading ended before it.
    std::optional<LoggedFrame> next();
    qint64 skipped() const { return m_skipped; } ///< lines
    /// Why reading ended before the end of the file: Malformed ("PATH: 1048576 bytes without a frame"), TooLarge for
    /// one that grew meanwhile, FileUnreadable.
    const std::optional<Error> &problem() const { return m_problem; }

private:
    void begin(const QString &path);
    QByteArray readLine();
    std::nullopt_t end(Code code, const QString &why);

    QString m_path;
    QFile m_file;
    qint64 m_skipped = 0;
    qint64 m_read = 0; ///< bytes
    qint64 m_skippedBytes = 0; ///< since the last frame
    std::optional<Error> m_problem;
};

} // namespace packwarden
