// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"

#include "models/core/pack/faultpatterns.h"

namespace packwarden::ctl::describe {

namespace {

QString code(const PackFault &fault)
{
    return QStringLiteral("%1").arg(fault.code, 6, 16, QLatin1Char('0')).toUpper();
}

QString words(const FaultId &id)
{
    const char *pattern = faultPattern(id.code);
    QString text = QString::fromLatin1(pattern ? pattern : "Unknown fault");
    return text.replace(QLatin1String("%1"), QString::number(id.place));
}

QString unit(FaultQuantity quantity)
{
    switch (quantity) {
    case FaultQuantity::Voltage:
        return QStringLiteral("V");
    case FaultQuantity::Temperature:
        return QStringLiteral("°C");
    case FaultQuantity::Current:
        return QStringLiteral("A");
    case FaultQuantity::Resistance:
        return QStringLiteral("kOhm");
    }
    return {};
}

/// As decimal text in the unit above.
QString amount(FaultQuantity quantity, int value)
{
    return quantity == FaultQuantity::Resistance ? QString::number(value) : formatQuantity(Milli{value});
}

/// "80 kOhm, below 100 kOhm"; empty where nothing was measured.
QString measured(const FaultReading &heard)
{
    const QString is = amount(heard.quantity, heard.value) + u' ' + unit(heard.quantity);
    const QString edge = amount(heard.quantity, heard.threshold) + u' ' + unit(heard.quantity);
    const char *pattern = faultMeasuredPattern(heard.id.code);
    QString text = QString::fromLatin1(pattern ? pattern : "");
    return text.replace(QLatin1String("%1"), is).replace(QLatin1String("%2"), edge);
}

} // namespace

QString faultLine(const PackFault &fault, const FaultReading *heard)
{
    const QString numbers = heard ? measured(*heard) : QString();
    return QStringLiteral("%1  %2  %3%4")
        .arg(code(fault), fault.isActive() ? QStringLiteral("active") : QStringLiteral("stored"),
            words(FaultId::fromDtc(fault.code).value_or(FaultId())),
            numbers.isEmpty() ? QString() : QStringLiteral(": ") + numbers);
}

QJsonObject fault(const PackFault &fault, const FaultReading *heard)
{
    const FaultId id = FaultId::fromDtc(fault.code).value_or(FaultId());
    QJsonObject object{{QStringLiteral("code"), code(fault)}, {QStringLiteral("status"), fault.status},
        {QStringLiteral("active"), fault.isActive()},
        {QStringLiteral("name"), id.code == FaultCode::None ? QJsonValue() : QJsonValue(faultName(id.code))},
        {QStringLiteral("place"), id.place == 0 ? QJsonValue() : QJsonValue(id.place)},
        {QStringLiteral("text"), words(id)}};
    if (heard) {
        object.insert(QStringLiteral("severity"), severityName(heard->severity));
        object.insert(QStringLiteral("value"), amount(heard->quantity, heard->value));
        object.insert(QStringLiteral("threshold"), amount(heard->quantity, heard->threshold));
        object.insert(QStringLiteral("unit"), unit(heard->quantity));
    }
    return object;
}

} // namespace packwarden::ctl::describe
