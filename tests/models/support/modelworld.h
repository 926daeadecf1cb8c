// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/workspace/workspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/testworld.h"

#include <QTemporaryDir>

#include <functional>

namespace packwarden {

struct Statement;

namespace test {

/// What a link would have told of a pack of the test world. Its facts, and its statement, name the hashes of the
/// documents that rulesOf() made for the same rules before.
PackFacts factsOf(const PackState &pack);
PackRules rulesOf(TestWorld &world, const PackState &pack);
/// The test world's pack with what commands need: seats for lock, unlock, parts and the end.
PackState packWithCommands(TestWorld &world, const char *serial);
/// A pack's signed word about itself, over the number askedNonce(); change: what it says otherwise.
QByteArray statementOf(TestWorld &world, const PackState &pack, const std::function<void(Statement &)> &change = {});
inline QByteArray askedNonce()
{
    return QByteArray(32, 'n');
}
/// The pack's answer to a delivery it applies.
DeliveryResult applyOn(TestWorld &world, PackState &pack, const CoseSign &document);

/// One console with its own store, which knows a pack, and by the pack's own word.
class Desk final
{
public:
    Desk(TestWorld &world, const PackState &pack);

    Workspace &workspace() { return *m_workspace; }
    FixedClock &clock() { return m_clock; }
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    /// A key file of a person of the test world, with the passphrase "secret".
    QString keyFile(const QString &person);
    /// Signs in and waits for it.
    bool signIn(const QString &person);
    /// Opened anew, as after a restart.
    void reopen();

private:
    TestWorld &m_world;
    QTemporaryDir m_folder;
    FixedClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace test

} // namespace packwarden
