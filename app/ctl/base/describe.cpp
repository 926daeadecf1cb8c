// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"

#include "models/core/rules/rules.h"

#include <QDateTime>

namespace packwarden::ctl::describe {

QString time(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds).toUTC().toString(Qt::ISODate);
}

QJsonObject policy(const Policy &policy)
{
    QJsonArray roles;
    for (const Role &role : policy.roles)
        roles.append(QJsonObject{{QStringLiteral("role"), role.id.text()},
            {QStringLiteral("position"), role.position.text()}, {QStringLiteral("title"), role.title}});
    QJsonArray grants;
    for (const Grant &grant : policy.grants)
        grants.append(QJsonObject{{QStringLiteral("role"), grant.role.text()},
            {QStringLiteral("capability"), grant.capability.text()}, {QStringLiteral("contract"), grant.contract},
            {QStringLiteral("clause"), grant.clause}});
    QJsonObject seats;
    for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it) {
        QJsonArray all;
        for (const Seat &seat : it->all)
            all.append(seat.text());
        seats.insert(it.key().text(), all);
    }
    return {{QStringLiteral("version"), policy.version}, {QStringLiteral("roles"), roles},
        {QStringLiteral("grants"), grants}, {QStringLiteral("seats"), seats}};
}

QStringList policyLines(const Policy &policy, const Charter &charter)
{
    QStringList lines{QStringLiteral("policy version %1").arg(policy.version)};
    for (const Role &role : policy.roles) {
        QStringList capabilities;
        for (const Grant &grant : policy.grants) {
            if (grant.role == role.id)
                capabilities.append(grant.capability.text());
        }
        const Position place = charter.positions.value(role.position);
        lines.append(QStringLiteral("%1 of %2 (%3): %4")
                         .arg(role.title.isEmpty() ? role.id.text() : role.title,
                             place.partyName.isEmpty() ? role.position.text() : place.partyName, role.id.text(),
                             capabilities.join(QStringLiteral(", "))));
    }
    for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it) {
        QStringList all;
        for (const Seat &seat : it->all)
            all.append(seat.text());
        for (const SeatGroup &group : it->groups) {
            QStringList of;
            for (const Seat &seat : group.of)
                of.append(seat.text());
            all.append(QStringLiteral("%1 of (%2)").arg(group.atLeast).arg(of.join(QStringLiteral(", "))));
        }
        lines.append(QStringLiteral("%1 needs %2").arg(it.key().text(), all.join(QStringLiteral(" and "))));
    }
    return lines;
}

} // namespace packwarden::ctl::describe
