// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/pki.h"

namespace packwarden {

/// A key on a PKCS#11 token, named by a URI of RFC 7512 such as
/// "pkcs11:token=Leasing;id=%01?module-path=/usr/lib/softhsm/libsofthsm2.so". What is left out may be anything;
/// together it must fit one token and one key of it. Without a module path the modules that this machine registered
/// with p11-kit are asked.
struct TokenUri
{
    QString text;
    QString token; ///< its label
    QString serial;
    QString manufacturer;
    QString model;
    QString object; ///< the key's label
    QByteArray id; ///< the key's CKA_ID
    QString modulePath;

    /// Malformed; also for a PIN in the URI (command lines are seen by others) and for a module that is not named by
    /// its full path.
    static Result<TokenUri> parse(const QString &text);
};

bool isTokenUri(const QString &text);
/// Does a URI, or a text that was meant to be one, hold a PIN or name a place of it ("pin-value=", "pin-source=",
/// "pin=", also percent-encoded)?
bool holdsPin(const QString &locator);
/// What may be kept and shown of where a key is: a key file's path as it is; of a URI the attributes of RFC 7512 that
/// name token and key, without the query. Never a PIN, also where the URI cannot be parsed.
QString withoutSecrets(const QString &locator);

namespace pki {

/// The key, found by its id anew at each call, as one that every issuing step here can use; it never leaves the token,
/// which stays logged in until the last copy goes. Only one key of a module at a time. chain, if wanted: the key's
/// certificate on the token, of several the one that lasts longest, and what of its issuers is there, leaf first.
/// A key that wants its PIN for each signature gets this one again; so the PIN is kept in memory as long as the key.
/// KeyUnusable (no such token, locked PIN, removed, no certificate; several tokens or keys, of which the detail says
/// how to name each: "LABEL: 2 keys fit; add to the URI one of ;id=%01 (key, Holder), ..."), WrongPassphrase; the
/// detail says what the token tells of its retry counter.
Result<PrivateKey> readTokenKey(const TokenUri &uri, const QString &pin, QList<Certificate> *chain = nullptr);

/// Puts a key's certificate and its issuers beside it. KeyUnusable unless the first is the key's.
Result<> storeOnToken(const TokenUri &uri, const QString &pin, const QList<Certificate> &chain);

/// From a key file's path or a token's URI. Malformed for one that holds a PIN; the detail does not repeat it.
/// which: of a file as readKeyFile has it, of a token as namingKey has it; keyOptions tells what there is to choose.
Result<PrivateKey> readKey(
    const QString &locator, const QString &secret, QList<Certificate> *chain = nullptr, const QString &which = {});

} // namespace pki

} // namespace packwarden
