// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QJsonObject>

namespace packwarden::ctl {

/// What the command says: plain lines for people, or one JSON value a line. The last JSON line carries "ok", and on
/// refusal "reason" (a codeName) and "detail".
class Output final
{
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }

    bool isJson() const { return m_json; }
    /// For people only.
    void text(const QString &line) const;
    /// To the error stream, in either form: it is no result.
    void warning(const QString &sentence) const;
    /// A line of a JSON stream.
    void line(const QJsonObject &object) const;
    void done(QJsonObject object = {}) const;
    void failed(const Error &error, QJsonObject object = {}) const;

private:
    bool m_json;
};

} // namespace packwarden::ctl
