// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/trust/trustbook.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/support/testworld.h"

using namespace packwarden;
using test::TestWorld;

namespace {

struct Scene
{
    CryptoRuntime crypto;
    TestWorld world;
    PackState pack = world.pack();
};

} // namespace

/// What somebody reads who joins: files with a charter or a policy, before anything is pinned. Rules are agreed only
/// if their parties signed them, and those of the seeds lack a signature.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Scene scene;
    const auto file = DocumentFile::decode(fuzz::bytesOf(data, size));
    if (!file.ok())
        return 0;
    const SignoffJudgement judgement = judgeSignoff(*file, {}, {}, TestWorld::now);
    fuzz::must(judgement.state != SignoffState::Ready && judgement.state != SignoffState::Applied,
        "who trusts nothing is told of nothing that it is ready or applied");
    static_cast<void>(suggestedFileName(judgement));
    const QByteArray document = file->document.encode();
    const auto rules = PinnedRules::fromDocuments(document, document);
    if (!rules.ok())
        return 0;
    static_cast<void>(rules->charterFingerprint());
    QList<CrlEntry> lists = scene.pack.crls;
    for (const QByteArray &bytes : file->crls.mid(0, 16)) {
        if (const auto entry = decodeCrlEntry(bytes); entry.ok())
            lists.append(*entry);
    }
    fuzz::must(!verifyPinned(document, document, lists, scene.pack.silicon, scene.pack.foundation).ok(),
        "rules that lack a signature are not agreed");
    return 0;
}
