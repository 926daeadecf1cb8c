// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"

#include <memory>

namespace packwarden {

/// Starts QCA and checks that what we need of it is there. One per process, made first in main, outlives all keys.
class CryptoRuntime final
{
public:
    CryptoRuntime();
    ~CryptoRuntime();
    CryptoRuntime(const CryptoRuntime &) = delete;
    CryptoRuntime &operator=(const CryptoRuntime &) = delete;
    /// KeyUnusable with the missing part named, if the installation is incomplete.
    Result<> check() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A private key with its certificate. Use it on a worker thread: a signature takes milliseconds from a file, seconds
/// from a token. Not shared between threads at the same time.
class SigningKey
{
public:
    virtual ~SigningKey() = default;
    /// RS256 over the bytes; verified with the own certificate before it is returned.
    virtual Result<QByteArray> sign(const QByteArray &bytes) const = 0;
    /// Leaf first, then intermediates; without the root.
    virtual QList<Certificate> chain() const = 0;
    Certificate leaf() const { return chain().constFirst(); }
};

} // namespace packwarden
