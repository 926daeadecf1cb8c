// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/security/securityview.h"

#include "models/core/pki/certificate.h"
#include "models/support/lookalike.h"
#include "widgets/inspector/security/lifecyclesteps.h"
#include "widgets/inspector/security/listfreshness.h"
#include "widgets/inspector/security/repositorymap.h"
#include "widgets/kit/parts.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <algorithm>
#include <utility>

namespace packwarden {

namespace {

using L1 = QLatin1String;

constexpr int sideMargin = 2 * grid;
constexpr int headMargin = grid + 2;
constexpr int columns = 3;
constexpr int hashShown = 16; ///< characters of a fingerprint in a list
constexpr int withdrawalsShown = 4;
constexpr int countsShown = 6;
constexpr qint64 day = 86'400;
constexpr qint64 soon = 30 * day;

const QString nothing = QStringLiteral("\u2013");

QString lines(const QStringList &all)
{
    return all.isEmpty() ? nothing : all.join(u'\n');
}

QString guardName(const QString &word)
{
    if (word == L1("frozen-charge"))
        return SecurityView::tr("charging frozen cells");
    if (word == L1("cold-power"))
        return SecurityView::tr("full power from a cold pack");
    if (word == L1("reverse-at-speed"))
        return SecurityView::tr("power to turn round at speed");
    return word;
}

} // namespace

SecurityView::SecurityView(QWidget *parent)
    : QScrollArea(parent)
    , m_message(new MessageBar)
    , m_age(makeLabel({}, "muted"))
    , m_read(makeButton(tr("Read again")))
    , m_cards(new QGridLayout)
{
    setProperty("bare", true); // its cards stand on the window
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Security of the pack"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, packwarden::grid, 0, 0);
    column->setSpacing(12);
    makeBar(*column);
    column->addWidget(m_message);
    m_message->hide();
    m_cards->setSpacing(12);
    makeIdentity();
    makeLock();
    makeRepository();
    makeKnowledge();
    makeCounters();
    m_partsCard = addCard(3, 0, tr("Paired parts"));
    m_parts = addText(m_partsCard, tr("Paired parts"), "securityParts");
    m_headsCard = addCard(3, 1, tr("Audits it witnesses"));
    m_heads = addText(m_headsCard, tr("Audits it witnesses"), "securityHeads");
    m_withdrawnCard = addCard(3, 2, tr("Withdrawals"));
    m_withdrawn = addText(m_withdrawnCard, tr("Withdrawals"), "securityWithdrawn");
    for (int i = 0; i < columns; ++i)
        m_cards->setColumnStretch(i, 1);
    column->addLayout(m_cards);
    column->addStretch();
    setWidget(body);
    body->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    clear();
}

void SecurityView::makeBar(QVBoxLayout &column)
{
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
    column.addLayout(bar);
    connect(m_read, &QPushButton::clicked, this, &SecurityView::readWanted);
    connect(prove, &QPushButton::clicked, this, &SecurityView::statementWanted);
}

SecurityView::Card SecurityView::addCard(int row, int column, const QString &title, int columnSpan)
{
    auto *frame = makeCard(this);
    Card card{new QVBoxLayout(frame), new Chip};
    card.column->setContentsMargins(sideMargin, headMargin, sideMargin, headMargin);
    card.column->setSpacing(packwarden::grid);
    card.column->setAlignment(Qt::AlignTop);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(title, "section"), 1);
    head->addWidget(card.chip);
    card.column->addLayout(head);
    m_cards->addWidget(frame, row, column, 1, columnSpan);
    return card;
}

QLabel *SecurityView::addText(const Card &card, const QString &name, const char *objectName)
{
    auto *text = makeLabel(nothing);
    text->setObjectName(QLatin1String(objectName));
    text->setAccessibleName(name);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card.column->addWidget(text);
    return text;
}

