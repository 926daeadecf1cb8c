// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/start/ruleparties.h"

#include "widgets/words/names.h"

namespace packwarden {

QString partiesOf(const PinnedRules &rules)
{
    QStringList parties;
    for (auto it = rules.charter.positions.cbegin(); it != rules.charter.positions.cend(); ++it)
        parties.append(
            QStringLiteral("%1 (%2)").arg(Names::party(it.key(), &rules.charter), Names::position(it.key())));
    return parties.join(QStringLiteral(", "));
}

} // namespace packwarden
