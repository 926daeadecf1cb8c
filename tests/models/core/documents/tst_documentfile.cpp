// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/filebounds.h"
#include "models/core/documents/withdrawal.h"
#include "tests/support/testworld.h"

#include <QCborArray>
#include <QRandomGenerator>
#include <QtTest>

#include <ctime>

using namespace packwarden;
using test::TestWorld;

class TestDocumentFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTrip();
    void whatCannotBeReadIsNotWritten_data();
    void whatCannotBeReadIsNotWritten();
    void mergeIsASet();
    void foreignFilesAreRefused();
    void twinChainsAreOneSignature();
    void anAuthorityOfBeforeDisplacesNone();
    void whatFitsStaysAsItIs();
    void strangersTakeNoPlace_data();
    void strangersTakeNoPlace();
    void onePartyTakesNoPlaceOfAnother();
    void boundedMergesAreASet();
    void aShorterChainDoesNotDisplace();
    void whoTrustsNobodyLosesNothing();
    void voicesKeepTheirPlaces();
    void listsKeepTheirPlaces();
    void evidenceKeepsItsPlace();
    void lookingEnds();
    void rulesRoundTrip();
    void tableShowsReachableLimits();
    void invalidThresholds_data();
    void invalidThresholds();

private:
    DocumentFile signedBy(const QStringList &approvers)
    {
        DocumentFile file;
        file.document = m_world.sign(m_request, QStringLiteral("courier.fleet-manager"), approvers);
        file.crls = {encodeCrlEntry(m_world.crl(QStringLiteral("leasing")))};
        return file;
    }

    /// An approval, one of many of the same person.
    CoseSignature approval(const QString &who, int number, QList<QByteArray> chain = {})
    {
        CoseSign alone{contenttype::request, m_request.encode(), {}};
        CoseSignature made = *alone.addSignature(*m_world.key(who), Meaning::Approve, TestWorld::now + number,
            {QByteArray(16, 'l'), 1, QByteArray(32, 'h')});
        if (!chain.isEmpty())
            made.chain = chain;
        return made;
    }
    static CoseSignature spoilt(CoseSignature signature)
    {
        signature.signature[0] = char(signature.signature.at(0) ^ 1);
        return signature;
    }
    static bool holds(const DocumentFile &file, const CoseSignature &signature)
    {
        return std::any_of(file.document.signatures.begin(), file.document.signatures.end(),
            [&](const CoseSignature &one) { return one == signature; });
    }
    QList<Certificate> roots() { return m_world.pack().charter.roots(); }

    const QString leasing = QStringLiteral("leasing.asset-manager");
    const QString cellData = QStringLiteral("celldata.specialist");
    const QString stranger = QStringLiteral("stranger.asset-manager");
    CryptoRuntime m_crypto;
    TestWorld m_world;
    ChangeRequest m_request;
};

void TestDocumentFile::initTestCase()
{
    m_request = m_world.request(m_world.pack(), QStringLiteral("soc.max"), 95000);
}

void TestDocumentFile::roundTrip()
{
    DocumentFile file = signedBy({QStringLiteral("leasing.asset-manager")});
    file.attachments.insert(QStringLiteral("report.pdf"), "bytes");
    const QByteArray bytes = file.encode();
    const auto decoded = DocumentFile::decode(bytes);
    QVERIFY2(decoded.ok(), decoded.ok() ? "" : qPrintable(decoded.error().detail));
    QCOMPARE(decoded->encode(), bytes);
    QCOMPARE(decoded->document.payload, file.document.payload);
    QCOMPARE(decoded->fingerprint().size(), 39);
    for (qsizetype size = 0; size < bytes.size(); size += 97)
        QVERIFY(!DocumentFile::decode(bytes.left(size)).ok());
    QVERIFY(!DocumentFile::decode(bytes + '\0').ok());
}

void TestDocumentFile::whatCannotBeReadIsNotWritten_data()
{
    QTest::addColumn<QString>("flaw");
    QTest::addColumn<QString>("reason"); // empty: written
    const auto row = [](const char *flaw, const char *reason) {
        QTest::newRow(flaw) << QString::fromLatin1(flaw) << QString::fromLatin1(reason);
    };
    row("none", "");
    row("a longer chain than a document holds", "too-large");
    row("no chain", "malformed");
    row("more signatures than a document holds", "too-large");
    row("a larger payload than a document holds", "too-large");
    row("a list that is none", "malformed");
    row("more than a file holds", "too-large");
}

