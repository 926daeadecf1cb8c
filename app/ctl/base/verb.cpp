// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/verb.h"

#include <algorithm>

namespace packwarden::ctl {

const Taken *Verb::taken(const Option &option) const
{
    const auto found
        = std::find_if(options.begin(), options.end(), [&](const Taken &taken) { return taken.option == &option; });
    return found == options.end() ? nullptr : &*found;
}

QList<ExitCode> Verb::exitCodes() const
{
    QList<ExitCode> codes{Done, RefusedOrInvalid, Usage};
    codes += exits;
    if (taken(option::bus) && !codes.contains(OutOfReach))
        codes.append(OutOfReach);
    std::sort(codes.begin(), codes.end());
    return codes;
}

const Verb *Noun::verb(const QString &word) const
{
    const auto found
        = std::find_if(verbs.begin(), verbs.end(), [&](const Verb &verb) { return QLatin1String(verb.name) == word; });
    return found == verbs.end() ? nullptr : &*found;
}

namespace taken {

QList<Taken> bus(Need need)
{
    return {{option::bus, need}, option::record};
}

QList<Taken> key(Need need)
{
    return {{option::key, need}, option::keyName, {option::token, need}, option::passphraseFile};
}

QList<Taken> output(const char *help, Need need, Dash dash)
{
    return {{option::output, need, help, dash}};
}

QList<Taken> newFile(const char *help, Need need, Dash dash)
{
    return output(help, need, dash) + QList<Taken>{option::force};
}

} // namespace taken

} // namespace packwarden::ctl
