// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffjudgement.h"
#include "widgets/style/theme.h"

namespace packwarden {

/// The words of a sign-off document: its state, what a pack would say to it, and what comes next.
namespace signoffwords {

Status status(SignoffState state);
/// One character for each state, in the colour of its status.
QString shape(SignoffState state);
QString state(const SignoffJudgement &judgement, const Charter &charter);
/// Seats, each with all who could fill it: "Leasing, asset manager; Cell data, specialist".
QString seats(const QList<QList<Seat>> &seats, const Charter &charter);
/// The state in one or two words.
QString chip(const SignoffJudgement &judgement);
/// What the pack's own verifier, run here, says.
QString rehearsal(const SignoffJudgement &judgement, const Charter &charter, Status &status);
/// Who has to do what now.
QString next(const SignoffJudgement &judgement, const Charter &charter);
/// Why the approval of the one who looks would fill none of the empty seats of their role.
QString whyNotYou(const Error &why);
/// The values that the packs read back, from their verified receipts.
QString receipt(const SignoffJudgement &judgement);

} // namespace signoffwords

} // namespace packwarden
