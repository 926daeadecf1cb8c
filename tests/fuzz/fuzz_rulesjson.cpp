// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/rulesjson.h"
#include "tests/fuzz/fuzzer.h"

#include <QJsonDocument>

using namespace packwarden;

namespace {

const QByteArray charterHash(32, 'c');

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

/// What can be read says itself again, and is read as the same.
template <typename Read> void readAgain(const QByteArray &json, Read read)
{
    const auto first = read(json);
    if (!first.ok())
        return;
    const auto second = read(textOf(rulesjson::toJson(*first)));
    fuzz::must(second.ok() && *second == *first, "rules are the same when they are read again");
}

} // namespace

/// Rules that people edit by hand.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json = fuzz::bytesOf(data, size);
    readAgain(json, [](const QByteArray &text) { return rulesjson::policyFromJson(text, 2, charterHash); });
    readAgain(json, [](const QByteArray &text) { return rulesjson::charterFromJson(text, 2); });
    readAgain(json, [](const QByteArray &text) { return rulesjson::siliconFromJson(text); });
    readAgain(json, [](const QByteArray &text) { return rulesjson::foundationFromJson(text); });
    static_cast<void>(rulesjson::dataSheetFromJson(json));
    return 0;
}