void SecurityView::makeIdentity()
{
    m_identityCard = addCard(0, 0, tr("Identity and life cycle"), 2);
    m_steps = new LifeCycleSteps;
    m_identityCard.column->addWidget(m_steps);
    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(packwarden::grid);
    facts->setVerticalSpacing(4);
    const auto add = [&](int row, int column, const QString &name, const char *objectName, int span = 1) {
        auto *value = makeLabel(nothing);
        value->setObjectName(QLatin1String(objectName));
        value->setAccessibleName(name);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        facts->addWidget(makeLabel(name, "muted"), row, 2 * column);
        facts->addWidget(value, row, 2 * column + 1, 1, span);
        return value;
    };
    m_identity = add(0, 0, tr("Serial"), "securityIdentity");
    m_clock = add(0, 1, tr("Clock"), "securityClock");
    m_clock->setWordWrap(true);
    m_hardware = add(1, 0, tr("Hardware"), "securityHardware");
    m_rules = add(1, 1, tr("Rules"), "securityRules");
    m_software = add(2, 0, tr("BSP software"), "securitySoftware");
    m_device = add(3, 0, tr("Certificate"), "securityDevice", 3);
    m_device->setWordWrap(true);
    facts->setColumnStretch(1, 1);
    facts->setColumnStretch(3, 1);
    m_identityCard.column->addLayout(facts);
}

void SecurityView::makeLock()
{
    m_lockCard = addCard(0, 2, tr("Lock and activation"));
    m_lock = addText(m_lockCard, tr("Lock and activation"), "securityLock");
    m_lockButton = makeButton(tr("Theft-lock\u2026"), "lock", "link");
    m_lockButton->setObjectName(QStringLiteral("securityLockButton"));
    m_lockButton->setProperty("flush", true);
    m_lockButton->setToolTip(tr("Drafts the command; it is locked when the pack has taken it"));
    m_lockCard.column->addWidget(m_lockButton, 0, Qt::AlignLeft);
    m_lockCard.column->addStretch();
    connect(m_lockButton, &QPushButton::clicked, this, [this] { Q_EMIT lockWanted(!m_locked); });
}

void SecurityView::makeRepository()
{
    m_repositoryCard = addCard(1, 0, tr("Key repository"), columns);
    m_repository = new RepositoryMap;
    m_repository->setObjectName(QStringLiteral("securityRepository"));
    m_repositoryCard.column->addWidget(m_repository);
    m_slot = addText(m_repositoryCard, tr("Chosen slot"), "securitySlot");
    setTone(m_slot, "muted");
    connect(
        m_repository, &RepositoryMap::chosenChanged, this, [this] { m_slot->setText(m_repository->chosenInWords()); });
}

void SecurityView::makeKnowledge()
{
    m_knowledgeCard = addCard(2, 0, tr("Revocation lists it knows"), 2);
    m_freshness = new ListFreshness;
    m_freshness->setObjectName(QStringLiteral("securityFreshness"));
    m_knowledgeCard.column->addWidget(m_freshness);
    m_knowledge = addText(m_knowledgeCard, tr("Revocation lists it knows"), "securityKnowledge");
    setTone(m_knowledge, "muted");
    m_knowledgeCard.column->addStretch();
}

void SecurityView::makeCounters()
{
    m_countersCard = addCard(2, 2, tr("Counters"));
    m_counters = addText(m_countersCard, tr("Counters"), "securityCounters");
    m_counts = new QGridLayout;
    m_counts->setVerticalSpacing(2);
    m_counts->setColumnStretch(0, 1);
    m_countersCard.column->addLayout(m_counts);
    m_countersCard.column->addStretch();
}

Status SecurityView::good() const
{
    return m_contradicted ? Status::Alarm : m_provedAt > 0 ? Status::Good : Status::Information;
}

