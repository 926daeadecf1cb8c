// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/audit/asofdialog.h"

#include "models/core/base/clock.h"
#include "models/support/lookalike.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "widgets/audit/asofwords.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/roomycolumns.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QHeaderView>
#include <QLineEdit>
#include <QSlider>
#include <QTableWidget>
#include <QTabWidget>

namespace packwarden {

namespace {

constexpr int proofRole = Qt::UserRole; ///< QList<Proof> of a row, in its first cell

void dress(QTableWidget *table)
{
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    new RoomyColumns(*table, *table->horizontalHeader());
}

} // namespace

AsOfDialog::AsOfDialog(Workspace &workspace, const QString &pack, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_pack(new QLineEdit(this))
    , m_day(new DateField(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_verdict(makeLabel({}, nullptr, this))
    , m_tabs(new QTabWidget(this))
    , m_capability(new Chooser(this))
    , m_proof(new QTableWidget(0, 4, this))
{
    setObjectName(QStringLiteral("asOfDialog"));
    setWindowTitle(tr("As of a day"));
    resize(110 * grid, 72 * grid);
    m_pack->setObjectName(QStringLiteral("asOfPack"));
    m_pack->setAccessibleName(tr("Pack"));
    m_pack->setPlaceholderText(tr("Pack serial"));
    m_pack->setMaximumWidth(26 * grid);
    m_day->setObjectName(QStringLiteral("asOfDay"));
    m_day->setAccessibleName(tr("Day"));
    m_day->setMinimumWidth(18 * grid);
    m_slider->setObjectName(QStringLiteral("asOfSlider"));
    m_slider->setAccessibleName(tr("Day"));
    m_verdict->setObjectName(QStringLiteral("asOfVerdict"));
    m_verdict->setWordWrap(true);
    m_tabs->setObjectName(QStringLiteral("asOfTabs"));
    m_tables = {addTable(tr("Matrix"), "asOfMatrix", {}),
        addTable(tr("Values"), "asOfValues", {tr("Parameter"), tr("Value"), tr("How it is known")}),
        addTable(tr("Keys"), "asOfKeys", {tr("Name"), tr("Company"), tr("Role"), tr("That day")}),
        addTable(tr("Who could have"), "asOfWho", {tr("Name"), tr("Role"), tr("Could have")}),
        addTable(tr("Timeline"), "asOfTimeline", {tr("Time"), tr("Log"), tr("What")})};
    m_capability->setObjectName(QStringLiteral("asOfCapability"));
    m_capability->setAccessibleName(tr("What was to be done"));
    m_proof->setObjectName(QStringLiteral("asOfProof"));
    m_proof->setAccessibleName(tr("What proves it"));
    m_proof->setHorizontalHeaderLabels({tr("Proof"), tr("SHA-256"), tr("Time"), tr("Name")});
    dress(m_proof);
    m_proof->setColumnWidth(0, 24 * grid);
    m_proof->setColumnWidth(1, 34 * grid);
    m_proof->setColumnWidth(2, 20 * grid);
    m_proof->setFixedHeight(18 * grid);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_pack);
    bar->addWidget(m_day);
    bar->addWidget(m_slider, 1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid);
    column->addLayout(bar);
    column->addWidget(m_verdict);
    column->addWidget(m_tabs, 1);
    column->addWidget(makeLabel(tr("What proves it"), "section", this));
    column->addWidget(m_proof);

    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &AsOfDialog::ask);
    connect(m_pack, &QLineEdit::editingFinished, this, &AsOfDialog::choosePack);
    connect(m_slider, &QSlider::valueChanged, this, [this](int days) { moveTo(firstDay().addDays(days)); });
    connect(m_day, &QDateEdit::dateChanged, this, &AsOfDialog::moveTo);
    connect(m_capability, &QComboBox::currentIndexChanged, this, [this] { m_soon.start(); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &AsOfDialog::showProof);
    const QList<PackSerial> packs = pack.isEmpty() ? workspace.trust().packs() : QList<PackSerial>();
    m_pack->setText(packs.isEmpty() ? pack : packs.constFirst().text());
    choosePack();
}

/// A line that loses the focus while its dialog ends says so to what is left of the dialog.
AsOfDialog::~AsOfDialog()
{
    m_pack->disconnect(this);
}

QTableWidget *AsOfDialog::addTable(const QString &title, const char *name, const QStringList &heads)
{
    auto *table = new QTableWidget(0, int(heads.size()), this);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(title);
    table->setHorizontalHeaderLabels(heads);
    dress(table);
    for (int column = 0; column + 1 < heads.size(); ++column)
        table->setColumnWidth(column, 28 * grid);
    connect(table, &QTableWidget::itemSelectionChanged, this, &AsOfDialog::showProof);
    auto *page = new QWidget(this);
    auto *inside = new QVBoxLayout(page);
    inside->setContentsMargins(0, grid, 0, 0);
    if (QLatin1String(name) == QLatin1String("asOfWho"))
        inside->addWidget(m_capability, 0, Qt::AlignLeft);
    inside->addWidget(table);
    m_tabs->addTab(page, title);
    return table;
}

void AsOfDialog::choosePack()
{
    const auto serial = PackSerial::parse(m_pack->text().trimmed());
    if (serial.ok() && *serial == m_serial && m_ground)
        return;
    m_serial = serial.ok() ? *serial : PackSerial();
    m_evidence.reset();
    m_verdict->setText(tr("Reading documents and logs\u2026"));
    m_ground = std::make_shared<AsOfGround>(AsOfGround::of(m_workspace, m_serial));
    m_reading.start(
        [ground = m_ground, pack = m_serial] {
            return std::make_shared<const PackEvidence>(pack.isEmpty() ? PackEvidence() : evidenceOf(pack, *ground));
        },
        [this](const std::shared_ptr<const PackEvidence> &found) { takeEvidence(found); });
}

QDate AsOfDialog::firstDay() const
{
    const qint64 first
        = m_evidence && !m_evidence->events.isEmpty() ? m_evidence->events.constFirst().at : m_ground->now;
    // One day more: what was before the first word is unknown, and is shown so.
    return QDateTime::fromSecsSinceEpoch(std::min(first, m_ground->now)).toUTC().date().addDays(-1);
}

void AsOfDialog::takeEvidence(const std::shared_ptr<const PackEvidence> &evidence)
{
    m_evidence = evidence;
    const QDate today = QDateTime::fromSecsSinceEpoch(m_ground->now).toUTC().date();
    {
        const QSignalBlocker quietSlider(m_slider);
        const QSignalBlocker quietDay(m_day);
        m_slider->setRange(0, int(firstDay().daysTo(today)));
        m_slider->setValue(m_slider->maximum());
        // There is no day to come to ask about.
        m_day->setDateRange(QDate(2000, 1, 1), today);
        m_day->setDate(today);
    }
    {
        const QSignalBlocker quiet(m_capability);
        const QString former = m_capability->currentData().toString();
        m_capability->clear();
        const PolicyFrame frame = PolicyFrame::of(m_workspace.trust(), m_ground->now);
        for (const CapabilityId &capability : frame.capabilities())
            m_capability->addItem(Names::capability(capability), capability.text());
        m_capability->setCurrentIndex(std::max(0, m_capability->findData(former)));
    }
    ask();
}

void AsOfDialog::moveTo(const QDate &day)
{
    if (!m_evidence)
        return;
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietDay(m_day);
    m_slider->setValue(int(firstDay().daysTo(day)));
    m_day->setDate(day);
    m_soon.start();
}

qint64 AsOfDialog::moment() const
{
    const auto at = momentOf(m_day->date().toString(Qt::ISODate), m_ground->now);
    return at.ok() ? *at : m_ground->now;
}

void AsOfDialog::ask()
{
    if (!m_evidence)
        return;
    const auto capability = CapabilityId::parse(m_capability->currentData().toString());
    m_asking.start(
        [at = moment(), ground = m_ground, evidence = m_evidence, pack = m_serial,
            what = capability.ok() ? *capability : CapabilityId()] {
            Found found;
            found.rules = rulesAsOf(at, *evidence);
            found.values = valuesAsOf(at, *evidence);
            found.keys = keysAsOf(at, *ground);
            if (!pack.isEmpty() && !what.isEmpty())
                found.who = whoAsOf(at, pack, what, *evidence, *ground);
            return found;
        },
        [this](const Found &found) { tell(found); });
}

void AsOfDialog::setRow(QTableWidget *table, int row, const QStringList &cells, const QList<Proof> &proof)
{
    for (int column = 0; column < cells.size(); ++column) {
        auto *item = new QTableWidgetItem(lookalike::visible(cells.at(column)));
        item->setToolTip(QStringLiteral("<span>%1</span>").arg(item->text().toHtmlEscaped()));
        table->setItem(row, column, item);
    }
    table->item(row, 0)->setData(proofRole, QVariant::fromValue(proof));
}

void AsOfDialog::tell(const Found &found)
{
    m_verdict->setText(shapeOf(AsOfWords::status(found.rules.certainty)) + u' ' + AsOfWords::rules(found.rules));
    showMatrix(found.rules);
    QTableWidget *values = m_tables.at(Values);
    values->setRowCount(int(found.values.size()));
    for (int row = 0; row < values->rowCount(); ++row) {
        const ValueAsOf &value = found.values.at(row);
        setRow(values, row,
            {Names::parameter(value.parameter),
                value.value ? formatQuantity(*value.value, QLocale().decimalPoint().front()) : tr("unknown"),
                AsOfWords::certainty(value.certainty, value.gap, value.lastWord)},
            value.proof);
    }
    QTableWidget *keys = m_tables.at(Keys);
    keys->setRowCount(int(found.keys.size()));
    for (int row = 0; row < keys->rowCount(); ++row) {
        const KeyAsOf &key = found.keys.at(row);
        const auto role = RoleId::parse(key.certificate.role);
        setRow(keys, row,
            {key.certificate.commonName, key.certificate.organisation,
                role.ok()                         ? Names::role(*role)
                    : key.certificate.isAuthority ? tr("issues certificates")
                                                  : QString(),
                AsOfWords::key(key)},
            key.proof);
    }
    showWho(found.who);
    showTimeline();
    showProof();
}

/// Capabilities down, roles across, as in Permissions; in words, since nothing is edited here.
void AsOfDialog::showMatrix(const RulesAsOf &rules)
{
    QTableWidget *table = m_tables.at(Matrix);
    table->clear();
    table->setRowCount(0);
    table->setColumnCount(0);
    if (!rules.rules)
        return;
    PolicyFrame frame = PolicyFrame::of(m_workspace.trust(), m_ground->now);
    frame.charter = rules.rules->charter;
    const Policy &policy = rules.rules->policy;
    QStringList heads{tr("Capability")};
    for (const Role &role : policy.roles)
        heads.append(Names::role(role.id));
    table->setColumnCount(int(heads.size()));
    table->setHorizontalHeaderLabels(heads);
    const QList<CapabilityId> capabilities = frame.capabilities();
    table->setRowCount(int(capabilities.size()));
    for (int row = 0; row < table->rowCount(); ++row) {
        QStringList cells{Names::capability(capabilities.at(row))};
        for (const Role &role : policy.roles)
            cells.append(AsOfWords::cell(cellState(policy, frame, capabilities.at(row), role.id)));
        setRow(table, row, cells, rules.proof);
    }
    table->setColumnWidth(0, 30 * grid);
    for (int column = 1; column < table->columnCount(); ++column)
        table->setColumnWidth(column, 17 * grid);
}

void AsOfDialog::showWho(const WhoAsOf &who)
{
    QTableWidget *table = m_tables.at(Who);
    table->setRowCount(0);
    const QList<Proof> proof = who.rules.proof + who.proof;
    const auto add = [&](const AblePerson &person, const QString &answer) {
        const int row = table->rowCount();
        table->setRowCount(row + 1);
        setRow(table, row, {person.leaf.commonName, Names::role(person.role), answer}, proof);
    };
    if (who.lack || m_serial.isEmpty()) {
        table->setRowCount(1);
        setRow(table, 0, {tr("unknown"), QString(), AsOfWords::certainty(Certainty::Unknown, Gap::NoRules, 0)}, proof);
        return;
    }
    for (const AblePerson &person : who.people.people)
        add(person, AsOfWords::answer(person));
    for (const AblePerson &person : who.unknown)
        add(person, AsOfWords::certainty(Certainty::Unknown, Gap::NoList, 0));
}

void AsOfDialog::showTimeline()
{
    QTableWidget *table = m_tables.at(Timeline);
    table->setRowCount(0);
    const qint64 until = moment();
    for (const PastEvent &event : m_evidence->events) {
        if (event.at > until)
            continue;
        const int row = table->rowCount();
        table->setRowCount(row + 1);
        QString what = event.what;
        if (event.proof.kind == Proof::Kind::Record)
            what = Names::auditAction(what.section(u':', 0, 0)) + QStringLiteral(": ")
                + Names::auditOutcome(what.section(u':', 1).trimmed());
        const QString log = event.proof.kind == Proof::Kind::Record ? tr("this audit")
            : event.proof.kind == Proof::Kind::Document             ? tr("document")
                                                                    : event.log;
        setRow(table, row, {format::dateTime(event.at), log, what}, {event.proof});
    }
    table->scrollToBottom();
}

void AsOfDialog::showProof()
{
    const QTableWidget *table = m_tables.value(m_tabs->currentIndex());
    if (!table)
        return;
    const int row = table->currentRow() >= 0 ? table->currentRow() : 0;
    const QTableWidgetItem *first = table->item(row, 0);
    const auto proofs = first ? first->data(proofRole).value<QList<Proof>>() : QList<Proof>();
    m_proof->setRowCount(int(proofs.size()));
    for (int i = 0; i < m_proof->rowCount(); ++i) {
        const Proof &proof = proofs.at(i);
        setRow(m_proof, i,
            {AsOfWords::proof(proof.kind), QString::fromLatin1(proof.sha256.toHex()), format::dateTime(proof.at),
                proof.name},
            {});
    }
}

} // namespace packwarden
