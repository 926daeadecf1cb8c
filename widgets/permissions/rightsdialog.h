// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/permissions/rightswords.h"

#include <QDialog>

namespace packwarden {

class FileChooser;

/// A table of rights to read, beside the matrix: all that a role may do, or all who may do a thing. As it was when it
/// was opened.
class RightsDialog final : public QDialog
{
    Q_OBJECT
public:
    RightsDialog(const RightsWords::Table &table, FileChooser &files, QWidget *parent = nullptr);
};

} // namespace packwarden
