// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/rules/ruleprints.h"

#include "app/ctl/base/output.h"
#include "models/trust/knownpack.h"

namespace packwarden::ctl {

void tellRules(const Output &out, const PinnedRules &rules)
{
    if (rules.isOneDocument()) {
        out.text(QStringLiteral("charter version %1 with policy version %2  %3")
                     .arg(rules.charter.version)
                     .arg(rules.policy.version)
                     .arg(rules.charterFingerprint()));
        return;
    }
    out.text(QStringLiteral("charter  version %1  %2").arg(rules.charter.version).arg(rules.charterFingerprint()));
    out.text(QStringLiteral("policy   version %1  %2").arg(rules.policy.version).arg(rules.policyFingerprint()));
}

QJsonObject rulesJson(const PinnedRules &rules)
{
    return {{QStringLiteral("charter"), rules.charterFingerprint()},
        {QStringLiteral("charterVersion"), rules.charter.version},
        {QStringLiteral("policy"), rules.policyFingerprint()}, {QStringLiteral("policyVersion"), rules.policy.version}};
}

} // namespace packwarden::ctl
