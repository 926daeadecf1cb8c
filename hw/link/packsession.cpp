// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/packsession.h"

#include "hw/can/canport.h"
#include "hw/uds/udsreason.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/cose.h"
#include "models/core/documents/rulechange.h"

namespace packwarden {

namespace {

constexpr quint8 defaultSession = 0x01;
constexpr quint8 programmingSession = 0x02;
constexpr quint8 startRoutine = 0x01;
constexpr quint8 requestResults = 0x03;
constexpr quint16 applyDocument = 0x0201;
constexpr int mostCrls = 64;
constexpr int mostReceipts = 16;

namespace did {
constexpr quint16 configuration = 0x0100;
constexpr quint16 lifeCycle = 0x0101;
constexpr quint16 policy = 0x0103;
constexpr quint16 charter = 0x0104;
constexpr quint16 parameters = 0x0109;
constexpr quint16 serial = 0xF18C;
constexpr quint16 hardware = 0xF191;
constexpr quint16 software = 0xF195;
} // namespace did

/// A charter travels with its lists.
QByteArray charterOf(const QByteArray &upload)
{
    const auto decoded = CharterUpload::decode(upload);
    return decoded.ok() ? decoded->document : QByteArray();
}

bool isEndOfList(const Error &error)
{
    return error.is(noSuchDocument);
}

} // namespace

PackSession::PackSession(CanPort &port, int node, const Clock &clock, const UdsTimings &timings,
    std::shared_ptr<ChallengeMemory> challenges, QObject *parent)
    : PackSignals(parent)
    , m_node(node)
    , m_client(port, quint8(node), timings)
    , m_transfer(m_client)
    , m_authenticator(m_client, clock, std::move(challenges), timings)
    , m_polite(port.ticker())
    , m_renew(port.ticker())
{
    m_polite.setSingleShot(true);
    connect(&m_polite, &Alarm::timeout, this, &PackSession::startNext);
    m_renew.setSingleShot(true);
    m_renew.setInterval(timings.renewAfter);
    connect(&m_renew, &Alarm::timeout, this, &PackSession::renew);
    connect(&m_authenticator, &Authenticator::opened, &m_renew, qOverload<>(&Alarm::start));
}

void PackSession::enqueue(Operation operation)
{
    m_operations.enqueue(std::move(operation));
    startNext();
}

void PackSession::startNext()
{
    if (m_running || m_operations.isEmpty() || m_polite.isActive())
        return;
    // All testers have one address on this bus: two that talk with one pack at once spoil each other's transfers.
    if (const int wait = m_client.waitForOthers(); wait > 0) {
        m_polite.start(wait);
        return;
    }
    m_running = true;
    m_operations.head().start();
}

void PackSession::finished()
{
    m_operations.dequeue();
    m_running = false;
    // Back to the default session once nothing waits that might need another. Rights are tied to theirs.
    if (m_visiting && m_operations.isEmpty()) {
        m_visiting = false;
        if (!m_authenticator.isOpen())
            m_client.startSession(defaultSession, [](const UdsAnswer &) {});
    }
    startNext();
}

void PackSession::failed(const Error &error)
{
    const auto tell = m_operations.head().fail;
    finished();
    tell(error);
}

void PackSession::cancel(Code code)
{
    m_client.cancel();
    m_authenticator.cancel();
    QQueue<Operation> ended;
    ended.swap(m_operations);
    m_running = false;
    if (m_visiting) {
        m_visiting = false;
        m_client.startSession(defaultSession, [](const UdsAnswer &) {});
    }
    for (const Operation &one : ended)
        one.fail({code, {}});
}

void PackSession::readSerial()
{
    auto start = [this] {
        m_client.readData(did::serial, [this](const UdsAnswer &answer) {
            if (!answer.ok())
                return failed(answer.error);
            const auto serial = PackSerial::parse(QString::fromLatin1(answer.data));
            finished();
            Q_EMIT serialRead(m_node, serial);
        });
    };
    enqueue({start, [this](const Error &error) {
                 Q_EMIT serialRead(m_node, error);
             }});
}

void PackSession::readValues(QList<quint16> dids, Values got, std::function<void(const Values &)> done)
{
    if (dids.isEmpty())
        return done(got);
    const quint16 next = dids.takeFirst();
    const QByteArray request = QByteArray(1, char(0x22)).append(char(next >> 8)).append(char(next & 0xFF));
    m_authenticator.ask(request, [=, this](const UdsAnswer &answer) {
        if (!answer.ok())
            return failed(answer.error);
        Values more = got;
        more.insert(next, answer.data.mid(2));
        readValues(dids, more, done);
    });
}

void PackSession::readFacts(const PackSerial &serial)
{
    const QList<quint16> dids = {
        did::hardware, did::software, did::configuration, did::lifeCycle, did::policy, did::charter, did::parameters};
    auto start = [=, this] {
        readValues(dids, {}, [=, this](const Values &values) { decodeFacts(serial, values); });
    };
    enqueue({start, [=, this](const Error &error) {
                 Q_EMIT readFailed(serial.text(), error);
             }});
}

void PackSession::decodeFacts(const PackSerial &serial, const Values &values)
{
    const auto configuration = PackConfiguration::decode(values.value(did::configuration));
    const auto lifeCycle = LifeCycleInfo::decode(values.value(did::lifeCycle));
    const auto policy = RulesVersion::decode(values.value(did::policy));
    const auto charter = RulesVersion::decode(values.value(did::charter));
    const auto parameters = ParameterInfo::decodeTable(values.value(did::parameters));
    const auto wrong = [this](quint16 id, const Error &error) {
        failed({Code::UnexpectedAnswer, QString::number(id, 16).rightJustified(4, u'0') + u' ' + error.detail});
    };
    if (!configuration.ok())
        return wrong(did::configuration, configuration.error());
    if (!lifeCycle.ok())
        return wrong(did::lifeCycle, lifeCycle.error());
    if (!policy.ok())
        return wrong(did::policy, policy.error());
    if (!charter.ok())
        return wrong(did::charter, charter.error());
    if (!parameters.ok())
        return wrong(did::parameters, parameters.error());
    PackFacts facts;
    facts.serial = serial;
    facts.node = m_node;
    facts.hardware = QString::fromLatin1(values.value(did::hardware));
    facts.software = QString::fromLatin1(values.value(did::software));
    facts.configuration = *configuration;
    facts.lifeCycle = *lifeCycle;
    facts.policy = *policy;
    facts.charter = *charter;
    facts.parameters = *parameters;
    finished();
    Q_EMIT factsRead(facts);
}

void PackSession::readDids(const PackSerial &serial, const QList<quint16> &dids)
{
    auto tell = [=, this](const Values &values) {
        finished();
        for (quint16 one : dids)
            Q_EMIT didRead(serial.text(), one, values.value(one));
        Q_EMIT didsRead(serial.text());
    };
    enqueue({[=, this] { readValues(dids, {}, tell); },
        [=, this](const Error &error) {
            Q_EMIT readFailed(serial.text(), error);
        }});
}

void PackSession::readRules(const PackSerial &serial, const PackRules &held, bool listsToo)
{
    PackRules rules = held;
    rules.serial = serial;
    auto start = [=, this] {
        m_visiting = true;
        m_client.startSession(programmingSession, [=, this](const UdsAnswer &answer) {
            if (answer.ok())
                readFixedRules(
                    rules, {documentkind::silicon, documentkind::foundation, documentkind::charter}, listsToo);
            else
                failed(answer.error);
        });
    };
    enqueue({start, [=, this](const Error &error) {
                 Q_EMIT readFailed(serial.text(), error);
             }});
}

void PackSession::readFixedRules(PackRules rules, QList<int> kinds, bool listsToo)
{
    if (kinds.isEmpty())
        return readPolicy(rules, listsToo);
    const int kind = kinds.takeFirst();
    QByteArray PackRules::*place = kind == documentkind::silicon ? &PackRules::silicon
        : kind == documentkind::foundation                       ? &PackRules::foundation
                                                                 : &PackRules::charterDocument;
    if (!(rules.*place).isEmpty())
        return readFixedRules(rules, kinds, listsToo);
    m_transfer.read(kind, 0, [=, this](const Result<QByteArray> &read) {
        if (!read.ok())
            return failed(read.error());
        PackRules more = rules;
        more.*place = *read;
        readFixedRules(more, kinds, listsToo);
    });
}

/// A first charter has its policy within: then both are one document, which is not read twice.
void PackSession::readPolicy(PackRules rules, bool listsToo)
{
    if (!rules.policyDocument.isEmpty())
        return readLists(rules, listsToo);
    const auto transfer = [=, this] {
        m_transfer.read(documentkind::policy, 0, [=, this](const Result<QByteArray> &read) {
            if (!read.ok())
                return failed(read.error());
            PackRules more = rules;
            more.policyDocument = *read;
            readLists(more, listsToo);
        });
    };
    m_client.readData(did::policy, [=, this](const UdsAnswer &answer) {
        const auto policy = answer.ok() ? RulesVersion::decode(answer.data) : Result<RulesVersion>(answer.error);
        const auto charter = CoseSign::decode(rules.charterDocument);
        if (!policy.ok() || !charter.ok() || policy->sha256 != sha256(charter->payload))
            return transfer();
        PackRules more = rules;
        more.policyDocument = rules.charterDocument;
        readLists(more, listsToo);
    });
}

void PackSession::readLists(PackRules rules, bool listsToo)
{
    if (listsToo) {
        rules.crls.clear();
        return readCrls(rules, 0);
    }
    finished();
    Q_EMIT rulesRead(rules);
}

void PackSession::readCrls(PackRules rules, int index)
{
    m_transfer.read(documentkind::crl, index, [=, this](const Result<QByteArray> &read) {
        if (read.ok() && index < mostCrls) {
            PackRules more = rules;
            more.crls.append(*read);
            return readCrls(more, index + 1);
        }
        if (!read.ok() && !isEndOfList(read.error()))
            return failed(read.error());
        finished();
        Q_EMIT rulesRead(rules);
    });
}

void PackSession::deliver(const PackSerial &serial, int kind, const QByteArray &document, quint64 requestId)
{
    Delivery delivery;
    delivery.result.serial = serial;
    delivery.requestId = requestId;
    delivery.kind = kind;
    delivery.document = document;
    auto start = [=, this] {
        m_visiting = true;
        m_client.startSession(programmingSession, [=, this](const UdsAnswer &answer) {
            if (!answer.ok())
                return failed(answer.error);
            m_transfer.upload(
                document, [=, this](qint64 done, qint64 total) { Q_EMIT deliveryProgress(serial.text(), done, total); },
                [=, this](const Result<QByteArray> &uploaded) {
                    if (uploaded.ok())
                        apply(delivery);
                    else
                        failed(uploaded.error());
                });
        });
    };
    enqueue({start, [=, this](const Error &error) {
                 DeliveryResult result = delivery.result;
                 result.error = error;
                 Q_EMIT delivered(result, requestId);
             }});
}

void PackSession::apply(Delivery delivery)
{
    const QByteArray record = QByteArray(1, char(delivery.kind)) + sha256(delivery.document);
    m_client.routine(startRoutine, applyDocument, record, [=, this](const UdsAnswer &answer) {
        if (answer.negative == nrc::requestOutOfRange || answer.negative == nrc::conditionsNotCorrect)
            return askForReason(answer);
        if (!answer.ok())
            return failed(answer.error);
        // Result byte and length of the receipt; both results, applied now and applied before, have one where the kind
        // has any.
        if (answer.data.size() != 5 || quint8(answer.data.at(0)) > 1)
            return failed({Code::UnexpectedAnswer, QStringLiteral("71 01 0201")});
        Delivery applied = delivery;
        applied.result.applied = true;
        if (!documentkind::hasReceipt(delivery.kind)) {
            finished();
            Q_EMIT delivered(applied.result, applied.requestId);
            return;
        }
        const auto document = CoseSign::decode(
            delivery.kind == documentkind::charter ? charterOf(delivery.document) : delivery.document);
        readReceipt(applied, document.ok() ? sha256(document->payload) : QByteArray(), 0);
    });
}

void PackSession::askForReason(const UdsAnswer &refusal)
{
    askWhy(applyDocument, refusal.error, [this](const Error &error) { failed(error); });
}

/// done with the pack's reason, or with the refusal as it stands where it cannot give one.
void PackSession::askWhy(quint16 id, const Error &refusal, std::function<void(const Error &)> done)
{
    m_client.routine(requestResults, id, {}, [=](const UdsAnswer &answer) {
        if (!answer.ok())
            return done(refusal);
        const QString name = QString::number(id, 16).rightJustified(4, u'0');
        const Error unexpected{Code::UnexpectedAnswer, QStringLiteral("71 03 ") + name};
        const auto decoded = cbor::decode(answer.data);
        if (!decoded.ok())
            return done(unexpected);
        cbor::MapReader reader(*decoded);
        const auto reason = codeFromName(reader.text(QLatin1String("reason"), 64));
        const QString detail = reader.text(QLatin1String("detail"));
        // The bus is not trusted: only a word that a pack may say counts as a pack's reason.
        if (!reader.finish().ok() || !reason || int(*reason) >= refusalReasonCount)
            return done(unexpected);
        done({*reason, detail});
    });
}

/// The receipts are a list, newest first. The one for this document is not the newest when it was applied before.
void PackSession::readReceipt(Delivery delivery, const QByteArray &payloadSha256, int index)
{
    m_transfer.read(documentkind::receipt, index, [=, this](const Result<QByteArray> &read) {
        const bool listEnded = index >= mostReceipts || (!read.ok() && isEndOfList(read.error()));
        if (listEnded || !read.ok()) {
            // Applied, but not proved: that is for the reader of the result to say.
            Delivery unproved = delivery;
            unproved.result.error = listEnded ? Error{Code::ReceiptInvalid, QStringLiteral("absent")} : read.error();
            finished();
            Q_EMIT delivered(unproved.result, unproved.requestId);
            return;
        }
        const auto signedReceipt = CoseSign1::decode(*read);
        const auto receipt = signedReceipt.ok() ? Receipt::decode(signedReceipt->payload) : signedReceipt.error();
        if (!receipt.ok() || receipt->document != payloadSha256)
            return readReceipt(delivery, payloadSha256, index + 1);
        Delivery proved = delivery;
        proved.result.receipt = *read;
        finished();
        Q_EMIT delivered(proved.result, proved.requestId);
    });
}

} // namespace packwarden
