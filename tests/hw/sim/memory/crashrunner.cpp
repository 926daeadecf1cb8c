// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/sim/memory/crashrunner.h"

#include "models/core/cbor/cbor.h"

#include <QDebug>

namespace packwarden::test {

namespace {

using Last = MemoryFiles::Last;
using Loss = MemoryFiles::Loss;

quint32 chooseSeed()
{
    bool isSet = false;
    const uint wanted = qEnvironmentVariableIntValue("PACKWARDEN_SEED", &isSet);
    return isSet ? wanted : QRandomGenerator::global()->generate() >> 1;
}

} // namespace

CrashRunner::CrashRunner()
{
    const quint32 seed = chooseSeed();
    qInfo("seed %u (PACKWARDEN_SEED=%u repeats this run)", seed, seed);
    m_random.seed(seed);
}

CrashRunner::Snapshot CrashRunner::snapshot(const FactoryPack &pack)
{
    Snapshot taken{pack.contents(), pack.memory->repository().map()};
    taken.slotList.removeLast(); // the state: its contents are compared instead
    taken.contents.boots = 0;
    taken.contents.timeNonce.clear();
    // A time document is made for one start of the pack, so the one that counts in the end may be another.
    if (taken.contents.logCount() > 0 && taken.contents.changes.constLast().action == QStringLiteral("time")) {
        taken.contents.changes.last().document.clear();
        taken.contents.changes.last().hash.clear();
    }
    return taken;
}

QString CrashRunner::difference(const Snapshot &found, const Snapshot &wanted)
{
    QStringList names;
    if (found.slotList != wanted.slotList)
        names.append(QStringLiteral("slots"));
    const auto left = cbor::decode(found.contents.encode());
    const auto right = cbor::decode(wanted.contents.encode());
    if (left.ok() && right.ok()) {
        const QCborMap fields = left->toMap();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            if (right->toMap().value(it.key()) != it.value())
                names.append(it.key().toString());
        }
    }
    for (const PackLogRecord &record : found.contents.refusals)
        names.append(QStringLiteral("(refused: %1 %2)").arg(record.action, record.detail));
    return names.join(u' ');
}

QString CrashRunner::describe(int call, const Stop &stop)
{
    return QStringLiteral("call %1, effect %2, %3")
        .arg(call)
        .arg(int(stop.last))
        .arg(stop.loss == Loss::None ? QStringLiteral("killed") : QStringLiteral("power lost"));
}

CrashRunner::Stop CrashRunner::anyStop()
{
    return {Last(m_random.bounded(3)), Loss(m_random.bounded(2))};
}

QString CrashRunner::prepare(const FactoryPack &before, const Operation &operation)
{
    m_old = snapshot(before);
    FactoryPack done = before.copy();
    operation(done);
    m_new = snapshot(done);
    return m_old == m_new ? QStringLiteral("the operation changes nothing") : QString();
}

QString CrashRunner::judge(FactoryPack &pack, const Operation &operation, const QString &where)
{
    if (const auto loaded = pack.look(); !loaded.ok())
        return QStringLiteral("%1: does not load: %2").arg(where, loaded.error().detail);
    const Snapshot found = snapshot(pack);
    if (found == m_old)
        ++m_oldStates;
    else if (found == m_new)
        ++m_newStates;
    else
        return QStringLiteral("%1: neither the old state nor the new one: %2").arg(where, difference(found, m_new));
    if (!pack.boot().ok())
        return QStringLiteral("%1: does not start").arg(where);
    operation(pack);
    if (snapshot(pack) != m_new)
        return QStringLiteral("%1: doing it again does not end in the new state: %2")
            .arg(where, difference(snapshot(pack), m_new));
    // And it is on the disk.
    pack.files.reboot(Loss::Unsynced);
    if (!pack.look().ok() || snapshot(pack) != m_new)
        return QStringLiteral("%1: the new state was not durable").arg(where);
    return {};
}

QString CrashRunner::once(const FactoryPack &before, const Operation &operation)
{
    if (const QString wrong = prepare(before, operation); !wrong.isEmpty())
        return wrong;
    constexpr int plenty = 1'000'000;
    FactoryPack whole = before.copy();
    whole.files.dieAfter(plenty, Last::FullEffect);
    operation(whole);
    const int calls = plenty - whole.files.callsLeft();
    qint64 index = 0;
    for (const Last last : {Last::NoEffect, Last::HalfEffect, Last::FullEffect}) {
        for (const Loss loss : {Loss::None, Loss::Unsynced}) {
            for (int call = 0; call <= calls; ++call) {
                // The first call of all and the one after the last leave the old state and the new one for certain.
                const bool sure = (call == 0 && last == Last::NoEffect) || call == calls;
                if (!sure && !m_sample.takes(index++))
                    continue;
                FactoryPack pack = before.copy();
                pack.files.tearAt(m_random.generateDouble());
                pack.files.dieAfter(call, last);
                operation(pack);
                const bool stopped = pack.files.isDead();
                pack.files.reboot(loss);
                const QString wrong = judge(pack, operation, describe(call, {last, loss}));
                if (!wrong.isEmpty())
                    return wrong;
                if (stopped != (call < calls))
                    return QStringLiteral("%1 calls, and then it stopped at call %2").arg(calls).arg(call);
                m_stops += stopped ? 1 : 0;
            }
        }
    }
    return {};
}

QString CrashRunner::whileRecovering(const FactoryPack &before, const Operation &operation)
{
    if (const QString wrong = prepare(before, operation); !wrong.isEmpty())
        return wrong;
    for (int first = 0;; ++first) {
        bool firstStopped = true;
        // At every first stop some second ones; the last of them, after which nothing stops, is where the loop ends.
        for (int second = int(m_random.bounded(m_sample.oneOf()));; second += m_sample.oneOf()) {
            FactoryPack pack = before.copy();
            const Stop one = anyStop();
            const Stop two = anyStop();
            pack.files.tearAt(m_random.generateDouble());
            pack.files.dieAfter(first, one.last);
            operation(pack);
            firstStopped = pack.files.isDead();
            pack.files.reboot(one.loss);
            pack.files.dieAfter(second, two.last);
            if (pack.boot().ok())
                operation(pack);
            const bool stopped = pack.files.isDead();
            pack.files.reboot(two.loss);
            const QString where = describe(first, one) + QStringLiteral(", then ") + describe(second, two);
            if (const QString wrong = judge(pack, operation, where); !wrong.isEmpty())
                return wrong;
            if (!stopped)
                break;
            ++m_stops;
        }
        if (!firstStopped)
            return {};
    }
}

} // namespace packwarden::test
