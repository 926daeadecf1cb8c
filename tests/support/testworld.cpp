// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testworld.h"

#include "models/core/base/digest.h"
#include "models/core/base/ids.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace packwarden::test {

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

ParameterId parameterId(const char *text)
{
    return ParameterId::fromTrusted(s(text));
}

CapabilityId capabilityId(const char *text)
{
    return CapabilityId::fromTrusted(s(text));
}

Seat seat(const char *position, const char *role)
{
    return {PositionId::fromTrusted(s(position)), RoleId::fromTrusted(s(role))};
}

const Seat owner = seat("owner", "asset-manager");
const Seat cellData = seat("cell-data", "specialist");
const Seat platform = seat("platform", "platform-engineer");
const Seat fleet = seat("operator", "fleet-manager");
const Seat technician = seat("service", "technician");

struct Place
{
    const char *position;
    const char *party;
    const char *signatory;
};
constexpr Place places[]
    = {{"manufacturer", "manufacturer", "engineer-manufacturer"}, {"operator", "courier", "fleet-manager"},
        {"owner", "leasing", "asset-manager"}, {"cell-data", "celldata", "specialist"},
        {"service", "service", "technician"}, {"platform", "platform", "platform-engineer"}};

/// Signs the same bytes once: RS256 has nothing random in it, so a second signature is the first.
class RememberingKey final : public SigningKey
{
public:
    explicit RememberingKey(std::shared_ptr<SigningKey> key)
        : m_key(std::move(key))
    {
    }

    Result<QByteArray> sign(const QByteArray &bytes) const override
    {
        const QByteArray digest = sha256(bytes);
        if (!m_signatures.contains(digest)) {
            const auto signature = m_key->sign(bytes);
            if (!signature.ok())
                return signature;
            m_signatures.insert(digest, *signature);
        }
        return m_signatures.value(digest);
    }

    QList<Certificate> chain() const override { return m_key->chain(); }

private:
    std::shared_ptr<SigningKey> m_key;
    mutable QHash<QByteArray, QByteArray> m_signatures;
};

} // namespace

TestWorld::TestWorld()
    : m_folder(qEnvironmentVariable("PACKWARDEN_TEST_KEYS", QDir::tempPath() + s("/packwarden-test-keys")))
{
    QDir().mkpath(m_folder);
}

pki::PrivateKey TestWorld::privateKey(const QString &name)
{
    if (m_keys.contains(name))
        return m_keys.value(name);
    const QString path = m_folder + u'/' + name + s(".pem");
    QFile cached(path);
    if (cached.open(QIODevice::ReadOnly)) {
        if (auto key = pki::PrivateKey::fromPem(cached.readAll()); key.ok())
            return m_keys.insert(name, *key).value();
    }
    const auto key = pki::PrivateKey::generate();
    if (!key.ok())
        qFatal("no key: %s", qPrintable(key.error().detail));
    // Two tests may make the same key at once: whoever renames last wins, and each goes on with its own.
    QSaveFile out(path);
    if (out.open(QIODevice::WriteOnly)) {
        out.write(key->toPem());
        out.commit();
    }
    return m_keys.insert(name, *key).value();
}

Certificate TestWorld::root(const QString &party)
{
    if (!m_roots.contains(party)) {
        const auto root
            = pki::issueRoot(rootKey(party), {party + s(" root"), party}, {now - 400 * day, now + 4000 * day});
        if (!root.ok())
            qFatal("no root: %s", qPrintable(root.error().detail));
        m_roots.insert(party, *root);
    }
    return m_roots.value(party);
}

std::shared_ptr<SigningKey> TestWorld::makeKey(const Leaf &leaf)
{
    const pki::PrivateKey key = privateKey(leaf.keyName);
    const auto certificate = pki::issueLeaf(root(leaf.party), rootKey(leaf.party), key, {leaf.person, leaf.party},
        {leaf.person, leaf.role, {}, leaf.issuerGenerated}, {leaf.from, leaf.until});
    if (!certificate.ok())
        qFatal("no leaf: %s %s", qPrintable(codeName(certificate.code())), qPrintable(certificate.error().detail));
    return std::make_shared<RememberingKey>(pki::makeSigningKey(key, {*certificate}));
}

