// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/packs/faultsmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace packwarden {

class CellMap;
class MessageBar;

/// The fault memory of a pack: what, how bad, since when, how often; and the whole pack at the instant at which a fault
/// came, in the same view as live cells. Asks by signal; the answers go into the model and the setters.
class FaultsView final : public QWidget
{
    Q_OBJECT
public:
    explicit FaultsView(FaultsModel &model, QWidget *parent = nullptr);

    /// modules: as the pack is built; 0: not known.
    void setModules(int modules) { m_modules = modules; }
    /// Who may clear: nobody signed in, not this role (then who may), or this role.
    void setPermit(bool signedIn, bool allowed, const QList<RoleId> &holders);
    /// Nothing is known of the memory, so an empty one is no good news.
    void setNotRead();
    void setReading(bool reading);
    /// When it was read; Unix seconds.
    void setReadAt(qint64 at);
    void showError(const Error &error);
    void showCleared(const QString &serial);

Q_SIGNALS:
    void readWanted();
    void detailWanted(quint32 code);
    void clearWanted();
    void signInWanted();
    void rightWanted(); ///< to clear faults

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeDetail();
    void refresh();
    void showDetail();
    void askToClear();
    void copy() const;

    FaultsModel &m_model;
    int m_modules = 0;
    quint32 m_shown = 0; ///< code of the fault whose moment is in view
    bool m_allowed = false;
    bool m_signedIn = false;
    bool m_wasRead = false;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QLabel *m_empty;
    QLabel *m_age;
    QPushButton *m_read;
    QPushButton *m_clear;
    QLabel *m_permit;
    QPushButton *m_askRight;
    QLabel *m_name;
    QLabel *m_measured;
    QLabel *m_facts;
    QLabel *m_advice;
    QLabel *m_instant;
    QPushButton *m_moment;
    QComboBox *m_quantity; ///< that the map shows
    QLabel *m_inForce; ///< limits at that moment
    CellMap *m_cells;
};

} // namespace packwarden
