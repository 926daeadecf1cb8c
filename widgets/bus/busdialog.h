// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/busaddress.h"
#include "models/core/pack/businterface.h"
#include "models/core/pack/busnow.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace packwarden {

/// How a bus is, why, how old its data are; connects anew or to another one. A desk may have several: they are listed,
/// and one more can be added.
class BusDialog final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int mostBuses = 16;

    explicit BusDialog(QWidget *parent = nullptr);
    /// At least one. ageMilliseconds: since anything was heard; negative: never.
    void setBuses(const QList<BusNow> &buses, qint64 ageMilliseconds);
    /// What this computer has; the name that stands in the field stays.
    void setInterfaces(const QList<BusInterface> &interfaces);

Q_SIGNALS:
    /// All that are wanted from now on, each a BusAddress; again: the one that is to be closed and opened.
    void busesWanted(const QStringList &buses, const QString &again);

private:
    void refresh();
    QString wanted() const;
    /// The name in the field with what the controls below it say.
    void takeOptions();
    void showOptions(const BusAddress &address);
    QString problem(const BusAddress &address) const;

    /// Those that are open or wanted, with this one in place of the chosen one or beside it.
    enum class Place { InsteadOfChosen, Beside };
    QStringList with(const QString &bus, Place place) const;
    bool hasAlready(const BusAddress &address, Place place) const;
    void want(const QStringList &buses, const QString &again = {});
    void showState();
    void choose(int row);

    QStringList m_names; ///< of all buses
    QList<BusNow> m_buses;
    qint64 m_age = -1;
    int m_chosen = 0;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_state;
    QLabel *m_next;
    QList<QLabel *> m_values;
    QComboBox *m_bus;
    QLabel *m_problem; ///< of the name in the field
    QPushButton *m_suggestion;
    QComboBox *m_rate;
    QLabel *m_rateNote;
    QCheckBox *m_listen;
    QLabel *m_missing; ///< kinds of interfaces whose drivers are not there
    QPushButton *m_connect;
};

} // namespace packwarden
