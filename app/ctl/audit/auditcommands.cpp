// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/auditproof.h"
#include "app/ctl/audit/auditverbs.h"
#include "app/ctl/base/busclient.h"
#include "models/audit/auditexport.h"
#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pack/packanswers.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditcheckpoints.h"
#include "models/workspace/auditverifier.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace packwarden::ctl {

namespace {

constexpr int pageSize = 500;

QString upTo(const AuditAnchor &anchor)
{
    return QStringLiteral("%1 by %2 (%3%4)")
        .arg(anchor.count)
        .arg(anchor.by, anchor.carrier, anchor.proved ? QString() : QStringLiteral(", unsigned"));
}

QJsonObject describeVerdict(const AuditVerdict &verdict)
{
    QJsonArray anchors;
    for (const AuditAnchor &anchor : verdict.anchors)
        anchors.append(QJsonObject{{QStringLiteral("upTo"), anchor.count}, {QStringLiteral("by"), anchor.by},
            {QStringLiteral("carrier"), anchor.carrier}, {QStringLiteral("proved"), anchor.proved}});
    QJsonArray flags;
    for (const AuditFlag &flag : verdict.flags)
        flags.append(QJsonObject{{QStringLiteral("kind"), QString(flagName(flag.kind))},
            {QStringLiteral("record"), flag.record}, {QStringLiteral("detail"), flag.detail}});
    QJsonObject result{{QStringLiteral("checked"), verdict.checked}, {QStringLiteral("witnessed"), verdict.witnessed},
        {QStringLiteral("notWitnessed"), verdict.notWitnessed()},
        {QStringLiteral("checkpointed"), verdict.checkpointed}, {QStringLiteral("anchors"), anchors},
        {QStringLiteral("flags"), flags}};
    if (verdict.problem)
        result.insert(QStringLiteral("record"), verdict.badRecord);
    return result;
}

QStringList verdictLines(const AuditVerdict &verdict)
{
    QStringList lines;
    if (verdict.problem && verdict.problem->code != Code::AuditDamaged) {
        lines.append(QStringLiteral("not verified: %1").arg(verdict.problem->detail));
    } else if (verdict.problem) {
        // What is wrong with the file as a whole is at no record.
        const QString where
            = verdict.badRecord > 0 ? QStringLiteral(" at record %1").arg(verdict.badRecord) : QString();
        lines.append(QStringLiteral("DAMAGED%1 (%2); %3 records%4 verify")
                         .arg(where, verdict.problem->detail)
                         .arg(verdict.checked)
                         .arg(where.isEmpty() ? QString() : QStringLiteral(" before it")));
    } else {
        QStringList by;
        for (const AuditAnchor &anchor : verdict.anchors)
            by.append(upTo(anchor));
        lines.append(QStringLiteral("%1: %2 records; %3; %4 not yet witnessed; under checkpoints up to %5")
                         .arg(verdict.lacksCheckpoints()
                                 ? QStringLiteral("CHECKPOINTS DAMAGED OR MISSING, records follow from one another")
                                 : QStringLiteral("intact"))
                         .arg(verdict.checked)
                         .arg(by.isEmpty() ? QStringLiteral("not anchored")
                                           : QStringLiteral("anchored up to %1").arg(by.join(QStringLiteral(", "))))
                         .arg(verdict.notWitnessed())
                         .arg(verdict.checkpointed));
        lines.append(QStringLiteral("not shown by this: whether records were removed from the end, after the last "
                                    "one that others hold"));
    }
    for (const AuditAccuser &accuser : verdict.accusers)
        lines.append(QStringLiteral("by the word of %1: a head of %2 records. If that is false: audit settle %1")
                         .arg(accuser.by)
                         .arg(accuser.count));
    for (const AuditFlag &flag : verdict.flags)
        lines.append(QStringLiteral("%1: record %2 %3").arg(flagName(flag.kind)).arg(flag.record).arg(flag.detail));
    return lines;
}

/// Why a verification does not end well.
std::optional<Error> problemOf(const AuditVerdict &verdict)
{
    if (verdict.problem)
        return verdict.problem;
    if (verdict.isDisputed())
        return Error{Code::AuditDamaged, QStringLiteral("disputed")};
    if (verdict.lacksCheckpoints())
        return Error{Code::AuditDamaged, QStringLiteral("checkpoints")};
    return std::nullopt;
}

/// Verifies every link, and what is known outside of the store against it. FILE: a document, whose signatures may carry
/// heads of this log, or an export of any store, which is verified itself and searched for them. A proof of one record
/// is verified alone.
class AuditVerify final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString path = options().store + QStringLiteral("/audit.db");
        const QStringList &files = options().arguments;
        if (!files.isEmpty() && std::all_of(files.begin(), files.end(), AuditInclusion::isProof)) {
            verifyProofs();
            return;
        }
        if (!QFile::exists(path) && !QFile::exists(path + QStringLiteral(".id"))) {
            // Exports prove themselves: an auditor has no store.
            if (!files.isEmpty() && std::all_of(files.begin(), files.end(), auditexport::isExport))
                verifyExports();
            else
                fail({Code::FileUnreadable, path});
            return;
        }
        if (!workspace())
            return;
        QList<SeenHead> heads;
        for (const QString &file : files) {
            const auto found = auditexport::isExport(file) ? headsOfExport(file) : headsOfDocument(file);
            if (!found.ok()) {
                fail(found.error());
                return;
            }
            heads += *found;
        }
        m_verifier = std::make_unique<AuditVerifier>(*workspace());
        connect(m_verifier.get(), &AuditVerifier::finished, this, &AuditVerify::report);
        m_verifier->start(heads);
    }

