// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/pki/chainmaker.h"

namespace packwarden::test {

using namespace forge;

ChainMaker::ChainMaker(TestWorld &world, qint64 now)
    : m_now(now)
    , m_rootKey(world.rootKey(QStringLiteral("leasing")))
    , m_authorityKey(world.privateKey(QStringLiteral("courier-issuer")))
    , m_leafKey(world.privateKey(QStringLiteral("leasing.asset-manager")))
    , m_strangerKey(world.privateKey(QStringLiteral("stranger")))
    , m_root(certificate(rootSpec(), m_rootKey))
    , m_authority(certificate(authoritySpec(), m_authorityKey, m_root, m_rootKey))
    , m_leaf(leafOf(leafSpec()))
    , m_child(certificate(leafSpec(), m_leafKey, m_authority, m_authorityKey))
{
}

CertificateSpec ChainMaker::leafSpec() const
{
    CertificateSpec spec;
    spec.commonName = "Anna";
    spec.extensions = leafExtensions();
    spec.from = m_now - 10 * day;
    spec.until = m_now + 300 * day;
    return spec;
}

CertificateSpec ChainMaker::rootSpec() const
{
    CertificateSpec spec;
    spec.commonName = "leasing root";
    spec.extensions = authorityExtensions("critical,CA:TRUE,pathlen:1");
    spec.from = m_now - 400 * day;
    spec.until = m_now + 4000 * day;
    return spec;
}

CertificateSpec ChainMaker::authoritySpec() const
{
    CertificateSpec spec = rootSpec();
    spec.commonName = "leasing issuer";
    spec.extensions = authorityExtensions("critical,CA:TRUE,pathlen:0");
    return spec;
}

QByteArray ChainMaker::leafOf(const CertificateSpec &spec) const
{
    return certificate(spec, m_leafKey, m_root, m_rootKey);
}

QByteArray ChainMaker::rootList(ListSpec spec) const
{
    if (spec.from == 0)
        spec.from = m_now - day;
    if (spec.until == 0)
        spec.until = m_now + 30 * day;
    return list(spec, m_root, m_rootKey);
}

QByteArray ChainMaker::authorityList(ListSpec spec) const
{
    if (spec.from == 0)
        spec.from = m_now - day;
    if (spec.until == 0)
        spec.until = m_now + 30 * day;
    return list(spec, m_authority, m_authorityKey);
}

ChainCase &ChainMaker::direct(const QByteArray &name, const QByteArray &expected)
{
    ChainCase made;
    made.name = name;
    made.expected = expected;
    made.leaf = m_leaf;
    made.roots = {m_root};
    made.lists = {rootList()};
    cases.append(made);
    return cases.last();
}

ChainCase &ChainMaker::byAuthority(const QByteArray &name, const QByteArray &expected)
{
    ChainCase &made = direct(name, expected);
    made.leaf = m_child;
    made.between = {m_authority};
    made.lists.append(authorityList());
    return made;
}

ChainCase &ChainMaker::leafCase(const QByteArray &name, const QByteArray &expected, const CertificateSpec &spec)
{
    ChainCase &made = direct(name, expected);
    made.leaf = leafOf(spec);
    return made;
}

ChainCase &ChainMaker::authorityCase(const QByteArray &name, const QByteArray &expected, const CertificateSpec &spec)
{
    ChainCase &made = direct(name, expected);
    const QByteArray authority = certificate(spec, m_authorityKey, m_root, m_rootKey);
    made.leaf = certificate(leafSpec(), m_leafKey, authority, m_authorityKey);
    made.between = {authority};
    ListSpec lists;
    lists.from = m_now - day;
    lists.until = m_now + 30 * day;
    made.lists.append(list(lists, authority, m_authorityKey));
    return made;
}

ChainCase &ChainMaker::rootCase(
    const QByteArray &name, const QByteArray &expected, const CertificateSpec &spec, const pki::PrivateKey &key)
{
    ChainCase &made = direct(name, expected);
    const QByteArray root = certificate(spec, key);
    made.leaf = certificate(leafSpec(), m_leafKey, root, key);
    made.roots = {root};
    ListSpec lists;
    lists.from = m_now - day;
    lists.until = m_now + 30 * day;
    made.lists = {list(lists, root, key)};
    return made;
}

QList<ChainCase> chainCases(TestWorld &world, qint64 now)
{
    ChainMaker maker(world, now);
    maker.addNames();
    maker.addDatesAndLists();
    maker.addExtensions();
    maker.addAlgorithms();
    maker.addShapes();
    return maker.cases;
}

} // namespace packwarden::test
