// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace packwarden {

/// One window for each store: a second start hands its files to the window that is open, and ends. Only processes of
/// the same user are heard; what they say is a list of paths, which is opened as if it had been dropped.
class OneWindow final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxBytes = qsizetype(64) * 1024;

    /// store: the folder, which need not be there yet.
    explicit OneWindow(const QString &store, QObject *parent = nullptr);

    /// Hands these files to a window of this store. False where none answers: then this process is to open its own.
    bool handOver(const QStringList &files) const;
    /// From now on this process is that window. False where the socket cannot be made; the window works all the same.
    bool listen();

Q_SIGNALS:
    /// Absolute paths; empty: the window is to come to the front.
    void filesWanted(const QStringList &files);

private:
    void hear(QLocalSocket &other);

    QString m_name; ///< of the socket
    QLocalServer m_server;
};

} // namespace packwarden
