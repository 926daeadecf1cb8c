// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/rule.h"
#include "app/conform/kit/transfer.h"
#include "hw/uds/documentkind.h"
#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/cose.h"
#include "models/core/pack/packanswers.h"
#include "models/core/pack/preventedinstant.h"
#include "models/core/pack/statement.h"

#include <QDate>
#include <QtEndian>

/// What a pack tells by identifiers and documents, and that it fits together (PROTOCOL.md, UDS).
namespace packwarden::conform {

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray didRequest(int did)
{
    return QByteArray(1, 0x22) + char(did >> 8) + char(did);
}

/// The value alone; noted if there is none.
QByteArray read(Site &site, Finding &finding, int did)
{
    const QByteArray heard = site.bsp.ask(didRequest(did));
    QByteArray head = didRequest(did);
    head[0] = 0x62;
    finding.answered(s("22 %1").arg(did, 4, 16, QLatin1Char('0')).toUpper(), heard, head, true);
    return heard.startsWith(head) ? heard.mid(3) : QByteArray();
}

void identification(Site &site, Finding &finding)
{
    const auto serial = PackSerial::parse(QString::fromLatin1(read(site, finding, 0xF18C)));
    finding.holds(serial.ok(), s("F18C is no serial"));
    for (const int did : {0xF191, 0xF195, 0xF187, 0xF18B}) {
        const QByteArray value = read(site, finding, did);
        const bool ascii = std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
        finding.holds(!value.isEmpty() && value.size() <= 64 && ascii,
            s("%1 is no text of 1 to 64 characters in ASCII").arg(did, 4, 16));
    }
    const QString made = QString::fromLatin1(read(site, finding, 0xF18B));
    finding.holds(made.size() == 10 && QDate::fromString(made, Qt::ISODate).isValid(),
        s("F18B is no date as YYYY-MM-DD: %1").arg(made));
}

void structured(Site &site, Finding &finding)
{
    const auto reads = [&](int did, const std::function<Result<>(const QByteArray &)> &decode) {
        const QByteArray value = read(site, finding, did);
        const auto canonical = cbor::checkCanonical(value);
        const QString name = s("%1").arg(did, 4, 16, QLatin1Char('0')).toUpper();
        if (finding.holds(canonical.ok(), s("%1 is no deterministic CBOR").arg(name))) {
            const auto decoded = decode(value);
            finding.holds(
                decoded.ok(), decoded.ok() ? QString() : s("%1 cannot be read: %2").arg(name, decoded.error().detail));
        }
    };
    const auto with = [](const auto &decode) {
        return [decode](const QByteArray &value) {
            const auto decoded = decode(value);
            return decoded.ok() ? Result<>::success() : Result<>(decoded.error());
        };
    };
    reads(0x0100, with(&PackConfiguration::decode));
    reads(0x0101, with(&LifeCycleInfo::decode));
    reads(0x0102, with(&RepositorySlot::decodeMap));
    reads(0x0103, with(&RulesVersion::decode));
    reads(0x0104, with(&RulesVersion::decode));
    reads(0x0105, with(&PackCounters::decode));
    reads(0x0106, with(&WitnessedHead::decodeList));
    reads(0x0107, with(&LockInfo::decode));
    reads(0x0108, with(&decodeComponents));
    reads(0x0109, with(&ParameterInfo::decodeTable));
    reads(0x0110, with(&SessionInfo::decode));
    reads(0x0113, with([](const QByteArray &value) { return cbor::decode(value); }));
    reads(0x0114, with(&PackKnowledge::decode));
    reads(0x0115, with(&PreventedInstant::decodeList));
}

void unknownIdentifiers(Site &site, Finding &finding)
{
    finding.answered("22 AB CD", site.bsp.ask(bytes("22ABCD")), "7F2231");
    finding.answered("22 00 00", site.bsp.ask(bytes("220000")), "7F2231");
    finding.answered("22 AB CD AB CE: none of them", site.bsp.ask(bytes("22ABCDABCE")), "7F2231");
    constexpr int most = 16;
    const QByteArray sixteen = QByteArrayLiteral("\x22") + bytes("F18C").repeated(most);
    finding.answered("22 with 16 identifiers", site.bsp.ask(sixteen), "62F18C**");
    finding.answered("22 with 17 identifiers", site.bsp.ask(sixteen + bytes("F18C")), "7F2213");
    const QByteArray serial = site.bsp.ask(bytes("22F18C"));
    finding.answered(s("22 AB CD F1 8C: the one that is there"), site.bsp.ask(bytes("22ABCDF18C")), serial);
    const QByteArray both = site.bsp.ask(bytes("22F18CF191"));
    finding.answered(s("22 F1 8C F1 91"), both, serial, true);
    finding.answered("22 F1", site.bsp.ask(bytes("22F1")), "7F2213");
    finding.answered("22 F1 8C F1", site.bsp.ask(bytes("22F18CF1")), "7F2213");
}

void protectedIdentifiers(Site &site, Finding &finding)
{
    for (const char *request :
        {"22 01 11", "22 01 12", "22 F1 8C 01 11", "22 01 12 F1 8C", "19 04 1A 07 00 01", "19 06 1A 07 00 01"}) {
        const QByteArray heard = site.bsp.ask(bytes(request));
        finding.holds(isRefusal(heard, 0x34), s("%1 of a stranger: %2").arg(s(request), Finding::show(heard)));
    }
}

void parameters(Site &site, Finding &finding)
{
    const auto table = ParameterInfo::decodeTable(read(site, finding, 0x0109));
    const auto life = LifeCycleInfo::decode(read(site, finding, 0x0101));
    if (!finding.holds(table.ok() && life.ok() && !table->isEmpty(), s("the parameter table cannot be read")))
        return;
    for (const ParameterInfo &row : *table) {
        const QString id = row.definition.id.text();
        const QByteArray value = read(site, finding, 0x0200 + row.definition.number);
        if (!finding.holds(value.size() == 4, s("%1 has %2 bytes").arg(id).arg(value.size())))
            continue;
        const qint64 inForce = valueInForce(row.stored, &row.definition, life->now, life->clockUncertain).value;
        finding.holds(qFromBigEndian<qint32>(value.constData()) == inForce,
            s("%1 is %2 by itself and %3 in the table")
                .arg(id)
                .arg(qFromBigEndian<qint32>(value.constData()))
                .arg(inForce));
        finding.holds(row.stored.base >= row.definition.silicon.min && row.stored.base <= row.definition.silicon.max,
            s("%1 is beyond its silicon limits").arg(id));
        finding.holds(row.charter.min >= row.definition.silicon.min && row.charter.max <= row.definition.silicon.max,
            s("the charter's range of %1 is wider than the silicon limits").arg(id));
        finding.holds(row.soft.min >= row.charter.min && row.soft.max <= row.charter.max,
            s("the soft limits of %1 are wider than the charter's range").arg(id));
    }
}

void rulesAndDocuments(Site &site, Finding &finding)
{
    for (const auto &[did, kind, name] :
        {std::tuple(0x0103, documentkind::policy, "policy"), std::tuple(0x0104, documentkind::charter, "charter")}) {
        const auto version = RulesVersion::decode(read(site, finding, did));
        const auto document = readDocument(site.bsp, kind, 0);
        const auto file = document ? CoseSign::decode(*document) : Result<CoseSign>(Code::Malformed);
        if (!finding.holds(version.ok() && file.ok(), s("the %1 cannot be read").arg(s(name))))
            continue;
        // A policy may have come inside of the charter that it belongs to.
        const bool same = sha256(file->payload) == version->sha256;
        const auto charter = readDocument(site.bsp, documentkind::charter, 0);
        finding.holds(same || (kind == documentkind::policy && charter == document),
            s("the %1 that is read is not the one whose hash is told").arg(s(name)));
    }
    for (const int kind : {documentkind::silicon, documentkind::foundation}) {
        const auto document = readDocument(site.bsp, kind, 0);
        finding.holds(
            document && cbor::checkCanonical(*document).ok(), s("document of kind %1 cannot be read").arg(kind));
    }
    const auto receipts = cbor::decode(read(site, finding, 0x0113));
    if (!finding.holds(receipts.ok() && receipts->isArray() && receipts->toArray().size() <= 16,
            s("0113 is no list of at most 16")))
        return;
    int index = 0;
    for (const QCborValue &hash : receipts->toArray()) {
        const auto kept = readDocument(site.bsp, documentkind::receipt, index++);
        const auto sealed = kept ? CoseSign1::decode(*kept) : Result<CoseSign1>(Code::Malformed);
        const auto receipt = sealed.ok() ? Receipt::decode(sealed->payload) : Result<Receipt>(Code::Malformed);
        finding.holds(receipt.ok() && sealed->verifies() && receipt->document == hash.toByteArray(),
            s("receipt %1 is not for the document that 0113 names, or not signed").arg(index));
    }
}

void repository(Site &site, Finding &finding)
{
    const auto map = RepositorySlot::decodeMap(read(site, finding, 0x0102));
    if (!finding.holds(map.ok(), s("0102 cannot be read")))
        return;
    QStringList kinds;
    for (const RepositorySlot &slot : *map) {
        kinds.append(slot.kind);
        if (slot.kind == QLatin1String("write-once-read-never"))
            finding.holds(slot.sha256.isEmpty(), s("%1 tells a hash although it may not be read").arg(slot.name));
    }
    for (const char *kind : {"write-once-read-many", "write-once-read-never", "write-until-protected", "rewritable"})
        finding.holds(kinds.contains(s(kind)), s("no slot is %1").arg(s(kind)));
}

void statement(Site &site, Finding &finding)
{
    finding.answered("10 03", site.bsp.ask(bytes("1003")), "5003**");
    const QByteArray nonce = randomBytes(32);
    const QByteArray heard = site.bsp.ask(bytes("31010240") + nonce);
    const auto sealed = CoseSign1::decode(heard.mid(4));
    if (!finding.holds(sealed.ok() && sealed->verifies(), s("no signed statement: %1").arg(Finding::show(heard))))
        return;
    const auto said = Statement::decode(sealed->payload);
    if (!finding.holds(said.ok(), s("the statement cannot be read")))
        return;
    finding.holds(said->nonce == nonce, s("the statement is over another nonce"));
    finding.holds(
        said->serial.text().toLatin1() == read(site, finding, 0xF18C), s("the statement names another serial"));
    const auto leaf = Certificate::fromDer(sealed->chain.value(0));
    finding.holds(
        leaf.ok() && leaf->packSerial == said->serial.text(), s("the certificate of the statement is not this pack's"));
    const auto policy = RulesVersion::decode(read(site, finding, 0x0103));
    finding.holds(policy.ok() && said->policy.version == policy->version && said->policy.sha256 == policy->sha256,
        s("the statement and 0103 differ"));
    finding.holds(said->version == Statement::newestVersion,
        s("the statement is of version %1, which names neither limits nor foundation").arg(said->version));
    for (const auto &[kind, told, name] : {std::tuple(documentkind::silicon, said->siliconSha256, "silicon limits"),
             std::tuple(documentkind::foundation, said->foundationSha256, "foundation")}) {
        const auto document = readDocument(site.bsp, kind, 0);
        finding.holds(
            document && sha256(*document) == told, s("the statement names another %1 than can be read").arg(s(name)));
    }
    for (const int length : {0, 31, 33})
        finding.answered("a statement over a nonce of another size",
            site.bsp.ask(bytes("31010240") + QByteArray(length, 'n')), "7F3113");
}

} // namespace

