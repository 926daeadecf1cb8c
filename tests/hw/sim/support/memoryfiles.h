// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/filelayer.h"

#include <QMap>

#include <memory>

namespace packwarden::test {

/// Files in memory with the power switch in the test's hand. Content is durable after sync(), names after
/// syncFolder(), as on a disk; at the k-th changing call the machine stops, with or without the call's effect, and
/// every later call fails.
class MemoryFiles final : public sim::FileLayer
{
public:
    enum class Last { NoEffect, HalfEffect, FullEffect };
    enum class Loss { None, Unsynced }; ///< a killed process, or the power gone

    Result<QByteArray> read(const QString &path) override;
    Result<> write(const QString &path, const QByteArray &bytes) override;
    Result<> sync(const QString &path) override;
    Result<> rename(const QString &from, const QString &to) override;
    Result<> syncFolder(const QString &folder) override;

    /// The machine stops at this many changing calls from now; negative: never.
    void dieAfter(int calls, Last last)
    {
        m_left = calls;
        m_last = last;
    }
    /// The call fails (an error of the disk), the machine goes on.
    void failOnce(int calls)
    {
        m_left = calls;
        m_last = Last::NoEffect;
        m_once = true;
    }
    /// Changing calls that are left until then.
    int callsLeft() const { return m_left; }
    bool isDead() const { return m_dead; }
    /// How much of a write is done when the machine stops amid it.
    void tearAt(double fraction) { m_torn = fraction; }
    /// Another disk with the same content.
    MemoryFiles copy() const;
    void reboot(Loss loss);

    QByteArray content(const QString &path) const;
    void setContent(const QString &path, const QByteArray &bytes);
    QStringList paths() const { return m_names.keys(); }
    void remove(const QString &path) { m_names.remove(path); }

private:
    struct File
    {
        QByteArray bytes;
        QByteArray durable;
    };
    using Names = QMap<QString, std::shared_ptr<File>>;

    /// What is left of this call's effect.
    Last next();
    Result<> outcome(const QString &path) const;

    Names m_names;
    Names m_durable;
    int m_left = -1;
    double m_torn = 0.5;
    Last m_last = Last::FullEffect;
    bool m_once = false;
    bool m_dead = false;
    bool m_failed = false;
};

} // namespace packwarden::test
