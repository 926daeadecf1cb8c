// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace packwarden {

/// A dialog whose rows come and go with what is chosen: always as high as what it shows, at the width that its layout
/// gives it.
class FittedDialog : public QDialog
{
    Q_OBJECT
public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;

private:
    void fit();
};

} // namespace packwarden
