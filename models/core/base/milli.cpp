// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/milli.h"

#include "models/core/base/quantityproblem.h"

namespace packwarden {

Result<Milli> parseQuantity(const QString &text, bool allowNegative)
{
    if (text.isEmpty())
        return {Code::NotAQuantity, QStringLiteral("empty"), QuantityProblem::Empty};
    qsizetype at = 0;
    bool negative = false;
    if (text.at(0) == u'-') {
        if (!allowNegative)
            return {Code::NotAQuantity, QStringLiteral("sign"), QuantityProblem::Sign};
        negative = true;
        at = 1;
    }
    // ASCII alone: other scripts' digits look alike to people and not to the pack.
    const auto isDigit = [&](qsizetype i) {
        return i < text.size() && text.at(i) >= u'0' && text.at(i) <= u'9';
    };
    qint64 value = 0;
    int digits = 0;
    for (; isDigit(at); ++at, ++digits)
        value = digits < 6 ? value * 10 + (text.at(at).unicode() - u'0') : value;
    int decimals = 0;
    bool sign = false;
    const bool isComma = at < text.size() && text.at(at) == u',';
    const bool mayGroup = isComma && digits >= 1 && digits <= 3 && text.at(at - digits) != u'0';
    if (at < text.size() && (text.at(at) == u'.' || text.at(at) == u',')) {
        sign = true;
        ++at;
        for (; isDigit(at); ++at, ++decimals)
            value = decimals < 3 ? value * 10 + (text.at(at).unicode() - u'0') : value;
    }
    if (at < text.size())
        return {Code::NotAQuantity, QStringLiteral("character"), QuantityProblem::Character};
    if (digits < 1 || digits > 6)
        return {Code::NotAQuantity, QStringLiteral("digits"), QuantityProblem::Digits};
    if (sign && (decimals < 1 || decimals > 3))
        return {Code::NotAQuantity, QStringLiteral("decimals"), QuantityProblem::Decimals};
    if (mayGroup && decimals == 3)
        return {Code::NotAQuantity,
            QStringLiteral("grouping: %1 %2").arg(QString(text).remove(u','), QString(text).replace(u',', u'.')),
            QuantityProblem::Grouping};
    for (; decimals < 3; ++decimals)
        value *= 10;
    if (negative && value == 0)
        return {Code::NotAQuantity, QStringLiteral("sign"), QuantityProblem::Sign};
    return Milli{negative ? -value : value};
}

QString formatQuantity(Milli quantity, QChar decimalSign, int minDecimals)
{
    const quint64 magnitude = quantity.value < 0 ? 0 - quint64(quantity.value) : quint64(quantity.value);
    QString decimals = QStringLiteral("%1").arg(magnitude % 1000, 3, 10, QLatin1Char('0'));
    while (decimals.size() > minDecimals && decimals.endsWith(u'0'))
        decimals.chop(1);
    QString text = QString::number(magnitude / 1000);
    if (!decimals.isEmpty())
        text += decimalSign + decimals;
    return quantity.value < 0 ? u'-' + text : text;
}

} // namespace packwarden
