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
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>

namespace packwarden {

namespace {

const QLatin1String idPrefix("amend");
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
    : DraftForm(idPrefix, tr("Change the charter"), parent)
    , m_draft(trust, clock)
    , m_trust(trust)
    , m_clock(clock)
    , m_author(authorLeafSha256)
    , m_kind(new Chooser(rows()))
    , m_purpose(makeLabel({}, "muted", rows()))
    , m_place(new Chooser(rows()))
    , m_newPlace(new QLineEdit(rows()))
    , m_root(new FileField(
          QStringLiteral("amendRoot"), tr("Root certificate"), FileWords::certificateFilters(), files, rows()))
    , m_fingerprint(makeLabel({}, nullptr, rows()))
    , m_compared(new QCheckBox(tr("Compared with the company, by voice or on paper"), rows()))
    , m_name(new QLineEdit(rows()))
    , m_party(new QLineEdit(rows()))
    , m_role(new QLineEdit(rows()))
    , m_title(new QLineEdit(rows()))
    , m_rights(new QListWidget(rows()))
    , m_list(new FileField(
          QStringLiteral("amendList"), tr("Its revocation list"), FileWords::listFilters(), files, rows()))
    , m_before(makeLabel({}, nullptr, this))
    , m_after(makeLabel({}, nullptr, this))
    , m_effects(makeLabel({}, nullptr, this))
    , m_twin(makeLabel({}, "warning", this))
    , m_seats(makeLabel({}, nullptr, this))
{
    setObjectName(QStringLiteral("newAmendmentDialog"));
    makeRights();
    makeRows();
    auto *content = new QHBoxLayout;
    content->setSpacing(3 * grid);
    content->addWidget(makeForm());
    content->addWidget(makePreview());
    assemble(tr("Change who is in the charter"), content);
    for (const Amendment kind : CharterDraft::kinds())
        m_kind->addItem(draftwords::amendment(kind), int(kind));
    connectFields();
    showKind();
}

/// Each field tells the draft of itself alone; what the draft says then is shown.
void NewAmendmentDialog::connectFields()
{
    connect(m_kind, &QComboBox::activated, this, &NewAmendmentDialog::showKind);
    connect(m_place, &QComboBox::activated, this, &NewAmendmentDialog::tellPosition);
    connect(m_newPlace, &QLineEdit::textChanged, this, &NewAmendmentDialog::tellPosition);
    // Before it is told what the name is: both at once.
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!m_party->isModified())
            m_party->setText(shortName(text));
    });
    for (QLineEdit *edit : {m_name, m_party})
        connect(edit, &QLineEdit::textChanged, this, [this] { m_draft.setParty(m_party->text(), m_name->text()); });
    for (QLineEdit *edit : {m_role, m_title})
        connect(edit, &QLineEdit::textChanged, this, [this] { m_draft.setSignatory(m_role->text(), m_title->text()); });
    connect(m_rights, &QListWidget::itemChanged, this, &NewAmendmentDialog::tellRights);
    connect(m_compared, &QCheckBox::toggled, this, &NewAmendmentDialog::showMissing);
    connect(m_root, &FileField::chosen, this, &NewAmendmentDialog::readRoot);
    connect(m_list, &FileField::chosen, this, &NewAmendmentDialog::readList);
    connect(&m_draft, &CharterDraft::changed, this, &NewAmendmentDialog::showDraft);
}

void NewAmendmentDialog::makeRights()
{
    m_rights->setSelectionMode(QAbstractItemView::NoSelection);
    m_rights->setFixedHeight(12 * grid);
    m_rights->setToolTip(tr("The charter lets the matrix grant these to its role; nothing is granted yet."));
    FleetDb::Which first;
    first.atMost = 1;
    const QList<PackLine> packs = m_trust.snapshot().packs.lines(first);
    const auto state = packs.isEmpty() ? Result<PackState>(Error{Code::PackUnreachable, {}})
                                       : m_trust.snapshot().stateOf(packs.constFirst().serial, m_clock.now());
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
}