std::shared_ptr<SigningKey> TestWorld::key(const QString &person)
{
    if (m_people.contains(person))
        return m_people.value(person);
    const QString party = person.section(u'.', 0, 0);
    QString role = person.section(u'.', 1);
    if (role.endsWith(s("-2")))
        role.chop(2);
    std::shared_ptr<SigningKey> made;
    if (party == s("courier")) {
        const pki::PrivateKey authorityKey = privateKey(s("courier-issuer"));
        const auto authority = pki::issueAuthority(root(party), rootKey(party), authorityKey,
            {s("courier issuer"), party}, {now - 300 * day, now + 2000 * day});
        const auto leaf = pki::issueLeaf(*authority, authorityKey, privateKey(person), {person, party},
            {person, role, {}, false}, {now - day, now + 365 * day});
        made = std::make_shared<RememberingKey>(pki::makeSigningKey(privateKey(person), {*leaf, *authority}));
        m_roots.insert(s("courier-issuer"), *authority);
    } else {
        made = makeKey({party, person, role, person});
    }
    m_people.insert(person, made);
    return made;
}

CrlEntry TestWorld::crl(
    const QString &party, const QList<Certificate> &revoked, qint64 number, qint64 from, qint64 until)
{
    QByteArrayList serials;
    for (const Certificate &certificate : revoked)
        serials.append(certificate.serialNumber);
    const bool authority = party.endsWith(s("-issuer"));
    const Certificate issuer = root(party);
    const QByteArray content = issuer.sha256 + QByteArray::number(number) + ' ' + QByteArray::number(from) + ' '
        + QByteArray::number(until) + ' ' + serials.join(' ');
    if (!m_lists.contains(content)) {
        const auto list
            = pki::issueCrl(issuer, authority ? privateKey(party) : rootKey(party), number, {from, until}, serials);
        if (!list.ok())
            qFatal("no list: %s", qPrintable(list.error().detail));
        m_lists.insert(content, *list);
    }
    return {m_lists.value(content), authority ? issuer.der : QByteArray()};
}

PackState TestWorld::pack(const QString &serial)
{
    key(s("courier.fleet-manager")); // its authority comes with it
    PackState pack;
    pack.serial = PackSerial::fromTrusted(serial);
    pack.lifeCycle = LifeCycle::InService;
    pack.now = now;

    pack.silicon.hardware = s("nmc-96s2p");
    const auto add = [&](const char *id, int number, const char *unit, int layer, const char *capability, qint64 min,
                         qint64 max, qint64 value) {
        pack.silicon.parameters.append(
            {parameterId(id), number, s(unit), layer, capabilityId(capability), {Milli{min}, Milli{max}}, Milli{value},
                QLatin1String(id).endsWith(QLatin1String(".min")) ? Stricter::Higher : Stricter::Lower});
        pack.silicon.layers.insert(capabilityId(capability), layer);
        pack.values.insert(parameterId(id), {Milli{value}, 1, {}, 0});
    };
    add("soc.max", 1, "%", 3, "set-soc-max", 20000, 100000, 90000);
    add("soc.min", 2, "%", 3, "set-soc-min", 0, 50000, 10000);
    add("cell.voltage.max", 3, "V", 4, "set-cell-voltage-max", 3000, 4300, 4200);
    add("service.interval", 4, "cycles", 2, "set-service-interval", 1000, 999000, 500000);
    pack.silicon.layers.insert(capabilityId("disable-protection"), 4);
    pack.silicon.prohibited = {capabilityId("disable-protection")};

    pack.foundation.layers = {{1, {1, 1}}, {2, {1, 1}}, {3, {2, 2}}, {4, {3, 3}}};
    pack.silicon.layers.insert(capabilityId("change-policy"), 3);
    pack.silicon.layers.insert(capabilityId("change-policy-physical"), 4);
    pack.foundation.amendments = {{s("amend"), {owner, cellData, platform}}};
    for (const char *kind : {"admit-party", "remove-party", "rotate-root", "handover", "transfer-ownership"})
        pack.foundation.amendments.insert(s(kind), {owner, platform});

    for (const Place &place : places) {
        Position position;
        position.party = s(place.party);
        position.partyName = s(place.party);
        position.rootDer = root(s(place.party)).der;
        position.from = now - 100 * day;
        position.signatory = RoleId::fromTrusted(s(place.signatory));
        pack.charter.positions.insert(PositionId::fromTrusted(s(place.position)), position);
        const RoleId role = RoleId::fromTrusted(s(place.signatory));
        pack.charter.mayIssue.insert(role, {PositionId::fromTrusted(s(place.position))});
        pack.policy.issuers.insert(role, {PositionId::fromTrusted(s(place.position))});
        pack.policy.roles.append({role, PositionId::fromTrusted(s(place.position)), s(place.signatory)});
        pack.crls.append(crl(s(place.party)));
    }
    pack.crls.append(crl(s("courier-issuer")));
    const auto grant = [&](const char *capability, const QList<Seat> &seats) {
        for (const Seat &place : seats) {
            pack.charter.mayHold[capabilityId(capability)].insert(place.role);
            pack.policy.grants.append(
                {place.role, capabilityId(capability), s("C-1"), 1, now - day, 0, 0, {}, {}, {}, 0});
        }
    };
    grant("set-soc-max", {owner, cellData, fleet});
    grant("set-soc-min", {owner, cellData});
    grant("set-cell-voltage-max", {owner, cellData, platform, fleet});
    grant("set-service-interval", {technician, fleet});
    grant("change-policy", {owner, cellData});
    grant("change-policy-physical", {owner, cellData, platform});
    pack.policy.seats = {{capabilityId("set-soc-max"), {{owner, cellData}, {}, fleet, fleet}},
        {capabilityId("set-soc-min"), {{owner, cellData}, {}, {}, {}}},
        {capabilityId("set-cell-voltage-max"), {{cellData}, {{2, {owner, platform, fleet}}}, {}, {}}},
        {capabilityId("set-service-interval"), {{}, {{1, {technician, fleet}}}, {}, {}}},
        {capabilityId("change-policy"), {{owner, cellData}, {}, {}, {}}},
        {capabilityId("change-policy-physical"), {{owner, cellData, platform}, {}, {}, {}}}};
    pack.charter.mandatorySeats = {{capabilityId("set-cell-voltage-max"), {cellData}}};
    pack.charter.authorMayFill = {PositionId::fromTrusted(s("operator"))};
    pack.charter.ranges = {{parameterId("soc.max"), {Milli{50000}, Milli{97000}}},
        {parameterId("cell.voltage.max"), {Milli{4000}, Milli{4250}}}};
    pack.charter.crlGrace = {{1, 14 * day}, {2, 7 * day}, {3, 0}, {4, 0}};
    pack.policy.softLimits = {{parameterId("soc.max"), {Milli{60000}, Milli{95000}}}};
    pack.policy.steps = {{parameterId("soc.max"), Milli{10000}}};
    pack.policy.crossRules = {{parameterId("soc.min"), Milli{20000}, parameterId("soc.max")}};
    pack.policy.contracts = {{s("C-1"), {QByteArray(32, 'c'), {{1, s("What the test asks for.")}}}}};
    pack.charter.timekeepers = {platform.role};
    pack.policy.charterSha256 = pack.charter.bodySha256();
    pack.manufacturerRoot = root(s("manufacturer")).der;
    pack.charterDocument = sha256("the charter before");
    pack.policyDocument = sha256("the policy before");
    return pack;
}

