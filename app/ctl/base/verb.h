// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"
#include "app/ctl/base/option.h"
#include "models/core/pki/filenote.h"

namespace packwarden::ctl {

/// An option as one verb takes it. The verb's command reads it from Options.
struct Taken
{
    enum class Need {
        No,
        Yes,
        OneOf, ///< one of those of the verb that say so: --key or --token
    };
    enum class Dash { No, Allowed }; ///< Allowed: "-" is standard input or output

    Taken(const Option &which, Need how = Need::No, const char *line = nullptr, Dash input = Dash::No)
        : option(&which)
        , need(how)
        , help(line ? line : which.help)
        , dash(input)
    {
    }

    const Option *option;
    Need need;
    const char *help; ///< one line
    Dash dash;
};

/// What follows a verb without an option's word.
struct Argument
{
    enum class Count { One, Optional, Some, Any }; ///< Some: one or more. Any: none or more.

    const char *name; ///< as the help names it: "SERIAL"
    Count count;
    const char *help; ///< one line
    Taken::Dash dash = Taken::Dash::No;
};

using Maker = std::unique_ptr<Command> (*)(const Options &options, const Clock &clock);

/// One verb, described once: the parser, the refusal of what it does not take, the help and the tests are made from
/// this.
struct Verb
{
    const char *name; ///< empty for the one that needs no word: `time SERIAL`
    const char *summary; ///< what it does, one line, beginning with a verb
    QList<Argument> arguments;
    QList<Taken> options; ///< beside --store and --json, which every verb takes
    const char *example; ///< a whole command line after "packwardenctl"
    QList<ExitCode> exits; ///< beside 0, 1 and 2; 4 is added where it takes --bus
    Maker make;
    /// A file of this kind is written over without --force: it can be had again. Unknown: none.
    pki::FileKind over = pki::FileKind::Unknown;
    /// It runs until it is told to end, and ends in order then (TerminationWatch).
    bool isService = false;

    const Taken *taken(const Option &option) const;
    /// In ascending order.
    QList<ExitCode> exitCodes() const;
};

struct Noun
{
    const char *name;
    const char *summary;
    QList<Verb> verbs;
    bool isArgumentFirst = false; ///< the first argument may stand before the verb: "as-of 2026-05-31 matrix SERIAL"

    const Verb *verb(const QString &word) const;
};

/// What several verbs take together.
namespace taken {

using Need = Taken::Need;
using Dash = Taken::Dash;

QList<Taken> bus(Need need = Need::Yes); ///< --bus, --record
QList<Taken> key(Need need = Need::OneOf); ///< --key, --token, --passphrase-file
QList<Taken> output(const char *help, Need need = Need::Yes, Dash dash = Dash::No);
/// A file that is written over only with --force.
QList<Taken> newFile(const char *help, Need need = Need::Yes, Dash dash = Dash::Allowed);

} // namespace taken

} // namespace packwarden::ctl
