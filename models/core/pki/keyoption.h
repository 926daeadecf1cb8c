// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QList>
#include <QString>

namespace packwarden::pki {

/// One of the keys that a key file or a token has, where opening it has to be told which.
struct KeyOption
{
    QString which; ///< names it to readKey
    QString words; ///< what people know it by
    bool operator==(const KeyOption &) const = default;
};

/// The keys that could be meant, as the error of readKey tells them; empty where it is about something else.
QList<KeyOption> keyOptions(const Error &error);

/// The URI of a token that names this key of it, instead of any that it named before. which: an attribute of RFC 7512,
/// 2.3, as keyOptions has it (";id=%01"), or the label of the key. Empty: the URI stays as it is.
QString namingKey(const QString &uri, const QString &which);
/// The attributes of a URI that name the key; empty where it names the token alone.
QString keyNamedBy(const QString &uri);
/// The same URI for the token alone.
QString withoutKey(const QString &uri);

} // namespace packwarden::pki
