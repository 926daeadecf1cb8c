// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/adversary/genuine.h"
#include "tests/models/core/judge/mutator.h"

namespace packwarden::test {

/// Somebody who has no key of the scene and writes files: takes genuine ones apart and puts them together otherwise,
/// with signatures, voices, receipts and lists of a company of its own that nobody has pinned.
class RogueFile final
{
public:
    RogueFile(const Genuine &genuine, Mutator &dice);

    struct Made
    {
        QByteArray bytes;
        QString suffix;
        QString from; ///< the paper that it was made of
    };
    Made document();
    /// A request for a right, or an answer.
    Made right();
    /// An entry of a revocation list: of the own company, or a genuine one that was changed.
    QByteArray list();

private:
    void vary(DocumentFile &file);
    void varySignatures(DocumentFile &file);
    void varyVoices(DocumentFile &file);
    void varyWords(DocumentFile &file);
    QByteArray wordOfThePack(const char *contentType, const QByteArray &payload);
    std::shared_ptr<SigningKey> stranger();
    QByteArray heap();
    bool chance(int percent) { return m_dice.below(100) < percent; }
    template <typename List> auto any(const List &list) { return list.at(m_dice.below(int(list.size()))); }

    const Genuine &m_genuine;
    TestWorld &m_world;
    Mutator &m_dice;
};

} // namespace packwarden::test
