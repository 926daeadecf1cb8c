// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyspage.h"

#include "filechooser.h"
#include "keyswords.h"
#include "names.h"
#include "parts.h"
#include "sentences.h"

#include <clock.h>
#include <trustbook.h>
#include <trustfiles.h>
#include <workspace.h>

#include <QBoxLayout>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QRegularExpression>
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
        m_text = text;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        for (const int column : {KeysModel::NameColumn, KeysModel::RoleColumn, KeysModel::FingerprintColumn}) {
            if (sourceModel()
                    ->index(row, column, parent)
                    .data(KeysModel::ValueRole)
                    .toString()
                    .contains(m_text, Qt::CaseInsensitive))
                return true;
        }
        return false;
    }

private:
    QString m_text;
};

namespace {

constexpr qint64 maxRequestFile = 64 * 1024;

QString roleText(const QString &word)
{
    const auto role = RoleId::parse(word);
    return role.ok() ? Names::role(*role) : lookalike::visible(word);
}

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
                                                          : roleText(value.toString());
            break;
        case KeysModel::StateColumn: {
            const auto state = KeyState(index.data(KeysModel::StateRole).toInt());
            status = KeysWords::status(state);
            option->text = KeysWords::state(state, index.data(KeysModel::RevokedRole).toBool());
            break;
        }
        case KeysModel::UntilColumn:
            option->text = value.isValid() ? Sentences::dateTime(value.toLongLong()) : QString();
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
    , m_name(makeLabel({}, "heading", this))
    , m_facts(makeLabel({}, nullptr, this))
    , m_warning(makeLabel({}, "warning", this))
    , m_reach(makeLabel({}, nullptr, this))
    , m_fingerprint(makeLabel({}, "section", this))
    , m_compare(new QLineEdit(this))
    , m_compared(makeLabel({}, nullptr, this))
{
    m_worker.setMaxThreadCount(1);
    m_search->setObjectName(QStringLiteral("keysSearch"));
    m_search->setAccessibleName(tr("Search keys"));
    m_search->setPlaceholderText(tr("Search name, role, fingerprint"));
    m_search->setClearButtonEnabled(true);
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
    m_stack->addWidget(empty);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(grid);
    bar->addWidget(m_search, 1);
    bar->addStretch();
    for (QPushButton *button : {m_compromised, m_revoke, m_renew, m_issue})
        bar->addWidget(button);
    auto *card = makeCard(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 12, 12, 12);
    inside->setSpacing(grid);
    inside->addLayout(bar);
    inside->addWidget(m_message);
    inside->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(card, 1);
    row->addWidget(makeDetail());

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->set(text.trimmed());
        m_tree->expandToDepth(0);
    });
    connect(m_issue, &QPushButton::clicked, this, [this] {
        m_files.open(this, tr("Choose a certificate request"), {tr("Requests (*.csr *.pem)")},
            [page = QPointer<KeysPage>(this)](const QString &path) {
                if (page)
                    page->issueFrom(path);
            });
    });
    connect(m_renew, &QPushButton::clicked, this, &KeysPage::renew);
    connect(m_revoke, &QPushButton::clicked, this, [this] { revoke(false); });
    connect(m_compromised, &QPushButton::clicked, this, [this] { revoke(true); });
    connect(&keys, &QAbstractItemModel::modelReset, this, &KeysPage::refresh);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeysPage::showDetail);
    connect(m_compare, &QLineEdit::textChanged, this, &KeysPage::compareFingerprint);
    connect(&office, &KeyOffice::finished, this, [this](const KeyOffice::Outcome &outcome) {
        m_message->say(outcome.exposed || !outcome.rolesLeftEmpty.isEmpty() ? Status::Warning : Status::Good,
            KeysWords::outcome(outcome));
        m_keys.refresh();
    });
    refresh();
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
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(true);
    const int widths[] = {208, 120, 120, 136, 104};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_tree->setColumnWidth(column, widths[column]);
}

