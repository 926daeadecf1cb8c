// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/udsnames.h"

#include <QTest>

using namespace packwarden;

class UdsNamesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void anyBytes();
};

void UdsNamesTest::lines_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *hex, const char *line) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << QString::fromLatin1(line);
    };
    row("nothing", "", "");
    row("a request", "22F18C", "ReadDataByIdentifier  22 F1 8C");
    row("its answer", "62F18C41", "ReadDataByIdentifier  62 F1 8C 41");
    row("a refusal", "7F2E34", "WriteDataByIdentifier refused: authenticationRequired  7F 2E 34");
    row("a refusal that has no name", "7F2E0F", "WriteDataByIdentifier refused: 0f  7F 2E 0F");
    row("a refusal of a service that has none", "7FBA11", "service ba refused: serviceNotSupported  7F BA 11");
    row("an answer that comes later is none", "7F2278", "ReadDataByIdentifier pending  7F 22 78");
    row("cut short", "7F2E", "service 3f  7F 2E");
    row("a service that has no name", "BA01", "service ba  BA 01");
    row("a service above 80", "C500", "ControlDTCSetting  C5 00");
    row("a long one", "3601000102030405060708090A0B0C0D0E0F101112131415161718",
        "TransferData  36 01 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 ... 27 bytes");
}

void UdsNamesTest::lines()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, line);
    QCOMPARE(describeUds(message), line);
    QCOMPARE(isUdsRefusal(message), line.contains(QLatin1String("refused")));
    QCOMPARE(isUdsPending(message), line.contains(QLatin1String("pending")));
}

void UdsNamesTest::anyBytes()
{
    for (int first = 0; first < 256; ++first) {
        for (int length = 1; length < 5; ++length)
            QVERIFY(!describeUds(QByteArray(length, char(first))).isEmpty());
    }
}

QTEST_APPLESS_MAIN(UdsNamesTest)
#include "tst_udsnames.moc"
