// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/uds/packactions.h"

#include "hw/sim/gate/documentgate.h"
#include "hw/sim/uds/udsservices.h"
#include "models/core/base/breakable.h"
#include "models/core/base/clock.h"
#include "models/core/cbor/cbor.h"

#include <algorithm>

namespace packwarden::sim {

using namespace uds;

namespace {

using L1 = QLatin1String;

enum Routine : quint16 {
    Activate = 0x0202,
    Deactivate = 0x0203,
    SelfTest = 0x0220,
    Balance = 0x0230,
    Isolate = 0x0231
};

constexpr int firstParameter = 0x0200;
constexpr quint32 allFaults = 0xFFFFFF;
const QString purposes[] = {QStringLiteral("drive"), QStringLiteral("charge"), QStringLiteral("feed-back")};

quint16 word(const QByteArray &bytes, int offset)
{
    return qFromBigEndian<quint16>(bytes.constData() + offset);
}

struct Known
{
    quint16 routine;
    const char *action; ///< also the capability's id
    int recordLength;
};
constexpr Known routines[] = {{Activate, "activate", 1}, {Deactivate, "deactivate", 0}, {SelfTest, "self-test", 0},
    {Balance, "balance", 0}, {Isolate, "isolate-module", 1}};

const Known *routineOf(quint16 id)
{
    const auto it
        = std::find_if(std::begin(routines), std::end(routines), [&](const Known &k) { return k.routine == id; });
    return it == std::end(routines) ? nullptr : it;
}

quint8 negativeOf(Code code)
{
    switch (code) {
    case Code::Malformed: // no such parameter
        return nrc::requestOutOfRange;
    case Code::SignerNotAuthorised:
        return nrc::accessDenied;
    case Code::UnknownIssuer:
    case Code::SignatureInvalid:
    case Code::CertificateNotYetValid:
    case Code::CertificateExpired:
    case Code::CertificateRevoked:
    case Code::RoleNotIssuable:
    case Code::NotSignedIn:
        return nrc::authenticationRequired;
    default:
        return negativeResponse(code);
    }
}

} // namespace

struct PackActions::Request
{
    QByteArray body;
    const UdsAuthentication &authentication;
    PackState state;
    CapabilityId capability;
    int layer = 1;
    Result<Actor> actor = Error{Code::NotSignedIn, {}};
};

std::optional<qsizetype> PackActions::bodyLength(const QByteArray &request)
{
    switch (quint8(request.at(0))) {
    case EcuReset:
        return 2;
    case ClearDiagnosticInformation:
        return 4;
    case WriteDataByIdentifier:
        return 7;
    case RoutineControl: {
        const Known *routine = request.size() < 4 ? nullptr : routineOf(word(request, 2));
        return routine ? std::optional(qsizetype(4 + routine->recordLength)) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

UdsReply PackActions::perform(const QByteArray &body, const UdsAuthentication &authentication)
{
    forget();
    Request request{body, authentication, m_parts.state(), {}, 1};
    const quint8 service = quint8(body.at(0));
    if (service == WriteDataByIdentifier)
        return write(request);
    const Known *routine = service == RoutineControl ? routineOf(word(body, 2)) : nullptr;
    const QString action = service == EcuReset ? QStringLiteral("reset")
        : routine                              ? QString::fromLatin1(routine->action)
                                               : QStringLiteral("clear-faults");
    request.capability = CapabilityId::fromTrusted(action);
    request.layer = request.state.silicon.layers.value(request.capability, 2);
    request.actor = authentication.actor(request.layer);
    if (routine && routine->routine == Activate)
        return activate(request);
    if (routine && routine->routine == Deactivate)
        return deactivate(request);
    return this->service(request, action);
}

void PackActions::refused(const Error &error, const QByteArray &body)
{
    m_lastRefusal = error;
    PackContents next = m_parts.memory.contents();
    next.addRefusal(m_parts.clock.now(), error, sha256(body));
    // Nothing to undo where the record could not be kept: nothing was done.
    (void)m_parts.memory.commit(next);
}

void PackActions::authenticationFailed(const Error &error, const QByteArray &leaf)
{
    PackContents next = m_parts.memory.contents();
    ++next.failedAuthentications;
    next.addRefusal(m_parts.clock.now(), error, leaf.size() == 32 ? leaf : sha256(leaf));
    (void)m_parts.memory.commit(next);
}

UdsReply PackActions::refuse(quint8 code, const Error &error, const Request &request)
{
    refused(error, request.body);
    return {code, {}};
}

bool PackActions::store(
    PackContents next, const Request &request, const Grant &grant, const QString &action, const QString &what)
{
    if (!broken("count-uses")) {
        PackState counted = request.state;
        countUse(*request.actor, grant, counted);
        next.grantUses = counted.grantUses;
    }
    const QString by = QStringLiteral("%1/%2").arg(request.actor->position.text(), request.actor->leaf.person);
    if (!broken("action-record"))
        next.addChange(
            m_parts.clock.now(), action, what.isEmpty() ? by : by + QStringLiteral(": ") + what, sha256(request.body));
    return m_parts.memory.commit(next).ok();
}

UdsReply PackActions::write(const Request &asked)
{
    Request request = asked;
    const int number = word(request.body, 1) - firstParameter;
    const auto &parameters = request.state.silicon.parameters;
    const auto parameter = std::find_if(
        parameters.begin(), parameters.end(), [&](const ParameterDefinition &p) { return p.number == number; });
    if (parameter == parameters.end())
        return refuse(nrc::requestOutOfRange, {Code::Malformed, QStringLiteral("identifier")}, request);
    const int layer = std::max(parameter->layer, request.state.silicon.layers.value(parameter->capability, 4));
    if (layer > 2)
        return refuse(nrc::requestOutOfRange, {Code::OutsidePolicy, parameter->id.text()}, request);
    request.capability = parameter->capability;
    request.actor = request.authentication.actor(layer);
    if (!request.actor.ok())
        return refuse(negativeOf(request.actor.code()), request.actor.error(), request);
    const Milli to{qFromBigEndian<qint32>(request.body.constData() + 3)};
    const auto judged = judgeWrite(*request.actor, parameter->id, to, request.state);
    if (!judged.ok() && !broken("write-limits"))
        return refuse(negativeOf(judged.code()), judged.error(), request);
    PackContents next = m_parts.memory.contents();
    StoredValue &value = next.values[parameter->id];
    const QString what = QStringLiteral("%1 %2 to %3").arg(parameter->id.text()).arg(value.base.value).arg(to.value);
    value = {to, value.revision + (broken("write-revision") ? 0 : 1), {}, 0};
    if (!store(next, request, judged.ok() ? *judged : Grant{}, QStringLiteral("write"), what))
        return {nrc::generalProgrammingFailure, {}};
    return {nrc::none, QByteArray(1, char(WriteDataByIdentifier + 0x40)) + request.body.mid(1, 2)};
}

UdsReply PackActions::activate(const Request &request)
{
    const int purpose = quint8(request.body.at(4));
    if (purpose < 1 || purpose > int(std::size(purposes)))
        return refuse(nrc::requestOutOfRange, {Code::Malformed, QStringLiteral("purpose")}, request);
    const QString &word = purposes[purpose - 1];
    if (!request.actor.ok())
        return refuse(negativeOf(request.actor.code()), request.actor.error(), request);
    // Range and right come before the state in the order of the checks.
    if (!grantFor(*request.actor, request.capability, request.state, word))
        return refuse(nrc::accessDenied, {Code::SignerNotAuthorised, request.actor->leaf.commonName}, request);
    const auto lease = judgeActivation(*request.actor, word, request.state);
    if (!lease.ok())
        return refuse(negativeOf(lease.code()), lease.error(), request);
    if (!m_parts.battery.isolatedModules().isEmpty())
        return refuse(nrc::conditionsNotCorrect, {Code::WrongState, QStringLiteral("isolated module")}, request);
    PackContents next = m_parts.memory.contents();
    next.activation
        = {word, lease->seconds, request.actor->rootSha256, request.actor->leaf.person, request.actor->role};
    if (next.lifeCycle == LifeCycle::Sealed) {
        next.lifeCycle = LifeCycle::InService;
        ++next.lifeCycleRevision;
    }
    if (!store(next, request, lease->grant, QStringLiteral("activate"), word))
        return {nrc::generalProgrammingFailure, {}};
    QByteArray seconds(4, '\0');
    qToBigEndian(quint32(lease->seconds), seconds.data());
    return {nrc::none, QByteArray::fromHex("71010202") + seconds};
}

UdsReply PackActions::deactivate(const Request &request)
{
    if (!request.actor.ok())
        return refuse(negativeOf(request.actor.code()), request.actor.error(), request);
    const Grant *grant = grantFor(*request.actor, request.capability, request.state);
    if (!grant && !broken("role"))
        return refuse(nrc::accessDenied, {Code::SignerNotAuthorised, request.actor->leaf.commonName}, request);
    if (!m_parts.guard.isActive())
        return refuse(nrc::conditionsNotCorrect, {Code::WrongState, m_parts.guard.lockWord()}, request);
    PackContents next = m_parts.memory.contents();
    next.activation = {};
    if (!store(next, request, grant ? *grant : Grant{}, QStringLiteral("deactivate"), {}))
        return {nrc::generalProgrammingFailure, {}};
    return {nrc::none, QByteArray::fromHex("71010203")};
}

UdsReply PackActions::service(const Request &request, const QString &action)
{
    const QByteArray &body = request.body;
    const quint8 service = quint8(body.at(0));
    const quint16 routine = service == RoutineControl ? word(body, 2) : quint16(0);
    const int module = routine == Isolate ? quint8(body.at(4)) : 0;
    const bool groupKnown
        = service != ClearDiagnosticInformation || qFromBigEndian<quint32>(body.constData()) << 8 == allFaults << 8;
    const bool moduleKnown
        = routine != Isolate || (module >= 1 && module <= m_parts.memory.identity().configuration.modules);
    if (!groupKnown || !moduleKnown)
        return refuse(nrc::requestOutOfRange, {Code::Malformed, action}, request);
    if (!request.actor.ok())
        return refuse(negativeOf(request.actor.code()), request.actor.error(), request);
    const Grant *grant = grantFor(*request.actor, request.capability, request.state);
    if (!grant)
        return refuse(nrc::accessDenied, {Code::SignerNotAuthorised, request.actor->leaf.commonName}, request);
    const bool inService
        = request.state.lifeCycle == LifeCycle::Sealed || request.state.lifeCycle == LifeCycle::InService;
    // In a string of cells a module goes with all of them: only where no contactor is closed.
    const bool permitted = routine != Isolate || !m_parts.guard.permission().contactors;
    if (!inService || !permitted)
        return refuse(nrc::conditionsNotCorrect, {Code::WrongState, action}, request);
    PackContents next = m_parts.memory.contents();
    if (service == ClearDiagnosticInformation)
        next.faults.clear();
    if (!store(next, request, *grant, action, routine == Isolate ? QString::number(module) : QString()))
        return {nrc::generalProgrammingFailure, {}};

    switch (service) {
    case EcuReset:
        m_parts.guard.requestReset((quint8(body.at(1)) & ~suppressBit) == hardReset);
        return {nrc::none, QByteArray(1, char(EcuReset + 0x40)) + char(quint8(body.at(1)) & ~suppressBit)};
    case ClearDiagnosticInformation:
        m_parts.faults.clear();
        return {nrc::none, QByteArray(1, char(ClearDiagnosticInformation + 0x40))};
    default:
        break;
    }
    QByteArray answer = QByteArray::fromHex("7101") + body.mid(2, 2);
    if (routine == Balance)
        m_parts.battery.balanceNow();
    else if (routine == Isolate)
        m_parts.battery.isolate(module);
    else
        answer += selfTest();
    return {nrc::none, answer};
}

QByteArray PackActions::selfTest() const
{
    const PackState state = m_parts.state();
    const PackCondition condition = m_parts.battery.condition();
    const auto limit = [&](const char *id) {
        const ParameterDefinition *parameter = state.silicon.parameter(ParameterId::fromTrusted(L1(id)));
        return parameter ? parameter->silicon : Range{Milli{INT32_MIN}, Milli{INT32_MAX}};
    };
    constexpr int tenths = 10;
    const Milli lowest = limit("cell.voltage.min").min;
    const Milli highest = limit("cell.voltage.max").max;
    const bool cells = std::all_of(
        condition.cellTenthMillivolts.begin(), condition.cellTenthMillivolts.end(), [&](int tenthMillivolts) {
            return tenthMillivolts >= lowest.value * tenths && tenthMillivolts <= highest.value * tenths;
        });
    const Milli hottest = limit("cell.temperature.max").max;
    const bool temperatures = std::all_of(condition.moduleMilliCelsius.begin(), condition.moduleMilliCelsius.end(),
        [&](int milliCelsius) { return milliCelsius <= hottest.value; });
    const bool components = std::all_of(state.components.begin(), state.components.end(),
        [](const Component &component) { return component.state() == L1("ok"); });
    const QCborMap checks{{L1("cells"), cells}, {L1("temperatures"), temperatures}, {L1("components"), components},
        {L1("clock"), !state.clockUncertain}};
    const bool passed = cells && temperatures && components && !state.clockUncertain;
    return cbor::encode(QCborMap{{L1("passed"), passed}, {L1("checks"), checks}});
}

} // namespace packwarden::sim
