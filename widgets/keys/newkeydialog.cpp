// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keys/newkeydialog.h"

#include "models/keys/companyfounding.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/pathfield.h"
#include "widgets/kit/secretfield.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QFormLayout>
#include <QLineEdit>

namespace packwarden {

namespace {
constexpr int shortestPassphrase = 12;
constexpr int longestName = 64; // X.520, ub-common-name and ub-organization-name
enum Kind { Person, Authority };
} // namespace

NewKeyDialog::NewKeyDialog(KeyMaker &maker, const Charter &charter, const Policy &policy, const QString &folder,
    FileChooser &files, QWidget *parent)
    : FittedDialog(parent)
    , m_maker(maker)
    , m_policy(policy)
    , m_folder(folder)
    , m_kind(new Chooser(this))
    , m_company(new Chooser(this))
    , m_role(new Chooser(this))
    , m_size(new Chooser(this))
    , m_file(new PathField(QStringLiteral("newKeyFile"), tr("Key file"), {}, files, this, PathField::For::Saving,
          tr("Where is the key kept?")))
    , m_missing(makeLabel({}, "muted", this))
    , m_result(makeLabel({}, nullptr, this))
    , m_copy(makeButton(tr("Copy fingerprint"), nullptr, "link", this))
    , m_make(makeButton(tr("Make the key"), "key", "primary", this))
{
    setObjectName(QStringLiteral("newKeyDialog"));
    setWindowTitle(tr("New key"));
    setMinimumWidth(72 * grid);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    const auto addChoice = [&](QComboBox *choice, const QString &title, const char *name) {
        choice->setObjectName(QLatin1String(name));
        choice->setAccessibleName(title);
        form->addRow(makeLabel(title, "muted"), choice);
    };
    m_kind->addItems({tr("a person"), tr("an issuing authority of a company")});
    m_company->setEditable(charter.positions.isEmpty());
    for (auto position = charter.positions.begin(); position != charter.positions.end(); ++position)
        m_company->addItem(
            QStringLiteral("%1 (%2)").arg(
                position->partyName.isEmpty() ? position->party : position->partyName, Names::position(position.key())),
            QStringList{position.key().text(), position->party,
                position->partyName.isEmpty() ? position->party : position->partyName});
    m_size->addItem(tr("RSA %1 bits").arg(3072), NewKey::usualBits);
    m_size->addItem(tr("RSA %1 bits, slower").arg(4096), 4096);
    addChoice(m_kind, tr("For"), "newKeyKind");
    m_name = addField(*form, tr("Name"), "newKeyName", new QLineEdit(this));
    addChoice(m_company, tr("Company"), "newKeyCompany");
    addChoice(m_role, tr("Role"), "newKeyRole");
    addChoice(m_size, tr("Key"), "newKeySize");
    form->addRow(makeLabel(tr("Key file"), "muted"), m_file);
    m_secret = addField(*form, tr("Passphrase"), "newKeySecret", new SecretField(this));
    m_repeated = addField(*form, tr("The same again"), "newKeyRepeated", new SecretField(this));
    auto *hint = makeLabel(tr("The key stays in its file. Beside it a request is written, for the person who issues "
                              "certificates for this company."),
        "muted");
    hint->setWordWrap(true);
    m_missing->setObjectName(QStringLiteral("newKeyMissing"));
    m_missing->setWordWrap(true);
    m_result->setObjectName(QStringLiteral("newKeyResult"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->hide(); // an empty text would be a stop without a name
    m_copy->setObjectName(QStringLiteral("newKeyCopy"));
    m_copy->hide();
    m_make->setObjectName(QStringLiteral("newKeyMake"));
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_make);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("New key"), "heading"));
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(m_missing);
    column->addWidget(m_result);
    column->addLayout(buttons);
    for (const auto &own : {&PathField::typed, &PathField::chosen})
        connect(m_file, own, this, [this] { m_ownFile = true; });
    connect(m_file, &PathField::changed, this, &NewKeyDialog::refresh);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &NewKeyDialog::make);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_fingerprint); });
    connect(m_repeated, &QLineEdit::returnPressed, m_make, &QPushButton::click);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NewKeyDialog::refresh);
    connect(m_company, &QComboBox::currentTextChanged, this, &NewKeyDialog::fillRoles);
    connect(m_role, &QComboBox::currentIndexChanged, this, &NewKeyDialog::refresh);
    connect(&maker, &KeyMaker::made, this, &NewKeyDialog::onMade);
    connect(&maker, &KeyMaker::failed, this, &NewKeyDialog::onFailed);
    fillRoles();
    m_name->setFocus();
}

QLineEdit *NewKeyDialog::addField(QFormLayout &form, const QString &title, const char *name, QLineEdit *edit)
{
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(title);
    form.addRow(makeLabel(title, "muted"), edit);
    connect(edit, &QLineEdit::textChanged, this, &NewKeyDialog::refresh);
    return edit;
}

