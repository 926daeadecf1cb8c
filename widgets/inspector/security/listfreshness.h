// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packanswers.h"
#include "widgets/style/theme.h"

#include <QHash>
#include <QWidget>

namespace packwarden {

/// The revocation lists that a pack has, each as a bar of the time that it is still good for: whole until its next
/// update, then in steps for the layers that have a grace past it.
class ListFreshness final : public QWidget
{
    Q_OBJECT
public:
    explicit ListFreshness(QWidget *parent = nullptr);

    /// now: Unix seconds; known: newest number here, by SHA-256 of the issuer's key; grace: seconds by layer.
    void setLists(const QList<PackKnowledge::List> &lists, qint64 now, const QHash<QByteArray, qint64> &known,
        const QMap<int, qint64> &grace);
    /// Of the worst of them.
    Status status() const;
    int outOfDate() const;
    /// One list in words; all of them are the accessible description.
    QString inWords(int row) const;
    /// What an unproved pack shows has no green.
    void setProved(bool proved);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    qint64 lastSecond(const PackKnowledge::List &list) const;
    /// The highest layer that still counts on the list at this time; 0: none.
    int layerAt(const PackKnowledge::List &list, qint64 time) const;
    QString verdict(const PackKnowledge::List &list) const;

    QList<PackKnowledge::List> m_lists;
    qint64 m_now = 0;
    QHash<QByteArray, qint64> m_known;
    QMap<int, qint64> m_grace;
    bool m_proved = false;
};

} // namespace packwarden
