// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/recordingsview.h"

#include "models/packs/playedrecording.h"
#include "models/packs/recordingsmodel.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/format.h"

#include <QBoxLayout>
#include <QDropEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QUrl>

namespace packwarden {

namespace {

/// The recording that is dropped; empty if it is anything else.
QString droppedRecording(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString path
        = urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
    return isRecording(path) ? path : QString();
}

QString lengthText(qint64 seconds)
{
    const QString minutes = QStringLiteral("%1:%2")
                                .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                                .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? minutes : QStringLiteral("%1:%2").arg(seconds / 3600).arg(minutes);
}

class RecordingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant value = index.data(RecordingsModel::ValueRole);
        switch (index.column()) {
        case RecordingsModel::BeganColumn:
            option->text = value.toLongLong() == 0 ? RecordingsView::tr("empty") : format::dateTime(value.toLongLong());
            if (index.data(RecordingsModel::GrowingRole).toBool())
                option->text = RecordingsView::tr("%1, being written").arg(option->text);
            break;
        case RecordingsModel::LengthColumn:
            option->text = lengthText(value.toLongLong());
            option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
            break;
        case RecordingsModel::SizeColumn:
            option->text = QLocale().formattedDataSize(value.toLongLong(), 1, QLocale::DataSizeSIFormat);
            option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
            break;
        default:
            option->text = value.toString();
        }
    }
};

} // namespace

RecordingsView::RecordingsView(RecordingsModel &model, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_chip(new Chip(this))
    , m_hint(
          makeLabel(tr("A recording begins with the last 30 seconds and holds every frame, sent and heard. It is plain "
                       "text that other tools read, too (candump -L)."),
              "muted", this))
    , m_record(makeButton({}, nullptr, "primary", this))
    , m_play(makeButton(tr("Play in another window"), "open", nullptr, this))
    , m_playFile(makeButton(tr("Play a file\u2026"), nullptr, nullptr, this))
    , m_table(new QTableView(this))
    , m_empty(makeLabel(
          tr("Nothing is recorded yet. Record while something odd happens: what was before is kept."), "muted", this))
{
    m_chip->setObjectName(QStringLiteral("recordingState"));
    m_record->setObjectName(QStringLiteral("record"));
    m_play->setObjectName(QStringLiteral("playRecording"));
    m_playFile->setObjectName(QStringLiteral("playFile"));
    m_empty->setObjectName(QStringLiteral("noRecordings"));
    setAcceptDrops(true);
    m_hint->setWordWrap(true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    makeTable();
    auto *head = makeCard(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * grid);
    row->addWidget(m_record);
    row->addWidget(m_chip);
    row->addStretch();
    auto *inHead = new QVBoxLayout(head);
    inHead->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    inHead->setSpacing(grid);
    inHead->addLayout(row);
    inHead->addWidget(m_hint);
    auto *list = makeCard(this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_playFile);
    buttons->addWidget(m_play);
    auto *inList = new QVBoxLayout(list);
    inList->setContentsMargins(grid, grid, grid, grid);
    inList->setSpacing(grid);
    inList->addWidget(m_table, 1);
    inList->addWidget(m_empty, 1);
    inList->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, grid, 0, 0);
    column->setSpacing(grid);
    column->addWidget(head);
    column->addWidget(list, 1);
    connect(m_record, &QPushButton::clicked, this, [this] {
        if (m_state.recording)
            Q_EMIT stopWanted();
        else
            Q_EMIT recordWanted();
    });
    const auto play = [this] {
        if (!chosen().isEmpty())
            Q_EMIT playWanted(chosen());
    };
    connect(m_play, &QPushButton::clicked, this, play);
    connect(m_table, &QTableView::activated, this, play);
    connect(m_playFile, &QPushButton::clicked, this, [this, &files] {
        files.open(this, tr("Play a recording"), {tr("Recordings (*.log)"), tr("All files (*)")},
            [this](const QString &path) { Q_EMIT playWanted(path); });
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordingsView::update);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordingsView::update);
    update();
}

QString RecordingsView::title()
{
    return tr("Recordings");
}

void RecordingsView::makeTable()
{
    const QStringList titles{tr("Began"), tr("Length"), tr("Size"), tr("File")};
    for (int column = 0; column < titles.size(); ++column)
        m_model.setHeaderData(column, Qt::Horizontal, titles.at(column));
    m_table->setObjectName(QStringLiteral("recordings"));
    m_table->setAccessibleName(title());
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new RecordingDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(4 * grid);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(RecordingsModel::BeganColumn, 30 * grid);
    m_table->setColumnWidth(RecordingsModel::LengthColumn, 12 * grid);
    m_table->setColumnWidth(RecordingsModel::SizeColumn, 12 * grid);
}

QString RecordingsView::chosen() const
{
    const QModelIndex index = m_table->currentIndex();
    return m_table->selectionModel()->hasSelection() ? index.data(RecordingsModel::PathRole).toString() : QString();
}

void RecordingsView::setState(const RecordingState &state)
{
    m_state = state;
    m_model.refresh(state.recording ? state.file : QString());
    update();
}

void RecordingsView::update()
{
    m_record->setText(m_state.recording ? tr("Stop") : tr("Record"));
    m_record->setToolTip(m_state.recording
            ? tr("Ends the recording; the file is complete at any time.")
            : tr("Writes all frames of the bus into a new file, from 30 seconds ago on."));
    if (m_state.recording && m_state.bytesLeft >= 0)
        m_chip->set(Status::Warning, tr("Recording ends soon"),
            tr("room for %1").arg(QLocale().formattedDataSize(m_state.bytesLeft, 1, QLocale::DataSizeSIFormat)));
    else if (m_state.recording)
        m_chip->set(Status::Information, tr("Recording"), tr("%1 frames").arg(QLocale().toString(m_state.frames)));
    else
        m_chip->set(Status::Neutral, tr("Not recording"));
    const bool any = m_model.rowCount() > 0;
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    m_play->setEnabled(!chosen().isEmpty());
    m_play->setToolTip(m_play->isEnabled()
            ? tr("Opens a console whose bus is this recording. This one stays on its bus.")
            : tr("Choose a recording first."));
}

void RecordingsView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedRecording(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void RecordingsView::dropEvent(QDropEvent *event)
{
    const QString path = droppedRecording(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT playWanted(path);
}

} // namespace packwarden
