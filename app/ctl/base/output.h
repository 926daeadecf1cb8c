// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QJsonObject>

namespace packwarden::ctl {

/// What the command says: plain lines for people, or one JSON value a line. The last JSON line carries "ok", and on
/// refusal "reason" (a codeName), "detail" and, where there is more to say, "explanation".
class Output final
{
public:
    enum class Lines { Standard, Error }; ///< Error: standard output is for the bytes of a file (-o -)
    explicit Output(bool json, Lines lines = Lines::Standard)
        : m_json(json)
        , m_lines(lines)
    {
    }

    bool isJson() const { return m_json; }
    /// Does nothing more reach standard output? A verb that only shows something may end then.
    bool isBroken() const;
    /// For people only.
    void text(const QString &line) const;
    /// For people only, as it is: what this program made, with line ends of its own.
    void raw(const QByteArray &bytes) const;
    /// To the error stream, in either form: it is no result.
    void warning(const QString &sentence) const;
    /// A line of a JSON stream.
    void line(const QJsonObject &object) const;
    /// Lines in the form that isJson() asks for, made by the caller with all that is to be escaped.
    void lines(const QByteArray &bytes) const;
    void done(QJsonObject object = {}) const;
    void failed(const Error &error, QJsonObject object = {}) const;

private:
    bool m_json;
    Lines m_lines;
};

} // namespace packwarden::ctl
