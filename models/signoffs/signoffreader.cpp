// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffreader.h"

#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

namespace packwarden {

SignoffReader::SignoffReader(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_worker.setMaxThreadCount(1);
    connect(&workspace.trust(), &TrustBook::changed, this, &SignoffReader::askAgain);
    connect(&workspace.session(), &Session::stateChanged, this, &SignoffReader::askAgain);
}

SignoffReader::~SignoffReader()
{
    m_open.forget();
    m_import.forget();
    m_worker.waitForDone();
}

void SignoffReader::open(const QString &path)
{
    m_path = path;
    askOpen();
}

void SignoffReader::import(const QStringList &paths)
{
    const bool idle = m_imports.isEmpty();
    m_imports += paths;
    if (idle && !m_imports.isEmpty())
        askImport();
}

void SignoffReader::forget()
{
    m_open.forget();
    m_path.clear();
}

QStringList SignoffReader::reading() const
{
    QStringList names;
    for (const QString &path : m_imports)
        names.append(QFileInfo(path).fileName());
    if (!m_path.isEmpty())
        names.append(QFileInfo(m_path).fileName());
    return names;
}

void SignoffReader::askOpen()
{
    m_open.ask(
        m_worker, this,
        [ground = SignoffGround::of(m_workspace), path = m_path] { return signoffreading::read(path, ground); },
        [this](const Result<SignoffReading> &reading) { Q_EMIT opened(std::exchange(m_path, {}), reading); });
}

void SignoffReader::askImport()
{
    m_import.ask(
        m_worker, this,
        [ground = SignoffGround::of(m_workspace), path = m_imports.constFirst()] {
            return signoffreading::readImport(path, ground);
        },
        [this](const Result<SignoffReading> &reading) {
            Q_EMIT imported(m_imports.takeFirst(), reading);
            if (!m_imports.isEmpty())
                askImport();
        });
}

void SignoffReader::askAgain()
{
    if (!m_imports.isEmpty())
        askImport();
    if (!m_path.isEmpty())
        askOpen();
}

} // namespace packwarden
