// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/rules/rules.h"

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/chainmemo.h"

#include <algorithm>

namespace packwarden {

Range Range::within(const Range &outer) const
{
    const Range common{std::max(min, outer.min), std::min(max, outer.max)};
    return common.min <= common.max ? common : outer;
}

const ParameterDefinition *SiliconLimits::parameter(const ParameterId &id) const
{
    const auto it
        = std::find_if(parameters.begin(), parameters.end(), [&](const ParameterDefinition &p) { return p.id == id; });
    return it == parameters.end() ? nullptr : &*it;
}

QList<Certificate> Charter::roots(ChainMemo *memo) const
{
    QList<QByteArray> ders;
    for (const Position &position : positions)
        ders.append(position.rootDer);
    return memo ? memo->distinct(ders) : ChainMemo().distinct(ders);
}

bool Charter::inForce(const PositionId &position, qint64 now) const
{
    const auto place = positions.constFind(position);
    return place != positions.constEnd() && !place->rootDer.isEmpty() && now >= place->from
        && (place->until == 0 || now < place->until);
}

QList<PositionId> Charter::positionsOfRoot(const QByteArray &rootSha256, ChainMemo *memo) const
{
    QList<PositionId> list;
    for (auto it = positions.begin(); it != positions.end(); ++it) {
        const Certificate *root = memo ? memo->find(it->rootDer) : nullptr;
        if ((root ? root->sha256 : sha256(it->rootDer)) == rootSha256)
            list.append(it.key());
    }
    return list;
}

QByteArray Charter::bodySha256() const
{
    return sha256(cbor::encode(bodyToCbor()));
}

const Role *Policy::role(const RoleId &id) const
{
    const auto it = std::find_if(roles.begin(), roles.end(), [&](const Role &r) { return r.id == id; });
    return it == roles.end() ? nullptr : &*it;
}

} // namespace packwarden
