// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/pki.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <initializer_list>

namespace packwarden::test {

/// Certificates and lists of every kind that core never makes: wrong, weak, foreign, oversized. Not one is checked.
namespace forge {

struct Extension
{
    QByteArray name; ///< short name or dotted OID
    QByteArray value; ///< in OpenSSL's text form
};

/// The extensions that core's own certificates carry, for a test to change one of them.
QList<Extension> leafExtensions(const QByteArray &person = "anna", const QByteArray &role = "asset-manager");
QList<Extension> authorityExtensions(const QByteArray &basicConstraints);
/// The same list with one value replaced; an empty value takes the extension away.
QList<Extension> with(QList<Extension> extensions, const QByteArray &name, const QByteArray &value);

struct CertificateSpec
{
    QByteArray commonName;
    QByteArray organisation = "leasing";
    QList<Extension> extensions;
    qint64 from = 0;
    qint64 until = 0;
    QByteArray serial; ///< big-endian; empty: random
    QByteArray digest = "SHA256"; ///< empty: the key has its own (Ed25519)
    bool pss = false;
    int version = 3;
    bool issuerUnnamed = false; ///< the issuer's name is empty
};

/// issuer: DER, or empty for self-signed.
QByteArray certificate(const CertificateSpec &spec, const pki::PrivateKey &key, const QByteArray &issuer = {},
    const pki::PrivateKey &issuerKey = {});

struct ListSpec
{
    qint64 number = 1; ///< -1: none
    qint64 from = 0;
    qint64 until = 0; ///< -1: no nextUpdate
    QList<QByteArray> revoked; ///< certificates, DER
    QByteArray digest = "SHA256";
    QList<Extension> extensions; ///< beside number and authority key
};

QByteArray list(const ListSpec &spec, const QByteArray &issuer, const pki::PrivateKey &issuerKey);

/// Keys that core makes none of. bits and exponent of RSA.
pki::PrivateKey rsaKey(int bits, unsigned long exponent = 65537);
pki::PrivateKey curveKey(const char *curve);
pki::PrivateKey edwardsKey();

/// ASN.1 as a tree, to write the same in a form that DER does not allow. A primitive value has bytes, any other parts.
struct Asn1
{
    enum class Form { Shortest, LongLength, Indefinite };
    unsigned char tag = 0;
    QByteArray bytes;
    QList<Asn1> parts;
    Form form = Form::Shortest;

    static Asn1 read(const QByteArray &der);
    QByteArray encode() const;
    /// The part of a part of ...
    Asn1 &at(std::initializer_list<int> path);
};

/// A certificate, list or request: [what is signed, algorithm, signature], signed again after it was changed.
QByteArray signedAgain(Asn1 tree, const pki::PrivateKey &key);

} // namespace forge

} // namespace packwarden::test
