// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/privatepostgres.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

namespace packwarden::test {

namespace {

/// Who the server runs as where this is root.
const passwd *other()
{
    return ::geteuid() == 0 ? ::getpwnam("nobody") : nullptr;
}

} // namespace

PrivatePostgres::PrivatePostgres()
{
    // The newest that is installed.
    const QStringList versions
        = QDir(QStringLiteral("/usr/lib/postgresql")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    const auto newest = std::max_element(
        versions.begin(), versions.end(), [](const QString &a, const QString &b) { return a.toInt() < b.toInt(); });
    if (newest != versions.end())
        m_bin = QStringLiteral("/usr/lib/postgresql/%1/bin/").arg(*newest);
    if (const passwd *user = other())
        (void)::chown(m_folder.path().toLocal8Bit().constData(), user->pw_uid, user->pw_gid);
}

PrivatePostgres::~PrivatePostgres()
{
    kill();
    // What `nobody` owns is root's to remove.
}

void PrivatePostgres::asOther(QProcess &process) const
{
    process.setWorkingDirectory(m_folder.path());
    if (const passwd *user = other()) {
        const uid_t uid = user->pw_uid;
        const gid_t gid = user->pw_gid;
        process.setChildProcessModifier([uid, gid] {
            if (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0)
                ::_exit(126);
        });
    }
}

bool PrivatePostgres::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    asOther(process);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_bin + program, arguments);
    const bool good = process.waitForFinished(60'000) && process.exitCode() == 0;
    said = QString::fromUtf8(process.readAll());
    return good;
}

bool PrivatePostgres::start()
{
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (m_bin.isEmpty()) {
        said = QStringLiteral("no PostgreSQL is installed");
        return false;
    }
    if (!QFile::exists(data + QStringLiteral("/PG_VERSION"))
        && !run(QStringLiteral("initdb"),
            {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("owner"), QStringLiteral("-A"),
                QStringLiteral("trust"), QStringLiteral("--no-locale"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                QStringLiteral("--no-sync")}))
        return false;
    asOther(m_server);
    m_server.setStandardErrorFile(m_folder.filePath(QStringLiteral("server.log")), QIODevice::Append);
    m_server.start(m_bin + QStringLiteral("postgres"),
        QStringList{QStringLiteral("-D"), data, QStringLiteral("-k"), m_folder.path(), QStringLiteral("-c"),
            QStringLiteral("listen_addresses="), QStringLiteral("-c"), QStringLiteral("fsync=off"),
            QStringLiteral("-c"), QStringLiteral("shared_buffers=16MB")}
            + options);
    for (int tries = 0; tries < 600; ++tries) {
        if (m_server.state() == QProcess::NotRunning && !m_server.waitForStarted(0))
            break;
        if (run(QStringLiteral("pg_isready"),
                {QStringLiteral("-h"), m_folder.path(), QStringLiteral("-t"), QStringLiteral("1")})) {
            if (sql(QStringLiteral("select 1 from pg_database where datname = 'exchange'"), QStringLiteral("postgres"))
                    .isEmpty())
                sql(QStringLiteral("create database exchange"), QStringLiteral("postgres"));
            return true;
        }
        m_server.waitForFinished(50);
    }
    return false;
}

bool PrivatePostgres::follow(const PrivatePostgres &primary)
{
    return run(QStringLiteral("pg_basebackup"),
        {QStringLiteral("-h"), primary.folder(), QStringLiteral("-U"), QStringLiteral("owner"), QStringLiteral("-D"),
            m_folder.filePath(QStringLiteral("data")), QStringLiteral("-R"), QStringLiteral("-c"),
            QStringLiteral("fast"), QStringLiteral("--no-sync")});
}

bool PrivatePostgres::promote()
{
    return run(QStringLiteral("pg_ctl"),
        {QStringLiteral("promote"), QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data"))});
}

QString PrivatePostgres::pool(const QStringList &logins, int connections)
{
    QByteArray users;
    for (const QString &login : logins)
        users += '"' + login.toUtf8() + "\" \"\"\n";
    const QString list = addFile(QStringLiteral("userlist.txt"), users);
    const QString sockets = m_folder.filePath(QStringLiteral("pool"));
    QDir().mkpath(sockets);
    if (const passwd *user = other())
        (void)::chown(sockets.toLocal8Bit().constData(), user->pw_uid, user->pw_gid);
    const QString settings
        = QStringLiteral("[databases]\nexchange = host=%1\n[pgbouncer]\npool_mode = transaction\n"
                         "listen_addr =\nlisten_port = 5432\nunix_socket_dir = %2\nauth_type = trust\n"
                         "auth_file = %3\ndefault_pool_size = %4\n")
              .arg(m_folder.path(), sockets, list)
              .arg(connections);
    asOther(m_pooler);
    m_pooler.setProcessChannelMode(QProcess::MergedChannels);
    m_pooler.setStandardOutputFile(m_folder.filePath(QStringLiteral("pooler.log")));
    m_pooler.start(QStringLiteral("/usr/sbin/pgbouncer"), {addFile(QStringLiteral("pool.ini"), settings.toUtf8())});
    for (int tries = 0; tries < 600 && m_pooler.state() != QProcess::NotRunning; ++tries) {
        if (run(QStringLiteral("pg_isready"),
                {QStringLiteral("-h"), sockets, QStringLiteral("-t"), QStringLiteral("1")}))
            return sockets;
        m_pooler.waitForFinished(50);
    }
    said = QStringLiteral("no pgbouncer");
    return {};
}

void PrivatePostgres::kill()
{
    if (m_pooler.state() != QProcess::NotRunning) {
        m_pooler.kill();
        m_pooler.waitForFinished(10'000);
    }
    if (m_server.state() == QProcess::NotRunning)
        return;
    // The postmaster's children end by themselves when it is gone; a shutdown that does not wait ends them now.
    ::kill(pid_t(m_server.processId()), SIGQUIT);
    m_server.waitForFinished(10'000);
}

void PrivatePostgres::stop()
{
    ::kill(pid_t(m_server.processId()), SIGINT);
    m_server.waitForFinished(20'000);
}

QString PrivatePostgres::sql(const QString &statements, const QString &database)
{
    const bool good = run(QStringLiteral("psql"),
        {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-v"),
            QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"),
            QStringLiteral("owner"), QStringLiteral("-d"), database, QStringLiteral("-c"), statements});
    return good ? said.trimmed().isNull() ? QStringLiteral("") : said.trimmed() : QString();
}

bool PrivatePostgres::runFile(const QString &path, const QString &database)
{
    return run(QStringLiteral("psql"),
        {QStringLiteral("-Xq"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"),
            m_folder.path(), QStringLiteral("-U"), QStringLiteral("owner"), QStringLiteral("-d"), database,
            QStringLiteral("-f"), path});
}

QString PrivatePostgres::addFile(const QString &name, const QByteArray &bytes)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return {};
    const passwd *user = other();
    return !user || ::chown(path.toLocal8Bit().constData(), user->pw_uid, user->pw_gid) == 0 ? path : QString();
}

QString PrivatePostgres::address(const QString &login, const QString &database) const
{
    return QStringLiteral("postgresql:///%1?host=%2&user=%3").arg(database, m_folder.path(), login);
}

} // namespace packwarden::test
