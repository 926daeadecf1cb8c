// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffvoices.h"

#include "models/core/documents/filebounds.h"
#include "models/core/documents/withdrawal.h"
#include "models/core/judge/verifier.h"
#include "models/trust/trustbook.h"

#include <algorithm>

namespace packwarden {

namespace {

Result<QList<Certificate>> certificatesOf(const QList<QByteArray> &chain)
{
    QList<Certificate> certificates;
    for (const QByteArray &der : chain) {
        auto certificate = Certificate::fromDer(der);
        if (!certificate.ok())
            return certificate.error();
        certificates.append(*certificate);
    }
    if (certificates.isEmpty())
        return {Code::Malformed, QStringLiteral("chain")};
    return certificates;
}

/// Whoever speaks about one file, judged by one trust book at one time.
class Hearing final
{
public:
    Hearing(const DocumentFile &file, const QList<Seat> &seats, const TrustSnapshot &trust, qint64 now)
        : m_file(file)
        , m_seats(seats)
        , m_trust(trust)
        , m_now(now)
        , m_anchors{trust.pinned.charter.roots(), trust.newestLists(now)}
    {
    }

    VoiceFinding judge(VoiceFinding::Kind kind, const QByteArray &bytes) const
    {
        VoiceFinding finding;
        finding.kind = kind;
        finding.bytes = bytes;
        const auto said = CoseSign1::decode(bytes);
        if (!said.ok()) {
            finding.problem = said.error();
            return finding;
        }
        finding.at = said->at;
        const auto chain = certificatesOf(said->chain);
        if (!chain.ok()) {
            finding.problem = chain.error();
            return finding;
        }
        finding.leaf = chain->constFirst();
        finding.problem = checkContent(*said, finding);
        if (!finding.problem && !said->verifies())
            finding.problem = Error{Code::SignatureInvalid, finding.leaf.commonName};
        if (!finding.problem)
            finding.problem = checkSpeaker(kind, *chain, &finding.rootSha256);
        return finding;
    }

    std::optional<Error> checkSpeaker(
        VoiceFinding::Kind kind, const QList<Certificate> &chain, QByteArray *rootSha256 = nullptr) const
    {
        const Certificate &leaf = chain.constFirst();
        const auto root = rootOf(chain);
        if (!root.ok())
            return root.error();
        if (rootSha256)
            *rootSha256 = root->sha256;
        return kind == VoiceFinding::Kind::Withdrawal ? checkSigner(leaf, *root) : checkRole(leaf, *root);
    }

private:
    Result<Certificate> rootOf(const QList<Certificate> &chain) const
    {
        // The longest grace, as at a pack: taking back only ever makes things stricter.
        return validateChain(chain.constFirst(), chain.mid(1), m_anchors, ChainPurpose::Person, m_now,
            m_trust.pinned.charter.crlGrace.value(1));
    }

    std::optional<Error> checkContent(const CoseSign1 &said, VoiceFinding &finding) const
    {
        const bool withdrawal = finding.kind == VoiceFinding::Kind::Withdrawal;
        if (said.contentType != (withdrawal ? contenttype::withdrawal : contenttype::rejection))
            return Error{Code::UnknownType, QString::fromLatin1(said.contentType.left(100))};
        QByteArray document;
        if (withdrawal) {
            const auto content = Withdrawal::decode(said.payload);
            if (!content.ok())
                return content.error();
            document = content->document;
        } else {
            const auto content = Rejection::decode(said.payload);
            if (!content.ok())
                return content.error();
            document = content->document;
            finding.reason = content->reason;
        }
        if (document != m_file.payloadSha256())
            return Error{Code::DifferentDocument, finding.leaf.commonName};
        return std::nullopt;
    }

    std::optional<Error> checkSigner(const Certificate &leaf, const Certificate &root) const
    {
        for (const CoseSignature &signature : m_file.document.signatures) {
            const auto chain = certificatesOf(signature.chain);
            if (!chain.ok() || chain->constFirst().person != leaf.person || leaf.person.isEmpty()
                || !m_file.document.verifies(signature))
                continue;
            if (const auto theirs = rootOf(*chain); theirs.ok() && theirs->sha256 == root.sha256)
                return std::nullopt;
        }
        return Error{Code::SignerNotAuthorised, leaf.commonName};
    }

    std::optional<Error> checkRole(const Certificate &leaf, const Certificate &root) const
    {
        const Charter &charter = m_trust.pinned.charter;
        const Policy &policy = m_trust.pinned.policy;
        const auto id = RoleId::parse(leaf.role);
        const Role *role = id.ok() ? policy.role(*id) : nullptr;
        const QList<PositionId> issuers = charter.positionsOfRoot(root.sha256);
        if (!role || std::none_of(issuers.begin(), issuers.end(), [&](const PositionId &position) {
                return charter.mayIssue.value(*id).contains(position) && policy.issuers.value(*id).contains(position);
            }))
            return Error{Code::RoleNotIssuable, QStringLiteral("%1: %2").arg(leaf.commonName, leaf.role)};
        if (m_seats.contains({role->position, *id}))
            return std::nullopt;
        return Error{Code::SignerNotAuthorised, leaf.commonName};
    }

    const DocumentFile &m_file;
    const QList<Seat> &m_seats;
    const TrustSnapshot &m_trust;
    qint64 m_now = 0;
    TrustAnchors m_anchors;
};

} // namespace

QList<VoiceFinding> judgeVoices(
    const DocumentFile &whole, const QList<Seat> &seats, const TrustSnapshot &trust, qint64 now)
{
    QList<VoiceFinding> voices;
    if (whole.withdrawals.isEmpty() && whole.rejections.isEmpty())
        return voices;
    const DocumentFile file
        = filebounds::isBounded(whole) ? whole : filebounds::bounded(whole, trust.pinned.charter.roots());
    const Hearing hearing(file, seats, trust, now);
    for (const QByteArray &bytes : file.withdrawals)
        voices.append(hearing.judge(VoiceFinding::Kind::Withdrawal, bytes));
    for (const QByteArray &bytes : file.rejections)
        voices.append(hearing.judge(VoiceFinding::Kind::Rejection, bytes));
    return voices;
}

std::optional<Error> mayBeHeard(VoiceFinding::Kind kind, const QList<Certificate> &chain, const DocumentFile &file,
    const QList<Seat> &seats, const TrustSnapshot &trust, qint64 now)
{
    return Hearing(file, seats, trust, now).checkSpeaker(kind, chain);
}

} // namespace packwarden
