// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffdocument.h"

#include <memory>

namespace packwarden {

/// Brings one document to many packs, one after the other, so that whatever has not begun can still be cancelled. It
/// holds the document until the last answer came, whatever page is shown meanwhile.
class SignoffDelivery final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    struct Progress
    {
        enum class State { Waiting, Sending, Applied, Failed, Cancelled };
        State state = State::Waiting;
        qint64 done = 0;
        qint64 total = 0;
        Error error; ///< Failed
    };

    /// Does nothing while another one is under way.
    void start(const std::shared_ptr<SignoffDocument> &document, const QList<PackSerial> &packs);
    /// Those that have not begun are left alone; the one under way ends by itself.
    void cancelRest();
    void setProgress(const QString &serial, qint64 done, qint64 total);
    /// The pack's answer, or the bus's.
    void finish(const DeliveryResult &result);

    bool isRunning() const { return m_document != nullptr; }
    int waiting() const { return int(m_queue.size()); }
    const SignoffDocument *document() const { return m_document.get(); }
    std::shared_ptr<SignoffDocument> shared() const { return m_document; }
    /// One result for each pack of the last delivery of this document.
    QMap<PackSerial, Progress> progressOf(const QByteArray &payloadSha256) const;

Q_SIGNALS:
    void wanted(const packwarden::PackSerial &serial, const QByteArray &document, const QByteArray &contentType);
    void changed();
    /// The whole delivery is over.
    void ended(int applied, int failed, int cancelled);

private:
    void next();
    void settle(const PackSerial &serial, const Result<> &result);

    std::shared_ptr<SignoffDocument> m_document;
    QList<PackSerial> m_queue;
    QByteArray m_payload; ///< of the document that the progress is of
    QMap<PackSerial, Progress> m_progress;
};

} // namespace packwarden
