// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/rollout.h"
#include "models/signoffs/signoffdocument.h"

#include <memory>

namespace packwarden {

class Clock;

/// Delivers one document to packs by a Rollout: the one loop of sign-offs page, roll-out and command line. It holds the
/// document until the last answer came, whatever is shown meanwhile. It knows no bus: it asks for each delivery by
/// wanted, one after the other, and is told the answer by finish(). The clock must outlive it.
class DocumentDelivery final : public QObject
{
    Q_OBJECT
public:
    explicit DocumentDelivery(const Clock &clock, QObject *parent = nullptr);

    /// The errors of Rollout::start. What comes of each pack is in rollout(); WrongPack for one that the document does
    /// not name. heard: what these packs say now, so that what is wrong with them later is told from what was before.
    Result<> start(const std::shared_ptr<SignoffDocument> &document, const Rollout::Plan &plan,
        const QList<PackTelemetry> &heard = {});
    /// Those that have not begun are left alone; the one under way ends by itself.
    void cancel() { m_rollout.cancel(); }
    void goOn() { m_rollout.goOn(); }
    /// Time went on, and this is what packs of it say: a new fault or silence is an anomaly.
    void watch(const QList<PackTelemetry> &heard);
    void setProgress(const QString &serial, qint64 done, qint64 total);
    /// The pack's answer, or the bus's. One that is not waited for changes nothing.
    void finish(const DeliveryResult &result);

    bool isRunning() const { return m_document != nullptr; }
    const Rollout &rollout() const { return m_rollout; }
    const SignoffDocument *document() const { return m_document.get(); }
    std::shared_ptr<SignoffDocument> shared() const { return m_document; }
    /// One entry for each pack of the last delivery of this document.
    QMap<PackSerial, Rollout::Entry> entriesOf(const QByteArray &payloadSha256) const;

Q_SIGNALS:
    void wanted(const packwarden::PackSerial &serial, const QByteArray &document, const QByteArray &contentType);
    /// What it came to on one pack.
    void settled(const packwarden::PackSerial &serial, const packwarden::Result<> &result);
    void changed();
    /// The whole delivery is over.
    void ended();

private:
    void send(const PackSerial &serial);
    void settle(const PackSerial &serial, const Result<> &result);
    void end();

    const Clock &m_clock;
    Rollout m_rollout;
    std::shared_ptr<SignoffDocument> m_document;
    QByteArray m_payload; ///< of the document that the entries are of
    bool m_again = false;
    QHash<QString, int> m_faults; ///< active when it began, by serial
};

} // namespace packwarden
