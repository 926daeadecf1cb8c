// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/names.h"

#include "models/packs/packsmodel.h"

#include <QHash>

namespace packwarden {

namespace {

/// A word out of a table; an unknown one shows as it is, so that data of other packs is never hidden.
QString wordOf(const QHash<QString, const char *> &table, const QString &key)
{
    const char *word = table.value(key, nullptr);
    return word ? Names::tr(word) : key;
}

} // namespace

QString Names::parameter(const ParameterId &id)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("soc.max"), QT_TR_NOOP("max SoC")},
        {QStringLiteral("soc.min"), QT_TR_NOOP("min SoC")},
        {QStringLiteral("cell.voltage.max"), QT_TR_NOOP("max cell voltage")},
        {QStringLiteral("cell.voltage.min"), QT_TR_NOOP("min cell voltage")},
        {QStringLiteral("cell.temperature.max"), QT_TR_NOOP("max cell temperature")},
        {QStringLiteral("charge.temperature.min"), QT_TR_NOOP("min charge temperature")},
        {QStringLiteral("charge.temperature.max"), QT_TR_NOOP("max charge temperature")},
        {QStringLiteral("charge.current.max"), QT_TR_NOOP("max charge current")},
        {QStringLiteral("discharge.current.max"), QT_TR_NOOP("max discharge current")},
        {QStringLiteral("charge.target"), QT_TR_NOOP("charge target")},
        {QStringLiteral("power.limit"), QT_TR_NOOP("power limit")},
        {QStringLiteral("feedback.power.max"), QT_TR_NOOP("max feed-back power")},
        {QStringLiteral("balance.delta"), QT_TR_NOOP("balancing threshold")},
        {QStringLiteral("rest.voltage.delta"), QT_TR_NOOP("rest voltage threshold")},
        {QStringLiteral("service.interval"), QT_TR_NOOP("service interval")},
    };
    return wordOf(names, id.text());
}

QString Names::capability(const CapabilityId &id)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("set-soc-max"), QT_TR_NOOP("set max SoC")},
        {QStringLiteral("set-soc-min"), QT_TR_NOOP("set min SoC")},
        {QStringLiteral("set-charge-current"), QT_TR_NOOP("set charge current")},
        {QStringLiteral("set-discharge-current"), QT_TR_NOOP("set discharge current")},
        {QStringLiteral("set-feedback-power"), QT_TR_NOOP("set feed-back power")},
        {QStringLiteral("set-cell-voltage-max"), QT_TR_NOOP("set max cell voltage")},
        {QStringLiteral("set-cell-voltage-min"), QT_TR_NOOP("set min cell voltage")},
        {QStringLiteral("set-temperature-limits"), QT_TR_NOOP("set temperature limits")},
        {QStringLiteral("set-balance-limits"), QT_TR_NOOP("set balance limits")},
        {QStringLiteral("set-charge-target"), QT_TR_NOOP("set charge target")},
        {QStringLiteral("set-power-limit"), QT_TR_NOOP("set power limit")},
        {QStringLiteral("set-service-interval"), QT_TR_NOOP("set service interval")},
        {QStringLiteral("activate"), QT_TR_NOOP("activate")},
        {QStringLiteral("deactivate"), QT_TR_NOOP("deactivate")},
        {QStringLiteral("read-status"), QT_TR_NOOP("read status")},
        {QStringLiteral("read-cells"), QT_TR_NOOP("read cells in detail")},
        {QStringLiteral("read-faults"), QT_TR_NOOP("read service faults")},
        {QStringLiteral("clear-faults"), QT_TR_NOOP("clear service faults")},
        {QStringLiteral("balance"), QT_TR_NOOP("balance")},
        {QStringLiteral("self-test"), QT_TR_NOOP("self test")},
        {QStringLiteral("isolate-module"), QT_TR_NOOP("isolate module")},
        {QStringLiteral("reset"), QT_TR_NOOP("reset")},
        {QStringLiteral("theft-lock"), QT_TR_NOOP("lock against theft")},
        {QStringLiteral("theft-unlock"), QT_TR_NOOP("end a theft-lock")},
        {QStringLiteral("replace-component"), QT_TR_NOOP("replace component")},
        {QStringLiteral("handover"), QT_TR_NOOP("hand over to operator")},
        {QStringLiteral("transfer-ownership"), QT_TR_NOOP("transfer ownership")},
        {QStringLiteral("change-policy"), QT_TR_NOOP("change policy, layers 1 to 3")},
        {QStringLiteral("change-policy-physical"), QT_TR_NOOP("change policy, layer 4")},
        {QStringLiteral("update-software"), QT_TR_NOOP("update BSP software")},
        {QStringLiteral("decommission"), QT_TR_NOOP("decommission")},
        {QStringLiteral("disable-protection"), QT_TR_NOOP("disable a protection")},
        {QStringLiteral("pass-silicon-limit"), QT_TR_NOOP("pass a silicon limit")},
        {QStringLiteral("read-secret"), QT_TR_NOOP("read a secret")},
        {QStringLiteral("activate-foreign"), QT_TR_NOOP("activate with a foreign component")},
        // Of the school building in the tutorial.
        {QStringLiteral("open-front-door"), QT_TR_NOOP("open the front door")},
        {QStringLiteral("open-classrooms"), QT_TR_NOOP("open the classrooms")},
        {QStringLiteral("open-gym"), QT_TR_NOOP("open the gym")},
        {QStringLiteral("open-records"), QT_TR_NOOP("open the pupils' records")},
        {QStringLiteral("open-tool-shed"), QT_TR_NOOP("open the tool shed")},
        {QStringLiteral("open-safe"), QT_TR_NOOP("open the safe")},
        {QStringLiteral("open-boiler-room"), QT_TR_NOOP("open the boiler room")},
        {QStringLiteral("lock-fire-exit"), QT_TR_NOOP("lock the fire exit")},
    };
    return wordOf(names, id.text());
}

