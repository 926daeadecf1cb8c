// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/documents/foreignfile.h"
#include "models/core/pki/tokenreason.h"
#include "models/exchange/exchangereason.h"
#include "models/keys/listreason.h"
#include "models/signoffs/deliveryreason.h"
#include "models/signoffs/rollout.h"
#include "models/signoffs/signoffacts.h"
#include "models/support/storereason.h"
#include "models/trust/trustlack.h"

#include <QTest>

namespace packwarden::test {

/// What stands in the details of the errors below: English that a person is not to read.
inline const QString unread = QStringLiteral("the words of a log");

/// A row "failed" for each value of a kind of reason, up to the last one.
template <typename Reason> void reasonRows(const char *kind, Code code, Reason last)
{
    for (int i = 0; i <= int(last); ++i)
        QTest::addRow("%s %d", kind, i) << Error{code, unread, Reason(i)};
}

/// A row for each reason that has a sentence of its own, whatever the code of its error.
inline void everyReason()
{
    QTest::addColumn<Error>("failed");
    reasonRows("token", Code::KeyUnusable, TokenReason::PinInUri);
    reasonRows("delivery", Code::WrongState, DeliveryReason::NamedTwice);
    reasonRows("kept here", Code::WrongState, Kept::Rejected);
    reasonRows("seen of a pack", Code::WrongState, Rollout::Anomaly::NewFault);
    reasonRows("a list", Code::UnknownIssuer, ListReason::NotNewer);
    reasonRows("trust", Code::UnknownIssuer, TrustLack::NoKeyKnown);
    reasonRows("a foreign file", Code::UnknownType, ForeignFile::NoInvitation);
    reasonRows("the exchange", Code::ExchangeRefused, ExchangeReason::NoEnd);
    reasonRows("a store", Code::FileUnreadable, StoreReason::TooManyStrangers);
}

} // namespace packwarden::test
