// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/figure.h"

#include "widgets/kit/parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMetaObject>

namespace packwarden {

namespace {

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
    , m_number(makeLabel(QStringLiteral("\u2013"), "figure", this))
    , m_unit(makeLabel({}, "muted", this))
    , m_caption(makeLabel(name, "muted", this))
{
    auto *top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_number, 0, Qt::AlignBottom);
    top->addWidget(m_unit, 0, Qt::AlignBottom);
    m_unit->setContentsMargins(0, 0, 0, 3);
    top->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch();
    column->addLayout(top);
    column->addWidget(m_caption);
    column->addStretch();
    m_caption->setObjectName(QStringLiteral("figureCaption"));
    setAccessibleName(name);
}

void Figure::set(const QString &number, const QString &unit, const QString &caption)
{
    setLiveText(*m_number, number);
    setLiveText(*m_unit, unit);
    setLiveText(*m_caption, caption.isEmpty() ? m_name : caption);
    setAccessibleDescription(text());
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
    return m_number->text() + u' ' + m_unit->text() + QStringLiteral(", ") + m_caption->text();
}

} // namespace packwarden
