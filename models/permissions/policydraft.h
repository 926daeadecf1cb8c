// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rules/policyproblems.h"
#include "models/rules/rulesdiff.h"

#include <QObject>
#include <QUndoStack>

namespace packwarden {

class TrustBook;

/// What a cell of the matrix says: how one role takes part in one capability.
enum class CellState {
    None, ///< no part in it
    Alone, ///< this key is enough
    MustSign, ///< one of those who all must sign
    OneOf, ///< one of a group of which some must sign
    Extra, ///< signs only beyond a soft limit or a largest step
    Prohibited, ///< by the silicon: nobody, ever
};

/// The rules that a policy is drafted under; no pack takes one that is laxer.
struct PolicyFrame
{
    Charter charter;
    Foundation foundation;
    QList<SiliconLimits> silicon; ///< one of each kind of pack known here
    bool operator==(const PolicyFrame &) const = default;

    /// What is pinned and what is known of packs.
    static PolicyFrame of(const TrustBook &trust, qint64 now);
    int layer(const CapabilityId &capability) const; ///< the innermost of all kinds of pack; 0: none knows it
    bool isProhibited(const CapabilityId &capability) const;
    QList<CapabilityId> capabilities() const; ///< by layer, prohibited ones last, then by name
};

CellState cellState(const Policy &policy, const PolicyFrame &frame, const CapabilityId &capability, const RoleId &role);

/// A policy that is edited: what packs hold now (base) and what it becomes, with undo for every edit. It refuses
/// nothing but what has no meaning; problems() says what a pack, or a prudent person, would refuse.
class PolicyDraft final : public QObject
{
    Q_OBJECT
public:
    explicit PolicyDraft(QObject *parent = nullptr);

    /// Starts anew from these rules; the undo stack is emptied.
    void load(const Policy &base, const PolicyFrame &frame);
    /// Edits in one step to these rules, which come from a file or a template; version and charter stay the draft's.
    void replace(const Policy &policy, const QString &what);

    bool isEmpty() const { return m_frame.charter.positions.isEmpty(); }
    const Policy &base() const { return m_base; }
    const Policy &policy() const { return m_policy; }
    const PolicyFrame &frame() const { return m_frame; }
    QUndoStack &undoStack() { return m_undo; }

    CellState state(const CapabilityId &capability, const RoleId &role) const;
    CellState baseState(const CapabilityId &capability, const RoleId &role) const;
    /// May the cell say this? A prohibited capability has no other state; alone excludes those who must sign, one of
    /// several needs them.
    bool canSet(const CapabilityId &capability, const RoleId &role, CellState state) const;
    /// One undoable edit: seats and grant together. False if canSet is false or nothing would change.
    bool setState(const CapabilityId &capability, const RoleId &role, CellState state);
    /// The grants of a role for a capability; their conditions can be edited.
    QList<Grant> grants(const CapabilityId &capability, const RoleId &role) const;
    /// Takes these for all grants of that role and capability. False if nothing would change.
    bool setGrants(const CapabilityId &capability, const RoleId &role, const QList<Grant> &grants);

    QList<RuleDifference> changes() const { return differences(m_base, m_policy); }
    QList<PolicyProblem> problems(qint64 now) const;
    /// What remedies the problem as one edit; absent if only a person can say.
    std::optional<Policy> fixed(const PolicyProblem &problem) const;

Q_SIGNALS:
    void changed();
    void loaded(); ///< other roles or capabilities than before

private:
    friend class PolicyEdit;
    void findBasis(Grant &grant) const;
    std::optional<Policy> takenBack(const PolicyProblem &problem) const;
    bool push(const Policy &after, const QString &what);
    void set(const Policy &policy);

    PolicyFrame m_frame;
    Policy m_base;
    Policy m_policy;
    QUndoStack m_undo;
};

} // namespace packwarden
