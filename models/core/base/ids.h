// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>
#include <QHashFunctions>

#include <compare>

namespace packwarden {

/// Text that passed a check at the door: 1 to MaxLength characters of a small ASCII set, so that no two ids look alike.
/// Lower-case letters, digits and "-", "." for ids; serials are upper-case letters, digits and "-".
template <typename Tag> class Identifier final
{
public:
    Identifier() = default;
    static Result<Identifier> parse(const QString &text);
    /// For literals in the program and for ids that were parsed before; an invalid one asserts.
    static Identifier fromTrusted(const QString &text);

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const Identifier &) const = default;
    bool operator<(const Identifier &other) const { return m_text < other.m_text; }
    friend size_t qHash(const Identifier &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

struct PackSerialTag;
struct RoleTag;
struct CapabilityTag;
struct ParameterTag;
struct PositionTag;
using PackSerial = Identifier<PackSerialTag>; ///< "SDB-DEMO-0001"
using RoleId = Identifier<RoleTag>; ///< "asset-manager"
using CapabilityId = Identifier<CapabilityTag>; ///< "set-soc-max"
using ParameterId = Identifier<ParameterTag>; ///< "soc.max"
using PositionId = Identifier<PositionTag>; ///< "owner": a place in the charter that a party fills

extern template class Identifier<PackSerialTag>;
extern template class Identifier<RoleTag>;
extern template class Identifier<CapabilityTag>;
extern template class Identifier<ParameterTag>;
extern template class Identifier<PositionTag>;

/// SHA-256 of bytes (32 bytes).
QByteArray sha256(const QByteArray &bytes);
/// Random bits from OpenSSL's generator. Without them no key, no nonce and no id may exist: KeyUnusable, and never a
/// short or a predictable answer.
Result<QByteArray> tryRandomBytes(int count);
/// The same where nobody could go on: the process ends when the generator fails.
QByteArray randomBytes(int count);
/// The fingerprint that people compare by voice: the first 16 bytes of a SHA-256 as eight groups of four hex digits.
QString fingerprintText(const QByteArray &sha256);

} // namespace packwarden
