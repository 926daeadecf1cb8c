// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/keychoice.h"

#include "models/core/pki/token.h"

namespace packwarden {

KeyChoice::KeyChoice(const KeyMemory &memory, QWidget *parent)
    : QComboBox(parent)
    , m_memory(memory)
{
    setObjectName(QStringLiteral("keyChoice"));
    setAccessibleName(tr("Key to use"));
    setPlaceholderText(tr("Choose a key"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    hide();
}

void KeyChoice::lookAt(const QString &locator)
{
    m_locator = locator;
    clear();
    auto last = m_memory.of(locator);
    const QString named = isTokenUri(locator) ? pki::keyNamedBy(locator) : QString();
    if (!named.isEmpty() && (!last || last->which != named))
        last = pki::KeyOption{named, QString(named).remove(u';').remove(u'%')};
    if (!last)
        return;
    addItem(last->words, last->which);
    addItem(tr("Another key"), QString());
    setCurrentIndex(0);
}

bool KeyChoice::offer(const Error &error)
{
    const QList<pki::KeyOption> options = pki::keyOptions(error);
    if (options.isEmpty())
        return false;
    clear();
    for (const pki::KeyOption &option : options)
        addItem(option.words, option.which);
    setCurrentIndex(-1); // nothing is chosen for a person
    return true;
}

void KeyChoice::keep()
{
    m_memory.keep(m_locator, which().isEmpty() ? std::nullopt : std::optional(pki::KeyOption{which(), currentText()}));
}

} // namespace packwarden
