// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/exchangedesk.h"

#include "models/core/base/clock.h"
#include "models/workspace/workspace.h"

#include <QSettings>

namespace packwarden {

namespace {

constexpr int pollEvery = 60; // seconds
constexpr int shortestPause = 5;
constexpr int longestPause = 300;
const QString addressKey = QStringLiteral("use/address");
const QString outboxKey = QStringLiteral("use/outbox");

QString settingsFile(const Workspace &workspace)
{
    return workspace.folder() + QStringLiteral("/exchange.ini");
}

} // namespace

/// The connection, on its own thread.
struct ExchangeDesk::Worker : QObject
{
    std::unique_ptr<Exchange> exchange;

    Result<Exchange::Status> open(const ExchangeAddress &address)
    {
        auto opened = Exchange::open(address);
        if (!opened.ok())
            return opened.error();
        exchange = std::move(opened).value();
        auto status = exchange->status();
        if (status.ok())
            exchange->listen();
        else
            exchange.reset();
        return status;
    }
};

ExchangeDesk::ExchangeDesk(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_worker(new Worker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("exchange"));
    m_poll.setInterval(pollEvery * 1000);
    connect(&m_poll, &QTimer::timeout, this, &ExchangeDesk::fetchNow);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ExchangeDesk::connectNow);
}

ExchangeDesk::~ExchangeDesk()
{
    m_thread.quit();
    m_thread.wait();
    if (!m_worker.isNull())
        delete m_worker.data(); // its thread never ran
}

template <typename Work, typename Then> void ExchangeDesk::ask(Work work, Then then)
{
    m_busy = true;
    const quint64 turn = m_turn;
    QMetaObject::invokeMethod(m_worker.data(), [this, work, then, turn, worker = m_worker.data()] {
        auto answer = work(*worker);
        QMetaObject::invokeMethod(this, [this, then, turn, answer = std::move(answer)] {
            if (turn != m_turn)
                return;
            m_busy = false;
            then(answer);
        });
    });
}

Result<> ExchangeDesk::use(const QString &address)
{
    std::optional<ExchangeAddress> parsed;
    if (!address.isEmpty()) {
        const auto read = ExchangeAddress::parse(address);
        if (!read.ok())
            return read.error();
        parsed = *read;
    }
    ++m_turn;
    m_busy = false;
    m_news.reset();
    m_again.stop();
    m_poll.stop();
    m_pause = 0;
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(m_worker.data(), [worker = m_worker.data()] { worker->exchange.reset(); });
    m_address = parsed;
    m_intake.reset();
    QSettings settings(settingsFile(m_workspace), QSettings::IniFormat);
    settings.setValue(addressKey, parsed ? parsed->text() : QString());
    m_state.address = parsed ? parsed->text() : QString();
    if (!parsed) {
        enter(Reach::Off);
        return Result<>::success();
    }
    m_intake.emplace(*parsed, m_workspace);
    m_outbox = settings.value(outboxKey).toStringList();
    m_poll.start();
    m_thread.start();
    connectNow();
    return Result<>::success();
}

void ExchangeDesk::useAgain()
{
    const QSettings settings(settingsFile(m_workspace), QSettings::IniFormat);
    (void)use(settings.value(addressKey).toString());
}

void ExchangeDesk::enter(Reach reach, const Error &why)
{
    if (m_state.reach != reach)
        m_state.since = m_workspace.clock().now();
    m_state.reach = reach;
    m_state.why = why;
    m_state.waiting = m_outbox.size();
    Q_EMIT changed();
}

void ExchangeDesk::connectNow()
{
    if (!m_address || m_busy)
        return;
    // While it is away the state stays "offline since": only the first time is waited for.
    if (m_state.reach != Reach::Offline)
        enter(Reach::Connecting);
    ask([address = *m_address](Worker &worker) { return worker.open(address); },
        [this](const Result<Exchange::Status> &status) {
            if (!status.ok()) {
                lose(status.error());
                return;
            }
            m_pause = 0;
            m_state.status = *status;
            m_stale = true;
            QMetaObject::invokeMethod(m_worker.data(), [this, worker = m_worker.data()] {
                if (worker->exchange)
                    connect(worker->exchange.get(), &Exchange::arrived, this, &ExchangeDesk::fetchNow);
            });
            enter(Reach::Online);
            work();
        });
}

void ExchangeDesk::lose(const Error &why)
{
    m_news.reset();
    m_stale = true;
    m_pause = m_pause == 0 ? shortestPause : std::min(2 * m_pause, longestPause);
    m_again.start(m_pause * 1000);
    enter(Reach::Offline, why);
}

