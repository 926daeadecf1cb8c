// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/simulatedpack.h"
#include "tests/hw/sim/support/memoryfiles.h"
#include "tests/support/fixedclock.h"
#include "tests/support/testworld.h"

#include <functional>

namespace packwarden::test {

/// A pack of the small test world with its memory in memory, without a bus.
class TestPack final
{
public:
    explicit TestPack(TestWorld &world)
        : TestPack(world, world.pack())
    {
    }
    /// A pack in this state: serial, rules, lists and values of it.
    /// Whose signatures its rules carry: those of all parties take their time, and only a console looks at them.
    enum class Agreed { ByAuthor, ByAll };
    /// change: what is written otherwise into its memory.
    TestPack(TestWorld &world, const PackState &state, Agreed agreed = Agreed::ByAuthor, int node = 0x10,
        const std::function<void(sim::PackParts &)> &change = {});

    FixedClock clock{TestWorld::now};
    MemoryFiles files;
    sim::SimulatedPack::Options options; ///< of the next boot
    std::unique_ptr<sim::SimulatedPack> pack;

    static QString folder() { return QStringLiteral("pack"); }
    /// Loads the memory as after a start; ends the test program if it cannot.
    void boot();
    Result<std::unique_ptr<sim::SimulatedPack>> tryBoot();
    const sim::PackContents &contents() const { return pack->memory().contents(); }
    PackState state() const { return pack->memory().state(TestWorld::now); }

    /// One request, all answers, work included: hex of each.
    QStringList ask(const QByteArray &request, bool functional = false);
    QStringList askHex(const char *hex, bool functional = false) { return ask(QByteArray::fromHex(hex), functional); }
    /// Programming session, 34, 36, 37; then the answers to 31 01 0201.
    QStringList deliver(const QByteArray &document, int kind = 1);
    bool upload(const QByteArray &document);
    QByteArray applyRequest(const QByteArray &document, int kind = 1) const;
    /// The reason that 31 03 0201 gives.
    QString reason();
    /// 35, 36, 37.
    std::optional<QByteArray> readDocument(int kind, int index);

private:
    sim::PackParts parts(TestWorld &world, const PackState &state, Agreed agreed, int node) const;
};

} // namespace packwarden::test
