// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/gate/packstatement.h"

#include "models/core/base/breakable.h"
#include "models/core/pack/statement.h"

namespace packwarden::sim {

Result<QByteArray> makeStatement(const PackMemory &memory, qint64 now, const QByteArray &nonce)
{
    const auto key = memory.signer();
    if (!key)
        return {Code::WrongState, QStringLiteral("device-chain")};
    const PackContents &contents = memory.contents();
    Statement statement;
    statement.serial = memory.identity().serial;
    statement.nonce = nonce;
    statement.hardware = memory.identity().hardware;
    statement.lifeCycle = {contents.lifeCycle, contents.clockUncertain, now, contents.clockFloor};
    statement.lifeCycleRevision = contents.lifeCycleRevision;
    statement.charter = {memory.charter().version, memory.charterSha256(), contents.charterSince};
    statement.policy = {memory.policy().version, memory.policySha256(), contents.policySince};
    statement.values = contents.values;
    statement.lock = contents.lock;
    statement.activation = contents.activation;
    statement.components = contents.components;
    statement.refusals = contents.refusalCounts;
    statement.at = now;
    statement.logCount = contents.logCount();
    statement.logHash = contents.logHash();
    statement.siliconSha256 = broken("statement-names-limits") ? sha256({}) : memory.silicon().sha256();
    statement.foundationSha256 = memory.foundation().sha256();
    const auto made = CoseSign1::make(QByteArray(contenttype::statement), statement.encode(), *key, now);
    return made.ok() ? Result<QByteArray>(made->encode()) : made.error();
}

} // namespace packwarden::sim
