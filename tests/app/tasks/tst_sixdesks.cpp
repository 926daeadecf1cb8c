// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/exchangedesk.h"
#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/signoffs/documentfolder.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/invitation.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/patience.h"
#include "tests/support/privatepostgres.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace packwarden;
using namespace packwarden::test;
using Reach = ExchangeState::Reach;

namespace {

constexpr int patience = 60'000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

DocumentFile read(const QString &path)
{
    return DocumentFile::decode(wholefile::read(path, DocumentFile::maxBytes).value()).value();
}

enum Who { Manufacturer, Courier, Leasing, CellData, Service, Platform };
constexpr std::array<const char *, 6> people{"manufacturer.engineer-manufacturer", "courier.fleet-manager",
    "leasing.asset-manager", "celldata.specialist", "service.technician", "platform.platform-engineer"};

/// A company at its own desk, with its own store.
struct Company
{
    QString party;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<ExchangeDesk> exchange;

    /// By SHA-256 of the payload.
    QMap<QByteArray, QByteArray> files() const
    {
        QMap<QByteArray, QByteArray> found;
        for (const QString &path : desk->workspace().requestFiles()) {
            const QByteArray bytes = wholefile::read(path, DocumentFile::maxBytes).value();
            found.insert(DocumentFile::decode(bytes)->payloadSha256(), bytes);
        }
        return found;
    }
    QString pathOf(const QByteArray &payload) const
    {
        for (const QString &path : desk->workspace().requestFiles()) {
            if (read(path).payloadSha256() == payload)
                return path;
        }
        return {};
    }
};

/// What one company does with one document. Begin makes it; everything else waits until the document is there.
struct Step
{
    enum class Act { Begin, Approve, Withdraw, Reject, Deliver, PublishList };
    Act act = Act::Approve;
    Who who = Courier;
    const char *document = "";
};

using Act = Step::Act;
const QList<Step> story{
    {Act::Begin, Courier, "value"},
    {Act::Approve, Leasing, "value"},
    {Act::Approve, CellData, "value"},
    {Act::Deliver, Service, "value"},
    {Act::Begin, Courier, "voltage"},
    {Act::Approve, CellData, "voltage"},
    {Act::Approve, Leasing, "voltage"},
    {Act::Approve, Platform, "voltage"},
    {Act::Begin, Courier, "taken back"},
    {Act::Approve, Leasing, "taken back"},
    {Act::Withdraw, Courier, "taken back"},
    {Act::Begin, Courier, "unwanted"},
    {Act::Reject, Service, "unwanted"},
    {Act::Begin, Leasing, "policy"},
    {Act::Approve, CellData, "policy"},
    {Act::Approve, Manufacturer, "policy"},
    {Act::Begin, Platform, "charter"}, // with an invitation
    {Act::Approve, Leasing, "charter"},
    {Act::Approve, CellData, "charter"},
    {Act::Approve, Manufacturer, "charter"},
    {Act::PublishList, Manufacturer, "list"},
};

} // namespace

/// Six companies play their whole story through an exchange, each at a desk with its own store, in any order, while
/// the server is gone for a part of it.
class TestSixDesks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theSameDocumentsStandEverywhere_data();
    void theSameDocumentsStandEverywhere();

private:
    QByteArray payloadOf(const QString &document, QByteArray &type) const;
    bool isPossible(const Step &step) const;
    void play(const Step &step);
    void begin(Company &company, const QString &name);
    void sign(Company &company, const QString &path, Meaning meaning);
    void say(Company &company, const QString &path, Act act);
    void deliver(Company &company, const QString &path);
    void publishList(Company &company);
    void carryByHand(const Step &step, bool everywhere);
    void reconnect();
    /// Every desk asks, and finds that the server is gone.
    void notice();
    bool isSameEverywhere() const;
    void everythingIsThereOnce();
    void aNewcomerIsInvited();

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::unique_ptr<PrivatePostgres> m_server;
    PackState m_pack;
    PackState m_live; ///< the pack itself
    std::vector<Company> m_companies;
    QMap<QString, QByteArray> m_payloads; ///< of documents that were begun
    CrlEntry m_list;
    int m_delivered = 0;
};

