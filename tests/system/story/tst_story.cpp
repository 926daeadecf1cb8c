// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditschema.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/signingkey.h"
#include "models/support/database.h"
#include "tests/system/story/consoles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlQuery>
#include <QTest>

using namespace packwarden;
using namespace packwarden::story;

namespace {

const QString packA = QStringLiteral("SDB-DEMO-0001");
const QString packB = QStringLiteral("SDB-DEMO-0002");

} // namespace

/// Service shop, courier, leasing company and cell data maker, each with a store of its own, change one value of one
/// pack; then everything that must not work is tried. The steps build on each other, in this order.
class TestStory final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twoPacksAreOnTheBus();
    void theTechnicianSeesTheWindow();
    void everyConsolePinsTheSameRules();
    void theFleetManagerDrafts();
    void oneSignatureIsNotEnough();
    void twoCompaniesSignAndTheFilesMerge();
    void aSecondRequestIsReadyToo();
    void theTechnicianDelivers();
    void thePackShowsTheNewValue();
    void deliveringAgainChangesNothing();
    void theOvertakenRequestIsRefused();
    void theEditorRefusesAWrongNumber();
    void thePackRefusesTheWrongNumberToo();
    void onePartyDoesNotCountTwice();
    void theValueSurvivesAPowerCut();
    void aWithdrawnRequestIsRefusedInEveryCopy();
    void aRevokedApproverDoesNotCount();
    void allAuditsVerify();
    void aTamperedAuditIsFoundAndNamed();
    void whatOneAuditLostOthersHave();

private:
    Outcome ctl(const char *store, const QStringList &arguments, const char *person = nullptr, bool bus = false);
    QString file(const char *name) const { return m_run.filePath(QLatin1String(name)); }
    QString draft(const QString &set, const char *name);
    QString valueOf(const QString &serial, const char *parameter);
    void signedBy(const QString &from, const char *to, const char *store, const char *person);
    Result<std::shared_ptr<SigningKey>> key(const char *person);

    CryptoRuntime m_crypto;
    QDir m_demo{QStringLiteral(PACKWARDEN_STORY "/demo")};
    QDir m_run{QStringLiteral(PACKWARDEN_STORY "/run")};
    Simulator m_simulator{m_demo, m_run};
    Consoles m_consoles{m_demo, m_run, m_simulator};
    QString m_receipt;
};

Outcome TestStory::ctl(const char *store, const QStringList &arguments, const char *person, bool bus)
{
    return m_consoles.run(store, arguments, person, bus);
}

QString TestStory::draft(const QString &set, const char *name)
{
    const Outcome made = ctl("courier",
        {QStringLiteral("request"), QStringLiteral("new"), QStringLiteral("--pack"), packA, QStringLiteral("--set"),
            set, QStringLiteral("--reason"), QStringLiteral("Longer winter routes"), QStringLiteral("-o"), file(name)},
        "courier-fleet-manager", true);
    return made.exitCode == 0 ? made.text("file") : QString();
}

QString TestStory::valueOf(const QString &serial, const char *parameter)
{
    const Outcome read = ctl("shop", {QStringLiteral("pack"), QStringLiteral("parameters"), serial}, nullptr, true);
    for (const QJsonValue &row : read.last.value(QLatin1String("parameters")).toArray()) {
        if (row[QLatin1String("parameter")].toString() == QLatin1String(parameter))
            return row[QLatin1String("value")].toString();
    }
    return {};
}

/// A copy travels to a party, which signs it there.
void TestStory::signedBy(const QString &from, const char *to, const char *store, const char *person)
{
    if (from != file(to))
        QVERIFY(QFile::copy(from, file(to)));
    const Outcome done = ctl(store, {QStringLiteral("request"), QStringLiteral("sign"), file(to)}, person);
    QVERIFY2(done.exitCode == 0, done.everything.constData());
}

Result<std::shared_ptr<SigningKey>> TestStory::key(const char *person)
{
    QFile passphrase(m_demo.filePath(QStringLiteral("keys/passphrase")));
    if (!passphrase.open(QIODevice::ReadOnly))
        return {Code::FileUnreadable, passphrase.fileName()};
    return openKeyFile(m_demo.filePath(QStringLiteral("keys/%1.p12").arg(QLatin1String(person))),
        QString::fromUtf8(passphrase.readAll()).trimmed());
}

