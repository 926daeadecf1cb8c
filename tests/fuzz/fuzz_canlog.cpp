// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/canlog.h"
#include "tests/fuzz/fuzzer.h"

#include <QTemporaryFile>

using namespace packwarden;

/// Recordings of a bus, whole and line by line: frames or nothing, and a frame is written and read the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static QTemporaryFile file;
    fuzz::must(file.isOpen() || file.open(), "there is a file");
    const QByteArray bytes = fuzz::bytesOf(data, size);
    fuzz::must(
        file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size() && file.flush(), "the file is written");
    CanLogReader reader;
    fuzz::must(reader.open(file.fileName()).ok(), "the file is opened");
    qsizetype frames = 0;
    while (const auto logged = reader.next()) {
        ++frames;
        const auto again = canlog::parse(canlog::line(*logged, "can0"));
        fuzz::must(again && again->microseconds == logged->microseconds
                && again->frame.frameId() == logged->frame.frameId()
                && again->frame.payload() == logged->frame.payload()
                && again->frame.hasExtendedFrameFormat() == logged->frame.hasExtendedFrameFormat()
                && again->frame.hasFlexibleDataRateFormat() == logged->frame.hasFlexibleDataRateFormat(),
            "a frame is the same when it is read again");
    }
    // Any program's line ends, and the last line may have none.
    fuzz::must(frames <= bytes.count('\n') + bytes.count('\r') + 1, "a line is at most one frame");
    return 0;
}
