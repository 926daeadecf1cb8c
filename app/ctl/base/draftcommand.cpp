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
        done(result);
    });
    const auto lists = readLists(options().crls);
    if (!lists.ok()) {
        fail(lists.error());
        return;
    }
    auto created
        = m_document->create(contentType, payload, files::isDash(options().output) ? QString() : options().output);
    if (created.ok() && !lists->isEmpty())
        created = m_document->addLists(*lists);
    if (created.ok() && !attachments.isEmpty())
        created = m_document->attach(attachments);
    if (created.ok())
        m_document->sign(Meaning::Author);
    else
        fail(created.error());
}

} // namespace packwarden::ctl
