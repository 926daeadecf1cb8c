// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSet>

#include <functional>

namespace packwarden {

class Session;
class SignoffsModel;

/// Tells the person who is signed in, while they do other work, that documents came which want their signature. What
/// wanted it already when they signed in is on the screen, and each document is told once.
class NoticeDesk final : public QObject
{
    Q_OBJECT
public:
    /// Is the program in front of the person now, and are notices wanted?
    using Asked = std::function<bool()>;

    NoticeDesk(const SignoffsModel &signoffs, const Session &session, Asked isLookedAt, Asked areWanted,
        QObject *parent = nullptr);

Q_SIGNALS:
    void notice(const QString &summary, const QString &body);

private:
    void look();

    const SignoffsModel &m_signoffs;
    const Session &m_session;
    Asked m_isLookedAt;
    Asked m_areWanted;
    bool m_hasLooked = false; ///< since the person signed in
    QSet<QByteArray> m_told; ///< payloads that wanted the signature before, by SHA-256
};

} // namespace packwarden
