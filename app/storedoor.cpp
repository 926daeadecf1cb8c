// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storedoor.h"

#include "models/audit/auditstore.h"
#include "models/workspace/workspace.h"
#include "widgets/start/storedialog.h"
#include "widgets/window/mainwindow.h"

namespace packwarden {

StoreDoor::StoreDoor(const ConsoleOptions &options, const Clock &clock, FileChooser &files, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_clock(clock)
    , m_files(files)
{
}

StoreDoor::~StoreDoor() = default;

void StoreDoor::open()
{
    m_console.reset();
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
