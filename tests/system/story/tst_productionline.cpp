// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pack/packanswers.h"
#include "models/rules/rulesjson.h"
#include "models/trust/trustfiles.h"
#include "tests/system/story/consoles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace packwarden;
using namespace packwarden::story;

namespace {

const QString blank = QStringLiteral("SDB-LINE-0001");
const QString sample = QStringLiteral("SDB-DEMO-0001");
constexpr int packs = 5;

} // namespace

/// A pack is made: a blank board gets its name, parts, limits, foundation, certificate and charter, and is sealed, each
/// step by the people who answer for it, in its order; then it is a pack like any other.
class TestProductionLine final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theLineHasItsPapers();
    void theBoardGetsItsName();
    void theBoardIsToldTimeAndLists();
    void stepsHaveTheirOrder();
    void partsArePaired();
    void limitsAreEnteredTwice();
    void theFoundationIsEnteredTwice();
    void thePackIsCertified();
    void thePartiesGiveTheCharter();
    void thePackIsSealed();
    void afterTheSealNothingIsProvisioned();

private:
    Outcome ctl(const QStringList &arguments, const char *person = nullptr, bool bus = true)
    {
        return m_consoles.run("line", arguments, person, bus);
    }
    /// provision STEP SERIAL [more] -o FILE
    Outcome step(const char *verb, const QStringList &more, const char *person, const char *name)
    {
        return ctl(QStringList{QStringLiteral("provision"), QLatin1String(verb), blank} + more
                + QStringList{QStringLiteral("-o"), file(name)},
            person);
    }
    QString file(const char *name) const { return m_run.filePath(QLatin1String(name)); }
    QString list(const char *name) const
    {
        return m_demo.filePath(QStringLiteral("crls/%1.crl").arg(QLatin1String(name)));
    }
    QString lifeCycle();
    void write(const char *name, const QJsonObject &json);

    QDir m_demo{QStringLiteral(PACKWARDEN_STORY "/demo")};
    QDir m_run{QStringLiteral(PACKWARDEN_STORY "/line-run")};
    Simulator m_simulator{m_demo, m_run};
    Consoles m_consoles{m_demo, m_run, m_simulator};
    SiliconLimits m_silicon;
};

QString TestProductionLine::lifeCycle()
{
    const Outcome shown = ctl({QStringLiteral("pack"), QStringLiteral("show"), blank});
    return shown.text("lifeCycle");
}

void TestProductionLine::write(const char *name, const QJsonObject &json)
{
    QFile out(file(name));
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(QJsonDocument(json).toJson()) > 0);
}

void TestProductionLine::initTestCase()
{
    m_run.removeRecursively();
    QVERIFY(m_run.mkpath(m_run.absolutePath()));
    QVERIFY2(m_simulator.prepare(), qPrintable(m_simulator.why()));
    QProcess board;
    board.start(QStringLiteral(PACKWARDEN_SIM),
        {QStringLiteral("provision"), QStringLiteral("--blank"), m_run.absolutePath(), blank,
            QStringLiteral("nmc-96s2p"), QStringLiteral("--node"), QStringLiteral("32")});
    QVERIFY(board.waitForFinished(30000));
    QVERIFY2(board.exitCode() == 0, board.readAllStandardError().constData());
    QVERIFY2(m_simulator.start(packs), qPrintable(m_simulator.why()));
}

void TestProductionLine::theLineHasItsPapers()
{
    // The numbers of a pack of the same kind, as somebody would type them from the drawings.
    const Outcome pulled = m_consoles.pull("papers", sample);
    QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
    const auto fleet = FleetDb::open(m_run.filePath(QStringLiteral("papers/fleet.db")));
    QVERIFY(fleet.ok());
    const auto entry = (*fleet)->find(PackSerial::fromTrusted(sample));
    QVERIFY(entry);
    const KnownPack *const known = &entry->pack;
    const auto silicon = SiliconLimits::fromCbor(*cbor::decode(known->rules.silicon));
    const auto foundation = Foundation::fromCbor(*cbor::decode(known->rules.foundation));
    QVERIFY(silicon.ok() && foundation.ok());
    m_silicon = *silicon;
    write("silicon.json", rulesjson::toJson(*silicon));
    write("foundation.json", rulesjson::toJson(*foundation));
    QJsonObject bounds;
    for (const ParameterDefinition &p : silicon->parameters) {
        bounds.insert(p.id.text(), QJsonArray{formatQuantity(p.silicon.min), formatQuantity(p.silicon.max)});
    }
    write("sheet.json",
        {{QStringLiteral("chemistry"), QStringLiteral("NMC")}, {QStringLiteral("maker"), QStringLiteral("Cell works")},
            {QStringLiteral("batch"), QStringLiteral("26-11")}, {QStringLiteral("bounds"), bounds}});
    const Outcome sheet = ctl({QStringLiteral("provision"), QStringLiteral("datasheet"), file("sheet.json"),
                                  QStringLiteral("-o"), file("sheet.cose")},
        "manufacturer-engineer", false);
    QVERIFY2(sheet.exitCode == 0, sheet.everything.constData());
}

