// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/pack/packverbs.h"
#include "app/tasks/carrier.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/timedocument.h"
#include "models/core/pack/packanswers.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden::ctl {

namespace {

constexpr quint16 lifeCycleDid = 0x0101;
constexpr quint16 knowledgeDid = 0x0114;

/// Carries the time, after the lists by which its signers are judged, and says how that ended.
class TimeCarrying : public Command
{
public:
    using Command::Command;

protected:
    void carry(const PackSerial &serial, const QList<QByteArray> &lists, const QByteArray &document, qint64 time)
    {
        QList<Load> loads;
        for (const QByteArray &list : lists)
            loads.append({serial, documentkind::crl, list});
        loads.append({serial, documentkind::time, document});
        auto *carrier = new Carrier(*workspace(), bus()->requests(), this);
        connect(carrier, &Carrier::carried, this,
            [this, serial, time, last = loads.size() - 1](int index, const Result<> &result) {
                // Lists that the pack has, or does not know, are no matter.
                if (index != last)
                    return;
                if (!result.ok()) {
                    if (result.code() == Code::VersionJump)
                        sayThatTwoAreNeeded(serial);
                    fail(result.error());
                    return;
                }
                out().text(QStringLiteral("%1 knows the time").arg(serial.text()));
                done({{QStringLiteral("serial"), serial.text()}, {QStringLiteral("time"), time}});
            });
        carrier->start(loads);
    }

    void sayThatTwoAreNeeded(const PackSerial &serial)
    {
        out().text(QStringLiteral("So large a step needs two parties: \"time %1 -o FILE\", then another party's "
                                  "\"time sign FILE\", then \"time deliver FILE\".")
                       .arg(serial.text()));
    }
};

/// `time SERIAL`: signs this machine's time over the pack's nonce and brings it there. With -o FILE it is written down
/// instead, for two parties to sign.
class TimeSet final : public TimeCarrying
{
public:
    using TimeCarrying::TimeCarrying;
    void start() override
    {
        const auto serial = PackSerial::parse(options().arguments.constFirst());
        if (!serial.ok()) {
            usage(QStringLiteral("%1 is no serial of a pack").arg(options().arguments.constFirst()));
            return;
        }
        m_serial = *serial;
        withIdentity([this] { withPacks({m_serial.text()}, [this] { ask(); }); });
    }

private:
    void ask()
    {
        connect(bus()->link(), &PackLink::didRead, this,
            [this](const QString &, quint16 did, const QByteArray &value) { take(did, value); });
        connect(
            bus()->link(), &PackLink::readFailed, this, [this](const QString &, const Error &error) { fail(error); });
        bus()->readDids(m_serial.text(), {lifeCycleDid, knowledgeDid});
    }

    void take(quint16 did, const QByteArray &value)
    {
        if (did == lifeCycleDid) {
            const auto life = LifeCycleInfo::decode(value);
            if (!life.ok())
                fail(life.error());
            else
                m_life = *life;
        }
        if (did != knowledgeDid || !m_life)
            return;
        const auto knowledge = PackKnowledge::decode(value);
        if (!knowledge.ok()) {
            fail(knowledge.error());
            return;
        }
        m_document = {m_serial, knowledge->nonce, clock().now()};
        if (!options().output.isEmpty())
            m_document.reading = m_life->now;
        if (const auto problem = whyNot()) {
            if (problem->code == Code::VersionJump)
                sayThatTwoAreNeeded(m_serial);
            fail(*problem);
            return;
        }
        options().output.isEmpty() ? signAlone() : writeDown();
    }

    /// What the pack would refuse anyway needs no signature. How much one party has told ahead before, only it knows.
    std::optional<Error> whyNot() const
    {
        if (!m_life->clockUncertain)
            return Error{Code::WrongState, QStringLiteral("the clock is sure")};
        const qint64 ahead = m_document.time - m_life->floor;
        const QString numbers = QStringLiteral("%1: floor %2").arg(m_document.time).arg(m_life->floor);
        if (ahead < 0)
            return Error{Code::VersionRollback, numbers};
        const bool chartered = m_life->state >= LifeCycle::Chartered;
        const qint64 most = m_document.reading ? TimeDocument::maxTogether
            : chartered                        ? TimeDocument::maxAlone
                                               : TimeDocument::maxForward;
        return ahead > most ? std::optional(Error{Code::VersionJump, numbers}) : std::nullopt;
    }

