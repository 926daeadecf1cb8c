// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace packwarden::test {

/// What packwardenctl said and did.
struct Said
{
    int exitCode = -1;
    QJsonObject last;
    QByteArray all;
    QByteArray errors;
    int records = 0; ///< of key actions that the call left in its store's audit
    QString reason() const { return last.value(QLatin1String("reason")).toString(); }
    QString text(const char *key) const { return last.value(QLatin1String(key)).toString(); }
    QJsonArray list(const char *key) const { return last.value(QLatin1String(key)).toArray(); }
};

/// A desk with files, secrets and stores, at which packwardenctl is run as a process of its own.
class KeyDesk final
{
public:
    KeyDesk();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString store(const QString &name) const { return m_folder.filePath(QStringLiteral("stores/") + name); }
    /// A file with this secret, readable by its owner alone.
    QString secretFile(const QString &secret);
    bool write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;

    /// packwardenctl --json --store ... --passphrase-file ...
    Said ctl(const QString &storeName, const QStringList &arguments, const QString &secret);
    /// Exit code of openssl, with what it said.
    int openssl(const QStringList &arguments, QByteArray *said = nullptr) const;

private:
    int keyRecords(const QString &storeName) const;

    QTemporaryDir m_folder;
};

} // namespace packwarden::test
