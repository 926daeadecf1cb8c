// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/printable.h"
#include "models/core/pki/csr.h"
#include "tests/models/core/pki/certificateforge.h"
#include "tests/support/testworld.h"

#include <QTest>

using namespace packwarden;
using test::TestWorld;
namespace forge = test::forge;
using forge::Asn1;

using Edit = std::function<void(Asn1 &)>;
Q_DECLARE_METATYPE(Edit)

namespace {

const QString leasing = QStringLiteral("leasing");

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

Asn1 extension(const char *oid, const QByteArray &value, bool critical = false)
{
    Asn1 made{0x30, {}, {Asn1{0x06, hex(oid), {}}}};
    if (critical)
        made.parts.append(Asn1{0x01, hex("ff"), {}});
    made.parts.append(Asn1{0x04, value, {}});
    return made;
}

constexpr char numberOid[] = "551d14";
constexpr char reasonOid[] = "551d15";
constexpr char deltaOid[] = "551d1b";
constexpr char pointOid[] = "551d1c";
constexpr char issuerOid[] = "551d1d";

/// The extensions of a list: the last part of what is signed.
QList<Asn1> &extensionsOf(Asn1 &list)
{
    Asn1 &content = list.at({0});
    return content.parts.last().parts.first().parts;
}

void setNumber(Asn1 &list, const QByteArray &value)
{
    for (Asn1 &one : extensionsOf(list)) {
        if (one.parts.first().bytes == hex(numberOid))
            one.parts.last().bytes = value;
    }
}

Asn1 &entry(Asn1 &list, int index)
{
    return list.at({0, 5, index});
}

} // namespace

/// Serial numbers with their sign, what odd lists say and why others are refused, and names of people.
class TestRevokedList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serialsKeepTheirSign_data();
    void serialsKeepTheirSign();
    void whatOddListsSay_data();
    void whatOddListsSay();
    void notAListAtAll();
    void tooManyEntries();
    void namesOfPeople_data();
    void namesOfPeople();
    void namesOnATerminal_data();
    void namesOnATerminal();

