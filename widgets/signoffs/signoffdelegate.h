// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace packwarden {

struct SignoffJudgement;
class TrustBook;

/// A document in the list: the shape of its state, its sentence, the state in words, the seats filled.
class SignoffDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// trust names the companies; it outlives the delegate.
    SignoffDelegate(const TrustBook &trust, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    QString state(const SignoffJudgement &judgement) const;

    const TrustBook &m_trust;
};

} // namespace packwarden
