// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/demo/demokeys.h"

namespace packwarden {
class Clock;
}

namespace packwarden::sim {

/// `packwarden-sim provision --demo DIR`. Makes the whole demo world; on a world that exists it renews the lists and
/// leaves that run out within DemoKeys::renewBefore, also in the memories of the packs, and keeps everything else. A
/// world whose making was cut short is made anew; one of an older form is set aside, with all that stands beside it.
/// Blocks for seconds: RSA keys and key files take their time.
class Provision final
{
public:
    enum class Renewal { WhenDue, Always };

    /// For a new world other packs than the demo's four: how many, and of which kind those beyond the four are.
    struct Packs
    {
        int count = 0; ///< 0: the demo's
        QString hardware;
    };
    void setPacks(const Packs &packs) { m_packs = packs; }

    /// The clock must outlive it.
    Provision(const QString &folder, const Clock &clock, Progress progress, KeyMaking making = {});

    /// FileUnwritable (also for a folder that holds something else), FileUnreadable, KeyUnusable, Malformed; WrongState
    /// with the serial of a pack that a running simulator holds, or where the world has another number of packs.
    Result<> run(Renewal renewal);

private:
    Result<DemoWorld> worldThere() const;
    QStringList content() const;
    Result<> setAside() const;
    Result<> makeWorld(const DemoWorld &world);
    Result<> renewWorld(const DemoWorld &world, Renewal renewal);
    Result<> renewLists(const DemoWorld &world, const QStringList &issuers, const QString &passphrase);
    Result<> renewLeaf(const DemoWorld &world, const DemoWorld::Person &person, const QString &passphrase);
    Result<CrlEntry> readList(const QString &issuer) const;
    QString packFolder(const DemoWorld::Pack &pack) const;
    Result<QList<QByteArray>> currentLists(const DemoWorld &world, const QList<QByteArray> &heldLists) const;
    bool isBehind(const DemoWorld &world, const DemoWorld::Pack &pack) const;
    Result<> updatePack(const DemoWorld &world, const DemoWorld::Pack &pack) const;

    QString m_folder;
    const Clock &m_clock;
    qint64 m_now;
    Progress m_progress;
    KeyMaking m_making;
    Packs m_packs;
};

} // namespace packwarden::sim
