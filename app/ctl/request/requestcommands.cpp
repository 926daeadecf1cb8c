// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/request/requestcommands.h"

#include "app/ctl/base/describe.h"
#include "app/ctl/base/files.h"
#include "app/ctl/base/quantity.h"
#include "app/ctl/base/rulesource.h"
#include "app/ctl/base/standardoutput.h"
#include "models/signoffs/documentcopy.h"
#include "models/signoffs/signoffdocument.h"
#include "models/workspace/workspace.h"

#include <QFile>
#include <QJsonArray>

namespace packwarden::ctl {

namespace {

/// show, verify, sign, withdraw, reject and merge: what is done with files alone.
class RequestFile final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        m_files = options().arguments;
        m_ownValues = options().ownValues;
        // "sign FILE --own-value a=1 b=2": what follows an option's first value arrives as arguments.
        const auto isValue = [](const QString &text) {
            return text.contains(u'=') && !QFile::exists(text);
        };
        while (options().verb == QLatin1String("sign") && m_files.size() > 1 && isValue(m_files.constLast())) {
            if (m_ownValues.isEmpty()) {
                usage(QStringLiteral("%1 is no file, and not of --own-value").arg(m_files.constLast()));
                return;
            }
            m_ownValues.append(m_files.takeLast());
        }
        if (QStringList{QStringLiteral("sign"), QStringLiteral("withdraw"), QStringLiteral("reject")}.contains(
                options().verb))
            withIdentity([this] { run(); });
        else if (workspace())
            run();
    }

private:
    void run()
    {
        m_document = std::make_unique<SignoffDocument>(*workspace());
        if (auto opened = open(m_files.at(m_at)); !opened.ok()) {
            refuse(opened.error());
            return;
        }
        if (options().verb == QLatin1String("sign"))
            sign();
        else if (options().verb == QLatin1String("withdraw") || options().verb == QLatin1String("reject"))
            say();
        else if (options().verb == QLatin1String("merge"))
            merge();
        else if (options().verb == QLatin1String("verify"))
            verify();
        else
            show();
    }

    /// One file after the other: the parts of one request are signed, or rejected, in one act. What is wrong with one
    /// of them stops none of the others.
    void next()
    {
        if (++m_at < m_files.size()) {
            // Not from inside the document's own signal.
            QMetaObject::invokeMethod(
                this, [this] { run(); }, Qt::QueuedConnection);
            return;
        }
        const QJsonObject all{{QStringLiteral("documents"), m_results}};
        if (m_failure)
            fail(m_failure->first, all, m_failure->second);
        else
            done(all);
    }

    void end(const QJsonObject &result)
    {
        if (m_files.size() == 1) {
            done(result);
            return;
        }
        m_results.append(result);
        next();
    }

    void refuse(const Error &error, QJsonObject result = {}, std::optional<int> exitCode = {})
    {
        const int code = exitCode.value_or(exitCodeOf(error.code));
        if (m_files.size() == 1 || options().verb == QLatin1String("merge")) {
            fail(error, result, code);
            return;
        }
        out().warning(QStringLiteral("%1: %2: %3").arg(m_files.at(m_at), codeName(error.code), error.detail));
        result.insert(QStringLiteral("file"), m_files.at(m_at));
        result.insert(QStringLiteral("reason"), codeName(error.code));
        result.insert(QStringLiteral("detail"), error.detail);
        m_results.append(result);
        if (!m_failure)
            m_failure = {error, code};
        next();
    }

    Result<> open(const QString &path)
    {
        if (!files::isDash(path))
            return m_document->open(path);
        const auto bytes = files::read(path, DocumentFile::maxBytes);
        return bytes.ok() ? m_document->openBytes(*bytes) : Result<>(bytes.error());
    }

    QJsonObject describeAll()
    {
        for (const QString &line : describe::judgementLines(m_document->judgement()))
            out().text(line);
        sayNext(*m_document);
        QJsonObject result = describe::judgement(m_document->judgement());
        result.insert(QStringLiteral("file"), m_document->path());
        return result;
    }

