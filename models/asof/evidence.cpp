// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/asof/evidence.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/command.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/verifier.h"
#include "models/core/pack/statement.h"
#include "models/signoffs/documentcontent.h"
#include "models/trust/pastwords.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int recordsLookedAt = 10'000;

class Gathering final
{
public:
    Gathering(const PackSerial &serial, const AsOfGround &ground)
        : m_serial(serial)
        , m_ground(ground)
        , m_rules(QList<PinnedRules>{ground.trust().pinned} + ground.trust().earlier)
        , m_lists(ground.trust().listsFor(serial, ground.now))
    {
    }

    PackEvidence all()
    {
        for (const PinnedRules &rules : std::as_const(m_rules)) {
            keepDocument(rules.charterDocument);
            keepDocument(rules.policyDocument);
        }
        if (const auto known = m_ground.trust().packs.find(m_serial)) {
            keepDocument(known->rules.charterDocument);
            keepDocument(known->rules.policyDocument);
            takeStatement(known->statement);
        }
        for (const QByteArray &word : m_ground.words)
            takeStatement(word);
        for (const QString &path : m_ground.sources.requestFiles) {
            if (const auto file = DocumentFile::read(path); file.ok())
                takeFile(*file);
        }
        takeRecords();
        const auto byFrom = [](const RulesPoint &a, const RulesPoint &b) {
            return a.from < b.from;
        };
        std::stable_sort(m_found.charters.begin(), m_found.charters.end(), byFrom);
        std::stable_sort(m_found.policies.begin(), m_found.policies.end(), byFrom);
        std::stable_sort(m_found.values.begin(), m_found.values.end(),
            [](const ValuePoint &a, const ValuePoint &b) { return a.at < b.at; });
        std::stable_sort(m_found.events.begin(), m_found.events.end(),
            [](const PastEvent &a, const PastEvent &b) { return a.at < b.at; });
        return m_found;
    }

private:
    void keepDocument(const QByteArray &bytes)
    {
        if (const auto document = CoseSign::decode(bytes); document.ok())
            m_found.documents.insert(sha256(document->payload), bytes);
    }

    /// By any rules that were pinned here: the manufacturer's root may have changed since.
    template <typename Answer> std::optional<Answer> verified(const std::function<Result<Answer>(const Charter &)> &by)
    {
        for (const PinnedRules &rules : std::as_const(m_rules)) {
            if (const auto answer = by(rules.charter); answer.ok())
                return *answer;
        }
        return {};
    }

    void tell(qint64 at, const QString &what, const QString &log, const Proof &proof)
    {
        m_found.events.append({at, what, log, proof});
    }

    void takeStatement(const QByteArray &bytes)
    {
        const auto said
            = verified<Statement>([&](const Charter &charter) { return verifyStatement(bytes, {}, charter, m_lists); });
        const Proof proof{Proof::Kind::Statement, sha256(bytes), m_serial.text(), said ? said->at : 0};
        if (!said || said->serial != m_serial || m_statements.contains(proof.sha256))
            return;
        m_statements.insert(proof.sha256);
        const auto point = [&](const RulesVersion &held) {
            return RulesPoint{
                held.version, held.sha256, held.since > 0 ? held.since : said->at, said->at, held.since > 0, proof};
        };
        if (said->charter.version > 0)
            m_found.charters.append(point(said->charter));
        if (said->policy.version > 0)
            m_found.policies.append(point(said->policy));
        for (auto it = said->values.begin(); it != said->values.end(); ++it)
            m_found.values.append({it.key(), *it, said->at, false, proof});
        tell(said->at, QStringLiteral("statement"), m_serial.text(), proof);
    }

