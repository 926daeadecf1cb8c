// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/filenote.h"
#include "widgets/words/sentences.h"

namespace packwarden {

/// Sentences for what a file of certificate software is, and for why it was not taken.
class FileWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::FileWords)
public:
    /// Nothing for an error that has no note.
    static std::optional<Sentence> of(const Error &error);
    /// "a Java keystore"
    static QString name(pki::FileKind kind);

    /// Name filters of file dialogs.
    static QStringList keyFilters();
    static QStringList requestFilters();
    static QStringList certificateFilters();
    static QStringList listFilters();

private:
    static QString whatToDo(pki::FileKind kind);
    static Sentence sentence(const pki::FileNote &note, const QString &file);
};

} // namespace packwarden
