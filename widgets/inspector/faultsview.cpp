// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/faultsview.h"

#include "widgets/inspector/live/cellmap.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>

#include <utility>

namespace packwarden {

namespace {

QString stateWord(const QString &word)
{
    return word == QLatin1String("active") ? FaultsView::tr("active")
        : word == QLatin1String("pending") ? FaultsView::tr("over, in this run or the last")
                                           : FaultsView::tr("over");
}

QString nameOf(quint32 code)
{
    const auto id = FaultId::fromDtc(code);
    return id ? FaultWords::name(*id) : FaultsView::tr("Fault %1").arg(code, 6, 16, QLatin1Char('0'));
}

class FaultsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant value = index.data(FaultsModel::ValueRole);
        const Tones &tones = tonesOf(option->palette);
        option->features |= QStyleOptionViewItem::HasDisplay;
        QColor colour = tones.text;
        switch (index.column()) {
        case FaultsModel::FaultColumn:
            option->text = nameOf(value.toUInt());
            break;
        case FaultsModel::StateColumn: {
            const bool active = value.toString() == QLatin1String("active");
            colour = active ? tones.alarm : tones.muted;
            option->text = shapeOf(active ? Status::Alarm : Status::Waiting) + u' ' + stateWord(value.toString());
            break;
        }
        case FaultsModel::CountColumn:
            option->text = value.isValid() ? FaultsView::tr("%n time(s)", nullptr, value.toInt()) : QString();
            break;
        default:
            option->text = value.isValid() ? format::dateTime(value.toLongLong()) : QString();
        }
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
};

QLabel *wrapped(const char *tone, QWidget *parent)
{
    QLabel *label = makeLabel({}, tone, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

FaultsView::FaultsView(FaultsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_age(makeLabel({}, "muted", this))
    , m_read(makeButton(tr("Read again"), nullptr, nullptr, this))
    , m_clear(makeButton(tr("Clear\u2026"), nullptr, nullptr, this))
    , m_permit(makeLabel({}, "muted", this))
    , m_askRight(makeButton(tr("Ask for this right…"), nullptr, "link", this))
{
    m_message->hide();
    m_read->setObjectName(QStringLiteral("faultsRead"));
    m_clear->setObjectName(QStringLiteral("faultsClear"));
    m_permit->setObjectName(QStringLiteral("faultsPermit"));
    m_permit->setWordWrap(true);
    const QStringList titles = {tr("Fault"), tr("State"), tr("How often"), tr("First"), tr("Last")};
    for (int column = 0; column < titles.size(); ++column)
        model.setHeaderData(column, Qt::Horizontal, titles.at(column));
    m_table->setObjectName(QStringLiteral("faultsTable"));
    m_table->setAccessibleName(tr("Fault memory"));
    m_table->setModel(&model);
    m_table->setItemDelegate(new FaultsDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {224, 104, 80, 128};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_empty = makeLabel({}, "muted", this);
    m_empty->setObjectName(QStringLiteral("faultsEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("Fault memory"), "section"));
    bar->addWidget(m_age, 1);
    bar->addWidget(m_read);
    bar->addWidget(m_clear);
    auto *card = makeCard(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2 * grid, grid, grid, grid);
    inside->addLayout(bar);
    inside->addWidget(m_stack, 1);
    inside->addWidget(m_message);
    inside->addWidget(m_permit);
    m_askRight->setObjectName(QStringLiteral("faultsAskRight"));
    m_askRight->hide();
    connect(m_askRight, &QPushButton::clicked, this, &FaultsView::rightWanted);
    inside->addWidget(m_askRight, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, grid, 0, 0);
    row->setSpacing(12);
    row->addWidget(card, 3);
    row->addWidget(makeDetail(), 2);

    connect(m_read, &QPushButton::clicked, this, &FaultsView::readWanted);
    connect(m_clear, &QPushButton::clicked, this, &FaultsView::askToClear);
    connect(&model, &QAbstractItemModel::modelReset, this, &FaultsView::refresh);
    connect(&model, &QAbstractItemModel::dataChanged, this, &FaultsView::showDetail);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        showDetail();
        if (index.isValid() && m_signedIn && index.data(FaultsModel::DetailRole).value<FaultDetail>().code == 0)
            Q_EMIT detailWanted(index.data(FaultsModel::FaultRole).value<PackFault>().code);
    });
    setPermit(false, false, {});
    refresh();
}

QWidget *FaultsView::makeDetail()
{
    auto *card = makeCard(this);
    m_name = wrapped("title", card);
    m_name->setObjectName(QStringLiteral("faultName"));
    m_measured = wrapped(nullptr, card);
    m_measured->setObjectName(QStringLiteral("faultMeasured"));
    m_facts = wrapped("muted", card);
    m_facts->setObjectName(QStringLiteral("faultFacts"));
    m_advice = wrapped(nullptr, card);
    m_instant = wrapped("section", card);
    m_instant->setObjectName(QStringLiteral("faultInstant"));
    m_moment = makeButton(tr("Show the moment it happened"), nullptr, nullptr, card);
    m_moment->setObjectName(QStringLiteral("faultMoment"));
    m_inForce = wrapped("muted", card);
    m_inForce->setObjectName(QStringLiteral("faultInForce"));
    m_quantity = new Chooser(card);
    m_quantity->setObjectName(QStringLiteral("faultQuantity"));
    m_quantity->setAccessibleName(tr("What the cells show"));
    CellValues::fill(*m_quantity);
    m_cells = new CellMap(card);
    m_cells->setObjectName(QStringLiteral("faultCells"));
    m_cells->setAccessibleName(tr("Cells at that moment"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * grid, grid + 4, 2 * grid, grid + 4);
    column->setSpacing(grid);
    for (QWidget *widget : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_measured),
             static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_advice), static_cast<QWidget *>(m_instant)})
        column->addWidget(widget);
    column->addWidget(m_inForce);
    column->addWidget(m_moment, 0, Qt::AlignLeft);
    column->addWidget(m_quantity, 0, Qt::AlignLeft);
    column->addWidget(m_cells, 1);
    connect(m_quantity, &QComboBox::currentIndexChanged, this,
        [this] { m_cells->setQuantity(CellQuantity(m_quantity->currentData().toInt())); });
    column->addStretch();
    connect(m_moment, &QPushButton::clicked, this, [this] {
        if (!m_signedIn)
            return Q_EMIT signInWanted();
        const QModelIndex index = m_table->currentIndex();
        if (index.isValid())
            Q_EMIT detailWanted(index.data(FaultsModel::FaultRole).value<PackFault>().code);
    });
    return card;
}

void FaultsView::refresh()
{
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    m_empty->setText(m_wasRead
            ? tr("No faults. What goes wrong is kept here with the moment at which it happened, also over a restart of "
                 "the pack.")
            : tr("The fault memory was not read yet. A pack is asked for it once it has told its serial number."));
    if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    m_clear->setEnabled(m_allowed && m_model.rowCount() > 0);
    showDetail();
}

void FaultsView::showDetail()
{
    const QModelIndex index = m_table->currentIndex();
    for (QWidget *widget : {static_cast<QWidget *>(m_measured), static_cast<QWidget *>(m_facts),
             static_cast<QWidget *>(m_advice), static_cast<QWidget *>(m_instant), static_cast<QWidget *>(m_moment),
             static_cast<QWidget *>(m_cells), static_cast<QWidget *>(m_quantity), static_cast<QWidget *>(m_inForce)})
        widget->hide();
    if (!index.isValid()) {
        m_name->setText(tr("No fault chosen"));
        return;
    }
    const auto fault = index.data(FaultsModel::FaultRole).value<PackFault>();
    const auto detail = index.data(FaultsModel::DetailRole).value<FaultDetail>();
    const auto id = FaultId::fromDtc(fault.code);
    m_name->setText(nameOf(fault.code));
    if (id) {
        m_advice->setText(FaultWords::advice(id->code));
        m_advice->show();
    }
    QStringList facts{tr("Code %1 \u00B7 status %2")
                          .arg(QStringLiteral("%1").arg(fault.code, 6, 16, QLatin1Char('0')).toUpper())
                          .arg(fault.status, 2, 16, QLatin1Char('0'))};
    if (detail.code == 0 || detail.error) {
        m_facts->setText(facts.join(u'\n'));
        m_facts->show();
        m_instant->setText(detail.error ? Sentences::of(*detail.error).text()
                : m_signedIn            ? QString()
                                        : tr("The moment itself is for people who may read cells in detail."));
        m_instant->setVisible(!m_instant->text().isEmpty());
        m_moment->setText(m_signedIn ? tr("Show the moment it happened") : tr("Sign in\u2026"));
        m_moment->show();
        return;
    }
    const FreezeFrame &frame = detail.frame;
    m_measured->setText(shapeOf(FaultWords::status(frame.severity)) + u' ' + FaultWords::severity(frame.severity));
    if (id) {
        const QString measured = FaultWords::measured(id->code, frame.quantity, frame.value, frame.threshold);
        if (!measured.isEmpty())
            m_measured->setText(m_measured->text() + QStringLiteral(" \u00B7 ") + measured);
    }
    m_measured->show();
    facts.append(tr("%n time(s)", nullptr, detail.count) + QStringLiteral(" \u00B7 ")
        + tr("first %1").arg(format::dateTime(detail.first)));
    m_facts->setText(facts.join(u'\n'));
    m_facts->show();
    const auto decimal = [](qint64 thousandths, int digits) {
        return QLocale().toString(double(thousandths) / 1000, 'f', digits).replace(u'-', QChar(0x2212));
    };
    m_instant->setText(
        tr("%1: %2, %3 V, %4 A, %5 % charge")
            .arg(format::dateTime(frame.at), Names::packState(frame.state), decimal(frame.packMillivolts, 1),
                decimal(frame.packMilliamps, 1), decimal(frame.socMilliPercent, 1)));
    m_instant->show();
    const PackTelemetry then = telemetryOf(frame, m_modules);
    m_cells->setTelemetry(then, then.heardAt);
    if (id && id->place > 0 && frame.quantity == FaultQuantity::Voltage)
        m_cells->select(id->place);
    // What the fault is about comes first; another choice stays while the same fault is looked at.
    if (std::exchange(m_shown, fault.code) != fault.code)
        m_quantity->setCurrentIndex(m_quantity->findData(
            int(frame.quantity == FaultQuantity::Temperature ? CellQuantity::Temperature : CellQuantity::FromMean)));
    m_inForce->setText(tr("Limits then: charge %1 A, discharge %2 A. Insulation %3 k\u03A9.")
                           .arg(decimal(frame.chargeMilliamps, 0), decimal(frame.dischargeMilliamps, 0),
                               QLocale().toString(frame.insulationKiloOhm)));
    m_inForce->show();
    m_quantity->show();
    m_cells->show();
}

void FaultsView::setPermit(bool signedIn, bool allowed, const QList<RoleId> &holders)
{
    m_signedIn = signedIn;
    m_allowed = signedIn && allowed;
    m_clear->setEnabled(m_allowed && m_model.rowCount() > 0);
    QStringList names;
    for (const RoleId &role : holders)
        names.append(Names::role(role));
    const QString who = names.join(tr(" or "));
    m_permit->setText(m_allowed ? QString()
            : !signedIn         ? tr("Sign in to clear faults and to see the moment at which they came.")
            : who.isEmpty()     ? tr("By the rules of this pack no role may clear its faults.")
                                : tr("Your role may not clear faults of this pack. Ask a person who is %1.").arg(who));
    m_permit->setVisible(!m_permit->text().isEmpty());
    m_askRight->setVisible(signedIn && !m_allowed);
    m_clear->setToolTip(m_permit->text());
    showDetail();
}

void FaultsView::setNotRead()
{
    m_wasRead = false;
    m_message->hide();
    m_age->clear();
    refresh();
}

void FaultsView::setReading(bool reading)
{
    m_read->setEnabled(!reading);
    if (reading)
        m_age->setText(tr("reading\u2026"));
}

void FaultsView::setReadAt(qint64 at)
{
    m_wasRead = true;
    m_message->hide();
    m_age->setText(tr("read %1").arg(format::dateTime(at)));
    refresh();
}

void FaultsView::showError(const Error &error)
{
    m_wasRead = false;
    m_age->clear();
    m_message->say(Status::Warning, Sentences::of(error).text());
    refresh();
}

void FaultsView::showCleared(const QString &serial)
{
    m_message->say(Status::Good, tr("The fault memory of %1 is cleared. What is still wrong comes again.").arg(serial));
}

void FaultsView::askToClear()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Clear faults"),
        tr("Clear the fault memory of this pack?\n\nThe moments that it keeps are gone then. What is still wrong is "
           "entered anew at once. The pack checks your right to do so and records it."),
        QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("clearQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("Clear"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("clearConfirm"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, &FaultsView::clearWanted);
    question->open();
}

void FaultsView::copy() const
{
    QStringList lines;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto fault = m_model.index(row, 0).data(FaultsModel::FaultRole).value<PackFault>();
        lines.append(QStringLiteral("%1\t%2\t%3")
                         .arg(QStringLiteral("%1").arg(fault.code, 6, 16, QLatin1Char('0')).toUpper(),
                             nameOf(fault.code), stateWord(FaultsModel::stateOf(fault))));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void FaultsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QWidget::keyPressEvent(event);
}

} // namespace packwarden
