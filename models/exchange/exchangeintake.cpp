// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangeintake.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/digest.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/filebounds.h"
#include "models/core/judge/verifier.h"
#include "models/core/pack/statement.h"
#include "models/keys/listintake.h"
#include "models/signoffs/documentfolder.h"
#include "models/signoffs/receiptbook.h"
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

} // namespace

bool endsVisit(Code code)
{
    return code == Code::ExchangeUnavailable || code == Code::ExchangeRefused || code == Code::AuditUnwritable
        || code == Code::FileUnwritable;
}

ExchangeIntake::ExchangeIntake(const ExchangeAddress &address, Workspace &workspace)
    : m_address(address.text())
    , m_group(QString::fromLatin1(sha256(m_address.toUtf8()).toHex().left(16)))
    , m_packs(std::make_unique<PackRegister>(workspace.folder() + QStringLiteral("/register.db")))
    , m_documents(workspace.requestsFolder(), [](const DocumentFile &file) { return ExchangeRows::of(file).id(); })
    , m_receipts(std::make_unique<ReceiptBook>(workspace))
    , m_workspace(workspace)
{
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
    settings.sync();
    return settings.status() == QSettings::NoError ? Result<>::success()
                                                   : Result<>(Code::FileUnwritable, settings.fileName());
}

Result<> ExchangeIntake::takeDocument(
    const QByteArray &id, const Result<QList<DocumentFile>> &files, int leftOut, Fetched &fetched)
{
    const QString name = QString::fromLatin1(id.toHex());
    fetched.leftOut += leftOut;
    if (!files.ok() && endsVisit(files.code()))
        return files.error();
    Result<> taken = files.ok() ? Result<>::success() : Result<>(files.error());
    QString path;
    if (files.ok()) {
        for (const DocumentFile &file : *files) {
            const auto imported = importDocument(m_workspace, file.encode());
            if (imported.ok())
                path = *imported;
            else
                taken = imported.error();
        }
    }
    if (!taken.ok() && endsVisit(taken.code()))
        return taken;
    if (!taken.ok())
        fetched.refused.append({name, taken.error()});
    else if (!fetched.documents.contains(path))
        fetched.documents.append(path);
    if (taken.ok()) {
        QSettings settings(fileName(), QSettings::IniFormat);
        const auto whole = wholefile::read(path, DocumentFile::maxBytes);
        const bool isAll = whole.ok() && files->size() == 1 && files->constFirst().encode() == *whole;
        // What was here already and is not there goes there: changed() says so by another hash.
        settings.setValue(QStringLiteral("%1/shared/%2").arg(m_group, name),
            isAll ? QString::fromLatin1(sha256(*whole).toHex()) : QString());
    }
    return record(auditaction::fetch, files.ok() ? files->constFirst().fingerprint() : name,
        taken.ok() ? QLatin1String(auditoutcome::done) : codeName(taken.code()));
}

ExchangeIntake::Held *ExchangeIntake::heldUnder(const QByteArray &id)
{
    if (const auto found = m_held.find(id); found != m_held.end() && QFile::exists(found->path))
        return &*found;
    const QString path = m_documents.find(id);
    const auto file = DocumentFile::read(path);
    if (file.ok())
        m_held.insert(id, {path, file->document, file->payloadSha256(), file->receipts.size()});
    const auto found = m_held.find(id);
    return found == m_held.end() ? nullptr : &*found;
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
        noteShared(SharedFile::read(held.path));
    return Result<>::success();
}

Result<> ExchangeIntake::takeReceipts(const QByteArray &id, const Result<QList<PackReceipt>> &given, Fetched &fetched)
{
    if (!given.ok() && endsVisit(given.code()))
        return given.error();
    Held *held = heldUnder(id);
    if (!given.ok() || !held) {
        fetched.leftOut += given.ok() ? int(given->size()) : 1;
        return Result<>::success();
    }
    const TrustSnapshot trust = m_workspace.trust().snapshot();
    // Whoever trusts nothing yet can judge none: the file keeps them until somebody can.
    const bool canJudge = !m_workspace.trust().isEmpty();
    const HeadJudge judge = m_workspace.headJudge();
    QList<ReceiptBook::Line> lines;
    QList<QByteArray> receipts;
    QList<SeenHead> heads;
    QList<CrlEntry> newest;
    for (const PackReceipt &each : *given) {
        const auto serial = PackSerial::parse(each.serial);
        if (!serial.ok() || m_receipts->find(held->payload, *serial) == each.receipt)
            continue;
        // A pack that is not known here holds the newest lists for all that is known.
        const bool isKnown = trust.packs.contains(*serial);
        if (canJudge && !isKnown && newest.isEmpty())
            newest = trust.newestLists(m_workspace.clock().now());
        if (canJudge
            && !verifyReceipt(
                each.receipt, held->document, *serial, trust.pinned.charter, isKnown ? trust.crlsOf(*serial) : newest)
                    .ok()) {
            ++fetched.leftOut;
            continue;
        }
        receipts.append(each.receipt);
        if (!canJudge)
            continue;
        lines.append({*serial, each.receipt});
        if (const auto head = judge.inCarrier(each.receipt); head.ok() && head->proved())
            heads.append(*head);
    }
    if (receipts.isEmpty())
        return Result<>::success();
    if (!m_workspace.audit().isReadOnly()) {
        if (const auto seen = m_workspace.audit().witness(m_workspace.session().actor(), heads); !seen.ok())
            return seen.error();
    }
    if (auto kept = m_receipts->keep(held->payload, lines, true); !kept.ok())
        return kept;
    if (auto added = addToFile(*held, receipts); !added.ok())
        return added;
    fetched.receipts += int(receipts.size());
    if (!fetched.documents.contains(held->path))
        fetched.documents.append(held->path);
    return record(auditaction::fetch, fingerprintText(held->payload), QLatin1String(auditoutcome::done));
}

ExchangeIntake::Receipts ExchangeIntake::receiptsToGive()
{
    QSettings settings(fileName(), QSettings::IniFormat);
    settings.beginGroup(m_group + QStringLiteral("/shared"));
    for (const QString &name : settings.childKeys()) {
        const QByteArray id = QByteArray::fromHex(name.toLatin1());
        const Held *held = heldUnder(id);
        if (!held)
            continue;
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

void ExchangeIntake::noteShared(const SharedFile &file)
{
    if (!file.id.isEmpty())
        QSettings(fileName(), QSettings::IniFormat)
            .setValue(QStringLiteral("%1/shared/%2").arg(m_group, file.id), file.whole);
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
