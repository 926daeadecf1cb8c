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
    if (const int packs = olderPacks(m_options.store); packs > fewPacks)
        takeOver(packs);
    else
        enter();
}

void StoreDoor::takeOver(int packs)
{
    if (m_takeover)
        return;
    m_progress.done = 0;
    m_progress.cancelled = false;
    m_waiting = std::make_unique<QProgressDialog>(
        tr("What is known of %n pack(s) is moved into one file. This happens once.", nullptr, packs), tr("Quit"), 0,
        packs);
    m_waiting->setObjectName(QStringLiteral("storeTakeover"));
    m_waiting->setWindowTitle(tr("The data of this console"));
    m_waiting->setAutoClose(false);
    m_waiting->setAutoReset(false);
    m_waiting->setMinimumDuration(0);
    connect(m_waiting.get(), &QProgressDialog::canceled, this, [this] { m_progress.cancelled = true; });
    auto *told = new QTimer(m_waiting.get());
    connect(told, &QTimer::timeout, this, [this] { m_waiting->setValue(m_progress.done); });
    told->start(progressMilliseconds);
    m_takeover.reset(QThread::create([this, store = m_options.store] {
        auto taken = openFleet(store, &m_progress);
        QMetaObject::invokeMethod(
            this, [this, taken] { finishTakeover(taken); }, Qt::QueuedConnection);
    }));
    m_takeover->start();
    m_waiting->show();
}

void StoreDoor::finishTakeover(const Result<OpenedFleet> &taken)
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
    if (const auto anew = AuditStore::startAnew(m_options.store + QStringLiteral("/audit.db"), m_clock); !anew.ok())
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
