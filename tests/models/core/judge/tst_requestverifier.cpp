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
    ChangeRequest request;
    QString author = who::fleet;
    QStringList approvers{who::leasing, who::cell};
    std::function<void(CoseSign &)> spoil = [](CoseSign &) {
    };
    std::optional<Code> expected;
};

using Change = std::function<void(Row &)>;

ParameterId socMax()
{
    return parameterId("soc.max");
}

ParameterId socMin()
{
    return parameterId("soc.min");
}

void overlay(PackState &pack, const ParameterId &parameter, qint64 to, qint64 ends)
{
    pack.values[parameter].overlay = Milli{to};
    pack.values[parameter].overlayEnds = ends;
}

/// The request as if it had been written while the pack was as it is now.
void writtenNow(Row &row)
{
    for (ParameterChange &change : row.request.packs[0].changes) {
        change.from = row.pack.value(change.parameter);
        change.revision = row.pack.values.value(change.parameter).revision;
    }
}

/// Puts the request's other half in: everything but the seats is wrong twice, and the earlier reason must be told.
Change both(const Change &first, const Change &second)
{
    return [=](Row &row) {
        second(row);
        first(row);
    };
}

} // namespace

/// Change requests beyond the first page: the quorum sentence by sentence, overlays, several changes, the order of the
/// reasons.
class TestRequestVerifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void invalidExtrasAreReported();
    void ratifiedTighten();
    void case13DeliveredAgain();

private:
    void catalogue();
    void people();
    void rootsAndParties();
    void authors();
    void lists();
    void withdrawals();
    void overlays();
    void several();
    void order();
    void add(const char *name, std::optional<Code> expected, const Change &change, const char *parameter = "soc.max",
        qint64 to = 95000);
    /// Adds a signature of somebody who is no standing person of the world.
    Change signedAlsoBy(const TestWorld::Leaf &leaf, Meaning meaning = Meaning::Approve);
    /// Two seats of layer 2 for whoever is a technician or fleet manager.
    static void twoForService(Row &row);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::map<QString, Row> m_rows;
};

void TestRequestVerifier::add(
    const char *name, std::optional<Code> expected, const Change &change, const char *parameter, qint64 to)
{
    Row row;
    row.pack = m_world.pack();
    row.request = m_world.request(row.pack, text(parameter), to);
    row.expected = expected;
    change(row);
    m_rows.insert_or_assign(text(name), row);
    QTest::newRow(name) << text(name);
}

Change TestRequestVerifier::signedAlsoBy(const TestWorld::Leaf &leaf, Meaning meaning)
{
    return [=, this](Row &row) {
        const auto key = m_world.makeKey(leaf);
        const auto before = row.spoil;
        row.spoil = [=](CoseSign &d) {
            before(d);
            QVERIFY(d.addSignature(*key, meaning, now, someLog()).ok());
        };
    };
}

void TestRequestVerifier::twoForService(Row &row)
{
    const QList<Seat> places{
        seatOf("service", "technician"), seatOf("service", "mechanic"), seatOf("operator", "fleet-manager")};
    SeatRule rule;
    rule.groups = {{2, places}};
    row.pack.policy.roles.append({roleId("mechanic"), positionId("service"), {}});
    for (const char *position : {"service", "operator"}) {
        row.pack.charter.mayIssue[roleId("mechanic")].insert(positionId(position));
        row.pack.policy.issuers[roleId("mechanic")].insert(positionId(position));
    }
    grant(row.pack, "set-service-interval", {seatOf("service", "mechanic")});
    row.pack.policy.seats[capabilityId("set-service-interval")] = rule;
    row.approvers = {who::shop};
}

