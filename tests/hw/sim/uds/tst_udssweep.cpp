// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/udsexpectation.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/support/sample.h"

#include <QRandomGenerator>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;
using conform::expectedOf;
using conform::hasSubFunction;
using conform::silentWhenFunctional;
using conform::UdsExpectation;

namespace {

constexpr int longest = 64;
constexpr quint32 seed = 20'261'123;
const QString technician = QStringLiteral("service.technician");

QMap<QString, QByteArray> allBytes(const MemoryFiles &files)
{
    QMap<QString, QByteArray> bytes;
    for (const QString &path : files.paths())
        bytes.insert(path, files.content(path));
    return bytes;
}

} // namespace

/// case 109: whatever is asked, in whatever state, is answered by something defined, in the order of the checks, and
/// changes nothing. One pack hears it all.
class TestUdsSweep final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case109_everyServiceSubFunctionAndLength_data();
    void case109_everyServiceSubFunctionAndLength();
    void case109_everyIdentifierAndRoutine_data();
    void case109_everyIdentifierAndRoutine();

private:
    void contexts();
    /// Session and rights as the row wants them.
    bool restore();
    /// Says what is wrong with the answers; empty if nothing.
    QString judge(const QByteArray &request);
    QString judgeAnswer(
        const QByteArray &request, const UdsExpectation &expected, const QByteArray &answer, bool pending) const;
    bool endsRights(const QByteArray &request) const;

    CryptoRuntime m_crypto;
    TestWorld m_world;
    TestPack m_pack{m_world, servicedPack(m_world)};
    Tester m_tester{m_pack, m_world.key(technician)};
    int m_session = 1;
    bool m_rights = false;
    bool m_functional = false;
};

void TestUdsSweep::contexts()
{
    QTest::addColumn<int>("session");
    QTest::addColumn<bool>("rights");
    QTest::addColumn<bool>("functional");
    for (bool rights : {false, true}) {
        for (int session : {1, 2, 3}) {
            for (bool functional : {false, true})
                QTest::addRow("session %d, %s, %s", session, rights ? "authenticated" : "stranger",
                    functional ? "functional" : "physical")
                    << session << rights << functional;
        }
    }
}

bool TestUdsSweep::restore()
{
    if (m_tester.last(QByteArray(1, 0x10) + char(m_session)).left(4)
        != QStringLiteral("50%1").arg(m_session, 2, 10, QLatin1Char('0')))
        return false;
    if (!m_rights)
        return true;
    m_pack.clock.advance(1000); // a stranger may prove himself twice a second
    return m_tester.begin().startsWith(QStringLiteral("690211"))
        && m_tester.last(m_tester.proof()) == QStringLiteral("6903120000");
}

bool TestUdsSweep::endsRights(const QByteArray &request) const
{
    const quint8 service = quint8(request.at(0));
    if ((service != 0x10 && service != 0x29) || request.size() < 2)
        return false;
    const auto expected = expectedOf(request, m_session, m_rights);
    return service == 0x10 ? expected.refusal == 0 : m_rights && expected.refusal != 0x12;
}

QString TestUdsSweep::judgeAnswer(
    const QByteArray &request, const UdsExpectation &expected, const QByteArray &answer, bool pending) const
{
    const quint8 service = quint8(request.at(0));
    if (quint8(answer.at(0)) == 0x7F) {
        if (answer.size() != 3 || quint8(answer.at(1)) != service)
            return QStringLiteral("malformed");
        const quint8 code = quint8(answer.at(2));
        if (m_functional && !pending && silentWhenFunctional(code))
            return QStringLiteral("told to everybody");
        const bool right = expected.refusal != 0 ? code == expected.refusal : expected.allowed.contains(code);
        return right ? QString() : QStringLiteral("another refusal");
    }
    if (!expected.mayBePositive)
        return QStringLiteral("not refused");
    if (quint8(answer.at(0)) != quint8(service + 0x40))
        return QStringLiteral("another service");
    if (hasSubFunction(service) && quint8(answer.at(1)) != (quint8(request.at(1)) & 0x7F))
        return QStringLiteral("another sub-function");
    return {};
}

QString TestUdsSweep::judge(const QByteArray &request)
{
    sim::UdsServer &uds = m_pack.pack->uds();
    const qint64 now = m_pack.clock.monotonicMilliseconds();
    QList<QByteArray> answers = uds.receive(request, m_functional, now);
    if (answers.size() > 1)
        return QStringLiteral("more than one answer");
    const UdsExpectation expected = expectedOf(request, m_session, m_rights);
    const bool pending = uds.hasWork();
    if (pending) {
        // After a response pending, one final answer, whatever was to be suppressed.
        if (answers != QList<QByteArray>{QByteArray(1, 0x7F) + request.at(0) + 0x78})
            return QStringLiteral("no response pending");
        answers = uds.work(now);
        if (answers.size() != 1 || uds.hasWork())
            return QStringLiteral("no final answer");
    }
    if (!answers.isEmpty())
        return judgeAnswer(request, expected, answers.constFirst(), pending);
    const bool mayBeSuppressed = expected.mayBePositive && request.size() > 1 && (request.at(1) & 0x80)
        && hasSubFunction(quint8(request.at(0)));
    if (mayBeSuppressed)
        return {};
    const bool refusedSilently = m_functional
        && (expected.refusal != 0
                ? silentWhenFunctional(expected.refusal)
                : std::any_of(expected.allowed.begin(), expected.allowed.end(), silentWhenFunctional));
    return refusedSilently ? QString() : QStringLiteral("no answer");
}

