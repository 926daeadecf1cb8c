// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/signingkey.h"

namespace packwarden {

/// Opens a key file; the errors of pki::readKeyFile. Its chain is the leaf and its issuers without the root, whatever
/// else is in the file. Takes about 0.4 s by design of the format.
Result<std::shared_ptr<SigningKey>> openKeyFile(
    const QString &path, const QString &passphrase, const QString &which = {});

/// Opens the key that a file's path or a token's URI (see token.h) names. The errors of openKeyFile and
/// pki::readTokenKey.
Result<std::shared_ptr<SigningKey>> openKey(const QString &locator, const QString &secret, const QString &which = {});

} // namespace packwarden
