// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/provision/provisionother.h"
#include "app/tasks/carrier.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/provisioning.h"
#include "models/core/pki/pkifile.h"
#include "models/rules/rulesjson.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/identity.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFile>
#include <QPromise>

namespace packwarden::ctl {

namespace {

/// DER, the pack's own first.
Result<QList<QByteArray>> readChain(const QString &path)
{
    const auto chain = pki::readChainFile(path);
    if (!chain.ok())
        return chain.error();
    QList<QByteArray> all;
    for (const Certificate &certificate : *chain)
        all.append(certificate.der);
    return all;
}

/// `provision STEP SERIAL [INPUT] -o FILE`: one step of making a pack. A new FILE gets the document with the first
/// person's approval; an existing one is approved only if it says exactly what this person's own INPUT says, so numbers
/// are entered twice. With --bus it is delivered as soon as enough have approved. The pack says where it stands, so a
/// line that was stopped goes on with the step it stopped at.
class ProvisionStepCommand final : public Command
{
public:
    ProvisionStepCommand(ProvisionStep step, const Options &options, const Clock &clock)
        : Command(options, clock)
    {
        m_document.step = step;
    }

    void start() override
    {
        const auto serial = PackSerial::parse(options().arguments.value(0));
        if (!serial.ok()) {
            usage(QStringLiteral("%1 is no serial of a pack").arg(options().arguments.constFirst()));
            return;
        }
        m_document.serial = *serial;
        if (auto read = readInput(); !read.ok()) {
            fail(read.error());
            return;
        }
        withIdentity([this] { prepare(); });
    }

private:
    QString input() const { return options().arguments.value(1); }

    Result<> readInput()
    {
        const auto bytes = [this] {
            return wholefile::read(input(), DocumentFile::maxBytes / 16);
        };
        switch (m_document.step) {
        case ProvisionStep::Pair:
            for (const QString &pair : options().sets) {
                const QString slot = pair.section(u'=', 0, 0);
                const QString id = pair.section(u'=', 1);
                if (slot.isEmpty() || id.isEmpty())
                    return {Code::Malformed, QStringLiteral("--set SLOT=ID: %1").arg(pair)};
                m_document.components.insert(slot, id);
            }
            return m_document.components.isEmpty() ? Result<>(Code::Malformed, QStringLiteral("--set SLOT=ID"))
                                                   : Result<>::success();
        case ProvisionStep::Limits: {
            const auto json = bytes();
            const auto silicon = json.ok() ? rulesjson::siliconFromJson(*json) : Result<SiliconLimits>(json.error());
            if (!silicon.ok())
                return silicon.error();
            const auto sheet = wholefile::read(options().datasheet, CoseSign::maxBytes);
            if (!sheet.ok())
                return sheet.error();
            m_document.silicon = *silicon;
            m_document.datasheet = *sheet;
            return Result<>::success();
        }
        case ProvisionStep::Foundation: {
            const auto json = bytes();
            const auto foundation = json.ok() ? rulesjson::foundationFromJson(*json) : Result<Foundation>(json.error());
            if (!foundation.ok())
                return foundation.error();
            m_document.foundation = *foundation;
            return Result<>::success();
        }
        case ProvisionStep::DeviceCertificate: {
            const auto chain = readChain(input());
            if (!chain.ok())
                return chain.error();
            m_document.deviceChain = *chain;
            return Result<>::success();
        }
        case ProvisionStep::Protect:
        case ProvisionStep::Seal:
            return Result<>::success();
        }
        return Result<>::success();
    }

    void prepare()
    {
        if (QFile::exists(options().output)) {
            if (auto compared = compareWithFile(); !compared.ok()) {
                record(compared.error());
                fail(compared.error());
                return;
            }
            sign({Meaning::Approve});
            return;
        }
        const Identity me = workspace()->session().identity();
        m_document.head.id = randomBytes(16);
        m_document.head.created = clock().now();
        m_document.head.expires = m_document.head.created + 7LL * 24 * 3600;
        m_document.head.author = me.leaf.sha256;
        m_document.head.title
            = QStringLiteral("%1, %2").arg(provisionStepName(m_document.step), m_document.serial.text());
        m_document.head.reason = options().reason.isEmpty() ? QStringLiteral("production") : options().reason;
        m_file.document.contentType = contenttype::provision;
        m_file.document.payload = m_document.encode();
        sign({Meaning::Author, Meaning::Approve});
    }

