// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace packwarden {

/// How to begin where nothing is known yet: three doors.
class StartCards final : public QWidget
{
    Q_OBJECT
public:
    explicit StartCards(QWidget *parent = nullptr);

Q_SIGNALS:
    void demoWanted();
    void companyWanted();
    void joinWanted();
};

} // namespace packwarden
