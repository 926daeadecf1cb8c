// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/options.h"
#include "app/ctl/base/output.h"

#include <QObject>

#include <functional>
#include <memory>

namespace packwarden {

class Clock;
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
    /// The same where it was opened before; else null.
    Workspace *workspaceIfOpen() const { return m_workspace.get(); }
    /// Opens the key of --key, then goes on; fails where that is missing or does not open.
    void withIdentity(const std::function<void()> &next);
    /// Waits for the packs, then goes on; fails with OutOfReach if one does not show up.
    void withPacks(const QStringList &serials, const std::function<void()> &next);
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
};

/// 4 for what the bus did, else 1.
int exitCodeOf(Code code);

} // namespace ctl

} // namespace packwarden
