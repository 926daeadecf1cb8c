// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testworld.h"

namespace packwarden::test {

/// The six parties of the test world, by the position that each of them holds.
struct Party
{
    QString name; ///< "leasing"
    PositionId position; ///< "owner"
    RoleId role; ///< of its signatory
    QString person; ///< "leasing.asset-manager"
    bool operator==(const Party &) const = default;
};
const QList<Party> &parties();
const Party &partyAt(const char *position);

/// A pack that knows every kind of document: seats for values, rules, locks, parts and the end, and what one key may
/// do. Random agreed overlays are the caller's.
PackState wholePack(TestWorld &world, const QString &serial = QStringLiteral("SDB-TEST-0001"));

/// A payload of any kind, signed by its author (empty: nobody) and approved by the others.
QByteArray signedBy(const QByteArray &contentType, const QByteArray &payload, const std::shared_ptr<SigningKey> &author,
    const QList<std::shared_ptr<SigningKey>> &approvers);
/// The fields that every document has, as they should be; id: any bytes, made 16.
DocumentHead headOf(const std::shared_ptr<SigningKey> &author, const QByteArray &id);

} // namespace packwarden::test
