// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/auditverbs.h"
#include "app/ctl/base/busclient.h"
#include "models/audit/auditstore.h"
#include "models/core/pack/packanswers.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

#include <algorithm>

namespace packwarden::ctl {

namespace {

constexpr int pageSize = 500;

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

} // namespace

std::unique_ptr<Command> makeAuditWitnesses(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditWitnesses>(options, clock);
}

} // namespace packwarden::ctl
