// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/refusaldetail.h"

namespace packwarden {

namespace {

const QLatin1String isValue(" = ");
const QLatin1String isAllowed(", allowed ");
const QLatin1String upTo("..");
const QLatin1String nextSeat(", ");
constexpr char16_t orElse = u'|';

std::optional<Seat> seatIn(const QString &text)
{
    const QStringList halves = text.split(u'/');
    if (halves.size() != 2)
        return std::nullopt;
    const auto position = PositionId::parse(halves.at(0));
    const auto role = RoleId::parse(halves.at(1));
    return position.ok() && role.ok() ? std::optional(Seat{*position, *role}) : std::nullopt;
}

} // namespace

QString LimitFault::text() const
{
    return parameter.text() + isValue + formatQuantity(value) + isAllowed + formatQuantity(allowed.min) + upTo
        + formatQuantity(allowed.max);
}

std::optional<LimitFault> LimitFault::in(const QString &detail)
{
    const qsizetype value = detail.indexOf(isValue);
    const qsizetype from = detail.indexOf(isAllowed, value);
    const qsizetype to = detail.indexOf(upTo, from);
    if (value < 0 || from < 0 || to < 0)
        return std::nullopt;
    const auto between = [&](qsizetype begin, QLatin1String mark, qsizetype end) {
        return detail.mid(begin + mark.size(), end - begin - mark.size());
    };
    const auto parameter = ParameterId::parse(detail.left(value));
    const auto set = parseQuantity(between(value, isValue, from), true);
    const auto least = parseQuantity(between(from, isAllowed, to), true);
    const auto most = parseQuantity(between(to, upTo, detail.size()), true);
    if (!parameter.ok() || !set.ok() || !least.ok() || !most.ok())
        return std::nullopt;
    return LimitFault{*parameter, *set, {*least, *most}};
}

QString OpenSeats::text() const
{
    QStringList all;
    for (const QList<Seat> &candidates : seats) {
        QStringList names;
        for (const Seat &candidate : candidates)
            names.append(candidate.text());
        all.append(names.join(QChar(orElse)));
    }
    return all.join(nextSeat);
}

std::optional<OpenSeats> OpenSeats::in(const QString &detail)
{
    OpenSeats open;
    const QStringList all = detail.split(nextSeat);
    for (const QString &names : all) {
        QList<Seat> candidates;
        const QStringList each = names.split(QChar(orElse));
        for (const QString &name : each) {
            const auto seat = seatIn(name);
            if (!seat)
                return std::nullopt;
            candidates.append(*seat);
        }
        open.seats.append(candidates);
    }
    return open;
}

} // namespace packwarden
