// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustbook.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>

namespace packwarden {

/// What is told of trust: what is offered, what is proved of it and what is not, and what contradicts itself.
class TrustWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::TrustWords)
public:
    /// Rules for a console that trusts nobody yet. agreed: checkAgreed; invited: whether they are those of an
    /// invitation.
    static QString offer(
        const PackRules &rules, const PinnedRules &shown, const Result<> &agreed, const std::optional<bool> &invited);
    static Status offerStatus(const Result<> &agreed, const std::optional<bool> &invited);
    /// Newer rules that only a person may take: both fingerprints.
    static QString following(
        const PackRules &rules, const PinnedRules &shown, const PinnedRules &pinned, const Error &why);
    /// "its silicon limits: pinned 1234 ..., shown 5678 ..."
    static QString contradiction(const Contradiction &contradiction);
    /// All of a pack in sentences, with what to do.
    static QString contradictions(const KnownPack &pack);
    /// What somebody said unsigned in a pack's name, and what the pack's own word made of it.
    static QString doubt(const PackSerial &serial, const Doubt &doubt);
    /// What the pack itself proved since it was connected, and when; 0: nothing.
    static QString proof(qint64 provedAt);
    /// The mark of a pack that proved nothing since it was connected, and the sentence behind it.
    static QString unproved() { return tr("not proved"); }
    static QString whyUnproved();
    /// What is heard of a pack, with that mark before it where it is due.
    static QString heard(const QString &words, bool proved);
    /// Good news of a pack that did not prove who it is are no more than what it tells.
    static Status earned(Status status, bool proved)
    {
        return status == Status::Good && !proved ? Status::Information : status;
    }
};

} // namespace packwarden