void TestDocumentFile::whatCannotBeReadIsNotWritten()
{
    QFETCH(const QString, flaw);
    QFETCH(const QString, reason);
    DocumentFile file = signedBy({leasing});
    CoseSignature &signature = file.document.signatures[0];
    if (flaw.startsWith(QLatin1String("a longer chain")))
        signature.chain = QList<QByteArray>(CoseSign::maxChain + 1, signature.chain.constFirst());
    else if (flaw == QLatin1String("no chain"))
        signature.chain.clear();
    else if (flaw.startsWith(QLatin1String("more signatures"))) {
        for (int i = 0; i < CoseSign::maxSignatures; ++i) {
            CoseSignature other = file.document.signatures.constFirst();
            other.signature[1] = char(i);
            file.document.signatures.append(other);
        }
    } else if (flaw.startsWith(QLatin1String("a larger payload")))
        file.document.payload = QByteArray(CoseSign::maxBytes, 'x');
    else if (flaw == QLatin1String("a list that is none"))
        file.crls.append("x");
    else if (flaw.startsWith(QLatin1String("more than a file")))
        file.attachments.insert(QStringLiteral("film"), QByteArray(DocumentFile::maxBytes, 'x'));
    const auto bytes = file.readableBytes();
    QCOMPARE(bytes.ok() ? QString() : QString(codeName(bytes.code())), reason);
    if (bytes.ok())
        QCOMPARE(*bytes, file.encode());
}

void TestDocumentFile::mergeIsASet()
{
    const DocumentFile a = signedBy({QStringLiteral("leasing.asset-manager")});
    DocumentFile b = signedBy({QStringLiteral("celldata.specialist")});
    b.receipts = {"r2", "r1", "r2"};
    const DocumentFile c = signedBy({QStringLiteral("platform.platform-engineer")});
    const auto merge = [](const DocumentFile &x, const DocumentFile &y) {
        return DocumentFile::merge(x, y).value();
    };
    const QByteArray ab = merge(a, b).encode();
    QCOMPARE(merge(b, a).encode(), ab);
    QCOMPARE(merge(merge(a, b), c).encode(), merge(a, merge(b, c)).encode());
    QCOMPARE(merge(merge(a, b), b).encode(), ab);
    QCOMPARE(merge(a, a).encode(), a.encode());
    QCOMPARE(DocumentFile::decode(ab)->document.signatures.size(), 3);
}

void TestDocumentFile::foreignFilesAreRefused()
{
    const DocumentFile a = signedBy({});
    DocumentFile b = a;
    ChangeRequest other = m_request;
    other.head.reason = QStringLiteral("Because of something else");
    b.document = m_world.sign(other, QStringLiteral("courier.fleet-manager"), {});
    QCOMPARE(DocumentFile::merge(a, b).code(), Code::DifferentDocument);
}

void TestDocumentFile::twinChainsAreOneSignature()
{
    const DocumentFile a = signedBy({});
    DocumentFile b = a;
    b.document.signatures[0].chain.append(m_world.root(QStringLiteral("courier")).der);
    const auto ab = DocumentFile::merge(a, b);
    QCOMPARE(ab->document.signatures.size(), 1);
    QCOMPARE(ab->encode(), DocumentFile::merge(b, a)->encode());
    // A chain that does not start with the leaf it names never displaces one that does.
    DocumentFile bad = a;
    bad.document.signatures[0].chain = {QByteArray("\x00", 1)};
    QCOMPARE(DocumentFile::merge(a, bad)->document.signatures.at(0).chain, a.document.signatures.at(0).chain);
    QCOMPARE(DocumentFile::merge(bad, a)->document.signatures.at(0).chain, a.document.signatures.at(0).chain);
}

