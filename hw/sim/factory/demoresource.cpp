// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/factory/demoresource.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace packwarden::sim {

Result<QJsonObject> demoResource(const QString &name)
{
    QFile file(QStringLiteral(":/packwarden/demo/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {Code::Malformed, file.fileName()};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return {Code::Malformed, QStringLiteral("%1: %2").arg(file.fileName(), error.errorString())};
    return document.object();
}

QStringList demoResources()
{
    QStringList names
        = QDir(QStringLiteral(":/packwarden/demo")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(int(qstrlen(".json")));
    return names;
}

} // namespace packwarden::sim