private:
    Result<Certificate> leafWith(const QByteArray &serial)
    {
        Asn1 tree = Asn1::read(m_world.key(QStringLiteral("leasing.asset-manager"))->leaf().der);
        tree.at({0, 1}).bytes = serial;
        return Certificate::fromDer(forge::signedAgain(tree, m_world.rootKey(leasing)));
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestRevokedList::serialsKeepTheirSign_data()
{
    QTest::addColumn<QByteArray>("serial");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("twin"); // which is not meant
    const auto row = [](const char *name, const char *serial, const char *text, const char *twin) {
        QTest::newRow(name) << hex(serial) << QString::fromLatin1(text) << hex(twin);
    };
    row("five", "05", "05", "fb");
    row("minus five", "fb", "-05", "05");
    row("251, whose octets are those of minus five", "00fb", "fb", "fb");
    row("zero", "00", "00", "01");
    row("minus one", "ff", "-01", "01");
    row("minus 128", "80", "-80", "0080");
    row("minus 129", "ff7f", "-81", "0081");
    row("minus 256", "ff00", "-0100", "0100");
    row("21 octets", "010203040506070809101112131415161718192021", "010203040506070809101112131415161718192021", "01");
    row("minus, 20 octets", "8000000000000000000000000000000000000001", "-7fffffffffffffffffffffffffffffffffffffff",
        "7fffffffffffffffffffffffffffffffffffffff");
}

/// A certificate with a negative number is refused on sight. In lists each number stays what it is: in those made here,
/// in those made from them, and in OpenSSL's judgement.
void TestRevokedList::serialsKeepTheirSign()
{
    QFETCH(const QByteArray, serial);
    QFETCH(const QString, text);
    QFETCH(const QByteArray, twin);
    QCOMPARE(serialText(serial), text);
    QVERIFY(serialText(twin) != text);
    const pki::Validity month{TestWorld::now - TestWorld::day, TestWorld::now + 30 * TestWorld::day};
    const auto made = pki::issueCrl(m_world.root(leasing), m_world.rootKey(leasing), 2, month, {serial});
    QVERIFY(made.ok());
    const auto next = pki::issueCrl(m_world.root(leasing), m_world.rootKey(leasing), 3, month, made->revokedSerials);
    QVERIFY(next.ok());
    for (const QByteArray &one : {serial, twin}) {
        const auto leaf = leafWith(one);
        if (serialText(one).startsWith(u'-')) {
            QCOMPARE(leaf.code(), Code::Malformed);
            QCOMPARE(leaf.error().detail, QStringLiteral("certificate: negative serial number ") + serialText(one));
            continue;
        }
        QVERIFY2(leaf.ok(), leaf.ok() ? "" : qPrintable(leaf.error().detail));
        QCOMPARE(leaf->serialNumber, one);
        for (const Crl &list : {*made, *next}) {
            const TrustAnchors anchors{{m_world.root(leasing)}, {{list, {}}}};
            const auto judged = validateChain(*leaf, {}, anchors, ChainPurpose::Person, TestWorld::now, 0);
            QCOMPARE(judged.ok(), one == twin);
            QVERIFY(judged.ok() || judged.code() == Code::CertificateRevoked);
        }
    }
    for (const Crl &list : {*made, *next})
        QCOMPARE(list.revokedSerials, QList<QByteArray>{serial});
}

void TestRevokedList::whatOddListsSay_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("fault"); // empty: it is read
    QTest::addColumn<int>("revoked");
    const auto row = [](const char *name, const Edit &edit, const char *fault, int revoked = 0) {
        QTest::newRow(name) << edit << QString::fromLatin1(fault) << revoked;
    };
    const auto number = [](const char *der) {
        return Edit([=](Asn1 &c) { setNumber(c, hex(der)); });
    };
    const auto add = [](const Asn1 &more) {
        return Edit([=](Asn1 &c) { extensionsOf(c).append(more); });
    };
    const auto ofEntry = [](const Asn1 &more) {
        return Edit([=](Asn1 &c) { entry(c, 0).parts.append(Asn1{0x30, {}, {more}}); });
    };
    row(
        "as it was", [](Asn1 &) {}, "", 2);
    row("a number of 8 octets", number("02087fffffffffffffff"), "", 2);
    row("a number of 9 octets", number("0209008000000000000000"), "the number has 9 octets, more than 8 are not read");
    row("a number of 20 octets", number("02147fffffffffffffffffffffffffffffffffffffff"), "the number has 20 octets");
    row("a number of 21 octets", number("021500ffffffffffffffffffffffffffffffffffffffff"), "the number has 21 octets");
    row("a negative number", number("0201ff"), "the number is negative");
    row("number zero", number("020100"), "", 2);
    row("the number in another type", number("0401 07"), "the number is no INTEGER");
    row(
        "no number",
        [](Asn1 &c) {
            extensionsOf(c).removeIf([](const Asn1 &e) { return e.parts.first().bytes == hex(numberOid); });
        },
        "no number");
    row("two numbers", add(extension(numberOid, hex("020107"))), "two numbers");
    row(
        "no nextUpdate", [](Asn1 &c) { c.at({0}).parts.removeAt(4); }, "no nextUpdate");
    row(
        "nextUpdate in the year 9999",
        [](Asn1 &c) {
            c.at({0, 4}) = Asn1{0x18, QByteArray("99991231235959Z"), {}};
        },
        "", 2);
    row("a delta", add(extension(deltaOid, hex("020106"), true)), "a delta to list 0x06, not a complete list");
    row("an indirect list", add(extension(pointOid, hex("30038401ff"), true)),
        "issuing distribution point: an indirect");
    row("only user certificates", add(extension(pointOid, hex("30038101ff"), true)),
        "issuing distribution point: only user certificates");
    row("only authorities", add(extension(pointOid, hex("30038201ff"), true)),
        "issuing distribution point: only authorities");
    row("only attribute certificates", add(extension(pointOid, hex("30038501ff"), true)),
        "issuing distribution point: only attribute");
    row("only some reasons", add(extension(pointOid, hex("300483020640"), true)),
        "issuing distribution point: only some");
    row("one distribution point", add(extension(pointOid, hex("3010a00ea00c860a687474703a2f2f612f62"), true)),
        "issuing distribution point: of one");
    row("a critical extension that is not known", add(extension("2a030405", hex("0500"), true)),
        "a critical extension that is not known: 1.2.3.4.5");
    row("an extension that is not known", add(extension("2a030405", hex("0500"))), "", 2);
    row(
        "version 1",
        [](Asn1 &c) {
            c.at({0}).parts.removeFirst();
            c.at({0}).parts.removeLast();
        },
        "version 1, without a number");
    row(
        "a serial twice",
        [](Asn1 &c) {
            c.at({0, 5}).parts.append(entry(c, 0));
        },
        "", 2);
    row("taken back (removeFromCRL)", ofEntry(extension(reasonOid, hex("0a0108"))), "", 1);
    row("on hold", ofEntry(extension(reasonOid, hex("0a0106"))), "", 2);
    row("an entry of another issuer", ofEntry(extension(issuerOid, hex("3000"), true)), "speaks for another issuer");
    row("an entry with what is critical and not known", ofEntry(extension("2a030405", hex("0500"), true)),
        "has a critical extension that is not known");
    row(
        "revoked in the future", [](Asn1 &c) { entry(c, 0).parts[1].bytes = "491231235959Z"; }, "", 2);
    row(
        "nobody revoked", [](Asn1 &c) { c.at({0}).parts.removeAt(5); }, "", 0);
}