/// The same authority was certified before, until some days ago: a twin with that certificate is no better witness.
void TestDocumentFile::anAuthorityOfBeforeDisplacesNone()
{
    const QString courier = QStringLiteral("courier");
    const DocumentFile good = signedBy({});
    const QList<QByteArray> chain = good.document.signatures.at(0).chain;
    QCOMPARE(chain.size(), 2); // the leaf and its authority
    for (int i = 0; i < 8; ++i) {
        const auto former = pki::issueAuthority(m_world.root(courier), m_world.rootKey(courier),
            m_world.privateKey(QStringLiteral("courier-issuer")), {QStringLiteral("courier issuer"), courier},
            {TestWorld::now - 300 * TestWorld::day - i, TestWorld::now - 10 * TestWorld::day});
        QVERIFY(former.ok());
        DocumentFile old = good;
        old.document.signatures[0].chain = {chain.at(0), former->der};
        for (const auto &[first, second] : {std::pair(good, old), std::pair(old, good)}) {
            const auto merged = filebounds::merge(first, second, roots());
            QVERIFY(merged.ok());
            QCOMPARE(merged->document.signatures.size(), 1);
            QCOMPARE(merged->document.signatures.at(0).chain, chain);
        }
    }
}

/// Nothing goes while there is room: also those who led to a root of before, and what is only shown.
void TestDocumentFile::whatFitsStaysAsItIs()
{
    DocumentFile file = signedBy({leasing});
    file.document.signatures += {approval(stranger, 1), spoilt(approval(cellData, 2))};
    file.receipts = {"r1"};
    file.withdrawals = {"w1"};
    QVERIFY(filebounds::isBounded(file));
    QVERIFY(filebounds::bounded(file, roots()) == file);
    QCOMPARE(filebounds::merge(file, file, roots())->encode(), file.encode());
}

void TestDocumentFile::strangersTakeNoPlace_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("signatures that do not verify") << QStringLiteral("spoilt");
    QTest::newRow("signatures of a stranger") << QStringLiteral("stranger");
    QTest::newRow("signatures of a stranger, with large chains") << QStringLiteral("large");
    QTest::newRow("a known leaf under a chain of a stranger") << QStringLiteral("foreign chain");
}

void TestDocumentFile::strangersTakeNoPlace()
{
    QFETCH(QString, kind);
    const QByteArray foreign = m_world.root(QStringLiteral("stranger")).der;
    const auto junk = [&](int number) {
        if (kind == QLatin1String("spoilt"))
            return spoilt(approval(leasing, number));
        if (kind == QLatin1String("foreign chain"))
            return spoilt(approval(leasing, number, {m_world.key(leasing)->leaf().der, foreign}));
        const QByteArray leaf = m_world.key(stranger)->leaf().der;
        return kind == QLatin1String("large") ? approval(stranger, number, {leaf, QByteArray(7000, 'x')})
                                              : approval(stranger, number);
    };
    DocumentFile poisoned = signedBy({});
    const CoseSignature author = poisoned.document.signatures.constFirst();
    for (int i = 1; i < CoseSign::maxSignatures; ++i)
        poisoned.document.signatures.append(junk(i));
    const DocumentFile clean = signedBy({leasing, cellData});
    for (const auto &merged :
        {filebounds::merge(poisoned, clean, roots()), filebounds::merge(clean, poisoned, roots())}) {
        QVERIFY(merged.ok());
        for (const CoseSignature &signature : clean.document.signatures)
            QVERIFY(holds(*merged, signature));
        QVERIFY(holds(*merged, author));
        QCOMPARE(merged->document.signatures.size(), CoseSign::maxSignatures);
        const auto read = DocumentFile::decode(merged->encode());
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
    }
    // One more, as when somebody signs the poisoned file.
    poisoned.document.signatures.append(approval(cellData, 99));
    const DocumentFile signedFile = filebounds::bounded(poisoned, roots());
    QVERIFY(holds(signedFile, approval(cellData, 99)) && holds(signedFile, author));
    QVERIFY(DocumentFile::decode(signedFile.encode()).ok());
}

/// A party with as many people as it likes, all of them known.
void TestDocumentFile::onePartyTakesNoPlaceOfAnother()
{
    DocumentFile full = signedBy({});
    for (int i = 1; i < CoseSign::maxSignatures; ++i)
        full.document.signatures.append(approval(QStringLiteral("service.technician"), i));
    const DocumentFile clean = signedBy({leasing, cellData});
    const auto merged = filebounds::merge(full, clean, roots());
    QVERIFY(merged.ok());
    for (const CoseSignature &signature : clean.document.signatures)
        QVERIFY(holds(*merged, signature));
    QCOMPARE(merged->document.signatures.size(), CoseSign::maxSignatures);
}

