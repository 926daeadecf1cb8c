// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/request/deliverseveral.h"
#include "app/ctl/request/requestcommands.h"
#include "app/tasks/carrier.h"
#include "app/tasks/courier.h"
#include "app/tasks/statementdesk.h"
#include "models/core/base/whendone.h"
#include "models/signoffs/rolloutkeeper.h"
#include "models/signoffs/signoffacts.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>
#include <QTimer>

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
        if (!pinnedWorkspace(" to check receipts by; use policy pull"))
            return;
        m_book = std::make_unique<FleetBook>(workspace()->folder(), recorderOf(*workspace()));
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
        m_receiptsBefore = m_document->file().receipts;
        if (isRollout())
            withPacks({}, [this] { planRollout(); });
        else
            reach();
    }

    bool isRollout() const { return !options().group.isEmpty() || !options().stages.isEmpty() || options().resume; }

    /// Which packs it is for, and which of them are not here.
    void planRollout()
    {
        if (options().resume) {
            resume();
            return;
        }
        withGroup(bus()->packs(), [this](const QList<PackSerial> &members) {
            const QSet<PackSerial> named(m_only.begin(), m_only.end());
            m_plan.packs = members.isEmpty() ? m_only : members;
            const qsizetype all = m_plan.packs.size();
            m_plan.packs.removeIf([&](const PackSerial &serial) { return !named.contains(serial); });
            if (m_plan.packs.isEmpty()) {
                fail({Code::WrongPack, QStringLiteral("the document names none of these packs")});
                return;
            }
            if (m_plan.packs.size() < all)
                out().warning(QStringLiteral("the document is not for %1 of these packs; they are passed over")
                                  .arg(all - m_plan.packs.size()));
            m_plan.watchAfter = {};
            if (!options().stages.isEmpty()) {
                const auto stages = Rollout::stagesOf(options().stages, m_plan.packs.size());
                if (!stages.ok()) {
                    fail(stages.error());
                    return;
                }
                m_plan.watchAfter = *stages;
            }
            constexpr int usualSoak = 60;
            m_plan.soakMilliseconds = qint64(options().soak > 0 ? options().soak : usualSoak) * 1000;
            findAbsent();
        });
    }

    void resume()
    {
        for (const KeptRollout &each : m_book->rollouts(-1)) {
            if (each.payload == m_document->judgement().payloadSha256) {
                m_kept = m_book->rollout(each.id);
                if (options().soak > 0)
                    m_kept->soakMilliseconds = qint64(options().soak) * 1000;
                m_plan = RolloutKeeper::planOf(*m_kept);
                findAbsent();
                return;
            }
        }
        fail({Code::WrongState, QStringLiteral("no roll-out of this document was begun here")});
    }

    void findAbsent()
    {
        QSet<QString> present;
        for (const PackTelemetry &pack : bus()->packs())
            present.insert(pack.serial);
        m_only.clear();
        for (const PackSerial &serial : std::as_const(m_plan.packs)) {
            if (m_plan.applied.contains(serial))
                continue;
            if (present.contains(serial.text())) {
                m_only.append(serial);
                continue;
            }
            m_plan.absent.insert(serial);
            out().text(QStringLiteral("%1: is not on this bus; left for later").arg(serial.text()));
            m_packs.append(QJsonObject{{QStringLiteral("serial"), serial.text()}, {QStringLiteral("applied"), false},
                {QStringLiteral("reason"), codeName(Code::PackUnreachable)}});
        }
        if (m_only.isEmpty()) {
            fail({Code::PackUnreachable, QStringLiteral("none of these packs that lack it is on this bus")});
            return;
        }
        reach();
    }

    void reach()
    {
        QStringList serials;
        for (const PackSerial &serial : std::as_const(m_only))
            serials.append(serial.text());
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
        if (isRollout()) {
            rollOut();
            return;
        }
        Rollout::Plan plan;
        plan.packs = m_only;
        plan.watchAfter = {};
        plan.onFailure = Rollout::OnFailure::GoOn;
        plan.again = true;
        if (const auto begun = m_delivery->start(m_document, plan); !begun.ok())
            fail(begun.error());
    }

    void rollOut()
    {
        m_keeper = std::make_unique<RolloutKeeper>(*m_book, *m_delivery, clock());
        connect(&m_watch, &QTimer::timeout, this, [this] { m_delivery->watch(bus()->packs()); });
        m_watch.start(watchMilliseconds);
        const auto begun = m_kept ? m_keeper->resume(*m_kept, m_document, m_plan.absent, bus()->packs())
                                  : m_keeper->begin(m_document, m_plan, m_document->judgement().content->head().title,
                                      options().group, bus()->packs());
        if (!begun.ok())
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
        m_watch.stop();
        if (m_keeper)
            tellRollout();
        QJsonObject all = describe::judgement(m_document->judgement());
        all.insert(QStringLiteral("file"), m_document->path());
        all.insert(QStringLiteral("deliveries"), m_packs);
        all.insert(QStringLiteral("brought"), m_brought);
        if (m_keeper)
            all.insert(QStringLiteral("rollout"), m_keeper->id());
        if (m_failure)
            fail(*m_failure, all);
        else
            done(all);
    }

    /// What is wrong besides refusals: an anomaly, or a result that could not be kept.
    void tellRollout()
    {
        for (const Rollout::Entry &entry : m_delivery->rollout().entries()) {
            if (entry.state == Rollout::Entry::State::Applied && entry.anomaly) {
                out().warning(QStringLiteral("%1: applied, then: %2").arg(entry.serial.text(), entry.error.detail));
                m_failure = m_failure.value_or(entry.error);
            }
        }
        if (m_keeper->problem())
            m_failure = *m_keeper->problem();
        const int applied = m_delivery->rollout().count(Rollout::Entry::State::Applied);
        out().text(QStringLiteral("roll-out %1: %2 of %3 packs have it")
                       .arg(m_keeper->id())
                       .arg(applied)
                       .arg(m_plan.packs.size()));
        if (applied < m_plan.packs.size())
            out().text(QStringLiteral("next: packwardenctl request deliver %1 --resume --bus PLUGIN:DEVICE")
                           .arg(options().arguments.constFirst()));
    }

    static constexpr int watchMilliseconds = 500;
    std::shared_ptr<SignoffDocument> m_document;
    std::unique_ptr<FleetBook> m_book;
    Rollout::Plan m_plan;
    std::optional<KeptRollout> m_kept; ///< that is resumed
    std::unique_ptr<RolloutKeeper> m_keeper;
    QTimer m_watch;
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
    QStringList files;
    QStringList serials;
    for (const QString &text : options.arguments)
        (files.isEmpty() || !PackSerial::parse(text).ok() ? files : serials).append(text);
    if (files.size() > 1)
        return deliverSeveral(options, clock, files, serials, makeRequestDeliver);
    return std::make_unique<RequestDeliver>(options, clock);
}

} // namespace packwarden::ctl
