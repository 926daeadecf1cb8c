// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/faults.h"
#include "models/core/pack/packanswers.h"
#include "models/core/pack/packstate.h"
#include "models/core/pack/replaystate.h"

#include <QList>
#include <QMetaType>

#include <variant>

namespace packwarden {

/// Values that cross from the bus side to the screens, whole, by queued signal. Units are in the names.

/// One cell as the pack broadcast it.
struct CellReading
{
    int millivolts = 0;
    bool valid = false; ///< false: sense wire open, or not heard yet
    bool balancing = false;
    int microohms = 0; ///< internal resistance; 0: not heard
    qint64 heardAt = 0; ///< monotonic milliseconds of the link's clock
    bool operator==(const CellReading &) const = default;
};

/// A fault that a pack told of and that is not over.
struct FaultReading
{
    FaultId id;
    FaultSeverity severity = FaultSeverity::Warning;
    FaultQuantity quantity = FaultQuantity::Voltage;
    int value = 0; ///< in thousandths; of a resistance in kOhm
    int threshold = 0;
    qint64 heardAt = 0;
    bool operator==(const FaultReading &) const = default;
};

/// What holds a current down, as the pack says. cause: a word of the DBC, "none" where nothing does.
struct LimitReading
{
    QString cause;
    int cell = 0; ///< from 1; 0: no single cell
    bool operator==(const LimitReading &) const = default;
};

/// What a pack says of itself in messages that come one by one.
enum class PackFigure : quint32 {
    Voltage = 1U << 0,
    Current = 1U << 1,
    Charge = 1U << 2,
    State = 1U << 3,
    Contactors = 1U << 4,
    ChargeLimit = 1U << 5,
    DischargeLimit = 1U << 6,
    LowestCell = 1U << 7,
    HighestCell = 1U << 8,
    Health = 1U << 9,
    FaultCount = 1U << 10,
    Insulation = 1U << 11,
    LifeCycle = 1U << 12,
    Lock = 1U << 13,
    PolicyVersion = 1U << 14,
    RefusedRequests = 1U << 15,
};
Q_DECLARE_FLAGS(PackFigures, PackFigure)
Q_DECLARE_OPERATORS_FOR_FLAGS(PackFigures)

/// What one pack says by telemetry, as far as heard. heardAt tells the age; 0 means never.
struct PackTelemetry
{
    /// The figures that the pack has told and not called invalid; any other one is unknown, whatever number is here.
    PackFigures known;
    int node = 0;
    QString serial; ///< empty until read by F18C
    int packMillivolts = 0;
    int packMilliamps = 0; ///< positive: charging
    int socMilliPercent = 0;
    int sohMilliPercent = 0;
    QString state; ///< stable word from the DBC's VAL_ table: "standby", "ready", "charging", "discharging", "fault"
    bool contactorsClosed = false;
    int chargeLimitMilliamps = 0;
    int dischargeLimitMilliamps = 0;
    LimitReading chargeLimit;
    LimitReading dischargeLimit;
    int minCell = 0; ///< numbers count from 1; 0: unknown
    int minCellMillivolts = 0;
    int maxCell = 0;
    int maxCellMillivolts = 0;
    QList<int> temperaturesMilliCelsius; ///< one per module sensor
    QList<CellReading> cells; ///< index 0 is cell 1
    int modules = 1;
    QString lifeCycle;
    QString lock; ///< "inactive", "active", "locked", "pending"
    int policyVersion = 0;
    int refusedRequests = 0;
    int activeFaults = 0;
    int insulationKiloOhm = 0;
    QList<FaultReading> faults; ///< those that last, by code and place
    qint64 lostFrames = 0; ///< gaps in the rolling counters
    qint64 heardAt = 0;

