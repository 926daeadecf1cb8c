// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fleet/rolloutpanel.h"

#include "models/core/base/clock.h"
#include "models/fleet/fleetmodel.h"
#include "models/keys/issuedbook.h"
#include "models/packs/packsmodel.h"
#include "models/signoffs/signoffacts.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/workspace/workspace.h"
#include "widgets/fleet/fleetwords.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QSpinBox>
#include <QTableWidget>
#include <QTimer>

namespace packwarden {

namespace {

constexpr qint64 oneDay = 24 * 3600;

/// The wheel changes no number here.
class QuietSpinBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

RolloutPanel::RolloutPanel(
    Workspace &workspace, FleetModel &fleet, SignoffsModel &documents, PacksModel &packs, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_fleet(fleet)
    , m_documents(documents)
    , m_packs(packs)
    , m_delivery(workspace.clock())
    , m_keeper(fleet.book(), m_delivery, workspace.clock())
    , m_which(new Chooser(this))
    , m_stages(new Chooser(this))
    , m_soak(new QuietSpinBox(this))
    , m_tomorrow(makeLabel({}, nullptr, this))
    , m_stage(makeLabel({}, "section", this))
    , m_results(new QTableWidget(0, 2, this))
    , m_progress(new QProgressBar(this))
    , m_start(makeButton(tr("Start roll-out"), "deliver", "primary", this))
    , m_goOn(makeButton(tr("Go on now"), nullptr, nullptr, this))
    , m_cancel(makeButton(tr("Stop"), nullptr, nullptr, this))
    , m_close(makeButton(tr("Close"), nullptr, "link", this))
    , m_resume(makeButton(tr("Go on with it"), nullptr, nullptr, this))
    , m_last(makeButton(tr("Last roll-out"), nullptr, "link", this))
{
    setProperty("surface", QStringLiteral("card"));
    setFixedWidth(48 * grid);
    m_which->setObjectName(QStringLiteral("rolloutDocument"));
    m_which->setAccessibleName(tr("Document"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_stages->setObjectName(QStringLiteral("rolloutStages"));
    m_stages->setAccessibleName(tr("Stages"));
    m_stages->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_soak->setObjectName(QStringLiteral("rolloutSoak"));
    m_soak->setAccessibleName(tr("Seconds to watch each stage"));
    m_soak->setRange(0, 24 * 3600);
    m_soak->setValue(60);
    m_soak->setSuffix(tr(" s"));
    m_tomorrow->setObjectName(QStringLiteral("rolloutTomorrow"));
    m_tomorrow->setWordWrap(true);
    m_stage->setObjectName(QStringLiteral("rolloutStage"));
    m_stage->setWordWrap(true);
    m_results->setObjectName(QStringLiteral("rolloutResults"));
    m_results->setAccessibleName(tr("Results, one for each pack"));
    m_results->setHorizontalHeaderLabels({tr("Pack"), tr("Result")});
    m_results->horizontalHeader()->setStretchLastSection(true);
    m_results->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_results->horizontalHeader()->setHighlightSections(false);
    m_results->setColumnWidth(0, 16 * grid);
    m_results->verticalHeader()->hide();
    m_results->setShowGrid(false);
    m_results->setTabKeyNavigation(false);
    m_results->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_results->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Roll-out"));
    m_start->setObjectName(QStringLiteral("startRollout"));
    m_goOn->setObjectName(QStringLiteral("rolloutGoOn"));
    m_cancel->setObjectName(QStringLiteral("cancelRollout"));
    m_close->setObjectName(QStringLiteral("closeRollout"));
    m_last->setObjectName(QStringLiteral("lastRollout"));
    m_last->setCheckable(true);
    m_last->hide();
    m_resume->setObjectName(QStringLiteral("resumeRollout"));
    m_resume->setToolTip(tr("The packs that have it are passed over; all others get it, stage by stage."));
    m_resume->hide();
    if (const auto newest = fleet.book().rollouts(1); !newest.isEmpty())
        m_kept = fleet.book().rollout(newest.constFirst().id);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->addRow(makeLabel(tr("Document"), "muted"), m_which);
    form->addRow(makeLabel(tr("Stages"), "muted"), m_stages);
    form->addRow(makeLabel(tr("Watch for"), "muted"), m_soak);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_close);
    buttons->addStretch();
    buttons->addWidget(m_goOn);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_start);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(makeLabel(tr("Roll out"), "heading"));
    column->addLayout(form);
    column->addWidget(m_tomorrow);
    column->addWidget(m_stage);
    column->addWidget(m_progress);
    column->addWidget(m_last);
    column->addWidget(m_resume, 0, Qt::AlignLeft);
    column->addWidget(m_results, 1);
    column->addLayout(buttons);

    connect(&m_delivery, &DocumentDelivery::wanted, this, &RolloutPanel::deliveryWanted);
    connect(&m_delivery, &DocumentDelivery::changed, this, &RolloutPanel::refresh);
    connect(&m_delivery, &DocumentDelivery::ended, &documents, &SignoffsModel::refresh);
    connect(&documents, &SignoffsModel::refreshed, this, &RolloutPanel::fillDocuments);
    connect(m_which, &QComboBox::currentIndexChanged, this, &RolloutPanel::updatePreview);
    connect(m_stages, &QComboBox::currentIndexChanged, this,
        [this] { m_soak->setEnabled(!isRunning() && !m_stages->currentData().toString().isEmpty()); });
    connect(&fleet, &FleetModel::bookChanged, this, &RolloutPanel::fillStages);
    connect(m_resume, &QPushButton::clicked, this, &RolloutPanel::resume);
    connect(m_start, &QPushButton::clicked, this, &RolloutPanel::start);
    connect(m_goOn, &QPushButton::clicked, &m_delivery, &DocumentDelivery::goOn);
    connect(m_cancel, &QPushButton::clicked, &m_delivery, &DocumentDelivery::cancel);
    connect(m_close, &QPushButton::clicked, this, &RolloutPanel::closed);
    connect(m_last, &QPushButton::toggled, this, &RolloutPanel::showResults);
    // What came of it stays to be seen, whatever can be rolled out next.
    connect(&m_delivery, &DocumentDelivery::ended, this, [this] {
        m_kept = m_fleet.book().rollout(m_keeper.id());
        m_last->setChecked(true);
        refresh();
        if (m_keeper.problem())
            m_stage->setText(shapeOf(Status::Alarm) + u' '
                + tr("Stopped: what came of it could not be kept. %1").arg(Sentences::of(*m_keeper.problem()).text()));
    });
    auto *tick = new QTimer(this);
    connect(tick, &QTimer::timeout, this, &RolloutPanel::watch);
    tick->start(500);
    fillStages();
    fillDocuments();
}

void RolloutPanel::setPacks(const QList<PackSerial> &packs, const QString &group)
{
    if (isRunning())
        return;
    m_chosen = packs;
    if (std::exchange(m_group, group) != group)
        fillStages();
    fillDocuments();
}

void RolloutPanel::fillDocuments()
{
    if (isRunning())
        return;
    const QString former = m_which->currentData().toString();
    {
        const QSignalBlocker blocker(m_which);
        m_which->clear();
        for (int row = 0; row < m_documents.rowCount(); ++row) {
            const QModelIndex index = m_documents.index(row, SignoffsModel::TitleColumn);
            if (isDeliverable(index.data(SignoffsModel::JudgementRole).value<SignoffJudgement>()))
                m_which->addItem(index.data(SignoffsModel::ValueRole).toString(), index.data(SignoffsModel::PathRole));
        }
        m_which->setCurrentIndex(std::max(0, m_which->findData(former)));
    }
    updatePreview();
}

QList<PackSerial> RolloutPanel::targets() const
{
    const int row = m_documents.rowOfPath(m_which->currentData().toString());
    if (row < 0)
        return {};
    const auto judgement = m_documents.index(row, 0).data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
    if (!judgement.request)
        return m_chosen;
    QList<PackSerial> named;
    for (const PackSerial &serial : m_chosen) {
        if (judgement.request->forPack(serial))
            named.append(serial);
    }
    return named;
}

void RolloutPanel::updatePreview()
{
    if (isRunning())
        return;
    const QList<PackSerial> packs = targets();
    const bool none = m_which->count() == 0;
    m_which->setEnabled(!none);
    if (none) {
        m_stage->setText(tr("No document is ready."));
        m_tomorrow->setText(tr("Propose a change in Permissions or Sign-offs; when all seats are filled it can be "
                               "rolled out here."));
    } else if (packs.isEmpty()) {
        m_stage->setText(tr("None of the chosen packs can take it."));
        m_tomorrow->setText(
            m_chosen.isEmpty() ? tr("Choose packs in the table.") : tr("The document names other packs."));
    } else {
        QString text = tr("To %n pack(s).", nullptr, int(packs.size()));
        if (packs.size() < m_chosen.size())
            text += u' '
                + tr("The document does not name %n of those chosen.", nullptr, int(m_chosen.size() - packs.size()));
        m_stage->setText(text);
        m_tomorrow->setText(tr("Working out tomorrow\u2026"));
        judgeTomorrow();
    }
    showResults();
    m_progress->hide();
    m_goOn->hide();
    m_cancel->hide();
    m_start->setEnabled(false);
}

void RolloutPanel::judgeTomorrow()
{
    StartQuestion question;
    question.trust = m_workspace.trust().snapshot();
    question.known = knownCertificates(m_workspace);
    question.packs = targets();
    question.at = m_workspace.clock().now() + oneDay;
    const int row = m_documents.rowOfPath(m_which->currentData().toString());
    const auto judgement = m_documents.index(row, 0).data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
    if (judgement.content && judgement.content->policy)
        question.policy = judgement.content->policy->policy;
    m_tomorrowJob.start([question] { return startOutlook(question); },
        [this](const QList<StartOutlook> &found) {
            if (isRunning())
                return;
            const Status status = FleetWords::tomorrowStatus(found);
            m_tomorrow->setText(shapeOf(status) + u' ' + FleetWords::tomorrow(found));
            m_start->setEnabled(!found.isEmpty());
        });
}

/// The stages that there are; group after group where the group has groups inside.
void RolloutPanel::fillStages()
{
    const QString former = m_stages->currentData().toString();
    const QSignalBlocker quiet(m_stages);
    m_stages->clear();
    m_stages->addItem(tr("One pack, then the rest"), QStringLiteral("1"));
    m_stages->addItem(tr("One pack, 10 %, 50 %, the rest"), QStringLiteral("1,10%,50%"));
    const QList<PackGroup> groups = m_fleet.book().groups();
    if (!m_group.isEmpty() && std::any_of(groups.begin(), groups.end(), [this](const PackGroup &each) {
            return each.inside.compare(m_group, Qt::CaseInsensitive) == 0;
        }))
        m_stages->addItem(tr("Group after group"), QStringLiteral("groups"));
    m_stages->addItem(tr("All, one after the other"), QString());
    m_stages->setCurrentIndex(std::max(0, m_stages->findData(former.isNull() ? QStringLiteral("1") : former)));
}

Rollout::Plan RolloutPanel::plan() const
{
    Rollout::Plan plan;
    plan.packs = targets();
    plan.soakMilliseconds = qint64(m_soak->value()) * 1000;
    plan.watchAfter.clear();
    const QString stages = m_stages->currentData().toString();
    if (stages == QLatin1String("groups")) {
        QList<PackSerial> rest = plan.packs;
        plan.packs.clear();
        const QList<PackGroup> groups = m_fleet.book().groups();
        for (const PackGroup &each : groups) {
            const auto query = PackQuery::ofGroup(each.name, groups);
            if (each.inside.compare(m_group, Qt::CaseInsensitive) != 0 || !query.ok())
                continue;
            const QList<PackSerial> members = m_fleet.matching(*query);
            const QSet<PackSerial> in(members.begin(), members.end());
            const qsizetype before = plan.packs.size();
            rest.removeIf([&](const PackSerial &serial) {
                if (in.contains(serial))
                    plan.packs.append(serial);
                return in.contains(serial);
            });
            if (plan.packs.size() > before)
                plan.watchAfter.append(plan.packs.size());
        }
        plan.packs += rest;
    } else if (const auto shares = Rollout::stagesOf(stages, plan.packs.size()); !stages.isEmpty() && shares.ok())
        plan.watchAfter = *shares;
    plan.absent = absent(plan.packs);
    return plan;
}

/// Those that are not heard while others are: they are left for later. Where none is heard, the bus says so itself.
QSet<PackSerial> RolloutPanel::absent(const QList<PackSerial> &packs) const
{
    QSet<PackSerial> away;
    for (const PackSerial &serial : packs) {
        if (m_packs.rowOfSerial(serial.text()) < 0)
            away.insert(serial);
    }
    return away.size() == packs.size() ? QSet<PackSerial>() : away;
}

void RolloutPanel::start()
{
    const auto document = std::make_shared<SignoffDocument>(m_workspace);
    const auto opened = document->open(m_which->currentData().toString());
    const Rollout::Plan wanted = plan();
    begun(
        opened.ok() ? m_keeper.begin(document, wanted, m_which->currentText(), m_group, heard(wanted.packs)) : opened);
}

bool RolloutPanel::canResume() const
{
    return m_kept && std::any_of(m_kept->packs.begin(), m_kept->packs.end(), [](const KeptRollout::Pack &pack) {
        return pack.state != KeptRollout::Pack::State::Applied;
    });
}

void RolloutPanel::resume()
{
    // The document as it lies here now: it may have been taken back since.
    for (int row = 0; row < m_documents.rowCount(); ++row) {
        const QModelIndex index = m_documents.index(row, SignoffsModel::TitleColumn);
        const auto judgement = index.data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
        if (judgement.payloadSha256 != m_kept->payload || !isDeliverable(judgement))
            continue;
        const auto document = std::make_shared<SignoffDocument>(m_workspace);
        const auto opened = document->open(index.data(SignoffsModel::PathRole).toString());
        const QList<PackSerial> packs = RolloutKeeper::planOf(*m_kept).packs;
        begun(opened.ok() ? m_keeper.resume(*m_kept, document, absent(packs), heard(packs)) : opened);
        return;
    }
    m_stage->setText(shapeOf(Status::Warning) + u' '
        + tr("The document of that roll-out is not here any more, or may not be delivered."));
}

void RolloutPanel::begun(const Result<> &begun)
{
    if (!begun.ok())
        m_stage->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(begun.error()).text());
}

void RolloutPanel::setDeliveryProgress(const QString &serial, qint64 done, qint64 total)
{
    m_delivery.setProgress(serial, done, total);
}

void RolloutPanel::finishDelivery(const DeliveryResult &result)
{
    m_delivery.finish(result);
}

QList<PackTelemetry> RolloutPanel::heard(const QList<PackSerial> &packs) const
{
    QList<PackTelemetry> all;
    for (const PackSerial &serial : packs)
        all.append(m_packs.telemetry(m_packs.rowOfSerial(serial.text())));
    return all;
}

void RolloutPanel::watch()
{
    if (!isRunning())
        return;
    QList<PackSerial> packs;
    for (const Rollout::Entry &entry : m_delivery.rollout().entries())
        packs.append(entry.serial);
    m_delivery.watch(heard(packs));
    refresh();
}

void RolloutPanel::refresh()
{
    const bool running = isRunning();
    for (QWidget *widget : {m_which, m_stages})
        widget->setEnabled(!running);
    m_soak->setEnabled(!running && !m_stages->currentData().toString().isEmpty());
    m_start->setVisible(!running);
    m_start->setEnabled(!running && m_delivery.rollout().count(Rollout::Entry::State::NotBegun) > 0);
    m_cancel->setVisible(running);
    m_cancel->setEnabled(m_delivery.rollout().stage() != Rollout::Stage::Stopping);
    m_goOn->setVisible(m_delivery.rollout().stage() == Rollout::Stage::Soaking);
    m_close->setEnabled(!running);
    m_stage->setText(FleetWords::stage(m_delivery.rollout(), m_workspace.clock().monotonicMilliseconds()));
    const QList<Rollout::Entry> &entries = m_delivery.rollout().entries();
    m_progress->setVisible(running);
    m_progress->setRange(0, int(entries.size()));
    m_progress->setValue(m_delivery.rollout().count(Rollout::Entry::State::Applied));
    showResults();
}

/// One row for each pack of the roll-out that is under way, or of the last one.
void RolloutPanel::showResults()
{
    const bool running = isRunning();
    const QList<Rollout::Entry> entries
        = running || !m_kept ? m_delivery.rollout().entries() : RolloutKeeper::entriesOf(*m_kept);
    m_last->setVisible(!running && m_kept);
    m_resume->setVisible(!running && canResume());
    if (m_kept) {
        const auto applied = std::count_if(entries.begin(), entries.end(),
            [](const Rollout::Entry &entry) { return entry.state == Rollout::Entry::State::Applied; });
        const QString result = tr("Last roll-out: %1. %2 of %n pack(s) applied it.", nullptr, int(entries.size()))
                                   .arg(m_kept->title)
                                   .arg(applied);
        m_last->setText(m_kept->end == KeptRollout::End::None ? result + u' ' + tr("It was cut off.") : result);
    }
    m_results->setRowCount(running || m_last->isChecked() ? int(entries.size()) : 0);
    for (int row = 0; row < m_results->rowCount(); ++row) {
        if (!m_results->item(row, 0)) {
            m_results->setItem(row, 0, new QTableWidgetItem);
            m_results->setItem(row, 1, new QTableWidgetItem);
        }
        const Rollout::Entry &entry = entries.at(row);
        m_results->item(row, 0)->setText(entry.serial.text());
        const QString text = FleetWords::entry(entry);
        m_results->item(row, 1)->setText(shapeOf(FleetWords::entryStatus(entry)) + u' ' + text);
        m_results->item(row, 1)->setToolTip(QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()));
    }
}

} // namespace packwarden
