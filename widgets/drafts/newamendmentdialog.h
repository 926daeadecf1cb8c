// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drafts/charterdraft.h"
#include "widgets/drafts/draftform.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace packwarden {

class FileChooser;
class FileField;

/// Drafts a change of the parties in the charter: who comes, who goes, whose root it is from now on. Left what is
/// asked for, right what it makes of the place, of people and of the seats, and who must sign. A new root is taken only
/// when you say that its fingerprint was compared.
class NewAmendmentDialog final : public DraftForm
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
    void makeRows();
    void makeRights();
    QWidget *makeForm();
    QWidget *makePreview();
    void connectFields();
    void showKind();
    void readRoot(const QString &path);
    void readList(const QString &path);
    void tellPosition();
    void tellRights();
    void showDraft();
    void showSeats();

    void reasonTyped(const QString &text) override;
    QString missing() const override;
    Result<> take() override;
    QString refusal(const Error &error) const override;

    CharterDraft m_draft;
    const TrustBook &m_trust;
    const Clock &m_clock;
    QByteArray m_author;
    Taker m_taker;
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
    QLabel *m_before;
    QLabel *m_after;
    QLabel *m_effects;
    QLabel *m_twin;
    QLabel *m_seats;
};

} // namespace packwarden
