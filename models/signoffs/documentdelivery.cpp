// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/documentdelivery.h"

#include "models/core/base/clock.h"
#include "models/signoffs/deliveryreason.h"

#include <algorithm>

namespace packwarden {

DocumentDelivery::DocumentDelivery(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&m_rollout, &Rollout::deliveryWanted, this, &DocumentDelivery::send);
    connect(&m_rollout, &Rollout::changed, this, &DocumentDelivery::changed);
    connect(&m_rollout, &Rollout::ended, this, &DocumentDelivery::end);
}

Result<> DocumentDelivery::start(
    const std::shared_ptr<SignoffDocument> &document, const Rollout::Plan &plan, const QList<PackTelemetry> &heard)
{
    if (m_document)
        return {Code::WrongState, QStringLiteral("a delivery is under way"), DeliveryReason::UnderWay};
    m_faults.clear();
    for (const PackTelemetry &pack : heard)
        m_faults.insert(pack.serial, pack.activeFaults);
    m_document = document;
    m_payload = document->judgement().payloadSha256;
    m_again = plan.again;
    connect(document.get(), &SignoffDocument::deliveryWanted, this, &DocumentDelivery::wanted);
    connect(document.get(), &SignoffDocument::deliveryFinished, this, &DocumentDelivery::settle);
    const auto begun = m_rollout.start(plan, m_clock.monotonicMilliseconds());
    if (!begun.ok()) {
        disconnect(document.get(), nullptr, this, nullptr);
        m_document.reset();
    }
    return begun;
}

void DocumentDelivery::send(const PackSerial &serial)
{
    const auto begun = m_document->deliver(m_again, {serial});
    if (begun.ok() && !begun->isEmpty())
        return;
    // Nothing left this machine. Told later, so that the machine is never told from inside its own question.
    const QList<PackJudgement> &packs = m_document->judgement().packs;
    const bool isApplied = std::any_of(
        packs.begin(), packs.end(), [&](const PackJudgement &pack) { return pack.serial == serial && pack.receipt; });
    const Result<> result = !begun.ok() ? Result<>(begun.error())
        : isApplied                     ? Result<>::success()
                                        : Result<>(Code::WrongPack, serial.text());
    QMetaObject::invokeMethod(
        this, [this, serial, result] { settle(serial, result); }, Qt::QueuedConnection);
}

void DocumentDelivery::settle(const PackSerial &serial, const Result<> &result)
{
    Q_EMIT settled(serial, result);
    m_rollout.delivered(serial, result, m_clock.monotonicMilliseconds());
}

void DocumentDelivery::finish(const DeliveryResult &result)
{
    // What it comes to is told by deliveryFinished, with which the delivery may end and let go of the document.
    if (const auto document = m_document)
        (void)document->finishDelivery(result);
}

void DocumentDelivery::setProgress(const QString &serial, qint64 done, qint64 total)
{
    if (const auto id = PackSerial::parse(serial); id.ok())
        m_rollout.setProgress(*id, done, total);
}

void DocumentDelivery::watch(const QList<PackTelemetry> &heard)
{
    if (!isRunning())
        return;
    constexpr qint64 silentAfter = 10000; // milliseconds
    const qint64 now = m_clock.monotonicMilliseconds();
    for (const PackTelemetry &pack : heard) {
        const auto serial = PackSerial::parse(pack.serial);
        if (!serial.ok() || pack.heardAt == 0)
            continue;
        if (now - pack.heardAt > silentAfter)
            m_rollout.reportAnomaly(*serial, {Code::PackUnreachable, pack.serial});
        else if (pack.activeFaults > m_faults.value(pack.serial))
            m_rollout.reportAnomaly(
                *serial, {Code::WrongState, QStringLiteral("a new fault"), Rollout::Anomaly::NewFault});
    }
    m_rollout.advance(now);
}

void DocumentDelivery::end()
{
    disconnect(m_document.get(), nullptr, this, nullptr);
    m_document.reset();
    Q_EMIT changed();
    Q_EMIT ended();
}

QMap<PackSerial, Rollout::Entry> DocumentDelivery::entriesOf(const QByteArray &payloadSha256) const
{
    QMap<PackSerial, Rollout::Entry> entries;
    if (payloadSha256 == m_payload) {
        for (const Rollout::Entry &entry : m_rollout.entries())
            entries.insert(entry.serial, entry);
    }
    return entries;
}

} // namespace packwarden
