// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rules/rulesdiff.h"
#include "models/signoffs/signoffjudgement.h"

namespace packwarden {

/// What a document of rules says, in words: charter or policy, beside the rules that it replaces.
namespace rulecontents {

QString charterSentence(const CharterChange &change, const SignoffJudgement &judgement, const TrustSnapshot &trust);
QString charterTitle(const CharterChange &change);
QString policySentence(const SignoffJudgement &judgement, const TrustSnapshot &trust);
/// What follows for people: who can start packs, and what becomes void.
QStringList consequences(const SignoffJudgement &judgement, const TrustSnapshot &trust);
/// The rules of a document beside those that it replaces; none where nothing is trusted here.
QList<RuleDifference> differences(const SignoffJudgement &judgement, const TrustSnapshot &trust);

} // namespace rulecontents

} // namespace packwarden
