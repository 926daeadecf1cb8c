// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/busnow.h"
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
    /// What is wrong with it, or how it is.
    static Status status(const BusNow &bus);
    static QString brief(const BusNow &bus);
    /// Of several buses: the one that a person has to look at first. There is at least one.
    static int foremost(const QList<BusNow> &buses);
    /// The name of an interface, short: "can0" of "socketcan:can0", the file of a recording.
    static QString name(const BusState &bus);
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
