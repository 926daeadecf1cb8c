// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/login.h"

#include <QSet>

/// Service 29 against people who try (PROTOCOL.md, Authentication).
namespace packwarden::conform {

namespace {

constexpr qint64 day = 24 * 3600;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// The pack's own clock, by which it judges.
qint64 timeOf(Site &site)
{
    const auto life = LifeCycleInfo::decode(site.bsp.ask(bytes("220101")).mid(3));
    return life.ok() ? life->now : 0;
}

void provesBothWays(Site &site, Finding &finding)
{
    const auto key = keyOf(site, finding, technician);
    if (!key)
        return;
    Login login(site.bsp, key);
    if (!isOpen(finding, login))
        return;
    const auto device = Certificate::fromDer(login.serverCertificates);
    if (finding.holds(device.ok(), s("the pack's certificate cannot be read"))) {
        finding.holds(
            device->packSerial == login.exchange.serial.text(), s("the pack's certificate names another serial"));
        finding.holds(verifyRs256(*device, authentication::serverProof(login.exchange), login.serverProof),
            s("the pack's proof does not hold"));
    }
    finding.holds(login.exchange.challengeServer.size() == 32, s("the pack's challenge has not 32 bytes"));
    const SessionInfo session = login.session();
    finding.holds(
        session.authenticated && session.person == key->leaf().person && session.roles == QStringList{key->leaf().role},
        s("22 01 10 names another person"));
    finding.holds(
        session.secondsLeft > 0 && session.secondsLeft <= 15 * 60, s("22 01 10: %1 s left").arg(session.secondsLeft));
    finding.answered("22 01 11 with rights", site.bsp.ask(bytes("220111")), "620111**");
    finding.answered("29 00", site.bsp.ask(bytes("2900")), "690010");
    finding.answered("22 01 11 afterwards", site.bsp.ask(bytes("220111")), "7F2234");
}

void certificates(Site &site, Finding &finding)
{
    const auto key = keyOf(site, finding, technician);
    const auto issuer = site.kit->issuer(s("service-issuer"));
    const auto own = site.kit->issuer(s("service-technician"));
    if (!key || !issuer || !own) {
        finding.notRun(s("the kit lacks service-technician or service-issuer"));
        return;
    }
    const qint64 now = timeOf(site);
    const auto certified = [&](const char *issuedBy, const char *role, pki::Validity validity) {
        const auto made = site.kit->certified(
            s("service-technician"), {s(issuedBy), s("service.technician"), s(role), validity, false});
        return made ? Login::certificatesOf(*made) : QByteArray();
    };
    const pki::Validity good{now - day, now + day};
    const QByteArray right = certified("service-issuer", "technician", good);
    QByteArray forged = key->chain().constFirst().der;
    forged[forged.size() - 1] = char(forged.at(forged.size() - 1) ^ 1);
    for (qsizetype i = 1; i < key->chain().size(); ++i)
        forged += key->chain().at(i).der;
    const auto stranger = pki::issueRoot(own->key, {s("Stranger"), s("stranger")}, {now - day, now + day});
    QByteArray unknown;
    if (stranger.ok()) {
        const auto leaf = pki::issueLeaf(*stranger, own->key, own->key, {s("service.technician"), s("service")},
            {s("service.technician"), s("technician"), {}, false}, good);
        unknown = leaf.ok() ? leaf->der : QByteArray();
    }
    // The same names as the pinned root has, and another key.
    const Certificate &root = issuer->chain.constLast();
    const auto lookAlike = pki::issueRoot(own->key, {root.commonName, root.organisation}, {now - day, now + day});
    QByteArray pretender;
    if (lookAlike.ok()) {
        const auto leaf = pki::issueLeaf(*lookAlike, own->key, own->key, {s("service.technician"), s("service")},
            {s("service.technician"), s("technician"), {}, false}, good);
        pretender = leaf.ok() ? leaf->der : QByteArray();
    }
    // The name of an authority may be anybody's: whether its signature is wrong (51) or its chain (52) is one cause.
    const QByteArray device = [&] {
        Login login(site.bsp, key);
        return login.begin().startsWith(bytes("690211")) ? login.serverCertificates : QByteArray();
    }();
    struct Row
    {
        QString what;
        QByteArray sent;
        QList<int> refusals; ///< none: taken
    };
    const QList<Row> rows{{s("a good certificate"), right, {}},
        {s("not yet valid"), certified("service-issuer", "technician", {now + 600, now + day}), {0x50}},
        {s("expired"), certified("service-issuer", "technician", {now - day, now - 600}), {0x50}},
        {s("with another signature"), forged, {0x51}}, {s("under an unknown root, attack 33"), unknown, {0x52}},
        {s("under a root of the same name, attack 33"), pretender, {0x51, 0x52}},
        {s("without its authority"), key->leaf().der, {0x52}}, {s("the pack's own"), device, {0x53}},
        {s("an authority's"), issuer->chain.constFirst().der, {0x53}},
        {s("no certificate"), QByteArray(400, 'x'), {0x54}}, {s("nothing"), QByteArray(), {0x54}},
        {s("cut off"), right.chopped(1), {0x54}}, {s("with something after it"), right + 'x', {0x54}},
        {s("four of them, attack 42"), right + right + right + right, {0x54}},
        {s("60 KiB that announce themselves, attack 42"), bytes("3082EA60") + QByteArray(0xEA60, '\0'), {0x54}},
        {s("a role that is not this party's"), certified("service-issuer", "asset-manager", good), {0x56}},
        {s("an unknown role"), certified("service-issuer", "emperor", good), {0x56}}};
    for (const Row &row : rows) {
        if (row.what != s("nothing") && row.sent.isEmpty()) {
            finding.notRun(s("the kit cannot make a certificate: %1").arg(row.what));
            continue;
        }
        const QByteArray heard = site.bsp.ask(Login::certificateRequest(row.sent, randomBytes(32)));
        bool expected = row.refusals.isEmpty() && heard.startsWith(bytes("690211"));
        for (const int refusal : row.refusals)
            expected = expected || isRefusal(heard, quint8(refusal));
        finding.holds(expected, s("a certificate %1: %2").arg(row.what, Finding::show(heard)));
        if (!row.refusals.isEmpty())
            finding.answered("a proof after a refused certificate",
                site.bsp.ask(Login::proofRequest(QByteArray(384, 'p'))), "7F2924");
    }
}

void form(Site &site, Finding &finding)
{
    const QByteArray good = Login::certificateRequest("c", QByteArray(32, 'r'));
    struct Row
    {
        const char *what;
        QByteArray request;
        const char *answer;
    };
    const QList<Row> rows{{"29 00", bytes("2900"), "690010"}, {"29 00 00", bytes("290000"), "7F2913"},
        {"29 08", bytes("2908"), "690802"}, {"29 08 00", bytes("290800"), "7F2913"}, {"29", bytes("29"), "7F2913"},
        {"29 02", bytes("2902"), "7F2913"}, {"29 02 cut off", good.chopped(1), "7F2913"},
        {"29 02 with something after it", good + 'x', "7F2913"},
        {"29 02 with a challenge of 31 bytes, attack 98", Login::certificateRequest("c", QByteArray(31, 'r')),
            "7F2913"},
        {"29 02 with a challenge of 33 bytes", Login::certificateRequest("c", QByteArray(33, 'r')), "7F2913"},
        {"29 02 with another configuration", QByteArray(good).replace(2, 1, "\1"), "7F2931"},
        {"29 02 with lengths beyond the message", bytes("290200FFFF0000"), "7F2913"},
        {"29 03", bytes("2903"), "7F2913"}, {"29 03 with a key after the proof", bytes("2903000170000161"), "7F2913"},
        {"29 03 of nothing", bytes("290300000000"), "7F2913"}};
    for (const Row &row : rows)
        finding.answered(row.what, site.bsp.ask(row.request), row.answer);
    for (const int sub : {0x01, 0x04, 0x05, 0x06, 0x07, 0x09, 0x0A, 0x7F}) {
        finding.answered(s("29 %1").arg(sub, 2, 16, QLatin1Char('0')), site.bsp.ask(QByteArray(1, 0x29) + char(sub)),
            bytes("7F2912"));
    }
}

void outOfOrder(Site &site, Finding &finding)
{
    const auto key = keyOf(site, finding, technician);
    if (!key)
        return;
    Login login(site.bsp, key);
    finding.answered(
        "a proof that no certificate went before", site.bsp.ask(Login::proofRequest(QByteArray(384, 'p'))), "7F2924");
    isOpen(finding, login);
    finding.answered("the proof once more", site.bsp.ask(login.proof()), "7F2924");
    finding.holds(!login.session().authenticated, s("rights outlast a refusal of 29"));
    finding.answered("29 02", login.begin(), "690211**");
    finding.answered("29 00 between", site.bsp.ask(bytes("2900")), "690010");
    finding.answered("a proof after 29 00", site.bsp.ask(login.proof()), "7F2924");
    finding.answered("29 02", login.begin(), "690211**");
    finding.answered("10 03 between", site.bsp.ask(bytes("1003")), "5003**");
    finding.answered("a proof after a new session", site.bsp.ask(login.proof()), "7F2924");
    finding.answered("29 02", login.begin(), "690211**");
    finding.answered("a proof of wrong length", site.bsp.ask(bytes("290300017000")), "7F2913");
    finding.answered("the right one after it", site.bsp.ask(login.proof()), "7F2924");
}

void replayed(Site &site, Finding &finding)
{
    auto login = opened(site, finding, technician);
    if (!login)
        return;
    const QByteArray old = login->proof();
    finding.answered("29 00", site.bsp.ask(bytes("2900")), "690010");
    finding.answered("29 02", login->begin(), "690211**");
    finding.answered("the proof of an earlier exchange", site.bsp.ask(old), "7F2958");
    finding.holds(!login->session().authenticated, s("rights by a replayed proof"));
}

void challenges(Site &site, Finding &finding)
{
    constexpr int often = 6;
    const auto key = keyOf(site, finding, technician);
    if (!key)
        return;
    Login login(site.bsp, key);
    QSet<QByteArray> seen;
    for (int i = 0; i < often; ++i) {
        finding.answered("29 02", login.begin(), "690211**");
        const QByteArray challenge = login.exchange.challengeServer;
        finding.holds(challenge.size() == 32, s("a challenge of %1 bytes").arg(challenge.size()));
        finding.holds(challenge != QByteArray(challenge.size(), '\0'), s("a challenge of zeros"));
        finding.holds(challenge != login.exchange.challengeClient, s("the tester's own challenge comes back"));
        finding.holds(!seen.contains(challenge), s("a challenge comes twice"));
        seen.insert(challenge);
    }
}

void relayed(Site &site, Finding &finding)
{
    const auto key = keyOf(site, finding, technician);
    if (!key)
        return;
    Login login(site.bsp, key);
    finding.answered("29 02", login.begin(), "690211**");
    // The victim believes to speak to another pack: its serial is in what he signs.
    login.exchange.serial = PackSerial::fromTrusted(s("SDB-OTHER-0001"));
    finding.answered("a proof made for another pack", site.bsp.ask(login.proof()), "7F2958");
    finding.answered("29 02", login.begin(), "690211**");
    login.exchange.serverLeaf = QByteArray(32, 'o');
    finding.answered("a proof made for another pack's certificate", site.bsp.ask(login.proof()), "7F2958");
}

void reflected(Site &site, Finding &finding)
{
    const auto key = keyOf(site, finding, technician);
    if (!key)
        return;
    Login login(site.bsp, key);
    finding.answered("29 02", login.begin(), "690211**");
    finding.answered("the pack's own proof", site.bsp.ask(Login::proofRequest(login.serverProof)), "7F2958");
    finding.answered("29 02", login.begin(), "690211**");
    const QByteArray side = login.sign(authentication::serverProof(login.exchange));
    finding.answered("the right key over the pack's side", site.bsp.ask(Login::proofRequest(side)), "7F2958");
    finding.answered("29 02", login.begin(), "690211**");
    login.exchange.session = 2;
    finding.answered("a proof for another session", site.bsp.ask(login.proof()), "7F2958");
    finding.answered("29 02", login.begin(), "690211**");
    QByteArray wrong = login.proof();
    wrong[10] = char(wrong.at(10) ^ 1);
    finding.answered("a proof with one bit changed", site.bsp.ask(wrong), "7F2958");
}

void failuresAreCounted(Site &site, Finding &finding)
{
    constexpr int often = 4;
    const auto key = keyOf(site, finding, technician);
    if (!key)
        return;
    const auto failed = [&] {
        const auto counters = PackCounters::decode(site.bsp.ask(bytes("220105")).mid(3));
        return counters.ok() ? counters->failedAuthentications : -1;
    };
    Login login(site.bsp, key);
    const qint64 before = failed();
    for (int i = 0; i < often; ++i) {
        finding.answered("29 02", login.begin(), "690211**");
        finding.answered("a wrong proof", site.bsp.ask(Login::proofRequest(QByteArray(384, char(i)))), "7F2958");
    }
    finding.holds(failed() == before + often,
        s("0105 counts %1 failed attempts instead of %2").arg(failed() - before).arg(often));
    finding.holds(login.open(), s("failed attempts lock out who has the key"));
}

void strangersWait(Site &site, Finding &finding)
{
    constexpr int often = 8;
    const QByteArray wrong = Login::certificateRequest(QByteArray(400, 'x'), QByteArray(32, 'r'));
    site.bsp.pause(1100);
    const qint64 start = site.bsp.tap().now();
    int judged = 0;
    for (int i = 0; i < often; ++i)
        judged += isRefusal(site.bsp.askOnce(wrong), 0x54) ? 1 : 0;
    const qint64 seconds = (site.bsp.tap().now() - start) / 1'000'000;
    finding.holds(judged <= 2 * (seconds + 1), s("%1 certificates of a stranger are judged in a second").arg(judged));
    finding.holds(judged >= 1, s("certificates of strangers are not judged"));
}

void rightsEnd(Site &site, Finding &finding)
{
    const auto key = keyOf(site, finding, technician);
    if (!key)
        return;
    Login login(site.bsp, key);
    struct Row
    {
        const char *request;
        bool ends;
    };
    for (const Row &row : {Row{"29 00", true}, Row{"29 80", true}, Row{"10 01", true}, Row{"10 02", true},
             Row{"10 03", true}, Row{"10 83", true}, Row{"10 07", false}, Row{"3E 80", false}, Row{"27", false}}) {
        if (!isOpen(finding, login))
            return;
        site.bsp.answersUntilPresent(bytes(row.request), false);
        const QByteArray heard = site.bsp.ask(bytes("220111"));
        finding.holds(
            isRefusal(heard, 0x34) == row.ends, s("22 01 11 after %1: %2").arg(s(row.request), Finding::show(heard)));
    }
    if (!isOpen(finding, login))
        return;
    site.bsp.pause(5500);
    finding.answered("22 01 11 after 5.5 s of silence", site.bsp.ask(bytes("220111")), "7F2234");
}

} // namespace

const QList<Rule> &authenticationRules()
{
    static const QList<Rule> rules{
        {"auth.form", "Lengths, configurations and sub-functions are checked, before anything else is looked at.",
            "ISO 14229-1, 10.6; attacks 98, 106", false, form},
        {"auth.strangers", "A stranger has two verifications in a second.", "PROTOCOL.md, Authentication; attack 101",
            false, strangersWait},
        {"auth.exchange", "A good exchange proves both sides, and its rights end with 29 00.",
            "ISO 14229-1, 10.6 (APCE)", true, provesBothWays},
        {"auth.certificates", "Each cause of a refused certificate has its own code, and leaves nothing to prove.",
            "PROTOCOL.md, Authentication; attacks 33, 35, 42", true, certificates},
        {"auth.order", "Proofs out of order, twice or of another length are refused and end everything.", "attack 106",
            true, outOfOrder},
        {"auth.replay", "A proof of an earlier exchange is refused.", "attack 97", true, replayed},
        {"auth.challenges", "Challenges have 32 bytes and never come twice.", "attack 98", true, challenges},
        {"auth.relay", "A proof made for another pack is refused.", "attack 99", true, relayed},
        {"auth.reflection", "The pack's own proof, one over its side, or for another session is refused.", "attack 100",
            true, reflected},
        {"auth.failures", "Failed attempts are counted and lock no person out.", "attack 101", true,
            failuresAreCounted},
        {"auth.rights-end", "Rights end at once with 29 00, any session, and silence of 5 s.", "attack 104", true,
            rightsEnd}};
    return rules;
}

} // namespace packwarden::conform
