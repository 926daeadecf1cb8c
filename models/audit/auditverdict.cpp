// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditverdict.h"

#include "models/audit/auditindex.h"
#include "models/audit/auditreader.h"
#include "models/audit/auditschema.h"
#include "models/core/base/merkle.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/checkpoint.h"
#include "models/support/database.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <optional>
#include <utility>

namespace packwarden {

namespace {

constexpr int progressEvery = 250;
constexpr int hashSize = merkle::hashSize;
constexpr int maxSteps = 5; ///< of nodes: over more records than any disk holds

/// After these a key is at hand, so a checkpoint follows.
bool isSigning(const AuditRowView &row)
{
    return row.text(AuditRowView::Outcome) == QByteArrayView(auditoutcome::done)
        && auditaction::usesKey(QUtf8StringView(row.text(AuditRowView::Action)));
}

} // namespace

QLatin1String flagName(AuditFlag::Kind kind)
{
    switch (kind) {
    case AuditFlag::Kind::Disputed:
        return QLatin1String("disputed");
    case AuditFlag::Kind::Conflict:
        return QLatin1String("conflict");
    case AuditFlag::Kind::CheckpointInvalid:
        return QLatin1String("checkpoint-invalid");
    case AuditFlag::Kind::CheckpointUntrusted:
        return QLatin1String("checkpoint-untrusted");
    case AuditFlag::Kind::CheckpointUnchecked:
        return QLatin1String("checkpoint-unchecked");
    case AuditFlag::Kind::CheckpointMissing:
        return QLatin1String("checkpoint-missing");
    }
    return {};
}

bool AuditVerdict::lacksCheckpoints() const
{
    return std::any_of(flags.begin(), flags.end(), [](const AuditFlag &flag) {
        return flag.kind == AuditFlag::Kind::CheckpointInvalid || flag.kind == AuditFlag::Kind::CheckpointMissing;
    });
}

bool AuditVerdict::isDisputed() const
{
    return std::any_of(
        flags.begin(), flags.end(), [](const AuditFlag &flag) { return flag.kind == AuditFlag::Kind::Disputed; });
}

AuditChain::AuditChain(const QByteArray &logId, const AuditProof &proof)
    : m_logId(logId)
    , m_hasher(logId)
    , m_proof(proof)
{
}

void AuditChain::fail(qint64 record, const char *what)
{
    m_verdict.problem = Error{Code::AuditDamaged, QLatin1String(what)};
    m_verdict.badRecord = record;
}

QByteArray AuditChain::lastHash() const
{
    return m_hashes.isEmpty() ? QByteArray(hashSize, '\0') : m_hashes.right(hashSize);
}

QByteArray AuditChain::hashAt(qint64 seq) const
{
    return seq < 1 || seq > m_verdict.checked ? QByteArray() : m_hashes.mid((seq - 1) * hashSize, hashSize);
}

bool AuditChain::take(const AuditRecord &record)
{
    const RecordBytes bytes(record);
    return take(bytes.view());
}

bool AuditChain::take(const AuditRowView &row)
{
    if (m_verdict.problem)
        return false;
    const qint64 due = m_verdict.checked + 1;
    static const QByteArray zeros(hashSize, '\0');
    const QByteArrayView last = m_hashes.isEmpty() ? QByteArrayView(zeros) : QByteArrayView(m_hashes).last(hashSize);
    if (row.seq != due)
        fail(due, "sequence");
    else if (!row.typed)
        fail(due, "hash");
    else if (row.prev != last)
        fail(due, "link");
    else if (row.hash != m_hasher.hash(row) || row.hash.size() != hashSize)
        fail(due, "hash");
    else {
        m_hashes.append(row.hash);
        m_verdict.checked = due;
        read(row);
    }
    return !m_verdict.problem;
}

void AuditChain::read(const AuditRowView &row)
{
    if (isSigning(row))
        m_lastSigning = row.seq;
    const QByteArrayView action = row.text(AuditRowView::Action);
    if (action == QByteArrayView(auditaction::signIn)) {
        if (const auto detail = cbor::decode(row.detail.toByteArray()); detail.ok())
            m_ownLeaves.insert(detail->toMap().value(QLatin1String("leaf")).toByteArray());
    } else if (action == QByteArrayView(auditaction::settleHead)) {
        if (const auto detail = cbor::decode(row.detail.toByteArray()); detail.ok())
            m_settled.insert(detail->toMap().value(QLatin1String("leaf")).toByteArray());
    } else if (action == QByteArrayView(auditaction::witnessHead)) {
        // Older stores kept them in another form: still records, but witnesses of nothing.
        if (const auto seen = SeenHead::fromDetail(row.detail.toByteArray()); seen.ok()) {
            if (seen->head.logId == m_logId)
                m_proof.heads.append(*seen);
            else
                m_ledger.add(*seen, row.seq);
        }
    }
}

void AuditChain::takeCheckpoint(qint64 seq, const QByteArray &signedBytes)
{
    m_checkpoints.append({seq, signedBytes});
}

void AuditChain::takeNode(int steps, qint64 at, const QByteArray &hash)
{
    m_nodes.insert({steps, at}, hash);
}

/// The tree over the records: are the nodes of it that are kept, and the roots that were signed, those of the records?
void AuditChain::weighTree()
{
    if (m_roots.isEmpty() && m_nodes.isEmpty())
        return;
    merkle::Growing tree;
    for (qint64 seq = 1; seq <= m_verdict.checked; ++seq) {
        tree.add(QByteArrayView(m_hashes).sliced((seq - 1) * hashSize, hashSize));
        for (int steps = 1; steps <= maxSteps; ++steps) {
            const QByteArray node = tree.completed(steps);
            if (node.isEmpty())
                break;
            // One that is missing is worked out when it is needed; one of another tree would prove what is not so.
            const auto kept = m_nodes.constFind({steps, (seq >> (steps * merkle::step)) - 1});
            if (kept != m_nodes.constEnd() && *kept == node)
                m_nodes.erase(kept);
        }
        if (const auto root = m_roots.constFind(seq); root != m_roots.constEnd() && *root != tree.root())
            m_verdict.flags.append({AuditFlag::Kind::CheckpointInvalid, seq, QStringLiteral("of another tree")});
    }
    if (!m_nodes.isEmpty())
        m_verdict.problem = Error{Code::AuditDamaged, QStringLiteral("tree")};
}

void AuditChain::contradict(qint64 count, const char *what)
{
    const bool beyond = count > m_verdict.checked;
    const qint64 record = beyond ? m_verdict.checked + 1 : count;
    // The first of several is what counts.
    if (!m_verdict.problem || record < m_verdict.badRecord)
        fail(record, beyond ? "sequence" : what);
}

void AuditChain::weigh(const SeenHead &claim)
{
    if (hashAt(claim.head.count) == claim.head.hash) {
        if (claim.proved())
            m_verdict.witnessed = std::max(m_verdict.witnessed, claim.head.count);
        const auto same
            = std::find_if(m_verdict.anchors.begin(), m_verdict.anchors.end(), [&](const AuditAnchor &anchor) {
                  return anchor.by == claim.by && anchor.carrier == claim.carrier && anchor.proved == claim.proved();
              });
        if (same == m_verdict.anchors.end())
            m_verdict.anchors.append({claim.head.count, claim.by, claim.carrier, claim.proved()});
        else
            same->count = std::max(same->count, claim.head.count);
    } else if (claim.proved() && m_ownLeaves.contains(claim.leafSha256) && !m_settled.contains(claim.leafSha256)) {
        contradict(claim.head.count, "anchor");
        const auto same = std::find_if(m_verdict.accusers.begin(), m_verdict.accusers.end(),
            [&](const AuditAccuser &each) { return each.leafSha256 == claim.leafSha256; });
        if (same == m_verdict.accusers.end())
            m_verdict.accusers.append({claim.by, claim.leafSha256, claim.head.count});
        else
            same->count = std::min(same->count, claim.head.count);
    } else {
        const AuditFlag flag{
            AuditFlag::Kind::Disputed, claim.head.count, QStringLiteral("%1 %2").arg(claim.carrier, claim.by)};
        if (!m_verdict.flags.contains(flag))
            m_verdict.flags.append(flag);
    }
}

void AuditChain::weighCheckpoint(qint64 seq, const QByteArray &signedBytes)
{
    const auto flag = [&](AuditFlag::Kind kind, const QString &detail) {
        m_verdict.flags.append({kind, seq, detail});
    };
    const auto opened = Checkpoint::open(signedBytes);
    if (!opened.ok())
        return flag(AuditFlag::Kind::CheckpointInvalid, codeName(opened.code()));
    if (opened->head.logId != m_logId || opened->head.count != seq)
        return flag(AuditFlag::Kind::CheckpointInvalid, QStringLiteral("of another head"));
    if (!opened->root.isEmpty())
        m_roots.insert(seq, opened->root);
    const QByteArray leaf = opened->carrier.leafSha256;
    bool trusted = m_ownLeaves.contains(leaf);
    bool covers = trusted;
    if (m_proof.judge) {
        const auto seen = m_proof.judge->inCarrier(signedBytes);
        trusted = seen.ok() && seen->proved();
        // A key that merely grew old since signed in its time.
        const auto certificate = Certificate::fromDer(opened->carrier.chain.constFirst());
        const bool grewOld = !trusted && seen.ok() && seen->problem->code == Code::CertificateExpired
            && certificate.ok() && opened->carrier.at <= certificate->notAfter;
        // Lists that are too old say nothing against a key: a newer list decides.
        const bool unchecked = !trusted && seen.ok() && seen->problem->code == Code::CrlStale;
        covers = covers || trusted || grewOld || unchecked;
        if (!trusted && !grewOld)
            flag(unchecked ? AuditFlag::Kind::CheckpointUnchecked : AuditFlag::Kind::CheckpointUntrusted,
                seen.ok() ? QStringLiteral("%1: %2").arg(seen->by, codeName(seen->problem->code))
                          : QString(codeName(seen.code())));
    }
    // One by a stranger takes the place of none.
    if (covers)
        m_lastCheckpoint = std::max(m_lastCheckpoint, seq);
    if (hashAt(seq) == opened->head.hash) {
        if (trusted)
            m_verdict.checkpointed = std::max(m_verdict.checkpointed, seq);
    } else if (trusted || m_ownLeaves.contains(leaf)) {
        contradict(seq, "checkpoint");
    } else {
        flag(AuditFlag::Kind::Disputed,
            QStringLiteral("%1 %2").arg(
                QLatin1String(headcarrier::checkpoint), QString::fromLatin1(leaf.left(8).toHex())));
    }
}

AuditVerdict AuditChain::finish()
{
    if (m_verdict.problem)
        return m_verdict;
    for (const auto &[seq, bytes] : std::as_const(m_checkpoints))
        weighCheckpoint(seq, bytes);
    for (const SeenHead &claim : std::as_const(m_proof.heads)) {
        if (claim.head.logId == m_logId && claim.head.count > 0)
            weigh(claim);
    }
    std::sort(m_verdict.anchors.begin(), m_verdict.anchors.end(),
        [](const AuditAnchor &a, const AuditAnchor &b) { return a.count > b.count; });
    if (m_lastSigning > m_lastCheckpoint)
        m_verdict.flags.append({AuditFlag::Kind::CheckpointMissing, m_lastSigning, {}});
    for (const HeadConflict &conflict : m_ledger.conflicts())
        m_verdict.flags.append({AuditFlag::Kind::Conflict, conflict.later,
            QStringLiteral("%1 %2 %3").arg(conflict.by, conflict.log).arg(conflict.earlier)});
    if (m_verdict.problem) {
        m_verdict.checked = m_verdict.badRecord - 1;
        m_verdict.witnessed = std::min(m_verdict.witnessed, m_verdict.checked);
        m_verdict.checkpointed = std::min(m_verdict.checkpointed, m_verdict.checked);
    } else {
        weighTree();
    }
    return m_verdict;
}

AuditVerdict verifyAudit(const QString &path, const AuditProof &proof, const AuditProgress &progress)
{
    AuditVerdict unread;
    const auto bad = [&unread](const QString &what, Code code = Code::AuditDamaged) {
        unread.problem = Error{code, what};
        return unread;
    };
    const auto database = Database::openToRead(path);
    if (!database.ok())
        return bad(QStringLiteral("unreadable"));
    // A lock of another program is no damage. What is read holds one of its own until the end.
    if (auto begun = (*database)->run(QStringLiteral("BEGIN")); !begun.ok())
        return bad(begun.error().detail, Code::FileUnreadable);
    if (const auto any = (*database)->value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
        !any.ok() && (*database)->trouble() == Database::Trouble::Busy)
        return bad(any.error().detail, Code::FileUnreadable);
    // A foreign table or view is not even asked.
    const QString fault = auditschema::fault(**database);
    const auto logId = auditschema::logId(**database);
    if (!logId.ok())
        return bad(fault.isEmpty() ? QStringLiteral("meta") : fault);
    const auto version = auditschema::versionOf(**database);
    if (!version.ok())
        return bad(fault.isEmpty() ? QStringLiteral("schema") : fault);
    const auto total = (*database)->value(QStringLiteral("SELECT count(*) FROM records"));
    AuditChain chain(*logId, proof);
    QSqlQuery checkpoints((*database)->handle());
    checkpoints.setForwardOnly(true);
    if (!total.ok() || !checkpoints.exec(QStringLiteral("SELECT seq, signed FROM checkpoints ORDER BY rowid")))
        return bad(QStringLiteral("unreadable"));
    while (checkpoints.next())
        chain.takeCheckpoint(checkpoints.value(0).toLongLong(), checkpoints.value(1).toByteArray());
    QSqlQuery nodes((*database)->handle());
    nodes.setForwardOnly(true);
    if (*version >= 2 && fault.isEmpty()) {
        if (!nodes.exec(QStringLiteral("SELECT steps, at, hash FROM nodes")))
            return bad(QStringLiteral("unreadable"));
        while (nodes.next())
            chain.takeNode(nodes.value(0).toInt(), nodes.value(1).toLongLong(), nodes.value(2).toByteArray());
    }
    auto reader = AuditReader::open(**database);
    if (!reader.ok())
        return bad(QStringLiteral("unreadable"));
    std::optional<auditindex::Check> index;
    if (*version >= 3 && fault.isEmpty()) {
        auto begun = auditindex::Check::begin(**database);
        if (!begun.ok())
            return bad(QStringLiteral("unreadable"));
        index.emplace(std::move(begun).value());
    }
    while (reader.value().next()) {
        const qint64 due = chain.soFar().checked + 1;
        if (!chain.take(reader.value().row()))
            return chain.soFar();
        if (index)
            index->take(reader.value().row());
        if (progress && due % progressEvery == 0 && !progress(due, total->toLongLong())) {
            unread = chain.soFar();
            unread.problem = Error{Code::Cancelled, {}};
            return unread;
        }
    }
    // The first record is the making of the store.
    if (total->toLongLong() == 0)
        chain.fail(1, "sequence");
    if (!reader.value().ended() || chain.soFar().checked != total->toLongLong())
        chain.fail(chain.soFar().checked + 1, "unreadable");
    AuditVerdict verdict = chain.finish();
    if (verdict.intact() && !fault.isEmpty())
        verdict.problem = Error{Code::AuditDamaged, fault};
    // The records are all there, and a filter would not show all of them.
    if (verdict.intact() && index && !index->isWhole())
        verdict.problem = Error{Code::AuditDamaged, QStringLiteral("index")};
    if (progress)
        progress(verdict.checked, verdict.checked);
    return verdict;
}

} // namespace packwarden
