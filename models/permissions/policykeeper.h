// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"
#include "models/workspace/keptdrafts.h"

#include <functional>

namespace packwarden {

class Workspace;

/// Keeps a policy draft in the store from edit to edit, as long as it differs from the rules in force and is no
/// document yet.
class PolicyKeeper final : public QObject
{
    Q_OBJECT
public:
    using Texts = QMap<QString, QByteArray>;
    /// texts: gives those of contracts that come new with the draft, by file name; asked at each edit.
    PolicyKeeper(
        PolicyDraft &draft, const Workspace &workspace, std::function<Texts()> texts, QObject *parent = nullptr);

    struct Restored
    {
        qint64 at = 0; ///< when it was last edited
        Texts texts;
    };
    /// To be called once, when the draft has its base: takes what was kept into it as one edit of this name. None:
    /// there was nothing, or nothing that differs. From now on edits are kept.
    std::optional<Restored> restore(const QString &what);
    bool isRestored() const { return m_restored; }
    /// The draft became a document.
    void finish();

Q_SIGNALS:
    /// The draft is not kept any more: FileUnwritable. Said once, until it can be kept again.
    void failed(const packwarden::Error &error);

private:
    void keep();

    PolicyDraft &m_draft;
    KeptDrafts m_drafts;
    std::function<Texts()> m_texts;
    bool m_restored = false;
    bool m_failed = false;
};

} // namespace packwarden
