// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/conform/kit/forge.h"
#include "app/conform/kit/rule.h"
#include "hw/uds/documentkind.h"

#include <QMap>

/// Trials with signed documents: who signs them, what a refusal must leave alone, and whether a pack refused.
namespace packwarden::conform {

/// People of the kit who sign.
namespace person {
inline const QString leasing = QStringLiteral("leasing-asset-manager");
inline const QString cellData = QStringLiteral("celldata-specialist");
inline const QString platform = QStringLiteral("platform-engineer");
inline const QString fleet = QStringLiteral("courier-fleet-manager");
inline const QString manufacturer = QStringLiteral("manufacturer-engineer");
} // namespace person

constexpr qint64 day = 24 * 3600LL; ///< seconds

/// A literal of a rule, in UTF-8.
QString s(const char *text);

/// Everything of the pack that a refusal must leave alone, by identifier.
QMap<QString, QByteArray> held(Bsp &bsp);
/// Notes what is not as it was, by identifier.
void unchanged(Finding &finding, const QString &what, const QMap<QString, QByteArray> &before,
    const QMap<QString, QByteArray> &after);

/// Everything for a document rule; none: the finding says why it is not run.
std::optional<Forge> forgeFor(Site &site, Finding &finding);

/// Delivers the document, which must be refused and change nothing. reasons: names of codes, any of them, divided by
/// '|'; empty: any code. kind: of documentkind.
void refused(Site &site, Finding &finding, const QString &what, const QByteArray &document, const char *reasons,
    int kind = documentkind::request);

} // namespace packwarden::conform
