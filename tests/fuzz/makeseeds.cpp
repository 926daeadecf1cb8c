// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulechange.h"
#include "testworld.h"
#include "withdrawal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

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
