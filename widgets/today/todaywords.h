// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"
#include "widgets/kit/parts.h"

#include <QCoreApplication>

namespace packwarden {

struct TodayItem;

/// What a row of Today says, and what its button is called.
struct TodayWords
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::TodayWords)

public:
    /// charter: names the companies.
    static QString title(const TodayItem &item, const Charter &charter = {});
    static QString detail(const TodayItem &item, qint64 now);
    static QString verb(const TodayItem &item);
    static Status status(const TodayItem &item);
};

} // namespace packwarden
