// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/stateproofdialog.h"

#include "models/core/base/ids.h"
#include "models/support/lookalike.h"
#include "widgets/kit/fileways.h"
#include "widgets/kit/parts.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QFormLayout>

namespace packwarden {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::StateProofDialog)
};

/// The report that was changed since is no report of this job, whatever the pack signed.
bool isReportOther(const StateProof &proof)
{
    return proof.card && proof.card->report == StateProof::JobCard::Report::Other;
}

QString verdict(const Result<StateProof> &proof)
{
    if (!proof.ok())
        return proof.code() == Code::UnknownIssuer
            ? Words::tr("It cannot be checked: this console trusts no rules yet, and so no manufacturer.")
            : Words::tr("It proves nothing. %1").arg(Sentences::of(proof.error()).text());
    if (isReportOther(*proof))
        return Words::tr("The pack signed this, but the report beside it is not the one that was recorded.");
    return Words::tr("Signed by the key of %1, whose certificate comes from %2.")
        .arg(lookalike::visible(proof->device), lookalike::visible(proof->issuer));
}

QString cardText(const StateProof &proof)
{
    if (!proof.card)
        return Words::tr("No job card of this console's audit rests on it.");
    const StateProof::JobCard &card = *proof.card;
    const QString when = format::dateTime(card.timeUs / 1'000'000);
    const QString text = card.end == StateProof::JobCard::End::Before
        ? Words::tr("How the pack was found. The card was closed on %1, record %2 of the audit.")
              .arg(when)
              .arg(card.record)
        : Words::tr("How the pack was left. The card was closed on %1, record %2 of the audit.")
              .arg(when)
              .arg(card.record);
    switch (card.report) {
    case StateProof::JobCard::Report::Absent:
        return text + u' ' + Words::tr("Its report does not lie beside this file.");
    case StateProof::JobCard::Report::AsRecorded:
        return text + u' ' + Words::tr("The report beside this file is the one that was recorded.");
    case StateProof::JobCard::Report::Other:
        return text + u' ' + Words::tr("The report beside this file was changed, or is another one.");
    }
    Q_UNREACHABLE();
}

} // namespace

StateProofDialog::StateProofDialog(const QString &path, const Result<StateProof> &proof, QWidget *parent)
    : FittedDialog(parent)
{
    setObjectName(QStringLiteral("stateProofDialog"));
    setWindowTitle(tr("Signed state of a pack"));
    setMinimumWidth(72 * grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(
        proof.ok() ? tr("Signed state of %1").arg(proof->statement.serial.text()) : tr("Signed state of a pack"),
        "heading"));
    const bool good = proof.ok() && !isReportOther(*proof);
    auto *told = makeLabel(
        shapeOf(good ? Status::Good : Status::Alarm) + u' ' + verdict(proof), good ? "good" : "alarm", this);
    told->setObjectName(QStringLiteral("proofVerdict"));
    told->setWordWrap(true);
    column->addWidget(told);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    const auto row = [&](const QString &title, const QString &text, const char *name = nullptr) {
        auto *label = makeLabel(text, nullptr, this);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (name)
            label->setObjectName(QLatin1String(name));
        form->addRow(makeLabel(title, "muted"), label);
    };
    row(tr("File"), QFileInfo(path).fileName());
    if (proof.ok()) {
        const Statement &said = proof->statement;
        row(tr("Signed at"),
            tr("%1, by the pack's clock. It says how the pack was then, not how it is now.")
                .arg(format::dateTime(said.at)));
        row(tr("Job card"), cardText(*proof), "proofCard");
        row(tr("Life cycle"), Names::lifeCycle(lifeCycleName(said.lifeCycle.state)));
        row(tr("Rules"), tr("charter %1, policy %2").arg(said.charter.version).arg(said.policy.version));
        row(tr("Theft lock"), said.lock.locked ? tr("locked") : tr("not locked"));
        row(tr("Records in its log"), QString::number(said.logCount));
        row(tr("Fingerprint"), fingerprintText(proof->sha256), "proofFingerprint");
    }
    column->addLayout(form);
    auto *folder = makeButton(tr("Show in folder"), "open", nullptr, this);
    folder->setObjectName(QStringLiteral("proofFolder"));
    auto *close = makeButton(tr("Close"), nullptr, "primary", this);
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(folder);
    buttons->addStretch();
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(folder, &QPushButton::clicked, this, [path] { fileways::showInFolder(path); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace packwarden
