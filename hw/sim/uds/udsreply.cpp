// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/uds/udsreply.h"

namespace packwarden::sim {

quint8 negativeResponse(Code code)
{
    switch (code) {
    case Code::AboveSiliconLimit:
    case Code::OutsideCharter:
    case Code::OutsidePolicy:
    case Code::StepTooLarge:
    case Code::CrossRule:
        return nrc::requestOutOfRange;
    default:
        return int(code) < refusalReasonCount ? nrc::conditionsNotCorrect : nrc::generalProgrammingFailure;
    }
}

} // namespace packwarden::sim
