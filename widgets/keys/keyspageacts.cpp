// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does with keys of the own side, and what the page remembers.

#include "models/core/base/wholefile.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "widgets/keys/installdialog.h"
#include "widgets/keys/keyspage.h"
#include "widgets/keys/keyswords.h"
#include "widgets/keys/newkeydialog.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/filewords.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QTreeView>

namespace packwarden {

namespace {
const QString issuerKey = QStringLiteral("keys/issuer");
} // namespace

QPushButton *KeysPage::makeOwnButton()
{
    auto *button = makeButton(tr("Keys and files\u2026"), "key", nullptr, this);
    button->setObjectName(QStringLiteral("keysOwn"));
    button->setToolTip(tr("Make a key, put a certificate beside it, take in what others sent"));
    auto *menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("keysOwnMenu"));
    menu->addAction(tr("New key\u2026"), this, &KeysPage::openNewKey);
    menu->addAction(tr("Install certificate\u2026"), this, &KeysPage::openInstall);
    menu->addSeparator();
    const auto fromFile = [this, menu](const QString &title, const QString &question, const QStringList &filters,
                              const std::function<void(KeysPage &, const QString &)> &take) {
        menu->addAction(title, this, [this, question, filters, take] {
            m_files.open(this, question, filters, [page = QPointer<KeysPage>(this), take](const QString &path) {
                if (page)
                    take(*page, path);
            });
        });
    };
    fromFile(tr("Add a person's certificate\u2026"), tr("Choose a certificate"), FileWords::certificateFilters(),
        [](KeysPage &page, const QString &path) { page.rememberFrom(path); });
    fromFile(tr("Take in a revocation list\u2026"), tr("Choose a revocation list"), FileWords::listFilters(),
        [](KeysPage &page, const QString &path) { Q_EMIT page.listWanted(path); });
    giveMenu(button, menu);
    return button;
}

void KeysPage::openNewKey()
{
    const TrustBook &trust = m_workspace.trust();
    auto *dialog = new NewKeyDialog(*m_maker, trust.isEmpty() ? Charter() : trust.charter(),
        trust.isEmpty() ? Policy() : trust.policy(), m_workspace.folder() + QStringLiteral("/keys"), m_files, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void KeysPage::openInstall()
{
    auto *dialog = new InstallDialog(*m_maker, m_files, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void KeysPage::rememberFrom(const QString &path)
{
    const auto taken = m_maker->remember(path);
    if (!taken.ok()) {
        m_message->say(Status::Alarm, Sentences::of(taken.error()).text());
        return;
    }
    m_message->say(Status::Good, tr("Known here from now on: %1").arg(KeysWords::names(*taken)));
    m_keys.refresh();
}

QString KeysPage::layoutFile() const
{
    return m_workspace.folder() + QStringLiteral("/layout.ini");
}

QString KeysPage::rememberedIssuer() const
{
    const QSettings settings(layoutFile(), QSettings::IniFormat);
    return settings.value(issuerKey).toString();
}

void KeysPage::rememberIssuer(const QString &locator)
{
    QSettings settings(layoutFile(), QSettings::IniFormat);
    settings.setValue(issuerKey, locator);
}

void KeysPage::showMenu(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("keysMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_renew, m_revoke, m_compromised})
        menu->addAction(button->text(), button, &QPushButton::click)->setEnabled(button->isEnabled());
    menu->addSeparator();
    const auto certificate = index.data(KeysModel::CertificateRole).value<Certificate>();
    menu->addAction(tr("Copy fingerprint"), this,
            [certificate] { QApplication::clipboard()->setText(fingerprintText(certificate.sha256)); })
        ->setEnabled(!certificate.sha256.isEmpty());
    menu->addAction(tr("Save certificate\u2026"), this,
            [this, certificate] {
                m_files.save(this, tr("Save the certificate"), certificate.commonName + QStringLiteral(".pem"),
                    [page = QPointer<KeysPage>(this), certificate](const QString &path) {
                        const auto written = wholefile::write(path, certificate.toPem());
                        if (page && !written.ok())
                            page->m_message->say(Status::Alarm, Sentences::of(written.error()).text());
                    });
            })
        ->setEnabled(!certificate.der.isEmpty());
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void KeysPage::keepSelection()
{
    m_kept.clear();
    const auto keep = [this](const QModelIndex &index) {
        const QByteArray hash = index.data(KeysModel::CertificateRole).value<Certificate>().sha256;
        if (!hash.isEmpty() && !m_kept.contains(hash))
            m_kept.append(hash);
    };
    keep(m_tree->currentIndex().siblingAtColumn(0));
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows())
        keep(index);
}

void KeysPage::selectAgain()
{
    const auto *filter = qobject_cast<const QSortFilterProxyModel *>(m_tree->model());
    for (const Certificate &certificate : m_keys.known()) {
        const auto place = m_kept.indexOf(certificate.sha256);
        const QModelIndex index = place < 0 ? QModelIndex() : filter->mapFromSource(m_keys.indexOf(certificate));
        if (!index.isValid())
            continue;
        const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        m_tree->selectionModel()->select(index, rows);
        if (place == 0)
            m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
    m_kept.clear();
}

} // namespace packwarden
