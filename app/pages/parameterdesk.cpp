// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/parameterdesk.h"

#include "models/core/base/clock.h"
#include "models/core/judge/verifier.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/parameterdetail.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

namespace packwarden {

ParameterDesk::ParameterDesk(Workspace &workspace, SignoffsModel &signoffs, InspectorPage &page, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_signoffs(signoffs)
    , m_page(page)
{
    ParameterDetail &detail = page.parameterDetail();
    detail.setJudge([this](const ParameterId &parameter, Milli to) { return judge(parameter, to); });
    connect(&page, &InspectorPage::parameterShown, this, &ParameterDesk::refresh);
    connect(&signoffs, &SignoffsModel::refreshed, this, &ParameterDesk::refresh);
    connect(&workspace.session(), &Session::stateChanged, this, &ParameterDesk::refresh);
    connect(&workspace.trust(), &TrustBook::changed, this, &ParameterDesk::refresh);
    connect(&detail, &ParameterDetail::documentWanted, this, &ParameterDesk::documentWanted);
    connect(&detail, &ParameterDetail::signInWanted, this, &ParameterDesk::signInWanted);
}

void ParameterDesk::refresh()
{
    ParameterDetail &detail = m_page.parameterDetail();
    const auto serial = PackSerial::parse(m_page.serial());
    if (detail.parameter().isEmpty() || !serial.ok())
        return;
    QList<StoredDocument> documents;
    for (int row = 0; row < m_signoffs.rowCount(); ++row) {
        const QModelIndex index = m_signoffs.index(row, 0);
        documents.append({index.data(SignoffsModel::PathRole).toString(),
            index.data(SignoffsModel::JudgementRole).value<SignoffJudgement>()});
    }
    detail.setStory(
        storyOf(*serial, detail.parameter(), documents, m_workspace.audit()), m_workspace.trust().charter());
    const auto state = m_workspace.trust().snapshot().stateOf(*serial, m_workspace.clock().now());
    const ParameterDefinition *definition = state.ok() ? state->silicon.parameter(detail.parameter()) : nullptr;
    detail.setPermit(m_workspace.session().isSignedIn(),
        definition ? whyNot(*definition)
                   : tr("The rules of this pack are not known here, so it cannot be told who may set this."));
}

/// The pack judges; this only says beforehand what it would.
QString ParameterDesk::whyNot(const ParameterDefinition &definition) const
{
    const Session &session = m_workspace.session();
    if (!session.isSignedIn())
        return {};
    QStringList holders;
    for (const Grant &grant : m_workspace.trust().policy().grants) {
        if (grant.capability != definition.capability)
            continue;
        if (grant.role == session.identity().role)
            return {};
        holders.append(Names::role(grant.role));
    }
    holders.removeDuplicates();
    return holders.isEmpty() ? tr("By the policy, one key alone may not set this.")
                             : tr("Your role may not set this. Ask a person who is %1.").arg(holders.join(tr(" or ")));
}

std::optional<QString> ParameterDesk::judge(const ParameterId &parameter, Milli to) const
{
    const auto serial = PackSerial::parse(m_page.serial());
    const auto state = serial.ok() ? m_workspace.trust().snapshot().stateOf(*serial, m_workspace.clock().now())
                                   : Result<PackState>(serial.error());
    if (!state.ok())
        return Sentences::of(state.error()).text();
    const ValueJudgement value = judgeValue(parameter, to, *state);
    const Code code = value.refusal ? value.refusal->code : Code::Malformed;
    // Who could ask for more is not told by the code alone.
    if (value.beyondSoftLimit || code == Code::OutsidePolicy)
        return tr("That is beyond the soft limit, where one key is not enough. Propose a change instead.");
    if (value.beyondStep || code == Code::StepTooLarge)
        return tr("That is more than the largest step for one key. Take a smaller one, or propose a change.");
    if (value.refusal)
        return Sentences::of(*value.refusal).text();
    return std::nullopt;
}

} // namespace packwarden
