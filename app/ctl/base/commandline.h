// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/verb.h"

namespace packwarden::ctl {

/// What a command line asks for: a verb with its options, or help, or the version.
struct CommandLine
{
    enum class Ask { Run, Help, Version };

    Ask ask = Ask::Run;
    const Verb *verb = nullptr; ///< of the nouns that were given to parse(); only to run
    Options options; ///< only to run
    QString text; ///< the help

    /// arguments: with the program's name first. Malformed with a sentence for the terminal: a noun, verb or option
    /// that there is not (with the nearest one that there is), an option or argument that the verb does not take, one
    /// that it needs and that is missing. What is given is read or refused, never left out.
    static Result<CommandLine> parse(const QStringList &arguments, const QList<Noun> &nouns);
};

/// Does the command line ask for JSON, whether or not it can be read?
bool asksForJson(const QStringList &arguments);

} // namespace packwarden::ctl
