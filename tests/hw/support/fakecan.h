// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCanBusDevice>
#include <QCanBusFactory>
#include <QHash>
#include <QVariant>

namespace packwarden::test {

/// What the plugin "fakecan" was told: an interface like that of a maker whose driver is not here.
struct FakeCan
{
    QString interface;
    QHash<int, QVariant> settings; ///< by QCanBusDevice::ConfigurationKey, as they were when it was connected

    /// The last one that was connected; all of the process share it.
    static FakeCan &last();
};

/// A plugin of Qt SerialBus, linked in. "fd" is an interface with CAN FD, "usb0" one without.
class FakeCanFactory final : public QObject, public QCanBusFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QCanBusFactory" FILE "fakecan.json")
    Q_INTERFACES(QCanBusFactory)

public:
    QList<QCanBusDeviceInfo> availableDevices(QString *errorMessage) const override;
    QCanBusDevice *createDevice(const QString &interfaceName, QString *errorMessage) const override;
};

} // namespace packwarden::test
