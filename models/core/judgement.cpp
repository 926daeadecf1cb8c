// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgement.h"

#include "ids.h"

#include <algorithm>

namespace packwarden::judgement {

Result<QList<Certificate>> readChain(const QList<QByteArray> &chain)
{
    QList<Certificate> certificates;
    for (const QByteArray &der : chain) {
        auto certificate = Certificate::fromDer(der);
        if (!certificate.ok())
            return certificate.error();
        certificates.append(*certificate);
    }
    if (certificates.isEmpty())
        return {Code::Malformed, QStringLiteral("x5chain")};
    return certificates;
}

SignatureFinding judgeSignature(
    const CoseSign &document, const CoseSignature &signature, qint64 crlGrace, const PackState &state)
{
    SignatureFinding finding;
    finding.meaning = signature.meaning;
    finding.at = signature.at;
    const auto refuse = [&](Code code, const QString &detail) {
        finding.problem = code;
        finding.detail = detail;
        return finding;
    };
    auto chain = readChain(signature.chain);
    if (!chain.ok())
        return refuse(chain.code(), chain.error().detail);
    finding.leaf = chain.value().takeFirst();
    const QString who = finding.leaf.commonName;
    if (!document.verifies(signature))
        return refuse(Code::SignatureInvalid, who);
    const auto root = validateChain(finding.leaf, *chain, state.anchors(), ChainPurpose::Person, state.now, crlGrace);
    if (!root.ok())
        return refuse(root.code(), root.error().detail);
    finding.rootSha256 = root->sha256;
    const auto roleId = RoleId::parse(finding.leaf.role);
    const Role *role = roleId.ok() ? state.policy.role(*roleId) : nullptr;
    if (!role || finding.leaf.person.isEmpty())
        return refuse(Code::RoleNotIssuable, QStringLiteral("%1: %2").arg(who, finding.leaf.role));
    const QList<PositionId> positions = state.charter.positionsOfRoot(root->sha256);
    const bool issuable = std::any_of(positions.begin(), positions.end(), [&](const PositionId &position) {
        return state.charter.inForce(position, state.now) && state.charter.mayIssue.value(*roleId).contains(position)
            && state.policy.issuers.value(*roleId).contains(position);
    });
    if (!issuable)
        return refuse(Code::RoleNotIssuable, QStringLiteral("%1: %2").arg(who, finding.leaf.role));
    if (!state.charter.inForce(role->position, state.now))
        return refuse(Code::SignerNotAuthorised, role->position.text());
    finding.position = role->position;
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

std::optional<Error> checkHead(const DocumentHead &head, const Verdict &verdict, const PackState &state)
{
    if (state.clockUncertain)
        return Error{Code::TimeUncertain, state.serial.text()};
    if (isWithdrawn(verdict, state))
        return Error{Code::Withdrawn, head.title};
    if (head.created > state.now + DocumentHead::clockTolerance)
        return Error{Code::NotYetValid, QString::number(head.created)};
    if (state.now >= head.expires)
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
