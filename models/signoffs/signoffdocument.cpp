// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffdocument.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/filebounds.h"
#include "models/core/documents/withdrawal.h"
#include "models/signoffs/receiptbook.h"
#include "models/support/modelslog.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int attemptsLookedAt = 100; ///< of own values for one document, by whomever
constexpr qint64 underWay = 300; ///< seconds that a delivery may take, here or in another program of this store

/// Is there a file that is not of this document?
bool isAnother(const QString &path, const QByteArray &payloadSha256)
{
    if (!QFileInfo::exists(path))
        return false;
    const auto there = signoffreading::decoded(path);
    return !there.ok() || there->payloadSha256() != payloadSha256;
}

} // namespace

QString resolvedPath(const QString &path, const SignoffJudgement &judgement)
{
    if (!QFileInfo(path).isDir())
        return path;
    const QString name = suggestedFileName(judgement);
    QString target = path + u'/' + name;
    for (int number = 2; isAnother(target, judgement.payloadSha256); ++number) {
        const qsizetype dot = name.lastIndexOf(u'.');
        target = QStringLiteral("%1/%2-%3%4").arg(path, name.left(dot)).arg(number).arg(name.mid(dot));
    }
    return target;
}

SignoffDocument::SignoffDocument(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace.trust(), &TrustBook::changed, this, &SignoffDocument::judge);
    // Who looks decides what is shown.
    connect(&workspace.session(), &Session::stateChanged, this, &SignoffDocument::judge);
}

QList<Certificate> SignoffDocument::roots() const
{
    return m_workspace.trust().charter().roots();
}

Result<DocumentFile> SignoffDocument::mergedWith(const DocumentFile &other) const
{
    return filebounds::merge(m_file, other, roots());
}

Result<> SignoffDocument::open(const QString &path)
{
    return show(signoffreading::read(path, SignoffGround::of(m_workspace)));
}

Result<> SignoffDocument::openBytes(const QByteArray &bytes)
{
    return show(signoffreading::read(DocumentFile::decode(bytes), SignoffGround::of(m_workspace)));
}

Result<> SignoffDocument::show(const Result<SignoffReading> &reading)
{
    return reading.ok() ? show(*reading) : Result<>(reading.error());
}

Result<> SignoffDocument::show(const SignoffReading &reading)
{
    if (auto seen = witness(reading.heads); !seen.ok())
        return seen;
    m_file = reading.file;
    m_path = reading.path;
    m_judgement = reading.judgement;
    Q_EMIT changed();
    return settleReceipts();
}

Result<> SignoffDocument::keep(const SignoffReading &import)
{
    if (import.isMore) {
        m_judgement = import.judgement;
        if (auto recorded = recordMerge(import.file); !recorded.ok())
            return recorded;
    }
    if (auto shown = show(import); !shown.ok())
        return shown;
    if (!import.path.isEmpty())
        return import.isMore ? save() : Result<>::success();
    const auto copy = saveCopy(m_workspace.requestsFolder());
    if (!copy.ok())
        return copy.error();
    m_path = *copy;
    return Result<>::success();
}

Result<> SignoffDocument::witness(const QList<SeenHead> &heads)
{
    // A store that became read-only still shows documents: nothing is witnessed then, and nothing can be done either.
    AuditStore &audit = m_workspace.audit();
    if (audit.isReadOnly())
        return Result<>::success();
    const auto seen = audit.witness(m_workspace.session().actor(), heads);
    return seen.ok() ? Result<>::success() : Result<>(seen.error());
}

Result<> SignoffDocument::take(const DocumentFile &file)
{
    if (auto seen = witness(signoffreading::heads(file, SignoffGround::of(m_workspace))); !seen.ok())
        return seen;
    m_file = file;
    return Result<>::success();
}