void TestSixDesks::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
    m_server = std::make_unique<PrivatePostgres>();
    QVERIFY2(m_server->start(), qPrintable(m_server->said));
}

void TestSixDesks::init()
{
    m_server->sql(s("drop database if exists exchange with (force)"), s("postgres"));
    m_server->sql(s("create database exchange"), s("postgres"));
    m_live = m_pack;
    m_delivered = 0;
    m_payloads.clear();
    m_list = m_world->crl(s("manufacturer"), {m_world->key(s("service.technician"))->leaf()}, 2);
    QList<Exchange::Member> members{{s("newcomer"), s("newcomer")}};
    for (const char *person : people)
        members.append({s(person).section(u'.', 0, 0), s(person).section(u'.', 0, 0)});
    const auto owner = Exchange::open(*ExchangeAddress::parse(m_server->address(s("owner"))));
    QVERIFY(owner.ok());
    QVERIFY((*owner)->init(members).ok());
    for (const char *person : people) {
        Company company;
        company.party = s(person).section(u'.', 0, 0);
        company.desk = std::make_unique<Desk>(*m_world, m_pack);
        QVERIFY(company.desk->signIn(s(person)));
        company.exchange = std::make_unique<ExchangeDesk>(company.desk->workspace());
        ExchangeDesk *exchange = company.exchange.get();
        // As windows and couriers do.
        connect(exchange, &ExchangeDesk::fetched, exchange, &ExchangeDesk::publishChanges);
        QVERIFY(exchange->use(m_server->address(company.party)).ok());
        m_companies.push_back(std::move(company));
    }
    reconnect();
}

void TestSixDesks::cleanup()
{
    for (Company &company : m_companies)
        company.exchange.reset();
    m_companies.clear();
}

void TestSixDesks::reconnect()
{
    QVERIFY(waitFor(
        [this] {
            bool all = true;
            for (const Company &company : m_companies) {
                if (company.exchange->state().reach == Reach::Offline)
                    company.exchange->fetchNow();
                all = all && company.exchange->state().reach == Reach::Online;
            }
            return all;
        },
        patience));
}

void TestSixDesks::notice()
{
    for (const Company &company : m_companies)
        company.exchange->fetchNow();
    QVERIFY(waitFor(
        [this] {
            return std::all_of(m_companies.begin(), m_companies.end(),
                [](const Company &company) { return company.exchange->state().reach == Reach::Offline; });
        },
        patience));
}

QByteArray TestSixDesks::payloadOf(const QString &document, QByteArray &type) const
{
    const auto headBy = [&](Who who) {
        DocumentHead head;
        head.id = sha256(document.toUtf8()).left(16);
        head.created = TestWorld::now - 60;
        head.expires = TestWorld::now + TestWorld::day;
        head.author = m_world->key(s(people[who]))->leaf().sha256;
        head.title = document;
        head.reason = s("Because");
        return head;
    };
    if (document == s("policy") || document == s("charter")) {
        const bool isPolicy = document == s("policy");
        PolicyChange policy{headBy(isPolicy ? Leasing : Platform), {m_pack.policyDocument}, m_pack.policy};
        ++policy.policy.version;
        policy.policy.steps[ParameterId::fromTrusted(s("soc.max"))] = Milli{isPolicy ? 5000 : 4000};
        type = isPolicy ? contenttype::policy : contenttype::charter;
        if (isPolicy)
            return policy.encode();
        CharterChange charter{
            policy.head, Amendment::Amend, {m_pack.charterDocument}, m_pack.charter, {policy.head, {}, policy.policy}};
        ++charter.charter.version;
        charter.policy.policy.charterSha256 = charter.charter.bodySha256();
        return charter.encode();
    }
    type = contenttype::request;
    if (document == s("value"))
        return m_world->request(m_pack, s("soc.max"), 95000).encode();
    if (document == s("voltage"))
        return m_world->request(m_pack, s("cell.voltage.max"), 4150).encode();
    if (document == s("taken back"))
        return m_world->request(m_pack, s("soc.min"), 15000).encode();
    return m_world->request(m_pack, s("service.interval"), 400000).encode();
}