void TestStory::initTestCase()
{
    m_run.removeRecursively();
    QVERIFY(m_run.mkpath(m_run.absolutePath()));
    QVERIFY2(m_simulator.prepare(), qPrintable(m_simulator.why()));
    QVERIFY2(m_simulator.start(2), qPrintable(m_simulator.why()));
}

void TestStory::twoPacksAreOnTheBus()
{
    const Outcome list = ctl("shop", {QStringLiteral("pack"), QStringLiteral("list")}, nullptr, true);
    QCOMPARE(list.exitCode, 0);
    QCOMPARE(list.last.value(QLatin1String("packs")).toInt(), 2);
    QVERIFY(list.everything.contains(packB.toUtf8()));
    const Outcome missing
        = ctl("shop", {QStringLiteral("pack"), QStringLiteral("show"), QStringLiteral("SDB-DEMO-0099")}, nullptr, true);
    QCOMPARE(missing.exitCode, 4);
    QCOMPARE(missing.reason(), QStringLiteral("pack-unreachable"));
    const Outcome cells = ctl("shop", {QStringLiteral("pack"), QStringLiteral("cells"), packA}, nullptr, true);
    QCOMPARE(cells.exitCode, 0);
    const QJsonArray heard = QJsonDocument::fromJson(cells.everything.split('\n').constFirst())
                                 .object()
                                 .value(QLatin1String("cells"))
                                 .toArray();
    QCOMPARE(heard.size(), 96);
    for (const QJsonValue &cell : heard)
        QVERIFY(cell[QLatin1String("voltage")].toString().toDouble() > 2.5);
    // Who watches may have enough: the sockets of the bus ignore SIGPIPE, and the verb ends all the same.
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("\"$0\" pack watch \"$1\" --bus \"$2\" | head -n 1"),
            QStringLiteral(PACKWARDEN_CTL), packA, m_simulator.bus()});
    QVERIFY(shell.waitForFinished(30'000));
    QVERIFY(shell.readAllStandardOutput().contains(packA.toLatin1()));
}

void TestStory::theTechnicianSeesTheWindow()
{
    QCOMPARE(valueOf(packA, "soc.min"), QStringLiteral("10"));
    QCOMPARE(valueOf(packA, "soc.max"), QStringLiteral("90"));
}

void TestStory::everyConsolePinsTheSameRules()
{
    QString charter;
    for (const char *store : {"shop", "courier", "leasing", "celldata"}) {
        const QStringList pull{QStringLiteral("policy"), QStringLiteral("pull"), packA};
        // Nothing is pinned before somebody compared: neither without fingerprints nor with those of other rules.
        const Outcome unasked = ctl(store, pull, nullptr, true);
        QCOMPARE(unasked.exitCode, 1);
        QCOMPARE(unasked.reason(), QStringLiteral("fingerprint-needed"));
        QVERIFY(unasked.text("repeat").contains(unasked.text("charter")));
        QVERIFY(unasked.last.value(QLatin1String("proved")).toBool());
        const QString others = QStringLiteral("0000 0000 0000 0000 0000 0000 0000 0000");
        const Outcome wrong = ctl(store, pull + QStringList{QStringLiteral("--fingerprint"), others}, nullptr, true);
        QCOMPARE(wrong.reason(), QStringLiteral("fingerprint-needed"));
        QCOMPARE(
            ctl(store, {QStringLiteral("policy"), QStringLiteral("show")}).reason(), QStringLiteral("unknown-issuer"));
        const Outcome pulled = m_consoles.pull(store, packA,
            {QStringLiteral("-o"), m_run.filePath(QStringLiteral("%1.pwpol").arg(QLatin1String(store))),
                QStringLiteral("--fingerprint"), unasked.text("charter"), QStringLiteral("--fingerprint"),
                unasked.text("policy")});
        QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
        QVERIFY(pulled.last.value(QLatin1String("pinned")).toBool());
        QVERIFY(pulled.last.value(QLatin1String("limitsProved")).toBool());
        QVERIFY(!pulled.text("charter").isEmpty());
        if (charter.isEmpty())
            charter = pulled.text("charter");
        QCOMPARE(pulled.text("charter"), charter);
    }
    const Outcome shown = ctl("shop", {QStringLiteral("policy"), QStringLiteral("show"), file("shop.pwpol")});
    QCOMPARE(shown.exitCode, 0);
}

void TestStory::theFleetManagerDrafts()
{
    QCOMPARE(draft(QStringLiteral("soc.max=95"), "draft.pwreq"), file("draft.pwreq"));
    const Outcome shown = ctl("courier", {QStringLiteral("request"), QStringLiteral("show"), file("draft.pwreq")});
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.text("state"), QStringLiteral("collecting"));
    const QJsonArray seats = shown.last.value(QLatin1String("seats")).toArray();
    QCOMPARE(seats.size(), 2);
    QCOMPARE(seats.at(0)[QLatin1String("seat")].toString(), QStringLiteral("owner/asset-manager"));
    QCOMPARE(seats.at(1)[QLatin1String("seat")].toString(), QStringLiteral("cell-data/specialist"));
    QVERIFY(!draft(QStringLiteral("soc.max=85"), "second-draft.pwreq").isEmpty());
    // A draft that is there, and perhaps signed by others, is not written over by another one of that name.
    QFile kept(file("second-draft.pwreq"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QByteArray before = kept.readAll();
    QVERIFY(draft(QStringLiteral("soc.max=80"), "second-draft.pwreq").isEmpty());
    kept.seek(0);
    QCOMPARE(kept.readAll(), before);
}

void TestStory::oneSignatureIsNotEnough()
{
    signedBy(file("draft.pwreq"), "leasing.pwreq", "leasing", "leasing-asset-manager");
    const Outcome judged = ctl("leasing", {QStringLiteral("request"), QStringLiteral("verify"), file("leasing.pwreq")});
    QCOMPARE(judged.exitCode, 3);
    QCOMPARE(judged.reason(), QStringLiteral("below-quorum"));
    // Whatever the rehearsal says, the pack decides.
    QVERIFY(QFile::copy(file("leasing.pwreq"), file("below-quorum.pwreq")));
    const Outcome refused = ctl("shop",
        {QStringLiteral("request"), QStringLiteral("deliver"), file("below-quorum.pwreq")}, "service-technician", true);
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("below-quorum"));
    QCOMPARE(valueOf(packA, "soc.max"), QStringLiteral("90"));
}

void TestStory::twoCompaniesSignAndTheFilesMerge()
{
    signedBy(file("draft.pwreq"), "celldata.pwreq", "celldata", "celldata-specialist");
    const Outcome merged = ctl("shop",
        {QStringLiteral("request"), QStringLiteral("merge"), file("leasing.pwreq"), file("celldata.pwreq"),
            QStringLiteral("-o"), m_run.absolutePath()});
    QVERIFY2(merged.exitCode == 0, merged.everything.constData());
    QCOMPARE(merged.text("state"), QStringLiteral("ready"));
    QVERIFY(merged.text("file").endsWith(QStringLiteral("_SDB-DEMO-0001_soc.max_2of2.pwreq")));
    QVERIFY(QFile::rename(merged.text("file"), file("change.pwreq")));
    const Outcome judged = ctl("shop", {QStringLiteral("request"), QStringLiteral("verify"), file("change.pwreq")});
    QCOMPARE(judged.exitCode, 0);
}

void TestStory::aSecondRequestIsReadyToo()
{
    signedBy(file("second-draft.pwreq"), "overtaken.pwreq", "leasing", "leasing-asset-manager");
    signedBy(file("overtaken.pwreq"), "overtaken.pwreq", "celldata", "celldata-specialist");
    const Outcome judged = ctl("shop", {QStringLiteral("request"), QStringLiteral("verify"), file("overtaken.pwreq")});
    QCOMPARE(judged.exitCode, 0);
}

void TestStory::theTechnicianDelivers()
{
    const Outcome done = ctl("shop", {QStringLiteral("request"), QStringLiteral("deliver"), file("change.pwreq")},
        "service-technician", true);
    QVERIFY2(done.exitCode == 0, done.everything.constData());
    QCOMPARE(done.text("state"), QStringLiteral("applied"));
    const QJsonValue delivery = done.last.value(QLatin1String("deliveries"))[0];
    QCOMPARE(delivery[QLatin1String("again")].toBool(true), false);
    m_receipt = delivery[QLatin1String("receipt")].toString();
    QCOMPARE(m_receipt.size(), 64);
}

void TestStory::thePackShowsTheNewValue()
{
    QCOMPARE(valueOf(packA, "soc.max"), QStringLiteral("95"));
    QCOMPARE(valueOf(packB, "soc.max"), QStringLiteral("90"));
}

void TestStory::deliveringAgainChangesNothing()
{
    QFile before(file("change.pwreq"));
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray bytes = before.readAll();
    const Outcome done = ctl("shop", {QStringLiteral("request"), QStringLiteral("deliver"), file("change.pwreq")},
        "service-technician", true);
    QCOMPARE(done.exitCode, 0);
    const QJsonValue delivery = done.last.value(QLatin1String("deliveries"))[0];
    QCOMPARE(delivery[QLatin1String("again")].toBool(), true);
    QCOMPARE(delivery[QLatin1String("receipt")].toString(), m_receipt);
    QFile after(file("change.pwreq"));
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), bytes);
    const Outcome read = ctl("shop", {QStringLiteral("pack"), QStringLiteral("parameters"), packA}, nullptr, true);
    for (const QJsonValue &row : read.last.value(QLatin1String("parameters")).toArray()) {
        if (row[QLatin1String("parameter")].toString() == QLatin1String("soc.max"))
            QCOMPARE(row[QLatin1String("revision")].toInt(), 2);
    }
}

