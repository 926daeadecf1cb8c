// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/packanswers.h"
#include "tests/system/story/consoles.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace packwarden;
using namespace packwarden::story;

namespace {

const QString packA = QStringLiteral("SDB-DEMO-0001");
const QString packB = QStringLiteral("SDB-DEMO-0002");

} // namespace

/// Steps 7 and 8 of the story by real processes: a pack is locked by its owner, another never hears of the lock, a
/// third is sold. And what one key may do alone, what rules look like from outside, and how they change. In CAN FD
/// frames, where the story is told in classic ones.
class TestTheftAndSale final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyConsolePinsTheSameRules();
    void theDriverStarts();
    void oneKeyDoesWhatItMayAndNoMore();
    void theOwnerLocksThePack();
    void theLockedPackDoesNotStart();
    void onlyTheRightUnlockEndsIt();
    void aLimitIsTightenedAtOnce();
    void rulesAreComparedAndChecked();
    void aPolicyNeedsItsSeats();
    void thePackIsSold();
    void theOldOwnersKeysOpenNothing();
    void aPackWithoutTheTimeIsTold();
    void twoPartiesTellTheTime();
    void aPackThatHearsNothingRunsOutOfLists();

private:
    Outcome ctl(const char *store, const QStringList &arguments, const char *person = nullptr, bool bus = false)
    {
        return m_consoles.run(store, arguments, person, bus);
    }
    QString file(const char *name) const { return m_run.filePath(QLatin1String(name)); }
    Outcome make(const char *store, const QStringList &words, const char *person, const char *name, bool bus = true);
    Outcome sign(const char *store, const char *person, const char *name);
    Outcome deliver(const char *name, const QStringList &packs = {});
    Outcome activate(const QString &serial, const char *person);
    LockInfo lockOf(const QString &serial);

    QDir m_demo{QStringLiteral(PACKWARDEN_STORY "/demo")};
    QDir m_run{QStringLiteral(PACKWARDEN_STORY "/locks")};
    Simulator m_simulator{m_demo, m_run};
    Consoles m_consoles{m_demo, m_run, m_simulator, Consoles::Frames::Fd};
};

Outcome TestTheftAndSale::make(
    const char *store, const QStringList &words, const char *person, const char *name, bool bus)
{
    return ctl(store,
        words + QStringList{QStringLiteral("--reason"), QStringLiteral("story"), QStringLiteral("-o"), file(name)},
        person, bus);
}

Outcome TestTheftAndSale::sign(const char *store, const char *person, const char *name)
{
    return ctl(store, {QStringLiteral("request"), QStringLiteral("sign"), file(name)}, person);
}

Outcome TestTheftAndSale::deliver(const char *name, const QStringList &packs)
{
    return ctl("shop", QStringList{QStringLiteral("request"), QStringLiteral("deliver"), file(name)} + packs,
        "service-technician", true);
}

Outcome TestTheftAndSale::activate(const QString &serial, const char *person)
{
    return ctl("courier", {QStringLiteral("pack"), QStringLiteral("activate"), serial}, person, true);
}

LockInfo TestTheftAndSale::lockOf(const QString &serial)
{
    const Outcome read
        = ctl("shop", {QStringLiteral("pack"), QStringLiteral("read"), serial, QStringLiteral("0107")}, nullptr, true);
    const QString hex = read.last.value(QLatin1String("values"))[QLatin1String("0107")].toString();
    const auto lock = LockInfo::decode(QByteArray::fromHex(hex.toLatin1()));
    return lock.ok() ? *lock : LockInfo{};
}

void TestTheftAndSale::initTestCase()
{
    m_run.removeRecursively();
    QVERIFY(m_run.mkpath(m_run.absolutePath()));
    QVERIFY2(m_simulator.prepare(), qPrintable(m_simulator.why()));
    QVERIFY2(m_simulator.start(2), qPrintable(m_simulator.why()));
}

void TestTheftAndSale::everyConsolePinsTheSameRules()
{
    for (const char *store : {"shop", "courier", "leasing", "celldata", "platform", "buyer"}) {
        for (const QString &serial : {packA, packB}) {
            const Outcome pulled = m_consoles.pull(store, serial, m_consoles.fingerprintsOf(serial));
            QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
        }
    }
}