bool TestSixDesks::isPossible(const Step &step) const
{
    if (step.act == Act::Begin || step.act == Act::PublishList)
        return true;
    if (!m_payloads.contains(s(step.document)))
        return false;
    const Company &company = m_companies[step.who];
    const QString path = company.pathOf(m_payloads.value(s(step.document)));
    if (path.isEmpty() || step.act != Act::Deliver)
        return !path.isEmpty();
    SignoffDocument document(company.desk->workspace());
    return document.open(path).ok() && document.state() == SignoffState::Ready;
}

void TestSixDesks::play(const Step &step)
{
    Company &company = m_companies[step.who];
    const QString name = s(step.document);
    switch (step.act) {
    case Act::Begin:
        return begin(company, name);
    case Act::Approve:
        return sign(company, company.pathOf(m_payloads.value(name)), Meaning::Approve);
    case Act::Withdraw:
    case Act::Reject:
        return say(company, company.pathOf(m_payloads.value(name)), step.act);
    case Act::Deliver:
        return deliver(company, company.pathOf(m_payloads.value(name)));
    case Act::PublishList:
        return publishList(company);
    }
}

void TestSixDesks::begin(Company &company, const QString &name)
{
    Workspace &workspace = company.desk->workspace();
    QByteArray type;
    const QByteArray payload = payloadOf(name, type);
    QString path;
    {
        SignoffDocument document(workspace);
        const auto made = document.create(type, payload, workspace.requestsFolder());
        QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : codeName(made.code()) + made.error().detail));
        path = document.path();
    }
    sign(company, path, Meaning::Author);
    if (type == contenttype::charter) {
        DocumentFile file = read(path);
        file.attachments.insert(s(Invitation::attachment), Invitation::of(workspace.trust())->encode());
        QVERIFY(wholefile::write(path, file.encode()).ok());
    }
    m_payloads.insert(name, sha256(payload));
    company.exchange->publish({path});
}

void TestSixDesks::sign(Company &company, const QString &path, Meaning meaning)
{
    SignoffDocument document(company.desk->workspace());
    QVERIFY(document.open(path).ok());
    std::optional<Result<>> done;
    connect(&document, &SignoffDocument::signFinished, &document, [&](const Result<> &result) { done = result; });
    ownvalue::Values values;
    for (const ParameterId &parameter : document.ownValuesWanted(meaning))
        values.insert(parameter, document.judgement().request->packs.constFirst().changes.constFirst().to);
    document.sign(meaning, values);
    QVERIFY(waitFor([&] { return done.has_value(); }, patience));
    QVERIFY2(done->ok(), qPrintable(done->ok() ? QString() : codeName(done->code()) + done->error().detail));
    company.exchange->publishChanges();
}

void TestSixDesks::say(Company &company, const QString &path, Act act)
{
    SignoffDocument document(company.desk->workspace());
    QVERIFY(document.open(path).ok());
    std::optional<Result<>> done;
    connect(&document, &SignoffDocument::voiceFinished, &document, [&](const Result<> &result) { done = result; });
    if (act == Act::Withdraw)
        document.withdraw();
    else
        document.reject(s("We need it as it is"));
    QVERIFY(waitFor([&] { return done.has_value(); }, patience));
    QVERIFY2(done->ok(), qPrintable(done->ok() ? QString() : codeName(done->code()) + done->error().detail));
    company.exchange->publishChanges();
}

void TestSixDesks::deliver(Company &company, const QString &path)
{
    SignoffDocument document(company.desk->workspace());
    QVERIFY(document.open(path).ok());
    connect(&document, &SignoffDocument::deliveryWanted, &document,
        [&](const PackSerial &, const QByteArray &bytes, const QByteArray &) {
            ++m_delivered;
            QVERIFY(document.finishDelivery(applyOn(*m_world, m_live, *CoseSign::decode(bytes))).ok());
        });
    QVERIFY(document.deliver().ok());
    QCOMPARE(document.state(), SignoffState::Applied);
    company.exchange->publishChanges();
}

void TestSixDesks::publishList(Company &company)
{
    const QString path = company.desk->path("manufacturer.crl");
    QVERIFY(wholefile::write(path, m_list.crl.der).ok());
    company.exchange->publish({path});
}