void TestStory::theOvertakenRequestIsRefused()
{
    const Outcome refused = ctl("shop", {QStringLiteral("request"), QStringLiteral("deliver"), file("overtaken.pwreq")},
        "service-technician", true);
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("stale-base"));
    QCOMPARE(valueOf(packA, "soc.max"), QStringLiteral("95"));
}

void TestStory::theEditorRefusesAWrongNumber()
{
    const auto attempt = [this](const char *text) {
        return ctl("courier",
            {QStringLiteral("request"), QStringLiteral("new"), QStringLiteral("--pack"), packA, QStringLiteral("--set"),
                QStringLiteral("cell.voltage.max=%1").arg(QLatin1String(text)), QStringLiteral("--reason"),
                QStringLiteral("More range"), QStringLiteral("-o"), file("editor.pwreq")},
            "courier-fleet-manager", true);
    };
    QCOMPARE(attempt("5.25").reason(), QStringLiteral("above-silicon-limit"));
    QCOMPARE(attempt("4.2500").reason(), QStringLiteral("not-a-quantity"));
    QVERIFY(!QFile::exists(file("editor.pwreq")));
    QCOMPARE(attempt("4,25").exitCode, 0);
    QVERIFY(QFile::exists(file("editor.pwreq")));
}

void TestStory::thePackRefusesTheWrongNumberToo()
{
    // Made around the editor: the number is put into the request that the editor made, and everybody signs it.
    QFile made(file("editor.pwreq"));
    QVERIFY(made.open(QIODevice::ReadOnly));
    const auto sample = DocumentFile::decode(made.readAll());
    QVERIFY(sample.ok());
    auto request = ChangeRequest::decode(sample->document.payload);
    QVERIFY(request.ok());
    request->head.id = QByteArray(16, 'x');
    request->packs[0].changes[0].to = Milli{5250};
    DocumentFile crafted;
    crafted.document.contentType = contenttype::request;
    crafted.document.payload = request->encode();
    crafted.crls = sample->crls;
    const LogHead head{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    const std::pair<const char *, Meaning> signers[]
        = {{"courier-fleet-manager", Meaning::Author}, {"celldata-specialist", Meaning::Approve},
            {"leasing-asset-manager", Meaning::Approve}, {"platform-engineer", Meaning::Approve}};
    for (const auto &[person, meaning] : signers) {
        const auto opened = key(person);
        QVERIFY(opened.ok());
        QVERIFY(crafted.document.addSignature(**opened, meaning, request->head.created, head).ok());
    }
    QFile out(file("over-limit.pwreq"));
    QVERIFY(out.open(QIODevice::WriteOnly));
    QVERIFY(out.write(crafted.encode()) > 0);
    out.close();
    const Outcome refused = ctl("shop",
        {QStringLiteral("request"), QStringLiteral("deliver"), file("over-limit.pwreq")}, "service-technician", true);
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("above-silicon-limit"));
    const QJsonArray signatures = refused.last.value(QLatin1String("signatures")).toArray();
    QCOMPARE(signatures.size(), 4);
    for (const QJsonValue &signature : signatures)
        QVERIFY(signature[QLatin1String("valid")].toBool());
    QCOMPARE(valueOf(packA, "cell.voltage.max"), QStringLiteral("4.2"));
}

