// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cbor/cbor.h"
#include "models/core/documents/command.h"
#include "models/core/documents/provisioning.h"
#include "models/core/documents/rulechange.h"
#include "models/core/documents/withdrawal.h"
#include "models/core/judge/timedocument.h"
#include "models/core/pack/packanswers.h"
#include "models/core/pack/packstate.h"
#include "models/core/pack/statement.h"
#include "models/rights/rightrequest.h"
#include "tests/fuzz/fuzzer.h"

using namespace packwarden;

namespace {

/// What can be read says itself again in the same bytes.
template <typename T> void readAgain(const QByteArray &bytes)
{
    const auto read = T::decode(bytes);
    if (!read.ok())
        return;
    const auto again = T::decode(read->encode());
    fuzz::must(again.ok() && *again == *read, "a payload is the same when it is read again");
}

} // namespace

/// The strict checker of CBOR, and every payload on top of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return 0;
    fuzz::must(cbor::encode(*value) == bytes, "what is canonical has one encoding");
    readAgain<ChangeRequest>(bytes);
    readAgain<Receipt>(bytes);
    readAgain<PolicyChange>(bytes);
    readAgain<CharterChange>(bytes);
    readAgain<Command>(bytes);
    readAgain<ProvisionDocument>(bytes);
    readAgain<Withdrawal>(bytes);
    readAgain<Rejection>(bytes);
    readAgain<RightRequest>(bytes);
    readAgain<RightAnswer>(bytes);
    readAgain<TimeDocument>(bytes);
    readAgain<Statement>(bytes);
    readAgain<PackConfiguration>(bytes);
    readAgain<LifeCycleInfo>(bytes);
    readAgain<RulesVersion>(bytes);
    return 0;
}
