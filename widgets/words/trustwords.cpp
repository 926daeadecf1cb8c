// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/trustwords.h"

#include "models/support/lookalike.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"

namespace packwarden {

QString TrustWords::offer(
    const PackRules &rules, const PinnedRules &shown, const Result<> &agreed, const std::optional<bool> &invited)
{
    QStringList lines{tr("This console trusts no rules yet. %1 offers its own. Compare the fingerprints with a person "
                         "you trust, then accept them once.")
                          .arg(rules.serial.text())};
    if (shown.isOneDocument())
        lines.append(tr("Charter, with its policy  %1").arg(shown.charterFingerprint()));
    else
        lines.append(
            {tr("Charter  %1").arg(shown.charterFingerprint()), tr("Policy   %1").arg(shown.policyFingerprint())});
    lines.append(agreed.ok()
            ? tr("The parties that they name have signed them. Who these parties are, and that the pack is genuine, is "
                 "not proved yet.")
            : tr("Not proved: the signatures of the parties cannot be checked here (%1). Only the fingerprints tell.")
                  .arg(agreed.error().detail));
    if (invited)
        lines.append(*invited
                ? tr("They are the rules of your invitation.")
                : tr("They are NOT the rules of your invitation. Ask your partner before you trust them."));
    return lines.join(u'\n');
}

Status TrustWords::offerStatus(const Result<> &agreed, const std::optional<bool> &invited)
{
    if (invited == false)
        return Status::Alarm;
    return agreed.ok() ? Status::Information : Status::Warning;
}

QString TrustWords::following(
    const PackRules &rules, const PinnedRules &shown, const PinnedRules &pinned, const Error &why)
{
    return QStringList{tr("%1 holds newer rules, which this console does not follow by itself (%2). Compare the "
                          "fingerprints with the other parties, then decide.")
                           .arg(rules.serial.text(), lookalike::visible(why.detail)),
        tr("Charter  pinned %1, version %2").arg(pinned.charterFingerprint()).arg(pinned.charter.version),
        tr("Charter  new %1, version %2").arg(shown.charterFingerprint()).arg(shown.charter.version),
        tr("Policy   pinned %1, version %2").arg(pinned.policyFingerprint()).arg(pinned.policy.version),
        tr("Policy   new %1, version %2").arg(shown.policyFingerprint()).arg(shown.policy.version)}
        .join(u'\n');
}

QString TrustWords::contradiction(const Contradiction &contradiction)
{
    const QString known = lookalike::visible(contradiction.known);
    const QString shown = contradiction.shown.isEmpty() ? tr("none") : lookalike::visible(contradiction.shown);
    switch (contradiction.kind) {
    case Contradiction::Kind::Silicon:
        return tr("Its silicon limits, which are written once, are others: known %1, shown %2.").arg(known, shown);
    case Contradiction::Kind::Foundation:
        return tr("Its foundation, which is written once, is another: known %1, shown %2.").arg(known, shown);
    case Contradiction::Kind::Hardware:
        return tr("It is another kind of pack: known %1, shown %2.").arg(known, shown);
    case Contradiction::Kind::Rules:
        return tr("Its rules went back: known %1, shown %2.").arg(known, shown);
    case Contradiction::Kind::Log:
        return contradiction.known.isEmpty()
            ? tr("Its own audit, of %1 records now, contradicts one that was seen before.").arg(shown)
            : tr("Its own audit is another one or was shortened: known %1 records, shown %2.").arg(known, shown);
    case Contradiction::Kind::Place:
        return tr(
            "Two devices answer by this serial number: one at %1, one at %2. Only the first one is asked and shown. "
            "Find both, and disconnect the one that is not the pack.")
            .arg(known, shown);
    }
    return {};
}

QString TrustWords::contradictions(const KnownPack &pack)
{
    QStringList lines{tr("%1 shows something else than what is known of it. Nothing of it was learnt, and nothing that "
                         "rests on this pack counts until you decide.")
                          .arg(pack.facts.serial.text())};
    for (const Contradiction &each : pack.contradictions)
        lines.append(contradiction(each));
    lines.append(tr("Another device may answer under its name, or an old memory was put back. Ask the manufacturer and "
                    "the owner."));
    return lines.join(u'\n');
}

QString TrustWords::doubt(const PackSerial &serial, const Doubt &doubt)
{
    QStringList lines{
        doubt.refuted ? tr(
            "Another node answers for %1. The pack itself signed that what is known of it is true. The other answer "
            "was not learnt; nothing else changes.")
                            .arg(serial.text())
                      : tr("An answer in the name of %1 differs from what is known of it. It is not signed and was not "
                           "learnt. The "
                           "pack is asked for its signed state, which decides.")
                            .arg(serial.text())};
    for (const Contradiction &each : doubt.shown)
        lines.append(contradiction(each));
    return lines.join(u'\n');
}

QString TrustWords::proof(qint64 provedAt)
{
    return provedAt > 0 ? tr("proved by this pack on %1").arg(format::dateTime(provedAt))
                        : tr("remembered; not proved by this pack since it was connected");
}

QString TrustWords::heard(const QString &words, bool proved)
{
    if (proved)
        return words;
    const QString mark = shapeOf(Status::Information) + u' ' + unproved();
    return words.isEmpty() ? mark : tr("%1 · %2", "the mark, what is heard").arg(mark, words);
}

QString TrustWords::whyUnproved()
{
    return tr("Not proved by this pack since it was connected: these are figures as they are heard, and another device "
              "may send them under its name.");
}

} // namespace packwarden
