// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/audit/auditpage.h"

#include "models/audit/auditmodel.h"
#include "models/audit/auditstore.h"
#include "models/keys/issuing.h"
#include "models/support/lookalike.h"
#include "models/workspace/auditverifier.h"
#include "widgets/audit/auditwords.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/columns.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/flowrow.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/roomycolumns.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QStyledItemDelegate>
#include <QTableView>

namespace packwarden {

namespace {

/// Turns the model's values into words.
class AuditDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setParties(const std::function<QString(const QString &)> &name) { m_party = name; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDisplay;
        const QVariant value = index.data(AuditModel::ValueRole);
        const Tones &tones = tonesOf(option->palette);
        switch (index.column()) {
        case AuditModel::TimeColumn:
            option->text = QLocale().toString(
                QDateTime::fromMSecsSinceEpoch(value.toLongLong() / 1000), QStringLiteral("d MMM yyyy HH:mm:ss"));
            break;
        case AuditModel::PartyColumn:
            option->text = lookalike::visible(m_party ? m_party(value.toString()) : value.toString());
            break;
        case AuditModel::RoleColumn: {
            const auto role = RoleId::parse(value.toString());
            option->text = role.ok() ? Names::role(*role) : value.toString();
            break;
        }
        case AuditModel::ActionColumn:
            option->text = Names::auditAction(value.toString());
            break;
        case AuditModel::OutcomeColumn: {
            const QString word = value.toString();
            const Status status = word == QLatin1String(auditoutcome::done) ? Status::Good
                : word == QLatin1String(auditoutcome::begun)                ? Status::Waiting
                                                                            : Status::Alarm;
            option->text = shapeOf(status) + u' '
                + (status == Status::Waiting
                        ? AuditWords::begun(index.data(AuditModel::OtherHalfRole).value<AuditRecord>())
                        : Names::auditOutcome(word));
            option->palette.setColor(QPalette::Text, statusColour(tones, status));
            option->palette.setColor(QPalette::HighlightedText, statusColour(tones, status));
            break;
        }
        default:
            option->text = lookalike::visible(value.toString());
        }
    }

private:
    std::function<QString(const QString &)> m_party;
};

} // namespace

