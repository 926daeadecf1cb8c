// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cose/authentication.h"
#include "models/core/judge/timedocument.h"
#include "models/core/pack/packanswers.h"
#include "models/core/pack/statement.h"
#include "tests/models/core/judge/judgetest.h"

using namespace packwarden;
using namespace packwarden::test;

namespace {

/// Bytes that say the whole content of a value again after reading it, or nothing if they were refused.
using Reread = std::function<std::optional<QByteArray>(const QByteArray &)>;

struct Sample
{
    QByteArray bytes;
    Reread reread;
};

template <typename T> Sample sample(const T &value)
{
    return {value.encode(), [](const QByteArray &bytes) -> std::optional<QByteArray> {
                const auto read = T::decode(bytes);
                return read.ok() ? std::optional(read->encode()) : std::nullopt;
            }};
}

template <typename List, typename Decode, typename Encode>
Sample sampleList(const List &list, Decode decode, Encode encode)
{
    return {encode(list), [=](const QByteArray &bytes) -> std::optional<QByteArray> {
                const auto read = decode(bytes);
                return read.ok() ? std::optional(encode(*read)) : std::nullopt;
            }};
}

DocumentHead head()
{
    DocumentHead made;
    made.id = QByteArray(16, 'i');
    made.created = TestWorld::now;
    made.expires = TestWorld::now + TestWorld::day;
    made.author = QByteArray(32, 'a');
    made.title = text("Title");
    made.reason = text("Reason");
    return made;
}

Command command(CommandKind kind)
{
    Command made;
    made.head = head();
    made.kind = kind;
    made.packs = {{PackSerial::fromTrusted(text("SDB-TEST-0001")), 4}};
    if (kind == CommandKind::TheftUnlock)
        made.lock = QByteArray(32, 'l');
    if (kind == CommandKind::ReplaceComponent) {
        made.slot = text("flash");
        made.component = text("FLASH-0002");
    }
    if (kind == CommandKind::Tighten) {
        made.parameter = parameterId("soc.max");
        made.to = Milli{85000};
    }
    return made;
}

ProvisionDocument provision(ProvisionStep step)
{
    ProvisionDocument made;
    made.head = head();
    made.serial = PackSerial::fromTrusted(text("SDB-TEST-0001"));
    made.step = step;
    if (step == ProvisionStep::Pair)
        made.components = {{text("cpu"), text("CPU-0001")}};
    if (step == ProvisionStep::Limits) {
        made.datasheet = "sheet";
        made.silicon.hardware = text("nmc-96s2p");
        made.silicon.parameters = {{parameterId("soc.max"), 1, text("%"), 3, capabilityId("set-soc-max"),
            {Milli{0}, Milli{100000}}, Milli{90000}, Stricter::Lower}};
        made.silicon.layers = {{capabilityId("set-soc-max"), 3}};
    }
    if (step == ProvisionStep::Foundation) {
        made.foundation.layers = {{1, {1, 1}}, {2, {1, 1}}, {3, {2, 2}}, {4, {3, 3}}};
        made.foundation.amendments = {{text("amend"), {seatOf("owner", "asset-manager")}}};
    }
    if (step == ProvisionStep::DeviceCertificate)
        made.deviceChain = {"leaf", "authority"};
    return made;
}

Statement statement()
{
    Statement made;
    made.serial = PackSerial::fromTrusted(text("SDB-TEST-0001"));
    made.nonce = QByteArray(32, 'n');
    made.hardware = text("nmc-96s2p");
    made.lifeCycle.state = LifeCycle::InService;
    made.lifeCycle.now = TestWorld::now;
    made.lifeCycleRevision = 3;
    made.charter = {1, QByteArray(32, 'c'), TestWorld::now};
    made.policy = {2, QByteArray(32, 'p'), TestWorld::now};
    made.values = {{parameterId("soc.max"), {Milli{90000}, 2, Milli{85000}, TestWorld::now + 9}},
        {parameterId("charge.temperature.min"), {Milli{-5000}, 1, {}, 0}}};
    made.lock = {true, 5, QByteArray(32, 'd'), QByteArray(32, 'r'), text("leasing.asset-manager"), TestWorld::now};
    made.activation = {text("drive"), 3600, QByteArray(32, 'r'), text("courier.driver"), roleId("driver")};
    made.components = {{text("cpu"), {text("CPU-0001"), text("CPU-0002"), 1}}};
    made.refusals = {{text("below-quorum"), 3}};
    made.at = TestWorld::now;
    made.logCount = 7;
    made.logHash = QByteArray(32, 'h');
    made.siliconSha256 = QByteArray(32, 's');
    made.foundationSha256 = QByteArray(32, 'f');
    return made;
}

Statement statementOfVersion1()
{
    Statement made = statement();
    made.version = 1;
    made.siliconSha256.clear();
    made.foundationSha256.clear();
    return made;
}

Receipt receipt(int version)
{
    Receipt made;
    made.version = version;
    made.document = QByteArray(32, 'd');
    made.serial = PackSerial::fromTrusted(text("SDB-TEST-0001"));
    made.applied = {{parameterId("soc.max"), Milli{85000}, 2}};
    made.counted = {QByteArray(32, 'l')};
    made.policyVersion = 2;
    made.at = TestWorld::now;
    made.logCount = 7;
    made.logHash = QByteArray(32, 'h');
    if (version > 1) {
        made.siliconSha256 = QByteArray(32, 's');
        made.foundationSha256 = QByteArray(32, 'f');
    }
    return made;
}

std::map<QString, Sample> samples()
{
    std::map<QString, Sample> all;
    for (int kind = 0; kind <= int(CommandKind::Decommission); ++kind)
        all[QString(commandName(CommandKind(kind)))] = sample(command(CommandKind(kind)));
    for (int step = 0; step <= int(ProvisionStep::Seal); ++step)
        all[QString(provisionStepName(ProvisionStep(step)))] = sample(provision(ProvisionStep(step)));
    all[text("time")]
        = sample(TimeDocument{PackSerial::fromTrusted(text("SDB-TEST-0001")), QByteArray(32, 'n'), TestWorld::now});
    all[text("statement")] = sample(statement());
    all[text("receipt")] = sample(receipt(2));
    all[text("receipt, version 1")] = sample(receipt(1));
    all[text("statement, version 1")] = sample(statementOfVersion1());
    CellDataSheet sheet{
        text("NMC"), text("Maker"), text("B-1"), {{parameterId("cell.voltage.max"), {Milli{1}, Milli{2}}}}};
    all[text("data sheet")] = sample(sheet);
    PackCounters counters{3, 4, {{text("expired"), 5}}, {{text("cold-cell"), 6}}};
    all[text("counters")] = sample(counters);
    LockInfo lock{text("theft-locked"), true, 0, {}, 5, QByteArray(32, 'd'), QByteArray(32, 'r'), text("a.person")};
    all[text("lock info")] = sample(lock);
    SessionInfo session{true, text("a.person"), text("leasing"), {text("asset-manager")}, {text("theft-lock")}, 90};
    all[text("session")] = sample(session);
    PackKnowledge knowledge{
        {{QByteArray(32, 'k'), text("leasing root"), 4, TestWorld::now}}, {QByteArray(32, 'w')}, QByteArray(32, 'n')};
    all[text("knowledge")] = sample(knowledge);
    all[text("components")]
        = sampleList(statement().components, decodeComponents, [](const auto &c) { return encodeComponents(c); });
    all[text("repository")] = sampleList(
        QList<RepositorySlot>{{text("silicon"), text("write-once-read-many"), text("written"), 9, QByteArray(32, 's')},
            {text("device-key"), text("write-once-read-never"), text("empty"), 0, {}}},
        RepositorySlot::decodeMap, RepositorySlot::encodeMap);
    all[text("heads")] = sampleList(QList<WitnessedHead>{{QByteArray(32, 'r'),
                                        {QByteArray(16, 'l'), 4, QByteArray(32, 'h')}, QByteArray(32, 'd'), true}},
        WitnessedHead::decodeList, WitnessedHead::encodeList);
    all[text("pack log")]
        = sampleList(QList<PackLogRecord>{{8, 100, text("request"), {}, QByteArray(32, 'd'), 1, QByteArray(32, 'h')},
                         {9, 101, text("expired"), text("late"), {}, 3, QByteArray(32, 'i')}},
            PackLogRecord::decodeList, PackLogRecord::encodeList);
    return all;
}

/// Every map inside a value, by the way to it, changed by edit; results that differ from the original.
QList<QByteArray> edits(const QCborValue &value, const std::function<QList<QCborMap>(const QCborMap &)> &edit)
{
    QList<QByteArray> results;
    const std::function<void(const QCborValue &, const std::function<QCborValue(QCborValue)> &)> visit
        = [&](const QCborValue &at, const std::function<QCborValue(QCborValue)> &wrap) {
              if (at.isMap()) {
                  const QCborMap map = at.toMap();
                  for (const QCborMap &changed : edit(map))
                      results.append(cbor::encode(wrap(changed)));
                  for (auto it = map.begin(); it != map.end(); ++it) {
                      const QCborValue key = it.key();
                      visit(QCborValue(it.value()), [=](const QCborValue &inner) {
                          QCborMap outer = map;
                          outer[key] = inner;
                          return wrap(outer);
                      });
                  }
              } else if (at.isArray()) {
                  const QCborArray array = at.toArray();
                  for (qsizetype i = 0; i < array.size(); ++i) {
                      visit(array.at(i), [=](const QCborValue &inner) {
                          QCborArray outer = array;
                          outer[i] = inner;
                          return wrap(outer);
                      });
                  }
              }
          };
    visit(value, [](const QCborValue &whole) { return whole; });
    return results;
}

} // namespace

