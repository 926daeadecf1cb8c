// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/keys/compromise.h"
#include "models/keys/issuedbook.h"
#include "models/keys/issuing.h"
#include "models/keys/listintake.h"
#include "models/keys/revocation.h"
#include "models/trust/reach.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"

#include <QtTest>

#include <functional>
#include <map>

using namespace packwarden;
using test::Desk;
using test::TestWorld;

/// What issuers may give out, what they must take back, and how far the news has come.
class TestIssuing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsTakenInFromAFile_data();
    void aListIsTakenInFromAFile();
    void initTestCase();
    void issuable_data();
    void issuable();
    void whatIsIssuableIsTakenByThePack();
    void validity();
    void listNumbers_data();
    void listNumbers();
    void compromisedPerson();
    void compromisedAuthority();
    void compromisedKey();
    void theLastHolderOfARole();
    void reach();

private:
    QString s(const char *text) const { return QString::fromLatin1(text); }
    IssuingRules rules() const { return {m_pack.charter, m_pack.policy, m_pack.crls, TestWorld::now}; }
    Certificate leafOf(const char *person) { return m_world->key(s(person))->leaf(); }

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    struct Row
    {
        std::function<Certificate()> issuer;
        pki::LeafName name;
        std::function<void(IssuingRules &)> prepare;
    };
    std::map<QString, Row> m_rows;
};

void TestIssuing::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
}

void TestIssuing::issuable_data()
{
    QTest::addColumn<QString>("reason");
    const auto row = [&](const char *name, const char *reason, const std::function<Certificate()> &issuer,
                         const pki::LeafName &leaf, const std::function<void(IssuingRules &)> &prepare = {}) {
        m_rows[s(name)] = {issuer, leaf, prepare};
        QTest::newRow(name) << s(reason);
    };
    const auto root = [this](const char *party) {
        return [this, party] {
            return m_world->root(s(party));
        };
    };
    const auto authority = [this] {
        m_world->key(s("courier.fleet-manager"));
        return m_world->root(s("courier-issuer"));
    };
    const pki::LeafName manager{s("x"), s("asset-manager"), {}, false};
    const pki::LeafName fleet{s("x"), s("fleet-manager"), {}, false};
    const pki::LeafName pack{{}, {}, s("SDB-TEST-0009"), false};
    row("the owner's root, the owner's role", "", root("leasing"), manager);
    row("an authority, its party's role", "", authority, fleet);
    row("the owner's root, another position's role", "role-not-issuable", root("leasing"), fleet);
    row("an authority, another position's role", "role-not-issuable", authority, manager);
    row("a role that nobody defined", "role-not-issuable", root("leasing"), {s("x"), s("emperor"), {}, false});
    row("a root that nobody pinned", "unknown-issuer", root("stranger"), manager);
    row(
        "a person as an issuer", "key-unusable", [this] { return leafOf("leasing.asset-manager"); }, manager);
    row("the charter forbids what the policy allows", "role-not-issuable", root("leasing"), manager,
        [](IssuingRules &r) { r.charter.mayIssue.clear(); });
    row("the policy forbids what the charter allows", "role-not-issuable", root("leasing"), manager,
        [](IssuingRules &r) { r.policy.issuers.clear(); });
    const auto owner = [](IssuingRules &r) -> Position & {
        return r.charter.positions[PositionId::fromTrusted(QStringLiteral("owner"))];
    };
    row("the position ended", "role-not-issuable", root("leasing"), manager,
        [owner](IssuingRules &r) { owner(r).until = TestWorld::now; });
    row("the position has not begun", "role-not-issuable", root("leasing"), manager,
        [owner](IssuingRules &r) { owner(r).from = TestWorld::now + 1; });
    row("an authority under a position that ended", "role-not-issuable", root("leasing"), {},
        [owner](IssuingRules &r) { owner(r).until = TestWorld::now; });
    row("an authority under a root in force", "", root("leasing"), {});
    row("a revoked authority", "certificate-revoked", authority, fleet,
        [this](IssuingRules &r) { r.lists = {m_world->crl(s("courier"), {m_world->root(s("courier-issuer"))}, 2)}; });
    row("an expired authority", "certificate-expired", authority, fleet,
        [](IssuingRules &r) { r.now = TestWorld::now + 2001 * TestWorld::day; });
    row("an authority of tomorrow", "certificate-not-yet-valid", authority, fleet,
        [](IssuingRules &r) { r.now = TestWorld::now - 301 * TestWorld::day; });
    row("a pack by the manufacturer", "", root("manufacturer"), pack);
    row("a pack by anybody else", "role-not-issuable", root("leasing"), pack);
}

