// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cbor/cbor.h"
#include "models/core/documents/rulechange.h"
#include "models/core/documents/withdrawal.h"
#include "models/rights/rightrequest.h"
#include "models/rules/rulesjson.h"
#include "models/trust/invitation.h"
#include "models/trust/trustfiles.h"
#include "tests/models/support/modelworld.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace packwarden;
using test::TestWorld;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray conversation(const QList<QByteArray> &requests)
{
    QByteArray row;
    for (const QByteArray &request : requests) {
        row += char(request.size() >> 8);
        row += char(request.size() & 0xff);
        row += request;
    }
    return row;
}

void writeLists(TestWorld &world, const QString &folder)
{
    const CrlEntry root = world.crl(QStringLiteral("leasing"), {}, 2);
    const CrlEntry authority = world.crl(QStringLiteral("courier-issuer"), {}, 2);
    write(folder + QStringLiteral("/list/root"), encodeCrlEntry(root));
    write(folder + QStringLiteral("/list/authority"), encodeCrlEntry(authority));
    write(folder + QStringLiteral("/list/stranger"), encodeCrlEntry(world.crl(QStringLiteral("stranger"))));
    write(folder + QStringLiteral("/list/upload"),
        CharterUpload{"document", {encodeCrlEntry(root), encodeCrlEntry(authority)}}.encode());
}

/// A charter's and a policy's file, each without one signature that it needs.
void writeJoining(const PackRules &rules, const QString &folder)
{
    for (const auto &[name, bytes] :
        {std::pair("charter", rules.charterDocument), std::pair("policy", rules.policyDocument)}) {
        DocumentFile file;
        file.document = *CoseSign::decode(bytes);
        file.document.signatures.removeLast();
        file.crls = rules.crls.mid(0, 2);
        write(folder + QStringLiteral("/joining/") + QLatin1String(name), file.encode());
    }
}

void writeRights(TestWorld &world, const QString &folder)
{
    RightRequest request;
    request.id = QByteArray(16, 'q');
    request.capability = CapabilityId::fromTrusted(QStringLiteral("set-soc-min"));
    request.role = RoleId::fromTrusted(QStringLiteral("fleet-manager"));
    request.reason = QStringLiteral("Winter");
    const auto asked = CoseSign1::make(contenttype::rightRequest, request.encode(),
        *world.key(QStringLiteral("courier.fleet-manager")), TestWorld::now);
    const RightAnswer answer{sha256(request.encode()), true, QStringLiteral("Yes.")};
    const auto answered = CoseSign1::make(
        contenttype::rightAnswer, answer.encode(), *world.key(QStringLiteral("leasing.asset-manager")), TestWorld::now);
    write(folder + QStringLiteral("/right/request"), asked->encode());
    write(folder + QStringLiteral("/right/answer"), answered->encode());
}

void writeRules(const PackState &pack, const QString &folder)
{
    const auto text = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
    write(folder + QStringLiteral("/rulesjson/policy"), text(rulesjson::toJson(pack.policy)));
    write(folder + QStringLiteral("/rulesjson/charter"), text(rulesjson::toJson(pack.charter)));
    write(folder + QStringLiteral("/rulesjson/silicon"), text(rulesjson::toJson(pack.silicon)));
    write(folder + QStringLiteral("/rulesjson/foundation"), text(rulesjson::toJson(pack.foundation)));
    write(folder + QStringLiteral("/rulesjson/datasheet"),
        R"({"batch":"2026-17","bounds":{"cell.voltage.max":["3.6","4.3"]},"chemistry":"NMC","maker":"A maker of cells"})");
}

void writeTrust(TestWorld &world, const PackState &pack, const PackRules &rules, const QString &folder)
{
    KnownPack known;
    known.facts = test::factsOf(pack);
    known.rules = rules;
    known.readAt = TestWorld::now;
    known.statement = test::statementOf(world, pack);
    write(folder + QStringLiteral("/trustfiles/pinned"),
        trustfiles::encode(*PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument)));
    write(folder + QStringLiteral("/trustfiles/former"), trustfiles::encode(QSet<QByteArray>{QByteArray(64, 'f')}));
    write(folder + QStringLiteral("/trustfiles/lists"), trustfiles::encode(pack.crls.mid(0, 2)));
    write(folder + QStringLiteral("/trustfiles/pack"), trustfiles::encode(known));
    Invitation invitation;
    invitation.rules = *PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    for (const CrlEntry &list : pack.crls.mid(0, 2))
        invitation.lists.append(encodeCrlEntry(list));
    invitation.packs = {known};
    // Of each pack alone it says only what differs from the others.
    PackRules &own = invitation.packs.first().rules;
    own.charterDocument.clear();
    own.policyDocument.clear();
    own.crls.clear();
    write(folder + QStringLiteral("/invitation/partner"), invitation.encode());
}

