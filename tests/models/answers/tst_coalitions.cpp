// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/coalitions.h"
#include "tests/support/testworld.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <functional>

using namespace packwarden;
using test::TestWorld;

namespace {

CapabilityId capability(const char *id)
{
    return CapabilityId::fromTrusted(QLatin1String(id));
}

RoleId role(const char *id)
{
    return RoleId::fromTrusted(QLatin1String(id));
}

PositionId position(const char *id)
{
    return PositionId::fromTrusted(QLatin1String(id));
}

/// The rules once more, read from FORMATS.md and written without any of core's searches: people are numbers, seats are
/// filled by trying every arrangement.
class Naive
{
public:
    struct Person
    {
        int company = 0;
        int root = 0;
        RoleId role;
        PositionId place; ///< of the role
    };
    struct Place
    {
        QList<Seat> of;
        int group = -1;
    };

    Naive(const PackState &pack, const CapabilityId &what)
        : m_pack(pack)
        , m_what(what)
        , m_layer(pack.silicon.layers.value(what))
    {
        QStringList companies;
        QList<QByteArray> roots;
        for (const Position &each : pack.charter.positions) {
            if (!companies.contains(each.party))
                companies << each.party;
            if (!roots.contains(each.rootDer))
                roots << each.rootDer;
        }
        names = companies;
        const SeatRule rule = pack.policy.seats.value(what);
        QList<Seat> singles = rule.all;
        for (const Seat &must : pack.charter.mandatorySeats.value(what)) {
            if (!singles.contains(must))
                singles << must;
        }
        for (const Seat &seat : singles)
            m_places << Place{{seat}, -1};
        for (int g = 0; g < rule.groups.size(); ++g) {
            for (int i = 0; i < rule.groups.at(g).atLeast; ++i)
                m_places << Place{rule.groups.at(g).of, g};
        }
        // As many of a kind as there are seats, and one to write.
        for (auto at = pack.charter.positions.begin(); at != pack.charter.positions.end(); ++at) {
            for (const Role &each : pack.policy.roles) {
                if (!pack.charter.mayIssue.value(each.id).contains(at.key())
                    || !pack.policy.issuers.value(each.id).contains(at.key()))
                    continue;
                for (int copy = 0; copy < 3; ++copy)
                    people << Person{
                        int(companies.indexOf(at->party)), int(roots.indexOf(at->rootDer)), each.id, each.position};
            }
        }
    }

    bool isEnough(const QList<int> &who) const
    {
        if (m_places.isEmpty())
            return false;
        const auto floor = m_pack.foundation.layers.value(m_layer);
        if (m_layer <= 2 && floor.seats == 1 && floor.parties == 1 && m_places.size() == 1) {
            return std::any_of(who.begin(), who.end(),
                [&](int one) { return m_places.at(0).of.contains(seatOf(one)) && isGranted(one); });
        }
        if (floor.seats < 1 || m_places.size() < floor.seats)
            return false;
        return std::any_of(who.begin(), who.end(), [&](int author) {
            QList<int> sitting(m_places.size(), -1);
            QList<int> chairs(m_places.size(), -1);
            return fill(0, who, author, sitting, chairs);
        });
    }

    /// By size: the fewest people, or 0; and which companies can alone.
    int fewestPeople(int most) const
    {
        for (int size = 1; size <= most; ++size) {
            if (anyOf(size, [this](const QList<int> &who) { return isEnough(who); }))
                return size;
        }
        return 0;
    }

    int fewestCompanies() const
    {
        int fewest = 0;
        for (int mask = 1; mask < 1 << names.size(); ++mask) {
            const int size = int(std::popcount(unsigned(mask)));
            if ((fewest == 0 || size < fewest) && isEnough(of(mask)))
                fewest = size;
        }
        return fewest;
    }

    QStringList aloneCompanies() const
    {
        QStringList alone;
        for (int i = 0; i < names.size(); ++i) {
            if (isEnough(of(1 << i)))
                alone << names.at(i);
        }
        return alone;
    }

    QStringList names;
    QList<Person> people;

private:
    QList<int> of(int mask) const
    {
        QList<int> who;
        for (int i = 0; i < people.size(); ++i) {
            if (mask & (1 << people.at(i).company))
                who << i;
        }
        return who;
    }