AuditPage::AuditPage(AuditStore &store, AuditModel &model, AuditVerifier &verifier, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(model)
    , m_verifier(verifier)
    , m_search(new QLineEdit(this))
    , m_action(new Chooser(this))
    , m_outcome(new Chooser(this))
    , m_person(new QLineEdit(this))
    , m_pack(new QLineEdit(this))
    , m_byDay(new QCheckBox(tr("Day"), this))
    , m_day(new DateField(this))
    , m_count(makeLabel({}, "muted", this))
    , m_verify(makeButton(tr("Verify"), "verify", "primary", this))
    , m_asOf(makeButton(tr("As of a day\u2026"), nullptr, nullptr, this))
    , m_export(makeButton(tr("Export with proof\u2026"), "save", nullptr, this))
    , m_copy(makeButton(tr("Copy"), nullptr, "link", this))
    , m_prove(makeButton(tr("Export proof\u2026"), nullptr, "link", this))
    , m_document(makeButton(tr("Open the document"), nullptr, "link", this))
    , m_check(makeButton(tr("Check a file\u2026"), "open", nullptr, this))
    , m_nothing(new QWidget(this))
    , m_nothingText(makeLabel({}, "muted", m_nothing))
    , m_clear(makeButton(tr("Show all records"), nullptr, "link", m_nothing))
    , m_progress(new QProgressBar(this))
    , m_verdict(new MessageBar(this))
    , m_table(new QTableView(this))
    , m_detail(new QPlainTextEdit(this))
{
    m_verdict->setObjectName(QStringLiteral("auditVerdict"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Verification"));
    m_progress->hide();
    makeTable();
    m_detail->setObjectName(QStringLiteral("auditDetail"));
    // Hashes have no blanks to break at.
    m_detail->setWordWrapMode(QTextOption::WrapAnywhere);
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setFixedHeight(18 * grid);
    m_detail->setAccessibleName(tr("Record in detail"));
    m_detail->setPlaceholderText(tr("Choose a record to read it in detail."));

    auto *card = makeCard(this);
    auto *foot = new QHBoxLayout;
    foot->addWidget(makeLabel(tr("Record in detail"), "section"));
    foot->addStretch();
    foot->addWidget(m_document);
    foot->addWidget(m_prove);
    foot->addWidget(m_copy);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 12, 12, 12);
    inside->setSpacing(grid);
    inside->addLayout(makeBar());
    inside->addLayout(makeFilters());
    inside->addWidget(m_progress);
    inside->addWidget(m_verdict);
    inside->addWidget(m_table, 1);
    inside->addWidget(m_nothing, 1);
    inside->addLayout(foot);
    inside->addWidget(m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(card);

    connect(m_verify, &QPushButton::clicked, this, &AuditPage::toggleVerification);
    connect(m_copy, &QPushButton::clicked, this, &AuditPage::copyRecord);
    connect(m_prove, &QPushButton::clicked, this, &AuditPage::exportProof);
    connect(m_export, &QPushButton::clicked, this, [this] {
        m_files->save(this, tr("Export the audit"), QStringLiteral("audit.jsonl"),
            [page = QPointer<AuditPage>(this)](const QString &path) {
                if (page)
                    page->exportTo(path);
            });
    });
    connect(&verifier, &AuditVerifier::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, int(total));
        m_progress->setValue(int(done));
    });
    connect(m_verdict, &MessageBar::actionClicked, this, &AuditPage::decide);
    connect(&verifier, &AuditVerifier::finished, this, &AuditPage::showVerdict);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::showRecord);
    connect(&model, &QAbstractItemModel::modelReset, this, &AuditPage::showRecord);
    const auto count = [this] {
        m_count->setText(m_model.isSearching() ? tr("%n row(s) so far\u2026", nullptr, m_model.rowCount())
                                               : tr("%n row(s)", nullptr, m_model.rowCount()));
    };
    connect(&model, &AuditModel::searchingChanged, this, count);
    connect(&model, &QAbstractItemModel::modelReset, this, count);
    connect(&model, &QAbstractItemModel::rowsInserted, this, count);
    connect(&model, &QAbstractItemModel::modelReset, this, &AuditPage::showEmpty);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AuditPage::showEmpty);
    connect(&model, &AuditModel::searchingChanged, this, &AuditPage::showEmpty);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, count);
    connect(&model, &AuditModel::ended, this, [this](qint64 begun, qint64 end) {
        if (m_table->currentIndex().siblingAtColumn(AuditModel::SeqColumn).data().toLongLong() == begun)
            m_table->setCurrentIndex(m_model.index(m_model.rowOf(end), m_table->currentIndex().column()));
    });
    m_count->setToolTip(
        tr("Begin and end of one act are one row. An export has each record, as has “packwardenctl audit "
           "list”."));
    connect(m_clear, &QPushButton::clicked, this, &AuditPage::clearFilters);
    connect(m_check, &QPushButton::clicked, this, &AuditPage::chooseFile);
    connect(m_document, &QPushButton::clicked, this, [this] {
        const QString path = m_findDocument(m_table->currentIndex().data(AuditModel::RecordRole).value<AuditRecord>());
        if (!path.isEmpty())
            Q_EMIT documentWanted(path);
    });
    connect(&store, &AuditStore::readOnlyChanged, this, &AuditPage::showAccess);
    count();
    showEmpty();
    showRecord();
    showAccess();
}

