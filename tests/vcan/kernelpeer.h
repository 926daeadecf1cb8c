// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <thread>

namespace packwarden::vcan {

/// Identifiers of one end, as its own sent and heard ones.
struct Ends
{
    quint32 transmitId = 0;
    quint32 receiveId = 0;
};

/// An ISO-TP socket of the kernel: messages whole, the frames are the kernel's. Blocking, for a thread of its own or
/// for a test that has nothing else to do.
class KernelIsoTp final
{
public:
    /// fd: CAN FD frames of 64 bytes. nanoseconds: from one frame to the next; 0: as the kernel likes it. Check
    /// isOpen().
    KernelIsoTp(const char *interface, const Ends &ends, bool fd, quint32 nanoseconds = 0);
    ~KernelIsoTp();
    KernelIsoTp(const KernelIsoTp &) = delete;
    KernelIsoTp &operator=(const KernelIsoTp &) = delete;

    bool isOpen() const { return m_socket >= 0; }
    QString why() const { return m_why; }
    /// Returns when the last frame has left.
    bool send(const QByteArray &message) const;
    /// Empty after the time-out.
    QByteArray receive(int milliseconds) const;

private:
    int m_socket = -1;
    QString m_why;
};

/// Answers every message on a thread of its own, until it is destroyed.
class KernelResponder final
{
public:
    using Answer = std::function<QByteArray(const QByteArray &request)>;

    KernelResponder(const char *interface, const Ends &ends, bool fd, Answer answer, quint32 nanoseconds = 0);
    ~KernelResponder();
    KernelResponder(const KernelResponder &) = delete;
    KernelResponder &operator=(const KernelResponder &) = delete;

    bool isOpen() const { return m_socket.isOpen(); }
    QString why() const { return m_socket.why(); }

private:
    KernelIsoTp m_socket;
    Answer m_answer;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace packwarden::vcan
