// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditinclusion.h"

#include <QJsonObject>

namespace packwarden::ctl {

/// What a proof shows, for people and for programs.
QString proofLine(const AuditInclusion &proof, const AuditInclusion::Signer &signer);
QJsonObject proofObject(const AuditInclusion &proof, const AuditInclusion::Signer &signer);

} // namespace packwarden::ctl
