// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/parts.h"

#include "widgets/kit/fileways.h"
#include "widgets/style/icons.h"
#include "widgets/words/names.h"

#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace packwarden {

QLabel *makeLabel(const QString &text, const char *tone, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    if (tone)
        label->setProperty("tone", QString::fromLatin1(tone));
    return label;
}

QFrame *makeCard(QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("surface", QStringLiteral("card"));
    return card;
}

QPushButton *makeButton(const QString &text, const char *iconName, const char *kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    if (kind)
        button->setProperty("kind", QString::fromLatin1(kind));
    if (iconName)
        button->setIcon(icon(QString::fromLatin1(iconName), kind && qstrcmp(kind, "primary") == 0));
    return button;
}

void giveMenu(QPushButton *button, QMenu *menu)
{
    button->setProperty("menu", true);
    button->setMenu(menu);
}

void setTone(QWidget *widget, const char *tone)
{
    if (widget->property("tone").toString() == QLatin1String(tone))
        return;
    widget->setProperty("tone", QString::fromLatin1(tone));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

Chip::Chip(QWidget *parent)
    : QWidget(parent)
{
    // Where room is short the quiet words give way.
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::set(Status status, const QString &text, const QString &quiet)
{
    if (status == m_status && text == m_text && quiet == m_quiet && m_layer == 0)
        return;
    const bool resized = text.size() != m_text.size() || quiet.size() != m_quiet.size() || m_layer != 0;
    m_status = status;
    m_layer = 0;
    m_text = text;
    m_quiet = quiet;
    setAccessibleName(quiet.isEmpty() ? text : text + QStringLiteral(", ") + quiet);
    if (resized)
        updateGeometry();
    update();
}

void Chip::setLayer(int layer)
{
    m_layer = layer;
    m_text = Names::layer(layer);
    m_quiet.clear();
    setAccessibleName(tr("Layer %1").arg(m_text));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const int quiet = m_quiet.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_quiet) + grid;
    return minimumSizeHint() + QSize(quiet, 0);
}

QSize Chip::minimumSizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const int width = QFontMetrics(bold).horizontalAdvance(m_text) + 2 * grid + 4;
    return {m_layer == 0 ? width + 16 : width, 3 * grid};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const bool badge = m_layer >= 1 && m_layer <= 4;
    const QColor ground = badge ? tones.layer[size_t(m_layer - 1)] : statusSoft(tones, m_status);
    const QColor ink = badge ? tones.layerText[size_t(m_layer - 1)] : tones.text;
    painter.setPen(badge ? QPen(Qt::NoPen) : QPen(m_status == Status::Warning ? tones.warning : tones.line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), badge ? 4 : 11, badge ? 4 : 11);
    int x = grid + 2;
    if (!badge) {
        painter.setPen(statusColour(tones, m_status));
        painter.drawText(QRect(x, 0, 14, height()), Qt::AlignCenter, shapeOf(m_status));
        x += 18;
    }
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(ink);
    const int width = QFontMetrics(bold).horizontalAdvance(m_text);
    painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, m_text);
    const QRect rest = rect().adjusted(x + width + grid, 0, -4, 0);
    constexpr int fewest = 3 * grid; // less is no word
    if (!m_quiet.isEmpty() && rest.width() >= fewest) {
        painter.setFont(font());
        painter.setPen(tones.muted);
        // By a hair too narrow it is as wide as was asked for.
        const int room = size().width() >= sizeHint().width() ? rest.width() + grid : rest.width();
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip,
            fontMetrics().elidedText(m_quiet, Qt::ElideRight, room));
    }
}

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_shape(makeLabel({}, nullptr, this))
    , m_text(makeLabel({}, nullptr, this))
    , m_action(makeButton({}, nullptr, nullptr, this))
    , m_open(makeButton(tr("Open it"), nullptr, "link", this))
    , m_folder(makeButton(tr("Show in folder"), nullptr, "link", this))
    , m_mail(makeButton(tr("Send by e-mail"), nullptr, "link", this))
    , m_close(makeButton(tr("Close"), nullptr, "link", this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(QStringLiteral("message"));
    m_action->setObjectName(QStringLiteral("messageAction"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 4, 6);
    row->addWidget(m_shape);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    m_open->setObjectName(QStringLiteral("messageOpen"));
    m_folder->setObjectName(QStringLiteral("messageFolder"));
    m_mail->setObjectName(QStringLiteral("messageMail"));
    for (QPushButton *way : {m_open, m_folder, m_mail})
        row->addWidget(way);
    row->addWidget(m_close);
    connect(m_open, &QPushButton::clicked, this, [this] { fileways::open(m_file); });
    connect(m_folder, &QPushButton::clicked, this, [this] { fileways::showInFolder(m_file); });
    connect(m_mail, &QPushButton::clicked, this, &MessageBar::send);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionClicked);
    hide();
}

void MessageBar::say(Status status, const QString &text, const QString &action)
{
    m_status = status;
    m_shape->setText(shapeOf(status));
    m_text->setText(text);
    layout()->setAlignment(m_shape, text.contains(u'\n') ? Qt::AlignTop : Qt::AlignVCenter);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_file.clear();
    for (QPushButton *way : {m_open, m_folder, m_mail})
        way->hide();
    setAccessibleName(text);
    setVisible(true);
    update();
}

void MessageBar::sayOfFile(Status status, const QString &text, const QString &path, const QString &subject, bool opens)
{
    say(status, text);
    m_file = path;
    m_subject = subject;
    m_open->setVisible(opens);
    m_folder->show();
    m_mail->show();
}

void MessageBar::send()
{
    const QString name = QDir::toNativeSeparators(m_file);
    switch (fileways::send(m_file, m_subject)) {
    case fileways::Mail::Attached:
        return;
    case fileways::Mail::Begun:
        return say(Status::Information, tr("A letter is begun. Attach the file yourself: %1").arg(name));
    case fileways::Mail::None:
        return say(Status::Warning, tr("No program for e-mail was found here. Send this file: %1").arg(name));
    }
}

void MessageBar::moveOn()
{
    if (m_status == Status::Good)
        hide();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    painter.setPen(statusColour(tones, m_status));
    painter.setBrush(statusSoft(tones, m_status));
    painter.drawRoundedRect(QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace packwarden