    /// All of these; none asked for are known, too.
    bool knows(PackFigures figures) const { return (known & figures) == figures; }
    bool operator==(const PackTelemetry &) const = default;
};

enum class BusCondition { NotConnected, Connecting, Connected, Silent, Failed };

struct BusState
{
    BusCondition condition = BusCondition::NotConnected;
    QString interfaceName; ///< "virtualcan:can0"
    QString detail; ///< the backend's text, for the detail view
    std::optional<ReplayState> replay; ///< where a recording is played
    bool simulated = false;
    int packs = 0;
    int framesPerSecond = 0;
    bool operator==(const BusState &) const = default;
};

/// What a console knows of a connected pack by asking it.
struct PackFacts
{
    PackSerial serial;
    int node = 0;
    QString hardware;
    QString software;
    PackConfiguration configuration;
    LifeCycleInfo lifeCycle;
    RulesVersion policy;
    RulesVersion charter;
    QList<ParameterInfo> parameters;
    bool operator==(const PackFacts &) const = default;
};

/// What a pack needs to hold for a rehearsal, read from it by 35: silicon limits, foundation, charter and policy.
struct PackRules
{
    PackSerial serial;
    QByteArray silicon; ///< CBOR of SiliconLimits
    QByteArray foundation; ///< CBOR of Foundation
    QByteArray charterDocument; ///< COSE_Sign
    QByteArray policyDocument; ///< COSE_Sign (the charter's own policy document or a later one)
    QList<QByteArray> crls; ///< encoded entries
    bool operator==(const PackRules &) const = default;
};

/// The pack's answer to a delivery.
struct DeliveryResult
{
    PackSerial serial;
    bool applied = false; ///< the pack said so; the receipt proves it
    QByteArray receipt; ///< COSE_Sign1, if applied
    Error error; ///< if not applied: the pack's reason, or why it could not be asked
    bool operator==(const DeliveryResult &) const = default;
};

/// What became of a signed action, a statement or a step of provisioning.
struct ActionResult
{
    PackSerial serial;
    bool done = false; ///< the pack said so
    QByteArray data; ///< what it answered: the statement, the certificate request, the seconds of a lease
    Error error; ///< if not done. PackUnreachable: it may have been carried out all the same
    bool operator==(const ActionResult &) const = default;
};

/// What a pack can be asked for beside its facts and rules.
enum class PackQuestion {
    Knowledge,
    Heads,
    Repository,
    Lock,
    Components,
    Counters,
    Session,
    Changes,
    Refusals,
    Faults
};

/// A diagnostic trouble code with its status byte (ISO 14229-1, D.2).
struct PackFault
{
    quint32 code = 0; ///< 24 bits
    quint8 status = 0;
    bool operator==(const PackFault &) const = default;

    bool isActive() const { return status & 0x01; }
    bool isConfirmed() const { return status & 0x08; }
};

struct PackAnswer
{
    using Value = std::variant<std::monostate, PackKnowledge, QList<WitnessedHead>, QList<RepositorySlot>, LockInfo,
        QMap<QString, Component>, PackCounters, SessionInfo, QList<PackLogRecord>, QList<PackFault>>;

    PackSerial serial;
    PackQuestion question = PackQuestion::Knowledge;
    Value value; ///< of the question's type; monostate: error says why not
    Error error;
    bool operator==(const PackAnswer &) const = default;

    bool ok() const { return value.index() != 0; }
    /// nullptr if it was not answered, or is of another type.
    template <typename T> const T *as() const { return std::get_if<T>(&value); }
};

/// A whole list of documents read back, in the pack's order.
struct PackDocuments
{
    PackSerial serial;
    int kind = 0; ///< documentkind
    QList<QByteArray> list;
    Error error; ///< Cancelled, PackUnreachable, ...; only if not ok
    bool ok = false;
    bool operator==(const PackDocuments &) const = default;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::PackTelemetry)
Q_DECLARE_METATYPE(packwarden::BusState)
Q_DECLARE_METATYPE(packwarden::PackFacts)
Q_DECLARE_METATYPE(packwarden::PackRules)
Q_DECLARE_METATYPE(packwarden::DeliveryResult)
Q_DECLARE_METATYPE(packwarden::ActionResult)
Q_DECLARE_METATYPE(packwarden::PackAnswer)
Q_DECLARE_METATYPE(packwarden::PackDocuments)
