// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditrecord.h"
#include "busclient.h"
#include "command.h"
#include "describe.h"
#include "documentfile.h"
#include "rulechange.h"
#include "rulecommands.h"
#include "session.h"
#include "survey.h"
#include "trustbook.h"
#include "wholefile.h"
#include "workspace.h"

#include <QFileInfo>

namespace packwarden::ctl {

namespace {

/// Learns charter, policy and roots from a pack, and pins them in an empty store after showing their fingerprints.
class PolicyPull final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (options().arguments.size() != 1) {
            usage(QStringLiteral("one serial is needed"));
            return;
        }
        if (!workspace())
            return;
        withPacks(options().arguments, [this] {
            auto *survey = new Survey(*bus(), this);
            connect(survey, &Survey::factsRead, this, [this](const PackFacts &facts) { m_facts = facts; });
            connect(survey, &Survey::rulesRead, this, [this](const PackRules &rules) { m_rules = rules; });
            connect(survey, &Survey::statementRead, this, [this](const QByteArray &bytes) { m_statement = bytes; });
            connect(survey, &Survey::finished, this, [this] { take(m_rules); });
            connect(survey, &Survey::failed, this, [this](const Error &error) { fail(error); });
            survey->start(options().arguments, true);
        });
    }

private:
    void take(const PackRules &rules)
    {
        TrustBook &trust = workspace()->trust();
        const auto theirs = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
        if (!theirs.ok()) {
            fail(theirs.error());
            return;
        }
        QJsonObject result{{QStringLiteral("charter"), theirs->charterFingerprint()},
            {QStringLiteral("charterVersion"), theirs->charter.version},
            {QStringLiteral("policy"), theirs->policyFingerprint()},
            {QStringLiteral("policyVersion"), theirs->policy.version}};
        out().text(
            QStringLiteral("charter  version %1  %2").arg(theirs->charter.version).arg(theirs->charterFingerprint()));
        out().text(
            QStringLiteral("policy   version %1  %2").arg(theirs->policy.version).arg(theirs->policyFingerprint()));
        const bool first = trust.isEmpty();
        const QByteArray before = trust.pinned().policyDocument + trust.pinned().charterDocument;
        auto taken = first ? trust.pin(rules, {}) : trust.learn(m_facts);
        // What was pinned before is held by packs that have not heard of what came since: that is not followed back.
        if (taken.ok() && !trust.learn(rules).ok())
            taken = trust.follow(rules, workspace()->session().actor());
        if (taken.ok())
            taken = trust.learn(rules);
        if (taken.ok())
            taken = trust.learn(m_facts);
        if (taken.ok() && !m_statement.isEmpty())
            taken = trust.learnStatement(m_statement);
        if (taken.ok() && !options().output.isEmpty())
            taken = writeTo(rules, result);
        if (!taken.ok()) {
            fail(taken.error(), result);
            return;
        }
        const bool followed = before != trust.pinned().policyDocument + trust.pinned().charterDocument;
        out().text(first   ? QStringLiteral("pinned. Compare the fingerprints with those of the other parties.")
                : followed ? QStringLiteral("pinned in place of the older version, from which it follows")
                           : QStringLiteral("pinned already, now or before"));
        result.insert(QStringLiteral("followed"), followed && !first);
        result.insert(QStringLiteral("pinned"), first);
        done(result);
    }

    Result<> writeTo(const PackRules &rules, QJsonObject &result)
    {
        const auto document = CoseSign::decode(rules.policyDocument);
        if (!document.ok())
            return document.error();
        DocumentFile file;
        file.document = *document;
        file.crls = rules.crls;
        QString path = options().output;
        if (QFileInfo(path).isDir())
            path += QStringLiteral("/%1.pwpol").arg(rules.serial.text());
        result.insert(QStringLiteral("file"), path);
        return wholefile::write(path, file.encode());
    }

    PackFacts m_facts;
    PackRules m_rules;
    QByteArray m_statement;
};

class PolicyShow final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const TrustBook &trust = workspace()->trust();
        if (options().arguments.isEmpty()) {
            if (trust.isEmpty())
                fail({Code::UnknownIssuer, QStringLiteral("nothing is pinned; use policy pull")});
            else
                show(trust.policy(), trust.charter());
            return;
        }
        const auto bytes = wholefile::read(options().arguments.constFirst(), DocumentFile::maxBytes);
        const auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
        if (!file.ok()) {
            fail(file.error());
            return;
        }
        Policy policy;
        Charter charter = trust.charter();
        if (file->document.contentType == contenttype::charter) {
            const auto read = CharterChange::decode(file->document.payload);
            if (!read.ok()) {
                fail(read.error());
                return;
            }
            charter = read->charter;
            policy = read->policy.policy;
        } else {
            const auto read = PolicyChange::decode(file->document.payload);
            if (!read.ok()) {
                fail(read.error());
                return;
            }
            policy = read->policy;
        }
        show(policy, charter);
    }

private:
    void show(const Policy &policy, const Charter &charter)
    {
        for (const QString &line : describe::policyLines(policy, charter))
            out().text(line);
        done(describe::policy(policy));
    }
};

} // namespace

std::unique_ptr<Command> makePolicyCommand(const Options &options, const Clock &clock)
{
    if (options.verb == QLatin1String("pull"))
        return std::make_unique<PolicyPull>(options, clock);
    if (options.verb == QLatin1String("show"))
        return std::make_unique<PolicyShow>(options, clock);
    if (options.verb == QLatin1String("import"))
        return makePolicyImport(options, clock);
    for (const char *verb : {"check", "diff", "export"}) {
        if (options.verb == QLatin1String(verb))
            return makeRuleLook(options, clock);
    }
    return nullptr;
}

} // namespace packwarden::ctl
