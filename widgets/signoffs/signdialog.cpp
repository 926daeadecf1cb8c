// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signdialog.h"

#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/signoffcontents.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>

namespace packwarden {

SignDialog::SignDialog(
    SignoffDocument &document, Workspace &workspace, Meaning meaning, const OtherParts &others, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_meaning(meaning)
    , m_message(new MessageBar(this))
    , m_scroll(new QScrollArea(this))
    , m_checked(new QCheckBox(this))
    , m_parts(new PartsBox(others, PartsBox::Act::Sign, this))
    , m_sign(makeButton(
          meaning == Meaning::Author ? tr("Sign as author") : tr("Approve and sign"), "sign", "primary", this))
{
    setObjectName(QStringLiteral("signDialog"));
    setWindowTitle(tr("Sign"));
    setMinimumWidth(86 * grid);
    m_message->setObjectName(QStringLiteral("signMessage"));
    m_scroll->setObjectName(QStringLiteral("signScroll"));
    m_scroll->setAccessibleName(tr("What is signed"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_checked->setObjectName(QStringLiteral("signChecked"));
    m_sign->setObjectName(QStringLiteral("signConfirm"));
    m_sign->setToolTip(tr("One click, or Ctrl+Enter. Enter, Space and double clicks sign nothing."));
    m_sign->setAccessibleDescription(m_sign->toolTip());
    m_sign->installEventFilter(this);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    cancel->setObjectName(QStringLiteral("signCancel"));
    cancel->setDefault(true);
    cancel->setAutoDefault(true);
    auto *keys = makeLabel(tr("Ctrl+Enter signs"), "muted", this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(keys);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_sign);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(3 * grid, 0, 3 * grid, 2 * grid);
    bottom->setSpacing(12);
    bottom->addWidget(m_parts);
    bottom->addWidget(m_checked);
    bottom->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, grid, 0, 0);
    column->setSpacing(grid);
    column->addWidget(m_message);
    column->addWidget(m_scroll, 1);
    column->addLayout(bottom);

    m_guard.setSingleShot(true);
    m_guard.setInterval(guardMilliseconds);
    m_click.setSingleShot(true);
    m_click.setInterval(QApplication::doubleClickInterval());
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, &SignDialog::confirm);
    connect(&m_guard, &QTimer::timeout, this, &SignDialog::refresh);
    connect(&m_click, &QTimer::timeout, this, &SignDialog::confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, [this] { m_click.start(); });
    connect(m_checked, &QCheckBox::toggled, this, &SignDialog::refresh);
    connect(m_message, &MessageBar::actionClicked, this, &SignDialog::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SignDialog::check);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SignDialog::check);
    connect(&workspace.trust(), &TrustBook::changed, this, &SignDialog::check);
    connect(&workspace.session(), &Session::stateChanged, this, &SignDialog::check);
    connect(&document, &SignoffDocument::changed, this, &SignDialog::check);
    if (!document.path().isEmpty()) {
        m_watcher.addPath(document.path());
        m_watcher.addPath(QFileInfo(document.path()).absolutePath());
    }
    const auto read = document.reread();
    rebuild();
    if (!read.ok()) {
        m_stale = true;
        m_message->say(Status::Alarm, Sentences::of(read.error()).text());
    }
    refresh();
    (m_fields.isEmpty() ? static_cast<QWidget *>(cancel) : m_fields.first())->setFocus();
}

SignDialog::Basis SignDialog::basis() const
{
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(trust.pinned.charterDocument);
    hash.addData(trust.pinned.policyDocument);
    // Of each pack what it is and holds, but not when that was read: to hear the same again changes nothing.
    for (const PackJudgement &pack : m_document.judgement().packs) {
        const KnownPack known = trust.packs.value(pack.serial);
        hash.addData(known.facts.serial.text().toUtf8());
        hash.addData(known.facts.hardware.toUtf8());
        hash.addData(ParameterInfo::encodeTable(known.facts.parameters));
        hash.addData(known.rules.charterDocument);
        hash.addData(known.rules.policyDocument);
        for (const Contradiction &each : known.contradictions)
            hash.addData(QByteArray(contradictionName(each.kind).latin1()));
        hash.addData(pack.receipt ? QByteArrayLiteral("1") : QByteArrayLiteral("0"));
    }
    const Session &session = m_workspace.session();
    return {m_document.judgement().payloadSha256, hash.result(),
        session.isSignedIn() ? session.identity().leaf.sha256 : QByteArray()};
}

void SignDialog::rebuild()
{
    m_fields.clear();
    m_agreed.clear();
    m_compare = nullptr;
    m_wanted = m_document.ownValuesWanted(m_meaning);
    m_basis = basis();
    m_stale = false;
    m_message->hide();
    m_checked->setChecked(false);
    showContent();
    guard();
}

void SignDialog::showContent()
{
    m_scroll->setWidget(makeContent());
    m_scroll->widget()->setAutoFillBackground(false);
    const int wish = m_scroll->widget()->sizeHint().height();
    m_scroll->setMinimumHeight(std::clamp(wish + 4, 240, 560));
}

void SignDialog::reload()
{
    const auto read = m_document.reread();
    rebuild();
    if (!read.ok()) {
        m_stale = true;
        m_message->say(Status::Alarm, Sentences::of(read.error()).text(), tr("Reload"));
    }
    refresh();
}

/// What is shown must be what is signed: any doubt, and the file is read again before anybody may sign.
void SignDialog::check()
{
    if (m_stale || m_document.isBusy())
        return;
    // A pack that gave its word may free the seat from finding a value: the dialog begins again, unless there is
    // something in it that would be lost.
    if (m_document.isCurrent() && basis().leaf == m_basis.leaf && isUntouched()
        && m_document.ownValuesWanted(m_meaning) != m_wanted) {
        reload();
        return;
    }
    if (m_document.isCurrent() && basis() == m_basis && !m_document.hasSigned(m_meaning))
        return;
    m_stale = true;
    m_checked->setChecked(false);
    m_message->say(Status::Warning,
        tr("The file, the packs or who is signed in changed while this was open. Nothing can be signed until it is "
           "read "
           "again."),
        tr("Reload"));
    refresh();
}

bool SignDialog::isUntouched() const
{
    return !m_checked->isChecked() && m_agreed.isEmpty()
        && std::all_of(
            m_fields.begin(), m_fields.end(), [](const NumberEdit *field) { return field->text().isEmpty(); });
}

void SignDialog::guard()
{
    m_click.stop();
    m_guard.start();
    refresh();
}

void SignDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    guard();
}

void SignDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // A click that was meant for whatever was in front until now.
    if (event->type() == QEvent::ActivationChange)
        guard();
}

void SignDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_compare && qobject_cast<QLineEdit *>(focusWidget())) {
        if (!event->isAutoRepeat() && m_compare->isEnabled())
            m_compare->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

bool SignDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sign) {
        if (event->type() == QEvent::MouseButtonDblClick) {
            m_click.stop();
            m_message->say(Status::Information, tr("A double click signs nothing. Click once."));
            return true;
        }
        if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Space || key == Qt::Key_Select)
                return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void SignDialog::refresh()
{
    if (m_compare) {
        const bool complete = std::all_of(m_fields.keyBegin(), m_fields.keyEnd(),
            [this](const ParameterId &parameter) { return m_typed.value(parameter).value.has_value(); });
        m_compare->setEnabled(complete && !m_stale);
    }
    m_checked->setEnabled(m_wanted.isEmpty() && !m_stale);
    m_sign->setEnabled(!m_guard.isActive() && m_checked->isChecked() && m_checked->isEnabled());
}

void SignDialog::confirm()
{
    m_click.stop();
    check();
    if (m_sign->isEnabled())
        accept();
}

} // namespace packwarden
