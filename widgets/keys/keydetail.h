// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"
#include "models/support/latestjob.h"
#include "models/trust/reach.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QModelIndex;

namespace packwarden {

class KeysModel;
class Workspace;

/// One key in full: its state, what is odd about its name, which packs it opens, and its fingerprint with a field that
/// compares another one digit by digit.
class KeyDetail final : public QFrame
{
    Q_OBJECT
public:
    KeyDetail(Workspace &workspace, const KeysModel &keys, QWidget *parent = nullptr);
    /// index: of KeysModel or a proxy of it; an invalid one shows what to do.
    void showKey(const QModelIndex &index);

private:
    void judgeReach(const Certificate &certificate, bool revoked);
    void compareFingerprint();

    Workspace &m_workspace;
    const KeysModel &m_keys;
    LatestJob m_reachJob;
    Certificate m_certificate;
    QLabel *m_name;
    QLabel *m_facts;
    QLabel *m_warning;
    QWidget *m_rest; ///< what only a chosen key has
    QLabel *m_reach;
    QLabel *m_fingerprint;
    QLineEdit *m_compare;
    QLabel *m_compared;
};

} // namespace packwarden