void TestRequestVerifier::people()
{
    const auto service = [&](const char *name, std::optional<Code> expected, const Change &change) {
        add(
            name, expected,
            [=](Row &r) {
                twoForService(r);
                change(r);
            },
            "service.interval", 600000);
    };
    const QString mechanic = text("mechanic");
    service("two of two", {}, signedAlsoBy({text("service"), text("service.mechanic"), mechanic, text("other")}));
    service("case 2: one of two", Code::BelowQuorum, [](Row &) {});
    service("case 4: one signature twice", Code::SignerRepeated, [](Row &r) { r.approvers.append(who::shop); });
    service("case 5: one key under two certificates", Code::SignerRepeated,
        signedAlsoBy({text("service"), text("service.mechanic"), mechanic, who::shop}));
    service("case 5: one key certified by two companies", Code::SignerRepeated,
        signedAlsoBy({text("courier"), text("courier.mechanic"), mechanic, who::shop}));
    service("case 6: one person with two keys and two roles", Code::SignerRepeated,
        signedAlsoBy({text("service"), who::shop, mechanic, text("other")}));
    service("a namesake under another root is another person", {},
        signedAlsoBy({text("courier"), who::shop, mechanic, text("other")}));
    service("layer 2: whoever issued the key, the role's position decides", {},
        signedAlsoBy({text("courier"), text("courier.mechanic"), mechanic, text("other")}));
    service("layer 2: and counts for the party of that position", Code::BelowQuorum, [=, this](Row &r) {
        r.pack.foundation.layers[2] = {2, 2};
        signedAlsoBy({text("courier"), text("courier.mechanic"), mechanic, text("other")})(r);
    });
    service("layer 2: a key that its issuer made will do", {}, [=, this](Row &r) {
        TestWorld::Leaf leaf{text("service"), text("service.mechanic"), mechanic, text("other")};
        leaf.issuerGenerated = true;
        signedAlsoBy(leaf)(r);
    });
    service("a company that may not issue this role", Code::RoleNotIssuable,
        signedAlsoBy({text("leasing"), text("leasing.mechanic"), mechanic, text("other")}));
    service("the same seat of a group is not filled twice", Code::BelowQuorum,
        signedAlsoBy({text("service"), text("service.technician-2"), text("technician"), text("other")}));
    service("case 7: at least nothing of the group", Code::BelowQuorum, [](Row &r) {
        r.approvers.clear();
        r.pack.policy.seats[capabilityId("set-service-interval")].groups[0].atLeast = 1;
        r.pack.foundation.layers[2] = {0, 0};
    });
    service("case 7: the foundation says nothing of the layer", Code::BelowQuorum, [=, this](Row &r) {
        r.pack.foundation.layers.remove(2);
        signedAlsoBy({text("service"), text("service.mechanic"), mechanic, text("other")})(r);
    });
}

