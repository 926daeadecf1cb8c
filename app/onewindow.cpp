// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/onewindow.h"

#include "models/core/base/ids.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>

namespace packwarden {

namespace {

constexpr int connectMilliseconds = 500;
constexpr int answerMilliseconds = 5000; ///< a window that is busy for so long does not take anything
constexpr int nameDigits = 32;
const QByteArray taken = "taken\n";

/// The same for each way to write the folder's path.
QString wholePath(const QString &store)
{
    const QFileInfo folder(store);
    return folder.exists() ? folder.canonicalFilePath() : QDir::cleanPath(folder.absoluteFilePath());
}

} // namespace

OneWindow::OneWindow(const QString &store, QObject *parent)
    : QObject(parent)
    , m_name(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/packwarden-")
          + QString::fromLatin1(sha256(wholePath(store).toUtf8()).toHex().left(nameDigits)))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *other = m_server.nextPendingConnection()) {
            connect(other, &QLocalSocket::readyRead, this, [this, other] { hear(*other); });
            connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        }
    });
}

bool OneWindow::handOver(const QStringList &files) const
{
    QLocalSocket window;
    window.connectToServer(m_name);
    if (!window.waitForConnected(connectMilliseconds))
        return false;
    QJsonArray paths;
    for (const QString &file : files)
        paths.append(QFileInfo(file).absoluteFilePath());
    window.write(QJsonDocument(paths).toJson(QJsonDocument::Compact) + '\n');
    while (window.bytesToWrite() > 0) {
        if (!window.waitForBytesWritten(answerMilliseconds))
            return false;
    }
    return (window.canReadLine() || window.waitForReadyRead(answerMilliseconds)) && window.readLine() == taken;
}

bool OneWindow::listen()
{
    if (m_server.isListening())
        return true;
    // A socket with rights of its own is put in the place of whatever is there: a window that answers keeps it.
    QLocalSocket other;
    other.connectToServer(m_name);
    if (other.waitForConnected(connectMilliseconds))
        return false;
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void OneWindow::hear(QLocalSocket &other)
{
    if (!other.canReadLine()) {
        if (other.bytesAvailable() > maxBytes)
            other.abort();
        return;
    }
    const QByteArray line = other.readLine(maxBytes + 1);
    const QJsonDocument said = QJsonDocument::fromJson(line);
    if (line.size() > maxBytes || !said.isArray())
        return other.abort();
    QStringList files;
    for (const QJsonValue path : said.array()) {
        // A relative path would be meant in the other process' folder.
        if (!path.isString() || !QDir::isAbsolutePath(path.toString()))
            return other.abort();
        files << path.toString();
    }
    other.write(taken);
    other.flush();
    Q_EMIT filesWanted(files);
}

} // namespace packwarden
