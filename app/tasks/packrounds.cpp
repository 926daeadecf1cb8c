// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/packrounds.h"

#include "app/tasks/courier.h"
#include "app/tasks/statementdesk.h"
#include "app/tasks/trustdesk.h"
#include "hw/link/packrequests.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/signoffs/courierplan.h"
#include "models/trust/knownrules.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace packwarden {

namespace {

constexpr int tickMilliseconds = 500;
constexpr int mostDoublings = 10;

} // namespace

PackRounds::PackRounds(Workspace &workspace, PackRequests &requests, StatementDesk &statements, TrustDesk &trust,
    Courier &courier, const Timings &timings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_requests(requests)
    , m_statements(statements)
    , m_trust(trust)
    , m_courier(courier)
    , m_timings(timings)
{
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &PackRounds::learnt);
    m_tick.setInterval(std::min(tickMilliseconds, timings.rest));
    connect(&m_tick, &QTimer::timeout, this, &PackRounds::step);
    m_tick.start();
    m_wasEmpty = workspace.trust().isEmpty();
    connect(&workspace.trust(), &TrustBook::changed, this, [this] {
        const bool isFirst = std::exchange(m_wasEmpty, m_workspace.trust().isEmpty()) && !m_wasEmpty;
        // All were waiting for that.
        if (isFirst)
            m_settle.start(0);
        else if (!m_settle.isActive())
            m_settle.start(m_timings.settle);
    });
    PackLink &link = requests.link();
    connect(&link, &PackLink::telemetry, this, &PackRounds::hear);
    connect(&link, &PackLink::factsRead, this, &PackRounds::hearFacts);
    connect(&link, &PackLink::readFailed, this, &PackRounds::onReadFailed);
    connect(&link, &PackLink::rulesRead, &trust, &TrustDesk::take);
    connect(&trust, &TrustDesk::taken, this, &PackRounds::onTaken);
    connect(&trust, &TrustDesk::refused, this, &PackRounds::offerOthers);
    connect(
        &courier, &Courier::carried, this, [this](const QString &serial, CourierLoad::Kind, const Result<> &result) {
            if (const auto round = m_rounds.find(serial); !result.ok() && round != m_rounds.end())
                round->error = result.error();
        });
    connect(&courier, &Courier::knowledgeHeard, this, &PackRounds::hearKnowledge);
    connect(&courier, &Courier::visited, this, [this](const QString &serial, const Result<> &result) {
        const Round *round = roundAt(serial, Round::Stage::Visit);
        if (!round)
            return;
        // A pack that contradicts itself is a matter for people; asking it again changes nothing.
        const bool failed = !result.ok() && result.code() != Code::TrustContradicted;
        end(serial, round->error ? round->error : failed ? std::optional(result.error()) : std::nullopt);
    });
}

qint64 PackRounds::now() const
{
    return m_workspace.clock().monotonicMilliseconds();
}

QByteArray PackRounds::rulesOf(const QString &serial) const
{
    const auto parsed = PackSerial::parse(serial);
    const auto known = parsed.ok() ? m_workspace.trust().pack(*parsed) : nullptr;
    if (!known)
        return {};
    QByteArray all = known->rules.charterDocument + known->rules.policyDocument + known->rules.silicon;
    for (const QByteArray &list : known->rules.crls)
        all += list;
    return sha256(all);
}

/// What a pack that is up to date has of this console.
QByteArray PackRounds::bringing()
{
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    QByteArray seen = trust.pinned.charterDocument + trust.pinned.policyDocument;
    for (const QByteArray &list : trust.knownLists())
        seen += sha256(list);
    seen = sha256(seen);
    // Which lists are the newest takes signatures to find out; whether there are others than before does not.
    if (seen != m_seen) {
        m_seen = seen;
        QByteArray newest = sha256(trust.pinned.charterDocument + trust.pinned.policyDocument);
        QList<QByteArray> lists;
        for (const CrlEntry &entry : trust.newestLists(m_workspace.clock().now()))
            lists.append(sha256(entry.crl.der));
        std::sort(lists.begin(), lists.end());
        for (const QByteArray &list : std::as_const(lists))
            newest += list;
        m_bringing = sha256(newest);
    }
    return m_bringing + m_documents;
}