void TestProductionLine::theBoardGetsItsName()
{
    const auto identify = [this](const QString &serial, const char *name) {
        return ctl({QStringLiteral("provision"), QStringLiteral("identify"), serial, QStringLiteral("--node"),
            QStringLiteral("20"), QStringLiteral("--hardware"), QStringLiteral("nmc-96s2p"),
            QStringLiteral("--part-number"), QStringLiteral("PW-NMC-96S2P-120"), QStringLiteral("--root-certificate"),
            m_demo.filePath(QStringLiteral("parties/manufacturer.pem")), QStringLiteral("-o"), file(name)});
    };
    const Outcome named = identify(blank, "device.csr");
    QVERIFY2(named.exitCode == 0, named.everything.constData());
    QVERIFY(QFile::exists(file("device.csr")));
    // The same again is the same answer; another name is not to be had.
    QCOMPARE(identify(blank, "again.csr").exitCode, 0);
    QCOMPARE(identify(QStringLiteral("SDB-LINE-0002"), "other.csr").exitCode == 0, false);
    QCOMPARE(lifeCycle(), QStringLiteral("identified"));
}

void TestProductionLine::theBoardIsToldTimeAndLists()
{
    const Outcome lists = ctl({QStringLiteral("provision"), QStringLiteral("lists"), blank, list("manufacturer-root")});
    QVERIFY2(lists.exitCode == 0, lists.everything.constData());
    const Outcome time = ctl({QStringLiteral("time"), blank}, "manufacturer-engineer");
    QVERIFY2(time.exitCode == 0, time.everything.constData());
    QVERIFY(ctl({QStringLiteral("time"), blank}, "courier-driver").exitCode != 0);
}

void TestProductionLine::stepsHaveTheirOrder()
{
    const Outcome early = step("seal", {}, "manufacturer-engineer", "early-seal.pwprov");
    QCOMPARE(early.exitCode, 1);
    QCOMPARE(early.reason(), QStringLiteral("wrong-state"));
    QCOMPARE(lifeCycle(), QStringLiteral("identified"));
}

void TestProductionLine::partsArePaired()
{
    // What the board finds in its slots is what belongs there.
    const Outcome read = ctl({QStringLiteral("pack"), QStringLiteral("read"), blank, QStringLiteral("0108")});
    const QString hex = read.last.value(QLatin1String("values"))[QLatin1String("0108")].toString();
    const auto components = decodeComponents(QByteArray::fromHex(hex.toLatin1()));
    QVERIFY(components.ok() && !components->isEmpty());
    QStringList parts;
    for (auto it = components->begin(); it != components->end(); ++it)
        parts << QStringLiteral("--set") << it.key() + u'=' + it->found;
    const Outcome stranger = step("pair", parts, "courier-driver", "stranger.pwprov");
    QCOMPARE(stranger.exitCode, 1);
    const Outcome paired = step("pair", parts, "manufacturer-engineer", "pair.pwprov");
    QVERIFY2(paired.exitCode == 0, paired.everything.constData());
    QCOMPARE(lifeCycle(), QStringLiteral("paired"));
}

