// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

namespace packwarden {

/// Reason of the errors of JsonText and of those who read a whole file by it: the detail is a cause with its place.
enum class TextReason { Unreadable };

/// The JSON object in a file that a person or another program wrote (RFC 8259). What one reader takes and another does
/// not is refused, with its line: a key that stands twice in one object, however it is escaped; a comment; a comma
/// behind the last value; anything behind the object. A byte order mark of UTF-8 is skipped (RFC 8259, 8.1).
struct JsonText
{
    QJsonObject object;
    /// Where each value stands, by its path ("grants[3].until"); lines count from 1.
    QHash<QString, int> lines;

    /// Malformed: "empty file", "UTF-16, not UTF-8", "line 12: the key \"seats\" stands twice, first in line 3", ...
    static Result<JsonText> read(const QByteArray &file);
    /// Is this meant as text, whatever is wrong with it? A document in CBOR begins with a byte that no text begins
    /// with.
    static bool isMeant(const QByteArray &file);
    /// "line 12: " of the value at this path, or of what it stands in. Empty where that is not known.
    QString place(QString path) const;
};

} // namespace packwarden