    bool anyOf(int size, const std::function<bool(const QList<int> &)> &test) const
    {
        QList<int> who;
        const std::function<bool(int)> go = [&](int from) {
            if (who.size() == size)
                return test(who);
            for (int i = from; i < people.size(); ++i) {
                who << i;
                if (go(i + 1))
                    return true;
                who.removeLast();
            }
            return false;
        };
        return go(0);
    }

    Seat seatOf(int one) const { return {people.at(one).place, people.at(one).role}; }

    bool isGranted(int one) const
    {
        const auto &grants = m_pack.policy.grants;
        return m_pack.charter.mayHold.value(m_what).contains(people.at(one).role)
            && std::any_of(grants.begin(), grants.end(), [&](const Grant &grant) {
                   return grant.capability == m_what && grant.role == people.at(one).role && grant.from <= m_pack.now
                       && (grant.until == 0 || m_pack.now < grant.until);
               });
    }

    bool maySit(int one, int author) const
    {
        const Person &person = people.at(one);
        if (!isGranted(one))
            return false;
        if (m_layer >= 3 && rootOf(person.place) != person.root)
            return false;
        return one != author || (m_layer < 4 && m_pack.charter.authorMayFill.contains(person.place));
    }

    int rootOf(const PositionId &place) const
    {
        QList<QByteArray> roots;
        for (const Position &each : m_pack.charter.positions) {
            if (!roots.contains(each.rootDer))
                roots << each.rootDer;
        }
        return int(roots.indexOf(m_pack.charter.positions.value(place).rootDer));
    }

    bool fill(int place, const QList<int> &who, int author, QList<int> &sitting, QList<int> &chairs) const
    {
        if (place == m_places.size()) {
            QSet<QString> parties;
            bool others = false;
            for (int one : sitting) {
                parties << m_pack.charter.positions.value(people.at(one).place).party;
                others = others || one != author;
            }
            return others && parties.size() >= m_pack.foundation.layers.value(m_layer).parties;
        }
        for (int one : who) {
            const int chair = int(m_places.at(place).of.indexOf(seatOf(one)));
            if (chair < 0 || !maySit(one, author))
                continue;
            bool clash = false;
            for (int before = 0; before < place; ++before) {
                clash = clash || sitting.at(before) == one
                    || (m_layer >= 3 && people.at(sitting.at(before)).root == people.at(one).root)
                    || (m_places.at(place).group >= 0 && m_places.at(before).group == m_places.at(place).group
                        && chairs.at(before) == chair);
            }
            if (clash)
                continue;
            sitting[place] = one;
            chairs[place] = chair;
            if (fill(place + 1, who, author, sitting, chairs))
                return true;
        }
        return false;
    }

    const PackState &m_pack;
    CapabilityId m_what;
    int m_layer;
    QList<Place> m_places;
};

} // namespace

/// How few are enough, against a search that tries everything.
class CoalitionsTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;

    template <typename T> T oneOf(const QList<T> &list, QRandomGenerator &random)
    {
        return list.at(random.bounded(int(list.size())));
    }

    void mixUp(PackState &pack, const CapabilityId &what, QRandomGenerator &random)
    {
        QList<Seat> seats;
        for (const Role &each : pack.policy.roles)
            seats << Seat{each.position, each.id};
        SeatRule rule;
        for (int i = random.bounded(3); i > 0; --i) {
            const Seat seat = oneOf(seats, random);
            if (!rule.all.contains(seat))
                rule.all << seat;
        }
        if (rule.all.isEmpty() || random.bounded(2)) {
            SeatGroup group;
            for (const Seat &seat : seats) {
                if (random.bounded(2))
                    group.of << seat;
            }
            group.atLeast = 1 + random.bounded(2);
            if (group.of.size() >= group.atLeast)
                rule.groups << group;
        }
        pack.policy.seats[what] = rule;
        pack.charter.mandatorySeats.remove(what);
        if (random.bounded(3) == 0)
            pack.charter.mandatorySeats[what] = {oneOf(seats, random)};
        pack.policy.grants.removeIf([&](const Grant &grant) { return grant.capability == what; });
        pack.charter.mayHold[what].clear();
        for (const Seat &seat : seats) {
            if (random.bounded(8))
                pack.charter.mayHold[what].insert(seat.role);
            Grant grant;
            grant.role = seat.role;
            grant.capability = what;
            grant.until = random.bounded(10) ? 0 : TestWorld::now;
            if (random.bounded(8))
                pack.policy.grants << grant;
        }
        for (int layer = 1; layer <= 4; ++layer)
            pack.foundation.layers[layer] = {1 + int(random.bounded(3)), 1 + int(random.bounded(3))};
        if (random.bounded(3) == 0)
            pack.foundation.layers[2] = {1, 1};
        pack.charter.authorMayFill.clear();
        for (const Seat &seat : seats) {
            if (random.bounded(3) == 0)
                pack.charter.authorMayFill.insert(seat.position);
        }
        // A company in two positions; and another one that may issue the role.
        if (random.bounded(3) == 0)
            pack.charter.positions[position("service")].party = QStringLiteral("leasing");
        if (random.bounded(3) == 0) {
            pack.charter.mayIssue[role("technician")].insert(position("owner"));
            pack.policy.issuers[role("technician")].insert(position("owner"));
        }
    }

