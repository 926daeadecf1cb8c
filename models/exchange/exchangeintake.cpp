// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangeintake.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/digest.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/filebounds.h"
#include "models/core/judge/verifier.h"
#include "models/core/pack/statement.h"
#include "models/keys/listintake.h"
#include "models/signoffs/documentfolder.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFile>
#include <QSettings>
#include <QUuid>

namespace packwarden {

namespace {

/// What a statement says, before anybody judged it.
Result<Statement> contentOf(const QByteArray &bytes)
{
    const auto document = CoseSign1::decode(bytes);
    return document.ok() ? Statement::decode(document->payload) : Result<Statement>(document.error());
}

/// Read again only where it moved.
std::optional<ExchangeIntake::Held> find(
    const std::optional<ExchangeIntake::Held> &last, RequestIndex &documents, const QByteArray &id)
{
    if (last && QFile::exists(last->path))
        return last;
    const QString path = documents.find(id);
    const auto file = DocumentFile::read(path);
    if (!file.ok())
        return std::nullopt;
    return ExchangeIntake::Held{path, file->document, file->payloadSha256(), file->receipts.size()};
}

QString outcomeOf(const std::optional<Error> &problem)
{
    return problem ? QString(codeName(problem->code)) : QString(QLatin1String(auditoutcome::done));
}

} // namespace

void ExchangeIntake::Fetched::addDocument(const QString &path)
{
    if (m_paths.contains(path))
        return;
    m_paths.insert(path);
    documents.append(path);
}

bool endsVisit(Code code)
{
    return code == Code::ExchangeUnavailable || code == Code::ExchangeRefused || code == Code::AuditUnwritable
        || code == Code::FileUnwritable;
}

ExchangeIntake::ExchangeIntake(const ExchangeAddress &address, Workspace &workspace)
    : m_address(address.text())
    , m_group(QString::fromLatin1(sha256(m_address.toUtf8()).toHex().left(16)))
    , m_packs(std::make_unique<PackRegister>(workspace.folder() + QStringLiteral("/register.db")))
    , m_documents(std::make_shared<RequestIndex>(
          workspace.requestsFolder(), [](const DocumentFile &file) { return ExchangeRows::of(file).id(); }))
    , m_receipts(std::make_shared<ReceiptBook>(workspace))
    , m_workspace(workspace)
{
    readRecords();
}

ExchangeIntake::~ExchangeIntake() = default;

void ExchangeIntake::belongTo(const QString &exchange)
{
    m_packs->belongTo(exchange);
    m_receipts->belongTo(exchange);
}

QString ExchangeIntake::fileName() const
{
    return m_workspace.folder() + QStringLiteral("/exchange.ini");
}

Result<> ExchangeIntake::record(const char *action, const QString &subject, const QString &outcome) const
{
    const auto done = m_workspace.audit().append(m_workspace.session().actor(),
        {QLatin1String(action), subject, outcome, {{QLatin1String("exchange"), m_address}}});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

ExchangeCursor ExchangeIntake::lastTime() const
{
    const QSettings settings(fileName(), QSettings::IniFormat);
    return ExchangeCursor::parse(settings.value(m_group + QStringLiteral("/read")).toString());
}

Result<> ExchangeIntake::remember(const ExchangeCursor &cursor)
{
    QSettings settings(fileName(), QSettings::IniFormat);
    settings.setValue(m_group + QStringLiteral("/read"), cursor.text());
    settings.setValue(m_group + QStringLiteral("/records"), m_workspace.audit().head().count);
    settings.sync();
    m_recorded.clear();
    return settings.status() == QSettings::NoError ? Result<>::success()
                                                   : Result<>(Code::FileUnwritable, settings.fileName());
}

/// What was recorded after the last remember(), by a program that ended before the next one.
void ExchangeIntake::readRecords()
{
    const QSettings settings(fileName(), QSettings::IniFormat);
    const qint64 until = settings.value(m_group + QStringLiteral("/records")).toLongLong();
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::fetch);
    for (const AuditRecord &record : m_workspace.audit().page(filter, 0, Exchange::maxWords)) {
        const auto detail = cbor::decode(record.detail);
        if (record.seq > until && detail.ok()
            && detail->toMap().value(QLatin1String("exchange")).toString() == m_address)
            m_recorded.insert(record.subject + u' ' + record.outcome);
    }
}

ExchangeIntake::Arrival ExchangeIntake::Arrival::of(
    const QByteArray &id, const Result<QList<DocumentFile>> &files, int leftOut)
{
    Arrival arrival;
    arrival.id = id;
    arrival.leftOut = leftOut;
    if (!files.ok()) {
        arrival.subject = QString::fromLatin1(id.toHex());
        arrival.problem = files.error();
        return arrival;
    }
    arrival.subject = files->constFirst().fingerprint();
    for (const DocumentFile &file : *files)
        arrival.files.append(file.encode());
    if (arrival.files.size() == 1)
        arrival.whole = QString::fromLatin1(sha256(arrival.files.constFirst()).toHex());
    return arrival;
}

Result<SignoffReading> ExchangeIntake::Arrival::read(const SignoffGround &ground) const
{
    return signoffreading::readImport(files.constFirst(), ground);
}

SignoffGround ExchangeIntake::ground() const
{
    return SignoffGround::of(m_workspace, m_receipts);
}

Result<> ExchangeIntake::keepNext(Arrival &arrival, const Result<SignoffReading> &reading) const
{
    arrival.files.removeFirst();
    const auto kept = keepImport(m_workspace, reading);
    if (kept.ok()) {
        arrival.path = *kept;
        arrival.isMore = arrival.isMore || reading->path.isEmpty() || reading->isMore;
        return Result<>::success();
    }
    arrival.problem = kept.error();
    return endsVisit(kept.code()) ? Result<>(kept.error()) : Result<>::success();
}

Result<> ExchangeIntake::finish(const Arrival &arrival, Fetched &fetched)
{
    const QString name = QString::fromLatin1(arrival.id.toHex());
    fetched.leftOut += arrival.leftOut;
    if (arrival.problem && endsVisit(arrival.problem->code))
        return *arrival.problem;
    if (arrival.problem) {
        fetched.refused.append({name, *arrival.problem});
    } else {
        fetched.addDocument(arrival.path);
        m_taken.append({arrival.path, name, arrival.whole});
    }
    const QString outcome = outcomeOf(arrival.problem);
    const QString key = arrival.subject + u' ' + outcome;
    if (!arrival.isMore && m_recorded.contains(key))
        return Result<>::success();
    auto recorded = record(auditaction::fetch, arrival.subject, outcome);
    if (recorded.ok())
        m_recorded.insert(key);
    return recorded;
}

Result<> ExchangeIntake::takeDocument(Arrival arrival, Fetched &fetched)
{
    while (!arrival.files.isEmpty()) {
        if (auto kept = keepNext(arrival, arrival.read(ground())); !kept.ok())
            return kept;
    }
    return finish(arrival, fetched);
}

QList<SharedFile> ExchangeIntake::asHeld(const QList<SharedFile> &taken)
{
    QList<SharedFile> held = taken;
    for (SharedFile &file : held) {
        const auto whole = wholefile::read(file.path, DocumentFile::maxBytes);
        // What was here already and is not there goes there: changed() says so by another hash.
        if (!whole.ok() || file.whole != QString::fromLatin1(sha256(*whole).toHex()))
            file.whole.clear();
    }
    return held;
}

/// By the bytes that are there: who adds a signature meanwhile loses nothing.
Result<> ExchangeIntake::addToFile(Held &held, const QList<QByteArray> &receipts)
{
    if (held.receipts >= filebounds::maxWords)
        return Result<>::success();
    // What was added here and is not there yet still is to go there afterwards.
    const bool isShared = changed({SharedFile::read(held.path)}).isEmpty();
    const auto bytes = wholefile::read(held.path, DocumentFile::maxBytes);
    auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
    if (!file.ok() || file->payloadSha256() != held.payload)
        return Result<>::success(); // it was taken away
    for (const QByteArray &receipt : receipts) {
        if (file->receipts.size() < filebounds::maxWords && !file->receipts.contains(receipt))
            file->receipts.append(receipt);
    }
    held.receipts = file->receipts.size();
    const QByteArray more = file->encode();
    if (more == *bytes || more.size() > DocumentFile::maxBytes)
        return Result<>::success();
    if (auto written = wholefile::write(held.path, more); !written.ok())
        return written;
    if (isShared)
        noteShared({SharedFile::read(held.path)});
    return Result<>::success();
}

std::optional<ExchangeIntake::Held> ExchangeIntake::lastHeld(const QByteArray &id) const
{
    const auto held = m_held.constFind(id);
    return held == m_held.constEnd() ? std::nullopt : std::optional(*held);
}

ExchangeIntake::ReceiptGround ExchangeIntake::receiptGround(const QByteArray &id) const
{
    return {id, lastHeld(id), m_documents, m_receipts, m_workspace.trust().snapshot(), m_workspace.headJudge(),
        m_workspace.clock().now(), !m_workspace.trust().isEmpty()};
}

ExchangeIntake::JudgedReceipts ExchangeIntake::judge(const QList<PackReceipt> &given, const ReceiptGround &ground)
{
    JudgedReceipts judged;
    judged.held = find(ground.held, *ground.documents, ground.id);
    if (!judged.held) {
        judged.leftOut = int(given.size());
        return judged;
    }
    const TrustSnapshot &trust = ground.trust;
    QStringList serials;
    for (const PackReceipt &each : given)
        serials.append(each.serial);
    serials.removeDuplicates();
    const auto known = ground.book->find(judged.held->payload, serials);
    QList<CrlEntry> newest;
    for (const PackReceipt &each : given) {
        const auto serial = PackSerial::parse(each.serial);
        if (!serial.ok() || known.value(*serial) == each.receipt)
            continue;
        // A pack that is not known here holds the newest lists for all that is known.
        const bool isKnown = trust.packs.contains(*serial);
        if (ground.canJudge && !isKnown && newest.isEmpty())
            newest = trust.newestLists(ground.now);
        if (ground.canJudge
            && !verifyReceipt(each.receipt, judged.held->document, *serial, trust.pinned.charter,
                isKnown ? trust.crlsOf(*serial) : newest)
                    .ok()) {
            ++judged.leftOut;
            continue;
        }
        judged.fresh.append(each.receipt);
        if (!ground.canJudge)
            continue;
        judged.lines.append({*serial, each.receipt});
        if (const auto head = ground.heads.inCarrier(each.receipt); head.ok() && head->proved())
            judged.heads.append(*head);
    }
    return judged;
}

Result<> ExchangeIntake::keepReceipts(const QByteArray &id, const JudgedReceipts &judged, Fetched &fetched)
{
    fetched.leftOut += judged.leftOut;
    if (!judged.held)
        return Result<>::success();
    Held &held = *m_held.insert(id, *judged.held);
    if (judged.fresh.isEmpty())
        return Result<>::success();
    if (!m_workspace.audit().isReadOnly()) {
        if (const auto seen = m_workspace.audit().witness(m_workspace.session().actor(), judged.heads); !seen.ok())
            return seen.error();
    }
    if (auto kept = m_receipts->keep(held.payload, judged.lines, true); !kept.ok())
        return kept;
    if (auto added = addToFile(held, judged.fresh); !added.ok())
        return added;
    fetched.receipts += int(judged.fresh.size());
    fetched.addDocument(held.path);
    return record(auditaction::fetch, fingerprintText(held.payload), QLatin1String(auditoutcome::done));
}

Result<> ExchangeIntake::takeReceipts(const QByteArray &id, const Result<QList<PackReceipt>> &given, Fetched &fetched)
{
    if (!given.ok() && endsVisit(given.code()))
        return given.error();
    if (given.ok())
        return keepReceipts(id, judge(*given, receiptGround(id)), fetched);
    ++fetched.leftOut;
    return Result<>::success();
}

ExchangeIntake::Receipts ExchangeIntake::receiptsToGive()
{
    // Most often there are none, and then no file is looked for.
    if (!m_receipts->hasUntold())
        return {};
    QSettings settings(fileName(), QSettings::IniFormat);
    settings.beginGroup(m_group + QStringLiteral("/shared"));
    for (const QString &name : settings.childKeys()) {
        const QByteArray id = QByteArray::fromHex(name.toLatin1());
        const auto held = find(lastHeld(id), *m_documents, id);
        if (!held)
            continue;
        m_held.insert(id, *held);
        Receipts receipts{id, held->payload, {}};
        for (const ReceiptBook::Line &line : m_receipts->untold(held->payload, Exchange::maxWords))
            receipts.list.append({line.serial.text(), line.receipt});
        if (!receipts.list.isEmpty())
            return receipts;
    }
    return {};
}

void ExchangeIntake::noteGiven(const Receipts &receipts)
{
    QList<ReceiptBook::Line> lines;
    for (const PackReceipt &each : receipts.list)
        lines.append({PackSerial::fromTrusted(each.serial), each.receipt});
    (void)m_receipts->keep(receipts.payload, lines, true);
}

Result<> ExchangeIntake::takeList(const Result<QByteArray> &entry, Fetched &fetched)
{
    if (!entry.ok() && endsVisit(entry.code()))
        return entry.error();
    const auto list = entry.ok() ? decodeCrlEntry(*entry) : Result<CrlEntry>(entry.error());
    if (!list.ok()) {
        ++fetched.leftOut;
        return Result<>::success();
    }
    const QString name = QStringLiteral("list %1").arg(list->crl.number);
    // Each is recorded there.
    const auto taken = listintake::take(m_workspace, list->crl, name);
    if (!taken.ok() && endsVisit(taken.code()))
        return taken.error();
    if (!taken.ok() && taken.code() != Code::VersionRollback)
        fetched.refused.append({name, taken.error()});
    if (taken.ok())
        fetched.lists.append(taken->issuer);
    return Result<>::success();
}

Result<> ExchangeIntake::takeWords(const PackSerial &serial, const QList<PackWord> &words, Fetched &fetched)
{
    TrustBook &trust = m_workspace.trust();
    for (const PackWord &word : words) {
        const auto content = contentOf(word.statement);
        if (!content.ok() || content->serial != serial || content->logCount != word.counter) {
            ++fetched.leftOut;
            continue;
        }
        const auto known = trust.pack(serial);
        const auto held = known ? known->lastWord() : std::nullopt;
        const bool isHeld = known && known->statement == word.statement;
        if (held && !isHeld && held->logCount > content->logCount)
            return Result<>::success(); // and so are all that follow
        if (!isHeld) {
            const auto learnt = trust.learnStatement(word.statement);
            if (!learnt.ok() && endsVisit(learnt.code()))
                return learnt;
            if (!learnt.ok()) {
                ++fetched.leftOut;
                continue;
            }
            ++fetched.packs;
        }
        return m_packs->keep(serial, {word.counter, word.by, word.seen});
    }
    return Result<>::success();
}

std::optional<PackWord> ExchangeIntake::wordOf(const PackSerial &serial, bool isFresh) const
{
    const auto known = m_workspace.trust().pack(serial);
    const auto said = known && known->contradictions.isEmpty() ? known->lastWord() : std::nullopt;
    if (!said)
        return std::nullopt;
    const auto told = m_packs->find(serial);
    if (told && (told->counter > said->logCount || (told->counter == said->logCount && !isFresh)))
        return std::nullopt;
    return PackWord{serial.text(), known->statement, said->logCount, {}, 0};
}

void ExchangeIntake::noteTold(const PackWord &word)
{
    if (const auto serial = PackSerial::parse(word.serial); serial.ok())
        (void)m_packs->keep(*serial, {word.counter, word.by, word.seen});
}

QString ExchangeIntake::holder() const
{
    const QString key = QStringLiteral("use/holder");
    QSettings settings(fileName(), QSettings::IniFormat);
    if (!settings.contains(key))
        settings.setValue(key, QUuid::createUuid().toString(QUuid::WithoutBraces));
    return settings.value(key).toString();
}

Result<> ExchangeIntake::recordPublished(const QString &subject, const Result<> &outcome)
{
    return record(
        auditaction::publish, subject, outcome.ok() ? QLatin1String(auditoutcome::done) : codeName(outcome.code()));
}

void ExchangeIntake::noteShared(const QList<SharedFile> &files)
{
    QSettings settings(fileName(), QSettings::IniFormat);
    for (const SharedFile &file : files) {
        if (!file.id.isEmpty())
            settings.setValue(QStringLiteral("%1/shared/%2").arg(m_group, file.id), file.whole);
    }
}

bool ExchangeIntake::hasShared() const
{
    QSettings settings(fileName(), QSettings::IniFormat);
    settings.beginGroup(m_group + QStringLiteral("/shared"));
    return !settings.childKeys().isEmpty();
}

QStringList ExchangeIntake::changed(const QList<SharedFile> &files) const
{
    QSettings settings(fileName(), QSettings::IniFormat);
    settings.beginGroup(m_group + QStringLiteral("/shared"));
    QStringList found;
    for (const SharedFile &file : files) {
        if (!file.id.isEmpty() && settings.contains(file.id) && settings.value(file.id).toString() != file.whole)
            found.append(file.path);
    }
    return found;
}

} // namespace packwarden
