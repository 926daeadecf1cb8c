// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/localbus.h"

#include <QTcpServer>

namespace packwarden {

QString freeLocalBus()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        return {};
    return QStringLiteral("virtualcan:tcp://127.0.0.1:%1/can0").arg(probe.serverPort());
}

} // namespace packwarden
