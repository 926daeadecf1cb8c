// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/battery/faultmemory.h"
#include "hw/sim/gate/activationguard.h"
#include "hw/sim/uds/udsauthentication.h"

namespace packwarden::sim {

/// What one key may change: services 2E, 14, 11 and the routines of layers 1 and 2, after their signature held. Core
/// judges; here the outcome is stored with its record, before it takes effect. Done or refused, each leaves one record
/// in the pack's own audit. What it is given must outlive it.
class PackActions final
{
public:
    struct Parts
    {
        PackMemory &memory;
        const Clock &clock;
        ActivationGuard &guard;
        BatteryManagement &battery;
        FaultMemory &faults;
        std::function<PackState()> state;
    };

    explicit PackActions(const Parts &parts)
        : m_parts(parts)
    {
    }

    /// Length of an action's request without its tail; nothing for what is no signed action.
    static std::optional<qsizetype> bodyLength(const QByteArray &request);

    /// The request without its tail. requestOutOfRange, accessDenied, conditionsNotCorrect in this order;
    /// authenticationRequired if he is nobody any more; generalProgrammingFailure if the memory failed.
    UdsReply perform(const QByteArray &body, const UdsAuthentication &authentication);
    /// Why the last action was refused (routine 0200); forgotten with the session, and by the next action.
    const std::optional<Error> &lastRefusal() const { return m_lastRefusal; }
    void forget() { m_lastRefusal.reset(); }
    /// A tail that did not hold.
    void refused(const Error &error, const QByteArray &body);
    /// Somebody failed to prove himself.
    void authenticationFailed(const Error &error, const QByteArray &leaf);

private:
    struct Request;
    UdsReply write(const Request &request);
    UdsReply activate(const Request &request);
    UdsReply deactivate(const Request &request);
    UdsReply service(const Request &request, const QString &action);
    UdsReply refuse(quint8 code, const Error &error, const Request &request);
    /// grant: what authorised the action, and is used up by it.
    bool store(
        PackContents next, const Request &request, const Grant &grant, const QString &action, const QString &what);
    QByteArray selfTest() const;

    Parts m_parts;
    std::optional<Error> m_lastRefusal;
};

} // namespace packwarden::sim