void TestRequestVerifier::rootsAndParties()
{
    const auto specialistBy = [this](const char *party) {
        return [=, this](Row &r) {
            r.approvers = {who::leasing};
            r.pack.charter.mayIssue[roleId("specialist")].insert(positionId("platform"));
            r.pack.policy.issuers[roleId("specialist")].insert(positionId("platform"));
            signedAlsoBy({text(party), text("x.specialist"), text("specialist"), text("other")})(r);
        };
    };
    add("layer 3: certified by its own party", {}, specialistBy("celldata"));
    add("layer 3: certified by another that may", Code::SignerNotAuthorised, specialistBy("platform"));
    add("layer 3: certified by another that may not", Code::RoleNotIssuable, specialistBy("service"));
    add("layer 3: two seats under one root", Code::SignerRepeated, [this](Row &r) {
        // Both positions have come into one hand, with one root.
        r.pack.charter.positions[positionId("cell-data")].rootDer = m_world.root(text("leasing")).der;
        r.pack.charter.mayIssue[roleId("specialist")].insert(positionId("owner"));
        r.pack.policy.issuers[roleId("specialist")].insert(positionId("owner"));
        r.approvers = {who::leasing};
        signedAlsoBy({text("leasing"), text("leasing.specialist"), text("specialist"), text("other")})(r);
    });
    add("layer 3: one company with two roots", Code::BelowQuorum,
        [](Row &r) { r.pack.charter.positions[positionId("cell-data")].party = text("leasing"); });
    add(
        "layer 4: one company with two roots", Code::BelowQuorum,
        [](Row &r) {
            r.approvers = {who::leasing, who::cell, who::platform};
            r.pack.charter.positions[positionId("platform")].party = text("leasing");
        },
        "cell.voltage.max", 4250);
    add("case 36: the certificate names no role of the policy", Code::RoleNotIssuable,
        [](Row &r) { r.pack.policy.roles.removeIf([](const Role &role) { return role.id == roleId("specialist"); }); });
    add("case 9: the rules on the pack decide, not those at signing", Code::BelowQuorum, [](Row &r) {
        r.pack.policy.seats[capabilityId("set-soc-max")].all.append(seatOf("platform", "platform-engineer"));
    });
    add("case 7: a rule without seats", Code::OutsidePolicy,
        [](Row &r) { r.pack.policy.seats[capabilityId("set-soc-max")] = {}; });
    add("a grant that begins tomorrow", Code::SignerNotAuthorised, [](Row &r) {
        for (Grant &grant : r.pack.policy.grants)
            grant.from = now + 1;
    });
    add("a grant while charging, and the pack charges", {}, [](Row &r) {
        r.pack.condition = text("charging");
        for (Grant &grant : r.pack.policy.grants)
            grant.states = {text("charging")};
    });
    add("a grant while charging, and the pack drives", Code::SignerNotAuthorised, [](Row &r) {
        r.pack.condition = text("discharging");
        for (Grant &grant : r.pack.policy.grants)
            grant.states = {text("charging")};
    });
    add("the capability moved inward: three seats", Code::BelowQuorum,
        [](Row &r) { r.pack.silicon.layers[capabilityId("set-soc-max")] = 4; });
    add(
        "the layer of a capability cannot move outward", Code::BelowQuorum,
        [](Row &r) {
            r.pack.silicon.layers[capabilityId("set-cell-voltage-max")] = 1;
            r.approvers = {who::cell, who::leasing};
        },
        "cell.voltage.max", 4250);
    add("case 25: another algorithm", Code::Algorithm, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            QCborMap header = QCborValue::fromCbor(d.signatures[1].protectedHeader).toMap();
            header[QCborValue(1)] = -7;
            d.signatures[1].protectedHeader = cbor::encode(header);
        };
    });
    add("case 24: an approval becomes an author's word", Code::SignatureInvalid, [](Row &r) {
        // The meaning is part of what is signed.
        r.spoil = [](CoseSign &d) {
            CoseSignature turned = d.signatures[0];
            d.signatures[0].meaning = Meaning::Author;
            turned.protectedHeader.replace("author", "approve");
            turned.protectedHeader.replace("fauthor", "gapprove");
            QCborMap header = QCborValue::fromCbor(d.signatures[0].protectedHeader).toMap();
            header[QCborValue(text("meaning"))] = text("approve");
            d.signatures[2].protectedHeader = cbor::encode(header);
            d.signatures[2].leafSha256 = d.signatures[0].leafSha256;
            d.signatures[2].chain = d.signatures[0].chain;
            d.signatures[2].signature = d.signatures[0].signature;
        };
    });
}

void TestRequestVerifier::authors()
{
    add("another author beside", {}, [](Row &) {});
    add("another author's good signature fills nothing", Code::BelowQuorum, [this](Row &r) {
        r.approvers = {who::leasing};
        const auto key = m_world.key(who::cell);
        r.spoil = [key](CoseSign &d) {
            QVERIFY(d.addSignature(*key, Meaning::Author, now, someLog()).ok());
        };
    });
    add("another author's bad signature is ignored", Code::BelowQuorum, [this](Row &r) {
        r.approvers = {who::leasing};
        signedAlsoBy({text("stranger"), text("stranger.x"), text("specialist"), text("other")}, Meaning::Author)(r);
    });
    add("the author by another certificate of his key", Code::Malformed, [this](Row &r) {
        r.author.clear();
        signedAlsoBy({text("courier"), who::fleet, text("fleet-manager"), who::fleet}, Meaning::Author)(r);
    });
    add(
        "the author's key under another name approves", Code::AuthorIsApprover,
        [this](Row &r) {
            r.approvers = {who::cell, who::leasing};
            signedAlsoBy({text("platform"), text("platform.x"), text("platform-engineer"), who::fleet})(r);
        },
        "cell.voltage.max", 4250);
    add(
        "the author by another key of his approves", Code::AuthorIsApprover,
        [this](Row &r) {
            r.pack.charter.authorMayFill.clear();
            r.approvers = {who::leasing, who::cell};
            signedAlsoBy({text("courier"), who::fleet, text("fleet-manager"), text("other")})(r);
        },
        "soc.max", 96000);
    add(
        "the author fills the extra seat where he may", {},
        [this](Row &r) {
            r.approvers = {who::leasing, who::cell};
            signedAlsoBy({text("courier"), who::fleet, text("fleet-manager"), text("other")})(r);
        },
        "soc.max", 96000);
    add("the author's certificate has run out", Code::Malformed, [this](Row &r) {
        for (const char *issuer : {"courier", "courier-issuer", "leasing", "celldata"})
            replaceList(r.pack, m_world.root(text(issuer)), m_world.crl(text(issuer), {}, 2, now, now + 500 * day));
        r.pack.now = now + 366 * day;
        r.request.head.created = r.pack.now - 5;
        r.request.head.expires = r.pack.now + 5;
    });
}

