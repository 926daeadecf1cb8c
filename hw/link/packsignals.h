// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/pack/faultdetail.h"
#include "models/core/pack/linkvalues.h"
#include "models/core/pack/packanswers.h"

#include <QObject>

namespace packwarden {

/// What is told of what packs are asked: by the session with one pack, and by the link that has them all.
class PackSignals : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whatever this tells, but for delivered(), the other tells too.
    void passOn(PackSignals &other);

Q_SIGNALS:
    void factsRead(const packwarden::PackFacts &facts);
    void rulesRead(const packwarden::PackRules &rules);
    void didRead(const QString &serial, quint16 did, const QByteArray &value);
    void didsRead(const QString &serial);
    void readFailed(const QString &serial, const packwarden::Error &error);
    void deliveryProgress(const QString &serial, qint64 done, qint64 total);
    void delivered(const packwarden::DeliveryResult &result, quint64 requestId);
    void documentsRead(const packwarden::PackDocuments &documents, quint64 requestId);
    void answered(const packwarden::PackAnswer &answer, quint64 requestId);
    void faultRead(const packwarden::FaultDetail &detail, quint64 requestId);
    void authenticated(const QString &serial, const packwarden::SessionInfo &session);
    void authenticationFailed(const QString &serial, const packwarden::Error &error);
    void deauthenticated(const QString &serial);
    void acted(const packwarden::ActionResult &result, quint64 requestId);
};

} // namespace packwarden
