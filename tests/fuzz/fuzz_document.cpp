// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/intake.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/support/testworld.h"

using namespace packwarden;
using test::TestWorld;

namespace {

struct Scene
{
    CryptoRuntime crypto;
    TestWorld world;
    PackState pack = world.pack().remembering();
};

} // namespace

/// A pack that is given any bytes as a document of every kind: it accepts none that its people did not sign.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Scene scene;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    for (const auto verify : {verifyRequest, verifyPolicy, verifyCharter, verifyCommand, verifyProvision}) {
        const Verdict verdict = verify(bytes, scene.pack);
        fuzz::must(!verdict.accepted(), "the seeds are refused, and nobody signed anything else");
    }
    static_cast<void>(takeWithdrawal(bytes, scene.pack));
    return 0;
}
