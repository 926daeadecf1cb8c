// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"

#include <QCoreApplication>

namespace packwarden {

/// What people call the things that documents, packs and the audit name by ids and stable words. Every name is
/// translated; an unknown one shows as it is, so that data of other packs is never hidden.
class Names final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::Names)
public:
    static QString parameter(const ParameterId &id);
    static QString capability(const CapabilityId &id);
    static QString role(const RoleId &id);
    static QString position(const PositionId &id);
    /// "Cell data, specialist"; with a charter the party's own name instead of the position's.
    static QString seat(const Seat &seat, const Charter *charter = nullptr);
    /// The party that fills a position, or the position's name where no charter says so.
    static QString party(const PositionId &position, const Charter *charter);
    static QString layer(int layer);
    /// The serial, or "Node 11" for the key of a pack that has told none (PacksModel).
    static QString pack(const QString &key);

    static QString packState(const QString &word);
    static QString lifeCycle(const QString &word);

    static QString auditAction(const QString &word);
    static QString auditOutcome(const QString &word);
};

} // namespace packwarden
