// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/rights/rightoffice.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "tests/models/support/modelworld.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

CapabilityId capability(const char *id)
{
    return CapabilityId::fromTrusted(s(id));
}

RoleId role(const char *id)
{
    return RoleId::fromTrusted(s(id));
}

const RightRequest example{QByteArray(16, 'i'), CapabilityId::fromTrusted(QStringLiteral("set-soc-max")),
    RoleId::fromTrusted(QStringLiteral("technician")), QStringLiteral("After a repair."),
    QStringLiteral("SDB-TEST-0001")};

} // namespace

/// A right that somebody lacks: who could give it, the signed request, its answer, and forgeries of both.
class TestRights final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void payloads_data();
    void payloads();
    void outlooks_data();
    void outlooks();
    void askedAnsweredHeard_data();
    void askedAnsweredHeard();
    void forgeries_data();
    void forgeries();
    void nobodySignedIn();

private:
    QString ask(Desk &desk, const char *reason = "After a repair.");
    QString answer(Desk &desk, const QString &path, bool granted);
    QStringList recorded(Desk &desk, const char *action);
    static bool write(const QString &path, const QByteArray &bytes);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack = m_world.pack();
};

bool TestRights::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList TestRights::recorded(Desk &desk, const char *action)
{
    QStringList outcomes;
    AuditFilter filter;
    filter.action = s(action);
    for (const AuditRecord &record : desk.workspace().audit().page(filter, 0, 100))
        outcomes.prepend(record.outcome);
    return outcomes;
}

QString TestRights::ask(Desk &desk, const char *reason)
{
    RightOffice office(desk.workspace());
    QSignalSpy written(&office, &RightOffice::written);
    QSignalSpy failed(&office, &RightOffice::failed);
    office.ask(capability("set-soc-max"), s("SDB-TEST-0001"), s(reason));
    if (!waitFor([&] { return written.size() + failed.size() > 0; }, 20'000))
        return {};
    return written.isEmpty() ? QString() : written.constFirst().constFirst().toString();
}

QString TestRights::answer(Desk &desk, const QString &path, bool granted)
{
    RightOffice office(desk.workspace());
    const auto question = office.readRequest(path);
    if (!question.ok())
        return {};
    QSignalSpy written(&office, &RightOffice::written);
    office.answer(*question, granted, s("Until Friday."));
    return waitFor([&] { return !written.isEmpty(); }, 20'000) ? written.constFirst().constFirst().toString()
                                                               : QString();
}

void TestRights::payloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const RightRequest &request, bool good) {
        QTest::newRow(name) << request.encode() << good;
    };
    const auto but = [](auto change) {
        RightRequest request = example;
        change(request);
        return request;
    };
    row("as it is", example, true);
    row("for no pack in particular", but([](RightRequest &r) { r.serial.clear(); }), true);
    row("a short id", but([](RightRequest &r) { r.id.chop(1); }), false);
    row("no reason", but([](RightRequest &r) { r.reason = s("  "); }), false);
    row("a long reason", but([](RightRequest &r) { r.reason = QString(1001, u'x'); }), false);
    row("no serial", but([](RightRequest &r) { r.serial = s("not a serial"); }), false);
    row("no role", but([](RightRequest &r) { r.role = {}; }), false);
    const QByteArray bytes = example.encode();
    QTest::newRow("cut off") << bytes.chopped(1) << false;
    QTest::newRow("something after it") << bytes + 'x' << false;
    QTest::newRow("another type") << RightAnswer{QByteArray(32, 'r'), true, {}}.encode() << false;
    QCborMap more = cbor::decode(bytes)->toMap();
    more.insert(QStringLiteral("also"), 1);
    QTest::newRow("one key more") << cbor::encode(more) << false;
}

void TestRights::payloads()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, good);
    const auto read = RightRequest::decode(payload);
    QCOMPARE(read.ok(), good);
    if (good)
        QCOMPARE(read->encode(), payload);
    const RightAnswer yes{QByteArray(32, 'r'), true, s("Until Friday.")};
    QVERIFY(RightAnswer::decode(yes.encode()).value() == yes);
    // The row of another type is an answer; no other row is.
    const RightAnswer silent{QByteArray(32, 'r'), true, {}};
    QCOMPARE(RightAnswer::decode(payload).ok(), payload == silent.encode());
    const RightAnswer cutHash{QByteArray(31, 'r'), true, {}};
    QVERIFY(!RightAnswer::decode(cutHash.encode()).ok());
}

void TestRights::outlooks_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("capability");
    QTest::addColumn<int>("way");
    QTest::addColumn<QStringList>("askable");
    const auto row
        = [](const char *name, const char *of, const char *what, RightOutlook::Way way, const QStringList &askable) {
              QTest::newRow(name) << s(of) << s(what) << int(way) << askable;
          };
    using Way = RightOutlook::Way;
    row("has it", "asset-manager", "set-soc-max", Way::HasIt, {});
    row("others have it", "technician", "set-soc-min", Way::OtherRole, {s("cell-data"), s("owner")});
    row("one other has it", "asset-manager", "set-service-interval", Way::OtherRole, {s("operator"), s("service")});
    row("prohibited by the silicon", "technician", "disable-protection", Way::Nobody, {});
    row("nobody may have it", "technician", "fly", Way::Nobody, {});
}

