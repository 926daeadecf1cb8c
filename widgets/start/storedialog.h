// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "widgets/kit/fitteddialog.h"

class QLabel;
class QPushButton;

namespace packwarden {

class FileChooser;

/// Why the data of this console cannot be used as they are, and what the person at it can do.
class StoreDialog final : public FittedDialog
{
    Q_OBJECT
public:
    StoreDialog(FileChooser &files, QWidget *parent = nullptr);

    /// canRead: it opens, but nothing can be recorded in it.
    void tell(const QString &folder, const Error &why, bool canRead);

Q_SIGNALS:
    void retryWanted();
    void folderChosen(const QString &folder);
    /// Sets the damaged audit aside and begins a new one.
    void anewWanted();
    void readOnlyWanted();

private:
    QLabel *m_what;
    QLabel *m_folder;
    QLabel *m_way;
    QPushButton *m_anew;
    QPushButton *m_read;
    QPushButton *m_retry;
};

} // namespace packwarden
