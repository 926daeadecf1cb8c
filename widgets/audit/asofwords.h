// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/asof/asof.h"
#include "models/permissions/policycells.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>

namespace packwarden {

/// What is known of a past day, in words.
class AsOfWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::AsOfWords)
public:
    /// "proved", "last proved 3 May 2026; nothing later is known".
    static QString certainty(Certainty certainty, Gap gap, qint64 lastWord);
    static Status status(Certainty certainty);
    static QString rules(const RulesAsOf &rules);
    static QString proof(Proof::Kind kind);
    static QString key(const KeyAsOf &key);
    static QString answer(const AblePerson &person);
    static QString cell(CellState state);
};

} // namespace packwarden