void TestUdsSweep::case109_everyServiceSubFunctionAndLength_data()
{
    contexts();
}

void TestUdsSweep::case109_everyServiceSubFunctionAndLength()
{
    QFETCH(int, session);
    QFETCH(bool, rights);
    QFETCH(bool, functional);
    m_session = session;
    m_rights = rights;
    m_functional = functional;
    QVERIFY(restore());
    QRandomGenerator random(seed);
    const sim::PackContents before = m_pack.contents();
    const auto stored = allBytes(m_pack.files);
    const Sample unknownServices(8);
    for (int service = 0; service < 256; ++service) {
        const bool known = expectedOf(QByteArray(1, char(service)), session, rights).refusal != 0x11;
        for (int sub = 0; sub < 256; ++sub) {
            if (!known && !unknownServices.takes(sub))
                continue;
            for (int length = 0; length <= longest; ++length) {
                // An unknown service looks at nothing behind it: one tail is enough.
                for (bool zeros : {true, false}) {
                    if (!zeros && (!known || length < 3))
                        continue;
                    QByteArray request(length, '\0');
                    if (length > 0)
                        request[0] = char(service);
                    if (length > 1)
                        request[1] = char(sub);
                    for (int i = 2; !zeros && i < length; ++i)
                        request[i] = char(random.generate());
                    if (length == 0) {
                        QVERIFY(m_pack.pack->uds().receive(request, functional, 0).isEmpty());
                        continue;
                    }
                    // Each end of rights costs two signatures: there the lengths that a frame or a field can have.
                    static const QList<int> lengths{2, 3, 4, 5, 7, 8, 36, 39, 62, 64};
                    const bool costs = rights && endsRights(request);
                    if (costs && (session != 3 || functional) && !lengths.contains(length))
                        continue;
                    if (const QString wrong = judge(request); !wrong.isEmpty())
                        QFAIL(qPrintable(wrong + QStringLiteral(": ") + QString::fromLatin1(request.toHex())));
                    if (endsRights(request))
                        QVERIFY(restore());
                    QCOMPARE(m_pack.pack->uds().session(), session);
                }
            }
        }
    }
    QCOMPARE(m_tester.session().authenticated, rights);
    QCOMPARE(m_pack.contents(), before);
    QCOMPARE(allBytes(m_pack.files), stored);
}

void TestUdsSweep::case109_everyIdentifierAndRoutine_data()
{
    contexts();
}

void TestUdsSweep::case109_everyIdentifierAndRoutine()
{
    QFETCH(int, session);
    QFETCH(bool, rights);
    QFETCH(bool, functional);
    m_session = session;
    m_rights = rights;
    m_functional = functional;
    QVERIFY(restore());
    const sim::PackContents before = m_pack.contents();
    const auto stored = allBytes(m_pack.files);
    const auto ask = [&](const QByteArray &head, int number, const QByteArray &tail) {
        const QByteArray request = head + char(number >> 8) + char(number) + tail;
        const QString wrong = judge(request);
        return wrong.isEmpty() ? QString() : wrong + QStringLiteral(": ") + QString::fromLatin1(request.toHex());
    };
    const Sample sample(8);
    for (int number = 0; number < 0x10000; ++number) {
        // Where there are identifiers and routines, and next to them, every number is asked for.
        const bool near = number < 0x400 || (number >= 0xF100 && number < 0xF200) || number >= 0xFF00;
        if (!near && !sample.takes(number))
            continue;
        for (const char *tail : {"", "00", "F18C"}) {
            if (const QString wrong = ask(QByteArray::fromHex("22"), number, QByteArray::fromHex(tail));
                !wrong.isEmpty())
                QFAIL(qPrintable(wrong));
        }
        for (const char *head : {"3101", "3102", "3103", "3181", "3183"}) {
            for (const QByteArray &tail :
                {QByteArray(), QByteArray(1, '\1'), QByteArray(32, 'n'), QByteArray(33, 'n')}) {
                if (const QString wrong = ask(QByteArray::fromHex(head), number, tail); !wrong.isEmpty())
                    QFAIL(qPrintable(wrong));
            }
        }
        const QString wrong = ask(QByteArray::fromHex("2E"), number, QByteArray(4, '\0'));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    QCOMPARE(m_pack.contents(), before);
    QCOMPARE(allBytes(m_pack.files), stored);
}

QTEST_GUILESS_MAIN(TestUdsSweep)
#include "tst_udssweep.moc"