/// What is written is read again, and nothing else is.
class TestPayloads final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data() { rows(); }
    void roundTrips();
    void unknownKeysAreRefused_data() { rows(); }
    void unknownKeysAreRefused();
    void missingKeysAreRefused_data() { rows(); }
    void missingKeysAreRefused();
    void otherTypesAreRefused_data() { rows(); }
    void otherTypesAreRefused();
    void truncationIsRefused_data() { rows(); }
    void truncationIsRefused();
    void wrongContents_data();
    void wrongContents();
    void proofsNameEverything_data();
    void proofsNameEverything();
    void logRecordsAreChained();

private:
    static void rows()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, sample] : samples())
            QTest::newRow(qPrintable(name)) << name;
    }
    /// Refused, or read as what the bytes say and no more.
    static void checkRefused(const Sample &sample, const QList<QByteArray> &changed, bool mapsOfNames)
    {
        for (const QByteArray &bytes : changed) {
            const auto again = sample.reread(bytes);
            // A map from names may lose or gain a name; then what is read is exactly that.
            QVERIFY2(!again || (mapsOfNames && *again == bytes), bytes.toHex().constData());
        }
    }
};

void TestPayloads::roundTrips()
{
    QFETCH(QString, name);
    const Sample sample = samples().at(name);
    const auto again = sample.reread(sample.bytes);
    QVERIFY(again);
    QCOMPARE(*again, sample.bytes);
    QVERIFY(cbor::checkCanonical(sample.bytes).ok());
}