void TestRevokedList::whatOddListsSay()
{
    QFETCH(const Edit, edit);
    QFETCH(const QString, fault);
    QFETCH(const int, revoked);
    Asn1 tree = Asn1::read(m_world.crl(leasing, {*leafWith(hex("05")), *leafWith(hex("06"))}).crl.der);
    edit(tree);
    const auto read = Crl::fromDer(forge::signedAgain(tree, m_world.rootKey(leasing)));
    QVERIFY2(read.ok() == fault.isEmpty(), read.ok() ? "taken" : qPrintable(read.error().detail));
    if (read.ok()) {
        QCOMPARE(read->revokedSerials.size(), revoked);
        QVERIFY(isListOf(*read, m_world.root(leasing)));
        return;
    }
    QCOMPARE(read.code(), Code::Malformed);
    QVERIFY2(read.error().detail.startsWith(QLatin1String("CRL: ")) && read.error().detail.contains(fault),
        qPrintable(read.error().detail));
}

void TestRevokedList::notAListAtAll()
{
    const QByteArray good = m_world.crl(leasing).crl.der;
    QVERIFY(Crl::fromDer(good).ok());
    for (const QByteArray &bytes : {good + '\n', good.chopped(1), QByteArray("x"), QByteArray()}) {
        QCOMPARE(Crl::fromDer(bytes).code(), Code::Malformed);
        QCOMPARE(Crl::fromDer(bytes).error().detail, QStringLiteral("CRL: no list in DER, or bytes behind it"));
    }
    forge::ListSpec spec;
    spec.from = TestWorld::now;
    spec.until = TestWorld::now + TestWorld::day;
    spec.digest = "SHA384";
    const auto strong = Crl::fromDer(forge::list(spec, m_world.root(leasing).der, m_world.rootKey(leasing)));
    QCOMPARE(strong.code(), Code::Algorithm);
    QCOMPARE(strong.error().detail, QStringLiteral("CRL: signed by RSA-SHA384"));
}

void TestRevokedList::tooManyEntries()
{
    QList<QByteArray> serials;
    for (int i = 0; i < 6000; ++i)
        serials.append(hex("41") + QByteArray::number(1'000'000 + i));
    const auto list = pki::issueCrl(
        m_world.root(leasing), m_world.rootKey(leasing), 2, {TestWorld::now, TestWorld::now + TestWorld::day}, serials);
    QCOMPARE(list.code(), Code::TooLarge);
    QCOMPARE(list.error().detail, QStringLiteral("CRL: more than 131072 bytes, about 3600 entries"));
    QVERIFY(pki::issueCrl(m_world.root(leasing), m_world.rootKey(leasing), 2,
        {TestWorld::now, TestWorld::now + TestWorld::day}, serials.mid(0, 3000))
                .ok());
}

