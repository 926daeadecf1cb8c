// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QRectF>
#include <QString>

namespace packwarden {

/// Labels of a scale, each as near as can be to where it belongs, none over another: who finds no room steps down a
/// line.
struct ScaleLabel
{
    QString text;
    double centre = 0; ///< wanted, in pixels
    double width = 0; ///< of the text
};
/// Where each goes, in the order given: within 0 to available as far as it is not wider itself. Heights are lineHeight.
QList<QRectF> placeLabels(const QList<ScaleLabel> &labels, double available, double gap, double lineHeight);
/// The left edge of each where all stand on one line: each as near as can be, side by side in the order of their
/// places.
QList<double> placeOnLine(const QList<ScaleLabel> &labels, double available, double gap);

} // namespace packwarden
