// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/knownrules.h"

#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"

namespace packwarden {

PackRules knownRulesOf(const Statement &said, const TrustSnapshot &trust)
{
    PackRules held;
    held.serial = said.serial;
    const auto findBytes = [](QByteArray &into, const QByteArray &candidate, const QByteArray &wanted) {
        if (into.isEmpty() && !wanted.isEmpty() && sha256(candidate) == wanted)
            into = candidate;
    };
    const auto findDocument = [](QByteArray &into, const QByteArray &candidate, const QByteArray &wanted) {
        if (into.isEmpty() && !candidate.isEmpty() && rulebytes::payloadHash(candidate) == wanted)
            into = candidate;
    };
    const auto look = [&](const PackRules &rules) {
        findBytes(held.silicon, rules.silicon, said.siliconSha256);
        findBytes(held.foundation, rules.foundation, said.foundationSha256);
        findDocument(held.charterDocument, rules.charterDocument, said.charter.sha256);
        findDocument(held.policyDocument, rules.policyDocument, said.policy.sha256);
        // Both may be one document.
        findDocument(held.policyDocument, rules.charterDocument, said.policy.sha256);
    };
    look(trust.packs.value(said.serial).rules);
    findDocument(held.charterDocument, trust.pinned.charterDocument, said.charter.sha256);
    findDocument(held.policyDocument, trust.pinned.policyDocument, said.policy.sha256);
    findBytes(held.silicon, trust.packs.bytesOf(said.siliconSha256), said.siliconSha256);
    findBytes(held.foundation, trust.packs.bytesOf(said.foundationSha256), said.foundationSha256);
    findDocument(held.charterDocument, trust.packs.documentOf(said.charter.sha256), said.charter.sha256);
    findDocument(held.policyDocument, trust.packs.documentOf(said.policy.sha256), said.policy.sha256);
    return held;
}

} // namespace packwarden