void TestRevokedList::namesOfPeople_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("fault"); // empty: a name
    const auto row = [](const char *name, const char *utf8, const char *fault = "") {
        QTest::newRow(name) << QString::fromUtf8(utf8) << QString::fromLatin1(fault);
    };
    row("plain", "Anna Muster");
    row("umlauts",
        "J\xC3\xBCrgen Gr\xC3\xB6\xC3\x9F"
        "e");
    row("umlauts as two characters", "Ju\xCC\x88rgen");
    row("beyond the BMP", "\xF0\xA0\xAE\xB7\xE9\x87\x8E\xE5\xAE\xB6");
    row("Persian with a non-joiner", "\xD9\x86\xD8\xB1\xD9\x85\xE2\x80\x8C\xD8\xA7\xD9\x81");
    row("Hindi with a joiner", "\xE0\xA4\x95\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xB7");
    row("a family of emoji", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7");
    row("an emoji of a later Unicode", "\xF0\x9F\xAB\xA8 Anna");
    row("a soft hyphen", "Donau\xC2\xADsignal");
    row("Hebrew", "\xD7\x93\xD7\xA0\xD7\x94");
    row("markup", "<b>Anna</b>");
    row("a formula", "=1+1");
    row("a no-break space in it",
        "Anna\xC2\xA0"
        "Muster");
    row("a space before it", " Anna");
    row("a right-to-left override", "Anna\xE2\x80\xAErotut", "the character U+202E has no place in a name");
    row("an isolate", "Anna\xE2\x81\xA6x", "U+2066");
    row("a mark of direction", "Anna\xE2\x80\x8Fx", "U+200F");
    row("an end of line", "Anna\nMuster", "U+000A");
    row("an escape of terminals", "Anna\x1b[31m", "U+001B");
    row("a byte order mark", "Anna\xEF\xBB\xBF", "U+FEFF");
    row("private use", "Anna\xEE\x80\x80", "U+E000");
    row("a hidden tag", "Anna\xF3\xA0\x81\x81", "U+E0041");
    row("spaces", "   ", "nothing of the common name can be seen");
    row("other spaces", "\xC2\xA0\xE2\x80\x83", "nothing of the common name can be seen");
    row("joiners alone", "\xE2\x80\x8D\xE2\x80\x8C", "nothing of the common name can be seen");
    row("letters without ink", "\xE3\x85\xA4", "nothing of the common name can be seen");
    row("nothing", "", "no common name");
    QTest::newRow("64 characters beyond the BMP") << QString::fromUtf8("\xF0\xA0\xAE\xB7").repeated(64) << QString();
    row("two names", "Anna|Otto", "two common names, one of them Anna");
}

void TestRevokedList::namesOfPeople()
{
    QFETCH(const QString, name);
    QFETCH(const QString, fault);
    const pki::PrivateKey key = m_world.privateKey(QStringLiteral("stranger-leaf"));
    const auto made = pki::makeSigningRequest(key, {name.section(u'|', 0, 0), QStringLiteral("Leasing")},
        {QStringLiteral("a"), QStringLiteral("b"), {}, false});
    QVERIFY(made.ok());
    QByteArray der = *made;
    if (name.contains(u'|')) {
        Asn1 tree = Asn1::read(der);
        Asn1 second = tree.at({0, 1}).parts.last();
        second.parts[0].parts[1].bytes = name.section(u'|', 1).toUtf8();
        tree.at({0, 1}).parts.append(second);
        der = forge::signedAgain(tree, key);
    }
    const auto read = pki::readSigningRequest(der);
    QVERIFY2(read.ok() == fault.isEmpty(), read.ok() ? "taken" : qPrintable(read.error().detail));
    if (read.ok()) {
        QCOMPARE(read->subject.commonName, name);
        return;
    }
    QCOMPARE(read.code(), Code::Malformed);
    QVERIFY2(read.error().detail.startsWith(QLatin1String("subject: ")) && read.error().detail.contains(fault),
        qPrintable(read.error().detail));
}

void TestRevokedList::namesOnATerminal_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *utf8, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(utf8) << QString::fromUtf8(shown);
    };
    row("beyond the BMP", "\xF0\xA0\xAE\xB7", "\xF0\xA0\xAE\xB7");
    row("an emoji", "Driver \xF0\x9F\x94\x8B", "Driver \xF0\x9F\x94\x8B");
    row("a family of emoji", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7",
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7");
    row("Persian", "\xD9\x85\xE2\x80\x8C\xD8\xA7", "\xD9\x85\xE2\x80\x8C\xD8\xA7");
    row("Hindi", "\xE0\xA4\x95\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xB7",
        "\xE0\xA4\x95\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xB7");
    row("hidden between Latin letters", "dri\xE2\x80\x8Dver", "dri\\u{200d}ver");
    row("hidden between Cyrillic letters", "\xD0\xB0\xE2\x80\x8C\xD0\xB1", "\xD0\xB0\\u{200c}\xD0\xB1");
    row("an override",
        "a\xE2\x80\xAE"
        "b",
        "a\\u{202e}b");
}

void TestRevokedList::namesOnATerminal()
{
    QFETCH(const QString, name);
    QFETCH(const QString, shown);
    QCOMPARE(printable(name), shown);
}

QTEST_GUILESS_MAIN(TestRevokedList)
#include "tst_revokedlist.moc"
