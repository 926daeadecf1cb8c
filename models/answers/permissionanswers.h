// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/coalitions.h"
#include "models/answers/peopleable.h"
#include "models/permissions/policydraft.h"
#include "models/support/newestanswer.h"
#include "models/trust/trustbook.h"

#include <QObject>
#include <QThreadPool>

#include <array>

namespace packwarden {

/// All that the answers rest on, as values.
struct PermissionGround
{
    TrustSnapshot trust;
    QList<Certificate> known;
    PolicyFrame frame;
    Policy saved; ///< pinned here
    Policy draft;
    PackSerial pack; ///< empty: the first that was read, or else the rules alone
    qint64 now = 0;
};

/// A pack as it is judged on: its own state, with the policy in question. Without a pack that was read: sealed,
/// unlocked, with a sure clock, under the frame. PackUnreachable if a named pack was never read, or nothing at all is
/// known.
struct JudgedPack
{
    PackState state;
    qint64 readAt = 0; ///< 0: no real pack
    Policy held; ///< what the pack itself holds
};
Result<JudgedPack> judgedPack(const PermissionGround &ground, const Policy &policy);

/// One what-if on saved and on unsaved rules.
struct WhatIfAsked
{
    WhatIfQuestion question;
    bool isUnsaved = true;
    qint64 at = 0;
};
struct WhatIfTold
{
    WhatIfAsked asked;
    std::optional<Error> unknown;
    PackSerial pack;
    qint64 readAt = 0;
    WhatIfAnswer answer;
    bool isRevokedHere = false; ///< by a list that the pack has not heard of yet
    WhatIfAnswer::Outcome other = WhatIfAnswer::Outcome::Refused; ///< by the other of saved and unsaved rules
};
/// What the dock says of a row or cell.
struct CellAnswer
{
    CapabilityId capability;
    RoleId role; ///< empty: the row
    std::optional<Error> unknown; ///< why nothing can be said
    PackSerial pack; ///< judged on; empty: on the rules alone
    qint64 readAt = 0;
    qint64 heldVersion = 0; ///< of the pack's policy
    PeopleAble able; ///< by the draft
    QList<RoleChange> changes; ///< from what is saved to the draft
    bool isHeldOther = false; ///< the pack holds other rules than those saved
    QList<RoleChange> heldChanges; ///< from what the pack holds to the draft
    Coalition fewest; ///< by the draft
    Coalition fewestSaved;
    /// Of a cell: each rule on the first who is known of the role, or on anybody of it.
    std::optional<WhatIfTold> why;
};
/// Pure, as the two below.
CellAnswer answerCell(const PermissionGround &ground, const CapabilityId &capability, const RoleId &role);

WhatIfTold answerWhatIf(const PermissionGround &ground, const WhatIfAsked &asked);

QList<Coalition> answerTable(const PermissionGround &ground, bool isUnsaved);

/// Works the answers out beside the window; of each kind the newest question alone is answered.
class PermissionAnswers final : public QObject
{
    Q_OBJECT
public:
    explicit PermissionAnswers(QObject *parent = nullptr);
    ~PermissionAnswers() override;

    void askCell(const PermissionGround &ground, const CapabilityId &capability, const RoleId &role);
    void askWhatIf(const PermissionGround &ground, const WhatIfAsked &asked);
    void askTable(const PermissionGround &ground, bool isUnsaved);

Q_SIGNALS:
    void cellAnswered(const packwarden::CellAnswer &answer);
    void whatIfAnswered(const packwarden::WhatIfTold &told);
    void tableAnswered(const QList<packwarden::Coalition> &table);

private:
    enum Kind { Cell, What, Table, KindCount };

    QThreadPool m_worker;
    std::array<NewestAnswer, KindCount> m_newest;
};

} // namespace packwarden
