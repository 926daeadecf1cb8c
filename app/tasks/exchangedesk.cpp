// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/exchangedesk.h"

#include "models/core/base/clock.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

#include <QSettings>

#include <algorithm>
#include <iterator>
#include <utility>

namespace packwarden {

namespace {

constexpr int pollSeconds = 60;
constexpr int shortestPause = 5;
constexpr int longestPause = 300;
/// Until a word that says nothing new is told again, so that others see that the pack was met.
constexpr qint64 tellAgain = 3'600'000; // milliseconds
/// Packs whose words are looked at in one turn of the event loop.
constexpr int lookedAtOnce = 25;
/// A delivery ends by then, or is given up; what is lost in a crash is free again.
constexpr int leaseSeconds = 180;
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
    , m_files(std::make_shared<SharedFiles>())
    , m_worker(new Worker)
    , m_import(workspace)
{
    m_reader.setMaxThreadCount(1);
    connect(&workspace.trust(), &TrustBook::packChanged, this, [this](const std::optional<PackSerial> &serial) {
        if (serial)
            hearPack(*serial);
    });
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("exchange"));
    m_poll.setInterval(pollSeconds * 1000);
    connect(&m_poll, &QTimer::timeout, this, &ExchangeDesk::fetchNow);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ExchangeDesk::connectNow);
}

ExchangeDesk::~ExchangeDesk()
{
    m_reader.waitForDone();
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
    tellFetched();
    ++m_turn;
    m_busy = false;
    m_import.forget();
    m_news.clear();
    m_heard.clear();
    m_heardWords.clear();
    m_words.clear();
    m_lookedThrough.clear();
    freeLeases();
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
    m_mayTell = true;
    m_told.clear();
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
            m_mayTell = true;
            m_intake->belongTo(status->exchange);
            m_mayHaveReceipts = true;
            // What packs said in a run of this program that ended. What they say from now on is noted as it comes, also
            // while the exchange is away.
            if (m_lookedThrough != status->exchange) {
                for (const PackSerial &serial : m_workspace.trust().packs())
                    m_words.insert(serial);
                m_lookedThrough = status->exchange;
            }
            QMetaObject::invokeMethod(m_worker.data(), [this, worker = m_worker.data()] {
                if (worker->exchange)
                    connect(worker->exchange.get(), &Exchange::arrived, this, [this](const QString &what) {
                        // The others are read when this desk asks in turn.
                        if (!m_packs || (what != QLatin1String("receipts") && what != QLatin1String("packs")))
                            fetchNow();
                    });
            });
            enter(Reach::Online);
            work();
        });
}

