// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/busaddress.h"

#include <QTest>

using namespace packwarden;

class TestBusAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bus");
        QTest::addColumn<int>("bitRate");
        QTest::addColumn<int>("dataBitRate");
        QTest::addColumn<bool>("fd");
        QTest::addColumn<bool>("listen");
        QTest::addColumn<QString>("again");
        const auto row = [](const char *text, const char *bus, int rate, int data, bool fd, bool listen,
                             const char *again = nullptr) {
            QTest::addRow("%s", text) << QString::fromLatin1(text) << QString::fromLatin1(bus) << rate << data << fd
                                      << listen << QString::fromLatin1(again ? again : text);
        };
        row("socketcan:can0", "socketcan:can0", 0, 0, false, false);
        row(" socketcan:can0 ", "socketcan:can0", 0, 0, false, false, "socketcan:can0");
        row("socketcan:can0?fd", "socketcan:can0", 0, 0, true, false);
        row("socketcan:can0?listen", "socketcan:can0", 0, 0, false, true);
        row("virtualcan:tcp://127.0.0.1:40000/can0", "virtualcan:tcp://127.0.0.1:40000/can0", 0, 0, false, false);
        row("virtualcan:tcp://[::1]:40000/can0?listen", "virtualcan:tcp://[::1]:40000/can0", 0, 0, false, true);
        row("peakcan:usb0?bitrate=250000", "peakcan:usb0", 250'000, 0, false, false);
        row("peakcan:usb0?bitrate=250k", "peakcan:usb0", 250'000, 0, false, false, "peakcan:usb0?bitrate=250000");
        row("peakcan:usb0?bitrate=1M", "peakcan:usb0", 1'000'000, 0, false, false, "peakcan:usb0?bitrate=1000000");
        row("peakcan:usb0?bitrate=83333", "peakcan:usb0", 83'333, 0, false, false);
        row("tinycan:can0.0?listen&bitrate=10000", "tinycan:can0.0", 10'000, 0, false, true,
            "tinycan:can0.0?bitrate=10000&listen");
        row("peakcan:usb0?databitrate=8M&fd&bitrate=500k", "peakcan:usb0", 500'000, 8'000'000, true, false,
            "peakcan:usb0?fd&bitrate=500000&databitrate=8000000");
        row("replay:/tmp/what?fd.log", "replay:/tmp/what?fd.log", 0, 0, false, false);
        row("replay:C:/a.log", "replay:C:/a.log", 0, 0, false, false);
    }

    void whatPeopleType()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, again);
        const BusAddress address = BusAddress::parse(text);
        QVERIFY2(address.ok(), qPrintable(address.problemText()));
        QTEST(address.bus(), "bus");
        QTEST(address.bitRate, "bitRate");
        QTEST(address.dataBitRate, "dataBitRate");
        QTEST(address.fd, "fd");
        QTEST(address.listen, "listen");
        QCOMPARE(address.text(), again);
        QCOMPARE(BusAddress::parse(address.text()), address);
        QVERIFY(address.problemText().isEmpty());
    }

    void whatIsWrongIsSaid_data()
    {
        using Problem = BusAddress::Problem;
        QTest::addColumn<QString>("text");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QString>("culprit");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char *text, Problem problem, const char *culprit, const char *suggestion = "") {
            QTest::addRow("\"%s\"", text) << QString::fromLatin1(text) << problem << QString::fromLatin1(culprit)
                                          << QString::fromLatin1(suggestion);
        };
        row("", Problem::Empty, "");
        row("  ", Problem::Empty, "");
        row("can0", Problem::NoPlugin, "can0", "socketcan:can0");
        row("slcan0?listen", Problem::NoPlugin, "slcan0?listen", "socketcan:slcan0?listen");
        row(":can0", Problem::NoPlugin, ":can0", "socketcan:can0");
        row(":", Problem::NoPlugin, ":");
        row("tcp://127.0.0.1:1/can0", Problem::NoPlugin, "tcp://127.0.0.1:1/can0", "virtualcan:tcp://127.0.0.1:1/can0");
        row("socketcan:", Problem::NoDevice, "socketcan:");
        row("socketcan:?fd", Problem::NoDevice, "socketcan:?fd");
        row("replay:", Problem::NoDevice, "replay:");
        row("socketcan:can0?", Problem::Option, "");
        row("socketcan:can0?fast", Problem::Option, "fast");
        row("socketcan:can0?FD", Problem::Option, "FD");
        row("socketcan:can0?fd?listen", Problem::Option, "fd?listen");
        row("socketcan:can0?fd&fd", Problem::Option, "fd");
        row("socketcan:can0?listen&", Problem::Option, "");
        row("peakcan:usb0?bitrate", Problem::Option, "bitrate");
        row("peakcan:usb0?bitrate=250k&bitrate=500k", Problem::Option, "bitrate=500k");
        row("peakcan:usb0?bitrate=", Problem::Rate, "bitrate=");
        row("peakcan:usb0?bitrate=0", Problem::Rate, "bitrate=0");
        row("peakcan:usb0?bitrate=-250000", Problem::Rate, "bitrate=-250000");
        row("peakcan:usb0?bitrate=250.000", Problem::Rate, "bitrate=250.000");
        row("peakcan:usb0?bitrate=250 k", Problem::Rate, "bitrate=250 k");
        row("peakcan:usb0?bitrate=k", Problem::Rate, "bitrate=k");
        row("peakcan:usb0?bitrate=9999", Problem::Rate, "bitrate=9999");
        row("peakcan:usb0?bitrate=1000001", Problem::Rate, "bitrate=1000001");
        row("peakcan:usb0?bitrate=99999999999999999999", Problem::Rate, "bitrate=99999999999999999999");
        row("peakcan:usb0?databitrate=9M", Problem::Rate, "databitrate=9M");
        row("socketcan:can0?bitrate=250000", Problem::Rate, "bitrate=250000");
        row("virtualcan:can0?bitrate=250000", Problem::Rate, "bitrate=250000");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(const QString, text);
        const BusAddress address = BusAddress::parse(text);
        QVERIFY(!address.ok());
        QTEST(address.problem, "problem");
        QTEST(address.culprit, "culprit");
        QTEST(address.suggestion, "suggestion");
        QVERIFY(!address.problemText().isEmpty());
        if (!address.suggestion.isEmpty())
            QVERIFY(BusAddress::parse(address.suggestion).ok());
    }

    void theSystemsCommandIsNamed()
    {
        const QString said = BusAddress::parse(QStringLiteral("socketcan:can3?bitrate=250000")).problemText();
        QVERIFY2(said.contains(QLatin1String("ip link set can3 up type can bitrate 250000")), qPrintable(said));
    }
};

QTEST_APPLESS_MAIN(TestBusAddress)
#include "tst_busaddress.moc"