/// The file of a step, as it stands at the desk that did it, is handed to the others.
void TestSixDesks::carryByHand(const Step &step, bool everywhere)
{
    if (step.act == Act::PublishList)
        return;
    const QString path = m_companies[step.who].pathOf(m_payloads.value(s(step.document)));
    const QByteArray bytes = wholefile::read(path, DocumentFile::maxBytes).value();
    for (Company &other : m_companies) {
        if (!everywhere && QRandomGenerator(quint32(qHash(bytes)) + quint32(&other - m_companies.data())).bounded(2))
            continue;
        QVERIFY(importDocument(other.desk->workspace(), bytes).ok());
        other.exchange->publishChanges();
    }
}

bool TestSixDesks::isSameEverywhere() const
{
    const auto first = m_companies.front().files();
    return first.size() == m_payloads.size()
        && std::all_of(m_companies.begin(), m_companies.end(),
            [&](const Company &company) { return company.exchange->state().waiting == 0 && company.files() == first; });
}

void TestSixDesks::everythingIsThereOnce()
{
    const auto files = m_companies.front().files();
    const auto voices = [&](const char *name) {
        return DocumentFile::decode(files.value(m_payloads.value(s(name)))).value();
    };
    QCOMPARE(voices("value").document.signatures.size(), 3);
    QCOMPARE(voices("value").receipts.size(), 1);
    QCOMPARE(voices("voltage").document.signatures.size(), 4);
    QCOMPARE(voices("taken back").withdrawals.size(), 1);
    QCOMPARE(voices("unwanted").rejections.size(), 1);
    QCOMPARE(voices("policy").document.signatures.size(), 3);
    QCOMPARE(voices("charter").document.signatures.size(), 4);
    QCOMPARE(m_delivered, 1);
    // The exchange has the same, each part in one row.
    const auto exchange = Exchange::open(*ExchangeAddress::parse(m_server->address(s("leasing"))));
    QVERIFY(exchange.ok());
    for (const QByteArray &bytes : files) {
        DocumentFile file = DocumentFile::decode(bytes).value();
        const QList<QByteArray> receipts = std::exchange(file.receipts, {});
        const ExchangeRows rows = ExchangeRows::of(file);
        const auto there = (*exchange)->document(rows.id());
        QVERIFY(there.ok());
        QCOMPARE(there->size(), 1);
        QCOMPARE(there->constFirst().encode(), file.encode());
        const auto given = (*exchange)->receipts(rows.id(), {m_pack.serial.text()});
        QVERIFY(given.ok());
        QCOMPARE(given->size(), receipts.size());
        QVERIFY(receipts.isEmpty() || given->constFirst().receipt == receipts.constFirst());
        QCOMPARE(m_server->sql(QStringLiteral("select count(*) from packwarden.parts where document = '\\x%1'")
                                   .arg(QString::fromLatin1(rows.id().toHex()))),
            QString::number(rows.parts.size()));
    }
    QCOMPARE(m_server->sql(s("select count(*) from packwarden.lists")), s("1"));
    for (size_t at = 0; at < m_companies.size(); ++at) {
        // Each signed what the story has, once, and its audit proves it.
        Workspace &workspace = m_companies[at].desk->workspace();
        AuditFilter filter;
        filter.action = QLatin1String(auditaction::signRequest);
        const auto mine = std::count_if(story.begin(), story.end(), [&](const Step &step) {
            return size_t(step.who) == at && (step.act == Act::Begin || step.act == Act::Approve);
        });
        QCOMPARE(workspace.audit().count(filter), qint64(mine));
        QVERIFY(verifyAudit(workspace.audit().path(), workspace.auditProof()()).intact());
        // And has heard of the revocation.
        const QList<CrlEntry> lists = workspace.trust().snapshot().newestLists(TestWorld::now);
        QVERIFY(lists.contains(m_list));
    }
}