void TestTheftAndSale::theDriverStarts()
{
    const Outcome started = activate(packA, "courier-driver");
    QVERIFY2(started.exitCode == 0, started.everything.constData());
    QCOMPARE(lockOf(packA).state, QStringLiteral("active"));
    const Outcome stranger = activate(packA, "service-technician");
    QCOMPARE(stranger.exitCode, 1);
    QVERIFY(!stranger.reason().isEmpty());
}

void TestTheftAndSale::oneKeyDoesWhatItMayAndNoMore()
{
    const auto set = [this](const char *person, const char *setting) {
        return ctl(
            "courier", {QStringLiteral("pack"), QStringLiteral("set"), packA, QLatin1String(setting)}, person, true);
    };
    const Outcome done = set("courier-driver", "charge.target=75");
    QVERIFY2(done.exitCode == 0, done.everything.constData());
    QCOMPARE(set("service-technician", "charge.target=70").exitCode, 1);
    QCOMPARE(set("courier-driver", "charge.target=150").exitCode, 1);
    // A value of layer 3 is no business of one key.
    QCOMPARE(set("leasing-asset-manager", "soc.max=85").exitCode, 1);
    const Outcome table = ctl("shop", {QStringLiteral("pack"), QStringLiteral("parameters"), packA}, nullptr, true);
    for (const QJsonValue &row : table.last.value(QLatin1String("parameters")).toArray()) {
        if (row[QLatin1String("parameter")].toString() == QLatin1String("charge.target"))
            QCOMPARE(row[QLatin1String("value")].toString(), QStringLiteral("75"));
        if (row[QLatin1String("parameter")].toString() == QLatin1String("soc.max"))
            QCOMPARE(row[QLatin1String("value")].toString(), QStringLiteral("90"));
    }
    const Outcome slotList = ctl("shop", {QStringLiteral("pack"), QStringLiteral("repository"), packA}, nullptr, true);
    QCOMPARE(slotList.exitCode, 0);
    QVERIFY(slotList.everything.contains("write-once-read-never"));
    const Outcome statement = ctl("shop",
        {QStringLiteral("pack"), QStringLiteral("statement"), packA, QStringLiteral("-o"), file("statement.cose")},
        nullptr, true);
    QVERIFY2(statement.exitCode == 0, statement.everything.constData());
}

void TestTheftAndSale::theOwnerLocksThePack()
{
    const Outcome made
        = make("leasing", {QStringLiteral("command"), QStringLiteral("theft-lock"), QStringLiteral("--pack"), packA},
            "leasing-asset-manager-2", "lock.pwcmd");
    QVERIFY2(made.exitCode == 0, made.everything.constData());
    // Its author alone is nobody's approval.
    const Outcome alone = deliver("lock.pwcmd");
    QCOMPARE(alone.exitCode, 1);
    QCOMPARE(alone.reason(), QStringLiteral("below-quorum"));
    QCOMPARE(sign("leasing", "leasing-asset-manager", "lock.pwcmd").exitCode, 0);
    const Outcome locked = deliver("lock.pwcmd");
    QVERIFY2(locked.exitCode == 0, locked.everything.constData());
    QCOMPARE(locked.text("state"), QStringLiteral("applied"));
}

void TestTheftAndSale::theLockedPackDoesNotStart()
{
    const LockInfo lock = lockOf(packA);
    QCOMPARE(lock.revision, 1);
    QVERIFY(!lock.document.isEmpty());
    const Outcome refused = activate(packA, "courier-driver");
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("theft-locked"));
    // The other pack starts as before.
    QCOMPARE(activate(packB, "courier-driver").exitCode, 0);
    // And the lock is kept over a power cut.
    m_simulator.kill();
    QVERIFY2(m_simulator.start(2), qPrintable(m_simulator.why()));
    QCOMPARE(activate(packA, "courier-driver").reason(), QStringLiteral("theft-locked"));
}

