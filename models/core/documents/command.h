// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/request.h"

namespace packwarden {

enum class CommandKind { TheftLock, TheftUnlock, ReplaceComponent, Tighten, Routine, Decommission };

/// The stable word of a kind ("theft-lock"): in documents, on the command line, and the name of its capability but for
/// tighten, whose capability is the parameter's, and routine, which has none.
QLatin1String commandName(CommandKind kind);
std::optional<CommandKind> commandFromName(const QString &name);

/// A pack that a command names, with the revision of what it touches: the lock's (theft-lock, theft-unlock), the
/// component's, the value's, or the life cycle's (decommission).
struct PackTarget
{
    PackSerial serial;
    qint64 revision = 0;
    bool operator==(const PackTarget &) const = default;
};

/// A command: something that happens to a pack besides a change of values (content type command).
struct Command
{
    DocumentHead head;
    QList<PackTarget> packs;
    CommandKind kind = CommandKind::TheftLock;
    QByteArray lock; ///< theft-unlock: SHA-256 of the payload that locked
    QString slot; ///< replace-component
    QString component; ///< replace-component: the id of the new part
    ParameterId parameter; ///< tighten
    Milli to; ///< tighten
    bool operator==(const Command &) const = default;

    /// A limit made stricter by one seat goes back by itself unless a request ratifies it.
    static constexpr qint64 tightenLasts = 7LL * 24 * 3600;

    QByteArray encode() const; ///< the payload
    /// NotCanonical, UnknownType, Malformed (also args that the kind does not have).
    static Result<Command> decode(const QByteArray &payload);
    const PackTarget *forPack(const PackSerial &serial) const;
};

} // namespace packwarden
