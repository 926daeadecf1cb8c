// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/invitation.h"
#include "widgets/kit/fitteddialog.h"

class QLabel;

namespace packwarden {

class FileChooser;

/// The rules that are trusted here as one file for a partner, and the fingerprint that the partner compares.
class InviteDialog final : public FittedDialog
{
    Q_OBJECT
public:
    InviteDialog(const Result<Invitation> &invitation, FileChooser &files, QWidget *parent = nullptr);

private:
    void save();

    const Result<Invitation> m_invitation;
    FileChooser &m_files;
    QLabel *m_result;
};

} // namespace packwarden