QString Names::role(const RoleId &id)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("engineer-manufacturer"), QT_TR_NOOP("engineer")},
        {QStringLiteral("driver"), QT_TR_NOOP("driver")},
        {QStringLiteral("fleet-manager"), QT_TR_NOOP("fleet manager")},
        {QStringLiteral("asset-manager"), QT_TR_NOOP("asset manager")},
        {QStringLiteral("specialist"), QT_TR_NOOP("specialist")},
        {QStringLiteral("power-operator"), QT_TR_NOOP("power operator")},
        {QStringLiteral("technician"), QT_TR_NOOP("technician")},
        {QStringLiteral("platform-engineer"), QT_TR_NOOP("platform engineer")},
    };
    return wordOf(names, id.text());
}

QString Names::position(const PositionId &id)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("manufacturer"), QT_TR_NOOP("Manufacturer")},
        {QStringLiteral("operator"), QT_TR_NOOP("Operator")},
        {QStringLiteral("owner"), QT_TR_NOOP("Owner")},
        {QStringLiteral("cell-data"), QT_TR_NOOP("Cell data")},
        {QStringLiteral("energy"), QT_TR_NOOP("Energy")},
        {QStringLiteral("service"), QT_TR_NOOP("Service")},
        {QStringLiteral("platform"), QT_TR_NOOP("Platform")},
    };
    return wordOf(names, id.text());
}

QString Names::party(const PositionId &position, const Charter *charter)
{
    if (charter && charter->positions.contains(position)) {
        const Position &place = charter->positions[position];
        return place.partyName.isEmpty() ? place.party : place.partyName;
    }
    return Names::position(position);
}

QString Names::seat(const Seat &seat, const Charter *charter)
{
    return tr("%1, %2", "party, role").arg(party(seat.position, charter), role(seat.role));
}

QString Names::pack(const QString &key)
{
    const int node = PacksModel::nodeOfKey(key);
    if (node == 0)
        return key;
    const QString bus = PacksModel::busOfKey(key);
    const QString name = tr("Node %1").arg(node, 2, 16, QLatin1Char('0'));
    return bus.isEmpty() ? name : tr("%1 on %2", "node, bus").arg(name, bus);
}

QString Names::layer(int layer)
{
    switch (layer) {
    case 1:
        return tr("1 \u00B7 User abuse");
    case 2:
        return tr("2 \u00B7 Service error");
    case 3:
        return tr("3 \u00B7 Financial harm");
    default:
        return tr("4 \u00B7 Physical harm");
    }
}

QString Names::packState(const QString &word)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("standby"), QT_TR_NOOP("Standby")},
        {QStringLiteral("ready"), QT_TR_NOOP("Ready")},
        {QStringLiteral("charging"), QT_TR_NOOP("Charging")},
        {QStringLiteral("discharging"), QT_TR_NOOP("Discharging")},
        {QStringLiteral("fault"), QT_TR_NOOP("Fault")},
    };
    return wordOf(names, word);
}

