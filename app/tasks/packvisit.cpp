// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/packvisit.h"

#include "app/tasks/statementdesk.h"
#include "models/audit/audithead.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/filebounds.h"
#include "models/signoffs/documentfolder.h"
#include "models/signoffs/receiptbook.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <utility>

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

QList<DocumentFile> filesOf(const Workspace &workspace)
{
    QList<DocumentFile> files;
    for (const QString &path : workspace.requestFiles()) {
        if (auto decoded = DocumentFile::read(path); decoded.ok())
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

PackVisit::PackVisit(
    Workspace &workspace, PackRequests &requests, StatementDesk &statements, const QString &serial, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_requests(requests)
    , m_statements(statements)
    , m_serial(serial)
    , m_carrier(workspace, requests)
{
    connect(&m_carrier, &Carrier::carried, this, &PackVisit::onCarried);
    connect(&m_carrier, &Carrier::finished, this, [this] { ask(PackQuestion::Heads); });
}

void PackVisit::start(const HeardBefore &heard)
{
    const auto serial = PackSerial::parse(m_serial);
    if (!serial.ok() || m_workspace.trust().isEmpty())
        return end(serial.ok() ? Result<>(Code::UnknownIssuer, {}) : Result<>(serial.error()));
    m_visit.serial = *serial;
    m_needsStatement = !heard.signedItsState;
    if (!heard.knowledge)
        return ask(PackQuestion::Knowledge);
    m_visit.knowledge = *heard.knowledge;
    ask(PackQuestion::Lock);
}

void PackVisit::end(const Result<> &result)
{
    if (std::exchange(m_isOver, true))
        return;
    m_loads.clear();
    m_carrier.stop();
    Q_EMIT ended(result);
}

void PackVisit::ask(PackQuestion question)
{
    whenDone(this, m_requests.ask(m_serial, question), [this](const PackAnswer &answer) { onAnswer(answer); });
}

void PackVisit::onAnswer(const PackAnswer &answer)
{
    if (m_isOver)
        return;
    if (!answer.ok())
        return end(answer.error);
    if (const auto *knowledge = answer.as<PackKnowledge>()) {
        m_visit.knowledge = *knowledge;
        Q_EMIT knowledgeHeard(*knowledge);
        ask(PackQuestion::Lock);
    } else if (const auto *lock = answer.as<LockInfo>()) {
        m_visit.lock = *lock;
        m_visit.brought = broughtTo(m_visit.serial, m_workspace.audit());
        for (const CourierLoad &load :
            courierLoads(m_visit, filesOf(m_workspace), m_workspace.trust().snapshot(), m_workspace.clock().now()))
            m_loads.append(load);
        QList<Load> loads;
        for (const CourierLoad &load : std::as_const(m_loads))
            loads.append({m_visit.serial, kindOf(load.kind), load.bytes});
        m_needsStatement = m_needsStatement || !loads.isEmpty();
        m_carrier.start(loads);
    } else if (const auto *heads = answer.as<QList<WitnessedHead>>()) {
        const auto seen
            = m_workspace.audit().witness(m_workspace.session().actor(), HeadJudge::onPack(m_visit.serial, *heads));
        if (!seen.ok())
            return end(seen.error());
        takeAlong();
    }
}

void PackVisit::onCarried(int index, const Result<> &result, const QByteArray &receipt)
{
    const CourierLoad load = m_loads.at(index);
    Result<> outcome = result;
    if (outcome.ok() && load.kind == CourierLoad::Kind::List)
        outcome = rememberList(m_workspace, m_visit.serial, load.bytes);
    else if (outcome.ok() && !receipt.isEmpty())
        outcome = keepReceipts({receipt});
    Q_EMIT carried(load.kind, outcome);
    // What cannot be recorded here is not done here.
    if (!outcome.ok() && (outcome.code() == Code::AuditUnwritable || outcome.code() == Code::AuditDamaged))
        end(outcome);
}

void PackVisit::takeAlong()
{
    // Receipts are of use to documents that are here; without any, the pack is not asked for its whole list.
    if (m_workspace.requestFiles().isEmpty())
        return askForStatement();
    whenDone(this, m_requests.readDocuments(m_serial, documentkind::receipt), [this](const PackDocuments &documents) {
        if (!documents.ok)
            return end(documents.error);
        if (auto kept = keepReceipts(documents.list); !kept.ok())
            return end(kept);
        askForStatement();
    });
}

void PackVisit::askForStatement()
{
    if (!m_needsStatement)
        return end(Result<>::success());
    whenDone(this, m_statements.ask(m_serial), [this](const Result<SignedStatement> &statement) {
        end(statement.ok() ? Result<>::success() : Result<>(statement.error()));
    });
}

/// Each as a copy of its document that comes in by the door that all files come in by.
Result<> PackVisit::keepReceipts(const QList<QByteArray> &receipts)
{
    QList<DocumentFile> files = filesOf(m_workspace);
    ReceiptBook book(m_workspace);
    // Those that are kept already and have no place in the file of a large fleet.
    files.removeIf([&](const DocumentFile &file) {
        return file.receipts.size() >= filebounds::maxWords
            && receipts.contains(book.find(file.payloadSha256(), m_visit.serial));
    });
    for (const DocumentFile &file : courierReceipts(m_visit.serial, receipts, files, m_workspace.trust().snapshot())) {
        for (const QByteArray &receipt : receipts) {
            if (!file.receipts.contains(receipt))
                continue;
            if (auto kept = book.keep(file.payloadSha256(), {{m_visit.serial, receipt}}, false); !kept.ok())
                return kept;
        }
        if (file.receipts.size() > filebounds::maxWords)
            continue;
        if (auto taken = importDocument(m_workspace, file.encode()); !taken.ok())
            return taken.error();
    }
    return Result<>::success();
}

} // namespace packwarden
