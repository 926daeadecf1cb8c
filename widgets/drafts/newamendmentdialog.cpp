// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/newamendmentdialog.h"

#include "models/core/base/clock.h"
#include "models/core/pki/pkifile.h"
#include "models/support/lookalike.h"
#include "models/trust/trustbook.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/filefield.h"
#include "widgets/kit/parts.h"
#include "widgets/words/filewords.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>

namespace packwarden {

namespace {

constexpr int formWidth = 58 * grid;
constexpr int previewWidth = 50 * grid;

/// A short name as the charter wants it; what cannot be made into one is left to be typed.
QString shortName(const QString &name)
{
    QString made = name.toLower();
    made.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
    made.replace(QRegularExpression(QStringLiteral("^-+|-+$")), QString());
    return made.left(32);
}

QString party(const Position &place, qint64 now)
{
    if (place.party.isEmpty() || (place.until != 0 && place.until <= now))
        return NewAmendmentDialog::tr("vacant");
    const auto root = Certificate::fromDer(place.rootDer);
    return QStringLiteral("%1\n%2").arg(
        lookalike::visible(place.partyName), root.ok() ? fingerprintText(root->sha256) : QString());
}

Result<CrlEntry> readOneList(const QString &path)
{
    const auto lists = pki::readListFile(path);
    if (!lists.ok())
        return lists.error();
    if (lists->size() > 1)
        return pki::FileNote{pki::FileNote::What::SeveralLists, QString::number(lists->size())}.error(
            Code::Malformed, path);
    return lists->constFirst();
}

} // namespace

NewAmendmentDialog::NewAmendmentDialog(
    const TrustBook &trust, const Clock &clock, const QByteArray &authorLeafSha256, FileChooser &files, QWidget *parent)
    : FittedDialog(parent)
    , m_draft(trust, clock)
    , m_trust(trust)
    , m_clock(clock)
    , m_author(authorLeafSha256)
    , m_form(new QGridLayout)
    , m_kind(new Chooser(this))
    , m_purpose(makeLabel({}, "muted", this))
    , m_place(new Chooser(this))
    , m_newPlace(new QLineEdit(this))
    , m_root(new FileField(
          QStringLiteral("amendRoot"), tr("Root certificate"), FileWords::certificateFilters(), files, this))
    , m_fingerprint(makeLabel({}, nullptr, this))
    , m_compared(new QCheckBox(tr("Compared with the company, by voice or on paper"), this))
    , m_name(new QLineEdit(this))
    , m_party(new QLineEdit(this))
    , m_role(new QLineEdit(this))
    , m_title(new QLineEdit(this))
    , m_rights(new QListWidget(this))
    , m_list(
          new FileField(QStringLiteral("amendList"), tr("Its revocation list"), FileWords::listFilters(), files, this))
    , m_reason(new QLineEdit(this))
    , m_before(makeLabel({}, nullptr, this))
    , m_after(makeLabel({}, nullptr, this))
    , m_effects(makeLabel({}, nullptr, this))
    , m_twin(makeLabel({}, "warning", this))
    , m_seats(makeLabel({}, nullptr, this))
    , m_hint(makeLabel({}, "muted", this))
    , m_next(makeButton(tr("Continue to signing\u2026"), "sign", "primary", this))
{
    setObjectName(QStringLiteral("newAmendmentDialog"));
    setWindowTitle(tr("Change the charter"));
    m_next->setObjectName(QStringLiteral("amendNext"));
    m_next->setDefault(true);
    m_hint->setObjectName(QStringLiteral("amendHint"));
    m_hint->setWordWrap(true);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    cancel->setObjectName(QStringLiteral("amendCancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(3 * grid);
    row->addWidget(makeForm());
    row->addWidget(makePreview());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Change who is in the charter"), "heading"));
    column->addLayout(row, 1);
    column->addLayout(buttons);

    for (const Amendment kind : CharterDraft::kinds())
        m_kind->addItem(draftwords::amendment(kind), int(kind));
    connect(m_kind, &QComboBox::activated, this, &NewAmendmentDialog::showKind);
    connect(m_place, &QComboBox::activated, this, &NewAmendmentDialog::refresh);
    for (QLineEdit *edit : {m_newPlace, m_name, m_party, m_role, m_title, m_reason})
        connect(edit, &QLineEdit::textChanged, this, &NewAmendmentDialog::refresh);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!m_party->isModified())
            m_party->setText(shortName(text));
    });
    connect(m_rights, &QListWidget::itemChanged, this, &NewAmendmentDialog::refresh);
    connect(m_compared, &QCheckBox::toggled, this, &NewAmendmentDialog::refresh);
    connect(m_root, &FileField::chosen, this, &NewAmendmentDialog::readRoot);
    connect(m_list, &FileField::chosen, this, &NewAmendmentDialog::readList);
    connect(&trust, &TrustBook::changed, this, &NewAmendmentDialog::refresh);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &NewAmendmentDialog::submit);
    showKind();
}