void TestRights::outlooks()
{
    QFETCH(QString, role);
    QFETCH(QString, capability);
    QFETCH(int, way);
    QFETCH(QStringList, askable);
    const RightOutlook outlook = rightOutlook(m_pack.policy, m_pack.charter, &m_pack.silicon, RoleId::fromTrusted(role),
        CapabilityId::fromTrusted(capability));
    QCOMPARE(int(outlook.way), way);
    QStringList whom;
    for (const PositionId &position : outlook.askable)
        whom << position.text();
    QCOMPARE(whom, askable);
    // Where the charter allows it and no policy grants it, those who change policies are asked.
    Policy without = m_pack.policy;
    const CapabilityId interval = ::capability("set-service-interval");
    without.grants.removeIf([&](const Grant &grant) { return grant.capability == interval; });
    const RightOutlook policy = rightOutlook(without, m_pack.charter, &m_pack.silicon, ::role("technician"), interval);
    QCOMPARE(int(policy.way), int(RightOutlook::Way::Policy));
    QCOMPARE(policy.askable.size(), 2);
    QCOMPARE(int(rightOutlook(without, m_pack.charter, &m_pack.silicon, ::role("specialist"), interval).way),
        int(RightOutlook::Way::Charter));
}

void TestRights::askedAnsweredHeard_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<bool>("granted");
    QTest::addColumn<bool>("mayAnswer");
    QTest::newRow("the owner says yes") << s("leasing.asset-manager") << true << true;
    QTest::newRow("the owner says no") << s("leasing.asset-manager") << false << true;
    QTest::newRow("one who has no say says yes") << s("platform.platform-engineer") << true << false;
}

void TestRights::askedAnsweredHeard()
{
    QFETCH(QString, by);
    QFETCH(bool, granted);
    QFETCH(bool, mayAnswer);
    Desk shop(m_world, m_pack);
    QVERIFY(shop.signIn(s("service.technician")));
    const QString request = ask(shop);
    QVERIFY(RightOffice::isRequest(request));
    QCOMPARE(recorded(shop, auditaction::askRight), QStringList{s("done")});

    Desk issuer(m_world, m_pack);
    QVERIFY(issuer.signIn(by));
    RightOffice office(issuer.workspace());
    const auto question = office.readRequest(request);
    QVERIFY2(question.ok(), question.ok() ? "" : qPrintable(question.error().detail));
    QCOMPARE(question->request.reason, s("After a repair."));
    QCOMPARE(question->by.role, role("technician"));
    QCOMPARE(int(question->outlook.way), int(RightOutlook::Way::OtherRole));
    const QString reply = answer(issuer, request, granted);
    QVERIFY(RightOffice::isAnswer(reply));
    QCOMPARE(recorded(issuer, auditaction::answerRight), QStringList{s("done")});
    AuditFilter answers;
    answers.action = s(auditaction::answerRight);
    QVERIFY(issuer.workspace()
                .audit()
                .page(answers, 0, 1)
                .constFirst()
                .detail.contains(granted ? "granted, " : "refused, "));

    RightOffice own(shop.workspace());
    const auto heard = own.hearAnswer(reply);
    QVERIFY2(heard.ok(), heard.ok() ? "" : qPrintable(heard.error().detail));
    QCOMPARE(heard->answer.granted, granted);
    QCOMPARE(heard->answer.reason, s("Until Friday."));
    QCOMPARE(heard->mayAnswer, mayAnswer);
    QCOMPARE(heard->request.capability, capability("set-soc-max"));
    QCOMPARE(recorded(shop, auditaction::hearRight), QStringList{s("done")});
    // It is the shop's answer, and nobody else's.
    QCOMPARE(office.hearAnswer(reply).code(), Code::DifferentDocument);
}

void TestRights::forgeries_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("one bit of the signature") << s("bit") << int(Code::SignatureInvalid);
    QTest::newRow("in another's role") << s("role") << int(Code::SignerNotAuthorised);
    QTest::newRow("for another purpose") << s("purpose") << int(Code::UnknownType);
    QTest::newRow("of a stranger") << s("stranger") << int(Code::UnknownIssuer);
    QTest::newRow("an answer in place of a request") << s("answer") << int(Code::UnknownType);
    QTest::newRow("no document at all") << s("nothing") << int(Code::Malformed);
}

void TestRights::forgeries()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    Desk issuer(m_world, m_pack);
    QVERIFY(issuer.signIn(s("leasing.asset-manager")));
    RightRequest request = example;
    QByteArray type(contenttype::rightRequest);
    std::shared_ptr<SigningKey> key = m_world.key(s("service.technician"));
    if (kind == s("role"))
        request.role = role("asset-manager");
    if (kind == s("purpose"))
        type = contenttype::rejection;
    if (kind == s("stranger"))
        key = m_world.makeKey({s("stranger"), s("service.technician"), s("technician"), s("other")});
    QByteArray payload = request.encode();
    if (kind == s("answer")) {
        type = contenttype::rightAnswer;
        payload = RightAnswer{QByteArray(32, 'r'), true, {}}.encode();
    }
    auto made = CoseSign1::make(type, payload, *key, TestWorld::now);
    QVERIFY(made.ok());
    if (kind == s("bit"))
        made->signature[9] = char(made->signature.at(9) ^ 1);
    const QString path = issuer.path("forged.pwask");
    QVERIFY(write(path, kind == s("nothing") ? QByteArray("nothing") : made->encode()));
    const RightOffice office(issuer.workspace());
    const auto read = office.readRequest(path);
    QVERIFY(!read.ok());
    QCOMPARE(codeName(read.code()), codeName(Code(code)));
    QVERIFY(!office.readRequest(issuer.path("not-there.pwask")).ok());
}

void TestRights::nobodySignedIn()
{
    Desk shop(m_world, m_pack);
    QCOMPARE(ask(shop), QString());
    QVERIFY(shop.signIn(s("service.technician")));
    QCOMPARE(ask(shop, "   "), QString()); // no reason
    QVERIFY(recorded(shop, auditaction::askRight).isEmpty());
}

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
