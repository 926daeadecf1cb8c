// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/actions.h"

#include <QtEndian>

#include <array>
#include <limits>

namespace packwarden::actions {

namespace {

constexpr quint16 firstParameter = 0x0200;
constexpr quint16 largestNumber = 0xFF;
// In the order of their bytes, from 01.
constexpr std::array purposes = {"drive", "charge", "feed-back"};

QByteArray routine(quint16 id, const QByteArray &record = {})
{
    QByteArray request = QByteArray::fromHex("3101");
    request.append(char(id >> 8)).append(char(id & 0xFF));
    return request + record;
}

} // namespace

QByteArray setParameter(int number, Milli to)
{
    if (number < 0 || number > largestNumber || to.value < std::numeric_limits<qint32>::min()
        || to.value > std::numeric_limits<qint32>::max())
        return {};
    QByteArray request(7, '\0');
    request[0] = char(0x2E);
    qToBigEndian(quint16(firstParameter + number), request.data() + 1);
    qToBigEndian(qint32(to.value), request.data() + 3);
    return request;
}

QByteArray clearFaults()
{
    return QByteArray::fromHex("14FFFFFF");
}

QByteArray reset(Reset kind)
{
    return QByteArray(1, char(0x11)).append(char(kind));
}

QByteArray activate(const QString &purpose)
{
    const auto byte = purposeByte(purpose);
    return byte ? routine(0x0202, QByteArray(1, char(*byte))) : QByteArray();
}

QByteArray deactivate()
{
    return routine(0x0203);
}

QByteArray selfTest()
{
    return routine(0x0220);
}

QByteArray balance()
{
    return routine(0x0230);
}

QByteArray isolateModule(quint8 module)
{
    return routine(0x0231, QByteArray(1, char(module)));
}

std::optional<quint8> purposeByte(const QString &purpose)
{
    for (size_t i = 0; i < purposes.size(); ++i) {
        if (purpose == QLatin1String(purposes[i]))
            return quint8(i + 1);
    }
    return std::nullopt;
}

QString purposeOfByte(quint8 byte)
{
    return byte >= 1 && byte <= purposes.size() ? QString::fromLatin1(purposes[byte - 1]) : QString();
}

} // namespace packwarden::actions