void TestIssuing::issuable()
{
    QFETCH(QString, reason);
    const Row &row = m_rows.at(s(QTest::currentDataTag()));
    IssuingRules by = rules();
    if (row.prepare)
        row.prepare(by);
    const auto judged = checkIssuable(row.name, row.issuer(), by);
    QCOMPARE(judged.ok() ? QString() : QString(codeName(judged.code())), reason);
}

/// The check here and the verifier's at the pack agree: what one lets pass the other counts.
void TestIssuing::whatIsIssuableIsTakenByThePack()
{
    for (const char *role : {"asset-manager", "specialist", "fleet-manager"}) {
        const auto key = m_world->makeKey({s("leasing"), s("leasing.newcomer"), s(role), s("stranger-leaf")});
        CoseSign document
            = m_world->sign(m_world->request(m_pack, s("soc.max"), 95000), s("courier.fleet-manager"), {});
        QVERIFY(
            document.addSignature(*key, Meaning::Approve, TestWorld::now, {QByteArray(16, 'l'), 1, QByteArray(32, 'h')})
                .ok());
        const Verdict verdict = verifyRequest(document.encode(), m_pack);
        const bool issuable
            = checkIssuable({s("leasing.newcomer"), s(role), {}, false}, m_world->root(s("leasing")), rules()).ok();
        const SignatureFinding &last = *std::find_if(verdict.signatures.begin(), verdict.signatures.end(),
            [](const SignatureFinding &f) { return f.leaf.person == QLatin1String("leasing.newcomer"); });
        QCOMPARE(last.problem == Code::RoleNotIssuable, !issuable);
        QCOMPARE(issuable, qstrcmp(role, "asset-manager") == 0);
    }
}

void TestIssuing::validity()
{
    const Certificate root = m_world->root(s("leasing"));
    const pki::Validity leaf = issuingValidity(root, false, TestWorld::now);
    QVERIFY(leaf.from <= TestWorld::now && leaf.from >= TestWorld::now - 600);
    QCOMPARE(leaf.until, TestWorld::now + leafLifetime);
    // Near the issuer's end the usual life is cut; a wish is not, so that it is refused instead.
    const qint64 late = root.notAfter - TestWorld::day;
    QCOMPARE(issuingValidity(root, true, late).until, root.notAfter);
    QVERIFY(issuingValidity(root, true, late, 2 * TestWorld::day).until > root.notAfter);
}

void TestIssuing::listNumbers_data()
{
    QTest::addColumn<bool>("held"); // number 1, of the world
    QTest::addColumn<qint64>("previous"); // 0: none
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<qint64>("number"); // 0: refused
    const auto row = [](const char *name, bool held, qint64 previous, qint64 wanted, qint64 number) {
        QTest::newRow(name) << held << previous << wanted << number;
    };
    row("after the one held", true, 0, 0, 2);
    row("a number chosen ahead", true, 0, 40, 40);
    row("a number that is not newer", true, 0, 1, 0);
    row("a file knows a newer one", true, 7, 0, 8);
    row("a file knows an older one", true, 1, 0, 2);
    row("nothing is known: never 1 by itself", false, 0, 0, 0);
    row("nothing is known, and somebody says so", false, 0, 1, 1);
    row("only a file knows", false, 57, 0, 58);
    row("only a file knows, and the number is older", false, 57, 57, 0);
}