const QList<Rule> &dataRules()
{
    static const QList<Rule> rules{{"data.identification", "Serial, hardware, software, part number and date are text.",
                                       "PROTOCOL.md, UDS", false, identification},
        {"data.structured", "0100 to 0114 are deterministic CBOR with the keys of the page.", "PROTOCOL.md, UDS", false,
            structured},
        {"data.unknown", "Identifiers that are not there are left out, or refused by 31 where none is.",
            "ISO 14229-1, 11.2", false, unknownIdentifiers},
        {"data.protected", "The pack's own audit and freeze frames are not for strangers.", "PROTOCOL.md, UDS", false,
            protectedIdentifiers},
        {"data.parameters", "Each value is the same by itself and in the table, and within its limits.",
            "PROTOCOL.md, UDS", false, parameters},
        {"data.documents", "Rules and receipts that are read are those whose hashes are told.",
            "PROTOCOL.md, Documents; attack 32", false, rulesAndDocuments},
        {"data.repository",
            "The key repository has slots of all four kinds, and tells nothing of slots that may not be read.",
            "PROTOCOL.md, UDS (0102)", false, repository},
        {"data.statement", "A statement is signed by the pack over the asker's nonce.", "PROTOCOL.md, Statement", false,
            statement}};
    return rules;
}

} // namespace packwarden::conform
