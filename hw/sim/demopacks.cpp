// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demopacks.h"

#include "filelayer.h"
#include "packmemory.h"
#include "rulechange.h"

#include <QDateTime>
#include <QDir>

namespace packwarden::sim {

namespace {

/// Without the root, which is pinned where the signature is judged.
std::shared_ptr<SigningKey> signerOf(const DemoIdentity &identity)
{
    return pki::makeSigningKey(identity.key, identity.chain.mid(0, identity.chain.size() - 1));
}

Result<CoseSign> signByAll(
    const QByteArray &contentType, const QByteArray &payload, const DemoWorld &world, const DemoKeys &keys, qint64 now)
{
    CoseSign document{contentType, payload, {}};
    const auto sign = [&](const QString &name, Meaning meaning) -> Result<> {
        const auto signer = signerOf(keys.identity(name));
        if (!signer)
            return {Code::KeyUnusable, name};
        // Nobody has an audit yet when the world is made: a log of no records.
        const LogHead log{randomBytes(16), 0, QByteArray(32, '\0')};
        const auto done = document.addSignature(*signer, meaning, now, log);
        return done.ok() ? Result<>::success() : Result<>(done.error());
    };
    if (auto done = sign(world.author, Meaning::Author); !done.ok())
        return done.error();
    for (const DemoWorld::Place &place : world.places) {
        if (auto done = sign(place.signedBy, Meaning::Approve); !done.ok())
            return done.error();
    }
    return document;
}

} // namespace

Result<DemoDocuments> DemoDocuments::make(
    const DemoWorld &world, const DemoKeys &keys, const QList<CrlEntry> &lists, qint64 now)
{
    const auto rules = DemoRules::make(world, keys.roots(), now);
    if (!rules.ok())
        return rules.error();
    DemoDocuments documents;
    documents.rules = *rules;
    const QList<Certificate> pinned = rules->charter.roots();
    for (const CrlEntry &entry : lists) {
        const auto authority = Certificate::fromDer(entry.authorityDer);
        const QByteArray root = authority.ok() ? authority->issuerDer : entry.crl.issuerDer;
        const bool known
            = std::any_of(pinned.begin(), pinned.end(), [&](const Certificate &c) { return c.subjectDer == root; });
        if (known)
            documents.lists.append(entry);
    }
    DocumentHead head;
    head.id = randomBytes(16);
    head.created = now;
    head.expires = now + DocumentHead::maxLifetime;
    head.author = keys.identity(world.author).certificate().sha256;
    head.title = QStringLiteral("Charter of the demo fleet");
    head.reason = QStringLiteral("The contracts of the demo parties, turned into rules");
    const QByteArray charterBytes
        = CharterChange{head, Amendment::First, {}, rules->charter, {head, {}, rules->policy}}.encode();
    head.id = randomBytes(16);
    head.title = QStringLiteral("Policy of the demo fleet");
    head.reason = QStringLiteral("Who may do what with the packs of the demo fleet");
    const QByteArray policyBytes = PolicyChange{head, {}, rules->policy}.encode();

    for (const auto &[type, payload, file] : {std::tuple(contenttype::charter, charterBytes, &documents.charter),
             std::tuple(contenttype::policy, policyBytes, &documents.policy)}) {
        const auto document = signByAll(type, payload, world, keys, now);
        if (!document.ok())
            return document.error();
        file->document = *document;
        for (auto text = rules->contractTexts.begin(); text != rules->contractTexts.end(); ++text)
            file->attachments.insert(text.key() + QStringLiteral(".txt"), text.value());
        for (const CrlEntry &entry : documents.lists)
            file->crls.append(encodeCrlEntry(entry));
    }
    return documents;
}

Result<> makeDemoPack(const QString &folder, const DemoWorld::Pack &pack, const DemoKeys &keys,
    const DemoDocuments &documents, qint64 now)
{
    const auto sheet = DataSheet::load(pack.hardware);
    if (!sheet.ok())
        return sheet.error();
    const DemoIdentity &device = keys.identity(pack.serial.text());
    PackParts parts;
    parts.identity.serial = pack.serial;
    parts.identity.hardware = pack.hardware;
    parts.identity.partNumber = sheet->partNumber;
    parts.identity.manufactured = QDateTime::fromSecsSinceEpoch(now, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd"));
    parts.identity.configuration = sheet->configuration;
    parts.identity.configuration.node = pack.node;
    parts.silicon = sheet->silicon;
    parts.foundation = documents.rules.foundation;
    parts.deviceKeyPem = device.key.toPem();
    parts.deviceChain = {device.certificate().der};
    parts.contents.lifeCycle = LifeCycle::InService;
    parts.contents.charterDocument = documents.charter.document.encode();
    parts.contents.charterSince = now;
    parts.contents.policyDocument = documents.policy.document.encode();
    parts.contents.policySince = now;
    for (const CrlEntry &entry : documents.lists)
        parts.contents.crls.append(encodeCrlEntry(entry));
    for (const ParameterDefinition &parameter : sheet->silicon.parameters)
        parts.contents.values.insert(parameter.id, {parameter.defaultValue, 1, {}, 0});
    parts.contents.clockFloor = now;

    const QString place = folder + u'/' + pack.serial.text();
    const QString fresh = QStringLiteral("%1/.%2.new").arg(folder, pack.serial.text());
    if (!QDir().mkpath(fresh))
        return {Code::FileUnwritable, fresh};
    DiskFiles files;
    if (auto made = PackMemory::create(files, fresh, parts); !made.ok())
        return made;
    if (auto renamed = files.rename(fresh, place); !renamed.ok())
        return renamed;
    return files.syncFolder(folder);
}

} // namespace packwarden::sim
