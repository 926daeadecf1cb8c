// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys at a past moment, and who could do something with them.

#include "models/asof/asof.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/revocationdate.h"

#include <algorithm>

namespace packwarden {

namespace {

/// Roots of all charters that are known here.
QList<Certificate> rootsOf(const AsOfGround &ground)
{
    QList<Certificate> roots = ground.trust().pinned.charter.roots();
    for (const PinnedRules &rules : ground.trust().earlier) {
        for (const Certificate &root : rules.charter.roots()) {
            if (!roots.contains(root))
                roots.append(root);
        }
    }
    return roots;
}

/// Lists that a pinned root signed, or an authority that one certified; also those that newer ones replaced since.
QList<CrlEntry> listsOf(const AsOfGround &ground)
{
    QList<QByteArray> all = ground.trust().knownLists();
    for (const QString &path : ground.sources.requestFiles) {
        if (const auto file = DocumentFile::read(path); file.ok())
            all += file->crls;
    }
    const QList<Certificate> roots = rootsOf(ground);
    QList<CrlEntry> good;
    QSet<QByteArray> seen;
    for (const QByteArray &bytes : std::as_const(all)) {
        const auto entry = decodeCrlEntry(bytes);
        if (!entry.ok() || seen.contains(entry->crl.der))
            continue;
        seen.insert(entry->crl.der);
        const auto authority = Certificate::fromDer(entry->authorityDer);
        const bool isGood = std::any_of(roots.begin(), roots.end(), [&](const Certificate &root) {
            return authority.ok() ? isIssuedBy(*authority, root) && isListOf(entry->crl, *authority)
                                  : isListOf(entry->crl, root);
        });
        if (isGood)
            good.append(*entry);
    }
    return good;
}

Proof proofOf(const CrlEntry &entry)
{
    return {Proof::Kind::List, sha256(entry.crl.der), QStringLiteral("%1").arg(entry.crl.number), entry.crl.thisUpdate};
}

KeyAsOf keyAsOf(qint64 at, const Certificate &certificate, const QList<CrlEntry> &lists)
{
    KeyAsOf key;
    key.certificate = certificate;
    key.proof.append({Proof::Kind::Certificate, certificate.sha256, certificate.commonName, certificate.notBefore});
    key.gap = Gap::NoList;
    const CrlEntry *named = nullptr; // by which it was revoked first
    const CrlEntry *later = nullptr; // a certificate that was revoked by then would be on it
    const CrlEntry *ofThatDay = nullptr; // the newest that counted then
    for (const CrlEntry &entry : lists) {
        if (entry.crl.issuerDer != certificate.issuerDer)
            continue;
        if (const auto revoked = revocationDate(entry.crl, certificate.serialNumber)) {
            if (!named || *revoked < key.revokedAt) {
                named = &entry;
                key.revokedAt = *revoked;
            }
        } else if (entry.crl.thisUpdate >= at)
            later = &entry;
        else if (at < entry.crl.nextUpdate && (!ofThatDay || ofThatDay->crl.number < entry.crl.number))
            ofThatDay = &entry;
    }
    if (named && key.revokedAt <= at) {
        key.certainty = Certainty::Proved;
        key.proof.append(proofOf(*named));
    } else if (const CrlEntry *list = later ? later : ofThatDay) {
        key.certainty = later ? Certainty::Proved : Certainty::LastProved;
        key.proof.append(proofOf(*list));
    }
    key.gap = key.certainty == Certainty::Unknown ? Gap::NoList
        : key.certainty == Certainty::LastProved  ? Gap::Nothing
                                                  : Gap::None;
    if (key.revokedAt != 0 && key.revokedAt <= at)
        key.state = KeyAsOf::State::Revoked;
    else if (at < certificate.notBefore)
        key.state = KeyAsOf::State::NotYetValid;
    else if (at > certificate.notAfter)
        key.state = KeyAsOf::State::Expired;
    if (key.state == KeyAsOf::State::NotYetValid || key.state == KeyAsOf::State::Expired) {
        key.certainty = Certainty::Proved; // its own dates say so
        key.gap = Gap::None;
    }
    return key;
}

/// Of each issuer the newest list that was out at that moment.
QList<CrlEntry> listsAt(qint64 at, const QList<CrlEntry> &lists)
{
    QList<CrlEntry> newest;
    for (const CrlEntry &entry : lists) {
        if (entry.crl.thisUpdate > at)
            continue;
        const auto same = std::find_if(newest.begin(), newest.end(),
            [&](const CrlEntry &other) { return other.crl.issuerDer == entry.crl.issuerDer; });
        if (same == newest.end())
            newest.append(entry);
        else if (same->crl.number < entry.crl.number)
            *same = entry;
    }
    return newest;
}

} // namespace

QList<KeyAsOf> keysAsOf(qint64 at, const AsOfGround &ground)
{
    const QList<CrlEntry> lists = listsOf(ground);
    QList<KeyAsOf> all;
    for (const Certificate &certificate : knownCertificates(ground.sources)) {
        // A root certifies itself: charters say from when on it counts.
        if (certificate.issuerDer != certificate.subjectDer && certificate.packSerial.isEmpty())
            all.append(keyAsOf(at, certificate, lists));
    }
    std::stable_sort(all.begin(), all.end(), [](const KeyAsOf &a, const KeyAsOf &b) {
        return std::tie(a.certificate.organisation, a.certificate.commonName)
            < std::tie(b.certificate.organisation, b.certificate.commonName);
    });
    return all;
}

WhoAsOf whoAsOf(qint64 at, const PackSerial &serial, const CapabilityId &capability, const PackEvidence &evidence,
    const AsOfGround &ground)
{
    WhoAsOf who;
    who.rules = rulesAsOf(at, evidence);
    if (!who.rules.rules) {
        who.lack
            = Error{Code::PackUnreachable, serial.text(), who.rules.gap == Gap::None ? Gap::NoRules : who.rules.gap};
        return who;
    }
    auto state = ground.trust().stateOf(serial, at);
    if (!state.ok()) {
        who.lack = state.error();
        return who;
    }
    PackState then = *state;
    then.charter = who.rules.rules->charter;
    then.policy = who.rules.rules->policy;
    then.lifeCycle = LifeCycle::InService;
    then.clockUncertain = false;
    then.lock = {};
    then.now = at;
    const QList<CrlEntry> lists = listsOf(ground);
    then.crls = listsAt(at, lists);
    for (const CrlEntry &entry : std::as_const(then.crls))
        who.proof.append(proofOf(entry));
    who.people = peopleAble(capability, RoleId(), knownCertificates(ground.sources), then);
    // A pack refuses whom no fresh list covers; here that only says that the list of that day is not known.
    const auto isUnknown = [](const AblePerson &person) {
        return person.answer.refusal && person.answer.refusal->code == Code::CrlStale;
    };
    for (const AblePerson &person : std::as_const(who.people.people)) {
        if (isUnknown(person))
            who.unknown.append(person);
    }
    who.people.people.removeIf(isUnknown);
    return who;
}

} // namespace packwarden
