// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/trustdesk.h"

#include "app/tasks/statementdesk.h"
#include "models/core/pack/statement.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/window/mainwindow.h"

#include <utility>

namespace packwarden {

TrustDesk::TrustDesk(Workspace &workspace, StatementDesk &statements, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_statements(statements)
    , m_window(window)
{
    connect(&statements, &StatementDesk::taken, this, &TrustDesk::onWord);
    connect(&statements, &StatementDesk::failed, this, [this](const QString &, const Error &error, quint64 id) {
        if (m_newer.remove(id) > 0)
            m_window.say(error);
    });
}

void TrustDesk::take(const PackRules &rules)
{
    TrustBook &trust = m_workspace.trust();
    if (trust.isEmpty()) {
        m_waiting.insert(rules.serial.text(), rules);
        if (m_waiting.size() == 1)
            m_window.offerTrust(rules);
        return;
    }
    // Older rules are known from before; newer ones are followed where they follow and the pack proves that it holds
    // them. The window tells of a contradiction by itself, and once.
    const auto taken = trust.learn(rules);
    if (taken)
        Q_EMIT learnt(rules.serial.text());
    else if (taken.code() != Code::TrustContradicted)
        askFor({rules, Compared::No});
}

void TrustDesk::accept(const PackRules &rules)
{
    TrustBook &trust = m_workspace.trust();
    if (!trust.isEmpty())
        return askFor({rules, Compared::Yes});
    if (const auto pinned = trust.pin(rules, m_workspace.session().actor(), Compared::Yes); !pinned)
        return m_window.say(pinned.error());
    takeWaiting();
}

void TrustDesk::askFor(const Newer &newer)
{
    m_waiting.remove(newer.rules.serial.text());
    m_newer.insert(m_statements.ask(newer.rules.serial.text()), newer);
}

void TrustDesk::onWord(const Statement &statement, const QByteArray &bytes, quint64 id)
{
    if (!m_newer.contains(id))
        return;
    const Newer newer = m_newer.take(id);
    const QString serial = newer.rules.serial.text();
    const auto taken = m_workspace.trust().take(
        newer.rules, {bytes, statement.nonce}, m_workspace.session().actor(), newer.compared);
    if (taken) {
        Q_EMIT learnt(serial);
        // Others showed the same and waited for the person as well.
        takeWaiting();
    } else if (taken.code() == Code::FingerprintNeeded) {
        m_waiting.insert(serial, newer.rules);
        m_window.offerFollowing(newer.rules, taken.error());
    } else if (taken.code() != Code::TrustContradicted) {
        m_window.say(taken.error());
    }
}

void TrustDesk::takeWaiting()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const PackRules &each : waiting)
        take(each);
}

} // namespace packwarden
