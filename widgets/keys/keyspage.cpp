// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keys/keyspage.h"

#include "models/core/base/clock.h"
#include "models/core/pki/pkifile.h"
#include "models/keys/keymaker.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/keys/keydetail.h"
#include "widgets/keys/keyswords.h"
#include "widgets/kit/columns.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/flowrow.h"
#include "widgets/kit/keymemory.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/roomycolumns.h"
#include "widgets/words/filewords.h"
#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace packwarden {

/// By name, role or fingerprint; a party stays while one of its keys does.
class KeysFilter final : public QSortFilterProxyModel
{
public:
    explicit KeysFilter(QObject *parent)
        : QSortFilterProxyModel(parent)
    {
        setRecursiveFilteringEnabled(true);
    }

    void set(const QString &text)
    {
        m_text = text.toCaseFolded();
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return sourceModel()->index(row, 0, parent).data(KeysModel::SearchRole).toString().contains(m_text);
    }

private:
    QString m_text;
};

namespace {

constexpr qint64 endingSoon = 60LL * 24 * 3600;

class KeysDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 30};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDisplay;
        const QVariant value = index.data(KeysModel::ValueRole);
        const Tones &tones = tonesOf(option->palette);
        const auto kind = KeysModel::Kind(index.data(KeysModel::KindRole).toInt());
        Status status = Status::Neutral;
        switch (index.column()) {
        case KeysModel::NameColumn:
            option->text = lookalike::visible(value.toString());
            if (kind == KeysModel::Kind::Party)
                option->font.setBold(true);
            if (index.data(KeysModel::FlagsRole).toInt() != 0
                || !index.data(KeysModel::TwinsRole).toStringList().isEmpty())
                status = Status::Warning;
            break;
        case KeysModel::RoleColumn:
            option->text = kind == KeysModel::Kind::Party ? KeysPage::tr("party")
                : kind == KeysModel::Kind::Authority      ? KeysPage::tr("issuing authority")
                : kind == KeysModel::Kind::Pack           ? KeysPage::tr("pack %1").arg(value.toString())
                                                          : KeysWords::role(value.toString());
            break;
        case KeysModel::StateColumn: {
            const auto state = KeyState(index.data(KeysModel::StateRole).toInt());
            status = KeysWords::status(state);
            option->text = KeysWords::state(state, index.data(KeysModel::RevokedRole).toBool());
            break;
        }
        case KeysModel::UntilColumn:
            option->text = value.isValid() ? format::dateTime(value.toLongLong()) : QString();
            break;
        default:
            option->text = lookalike::visible(value.toString());
        }
        const QColor colour = status == Status::Neutral ? tones.text : statusColour(tones, status);
        if (status != Status::Neutral)
            option->text = shapeOf(status) + u' ' + option->text;
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
};

} // namespace

