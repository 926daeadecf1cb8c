// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace packwarden {

/// The seam through which people choose files, so that choosing is an ordinary step of a test. Answers later, never
/// from inside the call, and not at all when the person cancels.
class FileChooser
{
public:
    virtual ~FileChooser() = default;
    using Answer = std::function<void(const QString &path)>;
    /// filters: as QFileDialog's name filters; see allFilters.
    virtual void open(QWidget *parent, const QString &title, const QStringList &filters, Answer answer) = 0;
    virtual void save(QWidget *parent, const QString &title, const QString &suggestedName, Answer answer) = 0;
    /// A folder, which may be new. Choosers that know no folders do not answer.
    virtual void folder(QWidget *parent, const QString &title, Answer answer);
};

/// The desktop's file dialog.
class DesktopFileChooser final : public FileChooser
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::DesktopFileChooser)
public:
    /// The filters as every dialog has them: endings in capitals fit as well, and "All files" is the last one, because
    /// no name says what a file is.
    static QStringList allFilters(const QStringList &filters);

    void open(QWidget *parent, const QString &title, const QStringList &filters, Answer answer) override;
    void save(QWidget *parent, const QString &title, const QString &suggestedName, Answer answer) override;
    void folder(QWidget *parent, const QString &title, Answer answer) override;
};

} // namespace packwarden
