// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestcommands.h"

#include "busclient.h"
#include "describe.h"
#include "identity.h"
#include "requestdraft.h"
#include "session.h"
#include "signoffdocument.h"
#include "survey.h"
#include "trustbook.h"
#include "trustfiles.h"
#include "workspace.h"

#include <QDateTime>
#include <QFileInfo>

namespace packwarden::ctl {

namespace {

/// Drafts a request with the values as the packs hold them (asked if there is a bus, else as last read), judges it by
/// their rules, signs it as its author.
class RequestNew final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        m_serials = options().packs;
        m_sets = options().sets;
        // "--pack A B --set x=1 y=2": what follows an option's first value arrives as arguments.
        for (const QString &argument : options().arguments)
            (argument.contains(u'=') ? m_sets : m_serials).append(argument);
        if (m_serials.isEmpty() || m_sets.isEmpty() || options().reason.isEmpty() || options().output.isEmpty()) {
            usage(QStringLiteral("--pack, --set, --reason and -o are needed"));
            return;
        }
        withIdentity([this] {
            if (workspace()->trust().isEmpty())
                fail({Code::UnknownIssuer, QStringLiteral("nothing is pinned; use policy pull")});
            else if (options().bus.isEmpty())
                draft();
            else
                withPacks(m_serials, [this] { refresh(); });
        });
    }

private:
    void refresh()
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
        connect(survey, &Survey::failed, this, [this](const Error &error) { fail(error); });
        connect(survey, &Survey::finished, this, [this] {
            if (m_problem)
                fail(*m_problem);
            else
                draft();
        });
        survey->start(m_serials, true);
    }

    void draft()
    {
        const auto request = build();
        if (!request.ok()) {
            fail(request.error());
            return;
        }
        m_document = std::make_unique<SignoffDocument>(*workspace());
        connect(m_document.get(), &SignoffDocument::signFinished, this, [this](const Result<> &signature) {
            if (!signature.ok()) {
                fail(signature.error());
                return;
            }
            for (const QString &line : describe::judgementLines(m_document->judgement()))
                out().text(line);
            out().text(QStringLiteral("written to %1").arg(m_document->path()));
            QJsonObject result = describe::judgement(m_document->judgement());
            result.insert(QStringLiteral("file"), m_document->path());
            done(result);
        });
        auto created = m_document->create(*request, options().output);
        if (created.ok())
            created = attachEvidence();
        if (created.ok())
            m_document->sign(Meaning::Author);
        else
            fail(created.error());
    }

    Result<ChangeRequest> build()
    {
        QList<PackSerial> packs;
        for (const QString &text : std::as_const(m_serials)) {
            const auto serial = PackSerial::parse(text);
            if (!serial.ok())
                return {Code::NotAnIdentifier, text};
            packs.append(*serial);
        }
        std::optional<ChangeRequest> request;
        for (const QString &set : std::as_const(m_sets)) {
            const qsizetype sign = set.indexOf(u'=');
            const auto parameter = ParameterId::parse(set.left(sign));
            if (sign < 0 || !parameter.ok())
                return {Code::NotAnIdentifier, set};
            RequestDraft draft(workspace()->trust(), clock());
            draft.setPacks(packs);
            draft.setParameter(*parameter);
            draft.setText(set.mid(sign + 1));
            draft.setReason(options().reason);
            auto one = draft.build(workspace()->session().identity().leaf.sha256);
            if (!one.ok())
                return one.error();
            if (!request) {
                request = *one;
                continue;
            }
            for (qsizetype i = 0; i < request->packs.size(); ++i)
                request->packs[i].changes += one->packs.at(i).changes;
            request->head.title = QStringLiteral("%1 values").arg(request->packs.constFirst().changes.size());
        }
        for (const QString &path : options().evidence) {
            const auto bytes = trustfiles::read(path, DocumentFile::maxBytes / 4);
            if (!bytes.ok())
                return bytes.error();
            request->head.evidence.append({QFileInfo(path).fileName(), sha256(*bytes)});
            m_evidence.insert(QFileInfo(path).fileName(), *bytes);
        }
        if (!options().until.isEmpty()) {
            const QDateTime until = QDateTime::fromString(options().until, Qt::ISODate);
            if (!until.isValid())
                return {Code::Malformed, QStringLiteral("--until %1").arg(options().until)};
            request->periodEnd = until.toSecsSinceEpoch();
        }
        return *request;
    }

    Result<> attachEvidence() { return m_evidence.isEmpty() ? Result<>::success() : m_document->attach(m_evidence); }

    QStringList m_serials;
    QStringList m_sets;
    QMap<QString, QByteArray> m_evidence;
    std::optional<Error> m_problem;
    std::unique_ptr<SignoffDocument> m_document;
};

} // namespace

std::unique_ptr<Command> makeRequestNew(const Options &options, const Clock &clock)
{
    return std::make_unique<RequestNew>(options, clock);
}

} // namespace packwarden::ctl
