// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keys/keyswords.h"

#include "widgets/words/format.h"
#include "widgets/words/names.h"

#include <algorithm>

namespace packwarden {

QString KeysWords::state(KeyState state, bool revoked)
{
    switch (state) {
    case KeyState::NotYet:
        return tr("not yet");
    case KeyState::InUse:
        return tr("in use");
    case KeyState::Blocked:
        return tr("blocked");
    case KeyState::Ended:
        return revoked ? tr("ended: revoked") : tr("ended: expired");
    case KeyState::Compromised:
        break;
    }
    return tr("compromised");
}

QString KeysWords::role(const QString &word)
{
    const auto role = RoleId::parse(word);
    return role.ok() ? Names::role(*role) : lookalike::visible(word);
}

QString KeysWords::nistState(KeyState state, bool revoked)
{
    switch (state) {
    case KeyState::NotYet:
        return tr("pre-activation");
    case KeyState::InUse:
        return tr("active");
    case KeyState::Blocked:
        return tr("suspended: what is above it does not hold, or this issuer may not give the role");
    case KeyState::Ended:
        return revoked ? tr("deactivated, by revocation") : tr("deactivated, by its end");
    case KeyState::Compromised:
        break;
    }
    return tr("compromised");
}

Status KeysWords::status(KeyState state)
{
    switch (state) {
    case KeyState::NotYet:
        return Status::Waiting;
    case KeyState::InUse:
        return Status::Good;
    case KeyState::Blocked:
        return Status::Warning;
    case KeyState::Ended:
        return Status::Neutral;
    case KeyState::Compromised:
        break;
    }
    return Status::Alarm;
}

QString KeysWords::warning(lookalike::Flags flags, const QStringList &twins)
{
    QStringList text;
    if (flags & lookalike::Hidden)
        text.append(tr("The name contains characters that cannot be seen."));
    if (flags & lookalike::MixedScripts)
        text.append(tr("The name mixes letters of several alphabets."));
    if (flags & lookalike::Combining)
        text.append(tr("The name contains combining marks."));
    if (!twins.isEmpty()) {
        QStringList shown;
        for (const QString &twin : twins.mid(0, 3))
            shown.append(lookalike::visible(twin));
        text.append(
            tr("Can be mistaken for %n other name(s): %1. Compare the fingerprints.", nullptr, int(twins.size()))
                .arg(shown.join(QStringLiteral(", "))));
    }
    return text.join(u' ');
}

QString KeysWords::reach(const QList<PackReach> &packs, bool revoked)
{
    const int all = int(packs.size());
    const int knows = int(std::count_if(packs.begin(), packs.end(), [](const PackReach &each) { return each.knows; }));
    const int opens
        = int(std::count_if(packs.begin(), packs.end(), [](const PackReach &each) { return each.opens(); }));
    if (all == 0)
        return tr("No pack was read yet, so it is not known what this key opens.");
    if (!revoked)
        return tr("By what they said when last read, %1 of %n pack(s) accept this key.", nullptr, all).arg(opens);
    return tr("%1 of %n pack(s) know; this key still opens %2.", nullptr, all).arg(knows).arg(opens);
}

QString KeysWords::names(const QList<Certificate> &certificates)
{
    QStringList names;
    for (const Certificate &certificate : certificates)
        names.append(lookalike::visible(certificate.commonName));
    if (names.size() > 5)
        names = names.mid(0, 5) + QStringList{tr("%n more", nullptr, int(names.size()) - 5)};
    return names.join(QStringLiteral(", "));
}

QString KeysWords::lostStarts(const LostStarts &lost)
{
    const QString people = tr("%n driver(s)", nullptr, lost.people);
    if (!lost.still.isEmpty() && lost.packs.isEmpty() && lost.people == 0)
        return tr("Tomorrow: %1 can still start a pack, with another certificate that stays valid.")
            .arg(lost.still.join(QStringLiteral(", ")));
    if (lost.packs.isEmpty() && lost.people == 0)
        return tr("Tomorrow: every pack starts as before, as far as is known here.");
    if (lost.packs.isEmpty())
        return tr("Tomorrow: %1 could not start any more; each pack still has a driver who can.").arg(people);
    return tr("Tomorrow: %1 and %2 could not start.").arg(tr("%n pack(s)", nullptr, int(lost.packs.size())), people);
}

QString KeysWords::listed(const QList<Certificate> &certificates)
{
    QStringList lines;
    for (const Certificate &certificate : certificates)
        lines.append(tr("%1, %2, until %3, number %4")
                         .arg(lookalike::visible(certificate.commonName), role(certificate.role),
                             format::dateTime(certificate.notAfter), serialText(certificate.serialNumber).left(8)));
    return lines.join(u'\n');
}

QString KeysWords::outcome(const KeyOffice::Outcome &outcome)
{
    QStringList text;
    if (!outcome.issued.isEmpty())
        text.append(tr("Certified: %1. Give the file back to its holder.").arg(names(outcome.issued)));
    if (outcome.list)
        text.append(tr("List %1 revokes %n certificate(s). Packs know it once a console brings it.", nullptr,
            int(outcome.list->crl.revokedSerials.size()))
                        .arg(outcome.list->crl.number));
    if (!outcome.compromise.elsewhere.isEmpty())
        text.append(tr("Other issuers have to revoke: %1.").arg(names(outcome.compromise.elsewhere)));
    if (!outcome.compromise.voided.isEmpty())
        text.append(tr("Falls with it: %1.").arg(names(outcome.compromise.voided)));
    for (const QString &role : outcome.rolesLeftEmpty) {
        const auto id = RoleId::parse(role);
        text.append(tr("No person known here holds the role %1 any more.").arg(id.ok() ? Names::role(*id) : role));
    }
    if (!outcome.pending.isEmpty())
        text.append(tr("%n document(s) under way carry such a signature.", nullptr, int(outcome.pending.size())));
    if (!outcome.files.isEmpty())
        text.append(tr("Written to %1.").arg(outcome.files.join(QStringLiteral(", "))));
    if (outcome.exposed)
        text.append(tr("Others can read the issuing key's file: make it readable for yourself alone."));
    return text.join(u' ');
}

} // namespace packwarden
