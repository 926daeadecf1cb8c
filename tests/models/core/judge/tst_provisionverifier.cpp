// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/judge/judgetest.h"

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr qint64 now = TestWorld::now;
constexpr qint64 day = TestWorld::day;

struct Row
{
    PackState pack;
    ProvisionDocument document;
    QString author = who::maker;
    QStringList approvers;
    std::function<void(CoseSign &)> spoil = [](CoseSign &) {
    };
    std::optional<Code> expected;
};

using Change = std::function<void(Row &)>;

void nothing(Row &) { }

Range range(qint64 min, qint64 max)
{
    return {Milli{min}, Milli{max}};
}

ParameterDefinition definition(const char *id, int number, Range silicon, qint64 value)
{
    return {
        parameterId(id), number, text("V"), 4, capabilityId("set-something"), silicon, Milli{value}, Stricter::Lower};
}

SiliconLimits nmc()
{
    SiliconLimits silicon;
    silicon.hardware = text("nmc-96s2p");
    silicon.parameters = {definition("soc.max", 1, range(20000, 100000), 90000),
        definition("cell.voltage.max", 3, range(3600, 4300), 4200),
        definition("cell.voltage.min", 4, range(2500, 3400), 3000),
        definition("cell.temperature.max", 5, range(30000, 65000), 58000),
        definition("charge.temperature.min", 6, range(-20000, 20000), 0),
        definition("charge.temperature.max", 7, range(20000, 55000), 45000)};
    return silicon;
}

CellDataSheet nmcSheet()
{
    CellDataSheet sheet;
    sheet.chemistry = text("NMC");
    sheet.maker = text("A maker");
    sheet.batch = text("B-1");
    sheet.bounds
        = {{parameterId("cell.voltage.max"), range(3600, 4300)}, {parameterId("cell.voltage.min"), range(2500, 3400)},
            {parameterId("cell.temperature.max"), range(30000, 65000)},
            {parameterId("charge.temperature.min"), range(-20000, 20000)},
            {parameterId("charge.temperature.max"), range(20000, 55000)}};
    return sheet;
}

Foundation wholeFoundation()
{
    const Seat owner = seatOf("owner", "asset-manager");
    const Seat cellData = seatOf("cell-data", "specialist");
    const Seat platform = seatOf("platform", "platform-engineer");
    Foundation foundation;
    foundation.layers = {{1, {1, 1}}, {2, {1, 1}}, {3, {2, 2}}, {4, {3, 3}}};
    for (const char *kind : {"amend", "admit-party", "remove-party", "rotate-root", "handover"})
        foundation.amendments.insert(text(kind), {owner, cellData, platform});
    foundation.amendments.insert(text("transfer-ownership"), {owner, platform});
    return foundation;
}

} // namespace

/// A pack is made: step after step, by people of its manufacturer, and sealed only when it is whole.
class TestProvision final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void fromBlankToSealed();
    void deliveredTwice();
    void case20ChangedBytes();

private:
    void add(const char *name, std::optional<Code> expected, ProvisionStep step, const Change &change);
    /// A pack that waits for this step.
    PackState waitingFor(ProvisionStep step);
    ProvisionDocument document(ProvisionStep step);
    QByteArray sheet(
        const CellDataSheet &sheet, const QString &by = who::maker, const char *type = contenttype::datasheet)
    {
        return CoseSign1::make(type, sheet.encode(), *m_world.key(by), now - 5)->encode();
    }
    Change sheetWith(const std::function<void(CellDataSheet &)> &change)
    {
        return [=, this](Row &row) {
            CellDataSheet other = nmcSheet();
            change(other);
            row.document.datasheet = sheet(other);
        };
    }
    Change alsoSignedBy(const TestWorld::Leaf &leaf)
    {
        return [=, this](Row &row) {
            row.approvers.removeLast();
            const auto key = m_world.makeKey(leaf);
            row.spoil = [key](CoseSign &d) {
                QVERIFY(d.addSignature(*key, Meaning::Approve, now, someLog()).ok());
            };
        };
    }
    void pairing();
    void limits();
    void foundations();
    void devices();
    void seals();

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::map<QString, Row> m_rows;
};

