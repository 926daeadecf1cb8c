// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/rulesource.h"
#include "app/ctl/base/survey.h"
#include "app/ctl/rules/rulecommands.h"
#include "app/ctl/rules/ruleprints.h"
#include "models/audit/auditrecord.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

namespace packwarden::ctl {

namespace {

/// Learns charter, policy and roots from a pack. What is pinned for the first time, or cannot be proved to follow, is
/// taken only where --fingerprint names it: somebody compared it with somebody else than the pack.
class PolicyPull final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        withPacks(options().arguments, [this] {
            auto *survey = new Survey(*bus(), this);
            connect(survey, &Survey::factsRead, this, [this](const PackFacts &facts) { m_facts = facts; });
            connect(survey, &Survey::rulesRead, this, [this](const PackRules &rules) { m_rules = rules; });
            connect(survey, &Survey::statementRead, this, [this](const FreshWord &word) { m_word = word; });
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
        QJsonObject result = rulesJson(*theirs);
        tellRules(out(), *theirs);
        const bool first = trust.isEmpty();
        const Compared compared = theirs->areNamedBy(options().fingerprints) ? Compared::Yes : Compared::No;
        if (!options().fingerprints.isEmpty() && compared == Compared::No) {
            refuse({Code::FingerprintNeeded,
                       QStringLiteral("--fingerprint names other rules than %1 shows").arg(rules.serial.text())},
                *theirs, result);
            return;
        }
        if (first) {
            result.insert(QStringLiteral("proved"), tellProof(rules, *theirs));
            if (compared == Compared::No) {
                refuse({Code::FingerprintNeeded, QStringLiteral("nothing is pinned here yet")}, *theirs, result);
                return;
            }
        }
        const QByteArray before = trust.pinned().policyDocument + trust.pinned().charterDocument;
        const AuditActor actor = workspace()->session().actor();
        auto taken = first ? trust.pin(rules, actor, compared) : Result<>::success();
        if (taken.ok())
            taken = trust.take(rules, m_word, actor, compared);
        if (taken.ok())
            taken = trust.learn(m_facts);
        if (taken.ok() && !options().output.isEmpty())
            taken = writeTo(rules, result);
        if (!taken.ok()) {
            refuse(taken.error(), *theirs, result);
            return;
        }
        const bool followed = before != trust.pinned().policyDocument + trust.pinned().charterDocument;
        out().text(first   ? QStringLiteral("pinned, as their fingerprints were compared")
                : followed ? QStringLiteral("pinned in place of the older version, from which it follows")
                           : QStringLiteral("pinned already, now or before"));
        out().text(trust.pack(rules.serial)->areLimitsProved()
                ? QStringLiteral("%1 signed that these rules, its silicon limits and its foundation are what it holds")
                      .arg(rules.serial.text())
                : QStringLiteral(
                    "%1 did not prove its silicon limits and its foundation: they are what it showed first")
                      .arg(rules.serial.text()));
        result.insert(QStringLiteral("limitsProved"), trust.pack(rules.serial)->areLimitsProved());
        result.insert(QStringLiteral("followed"), followed && !first);
        result.insert(QStringLiteral("pinned"), first);
        done(result);
    }

    /// What can be seen of these rules without trusting anybody yet.
    bool tellProof(const PackRules &rules, const PinnedRules &theirs)
    {
        const auto agreed = checkAgreed(rules);
        out().text(agreed.ok()
                ? QStringLiteral("signed by the parties that they name; who these are, only fingerprints tell")
                : QStringLiteral("not proved: the parties' signatures cannot be checked here (%1)")
                      .arg(agreed.error().detail));
        const auto said = m_word.statement.isEmpty()
            ? Result<Statement>(Code::ReceiptInvalid, QStringLiteral("no statement"))
            : verifyStatement(m_word.statement, m_word.nonce, theirs.charter, listsOf(rules));
        const bool held = said.ok() && said->serial == rules.serial
            && said->charter.sha256 == rulebytes::payloadHash(rules.charterDocument)
            && said->policy.sha256 == rulebytes::payloadHash(rules.policyDocument);
        out().text(held
                ? QStringLiteral("the pack signed, by a key of the manufacturer that they name, that it holds them")
                : QStringLiteral("not proved: that the pack itself holds them"));
        return agreed.ok() && held;
    }

    static QList<CrlEntry> listsOf(const PackRules &rules)
    {
        QList<CrlEntry> lists;
        for (const QByteArray &bytes : rules.crls) {
            if (auto entry = decodeCrlEntry(bytes); entry.ok())
                lists.append(*entry);
        }
        return lists;
    }

    /// Where a person must compare: with the command that says so.
    void refuse(const Error &error, const PinnedRules &theirs, QJsonObject result)
    {
        if (error.code == Code::FingerprintNeeded) {
            QString again = QStringLiteral("policy pull %1 --fingerprint '%2'")
                                .arg(options().arguments.constFirst(), theirs.charterFingerprint());
            if (!theirs.isOneDocument())
                again += QStringLiteral(" --fingerprint '%1'").arg(theirs.policyFingerprint());
            out().text((theirs.isOneDocument()
                    ? QStringLiteral("Compare the fingerprint with the other parties, by voice or on paper. "
                                     "If it is the same, repeat: %1")
                    : QStringLiteral("Compare both fingerprints with the other parties, by voice or on "
                                     "paper. If they are the same, repeat: %1"))
                           .arg(again));
            result.insert(QStringLiteral("repeat"), again);
        } else if (error.code == Code::TrustContradicted) {
            const QString serial = options().arguments.constFirst();
            const auto parsed = PackSerial::parse(serial);
            out().text(parsed.ok() && !workspace()->trust().contradictory().contains(*parsed)
                    ? QStringLiteral("Nothing of this answer was learnt: it is not signed, and differs from what %1 "
                                     "signed before. Another node may answer in its name; ask again")
                          .arg(serial)
                    : QStringLiteral("Nothing of this answer was learnt. Ask the manufacturer and the owner, then "
                                     "decide: pack settle %1 --keep, or --forget")
                          .arg(serial));
        }
        fail(error, result);
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
        const auto bytes = file.readableBytes();
        return bytes.ok() ? wholefile::write(path, *bytes) : Result<>(bytes.error());
    }

    PackFacts m_facts;
    PackRules m_rules;
    FreshWord m_word;
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
                fail(nothingPinned("; use policy pull"));
            else
                show(trust.policy(), trust.charter());
            return;
        }
        const auto source = RuleSource::read(options().arguments.constFirst(), trust);
        if (!source.ok())
            fail(source.error(), {{QStringLiteral("file"), options().arguments.constFirst()}});
        else if (!source->policy)
            fail({Code::UnknownType, options().arguments.constFirst()});
        else
            show(*source->policy, source->charter.value_or(trust.charter()));
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

std::unique_ptr<Command> makePolicyPull(const Options &options, const Clock &clock)
{
    return std::make_unique<PolicyPull>(options, clock);
}

std::unique_ptr<Command> makePolicyShow(const Options &options, const Clock &clock)
{
    return std::make_unique<PolicyShow>(options, clock);
}

} // namespace packwarden::ctl