Result<> SignoffDocument::create(const QByteArray &contentType, const QByteArray &payload, const QString &path)
{
    DocumentFile file;
    file.document.contentType = contentType;
    file.document.payload = payload;
    file.crls = m_workspace.trust().crls();
    file = filebounds::bounded(file, roots());
    // What is shown is what was encoded, read again.
    const auto content = DocumentContent::read(file.document);
    if (!content.ok())
        return content.error();
    if (const auto bytes = file.readableBytes(); !bytes.ok())
        return bytes.error();
    const DocumentFile before = std::exchange(m_file, file);
    judge();
    QStringList packs;
    for (const PackSerial &serial : content->packs())
        packs.append(serial.text());
    if (auto recorded = record(auditaction::draftRequest, QLatin1String(auditoutcome::done),
            {{QLatin1String("title"), content->head().title}, {QLatin1String("packs"), packs.join(u' ')},
                {QLatin1String("type"), QString::fromLatin1(contentType)}});
        !recorded.ok()) {
        m_file = before;
        judge();
        return recorded;
    }
    m_path = resolvedPath(path, m_judgement);
    return save();
}

void SignoffDocument::judge()
{
    if (m_file.document.payload.isEmpty())
        return;
    m_judgement = signoffreading::judge(m_file, SignoffGround::of(m_workspace));
    Q_EMIT changed();
}

bool SignoffDocument::isCurrent() const
{
    const auto there = signoffreading::bounded(signoffreading::decoded(m_path), roots());
    return there.ok() && there->encode() == m_file.encode();
}

Result<> SignoffDocument::reread()
{
    const auto there = signoffreading::bounded(signoffreading::decoded(m_path), roots());
    if (!there.ok())
        return there.error();
    if (there->payloadSha256() != m_file.payloadSha256() || there->document.contentType != m_file.document.contentType)
        return {Code::DifferentDocument, QFileInfo(m_path).fileName()};
    if (there->encode() == m_file.encode())
        return Result<>::success();
    if (auto taken = take(*there); !taken.ok())
        return taken;
    judge();
    return settleReceipts();
}

Result<bool> SignoffDocument::takeOver()
{
    const auto there = signoffreading::decoded(m_path);
    if (!there.ok() || there->payloadSha256() != m_file.payloadSha256())
        return false;
    const auto merged = mergedWith(*there);
    if (!merged.ok())
        return merged.error();
    if (merged->encode() == m_file.encode())
        return false;
    if (auto taken = take(*merged); !taken.ok())
        return taken.error();
    return true;
}

Result<> SignoffDocument::follow()
{
    if (m_path.isEmpty() || m_signing)
        return Result<>::success();
    const auto more = takeOver();
    if (!more.ok())
        return more.error();
    if (!*more)
        return Result<>::success();
    judge();
    return settleReceipts();
}

QSet<ParameterId> SignoffDocument::ownValuesWanted(Meaning meaning) const
{
    const Session &session = m_workspace.session();
    if (meaning != Meaning::Approve || !session.isSignedIn())
        return {};
    return ownvalue::wanted(m_judgement, m_workspace.trust().snapshot(), session.identity());
}

int SignoffDocument::ownValueFailures() const
{
    const AuditActor me = m_workspace.session().actor();
    AuditFilter filter;
    filter.action = QLatin1String(ownvalue::action);
    filter.subject = m_judgement.fingerprint;
    int failures = 0;
    for (const AuditRecord &record : m_workspace.audit().page(filter, 0, attemptsLookedAt))
        failures += record.actor == me ? 1 : 0;
    return failures;
}

Result<> SignoffDocument::checkOwnValues(const ownvalue::Values &values)
{
    const QSet<ParameterId> wanted = ownValuesWanted(Meaning::Approve);
    for (const ParameterId &parameter : wanted) {
        if (!values.contains(parameter))
            return ownvalue::error(ownvalue::Problem::Missing);
    }
    const int failures = ownValueFailures();
    if (failures >= ownvalue::attempts)
        return ownvalue::error(ownvalue::Problem::Spent);
    if (ownvalue::agree(m_judgement, wanted, values))
        return Result<>::success();
    // Neither of the two values is written down: whoever reads this must not learn the proposed one.
    if (auto recorded = m_workspace.audit().append(m_workspace.session().actor(),
            {QLatin1String(ownvalue::action), m_judgement.fingerprint, QLatin1String(auditoutcome::conflict),
                {{QLatin1String("payload"), m_judgement.payloadSha256}, {QLatin1String("attempt"), failures + 1}}});
        !recorded.ok())
        return recorded.error();
    if (failures + 1 < ownvalue::attempts)
        return ownvalue::error(ownvalue::Problem::Differs);
    reject(QStringLiteral("The own value differs from the proposed one, twice."));
    return ownvalue::error(ownvalue::Problem::Spent);
}