PackState TestProvision::waitingFor(ProvisionStep step)
{
    PackState pack;
    pack.serial = PackSerial::fromTrusted(text("SDB-TEST-0001"));
    pack.now = now;
    pack.manufacturerRoot = m_world.root(text("manufacturer")).der;
    pack.crls = {m_world.crl(text("manufacturer"))};
    pack.lifeCycle = LifeCycle::Identified;
    pack.components = {{text("cpu"), {{}, text("CPU-0001"), 0}}, {text("flash"), {{}, text("FLASH-0001"), 0}}};
    if (step == ProvisionStep::Pair)
        return pack;
    pack.lifeCycle = LifeCycle::Paired;
    for (Component &component : pack.components)
        component = {component.found, component.found, 1};
    if (step == ProvisionStep::Limits)
        return pack;
    pack.lifeCycle = LifeCycle::Limited;
    pack.silicon = nmc();
    pack.dataSheet = sheet(nmcSheet());
    if (step == ProvisionStep::Foundation)
        return pack;
    pack.foundation = wholeFoundation();
    if (step == ProvisionStep::DeviceCertificate)
        return pack;
    const PackState whole = servedPack(m_world);
    pack.deviceChain = {m_world.deviceKey()->leaf().der};
    pack.lifeCycle = LifeCycle::Chartered;
    pack.charter = whole.charter;
    pack.policy = whole.policy;
    pack.silicon = whole.silicon;
    pack.crls = whole.crls;
    pack.charterDocument = sha256("charter");
    const QList<Seat> all{
        seatOf("owner", "asset-manager"), seatOf("cell-data", "specialist"), seatOf("platform", "platform-engineer")};
    for (const char *capability : {"change-policy", "change-policy-physical"}) {
        pack.policy.seats.insert(capabilityId(capability), {all, {}, {}, {}});
        grant(pack, capability, all);
    }
    pack.isProtected = step == ProvisionStep::Seal;
    return pack;
}

ProvisionDocument TestProvision::document(ProvisionStep step)
{
    ProvisionDocument made;
    made.head = headBy(m_world, who::maker);
    made.serial = PackSerial::fromTrusted(text("SDB-TEST-0001"));
    made.step = step;
    if (step == ProvisionStep::Pair)
        made.components = {{text("cpu"), text("CPU-0001")}, {text("flash"), text("FLASH-0001")}};
    if (step == ProvisionStep::Limits) {
        made.silicon = nmc();
        made.datasheet = sheet(nmcSheet());
    }
    if (step == ProvisionStep::Foundation)
        made.foundation = wholeFoundation();
    if (step == ProvisionStep::DeviceCertificate)
        made.deviceChain = {m_world.deviceKey()->leaf().der};
    return made;
}

void TestProvision::add(const char *name, std::optional<Code> expected, ProvisionStep step, const Change &change)
{
    Row row;
    row.pack = waitingFor(step);
    row.document = document(step);
    row.approvers = {who::maker2};
    if (ProvisionDocument::approvalsNeeded(step) == 2)
        row.approvers.prepend(who::maker);
    row.expected = expected;
    change(row);
    row.document.head.author = headBy(m_world, row.author.isEmpty() ? who::maker : row.author).author;
    m_rows.insert_or_assign(text(name), row);
    QTest::newRow(name) << text(name);
}

