// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/core/documents/command.h"
#include "models/core/documents/rulechange.h"

namespace packwarden {

/// What a document says, whatever its kind, parsed from exactly the bytes that are signed. One of the four is there.
struct DocumentContent
{
    std::optional<ChangeRequest> request;
    std::optional<Command> command;
    std::optional<PolicyChange> policy;
    std::optional<CharterChange> charter;

    /// UnknownType for what is not signed by several, and the errors of the decoders.
    static Result<DocumentContent> read(const CoseSign &document);

    const DocumentHead &head() const;
    /// The packs that it names; rules name none, they are for every pack that holds what they follow.
    QList<PackSerial> packs() const;
    bool areRules() const { return policy.has_value() || charter.has_value(); }
};

} // namespace packwarden