void ExchangeDesk::fetchNow()
{
    m_stale = true;
    if (m_state.reach == Reach::Offline && !m_busy) {
        m_again.stop();
        connectNow();
        return;
    }
    work();
}

/// One thing after the other: what is to go there first, then what is new.
void ExchangeDesk::work()
{
    if (m_state.reach != Reach::Online || m_busy)
        return;
    if (!m_outbox.isEmpty())
        sendNext();
    else if (m_news)
        takeNext();
    else if (m_stale)
        readNews();
}

void ExchangeDesk::publish(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!m_outbox.contains(path))
            m_outbox.append(path);
    }
    keepOutbox();
    work();
}

void ExchangeDesk::publishChanges()
{
    if (!m_intake)
        return;
    if (const QStringList paths = m_intake->changed(m_workspace.requestFiles()); !paths.isEmpty())
        publish(paths);
}

void ExchangeDesk::keepOutbox()
{
    QSettings(settingsFile(m_workspace), QSettings::IniFormat).setValue(outboxKey, m_outbox);
    if (m_state.waiting != m_outbox.size()) {
        m_state.waiting = m_outbox.size();
        Q_EMIT changed();
    }
}

void ExchangeDesk::sendNext()
{
    const QString path = m_outbox.constFirst();
    using Answer = std::pair<QString, Result<>>; // subject, outcome
    ask(
        [path](Worker &worker) -> Answer {
            const auto gift = ExchangeGift::read(path);
            if (!gift.ok())
                return {QString(), gift.error()};
            if (!worker.exchange)
                return {gift->subject(), Result<>(Code::ExchangeUnavailable)};
            const auto given = gift->giveTo(*worker.exchange, {});
            return {gift->subject(), given.ok() ? Result<>::success() : Result<>(given.error())};
        },
        [this, path](const Answer &answer) {
            const auto &[subject, outcome] = answer;
            if (!outcome.ok() && outcome.code() == Code::ExchangeUnavailable) {
                lose(outcome.error());
                return;
            }
            m_outbox.removeAll(path);
            keepOutbox();
            const auto recorded = m_intake->recordPublished(subject, outcome);
            if (outcome.ok())
                m_intake->noteShared(path);
            if (!outcome.ok() || !recorded.ok())
                Q_EMIT refused(path, outcome.ok() ? recorded.error() : outcome.error());
            else
                Q_EMIT published(path);
            work();
        });
}

void ExchangeDesk::readNews()
{
    m_stale = false;
    ask(
        [since = m_intake->lastTime()](Worker &worker) {
            return worker.exchange ? worker.exchange->news(since) : Result<Exchange::News>(Code::ExchangeUnavailable);
        },
        [this](const Result<Exchange::News> &news) {
            if (!news.ok()) {
                lose(news.error());
                return;
            }
            m_news = *news;
            m_fetched = {};
            work();
        });
}

void ExchangeDesk::takeNext()
{
    const auto go = [this](const Result<> &taken) {
        if (!taken.ok())
            lose(taken.error());
        else
            work();
    };
    if (!m_news->lists.isEmpty()) {
        ask(
            [id = m_news->lists.takeFirst()](Worker &worker) {
                return worker.exchange ? worker.exchange->list(id) : Result<QByteArray>(Code::ExchangeUnavailable);
            },
            [this, go](const Result<QByteArray> &entry) { go(m_intake->takeList(entry, m_fetched)); });
        return;
    }
    if (!m_news->documents.isEmpty()) {
        const QByteArray id = m_news->documents.takeFirst();
        using Answer = std::pair<Result<QList<DocumentFile>>, int>;
        ask(
            [id](Worker &worker) -> Answer {
                if (!worker.exchange)
                    return {Result<QList<DocumentFile>>(Code::ExchangeUnavailable), 0};
                int leftOut = 0;
                auto files = worker.exchange->document(id, &leftOut);
                return {std::move(files), leftOut};
            },
            [this, go, id](
                const Answer &answer) { go(m_intake->takeDocument(id, answer.first, answer.second, m_fetched)); });
        return;
    }
    const bool isAll = m_news->isAll;
    const auto kept = m_intake->remember(m_news->cursor);
    m_news.reset();
    if (!kept.ok()) {
        lose(kept.error());
        return;
    }
    m_stale = m_stale || !isAll;
    if (!m_fetched.isNothing())
        Q_EMIT fetched(m_fetched);
    work();
}

} // namespace packwarden