QLayout *AuditPage::makeBar()
{
    m_search->setObjectName(QStringLiteral("auditSearch"));
    m_search->setPlaceholderText(tr("Search person, action, subject, outcome"));
    m_search->setAccessibleName(tr("Search the audit"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(50 * grid);
    m_verify->setObjectName(QStringLiteral("verifyAudit"));
    m_asOf->setObjectName(QStringLiteral("asOfOpen"));
    m_asOf->setToolTip(tr("Rules, values and keys as they were on a past day, and what proves it"));
    connect(m_asOf, &QPushButton::clicked, this, [this] { Q_EMIT asOfWanted(m_pack->text().trimmed()); });
    m_export->setObjectName(QStringLiteral("exportAudit"));
    m_export->setToolTip(tr("All records as text, with everything that others need to check the chain."));
    m_export->hide();
    m_copy->setObjectName(QStringLiteral("copyRecord"));
    m_copy->setToolTip(tr("Copy the chosen record"));
    m_prove->setObjectName(QStringLiteral("exportProof"));
    m_prove->setToolTip(tr("Write the chosen record as a file that others can check without the other records"));
    m_prove->hide();
    m_document->setObjectName(QStringLiteral("auditDocument"));
    m_document->setToolTip(tr("The document that the chosen record is about, as it is here now"));
    m_document->hide();
    m_check->setObjectName(QStringLiteral("auditCheck"));
    m_check->setToolTip(tr("An export or the proof of a record, of this audit or of another one"));
    m_check->hide();
    m_nothing->setObjectName(QStringLiteral("auditEmpty"));
    m_nothingText->setObjectName(QStringLiteral("auditEmptyText"));
    m_nothingText->setAlignment(Qt::AlignCenter);
    m_nothingText->setWordWrap(true);
    m_clear->setObjectName(QStringLiteral("auditShowAll"));
    auto *middle = new QVBoxLayout(m_nothing);
    middle->addStretch();
    middle->addWidget(m_nothingText);
    middle->addWidget(m_clear, 0, Qt::AlignHCenter);
    middle->addStretch();
    connect(m_search, &QLineEdit::textChanged, this, &AuditPage::applyFilter);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    bar->addStretch();
    bar->addWidget(m_asOf);
    bar->addWidget(m_check);
    bar->addWidget(m_export);
    bar->addWidget(m_verify);
    return bar;
}

QLayout *AuditPage::makeFilters()
{
    m_action->setObjectName(QStringLiteral("auditAction"));
    m_action->setAccessibleName(tr("Action"));
    m_action->addItem(tr("All actions"), QString());
    for (const char *word :
        {auditaction::signIn, auditaction::signOut, auditaction::pinTrust, auditaction::followTrust,
            auditaction::draftRequest, auditaction::signRequest, auditaction::mergeRequest, auditaction::deliverRequest,
            auditaction::withdrawRequest, auditaction::rejectRequest, auditaction::carryWithdrawal,
            auditaction::issueCertificate, auditaction::renewCertificate, auditaction::makeList, auditaction::carryList,
            auditaction::carryTime, auditaction::provision, auditaction::actOnPack, auditaction::witnessHead})
        m_action->addItem(Names::auditAction(QLatin1String(word)), QLatin1String(word));
    m_outcome->setObjectName(QStringLiteral("auditOutcome"));
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->addItem(tr("All outcomes"), QString());
    m_outcome->addItem(tr("Done"), QLatin1String(auditoutcome::done));
    m_outcome->addItem(tr("Begun, no end recorded"), QLatin1String(auditoutcome::begun));
    m_outcome->addItem(tr("Refused"), QLatin1String(AuditFilter::refusedOutcomes));
    m_outcome->addItem(tr("Contradictions"), QLatin1String(auditoutcome::conflict));
    m_person->setObjectName(QStringLiteral("auditPerson"));
    m_person->setAccessibleName(tr("Person"));
    m_person->setPlaceholderText(tr("Person"));
    m_person->setClearButtonEnabled(true);
    m_person->setMaximumWidth(22 * grid);
    m_pack->setObjectName(QStringLiteral("auditPack"));
    m_pack->setAccessibleName(tr("Pack"));
    m_pack->setPlaceholderText(tr("Pack serial"));
    m_pack->setClearButtonEnabled(true);
    m_pack->setMaximumWidth(22 * grid);
    m_byDay->setObjectName(QStringLiteral("auditByDay"));
    m_byDay->setToolTip(tr("Only the records of one day"));
    m_day->setDate(QDate::currentDate());
    m_day->setObjectName(QStringLiteral("auditDay"));
    m_day->setAccessibleName(tr("Day"));
    m_day->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    m_day->setEnabled(false);
    m_day->setFocusPolicy(Qt::StrongFocus);
    const auto apply = [this] {
        applyFilter();
    };
    connect(m_action, &QComboBox::currentIndexChanged, this, apply);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, apply);
    connect(m_person, &QLineEdit::textChanged, this, apply);
    connect(m_pack, &QLineEdit::textChanged, this, apply);
    connect(m_byDay, &QCheckBox::toggled, m_day, &QWidget::setEnabled);
    connect(m_byDay, &QCheckBox::toggled, this, apply);
    connect(m_day, &QDateEdit::dateChanged, this, apply);
    auto *row = new FlowRow(grid);
    for (QWidget *widget :
        {static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_outcome), static_cast<QWidget *>(m_person),
            static_cast<QWidget *>(m_pack), static_cast<QWidget *>(m_byDay), static_cast<QWidget *>(m_day)})
        row->addWidget(widget);
    return row;
}

void AuditPage::makeTable()
{
    const QStringList titles
        = {tr("No."), tr("Time"), tr("Person"), tr("Party"), tr("Role"), tr("Action"), tr("Subject"), tr("Outcome")};
    for (int column = 0; column < titles.size(); ++column)
        m_model.setHeaderData(column, Qt::Horizontal, titles.at(column));
    m_table->setModel(&m_model);
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Audit records"));
    m_delegate = new AuditDelegate(m_table);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    setColumnWidths(*m_table->horizontalHeader(), {52, 156, 128, 104, 128, 168, 292});
    auto *roomy = new RoomyColumns(*m_table, *m_table->horizontalHeader());
    roomy->shareSpare();
}

void AuditPage::applyFilter()
{
    AuditFilter filter;
    filter.text = m_search->text().trimmed();
    filter.action = m_action->currentData().toString();
    filter.outcome = m_outcome->currentData().toString();
    filter.person = m_person->text().trimmed();
    filter.pack = m_pack->text().trimmed().toUpper();
    if (m_byDay->isChecked()) {
        filter.fromUs = m_day->date().startOfDay().toMSecsSinceEpoch() * 1000;
        filter.untilUs = m_day->date().addDays(1).startOfDay().toMSecsSinceEpoch() * 1000;
    }
    m_model.setFilter(filter);
}

