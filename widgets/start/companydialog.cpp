// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/start/companydialog.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/keys/issuing.h"
#include "models/support/modelslog.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/secretfield.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLineEdit>

namespace packwarden {

namespace {
constexpr int shortestPassphrase = 12;
} // namespace

CompanyDialog::CompanyDialog(Workspace &workspace, FileChooser &, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_role(new Chooser(this))
    , m_missing(makeLabel({}, "muted", this))
    , m_result(makeLabel({}, nullptr, this))
    , m_make(makeButton(tr("Make both keys"), "key", "primary", this))
{
    setObjectName(QStringLiteral("companyDialog"));
    setWindowTitle(tr("Start a company"));
    setMinimumWidth(72 * grid);
    m_worker.setMaxThreadCount(1);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    m_company = addField(*form, tr("Company"), "companyName", false);
    m_name = addField(*form, tr("Your name"), "companyPerson", false);
    m_role->setObjectName(QStringLiteral("companyRole"));
    m_role->setAccessibleName(tr("Your role"));
    for (const char *role : {"fleet-manager", "asset-manager", "specialist", "technician", "platform-engineer"})
        m_role->addItem(Names::role(RoleId::fromTrusted(QLatin1String(role))), QLatin1String(role));
    form->addRow(makeLabel(tr("Your role"), "muted"), m_role);
    m_folder = addField(*form, tr("Folder"), "companyFolder", false);
    m_folder->setText(workspace.folder() + QStringLiteral("/company"));
    m_rootSecret = addField(*form, tr("Passphrase of the root"), "companyRootSecret", true);
    m_rootRepeated = addField(*form, tr("The same again"), "companyRootRepeated", true);
    m_secret = addField(*form, tr("Passphrase of your key"), "companySecret", true);
    m_repeated = addField(*form, tr("The same again"), "companyRepeated", true);
    auto *hint = makeLabel(tr("The root certifies your people: keep its file offline and its passphrase in a safe. "
                              "Passphrases have at least %n characters and differ.",
                               nullptr, shortestPassphrase),
        "muted");
    hint->setWordWrap(true);
    m_missing->setObjectName(QStringLiteral("companyMissing"));
    m_missing->setWordWrap(true);
    m_result->setObjectName(QStringLiteral("companyResult"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->hide(); // an empty text would be a stop without a name
    m_make->setObjectName(QStringLiteral("companyMake"));
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_make);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Start a company"), "heading"));
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(m_missing);
    column->addWidget(m_result);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &CompanyDialog::make);
    refresh();
    m_company->setFocus();
}

CompanyDialog::~CompanyDialog()
{
    m_worker.waitForDone();
}

QLineEdit *CompanyDialog::addField(QFormLayout &form, const QString &title, const char *name, bool secret)
{
    auto *edit = secret ? new SecretField(this) : new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(title);
    form.addRow(makeLabel(title, "muted"), edit);
    connect(edit, &QLineEdit::textChanged, this, &CompanyDialog::refresh);
    return edit;
}

void CompanyDialog::refresh()
{
    const QString missing = whatIsMissing();
    m_make->setEnabled(!m_busy && !m_done && missing.isEmpty());
    m_missing->setText(m_busy || m_done ? QString() : missing);
}

QString CompanyDialog::whatIsMissing() const
{
    if (m_company->text().trimmed().isEmpty())
        return tr("Enter the name of the company.");
    if (personIdOf(m_company->text(), m_name->text()).isEmpty())
        return tr("Enter your name.");
    if (m_folder->text().isEmpty())
        return tr("Enter the folder for the two key files.");
    if (m_rootSecret->text().size() < shortestPassphrase)
        return tr("The passphrase of the root has fewer than %n characters.", nullptr, shortestPassphrase);
    if (m_rootSecret->text() != m_rootRepeated->text())
        return tr("Enter the passphrase of the root twice, both times the same.");
    if (m_secret->text().size() < shortestPassphrase)
        return tr("The passphrase of your key has fewer than %n characters.", nullptr, shortestPassphrase);
    if (m_secret->text() != m_repeated->text())
        return tr("Enter the passphrase of your key twice, both times the same.");
    if (m_secret->text() == m_rootSecret->text())
        return tr("Choose two different passphrases.");
    return {};
}

void CompanyDialog::make()
{
    const CompanyFounding founding{m_company->text().trimmed(), m_name->text().trimmed(),
        m_role->currentData().toString(), m_folder->text(), m_rootSecret->text(), m_secret->text()};
    AuditedAction action(m_workspace, auditaction::makeKey, founding.company);
    if (const auto begun = action.begin(); !begun.ok())
        return showFailure(begun.error());
    m_busy = true;
    m_result->show();
    m_result->setText(tr("Making two keys\u2026"));
    refresh();
    m_worker.start([this, action, founding, now = m_workspace.clock().now()] {
        const auto made = foundCompany(founding, now);
        QMetaObject::invokeMethod(
            this, [this, action, made] { onMade(action, made); }, Qt::QueuedConnection);
    });
}

void CompanyDialog::showFailure(const Error &error)
{
    m_busy = false;
    m_result->show();
    m_result->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(error).text());
    refresh();
}

void CompanyDialog::onMade(AuditedAction action, const Result<FoundedCompany> &made)
{
    m_busy = false;
    const auto recorded = action.finish(made.ok() ? Result<>::success() : Result<>(made.error()));
    if (!made.ok())
        return showFailure(made.error());
    if (!recorded.ok())
        return showFailure(recorded.error());
    m_done = true;
    m_rootSecret->clear();
    m_rootRepeated->clear();
    m_secret->clear();
    m_repeated->clear();
    m_result->show();
    m_result->setText(tr("%1 Done. Your key: %2\nRoot, into the safe: %3\nFor partners, with the fingerprint %4: %5")
                          .arg(shapeOf(Status::Good), made->keyFile, made->rootKeyFile,
                              fingerprintText(made->root.sha256), made->rootCertificateFile));
    refresh();
}

} // namespace packwarden
