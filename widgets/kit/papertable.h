// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QStringList>

class QPagedPaintDevice;
class QWidget;

namespace packwarden {

/// A table of words on paper: A4, across where it has many columns, heads again on each page.
namespace papertable {

struct Paper
{
    QString title;
    QString note; ///< below the title: what it is of, and when
    QStringList heads;
    QList<QStringList> rows;
};

/// "Packwarden 1.0.0": what made a paper, at its end and in its properties.
QString maker();
/// Written whole or not at all. FileUnwritable.
Result<> writePdf(const Paper &paper, const QString &path);
/// Asks for a printer.
void print(const Paper &paper, QWidget *parent);

} // namespace papertable

} // namespace packwarden
