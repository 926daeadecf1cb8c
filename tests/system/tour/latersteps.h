// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/system/tour/stage.h"

namespace packwarden::tour {

/// Steps 5 to 8 of the story. What people decide, sign and deliver they do in their windows; files that no window
/// makes, because they are wrong, or commands and charters, come from packwardenctl or are made by hand.
class LaterSteps final
{
public:
    /// draft: the request of the steps before, signed by its author alone.
    LaterSteps(Stage &stage, const QString &draft)
        : m_stage(stage)
        , m_draft(draft)
    {
    }
    bool run();

private:
    bool aWrongNumberFails();
    bool whatIsMissingFails();
    bool aStolenPackIsLocked();
    bool aPackIsSold();

    bool make(const QString &store, const QString &person, const QStringList &words, const QString &name);
    /// Pins the rules of a pack by the command line, as somebody who compared their fingerprints.
    void trust(const QString &store, const QString &serial);
    QString refusal(const QString &store, const QStringList &words, const QString &person = {});
    bool craftOverLimit(const QString &path);
    bool approve(const QString &name, const QString &store, const QString &key, const QString &path, int signatures);
    bool deliver(const QString &path, const QString &serial, const QString &picture);

    Stage &m_stage;
    QString m_draft;
};

} // namespace packwarden::tour