void TestRequestVerifier::lists()
{
    const auto cellList = [this](qint64 from, qint64 until) {
        return [=, this](Row &r) {
            replaceList(r.pack, m_world.root(text("celldata")), m_world.crl(text("celldata"), {}, 2, from, until));
        };
    };
    add("layer 3: the list ends in a second", {}, cellList(now - day, now + 1));
    add("layer 3: the list ended a second ago", Code::CrlStale, cellList(now - day, now - 1));
    add("layer 3: a list of tomorrow", Code::CrlStale, cellList(now + day, now + 2 * day));
    const auto shopList = [this](qint64 until) {
        return [=, this](Row &r) {
            r.approvers = {who::shop};
            replaceList(
                r.pack, m_world.root(text("service")), m_world.crl(text("service"), {}, 2, now - 40 * day, until));
        };
    };
    add("layer 2: the list 6 days late", {}, shopList(now - 6 * day), "service.interval", 600000);
    add("layer 2: the list 8 days late", Code::CrlStale, shopList(now - 8 * day), "service.interval", 600000);
    add("case 34: a revoked issuing authority", Code::Malformed, [this](Row &r) {
        replaceList(r.pack, m_world.root(text("courier")),
            m_world.crl(text("courier"), {m_world.root(text("courier-issuer"))}, 2));
    });
    add("case 34: the list of another issuer under the name", Code::CrlStale, [this](Row &r) {
        const auto forged = pki::issueCrl(
            m_world.root(text("celldata")), m_world.rootKey(text("stranger")), 9, {now - day, now + day}, {});
        replaceList(r.pack, m_world.root(text("celldata")), {*forged, {}});
    });
}

void TestRequestVerifier::withdrawals()
{
    const auto withdrawnBy = [this](const char *party, const QString &person) {
        return [=, this](Row &r) {
            r.pack.withdrawals = {{{}, now + day, m_world.root(text(party)).sha256, person}};
        };
    };
    add("withdrawn by its author", Code::Withdrawn, withdrawnBy("courier", who::fleet));
    add("withdrawn by a signer", Code::Withdrawn, withdrawnBy("celldata", who::cell));
    add("withdrawn by somebody who did not sign", {}, withdrawnBy("platform", who::platform));
    add("withdrawn by a namesake elsewhere", {}, withdrawnBy("platform", who::cell));
    add("withdrawn by a signer who adds nothing", Code::Withdrawn, [=](Row &r) {
        r.approvers.append(who::platform);
        withdrawnBy("platform", who::platform)(r);
    });
    add("another document was withdrawn", {}, [this](Row &r) {
        r.pack.withdrawals = {{sha256("another"), now + day, m_world.root(text("courier")).sha256, who::fleet}};
    });
}

