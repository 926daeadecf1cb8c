// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/tokenfinder.h"

namespace packwarden {

TokenFinder::TokenFinder(QObject *parent)
    : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

TokenFinder::~TokenFinder()
{
    m_worker.waitForDone();
}

void TokenFinder::search(const QString &modulePath)
{
    if (m_searching)
        return;
    m_searching = true;
    m_worker.start([this, modulePath] {
        const auto tokens = pki::listTokens(modulePath);
        QMetaObject::invokeMethod(
            this,
            [this, tokens] {
                m_searching = false;
                if (tokens.ok())
                    Q_EMIT found(*tokens);
                else
                    Q_EMIT failed(tokens.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace packwarden
