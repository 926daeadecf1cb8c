// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/judgement.h"

#include "models/core/base/breakable.h"
#include "models/core/base/ids.h"
#include "models/core/judge/actor.h"

#include <algorithm>

namespace packwarden::judgement {

std::optional<CoseSign> open(const QByteArray &bytes, const char *contentType, Verdict &verdict)
{
    auto document = CoseSign::decode(bytes);
    if (!document.ok()) {
        verdict.refusal = document.error();
        return std::nullopt;
    }
    verdict.payloadSha256 = sha256(document->payload);
    if (document->contentType != contentType) {
        verdict.refusal = Error{Code::UnknownType, QString::fromLatin1(document->contentType.left(100))};
        return std::nullopt;
    }
    return *document;
}

Result<QList<Certificate>> readChain(const QList<QByteArray> &chain, ChainMemo *memo)
{
    QList<Certificate> certificates;
    for (const QByteArray &der : chain) {
        auto certificate = memo ? memo->certificate(der) : Certificate::fromDer(der);
        if (!certificate.ok())
            return certificate.error();
        certificates.append(*certificate);
    }
    if (certificates.isEmpty())
        return {Code::Malformed, QStringLiteral("x5chain")};
    return certificates;
}

ReadSignature readSignature(const CoseSign &document, const CoseSignature &signature, ChainMemo *memo)
{
    ReadSignature read;
    SignatureFinding &finding = read.finding;
    finding.meaning = signature.meaning;
    finding.at = signature.at;
    auto chain = readChain(signature.chain, memo);
    if (!chain.ok()) {
        finding.problem = chain.code();
        finding.detail = chain.error().detail;
        return read;
    }
    finding.leaf = chain.value().takeFirst();
    read.intermediates = *chain;
    if (!document.verifies(signature, finding.leaf) && !broken("signature")) {
        finding.problem = Code::SignatureInvalid;
        finding.detail = finding.leaf.commonName;
    }
    return read;
}

bool mayBeJudged(const ReadSignature &signature, const PackState &state, Effort &effort)
{
    QSet<QByteArray> names{signature.finding.leaf.issuerDer};
    for (const Certificate &certificate : signature.intermediates)
        names.insert(certificate.issuerDer);
    const QList<Certificate> roots = state.anchors().roots;
    const auto lists = std::count_if(state.crls.begin(), state.crls.end(),
        [&](const CrlEntry &entry) { return names.contains(entry.crl.issuerDer); });
    const auto bearers = signature.intermediates.size()
        + std::count_if(
            roots.begin(), roots.end(), [&](const Certificate &root) { return names.contains(root.subjectDer); });
    return effort.spend(lists * bearers * Effort::perSignature);
}

SignatureFinding judgeSignature(const ReadSignature &signature, qint64 crlGrace, const PackState &state)
{
    SignatureFinding finding = signature.finding;
    if (finding.problem)
        return finding;
    const auto actor = judgeActorWithin(finding.leaf, signature.intermediates, crlGrace, state);
    if (!actor.ok()) {
        finding.problem = actor.code();
        finding.detail = actor.error().detail;
        return finding;
    }
    finding.rootSha256 = actor->rootSha256;
    finding.position = actor->position;
    return finding;
}

SignatureFinding judgeSignature(
    const CoseSign &document, const CoseSignature &signature, qint64 crlGrace, const PackState &state)
{
    return judgeSignature(readSignature(document, signature, state.memo.get()), crlGrace, state);
}

SignatureFinding judgeMaker(const CoseSign &document, const CoseSignature &signature, const PackState &state)
{
    ReadSignature read = readSignature(document, signature, state.memo.get());
    SignatureFinding &finding = read.finding;
    if (finding.problem)
        return finding;
    const auto refuse = [&](const Error &error) {
        finding.problem = error.code;
        finding.detail = error.detail;
        return finding;
    };
    const auto maker = Certificate::fromDer(state.manufacturerRoot);
    if (!maker.ok())
        return refuse({Code::UnknownIssuer, finding.leaf.commonName});
    const auto root
        = validateChain(finding.leaf, read.intermediates, {{*maker}, state.crls}, ChainPurpose::Person, state.now, 0);
    if (!root.ok())
        return refuse(root.error());
    if (finding.leaf.person.isEmpty() || finding.leaf.issuerGeneratedKey)
        return refuse({Code::SignerNotAuthorised, finding.leaf.commonName});
    finding.rootSha256 = root->sha256;
    return finding;
}

Result<Author> findAuthor(const DocumentHead &head, const QList<SignatureFinding> &signatures)
{
    QString why = QStringLiteral("no signature of the author");
    for (const SignatureFinding &signature : signatures) {
        if (signature.meaning != Meaning::Author || signature.leaf.sha256 != head.author)
            continue;
        if (!signature.problem)
            return Author{signature.rootSha256, signature.leaf.person, signature.leaf.spkiSha256};
        why = QStringLiteral("author: %1").arg(codeName(*signature.problem));
    }
    return {Code::Malformed, why};
}

bool isWithdrawn(const Verdict &verdict, const PackState &state)
{
    return std::any_of(state.withdrawals.begin(), state.withdrawals.end(), [&](const KeptWithdrawal &withdrawal) {
        return withdrawal.document == verdict.payloadSha256
            && std::any_of(
                verdict.signatures.begin(), verdict.signatures.end(), [&](const SignatureFinding &signature) {
                    return signature.rootSha256 == withdrawal.rootSha256 && signature.leaf.person == withdrawal.person;
                });
    });
}

std::optional<Error> checkHead(
    const DocumentHead &head, const Verdict &verdict, const PackState &state, ClockNeed clock)
{
    if (state.clockUncertain && clock == ClockNeed::Sure)
        return Error{Code::TimeUncertain, state.serial.text()};
    if (isWithdrawn(verdict, state) && !broken("withdrawal"))
        return Error{Code::Withdrawn, head.title};
    if (!state.clockUncertain && head.created > state.now + DocumentHead::clockTolerance)
        return Error{Code::NotYetValid, QString::number(head.created)};
    if (state.now >= head.expires && !broken("expiry"))
        return Error{Code::Expired, QString::number(head.expires)};
    return std::nullopt;
}

std::optional<Error> checkInService(const PackState &state)
{
    if (state.lifeCycle != LifeCycle::Sealed && state.lifeCycle != LifeCycle::InService)
        return Error{Code::WrongState, lifeCycleName(state.lifeCycle)};
    return std::nullopt;
}

} // namespace packwarden::judgement