/// Those that the policy has for this place; as long as nothing is trusted, the usual ones.
void NewKeyDialog::fillRoles()
{
    const QString before = m_role->currentData().toString();
    m_role->clear();
    const QString position = m_company->currentData().toStringList().value(0);
    for (const Role &role : m_policy.roles) {
        if (role.position.text() == position)
            m_role->addItem(role.title.isEmpty() ? Names::role(role.id) : role.title, role.id.text());
    }
    if (m_policy.roles.isEmpty()) {
        for (const char *role : {"fleet-manager", "asset-manager", "specialist", "technician", "platform-engineer"})
            m_role->addItem(Names::role(RoleId::fromTrusted(QLatin1String(role))), QLatin1String(role));
    }
    m_role->setCurrentIndex(std::max(0, m_role->findData(before)));
    refresh();
}

NewKey NewKeyDialog::wanted() const
{
    NewKey key;
    const QStringList company = m_company->currentData().toStringList();
    const QString party = company.value(1, m_company->currentText().trimmed());
    key.keyFile = m_file->path();
    const QFileInfo file(key.keyFile);
    key.requestFile = file.dir().filePath(file.completeBaseName() + QStringLiteral(".csr"));
    key.passphrase = m_secret->text();
    key.bits = m_size->currentData().toInt();
    key.subject = {m_name->text().trimmed(), company.value(2, m_company->currentText().trimmed())};
    if (m_kind->currentIndex() == Person)
        key.name = {personIdOf(party, m_name->text()), m_role->currentData().toString(), {}, false};
    return key;
}

QString NewKeyDialog::whatIsMissing() const
{
    const NewKey key = wanted();
    if (key.subject.commonName.isEmpty())
        return tr("Enter the name, as people say it.");
    if (key.subject.commonName.size() > longestName || key.subject.organisation.size() > longestName)
        return tr("A certificate carries names of at most %n characters.", nullptr, longestName);
    if (key.subject.organisation.isEmpty())
        return tr("Enter the company.");
    if (m_kind->currentIndex() == Person && key.name.person.isEmpty())
        return tr("The name needs a letter from a to z or a digit: its short form names the person in records.");
    if (m_kind->currentIndex() == Person && key.name.role.isEmpty())
        return tr("The policy has no role for this company.");
    if (key.keyFile.isEmpty())
        return tr("Choose where the key is kept.");
    for (const QString &path : {key.keyFile, key.requestFile}) {
        if (QFileInfo::exists(path))
            return tr("%1 exists. Choose another name: no file is written over.").arg(QDir::toNativeSeparators(path));
    }
    if (key.passphrase.size() < shortestPassphrase)
        return tr("The passphrase has fewer than %n characters.", nullptr, shortestPassphrase);
    if (key.passphrase != m_repeated->text())
        return tr("Enter the passphrase twice, both times the same.");
    return {};
}

/// Follows the name until the person chose another file.
void NewKeyDialog::suggestFile()
{
    if (m_ownFile)
        return;
    const QString id = m_kind->currentIndex() == Person
        ? personIdOf(m_company->currentData().toStringList().value(1, m_company->currentText()), m_name->text())
        : personIdOf(
            m_company->currentData().toStringList().value(1, m_company->currentText()), QStringLiteral("authority"));
    const QString path = id.isEmpty() ? QString() : QDir(m_folder).filePath(id + QStringLiteral(".p12"));
    if (m_file->path() != path)
        m_file->setPath(path);
}

void NewKeyDialog::refresh()
{
    if (!m_repeated || m_done)
        return;
    suggestFile();
    m_role->setEnabled(m_kind->currentIndex() == Person);
    const QString missing = whatIsMissing();
    m_make->setEnabled(!m_busy && missing.isEmpty());
    m_missing->setText(m_busy ? QString() : missing);
    m_missing->setVisible(!m_missing->text().isEmpty());
}

void NewKeyDialog::make()
{
    if (!m_make->isEnabled())
        return;
    m_busy = true;
    m_result->show();
    m_result->setText(tr("Making the key\u2026"));
    const NewKey key = wanted();
    QDir().mkpath(QFileInfo(key.keyFile).path());
    refresh();
    m_maker.make(key);
}

void NewKeyDialog::onMade(const NewKey &key, const QByteArray &spkiSha256)
{
    if (!m_busy)
        return;
    m_busy = false;
    m_done = true;
    m_secret->clear();
    m_repeated->clear();
    m_make->hide();
    m_missing->hide();
    m_fingerprint = fingerprintText(spkiSha256);
    m_copy->show();
    m_result->show();
    m_result->setText(
        tr("%1 The key is made, and waits for its certificate.\n\nNext: send %2 to the person who issues certificates "
           "for %3, and read this fingerprint to them by voice: %4\n\nWhen the certificate comes back, choose Install "
           "certificate\u2026 on this page and name the key file %5.")
            .arg(shapeOf(Status::Information), QDir::toNativeSeparators(key.requestFile), key.subject.organisation,
                m_fingerprint, QDir::toNativeSeparators(key.keyFile)));
}

void NewKeyDialog::onFailed(const Error &error)
{
    if (!m_busy)
        return;
    m_busy = false;
    m_result->show();
    m_result->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(error).text());
    refresh();
}

} // namespace packwarden
