// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/workspace/keptdrafts.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace packwarden {

/// Keeps what is filled into a form, from when the person pauses until it is taken, and offers it when the form is
/// opened again: the line that says so, with the way to start over and back.
class DraftKeeper final : public QWidget
{
    Q_OBJECT
public:
    /// A form whose content is kept.
    class Form
    {
    public:
        virtual ~Form() = default;
        virtual QString keptName() const = 0; ///< as KeptDrafts names it
        virtual QJsonObject content() const = 0; ///< empty: nothing was filled in
        /// False where a pack or the parameter is not known here; then the form is as it was.
        virtual bool fill(const QJsonObject &content) = 0;
        /// As it is before anything is typed, for the same packs.
        virtual QJsonObject blank() const = 0;
    };

    /// The form must outlive it.
    explicit DraftKeeper(Form &form, QWidget *parent = nullptr);
    /// Fills in the newest of the drafts whose names begin with prefix that the form takes; from now on keeps.
    void begin(const KeptDrafts &drafts, const QString &prefix);
    /// Something was filled in.
    void noteChange();
    void keep();
    /// It became a document: nothing of it is kept any more.
    void end();

private:
    void startOver();

    Form &m_form;
    std::optional<KeptDrafts> m_drafts;
    QString m_keptAs; ///< in m_drafts; empty: nothing is kept
    QJsonObject m_keptContent;
    QJsonObject m_before; ///< what was there before starting over
    QTimer m_soon;
    QLabel *m_kept;
    QPushButton *m_startOver;
};

} // namespace packwarden
