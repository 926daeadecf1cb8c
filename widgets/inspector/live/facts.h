// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QComboBox;
class QGridLayout;
class QLabel;
class QSettings;
class QVBoxLayout;
class QWidget;

namespace packwarden {

/// What the cards beside the cells have in common: names on the left, values on the right.
namespace livefacts {

/// What stands where nothing is known.
QString none();
/// A minus as wide as a digit, so that figures do not jump with their sign.
QString decimal(double value, int digits);
/// values: gets the label of each name, in this order.
QGridLayout *make(const QStringList &names, QList<QLabel *> &values);
/// The column inside of a card.
QVBoxLayout *inside(QWidget *card);
/// The choice that was kept under a key; unchanged where there was none or it is none any more.
void recall(QComboBox &box, const QSettings &settings, const char *key);

} // namespace livefacts

} // namespace packwarden
