// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "widgets/style/theme.h"

#include <QObject>

#include <optional>

namespace packwarden {

class MessageBar;
class Shell;
class TitleBar;
class Workspace;

/// Rules that a pack offers, and what contradicts what is known: the bar in which a person decides. A contradiction
/// comes before all offers. All references outlive it.
class TrustOffers final : public QObject
{
    Q_OBJECT
public:
    /// window: over which it asks.
    TrustOffers(MessageBar &bar, TitleBar &title, Shell &shell, Workspace &workspace, QWidget &window);

    /// Nothing is pinned yet: shows the fingerprints and lets the person decide. agreed: checkAgreed of these rules.
    void offerFirst(const PackRules &rules, const Result<> &agreed);
    /// Newer rules that only a person may take: shows both fingerprints, why, and lets the person decide.
    void offerFollowing(const PackRules &rules, const Error &why);
    /// Shows the open offer again. False where there is none.
    bool showAgain();

Q_SIGNALS:
    /// After both fingerprints were shown: for the first trust, and for newer rules.
    void accepted(const packwarden::PackRules &rules);
    void failed(const packwarden::Error &error);

private:
    struct Offer
    {
        Status status = Status::Information;
        QString text;
        QString action;
    };

    void show(const PackRules &rules, const Offer &offer);
    void end();
    void act();
    void tellContradiction();
    void decide(const PackSerial &serial);

    MessageBar &m_bar;
    TitleBar &m_title;
    Shell &m_shell;
    Workspace &m_workspace;
    QWidget &m_window;
    PackRules m_offered;
    std::optional<Offer> m_offer; ///< open until a person accepts it, or others were; also while its bar is closed
    std::optional<PackSerial> m_contradictory; ///< the pack that the bar tells of
};

} // namespace packwarden