void TestIssuing::listNumbers()
{
    QFETCH(bool, held);
    QFETCH(qint64, previous);
    QFETCH(qint64, wanted);
    QFETCH(qint64, number);
    const Certificate first = leafOf("leasing.asset-manager");
    const Certificate second = leafOf("leasing.asset-manager-2");
    ListPlan plan{
        {second}, held ? QList<CrlEntry>{m_world->crl(s("leasing"))} : QList<CrlEntry>{}, {}, wanted, TestWorld::now};
    if (previous > 0)
        plan.previous = m_world->crl(s("leasing"), {first}, previous).crl;
    const auto list = nextList(m_world->root(s("leasing")), m_world->rootKey(s("leasing")), plan);
    QCOMPARE(list.ok(), number > 0);
    if (!list.ok()) {
        QCOMPARE(list.code(), Code::VersionRollback);
        return;
    }
    QCOMPARE(list->crl.number, number);
    QVERIFY(list->crl.revokedSerials.contains(second.serialNumber));
    // What the newest list revoked stays revoked.
    const bool carried = previous > 0 && (!held || previous >= 1);
    QCOMPARE(list->crl.revokedSerials.contains(first.serialNumber), carried);
    // Another issuer's list is no previous one.
    plan.previous = m_world->crl(s("celldata"), {}, 90).crl;
    plan.number = 0;
    QCOMPARE(nextList(m_world->root(s("leasing")), m_world->rootKey(s("leasing")), plan).code(), Code::UnknownIssuer);
}

void TestIssuing::compromisedPerson()
{
    Desk desk(*m_world, m_pack);
    const IssuedBook book(desk.workspace().folder());
    const Certificate mine = leafOf("leasing.asset-manager");
    const auto again
        = m_world->makeKey({s("leasing"), s("leasing.asset-manager"), s("asset-manager"), s("stranger-leaf")});
    const auto namesake = m_world->makeKey({s("celldata"), s("leasing.asset-manager"), s("specialist"), s("stranger")});
    for (const Certificate &certificate : {mine, again->leaf(), namesake->leaf(), leafOf("leasing.asset-manager-2")})
        QVERIFY(book.keep(certificate).ok());
    // A document under way that he signed, and one that he did not.
    const CoseSign signedByHim = m_world->sign(
        m_world->request(m_pack, s("soc.max"), 95000), s("courier.fleet-manager"), {s("leasing.asset-manager")});
    const CoseSign other = m_world->sign(m_world->request(m_pack, s("soc.max"), 94000), s("courier.fleet-manager"), {});
    const auto save = [&](const char *name, const CoseSign &document) {
        DocumentFile file;
        file.document = document;
        return wholefile::write(desk.workspace().requestsFolder() + u'/' + s(name), file.encode()).ok();
    };
    QVERIFY(save("his.pwreq", signedByHim) && save("other.pwreq", other));

    const QList<Certificate> known = knownCertificates(desk.workspace());
    QVERIFY(known.contains(mine) && known.contains(leafOf("courier.fleet-manager")));
    const auto found = compromiseOf(s("leasing.asset-manager"), m_world->root(s("leasing")), known);
    QVERIFY(found.ok());
    QCOMPARE(found->revocable.size(), 2);
    QVERIFY(found->revocable.contains(mine) && found->revocable.contains(again->leaf()));
    QVERIFY(found->elsewhere.isEmpty() && found->voided.isEmpty());
    const QList<PendingDocument> pending = pendingSignedBy(desk.workspace(), found->all(), TestWorld::now);
    QCOMPARE(pending.size(), 1);
    QVERIFY(pending.constFirst().path.endsWith(s("his.pwreq")));
    QCOMPARE(pending.constFirst().signers, QStringList{mine.commonName});
    // What has expired is no longer under way.
    QVERIFY(pendingSignedBy(desk.workspace(), found->all(), TestWorld::now + 8 * TestWorld::day).isEmpty());
    // Case 39: what he signed before is void once the pack knows.
    const auto list = nextList(m_world->root(s("leasing")), m_world->rootKey(s("leasing")),
        {found->revocable, m_pack.crls, {}, 0, TestWorld::now});
    PackState pack = m_pack;
    for (CrlEntry &entry : pack.crls) {
        if (isSameIssuer(entry, *list))
            entry = *list;
    }
    const Verdict verdict = verifyRequest(signedByHim.encode(), pack);
    QCOMPARE(verdict.refusal->code, Code::CertificateRevoked);

    for (const char *nobody : {"nobody", "", "courier.fleet-manager"})
        QCOMPARE(compromiseOf(s(nobody), m_world->root(s("leasing")), known).code(), Code::UnknownIssuer);
    // One party's issuer tells what another issuer of the same party has to revoke, and never a stranger's.
    const auto byRoot = compromiseOf(s("courier.fleet-manager"), m_world->root(s("courier")), known);
    QCOMPARE(byRoot.code(), Code::UnknownIssuer);
}

