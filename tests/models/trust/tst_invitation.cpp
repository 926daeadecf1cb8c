// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/invitation.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/models/support/shownrules.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

/// A partner comes to the rules by one file, and works without a bus.
class TestInvitation final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anOfficeWithoutABusSigns();
    void theFingerprintIsOfWhatIsPinned_data();
    void theFingerprintIsOfWhatIsPinned();
    void whatIsNoInvitationIsRefused_data();
    void whatIsNoInvitationIsRefused();
    void bytesThatChangeAreSeen();
    void nothingPinnedIsReplaced();
    void whoKnowsNothingInvitesNobody();

private:
    Invitation invitation()
    {
        Desk desk(*m_world, m_pack);
        const auto made = Invitation::of(desk.workspace().trust());
        if (!made.ok())
            qFatal("no invitation: %s", qPrintable(made.error().detail));
        return *made;
    }
    std::unique_ptr<Workspace> office()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Workspace::open(m_folder->filePath(QStringLiteral("office")), m_clock);
        if (!opened.ok())
            qFatal("no store");
        return std::move(opened).value();
    }

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    FixedClock m_clock{TestWorld::now + 3600};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestInvitation::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
}

void TestInvitation::anOfficeWithoutABusSigns()
{
    Desk courier(*m_world, m_pack);
    const auto made = Invitation::of(courier.workspace().trust());
    QVERIFY(made.ok());
    const auto read = Invitation::decode(made->encode());
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->fingerprint(), made->fingerprint());
    QCOMPARE(read->encode(), made->encode());
    QVERIFY(read->check().ok());

    const auto workspace = office();
    QVERIFY(read->accept(workspace->trust(), {}).ok());
    QVERIFY(workspace->trust().compare(rulesOf(*m_world, m_pack)).ok());
    const auto pack = workspace->trust().pack(m_pack.serial);
    QVERIFY(pack);
    QCOMPARE(pack->readAt, TestWorld::now); // as old as it is, not as of now
    QVERIFY(pack->areLimitsProved());
    QVERIFY(workspace->trust().snapshot().proved.isEmpty()); // nothing was proved to this console
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::pinTrust);
    QCOMPARE(workspace->audit().count(filter), 1);

    // The owner's key opens there, a request is judged, signed, and counts where it came from.
    DocumentFile file;
    file.document = m_world->sign(m_world->request(m_pack, QStringLiteral("soc.max"), 95000),
        QStringLiteral("courier.fleet-manager"), {QStringLiteral("celldata.specialist")});
    const QString path = m_folder->filePath(QStringLiteral("a.pwreq"));
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
    out.close();
    QSignalSpy signedIn(&workspace->session(), &Session::signedIn);
    workspace->session().signIn(courier.keyFile(QStringLiteral("leasing.asset-manager")), QStringLiteral("secret"));
    QVERIFY(signedIn.wait(20000));
    SignoffDocument document(*workspace);
    QVERIFY(document.open(path).ok());
    QCOMPARE(document.judgement().own.wanted, std::optional(Meaning::Approve));
    QSignalSpy finished(&document, &SignoffDocument::signFinished);
    document.sign(Meaning::Approve);
    QVERIFY(finished.size() == 1 || finished.wait(20000));
    QCOMPARE(document.state(), SignoffState::Ready);
    SignoffDocument back(courier.workspace());
    QVERIFY(back.open(path).ok());
    QCOMPARE(back.state(), SignoffState::Ready);
    PackState applied = m_pack;
    QVERIFY(applyOn(*m_world, applied, back.file().document).applied);
}

void TestInvitation::theFingerprintIsOfWhatIsPinned_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("same");
    for (const char *kept : {"nothing", "lists", "values", "statement", "read later"})
        QTest::newRow(kept) << QString::fromLatin1(kept) << true;
    for (const char *seen : {"silicon", "foundation", "another pack", "policy", "charter"})
        QTest::newRow(seen) << QString::fromLatin1(seen) << false;
}

void TestInvitation::theFingerprintIsOfWhatIsPinned()
{
    QFETCH(QString, change);
    QFETCH(bool, same);
    const Invitation before = invitation();
    Invitation after = before;
    KnownPack &pack = after.packs.first();
    ShownRules other(*m_world, m_pack);
    if (change == QLatin1String("lists"))
        after.lists.removeLast();
    else if (change == QLatin1String("values"))
        pack.facts.parameters.first().stored.base = Milli{1};
    else if (change == QLatin1String("statement"))
        pack.statement.clear();
    else if (change == QLatin1String("read later"))
        pack.readAt += 60;
    else if (change == QLatin1String("silicon"))
        pack.rules.silicon.append('\0');
    else if (change == QLatin1String("foundation"))
        pack.rules.foundation.append('\0');
    else if (change == QLatin1String("another pack"))
        pack.facts.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0002"));
    else if (change == QLatin1String("policy")) {
        other.changePolicy();
        after.rules = *PinnedRules::fromDocuments(other.rules.charterDocument, other.rules.policyDocument);
    } else if (change == QLatin1String("charter")) {
        PackState changed = m_pack;
        changed.charter.version = 2;
        changed.policy.charterSha256 = changed.charter.bodySha256();
        const PackRules rules = rulesOf(*m_world, changed);
        after.rules = *PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    }
    QCOMPARE(after.fingerprint() == before.fingerprint(), same);
}

