// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"
#include "models/keys/keymaker.h"
#include "widgets/kit/fitteddialog.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;
class PathField;

/// Makes a key in a file and the request that goes to an issuer, and says what to do with it. Stays open until it is
/// closed; what was typed stays when something goes wrong.
class NewKeyDialog final : public FittedDialog
{
    Q_OBJECT
public:
    /// charter, policy: whose companies and roles there are; empty where nothing is trusted yet. folder: for the files.
    NewKeyDialog(KeyMaker &maker, const Charter &charter, const Policy &policy, const QString &folder,
        FileChooser &files, QWidget *parent = nullptr);

private:
    QLineEdit *addField(QFormLayout &form, const QString &title, const char *name, QLineEdit *edit);
    void fillRoles();
    void suggestFile();
    void refresh();
    QString whatIsMissing() const;
    NewKey wanted() const;
    void make();
    void onMade(const NewKey &key, const QByteArray &spkiSha256);
    void onFailed(const Error &error);

    KeyMaker &m_maker;
    const Policy m_policy;
    const QString m_folder;
    QComboBox *m_kind;
    QLineEdit *m_name = nullptr;
    QComboBox *m_company;
    QComboBox *m_role;
    QComboBox *m_size;
    PathField *m_file;
    QLineEdit *m_secret = nullptr;
    QLineEdit *m_repeated = nullptr;
    QLabel *m_missing;
    QLabel *m_result;
    QPushButton *m_copy;
    QPushButton *m_make;
    QString m_fingerprint;
    bool m_ownFile = false; ///< chosen by the person, not after the name
    bool m_busy = false;
    bool m_done = false;
};

} // namespace packwarden
