// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verifier.h"
#include "models/rules/rulesdiff.h"

#include <QObject>

namespace packwarden {

class Clock;
class TrustBook;

/// A change of the parties of the charter before it is signed: who comes, who goes, whose root it is from now on.
/// Nothing else of the rules changes; that is the matrix' and the amendment's by file.
class CharterDraft final : public QObject
{
    Q_OBJECT
public:
    CharterDraft(const TrustBook &trust, const Clock &clock, QObject *parent = nullptr);

    /// Those that are about one party.
    static QList<Amendment> kinds();

    void setKind(Amendment kind);
    void setPosition(const QString &text); ///< of those in positions(); admit-party: a new one, as typed
    void setParty(const QString &id, const QString &name); ///< as typed; not asked for by remove and rotate
    void setSignatory(const QString &id, const QString &title); ///< admit-party: the role that signs for it
    void setRights(const QSet<CapabilityId> &rights); ///< admit-party: what that role may be given at all
    void setRoot(const std::optional<Certificate> &root);
    void setList(const std::optional<CrlEntry> &list); ///< of the new root: judges its people until packs have it
    void setReason(const QString &reason) { m_reason = reason; }

    Amendment kind() const { return m_kind; }
    bool asksForParty() const;
    bool asksForRoot() const { return m_kind != Amendment::RemoveParty; }
    /// The places that this kind of change can be about; those of admit-party are typed.
    QList<PositionId> positions() const;
    PositionId position() const; ///< empty while there is none
    Position before() const; ///< empty party: nobody
    Position after() const;
    const std::optional<Certificate> &root() const { return m_root; }
    const std::optional<CrlEntry> &list() const { return m_list; }
    /// The party of the charter that this root is of already; empty: of none.
    QString knownParty() const;
    /// A party of another root whose name people could take for the new one's; empty: none.
    QString twin() const;

    /// What follows for people: keys that open nothing any more, seats that somebody else fills or nobody can.
    struct Effect
    {
        enum class Kind { RoleLoses, RoleComes, SeatPasses, SeatEmpty, NobodyIssues };
        Kind kind = Kind::RoleLoses;
        RoleId role;
        QString title; ///< of the role
        int rights = 0; ///< RoleLoses: how many
        CapabilityId capability; ///< SeatPasses, SeatEmpty
        Seat to; ///< SeatPasses
        bool operator==(const Effect &) const = default;
    };
    QList<Effect> effects() const;
    QList<RuleDifference> differences() const;

    /// A DraftProblem; CertificateExpired, CertificateNotYetValid; UnknownIssuer while nothing is pinned; what
    /// checkCharter, checkPolicy and checkReachable say of the rules to come.
    const std::optional<Error> &problem() const { return m_problem; }
    /// Who of the present parties must sign, as a pack that is known here would ask; empty where none is known, or
    /// while there is a problem.
    const QList<SeatFinding> &seats() const { return m_seats; }
    /// Who signs under the root that is new; none where no root is.
    std::optional<Seat> newcomer() const;
    const Charter &charterAfter() const { return m_charter; }

    /// What problem() refuses; DraftProblem::NoReason.
    Result<CharterChange> build(const QByteArray &authorLeafSha256) const;

Q_SIGNALS:
    void changed();

private:
    void judge();
    std::optional<Error> apply();
    void askPacks();
    CharterChange change() const;

    const TrustBook &m_trust;
    const Clock &m_clock;
    Amendment m_kind = Amendment::AdmitParty;
    QString m_positionText;
    QString m_party;
    QString m_name;
    QString m_signatory;
    QString m_title;
    QSet<CapabilityId> m_rights;
    std::optional<Certificate> m_root;
    std::optional<CrlEntry> m_list;
    QString m_reason;
    Charter m_charter;
    Policy m_policy;
    std::optional<Error> m_problem;
    QList<SeatFinding> m_seats;
};

} // namespace packwarden
