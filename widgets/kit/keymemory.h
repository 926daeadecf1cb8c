// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/keyoption.h"

#include <optional>

namespace packwarden {

/// Which key of each file and token was used last, kept in the layout file of a store. Without a file it knows nothing.
class KeyMemory final
{
public:
    explicit KeyMemory(const QString &layoutFile = {});

    /// locator: a file's path, or the URI of a token, whose key does not matter.
    std::optional<pki::KeyOption> of(const QString &locator) const;
    void keep(const QString &locator, const std::optional<pki::KeyOption> &key) const;

private:
    QString m_layoutFile;
};

} // namespace packwarden
