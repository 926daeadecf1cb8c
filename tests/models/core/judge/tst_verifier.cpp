// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/judge/seatoffer.h"
#include "tests/support/testworld.h"

#include <QtTest>

#include <functional>

using namespace packwarden;
using test::TestWorld;

namespace {

/// One row: how the good case is spoilt, and what the pack must say. No expected code: it must be accepted.
struct Row
{
    PackState pack;
    ChangeRequest request;
    QString author = QStringLiteral("courier.fleet-manager");
    QStringList approvers{QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")};
    std::function<void(CoseSign &)> spoil = [](CoseSign &) {
    };
    std::optional<Code> expected;
};

ParameterId socMax()
{
    return ParameterId::fromTrusted(QStringLiteral("soc.max"));
}

} // namespace

/// The judge. Every accepted row has refused twins that differ from it by one thing.
class TestVerifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void offersAreKept_data() { verdicts_data(); }
    void offersAreKept();
    void theAuthorSitsNowhereAlone();
    void refusalChangesNothing();
    void secondDeliveryIsTheSame();
    void seatsAreNamed();
    void judgesValues_data();
    void judgesValues();
    void receipts();
    void overlays();

private:
    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::map<QString, Row> m_rows;
};

void TestVerifier::verdicts_data()
{
    QTest::addColumn<QString>("name");
    const auto add = [&](const char *name, std::optional<Code> expected, const std::function<void(Row &)> &change,
                         const char *parameter = "soc.max", qint64 to = 95000) {
        Row row;
        row.pack = m_world.pack();
        row.request = m_world.request(row.pack, QLatin1String(parameter), to);
        row.expected = expected;
        change(row);
        m_rows.insert_or_assign(QLatin1String(name), row);
        QTest::newRow(name) << QString(QLatin1String(name));
    };
    const auto nothing = [](Row &) {
    };
    const auto approvers = [](const QStringList &names) {
        return [names](Row &row) {
            row.approvers = names;
        };
    };
    const QString leasing = QStringLiteral("leasing.asset-manager");
    const QString leasing2 = QStringLiteral("leasing.asset-manager-2");
    const QString cell = QStringLiteral("celldata.specialist");
    const QString platform = QStringLiteral("platform.platform-engineer");
    const QString fleet = QStringLiteral("courier.fleet-manager");
    const QString shop = QStringLiteral("service.technician");

    add("two companies signed", {}, nothing);
    add("in the other order", {}, approvers({cell, leasing}));
    add("with one more approval", {}, approvers({leasing, cell, leasing2}));
    add("nobody signed", Code::Malformed, [](Row &r) {
        r.author.clear();
        r.approvers.clear();
    });
    add("no author's signature", Code::Malformed, [](Row &r) { r.author.clear(); });
    add("another author than named", Code::Malformed, [&](Row &r) { r.author = shop; });
    add("the author alone", Code::BelowQuorum, approvers({}));
    add("cell data missing", Code::BelowQuorum, approvers({leasing}));
    add("owner missing", Code::BelowQuorum, approvers({cell}));
    add("one signer twice", Code::SignerRepeated, approvers({leasing, leasing}));
    add("two people of one company", Code::SignerRepeated, approvers({leasing, leasing2}));
    add("a stranger to the seat", Code::SignerNotAuthorised, approvers({leasing, shop}));
    add("one changed signature", Code::SignatureInvalid, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.signatures[2].signature[7] = char(d.signatures[2].signature[7] ^ 1);
        };
    });
    add("a bad extra signature", {}, [&](Row &r) {
        r.approvers.append(platform);
        r.spoil = [](CoseSign &d) {
            d.signatures[3].signature[7] = char(d.signatures[3].signature[7] ^ 1);
        };
    });
    add("signatures of another document", Code::SignatureInvalid, [this](Row &r) {
        ChangeRequest other = r.request;
        other.packs[0].changes[0].to = Milli{94000};
        const CoseSign signedOther = m_world.sign(other, r.author, r.approvers);
        r.spoil = [signedOther](CoseSign &d) {
            for (int i : {1, 2})
                d.signatures[i] = signedOther.signatures.at(i);
        };
    });
    add("values changed after signing", Code::Malformed, [](Row &r) {
        ChangeRequest other = r.request;
        other.packs[0].changes[0].to = Milli{96000};
        r.spoil = [other](CoseSign &d) {
            d.payload = other.encode();
        };
    });
    add("for another purpose", Code::UnknownType, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.contentType = contenttype::policy;
        };
    });

    const auto revoke = [&](const QString &who) {
        return [this, who](Row &r) {
            r.pack.crls.removeIf([&](const CrlEntry &entry) {
                return entry.crl.issuerDer == m_world.root(who.section(u'.', 0, 0)).subjectDer;
            });
            r.pack.crls.append(m_world.crl(who.section(u'.', 0, 0), {m_world.key(who)->leaf()}, 2));
        };
    };
    add("a revoked signer", Code::CertificateRevoked, revoke(cell));
    add("a revoked author", Code::Malformed, [this](Row &r) {
        r.pack.crls.removeLast();
        r.pack.crls.append(m_world.crl(QStringLiteral("courier-issuer"), {m_world.key(r.author)->leaf()}, 2));
    });
    add("a list too old", Code::CrlStale, [this](Row &r) {
        r.pack.crls.removeIf([&](const CrlEntry &entry) {
            return entry.crl.issuerDer == m_world.root(QStringLiteral("celldata")).subjectDer;
        });
        r.pack.crls.append(
            m_world.crl(QStringLiteral("celldata"), {}, 2, TestWorld::now - 40 * TestWorld::day, TestWorld::now - 60));
    });
    add("no list", Code::CrlStale, [this](Row &r) {
        r.pack.crls.removeIf([&](const CrlEntry &entry) {
            return entry.crl.issuerDer == m_world.root(QStringLiteral("celldata")).subjectDer;
        });
    });
    const auto replaceCell = [&](const TestWorld::Leaf &leaf) {
        return [this, leaf](Row &r) {
            r.approvers.removeLast();
            const auto key = m_world.makeKey(leaf);
            r.spoil = [key](CoseSign &d) {
                QVERIFY(d.addSignature(
                             *key, Meaning::Approve, TestWorld::now, {QByteArray(16, 'l'), 1, QByteArray(32, 'h')})
                            .ok());
            };
        };
    };
    const QString specialist = QStringLiteral("specialist");
    const TestWorld::Leaf good{
        QStringLiteral("celldata"), QStringLiteral("celldata.other"), specialist, QStringLiteral("other")};
    const auto but = [&](const std::function<void(TestWorld::Leaf &)> &change) {
        TestWorld::Leaf leaf = good;
        change(leaf);
        return leaf;
    };
    add("another specialist", {}, replaceCell(good));
    add("an unknown root", Code::UnknownIssuer,
        replaceCell(but([](auto &l) { l.party = QStringLiteral("stranger"); })));
    add("an expired signer", Code::CertificateExpired, replaceCell(but([](auto &l) { l.until = TestWorld::now - 1; })));
    add("a signer not yet valid", Code::CertificateNotYetValid,
        replaceCell(but([](auto &l) { l.from = TestWorld::now + 100; })));
    add("an unknown role", Code::RoleNotIssuable, replaceCell(but([](auto &l) { l.role = QStringLiteral("king"); })));
    add("a role of another company", Code::RoleNotIssuable,
        replaceCell(but([](auto &l) { l.party = QStringLiteral("leasing"); })));
    add("a key its issuer made", Code::SignerNotAuthorised,
        replaceCell(but([](auto &l) { l.issuerGenerated = true; })));
    add("the owner's key as specialist", Code::SignerRepeated, [&](Row &r) {
        // Two certificates of different companies over one key: the key is one voter.
        replaceCell(but([](auto &l) { l.keyName = QStringLiteral("leasing.asset-manager"); }))(r);
    });

    const auto request = [&](const std::function<void(ChangeRequest &)> &change) {
        return [change](Row &r) {
            change(r.request);
        };
    };
    add("expired", Code::Expired, request([](auto &r) {
        r.head.created = TestWorld::now - 100;
        r.head.expires = TestWorld::now;
    }));
    add("a second before it expires", {}, request([](auto &r) { r.head.expires = TestWorld::now + 1; }));
    add("from the future", Code::NotYetValid, request([](auto &r) { r.head.created = TestWorld::now + 3600; }));
    add("lives too long", Code::Malformed,
        request([](auto &r) { r.head.expires = r.head.created + 91 * TestWorld::day; }));
    add("for another pack", Code::WrongPack,
        request([](auto &r) { r.packs[0].serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0002")); }));
    add("for other hardware", Code::WrongHardware,
        request([](auto &r) { r.packs[0].hardware = QStringLiteral("lfp-100s1p"); }));
    add("old value differs", Code::StaleBase, request([](auto &r) { r.packs[0].changes[0].from = Milli{89000}; }));
    add("overtaken revision", Code::StaleBase, request([](auto &r) { r.packs[0].changes[0].revision = 0; }));
    add("revision ahead", Code::StaleBase, request([](auto &r) { r.packs[0].changes[0].revision = 2; }));
    add("another unit", Code::Malformed, request([](auto &r) { r.packs[0].changes[0].unit = QStringLiteral("V"); }));
    add("an unknown parameter", Code::Malformed, request([](auto &r) {
        r.packs[0].changes[0].parameter = ParameterId::fromTrusted(QStringLiteral("soc.mux"));
    }));
    add("a period in the past", Code::Expired, request([](auto &r) { r.periodEnd = TestWorld::now; }));
    add("a period to come", {}, request([](auto &r) { r.periodEnd = TestWorld::now + 3600; }));

    add("before the seal", Code::WrongState, [](Row &r) { r.pack.lifeCycle = LifeCycle::Chartered; });
    add("decommissioned", Code::WrongState, [](Row &r) { r.pack.lifeCycle = LifeCycle::Decommissioned; });
    add("uncertain clock", Code::TimeUncertain, [](Row &r) { r.pack.clockUncertain = true; });
    add("the contract lapsed", Code::SignerNotAuthorised, [](Row &r) {
        for (Grant &grant : r.pack.policy.grants)
            grant.until = grant.role.text() == QLatin1String("specialist") ? TestWorld::now : 0;
    });
    add("the charter's right is gone", Code::SignerNotAuthorised, [](Row &r) {
        r.pack.charter.mayHold[CapabilityId::fromTrusted(QStringLiteral("set-soc-max"))].remove(
            RoleId::fromTrusted(QStringLiteral("specialist")));
    });
    add("the party left", Code::RoleNotIssuable, [](Row &r) {
        r.pack.charter.positions[PositionId::fromTrusted(QStringLiteral("cell-data"))].until = TestWorld::now;
    });
    add("the policy has no seats for it", Code::OutsidePolicy,
        [](Row &r) { r.pack.policy.seats.remove(CapabilityId::fromTrusted(QStringLiteral("set-soc-max"))); });
    add("the policy asks too few", Code::BelowQuorum, [](Row &r) {
        // One seat in layer 3 where the foundation wants two of two parties: the foundation decides.
        auto &rule = r.pack.policy.seats[CapabilityId::fromTrusted(QStringLiteral("set-soc-max"))];
        rule.all.removeLast();
    });
    add("the foundation asks three seats", Code::BelowQuorum, [](Row &r) { r.pack.foundation.layers[3] = {3, 2}; });
    add(
        "the foundation asks two parties", Code::BelowQuorum,
        [&](Row &r) {
            r.approvers = {shop};
            r.pack.foundation.layers[2] = {1, 2};
        },
        "service.interval", 600000);
    add("the charter asks one more", Code::BelowQuorum, [](Row &r) {
        r.pack.charter.mandatorySeats[CapabilityId::fromTrusted(QStringLiteral("set-soc-max"))]
            = {{PositionId::fromTrusted(QStringLiteral("platform")),
                RoleId::fromTrusted(QStringLiteral("platform-engineer"))}};
    });
    add("prohibited altogether", Code::Prohibited,
        [](Row &r) { r.pack.silicon.prohibited.insert(CapabilityId::fromTrusted(QStringLiteral("set-soc-max"))); });

    add("above the charter", Code::OutsideCharter, nothing, "soc.max", 98000);
    add(
        "at the charter's limit", {},
        [&](Row &r) {
            r.approvers = {leasing, cell, fleet};
        },
        "soc.max", 97000);
    add("beyond the soft limit without its seat", Code::BelowQuorum, nothing, "soc.max", 96000);
    add("a step too far without its seat", Code::BelowQuorum, nothing, "soc.max", 79000);
    add(
        "a step too far with its seat", {},
        [&](Row &r) {
            r.approvers = {leasing, cell, fleet};
        },
        "soc.max", 79000);
    add(
        "the author may not fill it", Code::AuthorIsApprover,
        [&](Row &r) {
            r.approvers = {leasing, cell, fleet};
            r.pack.charter.authorMayFill.clear();
        },
        "soc.max", 96000);
    add("above silicon", Code::AboveSiliconLimit, nothing, "soc.max", 100001);
    add("below silicon", Code::AboveSiliconLimit, nothing, "soc.max", -1);
    add(
        "window closes", Code::CrossRule, [](Row &r) { r.pack.values[socMax()].base = Milli{69000}; }, "soc.min",
        50000);
    add("an overlay that ended binds nothing", {}, [](Row &r) {
        StoredValue &min = r.pack.values[ParameterId::fromTrusted(QStringLiteral("soc.min"))];
        min.overlay = Milli{90000};
        min.overlayEnds = TestWorld::now - 1;
    });
    add("one party in two positions", Code::BelowQuorum, [](Row &r) {
        for (Position &position : r.pack.charter.positions)
            position.party = QStringLiteral("leasing");
    });
    add(
        "the author as the only one", Code::AuthorIsApprover, [&](Row &r) { r.approvers = {fleet}; },
        "service.interval", 600000);
    add(
        "the author beside another", {},
        [&](Row &r) {
            r.approvers = {fleet, shop};
        },
        "service.interval", 600000);
    add("window stays open", {}, nothing, "soc.min", 20000);

    const QStringList three{cell, leasing, platform};
    add("cell voltage by three", {}, approvers(three), "cell.voltage.max", 4250);
    add("cell voltage by two", Code::BelowQuorum, approvers({cell, leasing}), "cell.voltage.max", 4250);
    add("cell voltage without cell data", Code::BelowQuorum, approvers({leasing, platform}), "cell.voltage.max", 4250);
    add("cell voltage, author approves", Code::AuthorIsApprover, approvers({cell, leasing, fleet}), "cell.voltage.max",
        4250);
    add("5.25 V with all signatures", Code::AboveSiliconLimit, approvers(three), "cell.voltage.max", 5250);
    add("4.26 V with all signatures", Code::OutsideCharter, approvers(three), "cell.voltage.max", 4260);
    add("a service value by one key", {}, approvers({shop}), "service.interval", 600000);
    add("a service value by nobody", Code::BelowQuorum, approvers({}), "service.interval", 600000);
    add("a service value by the owner", Code::SignerNotAuthorised, approvers({leasing}), "service.interval", 600000);
}

void TestVerifier::verdicts()
{
    QFETCH(QString, name);
    const Row row = m_rows.at(name);
    CoseSign document = m_world.sign(row.request, row.author, row.approvers);
    row.spoil(document);
    const Verdict verdict = verifyRequest(document.encode(), row.pack);
    const QString said = verdict.refusal ? codeName(verdict.refusal->code) + u' ' + verdict.refusal->detail : QString();
    QVERIFY2(verdict.accepted() == !row.expected.has_value(), qPrintable(said));
    if (row.expected)
        QVERIFY2(verdict.refusal->code == *row.expected, qPrintable(said));
}

/// A person is offered a seat exactly where one seat more is filled once that person has signed.
void TestVerifier::offersAreKept()
{
    QFETCH(QString, name);
    const Row row = m_rows.at(name);
    CoseSign document = m_world.sign(row.request, row.author, row.approvers);
    row.spoil(document);
    const Verdict before = verifyRequest(document.encode(), row.pack);
    if (row.expected == Code::Malformed || before.seats.isEmpty())
        return; // without its author or its values no document has seats
    const auto filled = [](const Verdict &verdict) {
        return std::count_if(
            verdict.seats.begin(), verdict.seats.end(), [](const SeatFinding &seat) { return seat.filledBy >= 0; });
    };
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    for (const char *person : {"leasing.asset-manager", "leasing.asset-manager-2", "celldata.specialist",
             "platform.platform-engineer", "courier.fleet-manager", "service.technician", "buyer.asset-manager"}) {
        const auto key = m_world.key(QLatin1String(person));
        CoseSign more = document;
        QVERIFY(more.addSignature(*key, Meaning::Approve, TestWorld::now, log).ok());
        const SeatOffer offer = seatsOpenTo(key->chain(), before, row.pack);
        const bool counts = filled(verifyRequest(more.encode(), row.pack)) > filled(before);
        QVERIFY2(offer.seats.isEmpty() != counts, person);
        QVERIFY2(offer.seats.isEmpty() || !offer.whyNot, person);
    }
}

/// His approval stands in no seat that no other fills with him, neither before it is given nor after.
void TestVerifier::theAuthorSitsNowhereAlone()
{
    const PackState pack = m_world.pack();
    const QString fleet = QStringLiteral("courier.fleet-manager");
    const ChangeRequest request = m_world.request(pack, QStringLiteral("service.interval"), 600000);
    const Verdict unsigned_ = verifyRequest(m_world.signedBytes(request, {}), pack);
    const SeatOffer offer = seatsOpenTo(m_world.key(fleet)->chain(), unsigned_, pack);
    QVERIFY(offer.seats.isEmpty());
    QVERIFY(offer.whyNot && offer.whyNot->code == Code::AuthorIsApprover);
    QCOMPARE(seatsOpenTo(m_world.key(QStringLiteral("service.technician"))->chain(), unsigned_, pack).seats.size(), 1);
    const Verdict verdict = verifyRequest(m_world.signedBytes(request, {fleet}), pack);
    QCOMPARE(verdict.refusal->code, Code::AuthorIsApprover);
    QCOMPARE(verdict.refusal->detail, QStringLiteral("service/technician|operator/fleet-manager"));
    QCOMPARE(verdict.seats.constFirst().filledBy, -1);
    // Of the key that was revoked since nothing is offered either.
    PackState later = pack;
    later.crls.removeIf([&](const CrlEntry &entry) {
        return entry.crl.issuerDer == m_world.root(QStringLiteral("service")).subjectDer;
    });
    const auto shop = m_world.key(QStringLiteral("service.technician"));
    later.crls.append(m_world.crl(QStringLiteral("service"), {shop->leaf()}, 2));
    const SeatOffer revoked = seatsOpenTo(shop->chain(), unsigned_, later);
    QVERIFY(revoked.seats.isEmpty());
    QVERIFY(revoked.whyNot && revoked.whyNot->code == Code::CertificateRevoked);
}

void TestVerifier::refusalChangesNothing()
{
    const PackState pack = m_world.pack();
    const PackState before = pack;
    const QByteArray bytes = m_world.signedBytes(m_world.request(pack, QStringLiteral("soc.max"), 95000), {});
    QVERIFY(!verifyRequest(bytes, pack).accepted());
    QVERIFY(pack == before);
}

void TestVerifier::secondDeliveryIsTheSame()
{
    PackState pack = m_world.pack();
    const ChangeRequest request = m_world.request(pack, QStringLiteral("soc.max"), 95000);
    const QByteArray bytes = m_world.signedBytes(
        request, {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    const Verdict first = verifyRequest(bytes, pack);
    QVERIFY(first.accepted() && !first.alreadyApplied);
    pack.values = valuesAfter(request, pack);
    // Without the receipt it is an old file overtaken by the newer value.
    QCOMPARE(verifyRequest(bytes, pack).refusal->code, Code::StaleBase);
    pack.receipts.insert(first.payloadSha256, "receipt");
    QVERIFY(verifyRequest(bytes, pack).alreadyApplied);
}

void TestVerifier::seatsAreNamed()
{
    const PackState pack = m_world.pack();
    const QByteArray bytes = m_world.signedBytes(
        m_world.request(pack, QStringLiteral("soc.max"), 95000), {QStringLiteral("celldata.specialist")});
    const Verdict verdict = verifyRequest(bytes, pack);
    QCOMPARE(verdict.refusal->detail, QStringLiteral("owner/asset-manager"));
    QCOMPARE(verdict.seats.size(), 2);
    QCOMPARE(verdict.seats.at(0).filledBy, -1);
    QCOMPARE(verdict.seats.at(1).filledBy, 1);
    const auto needed = seatsNeeded({{socMax(), {}, {}, 0, Milli{95000}}}, pack);
    QCOMPARE(needed.size(), 2);
    QCOMPARE(needed.at(0).candidates.constFirst().text(), QStringLiteral("owner/asset-manager"));
    QCOMPARE(seatsNeeded({{socMax(), {}, {}, 0, Milli{96000}}}, pack).size(), 3);
}

void TestVerifier::judgesValues_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *parameter, qint64 to, const char *expected) {
        QTest::addRow("%s %lld", parameter, static_cast<long long>(to))
            << QString(QLatin1String(parameter)) << to << QString(QLatin1String(expected));
    };
    row("soc.max", 95000, "ok");
    row("soc.max", 95001, "ok+soft");
    row("soc.max", 100000, "outside-charter");
    row("soc.max", 79999, "ok+step");
    row("soc.max", 500, "above-silicon-limit");
    row("soc.min", 49000, "ok");
    row("cell.voltage.max", 4250, "ok");
    row("cell.voltage.max", 4251, "outside-charter");
    row("cell.voltage.max", 5250, "above-silicon-limit");
    row("cell.voltage.max", 250, "above-silicon-limit");
    row("soc.min", 50000, "ok");
}

void TestVerifier::judgesValues()
{
    QFETCH(QString, parameter);
    QFETCH(qint64, to);
    QFETCH(QString, expected);
    PackState pack = m_world.pack();
    pack.policy.crossRules.clear();
    const ValueJudgement judgement = judgeValue(ParameterId::fromTrusted(parameter), Milli{to}, pack);
    QString said = judgement.refusal ? QString(codeName(judgement.refusal->code)) : QStringLiteral("ok");
    if (!judgement.refusal)
        said += (judgement.beyondSoftLimit ? QStringLiteral("+soft") : QString())
            + (judgement.beyondStep ? QStringLiteral("+step") : QString());
    // soc.min has a step of nothing and soft limits of nothing: only silicon binds it.
    QCOMPARE(said, expected);
}

void TestVerifier::receipts()
{
    const PackState pack = m_world.pack();
    const ChangeRequest request = m_world.request(pack, QStringLiteral("soc.max"), 95000);
    const CoseSign document = m_world.sign(request, QStringLiteral("courier.fleet-manager"), {});
    Receipt receipt;
    receipt.document = sha256(document.payload);
    receipt.serial = pack.serial;
    receipt.applied = {{socMax(), Milli{95000}, 2}};
    receipt.at = TestWorld::now;
    receipt.logHash = QByteArray(32, 'h');
    const auto judge = [&](const Receipt &r, const SigningKey &key, const char *type = contenttype::receipt) {
        const auto made = CoseSign1::make(type, r.encode(), key, TestWorld::now);
        return verifyReceipt(made->encode(), document, pack.serial, pack.charter, pack.crls);
    };
    const auto device = m_world.deviceKey();
    const auto good = judge(receipt, *device);
    QVERIFY2(good.ok(), good.ok() ? "" : qPrintable(good.error().detail));
    QVERIFY(*good == receipt);
    QVERIFY(!judge(receipt, *m_world.deviceKey(QStringLiteral("SDB-TEST-0002"))).ok());
    QVERIFY(!judge(receipt, *m_world.key(QStringLiteral("leasing.asset-manager"))).ok());
    QVERIFY(!judge(receipt, *device, contenttype::statement).ok());
    // Another party of the charter issues itself a "pack": only the manufacturer's root speaks for packs.
    const auto forged = pki::issueLeaf(m_world.root(QStringLiteral("leasing")),
        m_world.rootKey(QStringLiteral("leasing")), m_world.privateKey(QStringLiteral("device")),
        {pack.serial.text(), {}}, {{}, {}, pack.serial.text(), false}, {TestWorld::now - 10, TestWorld::now + 1000});
    QVERIFY(!judge(receipt, *pki::makeSigningKey(m_world.privateKey(QStringLiteral("device")), {*forged})).ok());
    Receipt other = receipt;
    other.applied[0].value = Milli{94000};
    QVERIFY(!judge(other, *device).ok());
    other = receipt;
    other.applied.clear();
    QVERIFY(!judge(other, *device).ok());
    other = receipt;
    other.document = sha256("another");
    QVERIFY(!judge(other, *device).ok());
}

void TestVerifier::overlays()
{
    PackState pack = m_world.pack();
    ChangeRequest request = m_world.request(pack, QStringLiteral("soc.max"), 95000);
    request.periodEnd = TestWorld::now + 1000;
    pack.values = valuesAfter(request, pack);
    QCOMPARE(pack.value(socMax()).value, 95000);
    QCOMPARE(pack.values.value(socMax()).revision, 2);
    pack.now += 1000;
    QCOMPARE(pack.value(socMax()).value, 90000);
    pack.now -= 1000;
    // Base 90 and overlay 95 both have to hold against soc.min + 20.
    QVERIFY(judgeValue(ParameterId::fromTrusted(QStringLiteral("soc.min")), Milli{70001}, pack).refusal);
    const ChangeRequest permanent = m_world.request(pack, QStringLiteral("soc.max"), 92000);
    pack.values = valuesAfter(permanent, pack);
    QCOMPARE(pack.values.value(socMax()).base.value, 92000);
    QVERIFY(!pack.values.value(socMax()).overlay);
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