/// Whoever merges with whom, and in which order: the same file.
void TestDocumentFile::boundedMergesAreASet()
{
    QList<CoseSignature> all;
    for (int i = 0; i < 12; ++i) {
        all.append(approval(QStringLiteral("service.technician"), i));
        all.append(approval(stranger, i));
        if (i < 4) {
            all.append(approval(leasing, i));
            all.append(spoilt(approval(cellData, i)));
        }
    }
    QRandomGenerator random(20260730);
    const auto part = [&] {
        DocumentFile file = signedBy({});
        while (file.document.signatures.size() < CoseSign::maxSignatures) {
            const CoseSignature &next = all.at(int(random.bounded(all.size())));
            if (!holds(file, next))
                file.document.signatures.append(next);
        }
        return file;
    };
    const auto merge = [&](const DocumentFile &x, const DocumentFile &y) {
        return filebounds::merge(x, y, roots()).value();
    };
    for (int round = 0; round < 20; ++round) {
        const DocumentFile a = part();
        const DocumentFile b = part();
        const DocumentFile c = part();
        const DocumentFile ab = merge(a, b);
        QCOMPARE(merge(b, a).encode(), ab.encode());
        QCOMPARE(merge(ab, c).encode(), merge(a, merge(b, c)).encode());
        QCOMPARE(merge(ab, b).encode(), ab.encode());
        QCOMPARE(merge(ab, ab).encode(), ab.encode());
    }
}

/// A stranger takes the authority's certificate away, or writes another one in its place.
void TestDocumentFile::aShorterChainDoesNotDisplace()
{
    const DocumentFile good = signedBy({leasing});
    const auto author = std::find_if(good.document.signatures.begin(), good.document.signatures.end(),
        [](const CoseSignature &signature) { return signature.chain.size() == 2; });
    QVERIFY(author != good.document.signatures.end());
    for (const QList<QByteArray> &chain : {QList<QByteArray>{author->chain.at(0)},
             QList<QByteArray>{author->chain.at(0), m_world.root(QStringLiteral("stranger")).der},
             QList<QByteArray>{QByteArray("x")}}) {
        DocumentFile bad = good;
        bad.document.signatures[author - good.document.signatures.begin()].chain = chain;
        QVERIFY(holds(*filebounds::merge(good, bad, roots()), *author));
        QVERIFY(holds(*filebounds::merge(bad, good, roots()), *author));
        // Both in one file, as a stranger writes it.
        DocumentFile both = bad;
        both.document.signatures.append(*author);
        QVERIFY(!filebounds::isBounded(both));
        const DocumentFile read = filebounds::bounded(both, roots());
        QCOMPARE(read.document.signatures.size(), good.document.signatures.size());
        QVERIFY(holds(read, *author));
    }
}

/// A console without pinned rules cannot tell whom they will trust.
void TestDocumentFile::whoTrustsNobodyLosesNothing()
{
    DocumentFile full = signedBy({});
    for (int i = 1; i < CoseSign::maxSignatures; ++i)
        full.document.signatures.append(approval(stranger, i));
    QCOMPARE(filebounds::merge(full, signedBy({leasing}), {}).code(), Code::TooLarge);
    for (int i = 1; i < CoseSign::maxSignatures; ++i)
        full.document.signatures[i] = spoilt(full.document.signatures.at(i));
    const auto merged = filebounds::merge(full, signedBy({leasing}), {});
    QVERIFY(merged.ok());
    QVERIFY(holds(*merged, signedBy({leasing}).document.signatures.constLast()));
}