void TestTheftAndSale::onlyTheRightUnlockEndsIt()
{
    const Outcome made
        = make("leasing", {QStringLiteral("command"), QStringLiteral("theft-unlock"), QStringLiteral("--pack"), packA},
            "leasing-asset-manager-2", "unlock.pwcmd");
    QVERIFY2(made.exitCode == 0, made.everything.constData());
    QCOMPARE(sign("leasing", "leasing-asset-manager", "unlock.pwcmd").exitCode, 0);
    const Outcome early = deliver("unlock.pwcmd");
    QCOMPARE(early.exitCode, 1);
    QCOMPARE(early.reason(), QStringLiteral("below-quorum"));
    QCOMPARE(sign("platform", "platform-engineer", "unlock.pwcmd").exitCode, 0);
    const Outcome unlocked = deliver("unlock.pwcmd");
    QVERIFY2(unlocked.exitCode == 0, unlocked.everything.constData());
    QCOMPARE(activate(packA, "courier-driver").exitCode, 0);
    // The old lock is spent: delivered again it returns its receipt and locks nothing.
    QCOMPARE(deliver("lock.pwcmd").exitCode, 0);
    QCOMPARE(activate(packA, "courier-driver").exitCode, 0);
}

void TestTheftAndSale::aLimitIsTightenedAtOnce()
{
    const auto tighten = [this](const char *value, const char *name) {
        return make("celldata",
            {QStringLiteral("command"), QStringLiteral("tighten"), QStringLiteral("--pack"), packA,
                QStringLiteral("--set"), QStringLiteral("cell.voltage.max=%1").arg(QLatin1String(value))},
            "celldata-specialist-2", name);
    };
    QCOMPARE(tighten("4.1", "tighten.pwcmd").exitCode, 0);
    QCOMPARE(sign("celldata", "celldata-specialist", "tighten.pwcmd").exitCode, 0);
    const Outcome done = deliver("tighten.pwcmd");
    QVERIFY2(done.exitCode == 0, done.everything.constData());
    QCOMPARE(tighten("4.15", "loosen.pwcmd").exitCode, 0);
    QCOMPARE(sign("celldata", "celldata-specialist", "loosen.pwcmd").exitCode, 0);
    const Outcome refused = deliver("loosen.pwcmd");
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("outside-policy"));
}

void TestTheftAndSale::rulesAreComparedAndChecked()
{
    const Outcome exported = ctl(
        "leasing", {QStringLiteral("policy"), QStringLiteral("export"), QStringLiteral("-o"), file("policy.json")});
    QVERIFY2(exported.exitCode == 0, exported.everything.constData());
    QFile json(file("policy.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QByteArray text = json.readAll();
    QJsonObject rules = QJsonDocument::fromJson(text).object();
    QJsonObject steps = rules.value(QLatin1String("steps")).toObject();
    steps.insert(QStringLiteral("soc.max"), QStringLiteral("5"));
    rules.insert(QStringLiteral("steps"), steps);
    QFile changed(file("changed.json"));
    QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(QJsonDocument(rules).toJson()) > 0);
    changed.close();
    const Outcome diff = ctl("leasing", {QStringLiteral("policy"), QStringLiteral("diff"), file("changed.json")});
    QCOMPARE(diff.exitCode, 0);
    const QJsonArray differences = diff.last.value(QLatin1String("differences")).toArray();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences.at(0)[QLatin1String("place")].toString(), QStringLiteral("step soc.max"));
    const Outcome good = ctl("leasing", {QStringLiteral("policy"), QStringLiteral("check"), file("changed.json")});
    QVERIFY2(good.exitCode == 0, good.everything.constData());
    // The driver may not be given what the charter does not give.
    QJsonArray grants = rules.value(QLatin1String("grants")).toArray();
    QJsonObject grant = grants.at(0).toObject();
    grant.insert(QStringLiteral("role"), QStringLiteral("driver"));
    grant.insert(QStringLiteral("capability"), QStringLiteral("set-soc-max"));
    grants.append(grant);
    rules.insert(QStringLiteral("grants"), grants);
    QFile lax(file("lax.json"));
    QVERIFY(lax.open(QIODevice::WriteOnly) && lax.write(QJsonDocument(rules).toJson()) > 0);
    lax.close();
    const Outcome refused = ctl("leasing", {QStringLiteral("policy"), QStringLiteral("check"), file("lax.json")});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("laxer-than-charter"));
    QCOMPARE(ctl("leasing", {QStringLiteral("charter"), QStringLiteral("check")}).exitCode, 0);
}

