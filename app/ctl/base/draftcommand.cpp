// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/draftcommand.h"

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/files.h"
#include "app/ctl/base/rulesource.h"
#include "app/ctl/base/standardoutput.h"
#include "app/ctl/base/survey.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/drafts/draftproblem.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/identity.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

namespace packwarden::ctl {

DraftCommand::DraftCommand(const Options &options, const Clock &clock)
    : Command(options, clock)
{
}

DraftCommand::~DraftCommand() = default;

void DraftCommand::prepare(const QStringList &serials, const std::function<void()> &next)
{
    withIdentity([this, serials, next] {
        if (workspace()->trust().isEmpty())
            fail(nothingPinned("; use policy pull"));
        else if (options().bus().isEmpty() || serials.isEmpty())
            next();
        else
            withPacks(serials, [this, serials, next] { refresh(serials, next); });
    });
}

void DraftCommand::refresh(const QStringList &serials, const std::function<void()> &next)
{
    auto *survey = new Survey(*bus(), this);
    connect(survey, &Survey::factsRead, this, [this](const PackFacts &facts) {
        if (auto learnt = workspace()->trust().learn(facts); !learnt.ok())
            m_problem = learnt.error();
    });
    connect(survey, &Survey::rulesRead, this, [this](const PackRules &rules) {
        if (auto learnt = workspace()->trust().learn(rules); !learnt.ok())
            m_problem = learnt.error();
    });
    connect(survey, &Survey::statementRead, this, [this](const FreshWord &word) {
        if (auto learnt = workspace()->trust().learnStatement(word.statement, word.nonce); !learnt.ok())
            m_problem = learnt.error();
    });
    connect(survey, &Survey::failed, this, [this](const Error &error) { fail(error); });
    connect(survey, &Survey::finished, this, [this, next] {
        if (m_problem)
            fail(*m_problem);
        else
            next();
    });
    survey->start(serials, true);
}

Result<DocumentHead> DraftCommand::head(const QString &title) const
{
    DocumentHead head;
    head.id = randomBytes(16);
    head.created = clock().now();
    head.expires = head.created + 30LL * 24 * 3600;
    head.author = workspaceIfOpen()->session().identity().leaf.sha256;
    head.title = title.left(200);
    head.reason = options().reason.trimmed();
    if (head.reason.isEmpty())
        return draftError(DraftProblem::NoReason);
    return head;
}

Result<QMap<QString, QByteArray>> DraftCommand::evidence(DocumentHead &head) const
{
    QMap<QString, QByteArray> files;
    for (const QString &path : options().evidence) {
        const auto bytes = wholefile::read(path, DocumentFile::maxBytes / 4);
        if (!bytes.ok())
            return bytes.error();
        const QString name = QFileInfo(path).fileName();
        head.evidence.append({name, sha256(*bytes)});
        files.insert(name, *bytes);
    }
    return files;
}

Result<QList<PackSerial>> DraftCommand::packs() const
{
    QList<PackSerial> packs;
    for (const QString &text : options().packs + options().arguments) {
        const auto serial = PackSerial::parse(text);
        if (!serial.ok())
            return {Code::NotAnIdentifier, text};
        packs.append(*serial);
    }
    return packs;
}

void DraftCommand::write(
    const QByteArray &contentType, const QByteArray &payload, const QMap<QString, QByteArray> &attachments)
{
    writeParts(contentType, {payload}, attachments);
}

void DraftCommand::writeParts(
    const QByteArray &contentType, const QList<QByteArray> &payloads, const QMap<QString, QByteArray> &attachments)
{
    m_contentType = contentType;
    m_payloads = payloads;
    m_attachments = attachments;
    writeNext();
}

/// Empty: standard output.
Result<QString> DraftCommand::pathOfNext() const
{
    if (files::isDash(options().output))
        return m_payloads.size() == 1
            ? Result<QString>(QString())
            : Result<QString>(Code::Malformed,
                QStringLiteral("%1 parts need a file or a folder to be written to").arg(m_payloads.size()));
    const QFileInfo wanted(options().output);
    if (m_payloads.size() == 1 || wanted.isDir())
        return options().output;
    const QString ending = wanted.suffix().isEmpty() ? QString() : u'.' + wanted.suffix();
    const QString path = QStringLiteral("%1-%2of%3%4")
                             .arg(options().output.chopped(ending.size()))
                             .arg(m_written.size() + 1)
                             .arg(m_payloads.size())
                             .arg(ending);
    if (QFile::exists(path) && !options().force)
        return {Code::FileUnwritable, QStringLiteral("%1 exists; --force writes over it").arg(path)};
    return path;
}

void DraftCommand::writeNext()
{
    m_document = std::make_unique<SignoffDocument>(*workspace());
    connect(m_document.get(), &SignoffDocument::signFinished, this, [this](const Result<> &signature) {
        if (!signature.ok()) {
            fail(signature.error());
            return;
        }
        for (const QString &line : describe::judgementLines(m_document->judgement()))
            out().text(line);
        if (m_document->path().isEmpty())
            standardoutput::write(m_document->file().encode());
        else
            out().text(QStringLiteral("written to %1").arg(m_document->path()));
        sayNext(*m_document);
        QJsonObject result = describe::judgement(m_document->judgement());
        result.insert(QStringLiteral("file"), m_document->path());
        m_written.append(result);
        if (m_payloads.size() == 1)
            done(result);
        else if (m_written.size() == m_payloads.size())
            done({{QStringLiteral("parts"), m_written}});
        else
            // Not from inside the document's own signal.
            QMetaObject::invokeMethod(
                this, [this] { writeNext(); }, Qt::QueuedConnection);
    });
    const auto lists = readLists(options().crls);
    const auto path = pathOfNext();
    if (!lists.ok() || !path.ok()) {
        fail(!lists.ok() ? lists.error() : path.error());
        return;
    }
    auto created = m_document->create(m_contentType, m_payloads.at(m_written.size()), *path);
    if (created.ok() && !lists->isEmpty())
        created = m_document->addLists(*lists);
    if (created.ok() && !m_attachments.isEmpty())
        created = m_document->attach(m_attachments);
    if (created.ok())
        m_document->sign(Meaning::Author);
    else
        fail(created.error());
}

} // namespace packwarden::ctl