void TestInvitation::whatIsNoInvitationIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<Code>("code");
    QTest::newRow("empty") << QStringLiteral("empty") << Code::Malformed;
    QTest::newRow("a document") << QStringLiteral("document") << Code::UnknownType;
    QTest::newRow("a later version") << QStringLiteral("version") << Code::UnknownType;
    QTest::newRow("no packs") << QStringLiteral("packs") << Code::Malformed;
    QTest::newRow("a pack twice") << QStringLiteral("twice") << Code::Malformed;
    QTest::newRow("a pack without limits") << QStringLiteral("limits") << Code::Malformed;
    QTest::newRow("a list that is none") << QStringLiteral("list") << Code::Malformed;
    QTest::newRow("a key too many") << QStringLiteral("more") << Code::Malformed;
    QTest::newRow("another policy's charter") << QStringLiteral("charter") << Code::WrongCharter;
    QTest::newRow("too large") << QStringLiteral("large") << Code::TooLarge;
}

void TestInvitation::whatIsNoInvitationIsRefused()
{
    QFETCH(QString, change);
    QFETCH(Code, code);
    Invitation made = invitation();
    QByteArray bytes = made.encode();
    QCborMap map = cbor::decode(bytes)->toMap();
    if (change == QLatin1String("empty"))
        bytes.clear();
    else if (change == QLatin1String("large"))
        bytes = QByteArray(int(Invitation::maxBytes) + 1, '\0');
    else if (change == QLatin1String("document")) {
        DocumentFile file;
        file.document = *CoseSign::decode(made.rules.charterDocument);
        bytes = file.encode();
    } else if (change == QLatin1String("version")) {
        map[QStringLiteral("invitation")] = 2;
        bytes = cbor::encode(map);
    } else if (change == QLatin1String("more")) {
        map[QStringLiteral("more")] = 1;
        bytes = cbor::encode(map);
    } else if (change == QLatin1String("charter")) {
        PackState other = m_pack;
        other.charter.ranges.clear();
        other.policy.charterSha256 = other.charter.bodySha256();
        made.rules.charterDocument = rulesOf(*m_world, other).charterDocument;
        bytes = made.encode();
    } else {
        if (change == QLatin1String("packs"))
            made.packs.clear();
        else if (change == QLatin1String("twice"))
            made.packs.append(made.packs.constFirst());
        else if (change == QLatin1String("limits"))
            made.packs.first().rules.silicon.clear();
        else
            made.lists.first() = "no list";
        bytes = made.encode();
    }
    const auto read = Invitation::decode(bytes);
    QVERIFY(!read.ok());
    QCOMPARE(read.code(), code);
}

/// Wherever a byte is another one, the file is refused, its fingerprint is another, or the rules cannot be accepted; or
/// it was in what no fingerprint needs to cover, and the rules that are pinned are the same.
void TestInvitation::bytesThatChangeAreSeen()
{
    const Invitation good = invitation();
    const QByteArray bytes = good.encode();
    int refused = 0;
    int others = 0;
    for (qsizetype at = 0; at < bytes.size(); at += bytes.size() / 150) {
        QByteArray changed = bytes;
        changed[at] = char(changed.at(at) ^ 0x11);
        const auto read = Invitation::decode(changed);
        if (!read.ok() || read->fingerprint() != good.fingerprint() || !read->check().ok()) {
            ++refused;
            continue;
        }
        ++others;
        QVERIFY(read->rules.policy == good.rules.policy && read->rules.charter == good.rules.charter);
        QCOMPARE(read->packs.constFirst().rules.silicon, good.packs.constFirst().rules.silicon);
    }
    qInfo("%d refused, %d outside of what is pinned", refused, others);
    QVERIFY(refused > 50);
}

void TestInvitation::nothingPinnedIsReplaced()
{
    const Invitation mine = invitation();
    ShownRules next(*m_world, m_pack);
    next.changePolicy();
    Invitation other = mine;
    other.rules = *PinnedRules::fromDocuments(next.rules.charterDocument, next.rules.policyDocument);
    Desk desk(*m_world, m_pack);
    const TrustSnapshot before = desk.workspace().trust().snapshot();
    QCOMPARE(other.accept(desk.workspace().trust(), {}).code(), Code::VersionJump);
    QVERIFY(desk.workspace().trust().pinned() == before.pinned);
    QVERIFY(mine.accept(desk.workspace().trust(), {}).ok()); // the same again changes nothing
    QVERIFY(desk.workspace().trust().pinned() == before.pinned);

    // Rules that their parties did not sign are not accepted, whatever was compared.
    Invitation unsigned_ = mine;
    CoseSign document = *CoseSign::decode(mine.rules.charterDocument);
    document.signatures.removeLast();
    unsigned_.rules.charterDocument = document.encode();
    const auto workspace = office();
    QVERIFY(!unsigned_.accept(workspace->trust(), {}).ok());
    QVERIFY(workspace->trust().isEmpty());
    QVERIFY(workspace->trust().packs().isEmpty());
}

void TestInvitation::whoKnowsNothingInvitesNobody()
{
    const auto workspace = office();
    QCOMPARE(Invitation::of(workspace->trust()).code(), Code::UnknownIssuer);
    QVERIFY(workspace->trust().pin(rulesOf(*m_world, m_pack), {}).ok());
    QCOMPARE(Invitation::of(workspace->trust()).code(), Code::PackUnreachable);
}

QTEST_MAIN(TestInvitation)
#include "tst_invitation.moc"
