// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/signingkey.h"
#include "models/trust/trustfiles.h"
#include "tests/fuzz/fuzzer.h"

using namespace packwarden;

namespace {

template <typename Read> void readAgain(const QByteArray &bytes, Read read)
{
    const auto first = read(bytes);
    if (!first.ok())
        return;
    const auto second = read(trustfiles::encode(*first));
    fuzz::must(second.ok() && *second == *first, "a file is the same when it is read again");
}

} // namespace

/// The files in which a console keeps what it trusts, as somebody else may have left them.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const CryptoRuntime crypto;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    readAgain(bytes, trustfiles::decodePinned);
    readAgain(bytes, trustfiles::decodeFormer);
    readAgain(bytes, trustfiles::decodeLists);
    readAgain(bytes, trustfiles::decodePack);
    if (const auto pack = trustfiles::decodePack(bytes); pack.ok()) {
        TrustSnapshot trust;
        trust.packs.suppose(*pack);
        static_cast<void>(trust.stateOf(pack->facts.serial, 1'780'000'000));
    }
    return 0;
}