void TestTheftAndSale::aPolicyNeedsItsSeats()
{
    const Outcome made = make("leasing", {QStringLiteral("policy"), QStringLiteral("import"), file("changed.json")},
        "courier-fleet-manager", "policy.pwpol", false);
    QVERIFY2(made.exitCode == 0, made.everything.constData());
    QCOMPARE(sign("leasing", "leasing-asset-manager", "policy.pwpol").exitCode, 0);
    const Outcome early = deliver("policy.pwpol", {packA});
    QCOMPARE(early.exitCode, 1);
    QCOMPARE(early.reason(), QStringLiteral("below-quorum"));
    QCOMPARE(sign("celldata", "celldata-specialist", "policy.pwpol").exitCode, 0);
    const Outcome taken = deliver("policy.pwpol", {packA, packB});
    QVERIFY2(taken.exitCode == 0, taken.everything.constData());
    const Outcome shown = ctl("shop", {QStringLiteral("pack"), QStringLiteral("show"), packA}, nullptr, true);
    QCOMPARE(shown.last.value(QLatin1String("policyVersion")).toInt(), 2);
    for (const char *store : {"shop", "courier", "leasing", "celldata", "platform", "buyer"}) {
        const Outcome pulled = ctl(store, {QStringLiteral("policy"), QStringLiteral("pull"), packB}, nullptr, true);
        QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
        QCOMPARE(pulled.last.value(QLatin1String("policyVersion")).toInt(), 2);
    }
}

void TestTheftAndSale::thePackIsSold()
{
    const QStringList sale{QStringLiteral("charter"), QStringLiteral("transfer-ownership"), QStringLiteral("--party"),
        QStringLiteral("buyer"), QStringLiteral("--name"), QStringLiteral("Second leasing"),
        QStringLiteral("--root-certificate"), m_demo.filePath(QStringLiteral("parties/buyer.pem")),
        QStringLiteral("--crl"), m_demo.filePath(QStringLiteral("crls/buyer-root.crl"))};
    const Outcome made = make("leasing", sale, "leasing-asset-manager-2", "sale.pwchr", false);
    QVERIFY2(made.exitCode == 0, made.everything.constData());
    QCOMPARE(sign("leasing", "leasing-asset-manager", "sale.pwchr").exitCode, 0);
    QCOMPARE(sign("platform", "platform-engineer", "sale.pwchr").exitCode, 0);
    // Without the buyer there is no sale.
    const Outcome early = deliver("sale.pwchr", {packB});
    QCOMPARE(early.exitCode, 1);
    QCOMPARE(early.reason(), QStringLiteral("below-quorum"));
    const Outcome accepted = sign("buyer", "buyer-asset-manager", "sale.pwchr");
    QVERIFY2(accepted.exitCode == 0, accepted.everything.constData());
    const Outcome sold = deliver("sale.pwchr", {packB});
    QVERIFY2(sold.exitCode == 0, sold.everything.constData());
    const Outcome shown = ctl("shop", {QStringLiteral("pack"), QStringLiteral("show"), packB}, nullptr, true);
    QCOMPARE(shown.last.value(QLatin1String("charterVersion")).toInt(), 2);
    QCOMPARE(lockOf(packB).state == QLatin1String("active") && !lockOf(packB).pending, false);
    // A console that knew the former owner follows the sale only after somebody compared.
    const Outcome unasked = ctl("shop", {QStringLiteral("policy"), QStringLiteral("pull"), packB}, nullptr, true);
    QCOMPARE(unasked.exitCode, 1);
    QCOMPARE(unasked.reason(), QStringLiteral("fingerprint-needed"));
    QVERIFY(unasked.text("detail").contains(QLatin1String("owner")));
    const Outcome compared = m_consoles.pull("platform", packB);
    QVERIFY2(compared.exitCode == 0, compared.everything.constData());
    QVERIFY(compared.last.value(QLatin1String("followed")).toBool());
}