void PackRounds::hear(const QList<PackTelemetry> &packs)
{
    const qint64 time = now();
    QHash<QString, int> told;
    for (const PackTelemetry &telemetry : packs) {
        if (telemetry.serial.isEmpty() || time - telemetry.heardAt > m_timings.gone)
            continue;
        told.insert(telemetry.serial, telemetry.policyVersion);
        auto known = m_packs.find(telemetry.serial);
        const bool isNew = known == m_packs.end();
        if (isNew)
            known = m_packs.insert(telemetry.serial, {});
        const bool wasAway = isNew || telemetry.heardAt - known->heardAt > m_timings.gone;
        known->heardAt = std::max(known->heardAt, telemetry.heardAt);
        if (wasAway) {
            comeBack(telemetry.serial, *known);
        } else if (telemetry.knows(PackFigure::PolicyVersion) && telemetry.policyVersion != known->policyVersion) {
            const bool wasHeard = std::exchange(known->policyVersion, telemetry.policyVersion) > 0;
            if (wasHeard)
                setDue(*known);
        }
    }
    for (auto it = m_packs.begin(); it != m_packs.end();)
        it = told.contains(it.key()) ? std::next(it) : m_packs.erase(it);
    m_told = told;
    step();
}

/// Another may answer under this name by now, or with another memory.
void PackRounds::comeBack(const QString &serial, Pack &pack)
{
    if (const auto parsed = PackSerial::parse(serial); parsed.ok())
        m_workspace.trust().forgetProof(*parsed);
    m_rounds.remove(serial);
    m_offered.remove(serial);
    Pack anew;
    anew.heardAt = pack.heardAt;
    // One that comes and goes is not asked more often for that.
    anew.failures = pack.failures;
    anew.error = pack.error;
    anew.from = pack.failures > 0 ? std::min(pack.from, now() + m_timings.retry) : now();
    pack = anew;
}

void PackRounds::hearFacts(const PackFacts &facts)
{
    const QString serial = facts.serial.text();
    const auto pack = m_packs.find(serial);
    if (pack == m_packs.end())
        return;
    const auto round = m_rounds.constFind(serial);
    if (round != m_rounds.constEnd() && round->stage != Round::Stage::Visit) {
        if (round->stage == Round::Stage::Facts)
            end(serial, std::nullopt);
        else if (round->stage == Round::Stage::Rules && round->isWhole)
            m_trust.take(PackRules(round->held));
        return;
    }
    // What it says of itself between its rounds: another console was there, or an old memory was put back.
    const bool asBefore = pack->policy.version == facts.policy.version && pack->policy.sha256 == facts.policy.sha256
        && pack->charter.version == facts.charter.version && pack->charter.sha256 == facts.charter.sha256;
    if (pack->policy.sha256.isEmpty() || asBefore)
        return;
    pack->policy = facts.policy;
    pack->charter = facts.charter;
    setDue(*pack);
}

/// The pack tells of something new. Telemetry and facts are not signed: whoever makes a pack tell of something new each
/// second has it asked more and more seldom.
void PackRounds::setDue(Pack &pack)
{
    pack.toRead = true;
    if (pack.due)
        return;
    pack.due = true;
    const qint64 wait
        = std::min<qint64>(m_timings.longest, qint64(m_timings.rest) << std::min(pack.idle, mostDoublings));
    pack.from = std::max(pack.from, pack.idle > 0 ? now() + wait : now());
}

void PackRounds::setDocuments(const QByteArray &digest)
{
    if (digest == m_documents)
        return;
    m_documents = digest;
    if (!m_settle.isActive())
        m_settle.start(m_timings.settle);
}