void SecurityView::setProof(qint64 provedAt, const QString &contradictions, const QString &doubt)
{
    const bool wasTold = m_contradicted || m_doubtful;
    m_contradicted = !contradictions.isEmpty();
    m_doubtful = !doubt.isEmpty();
    // Where another node answers too, what is shown next may be its word.
    m_provedAt = m_doubtful ? 0 : provedAt;
    if (m_contradicted)
        m_message->say(Status::Alarm, contradictions);
    else if (m_doubtful)
        m_message->say(Status::Warning, doubt);
    else if (wasTold)
        m_message->hide();
    m_repository->setProved(good() == Status::Good);
    m_freshness->setProved(good() == Status::Good);
    if (m_facts)
        setFacts(*m_facts);
    const auto answers = std::exchange(m_answers, {});
    for (const PackAnswer &answer : answers)
        take(answer, m_answeredAt);
}

void SecurityView::setFacts(const PackFacts &facts)
{
    if (facts.serial.isEmpty())
        return;
    m_facts = facts;
    m_identity->setText(facts.serial.text());
    m_hardware->setText(facts.hardware);
    m_software->setText(facts.software);
    m_steps->setState(facts.lifeCycle.state);
    const QString state = Names::lifeCycle(lifeCycleName(facts.lifeCycle.state));
    const bool unsure = facts.lifeCycle.clockUncertain;
    m_clock->setText(unsure ? shapeOf(Status::Warning) + u' '
                + tr("uncertain, last known %1: it takes lists, locks and the time alone. A timekeeper tells it with "
                     "\"packwardenctl time\"; more than 7 days after that date it takes two parties.")
                      .arg(format::dateTime(facts.lifeCycle.floor))
                            : format::dateTime(facts.lifeCycle.now));
    m_rules->setText(tr("charter %1, policy %2").arg(facts.charter.version).arg(facts.policy.version));
    m_identityCard.chip->show();
    m_identityCard.chip->set(unsure || facts.lifeCycle.state == LifeCycle::Decommissioned ? Status::Warning
            : facts.lifeCycle.state == LifeCycle::InService                               ? good()
                                                                                          : Status::Information,
        unsure ? tr("%1, clock uncertain").arg(state) : state);
}

void SecurityView::setDevice(const Certificate &device, const QString &issuer, qint64 now)
{
    const QString dates = tr("%1 to %2").arg(format::dateTime(device.notBefore), format::dateTime(device.notAfter));
    const QString state = now > device.notAfter ? shapeOf(Status::Alarm) + u' ' + tr("expired")
        : device.notAfter - now < soon          ? shapeOf(Status::Warning) + u' ' + tr("expires soon")
                                                : shapeOf(good()) + u' ' + tr("valid");
    m_device->setText(tr("%1, from %2, issued by %3").arg(state, dates, lookalike::visible(issuer)) + u'\n'
        + TrustWords::proof(m_provedAt));
}

void SecurityView::take(const PackAnswer &answer, qint64 now)
{
    if (!answer.ok()) {
        m_message->say(Status::Warning, Sentences::of(answer.error).text());
        return;
    }
    m_answers.insert(int(answer.question), answer);
    m_answeredAt = now;
    if (const auto *slotList = answer.as<QList<RepositorySlot>>()) {
        m_repository->setSlots(*slotList);
        const auto open = std::count_if(
            slotList->begin(), slotList->end(), [](const RepositorySlot &slot) { return slot.state == L1("empty"); });
        m_repositoryCard.chip->show();
        m_repositoryCard.chip->set(slotList->isEmpty() ? Status::Warning
                : open == 0                            ? good()
                                                       : Status::Information,
            slotList->isEmpty() ? tr("no slots: no security processor answers so")
                : open == 0     ? tr("%n slot(s), none empty", nullptr, m_repository->count())
                                : tr("%n slot(s) empty", nullptr, int(open)));
    } else if (const auto *lock = answer.as<LockInfo>()) {
        takeLock(*lock);
    } else if (const auto *parts = answer.as<QMap<QString, Component>>()) {
        takeParts(*parts);
    } else if (const auto *counters = answer.as<PackCounters>()) {
        takeCounters(*counters);
    } else if (const auto *known = answer.as<PackKnowledge>()) {
        takeKnowledge(*known, now);
    } else if (const auto *heads = answer.as<QList<WitnessedHead>>()) {
        takeHeads(*heads);
    }
}

