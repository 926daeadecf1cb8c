// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/courierstatus.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace packwarden {

namespace {

QString reachName(ExchangeState::Reach reach)
{
    switch (reach) {
    case ExchangeState::Reach::Off:
        return QStringLiteral("off");
    case ExchangeState::Reach::Connecting:
        return QStringLiteral("connecting");
    case ExchangeState::Reach::Online:
        return QStringLiteral("online");
    case ExchangeState::Reach::Offline:
        return QStringLiteral("offline");
    }
    Q_UNREACHABLE();
}

/// A label's value, escaped as the format wants it.
QByteArray label(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    return '"' + bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n") + '"';
}

class Metrics final
{
public:
    void add(const char *name, const char *type, const char *help, qint64 value, const QByteArray &labels = {})
    {
        const QByteArray whole = QByteArrayLiteral("packwarden_courier_") + name;
        if (m_last != whole)
            m_text += "# HELP " + whole + ' ' + help + "\n# TYPE " + whole + ' ' + type + '\n';
        m_last = whole;
        m_text
            += whole + (labels.isEmpty() ? QByteArray() : '{' + labels + '}') + ' ' + QByteArray::number(value) + '\n';
    }
    QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
    QByteArray m_last;
};

} // namespace

QJsonObject CourierStatus::toJson() const
{
    QJsonArray busList;
    for (const Bus &bus : buses)
        busList.append(QJsonObject{{QStringLiteral("device"), bus.device}, {QStringLiteral("condition"), bus.condition},
            {QStringLiteral("detail"), bus.detail}, {QStringLiteral("packs"), bus.packs}});
    QJsonArray troubleList;
    for (const Trouble &trouble : troubles)
        troubleList.append(QJsonObject{{QStringLiteral("serial"), trouble.serial},
            {QStringLiteral("reason"), trouble.reason}, {QStringLiteral("detail"), trouble.detail}});
    QJsonObject where{{QStringLiteral("reach"), reachName(exchange.reach)},
        {QStringLiteral("address"), exchange.address}, {QStringLiteral("since"), exchange.since},
        {QStringLiteral("waiting"), qint64(exchange.waiting)}, {QStringLiteral("party"), exchange.status.party}};
    if (exchange.reach == ExchangeState::Reach::Offline)
        where.insert(QStringLiteral("why"), exchange.why.detail);
    return {{QStringLiteral("version"), version}, {QStringLiteral("running"), isRunning}, {QStringLiteral("pid"), pid},
        {QStringLiteral("started"), started}, {QStringLiteral("written"), written}, {QStringLiteral("buses"), busList},
        {QStringLiteral("exchange"), where}, {QStringLiteral("documents"), documents}, {QStringLiteral("here"), here},
        {QStringLiteral("upToDate"), upToDate}, {QStringLiteral("troubles"), troubleList},
        {QStringLiteral("counts"),
            QJsonObject{{QStringLiteral("visits"), counts.visits},
                {QStringLiteral("visitsFailed"), counts.visitsFailed}, {QStringLiteral("lists"), counts.lists},
                {QStringLiteral("withdrawals"), counts.withdrawals}, {QStringLiteral("locks"), counts.locks},
                {QStringLiteral("documents"), counts.documents}, {QStringLiteral("refused"), counts.refused},
                {QStringLiteral("fetched"), counts.fetched}, {QStringLiteral("published"), counts.published},
                {QStringLiteral("told"), counts.told}}}};
}

Result<QJsonObject> CourierStatus::readJson(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(QLatin1String("version")).toInt() != version || !object.value(QLatin1String("written")).isDouble())
        return {Code::Malformed, QStringLiteral("this is no status of a courier")};
    return object;
}

QByteArray CourierStatus::toPrometheus() const
{
    using Reach = ExchangeState::Reach;
    Metrics metrics;
    metrics.add("running", "gauge", "1 while the courier runs.", isRunning);
    metrics.add("start_time_seconds", "gauge", "When it started, Unix time.", started);
    metrics.add("written_seconds", "gauge", "When this was written, Unix time.", written);
    for (const Bus &bus : buses)
        metrics.add("bus_connected", "gauge", "1 where the bus is open and packs are heard.",
            bus.condition == QLatin1String("connected"), "bus=" + label(bus.device));
    for (const Bus &bus : buses)
        metrics.add("bus_packs", "gauge", "Packs that are heard on the bus.", bus.packs, "bus=" + label(bus.device));
    metrics.add("exchange_online", "gauge", "1 while the exchange is in reach.", exchange.reach == Reach::Online);
    metrics.add("exchange_waiting", "gauge", "What is to go to the exchange.", exchange.waiting);
    metrics.add("documents", "gauge", "Documents in the store.", documents);
    metrics.add("packs", "gauge", "Packs on the buses.", here);
    metrics.add("packs_up_to_date", "gauge", "Of those: nothing is known to be missing.", upToDate);
    metrics.add("visits_total", "counter", "Visits that ended well.", counts.visits);
    metrics.add("visits_failed_total", "counter", "Visits that did not.", counts.visitsFailed);
    metrics.add("lists_total", "counter", "Revocation lists that packs took.", counts.lists);
    metrics.add("withdrawals_total", "counter", "Withdrawals that packs took.", counts.withdrawals);
    metrics.add("locks_total", "counter", "Locks and unlocks that packs took.", counts.locks);
    metrics.add(
        "documents_applied_total", "counter", "Documents that packs applied, by their receipts.", counts.documents);
    metrics.add("refused_total", "counter", "What packs refused or what failed on the way.", counts.refused);
    metrics.add("fetched_total", "counter", "Documents and lists that came from the exchange.", counts.fetched);
    metrics.add("published_total", "counter", "Documents that went to the exchange.", counts.published);
    metrics.add("words_told_total", "counter", "Signed words of packs that went to the exchange.", counts.told);
    return metrics.text();
}

} // namespace packwarden
