// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/jobcardbar.h"

#include "models/packs/jobbook.h"
#include "widgets/kit/parts.h"
#include "widgets/words/format.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

namespace packwarden {

namespace {

/// Of today the time is enough.
QString timeOf(qint64 unixSeconds)
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(unixSeconds);
    return at.date() == QDate::currentDate() ? QLocale().toString(at.time(), QStringLiteral("HH:mm"))
                                             : format::dateTime(unixSeconds);
}

} // namespace

JobCardBar::JobCardBar(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, "muted", this))
    , m_goOn(makeButton(tr("Go on with it"), nullptr, "link", this))
    , m_button(makeButton({}, "audit", "link", this))
    , m_drop(makeButton(tr("Drop it\u2026"), nullptr, "link", this))
{
    m_text->setObjectName(QStringLiteral("jobCardState"));
    m_goOn->setObjectName(QStringLiteral("jobGoOn"));
    m_goOn->setToolTip(tr("Records the bus again, until the job is closed"));
    m_button->setObjectName(QStringLiteral("jobCard"));
    m_drop->setObjectName(QStringLiteral("jobDrop"));
    m_drop->setToolTip(tr("Ends the job without a report; what was recorded and signed stays"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 2);
    row->setSpacing(grid);
    row->addWidget(m_text);
    row->addWidget(m_goOn);
    row->addWidget(m_button);
    row->addWidget(m_drop);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Open || m_state == State::Found)
            askForWords();
        else if (m_state == State::None)
            Q_EMIT openWanted();
    });
    connect(m_goOn, &QPushButton::clicked, this, &JobCardBar::goOnWanted);
    connect(m_drop, &QPushButton::clicked, this, &JobCardBar::askToDrop);
    setState(State::None);
}

void JobCardBar::setState(State state, const QString &serial, qint64 openedAt)
{
    m_state = state;
    m_serial = serial;
    m_time = timeOf(openedAt);
    const QString shape = shapeOf(Status::Information) + u' ';
    m_text->setVisible(state != State::None);
    m_text->setText(state == State::Found ? shape + tr("Job of %1 is still open").arg(m_time)
            : state == State::Open        ? shape + tr("Job of %1 at %2").arg(m_time, serial)
            : state == State::Opening     ? tr("%1 signs its state\u2026").arg(serial)
                                          : tr("%1 signs its state once more\u2026").arg(serial));
    const bool waits = state == State::Open || state == State::Found;
    m_button->setText(waits || state == State::Closing ? tr("Close the job\u2026") : tr("Open a job card"));
    m_button->setEnabled(waits || state == State::None);
    m_button->setToolTip(waits ? tr("Says what was done, has the pack sign its state again, and makes the report")
                               : tr("Has the pack sign its state as you found it, and records the bus until the job is "
                                    "closed"));
    m_goOn->setVisible(state == State::Found);
    m_drop->setVisible(waits);
}

QDialog *JobCardBar::makeDialog(const char *name, const QString &title)
{
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QLatin1String(name));
    dialog->setWindowTitle(title);
    dialog->setFixedWidth(64 * grid);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(12);
    return dialog;
}

void JobCardBar::askForWords()
{
    QDialog *dialog = makeDialog("jobCloseDialog", tr("Close the job"));
    auto *words = new QPlainTextEdit(dialog);
    words->setObjectName(QStringLiteral("jobWords"));
    words->setAccessibleName(tr("What was done"));
    words->setPlaceholderText(tr("What was wrong, what was done, which parts were replaced"));
    words->setTabChangesFocus(true);
    words->setFixedHeight(16 * grid);
    words->setPlainText(m_words);
    auto *hint = makeLabel(tr("%1 signs its state once more. The report, both signed states and the recording are kept "
                              "together. What you type is kept if you cancel.")
                               .arg(m_serial),
        "muted", dialog);
    hint->setWordWrap(true);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, dialog);
    auto *close = makeButton(tr("Close and make the report"), "audit", "primary", dialog);
    close->setObjectName(QStringLiteral("jobClose"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(close);
    auto *column = qobject_cast<QBoxLayout *>(dialog->layout());
    column->addWidget(makeLabel(tr("What was done?"), "heading", dialog));
    column->addWidget(words);
    auto *form = new QFormLayout;
    const auto field = [&](const QString &name, const char *objectName, QString JobOrder::*part) {
        auto *edit = new QLineEdit(m_order.*part, dialog);
        edit->setObjectName(QLatin1String(objectName));
        edit->setAccessibleName(name);
        edit->setMaxLength(JobOrder::longest);
        form->addRow(name, edit);
        connect(edit, &QLineEdit::textChanged, this, [this, part](const QString &text) {
            m_order.*part = text;
            Q_EMIT orderChanged(m_order);
        });
    };
    field(tr("Customer"), "jobCustomer", &JobOrder::customer);
    field(tr("Vehicle"), "jobVehicle", &JobOrder::vehicle);
    field(tr("Order"), "jobOrder", &JobOrder::number);
    column->addLayout(form);
    column->addWidget(hint);
    column->addLayout(buttons);
    const auto judge = [words, close] {
        const QString text = words->toPlainText();
        close->setEnabled(!text.trimmed().isEmpty() && text.size() <= OpenJob::longestWords);
    };
    judge();
    connect(words, &QPlainTextEdit::textChanged, this, [this, words, judge] {
        judge();
        m_words = words->toPlainText().left(OpenJob::longestWords);
        Q_EMIT wordsChanged(m_words);
    });
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, words] { Q_EMIT closeWanted(words->toPlainText().trimmed()); });
    words->setFocus();
    words->moveCursor(QTextCursor::End);
    dialog->open();
}

void JobCardBar::askToDrop()
{
    QDialog *dialog = makeDialog("jobDropDialog", tr("Drop the job"));
    auto *hint
        = makeLabel(tr("There will be no report, and %1 is not asked for its state again. What it signed when the "
                       "job was opened and what was recorded stay in the folder of the recordings; the audit "
                       "says that the job was dropped.")
                        .arg(m_serial),
            nullptr, dialog);
    hint->setWordWrap(true);
    auto *keep = makeButton(tr("Keep it"), nullptr, "primary", dialog);
    keep->setObjectName(QStringLiteral("jobKeep"));
    keep->setDefault(true);
    auto *drop = makeButton(tr("Drop the job"), nullptr, nullptr, dialog);
    drop->setObjectName(QStringLiteral("jobDropNow"));
    drop->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(drop);
    buttons->addWidget(keep);
    auto *column = qobject_cast<QBoxLayout *>(dialog->layout());
    column->addWidget(makeLabel(tr("Drop the job of %1?").arg(m_time), "heading", dialog));
    column->addWidget(hint);
    column->addLayout(buttons);
    connect(keep, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(drop, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, &JobCardBar::dropWanted);
    keep->setFocus();
    dialog->open();
}

} // namespace packwarden