void TestDocumentFile::voicesKeepTheirPlaces()
{
    DocumentFile file = signedBy({leasing});
    const auto withdrawal = [&](const QString &who, const QByteArray &document, int number = 0) {
        return CoseSign1::make(contenttype::withdrawal, Withdrawal{document, TestWorld::now + 1000}.encode(),
            *m_world.key(who), TestWorld::now + number)
            ->encode();
    };
    const auto rejection = [&](const QString &who, int number = 0) {
        return CoseSign1::make(contenttype::rejection, Rejection{file.payloadSha256(), QStringLiteral("No")}.encode(),
            *m_world.key(who), TestWorld::now + number)
            ->encode();
    };
    const QByteArray heard = withdrawal(leasing, file.payloadSha256());
    const QByteArray refused = rejection(cellData);
    for (int i = 0; i < 100; ++i) {
        // Of strangers, of a known party with many words, for another document, and what is nothing at all.
        file.withdrawals += {withdrawal(stranger, file.payloadSha256(), i),
            withdrawal(QStringLiteral("service.technician"), file.payloadSha256(), i),
            withdrawal(cellData, QByteArray(32, 'd'), i), QByteArray::number(i)};
        file.rejections += {rejection(stranger, i), rejection(QStringLiteral("service.technician"), i)};
    }
    file.withdrawals.append(heard);
    file.rejections.append(refused);
    const DocumentFile kept = filebounds::bounded(file, roots());
    QCOMPARE(kept.withdrawals.size(), filebounds::maxVoices);
    QCOMPARE(kept.rejections.size(), filebounds::maxVoices);
    QVERIFY(kept.withdrawals.contains(heard));
    QVERIFY(kept.rejections.contains(refused));
    QCOMPARE(filebounds::merge(signedBy({leasing}), file, roots())->encode(), kept.encode());
    QCOMPARE(filebounds::merge(file, kept, roots())->encode(), kept.encode());
}

void TestDocumentFile::listsKeepTheirPlaces()
{
    const auto office = [&](const QString &party, int number) {
        const Certificate authority = *pki::issueAuthority(m_world.root(party), m_world.rootKey(party),
            m_world.privateKey(stranger), {QStringLiteral("office %1").arg(number), {}},
            {TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day});
        return encodeCrlEntry({*pki::issueCrl(authority, m_world.privateKey(stranger), 1,
                                   {TestWorld::now, TestWorld::now + TestWorld::day}, {}),
            authority.der});
    };
    // Under the name of a root, with the highest number, by somebody else.
    const auto forged = [&](int number) {
        return encodeCrlEntry({*pki::issueCrl(m_world.root(QStringLiteral("leasing")), m_world.privateKey(stranger),
                                   1000 + number, {TestWorld::now, TestWorld::now + TestWorld::day}, {}),
            {}});
    };
    const QByteArray older = encodeCrlEntry(m_world.crl(QStringLiteral("leasing"), {}, 4));
    const QByteArray newest = encodeCrlEntry(m_world.crl(QStringLiteral("leasing"), {}, 5));
    const QByteArray other = encodeCrlEntry(m_world.crl(QStringLiteral("celldata"), {}, 2));
    DocumentFile file = signedBy({leasing});
    file.crls = {older, newest, other};
    for (int i = 0; i < 70; ++i)
        file.crls += {office(QStringLiteral("stranger"), i), office(QStringLiteral("service"), i), forged(i)};
    const DocumentFile kept = filebounds::bounded(file, roots());
    QCOMPARE(kept.crls.size(), filebounds::maxLists);
    QVERIFY(kept.crls.contains(newest) && kept.crls.contains(other));
    QVERIFY(!kept.crls.contains(older));
    const QList<CrlEntry> usable = filebounds::newestLists(file.crls, roots());
    QCOMPARE(usable.size(), filebounds::maxLists);
    const auto numberOf = [&](const char *party) {
        for (const CrlEntry &entry : usable) {
            if (isListOf(entry.crl, m_world.root(QLatin1String(party))))
                return entry.crl.number;
        }
        return qint64(0);
    };
    QCOMPARE(numberOf("leasing"), 5);
    QCOMPARE(numberOf("celldata"), 2);
}

