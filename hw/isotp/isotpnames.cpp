// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/isotp/isotp.h"
#include "models/core/base/breakable.h"

namespace packwarden::isotp {

QLatin1String resultName(NResult result)
{
    switch (result) {
    case NResult::Ok:
        return QLatin1String("N_OK");
    case NResult::TimeoutA:
        return QLatin1String("N_TIMEOUT_A");
    case NResult::TimeoutBs:
        return QLatin1String("N_TIMEOUT_Bs");
    case NResult::TimeoutCr:
        return QLatin1String("N_TIMEOUT_Cr");
    case NResult::WrongSn:
        return QLatin1String("N_WRONG_SN");
    case NResult::InvalidFs:
        return QLatin1String("N_INVALID_FS");
    case NResult::UnexpPdu:
        return QLatin1String("N_UNEXP_PDU");
    case NResult::WftOvrn:
        return QLatin1String("N_WFT_OVRN");
    case NResult::BufferOvflw:
        return QLatin1String("N_BUFFER_OVFLW");
    case NResult::Error:
        break;
    }
    return QLatin1String("N_ERROR");
}

qint64 separationMicroseconds(quint8 stMin)
{
    if (stMin <= 0x7F)
        return stMin * 1000;
    if (stMin >= 0xF1 && stMin <= 0xF9)
        return (stMin - 0xF0) * 100;
    return broken("reserved-separation-time") ? 0 : 127'000;
}

} // namespace packwarden::isotp
