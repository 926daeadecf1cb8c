// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/factory/blankpacks.h"

#include "hw/sim/factory/factory.h"
#include "hw/sim/memory/filelayer.h"

#include <QDir>
#include <QSet>

namespace packwarden::sim {

BlankPacks::BlankPacks(const QString &folder)
    : m_folder(folder + QStringLiteral("/packs"))
{
}

Result<int> BlankPacks::add(const PackSerial &serial, const QString &hardware, int node, qint64 builtAt) const
{
    if (!QDir().mkpath(m_folder))
        return {Code::FileUnwritable, m_folder};
    DiskFiles files;
    QSet<int> taken;
    const QStringList present = QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : present) {
        if (const auto pack = PackMemory::load(files, m_folder + u'/' + name); pack.ok())
            taken.insert(pack->identity().configuration.node);
    }
    int place = node == 0 ? firstNode : node;
    while (node == 0 && taken.contains(place))
        ++place;
    if (present.contains(serial.text()) || taken.contains(place) || place < firstNode || place > lastNode)
        return {Code::WrongState, QStringLiteral("%1 on node %2").arg(serial.text()).arg(place)};
    const auto board = factory::makeBoard(hardware, place);
    if (!board.ok())
        return board.error();
    const QString fresh = QStringLiteral("%1/.%2.new").arg(m_folder, serial.text());
    QDir(fresh).removeRecursively(); // of a making that was cut short
    if (!QDir().mkpath(fresh))
        return {Code::FileUnwritable, fresh};
    if (auto made = factory::makeBlank(files, fresh, *board, builtAt); !made.ok())
        return made.error();
    if (auto renamed = files.rename(fresh, m_folder + u'/' + serial.text()); !renamed.ok())
        return renamed.error();
    if (auto synced = files.syncFolder(m_folder); !synced.ok())
        return synced.error();
    return place;
}

} // namespace packwarden::sim
