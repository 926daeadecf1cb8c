// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/support/fakecan.h"

#include <QCanBusDeviceInfo>
#include <QCanBusFrame>

namespace packwarden::test {

namespace {

class FakeDevice final : public QCanBusDevice
{
public:
    explicit FakeDevice(const QString &name)
        : m_name(name)
    {
    }
    static QCanBusDeviceInfo info(const QString &name, bool hasFd)
    {
        return createDeviceInfo(QStringLiteral("fakecan"), name, false, hasFd);
    }
    bool writeFrame(const QCanBusFrame &) override { return true; }
    QString interpretErrorFrame(const QCanBusFrame &) override { return {}; }

protected:
    bool open() override
    {
        FakeCan seen{m_name, {}};
        for (const ConfigurationKey key : configurationKeys())
            seen.settings.insert(key, configurationParameter(key));
        FakeCan::last() = seen;
        setState(ConnectedState);
        return true;
    }
    void close() override { setState(UnconnectedState); }

private:
    QString m_name;
};

} // namespace

FakeCan &FakeCan::last()
{
    static FakeCan last;
    return last;
}

QList<QCanBusDeviceInfo> FakeCanFactory::availableDevices(QString *) const
{
    return {FakeDevice::info(QStringLiteral("usb0"), false), FakeDevice::info(QStringLiteral("fd"), true)};
}

QCanBusDevice *FakeCanFactory::createDevice(const QString &interfaceName, QString *) const
{
    return new FakeDevice(interfaceName);
}

} // namespace packwarden::test
