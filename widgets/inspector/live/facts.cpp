// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/facts.h"

#include "widgets/kit/parts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QSettings>

namespace packwarden::livefacts {

QString none()
{
    return QStringLiteral("\u2013");
}

QString decimal(double value, int digits)
{
    return QLocale().toString(value, 'f', digits).replace(u'-', QChar(0x2212));
}

QGridLayout *make(const QStringList &names, QList<QLabel *> &values)
{
    auto *layout = new QGridLayout;
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    for (const QString &name : names) {
        auto *value = makeLabel(none());
        value->setAlignment(Qt::AlignRight);
        value->setAccessibleName(name);
        layout->addWidget(makeLabel(name, "muted"), int(values.size()), 0);
        layout->addWidget(value, int(values.size()), 1, Qt::AlignRight);
        values.append(value);
    }
    return layout;
}

QVBoxLayout *inside(QWidget *card)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * grid, grid + 2, 2 * grid, grid + 2);
    column->setSpacing(6);
    return column;
}

void recall(QComboBox &box, const QSettings &settings, const char *key)
{
    const int index = settings.value(QLatin1String(key), box.currentIndex()).toInt();
    if (index >= 0 && index < box.count())
        box.setCurrentIndex(index);
}

} // namespace packwarden::livefacts
