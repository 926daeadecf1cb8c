// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/base/milli.h"
#include "models/core/pki/certificate.h"

#include <QCborArray>
#include <QCborMap>
#include <QMap>
#include <QSet>

namespace packwarden {

/// The four nested sets of rules of a pack, as values. Each may be stricter than the one before, never laxer; the
/// verifier checks each of them separately.

struct Range
{
    Milli min;
    Milli max;
    bool contains(Milli v) const { return v >= min && v <= max; }
    bool operator==(const Range &) const = default;
    /// The part of it that lies within the outer range; the outer range if they do not meet.
    Range within(const Range &outer) const;

    QCborArray toCbor() const; ///< [min, max]
    static std::optional<Range> fromCbor(const QCborValue &value);
};

/// A place that a signature can fill: somebody acting in a role for the party in a position.
struct Seat
{
    PositionId position;
    RoleId role;
    bool operator==(const Seat &) const = default;
    bool operator<(const Seat &o) const { return std::tie(position, role) < std::tie(o.position, o.role); }
    friend size_t qHash(const Seat &seat, size_t seed = 0) { return qHashMulti(seed, seat.position, seat.role); }
    QString text() const { return position.text() + u'/' + role.text(); }
};

struct SeatGroup
{
    int atLeast = 1;
    QList<Seat> of;
    bool operator==(const SeatGroup &) const = default;
};

/// Who must sign for a capability. A seat is filled only by a role that also holds a grant of the capability in force
/// (policy) and may hold it at all (charter, mayHold). beyond...: the seat that is needed besides when a soft limit or
/// step is passed.
struct SeatRule
{
    QList<Seat> all;
    QList<SeatGroup> groups;
    std::optional<Seat> beyondSoftLimit;
    std::optional<Seat> beyondStep;
    bool operator==(const SeatRule &) const = default;
};

/// Which way a limit becomes stricter: a maximum downwards, a minimum upwards.
enum class Stricter { Lower, Higher };

/// What a parameter is. number: DID 0x0200 + number.
struct ParameterDefinition
{
    ParameterId id;
    int number = 0;
    QString unit;
    int layer = 4; ///< of the security onion, 1 (outside) to 4
    CapabilityId capability;
    Range silicon;
    Milli defaultValue;
    Stricter stricter = Stricter::Lower;
    bool operator==(const ParameterDefinition &) const = default;

    QCborMap toCbor() const;
    static std::optional<ParameterDefinition> fromCbor(const QCborValue &value);
};

inline bool isStricter(Milli value, Milli than, const ParameterDefinition &definition)
{
    return definition.stricter == Stricter::Lower ? value < than : value > than;
}

/// Write once: nobody can pass these.
struct SiliconLimits
{
    QString hardware; ///< kind of pack, e.g. "nmc-96s2p"
    QList<ParameterDefinition> parameters;
    QMap<CapabilityId, int> layers; ///< onion layer of every capability
    QSet<CapabilityId> prohibited;
    bool operator==(const SiliconLimits &) const = default;

    const ParameterDefinition *parameter(const ParameterId &id) const;
    QByteArray sha256() const; ///< of the encoding, by which packs and consoles name them; empty where there are none
    QCborMap toCbor() const;
    static Result<SiliconLimits> fromCbor(const QCborValue &value);
};

/// Protected at the seal. What must hold for whatever loosens or changes, per layer.
struct Foundation
{
    struct LayerRule
    {
        int seats = 1;
        int parties = 1;
        bool operator==(const LayerRule &) const = default;
    };
    QMap<int, LayerRule> layers;
    QMap<QString, QList<Seat>> amendments; ///< charter change kind -> seats
    bool operator==(const Foundation &) const = default;

