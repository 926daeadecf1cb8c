// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffpacks.h"

#include "widgets/signoffs/signoffcontents.h"
#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

#include <QHeaderView>
#include <QTextDocument>

namespace packwarden {

namespace {

using Progress = Rollout::Entry;

/// Of rules, a pack that would take them; a sale is for packs that somebody names.
bool isChosenAtFirst(const SignoffJudgement &judgement, const PackJudgement &pack)
{
    if (pack.receipt)
        return false;
    if (!judgement.content || !judgement.content->areRules())
        return true;
    const bool sale
        = judgement.content->charter && judgement.content->charter->amendment == Amendment::TransferOwnership;
    return !pack.unknown && pack.verdict.accepted() && (!sale || judgement.packs.size() == 1);
}

struct Said
{
    Status status;
    QString text;
};

Said said(const SignoffJudgement &judgement, const PackJudgement &pack)
{
    if (pack.receipt)
        return {Status::Good, SignoffPacks::tr("applied %1, receipt verified").arg(format::dateTime(pack.receipt->at))};
    if (pack.lastRefusal)
        return {Status::Alarm, SignoffPacks::tr("refused: %1").arg(Sentences::of(*pack.lastRefusal).cause)};
    if (pack.unknown)
        return {Status::Waiting, SignoffPacks::tr("cannot be rehearsed: what it holds is not known here")};
    if (!pack.verdict.refusal)
        return {Status::Information, SignoffPacks::tr("would apply it")};
    if (judgement.isAuthorMissing)
        return {Status::Waiting, SignoffPacks::tr("waits for the signature of its author")};
    if (pack.verdict.refusal->code == Code::BelowQuorum)
        return {Status::Waiting, SignoffPacks::tr("waits for signatures")};
    if (!judgement.hidden.isEmpty())
        return {Status::Alarm, SignoffPacks::tr("would refuse it now")};
    return {Status::Alarm, SignoffPacks::tr("would refuse it: %1").arg(Sentences::of(*pack.verdict.refusal).cause)};
}

Said said(const Progress &progress)
{
    switch (progress.state) {
    case Progress::State::Waiting:
        return {Status::Waiting, SignoffPacks::tr("waits its turn")};
    case Progress::State::Sending:
        return {Status::Information,
            progress.total > 0 ? SignoffPacks::tr("sending, %1 %").arg(progress.done * 100 / progress.total)
                               : SignoffPacks::tr("sending")};
    case Progress::State::Applied:
        return {Status::Good, SignoffPacks::tr("applied, receipt verified")};
    case Progress::State::Failed:
        return {Status::Alarm, Sentences::of(progress.error).cause};
    case Progress::State::NotBegun:
        return {Status::Neutral, SignoffPacks::tr("cancelled before it began")};
    }
    return {Status::Neutral, {}};
}

} // namespace

SignoffPacks::SignoffPacks(QWidget *parent)
    : QTableWidget(0, ColumnCount, parent)
{
    setObjectName(QStringLiteral("signoffPacks"));
    setAccessibleName(tr("Packs of this document"));
    setHorizontalHeaderLabels({tr("Pack"), tr("Odd"), tr("Result")});
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(26);
    horizontalHeader()->setSectionResizeMode(PackColumn, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(OddColumn, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(ResultColumn, QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (m_filling || item->column() != PackColumn)
            return;
        if (const auto serial = PackSerial::parse(item->text()); serial.ok())
            m_choice.insert(*serial, item->checkState() == Qt::Checked);
        Q_EMIT choiceChanged();
    });
}

void SignoffPacks::fill(const SignoffJudgement &judgement, const SignoffContext &context,
    const QMap<PackSerial, Progress> &progress, bool canChoose)
{
    m_filling = true;
    if (m_payload != judgement.payloadSha256) {
        m_payload = judgement.payloadSha256;
        m_choice.clear();
    }
    setRowCount(int(judgement.packs.size()));
    for (int row = 0; row < int(judgement.packs.size()); ++row) {
        const PackJudgement &pack = judgement.packs.at(row);
        if (!m_choice.contains(pack.serial))
            m_choice.insert(pack.serial, isChosenAtFirst(judgement, pack));
        auto *name = new QTableWidgetItem(pack.serial.text());
        const bool canTick = canChoose && !pack.receipt;
        name->setFlags(
            Qt::ItemIsEnabled | Qt::ItemIsSelectable | (canTick ? Qt::ItemIsUserCheckable : Qt::NoItemFlags));
        if (canTick)
            name->setCheckState(m_choice.value(pack.serial) ? Qt::Checked : Qt::Unchecked);
        setItem(row, PackColumn, name);
        QStringList oddities;
        for (const SignoffContext::Odd &one : context.odd) {
            if (one.serial == pack.serial)
                oddities << signoffcontents::odd(one);
        }
        const QString odd = oddities.join(QStringLiteral(", "));
        auto *oddItem = new QTableWidgetItem(odd.isEmpty() ? QString() : shapeOf(Status::Warning) + u' ' + odd);
        oddItem->setToolTip(Qt::convertFromPlainText(odd));
        setItem(row, OddColumn, oddItem);
        const auto under = progress.constFind(pack.serial);
        const Said result = under != progress.cend() && !pack.receipt ? said(*under) : said(judgement, pack);
        auto *resultItem = new QTableWidgetItem(shapeOf(result.status) + u' ' + result.text);
        resultItem->setToolTip(Qt::convertFromPlainText(result.text));
        setItem(row, ResultColumn, resultItem);
    }
    m_filling = false;
    updateGeometry();
}

QList<PackSerial> SignoffPacks::chosen() const
{
    QList<PackSerial> packs;
    for (int row = 0; row < rowCount(); ++row) {
        const QVariant ticked = item(row, PackColumn)->data(Qt::CheckStateRole);
        if (ticked.isNull() || ticked.toInt() != Qt::Checked)
            continue;
        if (const auto serial = PackSerial::parse(item(row, PackColumn)->text()); serial.ok())
            packs.append(*serial);
    }
    return packs;
}

QSize SignoffPacks::sizeHint() const
{
    return {480, horizontalHeader()->sizeHint().height() + 4 + 26 * std::min(std::max(1, rowCount()), 8)};
}

} // namespace packwarden
