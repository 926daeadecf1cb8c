// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/contractbook.h"
#include "tests/support/testworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The contracts of a policy, and the edits of them: whole or not at all.
class TestContractBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_policy = m_world.pack().policy; }
    void whatRestsOnWhat();
    void whatRestsOnNothing();
    void dates_data();
    void dates();
    void edits_data();
    void edits();

private:
    CryptoRuntime m_crypto;
    TestWorld m_world;
    Policy m_policy;
};

void TestContractBook::whatRestsOnWhat()
{
    m_policy.contracts[s("C-1")].clauses.insert(2, s("Nothing yet."));
    m_policy.contracts.insert(s("A-1"), {QByteArray(32, 'a'), {{1, s("Another.")}}});
    const QList<ContractEntry> contracts = contractsOf(m_policy);
    QCOMPARE(contracts.size(), 2);
    QCOMPARE(contracts.at(0).id, s("A-1"));
    QCOMPARE(contracts.at(0).grants, 0);
    QVERIFY(contracts.at(0).positions.isEmpty());
    const ContractEntry &all = contracts.at(1);
    QCOMPARE(all.grants, int(m_policy.grants.size()));
    QCOMPARE(all.clauses.size(), 2);
    QCOMPARE(all.clauses.at(0).grants, m_policy.grants);
    QVERIFY(all.clauses.at(1).grants.isEmpty());
    QVERIFY(all.positions.contains(PositionId::fromTrusted(s("owner"))));
    QCOMPARE(all.sha256, QByteArray(32, 'c'));
}

void TestContractBook::whatRestsOnNothing()
{
    m_policy.grants[0].contract.clear();
    m_policy.grants[1].contract = s("B-9");
    m_policy.grants[2].clause = 7;
    const QList<ContractEntry> contracts = contractsOf(m_policy);
    QCOMPARE(contracts.size(), 3);
    // What the policy knows comes first, then what it does not.
    QCOMPARE(contracts.at(0).id, s("C-1"));
    QCOMPARE(contracts.at(1).id, QString());
    QCOMPARE(contracts.at(2).id, s("B-9"));
    QVERIFY(contracts.at(1).sha256.isEmpty() && contracts.at(2).sha256.isEmpty());
    QCOMPARE(contracts.at(1).grants, 1);
    const ContractClause &strange = contracts.at(0).clauses.constLast();
    QCOMPARE(strange.number, 7);
    QVERIFY(strange.sentence.isEmpty());
    QCOMPARE(strange.grants.size(), 1);
}

void TestContractBook::dates_data()
{
    QTest::addColumn<QList<qint64>>("untils");
    QTest::addColumn<qint64>("first");
    QTest::newRow("none lapses") << QList<qint64>{0, 0} << qint64(0);
    QTest::newRow("one lapses") << QList<qint64>{0, 500} << qint64(500);
    QTest::newRow("the first of two") << QList<qint64>{900, 500} << qint64(500);
}

void TestContractBook::dates()
{
    QFETCH(QList<qint64>, untils);
    QFETCH(qint64, first);
    m_policy.grants.resize(untils.size());
    for (qsizetype i = 0; i < untils.size(); ++i)
        m_policy.grants[i].until = untils.at(i);
    QCOMPARE(contractsOf(m_policy).constFirst().until, first);
}

void TestContractBook::edits_data()
{
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("refusal"); // "code: detail"; empty: done
    const auto row
        = [](const char *name, const char *edit, const char *id, int number, const QString &text, const char *refusal) {
              QTest::newRow(name) << s(edit) << s(id) << number << text << s(refusal);
          };
    const QString hash(32, u'h');
    row("a new contract", "text", "D-1", 0, hash, "");
    row("another text", "text", "C-1", 0, hash, "");
    row("no name", "text", "", 0, hash, "malformed: id");
    row("a name with a slash", "text", "../C-1", 0, hash, "malformed: id");
    row("a name in other letters", "text", "Сontract", 0, hash, "malformed: id");
    row("a long name", "text", "0123456789012345678901234567890123456789012345678901234567890123x", 0, hash,
        "malformed: id");
    row("a short hash", "text", "D-1", 0, hash.left(31), "malformed: sha256");
    row("a new clause", "clause", "C-1", 2, s("May clear faults."), "");
    row("another sentence", "clause", "C-1", 1, s("May clear faults."), "");
    row("no sentence", "clause", "C-1", 2, s("  \n "), "malformed: sentence");
    row("a long sentence", "clause", "C-1", 2, QString(1001, u'a'), "malformed: sentence");
    row("clause 0", "clause", "C-1", 0, s("May clear faults."), "malformed: clause");
    row("a clause of nothing", "clause", "D-1", 1, s("May clear faults."), "malformed: id");
    row("a clause that rights rest on", "removeClause", "C-1", 1, {}, "wrong-state: 16");
    row("a clause that is not there", "removeClause", "C-1", 2, {}, "malformed: clause");
    row("a contract that rights rest on", "removeContract", "C-1", 0, {}, "wrong-state: 16");
    row("a contract that is not there", "removeContract", "D-1", 0, {}, "malformed: id");
    row("dates", "dates", "C-1", 100, s("200"), "");
    row("open end", "dates", "C-1", 100, s("0"), "");
    row("dates the wrong way round", "dates", "C-1", 200, s("100"), "malformed: dates");
    row("dates of nothing", "dates", "D-1", 100, s("200"), "malformed: id");
}

void TestContractBook::edits()
{
    QFETCH(QString, edit);
    QFETCH(QString, id);
    QFETCH(int, number);
    QFETCH(QString, text);
    QFETCH(QString, refusal);
    const Policy before = m_policy;
    const auto after = edit == s("text") ? contractedit::setText(m_policy, id, text.toLatin1())
        : edit == s("clause")            ? contractedit::setClause(m_policy, id, number, text)
        : edit == s("removeClause")      ? contractedit::removeClause(m_policy, id, number)
        : edit == s("removeContract")    ? contractedit::removeContract(m_policy, id)
                                         : contractedit::setDates(m_policy, id, number, text.toLongLong());
    const QString said = after.ok() ? QString() : codeName(after.code()) + s(": ") + after.error().detail;
    QCOMPARE(said, refusal);
    if (!after.ok()) {
        QVERIFY(after.error().as<ContractFault>());
        return;
    }
    QVERIFY(*after != before);
    if (edit == s("text"))
        QCOMPARE(after->contracts.value(id).sha256, text.toLatin1());
    if (edit == s("clause"))
        QCOMPARE(after->contracts.value(id).clauses.value(number), text);
    if (edit == s("dates")) {
        QCOMPARE(contractsOf(*after).constFirst().from, qint64(number));
        QCOMPARE(contractsOf(*after).constFirst().until, text.toLongLong());
    }
    // What is taken away is gone, and nothing else.
    auto clause = contractedit::setClause(before, s("C-1"), 2, s("For a while."));
    QCOMPARE(contractedit::nextClause(*clause, s("C-1")), 3);
    QVERIFY(contractedit::removeClause(*clause, s("C-1"), 2).value() == before);
    auto contract = contractedit::setText(before, s("D-1"), QByteArray(32, 'd'));
    QVERIFY(contractedit::removeContract(*contract, s("D-1")).value() == before);
}

QTEST_GUILESS_MAIN(TestContractBook)
#include "tst_contractbook.moc"
