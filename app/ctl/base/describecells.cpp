// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"

#include <QDateTime>

namespace packwarden::ctl::describe {

namespace {

/// In V, or empty where it is not known.
QString volts(const CellReading &cell)
{
    return cell.valid ? QString::number(cell.millivolts / 1000.0, 'f', 3) : QString();
}

/// In mOhm, or empty where it is not known.
QString milliohms(const CellReading &cell)
{
    return cell.microohms != 0 ? QString::number(cell.microohms / 1000.0, 'f', 3) : QString();
}

QString isoTime(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000).toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

QJsonObject cells(const PackTelemetry &pack, qint64 microseconds)
{
    const auto known = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    QJsonArray array;
    for (qsizetype i = 0; i < pack.cells.size(); ++i) {
        const CellReading &cell = pack.cells.at(i);
        array.append(QJsonObject{{QStringLiteral("cell"), i + 1}, {QStringLiteral("voltage"), known(volts(cell))},
            {QStringLiteral("resistance"), known(milliohms(cell))}, {QStringLiteral("balancing"), cell.balancing}});
    }
    return {{QStringLiteral("time"), double(microseconds) / 1e6}, {QStringLiteral("serial"), pack.serial},
        {QStringLiteral("cells"), array},
        {QStringLiteral("units"),
            QJsonObject{{QStringLiteral("time"), QStringLiteral("s")}, {QStringLiteral("voltage"), QStringLiteral("V")},
                {QStringLiteral("resistance"), QStringLiteral("mOhm")}}}};
}

QByteArray cellsText(const PackTelemetry &pack, qint64 microseconds)
{
    QString text = QStringLiteral("%1  %2\ncell  voltage V  resistance mOhm  balancing\n")
                       .arg(pack.serial, isoTime(microseconds));
    const auto column = [](const QString &value, int width) {
        return (value.isEmpty() ? QStringLiteral("-") : value).rightJustified(width);
    };
    for (qsizetype i = 0; i < pack.cells.size(); ++i) {
        const CellReading &cell = pack.cells.at(i);
        text += QStringLiteral("%1  %2  %3  %4\n")
                    .arg(i + 1, 4)
                    .arg(column(volts(cell), 9), column(milliohms(cell), 15),
                        cell.balancing ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    return text.toUtf8();
}

QByteArray cellsCsvHead()
{
    return "time,serial,cell,voltage_V,resistance_mOhm,balancing\n";
}

QByteArray cellsCsv(const PackTelemetry &pack, qint64 microseconds)
{
    // A serial is letters, digits and hyphens, so no field needs quotation marks.
    const QString time = isoTime(microseconds);
    QString text;
    for (qsizetype i = 0; i < pack.cells.size(); ++i) {
        const CellReading &cell = pack.cells.at(i);
        text += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                    .arg(time, pack.serial)
                    .arg(i + 1)
                    .arg(volts(cell), milliohms(cell))
                    .arg(cell.balancing ? 1 : 0);
    }
    return text.toUtf8();
}

} // namespace packwarden::ctl::describe
