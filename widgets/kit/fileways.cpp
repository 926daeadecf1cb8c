// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/fileways.h"

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
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
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
