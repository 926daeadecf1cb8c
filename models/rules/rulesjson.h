// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/provisioning.h"

#include <QJsonObject>

namespace packwarden::rulesjson {

/// Rules as JSON for version control and editing by hand: keys sorted, quantities as decimal texts in the parameter's
/// unit ("4.25"), times as ISO 8601 UTC texts, hashes in hex, certificates in base64 DER, seats as "position/role".
/// Reading is strict: an unknown key, a missing one, a key or an entry that stands twice, a wrong type, number or
/// date, and a character that turns the direction of writing or hides are Malformed with line, path and cause ("line
/// 158: grants[3].until: no calendar has the day 2027-02-30"). Signed rules may hold such a character: toText writes it
/// as an escape, which everybody sees, and as an escape it is read.

/// As a file, with lines of their own.
QByteArray toText(const QJsonObject &rules);

QJsonObject toJson(const Policy &policy);
enum class Twins {
    Refused, ///< a person wrote it
    Kept, ///< a draft of this console, which may rest on signed rules that have twins
};
/// version and charterSha256 of the result are those given: they say what it is to replace, not what is wanted.
Result<Policy> policyFromJson(
    const QByteArray &json, qint64 version, const QByteArray &charterSha256, Twins twins = Twins::Refused);

QJsonObject toJson(const Charter &charter);
Result<Charter> charterFromJson(const QByteArray &json, qint64 version);

/// The limits that a production line burns in; each quantity as a decimal text.
QJsonObject toJson(const SiliconLimits &silicon);
Result<SiliconLimits> siliconFromJson(const QByteArray &json);
QJsonObject toJson(const Foundation &foundation);
Result<Foundation> foundationFromJson(const QByteArray &json);
/// {"chemistry", "maker", "batch", "bounds": {parameter: [min, max]}}.
Result<CellDataSheet> dataSheetFromJson(const QByteArray &json);

} // namespace packwarden::rulesjson
