// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/hw/sim/support/testpack.h"

#include <QThread>

namespace packwarden::test {

/// A simulated pack as a guest of a local bus, in a thread of its own, whose answers a test may change.
class Impostor final
{
public:
    using Twist = std::function<QList<QByteArray>(const QByteArray &request, const QList<QByteArray> &answers)>;

    Impostor(const QString &bus, std::unique_ptr<TestPack> pack, Twist twist = {});
    ~Impostor();
    Impostor(const Impostor &) = delete;
    Impostor &operator=(const Impostor &) = delete;

private:
    std::unique_ptr<TestPack> m_pack;
    QThread m_thread;
    QObject *m_home; ///< lives in the thread
};

} // namespace packwarden::test
