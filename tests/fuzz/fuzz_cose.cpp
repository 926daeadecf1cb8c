// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cose/cose.h"
#include "models/core/pki/signingkey.h"
#include "tests/fuzz/fuzzer.h"

using namespace packwarden;

/// Signed documents of both kinds, and their signatures.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const CryptoRuntime crypto;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (const auto document = CoseSign::decode(bytes); document.ok()) {
        fuzz::must(document->encode() == bytes, "a document has one encoding");
        for (const CoseSignature &signature : document->signatures)
            static_cast<void>(document->verifies(signature));
    }
    if (const auto word = CoseSign1::decode(bytes); word.ok()) {
        fuzz::must(word->encode() == bytes, "a word has one encoding");
        static_cast<void>(word->verifies());
    }
    return 0;
}
