// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/packcontents.h"

#include "models/core/base/ids.h"
#include "models/core/documents/documentfile.h"

#include <algorithm>
#include <numeric>

namespace packwarden::sim {

namespace {

/// A detail may quote what a stranger sent: only what reads back as it was written is kept.
QString keepable(const QString &detail)
{
    constexpr int maxDetail = 200;
    QString text = detail.left(maxDetail);
    for (QChar &c : text) {
        if (!c.isPrint() || c.isSurrogate())
            c = u'?';
    }
    return text;
}

int countOf(const QList<WitnessedHead> &heads, const QByteArray &root, bool conflict)
{
    return int(std::count_if(heads.begin(), heads.end(),
        [&](const WitnessedHead &head) { return head.conflict == conflict && head.rootSha256 == root; }));
}

/// The root that has most of the heads (or conflicts): it makes place first, so that no party takes that of another.
QByteArray mostCrowded(const QList<WitnessedHead> &heads, bool conflict)
{
    QByteArray crowded;
    int most = 0;
    for (const WitnessedHead &head : heads) {
        const int count = head.conflict == conflict ? countOf(heads, head.rootSha256, conflict) : 0;
        if (count > most) {
            most = count;
            crowded = head.rootSha256;
        }
    }
    return crowded;
}

/// Takes away the last in the list of this root.
void removeLast(QList<WitnessedHead> &heads, const QByteArray &root, bool conflict)
{
    const auto last = std::find_if(heads.rbegin(), heads.rend(),
        [&](const WitnessedHead &head) { return head.conflict == conflict && head.rootSha256 == root; });
    if (last != heads.rend())
        heads.erase(std::prev(last.base()));
}

QByteArray lastHash(const QList<PackLogRecord> &records, qsizetype index)
{
    return index > 0 ? records.at(index - 1).hash : QByteArray(32, '\0');
}

} // namespace

void PackContents::addChange(qint64 at, const QString &action, const QString &detail, const QByteArray &document)
{
    PackLogRecord record{logCount() + 1, at, action, keepable(detail), document, 1, {}};
    record.hash = record.hashAfter(logHash());
    changes.append(record);
    while (changes.size() > maxRecords)
        changes.removeFirst();
}

void PackContents::addRefusal(qint64 at, const Error &error, const QByteArray &document)
{
    constexpr qint64 coalesceSeconds = 60;
    const QString reason = codeName(error.code);
    const QString detail = keepable(error.detail);
    ++refusalCounts[reason];
    if (!refusals.isEmpty()) {
        PackLogRecord &last = refusals.last();
        if (last.action == reason && at - last.at < coalesceSeconds) {
            const QByteArray before = lastHash(refusals, refusals.size() - 1);
            ++last.count;
            last.document = document;
            last.detail = detail;
            last.hash = last.hashAfter(before);
            return;
        }
    }
    const QByteArray before = refusals.isEmpty() ? QByteArray(32, '\0') : refusals.constLast().hash;
    PackLogRecord record{refusals.isEmpty() ? 1 : refusals.constLast().number + 1, at, reason, detail, document, 1, {}};
    record.hash = record.hashAfter(before);
    refusals.append(record);
    while (refusals.size() > maxRecords)
        refusals.removeFirst();
}

void PackContents::addReceipt(const QByteArray &document, const QByteArray &receipt)
{
    receipts.prepend({document, receipt});
    while (receipts.size() > maxReceipts)
        receipts.removeLast();
}

void PackContents::dropUnsignedReceipts()
{
    receipts.removeIf([](const KeptReceipt &kept) { return kept.receipt.isEmpty(); });
}

void PackContents::addHead(const WitnessedHead &seen)
{
    if (seen.head.count == 0)
        return; // an audit of no records: nothing to witness
    const auto sameLog = [&](const WitnessedHead &held) {
        return !held.conflict && held.rootSha256 == seen.rootSha256 && held.head.logId == seen.head.logId;
    };
    const auto held = std::find_if(heads.begin(), heads.end(), sameLog);
    if (held != heads.end()) {
        if (held->head == seen.head || seen.head.count < held->head.count)
            return;
        if (seen.head.count == held->head.count) {
            WitnessedHead evidence = seen;
            evidence.conflict = true;
            const auto same = [&](const WitnessedHead &h) {
                return h.conflict && h.head == evidence.head;
            };
            const auto conflicts = std::count_if(heads.begin(), heads.end(), [](const auto &h) { return h.conflict; });
            if (std::any_of(heads.begin(), heads.end(), same))
                return;
            // The first ones of a root are the evidence that counts; more of them add nothing.
            if (conflicts >= maxConflicts) {
                const QByteArray crowded = mostCrowded(heads, true);
                if (countOf(heads, crowded, true) <= countOf(heads, seen.rootSha256, true) + 1)
                    return;
                removeLast(heads, crowded, true);
            }
            heads.append(evidence);
            return;
        }
        heads.erase(held);
    }
    heads.prepend(seen);
    while (std::count_if(heads.begin(), heads.end(), [](const auto &h) { return !h.conflict; }) > maxHeads)
        removeLast(heads, mostCrowded(heads, false), false);
}

void PackContents::raiseFloor(qint64 now)
{
    if (now - clockFloor >= floorInterval)
        clockFloor = now;
}

void PackContents::loseClock(const SiliconLimits &silicon)
{
    clockUncertain = true;
    activation = {};
    for (auto it = values.begin(); it != values.end(); ++it) {
        const ParameterDefinition *definition = silicon.parameter(it.key());
        if (!it->overlay)
            continue;
        if (!definition || !isStricter(*it->overlay, it->base, *definition)) {
            it->overlay.reset();
            it->overlayEnds = 0;
        }
    }
}

void PackContents::take(const PackState &after)
{
    lifeCycle = after.lifeCycle;
    lifeCycleRevision = after.lifeCycleRevision;
    values = after.values;
    crls.clear();
    for (const CrlEntry &entry : after.crls)
        crls.append(encodeCrlEntry(entry));
    withdrawals = after.withdrawals;
    lock = after.lock;
    activation = after.activation;
    components = after.components;
    grantUses = after.grantUses;
}

qint64 PackContents::refusalsEver() const
{
    return std::accumulate(refusalCounts.begin(), refusalCounts.end(), qint64(0));
}

} // namespace packwarden::sim