void ExchangeDesk::lose(const Error &why)
{
    tellFetched();
    m_news.clear();
    m_heard.clear();
    m_heardWords.clear();
    freeLeases();
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

/// One thing after the other: what somebody waits for, what is to go there, then what is new.
void ExchangeDesk::work()
{
    if (m_state.reach != Reach::Online || m_busy)
        return;
    if (!m_leases.empty())
        askLease();
    else if (!m_outbox.isEmpty())
        sendNext();
    else if (m_mayHaveReceipts && sendReceipts())
        return;
    else if (!m_words.isEmpty() && m_mayTell)
        sendWords();
    else if (!m_heard.isEmpty())
        takeOneWord();
    else if (!m_news.isEmpty())
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
    m_mayHaveReceipts = true;
    work();
    m_readsAgain = m_isReading;
    if (!m_intake || m_isReading || !m_intake->hasShared())
        return;
    m_isReading = true;
    m_reader.start([this, turn = m_turn, files = m_files, paths = m_workspace.requestFiles()] {
        QMetaObject::invokeMethod(
            this,
            [this, turn, read = files->read(paths)] {
                m_isReading = false;
                if (turn != m_turn || !m_intake)
                    return;
                if (const QStringList changed = m_intake->changed(read); !changed.isEmpty())
                    publish(changed);
                if (std::exchange(m_readsAgain, false))
                    publishChanges();
            },
            Qt::QueuedConnection);
    });
}

void ExchangeDesk::hearPack(const PackSerial &serial)
{
    if (!m_intake)
        return;
    m_words.insert(serial);
    // What a visit learns comes in quick succession.
    QMetaObject::invokeMethod(this, &ExchangeDesk::work, Qt::QueuedConnection);
}

std::optional<PackRegister::Line> ExchangeDesk::heard(const PackSerial &serial) const
{
    return m_intake ? m_intake->packs().find(serial) : std::nullopt;
}

QFuture<bool> ExchangeDesk::lease(const PackSerial &serial, const QByteArray &documentSha256)
{
    auto lease = std::make_shared<Lease>(Lease{serial, documentSha256, {}});
    lease->promise.start();
    QFuture<bool> answer = lease->promise.future();
    if (m_state.reach == Reach::Online) {
        m_leases.push_back(lease);
        work();
    } else {
        lease->promise.addResult(true);
        lease->promise.finish();
    }
    return answer;
}

/// What cannot be asked for is not waited for.
void ExchangeDesk::freeLeases()
{
    for (const auto &lease : std::exchange(m_leases, {})) {
        lease->promise.addResult(true);
        lease->promise.finish();
    }
}

void ExchangeDesk::askLease()
{
    const auto lease = m_leases.front();
    ask(
        [serial = lease->serial.text(), document = lease->document, holder = m_intake->holder()](Worker &worker) {
            return worker.exchange ? worker.exchange->takeLease(serial, document, holder, leaseSeconds)
                                   : Result<bool>(Code::ExchangeUnavailable);
        },
        [this](const Result<bool> &taken) {
            if (!taken.ok() && taken.code() == Code::ExchangeUnavailable)
                return lose(taken.error());
            const auto answered = m_leases.front();
            m_leases.pop_front();
            // Who may take none brings what is due all the same.
            answered->promise.addResult(!taken.ok() || *taken);
            answered->promise.finish();
            work();
        });
}

void ExchangeDesk::giveBack(const PackSerial &serial, const QByteArray &documentSha256)
{
    if (m_state.reach != Reach::Online)
        return; // it ends by itself
    QMetaObject::invokeMethod(m_worker.data(),
        [worker = m_worker.data(), serial = serial.text(), documentSha256, holder = m_intake->holder()] {
            if (worker->exchange)
                (void)worker->exchange->dropLease(serial, documentSha256, holder);
        });
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
    struct Answer
    {
        QString subject;
        Result<> outcome;
        SharedFile file; ///< as it went there
    };
    ask(
        [path](Worker &worker) -> Answer {
            // Before: what is added while it goes there is seen to be missing.
            const SharedFile file = SharedFile::read(path);
            const auto gift = ExchangeGift::read(path);
            if (!gift.ok())
                return {QString(), gift.error(), {}};
            if (!worker.exchange)
                return {gift->subject(), Result<>(Code::ExchangeUnavailable), {}};
            const auto given = gift->giveTo(*worker.exchange, {});
            return {gift->subject(), given.ok() ? Result<>::success() : Result<>(given.error()), file};
        },
        [this, path](const Answer &answer) {
            const auto &[subject, outcome, file] = answer;
            if (!outcome.ok() && outcome.code() == Code::ExchangeUnavailable) {
                lose(outcome.error());
                return;
            }
            m_outbox.removeAll(path);
            keepOutbox();
            const auto recorded = m_intake->recordPublished(subject, outcome);
            if (outcome.ok())
                m_intake->noteShared({file});
            if (!outcome.ok() || !recorded.ok())
                Q_EMIT refused(path, outcome.ok() ? recorded.error() : outcome.error());
            else
                Q_EMIT published(path);
            work();
        });
}

/// Of documents of large fleets, whose files do not carry all. False: there are none.
bool ExchangeDesk::sendReceipts()
{
    const ExchangeIntake::Receipts receipts = m_intake->receiptsToGive();
    m_mayHaveReceipts = !receipts.list.isEmpty();
    if (!m_mayHaveReceipts)
        return false;
    ask(
        [receipts](Worker &worker) {
            return worker.exchange ? worker.exchange->giveReceipts(receipts.id, receipts.list)
                                   : Result<>(Code::ExchangeUnavailable);
        },
        [this, receipts](const Result<> &given) {
            if (!given.ok() && given.code() == Code::ExchangeUnavailable)
                return lose(given.error());
            // What it refuses is not offered again before there is something new.
            m_mayHaveReceipts = given.ok();
            if (given.ok())
                m_intake->noteGiven(receipts);
            work();
        });
    return true;
}

/// A few at a time, so that whoever waits for a lease or publishes something comes between.
void ExchangeDesk::sendWords()
{
    const qint64 now = m_workspace.clock().monotonicMilliseconds();
    const auto &proved = m_workspace.trust().snapshot().proved;
    QList<PackWord> words;
    for (int looked = 0; looked < lookedAtOnce && !m_words.isEmpty(); ++looked) {
        const PackSerial serial = *m_words.begin();
        m_words.erase(m_words.begin());
        const auto told = m_told.constFind(serial);
        const bool isFresh = proved.contains(serial) && (told == m_told.constEnd() || *told + tellAgain <= now);
        if (const auto word = m_intake->wordOf(serial, isFresh)) {
            words.append(*word);
            m_told.insert(serial, now);
        }
    }
    if (words.isEmpty()) {
        QMetaObject::invokeMethod(this, &ExchangeDesk::work, Qt::QueuedConnection);
        return;
    }
    ask(
        [words](Worker &worker) {
            return worker.exchange ? worker.exchange->tellPacks(words) : Result<qint64>(Code::ExchangeUnavailable);
        },
        [this, words](const Result<qint64> &seen) {
            if (!seen.ok()) {
                for (const PackWord &word : words) {
                    m_words.insert(PackSerial::fromTrusted(word.serial));
                    m_told.remove(PackSerial::fromTrusted(word.serial));
                }
                if (seen.code() == Code::ExchangeUnavailable)
                    return lose(seen.error());
                m_mayTell = false; // asked again with the next connection
                return work();
            }
            for (PackWord word : words) {
                word.by = m_state.status.party;
                word.seen = *seen;
                m_intake->noteTold(word);
                Q_EMIT packHeard(PackSerial::fromTrusted(word.serial));
            }
            Q_EMIT told(int(words.size()));
            work();
        });
}

void ExchangeDesk::readNews()
{
    m_stale = false;
    ask(
        [since = m_intake->lastTime(), ofPacks = m_packs ? std::optional(m_packs()) : std::nullopt](Worker &worker) {
            return worker.exchange ? worker.exchange->news(since, ofPacks)
                                   : Result<QList<Exchange::News>>(Code::ExchangeUnavailable);
        },
        [this](const Result<QList<Exchange::News>> &news) {
            if (!news.ok()) {
                lose(news.error());
                return;
            }
            m_news = *news;
            work();
        });
}

void ExchangeDesk::takeWords()
{
    const QStringList serials = std::exchange(m_news.first().packs, {});
    ask(
        [serials](Worker &worker) {
            return worker.exchange ? worker.exchange->packs(serials)
                                   : Result<QList<PackWord>>(Code::ExchangeUnavailable);
        },
        [this, serials](const Result<QList<PackWord>> &words) {
            if (!words.ok()) {
                lose(words.error());
                return;
            }
            for (const QString &serial : serials)
                m_heard.append(PackSerial::fromTrusted(serial));
            m_heardWords = *words;
            work();
        });
}

/// Each verifies a signature and writes: one in a turn of the event loop, so that a window stays free.
void ExchangeDesk::takeOneWord()
{
    const PackSerial serial = m_heard.takeFirst();
    QList<PackWord> words;
    std::copy_if(m_heardWords.begin(), m_heardWords.end(), std::back_inserter(words),
        [name = serial.text()](const PackWord &word) { return word.serial == name; });
    if (const auto taken = m_intake->takeWords(serial, words, m_fetched); !taken.ok()) {
        lose(taken.error());
        return;
    }
    Q_EMIT packHeard(serial);
    QMetaObject::invokeMethod(this, &ExchangeDesk::work, Qt::QueuedConnection);
}

/// What comes is taken in before anything else is asked.
void ExchangeDesk::takeIn(const std::function<void(const ExchangeImport::Done &done)> &take)
{
    m_busy = true;
    take([this](const Result<> &taken) {
        m_busy = false;
        if (!taken.ok())
            lose(taken.error());
        else
            work();
    });
}

void ExchangeDesk::takeReceipts()
{
    auto &receipts = m_news.first().receipts;
    const QByteArray id = receipts.constBegin().key();
    const QStringList serials = receipts.take(id);
    ask(
        [id, serials](Worker &worker) {
            return worker.exchange ? worker.exchange->receipts(id, serials)
                                   : Result<QList<PackReceipt>>(Code::ExchangeUnavailable);
        },
        [this, id](const Result<QList<PackReceipt>> &given) {
            takeIn([&](const ExchangeImport::Done &done) {
                if (given.ok())
                    m_import.takeReceipts(*m_intake, id, *given, m_fetched, done);
                else
                    done(m_intake->takeReceipts(id, given, m_fetched));
            });
        });
}

void ExchangeDesk::takeDocument()
{
    ask(
        [id = m_news.first().documents.takeFirst()](Worker &worker) {
            if (!worker.exchange)
                return ExchangeIntake::Arrival::of(id, Error{Code::ExchangeUnavailable, {}}, 0);
            int leftOut = 0;
            const auto files = worker.exchange->document(id, &leftOut);
            return ExchangeIntake::Arrival::of(id, files, leftOut);
        },
        [this](const ExchangeIntake::Arrival &arrival) {
            takeIn(
                [&](const ExchangeImport::Done &done) { m_import.takeDocument(*m_intake, arrival, m_fetched, done); });
        });
}

/// One slice after the other, and of each the lists first: the rest is judged by them.
void ExchangeDesk::takeNext()
{
    Exchange::News &slice = m_news.first();
    if (!slice.lists.isEmpty()) {
        ask(
            [id = slice.lists.takeFirst()](Worker &worker) {
                return worker.exchange ? worker.exchange->list(id) : Result<QByteArray>(Code::ExchangeUnavailable);
            },
            [this](const Result<QByteArray> &entry) {
                takeIn([&](const ExchangeImport::Done &done) { done(m_intake->takeList(entry, m_fetched)); });
            });
    } else if (!slice.documents.isEmpty()) {
        takeDocument();
    } else if (const QList<SharedFile> taken = m_intake->taken(); !taken.isEmpty()) {
        takeIn([&](const ExchangeImport::Done &done) { m_import.noteShared(*m_intake, taken, done); });
    } else if (!slice.receipts.isEmpty()) {
        takeReceipts();
    } else if (!slice.packs.isEmpty()) {
        takeWords();
    } else {
        endSlice();
    }
}

/// Only now: what a stop leaves undone is asked for again.
void ExchangeDesk::endSlice()
{
    const Exchange::News slice = m_news.takeFirst();
    if (const auto kept = m_intake->remember(slice.cursor); !kept.ok()) {
        lose(kept.error());
        return;
    }
    if (m_news.isEmpty()) {
        m_stale = m_stale || !slice.isAll;
        tellFetched();
    }
    work();
}

void ExchangeDesk::tellFetched()
{
    const ExchangeIntake::Fetched came = std::exchange(m_fetched, {});
    if (!came.documents.isEmpty() || !came.lists.isEmpty() || !came.refused.isEmpty())
        Q_EMIT fetched(came);
}

} // namespace packwarden
