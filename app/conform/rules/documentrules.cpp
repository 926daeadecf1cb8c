// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/documenttrial.h"
#include "app/conform/kit/login.h"
#include "app/conform/kit/transfer.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/withdrawal.h"
#include "models/core/pack/packanswers.h"

#include <QRandomGenerator>

/// Documents: what a pack takes is what the parties have agreed on, and nothing else (FORMATS.md).
namespace packwarden::conform {

namespace {

using namespace person;

struct Row
{
    QString what;
    CoseSign document;
    const char *reasons;
};

void allRefused(Site &site, Finding &finding, const QList<Row> &rows)
{
    for (const Row &row : rows)
        refused(site, finding, row.what, row.document.encode(), row.reasons);
}

void applied(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const QString socMax = s("soc.max");
    const ParameterInfo before = *forge->facts().parameter(socMax);
    const Milli to = forge->goodSocMax();
    const QByteArray document = forge->sign(forge->request(socMax, to)).encode();
    const QByteArray heard = deliver(site.bsp, documentkind::request, document);
    if (!finding.holds(heard.size() == 9 && heard.startsWith(bytes("7101020100")),
            s("a request with its signatures: %1 %2").arg(Finding::show(heard), refusalReason(site.bsp))))
        return;
    const PackFacts facts = PackFacts::read(site.bsp);
    const ParameterInfo *after = facts.parameter(socMax);
    finding.holds(after && after->stored.base == to && after->stored.revision == before.stored.revision + 1,
        s("the table shows another value or revision"));
    const auto kept = readDocument(site.bsp, documentkind::receipt, 0);
    const auto sealed = kept ? CoseSign1::decode(*kept) : Result<CoseSign1>(Code::Malformed);
    const auto receipt = sealed.ok() ? Receipt::decode(sealed->payload) : Result<Receipt>(Code::Malformed);
    if (finding.holds(receipt.ok() && sealed->verifies(), s("no signed receipt"))) {
        const auto leaf = Certificate::fromDer(sealed->chain.value(0));
        finding.holds(
            leaf.ok() && leaf->packSerial == facts.serial.text(), s("the receipt is not signed by this pack"));
        finding.holds(receipt->serial == facts.serial, s("the receipt names another serial"));
        const auto decoded = CoseSign::decode(document);
        finding.holds(
            decoded.ok() && receipt->document == sha256(decoded->payload), s("the receipt names another document"));
        finding.holds(receipt->applied.size() == 1 && receipt->applied.constFirst().value == to,
            s("the receipt names other values"));
        finding.holds(quint32(kept->size()) == quint32(heard.mid(5).toHex().toUInt(nullptr, 16)),
            s("the receipt has another length than was told"));
        const auto burned = [&](int kind) {
            const auto read = readDocument(site.bsp, kind, 0);
            return read ? sha256(*read) : QByteArray();
        };
        finding.holds(receipt->siliconSha256 == burned(documentkind::silicon)
                && receipt->foundationSha256 == burned(documentkind::foundation),
            s("the receipt names other silicon limits or another foundation than can be read"));
        finding.holds(receipt->counted.size() == 2, s("the receipt counts %1 signers").arg(receipt->counted.size()));
    }
    // attack 13: the same again changes nothing and gives the same receipt.
    finding.answered("the same request once more", deliver(site.bsp, documentkind::request, document), "7101020101**");
    finding.holds(readDocument(site.bsp, documentkind::receipt, 0) == kept, s("the same request has another receipt"));
    finding.holds(PackFacts::read(site.bsp).parameter(socMax)->stored == after->stored,
        s("the same request once more has changed the value"));
    // The value before, so that the pack is left as it was found.
    Forge back(*site.kit, facts);
    finding.answered("the value before",
        deliver(site.bsp, documentkind::request, back.sign(back.request(socMax, before.stored.base)).encode()),
        "7101020100**");
}

void quorum(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const ChangeRequest request = forge->request(s("soc.max"), forge->goodSocMax());
    const auto by = [&](const QStringList &approvers, const QString &author = fleet) {
        return forge->sign(request, {author, approvers});
    };
    const auto with = [&](const char *issuer, const char *person, const char *role, const QString &holder,
                          qint64 until = day, bool issuerGenerated = false) {
        CoseSign document = by({leasing});
        const qint64 now = forge->facts().now;
        forge->approve(document,
            site.kit->certified(
                holder, {s(issuer), s(person), s(role), {now - 2 * day, now + until}, issuerGenerated}));
        return document;
    };
    const auto one = [&](const char *what, const CoseSign &document, const char *reasons) {
        return Row{s(what), document, reasons};
    };
    ChangeRequest byOwner = request;
    byOwner.head.author = site.kit->person(leasing)->leaf().sha256;
    QList<Row> rows{one("attack 1: no signature", by({}, {}), "malformed"),
        one("no author's signature", by({leasing, cellData}, {}), "malformed"),
        one("another author than named", by({leasing, cellData}, technician), "malformed"),
        one("attack 1: the author alone", by({}), "below-quorum"),
        one("attack 2: the specialist is missing", by({leasing}), "below-quorum"),
        one("attack 2: the owner is missing", by({cellData}), "below-quorum"),
        one("attack 4: one signer twice", by({leasing, leasing}), "signer-repeated"),
        one("attack 6: two people of one company", by({leasing, s("leasing-asset-manager-2")}), "signer-repeated"),
        one("a signer who is not asked", by({leasing, technician}), "signer-not-authorised"),
        one("attack 47: the author approves for the owner", forge->sign(byOwner, {leasing, {leasing, cellData}}),
            "author-is-approver"),
        one("attack 5: one key certified for two people",
            with("celldata-issuer", "celldata.other", "specialist", leasing), "signer-repeated"),
        one("attack 34: an expired certificate",
            with("celldata-issuer", "celldata.other", "specialist", cellData, -day), "certificate-expired"),
        one("attack 33: a role that the issuer may not give",
            with("service-issuer", "service.other", "specialist", cellData), "role-not-issuable"),
        one("an unknown role", with("celldata-issuer", "celldata.other", "emperor", cellData), "role-not-issuable"),
        one("a key that its issuer made", with("celldata-issuer", "celldata.other", "specialist", cellData, day, true),
            "signer-not-authorised")};
    if (!finding.holds(forge->isWhole(), s("not to be made with this kit: %1").arg(forge->missing().join(s(", ")))))
        return;
    allRefused(site, finding, rows);
}

void signatures(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const ChangeRequest request = forge->request(s("soc.max"), forge->goodSocMax());
    const CoseSign good = forge->sign(request);
    CoseSign spoiled = good;
    spoiled.signatures[2].signature[7] = char(spoiled.signatures[2].signature.at(7) ^ 1);
    ChangeRequest other = request;
    other.packs[0].changes[0].to = Milli{other.packs.at(0).changes.at(0).to.value - 100};
    const CoseSign signedOther = forge->sign(other);
    CoseSign borrowed = good;
    for (const int i : {1, 2})
        borrowed.signatures[i] = signedOther.signatures.at(i);
    CoseSign edited = good;
    edited.payload = other.encode();
    CoseSign purpose = good;
    purpose.contentType = contenttype::policy;
    CoseSign meaning = good;
    for (CoseSignature &signature : meaning.signatures)
        signature.meaning = Meaning::Author;
    allRefused(site, finding,
        {{s("a signature with one bit changed"), spoiled, "signature-invalid"},
            {s("attack 58: signatures of another document"), borrowed, "signature-invalid"},
            {s("attack 18: values changed after signing"), edited, "malformed|signature-invalid"},
            {s("attack 24: signed for another purpose"), purpose, "unknown-type"}});
}

void headAndTarget(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const qint64 now = forge->facts().now;
    const ChangeRequest good = forge->request(s("soc.max"), forge->goodSocMax());
    const auto but = [&](const char *what, const char *reasons, const std::function<void(ChangeRequest &)> &change) {
        ChangeRequest request = good;
        change(request);
        return Row{s(what), forge->sign(request), reasons};
    };
    allRefused(site, finding,
        {but("attack 16: expired", "expired",
             [&](ChangeRequest &r) {
                 r.head.created = now - 1000;
                 r.head.expires = now - 10;
             }),
            but("attack 17: from the future", "not-yet-valid", [&](ChangeRequest &r) { r.head.created = now + 3600; }),
            but("lives longer than 90 days", "malformed",
                [&](ChangeRequest &r) { r.head.expires = r.head.created + 91 * day; }),
            but("attack 10: for another pack", "wrong-pack",
                [](ChangeRequest &r) { r.packs[0].serial = PackSerial::fromTrusted(s("SDB-OTHER-0001")); }),
            but("attack 11: for other hardware", "wrong-hardware",
                [](ChangeRequest &r) { r.packs[0].hardware = s("other-hardware"); }),
            but("attack 30: the old value is another", "stale-base",
                [](ChangeRequest &r) { r.packs[0].changes[0].from.value += 100; }),
            but("attack 31: an overtaken revision", "stale-base",
                [](ChangeRequest &r) { --r.packs[0].changes[0].revision; }),
            but("attack 14: a revision ahead", "stale-base",
                [](ChangeRequest &r) { ++r.packs[0].changes[0].revision; }),
            but("another unit", "malformed", [](ChangeRequest &r) { r.packs[0].changes[0].unit = s("V"); }),
            but("a parameter that there is not", "malformed",
                [](ChangeRequest &r) { r.packs[0].changes[0].parameter = ParameterId::fromTrusted(s("soc.mux")); }),
            but("a period that is over", "expired", [&](ChangeRequest &r) { r.periodEnd = now - 10; })});
}

void values(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const Signers all{fleet, {cellData, leasing, platform, manufacturer}};
    const Signers two{};
    const ParameterInfo voltage = *forge->facts().parameter(s("cell.voltage.max"));
    const ParameterInfo charge = *forge->facts().parameter(s("soc.max"));
    const ParameterInfo *current = forge->facts().parameter(s("charge.current.max"));
    if (!finding.holds(current, s("the pack has no charge.current.max")))
        return;
    const auto set
        = [&](const char *what, const char *parameter, qint64 to, const Signers &signers, const char *reasons) {
              return Row{s(what), forge->sign(forge->request(s(parameter), Milli{to}, signers), signers), reasons};
          };
    QList<Row> rows{set("attack 27: 5.25 V with all signatures", "cell.voltage.max", 5250, all, "above-silicon-limit"),
        set("0.25 V with all signatures", "cell.voltage.max", 250, all, "above-silicon-limit"),
        set("425 V with all signatures", "cell.voltage.max", 425'000, all, "above-silicon-limit"),
        set("just above the silicon limit", "cell.voltage.max", voltage.definition.silicon.max.value + 1, all,
            "above-silicon-limit"),
        set("below nothing", "soc.max", -1, all, "above-silicon-limit"),
        set("just above the charter's range", "soc.max", charge.charter.max.value + 1, all, "outside-charter"),
        set("just above the soft limit without its seat", "soc.max", charge.soft.max.value + 1, two,
            "below-quorum|step-too-large"),
        set("attack 29: a step too large without its seat", "charge.current.max",
            current->stored.base.value - current->step.value - 1, two, "below-quorum|step-too-large"),
        set("a voltage by two companies", "cell.voltage.max", voltage.stored.base.value - 10, two, "below-quorum"),
        set("attack 61: a voltage without the specialist", "cell.voltage.max", voltage.stored.base.value - 10,
            {fleet, {leasing, platform, manufacturer}}, "below-quorum|signer-not-authorised")};
    allRefused(site, finding, rows);
}

/// attacks 20 to 23: bits, lengths, forms.
void bytesOfDocuments(Site &site, Finding &finding)
{
    constexpr int flips = 24;
    constexpr int cuts = 12;
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const QByteArray good = forge->sign(forge->request(s("soc.max"), forge->goodSocMax())).encode();
    QRandomGenerator random(20);
    for (int i = 0; i < flips; ++i) {
        QByteArray changed = good;
        const qsizetype at = random.bounded(int(good.size()));
        changed[at] = char(changed.at(at) ^ (1 << random.bounded(8)));
        refused(site, finding, s("attack 20: one bit changed at %1").arg(at), changed, "");
    }
    for (int i = 0; i < cuts; ++i)
        refused(
            site, finding, s("attack 21: cut off"), good.left(1 + random.bounded(int(good.size()) - 1)), "malformed");
    refused(site, finding, s("attack 21: one byte more"), good + '\0', "malformed");
    refused(site, finding, s("attack 23: a length of 4 GiB"), bytes("D8625AFFFFFFFF00"), "malformed|not-canonical");
    refused(site, finding, s("attack 23: a depth of 1,000"), QByteArray(1000, char(0x81)) + '\0', "malformed");
    // The same tag in a longer head.
    refused(site, finding, s("attack 22: a head longer than needed"), bytes("D90062") + good.mid(2),
        "not-canonical|malformed");
    refused(
        site, finding, s("attack 22: a byte order mark before it"), bytes("EFBBBF") + good, "malformed|not-canonical");
}

void otherKinds(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const QByteArray request = forge->sign(forge->request(s("soc.max"), forge->goodSocMax())).encode();
    for (const int kind : {documentkind::policy, documentkind::charter, documentkind::crl, documentkind::provision,
             documentkind::command, documentkind::time, documentkind::withdrawal})
        refused(site, finding, s("attack 24: a request delivered as kind %1").arg(kind), request, "", kind);
    // attack 12: the rules that are held, once more.
    const auto before = held(site.bsp);
    const auto policy = readDocument(site.bsp, documentkind::policy, 0);
    if (finding.holds(policy.has_value(), s("the policy cannot be read"))) {
        const QByteArray heard = deliver(site.bsp, documentkind::policy, *policy);
        finding.holds(heard.startsWith(bytes("7101020101")) || isRefusal(heard, 0x22),
            s("the policy that is held, once more: %1").arg(Finding::show(heard)));
    }
    unchanged(finding, s("the policy that is held, once more"), before, held(site.bsp));
}

void withdrawn(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const ChangeRequest request = forge->request(s("soc.max"), forge->goodSocMax());
    const CoseSign document = forge->sign(request);
    const auto word = [&](const QString &who, const QByteArray &about) {
        const Withdrawal withdrawal{sha256(about), request.head.expires};
        const auto made = CoseSign1::make(
            QByteArray(contenttype::withdrawal), withdrawal.encode(), *site.kit->person(who), forge->facts().now);
        return made.ok() ? made->encode() : QByteArray();
    };
    QByteArray forged = word(cellData, document.payload);
    forged[forged.size() - 1] = char(forged.at(forged.size() - 1) ^ 1);
    refused(site, finding, s("a forged withdrawal"), forged, "signature-invalid", documentkind::withdrawal);
    finding.answered("a withdrawal by one of the signers",
        deliver(site.bsp, documentkind::withdrawal, word(cellData, document.payload)), "710102010000000000");
    refused(site, finding, s("what one of its signers has withdrawn"), document.encode(), "withdrawn");
}

} // namespace

const QList<Rule> &documentRules()
{
    static const QList<Rule> rules{
        {"documents.applied", "A request with its signatures is applied once, read back, and receipted by the pack.",
            "FORMATS.md; attacks 13, 32", true, applied},
        {"documents.quorum", "Seats are filled by different people, keys and companies, and only by those who may.",
            "FORMATS.md; attacks 1, 2, 4 to 6, 33, 34, 47", true, quorum},
        {"documents.signatures", "A signature counts for its own bytes and purpose alone.",
            "FORMATS.md; attacks 18, 24, 58", true, signatures},
        {"documents.target", "A document counts for its packs, its time and the values that it was made from.",
            "FORMATS.md; attacks 10, 11, 14, 16, 17, 30, 31", true, headAndTarget},
        {"documents.values", "No signatures pass a silicon limit or the charter; what is unusual needs one more.",
            "FORMATS.md; attacks 27, 29, 61", true, values},
        {"documents.bytes", "Changed bits, lengths and forms are refused.", "FORMATS.md; attacks 20 to 23", true,
            bytesOfDocuments},
        {"documents.kinds", "A document is nothing else than what it is; old rules do not come back.",
            "FORMATS.md; attacks 12, 24", true, otherKinds},
        {"documents.withdrawn", "What a signer has withdrawn is void.", "FORMATS.md", true, withdrawn}};
    return rules;
}

} // namespace packwarden::conform