void TestProvision::pairing()
{
    constexpr auto step = ProvisionStep::Pair;
    add("pair: by one", {}, step, nothing);
    add("pair: by its author", {}, step, [](Row &r) { r.approvers = {who::maker}; });
    add("pair: case 1: by nobody", Code::BelowQuorum, step, [](Row &r) { r.approvers.clear(); });
    add("pair: no author", Code::Malformed, step, [](Row &r) { r.author.clear(); });
    add("pair: authored by another party", Code::Malformed, step, [](Row &r) { r.author = who::leasing; });
    add("pair: approved by another party", Code::UnknownIssuer, step, [](Row &r) { r.approvers = {who::leasing}; });
    add("pair: case 33: approved by a stranger", Code::UnknownIssuer, step,
        [](Row &r) { r.approvers = {text("stranger.engineer-manufacturer")}; });
    add("pair: case 34: revoked", Code::CertificateRevoked, step,
        [this](Row &r) { r.pack.crls = {m_world.crl(text("manufacturer"), {m_world.key(who::maker2)->leaf()}, 2)}; });
    add("pair: case 34: no list", Code::Malformed, step, [](Row &r) { r.pack.crls.clear(); });
    add("pair: case 34: a list a second too old", Code::Malformed, step,
        [this](Row &r) { r.pack.crls = {m_world.crl(text("manufacturer"), {}, 2, now - day, now - 1)}; });
    add("pair: a key its issuer made", Code::SignerNotAuthorised, step, [this](Row &r) {
        TestWorld::Leaf leaf{
            text("manufacturer"), text("manufacturer.new"), text("engineer-manufacturer"), text("other")};
        leaf.issuerGenerated = true;
        alsoSignedBy(leaf)(r);
    });
    add("pair: case 35: a device approves", Code::Malformed, step, [this](Row &r) {
        r.approvers.clear();
        const auto key = m_world.deviceKey();
        r.spoil = [key](CoseSign &d) {
            QVERIFY(d.addSignature(*key, Meaning::Approve, now, someLog()).ok());
        };
    });
    add("pair: case 10: another pack", Code::WrongPack, step,
        [](Row &r) { r.document.serial = PackSerial::fromTrusted(text("SDB-TEST-0002")); });
    add("pair: before it has a name", Code::WrongState, step, [](Row &r) { r.pack.lifeCycle = LifeCycle::Blank; });
    add("pair: twice", Code::WrongState, step, [](Row &r) { r.pack.lifeCycle = LifeCycle::Paired; });
    add("pair: after the seal", Code::WrongState, step, [](Row &r) { r.pack.lifeCycle = LifeCycle::Sealed; });
    add("pair: case 129: uncertain clock", Code::TimeUncertain, step, [](Row &r) { r.pack.clockUncertain = true; });
    add("pair: case 16: expired", Code::Expired, step, [](Row &r) {
        r.document.head.created = now - 20;
        r.document.head.expires = now;
    });
    add("pair: case 17: from the future", Code::NotYetValid, step, [](Row &r) { r.document.head.created = now + 400; });
    add("pair: nothing", Code::Malformed, step, [](Row &r) { r.document.components.clear(); });
    add("pair: case 24: signed as a command", Code::UnknownType, step, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.contentType = contenttype::command;
        };
    });
    add("pair: one changed signature", Code::SignatureInvalid, step, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.signatures[1].signature[3] = char(d.signatures[1].signature[3] ^ 16);
        };
    });
    add("pair: case 3: a bad extra approval", {}, step, [](Row &r) { r.approvers = {who::maker2, who::leasing}; });
    add("pair: withdrawn by its author", Code::Withdrawn, step, [this](Row &r) {
        r.pack.withdrawals = {{{}, now + day, m_world.root(text("manufacturer")).sha256, who::maker}};
    });
    add("pair: no manufacturer burned in", Code::Malformed, step, [](Row &r) { r.pack.manufacturerRoot.clear(); });
}