void PackRounds::learnt()
{
    const QByteArray current = bringing();
    for (auto it = m_packs.begin(); it != m_packs.end(); ++it) {
        const auto round = m_rounds.constFind(it.key());
        const bool isUnderWay = round != m_rounds.constEnd() && round->bringing == current;
        const auto serial = PackSerial::parse(it.key());
        const auto known = serial.ok() ? m_workspace.trust().pack(*serial) : nullptr;
        // What its own word proved wrong of it was forgotten, and is read anew.
        const bool isBare = known && !known->statement.isEmpty() && known->rules.silicon.isEmpty();
        it->toRead = it->toRead || isBare;
        if ((it->known != current || isBare) && !isUnderWay)
            it->due = true;
    }
    step();
}

void PackRounds::bringNow()
{
    for (Pack &pack : m_packs) {
        pack.due = true;
        pack.from = 0;
        pack.failures = 0;
        pack.idle = 0;
    }
    step();
}

void PackRounds::forget()
{
    m_packs.clear();
    m_rounds.clear();
    m_offered.clear();
    tellTroubles();
}

void PackRounds::step()
{
    const qint64 time = now();
    const QStringList underWay = m_rounds.keys();
    for (const QString &serial : underWay) {
        if (!m_packs.contains(serial))
            m_rounds.remove(serial); // it left; its answers are nobody's
        else if (const auto round = m_rounds.constFind(serial);
                 round != m_rounds.constEnd() && time - round->since > m_timings.patience)
            end(serial, Error{Code::PackUnreachable, serial});
    }
    takeTurns();
    // Who waits longest comes first.
    QList<std::pair<qint64, QString>> due;
    for (auto it = m_packs.cbegin(); it != m_packs.cend(); ++it) {
        if (it->due && it->from <= time && !m_rounds.contains(it.key()))
            due.append({it->from, it.key()});
    }
    std::sort(due.begin(), due.end());
    for (const auto &[from, serial] : std::as_const(due)) {
        if (m_rounds.size() >= Courier::mostAtOnce)
            break;
        if (const auto pack = m_packs.find(serial); pack != m_packs.end())
            begin(serial, *pack);
    }
    tellTroubles();
}

void PackRounds::begin(const QString &serial, Pack &pack)
{
    const bool isEmpty = m_workspace.trust().isEmpty();
    // Only the rules of one can be compared.
    const bool isOffered = m_trust.isOffering()
        || std::any_of(
            m_rounds.cbegin(), m_rounds.cend(), [](const Round &other) { return other.stage == Round::Stage::Rules; });
    Round round;
    round.number = ++m_number;
    round.bringing = bringing();
    round.before = rulesOf(serial);
    round.isOwnNews = pack.known == round.bringing;
    round.since = now();
    pack.due = false;
    pack.policyVersion = m_told.value(serial);
    round.stage = !pack.toRead ? Round::Stage::Visit
        : !isEmpty             ? Round::Stage::Word
        : isOffered            ? Round::Stage::Facts
                               : Round::Stage::Rules;
    m_rounds.insert(serial, round);
    switch (round.stage) {
    case Round::Stage::Visit:
        return visit(serial);
    case Round::Stage::Rules:
        m_offered.insert(serial);
        return read(serial, true);
    case Round::Stage::Facts:
        QMetaObject::invokeMethod(
            &m_requests.link(), [link = &m_requests.link(), serial] { link->readFacts(serial); }, Qt::QueuedConnection);
        return;
    case Round::Stage::Word:
    case Round::Stage::Turn:
        return askForItsWord(serial, round.number);
    }
}

PackRounds::Round *PackRounds::roundAt(const QString &serial, Round::Stage stage)
{
    const auto round = m_rounds.find(serial);
    return round != m_rounds.end() && round->stage == stage ? &*round : nullptr;
}

PackRounds::Round *PackRounds::waitingForWord(const QString &serial, quint64 number)
{
    Round *round = roundAt(serial, Round::Stage::Word);
    return round && round->number == number ? round : nullptr;
}