void TestIssuing::compromisedAuthority()
{
    Desk desk(*m_world, m_pack);
    const Certificate leaf = leafOf("courier.fleet-manager");
    const Certificate authority = m_world->root(s("courier-issuer"));
    QVERIFY(IssuedBook(desk.workspace().folder()).keep(leaf).ok());
    const auto found = compromiseOf(authority, m_world->root(s("courier")), knownCertificates(desk.workspace()));
    QVERIFY(found.ok());
    QCOMPARE(found->revocable, QList<Certificate>{authority});
    QCOMPARE(found->voided, QList<Certificate>{leaf});
    // Only whoever issued it can take it back.
    QCOMPARE(compromiseOf(authority, m_world->root(s("leasing")), {}).code(), Code::UnknownIssuer);
    QCOMPARE(compromiseOf(authority, authority, {}).code(), Code::UnknownIssuer);
}

void TestIssuing::compromisedKey()
{
    const auto one = m_world->makeKey({s("leasing"), s("a"), s("asset-manager"), s("stranger-leaf")});
    const auto sameKey = m_world->makeKey({s("leasing"), s("b"), s("asset-manager"), s("stranger-leaf")});
    const auto elsewhere = m_world->makeKey({s("celldata"), s("c"), s("specialist"), s("stranger-leaf")});
    const QList<Certificate> known{one->leaf(), sameKey->leaf(), elsewhere->leaf(), leafOf("leasing.asset-manager")};
    const auto found = compromiseOf(one->leaf(), m_world->root(s("leasing")), known);
    QVERIFY(found.ok());
    QCOMPARE(found->revocable, (QList<Certificate>{one->leaf(), sameKey->leaf()}));
    QCOMPARE(found->elsewhere, QList<Certificate>{elsewhere->leaf()});
}

/// Case 40: whoever takes the last holder of a role away is told.
void TestIssuing::theLastHolderOfARole()
{
    const Certificate first = leafOf("leasing.asset-manager");
    const Certificate second = leafOf("leasing.asset-manager-2");
    const Certificate other = leafOf("celldata.specialist");
    const QList<Certificate> known{first, second, other, m_world->root(s("leasing"))};
    const auto empty
        = [&](const QList<Certificate> &revoked, const QList<CrlEntry> &lists = {}, qint64 at = TestWorld::now) {
              return rolesLeftEmpty(revoked, known, lists, at);
          };
    QCOMPARE(empty({first}), QStringList());
    QCOMPARE(empty({first, second}), QStringList{s("asset-manager")});
    QCOMPARE(empty({first, other, second}), (QStringList{s("asset-manager"), s("specialist")}));
    // The other one is revoked already, or has run out.
    QCOMPARE(empty({first}, {m_world->crl(s("leasing"), {second})}), QStringList{s("asset-manager")});
    QCOMPARE(empty({first}, {m_world->crl(s("celldata"), {second})}), QStringList());
    QCOMPARE(empty({first}, {}, second.notAfter + 1), QStringList{s("asset-manager")});
    QCOMPARE(empty({m_world->root(s("leasing"))}), QStringList());
}

void TestIssuing::reach()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const Certificate leaf = leafOf("leasing.asset-manager");
    const auto list = m_world->crl(s("leasing"), {leaf}, 2);
    // A second pack that knows, a third whose lists are too old to open it for anybody.
    for (const char *serial : {"SDB-TEST-0002", "SDB-TEST-0003"}) {
        PackState pack = m_world->pack(s(serial));
        const bool knowing = pack.serial.text().endsWith(u'2');
        for (CrlEntry &entry : pack.crls) {
            if (isSameIssuer(entry, list))
                entry = knowing ? list
                                : m_world->crl(s("leasing"), {}, 1, TestWorld::now - 60 * TestWorld::day,
                                    TestWorld::now - 15 * TestWorld::day);
        }
        PackRules rules = test::rulesOf(*m_world, pack);
        rules.crls.clear();
        for (const CrlEntry &entry : pack.crls)
            rules.crls.append(encodeCrlEntry(entry));
        QVERIFY(trust.learn(rules).ok());
        QVERIFY(trust.learn(test::factsOf(pack)).ok());
    }
    const auto at = [&](const Certificate &certificate) {
        return reachOf(certificate, trust.snapshot(), knownCertificates(desk.workspace()), TestWorld::now);
    };
    const QList<PackReach> packs = at(leaf);
    QCOMPARE(packs.size(), 3);
    QCOMPARE(packs.at(0).number, std::optional<qint64>(1));
    QVERIFY(!packs.at(0).knows && packs.at(0).opens());
    QCOMPARE(packs.at(1).number, std::optional<qint64>(2));
    QVERIFY(packs.at(1).knows && !packs.at(1).opens());
    QCOMPARE(packs.at(1).refusal->code, Code::CertificateRevoked);
    QVERIFY(!packs.at(2).knows && !packs.at(2).opens());
    QCOMPARE(packs.at(2).refusal->code, Code::CrlStale);
    // A person under an authority, and the authority itself.
    m_world->key(s("courier.fleet-manager"));
    QVERIFY(at(leafOf("courier.fleet-manager")).at(0).opens());
    const PackReach authority = at(m_world->root(s("courier-issuer"))).at(0);
    QVERIFY(authority.opens() && !authority.knows && authority.number);
}

