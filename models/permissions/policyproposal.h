// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/rules/rules.h"

namespace packwarden {

class PolicyDraft;
class Workspace;

/// Writes the draft as an unsigned policy document, the successor of what is pinned, into the requests folder; its
/// path. Where roles come or go it is a document of the charter, which brings both: the charter names who may hold
/// what by role. texts: of contracts that come new, by file name; they travel with it. NotSignedIn, Malformed (no
/// reason), errors of SignoffDocument.
Result<QString> proposePolicy(const PolicyDraft &draft, Workspace &workspace, const QString &title,
    const QString &reason, const QMap<QString, QByteArray> &texts = {});

/// Rules to start from, as JSON without contracts: those stay the draft's, as a template has nobody's signature. What
/// rests on a clause that the draft does not have is named as a problem. Roles of positions that the charter does not
/// have are left out.
Result<Policy> policyFromTemplate(const QByteArray &json, const PolicyDraft &draft);

/// The rules of a JSON file or a policy document, for a draft to take over. FileUnreadable, the readers' errors,
/// UnknownType for a document of another kind.
Result<Policy> readPolicy(const QString &path, const PolicyDraft &draft);

} // namespace packwarden