QWidget *KeysPage::makeDetail()
{
    auto *card = makeCard(this);
    card->setFixedWidth(40 * grid);
    for (QLabel *label : {m_name, m_facts, m_warning, m_reach, m_fingerprint, m_compared})
        label->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("keyName"));
    m_facts->setObjectName(QStringLiteral("keyFacts"));
    m_warning->setObjectName(QStringLiteral("keyNameWarning"));
    m_reach->setObjectName(QStringLiteral("keyReach"));
    m_fingerprint->setObjectName(QStringLiteral("keyFingerprint"));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_compared->setObjectName(QStringLiteral("fingerprintVerdict"));
    m_compare->setObjectName(QStringLiteral("compareFingerprint"));
    m_compare->setAccessibleName(tr("Fingerprint to compare"));
    m_compare->setPlaceholderText(tr("Paste the other fingerprint"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(m_name);
    column->addWidget(m_warning);
    column->addWidget(m_facts);
    column->addWidget(makeLabel(tr("Reach"), "section"));
    column->addWidget(m_reach);
    column->addWidget(makeLabel(tr("Fingerprint"), "section"));
    column->addWidget(m_fingerprint);
    column->addWidget(m_compare);
    column->addWidget(m_compared);
    column->addStretch();
    return card;
}

void KeysPage::refresh()
{
    m_stack->setCurrentIndex(m_keys.rowCount() > 0 ? 0 : 1);
    m_tree->expandToDepth(0);
    showDetail();
}

Certificate KeysPage::chosen() const
{
    return m_tree->currentIndex().data(KeysModel::CertificateRole).value<Certificate>();
}

void KeysPage::showDetail()
{
    const QModelIndex index = m_tree->currentIndex();
    const Certificate certificate = chosen();
    const bool any = !certificate.der.isEmpty();
    const auto kind = KeysModel::Kind(index.data(KeysModel::KindRole).toInt());
    const bool revoked = index.data(KeysModel::RevokedRole).toBool();
    const bool revocable = any && kind != KeysModel::Kind::Party && !revoked;
    m_renew->setEnabled(revocable && !certificate.isAuthority);
    m_revoke->setEnabled(revocable);
    m_compromised->setEnabled(revocable);
    m_compare->setEnabled(any);
    m_compare->clear();
    m_compared->clear();
    ++m_question;
    if (!any) {
        m_name->setText(tr("No key chosen"));
        m_facts->setText(tr("Choose a key to see what it is good for."));
        for (QLabel *label : {m_warning, m_reach, m_fingerprint})
            label->clear();
        m_warning->hide();
        return;
    }
    const auto state = KeyState(index.data(KeysModel::StateRole).toInt());
    m_name->setText(
        lookalike::visible(index.siblingAtColumn(KeysModel::NameColumn).data(KeysModel::ValueRole).toString()));
    const QString warning = KeysWords::warning(
        lookalike::Flags(index.data(KeysModel::FlagsRole).toInt()), index.data(KeysModel::TwinsRole).toStringList());
    m_warning->setText(shapeOf(Status::Warning) + u' ' + warning);
    m_warning->setVisible(!warning.isEmpty());
    QStringList facts{tr("State: %1 (NIST SP 800-57: %2)")
                          .arg(KeysWords::state(state, revoked), KeysWords::nistState(state, revoked)),
        tr("Valid: %1 to %2")
            .arg(Sentences::dateTime(certificate.notBefore), Sentences::dateTime(certificate.notAfter))};
    if (!certificate.person.isEmpty())
        facts.append(tr("Person: %1").arg(lookalike::visible(certificate.person)));
    if (!certificate.role.isEmpty())
        facts.append(tr("Role: %1").arg(roleText(certificate.role)));
    facts.append(tr("Serial number: %1").arg(QString::fromLatin1(certificate.serialNumber.toHex())));
    if (kind == KeysModel::Kind::Party && !index.data(KeysModel::PinnedRole).toBool())
        facts.append(tr("This root is not one of the charter's: nothing under it counts."));
    if (certificate.issuerGeneratedKey)
        facts.append(tr("Its issuer made this key: it fills no seat in layers 3 and 4."));
    m_facts->setText(facts.join(u'\n'));
    m_fingerprint->setText(fingerprintText(certificate.sha256));
    if (kind == KeysModel::Kind::Party)
        m_reach->setText(tr("A root opens nothing by itself."));
    else
        judgeReach(certificate, revoked);
}

void KeysPage::judgeReach(const Certificate &certificate, bool revoked)
{
    m_reach->setText(tr("Asking what the packs know\u2026"));
    m_worker.start([page = QPointer<KeysPage>(this), certificate, revoked, trust = m_workspace.trust().snapshot(),
                       known = m_keys.known(), now = m_workspace.clock().now(), number = m_question] {
        const QList<PackReach> found = reachOf(certificate, trust, known, now);
        QMetaObject::invokeMethod(
            qApp,
            [page, found, revoked, number] {
                if (page && number == page->m_question)
                    page->m_reach->setText(KeysWords::reach(found, revoked));
            },
            Qt::QueuedConnection);
    });
}

void KeysPage::compareFingerprint()
{
    static const QRegularExpression blanks(QStringLiteral("[\\s:-]"));
    const QString typed = QString(m_compare->text()).remove(blanks).toLower();
    const QString mine = QString(m_fingerprint->text()).remove(blanks).toLower();
    if (typed.isEmpty()) {
        m_compared->clear();
        return;
    }
    const QString whole = QString::fromLatin1(chosen().sha256.toHex());
    const bool same = typed == mine || typed == whole;
    setTone(m_compared, same ? "good" : "alarm");
    m_compared->setText(same ? shapeOf(Status::Good) + u' ' + tr("The same, every digit.")
                             : shapeOf(Status::Alarm) + u' '
                + (typed.size() < mine.size() ? tr("Not the same: digits are missing.")
                                              : tr("Not the same. Do not rely on this key.")));
}

void KeysPage::ask(
    const KeyTask &task, const std::function<void(const KeyOffice::IssuerKey &, qint64, const QString &)> &action)
{
    auto *dialog = new KeyDialog(task, m_files, this);
    dialog->setObjectName(QStringLiteral("keyDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::confirmed, this, action);
    connect(&m_office, &KeyOffice::failed, dialog, &KeyDialog::showError);
    connect(&m_office, &KeyOffice::finished, dialog, &QDialog::accept);
    dialog->open();
}

void KeysPage::issueFrom(const QString &path)
{
    const auto bytes = trustfiles::read(path, maxRequestFile);
    const auto request = bytes.ok() ? pki::readSigningRequest(*bytes) : Result<pki::SigningRequest>(bytes.error());
    if (!request.ok()) {
        m_message->say(Status::Alarm, Sentences::of(request.error()).text());
        return;
    }
    const QString name = lookalike::visible(request->subject.commonName);
    QString who = tr("%1, as an issuing authority").arg(name);
    if (!request->isAuthority)
        who = request->name.packSerial.isEmpty() ? tr("%1, as %2").arg(name, roleText(request->name.role))
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
    ask(task, [this, request = *request](const KeyOffice::IssuerKey &key, qint64, const QString &folder) {
        m_office.issue(key, request, 0, folder);
    });
}

void KeysPage::renew()
{
    const Certificate certificate = chosen();
    KeyTask task{KeyTask::Kind::Renew, tr("Renew a certificate"),
        tr("%1 keeps the same key and role and gets a new certificate. The old one stays valid until its end.")
            .arg(lookalike::visible(certificate.commonName)),
        {}, tr("Renew"), QDir::homePath()};
    ask(task, [this, certificate](const KeyOffice::IssuerKey &key, qint64, const QString &folder) {
        m_office.renew(key, {certificate}, 0, folder);
    });
}

void KeysPage::revoke(bool compromised)
{
    const Certificate certificate = chosen();
    const QString name = lookalike::visible(certificate.commonName);
    const int packs = int(m_workspace.trust().packs().size());
    KeyTask task;
    task.kind = compromised ? KeyTask::Kind::Compromised : KeyTask::Kind::Revoke;
    task.title = compromised ? tr("Key compromised") : tr("Revoke a certificate");
    task.consequence = compromised
        ? tr("Every certificate of %1, and all that derives from it, is revoked in this issuer's next list.").arg(name)
        : tr("This one certificate of %1 is revoked in its issuer's next list.").arg(name);
    task.consequence += u' '
        + tr("A pack goes on accepting the key until a console brings it the list: %n pack(s) have to hear of it.",
            nullptr, packs);
    task.warning = tr("This cannot be taken back. Signatures by this key under way no longer count.");
    task.verb = compromised ? tr("Revoke all") : tr("Revoke");
    task.target
        = QDir(m_workspace.folder())
              .filePath(
                  QStringLiteral("list-%1.crl").arg(QString::fromLatin1(certificate.serialNumber.toHex().left(8))));
    ask(task, [this, certificate, compromised](const KeyOffice::IssuerKey &key, qint64 number, const QString &file) {
        if (compromised)
            m_office.revokeCompromised(key, certificate, number, file);
        else
            m_office.revoke(key, {certificate}, number, file);
    });
}

} // namespace packwarden
