// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/documentdelivery.h"
#include "models/trust/fleetbook.h"

namespace packwarden {

/// Keeps what comes of a DocumentDelivery in a FleetBook, pack by pack, so that a roll-out that was cut off goes on
/// where it was, and its result stays. For window and command line alike. Book, delivery and clock must outlive it.
class RolloutKeeper final : public QObject
{
    Q_OBJECT
public:
    RolloutKeeper(FleetBook &book, DocumentDelivery &delivery, const Clock &clock, QObject *parent = nullptr);

    /// Keeps the plan, then begins. group: that it is for, or empty. The errors of FleetBook::begin and of
    /// DocumentDelivery::start.
    Result<> begin(const std::shared_ptr<SignoffDocument> &document, const Rollout::Plan &plan, const QString &title,
        const QString &group, const QList<PackTelemetry> &heard = {});
    /// Goes on with one that was cut off or stopped: packs that have the document are passed over, all others get it.
    /// absent: not on a bus now. DifferentDocument: it was another one.
    Result<> resume(const KeptRollout &kept, const std::shared_ptr<SignoffDocument> &document,
        const QSet<PackSerial> &absent = {}, const QList<PackTelemetry> &heard = {});
    /// What resume would do.
    static Rollout::Plan planOf(const KeptRollout &kept);

    /// What could not be kept; then no further pack is begun.
    const std::optional<Error> &problem() const { return m_problem; }
    qint64 id() const { return m_id; } ///< of the roll-out that is under way, or was the last; 0: none

    /// As kept, for showing what came of one that is over. Sending is told as waiting.
    static QList<Rollout::Entry> entriesOf(const KeptRollout &kept);

private:
    void note(const PackSerial &serial, const Result<> &result);
    void end();
    void keep(const Result<> &done);

    FleetBook &m_book;
    DocumentDelivery &m_delivery;
    const Clock &m_clock;
    qint64 m_id = 0;
    bool m_isOurs = false; ///< the delivery that is under way
    std::optional<Error> m_problem;
};

} // namespace packwarden