private:
    Result<QList<SeenHead>> headsOfDocument(const QString &path)
    {
        const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
        const auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
        if (!file.ok())
            return file.error();
        return workspace()->headJudge(file->crls).in(file->document);
    }

    Result<QList<SeenHead>> headsOfExport(const QString &path)
    {
        const auto reading = auditexport::read(path, {{}, workspace()->headJudge()});
        if (!reading.ok())
            return reading.error();
        // The file's own chain is told first, whatever it says of the audit of this store.
        tellExport(path, *reading);
        if (const auto &problem = reading->verdict.problem)
            return Error{problem->code, QStringLiteral("%1: %2").arg(path, problem->detail)};
        return reading->heads;
    }

    /// By the rules that are pinned here, if there are any: an auditor may have none.
    void verifyProofs()
    {
        const bool hasStore = QFile::exists(options().store + QStringLiteral("/audit.db"));
        if (hasStore && !workspace())
            return;
        const auto judge = hasStore ? workspace()->auditProof()().judge : std::nullopt;
        for (const QString &path : options().arguments) {
            const auto proof = AuditInclusion::read(path);
            const auto signer = proof.ok() ? proof->verify(judge) : Result<AuditInclusion::Signer>(proof.error());
            if (!signer.ok()) {
                fail({signer.code(), QStringLiteral("%1: %2").arg(path, signer.error().detail)});
                return;
            }
            QJsonObject line = proofObject(*proof, *signer);
            line.insert(QStringLiteral("file"), path);
            out().text(QStringLiteral("%1: %2").arg(path, proofLine(*proof, *signer)));
            if (signer->problem) {
                fail(*signer->problem, line);
                return;
            }
            out().line(line);
        }
        done({{QStringLiteral("proofs"), options().arguments.size()}});
    }

    QJsonObject tellExport(const QString &path, const auditexport::Reading &reading)
    {
        QJsonObject line = describeVerdict(reading.verdict);
        line.insert(QStringLiteral("file"), path);
        line.insert(QStringLiteral("log"), QString::fromLatin1(reading.logId.toHex()));
        for (const QString &text : verdictLines(reading.verdict))
            out().text(QStringLiteral("%1: %2").arg(path, text));
        m_exports.append(line);
        return line;
    }

    void verifyExports()
    {
        for (const QString &path : options().arguments) {
            const auto reading = auditexport::read(path, {});
            if (!reading.ok()) {
                fail(reading.error());
                return;
            }
            const QJsonObject line = tellExport(path, *reading);
            if (const auto problem = problemOf(reading->verdict)) {
                fail(*problem, line);
                return;
            }
            out().line(line);
        }
        done({{QStringLiteral("exports"), options().arguments.size()}});
    }

    void report(const AuditVerdict &verdict)
    {
        for (const QString &line : verdictLines(verdict))
            out().text(m_exports.isEmpty() ? line : QStringLiteral("the audit here: %1").arg(line));
        QJsonObject result = describeVerdict(verdict);
        if (!m_exports.isEmpty())
            result.insert(QStringLiteral("exports"), m_exports);
        if (const auto problem = problemOf(verdict))
            fail(*problem, result);
        else
            done(result);
    }

    std::unique_ptr<AuditVerifier> m_verifier;
    QJsonArray m_exports; ///< what came of each that was given
};

