// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/rulechange.h"
#include "models/signoffs/receiptbook.h"
#include "tests/models/support/modelworld.h"

namespace packwarden::test {

/// A policy that the owner wrote and all seats of the test world signed: the next one after that of the pack.
inline DocumentFile signedPolicy(TestWorld &world, const PackState &pack)
{
    PolicyChange change;
    change.head.id = QByteArray(16, 'p');
    change.head.created = TestWorld::now - 60;
    change.head.expires = TestWorld::now + TestWorld::day;
    change.head.author = world.key(QStringLiteral("leasing.asset-manager-2"))->leaf().sha256;
    change.head.title = QStringLiteral("For the whole fleet");
    change.head.reason = QStringLiteral("Because");
    change.previous = {pack.policyDocument};
    change.policy = pack.policy;
    ++change.policy.version;
    DocumentFile file;
    file.document = {contenttype::policy, change.encode(), {}};
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    const auto sign = [&](const char *person, Meaning meaning) {
        if (!file.document.addSignature(*world.key(QLatin1String(person)), meaning, TestWorld::now - 30, log).ok())
            qFatal("cannot sign");
    };
    sign("leasing.asset-manager-2", Meaning::Author);
    sign("leasing.asset-manager", Meaning::Approve);
    sign("celldata.specialist", Meaning::Approve);
    return file;
}

/// What a pack with this serial would sign when it has applied that policy.
inline ReceiptBook::Line policyReceipt(
    TestWorld &world, const PackState &pack, const QByteArray &payloadSha256, const QString &serial)
{
    Receipt receipt;
    receipt.document = payloadSha256;
    receipt.serial = PackSerial::fromTrusted(serial);
    receipt.policyVersion = pack.policy.version + 1;
    receipt.at = TestWorld::now;
    receipt.logCount = 7;
    receipt.logHash = QByteArray(32, 'g');
    receipt.siliconSha256 = pack.silicon.sha256();
    receipt.foundationSha256 = pack.foundation.sha256();
    const auto made = CoseSign1::make(contenttype::receipt, receipt.encode(), *world.deviceKey(serial), TestWorld::now);
    if (!made.ok())
        qFatal("no receipt");
    return {receipt.serial, made->encode()};
}

} // namespace packwarden::test