void SecurityView::takeLock(const LockInfo &lock)
{
    m_locked = lock.state == L1("theft-locked");
    m_lockButton->setText(m_locked ? tr("End the theft-lock\u2026") : tr("Theft-lock\u2026"));
    const bool active = lock.state == L1("active");
    QStringList all;
    if (m_locked && lock.pending)
        all.append(tr("Locked against theft, from the next standstill on: no lock stops a vehicle on the road."));
    else if (m_locked)
        all.append(tr("Locked against theft: it does not activate."));
    else if (active)
        all.append(tr("Active to %1 until %2.").arg(lock.purpose, format::dateTime(lock.until)));
    else
        all.append(tr("Inactive, its normal state: it activates for those who may."));
    if (lock.pending && !m_locked)
        all.append(shapeOf(Status::Waiting) + u' ' + tr("A lock takes effect at the next standstill."));
    if (!lock.person.isEmpty())
        all.append(tr("By %1").arg(lookalike::visible(lock.person)));
    all.append(tr("Locked or unlocked %n time(s)", nullptr, int(lock.revision)));
    m_lock->setText(lines(all));
    m_lockCard.chip->show();
    m_lockCard.chip->set(lock.pending ? Status::Warning
            : m_locked                ? Status::Alarm
            : active                  ? good()
                                      : Status::Neutral,
        lock.pending   ? tr("lock is waiting")
            : m_locked ? tr("theft-locked")
            : active   ? tr("active")
                       : tr("inactive"));
}

void SecurityView::takeParts(const QMap<QString, Component> &parts)
{
    QStringList all;
    int bad = 0;
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        const QString state = it->state();
        bad += state == L1("ok") ? 0 : 1;
        all.append(state == L1("ok") ? shapeOf(good()) + u' ' + tr("%1: paired").arg(it.key())
                : state == L1("missing")
                ? shapeOf(Status::Alarm) + u' ' + tr("%1: missing").arg(it.key())
                : shapeOf(Status::Alarm) + u' ' + tr("%1: foreign (%2)").arg(it.key(), it->found));
    }
    m_parts->setText(lines(all));
    m_partsCard.chip->show();
    m_partsCard.chip->set(bad > 0 ? Status::Alarm
            : parts.isEmpty()     ? Status::Warning
                                  : good(),
        bad > 0               ? tr("%n not paired", nullptr, bad)
            : parts.isEmpty() ? tr("none named")
                              : tr("all paired"));
}

void SecurityView::takeCounters(const PackCounters &counters)
{
    m_counters->setText(lines({tr("Started %n time(s)", nullptr, int(counters.boots)),
        tr("Failed sign-ins: %1").arg(counters.failedAuthentications)}));
    while (QLayoutItem *item = m_counts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    qint64 refused = 0;
    QList<std::pair<qint64, QString>> rows;
    for (auto it = counters.refusals.begin(); it != counters.refusals.end(); ++it) {
        refused += it.value();
        rows.append({it.value(), tr("refused: %1").arg(QString(it.key()).replace(u'-', u' '))});
    }
    for (auto it = counters.prevented.begin(); it != counters.prevented.end(); ++it)
        rows.append({it.value(), tr("prevented: %1").arg(guardName(it.key()))});
    std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList rest;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i >= countsShown) {
            rest << QStringLiteral("%1 %2").arg(rows.at(i).first).arg(rows.at(i).second);
            continue;
        }
        auto *count = makeLabel(QString::number(rows.at(i).first), "strong");
        count->setAccessibleName(rows.at(i).second);
        m_counts->addWidget(makeLabel(rows.at(i).second, "muted"), int(i), 0);
        m_counts->addWidget(count, int(i), 1, Qt::AlignRight);
    }
    if (!rest.isEmpty()) {
        auto *more = makeLabel(tr("and %n other(s)", nullptr, int(rest.size())), "muted");
        more->setToolTip(rest.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
        m_counts->addWidget(more, countsShown, 0, 1, 2);
    }
    m_countersCard.chip->show();
    m_countersCard.chip->set(refused == 0 ? good() : Status::Information,
        refused == 0 ? tr("nothing refused") : tr("%n refusal(s)", nullptr, int(refused)));
}

