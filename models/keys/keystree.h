// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keys/issuedbook.h"
#include "models/support/lookalike.h"

#include <QSet>

namespace packwarden {

/// What a key is good for now, by what is known here.
enum class KeyState {
    NotYet, ///< NIST SP 800-57: pre-activation
    InUse, ///< active
    Blocked, ///< suspended: what is above it does not hold, or charter and policy do not let this issuer give the role
    Ended, ///< deactivated: expired, or revoked without another word
    Compromised, ///< revoked here as such
};

/// What the keys are told by. A value, for any thread.
struct KeysGround
{
    CertificateSources sources;
    QList<Certificate> mine; ///< of the one who is signed in
    QSet<QByteArray> compromised; ///< serial numbers, as the audit has them

    static KeysGround of(Workspace &workspace);
};

/// Parties, below them who holds keys of theirs, below those the further keys of the same holder.
struct KeysTree
{
    enum class Kind { Party, Authority, Person, Pack };
    struct Node
    {
        int parent = -1;
        int row = 0;
        QList<int> children;
        Kind kind = Kind::Person;
        Certificate certificate;
        QString name;
        QString issuer;
        KeyState state = KeyState::InUse;
        bool revoked = false;
        bool pinned = false;
        lookalike::Flags flags;
        QStringList twins;
        QString searched; ///< name, role or pack, and fingerprint, case folded, a line each
    };
    QList<Certificate> known;
    QList<Node> nodes;
    QList<int> parties; ///< nodes without a parent
    QHash<QByteArray, int> places; ///< node by SHA-256 of its certificate

    /// Reads and judges all of them; its time grows with their number.
    static KeysTree of(const KeysGround &ground);
};

} // namespace packwarden