void TestRequestVerifier::overlays()
{
    add("case 31: from names the base under an overlay", Code::StaleBase,
        [](Row &r) { overlay(r.pack, socMax(), 85000, now + 10); });
    add("from names the overlay in force", {}, [](Row &r) {
        overlay(r.pack, socMax(), 85000, now + 10);
        writtenNow(r);
    });
    add("case 56: the overlay ended in between", Code::StaleBase, [](Row &r) {
        overlay(r.pack, socMax(), 85000, now + 10);
        writtenNow(r);
        r.pack.now = now + 10;
    });
    add("case 56: after its end the base is meant", {}, [](Row &r) {
        overlay(r.pack, socMax(), 85000, now + 10);
        r.pack.now = now + 10;
        writtenNow(r);
    });
    add("case 56: the period ends now", Code::Expired, [](Row &r) { r.request.periodEnd = now; });
    const auto crossed = [](qint64 base, qint64 over, qint64 ends) {
        return [=](Row &r) {
            r.pack.values[socMax()].base = Milli{base};
            if (over != 0)
                overlay(r.pack, socMax(), over, ends);
        };
    };
    add("window: base and base", {}, crossed(60000, 0, 0), "soc.min", 40000);
    add("window: base and base, by one", Code::CrossRule, crossed(59999, 0, 0), "soc.min", 40000);
    add("window: under the other's overlay", Code::CrossRule, crossed(90000, 59999, now + 10), "soc.min", 40000);
    add("window: under the other's base while an overlay hides it", Code::CrossRule, crossed(59999, 90000, now + 10),
        "soc.min", 40000);
    add("window: the other's overlay has ended", {}, crossed(90000, 59999, now), "soc.min", 40000);
    add(
        "window: a temporary change against the other's overlay", Code::CrossRule,
        [=](Row &r) {
            crossed(90000, 59999, now + 10)(r);
            r.request.periodEnd = now + 5;
        },
        "soc.min", 40000);
    add(
        "window: a temporary change, its own base would cross", Code::CrossRule,
        [](Row &r) {
            r.pack.values[socMin()].base = Milli{45000};
            r.pack.values[socMax()].base = Milli{64000};
            writtenNow(r);
            r.request.periodEnd = now + 5;
        },
        "soc.min", 20000);
    add(
        "window: a permanent change drops the overlay that would cross", {},
        [](Row &r) {
            overlay(r.pack, socMin(), 45000, now + 10);
            r.pack.values[socMax()].base = Milli{64000};
            writtenNow(r);
        },
        "soc.min", 30000);
    add(
        "window: a temporary change takes the place of the overlay", {},
        [](Row &r) {
            overlay(r.pack, socMin(), 45000, now + 10);
            r.pack.values[socMax()].base = Milli{64000};
            writtenNow(r);
            r.request.periodEnd = now + 5;
        },
        "soc.min", 30000);
    add(
        "case 28: the minimum above the maximum", Code::AboveSiliconLimit, [](Row &) {}, "soc.min", 96000);
    add("a gap that no number can hold", Code::CrossRule,
        [](Row &r) { r.pack.policy.crossRules[0].gap = Milli{INT64_MAX}; });
    add("another's rule is not asked", {}, [](Row &r) {
        r.pack.policy.crossRules.append({parameterId("cell.voltage.max"), Milli{1}, socMin()});
    });
}

void TestRequestVerifier::several()
{
    const auto also = [](const char *parameter, const char *unit, qint64 from, qint64 to) {
        return ParameterChange{parameterId(parameter), text(unit), Milli{from}, 1, Milli{to}};
    };
    const auto with = [](const ParameterChange &change) {
        return [=](Row &r) {
            r.request.packs[0].changes.append(change);
        };
    };
    add("two values at once", {}, with(also("soc.min", "%", 10000, 15000)));
    add("case 19: one of two is stale", Code::StaleBase, with(also("soc.min", "%", 10001, 15000)));
    add("case 30: one of two above silicon", Code::AboveSiliconLimit, with(also("soc.min", "%", 10000, 50001)));
    add("case 30: a second value of layer 4", Code::BelowQuorum, with(also("cell.voltage.max", "V", 4200, 4210)));
    add("a second value of layer 4, with its seats", {}, [=](Row &r) {
        r.approvers = {who::leasing, who::cell, who::platform};
        with(also("cell.voltage.max", "V", 4200, 4210))(r);
    });
    add("a second value of layer 2, without its seat", Code::BelowQuorum,
        with(also("service.interval", "cycles", 500000, 600000)));
    add("a second value of layer 2, with its seat", {}, [=](Row &r) {
        r.approvers.append(who::shop);
        with(also("service.interval", "cycles", 500000, 600000))(r);
    });
    add("one value twice", Code::Malformed, with(also("soc.max", "%", 90000, 95000)));
    add("both ends of the window at once", {}, [=](Row &r) {
        r.request.packs[0].changes[0].to = Milli{80000};
        with(also("soc.min", "%", 10000, 50000))(r);
    });
    add("both ends of the window too close", Code::CrossRule, [=](Row &r) {
        r.request.packs[0].changes[0].to = Milli{80000};
        r.pack.policy.crossRules[0].gap = Milli{30001};
        with(also("soc.min", "%", 10000, 50000))(r);
    });
    add("for two packs", {}, [](Row &r) {
        PackChanges second = r.request.packs[0];
        second.serial = PackSerial::fromTrusted(text("SDB-TEST-0002"));
        second.changes[0].to = Milli{5'000'000};
        r.request.packs.append(second);
    });
    add("one pack twice", Code::Malformed, [](Row &r) { r.request.packs.append(r.request.packs[0]); });
    add("no changes", Code::Malformed, [](Row &r) { r.request.packs[0].changes.clear(); });
}

