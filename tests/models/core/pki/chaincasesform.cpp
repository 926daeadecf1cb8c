// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/pki/chainmaker.h"

namespace packwarden::test {

using namespace forge;

namespace {

constexpr char malformed[] = "malformed";
constexpr char algorithm[] = "algorithm";
constexpr char allowList[] = "core's allow-list is narrower: RSA 3072 to 4096, e = 65537, SHA-256 alone";
constexpr char usage[] = "certtool asks the leaf for its purpose, not for its key usage";
constexpr char strict[] = "GnuTLS does not insist on this form of RFC 5280";

QByteArray replaced(QByteArray bytes, const QByteArray &before, const QByteArray &after, bool last)
{
    const qsizetype at = last ? bytes.lastIndexOf(before) : bytes.indexOf(before);
    return at < 0 ? bytes : bytes.replace(at, before.size(), after);
}

} // namespace

void ChainMaker::addExtensions()
{
    const auto leaf = [&](const char *name, const QByteArray &field, const QByteArray &value) -> ChainCase & {
        CertificateSpec spec = leafSpec();
        spec.extensions = with(spec.extensions, field, value);
        return leafCase(name, malformed, spec);
    };
    const auto authority = [&](const char *name, const QByteArray &field, const QByteArray &value) -> ChainCase & {
        CertificateSpec spec = authoritySpec();
        spec.extensions = with(spec.extensions, field, value);
        return authorityCase(name, malformed, spec);
    };
    {
        ChainCase &made = direct("case 35: a leaf (CA:FALSE) as an issuer", malformed);
        made.leaf = certificate(leafSpec(), m_strangerKey, m_leaf, m_leafKey);
        made.between = {m_leaf};
        ListSpec lists;
        lists.from = m_now - day;
        lists.until = m_now + 30 * day;
        made.lists.append(list(lists, m_leaf, m_leafKey));
    }
    authority("case 35: an issuer without basic constraints", "basicConstraints", {});
    authority("an issuer whose basic constraints are not critical", "basicConstraints", "CA:TRUE,pathlen:0")
        .certtoolDiffers
        = strict;
    authority("case 35: an issuer that may not sign certificates", "keyUsage", "critical,cRLSign,digitalSignature");
    authority("case 35: an issuer that may not sign lists", "keyUsage", "critical,keyCertSign").expected = "crl-stale";
    authority("an issuer without key identifier", "subjectKeyIdentifier", {}).certtoolDiffers = strict;
    authority("case 35: an issuer with an unknown critical extension", "1.3.6.1.4.1.55555.9", "critical,DER:0500");
    const auto underThird = [&](ChainCase &made, const QByteArray &name) {
        CertificateSpec spec = authoritySpec();
        spec.commonName = name;
        const QByteArray third = certificate(spec, m_strangerKey, m_authority, m_authorityKey);
        made.leaf = certificate(leafSpec(), m_leafKey, third, m_strangerKey);
        made.between = {third, m_authority};
        ListSpec lists;
        lists.from = m_now - day;
        lists.until = m_now + 30 * day;
        made.lists.append(list(lists, third, m_strangerKey));
    };
    {
        // Root (1), authority (0), and a further authority that the first was not allowed to make.
        ChainCase &made = byAuthority("case 35: path length of the authority exceeded", malformed);
        underThird(made, "leasing office");
        // Under its own name it goes on with another key (RFC 5280, 4.2.1.9: not counted).
        ChainCase &next = byAuthority("good: an authority that certified its own next key", "");
        underThird(next, "leasing issuer");
        next.certtoolDiffers = "GnuTLS counts certificates that an authority gave itself";
    }
    {
        ChainCase &made = direct("case 35: path length of the root exceeded", malformed);
        CertificateSpec spec = rootSpec();
        spec.extensions = authorityExtensions("critical,CA:TRUE,pathlen:0");
        const QByteArray root = certificate(spec, m_rootKey);
        const QByteArray issuer = certificate(authoritySpec(), m_authorityKey, root, m_rootKey);
        made.leaf = certificate(leafSpec(), m_leafKey, issuer, m_authorityKey);
        made.between = {issuer};
        made.roots = {root};
        made.lists.append(authorityList());
    }
    leaf("case 35: key usage without digitalSignature", "keyUsage", "critical,keyEncipherment").certtoolDiffers = usage;
    leaf("case 35: key usage of an authority on a leaf", "keyUsage", "critical,digitalSignature,keyCertSign")
        .certtoolDiffers
        = usage;
    ChainCase &more
        = leaf("more key usage than digitalSignature", "keyUsage", "critical,digitalSignature,keyEncipherment");
    more.opensslDiffers = more.certtoolDiffers = "core wants exactly digitalSignature";
    ChainCase &unsaid = leaf("no key usage", "keyUsage", {});
    unsaid.opensslDiffers = unsaid.certtoolDiffers = "RFC 5280 takes a leaf without key usage for fit for all";
    leaf("case 35: extended key usage of a device on a person", "extendedKeyUsage", "serverAuth");
    ChainCase &any = leaf("extended key usage for anything", "extendedKeyUsage", "anyExtendedKeyUsage");
    any.certtoolDiffers = "GnuTLS takes any for all; OpenSSL's TLS purposes and core do not";
    ChainCase &two
        = leaf("extended key usage of person and device at once", "extendedKeyUsage", "clientAuth,serverAuth");
    two.opensslDiffers = two.certtoolDiffers = "core wants exactly one purpose";
    ChainCase &open = leaf("no extended key usage", "extendedKeyUsage", {});
    open.opensslDiffers = open.certtoolDiffers = "RFC 5280 takes a leaf without it for fit for all";
    {
        CertificateSpec spec = leafSpec();
        spec.extensions = with(with(spec.extensions, "extendedKeyUsage", "serverAuth"), "subjectAltName",
            "URI:urn:packwarden:pack:SDB-TEST-0001");
        leafCase("good: a device's leaf for a device", "", spec).purpose = ChainPurpose::Device;
        leafCase("case 35: a device's leaf for a person", malformed, spec);
        leafCase("case 35: a person's leaf for a device", malformed, leafSpec()).purpose = ChainPurpose::Device;
    }
    leaf("case 35: unknown critical extension", "1.3.6.1.4.1.55555.9", "critical,DER:0500");
    leaf("a leaf that is an authority", "basicConstraints", "critical,CA:TRUE,pathlen:0").certtoolDiffers = usage;
    leaf("no authority key identifier", "authorityKeyIdentifier", {}).certtoolDiffers = strict;
    {
        CertificateSpec spec = leafSpec();
        spec.extensions.append(Extension{"subjectAltName", "email:anna@leasing.example"});
        leafCase("two subject alternative names", malformed, spec);
        spec = leafSpec();
        spec.extensions = with(spec.extensions, "subjectAltName",
            "URI:urn:packwarden:person:anna,URI:urn:packwarden:person:otto,URI:urn:packwarden:role:asset-manager");
        ChainCase &persons = leafCase("two people in one leaf", malformed, spec);
        persons.opensslDiffers = persons.certtoolDiffers = "what the names mean is core's alone";
    }
    const auto constrained = [&](const char *name, const char *expected, const QByteArray &constraints) -> ChainCase & {
        ChainCase &made = byAuthority(name, expected);
        CertificateSpec spec = authoritySpec();
        spec.extensions.append(Extension{"nameConstraints", constraints});
        const QByteArray issuer = certificate(spec, m_authorityKey, m_root, m_rootKey);
        CertificateSpec child = leafSpec();
        child.extensions = with(child.extensions, "subjectAltName",
            "DNS:anna.leasing.example,URI:urn:packwarden:person:anna,URI:urn:packwarden:role:asset-manager");
        made.leaf = certificate(child, m_leafKey, issuer, m_authorityKey);
        made.between = {issuer};
        return made;
    };
    constrained("good: within the name constraints", "", "critical,permitted;DNS:leasing.example");
    constrained("case 35: outside the permitted names", malformed, "critical,permitted;DNS:courier.example");
    constrained("case 35: an excluded name", malformed, "critical,excluded;DNS:leasing.example");
}

void ChainMaker::addAlgorithms()
{
    const auto keyed = [&](const char *name, const pki::PrivateKey &key) -> ChainCase & {
        ChainCase &made = direct(name, algorithm);
        made.leaf = certificate(leafSpec(), key, m_root, m_rootKey);
        return made;
    };
    const auto digested = [&](const char *name, const char *digest) -> ChainCase & {
        CertificateSpec spec = leafSpec();
        spec.digest = digest;
        return leafCase(name, algorithm, spec);
    };
    direct("good: RSA of 4096 bits", "").leaf = certificate(leafSpec(), rsaKey(4096), m_root, m_rootKey);
    keyed("case 25: RSA of 1024 bits", rsaKey(1024));
    keyed("case 25: RSA of 2048 bits", rsaKey(2048));
    ChainCase &three = keyed("case 25: RSA with e = 3", rsaKey(3072, 3));
    three.opensslDiffers = three.certtoolDiffers = allowList;
    ChainCase &curve = keyed("case 25: ECDSA key, P-256", curveKey("P-256"));
    curve.opensslDiffers = curve.certtoolDiffers = allowList;
    ChainCase &edwards = keyed("case 25: Ed25519 key", edwardsKey());
    edwards.opensslDiffers = edwards.certtoolDiffers = allowList;
    digested("case 25: signed with MD5", "MD5");
    digested("case 25: signed with SHA-1", "SHA1");
    ChainCase &longer = digested("case 25: signed with SHA-384", "SHA384");
    longer.opensslDiffers = longer.certtoolDiffers = allowList;
    CertificateSpec pss = leafSpec();
    pss.pss = true;
    ChainCase &probabilistic = leafCase("case 25: signed with RSA-PSS", algorithm, pss);
    probabilistic.opensslDiffers = probabilistic.certtoolDiffers = allowList;

    rootCase("case 25: root of 1024 bits", "unknown-issuer", rootSpec(), rsaKey(1024));
    CertificateSpec weak = rootSpec();
    weak.digest = "SHA1";
    ChainCase &pinned = rootCase("case 25: root signed with SHA-1", "unknown-issuer", weak, m_rootKey);
    pinned.opensslDiffers = pinned.certtoolDiffers
        = "nobody relies on a pinned root's own signature; core pins no other kind";
    ChainCase &curved = rootCase("case 25: root with an ECDSA key", "unknown-issuer", rootSpec(), curveKey("P-256"));
    curved.leaf = certificate(leafSpec(), m_leafKey, curved.roots.constFirst(), curveKey("P-256"));
    curved.expected = algorithm;
    weak = authoritySpec();
    weak.digest = "SHA1";
    authorityCase("case 25: authority signed with SHA-1", algorithm, weak);

    const QByteArray sha256Oid = QByteArray::fromHex("06092a864886f70d01010b");
    const QByteArray sha1Oid = QByteArray::fromHex("06092a864886f70d010105");
    direct("case 25: named SHA-1 outside, signed with SHA-256", algorithm).leaf
        = replaced(m_leaf, sha256Oid, sha1Oid, true);
    direct("case 25: named SHA-1 inside, SHA-256 outside", malformed).leaf
        = replaced(m_leaf, sha256Oid, sha1Oid, false);
}

void ChainMaker::addShapes()
{
    QByteArray spoilt = m_leaf;
    spoilt[spoilt.size() - 20] = char(spoilt.at(spoilt.size() - 20) ^ 1);
    direct("one bit of the signature", "signature-invalid").leaf = spoilt;
    direct("one letter of the name", "signature-invalid").leaf = replaced(m_leaf, "Anna", "Anne", true);
    ChainCase &broken = byAuthority("one bit of the authority's signature", "signature-invalid");
    QByteArray issuer = m_authority;
    issuer[issuer.size() - 20] = char(issuer.at(issuer.size() - 20) ^ 1);
    broken.between = {issuer};
    direct("cut short", malformed).leaf = m_leaf.chopped(1);
    ChainCase &trailing = direct("followed by a byte", malformed);
    trailing.leaf = m_leaf + '\0';
    trailing.opensslDiffers = "openssl reads to the end of the structure, not of the file";
    direct("nothing", malformed).leaf.clear();
    {
        CertificateSpec spec = leafSpec();
        spec.extensions.append(Extension{"1.3.6.1.4.1.55555.10", "DER:0482ffff" + QByteArray(65535 * 2, '0')});
        ChainCase &large = leafCase("case 42: a certificate of 64 KiB", "too-large", spec);
        large.opensslDiffers = large.certtoolDiffers = "only core bounds the size";
        spec = leafSpec();
        spec.version = 1;
        leafCase("version 1 with extensions", malformed, spec);
        spec.extensions.clear();
        ChainCase &old = leafCase("version 1 without extensions", malformed, spec);
        old.opensslDiffers = old.certtoolDiffers = "RFC 5280 takes a leaf that says nothing for fit for all";
        spec = leafSpec();
        spec.issuerUnnamed = true;
        leafCase("no name of an issuer", "unknown-issuer", spec);
    }
    {
        ChainCase &loop = direct("case 42: two authorities that issued each other", "unknown-issuer");
        CertificateSpec first = authoritySpec();
        first.commonName = "first";
        CertificateSpec second = authoritySpec();
        second.commonName = "second";
        const QByteArray a = certificate(first, m_authorityKey);
        const QByteArray b = certificate(second, m_strangerKey, a, m_authorityKey);
        const QByteArray c = certificate(first, m_authorityKey, b, m_strangerKey);
        loop.leaf = certificate(leafSpec(), m_leafKey, c, m_authorityKey);
        loop.between = {c, b};
    }
    {
        ChainCase &deep = direct("case 42: a thousand authorities deep", malformed);
        CertificateSpec spec = authoritySpec();
        spec.extensions = authorityExtensions("critical,CA:TRUE");
        QByteArray above = certificate(spec, m_authorityKey, m_root, m_rootKey);
        deep.between = {above};
        for (int i = 1; i < 1000; ++i) {
            spec.commonName = "authority " + QByteArray::number(i);
            above = certificate(spec, m_authorityKey, above, m_authorityKey);
            deep.between.prepend(above);
        }
        deep.leaf = certificate(leafSpec(), m_leafKey, above, m_authorityKey);
    }
}

} // namespace packwarden::test
