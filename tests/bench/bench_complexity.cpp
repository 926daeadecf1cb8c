// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cbor/cbor.h"
#include "models/core/cbor/cborhead.h"
#include "models/core/judge/intake.h"
#include "tests/bench/figure.h"
#include "tests/support/testworld.h"

#include <QCborArray>
#include <QCborMap>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace packwarden;
using test::TestWorld;

namespace {

constexpr double worstVerdict = 0.200; ///< seconds
constexpr double worstGrowth = 2.5; ///< of a document twice as long: linear times a logarithm, and some noise
constexpr double tooShort = 0.002; ///< seconds: of such verdicts growth says nothing
constexpr double mostMemory = 32; ///< MiB above what was there before

/// A kind of document that grows by what costs work.
struct Family
{
    const char *name;
    std::function<Verdict(const QByteArray &, const PackState &)> verify;
    std::function<QByteArray(int)> make; ///< bytes as delivered, of so many entries
    PackState pack;
};

QString numbered(const char *name, int i)
{
    return QStringLiteral("%1-%2").arg(QLatin1String(name)).arg(i);
}

DocumentHead headOf(TestWorld &world)
{
    return world.request(world.pack(), QStringLiteral("soc.max"), 91000).head;
}

QByteArray approved(TestWorld &world, const char *type, const QByteArray &payload, const char *author)
{
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    CoseSign document{QByteArray(type), payload, {}};
    const auto sign = [&](const char *person, Meaning meaning) {
        if (!document.addSignature(*world.key(QLatin1String(person)), meaning, TestWorld::now - 20, log).ok())
            qFatal("cannot sign");
    };
    sign(author, Meaning::Author);
    for (const char *person :
        {"leasing.asset-manager", "celldata.specialist", "platform.platform-engineer", "service.technician"})
        sign(person, Meaning::Approve);
    return document.encode();
}

using Edit = std::function<void(Policy &, int)>;

Family policyFamily(TestWorld &world, const char *name, const Edit &edit)
{
    PackState pack = world.pack();
    const auto make = [&world, pack, edit](int count) {
        PolicyChange change{headOf(world), {pack.policyDocument}, pack.policy};
        ++change.policy.version;
        edit(change.policy, count);
        return approved(world, contenttype::policy, change.encode(), "courier.fleet-manager");
    };
    return {name, verifyPolicy, make, pack};
}

Grant grantOf(const QString &role, const QString &capability)
{
    Grant grant;
    grant.role = RoleId::fromTrusted(role);
    grant.capability = CapabilityId::fromTrusted(capability);
    return grant;
}

QList<Family> policies(TestWorld &world)
{
    const auto position = PositionId::fromTrusted(QStringLiteral("owner"));
    const auto manager = RoleId::fromTrusted(QStringLiteral("asset-manager"));
    const auto changing = CapabilityId::fromTrusted(QStringLiteral("change-policy"));
    const auto roleAt = [position](Policy &policy, int i) {
        const auto role = RoleId::fromTrusted(numbered("r", i));
        policy.roles.append({role, position, {}});
        return role;
    };
    QList<Family> all;
    all.append(policyFamily(world, "grants with dates", [](Policy &policy, int count) {
        for (int i = 0; i < count; ++i) {
            Grant grant = grantOf(QStringLiteral("asset-manager"), QStringLiteral("change-policy"));
            grant.from = TestWorld::now + i;
            grant.until = TestWorld::now + 10'000 + i;
            policy.grants.append(grant);
        }
    }));
    all.append(policyFamily(world, "grants of unknown capabilities", [](Policy &policy, int count) {
        for (int i = 0; i < count; ++i)
            policy.grants.append(grantOf(QStringLiteral("asset-manager"), numbered("c", i)));
    }));
    all.append(policyFamily(world, "roles in one group", [=](Policy &policy, int count) {
        SeatGroup group{1, {{position, manager}}};
        for (int i = 0; i < count; ++i)
            group.of.append({position, roleAt(policy, i)});
        policy.seats[changing].groups = {group};
    }));
    all.append(policyFamily(world, "places in sixteen groups", [=](Policy &policy, int count) {
        SeatGroup group{1, {{position, manager}}};
        for (int i = 0; i < count; ++i)
            group.of.append({position, roleAt(policy, i)});
        policy.seats[changing] = {{}, QList<SeatGroup>(16, group), {}, {}};
    }));
    all.append(policyFamily(world, "capabilities with seats", [=](Policy &policy, int count) {
        for (int i = 0; i < count; ++i)
            policy.seats[CapabilityId::fromTrusted(numbered("c", i))].all = {{position, manager}};
    }));
    all.append(policyFamily(world, "rules between parameters", [](Policy &policy, int count) {
        for (int i = 0; i < count; ++i)
            policy.crossRules.append(
                {ParameterId::fromTrusted(numbered("a", i)), Milli{0}, ParameterId::fromTrusted(numbered("b", i))});
    }));
    all.append(policyFamily(world, "roles and who issues them", [=](Policy &policy, int count) {
        for (int i = 0; i < count; ++i)
            policy.issuers[roleAt(policy, i)] = {position};
    }));
    return all;
}

/// By nobody who is known: a first charter with roots of its own, all of one name, and their lists.
Family roots(TestWorld &world)
{
    PackState pack = world.pack();
    const PackState held = pack;
    pack.lifeCycle = LifeCycle::Limited;
    pack.manufacturerRoot = world.root(QStringLiteral("manufacturer")).der;
    pack.crls.clear();
    pack.charter = {};
    pack.policy = {};
    pack.charterDocument.clear();
    pack.policyDocument.clear();
    pack.deviceChain = {world.deviceKey()->leaf().der};
    const auto make = [&world, held](int count) {
        CharterChange change;
        change.head = headOf(world);
        change.head.author = world.key(QStringLiteral("manufacturer.engineer-manufacturer"))->leaf().sha256;
        change.amendment = Amendment::First;
        change.charter = held.charter;
        change.charter.version = 1;
        change.policy = {change.head, {}, held.policy};
        change.policy.policy.version = 1;
        CharterUpload upload;
        for (const CrlEntry &entry : held.crls)
            upload.crls.append(encodeCrlEntry(entry));
        const pki::PrivateKey key = world.rootKey(QStringLiteral("power"));
        for (int i = 0; i < count; ++i) {
            const auto root = pki::issueRoot(key, {QStringLiteral("one name"), QStringLiteral("power")},
                {TestWorld::now - i * 60, TestWorld::now + TestWorld::day});
            Position place;
            place.party = QStringLiteral("power");
            place.rootDer = root->der;
            place.signatory = RoleId::fromTrusted(numbered("many", i));
            const auto position = PositionId::fromTrusted(numbered("many", i));
            change.charter.positions.insert(position, place);
            change.charter.mayIssue.insert(place.signatory, {position});
            change.policy.policy.issuers.insert(place.signatory, {position});
            change.policy.policy.roles.append({place.signatory, position, {}});
            if (upload.crls.size() < 64)
                upload.crls.append(encodeCrlEntry(
                    {*pki::issueCrl(*root, key, i + 1, {TestWorld::now - 60, TestWorld::now + TestWorld::day}, {}),
                        {}}));
        }
        change.policy.policy.charterSha256 = change.charter.bodySha256();
        upload.document = approved(world, contenttype::charter, change.encode(), "manufacturer.engineer-manufacturer");
        return upload.encode();
    };
    return {"a first charter with roots of one name", verifyCharter, make, pack};
}

QList<Family> requests(TestWorld &world)
{
    const PackState pack = world.pack();
    const auto with = [&](const char *name, const std::function<void(ChangeRequest &, int)> &edit) {
        return Family{name, verifyRequest,
            [&world, pack, edit](int count) {
                ChangeRequest request = world.request(pack, QStringLiteral("soc.max"), 91000);
                edit(request, count);
                return approved(world, contenttype::request, request.encode(), "courier.fleet-manager");
            },
            pack};
    };
    return {with("a request for many packs",
                [](ChangeRequest &request, int count) {
                    for (int i = 0; i < count; ++i) {
                        request.packs.append(request.packs.constFirst());
                        request.packs.last().serial = PackSerial::fromTrusted(QStringLiteral("SDB-BENCH-%1").arg(i));
                    }
                }),
        with("a request with many changes", [](ChangeRequest &request, int count) {
            for (int i = 0; i < count; ++i) {
                ParameterChange change = request.packs.constFirst().changes.constFirst();
                change.parameter = ParameterId::fromTrusted(numbered("p", i));
                request.packs.first().changes.append(change);
            }
        })};
}

/// Nothing but elements, which no reader needs.
Family elements(const char *name, const QByteArray &element)
{
    const auto make = [element](int count) {
        QByteArray head("\xd8\x62", 2);
        char bytes[cbor::longestHead];
        head.append(bytes, cbor::putHead(bytes, 4, quint64(count)) - bytes);
        return head + element.repeated(count);
    };
    return {name, verifyRequest, make, {}};
}

/// Signatures of one person over a request, each with other bytes: far more than a document may have.
Family signatures(TestWorld &world)
{
    const PackState pack = world.pack();
    const ChangeRequest request = world.request(pack, QStringLiteral("soc.max"), 91000);
    const QByteArray good = approved(world, contenttype::request, request.encode(), "courier.fleet-manager");
    const auto make = [document = *CoseSign::decode(good)](int count) {
        CoseSign more = document;
        for (int i = 0; i < count; ++i) {
            CoseSignature signature = document.signatures.constFirst();
            signature.at += i;
            signature.signature[i % signature.signature.size()] = char(i);
            more.signatures.append(signature);
        }
        return more.encode();
    };
    return {"signatures past the sixteenth", verifyRequest, make, pack};
}

/// As many signatures as a document may have, void all of them, and as much to hash for each as fits.
Family voidSignatures(TestWorld &world)
{
    const PackState pack = world.pack();
    const auto make = [&world, pack](int count) {
        ChangeRequest request = world.request(pack, QStringLiteral("soc.max"), 91000);
        request.head.reason = QString(count, u'x');
        CoseSign document
            = *CoseSign::decode(approved(world, contenttype::request, request.encode(), "courier.fleet-manager"));
        while (document.signatures.size() < CoseSign::maxSignatures) {
            CoseSignature signature = document.signatures.at(document.signatures.size() % 5);
            signature.signature[document.signatures.size()] = char(signature.signature[3] + 1);
            document.signatures.append(signature);
        }
        return document.encode();
    };
    return {"sixteen signatures over a long reason", verifyRequest, make, pack};
}

/// Elements of the payload that this version does not know.
Family unknownElements(TestWorld &world)
{
    const PackState pack = world.pack();
    const auto make = [&world, pack](int count) {
        QCborMap payload = cbor::decode(world.request(pack, QStringLiteral("soc.max"), 91000).encode())->toMap();
        QCborArray unknown;
        for (int i = 0; i < count; ++i)
            unknown.append(QCborMap{{numbered("x", i % 10), QCborArray{i % 10}}});
        payload.insert(QStringLiteral("unknown"), unknown);
        return approved(world, contenttype::request, cbor::encode(payload), "courier.fleet-manager");
    };
    return {"unknown elements", verifyRequest, make, pack};
}

CrlEntry listOf(TestWorld &world, qint64 number, const QList<QByteArray> &revoked)
{
    const QString party = QStringLiteral("leasing");
    const auto list = pki::issueCrl(world.root(party), world.rootKey(party), number,
        {TestWorld::now - 60, TestWorld::now + TestWorld::day}, revoked);
    return {*list, {}};
}

/// What takes a list in, as a verdict.
Verdict takeList(const QByteArray &entry, const PackState &pack)
{
    Verdict verdict;
    if (const auto taken = takeCrl(entry, pack); !taken.ok())
        verdict.refusal = taken.error();
    return verdict;
}

Family longList(TestWorld &world)
{
    const auto make = [&world](int count) {
        QList<QByteArray> revoked;
        for (int i = 0; i < count; ++i)
            revoked.append('\x01' + sha256(QByteArray::number(i)).left(15));
        return encodeCrlEntry(listOf(world, 5, revoked));
    };
    return {"a list with many numbers", takeList, make, world.pack()};
}

/// A charter that brings far more lists along than there are issuers.
Family manyLists(TestWorld &world)
{
    const PackState pack = world.pack();
    const auto make = [&world, pack](int count) {
        CharterChange change;
        change.head = headOf(world);
        change.charter = pack.charter;
        ++change.charter.version;
        change.previous = {pack.charterDocument};
        change.policy = {change.head, {pack.policyDocument}, pack.policy};
        ++change.policy.policy.version;
        change.policy.policy.charterSha256 = change.charter.bodySha256();
        CharterUpload upload;
        upload.document = approved(world, contenttype::charter, change.encode(), "courier.fleet-manager");
        for (int i = 0; i < count; ++i)
            upload.crls.append(encodeCrlEntry(listOf(world, i + 10, {})));
        return upload.encode();
    };
    return {"a charter with lists of one issuer", verifyCharter, make, pack};
}

/// The entries with which it has this size.
QByteArray ofSize(const Family &family, qsizetype bytes)
{
    const qsizetype bare = family.make(0).size();
    const double each = double(family.make(16).size() - bare) / 16;
    auto count = int(double(bytes - bare) / each);
    QByteArray made = family.make(count);
    while (made.size() > bytes && count > 0) {
        count -= 1 + int(double(made.size() - bytes) / each);
        made = family.make(std::max(0, count));
    }
    return made;
}

double mebibytes(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    return all.mid(all.indexOf(field) + qsizetype(qstrlen(field))).simplified().split(' ').value(0).toDouble() / 1024;
}

/// What is most in use from now on.
void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

bool measure(const Family &family)
{
    bool good = true;
    double before = 0;
    for (int size : {16, 32, 64, 128}) {
        const QByteArray document = ofSize(family, size * 1024);
        forgetPeak();
        const double idle = mebibytes("VmRSS:");
        double seconds = 1e9;
        Verdict verdict;
        for (int turn = 0; turn < 3; ++turn) {
            const double start = bench::processorSeconds();
            verdict = family.verify(document, family.pack);
            seconds = std::min(seconds, bench::processorSeconds() - start);
        }
        const double memory = mebibytes("VmHWM:") - idle;
        const QByteArray name = QByteArray(family.name) + ", " + QByteArray::number(document.size() / 1024) + " KiB, "
            + (verdict.refusal ? codeName(verdict.refusal->code).data() : "accepted");
        bench::print(name.constData(), seconds * 1000, "ms", "200 ms", seconds / worstVerdict, 1);
        bench::print((name + ", memory").constData(), memory, "MiB", "32 MiB", memory / mostMemory, 1);
        const bool grows = before > tooShort && seconds > worstGrowth * before;
        if (grows)
            bench::print((name + ", growth").constData(), seconds / before, "times", "a document half as long",
                seconds / before, worstGrowth);
        good = good && seconds <= worstVerdict && memory <= mostMemory && !grows;
        before = seconds;
    }
    return good;
}

} // namespace

/// What a stranger's document costs whoever judges it, by its size. Fails past the goals.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const CryptoRuntime crypto;
    TestWorld world;
    QList<Family> families = policies(world) + requests(world);
    families.append(roots(world));
    families.append(signatures(world));
    families.append(voidSignatures(world));
    families.append(unknownElements(world));
    families.append(longList(world));
    families.append(manyLists(world));
    families.append(elements("empty maps", "\xa0"));
    families.append(elements("empty byte strings", "\x40"));
    families.append(elements("lists in lists", QByteArray("\x81\x81\x81\x80", 4)));
    bool good = true;
    for (const Family &family : std::as_const(families))
        good = measure(family) && good;
    return good ? 0 : 1;
}
