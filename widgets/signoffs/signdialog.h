// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/drafts/typednumber.h"
#include "models/signoffs/signoffdocument.h"
#include "models/workspace/identity.h"
#include "widgets/signoffs/partsbox.h"

#include <QDialog>
#include <QFileSystemWatcher>
#include <QTimer>

class QCheckBox;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace packwarden {

class LimitScale;
class MessageBar;
class NumberEdit;

/// The last look before a signature: what the file says, read anew when the dialog opens, what follows from it, the
/// fingerprint. A technical seat of layer 4 enters its own value before it sees the proposed one.
///
/// Cancel is the default button. Signing needs the tick and one single click of the mouse, or Ctrl+Enter: Enter, Space,
/// a double click and a key that repeats sign nothing, and nothing does in the first moments after the dialog appeared
/// or became active. If the file, the trust or the signer changes meanwhile, it must be read again first.
class SignDialog final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int guardMilliseconds = 300;

    /// document and workspace must outlive it.
    /// others: of a part of a request, where the same signature may be given to other parts.
    SignDialog(SignoffDocument &document, Workspace &workspace, Meaning meaning, const OtherParts &others = {},
        QWidget *parent = nullptr);
    /// Parts that the person wants to sign, too.
    QList<OtherParts::Part> chosenParts() const { return m_parts->chosen(); }
    /// What was entered and agrees; empty where none was asked for.
    const ownvalue::Values &ownValues() const { return m_agreed; }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Everything that the decision rests on beside the payload: other rules, other facts, another signer.
    struct Basis
    {
        QByteArray payload;
        QByteArray trust;
        QByteArray leaf;
        bool operator==(const Basis &) const = default;
    };
    Basis basis() const;
    void guard();
    void rebuild();
    void reload();
    void showContent();
    QWidget *makeContent();
    QWidget *makeOwnValues();
    QString firstUnproved() const;
    bool isUntouched() const;
    QWidget *makeChange(const SignoffJudgement &judgement, const PackChanges &pack, bool nameAll);
    void typed(const ParameterId &parameter, const QString &text);
    void compare();
    void check();
    void refresh();
    void confirm();

    SignoffDocument &m_document;
    Workspace &m_workspace;
    Meaning m_meaning;
    MessageBar *m_message;
    QScrollArea *m_scroll;
    QCheckBox *m_checked;
    PartsBox *m_parts;
    QPushButton *m_sign;
    QPushButton *m_compare = nullptr;
    QMap<ParameterId, NumberEdit *> m_fields;
    QMap<ParameterId, TypedNumber> m_typed; ///< what stands in them
    ownvalue::Values m_agreed;
    QSet<ParameterId> m_wanted; ///< own values that are still owed
    Basis m_basis;
    QFileSystemWatcher m_watcher;
    QTimer m_guard;
    QTimer m_click; ///< runs while a second click would make it a double one
    bool m_stale = false;
};

} // namespace packwarden
