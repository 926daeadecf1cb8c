// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/verb.h"

/// What --help says, made from the descriptions of the verbs. English, for a terminal of 80 columns where words allow.
namespace packwarden::ctl::help {

QString ofProgram(const QList<Noun> &nouns);
QString ofNoun(const Noun &noun);
QString ofVerb(const Noun &noun, const Verb &verb);

/// "packwardenctl pack show SERIAL --bus PLUGIN:DEVICE"; options that may be left out are not in it.
QString usage(const Noun &noun, const Verb &verb);

/// "4  A pack or the bus is out of reach."
QString ofExitCode(ExitCode code);

/// All verbs as data, one JSON value in a line: for manual pages and completions (`packwardenctl --help --json`).
QString asJson(const QList<Noun> &nouns);

} // namespace packwarden::ctl::help