void writeRecordings(const QString &folder)
{
    write(folder + QStringLiteral("/canlog/classic"),
        "(1780000000.000001) can0 123#00112233\n(1780000000.000002) can0 18FF1200#\n");
    write(folder + QStringLiteral("/canlog/fd"),
        "(1780000000.000001) can0 123##300112233\n(1780000000.000001) can0 123#R\n\nno frame\n(1780000000.0");
}

} // namespace

/// Writes the seeds of the fuzz targets into the folder that is named: small things that are as they should be.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const CryptoRuntime crypto;
    TestWorld world;
    const PackState pack = world.pack(QStringLiteral("SDB-OTHER-0009"));
    const QString folder = application.arguments().value(1, QStringLiteral("seeds"));
    const ChangeRequest request = world.request(pack, QStringLiteral("soc.max"), 94000);
    const QByteArray document = world.signedBytes(request, {QStringLiteral("leasing.asset-manager")});
    const CrlEntry list = world.crl(QStringLiteral("courier-issuer"));
    const auto key = world.key(QStringLiteral("courier.fleet-manager"));
    DocumentFile file;
    file.document = *CoseSign::decode(document);
    file.crls = {encodeCrlEntry(list)};
    const DocumentHead head = request.head;
    const auto withdrawal = CoseSign1::make(contenttype::withdrawal,
        Withdrawal{sha256(request.encode()), request.head.expires}.encode(), *key, TestWorld::now);

    write(folder + QStringLiteral("/cbor/request"), request.encode());
    write(folder + QStringLiteral("/cbor/policy"), PolicyChange{head, {}, pack.policy}.encode());
    write(folder + QStringLiteral("/cbor/charter"),
        CharterChange{head, Amendment::First, {}, pack.charter, {head, {}, pack.policy}}.encode());
    write(folder + QStringLiteral("/cbor/withdrawal"), Withdrawal{QByteArray(32, 'd'), head.expires}.encode());
    write(folder + QStringLiteral("/cose/document"), document);
    write(folder + QStringLiteral("/cose/withdrawal"), withdrawal->encode());
    write(folder + QStringLiteral("/document/request"), document);
    write(folder + QStringLiteral("/document/withdrawal"), withdrawal->encode());
    write(folder + QStringLiteral("/certificate/leaf"), key->leaf().der);
    write(folder + QStringLiteral("/certificate/root"), world.root(QStringLiteral("leasing")).der);
    write(folder + QStringLiteral("/certificate/list"), list.crl.der);
    write(folder + QStringLiteral("/certificate/entry"), encodeCrlEntry(list));
    write(folder + QStringLiteral("/file/request"), file.encode());

    const PackRules rules = test::rulesOf(world, pack);
    writeLists(world, folder);
    writeJoining(rules, folder);
    writeRights(world, folder);
    writeRules(pack, folder);
    writeTrust(world, pack, rules, folder);
    writeRecordings(folder);

    const auto hex = [](const char *text) {
        return QByteArray::fromHex(text);
    };
    write(folder + QStringLiteral("/uds/read"),
        conversation({hex("1003"), hex("3e00"), hex("22f190"), hex("220100"), hex("220101"), hex("22010301040106"),
            hex("220201"), hex("1902ff"), hex("1001")}));
    write(folder + QStringLiteral("/uds/upload"),
        conversation({hex("1002"), hex("3400440000000000000040"), hex("3601") + request.encode().left(64), hex("37"),
            hex("3101020101") + QByteArray(32, 'h'), hex("31030201")}));
    write(folder + QStringLiteral("/uds/download"),
        conversation({hex("1003"), hex("35004401000000000fff"), hex("3601"), hex("37")}));
    write(folder + QStringLiteral("/uds/authenticate"),
        conversation({hex("1003"), hex("2908"), hex("29020000100011") + QByteArray(17, 'c'), hex("2903000401020304"),
            hex("2900")}));
    write(folder + QStringLiteral("/uds/act"),
        conversation(
            {hex("1003"), hex("2e020100000001"), hex("3101020204"), hex("14ffffff"), hex("3101ff00"), hex("1101")}));
    return 0;
}