    void takeFile(const DocumentFile &file)
    {
        const auto content = DocumentContent::read(file.document);
        if (!content.ok())
            return;
        if (content->areRules())
            keepDocument(file.document.encode());
        for (const QByteArray &statement : file.statements)
            takeStatement(statement);
        const QByteArray payload = file.payloadSha256();
        const QList<PackSerial> named = content->packs();
        if (content->areRules() || named.contains(m_serial))
            tell(content->head().created, content->head().title, QStringLiteral("document"),
                {Proof::Kind::Document, payload, content->head().title, content->head().created});
        for (const QByteArray &bytes : file.receipts) {
            const auto receipt = verified<Receipt>([&](const Charter &charter) {
                return verifyReceipt(bytes, file.document, m_serial, charter, m_lists);
            });
            if (receipt)
                takeReceipt(*receipt, bytes, *content, payload);
        }
    }

    void takeReceipt(
        const Receipt &receipt, const QByteArray &bytes, const DocumentContent &content, const QByteArray &payload)
    {
        const Proof proof{Proof::Kind::Receipt, sha256(bytes), content.head().title, receipt.at};
        tell(receipt.at, content.head().title, m_serial.text(), proof);
        if (content.policy)
            m_found.policies.append({content.policy->policy.version, payload, receipt.at, receipt.at, true, proof});
        else if (content.charter) {
            m_found.charters.append({content.charter->charter.version, payload, receipt.at, receipt.at, true, proof});
            m_found.policies.append(
                {content.charter->policy.policy.version, payload, receipt.at, receipt.at, true, proof});
        } else if (receipt.policyVersion > 0)
            m_found.policies.append({receipt.policyVersion, {}, receipt.at, receipt.at, false, proof});
        const PackChanges *changes = content.request ? content.request->forPack(m_serial) : nullptr;
        for (const AppliedValue &applied : receipt.applied) {
            ValuePoint point{applied.parameter, {applied.value, applied.revision, {}, 0}, receipt.at, true, proof};
            if (content.request && content.request->periodEnd && changes) {
                // For a time: what stands below it is what the request started from, which the pack checked.
                point.value.overlay = applied.value;
                point.value.overlayEnds = *content.request->periodEnd;
                for (const ParameterChange &change : changes->changes) {
                    if (change.parameter == applied.parameter)
                        point.value.base = change.from;
                }
            }
            m_found.values.append(point);
        }
    }

    /// What this console did and saw; it is signed by no one else.
    void takeRecords()
    {
        for (const AuditRecord &record : m_ground.records) {
            const Proof proof{Proof::Kind::Record, record.hash, QString::number(record.seq), record.timeUs / 1'000'000};
            tell(proof.at, QStringLiteral("%1: %2").arg(record.action, record.outcome), QStringLiteral("audit"), proof);
            if (record.action != QLatin1String(auditaction::actOnPack)
                || record.outcome != QLatin1String(auditoutcome::done) || record.subject != m_serial.text())
                continue;
            const auto detail = cbor::decode(record.detail);
            const QString setting
                = detail.ok() ? detail->toMap().value(QLatin1String("setting")).toString() : QString();
            const auto parameter = ParameterId::parse(setting.section(u'=', 0, 0));
            const auto to = parseQuantity(setting.section(u'=', 1), true);
            if (parameter.ok() && to.ok())
                m_found.values.append({*parameter, {*to, -1, {}, 0}, proof.at, true, proof});
        }
    }

    const PackSerial m_serial;
    const AsOfGround &m_ground;
    const QList<PinnedRules> m_rules;
    const QList<CrlEntry> m_lists;
    QSet<QByteArray> m_statements;
    PackEvidence m_found;
};

} // namespace

AsOfGround AsOfGround::of(Workspace &workspace, const PackSerial &serial)
{
    AsOfGround ground;
    ground.sources = CertificateSources::of(workspace);
    ground.logId = workspace.audit().head().logId;
    ground.now = workspace.clock().now();
    if (!serial.isEmpty()) {
        AuditFilter filter;
        filter.pack = serial.text();
        ground.records = workspace.audit().page(filter, 0, recordsLookedAt);
        ground.words = pastwords::of(workspace.folder(), serial);
    }
    return ground;
}

PackEvidence evidenceOf(const PackSerial &serial, const AsOfGround &ground)
{
    return Gathering(serial, ground).all();
}

} // namespace packwarden