QString Names::lifeCycle(const QString &word)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("blank"), QT_TR_NOOP("blank")},
        {QStringLiteral("identified"), QT_TR_NOOP("identified")},
        {QStringLiteral("paired"), QT_TR_NOOP("paired")},
        {QStringLiteral("limited"), QT_TR_NOOP("limits entered")},
        {QStringLiteral("chartered"), QT_TR_NOOP("chartered")},
        {QStringLiteral("sealed"), QT_TR_NOOP("sealed")},
        {QStringLiteral("in-service"), QT_TR_NOOP("in service")},
        {QStringLiteral("decommissioned"), QT_TR_NOOP("decommissioned")},
    };
    return wordOf(names, word);
}

QString Names::auditAction(const QString &word)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("store.create"), QT_TR_NOOP("Audit begun")},
        {QStringLiteral("store.upgrade"), QT_TR_NOOP("Audit taken over by a newer version")},
        {QStringLiteral("session.sign-in"), QT_TR_NOOP("Sign in")},
        {QStringLiteral("session.sign-out"), QT_TR_NOOP("Lock")},
        {QStringLiteral("trust.pin"), QT_TR_NOOP("Trust rules")},
        {QStringLiteral("request.new"), QT_TR_NOOP("Draft request")},
        {QStringLiteral("request.sign"), QT_TR_NOOP("Sign request")},
        {QStringLiteral("request.own-value"), QT_TR_NOOP("Enter own value")},
        {QStringLiteral("request.merge"), QT_TR_NOOP("Merge request")},
        {QStringLiteral("request.deliver"), QT_TR_NOOP("Deliver request")},
        {QStringLiteral("request.withdraw"), QT_TR_NOOP("Withdraw document")},
        {QStringLiteral("request.reject"), QT_TR_NOOP("Reject document")},
        {QStringLiteral("trust.follow"), QT_TR_NOOP("Follow new rules")},
        {QStringLiteral("trust.contradiction"), QT_TR_NOOP("Notice a contradiction")},
        {QStringLiteral("head.settle"), QT_TR_NOOP("Decide about a head")},
        {QStringLiteral("trust.forget"), QT_TR_NOOP("Forget the rules")},
        {QStringLiteral("trust.settle"), QT_TR_NOOP("Decide about a contradiction")},
        {QStringLiteral("withdrawal.deliver"), QT_TR_NOOP("Bring withdrawal")},
        {QStringLiteral("crl.take"), QT_TR_NOOP("Take in list")},
        {QStringLiteral("crl.deliver"), QT_TR_NOOP("Bring list")},
        {QStringLiteral("time.deliver"), QT_TR_NOOP("Bring the time")},
        {QStringLiteral("pack.provision"), QT_TR_NOOP("Provision pack")},
        {QStringLiteral("pack.act"), QT_TR_NOOP("Act on pack")},
        {QStringLiteral("keys.crl"), QT_TR_NOOP("Make list")},
        {QStringLiteral("keys.new"), QT_TR_NOOP("Make key")},
        {QStringLiteral("keys.request"), QT_TR_NOOP("Ask for certificate")},
        {QStringLiteral("keys.install"), QT_TR_NOOP("Install certificate")},
        {QStringLiteral("keys.issue"), QT_TR_NOOP("Issue certificate")},
        {QStringLiteral("keys.renew"), QT_TR_NOOP("Renew certificate")},
        {QStringLiteral("right.ask"), QT_TR_NOOP("Ask for a right")},
        {QStringLiteral("right.answer"), QT_TR_NOOP("Answer for a right")},
        {QStringLiteral("right.hear"), QT_TR_NOOP("Hear an answer for a right")},
        {QStringLiteral("group.keep"), QT_TR_NOOP("Change a group")},
        {QStringLiteral("group.remove"), QT_TR_NOOP("Remove a group")},
        {QStringLiteral("rollout.begin"), QT_TR_NOOP("Begin a roll-out")},
        {QStringLiteral("rollout.end"), QT_TR_NOOP("End a roll-out")},
        {QStringLiteral("exchange.publish"), QT_TR_NOOP("Publish to an exchange")},
        {QStringLiteral("exchange.fetch"), QT_TR_NOOP("Fetch from an exchange")},
        {QStringLiteral("head.seen"), QT_TR_NOOP("Witness another audit")},
    };
    return wordOf(names, word);
}

QString Names::auditOutcome(const QString &word)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("done"), QT_TR_NOOP("done")},
        {QStringLiteral("begun"), QT_TR_NOOP("begun")},
        {QStringLiteral("conflict"), QT_TR_NOOP("contradiction")},
    };
    if (codeFromName(word))
        return tr("refused: %1").arg(word);
    return wordOf(names, word);
}

} // namespace packwarden
