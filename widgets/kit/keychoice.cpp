// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/keychoice.h"

#include "models/core/pki/filenote.h"

namespace packwarden {

KeyChoice::KeyChoice(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(QStringLiteral("keyChoice"));
    setAccessibleName(tr("Key of the file"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    hide();
}

bool KeyChoice::offer(const Error &error)
{
    const auto note = pki::FileNote::in(error.detail);
    const QStringList keys = note ? pki::choices(*note) : QStringList();
    if (keys.isEmpty())
        return false;
    clear();
    addItems(keys);
    setCurrentIndex(-1); // nothing is chosen for a person
    setPlaceholderText(tr("Choose a key"));
    show();
    return true;
}

void KeyChoice::forget()
{
    clear();
    hide();
}

QString KeyChoice::which() const
{
    return count() == 0 ? QString() : currentText();
}

} // namespace packwarden