void PackRounds::askForItsWord(const QString &serial, quint64 number)
{
    whenDone(this, m_statements.ask(serial), [this, serial, number](const Result<SignedStatement> &word) {
        if (!waitingForWord(serial, number))
            return;
        // Whatever its word is worth: what it shows is read.
        if (word.ok())
            onWord(serial, word->statement);
        else
            read(serial, true);
    });
}

void PackRounds::onWord(const QString &serial, const Statement &statement)
{
    Round *round = roundAt(serial, Round::Stage::Word);
    round->said = statement;
    whenDone(this, m_requests.ask(serial, PackQuestion::Knowledge),
        [this, serial, number = round->number](const PackAnswer &answer) {
            Round *waiting = waitingForWord(serial, number);
            if (!waiting)
                return;
            if (const auto *knowledge = answer.as<PackKnowledge>())
                waiting->knowledge = *knowledge;
            useWord(serial);
        });
}

/// A pack signs the hashes of what it holds, but not which lists: of those it says the numbers, and nobody signs the
/// lists that are read from it either.
void PackRounds::useWord(const QString &serial)
{
    Round &round = m_rounds[serial];
    const Statement &said = *round.said;
    round.held = knownRulesOf(said, m_workspace.trust().snapshot());
    QSet<QByteArray> lacking;
    const auto look = [&lacking](const QByteArray &known, const QByteArray &hash) {
        if (known.isEmpty() && !hash.isEmpty())
            lacking.insert(hash);
    };
    look(round.held.silicon, said.siliconSha256);
    look(round.held.foundation, said.foundationSha256);
    look(round.held.charterDocument, said.charter.sha256);
    look(round.held.policyDocument, said.policy.sha256);
    const bool isRead = std::any_of(m_rounds.cbegin(), m_rounds.cend(),
        [&](const Round &other) { return &other != &round && other.reading.intersects(lacking); });
    if (isRead) {
        round.stage = Round::Stage::Turn;
        return;
    }
    const auto lists = round.knowledge ? knownListsOf(*round.knowledge, m_workspace.trust().snapshot()) : std::nullopt;
    round.held.crls = lists.value_or(QList<QByteArray>());
    round.reading = lacking;
    read(serial, !lists);
}

/// What another pack was read for may be known now, or was not to be had there.
void PackRounds::takeTurns()
{
    const QStringList underWay = m_rounds.keys();
    for (const QString &serial : underWay) {
        if (roundAt(serial, Round::Stage::Turn))
            useWord(serial);
    }
}

/// Facts, and those of its rules that are not known by its word.
void PackRounds::read(const QString &serial, bool listsToo)
{
    Round &round = m_rounds[serial];
    const PackRules &held = round.held;
    round.stage = Round::Stage::Rules;
    round.isWhole = !listsToo && !held.silicon.isEmpty() && !held.foundation.isEmpty()
        && !held.charterDocument.isEmpty() && !held.policyDocument.isEmpty();
    QMetaObject::invokeMethod(
        &m_requests.link(),
        [link = &m_requests.link(), serial, held, listsToo, rules = !round.isWhole] {
            link->readFacts(serial);
            if (rules)
                link->readRules(serial, held, listsToo);
        },
        Qt::QueuedConnection);
}

void PackRounds::onReadFailed(const QString &serial, const Error &error)
{
    const auto round = m_rounds.find(serial);
    if (round == m_rounds.end() || round->stage == Round::Stage::Visit)
        return;
    // One that answers, but does not show its rules, is brought what it is known to lack all the same.
    const bool answers = error.code == Code::NegativeResponse || error.code == Code::UnexpectedAnswer;
    if (!answers || rulesOf(serial).isEmpty())
        return end(serial, error);
    round->error = error;
    visit(serial);
}