void TestPayloads::unknownKeysAreRefused()
{
    QFETCH(QString, name);
    const Sample sample = samples().at(name);
    const auto changed = edits(QCborValue::fromCbor(sample.bytes), [](QCborMap map) {
        map.insert(text("zz"), QCborValue(QCborMap{{1, 2}}));
        return QList<QCborMap>{map};
    });
    QVERIFY(!changed.isEmpty());
    checkRefused(sample, changed, false);
}

void TestPayloads::missingKeysAreRefused()
{
    QFETCH(QString, name);
    const Sample sample = samples().at(name);
    const auto changed = edits(QCborValue::fromCbor(sample.bytes), [](const QCborMap &map) {
        QList<QCborMap> without;
        for (auto it = map.begin(); it != map.end(); ++it) {
            QCborMap less = map;
            less.remove(it.key());
            without.append(less);
        }
        return without;
    });
    checkRefused(sample, changed, true);
}

void TestPayloads::otherTypesAreRefused()
{
    QFETCH(QString, name);
    const Sample sample = samples().at(name);
    const auto changed = edits(QCborValue::fromCbor(sample.bytes), [](const QCborMap &map) {
        QList<QCborMap> others;
        for (auto it = map.begin(); it != map.end(); ++it) {
            for (const QCborValue &other : {QCborValue(true), QCborValue(text("x y")), QCborValue(QByteArray("xyz")),
                     QCborValue(-7), QCborValue(QCborArray{QCborArray{}})}) {
                if (other.type() == QCborValue(it.value()).type()
                    || (other.isBool() && QCborValue(it.value()).isBool()))
                    continue;
                QCborMap changedMap = map;
                changedMap[it.key()] = other;
                others.append(changedMap);
            }
        }
        return others;
    });
    checkRefused(sample, changed, false);
}

void TestPayloads::truncationIsRefused()
{
    QFETCH(QString, name);
    const Sample sample = samples().at(name);
    for (qsizetype length = 0; length < sample.bytes.size(); ++length)
        QVERIFY(!sample.reread(sample.bytes.left(length)));
    QVERIFY(!sample.reread(sample.bytes + '\0'));
}

