// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzzer.h"
#include "tests/hw/sim/support/testpack.h"

using namespace packwarden;
using test::TestPack;
using test::TestWorld;

namespace {

struct Scene
{
    CryptoRuntime crypto;
    TestWorld world;
    TestPack pack{world};
    int inputs = 0;
};

/// Booting takes a thousand times as long as an answer, so a pack hears many inputs before it boots again. What only a
/// row of inputs shows is seen again by giving all their files in order.
constexpr int inputsPerBoot = 512;

} // namespace

/// A tester that says anything. The input is a row of requests: two bytes of length (the highest bit: functional), then
/// the request. Whatever is said, the pack's values, rules and lists stay as they are, for nobody authenticates.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Scene scene;
    if (scene.inputs++ % inputsPerBoot == 0)
        scene.pack.boot();
    const PackState before = scene.pack.state();
    constexpr size_t maxRequests = 64;
    size_t at = 0;
    for (size_t i = 0; i < maxRequests && at + 2 <= size; ++i) {
        const bool functional = (data[at] & 0x80) != 0;
        const size_t length = std::min<size_t>(size_t(data[at] & 0x7f) << 8 | data[at + 1], size - at - 2);
        const QStringList answers = scene.pack.ask(fuzz::bytesOf(data + at + 2, length), functional);
        fuzz::must(answers.size() <= 3, "a request has at most a pending and a final answer");
        at += 2 + length;
    }
    const PackState after = scene.pack.state();
    fuzz::must(after.values == before.values && after.charter == before.charter && after.policy == before.policy
            && after.lock == before.lock && after.lifeCycle == before.lifeCycle,
        "nothing changed");
    return 0;
}
