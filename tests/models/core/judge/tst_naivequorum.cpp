// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/judge/quorum.h"
#include "tests/models/core/judge/naivequorum.h"
#include "tests/support/testworld.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace packwarden;
using test::TestWorld;
namespace naive = packwarden::test::naive;

namespace {

struct Signer
{
    const char *root; ///< party whose root certified him
    const char *person;
    const char *role;
    const char *key; ///< cached key: the same name is the same key
    const char *flaw; ///< "" or what is wrong with the leaf
};
/// The same person twice, the same key twice, roles that other parties certified, keys that issuers made.
constexpr Signer signers[] = {{"leasing", "a", "asset-manager", "leasing.asset-manager", ""},
    {"leasing", "b", "asset-manager", "leasing.asset-manager-2", ""}, {"leasing", "a", "technician", "quorum-1", ""},
    {"leasing", "c", "asset-manager", "leasing.asset-manager", ""},
    {"celldata", "a", "specialist", "celldata.specialist", ""},
    {"celldata", "b", "specialist", "leasing.asset-manager-2", ""},
    {"celldata", "c", "specialist", "quorum-2", "issuer made the key"},
    {"platform", "a", "platform-engineer", "platform.platform-engineer", ""},
    {"platform", "b", "fleet-manager", "quorum-3", ""}, {"service", "a", "technician", "service.technician", ""},
    {"service", "b", "technician", "quorum-4", ""}, {"courier", "a", "fleet-manager", "courier.fleet-manager", ""},
    {"courier", "b", "fleet-manager", "quorum-5", ""}, {"leasing", "d", "asset-manager", "quorum-1", "expired"},
    {"celldata", "d", "specialist", "quorum-6", "revoked"},
    {"stranger", "a", "technician", "stranger-leaf", "not pinned"}};
constexpr int signerCount = int(std::size(signers));

/// What is asked for: parameter, value, its layer, and which extra seats it needs.
struct Wish
{
    const char *parameter;
    qint64 to;
    const char *capability;
    int layer;
    bool soft;
    bool step;
};
constexpr Wish wishes[]
    = {{"soc.max", 94000, "set-soc-max", 3, false, false}, {"soc.max", 96000, "set-soc-max", 3, true, false},
        {"soc.max", 70000, "set-soc-max", 3, false, true}, {"soc.max", 55000, "set-soc-max", 3, true, true},
        {"cell.voltage.max", 4150, "set-cell-voltage-max", 4, false, false},
        {"service.interval", 400000, "set-service-interval", 2, false, false}};
constexpr int wishCount = int(std::size(wishes));
constexpr const char *positions[] = {"owner", "cell-data", "platform", "service", "operator"};
constexpr const char *roles[] = {"asset-manager", "specialist", "platform-engineer", "technician", "fleet-manager"};
constexpr int placeCount = int(std::size(positions));

naive::Place placeAt(int i)
{
    return {positions[i], roles[i]};
}

Seat seatOf(const naive::Place &place)
{
    return {PositionId::fromTrusted(QString::fromStdString(place.position)),
        RoleId::fromTrusted(QString::fromStdString(place.role))};
}

QList<Seat> seatsOf(const std::vector<naive::Place> &places)
{
    QList<Seat> seats;
    for (const naive::Place &place : places)
        seats.append(seatOf(place));
    return seats;
}

} // namespace

/// Random small worlds: core and an evaluation that was written from the plain text agree on every one.
/// PACKWARDEN_SEED repeats a run, PACKWARDEN_WORLDS makes it longer.
class TestNaiveQuorum final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onePlaceOnce();
    void partiesBeforeConvenience();
    void agrees();
    void agreesOnClosePeople_data();
    void agreesOnClosePeople();
    void costIsBounded_data();
    void costIsBounded();
    void tooMuchWorkIsRefused();

