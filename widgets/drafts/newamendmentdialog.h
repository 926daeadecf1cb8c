// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drafts/charterdraft.h"
#include "widgets/kit/fitteddialog.h"

#include <QHash>

#include <functional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace packwarden {

class FileChooser;
class FileField;

/// Drafts a change of the parties in the charter: who comes, who goes, whose root it is from now on. Left what is
/// asked for, right what it makes of the place, of people and of the seats, and who must sign. A new root is taken only
/// when somebody says that its fingerprint was compared.
class NewAmendmentDialog final : public FittedDialog
{
    Q_OBJECT
public:
    NewAmendmentDialog(const TrustBook &trust, const Clock &clock, const QByteArray &authorLeafSha256,
        FileChooser &files, QWidget *parent = nullptr);
    void choose(Amendment kind);

    /// Makes a document of the change; lists: judge the new root's people until the packs have them from elsewhere.
    /// Where that fails, the dialog says why and stays as it is.
    using Taker = std::function<Result<>(const CharterChange &change, const QList<CrlEntry> &lists)>;
    void setTaker(Taker taker) { m_taker = std::move(taker); }

private:
    QWidget *makeForm();
    QWidget *makePreview();
    void addRow(const QString &name, QWidget *field);
    void showRow(QWidget *field, bool shown);
    void showKind();
    void readRoot(const QString &path);
    void readList(const QString &path);
    void refresh();
    void showPreview();
    QString missing() const;
    void submit();

    CharterDraft m_draft;
    const TrustBook &m_trust;
    const Clock &m_clock;
    QByteArray m_author;
    Taker m_taker;
    QGridLayout *m_form;
    QHash<QWidget *, QWidget *> m_labels; ///< by field
    QComboBox *m_kind;
    QLabel *m_purpose;
    QComboBox *m_place;
    QLineEdit *m_newPlace;
    FileField *m_root;
    QLabel *m_fingerprint;
    QCheckBox *m_compared;
    QLineEdit *m_name;
    QLineEdit *m_party;
    QLineEdit *m_role;
    QLineEdit *m_title;
    QListWidget *m_rights;
    FileField *m_list;
    QLineEdit *m_reason;
    QLabel *m_before;
    QLabel *m_after;
    QLabel *m_effects;
    QLabel *m_twin;
    QLabel *m_seats;
    QLabel *m_hint;
    QPushButton *m_next;
};

} // namespace packwarden