void NewAmendmentDialog::addRow(const QString &name, QWidget *field)
{
    const int row = m_form->rowCount();
    m_form->addWidget(field, row, 1);
    if (name.isEmpty())
        return;
    auto *label = makeLabel(name, "muted");
    label->setFixedHeight(m_reason->sizeHint().height());
    m_form->addWidget(label, row, 0, Qt::AlignTop);
    m_labels.insert(field, label);
}

void NewAmendmentDialog::showRow(QWidget *field, bool shown)
{
    field->setVisible(shown);
    if (QWidget *label = m_labels.value(field))
        label->setVisible(shown);
}

QWidget *NewAmendmentDialog::makeForm()
{
    const auto name = [](QWidget *widget, const char *id, const QString &words, int longest = 0) {
        widget->setObjectName(QString::fromLatin1(id));
        widget->setAccessibleName(words);
        if (auto *edit = qobject_cast<QLineEdit *>(widget))
            edit->setMaxLength(longest);
    };
    name(m_kind, "amendKind", tr("What"));
    name(m_place, "amendPlace", tr("Place"));
    name(m_newPlace, "amendNewPlace", tr("New place"), 32);
    name(m_name, "amendName", tr("Company"), 128);
    name(m_party, "amendParty", tr("Short name"), 32);
    name(m_role, "amendRole", tr("Signing role"), 32);
    name(m_title, "amendTitle", tr("Title of the role"), 128);
    name(m_rights, "amendRights", tr("May be granted"));
    name(m_reason, "amendReason", tr("Reason"), 1000);
    name(m_compared, "amendCompared", m_compared->text());
    name(m_fingerprint, "amendFingerprint", tr("Fingerprint"));
    m_fingerprint->setFont(QFont(QStringLiteral("DejaVu Sans Mono")));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_newPlace->setPlaceholderText(tr("For example: energy-market"));
    m_role->setPlaceholderText(tr("For example: market-operator"));
    m_title->setPlaceholderText(tr("For example: Market operator"));
    m_reason->setPlaceholderText(tr("Why this is wanted; every signer reads it"));
    m_rights->setSelectionMode(QAbstractItemView::NoSelection);
    m_rights->setFixedHeight(12 * grid);
    m_rights->setToolTip(tr("The charter lets the matrix grant these to its role; nothing is granted yet."));
    const auto state = m_trust.packs().isEmpty()
        ? Result<PackState>(Error{Code::PackUnreachable, {}})
        : m_trust.snapshot().stateOf(m_trust.packs().constFirst(), m_clock.now());
    const SiliconLimits silicon = state.ok() ? state->silicon : SiliconLimits();
    for (auto it = silicon.layers.begin(); it != silicon.layers.end(); ++it) {
        if (silicon.prohibited.contains(it.key()))
            continue;
        auto *item
            = new QListWidgetItem(tr("%1 (layer %2)").arg(Names::capability(it.key())).arg(it.value()), m_rights);
        item->setData(Qt::UserRole, it.key().text());
        item->setSizeHint({0, 28});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
    }
    m_purpose->setObjectName(QStringLiteral("amendPurpose"));
    m_purpose->setWordWrap(true);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setColumnStretch(1, 1);
    m_form->setHorizontalSpacing(2 * grid);
    m_form->setVerticalSpacing(grid);
    addRow(tr("What"), m_kind);
    addRow({}, m_purpose);
    addRow(tr("Place"), m_place);
    addRow(tr("New place"), m_newPlace);
    addRow(tr("Root"), m_root);
    addRow({}, m_fingerprint);
    addRow({}, m_compared);
    addRow(tr("Company"), m_name);
    addRow(tr("Short name"), m_party);
    addRow(tr("Signing role"), m_role);
    addRow(tr("Title"), m_title);
    addRow(tr("May be granted"), framed(m_rights));
    addRow(tr("Its list"), m_list);
    addRow(tr("Reason"), m_reason);
    auto *holder = new QWidget(this);
    auto *box = new QVBoxLayout(holder);
    box->setContentsMargins(0, 0, 0, 0);
    box->addLayout(m_form);
    box->addStretch();
    holder->setFixedWidth(formWidth);
    return holder;
}