bool SignoffDocument::hasSigned(Meaning meaning) const
{
    const Session &session = m_workspace.session();
    const QByteArray leaf = session.isSignedIn() ? session.identity().leaf.sha256 : QByteArray();
    return std::any_of(m_file.document.signatures.begin(), m_file.document.signatures.end(),
        [&](const CoseSignature &signature) { return signature.leafSha256 == leaf && signature.meaning == meaning; });
}

std::optional<Error> SignoffDocument::whyNotSigned(Meaning meaning, const ownvalue::Values &values)
{
    if (!m_workspace.session().isSignedIn())
        return Error{Code::NotSignedIn, {}};
    if (!m_judgement.content)
        return m_judgement.problem.value_or(Error{Code::Malformed, {}});
    // What is signed is what the file says now, and that must be what was shown.
    if (!m_path.isEmpty()) {
        if (const auto read = reread(); !read.ok())
            return read.error();
    }
    if (hasSigned(meaning))
        return Error{Code::SignerRepeated, m_workspace.session().identity().name};
    if (meaning == Meaning::Approve) {
        if (const auto agreed = checkOwnValues(values); !agreed.ok())
            return agreed.error();
    }
    return std::nullopt;
}

void SignoffDocument::sign(Meaning meaning, const ownvalue::Values &values)
{
    if (m_signing)
        return;
    if (const auto problem = whyNotSigned(meaning, values)) {
        Q_EMIT signFinished(*problem);
        return;
    }
    m_signing = true;
    Q_EMIT changed();
    // Alone: the signatures of others are no part of what is signed, and may have all the places as yet.
    const CoseSign alone{m_file.document.contentType, m_file.document.payload, {}};
    whenDone(this, m_workspace.session().sign(alone, meaning, m_workspace.audit().head()),
        [this, meaning](const Result<CoseSignature> &signature) { onSigned(meaning, withPlace(signature)); });
}

/// Does it get one of the places that a document has for signatures?
Result<CoseSignature> SignoffDocument::withPlace(const Result<CoseSignature> &signature) const
{
    if (!signature.ok())
        return signature;
    DocumentFile file = m_file;
    file.document.signatures.append(*signature);
    if (!filebounds::bounded(file, roots()).document.signatures.contains(*signature))
        return {Code::TooLarge, QStringLiteral("signatures")};
    // Before it is recorded as done: what cannot be opened again is no document.
    const auto bytes = withSignature(*signature).readableBytes();
    return bytes.ok() ? signature : Result<CoseSignature>(bytes.error());
}

void SignoffDocument::onSigned(Meaning meaning, const Result<CoseSignature> &signature)
{
    m_signing = false;
    QCborMap detail{{QLatin1String("payload"), m_judgement.payloadSha256},
        {QLatin1String("meaning"), meaning == Meaning::Author ? QStringLiteral("author") : QStringLiteral("approve")}};
    if (!signature.ok()) {
        detail.insert(QLatin1String("detail"), signature.error().detail);
        if (auto recorded = record(auditaction::signRequest, codeName(signature.code()), detail); !recorded.ok())
            qCWarning(auditLog, "a failed signature could not be recorded");
        Q_EMIT changed();
        Q_EMIT signFinished(signature.error());
        return;
    }
    detail.insert(QLatin1String("leaf"), signature->leafSha256);
    detail.insert(QLatin1String("signature"), sha256(signature->signature));
    auto done = record(auditaction::signRequest, QLatin1String(auditoutcome::done), detail);
    if (done.ok()) {
        m_file = withSignature(*signature);
        done = save();
    }
    judge();
    Q_EMIT signFinished(done);
}

