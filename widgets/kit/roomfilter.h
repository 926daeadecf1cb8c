// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QDialog;

namespace packwarden {

/// Gives what is shown the room that it needs, for every dialog and every list of a combo box of the program: a dialog
/// whose words grew grows with them, and a list shows all its rows where the screen has room. Watches the application.
class RoomFilter final : public QObject
{
    Q_OBJECT
public:
    /// The one of the application, made when it is first asked for.
    static void install();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using QObject::QObject;
    static void fit(QDialog &dialog);
    static void fitList(QWidget &popup);
};

} // namespace packwarden
