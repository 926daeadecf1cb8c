// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/reasonwords.h"

namespace packwarden {

std::optional<Sentence> ReasonWords::of(const Error &error)
{
    return firstOf<TokenReason, DeliveryReason, Kept, Rollout::Anomaly, ListReason, TrustLack, ForeignFile,
        ExchangeReason, StoreReason>(error);
}

std::optional<Sentence> ReasonWords::words(TokenReason reason)
{
    switch (reason) {
    case TokenReason::PinMissing:
        return Sentence{tr("The token wants its PIN."), tr("Type it.")};
    case TokenReason::FewTriesLeft:
        return Sentence{tr("The PIN is wrong. Few tries are left."), tr("Type it again.")};
    case TokenReason::OneTryLeft:
        return Sentence{tr("The PIN is wrong. One try is left before the token locks itself."),
            tr("Make sure of the PIN before you type it again.")};
    case TokenReason::LockedNow:
        return Sentence{tr("The PIN is wrong, and the token has locked itself."), tr("Its issuer can unlock it.")};
    case TokenReason::PinLocked:
        return Sentence{tr("The token is locked after wrong PINs."), tr("Its issuer can unlock it.")};
    case TokenReason::NotThere:
        return Sentence{tr("The token is not there any more."), tr("Put it in and search again.")};
    case TokenReason::SeveralTokens:
        return Sentence{tr("Two tokens call themselves the same."), tr("Take one of them out.")};
    case TokenReason::NoKey:
        return Sentence{tr("There is no key on this token."), tr("Choose another token, or ask your issuer.")};
    case TokenReason::OtherKeys:
        return Sentence{tr("The key of the last time is not on this token."), tr("Choose one of those that are.")};
    case TokenReason::SeveralKeys:
        return Sentence{tr("There are several keys on this token."), tr("Choose yours, and try again.")};
    case TokenReason::NoCertificate:
        return Sentence{tr("The token has a key but no certificate for it."), tr("Its issuer can put it there.")};
    case TokenReason::OtherCertificate:
        return Sentence{tr("The certificate belongs to another key than the one on this token."),
            tr("Choose the certificate of this key.")};
    case TokenReason::PinInUri:
        return Sentence{tr("The name of the token holds a PIN."), tr("Leave it out: it is asked for here.")};
    }
    return std::nullopt;
}

std::optional<Sentence> ReasonWords::words(DeliveryReason reason)
{
    switch (reason) {
    case DeliveryReason::UnderWay:
        return Sentence{tr("Another delivery is under way."), tr("Wait until it has ended.")};
    case DeliveryReason::NoPacks:
        return Sentence{tr("No packs are chosen for this delivery."), tr("Choose at least one.")};
    case DeliveryReason::NamedTwice:
        return Sentence{tr("This delivery names a pack twice."), tr("Name each pack once.")};
    }
    return std::nullopt;
}

std::optional<Sentence> ReasonWords::words(Kept reason)
{
    switch (reason) {
    case Kept::Unsigned:
        return Sentence{tr("The author has not signed this document yet."), tr("The author must sign it first.")};
    case Kept::Rejected:
        return Sentence{tr("This document was rejected, so it is not delivered."),
            tr("Its history says by whom and why. Draft a new one if the change is still wanted.")};
    case Kept::Unreadable:
    case Kept::Withdrawn:
        break; // as their code is told
    }
    return std::nullopt;
}

std::optional<Sentence> ReasonWords::words(Rollout::Anomaly reason)
{
    switch (reason) {
    case Rollout::Anomaly::NewFault:
        return Sentence{tr("The pack reports a new fault since it applied the document."),
            tr("Look at its faults before you continue.")};
    }
    return std::nullopt;
}

std::optional<Sentence> ReasonWords::words(ListReason reason)
{
    switch (reason) {
    case ListReason::UnknownSigner:
        return Sentence{tr("No root or authority that is known here signed this revocation list."),
            tr("Install the certificate of its issuer first.")};
    case ListReason::OtherIssuer:
        return Sentence{
            tr("The previous revocation list is from another issuer."), tr("Choose the latest list of this issuer.")};
    case ListReason::NoneKnown:
        return Sentence{tr("No revocation list of this issuer is known here. A list that starts again would lose "
                           "earlier revocations."),
            tr("Choose its latest list, or confirm that this is its first.")};
    case ListReason::NotNewer:
        return Sentence{
            tr("A revocation list with this number or a higher one exists already."), tr("Choose a higher number.")};
    }
    return std::nullopt;
}

std::optional<Sentence> ReasonWords::words(TrustLack reason)
{
    switch (reason) {
    case TrustLack::NothingPinned:
        return Sentence{
            tr("No rules are pinned here yet."), tr("Join with an invitation, or pin the rules of a pack.")};
    case TrustLack::NoPackKnown:
        return Sentence{
            tr("No pack with these rules is known here."), tr("Connect to the bus of such a pack and read it.")};
    case TrustLack::NoKeyKnown:
        return Sentence{tr("No key that may start this pack is known here."),
            tr("Add the certificate of a person who may start it under Keys.")};
    }
    return std::nullopt;
}

std::optional<Sentence> ReasonWords::words(ForeignFile reason)
{
    switch (reason) {
    case ForeignFile::NoDocument:
        return Sentence{tr("This file is not a Packwarden document."), tr("Choose another file.")};
    case ForeignFile::NoInvitation:
        return Sentence{tr("This file is not an invitation."),
            tr("Ask a partner for a file that Packwarden saved as an invitation.")};
    }
    return std::nullopt;
}

std::optional<Sentence> ReasonWords::words(ExchangeReason reason)
{
    switch (reason) {
    case ExchangeReason::NoExchange:
        return Sentence{tr("This database has not been set up as an exchange."),
            tr("Check the address, or ask its owner to set it up.")};
    case ExchangeReason::NoDriver:
        return Sentence{
            tr("This computer lacks Qt's driver for PostgreSQL."), tr("Install it (Debian: libqt6sql6-psql).")};
    case ExchangeReason::NoDocument:
        return Sentence{tr("The exchange does not have this document."),
            tr("Ask the person who sent you its number whether it was published there.")};
    case ExchangeReason::NoEnd:
        return Sentence{tr("The exchange sends the same news again and again."),
            tr("Tell its owner; documents can also go as files.")};
    }
    return std::nullopt;
}

std::optional<Sentence> ReasonWords::words(StoreReason reason)
{
    switch (reason) {
    case StoreReason::NewerVersion:
        return Sentence{tr("A newer version of Packwarden wrote this data."),
            tr("Update Packwarden on this computer. Nothing was changed.")};
    case StoreReason::TooManyStrangers:
        return Sentence{tr("This pack is not kept: too many packs that signed nothing are known already."),
            tr("It is shown while it is connected. Packs that were not seen for long make room by themselves.")};
    }
    return std::nullopt;
}

} // namespace packwarden
