// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/demo/provision.h"
#include "hw/sim/memory/filelayer.h"
#include "hw/sim/memory/packclock.h"
#include "hw/sim/memory/packlock.h"
#include "hw/sim/memory/packmemory.h"
#include "hw/sim/simulatedpack.h"
#include "models/core/base/clock.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/verifier.h"
#include "models/core/pki/openkey.h"
#include "tests/support/testworld.h"

#include <QDir>
#include <QDirIterator>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::sim;

/// The demo world, made once: keys, certificates, lists, charter, policy, packs; then the story of the product on one
/// of its packs, and renewal.
class TestProvision final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileIsThere();
    void keysOpenAndChain();
    void charterAndPolicyAreSignedByAll();
    void packsStart();
    void everySeatCanBeFilled();
    void storyOnAPack();
    void notDueKeepsEverything();
    void renewalCountsUpAndReachesThePacks();
    void leavesAreRenewedBeforeTheyEnd();
    void refusesAFolderOfSomethingElse();
    void olderWorldsAreSetAside();
    void runningPackIsLeftAlone();
    void otherPacksThanTheDemos();

private:
    QString path(const QString &name) const { return m_dir.filePath(QStringLiteral("demo/") + name); }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::shared_ptr<SigningKey> key(const QString &name) const
    {
        const auto opened = openKeyFile(path(QStringLiteral("keys/%1.p12").arg(name)), QString::fromUtf8(m_passphrase));
        return opened.ok() ? *opened : nullptr;
    }
    /// Opening takes half a second by design, so the story opens each key once.
    std::shared_ptr<SigningKey> cachedKey(const QString &name)
    {
        if (!m_opened.contains(name))
            m_opened.insert(name, key(name));
        return m_opened.value(name);
    }
    Result<PackMemory> memory(const QString &serial)
    {
        return PackMemory::load(m_files, path(QStringLiteral("packs/") + serial));
    }
    Result<> provision(qint64 at, Provision::Renewal renewal) { return provisionIn(path({}), at, renewal, {}); }
    Result<> provisionIn(const QString &folder, qint64 at, Provision::Renewal renewal, const Provision::Packs &packs)
    {
        const SetClock clock(at);
        // Keys of the build folder: how they are made is not what is tried here.
        KeyMaking making;
        making.fileIterations = 1000;
        making.generate = [this]() -> Result<pki::PrivateKey> {
            const QMutexLocker lock(&m_mutex);
            return m_world.privateKey(QStringLiteral("demo-%1").arg(m_keys++));
        };
        Provision provision(
            folder, clock, [](const QString &) {}, making);
        provision.setPacks(packs);
        return provision.run(renewal);
    }

    CryptoRuntime m_crypto;
    test::TestWorld m_world;
    QMutex m_mutex; ///< of the world and its keys
    int m_keys = 0;
    QTemporaryDir m_dir;
    DiskFiles m_files;
    qint64 m_now = 1'780'000'000;
    QByteArray m_passphrase;
    QMap<QString, std::shared_ptr<SigningKey>> m_opened;
};

namespace {

const QStringList parties{QStringLiteral("manufacturer"), QStringLiteral("courier"), QStringLiteral("leasing"),
    QStringLiteral("buyer"), QStringLiteral("celldata"), QStringLiteral("power"), QStringLiteral("service"),
    QStringLiteral("platform")};
const QStringList authorities{
    QStringLiteral("courier"), QStringLiteral("leasing"), QStringLiteral("celldata"), QStringLiteral("service")};
const QStringList people{QStringLiteral("manufacturer-engineer"), QStringLiteral("manufacturer-engineer-2"),
    QStringLiteral("courier-driver"), QStringLiteral("courier-driver-2"), QStringLiteral("courier-fleet-manager"),
    QStringLiteral("leasing-asset-manager"), QStringLiteral("leasing-asset-manager-2"),
    QStringLiteral("buyer-asset-manager"), QStringLiteral("celldata-specialist"),
    QStringLiteral("celldata-specialist-2"), QStringLiteral("power-operator"), QStringLiteral("service-technician"),
    QStringLiteral("platform-engineer")};

} // namespace

