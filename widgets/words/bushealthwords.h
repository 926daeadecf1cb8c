// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/busfigures.h"
#include "widgets/words/sentences.h"

namespace packwarden {

/// How a bus is, in words.
class BusHealthWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::BusHealthWords)
public:
    /// What is worth telling: of a recording only what is in it can be wrong, as nobody can mend its end.
    static BusFigures told(BusFigures figures, const BusState &bus);
    static Status status(const BusTrouble &trouble);
    /// A few words, for the title bar.
    static QString brief(const BusTrouble &trouble);
    /// What it is, and what to do.
    static Sentence sentence(const BusTrouble &trouble);
    /// The figures, each with its title, always the same ones in the same order.
    static QList<std::pair<QString, QString>> figures(const BusFigures &figures);

private:
    static QString pack(const BusTrouble &trouble);
    static QString counted(qint64 total, const BusFigures &figures, BusTrouble::Kind kind);
};

} // namespace packwarden