void TestTheftAndSale::theOldOwnersKeysOpenNothing()
{
    // The new owner's console knows only the pack that it bought.
    const Outcome pulled = m_consoles.pull("new-owner", packB);
    QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
    const auto lock = [this](const char *author, const char *approver, const char *name) {
        const Outcome made = make("new-owner",
            {QStringLiteral("command"), QStringLiteral("theft-lock"), QStringLiteral("--pack"), packB}, author, name);
        if (made.exitCode != 0)
            return made;
        const Outcome approved = sign("new-owner", approver, name);
        if (approved.exitCode != 0)
            return approved;
        return ctl("new-owner", {QStringLiteral("request"), QStringLiteral("deliver"), file(name)}, nullptr, true);
    };
    const Outcome old = lock("platform-engineer", "leasing-asset-manager", "old-owner.pwcmd");
    QCOMPARE(old.exitCode, 1);
    QCOMPARE(old.reason(), QStringLiteral("unknown-issuer"));
    const Outcome now = lock("platform-engineer", "buyer-asset-manager", "new-owner.pwcmd");
    QVERIFY2(now.exitCode == 0, now.everything.constData());
}

void TestTheftAndSale::aPackWithoutTheTimeIsTold()
{
    m_simulator.kill();
    QVERIFY2(
        m_simulator.start(2, {QStringLiteral("--fault"), QStringLiteral("clock-loss")}), qPrintable(m_simulator.why()));
    QCOMPARE(activate(packA, "courier-driver").reason(), QStringLiteral("time-uncertain"));
    const auto tell = [this](const char *person) {
        return ctl("platform", {QStringLiteral("time"), packA}, person, true);
    };
    QCOMPARE(tell("courier-driver").exitCode, 1);
    QCOMPARE(activate(packA, "courier-driver").reason(), QStringLiteral("time-uncertain"));
    const Outcome told = tell("platform-engineer");
    QVERIFY2(told.exitCode == 0, told.everything.constData());
    QCOMPARE(activate(packA, "courier-driver").exitCode, 0);
    // Its clock is sure now, and nobody sets it.
    const Outcome again = tell("platform-engineer");
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.reason(), QStringLiteral("wrong-state"));
}

void TestTheftAndSale::twoPartiesTellTheTime()
{
    const QString path = file("lost.pwtime");
    const auto carry = [&] {
        return ctl("shop", {QStringLiteral("time"), QStringLiteral("deliver"), path}, nullptr, true);
    };
    const Outcome written
        = ctl("platform", {QStringLiteral("time"), packB, QStringLiteral("-o"), path}, "platform-engineer", true);
    QVERIFY2(written.exitCode == 0, written.everything.constData());
    const Outcome early = carry();
    QCOMPARE(early.exitCode, 1);
    QCOMPARE(early.reason(), QStringLiteral("below-quorum"));
    const QStringList sign{QStringLiteral("time"), QStringLiteral("sign"), path};
    QCOMPARE(ctl("platform", sign, "platform-engineer").reason(), QStringLiteral("signer-repeated"));
    const Outcome signedBy = ctl("celldata", sign, "celldata-specialist");
    QVERIFY2(signedBy.exitCode == 0, signedBy.everything.constData());
    const Outcome carried = carry();
    QVERIFY2(carried.exitCode == 0, carried.everything.constData());
    QCOMPARE(carry().reason(), QStringLiteral("wrong-state"));
}

void TestTheftAndSale::aPackThatHearsNothingRunsOutOfLists()
{
    m_simulator.kill();
    const qint64 later = QDateTime::currentSecsSinceEpoch() + 60LL * 24 * 3600;
    QVERIFY2(m_simulator.start(
                 2, {QStringLiteral("--now"), QDateTime::fromSecsSinceEpoch(later).toUTC().toString(Qt::ISODate)}),
        qPrintable(m_simulator.why()));
    const Outcome refused = activate(packA, "courier-driver");
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("crl-stale"));
}

QTEST_GUILESS_MAIN(TestTheftAndSale)
#include "tst_theftandsale.moc"