void TestProvision::limits()
{
    constexpr auto step = ProvisionStep::Limits;
    add("limits: by two", {}, step, nothing);
    add("limits: case 2: by one", Code::BelowQuorum, step, [](Row &r) { r.approvers = {who::maker2}; });
    add("limits: case 4: by one, twice", Code::SignerRepeated, step, [](Row &r) {
        r.approvers = {who::maker2, who::maker2};
    });
    const QString role = text("engineer-manufacturer");
    add("limits: case 5: one key under two names", Code::SignerRepeated, step,
        alsoSignedBy({text("manufacturer"), text("manufacturer.third"), role, who::maker}));
    add("limits: case 6: one person with two keys", Code::SignerRepeated, step,
        alsoSignedBy({text("manufacturer"), who::maker, role, text("other")}));
    add("limits: a third person", {}, step,
        alsoSignedBy({text("manufacturer"), text("manufacturer.third"), role, text("other")}));
    add("limits: before the pairing", Code::WrongState, step, [](Row &r) { r.pack.lifeCycle = LifeCycle::Identified; });
    add("limits: twice", Code::WrongState, step, [](Row &r) { r.pack.lifeCycle = LifeCycle::Limited; });
    add("limits: case 24: a sheet of another type", Code::UnknownType, step,
        [this](Row &r) { r.document.datasheet = sheet(nmcSheet(), who::maker, contenttype::statement); });
    add("limits: no sheet", Code::Malformed, step, [](Row &r) { r.document.datasheet = "?"; });
    add("limits: a changed sheet", Code::SignatureInvalid, step, [](Row &r) {
        auto sheet = CoseSign1::decode(r.document.datasheet);
        QVERIFY(sheet.ok());
        sheet->payload.replace("B-1", "B-2");
        r.document.datasheet = sheet->encode();
    });
    add("limits: a sheet by another party", Code::UnknownIssuer, step,
        [this](Row &r) { r.document.datasheet = sheet(nmcSheet(), who::cell); });
    add("limits: a sheet by somebody revoked since", Code::CertificateRevoked, step, [this](Row &r) {
        const QString third = text("manufacturer.third");
        const auto key = m_world.makeKey({text("manufacturer"), third, text("engineer-manufacturer"), text("other")});
        r.document.datasheet = CoseSign1::make(contenttype::datasheet, nmcSheet().encode(), *key, now - 5)->encode();
        r.pack.crls = {m_world.crl(text("manufacturer"), {key->leaf()}, 2)};
    });
    add("limits: a chemistry that nobody knows", Code::AboveSiliconLimit, step,
        sheetWith([](CellDataSheet &s) { s.chemistry = text("NMC "); }));
    add("limits: an NMC sheet called LFP", Code::AboveSiliconLimit, step,
        sheetWith([](CellDataSheet &s) { s.chemistry = text("LFP"); }));
    const auto bound = [this](const char *id, qint64 min, qint64 max) {
        return sheetWith([=](CellDataSheet &s) { s.bounds[parameterId(id)] = range(min, max); });
    };
    add("limits: a sheet at the chemistry's bounds", {}, step, bound("cell.voltage.max", 3000, 4350));
    add("limits: a sheet above the chemistry", Code::AboveSiliconLimit, step, bound("cell.voltage.max", 3600, 4351));
    add("limits: case 27: a sheet of 5.25 V", Code::AboveSiliconLimit, step, bound("cell.voltage.max", 3600, 5250));
    add("limits: a sheet below the chemistry", Code::AboveSiliconLimit, step, bound("cell.voltage.min", 1999, 3400));
    add("limits: case 28: a sheet in Fahrenheit", Code::AboveSiliconLimit, step,
        bound("cell.temperature.max", 30000, 149000));
    add("limits: above the sheet", Code::AboveSiliconLimit, step, bound("cell.voltage.max", 3600, 4299));
    add("limits: below the sheet", Code::AboveSiliconLimit, step, bound("cell.voltage.min", 2501, 3400));
    add("limits: warmer than the sheet", Code::AboveSiliconLimit, step, bound("charge.temperature.max", 20000, 54999));
    add("limits: a sheet that says nothing of the voltage", Code::AboveSiliconLimit, step,
        sheetWith([](CellDataSheet &s) { s.bounds.remove(parameterId("cell.voltage.max")); }));
    add("limits: a sheet that says more", Code::AboveSiliconLimit, step,
        sheetWith([](CellDataSheet &s) { s.bounds[parameterId("soc.max")] = range(30000, 90000); }));
    add("limits: without the voltage", Code::Malformed, step,
        [](Row &r) { r.document.silicon.parameters.removeAt(1); });
    add("limits: one parameter twice", Code::Malformed, step,
        [](Row &r) { r.document.silicon.parameters.append(definition("soc.max", 20, range(0, 100000), 90000)); });
    add("limits: one number twice", Code::Malformed, step,
        [](Row &r) { r.document.silicon.parameters.append(definition("soc.mox", 1, range(0, 100000), 90000)); });
    add("limits: for no kind of pack", Code::Malformed, step, [](Row &r) { r.document.silicon.hardware.clear(); });
    add("limits: case 28: an inverted pair", Code::Malformed, step,
        [](Row &r) { r.document.silicon.parameters[1].silicon = range(4300, 3600); });
    add("limits: a default outside", Code::Malformed, step,
        [](Row &r) { r.document.silicon.parameters[1].defaultValue = Milli{4301}; });
}