/// The file as it is saved, with the lists by which the signature is judged.
DocumentFile SignoffDocument::withSignature(const CoseSignature &signature) const
{
    DocumentFile file = m_file;
    file.document.signatures.append(signature);
    for (const QByteArray &entry : m_workspace.trust().crls()) {
        if (!file.crls.contains(entry))
            file.crls.append(entry);
    }
    return filebounds::bounded(file, roots());
}

void SignoffDocument::withdraw()
{
    say(VoiceFinding::Kind::Withdrawal, {});
}

void SignoffDocument::reject(const QString &reason)
{
    say(VoiceFinding::Kind::Rejection, reason);
}

std::optional<Error> SignoffDocument::whyNotHeard(VoiceFinding::Kind kind) const
{
    const Session &session = m_workspace.session();
    if (!session.isSignedIn())
        return Error{Code::NotSignedIn, {}};
    if (!m_judgement.content)
        return m_judgement.problem.value_or(Error{Code::Malformed, {}});
    const qint64 now = m_workspace.clock().now();
    const qint64 expires = m_judgement.content->head().expires;
    if (now >= expires)
        return Error{Code::Expired, QString::number(expires)};
    const Certificate leaf = session.identity().leaf;
    for (const VoiceFinding &voice : m_judgement.voices) {
        if (voice.kind == kind && voice.heard() && voice.leaf == leaf)
            return Error{Code::SignerRepeated, leaf.commonName};
    }
    const auto problem
        = mayBeHeard(kind, session.chain(), m_file, m_judgement.seatCandidates, m_workspace.trust().snapshot(), now);
    // Whose seats nobody can fill any more is nobody's to reject: what is wrong is the document, not the key.
    const bool overtaken = problem && problem->code == Code::SignerNotAuthorised && m_judgement.problem
        && kind == VoiceFinding::Kind::Rejection && m_judgement.seatCandidates.isEmpty();
    return overtaken ? m_judgement.problem : problem;
}

void SignoffDocument::say(VoiceFinding::Kind kind, const QString &reason)
{
    if (const auto problem = whyNotHeard(kind)) {
        Q_EMIT voiceFinished(*problem);
        return;
    }
    if (m_signing)
        return;
    m_signing = true;
    Q_EMIT changed();
    const bool withdrawal = kind == VoiceFinding::Kind::Withdrawal;
    const QByteArray payload = withdrawal
        ? Withdrawal{m_judgement.payloadSha256, m_judgement.content->head().expires}.encode()
        : Rejection{m_judgement.payloadSha256, reason}.encode();
    whenDone(this, m_workspace.session().sign(withdrawal ? contenttype::withdrawal : contenttype::rejection, payload),
        [this, kind](const Result<CoseSign1> &said) { onSaid(kind, said); });
}

void SignoffDocument::onSaid(VoiceFinding::Kind kind, const Result<CoseSign1> &said)
{
    m_signing = false;
    const bool withdrawal = kind == VoiceFinding::Kind::Withdrawal;
    const char *action = withdrawal ? auditaction::withdrawRequest : auditaction::rejectRequest;
    QCborMap detail{{QLatin1String("payload"), m_judgement.payloadSha256}};
    if (!said.ok()) {
        detail.insert(QLatin1String("detail"), said.error().detail);
        if (auto recorded = record(action, codeName(said.code()), detail); !recorded.ok())
            qCWarning(auditLog, "a failed signature could not be recorded");
        Q_EMIT changed();
        Q_EMIT voiceFinished(said.error());
        return;
    }
    detail.insert(QLatin1String("leaf"), said->leafSha256);
    detail.insert(QLatin1String("signature"), sha256(said->signature));
    auto done = record(action, QLatin1String(auditoutcome::done), detail);
    if (done.ok()) {
        (withdrawal ? m_file.withdrawals : m_file.rejections).append(said->encode());
        m_file = filebounds::bounded(m_file, roots());
        done = save();
    }
    judge();
    Q_EMIT voiceFinished(done);
}

Result<> SignoffDocument::recordMerge(const DocumentFile &merged)
{
    return record(auditaction::mergeRequest, QLatin1String(auditoutcome::done),
        {{QLatin1String("payload"), m_judgement.payloadSha256},
            {QLatin1String("signatures"), merged.document.signatures.size()}});
}

