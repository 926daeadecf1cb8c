// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"

#include <QObject>

namespace packwarden {

class Workspace;

namespace ctl {

class BusClient;

/// Something that is carried to a pack as it is: a revocation list, a withdrawal, the time, a step of provisioning.
struct Load
{
    PackSerial serial;
    int kind = 0; ///< documentkind
    QByteArray bytes;
};

/// Carries loads to packs, one after the other, whatever becomes of each; recorded before and after.
class Carrier final : public QObject
{
    Q_OBJECT
public:
    Carrier(Workspace &workspace, BusClient &bus, QObject *parent = nullptr);

    /// One carried for each load, in their order, then finished; also for none.
    void start(const QList<Load> &loads);

Q_SIGNALS:
    void carried(int index, const packwarden::Result<> &result);
    void finished();

private:
    void next();
    void end(const Result<> &result);
    Result<> record(const Load &load, const QString &outcome, const QString &detail);

    Workspace &m_workspace;
    BusClient &m_bus;
    QList<Load> m_loads;
    int m_index = -1;
    QByteArray m_id; ///< joins begun and outcome
};

} // namespace ctl

} // namespace packwarden