KeysPage::KeysPage(Workspace &workspace, KeysModel &keys, KeyOffice &office, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_keys(keys)
    , m_office(office)
    , m_maker(new KeyMaker(workspace, this))
    , m_files(files)
    , m_filter(new KeysFilter(this))
    , m_search(new QLineEdit(this))
    , m_issue(makeButton(tr("Issue\u2026"), "add", "primary", this))
    , m_renew(makeButton(tr("Renew\u2026"), nullptr, nullptr, this))
    , m_revoke(makeButton(tr("Revoke\u2026"), nullptr, nullptr, this))
    , m_compromised(makeButton(tr("Compromised\u2026"), nullptr, nullptr, this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_endingButton(makeButton({}, nullptr, "link", this))
    , m_detail(new KeyDetail(workspace, keys, this))
{
    m_search->setObjectName(QStringLiteral("keysSearch"));
    m_search->setAccessibleName(tr("Search keys"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(22 * grid);
    m_search->setMaximumWidth(36 * grid);
    m_issue->setObjectName(QStringLiteral("issueKey"));
    m_issue->setToolTip(tr("Certify a key by the request file (.csr) that its holder made"));
    m_renew->setObjectName(QStringLiteral("renewKey"));
    m_revoke->setObjectName(QStringLiteral("revokeKey"));
    m_compromised->setObjectName(QStringLiteral("compromisedKey"));
    m_compromised->setToolTip(tr("Revoke all that derives from this key"));
    m_message->setObjectName(QStringLiteral("keysMessage"));
    makeTree();
    auto *empty = makeLabel(tr("No keys are known yet. Trust the rules of a pack first; then every certificate that "
                               "comes along with rules, documents and lists is shown here."),
        "muted", this);
    empty->setObjectName(QStringLiteral("keysEmpty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    m_stack->addWidget(m_tree);
    auto *compare = makeButton(tr("Compare and trust rules\u2026"), "verify", "primary", this);
    compare->setObjectName(QStringLiteral("keysCompare"));
    connect(compare, &QPushButton::clicked, this, &KeysPage::rulesWanted);
    auto *nothing = new QWidget(this);
    auto *words = new QVBoxLayout(nothing);
    words->addStretch();
    words->addWidget(empty);
    words->addWidget(compare, 0, Qt::AlignHCenter);
    words->addStretch();
    m_stack->addWidget(nothing);

    auto *bar = new FlowRow(grid);
    m_endingButton->setObjectName(QStringLiteral("keysEnding"));
    m_endingButton->setToolTip(tr("Select them, to renew them together"));
    bar->addWidget(m_search);
    bar->addWidget(makeOwnButton());
    bar->addWidget(makeCharterButton());
    for (QPushButton *button : {m_compromised, m_revoke, m_renew, m_issue})
        bar->addWidget(button);
    auto *card = makeCard(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 12, 12, 12);
    inside->setSpacing(grid);
    inside->addLayout(bar);
    inside->addWidget(m_endingButton, 0, Qt::AlignLeft);
    inside->addWidget(m_message);
    inside->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(card, 1);
    row->addWidget(m_detail);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->set(text.trimmed());
        m_tree->expandToDepth(0);
        showEnding();
    });
    connect(m_issue, &QPushButton::clicked, this, [this] {
        m_files.open(this, tr("Choose a certificate request"), FileWords::requestFilters(),
            [page = QPointer<KeysPage>(this)](const QString &path) {
                if (page)
                    page->issueFrom(path);
            });
    });
    connect(m_renew, &QPushButton::clicked, this, &KeysPage::renew);
    connect(m_revoke, &QPushButton::clicked, this, [this] { revoke(false); });
    connect(m_compromised, &QPushButton::clicked, this, [this] { revoke(true); });
    connect(&keys, &QAbstractItemModel::modelAboutToBeReset, this, &KeysPage::keepSelection);
    connect(&keys, &QAbstractItemModel::modelReset, this, &KeysPage::refresh);
    const auto sayReading = [this] {
        m_search->setPlaceholderText(
            m_keys.isReading() ? tr("Reading the keys\u2026") : tr("Search name, role, fingerprint"));
    };
    connect(&keys, &KeysModel::readingChanged, this, sayReading);
    sayReading();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, m_detail, &KeyDetail::showKey);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &KeysPage::selectionChanged);
    connect(m_endingButton, &QPushButton::clicked, this, [this] {
        m_tree->clearSelection();
        for (const QPersistentModelIndex &index : std::as_const(m_ending)) {
            m_tree->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
            m_tree->scrollTo(index);
        }
        m_tree->setFocus();
    });
    connect(&office, &KeyOffice::finished, this, [this](const KeyOffice::Outcome &outcome) {
        m_message->say(outcome.exposed || !outcome.rolesLeftEmpty.isEmpty() ? Status::Warning : Status::Good,
            KeysWords::outcome(outcome));
        m_keys.refresh();
    });
    refresh();
}

QPushButton *KeysPage::makeCharterButton()
{
    auto *button = makeButton(tr("Charter\u2026"), "permissions", nullptr, this);
    button->setObjectName(QStringLiteral("keysCharter"));
    button->setToolTip(tr("Draft a change of the parties: admit, remove, hand over, transfer, renew a root"));
    auto *menu = new QMenu(button);
    for (const Amendment kind : CharterDraft::kinds())
        menu->addAction(
            draftwords::amendment(kind) + QChar(0x2026), this, [this, kind] { Q_EMIT amendmentWanted(kind); });
    giveMenu(button, menu);
    return button;
}

void KeysPage::makeTree()
{
    const QStringList titles
        = {tr("Name"), tr("Role"), tr("State"), tr("Until"), tr("Certified by"), tr("Fingerprint")};
    for (int column = 0; column < titles.size(); ++column)
        m_keys.setHeaderData(column, Qt::Horizontal, titles.at(column));
    m_filter->setSourceModel(&m_keys);
    m_tree->setObjectName(QStringLiteral("keysTree"));
    m_tree->setAccessibleName(tr("Keys by party and person"));
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(new KeysDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &KeysPage::showMenu);
    m_tree->header()->setStretchLastSection(true);
    setColumnWidths(*m_tree->header(), {208, 120, 120, 136, 104});
    new RoomyColumns(*m_tree, *m_tree->header());
}

void KeysPage::refresh()
{
    m_stack->setCurrentIndex(m_keys.rowCount() > 0 || m_keys.isReading() ? 0 : 1);
    m_tree->expandToDepth(0);
    selectAgain();
    m_detail->showKey(m_tree->currentIndex());
    selectionChanged();
    showEnding();
}

QList<Certificate> KeysPage::selected() const
{
    QList<Certificate> all;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        const Certificate certificate = index.data(KeysModel::CertificateRole).value<Certificate>();
        if (KeysModel::Kind(index.data(KeysModel::KindRole).toInt()) != KeysModel::Kind::Party
            && !index.data(KeysModel::RevokedRole).toBool())
            all.append(certificate);
    }
    return all;
}

void KeysPage::selectionChanged()
{
    const QList<Certificate> all = selected();
    const bool onlyOne = all.size() == 1 && m_tree->selectionModel()->selectedRows().size() == 1;
    const auto sameIssuer = [&](const Certificate &each) {
        return !each.isAuthority && each.issuerDer == all.constFirst().issuerDer;
    };
    m_renew->setEnabled(!all.isEmpty() && std::all_of(all.begin(), all.end(), sameIssuer));
    m_renew->setToolTip(m_renew->isEnabled() || all.size() < 2
            ? tr("New certificates for the same keys. Several keys of one issuer are renewed in one go.")
            : tr("Keys that are renewed together have one issuer."));
    m_revoke->setEnabled(onlyOne);
    m_compromised->setEnabled(onlyOne);
}

void KeysPage::showEnding()
{
    const qint64 now = m_workspace.clock().now();
    m_ending.clear();
    for (int party = 0; party < m_filter->rowCount(); ++party) {
        const QModelIndex above = m_filter->index(party, 0);
        for (int row = 0; row < m_filter->rowCount(above); ++row) {
            const QModelIndex index = m_filter->index(row, 0, above);
            const auto certificate = index.data(KeysModel::CertificateRole).value<Certificate>();
            if (!certificate.isAuthority && !index.data(KeysModel::RevokedRole).toBool()
                && certificate.notAfter < now + endingSoon)
                m_ending.append(index);
        }
    }
    m_endingButton->setVisible(!m_ending.isEmpty());
    m_endingButton->setText(
        shapeOf(Status::Warning) + u' ' + tr("%n key(s) end within 60 days", nullptr, int(m_ending.size())));
}

void KeysPage::ask(
    const KeyTask &task, const std::function<void(const KeyOffice::IssuerKey &, qint64, const QString &)> &action)
{
    KeyTask wanted = task;
    wanted.issuer = rememberedIssuer();
    auto *dialog = new KeyDialog(wanted, m_files, KeyMemory(layoutFile()), this);
    dialog->setObjectName(QStringLiteral("keyDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::confirmed, this, action);
    connect(dialog, &KeyDialog::confirmed, dialog, [this, dialog](const KeyOffice::IssuerKey &key) {
        connect(&m_office, &KeyOffice::finished, dialog, [this, locator = key.locator] { rememberIssuer(locator); });
    });
    connect(&m_office, &KeyOffice::failed, dialog, &KeyDialog::showError);
    connect(&m_office, &KeyOffice::finished, dialog, [dialog] {
        dialog->keepChoice();
        dialog->accept();
    });
    dialog->open();
}

void KeysPage::issueFrom(const QString &path)
{
    const auto request = pki::readRequestFile(path);
    if (!request.ok()) {
        m_message->say(Status::Alarm, Sentences::of(request.error()).text());
        return;
    }
    const QString name = lookalike::visible(request->subject.commonName);
    QString who = tr("%1, as an issuing authority").arg(name);
    if (!request->isAuthority)
        who = request->name.packSerial.isEmpty() ? tr("%1, as %2").arg(name, KeysWords::role(request->name.role))
                                                 : tr("%1, for pack %2").arg(name, request->name.packSerial);
    QStringList twins;
    for (const Certificate &each : m_keys.known()) {
        if (each.person != request->name.person
            && lookalike::skeleton(each.commonName) == lookalike::skeleton(request->subject.commonName))
            twins.append(each.commonName);
    }
    KeyTask task{KeyTask::Kind::Issue, tr("Issue a certificate"),
        tr("This certifies the key %1 of %2. Packs will take it for what the policy gives that role. Compare the key "
           "with its holder first; the certificate is recorded and written to a file for the holder.")
            .arg(fingerprintText(request->spkiSha256), who),
        KeysWords::warning(lookalike::flagsOf(request->subject.commonName), twins), tr("Issue"),
        QFileInfo(path).absolutePath()};
    ask(task, [this, request = *request](const KeyOffice::IssuerKey &key, qint64 seconds, const QString &folder) {
        m_office.issue(key, request, seconds, folder);
    });
}

void KeysPage::renew()
{
    const QList<Certificate> former = selected();
    if (former.isEmpty())
        return;
    KeyTask task{KeyTask::Kind::Renew, tr("Renew %n certificate(s)", nullptr, int(former.size())),
        tr("%1: the same key and role, a new certificate. The old one stays valid until its end.")
            .arg(KeysWords::names(former)),
        {}, tr("Renew"), QDir::homePath()};
    ask(task, [this, former](const KeyOffice::IssuerKey &key, qint64 seconds, const QString &folder) {
        m_office.renew(key, former, seconds, folder);
    });
}

void KeysPage::revoke(bool compromised)
{
    const QList<Certificate> all = selected();
    if (all.size() != 1)
        return;
    const Certificate certificate = all.constFirst();
    const TrustSnapshot trust = m_workspace.trust().snapshot();
    const qint64 now = m_workspace.clock().now();
    // A person is revoked, not a sheet of paper: a renewed certificate would go on opening packs.
    RevocationScope scope{{certificate}, {}};
    if (!compromised && !certificate.isAuthority)
        scope = revocationScope(certificate, m_keys.known(), trust.newestLists(now), now);
    QList<Certificate> gone = scope.revoked;
    for (const Certificate &issuer : m_keys.known()) {
        if (const auto more = compromiseOf(certificate, issuer, m_keys.known());
            (compromised || certificate.isAuthority) && more.ok() && isIssuedBy(certificate, issuer))
            gone += more->all();
    }
    const StartQuestion question{trust, m_keys.known(), {}, std::nullopt, now + 24 * 3600};
    m_lost.start([question, gone] { return lostStarts(question, gone); },
        [this, scope, compromised](const LostStarts &lost) { askToRevoke(scope, compromised, lost); });
}

void KeysPage::askToRevoke(const RevocationScope &scope, bool compromised, const LostStarts &lost)
{
    const Certificate certificate = scope.revoked.constFirst();
    const QString name = lookalike::visible(certificate.commonName);
    const int packs = int(m_workspace.trust().packs().size());
    KeyTask task;
    task.kind = compromised ? KeyTask::Kind::Compromised : KeyTask::Kind::Revoke;
    task.title = compromised ? tr("Key compromised") : tr("Revoke %1").arg(name);
    task.consequence = compromised
        ? tr("Every certificate of %1, and all that derives from it, is revoked in this issuer's next list.").arg(name)
        : tr("%n certificate(s) of %1 are revoked in the issuer's next list:", nullptr, int(scope.revoked.size()))
                .arg(name)
            + u'\n' + KeysWords::listed(scope.revoked) + u'\n';
    task.consequence += u' '
        + tr("A pack goes on accepting the key until a console brings it the list: %n pack(s) have to hear of it.",
            nullptr, packs);
    task.consequence += u'\n' + KeysWords::lostStarts(lost);
    task.warning = tr("This cannot be taken back. Signatures by this key under way no longer count.");
    if (!scope.staying.isEmpty())
        task.warning = tr("%n more certificate(s) of this person or key stay valid: revoke them as well if they must "
                          "not be used.",
                           nullptr, int(scope.staying.size()))
            + u'\n' + KeysWords::listed(scope.staying) + u'\n' + task.warning;
    task.verb = compromised ? tr("Revoke all") : tr("Revoke");
    task.target = QDir(m_workspace.folder())
                      .filePath(QStringLiteral("list-%1.crl").arg(serialText(certificate.serialNumber).left(8)));
    ask(task,
        [this, certificate, scope, compromised](const KeyOffice::IssuerKey &key, qint64 number, const QString &file) {
            if (compromised)
                m_office.revokeCompromised(key, certificate, number, file);
            else
                m_office.revoke(key, scope.revoked, number, file);
        });
}

} // namespace packwarden
