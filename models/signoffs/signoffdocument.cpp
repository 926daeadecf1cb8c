// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffdocument.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/filebounds.h"
#include "models/core/documents/withdrawal.h"
#include "models/signoffs/documentcopy.h"
#include "models/signoffs/ownvalueattempts.h"
#include "models/signoffs/receiptbook.h"
#include "models/support/modelslog.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

#include <algorithm>

namespace packwarden {

SignoffDocument::SignoffDocument(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_deliveries(workspace)
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
    return m_deliveries.settle(m_judgement);
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
    if (auto recorded = act(auditaction::draftRequest,
            {{QLatin1String("title"), content->head().title}, {QLatin1String("packs"), packs.join(u' ')},
                {QLatin1String("type"), QString::fromLatin1(contentType)}})
                            .finish(Result<>::success());
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
    const auto there = signoffreading::bounded(DocumentFile::read(m_path), roots());
    return there.ok() && there->encode() == m_file.encode();
}

Result<> SignoffDocument::reread()
{
    const auto there = signoffreading::bounded(DocumentFile::read(m_path), roots());
    if (!there.ok())
        return there.error();
    if (there->payloadSha256() != m_file.payloadSha256() || there->document.contentType != m_file.document.contentType)
        return {Code::DifferentDocument, QFileInfo(m_path).fileName()};
    if (there->encode() == m_file.encode())
        return Result<>::success();
    if (auto taken = take(*there); !taken.ok())
        return taken;
    judge();
    return m_deliveries.settle(m_judgement);
}

Result<bool> SignoffDocument::takeOver()
{
    const auto there = DocumentFile::read(m_path);
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
    return m_deliveries.settle(m_judgement);
}

QSet<ParameterId> SignoffDocument::ownValuesWanted(Meaning meaning) const
{
    const Session &session = m_workspace.session();
    if (meaning != Meaning::Approve || !session.isSignedIn())
        return {};
    return ownvalue::wanted(m_judgement, m_workspace.trust().snapshot(), session.identity());
}

Result<> SignoffDocument::checkOwnValues(const ownvalue::Values &values)
{
    const auto compared = ownvalue::compare(m_workspace, m_judgement, ownValuesWanted(Meaning::Approve), values);
    if (!compared.ok())
        return compared.error();
    switch (*compared) {
    case ownvalue::Comparison::Agrees:
        return Result<>::success();
    case ownvalue::Comparison::Missing:
        return ownvalue::error(ownvalue::Problem::Missing);
    case ownvalue::Comparison::Differs:
        return ownvalue::error(ownvalue::Problem::Differs);
    case ownvalue::Comparison::DiffersAgain:
        reject(QStringLiteral("The own value differs from the proposed one, twice."));
        break;
    case ownvalue::Comparison::Spent:
        break;
    }
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
    AuditedAction action = act(auditaction::signRequest,
        {{QLatin1String("payload"), m_judgement.payloadSha256},
            {QLatin1String("meaning"),
                meaning == Meaning::Author ? QStringLiteral("author") : QStringLiteral("approve")}});
    if (!signature.ok()) {
        recordFailure(action, signature.error());
        Q_EMIT signFinished(signature.error());
        return;
    }
    auto done = action.finish(Result<>::success(),
        {{QLatin1String("leaf"), signature->leafSha256}, {QLatin1String("signature"), sha256(signature->signature)}});
    if (done.ok()) {
        m_file = withSignature(*signature);
        done = save();
    }
    judge();
    Q_EMIT signFinished(done);
}

/// What failed stays failed, whether or not it can be recorded.
void SignoffDocument::recordFailure(AuditedAction &action, const Error &error)
{
    if (const auto recorded = action.finish(error); !recorded.ok())
        qCWarning(auditLog, "a failed signature could not be recorded");
    Q_EMIT changed();
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
    AuditedAction action = act(withdrawal ? auditaction::withdrawRequest : auditaction::rejectRequest,
        {{QLatin1String("payload"), m_judgement.payloadSha256}});
    if (!said.ok()) {
        recordFailure(action, said.error());
        Q_EMIT voiceFinished(said.error());
        return;
    }
    auto done = action.finish(Result<>::success(),
        {{QLatin1String("leaf"), said->leafSha256}, {QLatin1String("signature"), sha256(said->signature)}});
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
    return act(auditaction::mergeRequest,
        {{QLatin1String("payload"), m_judgement.payloadSha256},
            {QLatin1String("signatures"), merged.document.signatures.size()}})
        .finish(Result<>::success());
}

Result<> SignoffDocument::mergeFile(const QString &path)
{
    const auto theirs = DocumentFile::read(path);
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
    if (auto settled = m_deliveries.settle(m_judgement); !settled.ok())
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
            || m_deliveries.isUnderWay(pack.serial))
            continue;
        if (auto begun = m_deliveries.begin(pack.serial, m_judgement.fingerprint, sha256(document)); !begun.ok())
            return begun.error();
        wanted.append(pack.serial);
    }
    // All begun are recorded before the first leaves.
    for (const PackSerial &serial : wanted)
        Q_EMIT deliveryWanted(serial, document, m_file.document.contentType);
    return wanted;
}

Result<> SignoffDocument::finishDelivery(const DeliveryResult &result)
{
    if (!m_deliveries.isUnderWay(result.serial))
        return {Code::UnexpectedAnswer, result.serial.text()};
    const DeliveryRecord::Outcome outcome = m_deliveries.finish(result, m_file.document, m_judgement.fingerprint);
    const Result<> finished = outcome.receipt ? keepReceipt(*outcome.receipt, result.receipt) : outcome.result;
    judge();
    Q_EMIT deliveryFinished(result.serial, finished);
    return finished;
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
    DocumentFile copy = m_file;
    copy.attachments.insert(enclosed);
    return writeCopy(copy, m_judgement, path, m_workspace.requestsFolder(), roots());
}

AuditedAction SignoffDocument::act(const char *action, const QCborMap &detail) const
{
    return {m_workspace, action, m_judgement.fingerprint, detail};
}

} // namespace packwarden