    QByteArray sha256() const; ///< of the encoding; empty where there is none
    QCborMap toCbor() const;
    static Result<Foundation> fromCbor(const QCborValue &value);
};

/// A position and the party that fills it.
struct Position
{
    QString party; ///< the company's short id, e.g. "leasing"
    QString partyName; ///< shown: "Leasing"
    QByteArray rootDer;
    qint64 from = 0;
    qint64 until = 0; ///< 0: open
    RoleId signatory;
    bool operator==(const Position &) const = default;
};

/// The commercial contracts turned into rules.
struct Charter
{
    qint64 version = 1;
    QMap<PositionId, Position> positions;
    QMap<RoleId, QSet<PositionId>> mayIssue; ///< who may issue which role
    QMap<CapabilityId, QList<Seat>> mandatorySeats;
    QMap<CapabilityId, QSet<RoleId>> mayHold; ///< intrinsic rights: roles that a policy may grant the capability
    QSet<PositionId> authorMayFill; ///< positions whose author may also fill the party's seat (never layer 4)
    QMap<ParameterId, Range> ranges;
    QMap<int, qint64> crlGrace; ///< layer -> seconds past nextUpdate
    QSet<RoleId> timekeepers; ///< roles whose word sets a pack's clock after a power loss
    QMap<Seat, Seat> successors; ///< who may fill a seat once its position has no party in force
    bool operator==(const Charter &) const = default;

    QList<Certificate> roots(ChainMemo *memo = nullptr) const;
    /// Is the position filled by a party at this time?
    bool inForce(const PositionId &position, qint64 now) const;
    /// The position whose root this is (SHA-256 of its DER); several positions may share a party.
    QList<PositionId> positionsOfRoot(const QByteArray &rootSha256, ChainMemo *memo = nullptr) const;

    QCborMap bodyToCbor() const; ///< the "body" of the charter document
    static Result<Charter> fromBody(const QCborValue &body, qint64 version);
    QByteArray bodySha256() const;
};

/// min(a) + gap <= b, for base and overlay in every combination.
struct CrossRule
{
    ParameterId lower;
    Milli gap;
    ParameterId upper;
    bool operator==(const CrossRule &) const = default;
};

/// A role may use a capability, under conditions that must all hold. Empty lists and 0 mean: no such condition.
struct Grant
{
    RoleId role;
    CapabilityId capability;
    QString contract; ///< basis: contract id and clause
    int clause = 0;
    qint64 from = 0;
    qint64 until = 0; ///< 0: open
    qint64 uses = 0; ///< how often one person may use it; 0: without limit. The pack counts what succeeded
    QStringList states; ///< words of the pack's state as broadcast ("standby", "ready", "charging", "discharging")
    QString group; ///< a name in Policy::groups: only packs of that group
    QStringList purposes; ///< of activate: "drive", "charge", "feed-back"
    int hours = 0; ///< of activate: the lease, in hours of running time; 0: as short as a pack allows (one hour)
    bool operator==(const Grant &) const = default;

    QCborMap toCbor() const;
    /// What its uses are counted by: SHA-256 of all of it but the number of uses. A grant that is changed otherwise is
    /// another one.
    QByteArray useSha256() const;
};

/// A contract that grants rest on. Its text travels beside the policy as an attachment.
struct Contract
{
    QByteArray sha256; ///< of the text
    QMap<int, QString> clauses; ///< number -> the sentence that the parties agreed on
    bool operator==(const Contract &) const = default;
};

struct Role
{
    RoleId id;
    PositionId position;
    QString title; ///< shown: "Asset manager"
    bool operator==(const Role &) const = default;
};

/// The matrix.
struct Policy
{
    qint64 version = 1;
    QByteArray charterSha256;
    QList<Role> roles;
    QList<Grant> grants;
    QMap<CapabilityId, SeatRule> seats;
    QMap<RoleId, QSet<PositionId>> issuers;
    QMap<ParameterId, Range> softLimits;
    QMap<ParameterId, Milli> steps;
    QList<CrossRule> crossRules;
    QMap<QString, QSet<PackSerial>> groups; ///< named groups of packs, for the conditions of grants
    QMap<QString, Contract> contracts; ///< by contract id; every basis of a grant is named here
    bool operator==(const Policy &) const = default;

    const Role *role(const RoleId &id) const;
    /// The fields of the policy payload that are rules (without the common fields of a document).
    QCborMap rulesToCbor() const;
    static Result<Policy> fromRules(const QCborMap &rules, qint64 version);
};

} // namespace packwarden