Result<> SignoffDocument::mergeFile(const QString &path)
{
    const auto theirs = signoffreading::decoded(path);
    if (!theirs.ok())
        return theirs.error();
    const auto merged = mergedWith(*theirs);
    if (!merged.ok())
        return merged.error();
    if (merged->encode() == m_file.encode())
        return Result<>::success();
    if (auto recorded = recordMerge(*merged); !recorded.ok())
        return recorded;
    if (auto taken = take(*merged); !taken.ok())
        return taken;
    judge();
    if (auto settled = settleReceipts(); !settled.ok())
        return settled;
    return save();
}

Result<QList<PackSerial>> SignoffDocument::deliver(bool again, const QList<PackSerial> &only)
{
    if (!m_judgement.content)
        return m_judgement.problem.value_or(Error{Code::Malformed, {}});
    const QByteArray document = deliveredBytes(m_file);
    QList<PackSerial> wanted;
    for (const PackJudgement &pack : m_judgement.packs) {
        if ((!only.isEmpty() && !only.contains(pack.serial)) || (pack.receipt && !again)
            || m_deliveries.contains(pack.serial))
            continue;
        const QByteArray id = randomBytes(8);
        if (auto recorded = record(auditaction::deliverRequest, QLatin1String(auditoutcome::begun),
                {{QLatin1String("id"), id}, {QLatin1String("pack"), pack.serial.text()},
                    {QLatin1String("document"), sha256(document)}});
            !recorded.ok())
            return recorded.error();
        m_deliveries.insert(pack.serial, {id, sha256(document)});
        wanted.append(pack.serial);
    }
    // All begun are recorded before the first leaves.
    for (const PackSerial &serial : wanted)
        Q_EMIT deliveryWanted(serial, document, m_file.document.contentType);
    return wanted;
}

Result<> SignoffDocument::finishDelivery(const DeliveryResult &result)
{
    if (!m_deliveries.contains(result.serial))
        return {Code::UnexpectedAnswer, result.serial.text()};
    const Delivery delivery = m_deliveries.take(result.serial);
    Result<> outcome = result.applied ? Result<>::success() : Result<>(result.error);
    std::optional<Receipt> receipt;
    if (result.applied) {
        const TrustSnapshot &trust = m_workspace.trust().snapshot();
        const auto verified = verifyReceipt(
            result.receipt, m_file.document, result.serial, trust.pinned.charter, trust.crlsOf(result.serial));
        if (verified.ok())
            receipt = *verified;
        else
            outcome = verified.error();
    }
    QCborMap detail{{QLatin1String("id"), delivery.id}, {QLatin1String("pack"), result.serial.text()},
        {QLatin1String("document"), delivery.document}};
    if (outcome.ok())
        detail.insert(QLatin1String("receipt"), sha256(result.receipt));
    else
        detail.insert(QLatin1String("detail"), outcome.error().detail);
    const QString word = outcome.ok() ? QLatin1String(auditoutcome::done) : codeName(outcome.code());
    if (auto recorded = record(auditaction::deliverRequest, word, detail); !recorded.ok())
        outcome = recorded;
    else if (auto settled = settle(word, detail); !settled.ok())
        outcome = settled;
    else if (receipt)
        outcome = keepReceipt(*receipt, result.receipt);
    judge();
    Q_EMIT deliveryFinished(result.serial, outcome);
    return outcome;
}

/// An earlier delivery of which we never heard: the pack's answer to this one is its outcome too.
Result<> SignoffDocument::settle(const QString &word, const QCborMap &detail)
{
    const auto code = codeFromName(word);
    if (code && int(*code) >= refusalReasonCount)
        return Result<>::success(); // the bus's word is nobody's
    const auto settled = m_workspace.audit().settle(m_workspace.session().actor(),
        {QLatin1String(auditaction::deliverRequest), m_judgement.fingerprint, word, detail});
    return settled.ok() ? Result<>::success() : Result<>(settled.error());
}

