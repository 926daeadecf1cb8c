// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/keys/keydesk.h"

#include "models/support/database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QVariant>

namespace packwarden::test {

namespace {

constexpr int commandMs = 60000;

} // namespace

KeyDesk::KeyDesk()
{
    QDir(m_folder.path()).mkdir(QStringLiteral("stores"));
}

bool KeyDesk::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

QByteArray KeyDesk::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString KeyDesk::secretFile(const QString &secret)
{
    const QString name = QStringLiteral("secret-")
        + QString::fromLatin1(QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256).toHex().left(8));
    if (!QFile::exists(path(name))) {
        write(name, secret.toUtf8() + '\n');
        QFile::setPermissions(path(name), QFile::ReadOwner);
    }
    return path(name);
}

int KeyDesk::keyRecords(const QString &storeName) const
{
    const QString audit = store(storeName) + QStringLiteral("/audit.db");
    if (!QFile::exists(audit))
        return 0;
    const auto database = Database::open(audit, Database::Mode::ReadOnly);
    const auto count = database.ok()
        ? (*database)->value(QStringLiteral("SELECT count(*) FROM records WHERE action LIKE 'keys.%'"))
        : Result<QVariant>(database.error());
    return count.ok() ? count->toInt() : -1000;
}

Said KeyDesk::ctl(const QString &storeName, const QStringList &arguments, const QString &secret)
{
    Said said;
    const int before = keyRecords(storeName);
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(PACKWARDEN_CTL),
        QStringList{QStringLiteral("--json"), QStringLiteral("--store"), store(storeName),
            QStringLiteral("--passphrase-file"), secretFile(secret)}
            + arguments);
    if (!process.waitForFinished(commandMs) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished(5000);
        qWarning("%s: %s %s", qPrintable(arguments.join(u' ')), qPrintable(process.errorString()),
            process.readAllStandardError().constData());
        return said;
    }
    said.exitCode = process.exitCode();
    said.all = process.readAllStandardOutput();
    said.errors = process.readAllStandardError();
    said.last = QJsonDocument::fromJson(said.all.trimmed().split('\n').constLast()).object();
    said.records = keyRecords(storeName) - before;
    return said;
}

int KeyDesk::openssl(const QStringList &arguments, QByteArray *said) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(commandMs))
        return -1;
    const QByteArray words = process.readAll();
    if (said)
        *said = words;
    return process.exitCode();
}

} // namespace packwarden::test
