// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "securityview.h"

#include "names.h"
#include "parts.h"
#include "sentences.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>

#include <algorithm>

namespace packwarden {

namespace {

using L1 = QLatin1String;

QString slotName(const QString &word)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("board"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "Board: cells, sensors, node")},
        {QStringLiteral("identity"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "Identity: serial, hardware")},
        {QStringLiteral("manufacturer-root"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "Manufacturer's root")},
        {QStringLiteral("device-key"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "The pack's own key")},
        {QStringLiteral("silicon"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "Silicon limits")},
        {QStringLiteral("datasheet"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "Data sheet")},
        {QStringLiteral("foundation"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "Foundation")},
        {QStringLiteral("device-chain"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "The pack's certificate")},
        {QStringLiteral("state"), QT_TRANSLATE_NOOP("packwarden::SecurityView", "Rules, values, lock, lists, records")},
    };
    const auto it = names.constFind(word);
    return it == names.cend() ? word : SecurityView::tr(*it);
}

struct Kind
{
    const char *word;
    const char *title;
};

/// From what nothing can change to what documents change.
constexpr Kind kinds[] = {
    {"write-once-read-many", QT_TRANSLATE_NOOP("packwarden::SecurityView", "Written once, read by anybody")},
    {"write-once-read-never", QT_TRANSLATE_NOOP("packwarden::SecurityView", "Written once, read by nobody")},
    {"write-until-protected", QT_TRANSLATE_NOOP("packwarden::SecurityView", "Writable until it was protected")},
    {"rewritable", QT_TRANSLATE_NOOP("packwarden::SecurityView", "Rewritable, by verified documents alone")},
};

QString lines(const QStringList &all)
{
    return all.isEmpty() ? QStringLiteral("\u2013") : all.join(u'\n');
}

QString counts(const QMap<QString, qint64> &map)
{
    QStringList all;
    for (auto it = map.begin(); it != map.end(); ++it)
        all.append(QStringLiteral("%1 \u00D7 %2").arg(it.value()).arg(it.key()));
    return all.join(QStringLiteral(", "));
}

QString guardName(const QString &word)
{
    if (word == L1("frozen-charge"))
        return SecurityView::tr("charging frozen cells");
    if (word == L1("cold-power"))
        return SecurityView::tr("full power from a cold pack");
    return word;
}

} // namespace

SecurityView::SecurityView(QWidget *parent)
    : QScrollArea(parent)
    , m_message(new MessageBar)
    , m_age(makeLabel({}, "muted"))
    , m_read(makeButton(tr("Read again")))
{
    setProperty("bare", true); // its cards stand on the window
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Security of the pack"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, packwarden::grid, 0, 0);
    column->setSpacing(12);
    m_read->setObjectName(QStringLiteral("securityRead"));
    m_age->setObjectName(QStringLiteral("securityAge"));
    auto *prove = makeButton(tr("Have it sign this\u2026"), "verify");
    prove->setObjectName(QStringLiteral("securityStatement"));
    prove->setToolTip(tr("The pack signs a statement over a number that it could not know before; the signature is "
                         "checked against the manufacturer's root in the charter."));
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_age, 1);
    bar->addWidget(prove);
    bar->addWidget(m_read);
    column->addLayout(bar);
    column->addWidget(m_message);
    m_message->hide();
    auto *cards = new QGridLayout;
    cards->setSpacing(12);
    m_identity = addCard(*cards, 0, 0, tr("Identity and life cycle"), "securityIdentity");
    m_lock = addCard(*cards, 0, 1, tr("Lock and activation"), "securityLock");
    m_lockButton = makeButton(tr("Theft-lock\u2026"), "lock", "link");
    m_lockButton->setObjectName(QStringLiteral("securityLockButton"));
    m_lockButton->setProperty("flush", true);
    m_lockButton->setToolTip(tr("Drafts the command; it is locked when the pack has taken it"));
    auto *lockCard = qobject_cast<QBoxLayout *>(m_lock->parentWidget()->layout());
    lockCard->insertWidget(lockCard->count() - 1, m_lockButton, 0, Qt::AlignLeft);
    connect(m_lockButton, &QPushButton::clicked, this, [this] { Q_EMIT lockWanted(!m_locked); });
    m_parts = addCard(*cards, 0, 2, tr("Paired parts"), "securityParts");
    cards->addWidget(makeRepository(), 1, 0, 1, 3);
    m_knowledge = addCard(*cards, 2, 0, tr("What the pack knows"), "securityKnowledge");
    m_counters = addCard(*cards, 2, 1, tr("Counters"), "securityCounters");
    m_heads = addCard(*cards, 2, 2, tr("Audits it witnesses"), "securityHeads");
    for (int i = 0; i < 3; ++i)
        cards->setColumnStretch(i, 1);
    column->addLayout(cards);
    column->addStretch();
    setWidget(body);
    body->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_read, &QPushButton::clicked, this, &SecurityView::readWanted);
    connect(prove, &QPushButton::clicked, this, &SecurityView::statementWanted);
}

