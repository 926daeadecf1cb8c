// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/documenttrial.h"
#include "app/conform/kit/transfer.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pack/packanswers.h"

/// Revocation lists: they only get newer, and each root has places of its own (FORMATS.md).
namespace packwarden::conform {

namespace {

void lists(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    const auto issuer = site.kit->issuer(s("service-issuer"));
    const auto other = site.kit->issuer(s("courier-issuer"));
    if (!forge)
        return;
    if (!issuer || !other) {
        finding.notRun(s("the kit lacks service-issuer or courier-issuer"));
        return;
    }
    const auto known = PackKnowledge::decode(site.bsp.ask(bytes("220114")).mid(3));
    if (!finding.holds(known.ok(), s("0114 cannot be read")))
        return;
    qint64 number = 0;
    for (const PackKnowledge::List &list : known->lists) {
        if (list.issuerSpki == issuer->chain.constFirst().spkiSha256)
            number = list.number;
    }
    const qint64 now = forge->facts().now;
    const auto list = [&](const Kit::Issuer &by, const Certificate &authority, qint64 counted, pki::Validity validity) {
        const auto made = pki::issueCrl(by.chain.constFirst(), by.key, counted, validity, {});
        return made.ok() ? encodeCrlEntry({*made, authority.der}) : QByteArray();
    };
    const Certificate &own = issuer->chain.constFirst();
    const pki::Validity good{now - 600, now + 30 * day};
    const auto wrong = [&](const char *what, const QByteArray &bytesOf, const char *reasons) {
        refused(site, finding, s(what), bytesOf, reasons, documentkind::crl);
    };
    if (number > 0)
        wrong("attack 34: an older list", list(*issuer, own, number - 1, good), "version-rollback");
    wrong("a list too far ahead", list(*issuer, own, number + 1001, good), "version-jump");
    wrong("a list from the future", list(*issuer, own, number + 1, {now + 3600, now + 30 * day}), "not-yet-valid");
    wrong("attack 34: a list of 60 days", list(*issuer, own, number + 1, {now - 600, now + 60 * day}), "crl-stale");
    wrong("attack 34: a list under another authority's name", list(*other, own, number + 1, good), "");
    QByteArray forged = list(*issuer, own, number + 1, good);
    forged[60] = char(forged.at(60) ^ 1);
    wrong("a list with one bit changed", forged, "");
    finding.answered("a newer list", deliver(site.bsp, documentkind::crl, list(*issuer, own, number + 1, good)),
        "710102010000000000");
}

/// Lists of one party up to its last place; then another party's, and the first one's own.
void places(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    const auto full = site.kit->issuer(s("service-root"));
    const auto other = site.kit->issuer(s("leasing-root"));
    const auto office = site.kit->issuer(s("service-issuer"));
    if (!forge)
        return;
    if (!full || !other || !office) {
        finding.notRun(s("the kit lacks service-root, leasing-root or service-issuer"));
        return;
    }
    const qint64 now = forge->facts().now;
    // For ten minutes: then the pack may let them go.
    const auto list = [&](const Kit::Issuer &root, int number) {
        const QString name = s("conform office %1-%2").arg(now).arg(number);
        const auto authority
            = pki::issueAuthority(root.chain.constFirst(), root.key, office->key, {name, {}}, {now - 600, now + 600});
        const auto made = authority.ok() ? pki::issueCrl(*authority, office->key, 1, {now - 600, now + day}, {})
                                         : Result<Crl>(authority.error());
        return made.ok() ? encodeCrlEntry({*made, authority->der}) : QByteArray();
    };
    const auto take = [&](const QByteArray &entry) {
        return deliver(site.bsp, documentkind::crl, entry);
    };
    constexpr int placesOfARoot = 8; // one is the root's own
    for (int i = 0; i < placesOfARoot - 1; ++i)
        static_cast<void>(take(list(*full, i))); // how many it has left is not known
    refused(site, finding, s("a list of an authority for which its root has no place left"), list(*full, placesOfARoot),
        "too-large", documentkind::crl);
    finding.answered("a list of another party's new authority", take(list(*other, 0)), "710102010000000000");
}

} // namespace

const QList<Rule> &listRules()
{
    static const QList<Rule> rules{
        {"documents.lists", "Revocation lists only get newer, and are signed by their own authority.",
            "FORMATS.md; attack 34", true, lists},
        {"documents.places", "Each root has places for lists of its own; no party takes those of another.",
            "FORMATS.md", true, places}};
    return rules;
}

} // namespace packwarden::conform
