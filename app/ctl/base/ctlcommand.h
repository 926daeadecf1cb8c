// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/options.h"
#include "app/ctl/base/output.h"

#include "models/core/base/ids.h"
#include "models/core/pack/linkvalues.h"

#include <QObject>

#include <functional>
#include <memory>

namespace packwarden {

class Clock;
class FleetModel;
class PacksModel;
class SignoffDocument;
class Workspace;

namespace ctl {

class BusClient;

/// One noun and verb at work. start() returns at once; finished comes exactly once, from the one event loop.
class Command : public QObject
{
    Q_OBJECT
public:
    Command(const Options &options, const Clock &clock, QObject *parent = nullptr);
    ~Command() override;

    virtual void start() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    const Options &options() const { return m_options; }
    const Output &out() const { return m_out; }
    const Clock &clock() const { return m_clock; }

    void done(const QJsonObject &result = {}, int exitCode = Done);
    void fail(const Error &error, const QJsonObject &result = {});
    void fail(const Error &error, const QJsonObject &result, int exitCode);
    void usage(const QString &sentence);

    /// What may come next for a document, in a line for people.
    void sayNext(const SignoffDocument &document);

    /// The data folder, opened at the first call; null after fail().
    Workspace *workspace();
    /// The same for a verb that needs pinned rules; null after fail() with nothingPinned(next) where there are none.
    Workspace *pinnedWorkspace(const char *next = "; use policy pull");
    /// The same where it was opened before; else null.
    Workspace *workspaceIfOpen() const { return m_workspace.get(); }
    /// Opens the key of --key, then goes on; fails where that is missing or does not open.
    void withIdentity(const std::function<void()> &next);
    /// Waits for the packs, then goes on; fails with OutOfReach if one does not show up.
    void withPacks(const QStringList &serials, const std::function<void()> &next);
    /// The fleet as it is known, with what these packs say now; where tomorrow is asked for, once it is worked out.
    /// Fails where the store does not open.
    void withFleet(
        const QList<PackTelemetry> &heard, bool tomorrow, const std::function<void(FleetModel &fleet)> &next);
    /// The packs of --group, in order; none without it. Fails where there is no such group, or it is empty.
    void withGroup(const QList<PackTelemetry> &heard, const std::function<void(const QList<PackSerial> &packs)> &next);
    /// The same for a pack that has no serial yet.
    void withNode(int node, const std::function<void()> &next);
    /// Made by the first call; null after fail() for want of --bus.
    BusClient *bus();
    /// The same where it was made before; else null.
    const BusClient *bus() const { return m_bus.get(); }

private:
    Options m_options;
    Output m_out;
    const Clock &m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<BusClient> m_bus;
    std::unique_ptr<PacksModel> m_packs;
    std::unique_ptr<FleetModel> m_fleet;
};

/// 4 for what the bus did, else 1.
int exitCodeOf(Code code);

} // namespace ctl

} // namespace packwarden