/// A receipt, by whatever way it came, is the outcome of a delivery of which we never heard.
Result<> SignoffDocument::settleReceipts()
{
    AuditStore &audit = m_workspace.audit();
    for (const PackJudgement &pack : m_judgement.packs) {
        if (!pack.receipt || m_deliveries.contains(pack.serial) || audit.isReadOnly())
            continue;
        const auto settled = audit.settle(m_workspace.session().actor(),
            {QLatin1String(auditaction::deliverRequest), m_judgement.fingerprint, QLatin1String(auditoutcome::done),
                {{QLatin1String("pack"), pack.serial.text()}}},
            underWay);
        if (!settled.ok())
            return settled.error();
    }
    return Result<>::success();
}

Result<> SignoffDocument::keepReceipt(const Receipt &receipt, const QByteArray &bytes)
{
    Workspace &w = m_workspace;
    const auto head = w.headJudge(m_file.crls).inCarrier(bytes);
    if (!head.ok())
        return head.error();
    if (auto seen = w.audit().witness(w.session().actor(), {*head}); !seen.ok())
        return seen.error();
    if (auto kept = ReceiptBook(w).keep(m_judgement.payloadSha256, {{receipt.serial, bytes}}, false); !kept.ok())
        return kept;
    // Of a large fleet a file carries some, and the book has all of them.
    if (!m_file.receipts.contains(bytes) && m_file.receipts.size() < filebounds::maxWords)
        m_file.receipts.append(bytes);
    // Kept before anything is learnt from it: a pack that contradicts itself applied it all the same.
    if (auto kept = save(); !kept.ok())
        return kept;
    if (auto learnt = w.trust().learn(receipt, m_judgement.request ? m_judgement.request->periodEnd : std::nullopt);
        !learnt.ok())
        return learnt;
    return Result<>::success();
}

Result<> SignoffDocument::attach(const QMap<QString, QByteArray> &files)
{
    if (!m_judgement.content)
        return {Code::Malformed, {}};
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (!m_judgement.content->head().evidence.contains(DocumentHead::Evidence{it.key(), sha256(it.value())}))
            return {Code::Malformed, it.key()};
        m_file.attachments.insert(it.key(), it.value());
    }
    return save();
}

Result<> SignoffDocument::addLists(const QList<CrlEntry> &lists)
{
    for (const CrlEntry &entry : lists) {
        if (const QByteArray bytes = encodeCrlEntry(entry); !m_file.crls.contains(bytes))
            m_file.crls.append(bytes);
    }
    m_file = filebounds::bounded(m_file, roots());
    judge();
    return save();
}

Result<> SignoffDocument::save()
{
    if (auto more = takeOver(); !more.ok())
        return more.error();
    const auto bytes = m_file.readableBytes();
    if (!bytes.ok())
        return bytes.error();
    return m_path.isEmpty() ? Result<>::success() : wholefile::write(m_path, *bytes);
}

Result<QString> SignoffDocument::saveCopy(const QString &path, const QMap<QString, QByteArray> &enclosed) const
{
    const QString target = resolvedPath(path, m_judgement);
    DocumentFile copy = m_file;
    copy.attachments.insert(enclosed);
    if (isAnother(target, m_file.payloadSha256()))
        return {Code::FileUnwritable, QFileInfo(target).fileName()};
    if (QFileInfo::exists(target)) {
        const auto there = signoffreading::decoded(target);
        const auto merged = there.ok() ? mergedWith(*there) : there;
        if (!merged.ok())
            return merged.error();
        copy = *merged;
    }
    const auto bytes = copy.readableBytes();
    if (!bytes.ok())
        return bytes.error();
    const bool isOwn = QFileInfo(target).absolutePath() == m_workspace.requestsFolder();
    const auto readers = isOwn ? wholefile::Readers::OwnerOnly : wholefile::Readers::Default;
    if (auto written = wholefile::write(target, *bytes, readers); !written.ok())
        return written.error();
    return target;
}

Result<> SignoffDocument::record(const char *action, const QString &outcome, const QCborMap &detail)
{
    const auto done = m_workspace.audit().append(
        m_workspace.session().actor(), {QLatin1String(action), m_judgement.fingerprint, outcome, detail});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

} // namespace packwarden
