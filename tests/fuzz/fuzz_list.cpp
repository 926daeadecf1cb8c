// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/core/judge/intake.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/support/testworld.h"

using namespace packwarden;
using test::TestWorld;

namespace {

struct Scene
{
    Scene()
    {
        lost.clockUncertain = true;
        blank.charter = {};
        blank.crls.clear();
    }
    CryptoRuntime crypto;
    TestWorld world;
    PackState pack = world.pack().remembering();
    PackState lost = world.pack().remembering(); ///< does not know the time
    PackState blank = world.pack().remembering(); ///< before its first charter
};

} // namespace

/// Revocation lists as they are delivered and as a charter brings them. Whatever comes, a pack holds at most one more
/// than before, and those of others stay.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Scene scene;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    QList<QByteArray> entries{bytes};
    if (const auto upload = CharterUpload::decode(bytes); upload.ok()) {
        fuzz::must(upload->encode() == bytes, "an upload has one encoding");
        entries += upload->crls.mid(0, 16);
    }
    for (const QByteArray &entry : entries) {
        if (const auto decoded = decodeCrlEntry(entry); decoded.ok())
            fuzz::must(encodeCrlEntry(*decoded) == entry, "an entry has one encoding");
        for (const PackState *pack : {&scene.pack, &scene.lost, &scene.blank}) {
            const auto taken = takeCrl(entry, *pack);
            if (!taken.ok())
                continue;
            fuzz::must(taken->size() <= pack->crls.size() + 1, "an entry is one list");
            int gone = 0;
            for (const CrlEntry &held : pack->crls)
                gone += taken->contains(held) ? 0 : 1;
            fuzz::must(gone <= 1, "a list takes the place of its issuer's alone");
        }
    }
    return 0;
}
