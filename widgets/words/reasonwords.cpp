// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/reasonwords.h"

namespace packwarden {

std::optional<Sentence> ReasonWords::of(const Error &error)
{
    if (const auto *reason = error.as<TokenReason>())
        return ofToken(*reason);
    return std::nullopt;
}

Sentence ReasonWords::ofToken(TokenReason reason)
{
    switch (reason) {
    case TokenReason::PinMissing:
        return {tr("The token wants its PIN."), tr("Type it.")};
    case TokenReason::FewTriesLeft:
        return {tr("The PIN is wrong. Few tries are left."), tr("Type it again.")};
    case TokenReason::OneTryLeft:
        return {tr("The PIN is wrong. One try is left before the token locks itself."),
            tr("Make sure of the PIN before you type it again.")};
    case TokenReason::LockedNow:
        return {tr("The PIN is wrong, and the token has locked itself."), tr("Its issuer can unlock it.")};
    case TokenReason::PinLocked:
        return {tr("The token is locked after wrong PINs."), tr("Its issuer can unlock it.")};
    case TokenReason::NotThere:
        return {tr("The token is not there any more."), tr("Put it in and search again.")};
    case TokenReason::SeveralTokens:
        return {tr("Two tokens call themselves the same."), tr("Take one of them out.")};
    case TokenReason::NoKey:
        return {tr("There is no key on this token."), tr("Choose another token, or ask your issuer.")};
    case TokenReason::OtherKeys:
        return {tr("The key of the last time is not on this token."), tr("Choose one of those that are.")};
    case TokenReason::SeveralKeys:
        return {tr("There are several keys on this token."), tr("Choose yours, and try again.")};
    case TokenReason::NoCertificate:
        return {tr("The token has a key but no certificate for it."), tr("Its issuer can put it there.")};
    case TokenReason::OtherCertificate:
        return {tr("The certificate belongs to another key than the one on this token."),
            tr("Choose the certificate of this key.")};
    case TokenReason::PinInUri:
        return {tr("The name of the token holds a PIN."), tr("Leave it out: it is asked for here.")};
    }
    return {};
}

} // namespace packwarden
