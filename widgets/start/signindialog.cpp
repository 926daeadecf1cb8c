// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/start/signindialog.h"

#include "models/core/pki/token.h"
#include "models/core/pki/tokenreason.h"
#include "widgets/kit/keychoice.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/pathfield.h"
#include "widgets/kit/secretfield.h"
#include "widgets/words/filewords.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>

namespace packwarden {

namespace {

/// What a token says by itself is no sentence; where it has a reason, that has one.
QString tokenWords(const Error &error)
{
    if (error.as<TokenReason>())
        return Sentences::of(error).text();
    if (error.code == Code::WrongPassphrase)
        return SignInDialog::tr("The PIN is wrong. Type it again.");
    if (error.code != Code::KeyUnusable)
        return Sentences::of(error).text();
    return SignInDialog::tr("The token cannot be used (%1). Take it out, put it in and search again.")
        .arg(error.detail);
}

QWidget *rowOf(QWidget *field, QWidget *button, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(field, 1);
    line->addWidget(button);
    return row;
}

} // namespace

SignInDialog::SignInDialog(FileChooser &files, const QString &key, const KeyMemory &memory, QWidget *parent)
    : QDialog(parent)
    , m_fileSource(new QRadioButton(tr("&Key file"), this))
    , m_tokenSource(new QRadioButton(tr("&Token or smart card"), this))
    , m_keyFile(new PathField(QStringLiteral("keyFile"), tr("Key file"), FileWords::keyFilters(), files, this,
          PathField::For::Opening, tr("Choose your key file")))
    , m_tokens(new QComboBox(this))
    , m_module(new PathField(QStringLiteral("tokenModule"), tr("PKCS#11 module"),
          {tr("Libraries (*.so *.so.*)"), tr("All files (*)")}, files, this, PathField::For::Opening,
          tr("Choose the token's module")))
    , m_choice(new KeyChoice(memory, this))
    , m_secretLabel(makeLabel({}, "muted", this))
    , m_passphrase(new SecretField(this))
    , m_error(makeLabel({}, "alarm", this))
    , m_search(makeButton(tr("Search again"), nullptr, nullptr, this))
    , m_signIn(makeButton(tr("Sign in"), "key", "primary", this))
{
    setWindowTitle(tr("Sign in"));
    setMinimumWidth(60 * grid);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setDefault(true);
    m_error->setObjectName(QStringLiteral("signInError"));
    m_error->setWordWrap(true);
    m_error->setMinimumHeight(4 * grid);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);

    auto *sources = new QHBoxLayout;
    sources->setSpacing(3 * grid);
    sources->addWidget(m_fileSource);
    sources->addWidget(m_tokenSource);
    sources->addStretch();
    m_form = new QFormLayout;
    makeRows(*m_form);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_signIn);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Sign in with your key"), "heading"));
    auto *hint = makeLabel(tr("The key stays in this program until you lock it. The live view needs no key."), "muted");
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addLayout(sources);
    column->addLayout(m_form);
    column->addWidget(m_error);
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_signIn, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_keyFile, &PathField::changed, this, &SignInDialog::lookForKeys);
    connect(m_keyFile, &PathField::chosen, m_passphrase, qOverload<>(&QWidget::setFocus));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &SignInDialog::refresh);
    connect(m_passphrase, &QLineEdit::textChanged, this, &SignInDialog::refresh);
    connect(m_tokens, &QComboBox::currentIndexChanged, this, &SignInDialog::lookForKeys);
    connect(m_search, &QPushButton::clicked, this, &SignInDialog::searchTokens);
    connect(m_module, &PathField::chosen, this, &SignInDialog::searchTokens);
    connect(&m_module->line(), &QLineEdit::editingFinished, this, [this] {
        if (m_module->line().isModified()) {
            m_module->line().setModified(false);
            searchTokens();
        }
    });
    connect(&m_finder, &TokenFinder::found, this, &SignInDialog::showTokens);
    connect(&m_finder, &TokenFinder::failed, this, [this](const Error &error) {
        showTokens({});
        say(error.code == Code::Malformed ? tr("Name the module by its full path.")
                : m_module->path().isEmpty()
                ? tr("This machine has no registered token modules. Install p11-kit, or name the module below.")
                : tr("The module %1 cannot be loaded. Choose another.").arg(error.detail));
    });
    if (isTokenUri(key)) {
        m_wantedToken = key;
        if (const auto uri = TokenUri::parse(key); uri.ok())
            m_module->setPath(uri->modulePath);
    } else {
        m_keyFile->setPath(key);
    }
    (m_wantedToken.isEmpty() ? m_fileSource : m_tokenSource)->setChecked(true);
    connect(m_tokenSource, &QRadioButton::toggled, this, &SignInDialog::showSource);
    showSource();
    (key.isEmpty() ? &m_keyFile->line() : m_passphrase)->setFocus();
}

/// A line that loses the focus while its dialog ends says so to what is left of the dialog.
SignInDialog::~SignInDialog()
{
    m_module->line().disconnect(this);
}

