// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustbook.h"

#include <QHash>
#include <QObject>

namespace packwarden {

class MainWindow;
class StatementDesk;
class Workspace;

/// Takes the rules that packs show: offers the first ones, learns those that are pinned, follows newer ones after the
/// pack's fresh word, and asks a person where only a person may follow. All must outlive it; it lives on their thread.
class TrustDesk final : public QObject
{
    Q_OBJECT
public:
    TrustDesk(Workspace &workspace, StatementDesk &statements, MainWindow &window, QObject *parent = nullptr);

    void take(const PackRules &rules);
    /// A person compared the fingerprints of these.
    void accept(const PackRules &rules);

Q_SIGNALS:
    /// The pack is known by the rules that are pinned.
    void learnt(const QString &serial);

private:
    struct Newer
    {
        PackRules rules;
        Compared compared = Compared::No;
    };
    void askFor(const Newer &newer);
    void onWord(const Statement &statement, const QByteArray &bytes, quint64 id);
    void takeWaiting();

    Workspace &m_workspace;
    StatementDesk &m_statements;
    MainWindow &m_window;
    QHash<QString, PackRules> m_waiting; ///< by serial: nothing was pinned, or a person must compare first
    QHash<quint64, Newer> m_newer; ///< by the question for the pack's fresh word
};

} // namespace packwarden
