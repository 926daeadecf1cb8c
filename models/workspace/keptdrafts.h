// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace packwarden {

class Clock;

/// Work that was begun and is no document yet, in drafts/ of a store: it outlives the window, until it becomes a
/// document or its author drops it. One JSON file for each, written whole or not at all; a file that cannot be read is
/// no draft.
class KeptDrafts final
{
public:
    static constexpr auto policy = "policy";
    static constexpr auto request = "request."; ///< and the parameter that it is about

    /// store: the folder of the workspace. The clock must outlive it.
    KeptDrafts(const QString &store, const Clock &clock);

    struct Draft
    {
        QJsonObject content;
        qint64 at = 0; ///< Unix seconds of the last change
    };

    /// name: letters, digits, dots and hyphens. FileUnwritable.
    Result<> keep(const QString &name, const QJsonObject &content) const;
    std::optional<Draft> find(const QString &name) const;
    void drop(const QString &name) const;
    /// Of what lies there under names that begin so, the newest first.
    QStringList names(const QString &prefix = {}) const;

private:
    QString pathOf(const QString &name) const;

    QString m_folder;
    const Clock &m_clock;
};

} // namespace packwarden