    void show()
    {
        const QJsonObject result = describeAll();
        if (m_document->judgement().content)
            end(result);
        else
            refuse(m_document->judgement().problem.value_or(Error{Code::Malformed, {}}), result);
    }

    void verify()
    {
        const QJsonObject result = describeAll();
        const SignoffJudgement &judgement = m_document->judgement();
        switch (judgement.state) {
        case SignoffState::Ready:
        case SignoffState::Applied:
        case SignoffState::PartlyApplied:
            end(result);
            return;
        case SignoffState::Rejected:
            // What a person says binds no pack: complete or not is what the seats say.
            if (!judgement.problem)
                end(result);
            else
                refuse(*judgement.problem, result,
                    judgement.problem->code == Code::BelowQuorum ? NotComplete : RefusedOrInvalid);
            return;
        case SignoffState::Draft:
        case SignoffState::Collecting:
            refuse(judgement.problem.value_or(Error{Code::BelowQuorum, {}}), result, NotComplete);
            return;
        default:
            refuse(judgement.problem.value_or(Error{Code::Malformed, {}}), result, RefusedOrInvalid);
        }
    }

    void sign()
    {
        const auto lists = readLists(options().crls);
        auto added = lists.ok() ? Result<>::success() : Result<>(lists.error());
        if (added.ok() && !lists->isEmpty())
            added = m_document->addLists(*lists);
        if (!added.ok()) {
            refuse(added.error());
            return;
        }
        const auto values = ownValues();
        if (!values.ok()) {
            refuse(values.error());
            return;
        }
        connect(m_document.get(), &SignoffDocument::signFinished, this, [this](const Result<> &signature) {
            if (signature.ok())
                end(describeAll());
            else if (m_document->isBusy())
                // The second value that differs is a rejection: it is signed before we go.
                connect(m_document.get(), &SignoffDocument::voiceFinished, this,
                    [this, error = signature.error()] { refuse(error); });
            else
                refuse(signature.error());
        });
        m_document->sign(options().meaning == QLatin1String("author") ? Meaning::Author : Meaning::Approve, *values);
    }

    Result<ownvalue::Values> ownValues() const
    {
        ownvalue::Values values;
        for (const QString &text : m_ownValues) {
            const qsizetype sign = text.indexOf(u'=');
            const auto parameter = ParameterId::parse(text.left(sign));
            if (sign < 0 || !parameter.ok())
                return {Code::NotAnIdentifier, text};
            const auto value = readQuantity(text.mid(sign + 1));
            if (!value.ok())
                return value.error();
            values.insert(*parameter, *value);
        }
        return values;
    }

    void say()
    {
        connect(m_document.get(), &SignoffDocument::voiceFinished, this, [this](const Result<> &said) {
            if (said.ok())
                end(describeAll());
            else
                refuse(said.error());
        });
        if (options().verb == QLatin1String("withdraw"))
            m_document->withdraw();
        else
            m_document->reject(options().reason);
    }

    void merge()
    {
        // The result goes to another file, whose suggested name counts the seats of the whole; the parts stay.
        m_document->setPath({});
        for (const QString &path : m_files.mid(1)) {
            if (auto merged = m_document->mergeFile(path); !merged.ok()) {
                fail(merged.error());
                return;
            }
        }
        if (files::isDash(options().output)) {
            standardoutput::write(m_document->file().encode());
        } else {
            m_document->setPath(resolvedPath(options().output, m_document->judgement()));
            if (auto saved = m_document->save(); !saved.ok()) {
                fail(saved.error());
                return;
            }
        }
        done(describeAll());
    }

    std::unique_ptr<SignoffDocument> m_document;
    QStringList m_files;
    qsizetype m_at = 0;
    QStringList m_ownValues;
    QJsonArray m_results;
    std::optional<std::pair<Error, int>> m_failure; ///< the first, with its exit code
};

} // namespace

std::unique_ptr<Command> makeRequestFile(const Options &options, const Clock &clock)
{
    return std::make_unique<RequestFile>(options, clock);
}

} // namespace packwarden::ctl
