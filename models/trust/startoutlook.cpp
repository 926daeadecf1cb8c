// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/startoutlook.h"

#include "models/core/judge/access.h"

#include <QSet>

#include <algorithm>

namespace packwarden {

namespace {

QList<Certificate> issuersOf(Certificate certificate, const QList<Certificate> &known)
{
    QList<Certificate> issuers;
    while (issuers.size() < 2) {
        const auto issuer = std::find_if(known.begin(), known.end(), [&](const Certificate &candidate) {
            return candidate.isAuthority && candidate.issuerDer != candidate.subjectDer
                && isIssuedBy(certificate, candidate);
        });
        if (issuer == known.end())
            break;
        certificate = *issuer;
        issuers.append(certificate);
    }
    return issuers;
}

/// One purpose that the role may start for; empty if there is none.
QString purposeOf(const RoleId &role, const Policy &policy)
{
    for (const Grant &grant : policy.grants) {
        if (grant.role == role && grant.capability.text() == QLatin1String("activate"))
            return grant.purposes.isEmpty() ? QStringLiteral("drive") : grant.purposes.constFirst();
    }
    return {};
}

StartOutlook judge(const PackSerial &serial, const StartQuestion &question)
{
    StartOutlook outlook;
    outlook.serial = serial;
    outlook.readAt = question.trust.packs.value(serial).readAt;
    auto read = question.trust.stateOf(serial, question.at);
    if (!read.ok()) {
        outlook.reason = read.error();
        return outlook;
    }
    PackState state = read->remembering();
    if (question.policy)
        state.policy = *question.policy;
    bool refused = false;
    for (const Certificate &leaf : question.known) {
        const auto role = RoleId::parse(leaf.role);
        const QString purpose = role.ok() ? purposeOf(*role, state.policy) : QString();
        if (leaf.isAuthority || leaf.person.isEmpty() || purpose.isEmpty())
            continue;
        ++outlook.people;
        const auto actor = judgeActor(leaf, issuersOf(leaf, question.known), 1, state);
        const auto lease = actor.ok() ? judgeActivation(*actor, purpose, state) : Result<Lease>(actor.error());
        if (lease.ok()) {
            outlook.answer = StartOutlook::Answer::Able;
            outlook.reason = {};
            return outlook;
        }
        outlook.reason = lease.error();
        refused = true;
    }
    if (refused)
        outlook.answer = StartOutlook::Answer::Unable;
    else if (state.lock.locked) {
        outlook.answer = StartOutlook::Answer::Unable;
        outlook.reason = {Code::TheftLocked, serial.text()};
    } else
        outlook.reason = {Code::UnknownIssuer, QStringLiteral("no key that starts it is known here")};
    return outlook;
}

} // namespace

QList<StartOutlook> startOutlook(const StartQuestion &question)
{
    QList<PackSerial> packs = question.packs.isEmpty() ? question.trust.packs.keys() : question.packs;
    std::sort(packs.begin(), packs.end());
    QList<StartOutlook> all;
    for (const PackSerial &serial : packs)
        all.append(judge(serial, question));
    return all;
}

LostStarts lostStarts(const StartQuestion &question, const QList<Certificate> &gone)
{
    const auto isAble = [](const StartOutlook &outlook) {
        return outlook.answer == StartOutlook::Answer::Able;
    };
    StartQuestion without = question;
    without.known.removeIf([&gone](const Certificate &certificate) { return gone.contains(certificate); });
    LostStarts lost;
    const QList<StartOutlook> before = startOutlook(question);
    const QList<StartOutlook> after = startOutlook(without);
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (isAble(before.at(i)) && !isAble(after.at(i)))
            lost.packs.append(before.at(i).serial);
    }
    QSet<QString> people;
    for (const Certificate &leaf : gone) {
        if (leaf.isAuthority || leaf.person.isEmpty() || people.contains(leaf.person))
            continue;
        people.insert(leaf.person);
        // The person alone: with every certificate, and with those that are left.
        const auto canStart = [&](const StartQuestion &asked) {
            StartQuestion alone = asked;
            alone.known.removeIf(
                [&leaf](const Certificate &other) { return !other.isAuthority && other.person != leaf.person; });
            const QList<StartOutlook> starts = startOutlook(alone);
            return std::any_of(starts.begin(), starts.end(), isAble);
        };
        if (!canStart(question))
            continue;
        if (canStart(without))
            lost.still.append(leaf.commonName);
        else
            ++lost.people;
    }
    return lost;
}

} // namespace packwarden
