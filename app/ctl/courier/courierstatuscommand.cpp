// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"
#include "app/ctl/courier/courierverbs.h"
#include "app/tasks/courierstatus.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

QString word(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

qint64 number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInteger();
}

/// By the file alone: the courier itself is not asked, so that one that hangs is told from one that works.
class CourierStatusCommand final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto bytes = wholefile::read(courierStatusFile(options().store), CourierStatus::maxBytes);
        if (!bytes.ok()) {
            fail({Code::FileUnreadable, QStringLiteral("no courier has run on %1").arg(options().store)}, {},
                OutOfReach);
            return;
        }
        const auto status = CourierStatus::readJson(*bytes);
        if (!status.ok()) {
            fail(status.error());
            return;
        }
        const qint64 age = clock().now() - number(*status, "written");
        const bool isRunning = status->value(QLatin1String("running")).toBool();
        // A clock that was set back makes no courier younger.
        const bool isFresh = isRunning && std::abs(age) <= courierSilentAfter;
        tell(*status, isRunning, isFresh);
        QJsonObject result = *status;
        result.insert(QStringLiteral("age"), age);
        result.insert(QStringLiteral("fresh"), isFresh);
        done(result, isFresh ? Done : OutOfReach);
    }

private:
    void tell(const QJsonObject &status, bool isRunning, bool isFresh)
    {
        const QString written = describe::time(number(status, "written"));
        out().text(isFresh
                ? QStringLiteral("courier    running since %1").arg(describe::time(number(status, "started")))
                : isRunning
                ? QStringLiteral("courier    silent since %1: it was killed, hangs, or cannot write").arg(written)
                : QStringLiteral("courier    ended %1").arg(written));
        for (const QJsonValue each : status.value(QLatin1String("buses")).toArray()) {
            const QJsonObject bus = each.toObject();
            out().text(QStringLiteral("bus        %1: %2, %3 pack(s) %4")
                           .arg(word(bus, "device"), word(bus, "condition"))
                           .arg(number(bus, "packs"))
                           .arg(word(bus, "detail"))
                           .trimmed());
        }
        const QJsonObject exchange = status.value(QLatin1String("exchange")).toObject();
        out().text(QStringLiteral("exchange   %1 %2, %3 waiting %4")
                       .arg(word(exchange, "reach"), word(exchange, "address"))
                       .arg(number(exchange, "waiting"))
                       .arg(word(exchange, "why"))
                       .trimmed());
        out().text(QStringLiteral("packs      %1 here, %2 up to date")
                       .arg(number(status, "here"))
                       .arg(number(status, "upToDate")));
        for (const QJsonValue each : status.value(QLatin1String("troubles")).toArray()) {
            const QJsonObject trouble = each.toObject();
            out().text(QStringLiteral("           %1: %2 %3")
                           .arg(word(trouble, "serial"), word(trouble, "reason"), word(trouble, "detail"))
                           .trimmed());
        }
        const QJsonObject counts = status.value(QLatin1String("counts")).toObject();
        out().text(QStringLiteral("since then %1 visit(s), %2 failed; %3 document(s) applied, %4 list(s), "
                                  "%5 withdrawal(s), %6 lock(s); %7 refused or failed")
                       .arg(number(counts, "visits"))
                       .arg(number(counts, "visitsFailed"))
                       .arg(number(counts, "documents"))
                       .arg(number(counts, "lists"))
                       .arg(number(counts, "withdrawals"))
                       .arg(number(counts, "locks"))
                       .arg(number(counts, "refused")));
    }
};

} // namespace

std::unique_ptr<Command> makeCourierStatus(const Options &options, const Clock &clock)
{
    return std::make_unique<CourierStatusCommand>(options, clock);
}

} // namespace packwarden::ctl