/// Writes the whole audit as a file that anybody can verify.
class AuditExport final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        // With a key, the export ends in a checkpoint of the person who made it.
        if (options().keyLocator().isEmpty()) {
            if (workspace())
                write();
            return;
        }
        if (!workspace())
            return;
        connect(&workspace()->checkpoints(), &AuditCheckpoints::settled, this, &AuditExport::write,
            Qt::SingleShotConnection);
        withIdentity([] {});
    }

private:
    void write()
    {
        const auto written = auditexport::write(workspace()->audit().path(), options().output);
        if (!written.ok()) {
            fail(written.error());
            return;
        }
        out().text(QStringLiteral("%1: %2 records, %3 checkpoints")
                       .arg(options().output)
                       .arg(written->head.count)
                       .arg(written->checkpoints));
        done({{QStringLiteral("file"), options().output}, {QStringLiteral("records"), written->head.count},
            {QStringLiteral("checkpoints"), written->checkpoints},
            {QStringLiteral("log"), QString::fromLatin1(written->head.logId.toHex())},
            {QStringLiteral("hash"), QString::fromLatin1(written->head.hash.toHex())}});
    }
};

/// What this store knows of other audits: the highest head of each, and every contradiction. SERIAL...: first asks
/// these packs for the heads that they keep, ours among them.
class AuditWitnesses final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        m_serials = options().arguments;
        if (m_serials.isEmpty()) {
            list();
            return;
        }
        if (!workspace())
            return;
        withPacks(m_serials, [this] {
            connect(bus()->link(), &PackLink::didRead, this, &AuditWitnesses::take);
            connect(bus()->link(), &PackLink::didsRead, this, &AuditWitnesses::ask);
            connect(bus()->link(), &PackLink::readFailed, this,
                [this](const QString &, const Error &error) { fail(error); });
            ask();
        });
    }

private:
    static constexpr quint16 headsDid = 0x0106;

    void ask()
    {
        if (m_failed)
            return;
        if (m_serials.isEmpty())
            list();
        else
            bus()->readDids(m_serials.takeFirst(), {headsDid});
    }

    void take(const QString &serial, quint16 did, const QByteArray &value)
    {
        if (did != headsDid || m_failed)
            return;
        const auto id = PackSerial::parse(serial);
        const auto kept = WitnessedHead::decodeList(value);
        const auto seen = !id.ok() ? Result<AuditStore::Witnessed>(id.error())
            : !kept.ok()           ? Result<AuditStore::Witnessed>(kept.error())
                         : workspace()->audit().witness(workspace()->session().actor(), HeadJudge::onPack(*id, *kept));
        if (!seen.ok()) {
            m_failed = true;
            fail(seen.error());
        }
    }

    void list()
    {
        if (!workspace())
            return;
        const AuditStore &audit = workspace()->audit();
        AuditFilter filter;
        filter.action = QLatin1String(auditaction::witnessHead);
        HeadLedger ledger;
        int unproved = 0;
        for (qint64 end = audit.count(filter); end > 0; end -= pageSize) {
            const qint64 offset = std::max<qint64>(0, end - pageSize);
            const auto page = audit.page(filter, offset, int(end - offset));
            for (auto it = page.rbegin(); it != page.rend(); ++it) {
                const auto seen = SeenHead::fromDetail(it->detail);
                if (!seen.ok())
                    continue;
                ledger.add(*seen, it->seq);
                unproved += seen->proved() ? 0 : 1;
            }
        }
        const auto highest = ledger.highest();
        for (auto it = highest.begin(); it != highest.end(); ++it)
            say(it.key(), *it);
        const auto conflicts = ledger.conflicts();
        for (const HeadConflict &conflict : conflicts)
            say(conflict);
        done({{QStringLiteral("witnesses"), highest.size()}, {QStringLiteral("conflicts"), conflicts.size()},
            {QStringLiteral("unproved"), unproved}});
    }

    QString partyOf(const QByteArray &root)
    {
        const auto positions = workspace()->trust().charter().positionsOfRoot(root);
        return positions.isEmpty() ? QString::fromLatin1(root.left(8).toHex())
                                   : workspace()->trust().partyName(positions.constFirst());
    }

    void say(const HeadLedger::Key &key, const HeadLedger::Entry &entry)
    {
        const SeenHead &seen = entry.head;
        out().text(QStringLiteral("%1  %2: %3 records, %4 by %5%6 (record %7)")
                       .arg(partyOf(key.first), key.second)
                       .arg(seen.head.count)
                       .arg(seen.carrier, seen.by, seen.proved() ? QString() : QStringLiteral(", unsigned"))
                       .arg(entry.record));
        out().line({{QStringLiteral("party"), partyOf(key.first)},
            {QStringLiteral("root"), QString::fromLatin1(key.first.toHex())}, {QStringLiteral("log"), key.second},
            {QStringLiteral("count"), seen.head.count},
            {QStringLiteral("hash"), QString::fromLatin1(seen.head.hash.toHex())},
            {QStringLiteral("carrier"), seen.carrier}, {QStringLiteral("by"), seen.by},
            {QStringLiteral("proved"), seen.proved()}, {QStringLiteral("record"), entry.record}});
    }

    void say(const HeadConflict &conflict)
    {
        const QString kind
            = conflict.kind == HeadConflict::Kind::Fork ? QStringLiteral("fork") : QStringLiteral("regress");
        out().text(QStringLiteral("CONFLICT (%1)  %2  %3: records %4 and %5 of this audit hold the evidence")
                       .arg(kind, partyOf(conflict.rootSha256), conflict.log)
                       .arg(conflict.earlier)
                       .arg(conflict.later));
        out().line({{QStringLiteral("conflict"), kind}, {QStringLiteral("party"), partyOf(conflict.rootSha256)},
            {QStringLiteral("root"), QString::fromLatin1(conflict.rootSha256.toHex())},
            {QStringLiteral("log"), conflict.log}, {QStringLiteral("count"), conflict.count},
            {QStringLiteral("earlier"), conflict.earlier}, {QStringLiteral("later"), conflict.later},
            {QStringLiteral("by"), conflict.by}});
    }

    QStringList m_serials; ///< still to ask
    bool m_failed = false;
};

