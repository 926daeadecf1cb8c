// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/system/tour/stage.h"

namespace packwarden::tour {

/// What people do beside the story: the technician's job card, what can be drafted without a change of a value, a pack
/// that is asked, a policy that is changed and compared.
class SideSteps final
{
public:
    explicit SideSteps(Stage &stage)
        : m_stage(stage)
    {
    }
    /// The inspector is open at a pack. The job stays open: the console closes with it.
    bool opensAJob(Person &technician);
    bool finishesTheJob(Person &technician, const QString &serial);
    /// Opens both dialogs and leaves them again.
    bool looksAtDrafts(Person &person);
    /// The document that is shown lacks a seat.
    bool mayAskThePack(Person &person);
    /// The matrix is open.
    bool comparesADraft(Person &person);

private:
    bool leaves(Person &person, const char *dialog);
    bool draftsByMenu(Person &person, int downwards, const char *dialog, const QString &name);

    Stage &m_stage;
};

} // namespace packwarden::tour
