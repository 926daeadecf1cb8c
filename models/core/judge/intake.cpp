// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/intake.h"

#include "models/core/base/breakable.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/actor.h"
#include "models/core/judge/judgement.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace packwarden {

namespace {

/// Who answers for a list, and the pinned root above.
struct Issuer
{
    Certificate certificate;
    Certificate root;
    bool isRoot() const { return certificate == root; }
};

bool isRevoked(const Certificate &authority, const Certificate &root, const QList<CrlEntry> &lists)
{
    return std::any_of(lists.begin(), lists.end(), [&](const CrlEntry &held) {
        return held.crl.revokedSerials.contains(authority.serialNumber) && isListOf(held.crl, root);
    });
}

/// A pinned root, or an authority that a pinned root issued and that is not revoked by the lists held.
Result<Issuer> issuerOf(const CrlEntry &entry, const PackState &state)
{
    const QList<Certificate> roots = state.anchors().roots;
    const auto answering
        = std::find_if(roots.begin(), roots.end(), [&](const Certificate &root) { return isListOf(entry.crl, root); });
    if (entry.authorityDer.isEmpty())
        return answering == roots.end() ? Result<Issuer>(Code::UnknownIssuer, QStringLiteral("CRL"))
                                        : Result<Issuer>({*answering, *answering});
    const auto authority = Certificate::fromDer(entry.authorityDer);
    if (!authority.ok())
        return authority.error();
    const auto root = std::find_if(
        roots.begin(), roots.end(), [&](const Certificate &candidate) { return isIssuedBy(*authority, candidate); });
    if (root == roots.end())
        return {Code::UnknownIssuer, authority->commonName};
    if (isRevoked(*authority, *root, state.crls))
        return {Code::CertificateRevoked, authority->commonName};
    // Freshness of the root's own list is not asked: a revocation must get through even where lists are old.
    if (!state.clockUncertain && (state.now < authority->notBefore || state.now > authority->notAfter))
        return {state.now < authority->notBefore ? Code::CertificateNotYetValid : Code::CertificateExpired,
            authority->commonName};
    if (!isListOf(entry.crl, *authority))
        return {Code::SignatureInvalid, authority->commonName};
    // A root's own list is that, though another party certified the root's key.
    if (answering != roots.end())
        return Issuer{*answering, *answering};
    return Issuer{*authority, *root};
}

/// The authority by which a list is held for this root; nothing for the root's own list and for those of others.
std::optional<Certificate> authorityUnder(const CrlEntry &held, const Certificate &root)
{
    if (held.authorityDer.isEmpty())
        return std::nullopt;
    const auto authority = Certificate::fromDer(held.authorityDer);
    return authority.ok() && isIssuedBy(*authority, root) ? std::optional(*authority) : std::nullopt;
}

/// Is this list, which the issuer signed, held in a place of the issuer's root?
bool isPlaceOf(const CrlEntry &held, const Issuer &issuer)
{
    return issuer.isRoot() ? held.authorityDer.isEmpty() : authorityUnder(held, issuer.root).has_value();
}

/// Is there a place for the list of a further authority of this root? Lists of its authorities that nobody can be
/// judged by any more make place. Those held under the quota of an earlier version stay until then.
bool makePlace(QList<CrlEntry> &lists, const Certificate &root, const PackState &state)
{
    QList<CrlEntry> ended;
    int used = 1; // the root's own
    for (const CrlEntry &entry : std::as_const(lists)) {
        const auto authority = authorityUnder(entry, root);
        if (!authority)
            continue;
        ++used;
        if ((!state.clockUncertain && state.now > authority->notAfter) || isRevoked(*authority, root, lists))
            ended.append(entry);
    }
    while (used >= maxListsPerRoot && !ended.isEmpty()) {
        lists.removeOne(ended.takeFirst());
        --used;
    }
    return used < maxListsPerRoot;
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
    const QString &name = issuer->certificate.commonName;
    if (crl.nextUpdate <= crl.thisUpdate || crl.nextUpdate - crl.thisUpdate > maxCrlLifetime)
        return {Code::CrlStale, name};
    if (!state.clockUncertain && crl.thisUpdate > state.now)
        return {Code::NotYetValid, name};
    const CrlEntry coming{crl, issuer->isRoot() ? QByteArray() : entry->authorityDer};
    QList<CrlEntry> lists = state.crls;
    CrlEntry *place = nullptr;
    // Two roots may have certified one authority: each holds its list in a place of its own, and no number goes back.
    for (CrlEntry &held : lists) {
        if (!isListOf(held.crl, issuer->certificate))
            continue;
        const QString numbers = QStringLiteral("%1: %2 after %3").arg(name).arg(crl.number).arg(held.crl.number);
        if (held.crl.der != crl.der && crl.number <= held.crl.number)
            return {Code::VersionRollback, numbers};
        if (crl.number - held.crl.number > maxCrlNumberStep)
            return {Code::VersionJump, numbers};
        if (isPlaceOf(held, *issuer))
            place = &held;
    }
    if (place) {
        if (place->crl.der != crl.der)
            *place = coming;
        return lists;
    }
    const bool full = broken("lists-per-root") ? lists.size() >= 2 * maxListsPerRoot
                                               : !issuer->isRoot() && !makePlace(lists, issuer->root, state);
    if (full)
        return {Code::TooLarge, name};
    lists.append(coming);
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
    const qint64 at = chainTime(*whole, state);
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
    const QList<Certificate> roots = state.anchors().roots;
    const auto isPinned = [&](const KeptWithdrawal &held) {
        return std::any_of(
            roots.begin(), roots.end(), [&](const Certificate &one) { return one.sha256 == held.rootSha256; });
    };
    QList<KeptWithdrawal> all;
    std::copy_if(state.withdrawals.begin(), state.withdrawals.end(), std::back_inserter(all),
        [&](const KeptWithdrawal &held) { return held.expires > state.now && isPinned(held); });
    if (all.contains(kept))
        return all;
    int ofRoot = 0;
    int ofPerson = 0;
    for (const KeptWithdrawal &held : std::as_const(all)) {
        ofRoot += held.rootSha256 == kept.rootSha256 ? 1 : 0;
        ofPerson += held.rootSha256 == kept.rootSha256 && held.person == kept.person ? 1 : 0;
    }
    const auto counted = broken("withdrawals-per-root") ? all.size() : ofRoot;
    if (ofPerson >= maxWithdrawalsPerPerson || counted >= maxWithdrawalsPerRoot)
        return {Code::TooLarge, leaf.commonName};
    all.append(kept);
    return all;
}

} // namespace packwarden
