// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/documentdelivery.h"

#include <QFuture>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

namespace packwarden {

class PackRequests;
class SignoffsModel;
class StatementDesk;
class Workspace;

/// Brings complete documents to packs that were visited, without anybody asking for each: for a courier that no person
/// watches. One document at a time, the oldest first, and only what the rehearsal accepts. What fails is tried again
/// after a growing pause; what the pack itself refused, after a day. Lives on the thread of its owner; all that it is
/// given must outlive it.
class DueDeliveries final : public QObject
{
    Q_OBJECT
public:
    /// Milliseconds.
    struct Timings
    {
        int again = 30'000; ///< after the first failure; twice as long after each further one
        int longest = 3'600'000;
        int refused = 86'400'000; ///< after a refusal: each is a mark in the pack's memory
        int left = 600'000; ///< no lease lasts longer: an exchange that says so for longer is not believed
    };

    /// That no two desks bring the same at once. take: false, another one brings it now.
    struct Leases
    {
        std::function<QFuture<bool>(const PackSerial &serial, const QByteArray &documentSha256)> take;
        std::function<void(const PackSerial &serial, const QByteArray &documentSha256)> giveBack;
    };

    DueDeliveries(Workspace &workspace, PackRequests &requests, StatementDesk &statements,
        const SignoffsModel &documents, const Leases &leases, const Timings &timings, QObject *parent = nullptr);

    /// What is known of the pack is what it holds now.
    void welcome(const QString &serial);
    /// It is gone from the bus: what it holds may change meanwhile.
    void dismiss(const QString &serial);
    /// Nothing more is begun.
    void stop();
    bool isRunning() const { return m_due || m_delivery.isRunning(); }

Q_SIGNALS:
    /// title: of the document. Success: applied, and proved by the pack's receipt.
    void brought(const QString &serial, const QString &title, const packwarden::Result<> &result);

private:
    struct Attempt
    {
        qint64 from = 0; ///< not before; monotonic milliseconds
        int failures = 0;
        qint64 leftSince = 0; ///< another desk has the lease since then; 0: none has
    };
    struct Due
    {
        PackSerial serial;
        QString path;
        QString title;
        QByteArray payload;
    };
    void step();
    std::optional<Due> next();
    void begin(const Due &due);
    void leaveToOther();
    void settle(const Result<> &result);
    qint64 now() const;

    Workspace &m_workspace;
    PackRequests &m_requests;
    StatementDesk &m_statements;
    const SignoffsModel &m_documents;
    const Leases m_leases;
    const Timings m_timings;
    DocumentDelivery m_delivery;
    QSet<QString> m_here; ///< serials of packs that were visited and are still on the bus
    QHash<std::pair<QString, QByteArray>, Attempt> m_attempts; ///< by serial and payload, of packs on the bus
    std::optional<Due> m_due; ///< under way
    QTimer m_later;
    bool m_stopped = false;
};

} // namespace packwarden
