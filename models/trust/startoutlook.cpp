// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/startoutlook.h"

#include "models/core/judge/access.h"
#include "models/trust/trustlack.h"

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
    const auto known = question.trust.packs.find(serial);
    outlook.readAt = known ? known->readAt : 0;
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
        outlook.reason
            = {Code::UnknownIssuer, QStringLiteral("no key that starts it is known here"), TrustLack::NoKeyKnown};
    return outlook;
}

} // namespace

namespace {

/// Groups of a policy that name a pack: a grant may hold for one of them alone.
QStringList groupsOf(const PackSerial &serial, const Policy &policy)
{
    QStringList names;
    for (auto it = policy.groups.begin(); it != policy.groups.end(); ++it) {
        if (it->contains(serial))
            names.append(it.key());
    }
    return names;
}

} // namespace

StartOutlook StartOutlooks::of(const StartOutlook &judged, const PackSerial &serial, qint64 readAt)
{
    StartOutlook outlook = judged;
    const QString was = judged.serial.text();
    QString &detail = outlook.reason.detail;
    if (detail == was || detail.startsWith(was + QStringLiteral(": ")))
        detail.replace(0, was.size(), serial.text());
    outlook.serial = serial;
    outlook.readAt = readAt;
    return outlook;
}

StartOutlooks startOutlooks(const StartQuestion &question)
{
    StartOutlooks found;
    QHash<qint64, Policy> policies; // by what is held
    QHash<std::pair<QByteArray, QStringList>, int> places;
    for (const PackLine &line : question.trust.packs.lines()) {
        if (!question.policy && !policies.contains(line.holding)) {
            const auto held = question.trust.packs.held(line.holding);
            policies.insert(line.holding, held && held->pinned.ok() ? held->pinned->policy : Policy());
        }
        const Policy &policy = question.policy ? *question.policy : *policies.constFind(line.holding);
        const std::pair key{line.situation, groupsOf(line.serial, policy)};
        auto place = places.constFind(key);
        if (place == places.constEnd()) {
            place = places.insert(key, int(found.judged.size()));
            found.judged.append(judge(line.serial, question));
        }
        found.packs.append({line, *place});
    }
    return found;
}

QList<StartOutlook> startOutlook(const StartQuestion &question)
{
    QList<StartOutlook> all;
    if (question.packs.isEmpty()) {
        const StartOutlooks found = startOutlooks(question);
        for (const StartOutlooks::Pack &pack : found.packs)
            all.append(StartOutlooks::of(found.judged.at(pack.answer), pack.line.serial, pack.line.readAt));
        return all;
    }
    QList<PackSerial> packs = question.packs;
    std::sort(packs.begin(), packs.end());
    for (const PackSerial &serial : std::as_const(packs))
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
