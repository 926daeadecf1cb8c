// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/core/judge/intake.h"
#include "models/core/pki/pkifile.h"
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

/// Certificates, lists, files with any of them in any form, and a pack that is given a list.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Scene scene;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (const auto certificate = Certificate::fromDer(bytes); certificate.ok()) {
        static_cast<void>(validateChain(
            *certificate, {}, scene.pack.anchors(), ChainPurpose::Person, TestWorld::now, TestWorld::day));
        static_cast<void>(isIssuedBy(*certificate, *certificate));
    }
    static_cast<void>(Certificate::fromPem(bytes));
    const pki::PkiFile file = pki::PkiFile::of(bytes);
    for (const QByteArray &der : file.certificates)
        fuzz::must(pki::PkiFile::of(der).certificates == QList{der}, "what was found is found again");
    fuzz::must(file.certificates.isEmpty() || file.kind != pki::FileKind::Unknown, "what was found has a name");
    if (const auto list = Crl::fromDer(bytes); list.ok())
        static_cast<void>(takeCrl(encodeCrlEntry({*list, {}}), scene.pack));
    if (const auto entry = decodeCrlEntry(bytes); entry.ok()) {
        fuzz::must(encodeCrlEntry(*entry) == bytes, "an entry has one encoding");
        const auto lists = takeCrl(bytes, scene.pack);
        fuzz::must(!lists.ok() || lists->size() <= scene.pack.crls.size() + 1, "an entry is one list");
    }
    return 0;
}
