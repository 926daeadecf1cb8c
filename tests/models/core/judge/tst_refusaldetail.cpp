// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/refusaldetail.h"
#include "models/core/pki/contentfault.h"

#include <QTest>

using namespace packwarden;

namespace {

Seat seat(const char *position, const char *role)
{
    return {PositionId::fromTrusted(QLatin1String(position)), RoleId::fromTrusted(QLatin1String(role))};
}

} // namespace

/// What refusals say beyond their codes: written by the judge, read again wherever a pack's answer comes in.
class TestRefusalDetail final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limits_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<bool>("isOne");
        const auto row = [](const char *detail, bool isOne) {
            QTest::newRow(*detail ? detail : "nothing") << QString::fromLatin1(detail) << isOne;
        };
        row("cell.voltage.max = 5.25, allowed 3.6..4.3", true);
        row("cell.temperature.min = -31, allowed -30..0.5", true);
        row("soc.max = 0, allowed 0..0", true);
        row("", false);
        row("cell.voltage.max", false);
        row("cell.voltage.max = 5.25", false);
        row("cell.voltage.max = 5.25, allowed 3.6", false);
        row("cell.voltage.max = , allowed 3.6..4.3", false);
        row("cell.voltage.max = 5.25, allowed ..4.3", false);
        row("cell.voltage.max = 5.25, allowed 3.6..", false);
        row("cell.voltage.max = 5.25, allowed 3.6...4.3", false);
        row("cell.voltage.max = 5.25, allowed 3.6..4.3 or more", false);
        row("Cell Voltage = 5.25, allowed 3.6..4.3", false);
        row(" = 5.25, allowed 3.6..4.3", false);
        row("x, allowed 1..2 = 3", false);
    }
    void limits()
    {
        QFETCH(const QString, detail);
        QFETCH(const bool, isOne);
        const auto fault = LimitFault::in(detail);
        QCOMPARE(fault.has_value(), isOne);
        if (fault)
            QCOMPARE(fault->text(), detail);
    }

    void seats_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QList<QList<Seat>>>("seats");
        const auto row = [](const char *detail, const QList<QList<Seat>> &seats) {
            QTest::newRow(*detail ? detail : "nothing") << QString::fromLatin1(detail) << seats;
        };
        const Seat asset = seat("owner", "asset-manager");
        const Seat cell = seat("celldata", "specialist");
        row("owner/asset-manager", {{asset}});
        row("owner/asset-manager, celldata/specialist", {{asset}, {cell}});
        row("owner/asset-manager|celldata/specialist, owner/asset-manager", {{asset, cell}, {asset}});
        row("", {});
        row("a timekeeper", {});
        row("2 of 3", {});
        row("owner", {});
        row("owner/", {});
        row("owner/asset-manager/more", {});
        row("owner/asset-manager,celldata/specialist", {});
        row("owner/asset-manager, ", {});
        row("owner/asset-manager|", {});
    }
    void seats()
    {
        QFETCH(const QString, detail);
        QFETCH(const QList<QList<Seat>>, seats);
        const auto open = OpenSeats::in(detail);
        QCOMPARE(open.has_value(), !seats.isEmpty());
        if (open) {
            QVERIFY(open->seats == seats);
            QCOMPARE(open->text(), detail);
        }
    }

    void contents_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("a list") << QStringLiteral("CRL: no nextUpdate") << true;
        QTest::newRow("a name") << QStringLiteral("subject: no common name") << true;
        QTest::newRow("a list alone") << QStringLiteral("CRL") << false;
        QTest::newRow("a name alone") << QStringLiteral("subject alternative name") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void contents()
    {
        QFETCH(const QString, detail);
        QFETCH(const bool, isOne);
        const auto fault = ContentFault::in(detail);
        QCOMPARE(fault.has_value(), isOne);
        if (fault)
            QCOMPARE(fault->text(), detail);
    }
};

QTEST_GUILESS_MAIN(TestRefusalDetail)
#include "tst_refusaldetail.moc"
