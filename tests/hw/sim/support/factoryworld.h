// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/demo/demorules.h"
#include "hw/sim/factory/datasheet.h"
#include "hw/sim/factory/factoryline.h"
#include "hw/sim/gate/documentgate.h"
#include "hw/sim/memory/packclock.h"
#include "tests/hw/sim/support/memoryfiles.h"
#include "tests/support/fixedclock.h"
#include "tests/support/testworld.h"

namespace packwarden::test {

/// The demo's rules with the test world's keys: everything that a production line and the parties sign. People are
/// named as the demo's key files are ("leasing-asset-manager").
class FactoryWorld final
{
public:
    FactoryWorld();

    static constexpr qint64 now = TestWorld::now;
    static PackSerial serial() { return PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0009")); }
    static QString hardware() { return QStringLiteral("nmc-96s2p"); }

    std::shared_ptr<SigningKey> person(const QString &key);
    /// COSE_Sign: author first, then those who approve.
    QByteArray sign(
        const char *contentType, const QByteArray &payload, const QString &author, const QStringList &approvers);
    DocumentHead head(const QString &author, const QString &title);
    sim::factory::Identification identification();
    const sim::FactoryLine::Papers &papers() const { return m_papers; }
    QByteArray firstCharter(const QStringList &without = {});
    TestWorld &keys() { return m_keys; }
    sim::DemoRules rules;

    /// Documents for a sealed pack as it stands, complete: by their kind in documentkind.h, named for the test's rows.
    struct Sample
    {
        QString name;
        int kind = 0;
        QByteArray bytes;
    };
    QList<Sample> samples(const PackState &state);
    QByteArray request(const PackState &state, const QStringList &approvers);
    QByteArray policy(const PackState &state, const QStringList &approvers);
    QByteArray charter(const PackState &state, const QStringList &approvers);
    QByteArray command(const PackState &state, CommandKind kind, const QStringList &approvers);
    QByteArray withdrawal(const QByteArray &document, const QString &who);
    QByteArray time(const PackState &state, const QString &who, qint64 at);
    /// Of two parties or more, told when the pack's clock read as it does in the state.
    QByteArray time(const PackState &state, const QStringList &people, qint64 at);
    QByteArray list(const QString &party, qint64 number);

private:
    sim::DemoWorld m_world;
    TestWorld m_keys;
    QMap<QString, std::shared_ptr<SigningKey>> m_people;
    sim::FactoryLine::Papers m_papers;
    quint8 m_ids = 0;
};

/// A pack from its blank board on, with its memory in memory and the power switch in the test's hand.
class FactoryPack final
{
public:
    explicit FactoryPack(FactoryWorld &world);

    static QString folder() { return QStringLiteral("pack"); }
    /// Another pack as this one is on the disk now.
    FactoryPack copy() const { return FactoryPack(m_world, files.copy(), clock.now()); }
    /// Loads what the disk holds and starts; an error if it is damaged.
    Result<> boot(const sim::BootFacts &facts = {});
    /// Loads what the disk holds without writing.
    Result<> look();
    Result<QByteArray> identify();
    sim::DocumentGate::Outcome deliver(int kind, const QByteArray &document);
    /// The word of a refusal, "" if it was applied.
    QString tell(int kind, const QByteArray &document);
    /// All stations of the line up to the named one, without it; empty: all.
    void makeUpTo(const QString &station);
    PackState state() const { return memory->state(packClock->now()); }
    const sim::PackContents &contents() const { return memory->contents(); }

    FixedClock clock{FactoryWorld::now};
    MemoryFiles files;
    std::unique_ptr<sim::PackMemory> memory;
    std::unique_ptr<sim::PackClock> packClock;
    std::unique_ptr<sim::DocumentGate> gate;

private:
    FactoryPack(FactoryWorld &world, const MemoryFiles &held, qint64 now);
    void attach(sim::PackMemory loaded);

    FactoryWorld &m_world;
};

} // namespace packwarden::test
