// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/request/requestcommands.h"
#include "app/tasks/carrier.h"
#include "app/tasks/courier.h"
#include "app/tasks/statementdesk.h"
#include "models/core/base/whendone.h"
#include "models/signoffs/documentdelivery.h"
#include "models/signoffs/signoffacts.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

/// Delivers to every pack that the request names, one result each; also again, which changes nothing on a pack. Of a
/// withdrawn request, the withdrawals.
class RequestDeliver final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        // A courier needs no key: the document proves itself. With one, the audit names who delivered.
        if (!options().keyLocator().isEmpty())
            withIdentity([this] { open(); });
        else if (workspace())
            open();
    }

private:
    void open()
    {
        if (workspace()->trust().isEmpty()) {
            fail(nothingPinned(" to check receipts by; use policy pull"));
            return;
        }
        m_document = std::make_shared<SignoffDocument>(*workspace());
        if (auto opened = m_document->open(options().arguments.constFirst()); !opened.ok()) {
            fail(opened.error());
            return;
        }
        // Withdrawn ones leave as their withdrawals, see below.
        if (const auto why = whyNotDelivered(*m_document); why && !why->is(Kept::Withdrawn)) {
            fail(*why);
            return;
        }
        for (const QString &text : options().arguments.mid(1) + options().packs) {
            const auto serial = PackSerial::parse(text);
            if (!serial.ok()) {
                fail({Code::NotAnIdentifier, text});
                return;
            }
            m_only.append(*serial);
        }
        if (m_only.isEmpty())
            m_only = m_document->judgement().content->areRules() ? workspace()->trust().packs()
                                                                 : m_document->judgement().content->packs();
        QStringList serials;
        for (const PackSerial &serial : std::as_const(m_only))
            serials.append(serial.text());
        m_receiptsBefore = m_document->file().receipts;
        withPacks(serials, [this, serials] { sendCourier(serials); });
    }

    /// Before the document: lists that came along may decide about it.
    void sendCourier(const QStringList &serials)
    {
        m_statements = std::make_unique<StatementDesk>(*workspace(), bus()->requests());
        m_courier = std::make_unique<Courier>(*workspace(), bus()->requests(), *m_statements);
        m_visits = int(serials.size());
        connect(m_courier.get(), &Courier::carried, this, &RequestDeliver::onBrought);
        connect(m_courier.get(), &Courier::visited, this, [this] {
            if (--m_visits > 0)
                return;
            if (m_document->state() == SignoffState::Withdrawn)
                carryWithdrawals();
            else
                deliver();
        });
        for (const QString &serial : serials)
            m_courier->visit(serial);
    }

    void onBrought(const QString &serial, CourierLoad::Kind kind, const Result<> &result)
    {
        const QString what = kind == CourierLoad::Kind::List ? QStringLiteral("list")
            : kind == CourierLoad::Kind::Withdrawal          ? QStringLiteral("withdrawal")
                                                             : QStringLiteral("lock");
        const QString outcome = result.ok() ? QStringLiteral("taken") : QString(codeName(result.code()));
        m_brought.append(QJsonObject{
            {QStringLiteral("serial"), serial}, {QStringLiteral("what"), what}, {QStringLiteral("result"), outcome}});
        out().text(QStringLiteral("%1: brought a %2: %3").arg(serial, what, outcome));
    }

    /// Instead of the document: so that no other copy of it is applied there either.
    void carryWithdrawals()
    {
        const SignoffJudgement &judgement = m_document->judgement();
        for (const PackSerial &serial : std::as_const(m_only)) {
            for (const VoiceFinding &voice : judgement.voices) {
                if (voice.kind == VoiceFinding::Kind::Withdrawal && voice.heard())
                    m_loads.append({serial, documentkind::withdrawal, voice.bytes});
            }
        }
        auto *carrier = new Carrier(*workspace(), bus()->requests(), this);
        connect(carrier, &Carrier::carried, this, &RequestDeliver::onCarried);
        connect(carrier, &Carrier::finished, this, [this] {
            QJsonObject all = describe::judgement(m_document->judgement());
            all.insert(QStringLiteral("file"), m_document->path());
            all.insert(QStringLiteral("withdrawals"), m_packs);
            fail(m_failure.value_or(
                     m_document->judgement().problem.value_or(Error{Code::Withdrawn, m_document->path()})),
                all);
        });
        carrier->start(m_loads);
    }

    void onCarried(int index, const Result<> &result)
    {
        const PackSerial serial = m_loads.at(index).serial;
        QJsonObject line{{QStringLiteral("serial"), serial.text()}, {QStringLiteral("taken"), result.ok()}};
        if (!result.ok()) {
            line.insert(QStringLiteral("reason"), codeName(result.code()));
            line.insert(QStringLiteral("detail"), result.error().detail);
            if (!m_failure)
                m_failure = result.error();
        }
        out().text(QStringLiteral("%1: %2").arg(serial.text(),
            result.ok() ? QStringLiteral("knows of the withdrawal")
                        : QStringLiteral("%1: %2").arg(codeName(result.code()), result.error().detail)));
        m_packs.append(line);
    }

    void deliver()
    {
        m_delivery = std::make_unique<DocumentDelivery>(clock());
        connect(m_delivery.get(), &DocumentDelivery::settled, this, &RequestDeliver::tell);
        connect(m_delivery.get(), &DocumentDelivery::wanted, this,
            [this](const PackSerial &serial, const QByteArray &bytes, const QByteArray &contentType) {
                whenDone(this,
                    bus()->requests().deliver(serial.text(), documentkind::ofContentType(contentType), bytes),
                    [this](const DeliveryResult &result) {
                        m_lastReceipt = result.receipt;
                        m_delivery->finish(result);
                    });
            });
        connect(m_delivery.get(), &DocumentDelivery::ended, this, &RequestDeliver::end);
        Rollout::Plan plan;
        plan.packs = m_only;
        plan.staged = false;
        plan.onFailure = Rollout::OnFailure::GoOn;
        plan.again = true;
        if (const auto begun = m_delivery->start(m_document, plan); !begun.ok())
            fail(begun.error());
    }

    void tell(const PackSerial &serial, const Result<> &result)
    {
        QJsonObject line{{QStringLiteral("serial"), serial.text()}, {QStringLiteral("applied"), result.ok()}};
        if (result.ok()) {
            const bool again = m_receiptsBefore.contains(m_lastReceipt);
            line.insert(QStringLiteral("again"), again);
            line.insert(QStringLiteral("receipt"), QString::fromLatin1(sha256(m_lastReceipt).toHex()));
            out().text(
                QStringLiteral("%1: applied, proved by its receipt%2")
                    .arg(serial.text(), again ? QStringLiteral(" (the one we had: nothing changed)") : QString()));
        } else {
            line.insert(QStringLiteral("reason"), codeName(result.code()));
            line.insert(QStringLiteral("detail"), result.error().detail);
            out().text(QStringLiteral("%1: %2: %3").arg(serial.text(), codeName(result.code()), result.error().detail));
            if (!m_failure)
                m_failure = result.error();
        }
        m_packs.append(line);
    }

    void end()
    {
        QJsonObject all = describe::judgement(m_document->judgement());
        all.insert(QStringLiteral("file"), m_document->path());
        all.insert(QStringLiteral("deliveries"), m_packs);
        all.insert(QStringLiteral("brought"), m_brought);
        if (m_failure)
            fail(*m_failure, all);
        else
            done(all);
    }

    std::shared_ptr<SignoffDocument> m_document;
    QList<PackSerial> m_only;
    QList<QByteArray> m_receiptsBefore;
    QByteArray m_lastReceipt;
    QList<Load> m_loads;
    std::unique_ptr<StatementDesk> m_statements;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<DocumentDelivery> m_delivery;
    int m_visits = 0;
    QJsonArray m_brought;
    QJsonArray m_packs;
    std::optional<Error> m_failure;
};

} // namespace

std::unique_ptr<Command> makeRequestDeliver(const Options &options, const Clock &clock)
{
    return std::make_unique<RequestDeliver>(options, clock);
}

} // namespace packwarden::ctl
