// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policycells.h"
#include "models/rules/policyproblems.h"
#include "models/rules/rulesdiff.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace packwarden {

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
    bool canSet(const CapabilityId &capability, const RoleId &role, CellState state) const
    {
        return policycells::canSet(m_policy, m_frame, {capability, role}, state);
    }
    /// One undoable edit: seats and grant together. False if canSet is false or nothing would change.
    bool setState(const CapabilityId &capability, const RoleId &role, CellState state);
    /// What became of the cells of a block.
    struct BlockEdit
    {
        int changed = 0;
        int barred = 0; ///< the charter lets these roles never have it; left as they are
        int refused = 0; ///< the state has no meaning there; left as they are
    };
    /// One undoable edit for all of these; none where nothing changes.
    BlockEdit setStates(const QList<PolicyCell> &cells, CellState state);
    /// One undoable edit: each grant of these cells becomes what edit makes of it. How many changed.
    int editGrants(const QList<PolicyCell> &cells, const std::function<Grant(const Grant &)> &edit);
    /// Does the charter keep the role from ever having this? Roles that come new bring their rights into the charter.
    bool isBarred(const CapabilityId &capability, const RoleId &role) const;
    /// The charter that the draft needs: the present one, unless roles come or go.
    Charter charter() const;
    bool needsCharter() const { return charter() != m_frame.charter; }
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
    std::optional<Policy> takenBack(const PolicyProblem &problem) const;
    bool push(const Policy &after, const QString &what);
    void set(const Policy &policy);

    PolicyFrame m_frame;
    Policy m_base;
    Policy m_policy;
    QUndoStack m_undo;
};

} // namespace packwarden
