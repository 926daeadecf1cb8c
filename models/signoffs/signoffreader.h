// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffreading.h"
#include "models/support/newestanswer.h"

namespace packwarden {

/// Reads documents on a worker thread, for a window: signatures are verified there. What comes of it is for
/// SignoffDocument to show and to record. An answer that the trust book or a sign-in overtook is worked out anew.
class SignoffReader final : public QObject
{
    Q_OBJECT
public:
    explicit SignoffReader(Workspace &workspace, QObject *parent = nullptr);
    ~SignoffReader() override;

    /// Ends in opened, unless another one is opened before.
    void open(const QString &path);
    /// Ends in imported for each of them, one after the other: the next one is read when all who heard of the one
    /// before are done with it, for it may belong to the same document.
    void import(const QStringList &paths);
    /// What was to be opened is wanted no more.
    void forget();
    bool isOpening() const { return !m_path.isEmpty(); }
    /// The names of the files that are being read; empty: none.
    QStringList reading() const;
    /// Of one thread.
    QThreadPool &worker() { return m_worker; }

Q_SIGNALS:
    void opened(const QString &path, const packwarden::Result<packwarden::SignoffReading> &reading);
    void imported(const QString &path, const packwarden::Result<packwarden::SignoffReading> &reading);

private:
    void askOpen();
    void askImport();
    void askAgain();

    Workspace &m_workspace;
    QThreadPool m_worker;
    NewestAnswer m_open;
    NewestAnswer m_import;
    QString m_path; ///< being opened
    QStringList m_imports; ///< the first one is under way
};

} // namespace packwarden
