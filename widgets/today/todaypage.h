// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/fleet/todaymodel.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace packwarden {

class StartCards;

/// What needs whoever sits here, one row each with one verb; where nothing is known yet, how to begin.
class TodayPage final : public QWidget
{
    Q_OBJECT
public:
    explicit TodayPage(TodayModel &model, QWidget *parent = nullptr);

    /// An empty store without a bus shows how to begin.
    void setFirstStart(bool first);
    void setSignedIn(bool signedIn);
    /// Is a bus open on which packs can be heard?
    void setConnected(bool connected);
    /// Who trusts no rules cannot tell what is in order. charter: names the companies.
    void setTrust(const Charter &charter);
    StartCards &startCards() { return *m_start; }

Q_SIGNALS:
    void wanted(const packwarden::TodayItem &item);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    TodayModel &m_model;
    StartCards *m_start;
    QLabel *m_head;
    QLabel *m_rest;
    QLabel *m_empty;
    QListView *m_list;
    QStackedWidget *m_stack;
    QString m_current; ///< key of the row that was chosen last
    bool m_first = false;
    bool m_connected = false;
    bool m_signedIn = false;
    Charter m_charter;
};

} // namespace packwarden