void TestRequestVerifier::order()
{
    const Change uncertain = [](Row &r) {
        r.pack.clockUncertain = true;
    };
    const Change withdrawn = [this](Row &r) {
        r.pack.withdrawals = {{{}, now + day, m_world.root(text("courier")).sha256, who::fleet}};
    };
    const Change future = [](Row &r) {
        r.request.head.created = now + 4000;
    };
    const Change expired = [](Row &r) {
        r.request.head.created = now - 20;
        r.request.head.expires = now;
    };
    const Change pack = [](Row &r) {
        r.request.packs[0].serial = PackSerial::fromTrusted(text("SDB-TEST-0002"));
    };
    const Change hardware = [](Row &r) {
        r.request.packs[0].hardware = text("lfp-100s1p");
    };
    const Change state = [](Row &r) {
        r.pack.lifeCycle = LifeCycle::Decommissioned;
    };
    const Change locked = [](Row &r) {
        r.pack.lock.locked = true;
    };
    const Change stale = [](Row &r) {
        r.request.packs[0].changes[0].revision = 7;
    };
    const Change silicon = [](Row &r) {
        r.request.packs[0].changes[0].to = Milli{100001};
    };
    const Change prohibited = [](Row &r) {
        r.pack.silicon.prohibited.insert(capabilityId("set-soc-max"));
    };
    const Change charter = [](Row &r) {
        r.pack.charter.ranges[socMax()] = {Milli{50000}, Milli{94999}};
    };
    const Change policy = [](Row &r) {
        r.pack.policy.seats.remove(capabilityId("set-soc-max"));
    };
    const Change crossing = [](Row &r) {
        r.pack.policy.crossRules[0].gap = Milli{90000};
    };
    const Change nobody = [](Row &r) {
        r.approvers.clear();
    };
    const Change nobodyAtAll = [](Row &r) {
        r.author.clear();
    };
    add("order: malformed before time-uncertain", Code::Malformed, both(nobodyAtAll, uncertain));
    add("order: time-uncertain before withdrawn", Code::TimeUncertain, both(uncertain, withdrawn));
    add("order: withdrawn before not-yet-valid", Code::Withdrawn, both(withdrawn, future));
    add("order: not-yet-valid before wrong-pack", Code::NotYetValid, both(future, pack));
    add("order: expired before wrong-pack", Code::Expired, both(expired, pack));
    add("order: wrong-pack before wrong-hardware", Code::WrongPack, both(pack, hardware));
    add("order: wrong-hardware before wrong-state", Code::WrongHardware, both(hardware, state));
    add("order: wrong-state before theft-locked", Code::WrongState, both(state, locked));
    add("order: theft-locked before stale-base", Code::TheftLocked, both(locked, stale));
    add("order: stale-base before above-silicon-limit", Code::StaleBase, both(stale, silicon));
    add("order: above-silicon-limit before prohibited", Code::AboveSiliconLimit, both(silicon, prohibited));
    add("order: prohibited before outside-charter", Code::Prohibited, both(prohibited, charter));
    add("order: outside-charter before outside-policy", Code::OutsideCharter, both(charter, policy));
    add("order: outside-policy before cross-rule", Code::OutsidePolicy, both(policy, crossing));
    add("order: cross-rule before below-quorum", Code::CrossRule, both(crossing, nobody));
    add("order: step-too-large before cross-rule", Code::StepTooLarge,
        both(
            [](Row &r) {
                r.pack.policy.steps[socMax()] = Milli{1};
                r.pack.policy.seats[capabilityId("set-soc-max")].beyondStep.reset();
            },
            crossing));
    add("order: beyond a soft limit that nobody may pass", Code::OutsidePolicy, [](Row &r) {
        r.pack.policy.softLimits[socMax()] = {Milli{60000}, Milli{94999}};
        r.pack.policy.seats[capabilityId("set-soc-max")].beyondSoftLimit.reset();
    });
    add("theft-locked", Code::TheftLocked, locked);
}

