// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

#include <QObject>

namespace packwarden {

class InspectorPage;
class SignoffsModel;
class Workspace;

/// Brings the inspector's parameter what is known of it here: its story, whether the one signed in may set it, and what
/// the pack's own rules say of a value that is typed. All that it is given must outlive it.
class ParameterDesk final : public QObject
{
    Q_OBJECT
public:
    ParameterDesk(Workspace &workspace, SignoffsModel &signoffs, InspectorPage &page, QObject *parent = nullptr);

Q_SIGNALS:
    void documentWanted(const QString &path);
    void signInWanted();

private:
    void refresh();
    QString whyNot(const ParameterDefinition &definition) const;
    std::optional<QString> judge(const ParameterId &parameter, Milli to) const;

    Workspace &m_workspace;
    SignoffsModel &m_signoffs;
    InspectorPage &m_page;
};

} // namespace packwarden
