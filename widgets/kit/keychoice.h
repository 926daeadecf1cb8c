// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QComboBox>

namespace packwarden {

/// Which key of a file that has several. Hidden until opening the file told that there are several, and again for
/// another file.
class KeyChoice final : public QComboBox
{
    Q_OBJECT
public:
    explicit KeyChoice(QWidget *parent = nullptr);

    /// False where the error is about something else.
    bool offer(const Error &error);
    void forget();
    /// What names the key to pki::readKeyFile; empty while there is nothing to choose.
    QString which() const;
    bool isOpen() const { return count() > 0 && currentIndex() < 0; } ///< there is something to choose still
};

} // namespace packwarden