void NewAmendmentDialog::makeRows()
{
    name(m_kind, QStringLiteral("amendKind"), tr("What"));
    name(m_place, QStringLiteral("amendPlace"), tr("Place"));
    name(m_newPlace, QStringLiteral("amendNewPlace"), tr("New place"), 32);
    name(m_name, QStringLiteral("amendName"), tr("Company"), 128);
    name(m_party, QStringLiteral("amendParty"), tr("Short name"), 32);
    name(m_role, QStringLiteral("amendRole"), tr("Signing role"), 32);
    name(m_title, QStringLiteral("amendTitle"), tr("Title of the role"), 128);
    name(m_rights, QStringLiteral("amendRights"), tr("May be granted"));
    name(m_compared, QStringLiteral("amendCompared"), m_compared->text());
    name(m_fingerprint, QStringLiteral("amendFingerprint"), tr("Fingerprint"));
    m_fingerprint->setFont(QFont(QStringLiteral("DejaVu Sans Mono")));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_newPlace->setPlaceholderText(tr("For example: energy-market"));
    m_role->setPlaceholderText(tr("For example: market-operator"));
    m_title->setPlaceholderText(tr("For example: Market operator"));
    m_purpose->setObjectName(QStringLiteral("amendPurpose"));
    m_purpose->setWordWrap(true);
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
    addReason();
}

QWidget *NewAmendmentDialog::makeForm()
{
    auto *holder = new QWidget(this);
    auto *box = new QVBoxLayout(holder);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(rows());
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
    const bool admits = kind == Amendment::AdmitParty;
    m_draft.setKind(kind);
    m_purpose->setText(draftwords::purpose(kind));
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
            QStringLiteral("%1 · %2").arg(Names::position(id), Names::party(id, &m_trust.charter())), id.text());
    m_place->setCurrentIndex(std::max(0, m_place->findData(before)));
    m_place->setEnabled(m_place->count() > 1);
    tellPosition();
    showDraft();
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
}

void NewAmendmentDialog::readList(const QString &path)
{
    const auto list = readOneList(path);
    m_draft.setList(list.ok() ? std::optional(*list) : std::nullopt);
    if (list.ok())
        m_list->say(tr("List %1, good until %2").arg(list->crl.number).arg(format::dateTime(list->crl.nextUpdate)));
    else
        m_list->say(Sentences::of(list.error()).text(), "alarm");
}

void NewAmendmentDialog::tellPosition()
{
    const bool admits = m_draft.kind() == Amendment::AdmitParty;
    m_draft.setPosition(admits ? m_newPlace->text() : m_place->currentData().toString());
}

void NewAmendmentDialog::tellRights()
{
    QSet<CapabilityId> rights;
    for (int row = 0; row < m_rights->count(); ++row) {
        const auto id = CapabilityId::parse(m_rights->item(row)->data(Qt::UserRole).toString());
        if (id.ok() && m_rights->item(row)->checkState() == Qt::Checked)
            rights.insert(*id);
    }
    m_draft.setRights(rights);
}

void NewAmendmentDialog::reasonTyped(const QString &text)
{
    m_draft.setReason(text);
    showMissing();
}

QString NewAmendmentDialog::missing() const
{
    if (const auto &problem = m_draft.problem())
        return refusal(*problem);
    if (m_draft.asksForRoot() && !m_compared->isChecked())
        return tr("Compare the fingerprint with the company, then tick it.");
    if (reason()->text().trimmed().isEmpty())
        return tr("Give a reason.");
    return {};
}

void NewAmendmentDialog::showDraft()
{
    const qint64 now = m_clock.now();
    const auto &root = m_draft.root();
    const bool isAsked = root && m_draft.asksForRoot();
    m_fingerprint->setVisible(isAsked);
    m_fingerprint->setText(root ? fingerprintText(root->sha256) : QString());
    m_compared->setVisible(isAsked);
    m_before->setText(party(m_draft.before(), now));
    m_after->setText(m_draft.problem() ? QStringLiteral("\u2013") : party(m_draft.after(), now));
    const QString twin = m_draft.twin();
    m_twin->setVisible(!twin.isEmpty());
    m_twin->setText(shapeOf(Status::Warning) + u' '
        + tr("People could take this name for %1, which has another root.").arg(lookalike::visible(twin)));
    const QStringList effects
        = m_draft.problem() ? QStringList() : draftwords::effects(m_draft.effects(), m_draft.kind(), m_trust.charter());
    m_effects->setText(effects.isEmpty() ? QStringLiteral("\u2013") : effects.join(u'\n'));
    showSeats();
    showMissing();
}

void NewAmendmentDialog::showSeats()
{
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

Result<> NewAmendmentDialog::take()
{
    const auto change = m_draft.build(m_author);
    if (!change.ok())
        return change.error();
    return m_taker ? m_taker(*change, m_draft.list() ? QList{*m_draft.list()} : QList<CrlEntry>())
                   : Result<>::success();
}

QString NewAmendmentDialog::refusal(const Error &error) const
{
    return draftwords::refusal(m_draft.kind(), error);
}

} // namespace packwarden
