// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/invitation.h"
#include "widgets/kit/fitteddialog.h"

#include <functional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;

/// The rules that a partner sent: read, their fingerprint shown to be compared by voice, and only then taken. An
/// invitation is enough by itself; a charter and a policy as two files only say what a pack must show.
class JoinDialog final : public FittedDialog
{
    Q_OBJECT
public:
    explicit JoinDialog(FileChooser &files, QWidget *parent = nullptr);

    void openInvitation(const QString &path);
    /// One that came with something else, which is named.
    void openInvitation(const QByteArray &bytes, const QString &name);
    /// Takes the rules of an invitation. Where that fails, the dialog says why and stays.
    using Taker = std::function<Result<>(const Invitation &invitation)>;
    void setTaker(Taker taker) { m_taker = std::move(taker); }

Q_SIGNALS:
    /// Of two files: the rules that a pack must show.
    void compared(const packwarden::PinnedRules &rules);

private:
    QLineEdit *addFile(QFormLayout &form, const QString &title, const char *name, const QString &filter);
    QLabel *addLine(QFormLayout &form, const QString &title, const char *name);
    void read();
    void readInvitation(const Result<QByteArray> &bytes);
    void readTwo();
    void showRules(const PinnedRules &rules, const QString &fingerprint);
    void accepted();
    void showError(const Error &error);

    FileChooser &m_files;
    Taker m_taker;
    QFormLayout *m_form;
    QLineEdit *m_file;
    QLineEdit *m_charter;
    QLineEdit *m_policy;
    QLabel *m_parties;
    QLabel *m_packs;
    QLabel *m_print;
    QLabel *m_policyPrint;
    QCheckBox *m_compared;
    QLabel *m_error;
    QPushButton *m_trust;
    QByteArray m_given; ///< an invitation that is no file
    std::optional<Invitation> m_invitation;
    std::optional<PinnedRules> m_two;
};

} // namespace packwarden