void TestStory::onePartyDoesNotCountTwice()
{
    QVERIFY(!draft(QStringLiteral("soc.max=88"), "one-party.pwreq").isEmpty());
    signedBy(file("one-party.pwreq"), "one-party.pwreq", "leasing", "leasing-asset-manager");
    signedBy(file("one-party.pwreq"), "one-party.pwreq", "leasing", "leasing-asset-manager-2");
    const Outcome refused = ctl("shop", {QStringLiteral("request"), QStringLiteral("deliver"), file("one-party.pwreq")},
        "service-technician", true);
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("signer-repeated"));
    QCOMPARE(valueOf(packA, "soc.max"), QStringLiteral("95"));
}

void TestStory::theValueSurvivesAPowerCut()
{
    m_simulator.kill();
    QVERIFY2(m_simulator.start(2), qPrintable(m_simulator.why()));
    QCOMPARE(valueOf(packA, "soc.max"), QStringLiteral("95"));
}

void TestStory::aWithdrawnRequestIsRefusedInEveryCopy()
{
    QVERIFY(!draft(QStringLiteral("soc.max=92"), "withdrawn.pwreq").isEmpty());
    signedBy(file("withdrawn.pwreq"), "withdrawn.pwreq", "leasing", "leasing-asset-manager");
    signedBy(file("withdrawn.pwreq"), "withdrawn.pwreq", "celldata", "celldata-specialist");
    QVERIFY(QFile::copy(file("withdrawn.pwreq"), file("unknowing-copy.pwreq")));
    const auto withdraw = [this](const char *store, const char *person) {
        return ctl(store, {QStringLiteral("request"), QStringLiteral("withdraw"), file("withdrawn.pwreq")}, person);
    };
    QCOMPARE(withdraw("shop", "service-technician").reason(), QStringLiteral("signer-not-authorised"));
    const Outcome withdrawn = withdraw("leasing", "leasing-asset-manager");
    QVERIFY2(withdrawn.exitCode == 0, withdrawn.everything.constData());
    QCOMPARE(withdrawn.text("state"), QStringLiteral("withdrawn"));
    const Outcome judged = ctl("shop", {QStringLiteral("request"), QStringLiteral("verify"), file("withdrawn.pwreq")});
    QCOMPARE(judged.exitCode, 1);
    QCOMPARE(judged.reason(), QStringLiteral("withdrawn"));

    const auto deliver = [this](const char *store, const char *name) {
        return ctl(store, {QStringLiteral("request"), QStringLiteral("deliver"), file(name)}, nullptr, true);
    };
    const Outcome carried = deliver("shop", "withdrawn.pwreq");
    QCOMPARE(carried.exitCode, 1);
    QCOMPARE(carried.reason(), QStringLiteral("withdrawn"));
    QVERIFY(carried.last.value(QLatin1String("withdrawals"))[0][QLatin1String("taken")].toBool());
    const Outcome refused = deliver("courier", "unknowing-copy.pwreq");
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("withdrawn"));
    QVERIFY(refused.last.contains(QLatin1String("deliveries")));
    QCOMPARE(valueOf(packA, "soc.max"), QStringLiteral("95"));
}

