// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobcardbar.h"

#include "parts.h"

#include <QBoxLayout>
#include <QDialog>
#include <QPlainTextEdit>

namespace packwarden {

namespace {
constexpr int longestWords = 4000;
}

JobCardBar::JobCardBar(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, "muted", this))
    , m_button(makeButton({}, "audit", "link", this))
{
    m_text->setObjectName(QStringLiteral("jobCardState"));
    m_button->setObjectName(QStringLiteral("jobCard"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 2);
    row->setSpacing(grid);
    row->addWidget(m_text);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Open)
            askForWords();
        else if (m_state == State::None)
            Q_EMIT openWanted();
    });
    setState(State::None);
}

void JobCardBar::setState(State state, const QString &serial)
{
    m_state = state;
    m_serial = serial;
    m_text->setVisible(state != State::None);
    m_text->setText(state == State::Open ? shapeOf(Status::Information) + u' ' + tr("Job at %1, recording").arg(serial)
            : state == State::Opening    ? tr("%1 signs its state\u2026").arg(serial)
                                         : tr("%1 signs its state once more\u2026").arg(serial));
    m_button->setText(
        state == State::Open || state == State::Closing ? tr("Close the job\u2026") : tr("Open a job card"));
    m_button->setEnabled(state == State::None || state == State::Open);
    m_button->setToolTip(state == State::Open
            ? tr("Says what was done, has the pack sign its state again, and makes the report")
            : tr("Has the pack sign its state as you found it, and records the bus until the job is closed"));
}

void JobCardBar::askForWords()
{
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("jobCloseDialog"));
    dialog->setWindowTitle(tr("Close the job"));
    dialog->setFixedWidth(64 * grid);
    auto *words = new QPlainTextEdit(dialog);
    words->setObjectName(QStringLiteral("jobWords"));
    words->setAccessibleName(tr("What was done"));
    words->setPlaceholderText(tr("What was wrong, what was done, which parts were replaced"));
    words->setTabChangesFocus(true);
    words->setFixedHeight(16 * grid);
    auto *hint = makeLabel(tr("%1 signs its state once more. The report, both signed states and the recording are kept "
                              "together.")
                               .arg(m_serial),
        "muted", dialog);
    hint->setWordWrap(true);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, dialog);
    auto *close = makeButton(tr("Close and make the report"), "audit", "primary", dialog);
    close->setObjectName(QStringLiteral("jobClose"));
    close->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("What was done?"), "heading", dialog));
    column->addWidget(words);
    column->addWidget(hint);
    column->addLayout(buttons);
    connect(words, &QPlainTextEdit::textChanged, close, [words, close] {
        const QString text = words->toPlainText();
        close->setEnabled(!text.trimmed().isEmpty() && text.size() <= longestWords);
    });
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, words] { Q_EMIT closeWanted(words->toPlainText().trimmed()); });
    words->setFocus();
    dialog->open();
}

} // namespace packwarden
