// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/system/tour/stage.h"

namespace packwarden::tour {

/// Beside the path of the story: a driver is revoked, an office without a bus signs, a memory is put back from a backup
/// while another pack claims a known name, and windows are closed and opened again on each page.
class OffPath final
{
public:
    explicit OffPath(Stage &stage)
        : m_stage(stage)
    {
    }
    bool run();

private:
    bool aJobsProofIsChecked();
    bool aRevokedDriverDrivesNoMore();
    bool anOfficeWithoutABusSigns();
    bool whatContradictsIsToldFirst();
    bool windowsComeBackAsTheyWere();

    void addPerson(Person &manager, const QString &certificate);
    bool revoke(Person &manager, const QString &name);
    bool acceptInvitation(Person &approver, const QString &path);
    QString refusal(const QStringList &words, const QString &person);

    Stage &m_stage;
};

} // namespace packwarden::tour