void TestStory::aRevokedApproverDoesNotCount()
{
    QVERIFY(!draft(QStringLiteral("soc.max=91"), "revoked.pwreq").isEmpty());
    signedBy(file("revoked.pwreq"), "revoked.pwreq", "leasing", "leasing-asset-manager-2");
    signedBy(file("revoked.pwreq"), "revoked.pwreq", "celldata", "celldata-specialist");
    const auto approver = key("leasing-asset-manager-2");
    QVERIFY(approver.ok());
    QFile pem(file("leaver.pem"));
    QVERIFY(pem.open(QIODevice::WriteOnly) && pem.write((*approver)->leaf().toPem()) > 0);
    pem.close();
    const auto revoke = [&](const char *issuer) {
        return ctl("leasing",
            {QStringLiteral("keys"), QStringLiteral("revoke"), pem.fileName(), QStringLiteral("-o"),
                file("leasing-issuer.crl")},
            issuer);
    };
    const auto push = [this] {
        return ctl("leasing", {QStringLiteral("keys"), QStringLiteral("push-crl"), packA}, nullptr, true);
    };
    QCOMPARE(revoke("celldata-issuer").reason(), QStringLiteral("unknown-issuer"));
    QVERIFY(!push().everything.contains("\"taken\""));
    const Outcome revoked = revoke("leasing-issuer");
    QVERIFY2(revoked.exitCode == 0, revoked.everything.constData());
    QCOMPARE(revoked.last.value(QLatin1String("revoked")).toInt(), 1);
    const Outcome pushed = push();
    QVERIFY2(pushed.exitCode == 0, pushed.everything.constData());
    QCOMPARE(pushed.everything.count("\"taken\""), 1);
    QVERIFY(!push().everything.contains("\"taken\""));

    const Outcome refused = ctl("shop", {QStringLiteral("request"), QStringLiteral("deliver"), file("revoked.pwreq")},
        "service-technician", true);
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("certificate-revoked"));
    QCOMPARE(valueOf(packA, "soc.max"), QStringLiteral("95"));
}

