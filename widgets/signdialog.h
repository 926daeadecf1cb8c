// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cose.h>
#include <identity.h>
#include <signoffjudgement.h>

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace packwarden {

/// The last look before a signature: what changes on its scale, what follows from it, the fingerprint. Cancel is the
/// default button; signing needs the tick, and for the first moments nothing, so that a click meant for what was here
/// before signs nothing.
class SignDialog final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int guardMilliseconds = 300;

    SignDialog(const SignoffJudgement &judgement, const TrustSnapshot &trust, const Identity &signer, Meaning meaning,
        QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeChange(const PackChanges &pack, const TrustSnapshot &trust);
    void refresh();

    QCheckBox *m_checked;
    QPushButton *m_sign;
    bool m_guarded = true;
};

} // namespace packwarden