void SignInDialog::makeRows(QFormLayout &form)
{
    m_fileSource->setObjectName(QStringLiteral("sourceFile"));
    m_tokenSource->setObjectName(QStringLiteral("sourceToken"));
    m_keyFile->line().setPlaceholderText(tr("A .p12 file of your own"));
    m_tokens->setObjectName(QStringLiteral("tokens"));
    m_tokens->setAccessibleName(tr("Token"));
    m_module->line().setPlaceholderText(tr("Those registered on this machine"));
    m_module->line().setToolTip(tr("The library that came with the token. Most need not be named here."));
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_search->setObjectName(QStringLiteral("searchTokens"));
    m_search->setAutoDefault(false);
    m_tokenRow = rowOf(m_tokens, m_search, this);
    form.setHorizontalSpacing(2 * grid);
    form.setVerticalSpacing(grid);
    form.addRow(makeLabel(tr("Key file"), "muted"), m_keyFile);
    form.addRow(makeLabel(tr("Token"), "muted"), m_tokenRow);
    form.addRow(makeLabel(tr("Module"), "muted"), m_module);
    form.addRow(makeLabel(tr("Key"), "muted"), m_choice);
    form.addRow(m_secretLabel, m_passphrase);
    form.setRowVisible(m_choice, false);
}

bool SignInDialog::isToken() const
{
    return m_tokenSource->isChecked();
}

QString SignInDialog::key() const
{
    return isToken() ? m_tokens->currentData().toString() : m_keyFile->path();
}

/// What is known of the keys of another file or token.
void SignInDialog::lookForKeys()
{
    m_choice->lookAt(key());
    showChoice();
    refresh();
}

void SignInDialog::showChoice()
{
    m_form->setRowVisible(m_choice, m_choice->count() > 0);
    adjustSize();
}

void SignInDialog::keepChoice()
{
    m_choice->keep();
}

void SignInDialog::showSource()
{
    m_form->setRowVisible(m_keyFile, !isToken());
    m_form->setRowVisible(m_tokenRow, isToken());
    m_form->setRowVisible(m_module, isToken());
    m_secretLabel->setText(isToken() ? tr("PIN") : tr("Passphrase"));
    m_passphrase->setAccessibleName(m_secretLabel->text());
    m_passphrase->clear();
    m_error->clear();
    if (isToken() && m_tokens->count() == 0)
        searchTokens();
    lookForKeys();
}

void SignInDialog::searchTokens()
{
    m_error->clear();
    if (!m_tokens->currentData().toString().isEmpty())
        m_wantedToken = m_tokens->currentData().toString();
    m_tokens->clear();
    m_tokens->addItem(tr("Searching\u2026"));
    m_finder.search(m_module->path().trimmed());
    refresh();
}

void SignInDialog::showTokens(const QList<TokenInfo> &tokens)
{
    const auto wanted = TokenUri::parse(m_wantedToken);
    m_tokens->clear();
    for (const TokenInfo &token : tokens) {
        QString words = QStringLiteral("%1 \u00B7 %2").arg(token.label, token.serial);
        if (token.pinLocked)
            words = tr("%1 \u00B7 locked").arg(words);
        else if (token.pinLow)
            words = tr("%1 \u00B7 few tries left").arg(words);
        // A URI of the last time may also name a key of the token.
        const bool same = wanted.ok() && wanted->token == token.label
            && (wanted->serial.isEmpty() || wanted->serial == token.serial);
        m_tokens->addItem(words, same ? m_wantedToken : token.uri);
        const QString about = QStringLiteral("%1 %2").arg(token.manufacturer, token.model).trimmed();
        m_tokens->setItemData(m_tokens->count() - 1, Qt::convertFromPlainText(about), Qt::ToolTipRole);
        if (same)
            m_tokens->setCurrentIndex(m_tokens->count() - 1);
    }
    if (tokens.isEmpty())
        m_tokens->addItem(tr("No token found. Put it in and search again."));
    refresh();
}

void SignInDialog::refresh()
{
    m_search->setEnabled(!m_waiting && !m_finder.isSearching());
    m_tokens->setEnabled(!m_tokens->currentData().toString().isEmpty());
    const bool ready = !(isToken() && m_finder.isSearching()) && !key().isEmpty() && !m_choice->isOpen();
    m_signIn->setEnabled(!m_waiting && ready && !m_passphrase->text().isEmpty());
}

void SignInDialog::submit()
{
    m_waiting = true;
    m_error->clear();
    refresh();
    Q_EMIT signInWanted(isToken() ? pki::withoutKey(key()) : key(), m_passphrase->text(), m_choice->which());
}

void SignInDialog::say(const QString &text)
{
    m_error->setText(shapeOf(Status::Alarm) + u' ' + text);
}

void SignInDialog::showError(const Error &error)
{
    m_waiting = false;
    say(isToken() ? tokenWords(error) : Sentences::of(error).text());
    // The passphrase was right, and stays.
    if (m_choice->offer(error)) {
        showChoice();
        m_choice->setFocus();
    } else {
        m_passphrase->selectAll();
        m_passphrase->setFocus();
    }
    refresh();
}

} // namespace packwarden
