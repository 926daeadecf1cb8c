// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/asof/asofverbs.h"
#include "app/ctl/base/describe.h"
#include "models/asof/asof.h"
#include "models/core/base/clock.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

QString wordOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Unknown:
        return QStringLiteral("unknown");
    case Certainty::LastProved:
        return QStringLiteral("last-proved");
    case Certainty::Recorded:
        return QStringLiteral("recorded");
    case Certainty::Proved:
        break;
    }
    return QStringLiteral("proved");
}

QString sentenceOf(Gap gap)
{
    switch (gap) {
    case Gap::None:
        return {};
    case Gap::Nothing:
        return QStringLiteral("nothing that came later is known here");
    case Gap::Before:
        return QStringLiteral("the first word of the pack that lies here is later");
    case Gap::Between:
        return QStringLiteral("it changed between two words of the pack, at a moment that is not known here");
    case Gap::NoDocument:
        return QStringLiteral("the pack named the document by its hash, and it is not here");
    case Gap::NoList:
        return QStringLiteral("no list of its issuer from that time is here");
    case Gap::NoRules:
        break;
    }
    return QStringLiteral("the rules of that time are not known here");
}

QString wordOf(Proof::Kind kind)
{
    switch (kind) {
    case Proof::Kind::Statement:
        return QStringLiteral("statement");
    case Proof::Kind::Receipt:
        return QStringLiteral("receipt");
    case Proof::Kind::Document:
        return QStringLiteral("document");
    case Proof::Kind::List:
        return QStringLiteral("list");
    case Proof::Kind::Certificate:
        return QStringLiteral("certificate");
    case Proof::Kind::Record:
        break;
    }
    return QStringLiteral("record");
}

QString wordOf(KeyAsOf::State state)
{
    switch (state) {
    case KeyAsOf::State::NotYetValid:
        return QStringLiteral("not-yet-valid");
    case KeyAsOf::State::Valid:
        return QStringLiteral("valid");
    case KeyAsOf::State::Revoked:
        return QStringLiteral("revoked");
    case KeyAsOf::State::Expired:
        break;
    }
    return QStringLiteral("expired");
}

QJsonObject jsonOf(const Proof &proof)
{
    return {{QStringLiteral("kind"), wordOf(proof.kind)},
        {QStringLiteral("sha256"), QString::fromLatin1(proof.sha256.toHex())}, {QStringLiteral("name"), proof.name},
        {QStringLiteral("at"), describe::time(proof.at)}};
}

QJsonArray jsonOf(const QList<Proof> &proofs)
{
    QJsonArray all;
    for (const Proof &proof : proofs)
        all.append(jsonOf(proof));
    return all;
}

/// `as-of DATE ...`: one moment, one ground, several questions.
class AsOf final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const auto at = momentOf(options().arguments.constFirst(), clock().now());
        if (!at.ok()) {
            fail(at.error());
            return;
        }
        m_at = *at;
        if (options().arguments.size() > 1) {
            const auto serial = PackSerial::parse(options().arguments.at(1));
            if (!serial.ok()) {
                fail({Code::NotAnIdentifier, options().arguments.at(1)});
                return;
            }
            m_serial = *serial;
        }
        m_ground = AsOfGround::of(*workspace(), m_serial);
        m_evidence = m_serial.isEmpty() ? PackEvidence() : evidenceOf(m_serial, m_ground);
        const QString &verb = options().verb;
        if (verb == QLatin1String("matrix"))
            tellRules();
        else if (verb == QLatin1String("values"))
            tellValues();
        else if (verb == QLatin1String("keys"))
            tellKeys();
        else if (verb == QLatin1String("who"))
            tellWho();
        else
            tellTimeline();
    }

