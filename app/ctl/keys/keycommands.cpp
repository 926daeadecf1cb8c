// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/keycommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makeKeysCommand(const Options &options, const Clock &clock)
{
    const auto is = [&](const char *verb) {
        return options.verb == QLatin1String(verb);
    };
    if (is("new") || is("request") || is("install"))
        return makeKeyMakingCommand(options, clock);
    if (is("issue") || is("renew"))
        return makeKeyIssuingCommand(options, clock);
    if (is("revoke") || is("crl") || is("compromised"))
        return makeKeyListCommand(options, clock);
    if (is("push-crl"))
        return makeKeyPushCommand(options, clock);
    if (is("list") || is("reach"))
        return makeKeySurveyCommand(options, clock);
    return nullptr;
}

} // namespace packwarden::ctl