void TestIssuing::aListIsTakenInFromAFile_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("expected");
    QTest::newRow("of a root, DER") << "der"
                                    << "";
    QTest::newRow("of a root, PEM") << "pem"
                                    << "";
    QTest::newRow("of an authority") << "authority"
                                     << "";
    QTest::newRow("one that is known") << "same"
                                       << "";
    QTest::newRow("an older one") << "older"
                                  << "version-rollback";
    QTest::newRow("of a stranger") << "stranger"
                                   << "unknown-issuer";
    QTest::newRow("PEM that is cut") << "cut"
                                     << "malformed";
    QTest::newRow("text") << "text"
                          << "malformed";
    QTest::newRow("nothing") << "nothing"
                             << "malformed";
    QTest::newRow("no file") << "gone"
                             << "file-unreadable";
}

void TestIssuing::aListIsTakenInFromAFile()
{
    QFETCH(const QString, what);
    QFETCH(const QString, expected);
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const Certificate manager = m_world->key(s("leasing.asset-manager"))->leaf();
    CrlEntry list = m_world->crl(s("leasing"), {manager}, 2);
    if (what == s("authority"))
        list = m_world->crl(s("courier-issuer"), {m_world->key(s("courier.fleet-manager"))->leaf()}, 2);
    else if (what == s("same") || what == s("older"))
        list = m_world->crl(s("leasing"));
    else if (what == s("stranger"))
        list = m_world->crl(s("stranger"), {}, 2);
    QByteArray bytes = list.crl.der;
    if (what == s("pem") || what == s("cut")) {
        bytes = "Issued today\n-----BEGIN X509 CRL-----\n";
        const QByteArray text = list.crl.der.toBase64();
        for (qsizetype at = 0; at < text.size(); at += 64)
            bytes += text.mid(at, 64) + '\n';
        bytes += "-----END X509 CRL-----\n";
        if (what == s("cut"))
            bytes.chop(40);
    } else if (what == s("text")) {
        bytes = "a list of names";
    } else if (what == s("nothing")) {
        bytes.clear();
    }
    const QString path = desk.path("next.crl");
    if (what != s("gone")) {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    }
    if (what == s("older"))
        QVERIFY(trust.learn(m_world->crl(s("leasing"), {manager}, 2)).ok());
    const TrustSnapshot before = trust.snapshot();
    const auto taken = listintake::take(desk.workspace(), path);
    QCOMPARE(taken.ok() ? QString() : QString(codeName(taken.code())), expected);
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::takeList);
    const auto records = desk.workspace().audit().page(filter, 0, 9);
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.constFirst().outcome, expected.isEmpty() ? s("done") : expected);
    if (!taken.ok()) {
        QVERIFY(trust.snapshot().lists == before.lists);
        return;
    }
    const bool isNews = what != s("same");
    QCOMPARE(taken->size(), 1);
    QCOMPARE(taken->constFirst().number, isNews ? 2 : 1);
    QCOMPARE(taken->constFirst().before, 1);
    QCOMPARE(taken->constFirst().revoked.size(), isNews ? 1 : 0);
    QVERIFY(trust.snapshot().newestLists(TestWorld::now).contains(list));
}

QTEST_GUILESS_MAIN(TestIssuing)
#include "tst_issuing.moc"