private:
    QJsonObject moment() const
    {
        QJsonObject result{{QStringLiteral("at"), describe::time(m_at)}};
        if (!m_serial.isEmpty())
            result.insert(QStringLiteral("serial"), m_serial.text());
        return result;
    }

    void end(const QJsonObject &result, bool isKnown)
    {
        if (isKnown)
            done(result);
        else
            fail({Code::WrongState, QStringLiteral("this store cannot tell what was in force then")}, result,
                NotComplete);
    }

    void tellProof(const QList<Proof> &proofs) const
    {
        for (const Proof &proof : proofs)
            out().text(QStringLiteral("  by %1 %2  %3  %4")
                           .arg(wordOf(proof.kind), QString::fromLatin1(proof.sha256.toHex().left(16)),
                               describe::time(proof.at), proof.name));
    }

    QJsonObject rulesJson(const RulesAsOf &rules) const
    {
        return {{QStringLiteral("certainty"), wordOf(rules.certainty)}, {QStringLiteral("gap"), sentenceOf(rules.gap)},
            {QStringLiteral("charterVersion"), rules.charterVersion},
            {QStringLiteral("policyVersion"), rules.policyVersion},
            {QStringLiteral("lastWord"),
                rules.lastWord > 0 ? QJsonValue(describe::time(rules.lastWord)) : QJsonValue()},
            {QStringLiteral("proof"), jsonOf(rules.proof)}};
    }

    void sayRules(const RulesAsOf &rules) const
    {
        if (rules.policyVersion > 0)
            out().text(QStringLiteral("charter version %1, policy version %2: %3")
                           .arg(rules.charterVersion)
                           .arg(rules.policyVersion)
                           .arg(wordOf(rules.certainty)));
        else
            out().text(QStringLiteral("unknown"));
        if (rules.gap != Gap::None)
            out().text(QStringLiteral("  %1").arg(sentenceOf(rules.gap)));
        tellProof(rules.proof);
    }

    void tellRules()
    {
        const RulesAsOf rules = rulesAsOf(m_at, m_evidence);
        sayRules(rules);
        QJsonObject result = moment();
        result.insert(QStringLiteral("rules"), rulesJson(rules));
        if (rules.rules) {
            for (const QString &line : describe::policyLines(rules.rules->policy, rules.rules->charter))
                out().text(line);
            result.insert(QStringLiteral("policy"), describe::policy(rules.rules->policy));
        }
        end(result, rules.rules.has_value());
    }

    void tellValues()
    {
        QJsonArray all;
        bool isAnyKnown = false;
        for (const ValueAsOf &value : valuesAsOf(m_at, m_evidence)) {
            const QString text = value.value ? formatQuantity(*value.value) : QStringLiteral("unknown");
            isAnyKnown = isAnyKnown || value.value;
            out().text(QStringLiteral("%1  %2  %3%4")
                           .arg(value.parameter.text().leftJustified(28), text, wordOf(value.certainty),
                               value.gap == Gap::None ? QString() : QStringLiteral(": ") + sentenceOf(value.gap)));
            all.append(QJsonObject{{QStringLiteral("parameter"), value.parameter.text()},
                {QStringLiteral("value"), value.value ? QJsonValue(text) : QJsonValue()},
                {QStringLiteral("certainty"), wordOf(value.certainty)}, {QStringLiteral("gap"), sentenceOf(value.gap)},
                {QStringLiteral("proof"), jsonOf(value.proof)}});
        }
        if (all.isEmpty())
            out().text(QStringLiteral("unknown: no word about values of this pack lies here"));
        QJsonObject result = moment();
        result.insert(QStringLiteral("values"), all);
        end(result, isAnyKnown);
    }

    void tellKeys()
    {
        QJsonArray all;
        for (const KeyAsOf &key : keysAsOf(m_at, m_ground)) {
            const Certificate &leaf = key.certificate;
            const bool isUnknown = key.certainty == Certainty::Unknown;
            const QString state = isUnknown ? QStringLiteral("unknown") : wordOf(key.state);
            out().text(
                QStringLiteral("%1  %2  %3%4")
                    .arg(state.leftJustified(13), leaf.commonName, leaf.organisation,
                        key.revokedAt > 0 ? QStringLiteral("  (revoked at %1)").arg(describe::time(key.revokedAt))
                            : isUnknown   ? QStringLiteral("  (%1)").arg(sentenceOf(key.gap))
                                          : QString()));
            all.append(QJsonObject{{QStringLiteral("name"), leaf.commonName}, {QStringLiteral("person"), leaf.person},
                {QStringLiteral("role"), leaf.role},
                {QStringLiteral("certificate"), QString::fromLatin1(leaf.sha256.toHex())},
                {QStringLiteral("state"), state}, {QStringLiteral("certainty"), wordOf(key.certainty)},
                {QStringLiteral("gap"), sentenceOf(key.gap)},
                {QStringLiteral("revokedAt"),
                    key.revokedAt > 0 ? QJsonValue(describe::time(key.revokedAt)) : QJsonValue()},
                {QStringLiteral("proof"), jsonOf(key.proof)}});
        }
        QJsonObject result = moment();
        result.insert(QStringLiteral("keys"), all);
        end(result, !all.isEmpty());
    }

    QJsonObject sayPerson(const AblePerson &person, const QString &how) const
    {
        out().text(QStringLiteral("%1  %2  %3/%4")
                       .arg(how.leftJustified(12), person.leaf.commonName, person.position.text(), person.role.text()));
        QJsonObject line{{QStringLiteral("name"), person.leaf.commonName},
            {QStringLiteral("person"), person.leaf.person}, {QStringLiteral("role"), person.role.text()},
            {QStringLiteral("position"), person.position.text()}, {QStringLiteral("answer"), how}};
        if (person.answer.refusal)
            line.insert(QStringLiteral("reason"), codeName(person.answer.refusal->code));
        return line;
    }

    void tellWho()
    {
        const auto capability = CapabilityId::parse(options().arguments.at(2));
        if (!capability.ok()) {
            fail({Code::NotAnIdentifier, options().arguments.at(2)});
            return;
        }
        const WhoAsOf who = whoAsOf(m_at, m_serial, *capability, m_evidence, m_ground);
        QJsonObject result = moment();
        result.insert(QStringLiteral("capability"), capability->text());
        result.insert(QStringLiteral("rules"), rulesJson(who.rules));
        sayRules(who.rules);
        if (who.lack) {
            end(result, false);
            return;
        }
        QJsonArray people;
        for (const AblePerson &person : who.people.people) {
            using Outcome = WhatIfAnswer::Outcome;
            people.append(sayPerson(person,
                person.answer.outcome == Outcome::Allowed          ? QStringLiteral("alone")
                    : person.answer.outcome == Outcome::WithOthers ? QStringLiteral("with-others")
                                                                   : QStringLiteral("refused")));
        }
        for (const AblePerson &person : who.unknown)
            people.append(sayPerson(person, QStringLiteral("unknown")));
        if (people.isEmpty())
            out().text(QStringLiteral("no key that is known here takes part in it"));
        tellProof(who.proof);
        out().text(QStringLiteral("asked of a pack in service that is not locked; others may have keys that are not "
                                  "known here"));
        result.insert(QStringLiteral("people"), people);
        result.insert(QStringLiteral("lists"), jsonOf(who.proof));
        done(result);
    }

    void tellTimeline()
    {
        QJsonArray all;
        for (const PastEvent &event : m_evidence.events) {
            if (event.at > m_at)
                continue;
            out().text(QStringLiteral("%1  %2  %3  %4")
                           .arg(describe::time(event.at), event.log.leftJustified(14), event.what,
                               QString::fromLatin1(event.proof.sha256.toHex().left(16))));
            QJsonObject line = jsonOf(event.proof);
            line.insert(QStringLiteral("what"), event.what);
            line.insert(QStringLiteral("log"), event.log);
            all.append(line);
        }
        if (all.isEmpty())
            out().text(QStringLiteral("nothing is known here of this pack until then"));
        QJsonObject result = moment();
        result.insert(QStringLiteral("events"), all);
        done(result);
    }

    qint64 m_at = 0;
    PackSerial m_serial;
    AsOfGround m_ground;
    PackEvidence m_evidence;
};

} // namespace

std::unique_ptr<Command> makeAsOf(const Options &options, const Clock &clock)
{
    return std::make_unique<AsOf>(options, clock);
}

} // namespace packwarden::ctl
