// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/kit/filechooser.h"

#include <QCoreApplication>
#include <QTimer>
#include <QWidget>

namespace packwarden::test {

/// Chooses the path that the test set, whatever is asked for; while there is none it is a person who cancels.
class StubFileChooser final : public FileChooser
{
public:
    enum class Pace { AtOnce, AsDialog }; ///< as a dialog: when the event loop has its turn

    explicit StubFileChooser(Pace pace = Pace::AtOnce)
        : m_pace(pace)
    {
    }

    QString path;

    void open(QWidget *parent, const QString &, const QStringList &, Answer answer) override { choose(parent, answer); }
    void save(QWidget *parent, const QString &, const QString &, Answer answer) override { choose(parent, answer); }
    void folder(QWidget *parent, const QString &, Answer answer) override { choose(parent, answer); }

private:
    void choose(QWidget *parent, const Answer &answer) const
    {
        if (path.isEmpty())
            return;
        if (m_pace == Pace::AtOnce)
            return answer(path);
        QTimer::singleShot(0, parent ? static_cast<QObject *>(parent) : QCoreApplication::instance(),
            [answer, chosen = path] { answer(chosen); });
    }

    const Pace m_pace;
};

} // namespace packwarden::test