    /// The second person's entry must be the first one's, in every number.
    Result<> compareWithFile()
    {
        const auto file = DocumentFile::read(options().output);
        if (!file.ok())
            return file.error();
        const auto theirs = ProvisionDocument::decode(file->document.payload);
        if (!theirs.ok())
            return theirs.error();
        ProvisionDocument mine = m_document;
        mine.head = theirs->head;
        if (file->document.contentType != contenttype::provision || mine != *theirs)
            return {Code::DifferentDocument, options().output};
        const QByteArray leaf = workspace()->session().identity().leaf.sha256;
        for (const CoseSignature &signature : file->document.signatures) {
            if (signature.leafSha256 == leaf && signature.meaning == Meaning::Approve)
                return {Code::SignerRepeated, workspace()->session().identity().name};
        }
        m_file = *file;
        m_document = *theirs;
        return Result<>::success();
    }

    void sign(QList<Meaning> meanings)
    {
        const Meaning meaning = meanings.takeFirst();
        workspace()
            ->session()
            .sign(m_file.document, meaning, workspace()->audit().head())
            .then(this, [this, meanings](const Result<CoseSignature> &signature) {
                if (!signature.ok()) {
                    record(signature.error());
                    fail(signature.error());
                    return;
                }
                m_file.document.signatures.append(*signature);
                if (!meanings.isEmpty()) {
                    sign(meanings);
                    return;
                }
                const auto bytes = m_file.readableBytes();
                if (!record(bytes.ok() ? std::nullopt : std::optional(bytes.error())))
                    return;
                const auto written = bytes.ok() ? wholefile::write(options().output, *bytes) : Result<>(bytes.error());
                if (!written.ok()) {
                    fail(written.error());
                    return;
                }
                deliver();
            });
    }

    /// False after fail(): no record, no action.
    bool record(const std::optional<Error> &problem)
    {
        AuditedAction action(*workspace(), auditaction::provision, m_document.serial.text(),
            {{QLatin1String("step"), QString(provisionStepName(m_document.step))},
                {QLatin1String("document"), sha256(m_file.document.payload)}});
        const auto recorded = action.finish(problem ? Result<>(*problem) : Result<>::success());
        if (!recorded.ok() && !problem)
            fail(recorded.error());
        return recorded.ok();
    }

    int approvals() const
    {
        return int(std::count_if(m_file.document.signatures.begin(), m_file.document.signatures.end(),
            [](const CoseSignature &signature) { return signature.meaning == Meaning::Approve; }));
    }

    void deliver()
    {
        const int missing = ProvisionDocument::approvalsNeeded(m_document.step) - approvals();
        const QJsonObject result{{QStringLiteral("file"), options().output},
            {QStringLiteral("step"), QString(provisionStepName(m_document.step))},
            {QStringLiteral("approvals"), approvals()}};
        if (missing > 0) {
            fail({Code::BelowQuorum,
                     QStringLiteral("another person enters the same and approves it with the same file")},
                result, NotComplete);
            return;
        }
        if (options().bus().isEmpty()) {
            out().text(QStringLiteral("signed: %1").arg(options().output));
            done(result);
            return;
        }
        withPacks({m_document.serial.text()}, [this, result] {
            auto *carrier = new Carrier(*workspace(), bus()->requests(), this);
            connect(carrier, &Carrier::carried, this, [this, result](int, const Result<> &delivered) {
                if (!delivered.ok()) {
                    fail(delivered.error(), result);
                    return;
                }
                out().text(
                    QStringLiteral("%1: %2 done").arg(m_document.serial.text(), provisionStepName(m_document.step)));
                done(result);
            });
            carrier->start({{m_document.serial, documentkind::provision, m_file.document.encode()}});
        });
    }

    ProvisionDocument m_document;
    DocumentFile m_file;
};

} // namespace

std::unique_ptr<Command> makeProvisionStep(const Options &options, const Clock &clock)
{
    return std::make_unique<ProvisionStepCommand>(*provisionStepFromName(options.verb), options, clock);
}

} // namespace packwarden::ctl
