// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangework.h"

namespace packwarden::exchangework {

QVariant arrayOf(const QStringList &words)
{
    return words.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(u'{' + words.join(u',') + u'}');
}

bool isState(const QSqlError &error, const char *state)
{
    return error.nativeErrorCode() == QLatin1String(state);
}

QString wordsOf(const QSqlError &error)
{
    for (const QString &text : {error.databaseText().trimmed(), error.driverText().trimmed()}) {
        if (!text.isEmpty())
            return text;
    }
    return QStringLiteral("the connection was lost");
}

} // namespace packwarden::exchangework
