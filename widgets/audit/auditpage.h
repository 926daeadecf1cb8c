// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditverdict.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QStyledItemDelegate;
class QTableView;

namespace packwarden {

struct AuditRecord;
class AuditModel;
class AuditStore;
class AuditVerifier;
class Chooser;
class DateField;
class FileChooser;
class MessageBar;

/// Every security action recorded here, newest first; searched and filtered in the store, verified link by link on
/// demand, given away as a file that proves itself.
class AuditPage final : public QWidget
{
    Q_OBJECT
public:
    AuditPage(AuditStore &store, AuditModel &model, AuditVerifier &verifier, QWidget *parent = nullptr);

    /// From here on the audit can be given away.
    void offerExport(FileChooser &files);
    /// Only what concerns this pack, or this document.
    void showSubject(const QString &subject);
    /// What files of other audits are judged by: asked anew for each.
    void judgeFilesBy(std::function<AuditProof()> proof);
    /// Is it an export of an audit, or the proof of one record?
    static bool isAuditFile(const QString &path);
    /// Verifies such a file, whosever audit it is of, and says what came of it.
    void openFile(const QString &path);
    /// find: where the document lies that a record is about; empty if it is not here.
    /// name: of a party as it was recorded, by its word in the rules or by its name; the word itself if it has none.
    void setParties(const std::function<QString(const QString &)> &name);
    void setDocuments(std::function<QString(const AuditRecord &)> find);

Q_SIGNALS:
    /// The document behind a record.
    void documentWanted(const QString &path);

Q_SIGNALS:
    /// What was in force on a past day; pack: that is filtered for, or empty.
    void asOfWanted(const QString &pack);

private:
    void chooseFile();
    void openProof(const QString &path);
    void openExport(const QString &path);
    void clearFilters();
    void showEmpty();
    void makeTable();
    QLayout *makeBar();
    QLayout *makeFilters();
    void applyFilter();
    void showRecord();
    void showVerdict(const AuditVerdict &verdict);
    void showAccess();
    /// By whose word alone this audit is not in order: a person may say that it was false.
    void decide();
    void toggleVerification();
    void exportTo(const QString &path);
    void exportProof();
    void exportProofTo(qint64 seq, const QString &path);
    void copyRecord();

    AuditStore &m_store;
    AuditModel &m_model;
    AuditVerifier &m_verifier;
    FileChooser *m_files = nullptr;
    std::function<AuditProof()> m_proof;
    std::function<QString(const AuditRecord &)> m_findDocument;
    QLineEdit *m_search;
    Chooser *m_action;
    Chooser *m_outcome;
    QLineEdit *m_person;
    QLineEdit *m_pack;
    QCheckBox *m_byDay;
    DateField *m_day;
    QLabel *m_count;
    QPushButton *m_verify;
    QPushButton *m_asOf;
    QPushButton *m_export;
    QPushButton *m_copy;
    QPushButton *m_prove;
    QPushButton *m_document;
    QPushButton *m_check;
    QWidget *m_nothing;
    QLabel *m_nothingText;
    QPushButton *m_clear;
    QProgressBar *m_progress;
    MessageBar *m_verdict;
    QTableView *m_table;
    QStyledItemDelegate *m_delegate = nullptr;
    QPlainTextEdit *m_detail;
    QList<AuditAccuser> m_accusers; ///< of the last verdict
    bool m_exporting = false;
    bool m_checking = false;
};

} // namespace packwarden
