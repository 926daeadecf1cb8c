// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "intake.h"

#include "documentfile.h"
#include "judgement.h"

#include <algorithm>

namespace packwarden {

namespace {

/// The certificate that answers for a list: a pinned root, or an authority that a pinned root issued and that is not
/// revoked by the lists held.
Result<Certificate> issuerOf(const CrlEntry &entry, const PackState &state)
{
    const QList<Certificate> roots = state.anchors().roots;
    const auto answering
        = std::find_if(roots.begin(), roots.end(), [&](const Certificate &root) { return isListOf(entry.crl, root); });
    if (entry.authorityDer.isEmpty())
        return answering == roots.end() ? Result<Certificate>(Code::UnknownIssuer, QStringLiteral("CRL"))
                                        : Result<Certificate>(*answering);
    const auto authority = Certificate::fromDer(entry.authorityDer);
    if (!authority.ok())
        return authority.error();
    const auto root = std::find_if(
        roots.begin(), roots.end(), [&](const Certificate &candidate) { return isIssuedBy(*authority, candidate); });
    if (root == roots.end())
        return {Code::UnknownIssuer, authority->commonName};
    for (const CrlEntry &held : state.crls) {
        if (isListOf(held.crl, *root) && held.crl.revokedSerials.contains(authority->serialNumber))
            return {Code::CertificateRevoked, authority->commonName};
    }
    // Freshness of the root's own list is not asked: a revocation must get through even where lists are old.
    if (!state.clockUncertain && (state.now < authority->notBefore || state.now > authority->notAfter))
        return {state.now < authority->notBefore ? Code::CertificateNotYetValid : Code::CertificateExpired,
            authority->commonName};
    if (!isListOf(entry.crl, *authority))
        return {Code::SignatureInvalid, authority->commonName};
    return authority;
}

} // namespace

Result<QList<CrlEntry>> takeCrl(const QByteArray &encodedEntry, const PackState &state)
{
    const auto entry = decodeCrlEntry(encodedEntry);
    if (!entry.ok())
        return entry.error();
    const auto issuer = issuerOf(*entry, state);
    if (!issuer.ok())
        return issuer.error();
    const Crl &crl = entry->crl;
    if (crl.nextUpdate <= crl.thisUpdate || crl.nextUpdate - crl.thisUpdate > maxCrlLifetime)
        return {Code::CrlStale, issuer->commonName};
    if (!state.clockUncertain && crl.thisUpdate > state.now)
        return {Code::NotYetValid, issuer->commonName};
    QList<CrlEntry> lists = state.crls;
    for (CrlEntry &held : lists) {
        if (!isListOf(held.crl, *issuer))
            continue;
        if (held.crl.der == crl.der)
            return lists;
        const QString numbers
            = QStringLiteral("%1: %2 after %3").arg(issuer->commonName).arg(crl.number).arg(held.crl.number);
        if (crl.number <= held.crl.number)
            return {Code::VersionRollback, numbers};
        if (crl.number - held.crl.number > maxCrlNumberStep)
            return {Code::VersionJump, numbers};
        held = *entry;
        return lists;
    }
    if (lists.size() >= maxLists)
        return {Code::TooLarge, issuer->commonName};
    lists.append(*entry);
    return lists;
}

Result<QList<KeptWithdrawal>> takeWithdrawal(const QByteArray &bytes, const PackState &state)
{
    const auto document = CoseSign1::decode(bytes);
    if (!document.ok())
        return document.error();
    if (document->contentType != contenttype::withdrawal)
        return {Code::UnknownType, QString::fromLatin1(document->contentType.left(100))};
    const auto withdrawal = Withdrawal::decode(document->payload);
    if (!withdrawal.ok())
        return withdrawal.error();
    auto whole = judgement::readChain(document->chain);
    if (!whole.ok())
        return whole.error();
    const qint64 at = judgement::chainTime(*whole, state);
    QList<Certificate> chain = *whole;
    const Certificate leaf = chain.takeFirst();
    if (!document->verifies())
        return {Code::SignatureInvalid, leaf.commonName};
    // The longest grace: taking a signature back only ever makes a pack stricter.
    const auto root
        = validateChain(leaf, chain, state.anchors(), ChainPurpose::Person, at, state.charter.crlGrace.value(1));
    if (!root.ok())
        return root.error();
    if (withdrawal->expires <= state.now)
        return {Code::Expired, QString::number(withdrawal->expires)};
    // The author's clock may be ahead a little, and a pack without the time cannot tell.
    if (!state.clockUncertain
        && withdrawal->expires - state.now > DocumentHead::maxLifetime + DocumentHead::clockTolerance)
        return {Code::Malformed, QStringLiteral("expires")};
    if (leaf.person.isEmpty())
        return {Code::SignerNotAuthorised, leaf.commonName};
    const KeptWithdrawal kept{withdrawal->document, withdrawal->expires, root->sha256, leaf.person};
    QList<KeptWithdrawal> all;
    for (const KeptWithdrawal &held : state.withdrawals) {
        if (held.expires > state.now)
            all.append(held);
    }
    if (all.contains(kept))
        return all;
    const auto mine = std::count_if(all.begin(), all.end(),
        [&](const KeptWithdrawal &held) { return held.rootSha256 == kept.rootSha256 && held.person == kept.person; });
    if (mine >= maxWithdrawalsPerPerson || all.size() >= maxWithdrawals)
        return {Code::TooLarge, leaf.commonName};
    all.append(kept);
    return all;
}

} // namespace packwarden
