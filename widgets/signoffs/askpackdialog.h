// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffjudgement.h"

#include <QDialog>

namespace packwarden {

/// Asks before a document that the rehearsal here refuses is brought to packs all the same, for their own verdict. The
/// safe button is the default. Accepted: bring it.
class AskPackDialog final : public QDialog
{
    Q_OBJECT
public:
    AskPackDialog(const SignoffJudgement &judgement, const TrustSnapshot &trust, QWidget *parent = nullptr);
};

} // namespace packwarden
