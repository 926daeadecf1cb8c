// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QStringList>

namespace packwarden::ctl {

enum ExitCode { Done = 0, RefusedOrInvalid = 1, Usage = 2, NotComplete = 3, OutOfReach = 4 };

/// The command line as values: what a verb reads. Which option a verb takes stands in its description (verb.h), and
/// what an option is for in option.h. Passphrases are never on the command line.
struct Options
{
    QString noun;
    QString verb;
    QStringList arguments; ///< after noun and verb
    QStringList buses;
    QString store;
    QString keyFile;
    QString token; ///< a key on a token instead: its URI
    QString keyName; ///< which key of a file that has several
    QString passphraseFile; ///< holds the PIN for a token
    bool json = false;
    QStringList packs;
    QStringList sets;
    QStringList ownValues;
    QStringList fingerprints; ///< of the charter and of the policy, as a person compared them
    bool keep = false;
    bool forget = false;
    QString reason;
    QStringList evidence; ///< files
    QString until;
    QString output; ///< file or folder; "-": standard output
    bool force = false;
    QString meaning;
    int seconds = 0; ///< 0: without end
    int interval = 0; ///< seconds; 0: once
    bool csv = false;
    QString record; ///< file
    QString trigger;
    QString purpose;
    QString slot;
    QString component;
    QString position;
    QString party;
    QString rootCertificate; ///< file
    QStringList crls;
    QString signatory;
    QString datasheet; ///< file
    QString hardware;
    QString partNumber;
    QString node; ///< hex
    QString action; ///< of an audit record
    QString outcome; ///< of an audit record
    QString since;
    bool root = false;
    bool authority = false;
    bool unpinned = false;
    QString person;
    QString role;
    QString name;
    QString organisation;
    QString certificate; ///< file
    QString charter; ///< file
    QString previous; ///< file
    int days = 0; ///< 0: as usual
    int number = 0; ///< 0: the next
    QString exchange; ///< postgresql://...
    QStringList members; ///< LOGIN=PARTY
    QStringList to; ///< parties
    QString metrics; ///< file
    QString where; ///< PackQuery
    QString group; ///< of packs
    QString view; ///< name of a saved one
    QString rule; ///< PackQuery
    QString inside; ///< group
    bool remove = false;
    QString stages; ///< as Rollout::stagesOf
    int soak = 0; ///< seconds
    bool resume = false;

    /// The one bus of a verb that takes one: what is said last holds. Empty: none.
    QString bus() const { return buses.isEmpty() ? QString() : buses.constLast(); }
    /// The key file, or the token's URI.
    QString keyLocator() const { return token.isEmpty() ? keyFile : token; }
};

/// From the file of --passphrase-file (its first line), else asked on the terminal without echo; twice where isNew.
/// WrongPassphrase for an empty one.
Result<QString> readPassphrase(const Options &options, bool isNew = false);

} // namespace packwarden::ctl
