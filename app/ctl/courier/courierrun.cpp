// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/courier/courierverbs.h"
#include "app/tasks/courierservice.h"
#include "hw/link/linkthread.h"
#include "models/core/base/terminationwatch.h"
#include "models/core/base/wholefile.h"
#include "models/core/pack/busaddress.h"
#include "models/workspace/workspace.h"

#include <QJsonDocument>
#include <QLockFile>

#include <chrono>
#include <cstdlib>
#include <thread>
#include <unistd.h>

namespace packwarden::ctl {

namespace {

constexpr int soonMilliseconds = 500;
constexpr int againMilliseconds = 15'000;
/// By then the process is gone, whoever still waits for a server: what counts is in the store already.
constexpr auto longestEnd = std::chrono::milliseconds(700);

QString kindName(CourierLoad::Kind kind)
{
    switch (kind) {
    case CourierLoad::Kind::List:
        return QStringLiteral("revocation list");
    case CourierLoad::Kind::Withdrawal:
        return QStringLiteral("withdrawal");
    case CourierLoad::Kind::Lock:
        return QStringLiteral("lock");
    }
    Q_UNREACHABLE();
}

class CourierRun final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!areBusesGood() || !workspace() || !lockStore())
            return;
        QList<CourierService::Bus> buses;
        for (const QString &device : options().buses) {
            m_links.push_back(std::make_unique<LinkThread>(clock()));
            buses.append({device, m_links.back()->link()});
        }
        m_service = std::make_unique<CourierService>(*workspace(), buses);
        connectService();
        if (const auto started = m_service->start(options().exchange); !started.ok()) {
            fail(started.error(), {}, started.code() == Code::Malformed ? int(Usage) : exitCodeOf(started.code()));
            return;
        }
        if (options().seconds > 0)
            QTimer::singleShot(options().seconds * 1000, this, &CourierRun::end);
        m_again.start(againMilliseconds);
        write();
        out().text(QStringLiteral("courier on %1").arg(options().buses.join(QStringLiteral(", "))));
    }

private:
    bool areBusesGood()
    {
        QStringList seen;
        for (const QString &device : options().buses) {
            const BusAddress address = BusAddress::parse(device);
            const QString wrong = !address.ok() ? address.problemText()
                : address.isRecording()         ? QStringLiteral("a recording takes nothing")
                : address.listen                ? QStringLiteral("a bus that is only listened to takes nothing")
                : seen.contains(address.bus())  ? QStringLiteral("the bus is given twice")
                                                : QString();
            if (!wrong.isEmpty()) {
                usage(QStringLiteral("--bus %1: %2").arg(device, wrong));
                return false;
            }
            seen.append(address.bus());
        }
        return true;
    }

    /// Two couriers on one store would each bring what the other one brings.
    bool lockStore()
    {
        m_lock = std::make_unique<QLockFile>(workspace()->folder() + QStringLiteral("/courier.lock"));
        m_lock->setStaleLockTime(0);
        if (m_lock->tryLock())
            return true;
        fail({Code::WrongState, QStringLiteral("another courier runs on %1").arg(workspace()->folder())});
        return false;
    }

    void connectService()
    {
        CourierService *service = m_service.get();
        m_soon.setSingleShot(true);
        connect(&m_soon, &QTimer::timeout, this, &CourierRun::write);
        connect(&m_again, &QTimer::timeout, this, &CourierRun::write);
        connect(service, &CourierService::changed, this, &CourierRun::writeSoon);
        connect(service, &CourierService::carried, this,
            [this](const QString &serial, CourierLoad::Kind kind, const Result<> &result) {
                tell(serial, kindName(kind), result);
            });
        connect(service, &CourierService::brought, this, &CourierRun::tell);
        connect(service, &CourierService::warned, this, [this](const QString &subject, const Error &error) {
            out().warning(
                QStringLiteral("%1: %2 (%3)")
                    .arg(subject.isEmpty() ? QStringLiteral("courier") : subject, codeName(error.code), error.detail));
        });
    }

    void tell(const QString &serial, const QString &what, const Result<> &result)
    {
        const QString outcome = result.ok() ? QStringLiteral("done") : QString(codeName(result.code()));
        out().text(QStringLiteral("%1: %2: %3").arg(serial, what, outcome));
        QJsonObject line{
            {QStringLiteral("serial"), serial}, {QStringLiteral("what"), what}, {QStringLiteral("result"), outcome}};
        if (!result.ok())
            line.insert(QStringLiteral("detail"), result.error().detail);
        out().line(line);
        writeSoon();
    }

    /// Once for what happens in quick succession.
    void writeSoon()
    {
        if (!m_soon.isActive() && !m_isEnding)
            m_soon.start(soonMilliseconds);
    }

    void write()
    {
        const CourierStatus status = m_service->status();
        const QString store = workspace()->folder();
        const QString metrics
            = options().metrics.isEmpty() ? store + QStringLiteral("/courier.prom") : options().metrics;
        Result<> written = wholefile::write(
            courierStatusFile(store), QJsonDocument(status.toJson()).toJson(), wholefile::Readers::OwnerOnly);
        if (written.ok())
            written = wholefile::write(metrics, status.toPrometheus());
        // The work goes on; that the file is old is what whoever reads it is told.
        if (!written.ok() && m_canWrite)
            out().warning(written.error().detail);
        m_canWrite = written.ok();
    }

    void end()
    {
        if (std::exchange(m_isEnding, true))
            return;
        if (!m_service) // told before it began
            return done();
        m_service->stop();
        m_soon.stop();
        m_again.stop();
        write();
        out().text(QStringLiteral("the courier ends"));
        std::thread([] {
            std::this_thread::sleep_for(longestEnd);
            ::_exit(Done);
        }).detach();
        done();
    }

    const TerminationWatch m_termination{[this] {
        end();
    }};
    std::unique_ptr<QLockFile> m_lock;
    std::vector<std::unique_ptr<LinkThread>> m_links;
    std::unique_ptr<CourierService> m_service;
    QTimer m_soon;
    QTimer m_again;
    bool m_canWrite = true;
    bool m_isEnding = false;
};

} // namespace

QString courierStatusFile(const QString &store)
{
    return store + QStringLiteral("/courier.json");
}

std::unique_ptr<Command> makeCourierRun(const Options &options, const Clock &clock)
{
    return std::make_unique<CourierRun>(options, clock);
}

} // namespace packwarden::ctl
