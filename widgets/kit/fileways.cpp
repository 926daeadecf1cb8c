// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/fileways.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>

namespace packwarden::fileways {

void open(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void showInFolder(const QString &path)
{
    const QFileInfo file(path);
    const auto openFolder = [folder = QUrl::fromLocalFile(file.absolutePath())] {
        QDesktopServices::openUrl(folder);
    };
    const QString sender = QStandardPaths::findExecutable(QStringLiteral("dbus-send"));
    if (sender.isEmpty())
        return openFolder();
    // A comma would begin the next file.
    const QString url = QString::fromLatin1(QUrl::fromLocalFile(file.absoluteFilePath()).toEncoded())
                            .replace(u',', QStringLiteral("%2C"));
    auto *asks = new QProcess(QCoreApplication::instance());
    asks->setStandardOutputFile(QProcess::nullDevice());
    asks->setStandardErrorFile(QProcess::nullDevice());
    QObject::connect(asks, &QProcess::errorOccurred, asks, [asks, openFolder](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // it finishes, too
        asks->deleteLater();
        openFolder();
    });
    QObject::connect(asks, &QProcess::finished, asks, [asks, openFolder](int code, QProcess::ExitStatus status) {
        asks->deleteLater();
        if (code != 0 || status != QProcess::NormalExit)
            openFolder();
    });
    asks->start(sender,
        {QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--reply-timeout=5000"),
            QStringLiteral("--dest=org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
            QStringLiteral("org.freedesktop.FileManager1.ShowItems"), QStringLiteral("array:string:") + url,
            QStringLiteral("string:")});
}

Mail send(const QString &path, const QString &subject)
{
    const QString mailer = QStandardPaths::findExecutable(QStringLiteral("xdg-email"));
    const QStringList letter{QStringLiteral("--utf8"), QStringLiteral("--subject"), subject, QStringLiteral("--attach"),
        QFileInfo(path).absoluteFilePath()};
    if (!mailer.isEmpty() && QProcess::startDetached(mailer, letter))
        return Mail::Attached;
    QUrl address(QStringLiteral("mailto:"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("subject"), QString::fromLatin1(QUrl::toPercentEncoding(subject)));
    address.setQuery(query);
    return QDesktopServices::openUrl(address) ? Mail::Begun : Mail::None;
}

} // namespace packwarden::fileways
