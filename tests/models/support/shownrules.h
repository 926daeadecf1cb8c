// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cbor/cbor.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"

namespace packwarden::test {

/// A pack that went on from the rules of rulesOf(), with real signatures; and what it signs of itself.
class ShownRules final
{
public:
    ShownRules(TestWorld &world, const PackState &pack)
        : rules(rulesOf(world, pack))
        , state(pack)
        , m_world(world)
    {
    }

    /// A policy 2 with another soft limit; approvers: the seats that it needs.
    void changePolicy(const QStringList &approvers = {owner(), cell()})
    {
        PolicyChange change{head(), {rulebytes::payloadHash(rules.policyDocument)}, state.policy};
        ++change.policy.version;
        change.policy.softLimits[ParameterId::fromTrusted(QStringLiteral("soc.max"))].max = Milli{94000};
        state.policy = change.policy;
        rules.policyDocument = sign(contenttype::policy, change.encode(), approvers);
    }

    /// Another root for the party in a position; approvers: who signs besides the newcomer.
    void rotateRoot(const char *position, const QString &party, const QString &newcomer, const QStringList &approvers)
    {
        CharterChange change;
        change.head = head();
        change.amendment = Amendment::RotateRoot;
        change.previous = {rulebytes::payloadHash(rules.charterDocument)};
        change.charter = state.charter;
        ++change.charter.version;
        change.charter.positions[PositionId::fromTrusted(QString::fromLatin1(position))].rootDer
            = m_world.root(party).der;
        change.policy = {change.head, {rulebytes::payloadHash(rules.policyDocument)}, state.policy};
        ++change.policy.policy.version;
        change.policy.policy.charterSha256 = change.charter.bodySha256();
        state.charter = change.charter;
        state.policy = change.policy.policy;
        rules.charterDocument = sign(contenttype::charter, change.encode(), approvers + QStringList{newcomer});
        rules.policyDocument = rules.charterDocument;
        rules.crls.append(encodeCrlEntry(m_world.crl(party)));
    }

    Statement statement(const QByteArray &nonce) const
    {
        Statement made;
        made.serial = rules.serial;
        made.nonce = nonce;
        made.hardware = state.silicon.hardware;
        made.lifeCycle.state = state.lifeCycle;
        made.charter = {state.charter.version, rulebytes::payloadHash(rules.charterDocument), TestWorld::now};
        made.policy = {state.policy.version, rulebytes::payloadHash(rules.policyDocument), TestWorld::now};
        made.values = state.values;
        made.at = TestWorld::now;
        made.logHash = QByteArray(32, 'g');
        made.siliconSha256 = sha256(rules.silicon);
        made.foundationSha256 = sha256(rules.foundation);
        return made;
    }
    QByteArray seal(const Statement &said, const SigningKey &key) const
    {
        const auto made = CoseSign1::make(contenttype::statement, said.encode(), key, TestWorld::now);
        if (!made.ok())
            qFatal("no statement");
        return made->encode();
    }
    /// Genuine, over a nonce of the asker.
    FreshWord word() const
    {
        const QByteArray nonce(32, 'q');
        return {seal(statement(nonce), *m_world.deviceKey(rules.serial.text())), nonce};
    }

    static QString owner() { return QStringLiteral("leasing.asset-manager"); }
    static QString cell() { return QStringLiteral("celldata.specialist"); }
    static QString platform() { return QStringLiteral("platform.platform-engineer"); }

    PackRules rules;
    PackState state;

private:
    DocumentHead head() const
    {
        DocumentHead made;
        made.id = QByteArray(16, 'f');
        made.created = TestWorld::now - 60;
        made.expires = TestWorld::now + TestWorld::day;
        made.author = m_world.key(author())->leaf().sha256;
        made.title = QStringLiteral("Next rules");
        made.reason = QStringLiteral("Agreed");
        return made;
    }
    QByteArray sign(const char *type, const QByteArray &payload, const QStringList &approvers) const
    {
        CoseSign document{QByteArray(type), payload, {}};
        const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
        bool good = document.addSignature(*m_world.key(author()), Meaning::Author, TestWorld::now - 30, log).ok();
        for (const QString &person : approvers)
            good = good && document.addSignature(*m_world.key(person), Meaning::Approve, TestWorld::now - 20, log).ok();
        if (!good)
            qFatal("cannot sign the next rules");
        return document.encode();
    }
    static QString author() { return QStringLiteral("courier.fleet-manager"); }

    TestWorld &m_world;
};

} // namespace packwarden::test