    void signAlone()
    {
        workspace()
            ->session()
            .sign(contenttype::time, m_document.encode())
            .then(this, [this](const Result<CoseSign1> &document) {
                if (document.ok())
                    carry(m_serial, {}, document->encode(), m_document.time);
                else
                    fail(document.error());
            });
    }

    void writeDown();

    PackSerial m_serial;
    std::optional<LifeCycleInfo> m_life;
    TimeDocument m_document;
};

/// Signs the file's document as the one who is signed in, records it and writes the file with the lists known here.
/// Then done, or failed.
template <typename Then>
void signTime(Workspace &workspace, QObject *owner, const DocumentFile &file, const QString &path, Then then)
{
    workspace.session()
        .sign(file.document, Meaning::Approve, workspace.audit().head())
        .then(owner, [&workspace, file, path, then](const Result<CoseSignature> &signature) {
            AuditedAction action(workspace, auditaction::signRequest, file.fingerprint(),
                {{QLatin1String("payload"), file.payloadSha256()},
                    {QLatin1String("meaning"), QStringLiteral("approve")}});
            const auto recorded = action.finish(signature.ok() ? Result<>::success() : Result<>(signature.error()));
            if (!signature.ok() || !recorded.ok()) {
                then(Result<>(signature.ok() ? recorded.error() : signature.error()));
                return;
            }
            DocumentFile made = file;
            made.document.signatures.append(*signature);
            for (const QByteArray &entry : workspace.trust().crls()) {
                if (!made.crls.contains(entry))
                    made.crls.append(entry);
            }
            const auto bytes = made.readableBytes();
            then(bytes.ok() ? wholefile::write(path, *bytes) : Result<>(bytes.error()));
        });
}

void TimeSet::writeDown()
{
    DocumentFile file;
    file.document = {QByteArray(contenttype::time), m_document.encode(), {}};
    const QString path = options().output;
    signTime(*workspace(), this, file, path, [this, path](const Result<> &written) {
        if (!written.ok()) {
            fail(written.error());
            return;
        }
        out().text(QStringLiteral("%1: signed by you; another party signs it by \"time sign FILE\"").arg(path));
        done({{QStringLiteral("serial"), m_serial.text()}, {QStringLiteral("time"), m_document.time},
            {QStringLiteral("file"), path}});
    });
}

/// `time sign FILE` and `time deliver FILE`.
class TimeOfTwo final : public TimeCarrying
{
public:
    using TimeCarrying::TimeCarrying;
    void start() override
    {
        const auto file = DocumentFile::read(options().arguments.constFirst());
        if (!file.ok()) {
            fail(file.error());
            return;
        }
        m_file = *file;
        const auto told = TimeDocument::decode(m_file.document.payload);
        if (m_file.document.contentType != contenttype::time || !told.ok() || !told->reading) {
            fail({Code::UnknownType, QString::fromLatin1(m_file.document.contentType.left(100))});
            return;
        }
        m_told = *told;
        out().text(QStringLiteral("%1: it was %2 when its clock read %3")
                       .arg(m_told.serial.text(), describe::time(m_told.time), describe::time(*m_told.reading)));
        if (options().verb == QLatin1String("sign"))
            withIdentity([this] { sign(); });
        else if (workspace())
            deliver();
    }

private:
    void sign()
    {
        const QByteArray leaf = workspace()->session().identity().leaf.sha256;
        for (const CoseSignature &signature : m_file.document.signatures) {
            if (signature.leafSha256 == leaf) {
                fail({Code::SignerRepeated, workspace()->session().identity().name});
                return;
            }
        }
        const QString path = options().arguments.constFirst();
        signTime(*workspace(), this, m_file, path, [this, path](const Result<> &written) {
            if (written.ok())
                done({{QStringLiteral("serial"), m_told.serial.text()}, {QStringLiteral("file"), path}});
            else
                fail(written.error());
        });
    }

    void deliver()
    {
        withPacks({m_told.serial.text()},
            [this] { carry(m_told.serial, m_file.crls, m_file.document.encode(), m_told.time); });
    }

    DocumentFile m_file;
    TimeDocument m_told;
};

} // namespace

std::unique_ptr<Command> makeTimeSet(const Options &options, const Clock &clock)
{
    return std::make_unique<TimeSet>(options, clock);
}

std::unique_ptr<Command> makeTimeOfTwo(const Options &options, const Clock &clock)
{
    return std::make_unique<TimeOfTwo>(options, clock);
}

} // namespace packwarden::ctl
