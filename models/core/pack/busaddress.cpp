// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/busaddress.h"

#include <QStringList>

#include <utility>

namespace packwarden {

namespace {

const QString virtualCan = QStringLiteral("virtualcan");
const QString socketCan = QStringLiteral("socketcan");
const QString replay = QStringLiteral("replay");
const QString bitRateKey = QStringLiteral("bitrate=");
const QString dataBitRateKey = QStringLiteral("databitrate=");

/// "250000", "250k", "2M"; 0 for what is no such number.
int rateOf(const QString &text)
{
    constexpr int longest = 8;
    const int factor = text.endsWith(u'k') ? 1000 : text.endsWith(u'M') ? 1'000'000 : 1;
    const QString digits = factor == 1 ? text : text.chopped(1);
    if (digits.isEmpty() || digits.size() > longest)
        return 0;
    qint64 value = 0;
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9')
            return 0;
        value = value * 10 + digit.unicode() - u'0';
    }
    return value * factor > BusAddress::fastestData ? 0 : int(value * factor);
}

/// What the name of an interface without its kind was probably meant to be.
QString meant(const QString &name)
{
    if (name.startsWith(QLatin1String("tcp://")))
        return virtualCan + u':' + name;
    return socketCan + u':' + name;
}

} // namespace

BusAddress BusAddress::parse(const QString &text)
{
    BusAddress address;
    const auto wrong = [&address](Problem problem, const QString &culprit) {
        address.problem = problem;
        address.culprit = culprit;
        return address;
    };
    const QString name = text.trimmed();
    if (name.isEmpty())
        return wrong(Problem::Empty, {});
    address.plugin = name.section(u':', 0, 0);
    const QString rest = name.section(u':', 1);
    if (address.isRecording() && name.contains(u':')) {
        address.device = rest;
        return rest.isEmpty() ? wrong(Problem::NoDevice, name) : address;
    }
    // A colon of "tcp://" belongs to a server, not to a kind of interface.
    if (!name.contains(u':') || address.plugin.isEmpty() || rest.startsWith(QLatin1String("//"))) {
        const QString bare = name.startsWith(u':') ? name.mid(1) : name;
        address.plugin.clear();
        address.suggestion = bare.isEmpty() ? QString() : meant(bare);
        return wrong(Problem::NoPlugin, name);
    }
    address.device = rest.section(u'?', 0, 0);
    if (address.device.isEmpty())
        return wrong(Problem::NoDevice, name);
    if (!rest.contains(u'?'))
        return address;
    const QStringList options = rest.section(u'?', 1).split(u'&');
    for (const QString &option : options) {
        const bool again = options.count(option) > 1;
        if (option == QLatin1String("fd") && !again) {
            address.fd = true;
        } else if (option == QLatin1String("listen") && !again) {
            address.listen = true;
        } else if (option.startsWith(bitRateKey) && address.bitRate == 0) {
            address.bitRate = rateOf(option.mid(bitRateKey.size()));
            if (address.bitRate < slowest || address.bitRate > fastest || !address.setsBitRate())
                return wrong(Problem::Rate, option);
        } else if (option.startsWith(dataBitRateKey) && address.dataBitRate == 0) {
            address.dataBitRate = rateOf(option.mid(dataBitRateKey.size()));
            if (address.dataBitRate < slowest || !address.setsBitRate())
                return wrong(Problem::Rate, option);
        } else {
            return wrong(Problem::Option, option);
        }
    }
    return address;
}

QString BusAddress::text() const
{
    QStringList options;
    if (fd)
        options << QStringLiteral("fd");
    if (bitRate > 0)
        options << bitRateKey + QString::number(bitRate);
    if (dataBitRate > 0)
        options << dataBitRateKey + QString::number(dataBitRate);
    if (listen)
        options << QStringLiteral("listen");
    return options.isEmpty() ? bus() : bus() + u'?' + options.join(u'&');
}

bool BusAddress::isSimulated() const
{
    return plugin == virtualCan;
}

bool BusAddress::isRecording() const
{
    return plugin == replay;
}

bool BusAddress::setsBitRate() const
{
    return !isSimulated() && !isRecording() && plugin != socketCan;
}

QString BusAddress::problemText() const
{
    switch (problem) {
    case Problem::None:
        return {};
    case Problem::Empty:
        return QStringLiteral("no bus is named");
    case Problem::NoPlugin:
        return suggestion.isEmpty()
            ? QStringLiteral("%1 names no kind of interface; write plugin:device").arg(culprit)
            : QStringLiteral("%1 names no kind of interface; did you mean %2?").arg(culprit, suggestion);
    case Problem::NoDevice:
        return QStringLiteral("%1 names no interface; write plugin:device").arg(culprit);
    case Problem::Option:
        return QStringLiteral("there is no option \"%1\", or it stands there twice; known are fd, bitrate=NUMBER, "
                              "databitrate=NUMBER and listen")
            .arg(culprit);
    case Problem::Rate:
        break;
    }
    if (plugin == socketCan)
        return QStringLiteral("%1: the system sets the bit rate of SocketCAN: "
                              "ip link set %2 down; ip link set %2 up type can %3")
            .arg(culprit, device,
                QString(culprit)
                    .replace(dataBitRateKey, QStringLiteral("fd on dbitrate "))
                    .replace(bitRateKey, QStringLiteral("bitrate ")));
    if (!setsBitRate())
        return QStringLiteral("%1: a simulated bus has no bit rate").arg(culprit);
    return QStringLiteral("%1: CAN has %2 to %3 bits a second, the data of CAN FD up to %4")
        .arg(culprit)
        .arg(slowest)
        .arg(fastest)
        .arg(fastestData);
}

} // namespace packwarden
