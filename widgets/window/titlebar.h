// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/busnow.h"
#include "models/workspace/identity.h"
#include "widgets/style/theme.h"
#include "widgets/window/demoperson.h"

#include <QFrame>

#include <optional>

class QLabel;
class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace packwarden {

class FileActs;

class BusHealthPopup;
class Chip;

/// Above every page: its title, whether the bus is simulated, how the bus is and how old its data are, who is signed
/// in, and the button to sign in or lock.
class TitleBar final : public QFrame
{
    Q_OBJECT
public:
    explicit TitleBar(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    /// What the menu offers for files; outlives the bar.
    void setFileActs(FileActs &acts);
    /// Has the open page tables at all?
    void setHasTables(bool has);
    /// ageMilliseconds: since anything was heard; negative: never.
    /// unproved: packs that are heard and have not signed their state since they were connected.
    void setBus(const BusState &state, qint64 ageMilliseconds, int unproved = 0);
    /// The buses of this desk beside the one that is told of.
    void setOtherBuses(const QList<BusNow> &others);
    /// What is wrong with the bus stands in place of how many packs are on it; all of it behind the button.
    void setBusFigures(const BusFigures &figures);
    /// None: nobody is signed in.
    void setIdentity(const std::optional<Identity> &identity, bool onToken = false);
    void setBusy(bool opening);
    /// Packs that contradict themselves, until a person dealt with them.
    void setContradictions(int packs);
    /// text: empty where no exchange is used.
    void setExchange(Status status, const QString &text);
    /// In the demo: a strip in a colour of its own with the part that this console plays.
    void setPart(const DemoPerson &part);
    /// Who else another console may be opened as.
    void setDemoPeople(const DemoPeople &people);
    /// A demo world lies in this store, and its packs run.
    void setDemo(bool exists, bool runs);
    /// Is there anything to forget?
    void setTrusting(bool trusting);

Q_SIGNALS:
    void signInClicked();
    void lockClicked();
    void busClicked();
    void findClicked();
    void settingsClicked();
    void aboutClicked();
    void manualClicked();
    void exchangeClicked();
    void joinClicked();
    void inviteClicked();
    void openAsClicked(const QString &name);
    void demoClicked();
    void leaveDemoClicked();
    void discardDemoClicked();
    void forgetClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showBus();
    QToolButton *addTool(const char *iconName, const QString &title, const char *name);

    QLabel *m_title;
    QLabel *m_partLabel;
    Chip *m_contradictions;
    Chip *m_exchange;
    Chip *m_simulated;
    Chip *m_listening;
    Chip *m_bus;
    Chip *m_identity;
    QPushButton *m_key;
    QToolButton *m_busButton;
    BusHealthPopup *m_busHealth;
    QToolButton *m_table;
    QToolButton *m_find;
    QToolButton *m_more;
    QMenu *m_openAs;
    QAction *m_leaveDemo = nullptr;
    QAction *m_discardDemo = nullptr;
    QAction *m_forget = nullptr;
    QString m_part;
    BusState m_busState;
    BusFigures m_figures;
    QList<BusNow> m_others;
    qint64 m_busAge = -1;
    int m_unproved = 0;
    bool m_signedIn = false;
};

} // namespace packwarden
