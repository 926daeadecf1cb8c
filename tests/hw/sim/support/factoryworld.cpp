// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/sim/support/factoryworld.h"

#include "hw/uds/documentkind.h"
#include "models/core/documents/withdrawal.h"
#include "models/core/judge/timedocument.h"

namespace packwarden::test {

namespace {

const QString author = QStringLiteral("courier-fleet-manager");

template <typename T> T need(Result<T> result)
{
    if (!result.ok())
        qFatal("%s: %s", codeName(result.code()).data(), qPrintable(result.error().detail));
    return std::move(result).value();
}

} // namespace

FactoryWorld::FactoryWorld()
    : m_world(need(sim::DemoWorld::load()))
{
    QMap<QString, Certificate> roots;
    for (const sim::DemoWorld::Party &party : m_world.parties)
        roots.insert(party.id, m_keys.root(party.id));
    rules = need(sim::DemoRules::make(m_world, roots, now - TestWorld::day));
    const sim::DataSheet sheet = need(sim::DataSheet::load(hardware()));
    m_papers.engineer = person(QStringLiteral("manufacturer-engineer"));
    m_papers.colleague = person(QStringLiteral("manufacturer-engineer-2"));
    m_papers.root = roots.value(QStringLiteral("manufacturer"));
    m_papers.rootKey = m_keys.rootKey(QStringLiteral("manufacturer"));
    m_papers.deviceLife = 3000 * TestWorld::day;
    m_papers.lists = {m_keys.crl(QStringLiteral("manufacturer"))};
    m_papers.silicon = sheet.silicon;
    m_papers.sheet = sheet.cellData();
    m_papers.foundation = rules.foundation;
    m_papers.charter = need(CharterUpload::decode(firstCharter()));
}

std::shared_ptr<SigningKey> FactoryWorld::person(const QString &key)
{
    if (!m_people.contains(key)) {
        for (const sim::DemoWorld::Person &p : m_world.people) {
            if (p.key == key)
                m_people.insert(key, m_keys.makeKey({p.party, p.person, p.role, p.person}));
        }
    }
    if (!m_people.contains(key))
        qFatal("nobody of that name: %s", qPrintable(key));
    return m_people.value(key);
}

DocumentHead FactoryWorld::head(const QString &by, const QString &title)
{
    DocumentHead made;
    made.id = QByteArray(16, char(++m_ids));
    made.created = now;
    made.expires = now + 7 * TestWorld::day;
    made.author = person(by)->leaf().sha256;
    made.title = title;
    made.reason = QStringLiteral("Test");
    return made;
}

QByteArray FactoryWorld::sign(
    const char *contentType, const QByteArray &payload, const QString &by, const QStringList &approvers)
{
    CoseSign document{QByteArray(contentType), payload, {}};
    need(document.addSignature(*person(by), Meaning::Author, now, {QByteArray(16, 'a'), 1, sha256(by.toUtf8())}));
    for (const QString &approver : approvers) {
        const LogHead head{sha256(approver.toUtf8()).left(16), 7, sha256(approver.toUtf8())};
        need(document.addSignature(*person(approver), Meaning::Approve, now, head));
    }
    return document.encode();
}

QByteArray FactoryWorld::firstCharter(const QStringList &without)
{
    const QString engineer = m_world.author;
    CharterChange change;
    change.head = head(engineer, QStringLiteral("First charter"));
    change.amendment = Amendment::First;
    change.charter = rules.charter;
    change.policy = {change.head, {}, rules.policy};
    QStringList approvers;
    CharterUpload upload;
    for (const sim::DemoWorld::Place &place : m_world.places) {
        if (!without.contains(place.signedBy))
            approvers.append(place.signedBy);
        upload.crls.append(encodeCrlEntry(m_keys.crl(place.party)));
    }
    upload.document = sign(contenttype::charter, change.encode(), engineer, approvers);
    return upload.encode();
}

sim::factory::Identification FactoryWorld::identification()
{
    return {serial(), hardware(), QStringLiteral("PW-TEST"), QStringLiteral("2026-05-28"), m_papers.root.der};
}

QByteArray FactoryWorld::request(const PackState &state, const QStringList &approvers)
{
    const auto id = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    ChangeRequest request;
    request.head = head(author, QStringLiteral("Charge higher"));
    request.packs.append({state.serial, state.silicon.hardware,
        {{id, QStringLiteral("%"), state.value(id), state.values.value(id).revision, Milli{92000}}}});
    return sign(contenttype::request, request.encode(), author, approvers);
}

QByteArray FactoryWorld::policy(const PackState &state, const QStringList &approvers)
{
    PolicyChange change;
    change.head = head(author, QStringLiteral("Smaller steps"));
    change.previous = {state.policyDocument};
    change.policy = state.policy;
    ++change.policy.version;
    change.policy.steps[ParameterId::fromTrusted(QStringLiteral("soc.max"))] = Milli{3000};
    return sign(contenttype::policy, change.encode(), author, approvers);
}

QByteArray FactoryWorld::charter(const PackState &state, const QStringList &approvers)
{
    CharterChange change;
    change.head = head(author, QStringLiteral("A narrower range"));
    change.amendment = Amendment::Amend;
    change.previous = {state.charterDocument};
    change.charter = state.charter;
    ++change.charter.version;
    change.charter.ranges[ParameterId::fromTrusted(QStringLiteral("soc.max"))].min.value += 1000;
    change.policy = {change.head, {state.policyDocument}, state.policy};
    ++change.policy.policy.version;
    change.policy.policy.charterSha256 = change.charter.bodySha256();
    return CharterUpload{sign(contenttype::charter, change.encode(), author, approvers), {}}.encode();
}

QByteArray FactoryWorld::command(const PackState &state, CommandKind kind, const QStringList &approvers)
{
    Command command;
    command.head = head(author, commandName(kind));
    command.kind = kind;
    qint64 revision = state.lock.revision;
    if (kind == CommandKind::TheftUnlock)
        command.lock = state.lock.document;
    if (kind == CommandKind::Tighten) {
        command.parameter = ParameterId::fromTrusted(QStringLiteral("charge.current.max"));
        command.to = Milli{100000};
        revision = state.values.value(command.parameter).revision;
    }
    if (kind == CommandKind::ReplaceComponent) {
        command.slot = QStringLiteral("cpu");
        command.component = QStringLiteral("CPU-NEW");
        revision = state.components.value(command.slot).revision;
    }
    if (kind == CommandKind::Decommission)
        revision = state.lifeCycleRevision;
    command.packs = {{state.serial, revision}};
    return sign(contenttype::command, command.encode(), author, approvers);
}

QByteArray FactoryWorld::withdrawal(const QByteArray &document, const QString &who)
{
    const Withdrawal made{sha256(need(CoseSign::decode(document)).payload), now + 7 * TestWorld::day};
    return need(CoseSign1::make(QByteArray(contenttype::withdrawal), made.encode(), *person(who), now)).encode();
}

QByteArray FactoryWorld::time(const PackState &state, const QString &who, qint64 at)
{
    const TimeDocument made{state.serial, state.timeNonce, at};
    return need(CoseSign1::make(QByteArray(contenttype::time), made.encode(), *person(who), at)).encode();
}

QByteArray FactoryWorld::time(const PackState &state, const QStringList &people, qint64 at)
{
    CoseSign made{
        QByteArray(contenttype::time), TimeDocument{state.serial, state.timeNonce, at, state.now}.encode(), {}};
    for (const QString &who : people)
        need(made.addSignature(*person(who), Meaning::Approve, at, {QByteArray(16, 'a'), 1, sha256(who.toUtf8())}));
    return made.encode();
}

QByteArray FactoryWorld::list(const QString &party, qint64 number)
{
    return encodeCrlEntry(m_keys.crl(party, {}, number));
}

QList<FactoryWorld::Sample> FactoryWorld::samples(const PackState &state)
{
    const QString owner = QStringLiteral("leasing-asset-manager");
    const QString specialist = QStringLiteral("celldata-specialist");
    const QString platform = QStringLiteral("platform-engineer");
    const QByteArray wanted = request(state, {owner, specialist});
    return {{QStringLiteral("request"), documentkind::request, wanted},
        {QStringLiteral("policy"), documentkind::policy, policy(state, {owner, specialist})},
        {QStringLiteral("charter"), documentkind::charter, charter(state, {owner, specialist, platform})},
        {QStringLiteral("list"), documentkind::crl, list(QStringLiteral("celldata"), 2)},
        {QStringLiteral("theft-lock"), documentkind::command, command(state, CommandKind::TheftLock, {owner})},
        {QStringLiteral("tighten"), documentkind::command, command(state, CommandKind::Tighten, {owner})},
        {QStringLiteral("time"), documentkind::time, time(state, platform, state.now + 5000)},
        {QStringLiteral("withdrawal"), documentkind::withdrawal, withdrawal(wanted, owner)}};
}

FactoryPack::FactoryPack(FactoryWorld &world)
    : m_world(world)
{
    sim::PackBoard board = need(sim::factory::makeBoard(FactoryWorld::hardware(), 0x20));
    if (!sim::factory::makeBlank(files, folder(), board, clock.now() - TestWorld::day).ok() || !boot().ok())
        qFatal("no blank pack");
}

FactoryPack::FactoryPack(FactoryWorld &world, const MemoryFiles &held, qint64 now)
    : clock(now)
    , files(held)
    , m_world(world)
{
    if (!look().ok())
        qFatal("the copied pack is damaged");
}

void FactoryPack::attach(sim::PackMemory loaded)
{
    gate.reset();
    packClock.reset();
    memory = std::make_unique<sim::PackMemory>(std::move(loaded));
    packClock = std::make_unique<sim::PackClock>(clock, memory->contents());
    gate = std::make_unique<sim::DocumentGate>(*memory, *packClock);
}

Result<> FactoryPack::look()
{
    auto loaded = sim::PackMemory::load(files, folder());
    if (!loaded.ok())
        return loaded.error();
    attach(std::move(loaded).value());
    return Result<>::success();
}

Result<> FactoryPack::boot(const sim::BootFacts &facts)
{
    auto loaded = sim::PackMemory::load(files, folder());
    if (!loaded.ok())
        return loaded.error();
    if (auto booted = loaded.value().boot(facts); !booted.ok())
        return booted;
    attach(std::move(loaded).value());
    return Result<>::success();
}

Result<QByteArray> FactoryPack::identify()
{
    return sim::factory::identify(*memory, m_world.identification(), packClock->now(),
        [this] { return Result<pki::PrivateKey>(m_world.keys().privateKey(QStringLiteral("device"))); });
}

sim::DocumentGate::Outcome FactoryPack::deliver(int kind, const QByteArray &document)
{
    return gate->apply(kind, document, sha256(document));
}

QString FactoryPack::tell(int kind, const QByteArray &document)
{
    const auto outcome = deliver(kind, document);
    return outcome.refusal ? QString(codeName(outcome.refusal->code)) : QString();
}

void FactoryPack::makeUpTo(const QString &station)
{
    if (memory->identity().serial.isEmpty())
        need(identify());
    const sim::FactoryLine line(m_world.papers());
    for (const sim::FactoryLine::Station &next : line.stations()) {
        if (next.name == station)
            return;
        const auto outcome = deliver(next.kind, need(next.make(*memory, clock.now())));
        if (outcome.refusal)
            qFatal("%s: %s: %s", qPrintable(next.name), codeName(outcome.refusal->code).data(),
                qPrintable(outcome.refusal->detail));
    }
}

} // namespace packwarden::test
