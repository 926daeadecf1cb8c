// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/packwords.h"

#include "models/fleet/fleetmodel.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

namespace packwarden {

bool PackWords::says(const FleetModel &fleet, int row, const QString &word)
{
    const auto told = [&](int column) {
        return fleet.index(row, column).data(FleetModel::ValueRole).toString();
    };
    return Names::pack(told(FleetModel::SerialColumn)).contains(word, Qt::CaseInsensitive)
        || Names::packState(told(FleetModel::StateColumn)).contains(word, Qt::CaseInsensitive);
}

QString PackWords::problem(const Error &error)
{
    const auto *problem = error.as<PackQuery::Problem>();
    if (!problem)
        return Sentences::of(error).text();
    switch (*problem) {
    case PackQuery::Problem::UnknownColumn:
        return tr("There is no column “%1”. Columns are: %2.").arg(error.detail, [] {
            QStringList names;
            for (int i = 0; i < PackQuery::columnCount; ++i)
                names.append(PackQuery::nameOf(PackQuery::Column(i)));
            return names.join(QStringLiteral(", "));
        }());
    case PackQuery::Problem::NoNumber:
        return tr("“%1” is no number. Write it without a unit, such as 20 or 3.65.").arg(error.detail);
    case PackQuery::Problem::NoValue:
        return error.detail.isEmpty() ? tr("Something is missing.")
                                      : tr("Something is missing beside “%1”.").arg(error.detail);
    case PackQuery::Problem::Brackets:
        return tr("A bracket or a quotation mark has no partner: “%1”.").arg(error.detail);
    case PackQuery::Problem::UnknownGroup:
        return tr("There is no group “%1”.").arg(error.detail);
    case PackQuery::Problem::Circle:
        return tr("The group “%1” would hold itself.").arg(error.detail);
    case PackQuery::Problem::TooLong:
        break;
    }
    return tr("This is too long to be searched for.");
}

} // namespace packwarden