QWidget *NewAmendmentDialog::makePreview()
{
    auto *card = makeCard(this);
    card->setProperty("surface", QStringLiteral("raised"));
    card->setFixedWidth(previewWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * grid, 12, 2 * grid, 12);
    column->setSpacing(grid);
    const auto add = [&](const QString &title, QLabel *text, const char *id) {
        text->setObjectName(QString::fromLatin1(id));
        text->setAccessibleName(title);
        text->setWordWrap(true);
        if (!title.isEmpty())
            column->addWidget(makeLabel(title, "section"));
        column->addWidget(text);
    };
    add(tr("In the place now"), m_before, "amendBefore");
    add(tr("From then on"), m_after, "amendAfter");
    add({}, m_twin, "amendTwin");
    add(tr("Who gains and loses"), m_effects, "amendEffects");
    add(tr("Who must sign"), m_seats, "amendSeats");
    column->addStretch();
    return card;
}

void NewAmendmentDialog::choose(Amendment kind)
{
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    showKind();
}

void NewAmendmentDialog::showKind()
{
    const auto kind = Amendment(m_kind->currentData().toInt());
    m_draft.setKind(kind);
    m_purpose->setText(draftwords::purpose(kind));
    const bool admits = kind == Amendment::AdmitParty;
    showRow(m_place, !admits);
    showRow(m_newPlace, admits);
    for (QWidget *field : {static_cast<QWidget *>(m_root), static_cast<QWidget *>(m_list)})
        showRow(field, m_draft.asksForRoot());
    for (QLineEdit *field : {m_name, m_party})
        showRow(field, m_draft.asksForParty());
    for (QWidget *field : {static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_title), m_rights->parentWidget()})
        showRow(field, admits);
    const QVariant before = m_place->currentData();
    m_place->clear();
    for (const PositionId &id : m_draft.positions())
        m_place->addItem(
            QStringLiteral("%1 \u00B7 %2").arg(Names::position(id), Names::party(id, &m_trust.charter())), id.text());
    m_place->setCurrentIndex(std::max(0, m_place->findData(before)));
    m_place->setEnabled(m_place->count() > 1);
    refresh();
}

void NewAmendmentDialog::readRoot(const QString &path)
{
    const auto root = pki::readRootFile(path);
    m_compared->setChecked(false);
    m_draft.setRoot(root.ok() ? std::optional(*root) : std::nullopt);
    if (!root.ok()) {
        m_root->say(Sentences::of(root.error()).text(), "alarm");
    } else {
        m_root->say(
            tr("%1, good until %2").arg(lookalike::visible(root->commonName), format::dateTime(root->notAfter)));
        const QString known = m_draft.knownParty();
        const QString company = root->organisation.isEmpty() ? root->commonName : root->organisation;
        if (!m_name->isModified() && m_draft.asksForParty()) {
            m_name->setText(company);
            m_party->setText(known.isEmpty() ? shortName(company) : known);
        }
    }
    refresh();
}

