// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packrequests.h"
#include "models/workspace/auditedaction.h"

namespace packwarden {

class Workspace;

/// Something that is carried to a pack as it is: a revocation list, a withdrawal, a lock, the time, a step of
/// provisioning.
struct Load
{
    PackSerial serial;
    int kind = 0; ///< documentkind
    QByteArray bytes;
};

/// Carries loads to packs, one after the other, whatever becomes of each; recorded before and after. Lives on the
/// thread of its owner; workspace and requests must outlive it.
class Carrier final : public QObject
{
    Q_OBJECT
public:
    Carrier(Workspace &workspace, PackRequests &requests, QObject *parent = nullptr);

    /// One carried for each load, in their order, then finished; also for none.
    void start(const QList<Load> &loads);
    /// Those that have not begun stay here, and nothing more is told.
    void stop();

Q_SIGNALS:
    /// What the pack says, or the bus; or why it could not be recorded. receipt: of one that gives a receipt.
    void carried(int index, const packwarden::Result<> &result, const QByteArray &receipt);
    void finished();

private:
    void next();
    void tell(const Result<> &result, const QByteArray &receipt);

    Workspace &m_workspace;
    PackRequests &m_requests;
    QList<Load> m_loads;
    int m_index = -1;
    int m_run = 0; ///< by which the answer to a load of a run that was stopped is told
};

/// A pack has taken this list: the rehearsal here is to know what it knows now. TrustContradicted, FileUnwritable.
Result<> rememberList(Workspace &workspace, const PackSerial &serial, const QByteArray &list);

} // namespace packwarden
