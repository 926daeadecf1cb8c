// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QStringList>

namespace packwarden::ctl {

enum ExitCode { Done = 0, RefusedOrInvalid = 1, Usage = 2, NotComplete = 3, OutOfReach = 4 };

/// The command line as values. Passphrases are never on it.
struct Options
{
    QString noun;
    QString verb;
    QStringList arguments; ///< after noun and verb
    QString bus;
    QString store;
    QString keyFile;
    QString token; ///< a key on a token instead: its URI
    QString passphraseFile; ///< holds the PIN for a token
    bool json = false;
    QStringList packs;
    QStringList sets;
    QStringList ownValues; ///< request sign: "parameter=value", found without looking at the proposed one
    QStringList fingerprints; ///< policy pull: of the charter and of the policy, as somebody compared them
    bool keep = false; ///< pack settle: what is pinned stays
    bool forget = false; ///< pack settle: the pack is learnt anew
    QString reason;
    QStringList evidence;
    QString until;
    QString output;
    QString meaning;
    int seconds = 0;
    QString record; ///< file for all that passes the bus meanwhile
    QString trigger; ///< record start: identifier, in hexadecimal

    QString purpose; ///< pack activate
    QString slot; ///< command replace-component
    QString component;

    // charter
    QString position; ///< the place concerned
    QString party; ///< who takes it; name is what is shown
    QString rootCertificate; ///< file
    QStringList crls; ///< lists of parties that are yet to come
    QString signatory; ///< role that signs for the party

    // provision
    QString datasheet; ///< file
    QString hardware;
    QString partNumber;
    QString node; ///< hex; of a pack that has no name yet

    // keys
    bool root = false;
    bool authority = false;
    bool unpinned = false; ///< certify although no charter is pinned
    QString person;
    QString role;
    QString name; ///< shown
    QString organisation; ///< shown
    QString certificate; ///< file to write a certificate to
    QString charter; ///< judge by this file's charter and policy instead of the pinned ones
    QString previous; ///< the newest list of an issuer that this store does not know
    int days = 0; ///< of validity; 0: as usual
    int number = 0; ///< of a list, at least; 0: the next

    /// The key file, or the token's URI.
    QString keyLocator() const { return token.isEmpty() ? keyFile : token; }

    enum class Outcome { Run, Help, Version };
    struct Parsed;
    /// Malformed with a sentence for the terminal.
    static Result<Parsed> parse(const QStringList &arguments);
};

struct Options::Parsed
{
    Outcome outcome = Outcome::Run;
    Options options;
    QString help;
};

/// From the file of --passphrase-file (its first line), else asked on the terminal without echo; twice where isNew.
/// WrongPassphrase for an empty one.
Result<QString> readPassphrase(const Options &options, bool isNew = false);

} // namespace packwarden::ctl
