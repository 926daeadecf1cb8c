// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/models/core/pki/certificateforge.h"
#include "tests/models/core/pki/chaincases.h"

namespace packwarden::test {

/// One good chain (root, issuing authority, a leaf of each, the lists of both), and the means to spoil a part of it.
class ChainMaker final
{
public:
    ChainMaker(TestWorld &world, qint64 now);

    void addNames(); ///< whose root, whose name: cases 33, 42
    void addDatesAndLists(); ///< case 34
    void addExtensions(); ///< case 35
    void addAlgorithms(); ///< case 25
    void addShapes(); ///< case 42: what no certificate should look like

    QList<ChainCase> cases;

private:
    static constexpr qint64 day = 24 * 3600;

    /// The case of the leaf that the root issued, and of the one that the authority issued. expected empty: good.
    ChainCase &direct(const QByteArray &name, const QByteArray &expected);
    ChainCase &byAuthority(const QByteArray &name, const QByteArray &expected);
    forge::CertificateSpec leafSpec() const;
    forge::CertificateSpec rootSpec() const;
    forge::CertificateSpec authoritySpec() const;
    QByteArray leafOf(const forge::CertificateSpec &spec) const; ///< by the root
    /// A list of the root, or of the authority.
    QByteArray rootList(forge::ListSpec spec = {}) const;
    QByteArray authorityList(forge::ListSpec spec = {}) const;
    /// The direct case with another leaf.
    ChainCase &leafCase(const QByteArray &name, const QByteArray &expected, const forge::CertificateSpec &spec);
    /// The case by an authority of this kind instead, with its leaf and list.
    ChainCase &authorityCase(const QByteArray &name, const QByteArray &expected, const forge::CertificateSpec &spec);
    /// The direct case under a root of this kind, with its leaf and list.
    ChainCase &rootCase(const QByteArray &name, const QByteArray &expected, const forge::CertificateSpec &spec,
        const pki::PrivateKey &key);

    qint64 m_now;
    pki::PrivateKey m_rootKey;
    pki::PrivateKey m_authorityKey;
    pki::PrivateKey m_leafKey;
    pki::PrivateKey m_strangerKey;
    QByteArray m_root;
    QByteArray m_authority;
    QByteArray m_leaf; ///< by the root
    QByteArray m_child; ///< by the authority
};

} // namespace packwarden::test