void NewAmendmentDialog::readList(const QString &path)
{
    const auto list = readOneList(path);
    m_draft.setList(list.ok() ? std::optional(*list) : std::nullopt);
    if (list.ok())
        m_list->say(tr("List %1, good until %2").arg(list->crl.number).arg(format::dateTime(list->crl.nextUpdate)));
    else
        m_list->say(Sentences::of(list.error()).text(), "alarm");
    refresh();
}

QString NewAmendmentDialog::missing() const
{
    if (const auto &problem = m_draft.problem())
        return draftwords::refusal(m_draft.kind(), *problem);
    if (m_draft.asksForRoot() && !m_compared->isChecked())
        return tr("Compare the fingerprint with the company, then tick it.");
    if (m_reason->text().trimmed().isEmpty())
        return tr("Give a reason.");
    return {};
}

void NewAmendmentDialog::refresh()
{
    QSet<CapabilityId> rights;
    for (int row = 0; row < m_rights->count(); ++row) {
        const auto id = CapabilityId::parse(m_rights->item(row)->data(Qt::UserRole).toString());
        if (id.ok() && m_rights->item(row)->checkState() == Qt::Checked)
            rights.insert(*id);
    }
    const bool admits = m_draft.kind() == Amendment::AdmitParty;
    m_draft.setPosition(admits ? m_newPlace->text() : m_place->currentData().toString());
    m_draft.setParty(m_party->text(), m_name->text());
    m_draft.setSignatory(m_role->text(), m_title->text());
    m_draft.setRights(rights);
    m_draft.setReason(m_reason->text());
    const auto &root = m_draft.root();
    const bool shown = root && m_draft.asksForRoot();
    m_fingerprint->setVisible(shown);
    m_fingerprint->setText(root ? fingerprintText(root->sha256) : QString());
    m_compared->setVisible(shown);
    showPreview();
    const QString why = missing();
    m_hint->setText(why);
    m_next->setEnabled(why.isEmpty());
}

void NewAmendmentDialog::showPreview()
{
    const qint64 now = m_clock.now();
    m_before->setText(party(m_draft.before(), now));
    m_after->setText(m_draft.problem() ? QStringLiteral("\u2013") : party(m_draft.after(), now));
    const QString twin = m_draft.twin();
    m_twin->setVisible(!twin.isEmpty());
    m_twin->setText(shapeOf(Status::Warning) + u' '
        + tr("People could take this name for %1, which has another root.").arg(lookalike::visible(twin)));
    const QStringList effects
        = m_draft.problem() ? QStringList() : draftwords::effects(m_draft.effects(), m_draft.kind(), m_trust.charter());
    m_effects->setText(effects.isEmpty() ? QStringLiteral("\u2013") : effects.join(u'\n'));
    QStringList seats;
    for (const SeatFinding &seat : m_draft.seats())
        seats << draftwords::signers({seat}, m_trust.charter());
    seats.removeDuplicates();
    if (const auto newcomer = m_draft.newcomer())
        seats << tr("%1, under the new root").arg(Names::seat(*newcomer, &m_draft.charterAfter()));
    m_seats->setText(m_draft.problem() ? tr("Shown as soon as a pack would take it.")
            : m_draft.seats().isEmpty()
            ? tr("No pack with this charter is known here, so it cannot be said before one is.")
            : seats.join(u'\n'));
    setTone(m_seats, m_draft.seats().isEmpty() ? "muted" : "");
}

void NewAmendmentDialog::submit()
{
    const auto change = m_draft.build(m_author);
    if (!change.ok()) {
        m_hint->setText(draftwords::refusal(m_draft.kind(), change.error()));
        return;
    }
    if (m_taker) {
        if (const auto taken = m_taker(*change, m_draft.list() ? QList{*m_draft.list()} : QList<CrlEntry>());
            !taken.ok()) {
            m_hint->setText(Sentences::of(taken.error()).text());
            return;
        }
    }
    accept();
}

} // namespace packwarden
