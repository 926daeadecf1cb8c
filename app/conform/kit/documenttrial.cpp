// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/documenttrial.h"

#include "app/conform/kit/login.h"
#include "app/conform/kit/transfer.h"
#include "models/core/pack/packanswers.h"

namespace packwarden::conform {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QMap<QString, QByteArray> held(Bsp &bsp)
{
    QMap<QString, QByteArray> all;
    for (const char *did : {"0100", "0103", "0104", "0106", "0108", "0109", "0113"})
        all.insert(s(did), bsp.ask(bytes("22") + bytes(did)));
    if (auto lock = LockInfo::decode(bsp.ask(bytes("220107")).mid(3)); lock.ok()) {
        // These two move with the clock and with the current, whatever a document says.
        lock->until = 0;
        lock->pending = false;
        all.insert(s("0107"), lock->encode());
    }
    if (const auto life = LifeCycleInfo::decode(bsp.ask(bytes("220101")).mid(3)); life.ok())
        all.insert(s("0101"), lifeCycleName(life->state).toLatin1());
    if (auto knowledge = PackKnowledge::decode(bsp.ask(bytes("220114")).mid(3)); knowledge.ok()) {
        knowledge->nonce.clear();
        all.insert(s("0114"), knowledge->encode());
    }
    // What may be rewritten holds the counters, which count refusals.
    if (auto slotList = RepositorySlot::decodeMap(bsp.ask(bytes("220102")).mid(3)); slotList.ok()) {
        slotList->removeIf([](const RepositorySlot &slot) { return slot.kind == s("rewritable"); });
        all.insert(s("0102"), RepositorySlot::encodeMap(*slotList));
    }
    return all;
}

void unchanged(Finding &finding, const QString &what, const QMap<QString, QByteArray> &before,
    const QMap<QString, QByteArray> &after)
{
    for (auto it = before.begin(); it != before.end(); ++it)
        finding.holds(after.value(it.key()) == *it, s("%1: the refusal has changed %2").arg(what, it.key()));
}

std::optional<Forge> forgeFor(Site &site, Finding &finding)
{
    const PackFacts facts = PackFacts::read(site.bsp);
    if (!finding.holds(facts.valid && facts.parameter(s("soc.max")) && facts.parameter(s("cell.voltage.max")),
            s("serial, clock or parameter table cannot be read, or lack soc.max and cell.voltage.max")))
        return std::nullopt;
    Forge forge(*site.kit, facts);
    for (const QString &name :
        {person::fleet, person::leasing, person::cellData, person::platform, technician, person::manufacturer}) {
        if (!keyOf(site, finding, name))
            return std::nullopt;
    }
    return forge;
}

void refused(
    Site &site, Finding &finding, const QString &what, const QByteArray &document, const char *reasons, int kind)
{
    const auto before = held(site.bsp);
    const QByteArray heard = deliver(site.bsp, kind, document);
    const bool isRefused = isRefusal(heard, 0x22) || isRefusal(heard, 0x31);
    if (!finding.holds(isRefused, s("%1: %2").arg(what, Finding::show(heard))))
        return;
    const QString reason = refusalReason(site.bsp);
    const QStringList wanted = s(reasons).split(u'|', Qt::SkipEmptyParts);
    finding.holds(codeFromName(reason) && (wanted.isEmpty() || wanted.contains(reason)),
        s("%1: refused as %2 instead of %3").arg(what, reason, s(reasons)));
    unchanged(finding, what, before, held(site.bsp));
}

} // namespace packwarden::conform