void TestProvision::foundations()
{
    constexpr auto step = ProvisionStep::Foundation;
    add("foundation: by two", {}, step, nothing);
    add("foundation: case 2: by one", Code::BelowQuorum, step, [](Row &r) { r.approvers = {who::maker}; });
    add("foundation: before the limits", Code::WrongState, step, [](Row &r) { r.pack.lifeCycle = LifeCycle::Paired; });
    add("foundation: twice", Code::WrongState, step, [](Row &r) { r.pack.foundation = wholeFoundation(); });
    for (int layer = 1; layer <= 4; ++layer) {
        const QByteArray name = "foundation: case 7: without layer " + QByteArray::number(layer);
        add(name.constData(), Code::Malformed, step, [=](Row &r) { r.document.foundation.layers.remove(layer); });
    }
    add("foundation: case 7: no seats", Code::Malformed, step, [](Row &r) {
        r.document.foundation.layers[1] = {0, 1};
    });
    add("foundation: case 7: no parties", Code::Malformed, step, [](Row &r) {
        r.document.foundation.layers[1] = {1, 0};
    });
    add("foundation: case 7: minus one", Code::Malformed, step, [](Row &r) {
        r.document.foundation.layers[3] = {-1, 1};
    });
    add("foundation: case 7: 2^31 - 1", Code::Malformed, step, [](Row &r) {
        r.document.foundation.layers[3] = {INT32_MAX, 1};
    });
    for (const char *kind : {"amend", "admit-party", "remove-party", "rotate-root", "handover", "transfer-ownership"}) {
        add((QByteArray("foundation: nobody may ") + kind).constData(), Code::Malformed, step,
            [=](Row &r) { r.document.foundation.amendments.remove(text(kind)); });
    }
    add("foundation: an amendment without seats", Code::Malformed, step,
        [](Row &r) { r.document.foundation.amendments[text("amend")].clear(); });
}

void TestProvision::devices()
{
    constexpr auto step = ProvisionStep::DeviceCertificate;
    add("device: by one", {}, step, nothing);
    add("device: before the foundation", Code::WrongState, step, [](Row &r) { r.pack.foundation = {}; });
    add("device: twice", Code::WrongState, step,
        [this](Row &r) { r.pack.deviceChain = {m_world.deviceKey()->leaf().der}; });
    add("device: another pack's", Code::WrongPack, step,
        [this](Row &r) { r.document.deviceChain = {m_world.deviceKey(text("SDB-TEST-0002"))->leaf().der}; });
    add("device: under another party's root", Code::UnknownIssuer, step, [this](Row &r) {
        const auto forged = pki::issueLeaf(m_world.root(text("leasing")), m_world.rootKey(text("leasing")),
            m_world.privateKey(text("device")), {text("SDB-TEST-0001"), {}}, {{}, {}, text("SDB-TEST-0001"), false},
            {now - 10, now + 1000});
        r.document.deviceChain = {forged->der};
    });
    add("device: case 35: a person's certificate", Code::Malformed, step,
        [this](Row &r) { r.document.deviceChain = {m_world.key(who::maker)->leaf().der}; });
    add("device: revoked", Code::CertificateRevoked, step, [this](Row &r) {
        const auto leaf = Certificate::fromDer(r.document.deviceChain.constFirst());
        r.pack.crls = {m_world.crl(text("manufacturer"), {*leaf}, 2)};
    });
    add("device: no certificate", Code::Malformed, step, [](Row &r) { r.document.deviceChain = {"?"}; });
    add("device: none", Code::Malformed, step, [](Row &r) { r.document.deviceChain.clear(); });
    add("device: four of them", Code::Malformed, step,
        [](Row &r) { r.document.deviceChain = QList<QByteArray>(4, r.document.deviceChain.constFirst()); });
}

