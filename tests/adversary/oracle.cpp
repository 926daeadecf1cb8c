// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/adversary/oracle.h"

#include <algorithm>

namespace packwarden::test {

namespace {

constexpr qint64 tightenLasts = 7 * TestWorld::day;
constexpr qint64 maxContents = 1024 * 1024; ///< bytes; what this scene's packs ever need is a tenth
/// How far one timekeeper alone sets a clock that was lost, from its floor; and over all losses.
constexpr qint64 maxForward = 7 * TestWorld::day;
constexpr qint64 maxForwardEver = 28 * TestWorld::day;

Milli inForce(const StoredValue &value, qint64 at)
{
    return value.overlay && at < value.overlayEnds ? *value.overlay : value.base;
}

bool isLaxer(Milli value, Milli than, const ParameterDefinition &definition)
{
    return definition.stricter == Stricter::Lower ? value > than : value < than;
}

QString text(const char *literal)
{
    return QString::fromLatin1(literal);
}

} // namespace

Oracle::Oracle(TestWorld &world, const Party *attacker)
    : m_attacker(attacker)
{
    if (attacker)
        m_root = world.root(attacker->name);
}

bool Oracle::isOwn(const CrlEntry &entry) const
{
    if (!m_attacker)
        return false;
    if (entry.authorityDer.isEmpty())
        return isListOf(entry.crl, m_root);
    const auto authority = Certificate::fromDer(entry.authorityDer);
    return authority.ok() && isIssuedBy(*authority, m_root) && isListOf(entry.crl, *authority);
}

bool Oracle::mayTighten(const ParameterDefinition &definition) const
{
    // The scene's policy always asks the owner and the cell data specialist for what is set by set-soc-...; only the
    // specialist for the cells' voltage; neither for the service interval.
    if (definition.capability.text().startsWith(QStringLiteral("set-soc-")))
        return is("owner") || is("cell-data");
    return definition.capability.text() == QStringLiteral("set-cell-voltage-max") && is("cell-data");
}

QString Oracle::fault(const Held &before, const Held &after) const
{
    for (const QString &found : {faultOfRules(before.state, after.state), faultOfClock(before, after),
             faultOfValues(before, after), faultOfLists(before.state, after.state), faultOfWithdrawals(before, after),
             faultOfLock(before.state, after.state), faultOfUse(before, after), faultOfMemory(before, after)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString Oracle::faultOfRules(const PackState &before, const PackState &after) const
{
    if (after.serial != before.serial || after.manufacturerRoot != before.manufacturerRoot
        || after.deviceChain != before.deviceChain || after.dataSheet != before.dataSheet)
        return text("identity, burned-in root or device certificate changed");
    if (after.silicon != before.silicon)
        return text("silicon limits changed");
    if (after.foundation != before.foundation || after.isProtected != before.isProtected)
        return text("foundation changed");
    if (after.charter != before.charter || after.charterDocument != before.charterDocument)
        return text("charter changed by one party");
    if (after.policy != before.policy || after.policyDocument != before.policyDocument)
        return text("policy changed by one party");
    if (after.lifeCycle != before.lifeCycle || after.lifeCycleRevision != before.lifeCycleRevision)
        return text("life cycle changed by one party");
    if (after.components != before.components)
        return text("a component was paired by one party");
    return {};
}

QString Oracle::faultOfValues(const Held &before, const Held &after) const
{
    if (after.state.values.keys() != before.state.values.keys())
        return text("values came or went");
    for (const ParameterDefinition &definition : before.state.silicon.parameters) {
        const StoredValue was = before.state.values.value(definition.id);
        const StoredValue is = after.state.values.value(definition.id);
        if (is == was)
            continue;
        const QString name = definition.id.text();
        // Where the time was told, what is stricter may last longer by as much.
        const qint64 told = before.contents.clockUncertain ? after.clock - before.clock : 0;
        const qint64 later = is.overlayEnds - was.overlayEnds;
        if (told > 0 && is.base == was.base && is.overlay && is.overlay == was.overlay && later >= 0 && later <= told
            && !isLaxer(*is.overlay, is.base, definition))
            continue;
        if (is.revision < was.revision)
            return text("revision went back: ") + name;
        // Layer 2: one seat, of the service or of the operator.
        const bool oneSeat = definition.layer == 2 && (this->is("service") || this->is("operator"));
        if (oneSeat && definition.silicon.contains(is.base)
            && (!is.overlay || definition.silicon.contains(*is.overlay)))
            continue;
        if (is.base != was.base)
            return text("base changed by one party: ") + name;
        if (!mayTighten(definition) || is.revision == was.revision)
            return text("overlay changed by one party: ") + name;
        if (!is.overlay)
            return text("overlay ended by one party: ") + name;
        const qint64 now = after.clock;
        for (const qint64 at : {now, now + 60, now + tightenLasts / 2, now + tightenLasts - 1, now + tightenLasts + 1,
                 was.overlayEnds - 1, was.overlayEnds, was.overlayEnds + 1, now + 100 * TestWorld::day}) {
            if (at < now)
                continue;
            if (isLaxer(inForce(is, at), inForce(was, at), definition))
                return text("a tighten made it laxer at some time: ") + name;
            if (at > now + tightenLasts && inForce(is, at) != is.base && inForce(is, at) != inForce(was, at))
                return text("a tighten lasts too long: ") + name;
        }
    }
    return {};
}

QString Oracle::faultOfLists(const PackState &before, const PackState &after) const
{
    for (const CrlEntry &entry : before.crls) {
        if (!after.crls.contains(entry) && !isOwn(entry))
            return text("another party's list went");
    }
    for (const CrlEntry &entry : after.crls) {
        if (!before.crls.contains(entry) && !isOwn(entry))
            return text("a list came that is not of this party");
    }
    return {};
}

QString Oracle::faultOfWithdrawals(const Held &before, const Held &after) const
{
    for (const KeptWithdrawal &kept : before.state.withdrawals) {
        if (!after.state.withdrawals.contains(kept) && kept.expires > after.clock && !isOwn(kept.rootSha256))
            return text("another party's withdrawal went");
    }
    for (const KeptWithdrawal &kept : after.state.withdrawals) {
        if (!before.state.withdrawals.contains(kept) && !isOwn(kept.rootSha256))
            return text("a withdrawal came that is not of this party");
    }
    return {};
}

QString Oracle::faultOfLock(const PackState &before, const PackState &after) const
{
    if (after.lock == before.lock)
        return {};
    if (!after.lock.locked)
        return text("unlocked by one party");
    if (!is("owner") || !isOwn(after.lock.rootSha256))
        return text("locked by another party than the owner");
    return after.lock.revision == before.lock.revision + 1 ? QString() : text("revision of the lock");
}

QString Oracle::faultOfUse(const Held &before, const Held &after) const
{
    const Activation &was = before.state.activation;
    const Activation &is = after.state.activation;
    if (is != was) {
        const bool began = is.isActive()
            && (is.rootSha256 != was.rootSha256 || is.person != was.person || is.purpose != was.purpose
                || is.secondsLeft > was.secondsLeft);
        if (began && (!this->is("operator") || !isOwn(is.rootSha256)))
            return text("activated by another party than the operator");
        if (began && (after.state.lock.locked || after.state.clockUncertain))
            return text("activated while locked, or without the time");
        // Running out is nobody's doing; ending at once is the operator's, or follows from the owner's lock.
        if (was.isActive() && !is.isActive() && !this->is("operator") && !this->is("owner"))
            return text("activation ended by another party");
    }
    for (auto it = before.state.grantUses.begin(); it != before.state.grantUses.end(); ++it) {
        if (after.state.grantUses.value(it.key()) < it.value())
            return text("uses of a grant went back");
    }
    for (auto it = after.state.grantUses.begin(); it != after.state.grantUses.end(); ++it) {
        if (before.state.grantUses.value(it.key()) != it.value() && !isOwn(it.key().rootSha256))
            return text("uses of another party's grant counted");
    }
    return {};
}

QString Oracle::faultOfClock(const Held &before, const Held &after) const
{
    const qint64 moved = (after.clock - before.clock) - (after.quartz - before.quartz);
    if (after.contents.clockFloor < before.contents.clockFloor)
        return text("the clock's floor went back");
    if (after.contents.clockUncertain && !before.contents.clockUncertain)
        return text("the clock became uncertain");
    const bool wasUncertain = before.contents.clockUncertain;
    if (!wasUncertain && moved != 0)
        return text("a sure clock was moved by one party");
    if (wasUncertain && (moved != 0 || !after.contents.clockUncertain)) {
        if (!is("platform"))
            return text("the time was told by another party than the timekeeper");
        if (after.clock - before.contents.clockFloor > maxForward || after.clock < before.contents.clockFloor)
            return text("the time was set too far");
        if (after.clock - after.quartz > maxForwardEver)
            return text("the time was set further and further");
    }
    return {};
}

QString Oracle::faultOfMemory(const Held &before, const Held &after) const
{
    if (after.contents.encode().size() > maxContents)
        return text("the pack keeps more than a MiB");
    // Who proved something before is still a witness afterwards.
    for (const WitnessedHead &head : before.contents.heads) {
        const bool held = std::any_of(after.contents.heads.begin(), after.contents.heads.end(),
            [&](const WitnessedHead &other) { return other.rootSha256 == head.rootSha256; });
        if (!held)
            return text("all that was witnessed of another party's audit went");
    }
    for (const WitnessedHead &head : after.contents.heads) {
        if (!before.contents.heads.contains(head) && !isOwn(head.rootSha256))
            return text("a head was witnessed that is not of this party");
    }
    // A new receipt is the pack's word that something was applied: then something was.
    if (after.contents.receipts != before.contents.receipts && after.state.values == before.state.values
        && after.state.lock == before.state.lock)
        return text("a receipt for nothing");
    return {};
}

} // namespace packwarden::test
