// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/workspace/stateproof.h"
#include "widgets/kit/fitteddialog.h"

namespace packwarden {

/// What a file proves that a pack signed: who signed what, and which job card rests on it; or why it proves nothing.
class StateProofDialog final : public FittedDialog
{
    Q_OBJECT
public:
    StateProofDialog(const QString &path, const Result<StateProof> &proof, QWidget *parent = nullptr);
};

} // namespace packwarden
