// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"
#include "models/core/pack/linkvalues.h"
#include "tests/adversary/scene.h"

#include <QSet>

namespace packwarden::test {

/// What honest people of the scene made: files in every state, and what each of them proves. What is not in these
/// tables nobody said. Made once for a program; needs a CryptoRuntime.
class Genuine final
{
public:
    /// One document, as it travels.
    struct Paper
    {
        QString name; ///< "waiting", "applied", ...
        QString suffix; ///< "pwreq"
        DocumentFile file;
    };

    explicit Genuine(TestWorld &world);

    TestWorld &world() const { return m_world; }
    const PackState &pack() const { return m_pack; } ///< after "applied" was applied
    const PackRules &rules() const { return m_rules; }
    const QList<Paper> &papers() const { return m_papers; }
    const Paper &paper(const char *name) const;
    /// "waiting" with the seat that it waits for.
    const DocumentFile &complete() const { return m_complete; }
    /// A request for a right, as its file.
    const QByteArray &question() const { return m_question; }
    const QByteArray &statement() const { return m_statement; }
    /// The receipt of "complete" that this pack would give, and the pack's word on "applied".
    DeliveryResult deliveryOf(const DocumentFile &file) const;

    bool saidBy(const QByteArray &payload, const CoseSignature &signature) const;
    bool isVoice(const QByteArray &bytes) const { return m_voices.contains(bytes); }
    bool isPaper(const char *name, const DocumentFile &file) const;
    int signaturesFor(const DocumentFile &file) const; ///< that somebody honest made

private:
    void add(const char *name, const char *suffix, const QByteArray &document);
    void remember(const CoseSign &document);

    TestWorld &m_world;
    PackState m_pack;
    PackRules m_rules;
    QList<Paper> m_papers;
    DocumentFile m_complete;
    QByteArray m_question;
    QByteArray m_statement;
    QSet<QByteArray> m_signatures; ///< payload hash, header, signature
    QSet<QByteArray> m_voices;
};

} // namespace packwarden::test
