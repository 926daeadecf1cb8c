// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/pki/chainmaker.h"

namespace packwarden::test {

using namespace forge;

namespace {

constexpr char unknownIssuer[] = "unknown-issuer";
constexpr char crlStale[] = "crl-stale";
constexpr char revokedReason[] = "certificate-revoked";
constexpr char unread[] = "GnuTLS does not read the extensions of lists, critical or not";
constexpr char noListDemand[] = "GnuTLS looks into the lists it has and demands none";

} // namespace

void ChainMaker::addNames()
{
    direct("good: a leaf of the root", "");
    byAuthority("good: a leaf of the issuing authority", "");
    byAuthority("good: the root comes along in the chain", "").between.append(m_root);
    {
        ChainCase &made = direct("good: two pinned roots, lists of both", "");
        CertificateSpec spec = rootSpec();
        spec.organisation = "celldata";
        spec.commonName = "celldata root";
        const QByteArray other = certificate(spec, m_strangerKey);
        made.roots.append(other);
        ListSpec lists;
        lists.from = m_now - day;
        lists.until = m_now + 30 * day;
        made.lists.append(list(lists, other, m_strangerKey));
    }
    {
        CertificateSpec spec = leafSpec();
        spec.commonName = "Zo\xc3\xab \xe6\x9d\x8e";
        leafCase("good: a name of other letters", "", spec);
        spec = leafSpec();
        spec.until = m_now + 30LL * 365 * day;
        leafCase("good: valid beyond 2049, in the other form of time", "", spec);
        spec = leafSpec();
        spec.extensions.append(Extension{"1.3.6.1.4.1.55555.7", "DER:0500"});
        leafCase("good: an unknown extension that is not critical", "", spec);
        spec = leafSpec();
        spec.extensions.append(Extension{"certificatePolicies", pki::issuerGeneratedKeyOid});
        leafCase("good: marked as a key that its issuer generated", "", spec);
    }
    {
        // Two authorities of one name: only the signature tells which of them it was.
        ChainCase &made = byAuthority("good: case 42: the same subject twice, the true one second", "");
        made.between = {certificate(authoritySpec(), m_strangerKey, m_root, m_rootKey), m_authority};
    }
    {
        // One serial number under two issuers is two certificates.
        ChainCase &made = byAuthority("good: case 42: its serial number is revoked under another issuer", "");
        CertificateSpec spec = leafSpec();
        spec.serial = QByteArray(16, '\x42');
        made.leaf = certificate(spec, m_leafKey, m_authority, m_authorityKey);
        ListSpec lists;
        lists.revoked = {leafOf(spec)};
        made.lists = {rootList(lists), authorityList()};
    }
    {
        ChainCase &made = direct("case 42: a serial number given twice, revoked once: both are", revokedReason);
        CertificateSpec spec = leafSpec();
        spec.serial = QByteArray(16, '\x43');
        made.leaf = leafOf(spec);
        spec.commonName = "Otto";
        ListSpec lists;
        lists.revoked = {leafOf(spec)};
        made.lists = {rootList(lists)};
    }
    direct("case 33: self-signed leaf", unknownIssuer).leaf = certificate(leafSpec(), m_leafKey);
    {
        CertificateSpec spec = rootSpec();
        spec.commonName = "Anna";
        direct("case 33: a self-signed authority as a leaf", unknownIssuer).leaf = certificate(spec, m_leafKey);
        spec = rootSpec();
        spec.organisation = "stranger";
        spec.commonName = "stranger root";
        const QByteArray stranger = certificate(spec, m_strangerKey);
        const QByteArray child = certificate(leafSpec(), m_leafKey, stranger, m_strangerKey);
        direct("case 33: unknown root", unknownIssuer).leaf = child;
        ChainCase &sent = direct("case 33: unknown root that the chain brings along", unknownIssuer);
        sent.leaf = child;
        sent.between = {stranger};
    }
    {
        const QByteArray lookAlike = certificate(rootSpec(), m_strangerKey);
        CertificateSpec spec = leafSpec();
        direct("case 33: right name, different key", unknownIssuer).leaf
            = certificate(spec, m_leafKey, lookAlike, m_strangerKey);
        CertificateSpec plain = rootSpec();
        plain.serial = QByteArray(16, '\x44');
        plain.extensions = with(plain.extensions, "subjectKeyIdentifier", "0102030405060708");
        const QByteArray pinned = certificate(plain, m_rootKey);
        const QByteArray twin = certificate(plain, m_strangerKey);
        ChainCase &same
            = direct("case 33: right name, serial number and key identifier, different key", "signature-invalid");
        same.roots = {pinned};
        ListSpec lists;
        lists.from = m_now - day;
        lists.until = m_now + 30 * day;
        same.lists = {list(lists, pinned, m_rootKey)};
        same.leaf = certificate(spec, m_leafKey, twin, m_strangerKey);
        spec = rootSpec();
        spec.commonName = "Ieasing root";
        direct("case 33: look-alike name", unknownIssuer).leaf
            = certificate(leafSpec(), m_leafKey, certificate(spec, m_strangerKey), m_strangerKey);
    }
    byAuthority("the issuing authority does not come along", unknownIssuer).between.clear();
    byAuthority("another root's authority comes along", unknownIssuer).between
        = {certificate(authoritySpec(), m_strangerKey, m_root, m_rootKey)};
    byAuthority("only a root is pinned that issued neither", unknownIssuer).roots
        = {certificate(rootSpec(), m_strangerKey)};
}

void ChainMaker::addDatesAndLists()
{
    const auto leafWith = [&](qint64 from, qint64 until) {
        CertificateSpec spec = leafSpec();
        spec.from = m_now + from;
        spec.until = m_now + until;
        return spec;
    };
    const auto between = [&](CertificateSpec spec, qint64 from, qint64 until) {
        spec.from = m_now + from;
        spec.until = m_now + until;
        return spec;
    };
    leafCase("case 34: expired leaf", "certificate-expired", leafWith(-10 * day, -60));
    leafCase("case 34: leaf not yet valid", "certificate-not-yet-valid", leafWith(3600, 10 * day));
    leafCase("case 34: a leaf that ends before it begins", "certificate-expired", leafWith(-day, -2 * day));
    authorityCase("case 34: expired authority", "certificate-expired", between(authoritySpec(), -10 * day, -60));
    authorityCase(
        "case 34: authority not yet valid", "certificate-not-yet-valid", between(authoritySpec(), 3600, 10 * day));
    rootCase("case 34: expired root", "certificate-expired", between(rootSpec(), -10 * day, -60), m_rootKey);
    rootCase(
        "case 34: root not yet valid", "certificate-not-yet-valid", between(rootSpec(), 3600, 10 * day), m_rootKey);

    const auto lists = [&](qint64 number, qint64 from, qint64 until, const QList<QByteArray> &revoked = {}) {
        ListSpec spec;
        spec.number = number;
        spec.from = m_now + from;
        spec.until = m_now + until;
        spec.revoked = revoked;
        return spec;
    };
    const ListSpec good = lists(1, -day, 30 * day);
    direct("case 34: revoked leaf", revokedReason).lists = {rootList(lists(1, -day, 30 * day, {m_leaf}))};
    byAuthority("case 34: leaf revoked by its authority", revokedReason).lists
        = {rootList(), authorityList(lists(1, -day, 30 * day, {m_child}))};
    byAuthority("case 34: revoked authority", revokedReason).lists
        = {rootList(lists(1, -day, 30 * day, {m_authority})), authorityList()};
    direct("good: another leaf is revoked", "").lists = {rootList(lists(1, -day, 30 * day, {m_child, m_authority}))};
    direct("case 34: expired list", crlStale).lists = {rootList(lists(1, -30 * day, -60))};
    byAuthority("case 34: expired list of the root, good one of the authority", crlStale).lists
        = {rootList(lists(1, -30 * day, -60)), authorityList()};
    ChainCase &grace = direct("good: expired list within the grace of the layer", "");
    grace.lists = {rootList(lists(1, -30 * day, -60))};
    grace.grace = day;
    grace.opensslDiffers = grace.certtoolDiffers = "the grace is the charter's, no option of a peer";
    ChainCase &late = direct("case 34: expired list past the grace", crlStale);
    late.lists = {rootList(lists(1, -30 * day, -2 * day))};
    late.grace = day;
    ChainCase &known = direct("case 34: revoked on an expired list within the grace", revokedReason);
    known.lists = {rootList(lists(1, -30 * day, -60, {m_leaf}))};
    known.grace = day;
    direct("case 34: list from the future", crlStale).lists = {rootList(lists(1, 3600, 30 * day))};
    ChainCase &none = direct("case 34: no list at all", crlStale);
    none.lists.clear();
    none.certtoolDiffers = noListDemand;
    ChainCase &half = byAuthority("case 34: no list of the root", crlStale);
    half.lists = {authorityList()};
    half.certtoolDiffers = noListDemand;
    ChainCase &otherHalf = byAuthority("case 34: no list of the authority", crlStale);
    otherHalf.lists = {rootList()};
    otherHalf.certtoolDiffers = noListDemand;
    ChainCase &foreign = direct("case 34: only the list of another issuer", crlStale);
    foreign.lists = {authorityList()};
    ChainCase &forged = direct("case 34: list under the issuer's name, signed by another key", crlStale);
    forged.lists = {list(good, m_root, m_strangerKey)};
    ChainCase &both = direct("case 34: forged list that revokes beside the true one", "");
    both.lists = {list(lists(9, -60, 40 * day, {m_leaf}), m_root, m_strangerKey), rootList()};
    both.opensslDiffers = both.certtoolDiffers
        = "peers let a forged list shut out the true one; core asks first who signed it";
    direct("case 34: older list without the revocation, newer one with it", revokedReason).lists
        = {rootList(lists(1, -2 * day, 30 * day)), rootList(lists(2, -day, 30 * day, {m_leaf}))};
    QByteArray spoilt = rootList();
    spoilt[spoilt.size() - 5] = char(spoilt.back() ^ 0x55);
    direct("case 34: list with a spoilt signature", crlStale).lists = {spoilt};
    ListSpec odd = good;
    odd.digest = "SHA1";
    ChainCase &weak = direct("case 25: list signed with SHA-1", crlStale);
    weak.lists = {list(odd, m_root, m_rootKey)};
    weak.opensslDiffers = weak.certtoolDiffers = "peers can be asked for the strength of certificates, not of lists";
    odd = good;
    odd.number = -1;
    ChainCase &unnumbered = direct("list without a number", crlStale);
    unnumbered.lists = {list(odd, m_root, m_rootKey)};
    unnumbered.opensslDiffers = unnumbered.certtoolDiffers = "only core counts lists, so that none is rolled back";
    odd = good;
    odd.until = -1;
    ChainCase &endless = direct("list that never ends", crlStale);
    endless.lists = {list(odd, m_root, m_rootKey)};
    endless.opensslDiffers = endless.certtoolDiffers = "RFC 5280 lets peers take a list without nextUpdate as endless";
    odd = good;
    odd.extensions = {{"1.3.6.1.4.1.55555.8", "critical,DER:0500"}};
    ChainCase &critical = direct("list with an unknown critical extension", crlStale);
    critical.lists = {list(odd, m_root, m_rootKey)};
    critical.certtoolDiffers = unread;
    odd.extensions = {{"issuingDistributionPoint", "critical,onlyCA:TRUE"}};
    ChainCase &scope = direct("list for authorities only", crlStale);
    scope.lists = {list(odd, m_root, m_rootKey)};
    scope.certtoolDiffers = unread;
    odd.extensions = {{"deltaCRL", "critical,DER:020101"}};
    ChainCase &delta = direct("delta list", crlStale);
    delta.lists = {list(odd, m_root, m_rootKey)};
    delta.certtoolDiffers = unread;
}

} // namespace packwarden::test