/// After damage: moves the store aside and begins a new one that points at its last head.
class AuditRestart final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString path = options().store + QStringLiteral("/audit.db");
        if (auto opened = AuditStore::open(path, clock());
            opened.ok() && (*opened)->access() != AuditStore::Access::Damaged && !problemOf(verifyAudit(path))) {
            fail({Code::WrongState, QStringLiteral("the audit is intact")});
            return;
        }
        const auto anew = AuditStore::startAnew(path, clock());
        if (!anew.ok()) {
            fail(anew.error());
            return;
        }
        out().text(QStringLiteral("begun anew; the old audit is kept beside it"));
        done({{QStringLiteral("log"), QString::fromLatin1((*anew)->head().logId.toHex())}});
    }
};

/// Where the records follow from one another and only heads told by one person's key say otherwise: a person decides
/// that this key told something false. What it told stays named as a dispute.
class AuditSettle final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const QString &name = options().arguments.constFirst();
        const AuditVerdict verdict = verifyAudit(workspace()->audit().path(), workspace()->auditProof()());
        const auto accuser = std::find_if(verdict.accusers.begin(), verdict.accusers.end(),
            [&](const AuditAccuser &each) { return each.by == name; });
        if (accuser == verdict.accusers.end()) {
            fail({Code::WrongState, QStringLiteral("%1 names no head that this audit does not have").arg(name)});
            return;
        }
        const auto recorded = workspace()->audit().append(workspace()->session().actor(),
            {QLatin1String(auditaction::settleHead), name, QLatin1String(auditoutcome::done),
                QCborMap{{QLatin1String("leaf"), accuser->leafSha256}, {QLatin1String("count"), accuser->count}}});
        if (!recorded.ok()) {
            fail(recorded.error());
            return;
        }
        out().text(
            QStringLiteral("what %1 tells of this audit is a dispute from now on, no proof of damage; revoke the "
                           "key if it told something false")
                .arg(name));
        done({{QStringLiteral("by"), name}, {QStringLiteral("count"), accuser->count}});
    }
};

} // namespace

std::unique_ptr<Command> makeAuditVerify(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditVerify>(options, clock);
}

std::unique_ptr<Command> makeAuditExport(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditExport>(options, clock);
}

std::unique_ptr<Command> makeAuditWitnesses(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditWitnesses>(options, clock);
}

std::unique_ptr<Command> makeAuditRestart(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditRestart>(options, clock);
}

std::unique_ptr<Command> makeAuditSettle(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditSettle>(options, clock);
}

} // namespace packwarden::ctl