void TestRequestVerifier::catalogue()
{
    add("case 1: no signatures", Code::Malformed, [](Row &r) {
        r.author.clear();
        r.approvers.clear();
    });
    add("case 10: another pack", Code::WrongPack,
        [](Row &r) { r.request.packs[0].serial = PackSerial::fromTrusted(text("SDB-TEST-0002")); });
    add("case 11: another chemistry", Code::WrongHardware,
        [](Row &r) { r.request.packs[0].hardware = text("lfp-100s1p"); });
    add("case 15: an old document that has not expired", {}, [](Row &r) {
        r.request.head.created = now - 89 * day;
        r.request.head.expires = now + 1;
    });
    add("case 16: it expires in this second", Code::Expired, [](Row &r) { r.request.head.expires = now; });
    add("case 17: from tomorrow", Code::NotYetValid, [](Row &r) { r.request.head.created = now + day; });
    add("case 22: another spelling of the same", Code::NotCanonical, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            // A revision of one byte, written with two.
            d.payload.replace(QByteArray("hrevision\x01"), QByteArray("hrevision\x18\x01"));
        };
    });
    const QStringList three{who::cell, who::leasing, who::platform};
    const auto by = [](const QStringList &approvers) {
        return [=](Row &r) {
            r.approvers = approvers;
        };
    };
    add("case 27: 5.25 V with all signatures", Code::AboveSiliconLimit, by(three), "cell.voltage.max", 5250);
    add(
        "case 29: a step too far without its seat", Code::BelowQuorum, [](Row &) {}, "soc.max", 79999);
    add("case 54: an approver was revoked in between", Code::CertificateRevoked, [this](Row &r) {
        replaceList(
            r.pack, m_world.root(text("celldata")), m_world.crl(text("celldata"), {m_world.key(who::cell)->leaf()}, 2));
    });
    add("case 58: approvals of another request", Code::SignatureInvalid, [this](Row &r) {
        ChangeRequest other = r.request;
        other.head.id = QByteArray(16, 'j');
        const CoseSign signedOther = signPayload(m_world, contenttype::request, other.encode(), r.author, r.approvers);
        r.spoil = [signedOther](CoseSign &d) {
            d.signatures[1] = signedOther.signatures.at(1);
            d.signatures[2] = signedOther.signatures.at(2);
        };
    });
    add("case 61: three signed, but not the cell maker", Code::SignerNotAuthorised,
        by({who::leasing, who::platform, who::shop}), "cell.voltage.max", 4250);
    add("case 62: an approver's clock is a year ahead", {}, [this](Row &r) {
        r.approvers = {who::leasing};
        const auto key = m_world.key(who::cell);
        r.spoil = [key](CoseSign &d) {
            QVERIFY(d.addSignature(*key, Meaning::Approve, now + 365 * day, someLog()).ok());
        };
    });
}

