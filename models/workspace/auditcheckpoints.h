// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"

#include <QFuture>
#include <QObject>

namespace packwarden {

class AuditStore;
class Session;

/// Has the person who is signed in sign the head of the audit whenever the key is at hand anyway: after signing in, and
/// after each signature that was asked for. Made on the session's worker, one at a time; of several heads that wait,
/// the last. A checkpoint that cannot be made is missing, and the verdict says so; it stops nobody.
class AuditCheckpoints final : public QObject
{
    Q_OBJECT
public:
    AuditCheckpoints(AuditStore &store, Session &session, QObject *parent = nullptr);
    /// Waits for the one that is being made, and for the one of a newer head that waits behind it.
    ~AuditCheckpoints() override;

Q_SIGNALS:
    /// One checkpoint more, or it could not be made or kept.
    void settled(bool kept);

private:
    void onAppended(qint64 seq);
    void make();
    void keep(const Result<CoseSign1> &checkpoint);

    AuditStore &m_store;
    Session &m_session;
    QFuture<Result<CoseSign1>> m_making;
    bool m_pending = false;
    bool m_again = false;
};

} // namespace packwarden