void PackRounds::onTaken(const QString &serial, const Result<> &result)
{
    if (!roundAt(serial, Round::Stage::Rules)) {
        // What a person compared was read in a round before: it needs not be read again.
        if (const auto pack = m_packs.find(serial); pack != m_packs.end() && result.ok())
            pack->toRead = false;
        return;
    }
    if (m_workspace.trust().isEmpty())
        return end(serial, std::nullopt); // all are due again once a person pinned something
    // Whatever became of its rules: what it is brought it judges by itself.
    m_packs[serial].toRead = false;
    visit(serial);
}

void PackRounds::visit(const QString &serial)
{
    Round &round = m_rounds[serial];
    round.stage = Round::Stage::Visit;
    round.reading.clear();
    const HeardBefore heard{round.knowledge, round.said.has_value()};
    if (heard.knowledge)
        hearKnowledge(serial, *heard.knowledge);
    m_courier.visit(serial, heard);
    takeTurns();
}

/// Another console brought it a list that is not known here.
void PackRounds::hearKnowledge(const QString &serial, const PackKnowledge &knowledge)
{
    const auto pack = m_packs.find(serial);
    if (pack == m_packs.end())
        return;
    const auto newest = newestListNumbers(m_workspace.trust().snapshot(), m_workspace.clock().now());
    const bool isNews = std::any_of(knowledge.lists.begin(), knowledge.lists.end(),
        [&](const PackKnowledge::List &list) { return list.number > newest.value(list.issuerSpki, 0); });
    if (isNews)
        setDue(*pack);
}

void PackRounds::end(const QString &serial, const std::optional<Error> &error)
{
    const Round round = m_rounds.take(serial);
    const auto found = m_packs.find(serial);
    if (found == m_packs.end())
        return;
    Pack &pack = *found;
    if (error) {
        const qint64 wait = qint64(m_timings.retry) << std::min(pack.failures, mostDoublings);
        ++pack.failures;
        pack.due = true;
        pack.from = now() + std::min<qint64>(m_timings.longest, wait);
        const bool isNews = !pack.error || pack.error->code != error->code;
        pack.error = error;
        if (isNews && error->code != Code::Cancelled)
            Q_EMIT failed(serial, *error);
        offerOthers();
    } else {
        pack.failures = 0;
        pack.error.reset();
        pack.known = round.bringing;
        const auto parsed = PackSerial::parse(serial);
        if (const auto known = parsed.ok() ? m_workspace.trust().pack(*parsed) : nullptr) {
            pack.policy = known->facts.policy;
            pack.charter = known->facts.charter;
        }
        const bool isEmpty = m_workspace.trust().isEmpty();
        pack.toRead = pack.toRead || isEmpty;
        pack.idle = round.isOwnNews && round.before == rulesOf(serial) ? pack.idle + 1 : 0;
        // One that was only looked at is not to wait once a person trusts.
        if (!isEmpty)
            pack.from = std::max(pack.from, now() + m_timings.rest);
        // What was learnt on the way is for the others, and for this one if it went on meanwhile.
        if (!m_settle.isActive())
            m_settle.start(m_timings.settle);
    }
    takeTurns();
    tellTroubles();
}

/// Nothing is pinned, and the pack that was read first has nothing to trust: each other one may offer its own, once.
void PackRounds::offerOthers()
{
    if (!m_workspace.trust().isEmpty())
        return;
    for (auto it = m_packs.begin(); it != m_packs.end(); ++it) {
        if (!m_offered.contains(it.key()))
            it->due = true;
    }
}

void PackRounds::tellTroubles()
{
    QMap<QString, PackTrouble> troubles;
    for (auto it = m_packs.begin(); it != m_packs.end(); ++it) {
        if (m_rounds.contains(it.key()))
            troubles.insert(it.key(), {PackTrouble::Why::Busy, {}});
        else if (it->error)
            troubles.insert(it.key(), {PackTrouble::Why::Refuses, *it->error});
        else if (it->due)
            troubles.insert(it.key(), {PackTrouble::Why::Waiting, {}});
    }
    if (troubles == m_troubles)
        return;
    m_troubles = troubles;
    Q_EMIT troublesChanged();
}

} // namespace packwarden
