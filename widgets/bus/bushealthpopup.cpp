// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/bus/bushealthpopup.h"

#include "widgets/kit/parts.h"
#include "widgets/words/bushealthwords.h"
#include "widgets/words/recordingwords.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int popupWidth = 58 * grid;
constexpr int innerWidth = popupWidth - 4 * grid;
constexpr qsizetype mostTroubles = 5;

const char *toneOf(Status status)
{
    switch (status) {
    case Status::Alarm:
        return "alarm";
    case Status::Warning:
        return "warning";
    default:
        return "information";
    }
}

QLabel *wrapped(QLabel *label)
{
    label->setWordWrap(true);
    return label;
}

/// A line of its own, as high as its words need: the layouts of a pop-up ask before they know its width.
QLabel *line(QLabel *label)
{
    wrapped(label)->setFixedWidth(innerWidth);
    label->setFixedHeight(label->heightForWidth(innerWidth));
    return label;
}

} // namespace

BusHealthPopup::BusHealthPopup(QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_state(makeLabel({}, "heading", this))
    , m_interface(makeLabel({}, "muted", this))
    , m_others(makeLabel({}, nullptr, this))
    , m_troubleArea(new QWidget(this))
    , m_troubles(new QVBoxLayout(m_troubleArea))
    , m_form(new QFormLayout)
    , m_noFigures(makeLabel(tr("No bus is open. Connect to one to see how it is."), "muted", this))
{
    setObjectName(QStringLiteral("busHealth"));
    setWindowTitle(tr("How the bus is"));
    setAccessibleName(windowTitle());
    setFixedWidth(popupWidth);
    m_state->setObjectName(QStringLiteral("busHealthState"));
    m_interface->setWordWrap(true);
    m_others->setObjectName(QStringLiteral("busHealthOthers"));
    m_others->setWordWrap(true);
    m_troubles->setContentsMargins(0, grid, 0, grid);
    m_troubles->setSpacing(grid / 4);
    m_form->setHorizontalSpacing(2 * grid);
    m_form->setVerticalSpacing(grid / 2);
    for (const auto &[title, value] : BusHealthWords::figures({})) {
        auto *label = wrapped(makeLabel(value, nullptr, this));
        label->setObjectName(QStringLiteral("busFigure%1").arg(m_values.size()));
        m_form->addRow(makeLabel(title, "muted", this), label);
        m_values.append(label);
    }
    auto *connection = makeButton(tr("Connection\u2026"), "bus", nullptr, this);
    connection->setObjectName(QStringLiteral("busConnection"));
    connection->setToolTip(tr("Choose another bus, or connect anew"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(connection);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(m_state);
    column->addWidget(m_interface);
    column->addWidget(m_others);
    column->addWidget(m_troubleArea);
    column->addWidget(m_noFigures);
    column->addLayout(m_form);
    column->addLayout(buttons);
    connect(connection, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT connectionWanted();
    });
}

void BusHealthPopup::setBus(const BusState &state, const BusFigures &figures, const QList<BusNow> &others)
{
    QStringList lines;
    for (const BusNow &other : others)
        lines.append(
            QStringLiteral("%1 %2: %3")
                .arg(shapeOf(BusHealthWords::status(other)), other.state.interfaceName, BusHealthWords::brief(other)));
    m_others->setText(lines.join(u'\n'));
    m_others->setVisible(!lines.isEmpty());
    const BusTrouble *worst = figures.worst();
    const Status status = worst ? BusHealthWords::status(*worst) : Sentences::busStatus(state);
    m_state->setText(shapeOf(status) + u' ' + (worst ? BusHealthWords::brief(*worst) : Sentences::bus(state)));
    const QString detail = RecordingWords::detail(state);
    m_interface->setText(state.interfaceName + (detail.isEmpty() ? QString() : QStringLiteral(" \u00B7 ") + detail));
    m_interface->setVisible(!state.interfaceName.isEmpty());
    setTroubles(figures.troubles);
    const bool measured = figures.bitRate > 0;
    m_noFigures->setVisible(!measured);
    const auto words = BusHealthWords::figures(figures);
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_values.at(i)->setText(words.at(i).second);
        m_form->setRowVisible(m_values.at(i), measured);
    }
    if (isVisible())
        adjustSize();
}

void BusHealthPopup::setTroubles(const QList<BusTrouble> &troubles)
{
    if (troubles == m_shown)
        return;
    m_shown = troubles;
    while (QLayoutItem *item = m_troubles->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const BusTrouble &trouble : troubles.mid(0, mostTroubles)) {
        const Sentence sentence = BusHealthWords::sentence(trouble);
        const Status status = BusHealthWords::status(trouble);
        if (m_troubles->count() > 0)
            m_troubles->addSpacing(grid);
        m_troubles->addWidget(line(makeLabel(shapeOf(status) + u' ' + sentence.cause, toneOf(status), m_troubleArea)));
        m_troubles->addWidget(line(makeLabel(sentence.next, "muted", m_troubleArea)));
    }
    if (troubles.size() > mostTroubles) {
        m_troubles->addSpacing(grid);
        m_troubles->addWidget(
            makeLabel(tr("and %n more", nullptr, int(troubles.size() - mostTroubles)), "muted", m_troubleArea));
    }
    m_troubleArea->setVisible(!troubles.isEmpty());
}

void BusHealthPopup::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(tonesOf(palette()).line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void BusHealthPopup::openUnder(const QWidget *anchor)
{
    adjustSize();
    QPoint place = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + grid / 2));
    if (const QScreen *screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
        place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(place);
    open();
}

} // namespace packwarden
