// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storedoor.h"

#include "models/audit/auditstore.h"
#include "models/workspace/workspace.h"
#include "widgets/start/storedialog.h"
#include "widgets/window/mainwindow.h"

#include <QProgressDialog>
#include <QThread>
#include <QTimer>

namespace packwarden {

namespace {

constexpr int fewPacks = 64; ///< that are taken over faster than anybody could read of it
constexpr qint64 fewRecords = 5000; ///< likewise
constexpr int progressMilliseconds = 100;

} // namespace

StoreDoor::StoreDoor(const ConsoleOptions &options, const Clock &clock, FileChooser &files, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_clock(clock)
    , m_files(files)
{
}

StoreDoor::~StoreDoor()
{
    m_progress.cancelled = true;
    if (m_takeover)
        m_takeover->wait();
}

void StoreDoor::open()
{
    m_console.reset();
    const int packs = olderPacks(m_options.store);
    const qint64 records = AuditStore::olderRecords(auditPath());
    if (packs > fewPacks || records > fewRecords)
        takeOver(packs, int(records));
    else
        enter();
}

QString StoreDoor::auditPath() const
{
    return m_options.store + QStringLiteral("/audit.db");
}

void StoreDoor::takeOver(int packs, int records)
{
    if (m_takeover)
        return;
    m_progress.done = 0;
    m_progress.cancelled = false;
    m_waiting = std::make_unique<QProgressDialog>(records == 0
            ? tr("What is known of %n pack(s) is moved into one file. This happens once.", nullptr, packs)
            : tr("The data of an earlier version is taken over. This happens once."),
        tr("Quit"), 0, packs + records);
    m_waiting->setObjectName(QStringLiteral("storeTakeover"));
    m_waiting->setWindowTitle(tr("The data of this console"));
    m_waiting->setAutoClose(false);
    m_waiting->setAutoReset(false);
    m_waiting->setMinimumDuration(0);
    connect(m_waiting.get(), &QProgressDialog::canceled, this, [this] { m_progress.cancelled = true; });
    auto *told = new QTimer(m_waiting.get());
    connect(told, &QTimer::timeout, this, [this] { m_waiting->setValue(m_progress.done); });
    told->start(progressMilliseconds);
    m_takeover.reset(QThread::create([this, store = m_options.store, audit = auditPath(), packs, records] {
        Result<> taken = Result<>::success();
        if (records > 0) {
            const auto opened = AuditStore::open(audit, m_clock, nullptr, [this](qint64 done, qint64) {
                m_progress.done = int(done);
                return !m_progress.cancelled;
            });
            taken = opened.ok() ? taken : Result<>(opened.error());
            m_progress.done = records;
        }
        if (taken.ok() && packs > 0) {
            const auto fleet = openFleet(store, &m_progress);
            taken = fleet.ok() ? taken : Result<>(fleet.error());
        }
        QMetaObject::invokeMethod(
            this, [this, taken] { finishTakeover(taken); }, Qt::QueuedConnection);
    }));
    m_takeover->start();
    m_waiting->show();
}

void StoreDoor::finishTakeover(const Result<> &taken)
{
    m_takeover->wait();
    m_takeover.reset();
    m_waiting.reset();
    if (taken.ok())
        enter();
    else if (taken.code() == Code::Cancelled)
        Q_EMIT left(taken.error());
    else
        ask(taken.error());
}

void StoreDoor::enter()
{
    auto console = Console::open(m_options, m_clock, m_files);
    if (!console.ok())
        return ask(console.error());
    m_console = std::move(console).value();
    const AuditStore &audit = m_console->workspace().audit();
    if (audit.access() == AuditStore::Access::Damaged)
        return ask({Code::AuditDamaged, audit.readOnlyReason()});
    let(std::move(m_console));
}

void StoreDoor::ask(const Error &why)
{
    m_why = why;
    if (!m_dialog) {
        m_dialog = std::make_unique<StoreDialog>(m_files);
        connect(m_dialog.get(), &StoreDialog::retryWanted, this, &StoreDoor::open);
        connect(m_dialog.get(), &StoreDialog::anewWanted, this, &StoreDoor::beginAnew);
        connect(m_dialog.get(), &StoreDialog::readOnlyWanted, this, [this] { let(std::move(m_console)); });
        connect(m_dialog.get(), &StoreDialog::folderChosen, this, [this](const QString &folder) {
            m_options.store = folder;
            open();
        });
        connect(m_dialog.get(), &QDialog::rejected, this, [this] { Q_EMIT left(m_why); });
    }
    m_dialog->tell(m_options.store, why, m_console != nullptr);
    m_dialog->show();
}

void StoreDoor::beginAnew()
{
    m_console.reset(); // it holds the file
    if (const auto anew = AuditStore::startAnew(auditPath(), m_clock); !anew.ok())
        return ask(anew.error());
    open();
}

void StoreDoor::let(std::unique_ptr<Console> console)
{
    m_console = std::move(console);
    // The new window first: a program without any ends.
    Q_EMIT opened(m_console.get());
    if (m_dialog)
        m_dialog->hide();
}

} // namespace packwarden
