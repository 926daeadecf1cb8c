// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffjudgement.h"

#include <functional>
#include <utility>

namespace packwarden {

/// The other parts of a request that was too large for one document (requestparts), as far as they are here: what a
/// person who looks at one of them may do with all. Each stays a document of its own, read, judged and signed by
/// itself.
struct OtherParts
{
    struct Part
    {
        int number = 0;
        QString path;
        QByteArray payloadSha256; ///< of what was compared
        SignoffState state = SignoffState::Unreadable; ///< as it was then
        QList<PackSerial> packs;
        bool operator==(const Part &) const = default;
    };
    int number = 0; ///< of the part that is shown
    int of = 0; ///< 0: it is no part of anything
    QList<Part> open; ///< by number: they propose to other packs what the shown one proposes, and the act is still due
    QList<int> differing; ///< they propose something else, or to a pack that another part names: to be looked at alone
    QList<int> missing; ///< not here

    bool isPart() const { return of > 0; }
    qsizetype packs() const; ///< of the open ones
    bool operator==(const OtherParts &) const = default;
};

/// known: the documents that are here, by path; the shown one may be among them. isDue: is the act still to be done on
/// one? Pure.
OtherParts otherParts(const SignoffJudgement &shown, const QList<std::pair<QString, SignoffJudgement>> &known,
    const std::function<bool(const SignoffJudgement &)> &isDue);

} // namespace packwarden