/// An attachment is what the document names with its hash; others go where there is no room.
void TestDocumentFile::evidenceKeepsItsPlace()
{
    const QString name = QStringLiteral("report.pdf");
    const QByteArray report = "the report";
    ChangeRequest request = m_request;
    request.head.evidence = {{name, sha256(report)}};
    DocumentFile clean;
    clean.document = m_world.sign(request, QStringLiteral("courier.fleet-manager"), {leasing});
    clean.attachments = {{name, report}};
    DocumentFile other = clean;
    for (const QByteArray &bytes : {QByteArray("a"), QByteArray("z")}) {
        other.attachments = {{name, bytes}};
        QCOMPARE(filebounds::merge(clean, other, roots())->attachments.value(name), report);
        QCOMPARE(filebounds::merge(other, clean, roots())->attachments.value(name), report);
    }
    other.attachments = {{QStringLiteral("junk"), QByteArray(DocumentFile::maxBytes - 40'000, 'x')}};
    other.withdrawals = {QByteArray(30'000, 'w')};
    clean.rejections = {QByteArray(30'000, 'r')};
    const auto merged = filebounds::merge(clean, other, roots());
    QVERIFY(DocumentFile::decode(merged->encode()).ok());
    QCOMPARE(merged->attachments, clean.attachments);
    QCOMPARE(merged->document.signatures.size(), clean.document.signatures.size());
    for (const CoseSignature &signature : clean.document.signatures)
        QVERIFY(holds(*merged, signature));
    QVERIFY(merged->withdrawals.isEmpty() && merged->rejections.isEmpty());
    QCOMPARE(filebounds::merge(other, clean, roots())->encode(), merged->encode());
}

/// Ten thousand lists of nobody do not keep a console busy.
void TestDocumentFile::lookingEnds()
{
    QList<QByteArray> entries;
    const QByteArray one = m_world.crl(QStringLiteral("leasing")).crl.der;
    for (int i = 0; i < 10'000; ++i) {
        QByteArray der = one;
        der.replace(der.size() - 4, 4, QByteArray::number(1000 + i % 9000).right(4));
        entries.append(cbor::encode(QCborArray{der, QCborValue(nullptr)}));
    }
    // The time of this process, not of the clock: a machine may be busy.
    const std::clock_t begun = std::clock();
    static_cast<void>(filebounds::newestLists(entries, roots()));
    const double seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
    qInfo("10,000 lists: %.0f ms", seconds * 1000);
    QVERIFY(seconds < 3);
}

void TestDocumentFile::rulesRoundTrip()
{
    const PackState pack = m_world.pack();
    QVERIFY(*SiliconLimits::fromCbor(pack.silicon.toCbor()) == pack.silicon);
    QVERIFY(*Foundation::fromCbor(pack.foundation.toCbor()) == pack.foundation);
    CharterChange change{m_request.head, Amendment::First, {}, pack.charter, {m_request.head, {}, pack.policy}};
    QVERIFY(cbor::checkCanonical(change.encode()).ok());
    const auto charter = CharterChange::decode(change.encode());
    QVERIFY2(charter.ok(), charter.ok() ? "" : qPrintable(charter.error().detail));
    QVERIFY(*charter == change);
    // A policy for another charter does not ride along.
    change.policy.policy.charterSha256 = QByteArray(32, 'x');
    QCOMPARE(CharterChange::decode(change.encode()).code(), Code::WrongCharter);
    QVERIFY(*ParameterInfo::decodeTable(ParameterInfo::encodeTable(ParameterInfo::tableOf(pack)))
        == ParameterInfo::tableOf(pack));
    const PackConfiguration configuration{QStringLiteral("NMC"), 96, 2, 8, 120000, 16};
    QVERIFY(*PackConfiguration::decode(configuration.encode()) == configuration);
}

void TestDocumentFile::tableShowsReachableLimits()
{
    PackState pack = m_world.pack();
    const ParameterId socMax = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    const auto row = [&] {
        return ParameterInfo::tableOf(pack).constFirst();
    };
    QCOMPARE(row().definition.id.text(), socMax.text());
    QVERIFY(row().charter == (Range{Milli{50000}, Milli{97000}}));
    pack.charter.ranges[socMax] = {Milli{10000}, Milli{120000}};
    QVERIFY(row().charter == (Range{Milli{20000}, Milli{100000}}));
    pack.policy.softLimits[socMax] = {Milli{5000}, Milli{99000}};
    QVERIFY(row().soft == (Range{Milli{20000}, Milli{99000}}));
}

void TestDocumentFile::invalidThresholds_data()
{
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("1") << 1 << true;
    QTest::newRow("3, all of them") << 3 << true;
    QTest::newRow("0") << 0 << false;
    QTest::newRow("-1") << -1 << false;
    QTest::newRow("4 of 3") << 4 << false;
    QTest::newRow("2^31 - 1") << INT32_MAX << false;
}

void TestDocumentFile::invalidThresholds()
{
    QFETCH(int, atLeast);
    QFETCH(bool, accepted);
    Policy policy = m_world.pack().policy;
    policy.seats[CapabilityId::fromTrusted(QStringLiteral("set-cell-voltage-max"))].groups[0].atLeast = atLeast;
    QCOMPARE(Policy::fromRules(policy.rulesToCbor(), 1).ok(), accepted);
}

QTEST_GUILESS_MAIN(TestDocumentFile)
#include "tst_documentfile.moc"
