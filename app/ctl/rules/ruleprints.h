// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace packwarden {
struct PinnedRules;
}

namespace packwarden::ctl {

class Output;

/// Version and fingerprint of charter and policy, as people compare them: one fingerprint where both are one document.
void tellRules(const Output &out, const PinnedRules &rules);
/// The same: charter, charterVersion, policy, policyVersion.
QJsonObject rulesJson(const PinnedRules &rules);

} // namespace packwarden::ctl
