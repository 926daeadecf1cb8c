// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/pki/certificate.h"

#include <QFuture>

#include <functional>

namespace packwarden {

/// By what a console judges that a pack is the pack. Values, so that they may cross threads.
struct DeviceTrust
{
    Certificate root; ///< of the manufacturer, from the charter that the console trusts
    QList<CrlEntry> crls; ///< the lists that it knows of
};

/// Is this the certificate of the pack? chain: DER, leaf first. Lists count for ever, as with receipts: a pack that
/// was cut off keeps its name. WrongPack where the leaf names another serial, Malformed, and the chain's reasons.
Result<Certificate> judgeDevice(
    const QList<QByteArray> &chain, const PackSerial &serial, const DeviceTrust &trust, qint64 at);

/// With what a console speaks to packs in somebody's name.
struct Credential
{
    QList<QByteArray> chain; ///< DER, leaf first, without the root
    /// RS256 by the leaf's key. Called on the link thread and returns at once; the key works elsewhere, for seconds if
    /// it is on a token. A future that is cancelled counts as KeyUnusable.
    std::function<QFuture<Result<QByteArray>>(const QByteArray &bytes)> sign;
    DeviceTrust trust;
};

/// Certificates on the wire: DER one after the other, leaf first.
QByteArray joinCertificates(const QList<QByteArray> &chain);
/// One to maxCertificates of them and nothing else. Malformed.
Result<QList<QByteArray>> splitCertificates(const QByteArray &bytes);
constexpr int maxCertificates = 3;

} // namespace packwarden
