// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditpage.h"

#include "names.h"
#include "parts.h"
#include "sentences.h"

#include <auditmodel.h>
#include <auditstore.h>
#include <auditverifier.h>

#include <QCborValue>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
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
        case AuditModel::RoleColumn: {
            const auto role = RoleId::parse(value.toString());
            option->text = role ? Names::role(*role) : value.toString();
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
            option->text = shapeOf(status) + u' ' + Names::auditOutcome(word);
            option->palette.setColor(QPalette::Text, statusColour(tones, status));
            option->palette.setColor(QPalette::HighlightedText, statusColour(tones, status));
            break;
        }
        default:
            option->text = value.toString();
        }
    }
};

} // namespace

AuditPage::AuditPage(AuditStore &store, AuditModel &model, AuditVerifier &verifier, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(model)
    , m_verifier(verifier)
    , m_search(new QLineEdit(this))
    , m_verify(makeButton(tr("Verify"), "verify", "primary", this))
    , m_progress(new QProgressBar(this))
    , m_verdict(new MessageBar(this))
    , m_table(new QTableView(this))
    , m_detail(new QPlainTextEdit(this))
{
    m_search->setPlaceholderText(tr("Search person, action, subject, outcome"));
    m_search->setAccessibleName(tr("Search the audit"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(50 * grid);
    m_verify->setObjectName(QStringLiteral("verifyAudit"));
    m_verdict->setObjectName(QStringLiteral("auditVerdict"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Verification"));
    m_progress->hide();

    const QStringList titles
        = {tr("No."), tr("Time"), tr("Person"), tr("Party"), tr("Role"), tr("Action"), tr("Subject"), tr("Outcome")};
    for (int column = 0; column < titles.size(); ++column)
        model.setHeaderData(column, Qt::Horizontal, titles.at(column));
    m_table->setModel(&model);
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Audit records"));
    m_table->setItemDelegate(new AuditDelegate(m_table));
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
    const int widths[] = {52, 156, 128, 104, 128, 168, 292};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    // Hashes have no blanks to break at.
    m_detail->setWordWrapMode(QTextOption::WrapAnywhere);
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setFixedHeight(11 * grid);
    m_detail->setAccessibleName(tr("Record in detail"));
    m_detail->setPlaceholderText(tr("Choose a record to see its hash and detail."));

    auto *card = makeCard(this);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    bar->addStretch();
    bar->addWidget(m_verify);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 12, 12, 12);
    inside->addLayout(bar);
    inside->addWidget(m_progress);
    inside->addWidget(m_verdict);
    inside->addWidget(m_table, 1);
    inside->addWidget(m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(card);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        AuditFilter filter = m_model.filter();
        filter.text = text;
        m_model.setFilter(filter);
    });
    connect(m_verify, &QPushButton::clicked, this, [this] {
        m_verify->setEnabled(false);
        m_verdict->hide();
        m_progress->setRange(0, 0);
        m_progress->show();
        m_verifier.start();
    });
    connect(&verifier, &AuditVerifier::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, int(total));
        m_progress->setValue(int(done));
    });
    connect(&verifier, &AuditVerifier::finished, this, &AuditPage::showVerdict);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::showRecord);
    connect(&store, &AuditStore::readOnlyChanged, this, &AuditPage::showAccess);
    showAccess();
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
    m_verify->setEnabled(true);
    m_progress->hide();
    if (!verdict.intact()) {
        const QString text = verdict.problem->code == Code::AuditDamaged
            ? tr("Damaged at record %1 (%2). The %n record(s) before it are intact. Nothing more is written here.",
                nullptr, int(verdict.checked))
                  .arg(verdict.badRecord)
                  .arg(verdict.problem->detail)
            : Sentences::of(*verdict.problem).text();
        m_verdict->say(Status::Alarm, text);
        return;
    }
    QStringList text{tr("Intact: all %n record(s) follow from one another.", nullptr, int(verdict.checked))};
    text += anchorsOf(verdict);
    for (const AuditFlag &flag : verdict.flags)
        text.append(sentenceOf(flag));
    m_verdict->say(verdict.isDisputed() ? Status::Alarm
            : verdict.flags.isEmpty()   ? Status::Good
                                        : Status::Waiting,
        text.join(u' '));
}

QStringList AuditPage::anchorsOf(const AuditVerdict &verdict)
{
    if (verdict.witnessed == 0)
        return {tr("None of them is witnessed by others yet.")};
    QStringList by;
    for (const AuditAnchor &anchor : verdict.anchors) {
        if (anchor.proved && anchor.count == verdict.witnessed && !by.contains(anchor.by))
            by.append(anchor.by);
    }
    QStringList text{tr("Anchored up to record %1 by %2.").arg(verdict.witnessed).arg(by.join(QStringLiteral(", ")))};
    if (verdict.notWitnessed() > 0)
        text.append(tr("%n record(s) after it are not yet witnessed.", nullptr, int(verdict.notWitnessed())));
    return text;
}

QString AuditPage::sentenceOf(const AuditFlag &flag)
{
    switch (flag.kind) {
    case AuditFlag::Kind::Disputed:
        return tr("Somebody holds another record %1 of this audit (%2).").arg(flag.record).arg(flag.detail);
    case AuditFlag::Kind::Conflict:
        return tr("Another audit was seen with two histories; record %1 keeps the evidence.").arg(flag.record);
    case AuditFlag::Kind::CheckpointInvalid:
        return tr("The checkpoint of record %1 is none (%2).").arg(flag.record).arg(flag.detail);
    case AuditFlag::Kind::CheckpointUntrusted:
        return tr("The checkpoint of record %1 does not count (%2).").arg(flag.record).arg(flag.detail);
    case AuditFlag::Kind::CheckpointMissing:
        return tr("No checkpoint covers record %1.").arg(flag.record);
    }
    return {};
}

void AuditPage::showRecord()
{
    const auto record = m_table->currentIndex().data(AuditModel::RecordRole).value<AuditRecord>();
    if (record.seq == 0)
        return m_detail->clear();
    m_detail->setPlainText(tr("Record %1, hash %2").arg(record.seq).arg(QString::fromLatin1(record.hash.toHex()))
        + u'\n' + QCborValue::fromCbor(record.detail).toDiagnosticNotation());
}

} // namespace packwarden