QLabel *SecurityView::addCard(QGridLayout &cards, int row, int columnIndex, const QString &title, const char *name)
{
    auto *card = makeCard(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * packwarden::grid, packwarden::grid + 2, 2 * packwarden::grid, packwarden::grid + 2);
    column->addWidget(makeLabel(title, "section"));
    auto *text = makeLabel(QStringLiteral("\u2013"));
    text->setObjectName(QLatin1String(name));
    text->setAccessibleName(title);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(text);
    column->addStretch();
    cards.addWidget(card, row, columnIndex);
    return text;
}

QWidget *SecurityView::makeRepository()
{
    auto *card = makeCard(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * packwarden::grid, packwarden::grid + 2, packwarden::grid, packwarden::grid);
    column->addWidget(makeLabel(tr("Key repository"), "section"));
    m_repository = new QTableWidget(0, 4);
    m_repository->setObjectName(QStringLiteral("securityRepository"));
    m_repository->setAccessibleName(tr("Key repository"));
    m_repository->setHorizontalHeaderLabels({tr("Slot"), tr("State"), tr("Size"), tr("SHA-256 of what may be read")});
    m_repository->setFrameShape(QFrame::NoFrame);
    m_repository->setShowGrid(false);
    m_repository->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_repository->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_repository->setTabKeyNavigation(false);
    m_repository->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_repository->horizontalHeader()->setHighlightSections(false);
    m_repository->verticalHeader()->hide();
    m_repository->verticalHeader()->setDefaultSectionSize(24);
    m_repository->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_repository->horizontalHeader()->setStretchLastSection(true);
    m_repository->setColumnWidth(0, 296);
    m_repository->setColumnWidth(1, 160);
    m_repository->setColumnWidth(2, 96);
    column->addWidget(m_repository);
    showRepository({});
    return card;
}

void SecurityView::showRepository(const QList<RepositorySlot> &slotList)
{
    m_repository->clearSpans();
    m_repository->setRowCount(0);
    const auto add = [this](const QStringList &texts, bool bold) {
        const int row = m_repository->rowCount();
        m_repository->insertRow(row);
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QTableWidgetItem(texts.at(column));
            QFont face = font();
            face.setBold(bold);
            item->setFont(face);
            item->setToolTip(texts.at(column));
            m_repository->setItem(row, column, item);
        }
        if (bold)
            m_repository->setSpan(row, 0, 1, 4);
    };
    for (const Kind &kind : kinds) {
        const auto ofKind = [&kind](const RepositorySlot &slot) {
            return slot.kind == L1(kind.word);
        };
        if (std::none_of(slotList.begin(), slotList.end(), ofKind))
            continue;
        add({tr(kind.title)}, true);
        for (const RepositorySlot &slot : slotList) {
            if (!ofKind(slot))
                continue;
            const QString state = slot.state == L1("protected")
                ? shapeOf(Status::Good) + u' ' + tr("protected for good")
                : slot.state == L1("written") ? shapeOf(Status::Good) + u' ' + tr("written")
                                              : shapeOf(Status::Waiting) + u' ' + tr("empty");
            const QString hash = slot.sha256.isEmpty()
                ? (slot.kind == L1("write-once-read-never") ? tr("nobody can read it") : QString())
                : QString::fromLatin1(slot.sha256.toHex());
            add({QStringLiteral("    ") + slotName(slot.name), state,
                    slot.size > 0 ? QLocale().formattedDataSize(slot.size) : QString(), hash},
                false);
        }
    }
    if (slotList.isEmpty())
        add({tr("Not read yet.")}, true);
    m_repository->setFixedHeight(m_repository->horizontalHeader()->sizeHint().height()
        + m_repository->rowCount() * m_repository->verticalHeader()->defaultSectionSize() + 4);
}

void SecurityView::setFacts(const PackFacts &facts)
{
    if (facts.serial.isEmpty())
        return m_identity->setText(QStringLiteral("\u2013"));
    QStringList all{tr("Serial %1").arg(facts.serial.text()), tr("Hardware %1").arg(facts.hardware),
        tr("BSP software %1").arg(facts.software),
        tr("Life cycle: %1").arg(Names::lifeCycle(lifeCycleName(facts.lifeCycle.state)))};
    all.append(facts.lifeCycle.clockUncertain
            ? shapeOf(Status::Warning) + u' ' + tr("Its clock is uncertain: it takes lists, locks and the time alone.")
            : tr("Clock %1").arg(Sentences::dateTime(facts.lifeCycle.now)));
    all.append(tr("Charter %1, policy %2").arg(facts.charter.version).arg(facts.policy.version));
    m_identity->setText(lines(all));
}