std::shared_ptr<SigningKey> TestWorld::deviceKey(const QString &serial)
{
    const pki::PrivateKey key = privateKey(s("device"));
    const auto leaf = pki::issueLeaf(root(s("manufacturer")), rootKey(s("manufacturer")), key, {serial, {}},
        {{}, {}, serial, false}, {now - day, now + 4000 * day});
    return pki::makeSigningKey(key, {*leaf});
}

ChangeRequest TestWorld::request(const PackState &pack, const QString &parameter, qint64 to)
{
    const ParameterId id = ParameterId::fromTrusted(parameter);
    const ParameterDefinition *definition = pack.silicon.parameter(id);
    ChangeRequest request;
    request.head.id = QByteArray(16, 'i');
    request.head.created = now - 60;
    request.head.expires = now + 7 * day;
    request.head.author = key(s("courier.fleet-manager"))->leaf().sha256;
    request.head.title = s("Test");
    request.head.reason = s("Because");
    request.packs.append({pack.serial, pack.silicon.hardware,
        {{id, definition ? definition->unit : s("V"), pack.value(id), pack.values.value(id).revision, Milli{to}}}});
    return request;
}

CoseSign TestWorld::sign(const ChangeRequest &request, const QString &author, const QStringList &approvers)
{
    CoseSign document{QByteArray(contenttype::request), request.encode(), {}};
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    qint64 at = now - 30;
    if (!author.isEmpty() && !document.addSignature(*key(author), Meaning::Author, at, log).ok())
        qFatal("cannot sign");
    for (const QString &approver : approvers) {
        if (!document.addSignature(*key(approver), Meaning::Approve, ++at, log).ok())
            qFatal("cannot sign");
    }
    return document;
}

QByteArray TestWorld::signedBytes(const ChangeRequest &request, const QStringList &approvers)
{
    return sign(request, s("courier.fleet-manager"), approvers).encode();
}

} // namespace packwarden::test
