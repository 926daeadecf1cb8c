// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/courier.h"

#include "models/audit/audithead.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/core/judge/intake.h"
#include "models/core/pack/statement.h"
#include "models/signoffs/documentfolder.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QTemporaryFile>

namespace packwarden {

namespace {

int kindOf(CourierLoad::Kind kind)
{
    switch (kind) {
    case CourierLoad::Kind::List:
        return documentkind::crl;
    case CourierLoad::Kind::Withdrawal:
        return documentkind::withdrawal;
    case CourierLoad::Kind::Lock:
        return documentkind::command;
    }
    Q_UNREACHABLE();
}

const char *actionOf(CourierLoad::Kind kind)
{
    switch (kind) {
    case CourierLoad::Kind::List:
        return auditaction::carryList;
    case CourierLoad::Kind::Withdrawal:
        return auditaction::carryWithdrawal;
    case CourierLoad::Kind::Lock:
        return auditaction::deliverRequest;
    }
    Q_UNREACHABLE();
}

QList<DocumentFile> filesOf(const Workspace &workspace)
{
    QList<DocumentFile> files;
    for (const QString &path : workspace.requestFiles()) {
        const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
        if (!bytes.ok())
            continue;
        if (auto decoded = DocumentFile::decode(*bytes); decoded.ok())
            files.append(std::move(decoded).value());
    }
    return files;
}

/// By the records of this console.
QSet<QByteArray> broughtTo(const PackSerial &serial, const AuditStore &audit)
{
    constexpr int recordsLookedAt = 1000;
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::carryWithdrawal);
    filter.outcome = QLatin1String(auditoutcome::done);
    filter.pack = serial.text();
    QSet<QByteArray> brought;
    for (const AuditRecord &record : audit.page(filter, 0, recordsLookedAt)) {
        const auto detail = cbor::decode(record.detail);
        if (detail.ok() && detail->toMap().value(QLatin1String("pack")).toString() == serial.text())
            brought.insert(detail->toMap().value(QLatin1String("document")).toByteArray());
    }
    return brought;
}

} // namespace