void TestProductionLine::limitsAreEnteredTwice()
{
    const QStringList numbers{file("silicon.json"), QStringLiteral("--datasheet"), file("sheet.cose")};
    const Outcome first = step("limits", numbers, "manufacturer-engineer", "limits.pwprov");
    QCOMPARE(first.exitCode, 3);
    QCOMPARE(
        step("limits", numbers, "manufacturer-engineer", "limits.pwprov").reason(), QStringLiteral("signer-repeated"));
    // 5.25 V for 4.25 V by the second person is found before anything is signed.
    SiliconLimits typo = m_silicon;
    for (ParameterDefinition &p : typo.parameters) {
        if (p.id.text() == QLatin1String("cell.voltage.max"))
            p.silicon.max = Milli{5250};
    }
    write("typo.json", rulesjson::toJson(typo));
    const QStringList mistyped{file("typo.json"), QStringLiteral("--datasheet"), file("sheet.cose")};
    const Outcome differs = step("limits", mistyped, "manufacturer-engineer-2", "limits.pwprov");
    QCOMPARE(differs.exitCode, 1);
    QCOMPARE(differs.reason(), QStringLiteral("different-document"));
    // Typed so by both it does not pass the sheet of the cells.
    QCOMPARE(step("limits", mistyped, "manufacturer-engineer", "typo.pwprov").exitCode, 3);
    const Outcome both = step("limits", mistyped, "manufacturer-engineer-2", "typo.pwprov");
    QCOMPARE(both.exitCode, 1);
    QCOMPARE(both.reason(), QStringLiteral("above-silicon-limit"));
    const Outcome second = step("limits", numbers, "manufacturer-engineer-2", "limits.pwprov");
    QVERIFY2(second.exitCode == 0, second.everything.constData());
    QCOMPARE(lifeCycle(), QStringLiteral("limited"));
}

void TestProductionLine::theFoundationIsEnteredTwice()
{
    QCOMPARE(step("foundation", {file("foundation.json")}, "manufacturer-engineer-2", "foundation.pwprov").exitCode, 3);
    const Outcome second = step("foundation", {file("foundation.json")}, "manufacturer-engineer", "foundation.pwprov");
    QVERIFY2(second.exitCode == 0, second.everything.constData());
}

void TestProductionLine::thePackIsCertified()
{
    const Outcome issued = ctl({QStringLiteral("keys"), QStringLiteral("issue"), file("device.csr"),
                                   QStringLiteral("--unpinned"), QStringLiteral("-o"), file("device.pem")},
        "manufacturer-root", false);
    QVERIFY2(issued.exitCode == 0, issued.everything.constData());
    const Outcome done = step("device-certificate", {file("device.pem")}, "manufacturer-engineer", "device.pwprov");
    QVERIFY2(done.exitCode == 0, done.everything.constData());
}

void TestProductionLine::thePartiesGiveTheCharter()
{
    const Outcome given = ctl({QStringLiteral("provision"), QStringLiteral("first-charter"), blank,
        m_demo.filePath(QStringLiteral("charter.pwchr"))});
    QVERIFY2(given.exitCode == 0, given.everything.constData());
    QCOMPARE(lifeCycle(), QStringLiteral("chartered"));
}

void TestProductionLine::thePackIsSealed()
{
    const Outcome early = step("seal", {}, "manufacturer-engineer", "unprotected.pwprov");
    QCOMPARE(early.exitCode, 1);
    const Outcome guarded = step("protect", {}, "manufacturer-engineer", "protect.pwprov");
    QVERIFY2(guarded.exitCode == 0, guarded.everything.constData());
    const Outcome sealed = step("seal", {}, "manufacturer-engineer", "seal.pwprov");
    QVERIFY2(sealed.exitCode == 0, sealed.everything.constData());
    QCOMPARE(lifeCycle(), QStringLiteral("sealed"));
}

void TestProductionLine::afterTheSealNothingIsProvisioned()
{
    const Outcome late
        = step("pair", {QStringLiteral("--set"), QStringLiteral("cpu=CPU-2")}, "manufacturer-engineer", "late.pwprov");
    QCOMPARE(late.exitCode, 1);
    QCOMPARE(late.reason(), QStringLiteral("wrong-state"));
    // It is a pack like any other: a power cut later it is known by its certificate.
    m_simulator.kill();
    QVERIFY2(m_simulator.start(packs), qPrintable(m_simulator.why()));
    const Outcome pulled = m_consoles.pull("papers", blank);
    QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
    const Outcome statement = m_consoles.run("papers",
        {QStringLiteral("pack"), QStringLiteral("statement"), blank, QStringLiteral("-o"), file("statement.cose")},
        nullptr, true);
    QVERIFY2(statement.exitCode == 0, statement.everything.constData());
    const Outcome slotList = ctl({QStringLiteral("pack"), QStringLiteral("repository"), blank});
    QVERIFY(slotList.everything.contains("\"protected\""));
}

QTEST_GUILESS_MAIN(TestProductionLine)
#include "tst_productionline.moc"
