// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/base/ids.h"
#include "models/core/documents/documentfile.h"
#include "models/signoffs/partsact.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "tests/models/support/modelworld.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace packwarden;
using namespace packwarden::test;

namespace {

using Known = QList<std::pair<QString, SignoffJudgement>>;

const QString author = QStringLiteral("courier.fleet-manager");
const QString owner = QStringLiteral("leasing.asset-manager");
constexpr int parts = 4;

PackSerial serialOf(int i)
{
    return PackSerial::fromTrusted(QStringLiteral("SDB-TEST-000%1").arg(i));
}

/// As requestparts::split numbers it.
ChangeRequest numbered(ChangeRequest part, int number, int of = parts)
{
    part.head.id = QByteArray(14, 'i') + char(number) + char(of);
    part.head.title = QStringLiteral("Range (part %1 of %2)").arg(number).arg(of);
    return part;
}

SignoffJudgement judged(const ChangeRequest &request)
{
    SignoffJudgement judgement;
    judgement.state = SignoffState::Collecting;
    judgement.request = request;
    judgement.payloadSha256 = sha256(request.encode());
    return judgement;
}

} // namespace

/// What may be done with all parts of a request at once, and what must be looked at alone.
class TestOtherParts final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;

    ChangeRequest part(int number)
    {
        ChangeRequest request
            = m_world->request(m_world->pack(serialOf(number).text()), QStringLiteral("soc.max"), 95000);
        request.head.created = TestWorld::now;
        return numbered(request, number);
    }

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }

    void whatBelongsTogether_data()
    {
        using Change = std::function<void(QList<ChangeRequest> &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QList<int>>("open");
        QTest::addColumn<QList<int>>("differing");
        QTest::addColumn<QList<int>>("missing");
        const auto row = [](const char *name, const Change &change, const QList<int> &open, const QList<int> &differing,
                             const QList<int> &missing) {
            QTest::newRow(name) << change << open << differing << missing;
        };
        row("all of them", [](QList<ChangeRequest> &) {}, {1, 3, 4}, {}, {});
        row("one is not here", [](QList<ChangeRequest> &all) { all.removeAt(2); }, {1, 4}, {}, {3});
        row("the shown one alone", [](QList<ChangeRequest> &all) { all = {all.at(1)}; }, {}, {}, {1, 3, 4});
        row("5.25 instead of 4.25", [](QList<ChangeRequest> &all) { all[2].packs[0].changes[0].to.value += 1000; },
            {1, 4}, {3}, {});
        row("another parameter",
            [](QList<ChangeRequest> &all) {
                all[2].packs[0].changes[0].parameter = ParameterId::fromTrusted(QStringLiteral("soc.min"));
            },
            {1, 4}, {3}, {});
        row("a change more",
            [](QList<ChangeRequest> &all) { all[2].packs[0].changes.append(all[2].packs[0].changes.at(0)); }, {1, 4},
            {3}, {});
        row("other hardware", [](QList<ChangeRequest> &all) { all[2].packs[0].hardware = QStringLiteral("lfp"); },
            {1, 4}, {3}, {});
        row("twin: from another value", [](QList<ChangeRequest> &all) { all[2].packs[0].changes[0].from.value -= 7; },
            {1, 3, 4}, {}, {});
        row("a longer life", [](QList<ChangeRequest> &all) { all[2].head.expires += 1; }, {1, 4}, {3}, {});
        row("another reason", [](QList<ChangeRequest> &all) { all[2].head.reason += u'!'; }, {1, 4}, {3}, {});
        row("for a while", [](QList<ChangeRequest> &all) { all[2].periodEnd = TestWorld::now + 1; }, {1, 4}, {3}, {});
        row("other evidence",
            [](QList<ChangeRequest> &all) {
                all[2].head.evidence.append({QStringLiteral("a.pdf"), QByteArray(32, 'e')});
            },
            {1, 4}, {3}, {});
        row("a pack of the shown one", [](QList<ChangeRequest> &all) { all[2].packs[0].serial = serialOf(2); }, {1, 4},
            {3}, {});
        row("a pack of another part", [](QList<ChangeRequest> &all) { all[2].packs[0].serial = serialOf(1); }, {1, 4},
            {3}, {});
        row("two of one number",
            [](QList<ChangeRequest> &all) {
                ChangeRequest twin = all.at(2);
                twin.packs[0].serial = serialOf(9);
                all.append(twin);
            },
            {1, 4}, {3}, {});
        row("of another author", [](QList<ChangeRequest> &all) { all[2].head.author = QByteArray(32, 'x'); }, {1, 4},
            {}, {3});
        row("of another request", [](QList<ChangeRequest> &all) { all[2].head.id[0] = 'x'; }, {1, 4}, {}, {3});
        row("of five parts", [](QList<ChangeRequest> &all) { all[2] = numbered(all.at(2), 3, 5); }, {1, 4}, {}, {3});
    }
    void whatBelongsTogether()
    {
        QFETCH(const std::function<void(QList<ChangeRequest> &)>, change);
        QFETCH(const QList<int>, open);
        QFETCH(const QList<int>, differing);
        QFETCH(const QList<int>, missing);
        QList<ChangeRequest> all;
        for (int number = 1; number <= parts; ++number)
            all.append(part(number));
        const SignoffJudgement shown = judged(all.at(1));
        change(all);
        Known known;
        for (const ChangeRequest &each : all)
            known.append({each.head.title, judged(each)});
        const OtherParts others = otherParts(shown, known, [](const SignoffJudgement &) { return true; });
        QCOMPARE(others.number, 2);
        QCOMPARE(others.of, parts);
        QList<int> numbers;
        for (const OtherParts::Part &each : others.open)
            numbers.append(each.number);
        QCOMPARE(numbers, open);
        QCOMPARE(others.packs(), open.size());
        QCOMPARE(others.differing, differing);
        QCOMPARE(others.missing, missing);
        // What is done already is not offered again.
        const OtherParts none = otherParts(shown, known, [](const SignoffJudgement &) { return false; });
        QVERIFY(none.open.isEmpty());
        QCOMPARE(none.differing, differing);
    }

    void aWholeRequestHasNone()
    {
        ChangeRequest whole = part(1);
        whole.head.title = QStringLiteral("Range");
        const Known known{{QStringLiteral("a"), judged(part(2))}};
        QVERIFY(!otherParts(judged(whole), known, [](const SignoffJudgement &) { return true; }).isPart());
    }

    /// Who signed in meanwhile agreed to nothing.
    void anotherPersonsKeyDoesNotGoOn()
    {
        Desk desk(*m_world, m_world->pack(serialOf(2).text()));
        const ChangeRequest request = part(1);
        const QString path = desk.workspace().requestsFolder() + QStringLiteral("/part-1.pwreq");
        DocumentFile file;
        file.document = m_world->sign(request, author, {});
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
        out.close();
        QVERIFY(desk.signIn(owner));
        PartsAct act(desk.workspace(), {{1, path, sha256(request.encode()), SignoffState::Unjudged, {serialOf(1)}}},
            [](SignoffDocument &document) { document.sign(Meaning::Approve); });
        QSignalSpy finished(&act, &PartsAct::finished);
        QVERIFY(desk.signIn(QStringLiteral("celldata.specialist")));
        act.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QCOMPARE(finished.constFirst().at(0).toInt(), 0);
        QCOMPARE(finished.constFirst().at(2).value<Error>().code, Code::NotSignedIn);
        QCOMPARE(DocumentFile::read(path)->document.signatures.size(), 1);
    }

    void eachIsSignedAndRecorded_data()
    {
        QTest::addColumn<int>("replaced"); // the number of a part whose file is another one by now
        QTest::addColumn<int>("moved"); // and of one whose state is another one
        QTest::newRow("all of them") << 0 << 0;
        QTest::newRow("twin: one was replaced") << 3 << 0;
        QTest::newRow("twin: one was rejected, or the like") << 0 << 3;
    }
    void eachIsSignedAndRecorded()
    {
        QFETCH(const int, replaced);
        QFETCH(const int, moved);
        const int odd = std::max(replaced, moved);
        Desk desk(*m_world, m_world->pack(serialOf(2).text()));
        QList<OtherParts::Part> due;
        for (const int number : {1, 3, 4}) {
            const ChangeRequest request = part(number);
            const QString path = QStringLiteral("%1/part-%2.pwreq").arg(desk.workspace().requestsFolder()).arg(number);
            ChangeRequest there = request;
            if (number == replaced)
                there.packs[0].changes[0].to.value = 99000;
            DocumentFile file;
            file.document = m_world->sign(there, author, {});
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
            SignoffDocument now(desk.workspace());
            QVERIFY(out.flush() && now.open(path).ok());
            due.append({number, path, sha256(request.encode()), number == moved ? SignoffState::Ready : now.state(),
                {serialOf(number)}});
        }
        QVERIFY(desk.signIn(owner));
        const qint64 before = desk.workspace().audit().head().count;
        PartsAct act(desk.workspace(), due, [](SignoffDocument &document) { document.sign(Meaning::Approve); });
        QSignalSpy finished(&act, &PartsAct::finished);
        act.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QCOMPARE(finished.constFirst().at(0).toInt(), odd ? 2 : 3);
        QCOMPARE(finished.constFirst().at(1).toInt(), odd);
        if (odd)
            QCOMPARE(finished.constFirst().at(2).value<Error>().code, Code::DifferentDocument);
        AuditFilter signedBy;
        signedBy.action = QLatin1String(auditaction::signRequest);
        signedBy.outcome = QLatin1String(auditoutcome::done);
        QCOMPARE(desk.workspace().audit().numbers(signedBy, 1'000'000, before).size(), odd ? 2 : 3);
        for (const OtherParts::Part &each : std::as_const(due)) {
            const auto file = DocumentFile::read(each.path);
            QVERIFY(file.ok());
            QCOMPARE(file->document.signatures.size(), each.number == odd ? 1 : 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestOtherParts)
#include "tst_otherparts.moc"
