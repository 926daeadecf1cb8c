// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/rolloutkeeper.h"

#include "models/core/base/clock.h"
#include "models/signoffs/deliveryreason.h"

namespace packwarden {

namespace {

using Pack = KeptRollout::Pack;
using State = Rollout::Entry::State;

KeptRollout::End endOf(Rollout::Stage stage)
{
    switch (stage) {
    case Rollout::Stage::Finished:
        return KeptRollout::End::Finished;
    case Rollout::Stage::Cancelled:
        return KeptRollout::End::Cancelled;
    default:
        return KeptRollout::End::Stopped;
    }
}

State stateOf(Pack::State state)
{
    switch (state) {
    case Pack::State::Waiting:
        return State::Waiting;
    case Pack::State::Applied:
        return State::Applied;
    case Pack::State::Failed:
        return State::Failed;
    case Pack::State::NotBegun:
        break;
    }
    return State::NotBegun;
}

} // namespace

RolloutKeeper::RolloutKeeper(FleetBook &book, DocumentDelivery &delivery, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_delivery(delivery)
    , m_clock(clock)
{
    connect(&delivery, &DocumentDelivery::settled, this, &RolloutKeeper::note);
    connect(&delivery, &DocumentDelivery::ended, this, &RolloutKeeper::end);
}

Result<> RolloutKeeper::begin(const std::shared_ptr<SignoffDocument> &document, const Rollout::Plan &plan,
    const QString &title, const QString &group, const QList<PackTelemetry> &heard)
{
    if (m_delivery.isRunning())
        return {Code::WrongState, QStringLiteral("a delivery is under way"), DeliveryReason::UnderWay};
    m_problem.reset();
    KeptRollout kept;
    kept.payload = document->judgement().payloadSha256;
    kept.title = title;
    kept.group = group;
    kept.begunAt = m_clock.now();
    kept.soakMilliseconds = plan.soakMilliseconds;
    kept.watchAfter = plan.watchAfter;
    for (const PackSerial &serial : plan.packs) {
        Pack pack;
        pack.serial = serial;
        pack.state = plan.applied.contains(serial) ? Pack::State::Applied
            : plan.absent.contains(serial)         ? Pack::State::NotBegun
                                                   : Pack::State::Waiting;
        kept.packs.append(pack);
    }
    const auto id = m_book.begin(kept);
    if (!id.ok())
        return id.error();
    m_id = *id;
    m_isOurs = true;
    const auto begun = m_delivery.start(document, plan, heard);
    if (!begun.ok()) {
        m_isOurs = false;
        keep(m_book.end(m_id, KeptRollout::End::Cancelled, m_clock.now()));
    }
    return begun;
}

Rollout::Plan RolloutKeeper::planOf(const KeptRollout &kept)
{
    Rollout::Plan plan;
    for (const Pack &pack : kept.packs) {
        plan.packs.append(pack.serial);
        if (pack.state == Pack::State::Applied)
            plan.applied.insert(pack.serial);
    }
    plan.watchAfter = kept.watchAfter;
    plan.soakMilliseconds = kept.soakMilliseconds;
    return plan;
}

Result<> RolloutKeeper::resume(const KeptRollout &kept, const std::shared_ptr<SignoffDocument> &document,
    const QSet<PackSerial> &absent, const QList<PackTelemetry> &heard)
{
    if (document->judgement().payloadSha256 != kept.payload)
        return {Code::DifferentDocument, kept.title};
    Rollout::Plan plan = planOf(kept);
    plan.absent = absent - plan.applied;
    const auto begun = begin(document, plan, kept.title, kept.group, heard);
    // One of both is the one to go on with, whenever the program ends.
    if (begun.ok() && kept.end == KeptRollout::End::None)
        keep(m_book.end(kept.id, KeptRollout::End::Cancelled, m_clock.now()));
    return begun;
}

void RolloutKeeper::keep(const Result<> &done)
{
    if (done.ok() || m_problem)
        return;
    m_problem = done.error();
    m_delivery.cancel();
}

void RolloutKeeper::note(const PackSerial &serial, const Result<> &result)
{
    if (!m_isOurs)
        return;
    Pack pack;
    pack.serial = serial;
    pack.state = result.ok() ? Pack::State::Applied : Pack::State::Failed;
    pack.at = m_clock.now();
    if (!result.ok()) {
        pack.code = result.code();
        pack.detail = result.error().detail;
        pack.isAnomaly = true;
    }
    keep(m_book.note(m_id, pack));
}

/// What was seen of packs that had it already is known only now.
void RolloutKeeper::end()
{
    if (!std::exchange(m_isOurs, false))
        return;
    for (const Rollout::Entry &entry : m_delivery.rollout().entries()) {
        if (entry.state == State::Applied && entry.anomaly)
            keep(m_book.note(
                m_id, {entry.serial, Pack::State::Applied, entry.error.code, entry.error.detail, m_clock.now(), true}));
    }
    keep(m_book.end(m_id, endOf(m_delivery.rollout().stage()), m_clock.now()));
}

QList<Rollout::Entry> RolloutKeeper::entriesOf(const KeptRollout &kept)
{
    QList<Rollout::Entry> entries;
    for (const Pack &pack : kept.packs) {
        Rollout::Entry entry;
        entry.serial = pack.serial;
        entry.state = stateOf(pack.state);
        entry.anomaly = pack.isAnomaly;
        if (pack.state == Pack::State::Failed || pack.isAnomaly)
            entry.error = {pack.code, pack.detail};
        entries.append(entry);
    }
    return entries;
}

} // namespace packwarden
