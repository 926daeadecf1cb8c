// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/scenario.h"
#include "models/core/pack/packanswers.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/support/goldenpage.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString spaced(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' ').toUpper());
}

QByteArray hash(char letter)
{
    return QByteArray(32, letter);
}

ParameterInfo exampleParameter()
{
    ParameterInfo info;
    info.definition.id = ParameterId::fromTrusted(s("soc.max"));
    info.definition.number = 1;
    info.definition.unit = s("%");
    info.definition.layer = 3;
    info.definition.capability = CapabilityId::fromTrusted(s("set-soc-max"));
    info.definition.silicon = {Milli{20'000}, Milli{100'000}};
    info.definition.defaultValue = Milli{90'000};
    info.charter = {Milli{50'000}, Milli{97'000}};
    info.soft = {Milli{60'000}, Milli{95'000}};
    info.step = Milli{10'000};
    info.stored = {Milli{90'000}, 4, Milli{80'000}, 1'780'086'400};
    return info;
}

struct Value
{
    int did;
    QByteArray encoded;
    std::function<bool(const QByteArray &)> isReadBack; ///< by the console's decoder, to the same
};

template <typename T, typename Decode> std::function<bool(const QByteArray &)> reads(const T &value, Decode decode)
{
    return [value, decode](const QByteArray &bytes) {
        const auto read = decode(bytes);
        return read.ok() && *read == value;
    };
}

QList<Value> values()
{
    QList<Value> list;
    const auto add
        = [&](int did, const QByteArray &encoded, const std::function<bool(const QByteArray &)> &isReadBack) {
              list.append({did, encoded, isReadBack});
          };
    const PackConfiguration configuration{s("NMC"), 96, 2, 8, 100'000, 0x10};
    add(0x0100, configuration.encode(), reads(configuration, PackConfiguration::decode));
    const LifeCycleInfo life{LifeCycle::InService, false, 1'780'000'000, 1'779'999'940};
    add(0x0101, life.encode(), [life](const QByteArray &bytes) {
        const auto read = LifeCycleInfo::decode(bytes);
        return read.ok() && read->state == life.state && read->now == life.now && read->floor == life.floor
            && !read->clockUncertain;
    });
    const QList<RepositorySlot> repository{{s("identity"), s("write-once-read-many"), s("written"), 61, hash('i')},
        {s("device-key"), s("write-once-read-never"), s("written"), 2484, {}}};
    add(0x0102, RepositorySlot::encodeMap(repository), reads(repository, RepositorySlot::decodeMap));
    const RulesVersion policy{7, hash('p'), 1'779'900'000};
    const auto isPolicy = [policy](const QByteArray &bytes) {
        const auto read = RulesVersion::decode(bytes);
        return read.ok() && read->version == policy.version && read->sha256 == policy.sha256
            && read->since == policy.since;
    };
    add(0x0103, policy.encode(), isPolicy);
    const PackCounters counters{12, 3, {{s("below-quorum"), 2}}, {{s("frozen-charge"), 1}}};
    add(0x0105, counters.encode(), reads(counters, PackCounters::decode));
    const QList<WitnessedHead> heads{{hash('r'), {QByteArray(16, 'l'), 41, hash('h')}, hash('d'), false}};
    add(0x0106, WitnessedHead::encodeList(heads), reads(heads, WitnessedHead::decodeList));
    const LockInfo lock{s("active"), false, 1'780'003'600, s("drive"), 0, {}, hash('r'), s("courier.driver")};
    add(0x0107, lock.encode(), reads(lock, LockInfo::decode));
    const QMap<QString, Component> components{{s("cpu"), {s("CPU-0001"), s("CPU-0001"), 1}}};
    add(0x0108, encodeComponents(components), reads(components, decodeComponents));
    const QList<ParameterInfo> table{exampleParameter()};
    add(0x0109, ParameterInfo::encodeTable(table), reads(table, ParameterInfo::decodeTable));
    const SessionInfo session{true, s("service.technician"), s("service"), {s("technician")}, {s("read-cells")}, 900};
    add(0x0110, session.encode(), reads(session, SessionInfo::decode));
    PackLogRecord record{
        1, 1'780'000'000, s("write"), s("service/service.technician: soc.max 90000 to 80000"), hash('q'), 1, {}};
    record.hash = record.hashAfter({});
    const QList<PackLogRecord> log{record};
    add(0x0111, PackLogRecord::encodeList(log), reads(log, PackLogRecord::decodeList));
    const PackKnowledge knowledge{{{hash('k'), s("service issuer"), 5, 1'782'000'000}}, {hash('w')}, hash('n')};
    add(0x0114, knowledge.encode(), reads(knowledge, PackKnowledge::decode));
    const QList<PreventedInstant> instants{
        {s("reverse-at-speed"), 1'780'000'000, -45'000, 0, 355'200, 61'250, 24'500, 38'500}};
    add(0x0115, PreventedInstant::encodeList(instants), reads(instants, PreventedInstant::decodeList));
    return list;
}

} // namespace

/// The worked values of hw/PROTOCOL.md: what the structured identifiers hold, to the byte, and what a pack says of its
/// faults, after actions and for a statement.
class TestPageValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void identifiers();
    void freezeFrame();
    void faults();
    void actions();

private:
    /// "**" on the page: bytes that are others each time.
    void compare(const char *example, const QStringList &actual) const;
    static QString exchange(const QString &request, const QString &answer);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    QMap<QString, QStringList> m_page;
};

void TestPageValues::initTestCase()
{
    m_page = goldenExamples(QStringLiteral(PACKWARDEN_PROTOCOL_PAGE));
}

void TestPageValues::compare(const char *example, const QStringList &actual) const
{
    const QStringList expected = m_page.value(QLatin1String(example));
    QVERIFY2(expected.size() == actual.size(), qPrintable(actual.join(u'\n')));
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QString pattern
            = QRegularExpression::escape(expected.at(i)).replace(s("\\*\\*"), s("(\\*\\*|[0-9A-F]{2}( [0-9A-F]{2})*)"));
        const bool same
            = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(actual.at(i)).hasMatch();
        QVERIFY2(same, qPrintable(s("%1\n%2").arg(QLatin1String(example), actual.at(i))));
    }
}

QString TestPageValues::exchange(const QString &request, const QString &answer)
{
    return s("= %1 -> %2").arg(request, spaced(QByteArray::fromHex(answer.toLatin1())));
}

void TestPageValues::identifiers()
{
    QStringList lines;
    for (const Value &value : values()) {
        lines << s("62 %1 %2 %3")
                     .arg(value.did >> 8, 2, 16, QLatin1Char('0'))
                     .arg(value.did & 0xFF, 2, 16, QLatin1Char('0'))
                     .arg(spaced(value.encoded))
                     .toUpper();
    }
    compare("identifiers", lines);
    if (QTest::currentTestFailed())
        return;
    // What stands on the page is read by the console's decoders to the same values.
    const QStringList page = m_page.value(s("identifiers"));
    const QList<Value> all = values();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QByteArray bytes = QByteArray::fromHex(page.at(i).toLatin1()).mid(3);
        QVERIFY2(all.at(i).isReadBack(bytes), qPrintable(page.at(i)));
        // ... and not where one of them is missing.
        QVERIFY(!all.at(i).isReadBack(bytes.chopped(1)));
    }
}

void TestPageValues::freezeFrame()
{
    FreezeFrame frame;
    frame.fault = {FaultCode::SenseWireOpen, 2};
    frame.severity = FaultSeverity::Stopped;
    frame.quantity = FaultQuantity::Voltage;
    frame.at = 1'780'000'000;
    frame.state = s("fault");
    frame.packMillivolts = 14'600;
    frame.packMilliamps = -1500;
    frame.socMilliPercent = 61'250;
    frame.chargeMilliamps = 0;
    frame.dischargeMilliamps = 40'000;
    frame.insulationKiloOhm = 2000;
    frame.cellTenthMillivolts = {36'512, -1, 36'498, 36'505};
    frame.cellMicroohms = {1510, 1498, 1502, 1505};
    frame.balancing = {1};
    frame.sensorMilliCelsius = {24'500};
    compare("freeze-frame", {spaced(frame.encode())});
    const auto read = FreezeFrame::decode(QByteArray::fromHex(m_page.value(s("freeze-frame")).value(0).toLatin1()));
    QVERIFY(read.ok() && *read == frame);
}

void TestPageValues::faults()
{
    PackState state = servicedPack(m_world);
    TestPack pack(m_world, state);
    pack.options.happenings = {*sim::scenario::fromSpec(s("insulation:::300"))};
    pack.boot();
    const auto run = [&](int steps) {
        for (int i = 0; i < steps; ++i) {
            pack.clock.advance(100);
            pack.pack->advance(pack.clock.monotonicMilliseconds());
        }
    };
    run(20);
    Tester tester(pack, m_world.key(s("service.technician")));
    QStringList lines;
    const auto ask = [&](const char *request) {
        lines << exchange(s(request), tester.last(QByteArray::fromHex(request)));
    };
    ask("19 01 FF");
    ask("19 01 01");
    ask("19 02 08");
    ask("19 02 00");
    ask("19 04 1A 07 00 01");
    QVERIFY(tester.authenticate());
    ask("19 04 1A 07 00 01");
    ask("19 06 1A 07 00 01");
    ask("19 04 1A 07 00 02");
    ask("19 04 1A 01 05 01");
    lines << exchange(s("14 FF FF FF 00 01 **"), tester.act(QByteArray::fromHex("14FFFFFF")));
    ask("19 02 FF");
    run(10);
    ask("19 02 FF");
    compare("faults", lines);
}

void TestPageValues::actions()
{
    TestPack pack(m_world, servicedPack(m_world));
    pack.boot();
    Tester technician(pack, m_world.key(s("service.technician")));
    QVERIFY(technician.authenticate());
    QStringList lines;
    int sequence = 0;
    const auto act = [&](Tester &tester, const char *body) {
        const QString request = s("%1 %2 **").arg(s(body), spaced(QByteArray(1, '\0') + char(++sequence)));
        lines << exchange(request, tester.act(QByteArray::fromHex(body)));
    };
    act(technician, "31 01 02 20");
    act(technician, "31 01 02 30");
    act(technician, "31 01 02 31 09");
    act(technician, "31 01 02 31 01");
    act(technician, "2E 02 04 00 0F 42 40");
    act(technician, "2E 02 04 00 09 27 C0");
    act(technician, "31 01 02 02 01");
    lines << exchange(s("31 03 02 00"), technician.lastHex("31030200"));
    // A module that is isolated keeps the contactors open: another pack.
    TestPack second(m_world, servicedPack(m_world));
    second.boot();
    Tester manager(second, m_world.key(s("courier.fleet-manager")));
    QVERIFY(manager.authenticate());
    sequence = 0;
    act(manager, "31 01 02 02 01");
    act(manager, "31 01 02 03");
    lines << exchange(s("31 01 02 40 6E **"), technician.last(QByteArray::fromHex("31010240") + QByteArray(32, 'n')));
    QCOMPARE(technician.lastHex("1002"), s("5002003201f4"));
    lines << exchange(s("31 01 02 10 A0"), technician.lastHex("31010210A0"));
    lines << exchange(s("31 01 02 11"), technician.lastHex("31010211"));
    compare("actions", lines);
}

QTEST_GUILESS_MAIN(TestPageValues)
#include "tst_pagevalues.moc"
