// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/support/bigstore.h"

#include "models/audit/auditstore.h"
#include "models/core/base/ids.h"
#include "models/core/cose/checkpoint.h"
#include "models/keys/issuedbook.h"

namespace packwarden::test::bigstore {

namespace {

using L1 = QLatin1String;

constexpr qint64 perTransaction = 10'000; ///< and for each checkpoint
constexpr int people = 300;
constexpr int packs = 10'000;
constexpr int perDocument = 8;
constexpr int keys = 8;

void must(bool good, const char *what)
{
    if (!good)
        qFatal("%s", what);
}

QString serialOf(qint64 i)
{
    return QStringLiteral("SDB-FLEET-%1").arg(i * 7919 % packs, 5, 10, QChar(u'0'));
}

AuditActor actorOf(qint64 document)
{
    static const QList<std::pair<QString, QString>> roles{{QStringLiteral("leasing"), QStringLiteral("asset-manager")},
        {QStringLiteral("celldata"), QStringLiteral("specialist")},
        {QStringLiteral("courier"), QStringLiteral("fleet-manager")},
        {QStringLiteral("service"), QStringLiteral("technician")}};
    const auto &[party, role] = roles.at(document % roles.size());
    return {QStringLiteral("%1.%2-%3").arg(party, role).arg(document % people), party, role};
}

/// The story of a document: what the steps of one leave behind.
std::pair<AuditActor, AuditEntry> entryOf(qint64 i)
{
    const qint64 document = i / perDocument;
    const QByteArray payload = sha256(QByteArray::number(document));
    const QByteArray id = payload.left(8);
    const QString pack = serialOf(document);
    const QString subject = fingerprintText(payload);
    const QString done = L1(auditoutcome::done);
    const QCborMap ofDelivery{{L1("id"), id}, {L1("pack"), pack}, {L1("document"), payload}};
    const QCborMap ofSignature{{L1("payload"), payload}, {L1("leaf"), payload}, {L1("signature"), payload}};
    const auto by = [&](const char *action, const QString &outcome, const QCborMap &detail) {
        return std::pair(actorOf(document), AuditEntry{L1(action), subject, outcome, detail});
    };
    switch (i % perDocument) {
    case 0:
        return {actorOf(document), {L1(auditaction::signIn), actorOf(document).person, done, {{L1("leaf"), payload}}}};
    case 1:
        return by(
            auditaction::draftRequest, done, {{L1("title"), QStringLiteral("Winter routes")}, {L1("packs"), pack}});
    case 2:
    case 3:
        return by(auditaction::signRequest, done, ofSignature);
    case 4:
        return by(auditaction::mergeRequest, done, {{L1("payload"), payload}, {L1("signatures"), 2}});
    case 5:
        return by(auditaction::deliverRequest, L1(auditoutcome::begun), ofDelivery);
    case 6:
        return by(
            auditaction::deliverRequest, document % 50 == 0 ? QString(codeName(Code::Expired)) : done, ofDelivery);
    default:
        return {actorOf(document), {L1(auditaction::signOut), actorOf(document).person, done, {}}};
    }
}

} // namespace

void addRecords(AuditStore &store, TestWorld &world, qint64 records)
{
    const auto key = world.key(QStringLiteral("leasing.asset-manager"));
    for (qint64 i = 0; i < records;) {
        AuditStore::Entries entries;
        for (; i < records && entries.size() < perTransaction; ++i)
            entries.append(entryOf(i));
        must(store.appendTogether(entries).ok(), "records");
        const auto checkpoint = store.checkpoint();
        must(checkpoint.ok(), "checkpoint");
        const auto made = CoseSign1::make(checkpoint->contentType(), checkpoint->encode(), *key, TestWorld::now);
        must(made.ok() && store.addCheckpoint(made->encode()).ok(), "signed checkpoint");
    }
}

void addCertificates(const QString &folder, TestWorld &world, int certificates)
{
    const IssuedBook book(folder);
    for (int i = 0; i < certificates; ++i) {
        const pki::PrivateKey key = world.privateKey(QStringLiteral("big-%1").arg(i % keys));
        const bool isPack = i % 2 == 0;
        const AuditActor actor = actorOf(i);
        const QString party = isPack ? QStringLiteral("manufacturer") : actor.party;
        const QString serial = QStringLiteral("SDB-FLEET-%1").arg(i / 2, 5, 10, QChar(u'0'));
        const QString person = QStringLiteral("%1.%2-%3").arg(actor.party, actor.role).arg(i);
        const pki::LeafName name
            = isPack ? pki::LeafName{{}, {}, serial, false} : pki::LeafName{person, actor.role, {}, false};
        const auto leaf
            = pki::issueLeaf(world.root(party), world.rootKey(party), key, {isPack ? serial : person, party}, name,
                {TestWorld::now - TestWorld::day, TestWorld::now + 365 * TestWorld::day});
        must(leaf.ok() && book.keep(*leaf).ok(), "certificate");
    }
}

} // namespace packwarden::test::bigstore
