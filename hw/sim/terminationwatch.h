// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QSocketNotifier;

namespace packwarden::sim {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal (signalfd(2): no handler, no global).
class TerminationWatch final : public QObject
{
    Q_OBJECT

public:
    explicit TerminationWatch(QObject *parent = nullptr);
    ~TerminationWatch() override;
    /// Blocks the signals, to be called before the first thread is started.
    static void block();

Q_SIGNALS:
    void asked();

private:
    int m_descriptor;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace packwarden::sim