private Q_SLOTS:
    void theDemoInSmall_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("people");
        QTest::addColumn<int>("companies");
        QTest::addColumn<bool>("writer");
        QTest::addColumn<QStringList>("oneCompany");
        QTest::newRow("two sign, a third writes") << "set-soc-max" << 3 << 2 << true << QStringList();
        QTest::newRow("three sign, a fourth writes") << "set-cell-voltage-max" << 4 << 3 << true << QStringList();
        QTest::newRow("one key") << "set-service-interval" << 1 << 1 << false
                                 << QStringList{QStringLiteral("courier"), QStringLiteral("service")};
        QTest::newRow("rules") << "change-policy" << 3 << 2 << true << QStringList();
    }
    void theDemoInSmall()
    {
        QFETCH(QString, what);
        QFETCH(int, people);
        QFETCH(int, companies);
        QFETCH(bool, writer);
        QFETCH(QStringList, oneCompany);
        const Coalition found = smallestCoalition(CapabilityId::fromTrusted(what), {}, m_world.pack());
        QVERIFY(!found.impossible);
        QCOMPARE(found.people, people);
        QCOMPARE(found.companies, companies);
        QCOMPARE(found.needsWriter, writer);
        QVERIFY(found.isPeopleExact && found.isCompaniesExact);
        QStringList alone = found.oneCompany;
        alone.sort();
        QCOMPARE(alone, oneCompany);
        QVERIFY(!found.isKnownEnough());
    }

    void asNaiveSearchFinds_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("first");
        for (const char *what : {"set-soc-max", "set-cell-voltage-max", "set-service-interval", "change-policy"}) {
            for (int first = 0; first < 30; first += 15)
                QTest::addRow("%s, rules %d and on", what, first) << what << first;
        }
    }
    void asNaiveSearchFinds()
    {
        QFETCH(QString, what);
        QFETCH(int, first);
        const CapabilityId id = CapabilityId::fromTrusted(what);
        int possible = 0;
        for (int seed = first; seed < first + 15; ++seed) {
            QRandomGenerator random{quint32(seed + 1)};
            PackState pack = m_world.pack();
            mixUp(pack, id, random);
            const Coalition found = smallestCoalition(id, {}, pack);
            const Naive naive(pack, id);
            const QByteArray where = QByteArrayLiteral("rules ") + QByteArray::number(seed);
            const int companies = naive.fewestCompanies();
            QVERIFY2(found.impossible.has_value() == (companies == 0), where);
            QVERIFY2(found.isPeopleExact && found.isCompaniesExact, where);
            if (companies == 0)
                continue;
            ++possible;
            QVERIFY2(found.companies == companies, where);
            const int people = naive.fewestPeople(4);
            QVERIFY2(people == 0 ? found.people > 4 : found.people == people, where);
            QStringList alone = found.oneCompany;
            QStringList naively = naive.aloneCompanies();
            alone.sort();
            naively.sort();
            QVERIFY2(alone == naively, where);
            QVERIFY2(found.oneKey.isEmpty() == (people != 1), where);
        }
        QVERIFY2(possible > 0, "no rules that anybody can meet were tried");
    }

    /// Those who are named can, by the verifier's word; without any one of them they cannot.
    void theNamedPeopleAreAccepted()
    {
        const PackState pack = m_world.pack();
        QList<Certificate> known;
        QMap<QByteArray, QString> keys;
        for (const char *who : {"service.technician", "leasing.asset-manager", "leasing.asset-manager-2",
                 "celldata.specialist", "platform.platform-engineer", "courier.fleet-manager"}) {
            known += m_world.key(QLatin1String(who))->chain();
            keys.insert(m_world.key(QLatin1String(who))->leaf().sha256, QLatin1String(who));
        }
        const Coalition found = smallestCoalition(capability("set-soc-max"), known, pack);
        QVERIFY(found.isKnownEnough());
        QCOMPARE(int(found.knownPeople.size()), found.people);
        QStringList names;
        for (const Certificate &leaf : found.knownPeople)
            names << keys.value(leaf.sha256);
        const QString author = names.takeLast();
        ChangeRequest request = m_world.request(pack, QStringLiteral("soc.max"), 91000);
        request.head.author = m_world.key(author)->leaf().sha256;
        const auto accepted = [&](const QStringList &approvers) {
            return verifyRequest(m_world.sign(request, author, approvers).encode(), pack).accepted();
        };
        QVERIFY(accepted(names));
        for (const QString &each : std::as_const(names)) {
            QStringList fewer = names;
            fewer.removeAll(each);
            QVERIFY(!accepted(fewer));
        }
    }

    void oneLaptopIsAllKeysOfAPerson()
    {
        const PackState pack = m_world.pack();
        QList<Certificate> known = m_world.key(QStringLiteral("service.technician"))->chain();
        known += m_world.key(QStringLiteral("leasing.asset-manager"))->chain();
        QCOMPARE(smallestCoalition(capability("set-service-interval"), known, pack).oneLaptop,
            QStringList{QStringLiteral("service.technician")});
        QVERIFY(smallestCoalition(capability("set-soc-max"), known, pack).oneLaptop.isEmpty());
        // One person with keys of all three whom it takes: the same name under three roots.
        QList<Certificate> hoard;
        for (const auto &[party, as] :
            QList<QPair<QString, QString>>{{QStringLiteral("leasing"), QStringLiteral("asset-manager")},
                {QStringLiteral("celldata"), QStringLiteral("specialist")},
                {QStringLiteral("service"), QStringLiteral("technician")}}) {
            hoard += m_world.makeKey({party, QStringLiteral("everywhere"), as, party + QStringLiteral("-hoard")})
                         ->chain();
        }
        QCOMPARE(smallestCoalition(capability("set-soc-max"), hoard, pack).oneLaptop,
            QStringList{QStringLiteral("everywhere")});
        hoard.removeLast();
        QVERIFY(smallestCoalition(capability("set-soc-max"), hoard, pack).oneLaptop.isEmpty());
    }

    void anAuthorWhoMayFillIsOneLess()
    {
        PackState pack = m_world.pack();
        pack.charter.authorMayFill.insert(position("owner"));
        Coalition found = smallestCoalition(capability("set-soc-max"), {}, pack);
        QCOMPARE(found.people, 2);
        QVERIFY(!found.needsWriter);
        // Never in the innermost layer.
        found = smallestCoalition(capability("change-policy-physical"), {}, pack);
        QCOMPARE(found.people, 4);
        QVERIFY(found.needsWriter);
    }

    void commandsHaveTheirOwnSeats_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("companies");
        QTest::newRow("the owner locks alone") << "theft-lock" << 1;
        QTest::newRow("the platform must let it go") << "theft-unlock" << 2;
        QTest::newRow("the service shop must replace") << "replace-component" << 2;
    }
    void commandsHaveTheirOwnSeats()
    {
        QFETCH(QString, what);
        QFETCH(int, companies);
        PackState pack = m_world.pack();
        const CapabilityId id = CapabilityId::fromTrusted(what);
        const Seat owner{position("owner"), role("asset-manager")};
        pack.silicon.layers.insert(id, 3);
        // The policy names the owner alone; the command asks for more.
        pack.policy.seats.insert(id, {{owner}, {}, {}, {}});
        for (const char *who : {"asset-manager", "platform-engineer", "technician"}) {
            pack.charter.mayHold[id].insert(role(who));
            Grant grant;
            grant.role = role(who);
            grant.capability = id;
            pack.policy.grants.append(grant);
        }
        const Coalition found = smallestCoalition(id, {}, pack);
        QVERIFY(!found.impossible);
        QCOMPARE(found.companies, companies);
        QCOMPARE(found.oneCompany, companies == 1 ? QStringList{QStringLiteral("leasing")} : QStringList());
        // One of the company writes, another signs.
        QVERIFY(found.needsWriter);
    }

    /// The foundation's seats, by role: no policy and no grant has a say in them.
    void anAmendmentTakesTheFoundationsSeats()
    {
        PackState pack = m_world.pack();
        const CapabilityId transfer = capability("transfer-ownership");
        pack.silicon.layers.insert(transfer, 3);
        pack.policy.seats.insert(transfer, {{{position("service"), role("technician")}}, {}, {}, {}});
        const Coalition found = smallestCoalition(transfer, {}, pack);
        QVERIFY(!found.impossible);
        QCOMPARE(found.companies, 2);
        QCOMPARE(found.seats,
            (QList<Seat>{
                {position("owner"), role("asset-manager")}, {position("platform"), role("platform-engineer")}}));
    }

    /// What is done in a session asks for one key, whatever the row says: no document exists for it.
    void aRowOfASessionCannotAskForTwo()
    {
        PackState pack = m_world.pack();
        const CapabilityId balance = capability("balance");
        pack.silicon.layers.insert(balance, 2);
        const Seat service{position("service"), role("technician")};
        const Seat owner{position("owner"), role("asset-manager")};
        pack.policy.seats.insert(balance, {{service, owner}, {}, {}, {}});
        for (const Seat &seat : {service, owner}) {
            pack.charter.mayHold[balance].insert(seat.role);
            Grant grant;
            grant.role = seat.role;
            grant.capability = balance;
            pack.policy.grants.append(grant);
        }
        Coalition found = smallestCoalition(balance, {}, pack);
        QCOMPARE(found.people, 1);
        QCOMPARE(int(found.oneKey.size()), 2);
        QVERIFY(found.isRowMore);
        // As the pack: who holds the right may, alone.
        const auto technician = judgeActor(m_world.key(QStringLiteral("service.technician"))->leaf(), {}, 2, pack);
        QVERIFY(technician.ok() && grantFor(*technician, balance, pack));
        pack.policy.seats[balance].all.removeLast();
        found = smallestCoalition(balance, {}, pack);
        QVERIFY(!found.isRowMore);
    }

    void whatNobodyCanIsSaid()
    {
        PackState pack = m_world.pack();
        QVERIFY(smallestCoalition(capability("disable-protection"), {}, pack).impossible);
        pack.policy.seats.remove(capability("set-soc-max"));
        const Coalition none = smallestCoalition(capability("set-soc-max"), {}, pack);
        QVERIFY(none.impossible);
        QCOMPARE(codeName(none.impossible->code), codeName(Code::OutsidePolicy));
    }

    void aSearchThatIsCutOffSaysAtLeast()
    {
        const Coalition exact = smallestCoalition(capability("set-cell-voltage-max"), {}, m_world.pack());
        for (int budget = 1; budget < 60; ++budget) {
            const Coalition found = smallestCoalition(capability("set-cell-voltage-max"), {}, m_world.pack(), budget);
            QVERIFY(found.people <= exact.people);
            QVERIFY(found.companies <= exact.companies);
            QVERIFY(!found.impossible);
            if (found.isCompaniesExact)
                QCOMPARE(found.companies, exact.companies);
        }
        QVERIFY(!smallestCoalition(capability("set-cell-voltage-max"), {}, m_world.pack(), 3).isCompaniesExact);
    }

    void theTableHasEveryRowOfItsLayers()
    {
        const QList<Coalition> table = smallestCoalitions({3, 4}, {}, m_world.pack());
        QStringList names;
        int layer = 3;
        for (const Coalition &each : table) {
            names << each.capability.text();
            QVERIFY(each.layer >= layer);
            layer = each.layer;
            QVERIFY(each.oneCompany.isEmpty());
        }
        QCOMPARE(names,
            (QStringList{QStringLiteral("change-policy"), QStringLiteral("set-soc-max"), QStringLiteral("set-soc-min"),
                QStringLiteral("change-policy-physical"), QStringLiteral("set-cell-voltage-max")}));
    }
};

QTEST_GUILESS_MAIN(CoalitionsTest)
#include "tst_coalitions.moc"
