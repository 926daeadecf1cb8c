// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/judgement.h"

/// Private to core: the judgement over a change of rules, which is by two sets of rules: present and coming.
namespace packwarden {

class RuleJudgement final
{
public:
    /// Verifies all signatures once and judges them by the present rules. Layers 3 and 4 have no grace, and rules
    /// change in no other.
    RuleJudgement(Verdict &verdict, const CoseSign &document, const PackState &present, const PackState &coming);
    /// Judges them by the coming rules too, with the lists that those hold by now. False, and refused as TooComplex:
    /// that would be more work than it may be.
    bool judgeByComing();

    /// A check of the document that failed. Of several, the one that comes first in the order of the reasons counts.
    void refuse(const Error &error);
    void refuse(const Result<> &result);
    void refuse(const std::optional<Error> &error);
    bool isRefused(Code code) const;
    bool isRefused() const { return !m_errors.isEmpty(); }

    /// Version and predecessor, by what the pack holds (0 and empty: nothing).
    void checkVersion(qint64 version, qint64 held);
    void checkPrevious(const QList<QByteArray> &previous, const QByteArray &held);
    /// The values that the pack has must keep the coming rules between parameters.
    void checkValues();

    enum class By { Present, Coming };
    /// The author by the present rules (or the coming ones, where none are present).
    void findAuthor(const DocumentHead &head, By by);
    bool hasAuthor() const { return m_hasAuthor; }
    /// Needs these seats, by one of the two sets of rules. Only when all checks of the document passed does a missing
    /// seat become the refusal.
    void require(const QList<SeatFinding> &seats, By by);
    /// Needs the seats of a capability; OutsidePolicy if the rules have none for it.
    void requireCapability(const CapabilityId &capability, By by);
    /// What a change of the policy needs: the seats for policy by both sets, and the present ones of all it touches.
    void requirePolicySeats(const QSet<CapabilityId> &touched);
    /// The present seats of what is touched.
    void requireTouched(const QSet<CapabilityId> &touched);
    int layerOf(const CapabilityId &capability) const;
    /// Fills the seats and sets the refusal of the verdict. Whoever has no author, or rules that cannot hold, gets no
    /// seats filled by rules of his own making.
    void conclude();
    Effort &effort() { return m_effort; }

private:
    struct Group
    {
        QList<SeatFinding> seats;
        By by;
    };
    bool isSearched(const Group &group) const;
    std::optional<Error> fill(Group &group, const QSet<int> &useful);
    void show(const Group &group);

    Verdict &m_verdict;
    const PackState &m_present;
    const PackState &m_coming;
    QList<judgement::ReadSignature> m_read;
    QList<SignatureFinding> m_byPresent;
    QList<SignatureFinding> m_byComing;
    QSet<int> m_onlyPresent; ///< good by the present rules alone
    QSet<int> m_onlyComing;
    Author m_author;
    bool m_hasAuthor = false;
    Effort m_effort;
    QList<Error> m_errors;
    QList<Group> m_groups;
};

} // namespace packwarden
