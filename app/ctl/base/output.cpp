// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/output.h"

#include "models/core/base/printable.h"

#include <QJsonDocument>
#include <QTextStream>

namespace packwarden::ctl {

void Output::text(const QString &line) const
{
    if (!m_json)
        QTextStream(stdout) << printable(line) << Qt::endl;
}

void Output::warning(const QString &sentence) const
{
    QTextStream(stderr) << QStringLiteral("packwardenctl: warning: ") << printable(sentence) << Qt::endl;
}

void Output::line(const QJsonObject &object) const
{
    if (m_json)
        QTextStream(stdout) << printableJson(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

void Output::done(QJsonObject object) const
{
    object.insert(QStringLiteral("ok"), true);
    line(object);
}

void Output::failed(const Error &error, QJsonObject object) const
{
    object.insert(QStringLiteral("ok"), false);
    object.insert(QStringLiteral("reason"), codeName(error.code));
    object.insert(QStringLiteral("detail"), error.detail);
    line(object);
    if (!m_json) {
        QTextStream(stderr) << QStringLiteral("packwardenctl: ") << codeName(error.code)
                            << (error.detail.isEmpty() ? QString() : QStringLiteral(": ") + printable(error.detail))
                            << Qt::endl;
    }
}

} // namespace packwarden::ctl
