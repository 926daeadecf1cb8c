// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/draftcommand.h"
#include "app/ctl/base/quantity.h"
#include "app/ctl/request/requestcommands.h"
#include "models/core/base/clock.h"
#include "models/drafts/requestdraft.h"
#include "models/drafts/requestparts.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/trustbook.h"
#include "models/workspace/identity.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QDateTime>

namespace packwarden::ctl {

namespace {

/// Drafts a request with the values as the packs hold them (asked if there is a bus, else as last read), judges it by
/// their rules, signs it as its author.
class RequestNew final : public DraftCommand
{
public:
    using DraftCommand::DraftCommand;
    void start() override
    {
        m_serials = options().packs;
        m_sets = options().sets;
        // "--pack A B --set x=1 y=2": what follows an option's first value arrives as arguments.
        for (const QString &argument : options().arguments)
            (argument.contains(u'=') ? m_sets : m_serials).append(argument);
        if ((m_serials.isEmpty() && options().group.isEmpty()) || m_sets.isEmpty()) {
            usage(QStringLiteral("--pack or --group, and --set are needed"));
            return;
        }
        withGroup({}, [this](const QList<PackSerial> &members) {
            for (const PackSerial &serial : members) {
                if (!m_serials.contains(serial.text()))
                    m_serials.append(serial.text());
            }
            draft();
        });
    }

private:
    void draft()
    {
        prepare(m_serials, [this] {
            auto request = build();
            if (!request.ok()) {
                fail(request.error());
                return;
            }
            const auto files = evidence(request.value().head);
            if (!files.ok()) {
                fail(files.error());
                return;
            }
            tellOddPacks(*request);
            const auto parts = requestparts::split(*request);
            if (!parts.ok()) {
                fail(parts.error());
                return;
            }
            if (parts->size() > 1)
                out().text(QStringLiteral("%1 packs do not fit into one document: %2 parts, each signed by all")
                               .arg(request->packs.size())
                               .arg(parts->size()));
            QList<QByteArray> payloads;
            for (const ChangeRequest &part : *parts)
                payloads.append(part.encode());
            writeParts(contenttype::request, payloads, *files);
        });
    }

    /// Packs that start from another value than most, or are other hardware: said before anything is signed.
    void tellOddPacks(const ChangeRequest &request) const
    {
        const QList<requestparts::Kind> kinds = requestparts::kindsOf(request.packs);
        for (qsizetype i = 1; i < kinds.size(); ++i) {
            constexpr qsizetype named = 8;
            QStringList changes;
            for (const ParameterChange &change : kinds.at(i).changes)
                changes.append(
                    QStringLiteral("%1 from %2 to %3")
                        .arg(change.parameter.text(), formatQuantity(change.from), formatQuantity(change.to)));
            QStringList serials;
            for (const PackSerial &serial : kinds.at(i).packs.mid(0, named))
                serials.append(serial.text());
            out().warning(
                QStringLiteral("not as most, %1: %2, %3 (%4%5)")
                    .arg(kinds.at(i).packs.size() == 1 ? QStringLiteral("1 pack")
                                                       : QStringLiteral("%1 packs").arg(kinds.at(i).packs.size()))
                    .arg(kinds.at(i).hardware, changes.join(QStringLiteral(", ")), serials.join(QStringLiteral(", ")),
                        kinds.at(i).packs.size() > named ? QStringLiteral(", ...") : QString()));
        }
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
            if (const auto value = readQuantity(set.mid(sign + 1)); !value.ok())
                return value.error();
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
        if (!options().until.isEmpty()) {
            const QDateTime until = QDateTime::fromString(options().until, Qt::ISODate);
            if (!until.isValid())
                return {Code::Malformed, QStringLiteral("--until %1").arg(options().until)};
            request->periodEnd = until.toSecsSinceEpoch();
        }
        return *request;
    }

    QStringList m_serials;
    QStringList m_sets;
};

} // namespace

std::unique_ptr<Command> makeRequestNew(const Options &options, const Clock &clock)
{
    return std::make_unique<RequestNew>(options, clock);
}

} // namespace packwarden::ctl
