// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packlink.h"
#include "hw/recording/linkrecorder.h"

#include <QThread>

namespace packwarden {

/// Owns the thread of a PackLink, the link itself and its recorder. Made and destroyed on the thread of the program;
/// the clock must outlive it. Connect to link() before the first open(); call its slots by QMetaObject::invokeMethod or
/// by signals.
class LinkThread final
{
public:
    explicit LinkThread(const Clock &clock, const LinkTimings &timings = {});
    LinkThread(const Clock &clock, CanPortFactory factory, const LinkTimings &timings = {});
    ~LinkThread();
    LinkThread(const LinkThread &) = delete;
    LinkThread &operator=(const LinkThread &) = delete;

    PackLink *link() const { return m_link; }
    LinkRecorder *recorder() const { return m_recorder; }

private:
    QThread m_thread;
    LinkRecorder *m_recorder;
    PackLink *m_link;
};

} // namespace packwarden