void SecurityView::take(const PackAnswer &answer, qint64 now)
{
    if (!answer.ok()) {
        m_message->say(Status::Warning, Sentences::of(answer.error).text());
        return;
    }
    if (const auto *slotList = answer.as<QList<RepositorySlot>>()) {
        showRepository(*slotList);
    } else if (const auto *lock = answer.as<LockInfo>()) {
        QStringList all;
        m_locked = lock->state == L1("theft-locked");
        m_lockButton->setText(m_locked ? tr("End the theft-lock\u2026") : tr("Theft-lock\u2026"));
        if (m_locked)
            all.append(shapeOf(Status::Alarm) + u' ' + tr("Locked against theft"));
        else if (lock->state == L1("active"))
            all.append(shapeOf(Status::Good) + u' '
                + tr("Active to %1 until %2").arg(lock->purpose, Sentences::dateTime(lock->until)));
        else
            all.append(tr("Inactive, its normal state"));
        if (lock->pending)
            all.append(tr("Takes effect at standstill: no lock stops a van on the road."));
        if (!lock->person.isEmpty())
            all.append(tr("By %1").arg(lock->person));
        all.append(tr("Locked or unlocked %n time(s)", nullptr, int(lock->revision)));
        m_lock->setText(lines(all));
    } else if (const auto *parts = answer.as<QMap<QString, Component>>()) {
        QStringList all;
        for (auto it = parts->begin(); it != parts->end(); ++it) {
            const QString state = it->state();
            all.append(state == L1("ok") ? shapeOf(Status::Good) + u' ' + tr("%1: paired").arg(it.key())
                    : state == L1("missing")
                    ? shapeOf(Status::Alarm) + u' ' + tr("%1: missing").arg(it.key())
                    : shapeOf(Status::Alarm) + u' ' + tr("%1: foreign (%2)").arg(it.key(), it->found));
        }
        m_parts->setText(lines(all));
    } else if (const auto *counters = answer.as<PackCounters>()) {
        QStringList all{tr("Started %n time(s)", nullptr, int(counters->boots)),
            tr("Failed sign-ins: %1").arg(counters->failedAuthentications)};
        const QString refusals = counts(counters->refusals);
        all.append(refusals.isEmpty() ? tr("Nothing refused") : tr("Refused: %1").arg(refusals));
        for (auto it = counters->prevented.begin(); it != counters->prevented.end(); ++it)
            all.append(tr("Prevented %n time(s): %1", nullptr, int(it.value())).arg(guardName(it.key())));
        m_counters->setText(lines(all));
    } else if (const auto *known = answer.as<PackKnowledge>()) {
        QStringList all;
        for (const PackKnowledge::List &list : known->lists) {
            const qint64 here = m_lists.value(list.issuerSpki, -1);
            const bool late = list.nextUpdate < now;
            QString line = (late ? shapeOf(Status::Warning) : shapeOf(Status::Good)) + u' '
                + tr("%1: list %2, good until %3")
                      .arg(list.issuer)
                      .arg(list.number)
                      .arg(Sentences::dateTime(list.nextUpdate));
            if (here > list.number)
                line += u' ' + tr("(this console has %1)").arg(here);
            all.append(line);
        }
        all.append(tr("%n withdrawal(s)", nullptr, int(known->withdrawals.size())));
        m_knowledge->setText(lines(all));
    } else if (const auto *heads = answer.as<QList<WitnessedHead>>()) {
        const auto conflicts
            = std::count_if(heads->begin(), heads->end(), [](const WitnessedHead &head) { return head.conflict; });
        QStringList all{tr("Heads of %n audit(s)", nullptr, int(heads->size()))};
        all.append(conflicts == 0
                ? shapeOf(Status::Good) + u' ' + tr("no audit was seen with two histories")
                : shapeOf(Status::Alarm) + u' ' + tr("%n audit(s) with two histories", nullptr, int(conflicts)));
        m_heads->setText(lines(all));
    }
}

void SecurityView::setReading(bool reading)
{
    m_read->setEnabled(!reading);
    if (reading)
        m_age->setText(tr("reading\u2026"));
}

void SecurityView::setReadAt(qint64 at)
{
    m_age->setText(tr("read %1").arg(Sentences::dateTime(at)));
}

void SecurityView::setNotRead()
{
    m_age->setText(shapeOf(Status::Warning) + u' ' + tr("not all was read; what stands here may be older"));
}

void SecurityView::showStatement(Status status, const QString &text)
{
    m_message->say(status, text);
}

void SecurityView::clear()
{
    m_message->hide();
    m_locked = false;
    m_lockButton->setText(tr("Theft-lock\u2026"));
    m_age->clear();
    for (QLabel *label : {m_identity, m_lock, m_parts, m_counters, m_knowledge, m_heads})
        label->setText(QStringLiteral("\u2013"));
    showRepository({});
}

} // namespace packwarden
