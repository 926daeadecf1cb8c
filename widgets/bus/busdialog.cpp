// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/bus/busdialog.h"

#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLineEdit>

namespace packwarden {

BusDialog::BusDialog(const QString &bus, QWidget *parent)
    : QDialog(parent)
    , m_now(bus)
    , m_state(makeLabel({}, "heading", this))
    , m_next(makeLabel({}, "muted", this))
    , m_bus(new Chooser(this))
    , m_missing(makeLabel({}, "muted", this))
    , m_connect(makeButton({}, "bus", "primary", this))
{
    setObjectName(QStringLiteral("busDialog"));
    setWindowTitle(tr("Bus"));
    setMinimumWidth(64 * grid);
    m_state->setObjectName(QStringLiteral("busDialogState"));
    m_next->setWordWrap(true);
    m_bus->setEditable(true);
    m_bus->setInsertPolicy(QComboBox::NoInsert);
    m_bus->setEditText(bus);
    m_bus->setObjectName(QStringLiteral("busChoice"));
    m_bus->setAccessibleName(tr("Bus"));
    m_bus->lineEdit()->setObjectName(QStringLiteral("busName"));
    m_bus->lineEdit()->setAccessibleName(tr("Bus"));
    m_bus->lineEdit()->setPlaceholderText(QStringLiteral("socketcan:can0"));
    m_missing->setObjectName(QStringLiteral("busMissing"));
    m_missing->setWordWrap(true);
    m_missing->hide();
    m_connect->setObjectName(QStringLiteral("busConnect"));
    m_connect->setDefault(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    for (const QString &title : {tr("Interface"), tr("Last heard"), tr("Frames a second"), tr("Cause")}) {
        auto *value = makeLabel({}, nullptr, this);
        value->setWordWrap(true);
        form->addRow(makeLabel(title, "muted"), value);
        m_values.append(value);
    }
    form->addRow(makeLabel(tr("Bus"), "muted"), m_bus);
    form->addRow(m_missing);
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_connect);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(m_state);
    column->addWidget(m_next);
    column->addLayout(form);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    // The list has words beside the names; the field has the name alone.
    connect(m_bus, &QComboBox::activated, this,
        [this](int index) { m_bus->setEditText(m_bus->itemData(index).toString()); });
    connect(m_bus, &QComboBox::editTextChanged, this, &BusDialog::refresh);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        m_now = wanted();
        Q_EMIT connectWanted(m_now);
        refresh();
    });
    refresh();
}

QString BusDialog::wanted() const
{
    return m_bus->currentText().trimmed();
}

void BusDialog::refresh()
{
    const QString name = wanted();
    m_connect->setText(name == m_now && !m_now.isEmpty() ? tr("Reconnect") : tr("Connect"));
    m_connect->setEnabled(name.contains(u':') && !name.endsWith(u':') && !name.startsWith(u':'));
}

void BusDialog::setInterfaces(const QList<BusInterface> &interfaces)
{
    const QString typed = m_bus->currentText();
    m_bus->clear();
    QStringList missing;
    for (const BusInterface &one : interfaces) {
        if (!one.trouble.isEmpty()) {
            missing.append(
                tr("%1 cannot be used here: %2", "kind of interface, cause").arg(one.device.chopped(1), one.trouble));
            continue;
        }
        const QString words = one.device.startsWith(QLatin1String("virtualcan:")) ? tr("simulated bus of this computer")
                                                                                  : one.description;
        m_bus->addItem(
            words.isEmpty() ? one.device : tr("%1 (%2)", "interface, what it is").arg(one.device, words), one.device);
    }
    m_bus->setEditText(typed);
    m_missing->setText(missing.join(u'\n'));
    m_missing->setVisible(!missing.isEmpty());
    refresh();
}

void BusDialog::setBus(const BusState &state, qint64 ageMilliseconds)
{
    m_state->setText(shapeOf(Sentences::busStatus(state)) + u' ' + Sentences::bus(state));
    switch (state.condition) {
    case BusCondition::NotConnected:
        m_next->setText(tr("Choose an interface from the list, or type its name, and connect."));
        break;
    case BusCondition::Connecting:
        m_next->setText(tr("It is tried again every second."));
        break;
    case BusCondition::Connected:
        m_next->setText(tr("Packs are heard. If they fall silent, the bus is closed and opened again by itself."));
        break;
    case BusCondition::Silent:
        m_next->setText(tr("The interface is open, but nothing arrives. Check cable, termination and bit rate, and "
                           "whether a pack is powered."));
        break;
    case BusCondition::Failed:
        m_next->setText(tr("The interface does not open; the cause stands below. It is tried again every second."));
        break;
    }
    const QStringList words = {state.interfaceName.isEmpty() ? tr("none") : state.interfaceName,
        ageMilliseconds >= 0 ? Sentences::age(ageMilliseconds) : tr("never"), QString::number(state.framesPerSecond),
        state.detail.isEmpty() ? tr("none") : state.detail};
    for (int i = 0; i < words.size(); ++i)
        m_values.at(i)->setText(words.at(i));
}

} // namespace packwarden
