// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packrequests.h"
#include "models/workspace/auditedaction.h"

#include <deque>
#include <memory>

namespace packwarden {

class Workspace;

/// What one key may have a pack do.
struct PackAct
{
    QString name; ///< recorded: "set", "clear-faults", "activate", "deactivate"
    QByteArray request; ///< of actions.h; empty where the wire has no word for it
    /// Of "set".
    struct Setting
    {
        ParameterId parameter;
        Milli from;
        Milli to;
    };
    std::optional<Setting> setting = {};

    static PackAct set(const ParameterInfo &info, Milli to);
    static PackAct clearFaults();
    static PackAct activate(const QString &purpose); ///< "drive", "charge", "feed-back"
    static PackAct deactivate();
};

struct PackActOutcome
{
    QByteArray answer; ///< the pack's
    /// Of a setting: what the pack holds afterwards, read back, for that it said yes is not proof; or why that is not
    /// known.
    std::optional<Result<Milli>> held;
};

/// By what this console knows a pack, and the key of the one who is signed in. UnknownIssuer: nothing is pinned.
/// NotSignedIn.
Result<Credential> credentialOf(Workspace &workspace);

/// Has packs do what one key may do, or reads what one key may read: proves both ways who is there, acts, gives the
/// rights back, so that no one stays signed in at a pack. One after the other. What changes something is recorded
/// before and after. Lives on the thread of its owner; workspace and requests must outlive it.
class SignedActions final : public QObject
{
    Q_OBJECT
public:
    SignedActions(Workspace &workspace, PackRequests &requests, QObject *parent = nullptr);

    /// Malformed for an act without a request, the errors of credentialOf, of the audit and of PackLink: of
    /// PackUnreachable and TransferFailed it may have been carried out all the same. One that is cancelled while it
    /// waits is not begun.
    QFuture<Result<PackActOutcome>> act(const QString &serial, const PackAct &act);
    /// The pack at the instant of a fault, for those who read cells in detail.
    QFuture<Result<FaultDetail>> readFault(const QString &serial, quint32 code);

private:
    struct Job
    {
        QString serial;
        std::function<bool()> isCancelled;
        std::function<Result<>()> begin; ///< recorded, where it is to be
        std::function<void()> work; ///< by the rights that the pack gave
        std::function<void(const Error &)> fail;
    };
    void enqueue(const Job &job);
    void next();
    void work(const Job &job);
    void readBack(const QString &serial, const PackAct::Setting &setting,
        const std::shared_ptr<QPromise<Result<PackActOutcome>>> &promise, PackActOutcome outcome);

    Workspace &m_workspace;
    PackRequests &m_requests;
    std::deque<Job> m_waiting;
    bool m_isBusy = false;
};

} // namespace packwarden
