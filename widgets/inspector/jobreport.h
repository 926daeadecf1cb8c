// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"
#include "models/packs/jobcard.h"

class QTextDocument;

namespace packwarden {

/// A job card as a report on paper: one or two pages A4.
namespace jobreport {

/// units: of the values, as the pack's limits name them.
void fill(QTextDocument &page, const JobCard &card, const QList<ParameterDefinition> &units);
/// Written whole or not at all. FileUnwritable.
Result<> write(const JobCard &card, const QList<ParameterDefinition> &units, const QString &path);

} // namespace jobreport

} // namespace packwarden
