// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QList>
#include <QString>

namespace packwarden {

/// A token that a person may choose; nobody vouches for its label.
struct TokenInfo
{
    QString label;
    QString serial;
    QString manufacturer;
    QString model;
    bool pinLocked = false;
    bool pinLow = false; ///< wrong PINs were tried; a few more lock it
    bool pinPad = false; ///< the PIN is typed at the token
    QString uri; ///< names this token alone, with its module
    bool operator==(const TokenInfo &) const = default;
};

namespace pki {

/// The tokens of one module, or of those that this machine registered with p11-kit, without a login. Takes as long as
/// the modules take, and ends what another login of the same module holds: not while a key of it is in use. Malformed
/// for a module that is not named by its full path; KeyUnusable if it cannot be loaded.
Result<QList<TokenInfo>> listTokens(const QString &modulePath = {});

} // namespace pki

} // namespace packwarden
