// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/permissions/dock/dockwords.h"

namespace packwarden {

/// The words of a what-if: allowed or not, what follows, and what each rule says.
class VoteWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::VoteWords)
public:
    static QString verdict(WhatIfAnswer::Outcome outcome);
    static Status status(WhatIfAnswer::Outcome outcome);
    /// What it takes besides, or why not and what to do.
    static QString consequence(const WhatIfTold &told, const PolicyFrame &frame);
    static QList<DockLine> votes(const WhatIfTold &told, const PolicyFrame &frame);
};

} // namespace packwarden
