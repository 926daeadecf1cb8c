// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"
#include "models/core/pki/openkey.h"
#include "models/keys/issuance.h"

#include <QCborMap>

namespace packwarden::ctl {

/// What the key commands share: the key of --key or --token, the rules to issue by, one record for each action.
class KeyCommand : public Command
{
public:
    using Command::Command;

protected:
    using Key = OpenIssuer;
    /// What an action is about, for its record.
    struct Subject
    {
        QString text; ///< a certificate's name
        QString party; ///< of whoever acts
        QCborMap detail;
    };

    /// Opens the key. Warns where its file is open to others.
    Result<Key> openKey(bool withChain = true);
    /// The pinned rules, those of --charter, or with --unpinned none; UnknownIssuer where there is nothing to go by.
    Result<std::optional<IssuingRules>> issuingRules();
    Result<QList<Certificate>> readCertificates(const QStringList &paths);

    /// The one record of a security action that was done; nothing takes effect if it fails.
    Result<> record(const char *action, const Subject &subject);
    /// The one record of an action that was refused, then the failure.
    void refuse(const char *action, const Subject &subject, const Error &error);
    void warn(const QString &sentence);
    /// A folder stands for <name> in it.
    static QString pathIn(const QString &output, const QString &name);

private:
    Result<> append(const char *action, const Subject &subject, const Result<> &result);
};

} // namespace packwarden::ctl
