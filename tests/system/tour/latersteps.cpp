// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/tour/latersteps.h"

#include "models/core/cose/cose.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/request.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/signingkey.h"
#include "widgets/window/mainwindow.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QPushButton>

namespace packwarden::tour {

namespace {

const QString packA = QStringLiteral("SDB-DEMO-0001");
const QString packB = QStringLiteral("SDB-DEMO-0002");

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

bool LaterSteps::run()
{
    return aWrongNumberFails() && whatIsMissingFails() && aStolenPackIsLocked() && aPackIsSold();
}

bool LaterSteps::make(const QString &store, const QString &person, const QStringList &words, const QString &name)
{
    m_stage.leave();
    const QJsonObject made = m_stage.demo().ctl(m_stage.file(q("stores/") + store),
        words + QStringList{q("--reason"), q("The story"), q("-o"), m_stage.file(name)}, person);
    return QFile::exists(m_stage.file(name)) && !made.isEmpty();
}

QString LaterSteps::refusal(const QString &store, const QStringList &words, const QString &person)
{
    m_stage.leave();
    return m_stage.demo()
        .ctl(m_stage.file(q("stores/") + store), words, person)
        .value(QLatin1String("reason"))
        .toString();
}

void LaterSteps::trust(const QString &store, const QString &serial)
{
    m_stage.leave();
    const QString folder = m_stage.file(q("stores/") + store);
    const QJsonObject shown = m_stage.demo().ctl(folder, {q("policy"), q("pull"), serial});
    m_stage.demo().ctl(folder,
        {q("policy"), q("pull"), serial, q("--fingerprint"), shown.value(q("charter")).toString(), q("--fingerprint"),
            shown.value(q("policy")).toString()});
}

bool LaterSteps::craftOverLimit(const QString &path)
{
    QFile in(m_draft);
    const auto sample = in.open(QIODevice::ReadOnly) ? DocumentFile::decode(in.readAll())
                                                     : Result<DocumentFile>(Error{Code::FileUnreadable, m_draft});
    if (!sample.ok())
        return false;
    auto request = ChangeRequest::decode(sample->document.payload);
    if (!request.ok())
        return false;
    request->head.id = QByteArray(16, 'x');
    request->packs[0].changes
        = {{ParameterId::fromTrusted(q("cell.voltage.max")), q("V"), Milli{4200}, 1, Milli{5250}}};
    DocumentFile crafted;
    crafted.document.contentType = contenttype::request;
    crafted.document.payload = request->encode();
    crafted.crls = sample->crls;
    const LogHead head{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    const std::pair<const char *, Meaning> signers[]
        = {{"courier-fleet-manager", Meaning::Author}, {"celldata-specialist", Meaning::Approve},
            {"leasing-asset-manager", Meaning::Approve}, {"platform-engineer", Meaning::Approve}};
    for (const auto &[person, meaning] : signers) {
        const auto key = openKeyFile(m_stage.demo().keyFile(q(person)), m_stage.demo().passphrase());
        if (!key.ok() || !crafted.document.addSignature(**key, meaning, request->head.created, head).ok())
            return false;
    }
    QFile out(path);
    return out.open(QIODevice::WriteOnly) && out.write(crafted.encode()) > 0;
}

bool LaterSteps::aWrongNumberFails()
{
    const QString path = m_stage.file(q("exchange/over-limit.pwreq"));
    if (!m_stage.step(q("Somebody makes a request for 5.25 V around the editor; four companies' keys sign it"),
            craftOverLimit(path)))
        return false;
    Person *technician = m_stage.enter(q("Service"), q("service"), q("service-technician"));
    if (!technician || !m_stage.step(q("Service: opens that file"), m_stage.openFile(*technician, path)))
        return false;
    const bool warned = until([&] {
        return Stage::stateOf(*technician) == SignoffState::RefusedByPack
            || tells(
                technician->textOf("rehearsal"), "packwarden::SignoffWords", "Rehearsal: %1 would refuse it now. %2");
    });
    m_stage.picture(technician->window(), q("over-limit"));
    if (!m_stage.step(q("Service: the console says beforehand that the pack would refuse it"), warned))
        return false;
    const QString reason = refusal(q("service"), {q("request"), q("deliver"), path}, q("service-technician"));
    return m_stage.step(
        q("The pack itself refuses it, all signatures valid: ") + reason, reason == q("above-silicon-limit"));
}

bool LaterSteps::whatIsMissingFails()
{
    const QString path = m_stage.file(q("exchange/one-party.pwreq"));
    const bool made = make(q("courier"), q("courier-fleet-manager"),
        {q("request"), q("new"), q("--pack"), packA, q("--set"), q("soc.max=88")}, q("exchange/one-party.pwreq"));
    if (!m_stage.step(q("Courier: drafts another change"), made))
        return false;
    QString reason = refusal(q("service"), {q("request"), q("deliver"), path}, q("service-technician"));
    if (!m_stage.step(q("Without approvals the pack refuses it: ") + reason, reason == q("below-quorum")))
        return false;
    if (!approve(q("Leasing"), q("leasing"), q("leasing-asset-manager"), path, 2))
        return false;
    // A window offers the seat of a company once; the second signature comes around it.
    refusal(q("leasing"), {q("request"), q("sign"), path}, q("leasing-asset-manager-2"));
    reason = refusal(q("service"), {q("request"), q("deliver"), path}, q("service-technician"));
    if (!m_stage.step(q("Two of one company count once: ") + reason, reason == q("signer-repeated")))
        return false;
    // Another request for the same value overtakes it.
    const QString other = m_stage.file(q("exchange/other.pwreq"));
    make(q("courier"), q("courier-fleet-manager"),
        {q("request"), q("new"), q("--pack"), packA, q("--set"), q("soc.max=94")}, q("exchange/other.pwreq"));
    refusal(q("leasing"), {q("request"), q("sign"), other}, q("leasing-asset-manager"));
    refusal(q("celldata"), {q("request"), q("sign"), other}, q("celldata-specialist"));
    const QString taken = refusal(q("service"), {q("request"), q("deliver"), other}, q("service-technician"));
    reason = refusal(q("service"), {q("request"), q("deliver"), path}, q("service-technician"));
    if (!m_stage.step(q("Once another change of the value was applied, the older request is overtaken: ") + reason,
            taken.isEmpty() && reason == q("stale-base")))
        return false;
    return m_stage.step(q("What was applied, delivered again, changes nothing"),
        refusal(q("service"), {q("request"), q("deliver"), m_draft}, q("service-technician")).isEmpty());
}

bool LaterSteps::approve(
    const QString &name, const QString &store, const QString &key, const QString &path, int signatures)
{
    Person *approver = m_stage.enter(name, store, key);
    if (!approver || !m_stage.step(name + q(": opens the file"), m_stage.openFile(*approver, path)))
        return false;
    until([&] { return approver->find<QPushButton>("sign")->isEnabled(); });
    approver->click("sign");
    const bool done = approver->confirmSigning()
        && until([&] { return Stage::documentOf(*approver)->file().document.signatures.size() == signatures; });
    if (!m_stage.step(name + q(": approves"), done))
        return false;
    QFile::remove(path);
    return m_stage.step(name + q(": sends it on"), m_stage.saveCopy(*approver, path));
}

bool LaterSteps::deliver(const QString &path, const QString &serial, const QString &picture)
{
    Person *technician = m_stage.enter(q("Service"), q("service"), q("service-technician"));
    if (!technician || !m_stage.step(q("Service: opens the file"), m_stage.openFile(*technician, path)))
        return false;
    until([&] { return technician->find<QPushButton>("deliver")->isEnabled(); });
    technician->click("deliver");
    const bool applied = until([&] {
        for (const PackJudgement &pack : Stage::documentOf(*technician)->judgement().packs) {
            if (pack.serial.text() == serial && pack.receipt)
                return true;
        }
        return false;
    });
    m_stage.picture(technician->window(), picture);
    return m_stage.step(q("Service: delivers it; the pack applies it and gives a receipt"), applied);
}

bool LaterSteps::aStolenPackIsLocked()
{
    const QString path = m_stage.file(q("exchange/lock.pwcmd"));
    const QStringList start{q("pack"), q("activate"), packA};
    if (!m_stage.step(
            q("The driver's key starts the van"), refusal(q("courier"), start, q("courier-driver")).isEmpty()))
        return false;
    if (!m_stage.step(q("Leasing: prepares a theft lock"),
            make(q("leasing"), q("leasing-asset-manager-2"), {q("command"), q("theft-lock"), q("--pack"), packA},
                q("exchange/lock.pwcmd"))))
        return false;
    if (!approve(q("Leasing"), q("leasing"), q("leasing-asset-manager"), path, 2)
        || !deliver(path, packA, q("theft-lock")))
        return false;
    const QString reason = refusal(q("courier"), start, q("courier-driver"));
    if (!m_stage.step(q("The same key starts nothing any more: ") + reason, reason == q("theft-locked")))
        return false;
    if (!m_stage.step(q("The pack beside it starts as before"),
            refusal(q("courier"), {q("pack"), q("activate"), packB}, q("courier-driver")).isEmpty()))
        return false;
    Person *technician = m_stage.enter(q("Service"), q("service"), q("service-technician"));
    if (!technician)
        return false;
    technician->click("railInspector");
    technician->choose(technician->find<QComboBox>("packChooser"), packA);
    m_stage.openTab(*technician, said("packwarden::InspectorPage", "Security"));
    const bool shown = until([&] {
        return tells(technician->textOf("securityLock"), "packwarden::SecurityView",
                   "Locked against theft: it does not activate.")
            || tells(technician->textOf("securityLock"), "packwarden::SecurityView",
                "Locked against theft, from the next standstill on: no lock stops a vehicle on the road.");
    });
    m_stage.picture(technician->window(), q("security-locked"));
    return m_stage.step(q("Service: the security tab says that it is locked against theft"), shown);
}

bool LaterSteps::aPackIsSold()
{
    const QString path = m_stage.file(q("exchange/sale.pwchr"));
    const bool made = make(q("leasing"), q("leasing-asset-manager-2"),
        {q("charter"), q("transfer-ownership"), q("--party"), q("buyer"), q("--name"), q("Second leasing"),
            q("--root-certificate"), m_stage.demo().demoFile(q("parties/buyer.pem")), q("--crl"),
            m_stage.demo().demoFile(q("crls/buyer-root.crl"))},
        q("exchange/sale.pwchr"));
    if (!m_stage.step(q("Leasing: prepares the sale of pack B"), made))
        return false;
    if (!approve(q("Leasing"), q("leasing"), q("leasing-asset-manager"), path, 2)
        || !approve(q("Platform"), q("platform"), q("platform-engineer"), path, 3))
        return false;
    const QString early = refusal(q("service"), {q("request"), q("deliver"), path, packB}, q("service-technician"));
    if (!m_stage.step(q("Without the buyer there is no sale: ") + early, early == q("below-quorum")))
        return false;
    if (!approve(q("Buyer"), q("buyer"), q("buyer-asset-manager"), path, 4))
        return false;
    const QString sold = refusal(q("service"), {q("request"), q("deliver"), path, packB}, q("service-technician"));
    if (!m_stage.step(q("Owner, platform and buyer have signed: pack B has a new owner"), sold.isEmpty()))
        return false;
    Person *technician = m_stage.enter(q("Service"), q("service"), q("service-technician"));
    if (!technician || !m_stage.openFile(*technician, path))
        return m_stage.step(q("Service: opens the sale"), false);
    m_stage.picture(technician->window(), q("sale"));
    const QString lock = m_stage.file(q("exchange/old-owner.pwcmd"));
    trust(q("new-owner"), packB);
    make(q("new-owner"), q("platform-engineer"), {q("command"), q("theft-lock"), q("--pack"), packB},
        q("exchange/old-owner.pwcmd"));
    const QString sign = refusal(q("new-owner"), {q("request"), q("sign"), lock}, q("leasing-asset-manager"));
    const QString opens = sign.isEmpty() ? refusal(q("new-owner"), {q("request"), q("deliver"), lock}) : sign;
    return m_stage.step(q("The old owner's keys open nothing there any more: ") + opens, opens == q("unknown-issuer"));
}

} // namespace packwarden::tour
