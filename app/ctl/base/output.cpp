// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/output.h"

#include "app/ctl/base/explain.h"
#include "app/ctl/base/standardoutput.h"
#include "models/core/base/printable.h"

#include <QJsonDocument>
#include <QTextStream>

namespace packwarden::ctl {

void Output::text(const QString &line) const
{
    raw(printable(line).toUtf8() + '\n');
}

void Output::raw(const QByteArray &bytes) const
{
    if (m_json)
        return;
    if (m_lines == Lines::Standard)
        standardoutput::write(bytes);
    else
        QTextStream(stderr) << QString::fromUtf8(bytes) << Qt::flush;
}

bool Output::isBroken() const
{
    return standardoutput::isBroken();
}

void Output::warning(const QString &sentence) const
{
    QTextStream(stderr) << QStringLiteral("packwardenctl: warning: ") << printable(sentence) << Qt::endl;
}

void Output::line(const QJsonObject &object) const
{
    if (m_json)
        standardoutput::write(printableJson(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n');
}

void Output::lines(const QByteArray &bytes) const
{
    if (m_json)
        standardoutput::write(bytes);
    else
        raw(bytes);
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
    const QString more = explain(error);
    if (!more.isEmpty())
        object.insert(QStringLiteral("explanation"), more);
    line(object);
    if (!m_json) {
        QTextStream(stderr) << QStringLiteral("packwardenctl: ") << codeName(error.code)
                            << (error.detail.isEmpty() ? QString() : QStringLiteral(": ") + printable(error.detail))
                            << Qt::endl
                            << (more.isEmpty() ? QString() : QStringLiteral("  ") + printable(more) + u'\n');
    }
}

} // namespace packwarden::ctl
