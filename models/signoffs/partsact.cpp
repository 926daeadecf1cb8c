// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/partsact.h"

#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <utility>

namespace packwarden {

PartsAct::PartsAct(Workspace &workspace, QList<OtherParts::Part> parts, Act act, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_parts(std::move(parts))
    , m_act(std::move(act))
    , m_person(person())
    , m_reader(workspace)
{
    connect(&m_reader, &SignoffReader::opened, this,
        [this](const QString &, const Result<SignoffReading> &reading) { take(reading); });
}

QByteArray PartsAct::person() const
{
    const Session &session = m_workspace.session();
    return session.isSignedIn() ? session.identity().leaf.sha256 : QByteArray();
}

void PartsAct::start()
{
    next();
}

void PartsAct::next()
{
    m_document.reset();
    if (m_parts.isEmpty())
        Q_EMIT finished(m_done, m_failed, m_why);
    else
        m_reader.open(m_parts.constFirst().path);
}

void PartsAct::take(const Result<SignoffReading> &reading)
{
    if (!reading.ok())
        return end(reading.error());
    if (m_person.isEmpty() || person() != m_person)
        return end(Code::NotSignedIn);
    // Since it was compared it may have been replaced, or rejected.
    const OtherParts::Part &part = m_parts.constFirst();
    if (reading->judgement.payloadSha256 != part.payloadSha256 || reading->judgement.state != part.state)
        return end({Code::DifferentDocument, part.path});
    m_document = std::make_unique<SignoffDocument>(m_workspace);
    if (auto shown = m_document->show(*reading); !shown.ok())
        return end(shown);
    connect(m_document.get(), &SignoffDocument::signFinished, this, &PartsAct::end);
    connect(m_document.get(), &SignoffDocument::voiceFinished, this, &PartsAct::end);
    m_act(*m_document);
}

void PartsAct::end(const Result<> &result)
{
    const int number = m_parts.takeFirst().number;
    if (result.ok()) {
        ++m_done;
    } else if (m_failed == 0) {
        m_failed = number;
        m_why = result.error();
    }
    // The document may still be in the call that told this.
    QMetaObject::invokeMethod(this, &PartsAct::next, Qt::QueuedConnection);
}

} // namespace packwarden