private:
    struct Made
    {
        PackState pack;
        naive::Book book;
        int wish = 0;
    };
    int pick(int count) { return int(m_random.bounded(count)); }
    bool chance(int percent) { return pick(100) < percent; }
    std::vector<naive::Place> somePlaces(int least, int most);
    Made makeWorld();
    Made plainWorld(const QList<SeatGroup> &groups, int leastParties);
    void ruleSeats(Made &made);
    void ruleRights(Made &made);
    void ruleParties(Made &made);
    QByteArray documentOf(const Made &made, int author, const QList<std::pair<int, bool>> &votes);
    static naive::Vote voteOf(const std::pair<int, bool> &vote);
    QString describe(const Made &made, int author, const QList<std::pair<int, bool>> &votes) const;

    CryptoRuntime m_crypto;
    TestWorld m_world;
    QRandomGenerator m_random;
    PackState m_base;
    QList<std::shared_ptr<SigningKey>> m_keys;
    QMap<std::tuple<int, int, int, bool>, CoseSignature> m_signatures; ///< wish, author, signer, approve
};

void TestNaiveQuorum::initTestCase()
{
    bool given = false;
    uint seed = qEnvironmentVariable("PACKWARDEN_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::global()->generate();
    qInfo("PACKWARDEN_SEED=%u", seed);
    m_random.seed(seed);
    m_base = m_world.pack();
    m_base.crls.removeIf([&](const CrlEntry &entry) {
        return entry.crl.issuerDer == m_world.root(QStringLiteral("celldata")).subjectDer;
    });
    for (const Signer &signer : signers) {
        const QString flaw = QString::fromLatin1(signer.flaw);
        TestWorld::Leaf leaf{QString::fromLatin1(signer.root),
            QLatin1String(signer.root) + u'.' + QLatin1String(signer.person), QString::fromLatin1(signer.role),
            QString::fromLatin1(signer.key)};
        leaf.issuerGenerated = flaw.startsWith(QLatin1String("issuer"));
        if (flaw == QLatin1String("expired"))
            leaf.until = TestWorld::now - 60;
        m_keys.append(m_world.makeKey(leaf));
        if (flaw == QLatin1String("revoked"))
            m_base.crls.append(m_world.crl(leaf.party, {m_keys.constLast()->leaf()}));
    }
}

std::vector<naive::Place> TestNaiveQuorum::somePlaces(int least, int most)
{
    std::vector<int> order{0, 1, 2, 3, 4};
    for (int i = placeCount - 1; i > 0; --i)
        std::swap(order[std::size_t(i)], order[std::size_t(pick(i + 1))]);
    std::vector<naive::Place> places;
    const int count = least + pick(most - least + 1);
    for (int i = 0; i < count; ++i)
        places.push_back(placeAt(order[std::size_t(i)]));
    return places;
}

void TestNaiveQuorum::ruleSeats(Made &made)
{
    naive::Book &book = made.book;
    const CapabilityId capability = CapabilityId::fromTrusted(QLatin1String(wishes[made.wish].capability));
    book.policySeats = somePlaces(0, 2);
    if (chance(10) && !book.policySeats.empty())
        book.policySeats.push_back(book.policySeats.front());
    for (int count = pick(3); count > 0; --count) {
        naive::KOf group;
        group.places = somePlaces(1, 4);
        group.k = 1 + pick(std::min(3, int(group.places.size())));
        book.groups.push_back(group);
    }
    if (book.policySeats.empty() && book.groups.empty())
        book.policySeats = somePlaces(1, 2);
    if (chance(30))
        book.charterSeats = somePlaces(1, 1);
    SeatRule rule;
    rule.all = seatsOf(book.policySeats);
    for (const naive::KOf &group : book.groups)
        rule.groups.append({group.k, seatsOf(group.places)});
    const naive::Place soft = placeAt(pick(placeCount));
    const naive::Place step = chance(50) ? soft : placeAt(pick(placeCount));
    rule.beyondSoftLimit = seatOf(soft);
    rule.beyondStep = seatOf(step);
    if (wishes[made.wish].soft)
        book.extras.push_back(soft);
    if (wishes[made.wish].step && !(wishes[made.wish].soft && soft == step))
        book.extras.push_back(step);
    made.pack.policy.seats = {{capability, rule}};
    made.pack.charter.mandatorySeats.clear();
    if (!book.charterSeats.empty())
        made.pack.charter.mandatorySeats.insert(capability, seatsOf(book.charterSeats));
    // The layer may only move inward.
    book.layer = std::min(4, wishes[made.wish].layer + (chance(15) ? 1 : 0));
    made.pack.silicon.layers.insert(capability, book.layer);
    book.leastSeats = 1 + (chance(60) ? 0 : pick(3));
    book.leastParties = 1 + pick(book.leastSeats);
    made.pack.foundation.layers.insert(book.layer, {book.leastSeats, book.leastParties});
}

void TestNaiveQuorum::ruleRights(Made &made)
{
    naive::Book &book = made.book;
    const CapabilityId capability = CapabilityId::fromTrusted(QLatin1String(wishes[made.wish].capability));
    made.pack.charter.mayHold.clear();
    made.pack.policy.grants.clear();
    for (const char *role : roles) {
        const RoleId id = RoleId::fromTrusted(QLatin1String(role));
        if (chance(93)) {
            book.mayHold.insert(role);
            made.pack.charter.mayHold[capability].insert(id);
        }
        Grant grant;
        grant.role = id;
        grant.capability = capability;
        grant.contract = QStringLiteral("C-1");
        grant.clause = 1;
        const int kind = pick(20);
        grant.from = kind == 0 ? TestWorld::now + 1 : TestWorld::now - 100;
        grant.until = kind == 1 ? TestWorld::now : 0;
        if (kind == 2)
            grant.capability = CapabilityId::fromTrusted(QStringLiteral("set-soc-min"));
        if (kind > 2)
            book.granted.insert(role);
        made.pack.policy.grants.append(grant);
    }
    made.pack.charter.authorMayFill.clear();
    for (const char *position : positions) {
        if (chance(40)) {
            book.authorMayFill.insert(position);
            made.pack.charter.authorMayFill.insert(PositionId::fromTrusted(QLatin1String(position)));
        }
    }
    for (int i = 0; i < placeCount; ++i) {
        book.positionOfRole[roles[i]] = positions[i];
        QSet<PositionId> charter;
        QSet<PositionId> policy;
        for (int p = 0; p < placeCount; ++p) {
            const PositionId id = PositionId::fromTrusted(QLatin1String(positions[p]));
            if (p == i ? chance(97) : chance(30)) {
                book.charterIssuers[roles[i]].insert(positions[p]);
                charter.insert(id);
            }
            if (p == i ? chance(97) : chance(60)) {
                book.policyIssuers[roles[i]].insert(positions[p]);
                policy.insert(id);
            }
        }
        made.pack.charter.mayIssue.insert(RoleId::fromTrusted(QLatin1String(roles[i])), charter);
        made.pack.policy.issuers.insert(RoleId::fromTrusted(QLatin1String(roles[i])), policy);
    }
}

void TestNaiveQuorum::ruleParties(Made &made)
{
    naive::Book &book = made.book;
    // Mostly the same places; sometimes one or two parties stand for all that left.
    const bool crowded = chance(30);
    constexpr const char *parties[] = {"leasing", "celldata", "platform", "service", "courier"};
    for (int i = 0; i < placeCount; ++i) {
        Position &position = made.pack.charter.positions[PositionId::fromTrusted(QLatin1String(positions[i]))];
        // One company in two places, with one root or with two.
        const int root = chance(10) ? pick(placeCount) : i;
        const int party = chance(8) ? pick(placeCount) : root;
        position.rootDer = m_world.root(QLatin1String(parties[root])).der;
        position.party = QLatin1String(parties[party]);
        book.rootOf[positions[i]] = parties[root];
        book.partyOf[positions[i]] = parties[party];
        if (chance(crowded ? 40 : 7)) {
            book.vacant.insert(positions[i]);
            position.until = TestWorld::now;
        }
        if (chance(crowded ? 80 : 20)) {
            const naive::Place successor = placeAt(pick(placeCount));
            book.successors[placeAt(i)] = successor;
            made.pack.charter.successors.insert(seatOf(placeAt(i)), seatOf(successor));
        }
    }
}

TestNaiveQuorum::Made TestNaiveQuorum::makeWorld()
{
    Made made;
    made.pack = m_base;
    made.wish = pick(wishCount);
    ruleSeats(made);
    ruleRights(made);
    ruleParties(made);
    return made;
}

QByteArray TestNaiveQuorum::documentOf(const Made &made, int author, const QList<std::pair<int, bool>> &votes)
{
    const Wish &wish = wishes[made.wish];
    ChangeRequest request = m_world.request(m_base, QLatin1String(wish.parameter), wish.to);
    request.head.author = m_keys.at(author)->leaf().sha256;
    CoseSign document{QByteArray(contenttype::request), request.encode(), {}};
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    for (const auto &[signer, approves] : votes) {
        const auto key = std::tuple(made.wish, author, signer, approves);
        if (!m_signatures.contains(key)) {
            CoseSign fresh{document.contentType, document.payload, {}};
            const auto made1 = fresh.addSignature(
                *m_keys.at(signer), approves ? Meaning::Approve : Meaning::Author, TestWorld::now - 30, log);
            if (!made1.ok())
                qFatal("cannot sign");
            m_signatures.insert(key, *made1);
        }
        document.signatures.append(m_signatures.value(key));
    }
    return document.encode();
}

naive::Vote TestNaiveQuorum::voteOf(const std::pair<int, bool> &vote)
{
    const Signer &signer = signers[vote.first];
    const QByteArray flaw(signer.flaw);
    naive::Vote made;
    made.root = flaw.isEmpty() || flaw.startsWith("issuer") ? signer.root : "";
    made.person = signer.person;
    made.key = signer.key;
    made.role = signer.role;
    made.approves = vote.second;
    made.keyFromIssuer = flaw.startsWith("issuer");
    return made;
}

QString TestNaiveQuorum::describe(const Made &made, int author, const QList<std::pair<int, bool>> &votes) const
{
    QStringList words{QStringLiteral("layer %1, foundation %2/%3")
                          .arg(made.book.layer)
                          .arg(made.book.leastSeats)
                          .arg(made.book.leastParties)};
    const auto list = [&](const char *what, const std::vector<naive::Place> &places) {
        for (const naive::Place &place : places)
            words << QLatin1String(what) + QString::fromStdString(place.position);
    };
    list("seat ", made.book.policySeats);
    list("mandatory ", made.book.charterSeats);
    list("extra ", made.book.extras);
    for (const naive::KOf &group : made.book.groups) {
        words << QStringLiteral("%1 of").arg(group.k);
        list("  ", group.places);
    }
    for (const std::string &position : made.book.vacant)
        words << QStringLiteral("vacant ") + QString::fromStdString(position);
    const auto name = [](int signer) {
        const Signer &s = signers[signer];
        return QStringLiteral("%1.%2/%3 with %4 %5")
            .arg(QLatin1String(s.root), QLatin1String(s.person), QLatin1String(s.role), QLatin1String(s.key),
                QLatin1String(s.flaw));
    };
    words << QStringLiteral("author ") + name(author);
    for (const auto &[signer, approves] : votes)
        words << (approves ? QStringLiteral("approved by ") : QStringLiteral("authored by ")) + name(signer);
    return words.join(QStringLiteral("; "));
}

/// What the random worlds found first, for good: the service interval, layer 2, all signers trusted.
TestNaiveQuorum::Made TestNaiveQuorum::plainWorld(const QList<SeatGroup> &groups, int leastParties)
{
    Made made;
    made.pack = m_base;
    made.wish = wishCount - 1;
    const CapabilityId capability = CapabilityId::fromTrusted(QLatin1String(wishes[made.wish].capability));
    made.pack.policy.seats = {{capability, SeatRule{{}, groups, {}, {}}}};
    made.pack.foundation.layers[2] = {2, leastParties};
    made.pack.policy.grants.clear();
    for (const char *role : roles) {
        Grant grant;
        grant.role = RoleId::fromTrusted(QLatin1String(role));
        grant.capability = capability;
        made.pack.policy.grants.append(grant);
        made.pack.charter.mayHold[capability].insert(grant.role);
    }
    return made;
}

void TestNaiveQuorum::onePlaceOnce()
{
    // Case 61: "at least 2 of service and operator" is not two people of the service.
    const Seat service = seatOf({"service", "technician"});
    const Seat fleet = seatOf({"operator", "fleet-manager"});
    const Made made = plainWorld({{2, {service, fleet}}}, 1);
    const Verdict twice = verifyRequest(documentOf(made, 0, {{0, false}, {9, true}, {10, true}}), made.pack);
    QVERIFY(twice.refusal);
    QCOMPARE(codeName(twice.refusal->code), codeName(Code::BelowQuorum));
    QVERIFY(verifyRequest(documentOf(made, 0, {{0, false}, {9, true}, {10, true}, {11, true}}), made.pack).accepted());
}

void TestNaiveQuorum::partiesBeforeConvenience()
{
    // Two people of the owner would do for the seats, not for the foundation; the third signer is of another party.
    const Seat owner = seatOf({"owner", "asset-manager"});
    const Seat cells = seatOf({"cell-data", "specialist"});
    const Made made = plainWorld({{1, {owner, cells}}, {1, {owner}}}, 2);
    const QList<std::pair<int, bool>> ofOneParty{{7, false}, {0, true}, {1, true}};
    QVERIFY(!verifyRequest(documentOf(made, 7, ofOneParty), made.pack).accepted());
    QVERIFY(
        verifyRequest(documentOf(made, 7, ofOneParty + QList<std::pair<int, bool>>{{4, true}}), made.pack).accepted());
}

void TestNaiveQuorum::agrees()
{
    bool given = false;
    int worlds = qEnvironmentVariableIntValue("PACKWARDEN_WORLDS", &given);
    if (!given)
        worlds = 2000;
    int accepted = 0;
    for (int i = 0; i < worlds; ++i) {
        const Made made = makeWorld();
        constexpr int usualAuthors[] = {0, 4, 7, 9, 11};
        const int author = chance(80) ? usualAuthors[pick(5)] : pick(signerCount);
        QList<std::pair<int, bool>> votes{{author, !chance(97)}};
        const int percent = 40 + pick(60);
        for (int signer = 0; signer < signerCount; ++signer) {
            if (chance(percent) && votes.size() < 12)
                votes.append({signer, !chance(3)});
        }
        std::vector<naive::Vote> plain;
        for (const auto &vote : votes)
            plain.push_back(voteOf(vote));
        const bool authored = std::any_of(votes.begin(), votes.end(), [&](const auto &vote) {
            return vote.first == author && !vote.second && naive::isTrusted(made.book, voteOf(vote));
        });
        const bool expected = authored && naive::quorate(made.book, plain, 0);
        const Verdict verdict = verifyRequest(documentOf(made, author, votes), made.pack);
        QVERIFY2(verdict.accepted() == expected,
            qPrintable(QStringLiteral("world %1: core %2, naive %3; %4")
                           .arg(i)
                           .arg(verdict.refusal ? QString(codeName(verdict.refusal->code)) : QStringLiteral("accepts"),
                               expected ? QStringLiteral("accepts") : QStringLiteral("refuses"),
                               describe(made, author, votes))));
        accepted += expected ? 1 : 0;
        if (!expected) {
            // Only the seats may be what was wrong: everything else of the document is good.
            const Code code = verdict.refusal->code;
            QVERIFY2(code != Code::NotCanonical && code != Code::StaleBase && code != Code::WrongPack,
                qPrintable(QString(codeName(code))));
        }
    }
    qInfo("%d worlds, %d of them with a quorum", worlds, accepted);
    QVERIFY(accepted * 20 > worlds);
    QVERIFY(accepted < worlds);
}

namespace {

/// Signatures as the search gets them: verified by whoever made them up. Every name stands for itself.
struct Plain
{
    PackState state;
    QList<SignatureFinding> signatures;
    QList<SeatFinding> seats;
    Author author;

    void addPosition(const QString &position, const QString &party, const QString &root)
    {
        Position place;
        place.party = party;
        place.rootDer = root.toUtf8();
        state.charter.positions.insert(PositionId::fromTrusted(position), place);
        state.charter.authorMayFill.insert(PositionId::fromTrusted(position));
    }
    void addVote(const QString &root, const QString &person, const QString &key, const Seat &seat)
    {
        SignatureFinding finding;
        finding.rootSha256 = sha256(root.toUtf8());
        finding.position = seat.position;
        finding.leaf.person = person;
        finding.leaf.spkiSha256 = key.toUtf8();
        finding.leaf.role = seat.role.text();
        signatures.append(finding);
    }
    void addSeats(const QList<Seat> &of, int count, int group, int layer)
    {
        for (int i = 0; i < count; ++i)
            seats.append({CapabilityId::fromTrusted(QStringLiteral("set-soc-max")), layer, of, false, -1, group, true});
        state.foundation.layers.insert(layer, {1, 1});
    }
    std::optional<Error> judge(Effort &effort) { return fillSeats(seats, signatures, author, state, effort); }
};

Seat numbered(int position, int role = 0)
{
    return {PositionId::fromTrusted(QStringLiteral("p%1").arg(position)),
        RoleId::fromTrusted(QStringLiteral("r%1-%2").arg(position).arg(role))};
}

} // namespace

void TestNaiveQuorum::agreesOnClosePeople_data()
{
    QTest::addColumn<int>("layer");
    for (int layer = 1; layer <= 4; ++layer)
        QTest::addRow("layer %d", layer) << layer;
}

/// Few keys, few names and few roots among many signatures, so that most stand in each other's way, in chains too: the
/// first shares a key with the second, the second a name with the third. Twins of places in every group.
void TestNaiveQuorum::agreesOnClosePeople()
{
    QFETCH(int, layer);
    int accepted = 0;
    constexpr int worlds = 1000;
    for (int world = 0; world < worlds; ++world) {
        Plain plain;
        naive::Book book;
        book.layer = layer;
        const int count = 2 + pick(4); // of positions
        for (int p = 0; p < count; ++p) {
            const QString root = QStringLiteral("root%1").arg(pick(count));
            const QString party = QStringLiteral("party%1").arg(pick(count));
            plain.addPosition(QStringLiteral("p%1").arg(p), party, root);
            const std::string position = "p" + std::to_string(p);
            book.rootOf[position] = root.toStdString();
            book.partyOf[position] = party.toStdString();
            if (chance(50))
                book.authorMayFill.insert(position);
            else
                plain.state.charter.authorMayFill.remove(numbered(p).position);
            for (int r = 0; r < 2; ++r) {
                const std::string role = numbered(p, r).role.text().toStdString();
                book.positionOfRole[role] = position;
                book.mayHold.insert(role);
                book.granted.insert(role);
                for (int issuer = 0; issuer < count; ++issuer) {
                    book.charterIssuers[role].insert("p" + std::to_string(issuer));
                    book.policyIssuers[role].insert("p" + std::to_string(issuer));
                }
            }
        }
        const auto someSeat = [&] {
            return numbered(pick(count), pick(4) == 0 ? 1 : 0);
        };
        const auto placeOf = [](const Seat &seat) {
            return naive::Place{seat.position.text().toStdString(), seat.role.text().toStdString()};
        };
        for (int i = pick(3); i > 0; --i) {
            const Seat seat = someSeat();
            plain.addSeats({seat}, 1, -1, layer);
            book.policySeats.push_back(placeOf(seat));
        }
        for (int g = pick(3); g > 0 || plain.seats.isEmpty(); --g) {
            naive::KOf group;
            QList<Seat> of;
            for (int i = 1 + pick(4); i > 0; --i) {
                of.append(someSeat()); // twins too, as successors make them
                group.places.push_back(placeOf(of.constLast()));
            }
            group.k = 1 + pick(std::min(2, int(of.size())));
            plain.addSeats(of, group.k, g + 1, layer);
            book.groups.push_back(group);
        }
        book.leastSeats = 1;
        book.leastParties = 1 + pick(3);
        plain.state.foundation.layers.insert(layer, {1, book.leastParties});
        std::vector<naive::Vote> votes;
        for (int v = 2 + pick(5); v > 0; --v) {
            const Seat seat = someSeat();
            const std::string position = seat.position.text().toStdString();
            const QString root = chance(80) ? QString::fromStdString(book.rootOf[position])
                                            : QString::fromStdString(book.rootOf["p0"]);
            const QString person = QStringLiteral("person%1").arg(pick(4));
            const QString key = QStringLiteral("key%1").arg(pick(5));
            plain.addVote(root, person, key, seat);
            votes.push_back({root.toStdString(), person.toStdString(), key.toStdString(),
                seat.role.text().toStdString(), true, false});
        }
        const naive::Vote &author = votes[std::size_t(pick(int(votes.size())))];
        plain.author = {sha256(QByteArray::fromStdString(author.root)), QString::fromStdString(author.person),
            QByteArray::fromStdString(author.key)};
        votes.push_back(author);
        votes.back().approves = false;
        const bool expected = naive::quorate(book, votes, votes.size() - 1);
        Effort effort;
        const auto refusal = plain.judge(effort);
        QVERIFY2(!refusal.has_value() == expected,
            qPrintable(QStringLiteral("world %1: %2")
                           .arg(world)
                           .arg(refusal ? codeName(refusal->code) : QLatin1String("accepted"))));
        QVERIFY2(effort.spent() < 100'000, qPrintable(QString::number(effort.spent())));
        accepted += expected ? 1 : 0;
        // What is shown is a way to fill those seats: nobody twice, nobody where he does not fit.
        QSet<int> shown;
        for (const SeatFinding &seat : std::as_const(plain.seats)) {
            if (seat.filledBy < 0)
                continue;
            QVERIFY(!shown.contains(seat.filledBy));
            shown.insert(seat.filledBy);
            const SignatureFinding &by = plain.signatures.at(seat.filledBy);
            QVERIFY(seat.candidates.contains(Seat{by.position, RoleId::fromTrusted(by.leaf.role)}));
        }
    }
    qInfo("%d worlds, %d of them with a quorum", worlds, accepted);
    QVERIFY(accepted > worlds / 50);
    QVERIFY(accepted < worlds);
}

void TestNaiveQuorum::costIsBounded_data()
{
    QTest::addColumn<QByteArray>("family");
    QTest::addColumn<int>("layer");
    for (const char *family : {"twins", "places", "groups", "names", "chains", "trios", "seats"}) {
        for (int layer : {2, 3})
            QTest::addRow("%s, layer %d", family, layer) << QByteArray(family) << layer;
    }
}

/// Documents made to be hard, none of which fills its seats, so that every way has to be looked at: 16 signatures, and
/// more and more places. Steps are counted, so the test says the same on every machine.
void TestNaiveQuorum::costIsBounded()
{
    QFETCH(QByteArray, family);
    QFETCH(int, layer);
    constexpr int signatures = CoseSign::maxSignatures;
    const auto made = [&](int places) {
        Plain plain;
        for (int p = 0; p < signatures; ++p) {
            plain.addPosition(
                QStringLiteral("p%1").arg(p), QStringLiteral("party%1").arg(p), QStringLiteral("root%1").arg(p));
            plain.addPosition(QStringLiteral("x%1").arg(p), QStringLiteral("none"), QStringLiteral("none"));
        }
        const auto root = [](int p) {
            return QStringLiteral("root%1").arg(p);
        };
        QList<Seat> all;
        for (int i = 0; i < places; ++i)
            all.append(numbered(i % signatures, 0));
        if (family == "twins" || family == "places") {
            // "At least 15 of them", and a seat that nobody fills.
            if (family == "places") {
                for (int i = signatures; i < places; ++i)
                    all[i] = numbered(100 + i);
            }
            plain.addSeats(all, signatures - 1, 1, layer);
            plain.addSeats({numbered(200)}, 1, -1, layer);
        } else if (family == "groups") {
            for (int g = 0; g < 8; ++g)
                plain.addSeats(all, 2, g, layer);
            plain.addSeats({numbered(200)}, 1, -1, layer);
        } else if (family == "seats") {
            for (int s = 0; s < places; ++s)
                plain.addSeats({numbered(s % signatures)}, 1, -1, layer);
        } else {
            // Enough of them, but never enough of them together.
            plain.addSeats(all, family == "trios" ? 7 : 10, 1, layer);
        }
        for (int v = 0; v < signatures; ++v) {
            QString person = QStringLiteral("person%1").arg(v);
            QString key = QStringLiteral("key%1").arg(v);
            int position = v;
            if (family == "names")
                key = QStringLiteral("key%1").arg(v % 9);
            else if (family == "trios")
                key = QStringLiteral("key%1").arg(v / 3);
            else if (family == "chains") {
                // Each shares a key with the one before or a name with the one after.
                key = QStringLiteral("key%1").arg(v / 2);
                position = (v + 1) / 2 % signatures;
                person = QStringLiteral("person%1").arg((v + 1) / 2);
            }
            plain.addVote(root(position), person, key, numbered(position));
        }
        return plain;
    };
    qint64 before = 0;
    for (int places : {32, 64, 128, 256}) {
        Plain plain = made(places);
        Effort effort;
        const auto refusal = plain.judge(effort);
        QVERIFY(refusal);
        QVERIFY2(refusal->code != Code::TooComplex, qPrintable(refusal->detail));
        QVERIFY2(effort.spent() < 2'000'000, qPrintable(QString::number(effort.spent())));
        // Twice the places are at most twice the work.
        if (before > 0)
            QVERIFY2(effort.spent() <= 2 * before + 1000,
                qPrintable(QStringLiteral("%1 places: %2 after %3").arg(places).arg(effort.spent()).arg(before)));
        before = effort.spent();
    }
    qInfo("%lld steps", before);
}

void TestNaiveQuorum::tooMuchWorkIsRefused()
{
    const auto made = [] {
        Plain plain;
        plain.addPosition(QStringLiteral("p0"), QStringLiteral("a"), QStringLiteral("root0"));
        plain.addPosition(QStringLiteral("p1"), QStringLiteral("b"), QStringLiteral("root1"));
        plain.addSeats({numbered(0), numbered(1)}, 2, 1, 3);
        for (int p = 0; p < 2; ++p)
            plain.addVote(
                QStringLiteral("root%1").arg(p), QStringLiteral("a"), QStringLiteral("key%1").arg(p), numbered(p));
        return plain;
    };
    Effort enough;
    QVERIFY(!made().judge(enough));
    // With less than it needs it is refused, whatever there is to it; nothing is accepted for want of a look.
    for (qint64 limit = 0; limit < enough.spent(); ++limit) {
        Effort effort(limit);
        Plain plain = made();
        const auto refusal = plain.judge(effort);
        QVERIFY(refusal);
        QCOMPARE(codeName(refusal->code), QLatin1String("too-complex"));
        QVERIFY(effort.isExhausted());
        for (const SignatureFinding &signature : std::as_const(plain.signatures))
            QVERIFY(!signature.counted);
    }
    Effort exact(enough.spent());
    QVERIFY(!made().judge(exact));
}

QTEST_GUILESS_MAIN(TestNaiveQuorum)
#include "tst_naivequorum.moc"
