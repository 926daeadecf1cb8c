// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/command.h"
#include "models/core/documents/rulechange.h"
#include "widgets/style/theme.h"

#include <QMap>

namespace packwarden {

/// What belongs to no page (Shell) may ask of the window's pages; MainWindow answers. Outlives who asks.
class WindowPages
{
public:
    /// In the order of the rail; Ctrl and the number opens one.
    enum Page { Today, Fleet, Inspector, Permissions, Signoffs, Keys, Audit };

    virtual QMap<int, QString> pageTitles() const = 0;
    virtual void openPage(Page page) = 0;
    virtual Page openedPage() const = 0;
    /// The palette that finds pages, packs, documents and actions.
    virtual void openFinder() = 0;
    /// The serial that the inspector shows; empty while no pack was heard or chosen.
    virtual QString chosenPack() const = 0;
    /// Shows this pack in the inspector, which need not be the open page.
    virtual void choosePack(const QString &serial) = 0;
    /// Opens the sign-offs on this file.
    virtual void openFile(const QString &path) = 0;
    /// Opens the sign-offs with the dialog of the draft. parameter: empty where the person has yet to choose one.
    virtual void draftRequest(const QString &serial, const ParameterId &parameter = {}) = 0;
    virtual void draftAmendment(Amendment kind) = 0;
    virtual void draftCommand(CommandKind kind, const QList<PackSerial> &packs) = 0;
    /// Asks for the passphrase of this key file, or for the file if it is empty.
    virtual void signIn(const QString &keyFile) = 0;
    virtual void inform(Status status, const QString &text) = 0;
    /// A file was made: what may be done with it next stands beside the text.
    virtual void informOfFile(const QString &text, const QString &path) = 0;
    /// Shows the rules again that a pack offers; where none does, asks for an invitation.
    virtual void compareRules() = 0;

protected:
    ~WindowPages() = default;
};

} // namespace packwarden
