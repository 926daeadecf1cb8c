// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/draftcommand.h"
#include "app/ctl/base/quantity.h"
#include "app/ctl/request/requestcommands.h"
#include "models/core/base/clock.h"
#include "models/drafts/commanddraft.h"
#include "models/signoffs/documentcontent.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

namespace packwarden::ctl {

namespace {

/// `command KIND`: a file that has something happen to packs. The revisions are those that the packs have now.
class CommandNew final : public DraftCommand
{
public:
    CommandNew(CommandKind kind, const Options &options, const Clock &clock)
        : DraftCommand(options, clock)
    {
        m_command.kind = kind;
    }

    void start() override
    {
        const auto serials = packs();
        if (!serials.ok()) {
            fail(serials.error());
            return;
        }
        if (serials->isEmpty() && options().group.isEmpty()) {
            usage(QStringLiteral("--pack or --group is needed"));
            return;
        }
        if (const QString missing = readArguments(); !missing.isEmpty()) {
            usage(missing);
            return;
        }
        m_packs = *serials;
        withGroup({}, [this](const QList<PackSerial> &members) {
            QStringList all = options().packs + options().arguments;
            for (const PackSerial &serial : members) {
                if (m_packs.contains(serial))
                    continue;
                m_packs.append(serial);
                all.append(serial.text());
            }
            prepare(all, [this] { make(); });
        });
    }

private:
    /// What is missing or wrong, as a sentence; empty: nothing.
    QString readArguments()
    {
        switch (m_command.kind) {
        case CommandKind::Tighten: {
            const QString set = options().sets.value(0);
            const auto parameter = ParameterId::parse(set.section(u'=', 0, 0));
            const auto value = readQuantity(set.section(u'=', 1));
            if (options().sets.size() != 1 || !parameter.ok())
                return QStringLiteral("--set PARAMETER=VALUE is needed, once");
            if (!value.ok())
                return value.error().detail;
            m_command.parameter = *parameter;
            m_command.to = *value;
            return {};
        }
        case CommandKind::ReplaceComponent:
            m_command.slot = options().slot;
            m_command.component = options().component;
            return {};
        case CommandKind::Routine:
            return QStringLiteral("no catalogue defines a routine yet");
        default:
            return {};
        }
    }

    Result<PackTarget> targetOf(const PackSerial &serial)
    {
        const auto state = workspace()->trust().snapshot().stateOf(serial, clock().now());
        if (!state.ok())
            return state.error();
        const auto target = aimCommand(m_command, *state);
        return target.ok() ? target : Result<PackTarget>(target.error().at(serial.text()));
    }

    void make()
    {
        for (const PackSerial &serial : std::as_const(m_packs)) {
            const auto target = targetOf(serial);
            if (!target.ok()) {
                fail(target.error());
                return;
            }
            m_command.packs.append(*target);
        }
        const auto common = head(QStringLiteral("%1, %2").arg(commandName(m_command.kind),
            m_packs.size() == 1 ? m_packs.constFirst().text() : QStringLiteral("%1 packs").arg(m_packs.size())));
        if (!common.ok()) {
            fail(common.error());
            return;
        }
        m_command.head = *common;
        const auto files = evidence(m_command.head);
        if (files.ok())
            write(contenttype::command, m_command.encode(), *files);
        else
            fail(files.error());
    }

    packwarden::Command m_command;
    QList<PackSerial> m_packs;
};

} // namespace

std::unique_ptr<Command> makeCommandNew(const Options &options, const Clock &clock)
{
    return std::make_unique<CommandNew>(*commandFromName(options.verb), options, clock);
}

} // namespace packwarden::ctl