void TestProvision::seals()
{
    add("protect: by one", {}, ProvisionStep::Protect, nothing);
    add("protect: before the charter", Code::WrongState, ProvisionStep::Protect,
        [](Row &r) { r.pack.lifeCycle = LifeCycle::Limited; });
    add("protect: twice", Code::WrongState, ProvisionStep::Protect, [](Row &r) { r.pack.isProtected = true; });
    constexpr auto step = ProvisionStep::Seal;
    add("seal: by one", {}, step, nothing);
    add("seal: case 1: by nobody", Code::BelowQuorum, step, [](Row &r) { r.approvers.clear(); });
    add("seal: before it is protected", Code::WrongState, step, [](Row &r) { r.pack.isProtected = false; });
    add("seal: twice", Code::WrongState, step, [](Row &r) { r.pack.lifeCycle = LifeCycle::Sealed; });
    add("seal: no device certificate", Code::WrongState, step, [](Row &r) { r.pack.deviceChain.clear(); });
    add("seal: no data sheet", Code::WrongState, step, [](Row &r) { r.pack.dataSheet.clear(); });
    add("seal: no foundation", Code::WrongState, step, [](Row &r) { r.pack.foundation = {}; });
    add("seal: half a foundation", Code::WrongState, step, [](Row &r) { r.pack.foundation.amendments.clear(); });
    add("seal: no charter", Code::WrongState, step, [](Row &r) { r.pack.charterDocument.clear(); });
    add("seal: no policy", Code::WrongState, step, [](Row &r) { r.pack.policy = {}; });
    add("seal: no silicon limits", Code::WrongState, step, [](Row &r) { r.pack.silicon = {}; });
    add("seal: nothing paired", Code::WrongState, step, [](Row &r) { r.pack.components.clear(); });
    add("seal: a foreign component", Code::WrongState, step,
        [](Row &r) { r.pack.components[text("cpu")].found = text("CPU-0002"); });
    add("seal: a missing component", Code::WrongState, step,
        [](Row &r) { r.pack.components[text("cpu")].found.clear(); });
    add("seal: case 40: nobody could ever fill a seat", Code::WouldLockOut, step,
        [](Row &r) { r.pack.charter.positions[positionId("cell-data")].until = now; });
    add("seal: case 40, and nobody signed", Code::BelowQuorum, step, [](Row &r) {
        r.pack.charter.positions[positionId("cell-data")].until = now;
        r.approvers.clear();
    });
}

void TestProvision::verdicts_data()
{
    QTest::addColumn<QString>("name");
    pairing();
    limits();
    foundations();
    devices();
    seals();
}

void TestProvision::verdicts()
{
    QFETCH(QString, name);
    Row row = m_rows.at(name);
    CoseSign document = signPayload(m_world, contenttype::provision, row.document.encode(), row.author, row.approvers);
    row.spoil(document);
    for (KeptWithdrawal &withdrawal : row.pack.withdrawals)
        withdrawal.document = sha256(document.payload);
    const PackState before = row.pack;
    const Verdict verdict = verifyProvision(document.encode(), row.pack);
    QVERIFY2(verdict.accepted() == !row.expected.has_value(), qPrintable(said(verdict.refusal)));
    if (row.expected)
        QVERIFY2(verdict.refusal->code == *row.expected, qPrintable(said(verdict.refusal)));
    QCOMPARE(stateAfter(verdict, row.pack) == before, row.expected.has_value());
}

