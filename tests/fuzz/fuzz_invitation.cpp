// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/signingkey.h"
#include "models/trust/invitation.h"
#include "tests/fuzz/fuzzer.h"

using namespace packwarden;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const CryptoRuntime crypto;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto first = Invitation::decode(bytes);
    if (!first.ok())
        return 0;
    fuzz::must(!first->packs.isEmpty(), "an invitation names a pack");
    const auto second = Invitation::decode(first->encode());
    fuzz::must(second.ok(), "an invitation is read again");
    fuzz::must(second->encode() == bytes, "an invitation has one form");
    fuzz::must(second->fingerprint() == first->fingerprint(), "a fingerprint stays the same");
    static_cast<void>(first->check());
    return 0;
}
