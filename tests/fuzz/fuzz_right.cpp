// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rights/rightoffice.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/models/support/modelworld.h"

#include <QCoreApplication>
#include <QFile>

using namespace packwarden;
using test::Desk;
using test::TestWorld;

namespace {

struct Scene
{
    int argc = 0;
    /// The database asks for one; a test has it already.
    std::unique_ptr<QCoreApplication> application{
        QCoreApplication::instance() ? nullptr : new QCoreApplication(argc, nullptr)};
    CryptoRuntime crypto;
    TestWorld world;
    Desk desk{world, world.pack()};
    RightOffice office{desk.workspace()};
    QByteArray asked; ///< the first input that is believed: the seed
};

} // namespace

/// Requests for rights and answers, as files that a console opens. The only one that is believed is the seed.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Scene scene;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QString path = scene.desk.path("a.pwask");
    {
        QFile file(path);
        fuzz::must(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the file is written");
    }
    if (const auto question = scene.office.readRequest(path); question.ok()) {
        if (scene.asked.isEmpty())
            scene.asked = question->sha256;
        fuzz::must(question->sha256 == scene.asked, "what is believed is what was signed");
    }
    fuzz::must(!scene.office.hearAnswer(path).ok(), "who asked nothing hears no answer");
    if (const auto document = CoseSign1::decode(bytes); document.ok()) {
        if (const auto answer = RightAnswer::decode(document->payload); answer.ok())
            fuzz::must(answer->encode() == document->payload, "an answer has one encoding");
    }
    return 0;
}