void AuditPage::offerExport(FileChooser &files)
{
    m_files = &files;
    m_export->show();
    m_prove->show();
    m_check->show();
}

void AuditPage::setDocuments(std::function<QString(const AuditRecord &)> find)
{
    m_findDocument = std::move(find);
    showRecord();
}

void AuditPage::setParties(const std::function<QString(const QString &)> &name)
{
    static_cast<AuditDelegate *>(m_delegate)->setParties(name);
    m_table->viewport()->update();
}

void AuditPage::clearFilters()
{
    m_search->clear();
    m_action->setCurrentIndex(0);
    m_outcome->setCurrentIndex(0);
    m_person->clear();
    m_pack->clear();
    m_byDay->setChecked(false);
}

void AuditPage::showEmpty()
{
    const bool isEmpty = m_model.rowCount() == 0;
    const bool isFiltered = m_model.filter() != AuditFilter();
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_nothingText->setText(m_model.isSearching() ? tr("Searching\u2026")
            : isFiltered                         ? tr("No record is like that.")
                         : tr("Nothing is recorded yet. What is signed, delivered, trusted or refused "
                              "here is kept in this list, and cannot be changed without a trace."));
    m_clear->setVisible(isFiltered && !m_model.isSearching());
}

void AuditPage::showSubject(const QString &subject)
{
    const auto serial = PackSerial::parse(subject);
    m_pack->setText(serial.ok() ? subject : QString());
    m_search->setText(serial.ok() ? QString() : subject);
}

void AuditPage::toggleVerification()
{
    if (m_verifier.isRunning()) {
        m_verifier.cancel();
        return;
    }
    m_verify->setText(tr("Stop"));
    m_verdict->hide();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_verifier.start();
}

void AuditPage::copyRecord()
{
    QGuiApplication::clipboard()->setText(m_detail->toPlainText());
}

void AuditPage::showAccess()
{
    if (m_store.isReadOnly())
        m_verdict->say(Status::Alarm,
            tr("This audit can only be read (%1): nothing can be signed or delivered here.")
                .arg(m_store.readOnlyReason()));
}

void AuditPage::showVerdict(const AuditVerdict &verdict)
{
    m_verify->setText(tr("Verify"));
    m_progress->hide();
    const bool stopped = verdict.problem && verdict.problem->code == Code::Cancelled;
    Status status = verdict.flags.isEmpty() ? Status::Good : Status::Waiting;
    if (stopped)
        status = Status::Information;
    else if (!verdict.intact() || verdict.isDisputed() || verdict.lacksCheckpoints())
        status = Status::Alarm;
    m_accusers = verdict.accusers;
    m_verdict->say(
        status, AuditWords::verdict(verdict), m_accusers.isEmpty() || stopped ? QString() : tr("Decide\u2026"));
}

void AuditPage::decide()
{
    if (m_accusers.isEmpty())
        return;
    const AuditAccuser accuser = m_accusers.constFirst();
    const QString who = lookalike::visible(accuser.by);
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Two words about this audit"),
        tr("%1 names a head of record %2 that this audit does not have.").arg(who).arg(accuser.count),
        QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("settleDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Either this audit was changed, or the holder of that key told something false. Ask %1 first. If you decide "
           "that it was false, what this key tells is a dispute from now on and no proof of damage; your decision is "
           "recorded. Revoke the key if it told something false on purpose.")
            .arg(who));
    QPushButton *settle = question->addButton(tr("It told something false"), QMessageBox::DestructiveRole);
    settle->setObjectName(QStringLiteral("settleHead"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this, [this, settle, accuser](const QAbstractButton *button) {
        if (button != settle)
            return;
        if (const auto settled = m_verifier.settle(accuser); settled.ok())
            m_verdict->say(Status::Information,
                tr("Your decision is recorded. The audit is verified again; if it is in order, it can be written."));
        else
            m_verdict->say(Status::Alarm, Sentences::of(settled.error()).text());
    });
    question->open();
}

void AuditPage::showRecord()
{
    const auto record = m_table->currentIndex().data(AuditModel::RecordRole).value<AuditRecord>();
    m_copy->setEnabled(record.seq != 0);
    m_prove->setEnabled(record.seq != 0);
    m_document->setVisible(record.seq != 0 && m_findDocument && !m_findDocument(record).isEmpty());
    if (record.seq == 0)
        m_detail->clear();
    else
        m_detail->setPlainText(
            AuditWords::detail(record, m_table->currentIndex().data(AuditModel::OtherHalfRole).value<AuditRecord>()));
}

} // namespace packwarden