void SecurityView::takeKnowledge(const PackKnowledge &known, qint64 now)
{
    m_freshness->setLists(known.lists, now, m_lists, m_grace);
    const int late = m_freshness->outOfDate();
    m_knowledgeCard.chip->show();
    m_knowledgeCard.chip->set(m_freshness->status() == Status::Good ? good() : m_freshness->status(),
        known.lists.isEmpty() ? tr("none yet")
            : late == 0       ? tr("all fresh")
                              : tr("%n out of date", nullptr, late));
    m_knowledge->setText(late == 0
            ? tr("Without fresh lists it would stop, layer by layer: a list counts until its next update, and for the "
                 "outer layers for the grace of the charter past it.")
            : tr("Bring newer lists: each delivery from a console that has newer ones brings them along."));
    QStringList withdrawn;
    for (const QByteArray &hash : known.withdrawals.mid(0, withdrawalsShown))
        withdrawn << QString::fromLatin1(hash.toHex().left(hashShown)) + QChar(0x2026);
    if (known.withdrawals.size() > withdrawalsShown)
        withdrawn << tr("and %n other(s)", nullptr, int(known.withdrawals.size()) - withdrawalsShown);
    m_withdrawn->setText(
        withdrawn.isEmpty() ? tr("It has been told of no document that was withdrawn.") : lines(withdrawn));
    m_withdrawnCard.chip->show();
    m_withdrawnCard.chip->set(Status::Neutral, tr("%n withdrawal(s)", nullptr, int(known.withdrawals.size())));
}

void SecurityView::takeHeads(const QList<WitnessedHead> &heads)
{
    const auto conflicts
        = std::count_if(heads.begin(), heads.end(), [](const WitnessedHead &head) { return head.conflict; });
    m_heads->setText(lines({tr("Heads of %n audit(s), from the signatures it counted", nullptr, int(heads.size())),
        conflicts == 0 ? tr("no audit was seen with two histories")
                       : tr("%n audit(s) with two histories", nullptr, int(conflicts))}));
    m_headsCard.chip->show();
    m_headsCard.chip->set(conflicts > 0 ? Status::Alarm
            : heads.isEmpty()           ? Status::Neutral
                                        : good(),
        conflicts == 0 ? tr("no contradiction") : tr("%n contradiction(s)", nullptr, int(conflicts)));
}

void SecurityView::setReading(bool reading)
{
    m_read->setEnabled(!reading);
    if (reading)
        m_age->setText(tr("reading\u2026"));
}

void SecurityView::setReadAt(qint64 at)
{
    m_age->setText(tr("read %1").arg(format::dateTime(at)));
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
    m_facts.reset();
    m_answers.clear();
    m_provedAt = 0;
    m_contradicted = false;
    m_doubtful = false;
    m_locked = false;
    m_lockButton->setText(tr("Theft-lock\u2026"));
    m_age->clear();
    for (QLabel *label : {m_identity, m_hardware, m_software, m_clock, m_rules, m_lock, m_parts, m_counters,
             m_knowledge, m_heads, m_withdrawn})
        label->setText(nothing);
    m_device->setText(tr("not seen yet: have it sign this"));
    for (const Card &card : {m_identityCard, m_lockCard, m_repositoryCard, m_knowledgeCard, m_countersCard, m_partsCard,
             m_headsCard, m_withdrawnCard})
        card.chip->hide();
    while (QLayoutItem *item = m_counts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_steps->setState(std::nullopt);
    m_repository->setSlots({});
    m_freshness->setLists({}, 0, {}, {});
}

} // namespace packwarden
