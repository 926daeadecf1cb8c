// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/documenttrial.h"
#include "app/conform/kit/transfer.h"
#include "models/core/judge/timedocument.h"
#include "models/core/pack/packanswers.h"

/// Time: who sets a clock that was lost, and how far (FORMATS.md, Time).
namespace packwarden::conform {

namespace {

using namespace person;

/// What a time for the pack is made of, and by whom.
class TimeForge final
{
public:
    TimeForge(Site &site, Finding &finding)
        : m_site(site)
        , m_forge(forgeFor(site, finding))
    {
        const auto known = PackKnowledge::decode(site.bsp.ask(bytes("220114")).mid(3));
        const auto read = LifeCycleInfo::decode(site.bsp.ask(bytes("220101")).mid(3));
        m_whole = m_forge && finding.holds(known.ok() && read.ok(), s("0114 or 0101 cannot be read"));
        if (!m_whole)
            return;
        life = *read;
        // Refusals raise the floor, too.
        document = {m_forge->facts().serial, known->nonce, life.now + 10};
    }
    bool isWhole() const { return m_whole; }

    QByteArray by(const QString &who, const TimeDocument &told) const
    {
        const auto made
            = CoseSign1::make(QByteArray(contenttype::time), told.encode(), *m_site.kit->person(who), told.time);
        return made.ok() ? made->encode() : QByteArray();
    }
    QByteArray by(const QStringList &people, const TimeDocument &told)
    {
        return m_forge->sign(QByteArray(contenttype::time), told.encode(), Signers{{}, people}).encode();
    }
    /// The document with something else in it.
    template <typename Change> TimeDocument with(Change change) const
    {
        TimeDocument changed = document;
        change(changed);
        return changed;
    }

    LifeCycleInfo life;
    TimeDocument document; ///< a good one by a timekeeper alone

private:
    Site &m_site;
    std::optional<Forge> m_forge;
    bool m_whole = false;
};

const PackSerial otherPack = PackSerial::fromTrusted(QStringLiteral("SDB-OTHER-0001"));

void time(Site &site, Finding &finding)
{
    TimeForge forge(site, finding);
    if (!forge.isWhole())
        return;
    if (forge.life.clockUncertain) {
        finding.notRun(s("the pack's clock is uncertain: documents.lost-clock is for that"));
        return;
    }
    const auto wrong = [&](const char *what, const QByteArray &document, const char *reasons) {
        refused(site, finding, s(what), document, reasons, documentkind::time);
    };
    wrong("a time for another pack",
        forge.by(platform, forge.with([](TimeDocument &told) { told.serial = otherPack; })), "wrong-pack");
    wrong("a time by a timekeeper, for a clock that is sure", forge.by(platform, forge.document), "wrong-state");
    wrong("a time by two parties, for a clock that is sure",
        forge.by(
            QStringList{platform, leasing}, forge.with([&](TimeDocument &told) { told.reading = forge.life.now; })),
        "wrong-state");
}

/// Only where the clock has been without power.
bool isLost(const TimeForge &forge, Finding &finding)
{
    if (forge.isWhole() && !forge.life.clockUncertain)
        finding.notRun(s("the pack's clock is sure: take the power from it before"));
    return forge.isWhole() && forge.life.clockUncertain;
}

/// After a good time.
void isToldOnce(Site &site, Finding &finding, const QByteArray &told, const TimeDocument &document)
{
    const auto known = PackKnowledge::decode(site.bsp.ask(bytes("220114")).mid(3));
    const auto life = LifeCycleInfo::decode(site.bsp.ask(bytes("220101")).mid(3));
    if (!finding.holds(known.ok() && life.ok(), s("0114 or 0101 cannot be read")))
        return;
    finding.holds(!life->clockUncertain && life->now >= document.time && life->floor >= document.time,
        s("0101 does not say that the clock is sure and as it was told"));
    finding.holds(known->nonce != document.nonce, s("the nonce of a time that was taken is kept"));
    refused(site, finding, s("the same time once more"), told, "wrong-state", documentkind::time);
}

void lostClock(Site &site, Finding &finding)
{
    TimeForge forge(site, finding);
    if (!isLost(forge, finding))
        return;
    const auto wrong = [&](const char *what, const QString &who, const char *reasons, auto change) {
        refused(site, finding, s(what), forge.by(who, forge.with(change)), reasons, documentkind::time);
    };
    const qint64 floor = forge.life.floor;
    wrong("a time over another nonce", platform, "stale-base",
        [](TimeDocument &told) { told.nonce = QByteArray(32, 'n'); });
    wrong("a time for another pack", platform, "wrong-pack", [](TimeDocument &told) { told.serial = otherPack; });
    wrong("attack 129: a time before the floor", platform, "version-rollback",
        [&](TimeDocument &told) { told.time = floor - 1; });
    wrong("a time by who is no timekeeper", leasing, "signer-not-authorised", [](TimeDocument &) {});
    // An hour more, as refusals raise the floor.
    wrong("more than a week ahead by one party alone", platform, "version-jump",
        [&](TimeDocument &told) { told.time = floor + TimeDocument::maxAlone + 3600; });
    const QByteArray good = forge.by(platform, forge.document);
    finding.answered("a time", deliver(site.bsp, documentkind::time, good), "710102010000000000");
    isToldOnce(site, finding, good, forge.document);
}

void lostClockOfTwo(Site &site, Finding &finding)
{
    TimeForge forge(site, finding);
    if (!isLost(forge, finding))
        return;
    const TimeDocument told = forge.with([&](TimeDocument &document) {
        document.time = forge.life.floor + TimeDocument::maxAlone + day;
        document.reading = forge.life.now;
    });
    const auto wrong
        = [&](const char *what, const QStringList &people, const TimeDocument &document, const char *reasons) {
              refused(site, finding, s(what), forge.by(people, document), reasons, documentkind::time);
          };
    wrong("what two parties sign, by the timekeeper alone", {platform}, told, "below-quorum");
    wrong("two parties without a timekeeper", {leasing, cellData}, told, "below-quorum");
    TimeDocument changed = told;
    changed.nonce = QByteArray(32, 'n');
    wrong("a time over another nonce", {platform, leasing}, changed, "stale-base");
    changed = told;
    changed.reading = forge.life.now + 3600;
    wrong("a reading that the clock has not reached", {platform, leasing}, changed, "stale-base");
    changed = told;
    changed.reading.reset();
    wrong("a step for one party, by two", {platform, leasing}, changed, "unknown-type");
    const QByteArray good = forge.by(QStringList{platform, leasing}, told);
    finding.answered("a time by two parties", deliver(site.bsp, documentkind::time, good), "710102010000000000");
    isToldOnce(site, finding, good, told);
}

} // namespace

const QList<Rule> &timeRules()
{
    static const QList<Rule> rules{
        {"documents.time", "A clock that is sure is not set.", "FORMATS.md, Time", true, time},
        {"documents.lost-clock",
            "A lost clock is set once, by a timekeeper over the pack's nonce, never back and alone only a little "
            "ahead.",
            "FORMATS.md, Time; attack 129", true, lostClock},
        {"documents.lost-clock-parties", "Larger steps of a lost clock need a timekeeper and another party.",
            "FORMATS.md, Time", true, lostClockOfTwo}};
    return rules;
}

} // namespace packwarden::conform