void TestProvision::initTestCase()
{
    QVERIFY(m_dir.isValid());
    // Whoever starts the demo takes a lock in its folder first: that is no content.
    QVERIFY(QDir(m_dir.path()).mkpath(QStringLiteral("demo")));
    QFile lock(path(QStringLiteral("lock")));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    const auto made = provision(m_now, Provision::Renewal::WhenDue);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().detail));
    m_passphrase = read(QStringLiteral("keys/passphrase"));
    QVERIFY(m_passphrase.size() >= 20);
}

void TestProvision::everyFileIsThere()
{
    QStringList keys;
    QStringList lists;
    QStringList pems;
    for (const QString &party : parties) {
        keys.append(party + QStringLiteral("-root.p12"));
        lists.append(party + QStringLiteral("-root.crl"));
        pems.append(party + QStringLiteral(".pem"));
    }
    for (const QString &party : authorities) {
        keys.append(party + QStringLiteral("-issuer.p12"));
        lists.append(party + QStringLiteral("-issuer.crl"));
        pems.append(party + QStringLiteral("-issuer.pem"));
    }
    for (const QString &person : people)
        keys.append(person + QStringLiteral(".p12"));
    keys.append(QStringLiteral("passphrase"));
    const auto sorted = [](QStringList list) {
        list.sort();
        return list;
    };
    const auto entries = [&](const QString &folder) {
        return sorted(QDir(path(folder)).entryList(QDir::Files));
    };
    QCOMPARE(entries(QStringLiteral("keys")), sorted(keys));
    QCOMPARE(entries(QStringLiteral("crls")), sorted(lists));
    QCOMPARE(entries(QStringLiteral("parties")), sorted(pems));
    QCOMPARE(QDir(path(QStringLiteral("packs"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden),
        (QStringList{QStringLiteral("SDB-DEMO-0001"), QStringLiteral("SDB-DEMO-0002"), QStringLiteral("SDB-DEMO-0003"),
            QStringLiteral("SDB-DEMO-0004")}));
    for (const QString &name : keys) {
        const auto permissions = QFile::permissions(path(QStringLiteral("keys/") + name));
        QVERIFY2(!(permissions & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(name));
    }
}

void TestProvision::keysOpenAndChain()
{
    const auto pack = memory(QStringLiteral("SDB-DEMO-0001"));
    QVERIFY(pack.ok());
    const PackState state = pack->state(m_now);
    for (const QString &name : people) {
        const auto person = cachedKey(name);
        QVERIFY2(person, qPrintable(name));
        const QList<Certificate> chain = person->chain();
        const QString party = name.section(u'-', 0, 0);
        QCOMPARE(chain.size(), authorities.contains(party) ? 2 : 1);
        QVERIFY(chain.constFirst().person.startsWith(party + u'.'));
        const auto root
            = validateChain(chain.constFirst(), chain.mid(1), state.anchors(), ChainPurpose::Person, m_now, 0);
        if (party == QStringLiteral("buyer"))
            QCOMPARE(root.code(), Code::UnknownIssuer);
        else
            QVERIFY2(root.ok(), qPrintable(name));
    }
    QCOMPARE(openKeyFile(path(QStringLiteral("keys/power-operator.p12")), QStringLiteral("wrong")).code(),
        Code::WrongPassphrase);
}

void TestProvision::charterAndPolicyAreSignedByAll()
{
    for (const QString &name : {QStringLiteral("charter.pwchr"), QStringLiteral("policy.pwpol")}) {
        const auto file = DocumentFile::decode(read(name));
        QVERIFY2(file.ok(), qPrintable(name));
        QCOMPARE(file->encode(), read(name));
        QCOMPARE(file->document.signatures.size(), 8);
        QSet<QByteArray> leaves;
        for (const CoseSignature &signature : file->document.signatures) {
            QVERIFY(file->document.verifies(signature));
            leaves.insert(signature.leafSha256);
        }
        QCOMPARE(leaves.size(), 8);
        QCOMPARE(file->crls.size(), 11);
    }
    const auto charter
        = CharterChange::decode(DocumentFile::decode(read(QStringLiteral("charter.pwchr")))->document.payload);
    const auto policy
        = PolicyChange::decode(DocumentFile::decode(read(QStringLiteral("policy.pwpol")))->document.payload);
    QVERIFY(charter.ok() && policy.ok());
    QCOMPARE(policy->policy, charter->policy.policy);
    QCOMPARE(charter->charter.positions.size(), 7);
    QVERIFY(!charter->charter.positions.contains(PositionId::fromTrusted(QStringLiteral("buyer"))));
}

void TestProvision::packsStart()
{
    const SetClock clock(m_now);
    int node = 0x10;
    for (const char *serial : {"SDB-DEMO-0001", "SDB-DEMO-0002", "SDB-DEMO-0003", "SDB-DEMO-0004"}) {
        auto pack
            = SimulatedPack::start(m_files, path(QStringLiteral("packs/") + QString::fromLatin1(serial)), clock, {});
        QVERIFY2(pack.ok(), serial);
        QCOMPARE((*pack)->node(), node++);
        const PackState state = (*pack)->memory().state(m_now);
        QCOMPARE(state.lifeCycle, LifeCycle::Sealed);
        QVERIFY(state.isProtected);
        QVERIFY(!state.dataSheet.isEmpty());
        QVERIFY(!state.clockUncertain);
        QCOMPARE(state.crls.size(), 11);
        QCOMPARE(state.silicon.parameters.size(), 15);
        for (const ParameterDefinition &p : state.silicon.parameters) {
            QVERIFY2(state.charter.ranges.value(p.id).contains(state.value(p.id)), qPrintable(p.id.text()));
            QVERIFY2(state.policy.softLimits.value(p.id).contains(state.value(p.id)), qPrintable(p.id.text()));
        }
    }
}

/// Each seat that the policy asks for is of a role that holds a grant and may hold it, and the foundation is met.
void TestProvision::everySeatCanBeFilled()
{
    const PackState state = memory(QStringLiteral("SDB-DEMO-0003"))->state(m_now);
    for (auto it = state.silicon.layers.begin(); it != state.silicon.layers.end(); ++it) {
        if (state.silicon.prohibited.contains(it.key()))
            continue;
        QVERIFY2(state.policy.seats.contains(it.key()), qPrintable(it.key().text()));
        const SeatRule rule = state.policy.seats.value(it.key());
        QList<Seat> seats = rule.all;
        for (const SeatGroup &group : rule.groups)
            seats += group.of;
        for (const auto &extra : {rule.beyondSoftLimit, rule.beyondStep}) {
            if (extra)
                seats.append(*extra);
        }
        for (const Seat &seat : seats) {
            QVERIFY(state.charter.positions.contains(seat.position));
            QVERIFY(state.charter.mayHold.value(it.key()).contains(seat.role));
        }
    }
    for (const ParameterDefinition &p : state.silicon.parameters) {
        QSet<PositionId> positions;
        for (const Seat &seat : state.policy.seats.value(p.capability).all)
            positions.insert(seat.position);
        const Foundation::LayerRule rule = state.foundation.layers.value(p.layer);
        QVERIFY2(p.layer < 3 || positions.size() >= rule.parties, qPrintable(p.id.text()));
    }
}

void TestProvision::storyOnAPack()
{
    const PackState state = memory(QStringLiteral("SDB-DEMO-0001"))->state(m_now);
    const auto verdict = [&](const char *parameter, qint64 to, const QStringList &approvers) {
        const ParameterId id = ParameterId::fromTrusted(QString::fromLatin1(parameter));
        ChangeRequest request;
        const auto author = cachedKey(QStringLiteral("courier-fleet-manager"));
        request.head = {QByteArray(16, 'i'), m_now, m_now + 1000, author->leaf().sha256, {}, {}, {}, {}};
        request.packs.append({state.serial, state.silicon.hardware,
            {{id, state.silicon.parameter(id)->unit, state.value(id), 1, Milli{to}}}});
        CoseSign document{QByteArray(contenttype::request), request.encode(), {}};
        const LogHead log{QByteArray(16, 'l'), 0, QByteArray(32, 'h')};
        (void)document.addSignature(*author, Meaning::Author, m_now, log);
        for (const QString &name : approvers)
            (void)document.addSignature(*cachedKey(name), Meaning::Approve, m_now, log);
        const Verdict result = verifyRequest(document.encode(), state);
        return result.refusal ? QString(codeName(result.refusal->code)) : QStringLiteral("applied");
    };
    const QString owner = QStringLiteral("leasing-asset-manager");
    const QString specialist = QStringLiteral("celldata-specialist");
    const QString platform = QStringLiteral("platform-engineer");
    QCOMPARE(verdict("soc.max", 95000, {owner, specialist}), QStringLiteral("applied"));
    QCOMPARE(verdict("soc.max", 95000, {owner}), QStringLiteral("below-quorum"));
    QCOMPARE(verdict("soc.max", 96000, {owner, specialist}), QStringLiteral("below-quorum"));
    QCOMPARE(verdict("soc.max", 98000, {owner, specialist}), QStringLiteral("outside-charter"));
    QCOMPARE(verdict("cell.voltage.max", 4250, {owner, specialist, platform}), QStringLiteral("applied"));
    QCOMPARE(verdict("cell.voltage.max", 4250, {owner, specialist}), QStringLiteral("below-quorum"));
    QCOMPARE(verdict("cell.voltage.max", 4280, {owner, specialist, platform}), QStringLiteral("outside-charter"));
    QCOMPARE(verdict("cell.voltage.max", 5250, {owner, specialist, platform}), QStringLiteral("above-silicon-limit"));
    QCOMPARE(verdict("soc.max", 95000, {QStringLiteral("buyer-asset-manager"), specialist}),
        QStringLiteral("unknown-issuer"));
}

void TestProvision::notDueKeepsEverything()
{
    const QByteArray list = read(QStringLiteral("crls/leasing-issuer.crl"));
    QVERIFY(provision(m_now + 10 * DemoKeys::day, Provision::Renewal::WhenDue).ok());
    QCOMPARE(read(QStringLiteral("crls/leasing-issuer.crl")), list);
}

void TestProvision::renewalCountsUpAndReachesThePacks()
{
    const QByteArray charter = read(QStringLiteral("charter.pwchr"));
    const auto before = memory(QStringLiteral("SDB-DEMO-0002"));
    const qint64 later = m_now + 20 * DemoKeys::day;
    QVERIFY(provision(later, Provision::Renewal::WhenDue).ok());
    QCOMPARE(read(QStringLiteral("charter.pwchr")), charter);
    const auto after = memory(QStringLiteral("SDB-DEMO-0002"));
    QVERIFY(before.ok() && after.ok());
    QCOMPARE(after->contents().values, before->contents().values);
    const QList<CrlEntry> entries = after->state(later).crls;
    QCOMPARE(entries.size(), 11);
    for (const CrlEntry &entry : entries) {
        QCOMPARE(entry.crl.number, qint64(2));
        QVERIFY(entry.crl.nextUpdate > later + 25 * DemoKeys::day);
        QVERIFY(entry.crl.nextUpdate - entry.crl.thisUpdate <= 45 * DemoKeys::day);
    }
    const auto person = cachedKey(QStringLiteral("leasing-asset-manager"));
    QVERIFY(validateChain(person->leaf(), person->chain().mid(1), after->state(later).anchors(), ChainPurpose::Person,
        m_now + 40 * DemoKeys::day, 0)
                .ok());
}

void TestProvision::leavesAreRenewedBeforeTheyEnd()
{
    const auto before = cachedKey(QStringLiteral("courier-driver"));
    const qint64 later = m_now + 360 * DemoKeys::day;
    QVERIFY(provision(later, Provision::Renewal::WhenDue).ok());
    const auto after = key(QStringLiteral("courier-driver"));
    QVERIFY(after);
    QCOMPARE(after->leaf().spkiSha256, before->leaf().spkiSha256);
    QVERIFY(after->leaf().sha256 != before->leaf().sha256);
    QVERIFY(after->leaf().notAfter > later + 300 * DemoKeys::day);
    QCOMPARE(after->chain().size(), 2);
}

void TestProvision::refusesAFolderOfSomethingElse()
{
    QTemporaryDir other;
    QFile file(other.filePath(QStringLiteral("letter.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const SetClock clock(m_now);
    const auto done = Provision(other.path(), clock, [](const QString &) {}).run(Provision::Renewal::WhenDue);
    QCOMPARE(done.code(), Code::FileUnwritable);
    QCOMPARE(QDir(other.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size(), 1);
}

void TestProvision::olderWorldsAreSetAside()
{
    // A world whose packs this program cannot read goes aside whole, and nothing of it is lost.
    QTemporaryDir other;
    const QStringList files{QStringLiteral("/.hidden"), QStringLiteral("/charter.pwchr"),
        QStringLiteral("/packs/SDB-DEMO-0001/state"), QStringLiteral("/store/audit.db")};
    const auto write = [](const QString &name) {
        QFile file(name);
        return QFileInfo(name).dir().mkpath(QStringLiteral(".")) && file.open(QIODevice::WriteOnly);
    };
    for (const QString &name : files)
        QVERIFY(write(other.path() + name));
    QVERIFY(write(other.filePath(QStringLiteral("lock"))));
    struct Enough
    {
    };
    const SetClock clock(m_now);
    Provision provision(other.path(), clock, [](const QString &line) {
        if (line.startsWith(QStringLiteral("generating")))
            throw Enough();
    });
    QVERIFY_EXCEPTION_THROWN((void)provision.run(Provision::Renewal::WhenDue), Enough);
    QStringList found;
    QDirIterator it(
        other.filePath(QStringLiteral("former-1")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        found.append(it.next().mid(other.filePath(QStringLiteral("former-1")).size()));
    found.sort();
    QCOMPARE(found, files);
    QVERIFY(QFile::exists(other.filePath(QStringLiteral("lock"))));
    QVERIFY(!QFile::exists(other.filePath(QStringLiteral("store"))));
}

void TestProvision::runningPackIsLeftAlone()
{
    const auto lock = PackLock::take(path(QStringLiteral("packs/SDB-DEMO-0003")));
    QVERIFY(lock.ok());
    const QByteArray list = read(QStringLiteral("crls/leasing-issuer.crl"));
    const auto done = provision(m_now + 360 * DemoKeys::day, Provision::Renewal::Always);
    QVERIFY(!done.ok());
    QCOMPARE(done.code(), Code::WrongState);
    QVERIFY(done.error().detail.contains(QStringLiteral("SDB-DEMO-0003")));
    QCOMPARE(read(QStringLiteral("crls/leasing-issuer.crl")), list);
    // Nothing due: a running pack is no reason to complain.
    QVERIFY(provision(m_now + 360 * DemoKeys::day, Provision::Renewal::WhenDue).ok());
}

/// More packs, and of another kind, are sealed and renewed as the demo's four.
void TestProvision::otherPacksThanTheDemos()
{
    QTemporaryDir other;
    m_keys = 0;
    const auto made = provisionIn(
        other.filePath(QStringLiteral("many")), m_now, Provision::Renewal::WhenDue, {5, QStringLiteral("nmc-255s1p")});
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().detail));
    const QString packs = other.filePath(QStringLiteral("many/packs/"));
    QCOMPARE(QDir(packs).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 5);
    const auto last = PackMemory::load(m_files, packs + QStringLiteral("SDB-DEMO-0005"));
    QVERIFY(last.ok());
    QCOMPARE(last->identity().configuration.cells, 255);
    QCOMPARE(last->board().configuration.node, 0x14);
    QCOMPARE(last->contents().lifeCycle,
        PackMemory::load(m_files, packs + QStringLiteral("SDB-DEMO-0001"))->contents().lifeCycle);
    QVERIFY(
        provisionIn(other.filePath(QStringLiteral("many")), m_now + 20 * DemoKeys::day, Provision::Renewal::Always, {})
            .ok());
    QVERIFY(
        PackMemory::load(m_files, packs + QStringLiteral("SDB-DEMO-0005"))->contents().crls != last->contents().crls);
    const auto more = provisionIn(other.filePath(QStringLiteral("many")), m_now, Provision::Renewal::WhenDue, {6, {}});
    QVERIFY(!more.ok());
    QCOMPARE(more.code(), Code::WrongState);
}

QTEST_GUILESS_MAIN(TestProvision)
#include "tst_provision.moc"