void TestRequestVerifier::case13DeliveredAgain()
{
    PackState pack = m_world.pack();
    const ChangeRequest request = m_world.request(pack, text("soc.max"), 95000);
    const QByteArray bytes = m_world.signedBytes(request, {who::leasing, who::cell});
    const Verdict first = verifyRequest(bytes, pack);
    pack = stateAfter(first, pack);
    pack.receipts.insert(first.payloadSha256, "receipt");
    const Verdict again = verifyRequest(bytes, pack);
    QVERIFY(again.accepted() && again.alreadyApplied);
    QVERIFY(stateAfter(again, pack) == pack);
    // Also long after it expired, and whatever became of the pack: the receipt is the answer, and nothing happens.
    pack.now += 400 * day;
    pack.lock.locked = true;
    QVERIFY(verifyRequest(bytes, pack).alreadyApplied);
    pack.receipts.clear();
    QVERIFY(!verifyRequest(bytes, pack).accepted());
}

void TestRequestVerifier::verdicts_data()
{
    QTest::addColumn<QString>("name");
    catalogue();
    people();
    rootsAndParties();
    authors();
    lists();
    withdrawals();
    overlays();
    several();
    order();
}

void TestRequestVerifier::verdicts()
{
    QFETCH(QString, name);
    Row row = m_rows.at(name);
    CoseSign document = signPayload(m_world, contenttype::request, row.request.encode(), row.author, row.approvers);
    row.spoil(document);
    for (KeptWithdrawal &withdrawal : row.pack.withdrawals) {
        if (withdrawal.document.isEmpty())
            withdrawal.document = sha256(document.payload);
    }
    const Verdict verdict = verifyRequest(document.encode(), row.pack);
    QVERIFY2(verdict.accepted() == !row.expected.has_value(), qPrintable(said(verdict.refusal)));
    if (row.expected)
        QVERIFY2(verdict.refusal->code == *row.expected, qPrintable(said(verdict.refusal)));
    else
        QVERIFY(stateAfter(verdict, row.pack).values == valuesAfter(row.request, row.pack));
}

void TestRequestVerifier::invalidExtrasAreReported()
{
    // Case 3: an invalid signature beside enough good ones is shown as such and never counted.
    const PackState pack = m_world.pack();
    const ChangeRequest request = m_world.request(pack, text("soc.max"), 95000);
    CoseSign document = signPayload(
        m_world, contenttype::request, request.encode(), who::fleet, {who::leasing, who::cell, who::platform});
    document.signatures[3].signature[5] = char(document.signatures[3].signature[5] ^ 1);
    const Verdict verdict = verifyRequest(document.encode(), pack);
    QVERIFY2(verdict.accepted(), qPrintable(said(verdict.refusal)));
    QCOMPARE(verdict.signatures.at(3).problem, std::optional(Code::SignatureInvalid));
    QVERIFY(!verdict.signatures.at(3).counted);
    QVERIFY(verdict.signatures.at(1).counted && verdict.signatures.at(2).counted);
    QVERIFY(!verdict.signatures.at(0).counted);
}

void TestRequestVerifier::ratifiedTighten()
{
    PackState pack = m_world.pack();
    Verdict tightened;
    tightened.command = Command{};
    tightened.command->kind = CommandKind::Tighten;
    tightened.command->parameter = socMax();
    tightened.command->to = Milli{80000};
    pack = stateAfter(tightened, pack);
    QCOMPARE(pack.value(socMax()).value, 80000);
    // By a request for the same value it stays.
    const ChangeRequest request = m_world.request(pack, text("soc.max"), 80000);
    const Verdict ratified = verifyRequest(m_world.signedBytes(request, {who::leasing, who::cell}), pack);
    QVERIFY2(ratified.accepted(), qPrintable(said(ratified.refusal)));
    PackState stays = stateAfter(ratified, pack);
    stays.now += 8 * day;
    QCOMPARE(stays.value(socMax()).value, 80000);
    // Case 56: without one it reverts on time, also after a restart: only the clock and what is stored decide.
    PackState reverts = pack;
    reverts.now += 7 * day - 1;
    QCOMPARE(reverts.value(socMax()).value, 80000);
    reverts.now += 1;
    QCOMPARE(reverts.value(socMax()).value, 90000);
    // And the request comes too late then.
    QVERIFY(!verifyRequest(m_world.signedBytes(request, {who::leasing, who::cell}), reverts).accepted());
}

QTEST_GUILESS_MAIN(TestRequestVerifier)
#include "tst_requestverifier.moc"
