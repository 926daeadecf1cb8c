// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QDateEdit>
#include <QWheelEvent>

namespace packwarden {

/// A combo box that the wheel never changes: turning it while the pointer happens to be there chooses nothing.
class Chooser final : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

/// A day, with a calendar to choose it from; the wheel turns no date either.
class DateField final : public QDateEdit
{
    Q_OBJECT
public:
    explicit DateField(QWidget *parent = nullptr)
        : QDateEdit(parent)
    {
        setCalendarPopup(true);
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace packwarden
