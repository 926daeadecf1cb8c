// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace packwarden::test {

/// A PostgreSQL of this test alone: in a temporary folder, on a socket there. It refuses to run as root, so as root it
/// is started as the user `nobody`. Its superuser is `owner`; every login is trusted.
class PrivatePostgres final
{
public:
    PrivatePostgres();
    ~PrivatePostgres();

    /// Makes the cluster where there is none, and starts it. False: what was said is in `said`.
    bool start();
    /// As a power cut would: nothing is written any more.
    void kill();
    /// Stops it in order; start() begins it again on the same data.
    void stop();
    /// Before start(): a copy of that server, which follows it until promote(). False: what was said is in `said`.
    bool follow(const PrivatePostgres &primary);
    bool promote();
    /// pgbouncer in front of it, in transaction mode, with so many connections to the server. The folder of its socket;
    /// empty: what was said is in `said`.
    QString pool(const QStringList &logins, int connections);
    /// Statements of the superuser, by psql. What it printed, unaligned; a null string where it failed.
    QString sql(const QString &statements, const QString &database = QStringLiteral("exchange"));
    /// The same for a file of statements, whatever they print.
    bool runFile(const QString &path, const QString &database = QStringLiteral("exchange"));
    /// "postgresql:///exchange?host=...&user=LOGIN"
    QString address(const QString &login, const QString &database = QStringLiteral("exchange")) const;
    QString folder() const { return m_folder.path(); }
    /// A file of the server's alone, in its folder; the same name again is written over. The path; empty: it failed.
    QString addFile(const QString &name, const QByteArray &bytes);

    QStringList options; ///< of the next start(): "-c", "NAME=VALUE", ...

    QString said;

private:
    bool run(const QString &program, const QStringList &arguments);
    void asOther(QProcess &process) const;

    QTemporaryDir m_folder;
    QString m_bin;
    QProcess m_server;
    QProcess m_pooler;
};

} // namespace packwarden::test
