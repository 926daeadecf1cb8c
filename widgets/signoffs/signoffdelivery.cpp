// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffdelivery.h"

#include <algorithm>

namespace packwarden {

void SignoffDelivery::start(const std::shared_ptr<SignoffDocument> &document, const QList<PackSerial> &packs)
{
    if (m_document || packs.isEmpty())
        return;
    m_document = document;
    m_payload = document->judgement().payloadSha256;
    m_queue = packs;
    m_progress.clear();
    for (const PackSerial &serial : packs)
        m_progress.insert(serial, {});
    connect(document.get(), &SignoffDocument::deliveryWanted, this, &SignoffDelivery::wanted);
    connect(document.get(), &SignoffDocument::deliveryFinished, this, &SignoffDelivery::settle);
    next();
}

void SignoffDelivery::next()
{
    while (!m_queue.isEmpty()) {
        const PackSerial serial = m_queue.takeFirst();
        m_progress[serial].state = Progress::State::Sending;
        const auto begun = m_document->deliver(false, {serial});
        if (begun.ok() && !begun->isEmpty()) {
            Q_EMIT changed();
            return;
        }
        // Nothing left this machine: it has its receipt already, or could not be recorded.
        m_progress[serial].state = begun.ok() ? Progress::State::Applied : Progress::State::Failed;
        if (!begun.ok())
            m_progress[serial].error = begun.error();
    }
    disconnect(m_document.get(), nullptr, this, nullptr);
    m_document.reset();
    const auto count = [this](Progress::State state) {
        return int(std::count_if(m_progress.begin(), m_progress.end(),
            [state](const Progress &progress) { return progress.state == state; }));
    };
    Q_EMIT changed();
    Q_EMIT ended(count(Progress::State::Applied), count(Progress::State::Failed), count(Progress::State::Cancelled));
}

void SignoffDelivery::cancelRest()
{
    for (const PackSerial &serial : std::as_const(m_queue))
        m_progress[serial].state = Progress::State::Cancelled;
    m_queue.clear();
    Q_EMIT changed();
}

void SignoffDelivery::setProgress(const QString &serial, qint64 done, qint64 total)
{
    const auto id = PackSerial::parse(serial);
    const auto progress = id.ok() ? m_progress.find(*id) : m_progress.end();
    if (progress == m_progress.end() || progress->state != Progress::State::Sending)
        return;
    progress->done = done;
    progress->total = total;
    Q_EMIT changed();
}

void SignoffDelivery::finish(const DeliveryResult &result)
{
    // What it comes to is told by deliveryFinished; an answer that nobody waits for changes nothing.
    if (m_document)
        (void)m_document->finishDelivery(result);
}

void SignoffDelivery::settle(const PackSerial &serial, const Result<> &result)
{
    Progress &progress = m_progress[serial];
    progress.state = result.ok() ? Progress::State::Applied : Progress::State::Failed;
    if (!result.ok())
        progress.error = result.error();
    next();
}

QMap<PackSerial, SignoffDelivery::Progress> SignoffDelivery::progressOf(const QByteArray &payloadSha256) const
{
    return payloadSha256 == m_payload ? m_progress : QMap<PackSerial, Progress>();
}

} // namespace packwarden
