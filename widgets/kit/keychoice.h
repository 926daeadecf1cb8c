// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/kit/keymemory.h"

#include <QComboBox>

namespace packwarden {

/// Which key of a file or token that has several. Empty until opening it told that there are several, or while it is
/// known which was used the last time; then that one is chosen, and another can be asked for. Whoever shows it hides
/// it while it is empty.
class KeyChoice final : public QComboBox
{
    Q_OBJECT
public:
    explicit KeyChoice(const KeyMemory &memory, QWidget *parent = nullptr);

    /// Another file's path or token's URI, which may name a key itself.
    void lookAt(const QString &locator);
    /// False where the error is about something else.
    bool offer(const Error &error);
    /// The choice worked: it is the one of this file or token from now on.
    void keep();
    /// What names the key to pki::readKey; empty while there is nothing to choose, and for another than the last.
    QString which() const { return currentData().toString(); }
    bool isOpen() const { return count() > 0 && currentIndex() < 0; } ///< there is something to choose still

private:
    KeyMemory m_memory;
    QString m_locator;
};

} // namespace packwarden
