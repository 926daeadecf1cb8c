// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/forge.h"
#include "app/conform/kit/login.h"
#include "app/conform/kit/transfer.h"
#include "hw/uds/documentkind.h"
#include "models/core/base/ids.h"
#include "models/core/documents/rulechange.h"
#include "models/core/pack/packstate.h"

/// Actions by one key, and what strangers, thieves and other nodes make of them (PROTOCOL.md, Signed actions).
namespace packwarden::conform {

namespace {

const QByteArray selfTest = QByteArray::fromHex("31010220");
const QString courier = QStringLiteral("courier-fleet-manager");
constexpr int serviceInterval = 15; ///< number of the parameter that the technician may set
constexpr int socMax = 1; ///< of layer 3

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray write(int number, qint64 value)
{
    return bytes("2E02") + char(number) + longWord(quint32(qint32(value)));
}

std::optional<ParameterInfo> parameter(Site &site, int number)
{
    const auto table = ParameterInfo::decodeTable(site.bsp.ask(bytes("220109")).mid(3));
    if (!table.ok())
        return std::nullopt;
    for (const ParameterInfo &row : *table) {
        if (row.definition.number == number)
            return row;
    }
    return std::nullopt;
}

/// What is needed to write the technician's parameter: rights, and the parameter as it is.
struct Writing
{
    Login login;
    ParameterInfo before;
};

std::optional<Writing> writing(Site &site, Finding &finding)
{
    const auto before = parameter(site, serviceInterval);
    if (!finding.holds(before.has_value(), s("the pack has no parameter 0F, service.interval")))
        return std::nullopt;
    const auto login = opened(site, finding, technician);
    if (!login)
        return std::nullopt;
    return Writing{*login, *before};
}

void strangers(Site &site, Finding &finding)
{
    const QByteArray tail = bytes("0001") + QByteArray(384, 's');
    finding.answered("10 03", site.bsp.ask(bytes("1003")), "5003**");
    for (const QByteArray &body : {write(serviceInterval, 500'000), bytes("14FFFFFF"), bytes("1101"), bytes("1103"),
             bytes("3101020201"), bytes("31010203"), selfTest, bytes("31010230"), bytes("3101023101")}) {
        const QByteArray heard = site.bsp.ask(body + tail);
        finding.holds(isRefusal(heard, 0x34), s("%1 of a stranger: %2").arg(Finding::show(body), Finding::show(heard)));
    }
}

void tails(Site &site, Finding &finding)
{
    auto login = opened(site, finding, technician);
    if (!login)
        return;
    finding.answered("no tail", site.bsp.ask(selfTest), "7F3113");
    finding.answered("a short tail", site.bsp.ask(login->actionBytes(selfTest, 1).chopped(1)), "7F3113");
    for (const int sequence : {0, 2, 7, 0xFFFF})
        finding.answered(s("sequence %1 first").arg(sequence), site.bsp.ask(login->actionBytes(selfTest, sequence)),
            bytes("7F3124"));
    QByteArray changed = login->actionBytes(selfTest, 1);
    changed[changed.size() - 1] = char(changed.at(changed.size() - 1) ^ 1);
    finding.answered("a signature with one bit changed", site.bsp.ask(changed), "7F3158");
    // Signed for one request, sent with another.
    const QByteArray signedOther = login->actionBytes(bytes("31010230"), 1);
    finding.answered("the tail of another request", site.bsp.ask(selfTest + signedOther.mid(4)), "7F3158");
    finding.answered("the first action", login->act(selfTest), "71010220**");
    finding.answered("the same once more, attack 97", site.bsp.ask(login->actionBytes(selfTest, 1)), "7F3124");
    finding.answered("the second", login->act(selfTest), "71010220**");
    finding.answered("29 00", site.bsp.ask(bytes("2900")), "690010");
    finding.answered(
        "an action after the rights were given back", site.bsp.ask(login->actionBytes(selfTest, 3)), "7F3134");
}

/// attack 103: another node speaks in the open session.
void hijacked(Site &site, Finding &finding)
{
    const auto key = keyOf(site, finding, technician);
    const auto other = keyOf(site, finding, courier);
    if (!key || !other)
        return;
    Login login(site.bsp, key);
    if (!isOpen(finding, login))
        return;
    const auto before = parameter(site, serviceInterval);
    Login thief(site.bsp, other);
    thief.exchange = login.exchange;
    const QByteArray body = write(serviceInterval, before ? before->stored.base.value + 1000 : 0);
    finding.answered("an action signed by another key", site.bsp.ask(thief.actionBytes(body, 1)), "7F2E58");
    login.exchange.serial = PackSerial::fromTrusted(s("SDB-OTHER-0001"));
    finding.answered("an action signed for another pack", site.bsp.ask(login.actionBytes(body, 1)), "7F2E58");
    finding.holds(parameter(site, serviceInterval) == before, s("the value has changed"));
}

void oldSession(Site &site, Finding &finding)
{
    auto login = opened(site, finding, technician);
    if (!login)
        return;
    const QByteArray old = login->actionBytes(selfTest, 1);
    if (!isOpen(finding, *login))
        return;
    finding.answered("an action of an earlier session", site.bsp.ask(old), "7F3158");
    finding.answered("the first action of this one", login->act(selfTest), "71010220**");
}

void scope(Site &site, Finding &finding)
{
    auto login = opened(site, finding, technician);
    if (!login)
        return;
    finding.answered("a technician activates", login->act(bytes("3101020201")), "7F3133");
    finding.holds(login->reason() == s("signer-not-authorised"), s("the reason is %1").arg(login->reason()));
    finding.answered("a technician deactivates", login->act(bytes("31010203")), "7F3133");
    const auto before = parameter(site, socMax);
    const QByteArray heard = login->act(write(socMax, before ? before->stored.base.value - 1000 : 80'000));
    finding.holds(isRefusal(heard, 0x33) || isRefusal(heard, 0x31),
        s("a value of layer 3 by one key: %1").arg(Finding::show(heard)));
    finding.holds(parameter(site, socMax) == before, s("one key has changed a value of layer 3"));
    // Refused or not, an action whose signature held is counted.
    finding.answered("the next action", login->act(selfTest), "71010220**");
}

void limits(Site &site, Finding &finding)
{
    auto ready = writing(site, finding);
    if (!ready)
        return;
    Login &login = ready->login;
    const ParameterInfo &before = ready->before;
    const qint64 base = before.stored.base.value;
    const auto refused = [&](const QString &what, qint64 value) {
        const QByteArray heard = login.act(write(serviceInterval, value));
        finding.holds(isRefusal(heard, 0x31), s("%1: %2").arg(what, Finding::show(heard)));
    };
    refused(s("above the silicon limit"), before.definition.silicon.max.value + 1);
    refused(s("below the silicon limit"), before.definition.silicon.min.value - 1);
    refused(s("above the charter's range"), before.charter.max.value + 1);
    refused(s("above the soft limit"), before.soft.max.value + 1);
    refused(s("below the soft limit"), before.soft.min.value - 1);
    refused(s("negative"), -1);
    if (before.step.value > 0) {
        const qint64 far = base + before.step.value + 1 <= before.soft.max.value ? base + before.step.value + 1
                                                                                 : base - before.step.value - 1;
        refused(s("a step too large"), far);
    }
    finding.answered("a parameter that there is not", login.act(bytes("2E02FE00000001")), "7F2E31");
    finding.answered("an identifier that is none", login.act(bytes("2EF18C41424344")), "7F2E31");
    finding.holds(parameter(site, serviceInterval) == before, s("a refused write has changed the value"));
}

void written(Site &site, Finding &finding)
{
    auto ready = writing(site, finding);
    if (!ready)
        return;
    Login &login = ready->login;
    const ParameterInfo &before = ready->before;
    const auto changes = [&] {
        return PackLogRecord::decodeList(site.bsp.ask(bytes("220111")).mid(3));
    };
    const auto logBefore = changes();
    const qint64 base = before.stored.base.value;
    const qint64 to = base + 1000 <= before.soft.max.value ? base + 1000 : base - 1000;
    finding.answered("2E 02 0F", login.act(write(serviceInterval, to)), "6E020F");
    finding.answered(s("22 02 0F"), site.bsp.ask(bytes("22020F")), bytes("62020F") + longWord(quint32(to)));
    const auto after = parameter(site, serviceInterval);
    finding.holds(after && after->stored.base.value == to && after->stored.revision == before.stored.revision + 1,
        s("the table shows another value or revision"));
    const auto logAfter = changes();
    if (finding.holds(logBefore.ok() && logAfter.ok() && !logAfter->isEmpty(), s("0111 cannot be read"))) {
        const qint64 last = logBefore->isEmpty() ? 0 : logBefore->constLast().number;
        finding.holds(logAfter->constLast().number == last + 1, s("a write leaves no record in 0111, or several"));
        for (qsizetype i = 1; i < logAfter->size(); ++i) {
            finding.holds(logAfter->at(i).number == logAfter->at(i - 1).number + 1
                    && logAfter->at(i).hash == logAfter->at(i).hashAfter(logAfter->at(i - 1).hash),
                s("record %1 of 0111 does not follow the one before").arg(logAfter->at(i).number));
        }
    }
    finding.answered("back again", login.act(write(serviceInterval, base)), "6E020F");
}

void activation(Site &site, Finding &finding)
{
    auto login = opened(site, finding, courier);
    if (!login)
        return;
    const auto lock = [&] {
        return LockInfo::decode(site.bsp.ask(bytes("220107")).mid(3));
    };
    for (const int purpose : {0x00, 0x04, 0xFF})
        finding.answered(s("purpose %1").arg(purpose), login->act(bytes("31010202") + char(purpose)), bytes("7F3131"));
    const QByteArray heard = login->act(bytes("3101020201"));
    finding.holds(heard.size() == 8 && heard.startsWith(bytes("71010202")) && heard.mid(4) != bytes("00000000"),
        s("activation: %1").arg(Finding::show(heard)));
    const auto active = lock();
    finding.holds(active.ok() && active->state == s("active") && active->purpose == s("drive"),
        s("0107 does not say that the pack is active, to drive"));
    finding.answered("deactivation", login->act(bytes("31010203")), "71010203");
    const auto inactive = lock();
    finding.holds(inactive.ok() && inactive->state == s("inactive"), s("0107 does not say that the pack is inactive"));
    finding.answered("activation once more", login->act(bytes("3101020201")), "71010202**");
}

/// Gives the pack these grants of activation for the fleet manager instead of those that it holds; those, or nothing
/// with the cause noted.
std::optional<QList<Grant>> regrant(Site &site, Finding &finding, const QList<Grant> &grants)
{
    const PackFacts facts = PackFacts::read(site.bsp);
    const auto document = readDocument(site.bsp, documentkind::policy, 0);
    const auto signedBy = document ? CoseSign::decode(*document) : Result<CoseSign>(Code::Malformed);
    auto change = signedBy.ok() ? policyIn(*signedBy) : Result<PolicyChange>(Code::Malformed);
    if (!finding.holds(facts.valid && change.ok(), s("the policy cannot be read")))
        return std::nullopt;
    const auto activate = CapabilityId::fromTrusted(s("activate"));
    const auto manager = RoleId::fromTrusted(s("fleet-manager"));
    QList<Grant> before;
    change->policy.grants.removeIf([&](const Grant &grant) {
        const bool isOne = grant.capability == activate && grant.role == manager;
        if (isOne)
            before.append(grant);
        return isOne;
    });
    if (!finding.holds(!before.isEmpty(), s("the fleet manager has no grant of activation")))
        return std::nullopt;
    for (Grant grant : grants) {
        grant.contract = before.constFirst().contract;
        grant.clause = before.constFirst().clause;
        grant.role = manager;
        grant.capability = activate;
        change->policy.grants.append(grant);
    }
    Forge forge(*site.kit, facts);
    const Signers signers{courier, {s("leasing-asset-manager"), s("celldata-specialist"), s("courier-driver")}};
    change->head = forge.head(signers, s("Uses of a grant"));
    change->previous = {sha256(signedBy->payload)};
    ++change->policy.version;
    const QByteArray made = forge.sign(QByteArray(contenttype::policy), change->encode(), signers).encode();
    if (!forge.isWhole()) {
        finding.notRun(s("the kit lacks %1").arg(forge.missing().join(s(", "))));
        return std::nullopt;
    }
    if (!finding.answered("a policy with other grants", deliver(site.bsp, documentkind::policy, made), "7101020100**"))
        return std::nullopt;
    return before;
}

void uses(Site &site, Finding &finding)
{
    Grant once;
    once.purposes = {s("drive")};
    once.uses = 1;
    once.until = PackFacts::read(site.bsp).now + 24 * 3600;
    Grant often;
    often.purposes = {s("charge")};
    for (const bool onceFirst : {true, false}) {
        const auto before = regrant(site, finding, onceFirst ? QList<Grant>{once, often} : QList<Grant>{often, once});
        if (!before)
            return;
        if (auto login = opened(site, finding, courier)) {
            const auto activate = [&](const char *what, char purpose, const char *answer) {
                finding.answered(what, login->act(bytes("31010202") + purpose), answer);
            };
            activate("charging, without limit", 2, "71010202**");
            activate("driving, the one time that is granted", 1, "71010202**");
            activate("driving once more", 1, "7F3133");
            activate("charging, still without limit", 2, "71010202**");
            finding.answered("deactivation", login->act(bytes("31010203")), "71010203");
        }
        // This one is used up: with another end it is another one.
        ++once.until;
        if (!regrant(site, finding, *before))
            return;
    }
}

void reset(Site &site, Finding &finding)
{
    constexpr int again = 10;
    auto login = opened(site, finding, technician);
    if (!login)
        return;
    finding.answered("11 02", site.bsp.ask(bytes("1102")), "7F1112");
    finding.answered("11 03", login->act(bytes("1103")), "5103");
    QByteArray heard;
    for (int i = 0; i < again && heard.isEmpty(); ++i)
        heard = site.bsp.ask(bytes("220111"));
    finding.answered("22 01 11 after a reset", heard, "7F2234");
}

} // namespace

const QList<Rule> &actionRules()
{
    static const QList<Rule> rules{{"action.stranger", "Nothing is changed for who has not authenticated.",
                                       "PROTOCOL.md, Signed actions", false, strangers},
        {"action.tail", "Each action has its own sequence and signature; none is carried out twice.",
            "PROTOCOL.md, Signed actions; attack 97", true, tails},
        {"action.hijack", "In an open session only its own key acts, and only on this pack.", "attacks 99, 103", true,
            hijacked},
        {"action.old-session", "What was signed in an earlier session is void.", "attack 97", true, oldSession},
        {"action.scope", "What is not of the role is refused by 33; layer 3 is never changed by one key.", "attack 107",
            true, scope},
        {"action.limits", "No key alone passes a soft limit, the charter's range, a silicon limit or a step.",
            "PROTOCOL.md, Signed actions; attacks 27, 29", true, limits},
        {"action.write", "What is written is read back, counted up, and stands in the pack's own audit.",
            "PROTOCOL.md, Signed actions", true, written},
        {"action.activation", "A pack is activated for a purpose and a time, and deactivated.",
            "PROTOCOL.md, Lock and activation", true, activation},
        {"action.uses", "The grant that authorises an action is the one that is used up.",
            "FORMATS.md, Acting with one key", true, uses},
        {"action.reset", "A reset ends session and rights at once.", "attack 104", true, reset}};
    return rules;
}

} // namespace packwarden::conform
