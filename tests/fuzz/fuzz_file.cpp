// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/core/documents/filebounds.h"
#include "models/core/pki/signingkey.h"
#include "tests/fuzz/fuzzer.h"

using namespace packwarden;

/// Files as they travel: reading, writing and merging.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const CryptoRuntime crypto;
    const auto file = DocumentFile::decode(fuzz::bytesOf(data, size));
    if (!file.ok())
        return 0;
    const QByteArray written = file->encode();
    const auto again = DocumentFile::decode(written);
    fuzz::must(again.ok() && again->encode() == written, "a written file is read and written the same");
    const auto twice = DocumentFile::merge(*file, *again);
    fuzz::must(twice.ok() && twice->encode() == written, "merging with itself changes nothing");
    DocumentFile half = *file;
    half.document.signatures = half.document.signatures.mid(0, half.document.signatures.size() / 2);
    half.crls.clear();
    const auto ab = DocumentFile::merge(half, *file);
    const auto ba = DocumentFile::merge(*file, half);
    fuzz::must(ab.ok() && ba.ok() && ab->encode() == ba->encode(), "the order of merging does not matter");
    const DocumentFile kept = filebounds::bounded(*file, {});
    fuzz::must(filebounds::isBounded(kept), "a file within its bounds is within its bounds");
    fuzz::must(DocumentFile::decode(kept.encode()).ok(), "a file within its bounds is read again");
    return 0;
}
