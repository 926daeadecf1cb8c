// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"
#include "models/core/judge/verifier.h"
#include "models/core/pack/packstate.h"
#include "models/core/pki/pki.h"

#include <QMap>

namespace packwarden::test {

/// A small world of parties and people with real certificates, made at a fixed time. Private keys are cached in the
/// folder named by PACKWARDEN_TEST_KEYS, so that only the first test of a build pays for them. Needs a CryptoRuntime.
class TestWorld final
{
public:
    static constexpr qint64 now = 1'780'000'000;
    static constexpr qint64 day = 24 * 3600;

    TestWorld();

    /// "leasing.asset-manager", "leasing.asset-manager-2", "celldata.specialist", "platform.platform-engineer",
    /// "courier.fleet-manager" (issued by the courier's issuing authority), "service.technician",
    /// "manufacturer.engineer-manufacturer"; "buyer.asset-manager", of a party that is not in the charter.
    std::shared_ptr<SigningKey> key(const QString &person);
    /// A further leaf for a person: another key, role, issuer, validity.
    struct Leaf
    {
        QString party;
        QString person;
        QString role;
        QString keyName; ///< cached key; the same name is the same key
        qint64 from = now - day;
        qint64 until = now + 365 * day;
        bool issuerGenerated = false;
    };
    std::shared_ptr<SigningKey> makeKey(const Leaf &leaf);

    Certificate root(const QString &party);
    /// The list of a party's root, revoking the given leaves.
    CrlEntry crl(const QString &party, const QList<Certificate> &revoked = {}, qint64 number = 1,
        qint64 from = now - day, qint64 until = now + 30 * day);

    /// A sealed pack SDB-TEST-0001 of kind "nmc-96s2p" with the rules of the demo in small.
    PackState pack(const QString &serial = QStringLiteral("SDB-TEST-0001"));
    /// The pack's own key, under the manufacturer's root.
    std::shared_ptr<SigningKey> deviceKey(const QString &serial = QStringLiteral("SDB-TEST-0001"));

    /// A request for one value on one pack, by the courier's fleet manager; from and revision as the pack has them.
    ChangeRequest request(const PackState &pack, const QString &parameter, qint64 to);
    /// Signed by the author and approved by the others, in this order.
    CoseSign sign(const ChangeRequest &request, const QString &author, const QStringList &approvers);
    QByteArray signedBytes(const ChangeRequest &request, const QStringList &approvers);

    pki::PrivateKey privateKey(const QString &name);
    pki::PrivateKey rootKey(const QString &party) { return privateKey(party + QStringLiteral("-root")); }

private:
    QString m_folder;
    QMap<QString, pki::PrivateKey> m_keys;
    QMap<QString, Certificate> m_roots;
    QMap<QString, std::shared_ptr<SigningKey>> m_people;
    QMap<QByteArray, Crl> m_lists; ///< by what went into them: the same list is signed once
};

} // namespace packwarden::test
