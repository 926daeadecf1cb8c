// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/demo/demopacks.h"

#include "hw/sim/factory/datasheet.h"
#include "hw/sim/factory/factoryline.h"
#include "hw/sim/gate/documentgate.h"
#include "hw/sim/memory/filelayer.h"
#include "hw/sim/memory/packclock.h"
#include "models/core/documents/rulechange.h"

#include <QDateTime>
#include <QDir>

namespace packwarden::sim {

namespace {

Result<CoseSign> signByAll(
    const QByteArray &contentType, const QByteArray &payload, const DemoWorld &world, const DemoKeys &keys, qint64 now)
{
    CoseSign document{contentType, payload, {}};
    const auto sign = [&](const QString &name, Meaning meaning) -> Result<> {
        const auto signer = keys.signer(name);
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

Result<> makeDemoPack(const QString &folder, const DemoWorld &world, const DemoWorld::Pack &pack, const DemoKeys &keys,
    const DemoDocuments &documents, const Clock &clock, const std::function<Result<pki::PrivateKey>()> &makeKey)
{
    constexpr qint64 deviceLife = 15 * 365 * DemoKeys::day;
    const qint64 now = clock.now();
    const auto sheet = DataSheet::load(pack.hardware);
    const auto board = factory::makeBoard(pack.hardware, pack.node);
    if (!sheet.ok())
        return sheet.error();
    if (!board.ok())
        return board.error();
    const DemoIdentity &maker = keys.identity(QStringLiteral("manufacturer-root"));
    FactoryLine::Papers papers;
    papers.engineer = keys.signer(world.author);
    papers.colleague = keys.signer(world.author + QStringLiteral("-2"));
    if (!papers.engineer || !papers.colleague)
        return {Code::KeyUnusable, world.author};
    papers.root = maker.certificate();
    papers.rootKey = maker.key;
    papers.deviceLife = deviceLife;
    papers.silicon = sheet->silicon;
    papers.sheet = sheet->cellData();
    papers.foundation = documents.rules.foundation;
    papers.charter.document = documents.charter.document.encode();
    for (const CrlEntry &entry : documents.lists) {
        if (isListOf(entry.crl, papers.root))
            papers.lists.append(entry);
        papers.charter.crls.append(encodeCrlEntry(entry));
    }

    const QString place = folder + u'/' + pack.serial.text();
    const QString fresh = QStringLiteral("%1/.%2.new").arg(folder, pack.serial.text());
    if (!QDir().mkpath(fresh))
        return {Code::FileUnwritable, fresh};
    DiskFiles files;
    if (auto made = factory::makeBlank(files, fresh, *board, now); !made.ok())
        return made;
    auto memory = PackMemory::load(files, fresh);
    if (!memory.ok())
        return memory.error();
    if (auto booted = memory.value().boot({}); !booted.ok())
        return booted;
    PackClock packClock(clock, memory->contents());
    const QString today = QDateTime::fromSecsSinceEpoch(now).toUTC().toString(QStringLiteral("yyyy-MM-dd"));
    const factory::Identification identification{pack.serial, pack.hardware, sheet->partNumber, today, papers.root.der};
    const auto request = factory::identify(memory.value(), identification, now, makeKey);
    if (!request.ok())
        return request.error();
    DocumentGate gate(memory.value(), packClock);
    if (auto sealed = FactoryLine(papers).run(*memory, gate, clock); !sealed.ok())
        return sealed;
    if (auto renamed = files.rename(fresh, place); !renamed.ok())
        return renamed;
    return files.syncFolder(folder);
}

} // namespace packwarden::sim
