// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/simulatedpack.h"

#include <QThread>

#include <memory>

namespace packwarden::test {

/// A pack on a local bus that it hosts, in a thread of its own, as a pack is a device of its own: windows that are
/// painted in the test's thread do not slow its answers down.
class PackThread final
{
public:
    PackThread(const QString &bus, std::unique_ptr<sim::SimulatedPack> pack);
    ~PackThread();
    PackThread(const PackThread &) = delete;
    PackThread &operator=(const PackThread &) = delete;

private:
    QThread m_thread;
    QObject *m_home; ///< lives in the thread; port and node are its children
};

} // namespace packwarden::test