void TestStory::allAuditsVerify()
{
    for (const char *store : {"shop", "courier", "leasing", "celldata"}) {
        const Outcome verified = ctl(store, {QStringLiteral("audit"), QStringLiteral("verify"), file("change.pwreq")});
        QVERIFY2(verified.exitCode == 0, verified.everything.constData());
        QVERIFY(verified.last.value(QLatin1String("checked")).toInt() > 2);
        // Who signed is anchored by the signature that the others hold.
        QCOMPARE(verified.last.value(QLatin1String("witnessed")).toInt() > 0, qstrcmp(store, "shop") != 0);
    }
    const Outcome list = ctl("shop", {QStringLiteral("audit"), QStringLiteral("list")});
    QVERIFY(list.everything.contains("\"action\":\"request.deliver\""));
    QVERIFY(list.everything.contains("\"outcome\":\"begun\""));
    QVERIFY(list.everything.contains("\"outcome\":\"above-silicon-limit\""));
    QVERIFY(list.everything.contains("\"action\":\"head.seen\""));
}

void TestStory::aTamperedAuditIsFoundAndNamed()
{
    QVERIFY(m_run.mkpath(QStringLiteral("tampered")));
    QVERIFY(QFile::copy(file("shop/audit.db"), file("tampered/audit.db")));
    qint64 record = 0;
    {
        const auto database = Database::open(file("tampered/audit.db"), Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        record = (*database)
                     ->value(QStringLiteral("SELECT seq FROM records WHERE outcome = 'above-silicon-limit' LIMIT 1"))
                     ->toLongLong();
        QVERIFY(record > 0);
        QVERIFY((*database)->run(QStringLiteral("DROP TRIGGER records_no_update")).ok());
        QVERIFY(
            (*database)->run(QStringLiteral("UPDATE records SET outcome = 'done' WHERE seq = %1").arg(record)).ok());
        QVERIFY((*database)->run(auditschema::statements().value(QStringLiteral("records_no_update"))).ok());
    }
    const Outcome verified = ctl("tampered", {QStringLiteral("audit"), QStringLiteral("verify")});
    QCOMPARE(verified.exitCode, 1);
    QCOMPARE(verified.reason(), QStringLiteral("audit-damaged"));
    QCOMPARE(verified.last.value(QLatin1String("record")).toInt(), int(record));
}

/// The tail of the leasing company's audit is cut off. Alone it looks whole; the courier's audit, the document and the
/// pack know better (case 117).
void TestStory::whatOneAuditLostOthersHave()
{
    const auto verify = [this](const char *store, const QStringList &files) {
        return ctl(store, QStringList{QStringLiteral("audit"), QStringLiteral("verify")} + files);
    };
    const QString exported = file("courier.jsonl");
    const Outcome written
        = ctl("courier", {QStringLiteral("audit"), QStringLiteral("export"), QStringLiteral("-o"), exported});
    QVERIFY2(written.exitCode == 0, written.everything.constData());
    // An auditor needs no store for that, and none is made.
    const Outcome alone = verify("auditor", {exported});
    QVERIFY2(alone.exitCode == 0, alone.everything.constData());
    QVERIFY(!QFile::exists(file("auditor")));
    // One record alone proves itself too: to a partner by the key of who signed, to an auditor as far as it goes.
    const QString proof = file("courier.proof.json");
    const Outcome proved = ctl("courier",
        {QStringLiteral("audit"), QStringLiteral("prove"), QStringLiteral("3"), QStringLiteral("-o"), proof});
    QVERIFY2(proved.exitCode == 0, proved.everything.constData());
    QCOMPARE(proved.last.value(QLatin1String("record")).toInt(), 3);
    const Outcome toAuditor = verify("auditor", {proof});
    QVERIFY2(toAuditor.exitCode == 0, toAuditor.everything.constData());
    QVERIFY(!toAuditor.everything.contains("\"trusted\""));
    const Outcome toPartner = verify("leasing", {proof});
    QVERIFY2(toPartner.exitCode == 0, toPartner.everything.constData());
    QVERIFY(toPartner.everything.contains("\"trusted\":true"));
    QFile proofFile(proof);
    QVERIFY(proofFile.open(QIODevice::ReadOnly));
    QFile changed(file("changed.json"));
    QVERIFY(changed.open(QIODevice::WriteOnly)
        && changed.write(proofFile.readAll().replace("\"outcome\":\"done\"", "\"outcome\":\"expired\"")) > 0);
    changed.close();
    const Outcome refused = verify("leasing", {changed.fileName()});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), QStringLiteral("audit-damaged"));

    const Outcome anchored = verify("leasing", {exported});
    QVERIFY2(anchored.exitCode == 0, anchored.everything.constData());
    const int held = anchored.last.value(QLatin1String("witnessed")).toInt();
    QVERIFY(held > 0);
    QVERIFY(anchored.last.value(QLatin1String("checkpointed")).toInt() >= held);
    // What is cut off are records that both witnesses know of: couriers bring the other consoles later heads, too.
    const Outcome known = verify("leasing", {file("change.pwreq")});
    const int cut = std::min(held, known.last.value(QLatin1String("witnessed")).toInt());
    QVERIFY(cut > 0);

    QVERIFY(m_run.mkpath(QStringLiteral("restored/trust")));
    for (const char *name : {"audit.db", "audit.db.id", "fleet.db"})
        QVERIFY(QFile::copy(file("leasing/") + QLatin1String(name), file("restored/") + QLatin1String(name)));
    const QDir trust(file("leasing/trust"));
    for (const QString &name : trust.entryList(QDir::Files))
        QVERIFY(QFile::copy(trust.filePath(name), file("restored/trust/") + name));
    {
        const auto database = Database::open(file("restored/audit.db"), Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        for (const QString &table :
            {QStringLiteral("records"), QStringLiteral("checkpoints"), QStringLiteral("packs")}) {
            const QString trigger = table + QStringLiteral("_no_delete");
            QVERIFY((*database)->run(QStringLiteral("DROP TRIGGER ") + trigger).ok());
            QVERIFY((*database)->run(QStringLiteral("DELETE FROM %1 WHERE seq >= %2").arg(table).arg(cut)).ok());
            QVERIFY((*database)->run(auditschema::statements().value(trigger)).ok());
        }
    }
    QCOMPARE(verify("restored", {}).exitCode, 0);
    for (const QString &witness : {exported, file("change.pwreq")}) {
        const Outcome found = verify("restored", {witness});
        QCOMPARE(found.exitCode, 1);
        QCOMPARE(found.reason(), QStringLiteral("audit-damaged"));
    }
    // That verdict is of one run; the packs' word is kept with the store.
    const Outcome witnesses
        = ctl("restored", {QStringLiteral("audit"), QStringLiteral("witnesses"), packA}, nullptr, true);
    QVERIFY2(witnesses.exitCode == 0, witnesses.everything.constData());
    QVERIFY(witnesses.last.value(QLatin1String("witnesses")).toInt() >= 2);
    QVERIFY(witnesses.everything.contains("\"carrier\":\"pack\""));
    const Outcome disputed = verify("restored", {});
    QCOMPARE(disputed.exitCode, 1);
    QCOMPARE(disputed.text("detail"), QStringLiteral("disputed"));
    QVERIFY(disputed.everything.contains(packA.toLatin1()));
    // The courier's own log is where the pack has it.
    QCOMPARE(ctl("courier", {QStringLiteral("audit"), QStringLiteral("witnesses"), packA}, nullptr, true).exitCode, 0);
    const Outcome courier = verify("courier", {file("change.pwreq")});
    QVERIFY2(courier.exitCode == 0, courier.everything.constData());
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