void TestProvision::fromBlankToSealed()
{
    PackState pack = waitingFor(ProvisionStep::Pair);
    const auto perform = [&](ProvisionStep step) {
        QStringList approvers{who::maker, who::maker2};
        const QByteArray bytes
            = signPayload(m_world, contenttype::provision, document(step).encode(), who::maker, approvers).encode();
        const Verdict verdict = verifyProvision(bytes, pack);
        if (!verdict.accepted())
            qWarning("%s: %s", provisionStepName(step).data(), qPrintable(said(verdict.refusal)));
        pack = stateAfter(verdict, pack);
        // No step twice, whatever came of it.
        return verdict.accepted() && verifyProvision(bytes, pack).refusal->code == Code::WrongState;
    };
    QVERIFY(perform(ProvisionStep::Pair));
    QCOMPARE(pack.lifeCycle, LifeCycle::Paired);
    QCOMPARE(pack.components.value(text("cpu")).state(), text("ok"));
    QVERIFY(perform(ProvisionStep::Limits));
    QCOMPARE(pack.lifeCycle, LifeCycle::Limited);
    QCOMPARE(pack.value(parameterId("cell.voltage.max")).value, 4200);
    QVERIFY(perform(ProvisionStep::Foundation));
    QVERIFY(pack.foundation == wholeFoundation());
    QVERIFY(perform(ProvisionStep::DeviceCertificate));
    QVERIFY(!pack.deviceChain.isEmpty());
    const PackState chartered = waitingFor(ProvisionStep::Protect);
    pack.lifeCycle = LifeCycle::Chartered;
    pack.charter = chartered.charter;
    pack.policy = chartered.policy;
    pack.silicon = chartered.silicon;
    pack.charterDocument = chartered.charterDocument;
    QVERIFY(perform(ProvisionStep::Protect));
    QVERIFY(pack.isProtected);
    QVERIFY(perform(ProvisionStep::Seal));
    QCOMPARE(pack.lifeCycle, LifeCycle::Sealed);
    QCOMPARE(pack.lifeCycleRevision, 3);
}

void TestProvision::deliveredTwice()
{
    PackState pack = waitingFor(ProvisionStep::Pair);
    const QByteArray bytes
        = signPayload(m_world, contenttype::provision, document(ProvisionStep::Pair).encode(), who::maker, {who::maker})
              .encode();
    const Verdict first = verifyProvision(bytes, pack);
    pack = stateAfter(first, pack);
    pack.receipts.insert(first.payloadSha256, "receipt");
    const Verdict again = verifyProvision(bytes, pack);
    QVERIFY(again.accepted() && again.alreadyApplied);
    QVERIFY(stateAfter(again, pack) == pack);
}

void TestProvision::case20ChangedBytes()
{
    const PackState pack = waitingFor(ProvisionStep::Limits);
    const QByteArray bytes = signPayload(m_world, contenttype::provision, document(ProvisionStep::Limits).encode(),
        who::maker, {who::maker, who::maker2})
                                 .encode();
    QVERIFY(verifyProvision(bytes, pack).accepted());
    // Every fifth byte: each flip costs three signatures. tst_mutations does the same to other kinds at random.
    for (qsizetype i = 0; i < bytes.size(); i += 5) {
        QByteArray changed = bytes;
        changed[i] = char(changed.at(i) ^ (1 << (i % 8)));
        QVERIFY2(!verifyProvision(changed, pack).accepted(), qPrintable(QString::number(i)));
    }
}

QTEST_GUILESS_MAIN(TestProvision)
#include "tst_provisionverifier.moc"