Courier::Courier(Workspace &workspace, PackLink &link, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_link(link)
{
    connect(&link, &PackLink::answered, this, &Courier::onAnswer);
    connect(&link, &PackLink::delivered, this, &Courier::onDelivered);
    connect(&link, &PackLink::documentsRead, this, &Courier::onReceipts);
    connect(&link, &PackLink::acted, this, &Courier::onStatement);
}

void Courier::visit(const QString &serial)
{
    m_waiting.enqueue(serial);
    if (m_serial.isEmpty())
        next();
}

void Courier::next()
{
    m_serial = m_waiting.isEmpty() ? QString() : m_waiting.dequeue();
    if (m_serial.isEmpty())
        return;
    const auto serial = PackSerial::parse(m_serial);
    if (!serial.ok() || m_workspace.trust().isEmpty())
        return end(serial.ok() ? Result<>(Code::UnknownIssuer, {}) : Result<>(serial.error()));
    m_visit = {};
    m_visit.serial = *serial;
    ask(PackQuestion::Knowledge);
}

void Courier::end(const Result<> &result)
{
    const QString serial = std::exchange(m_serial, {});
    ++m_id; // answers that are still on their way are nobody's
    m_loads.clear();
    Q_EMIT visited(serial, result);
    if (m_serial.isEmpty())
        next();
}

void Courier::ask(PackQuestion question)
{
    QMetaObject::invokeMethod(
        &m_link, [link = &m_link, serial = m_serial, question, id = ++m_id] { link->ask(serial, question, id); },
        Qt::QueuedConnection);
}

void Courier::onAnswer(const PackAnswer &answer, quint64 id)
{
    if (id != m_id || m_serial.isEmpty())
        return;
    if (!answer.ok())
        return end(answer.error);
    if (const auto *knowledge = answer.as<PackKnowledge>()) {
        m_visit.knowledge = *knowledge;
        Q_EMIT knowledgeHeard(m_serial, *knowledge);
        ask(PackQuestion::Lock);
    } else if (const auto *lock = answer.as<LockInfo>()) {
        m_visit.lock = *lock;
        m_visit.brought = broughtTo(m_visit.serial, m_workspace.audit());
        for (const CourierLoad &load :
            courierLoads(m_visit, filesOf(m_workspace), m_workspace.trust().snapshot(), m_workspace.clock().now()))
            m_loads.enqueue(load);
        deliverNext();
    } else if (const auto *heads = answer.as<QList<WitnessedHead>>()) {
        const auto seen
            = m_workspace.audit().witness(m_workspace.session().actor(), HeadJudge::onPack(m_visit.serial, *heads));
        if (!seen.ok())
            return end(seen.error());
        takeAlong();
    }
}

void Courier::deliverNext()
{
    if (m_loads.isEmpty())
        return ask(PackQuestion::Heads);
    m_recordId = randomBytes(8);
    const CourierLoad load = m_loads.constFirst();
    if (auto begun = record(load, QLatin1String(auditoutcome::begun), {}); !begun.ok())
        return end(begun);
    QMetaObject::invokeMethod(
        &m_link,
        [link = &m_link, serial = m_serial, load, id = ++m_id] {
            link->deliver(serial, kindOf(load.kind), load.bytes, id);
        },
        Qt::QueuedConnection);
}

void Courier::onDelivered(const DeliveryResult &result, quint64 id)
{
    if (id != m_id || m_serial.isEmpty())
        return;
    const CourierLoad load = m_loads.dequeue();
    Result<> outcome = result.applied ? Result<>::success() : Result<>(result.error);
    if (result.applied && load.kind == CourierLoad::Kind::List)
        outcome = rememberList(load.bytes);
    else if (result.applied && !result.receipt.isEmpty())
        outcome = keepReceipts({result.receipt});
    const QString word = outcome.ok() ? QString(QLatin1String(auditoutcome::done)) : codeName(outcome.code());
    const auto recorded = record(load, word, outcome.ok() ? QString() : outcome.error().detail);
    Q_EMIT carried(m_serial, load.kind, recorded.ok() ? outcome : recorded);
    if (!recorded.ok())
        return end(recorded);
    deliverNext();
}

void Courier::takeAlong()
{
    // Receipts are of use to documents that are here; without any, the pack is not asked for its whole list.
    if (!m_workspace.requestFiles().isEmpty()) {
        QMetaObject::invokeMethod(
            &m_link,
            [link = &m_link, serial = m_serial, id = ++m_id] {
                link->readDocuments(serial, documentkind::receipt, id);
            },
            Qt::QueuedConnection);
        return;
    }
    onReceipts({m_visit.serial, documentkind::receipt, {}, {}, true}, m_id);
}

void Courier::onReceipts(const PackDocuments &documents, quint64 id)
{
    if (id != m_id || m_serial.isEmpty())
        return;
    if (!documents.ok)
        return end(documents.error);
    if (auto kept = keepReceipts(documents.list); !kept.ok())
        return end(kept);
    m_nonce = randomBytes(32);
    QMetaObject::invokeMethod(
        &m_link,
        [link = &m_link, serial = m_serial, nonce = m_nonce, id = ++m_id] { link->statement(serial, nonce, id); },
        Qt::QueuedConnection);
}

void Courier::onStatement(const ActionResult &result, quint64 id)
{
    if (id != m_id || m_serial.isEmpty())
        return;
    if (!result.done)
        return end(result.error);
    // Over this nonce: an older word of the pack is none.
    TrustBook &trust = m_workspace.trust();
    const auto statement = verifyStatement(
        result.data, m_nonce, trust.charter(), trust.snapshot().listsFor(m_visit.serial, m_workspace.clock().now()));
    if (!statement.ok())
        return end(statement.error());
    // It names the head of the pack's own log, to which the pack is held from now on.
    AuditStore &audit = m_workspace.audit();
    if (const auto head = m_workspace.headJudge().inCarrier(result.data); head.ok() && !audit.isReadOnly()) {
        const auto seen = audit.witness(m_workspace.session().actor(), {*head});
        if (!seen.ok())
            return end(seen.error());
        if (head->proved() && !seen->conflicts.isEmpty())
            return end(trust.contradict(
                m_visit.serial, {Contradiction::Kind::Log, {}, QString::number(statement->logCount), 0}));
    }
    end(trust.learnStatement(result.data, m_nonce));
}

/// The rehearsal here is to know what the pack knows now.
Result<> Courier::rememberList(const QByteArray &list)
{
    TrustBook &trust = m_workspace.trust();
    const auto known = trust.snapshot().stateOf(m_visit.serial, m_workspace.clock().now());
    if (!known.ok())
        return known.error();
    const auto lists = takeCrl(list, *known);
    // One that the pack had lost is known here already.
    if (!lists.ok())
        return Result<>::success();
    PackRules rules = trust.pack(m_visit.serial)->rules;
    rules.crls.clear();
    for (const CrlEntry &entry : *lists)
        rules.crls.append(encodeCrlEntry(entry));
    return trust.learn(rules);
}

/// Each as a copy of its document that comes in by the door that all files come in by.
Result<> Courier::keepReceipts(const QList<QByteArray> &receipts)
{
    const auto gained = courierReceipts(m_visit.serial, receipts, filesOf(m_workspace), m_workspace.trust().snapshot());
    for (const DocumentFile &file : gained) {
        QTemporaryFile copy;
        const QByteArray bytes = file.encode();
        if (!copy.open() || copy.write(bytes) != bytes.size() || !copy.flush())
            return {Code::FileUnwritable, copy.errorString()};
        if (auto taken = importDocument(m_workspace, copy.fileName()); !taken.ok())
            return taken.error();
    }
    return Result<>::success();
}

Result<> Courier::record(const CourierLoad &load, const QString &outcome, const QString &detail)
{
    QCborMap more{{QLatin1String("id"), m_recordId}, {QLatin1String("pack"), m_serial},
        {QLatin1String("document"), sha256(load.bytes)}};
    if (!detail.isEmpty())
        more.insert(QLatin1String("detail"), detail);
    const auto done = m_workspace.audit().append(
        m_workspace.session().actor(), {QLatin1String(actionOf(load.kind)), m_serial, outcome, more});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

} // namespace packwarden
