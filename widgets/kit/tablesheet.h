// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/kit/papertable.h"

class QAbstractItemView;

namespace packwarden {

/// A table or tree of the screen as rows of words: the rows and columns that are shown, in their order, with the words
/// that are painted. Signs of a state go without their shape, and dashes for nothing are empty.
namespace tablesheet {

papertable::Paper of(const QAbstractItemView &view, const QString &title, const QString &note);
QByteArray csv(const papertable::Paper &paper);

} // namespace tablesheet

} // namespace packwarden
