// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustbook.h"

#include <QObject>
#include <QThreadPool>

namespace packwarden {

class StatementDesk;
class Workspace;

/// Takes the rules that packs show: offers the first ones, learns those that are pinned, follows newer ones after the
/// pack's fresh word, and has a person asked where only a person may follow. Signatures are judged on a worker thread;
/// a verdict counts only while what it was judged by is still what is pinned. Both must outlive it; it lives on their
/// thread.
class TrustDesk final : public QObject
{
    Q_OBJECT
public:
    TrustDesk(Workspace &workspace, StatementDesk &statements, QObject *parent = nullptr);
    ~TrustDesk() override;

    /// Ends in taken, once.
    void take(const PackRules &rules);
    /// The first rules are accepted without asking if their charter is the one in this file.
    void expect(const QString &charterFile);
    /// Nothing is pinned, and the rules of some pack are before a person.
    bool isOffering() const { return !m_first.isEmpty(); }
    /// A person compared the fingerprints of these.
    void accept(const PackRules &rules);

Q_SIGNALS:
    /// Success: the pack is known by rules that are pinned, or were. FingerprintNeeded, UnknownIssuer: a person is
    /// asked. The errors of TrustBook::take, and of asking for a statement.
    void taken(const QString &serial, const packwarden::Result<> &result);
    /// Nothing is pinned yet. agreed: checkAgreed of them.
    void firstOffered(const packwarden::PackRules &rules, const packwarden::Result<> &agreed);
    /// Newer rules that only a person may take.
    void followingOffered(const packwarden::PackRules &rules, const packwarden::Error &why);
    /// What a person should know of, besides.
    void refused(const packwarden::Error &error);

private:
    struct Newer
    {
        PackRules rules;
        FreshWord word;
        Compared compared = Compared::No;
        int judged = 0; ///< how often
    };
    void judgeFirst(const PackRules &rules);
    void askFor(const Newer &newer);
    void judge(Newer newer);
    void apply(const Newer &newer, const FollowVerdict &verdict);

    Workspace &m_workspace;
    StatementDesk &m_statements;
    QByteArray m_expected; ///< SHA-256 of the payload of a charter; empty: none
    QString m_first; ///< the pack whose rules are offered while nothing is pinned
    std::optional<std::pair<PackRules, Result<>>> m_agreed; ///< what is offered, and how it was judged
    QThreadPool m_worker; ///< of one thread
};

} // namespace packwarden