void TestPayloads::wrongContents_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *what, const char *name, const QByteArray &from, const QByteArray &to) {
        QTest::newRow(what) << text(name) << from << to;
    };
    row("another version", "time", QByteArray("\x61v\x01", 3), QByteArray("\x61v\x02", 3));
    row("another type", "time", "time", "tyme");
    row("a serial in small letters", "time", "SDB", "sdb");
    row("a negative time", "time", QByteArray("\x64time\x1a", 6), QByteArray("\x64time\x3a", 6));
    row("a command that is none", "tighten", "tighten", "tightex");
    row("a parameter with capitals", "tighten", "soc.max", "soc.MAX");
    row("a component with a control character", "replace-component", "FLASH-0002", "FLASH\t0002");
    row("a step that is none", "seal", "seal", "heal");
    row("a slot of no kind", "repository", "write-once-read-many", "write-once-read-more");
    row("a slot in no state", "repository", "written", "smitten");
    row("two slots of one name", "repository", "device-key", "silicon\0\0\0");
    row("a lock in no state", "lock info", "theft-locked", "theft-licked");
    row("a life cycle that is none", "statement", "in-service", "in-servize");
    row("a clock that is neither", "statement", "sure", "sore");
    row("version 2 that says it is version 1", "statement", QByteArray("\x61v\x02", 3), QByteArray("\x61v\x01", 3));
    row("version 1 that says it is version 2", "statement, version 1", QByteArray("\x61v\x01", 3),
        QByteArray("\x61v\x02", 3));
    row("a version that is yet to come", "statement", QByteArray("\x61v\x02", 3), QByteArray("\x61v\x03", 3));
    row("a receipt of version 2 that says it is version 1", "receipt", QByteArray("\x61v\x02", 3),
        QByteArray("\x61v\x01", 3));
    row("a receipt of a version that is yet to come", "receipt", QByteArray("\x61v\x02", 3),
        QByteArray("\x61v\x03", 3));
    row("limits named by half a hash", "statement", QByteArray("\x67silicon\x58\x20", 10) + QByteArray(32, 's'),
        QByteArray("\x67silicon\x50", 9) + QByteArray(16, 's'));
    row("a component that says otherwise", "components", "foreign", "missing");
    row("a gap in the log", "pack log", QByteArray("number\x09", 7), QByteArray("number\x0a", 7));
    row("a record that never happened", "pack log", QByteArray("count\x03", 6), QByteArray("count\x00", 6));
    row("a record before the first", "pack log", QByteArray("number\x08", 7), QByteArray("number\x00", 7));
}

void TestPayloads::wrongContents()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const Sample sample = samples().at(name);
    QVERIFY(sample.bytes.contains(from));
    QByteArray changed = sample.bytes;
    changed.replace(from, to);
    QVERIFY(!sample.reread(changed));
}

void TestPayloads::proofsNameEverything_data()
{
    QTest::addColumn<int>("field");
    int number = 0;
    for (const char *field : {"case 97: the client's challenge", "case 98: the server's challenge", "the client",
             "case 108: the server", "case 99: the pack", "the session"})
        QTest::newRow(field) << number++;
}

void TestPayloads::proofsNameEverything()
{
    QFETCH(int, field);
    const authentication::Exchange exchange{QByteArray(32, '1'), QByteArray(32, '2'), QByteArray(32, '3'),
        QByteArray(32, '4'), PackSerial::fromTrusted(text("SDB-TEST-0001")), 3};
    authentication::Exchange other = exchange;
    switch (field) {
    case 0:
        other.challengeClient[31] = 'x';
        break;
    case 1:
        other.challengeServer[31] = 'x';
        break;
    case 2:
        other.clientLeaf[0] = 'x';
        break;
    case 3:
        other.serverLeaf[0] = 'x';
        break;
    case 4:
        other.serial = PackSerial::fromTrusted(text("SDB-TEST-0002"));
        break;
    default:
        other.session = 1;
        break;
    }
    using namespace authentication;
    QVERIFY(clientProof(other) != clientProof(exchange));
    QVERIFY(serverProof(other) != serverProof(exchange));
    // Case 100: what one side signs is never what the other side would.
    QVERIFY(clientProof(exchange) != serverProof(exchange));
    const QByteArray once = action(exchange.serial, exchange.challengeServer, 1, "request");
    QVERIFY(once != action(exchange.serial, exchange.challengeServer, 2, "request"));
    QVERIFY(once != action(exchange.serial, exchange.challengeServer, 1, "Request"));
    QVERIFY(once != action(exchange.serial, exchange.challengeClient, 1, "request"));
    QVERIFY(once != action(PackSerial::fromTrusted(text("SDB-TEST-0002")), exchange.challengeServer, 1, "request"));
}

void TestPayloads::logRecordsAreChained()
{
    const PackLogRecord record{8, 100, text("request"), text("soc.max"), QByteArray(32, 'd'), 1, {}};
    const QByteArray hash = record.hashAfter(QByteArray(32, 'p'));
    QCOMPARE(hash.size(), 32);
    QVERIFY(hash != record.hashAfter(QByteArray(32, 'q')));
    for (int field = 0; field < 6; ++field) {
        PackLogRecord other = record;
        (field == 0 ? other.number : field == 1 ? other.at : other.count) += field < 3 ? 1 : 0;
        if (field == 3)
            other.action = text("policy");
        if (field == 4)
            other.detail.clear();
        if (field == 5)
            other.document.clear();
        QVERIFY(other.hashAfter(QByteArray(32, 'p')) != hash);
    }
}

QTEST_APPLESS_MAIN(TestPayloads)
#include "tst_payloads.moc"
