// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/busaddress.h"
#include "models/core/pack/businterface.h"
#include "models/core/pack/linkvalues.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace packwarden {

/// How the bus is, why, how old its data are; connects anew or to another one.
class BusDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit BusDialog(const QString &bus, QWidget *parent = nullptr);
    /// ageMilliseconds: since anything was heard; negative: never.
    void setBus(const BusState &state, qint64 ageMilliseconds);
    /// What this computer has; the name that stands in the field stays.
    void setInterfaces(const QList<BusInterface> &interfaces);

Q_SIGNALS:
    /// A BusAddress; the same one again where it is to be closed and opened.
    void connectWanted(const QString &bus);

private:
    void refresh();
    QString wanted() const;
    /// The name in the field with what the controls below it say.
    void takeOptions();
    void showOptions(const BusAddress &address);
    QString problem(const BusAddress &address) const;

    QString m_now;
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