/// A store that trusts nothing fetches the charter's document and has the rules from the invitation in it.
void TestSixDesks::aNewcomerIsInvited()
{
    QTemporaryDir folder;
    FixedClock clock(TestWorld::now);
    auto workspace = Workspace::open(folder.filePath(s("store")), clock);
    QVERIFY(workspace.ok());
    const auto address = ExchangeAddress::parse(m_server->address(s("newcomer"))).value();
    auto exchange = Exchange::open(address);
    QVERIFY(exchange.ok());
    const auto fetched = ExchangeVisit(**exchange, address, **workspace).fetch();
    QVERIFY2(fetched.ok(), qPrintable(fetched.ok() ? QString() : fetched.error().detail));
    QCOMPARE(fetched->documents.size(), m_payloads.size());
    QMap<QByteArray, QByteArray> mine;
    for (const QString &path : fetched->documents)
        mine.insert(read(path).payloadSha256(), wholefile::read(path, DocumentFile::maxBytes).value());
    QCOMPARE(mine, m_companies.front().files());
    const DocumentFile charter = DocumentFile::decode(mine.value(m_payloads.value(s("charter")))).value();
    const auto invitation = Invitation::decode(charter.attachments.value(s(Invitation::attachment)));
    QVERIFY(invitation.ok());
    QVERIFY(invitation->accept((*workspace)->trust(), {}).ok());
    QCOMPARE((*workspace)->trust().charter().bodySha256(), m_pack.charter.bodySha256());
}

void TestSixDesks::theSameDocumentsStandEverywhere_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("byHand");
    bool given = false;
    quint32 seed = qEnvironmentVariable("PACKWARDEN_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::global()->generate();
    const int rounds = qEnvironmentVariableIsEmpty("PACKWARDEN_LONG") ? 1 : 25;
    for (int round = 0; round < rounds; ++round) {
        const quint32 one = seed + quint32(round);
        QTest::addRow("by the exchange alone, PACKWARDEN_SEED=%u", one) << one << false;
        QTest::addRow("and by hand, PACKWARDEN_SEED=%u", one) << one << true;
    }
}

void TestSixDesks::theSameDocumentsStandEverywhere()
{
    QFETCH(const quint32, seed);
    QFETCH(const bool, byHand);
    QRandomGenerator dice(seed);
    QList<Step> left = story;
    const qsizetype goneAt = story.size() / 3 + dice.bounded(int(story.size()) / 4);
    const qsizetype backAt = goneAt + 3;
    bool isGone = false;
    QElapsedTimer since;
    since.start();
    while (!left.isEmpty()) {
        const qsizetype done = story.size() - left.size();
        if (done == goneAt && !isGone) {
            dice.bounded(2) ? m_server->kill() : m_server->stop();
            isGone = true;
        }
        QList<qsizetype> possible;
        for (qsizetype at = 0; at < left.size(); ++at) {
            if (isPossible(left.at(at)))
                possible.append(at);
        }
        const bool comesBack = isGone && (done >= backAt || possible.isEmpty());
        if (comesBack) {
            notice();
            const bool waits = std::any_of(m_companies.begin(), m_companies.end(),
                [](const Company &company) { return company.exchange->state().waiting > 0; });
            qInfo("the server was gone during %d step(s); %s waited", int(done - goneAt),
                waits ? "something" : "nothing");
            QVERIFY(waits || done == goneAt);
            QVERIFY2(m_server->start(), qPrintable(m_server->said));
            reconnect();
            isGone = false;
        }
        if (possible.isEmpty() || comesBack) {
            QVERIFY2(since.elapsed() < patience, "nothing goes on");
            (void)waitFor([&] {
                return std::any_of(left.begin(), left.end(), [this](const Step &step) { return isPossible(step); });
            });
            if (possible.isEmpty())
                continue;
        }
        const Step step = left.takeAt(possible.at(dice.bounded(int(possible.size()))));
        play(step);
        if (QTest::currentTestFailed())
            return;
        if (byHand)
            carryByHand(step, false);
        // Sometimes the others hear of it before anything else is done, sometimes not.
        if (dice.bounded(3) == 0)
            finishEvents();
    }
    if (byHand) {
        for (const Step &step : story)
            carryByHand(step, true);
    }
    reconnect();
    const bool isSame = waitFor([this] { return isSameEverywhere(); }, patience);
    for (const Company &company : m_companies)
        qInfo("%s: %d document(s), %d waiting", qPrintable(company.party), int(company.files().size()),
            int(company.exchange->state().waiting));
    QVERIFY(isSame);
    everythingIsThereOnce();
    if (!QTest::currentTestFailed())
        aNewcomerIsInvited();
}

QTEST_GUILESS_MAIN(TestSixDesks)
#include "tst_sixdesks.moc"
