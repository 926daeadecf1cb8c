// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/figure.h"

#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/parts.h"

#include <QEvent>
#include <QLabel>
#include <QMetaObject>
#include <QStyle>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int gap = 4; ///< between digits and unit

void fit(QLabel &label)
{
    // A label's hint is never below its minimum.
    label.setMinimumSize(0, 0);
    label.setFixedSize(label.sizeHint());
}

/// Another theme takes the fonts of the style sheet away and brings them back: what was measured between is too small.
class Fitter final : public QObject
{
public:
    explicit Fitter(QLabel &label)
        : QObject(&label)
        , m_label(label)
    {
        label.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Once all of the window has its new style.
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
            QMetaObject::invokeMethod(
                this, [this] { fit(m_label); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    QLabel &m_label;
};

} // namespace

void setLiveText(QLabel &label, const QString &text)
{
    if (text == label.text())
        return;
    if (label.minimumSize() != label.maximumSize())
        new Fitter(label);
    // Before its first look a label does not have the font of the style sheet yet, and would stay too small.
    label.ensurePolished();
    const bool otherLength = text.size() != label.text().size();
    label.setText(text);
    const bool fixed = label.minimumSize() == label.maximumSize();
    if (!fixed || otherLength || label.sizeHint().width() > label.minimumWidth())
        fit(label);
}

Figure::Figure(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_digits(makeLabel(QStringLiteral("\u2013"), "figure", this))
    , m_unit(makeLabel({}, "muted", this))
    , m_caption(new ElidedLabel(name, this))
{
    m_unit->setContentsMargins(0, 0, 0, 3);
    m_caption->setObjectName(QStringLiteral("figureCaption"));
    setAccessibleName(name);
    measure();
}

void Figure::set(const QString &number, const QString &unit, const QString &caption)
{
    const QString below = caption.isEmpty() ? m_name : caption;
    if (number == m_digits->text() && unit == m_unit->text() && below == m_caption->text())
        return;
    m_digits->setText(number);
    m_unit->setText(unit);
    m_caption->setText(below);
    setAccessibleDescription(text());
    measure();
}

/// A window is not laid out anew for a digit that is a little wider than the one before.
void Figure::measure()
{
    for (QLabel *label : {m_digits, m_unit})
        label->ensurePolished();
    const QSize digits = m_digits->sizeHint();
    const QSize unit = m_unit->sizeHint();
    const QSize below = m_caption->sizeHint();
    const int number = digits.width() + gap + unit.width();
    const QSize wish(std::max(number, below.width()), std::max(digits.height(), unit.height()) + below.height());
    const qsizetype letters = m_digits->text().size() + m_unit->text().size() + m_caption->text().size();
    if (letters != m_letters || wish != wish.boundedTo(m_wish) || number > m_number) {
        m_letters = letters;
        m_wish = wish;
        m_number = number;
        updateGeometry();
    }
    place();
}

void Figure::place()
{
    const QSize digits = m_digits->sizeHint();
    const QSize unit = m_unit->sizeHint();
    const QSize below = m_caption->sizeHint();
    const int line = std::max(digits.height(), unit.height());
    const int top = std::max(0, (height() - line - below.height()) / 2);
    const auto put = [this](QWidget *label, int x, int y, const QSize &size) {
        label->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {QPoint(x, y), size}));
    };
    put(m_digits, 0, top + line - digits.height(), digits);
    put(m_unit, digits.width() + gap, top + line - unit.height(), unit);
    put(m_caption, 0, top + line, below.boundedTo({width(), below.height()}));
}

bool Figure::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    // Another theme takes the fonts of the style sheet away and brings them back, of the labels after this.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange || event->type() == QEvent::Polish)
        QMetaObject::invokeMethod(this, &Figure::measure, Qt::QueuedConnection);
    return done;
}

void Figure::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void Figure::explain(const QString &words)
{
    if (words != toolTip())
        setToolTip(words);
}

void Figure::setStale(bool stale)
{
    setEnabled(!stale);
}

QString Figure::text() const
{
    return m_digits->text() + u' ' + m_unit->text() + QStringLiteral(", ") + m_caption->text();
}

} // namespace packwarden
