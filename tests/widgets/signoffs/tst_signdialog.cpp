// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/pack/statement.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "widgets/signoffs/signdialog.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString author = QStringLiteral("courier.fleet-manager");
const QString owner = QStringLiteral("leasing.asset-manager");
const QString cellData = QStringLiteral("celldata.specialist");
const QString financial = QStringLiteral("soc.max");
const QString physical = QStringLiteral("cell.voltage.max");

} // namespace

/// The last look before a signature, over real files, keys and audits. PACKWARDEN_PICTURES=FOLDER keeps pictures.
class SignDialogTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SignoffDocument> m_document;
    std::unique_ptr<SignDialog> m_dialog;

    void write(const CoseSign &document, const char *name = "one.pwreq")
    {
        DocumentFile file;
        file.document = document;
        QFile out(m_desk->path(name));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
    }

    /// By the pack's own signed word: a contradiction, which a person must settle.
    bool isOfAnotherKind()
    {
        const QByteArray word
            = statementOf(*m_world, m_pack, [](Statement &said) { said.hardware = QStringLiteral("lfp-100s1p"); });
        return m_desk->workspace().trust().learnStatement(word, askedNonce()).code() == Code::TrustContradicted;
    }

    ChangeRequest request(const QString &parameter, qint64 to)
    {
        ChangeRequest made = m_world->request(m_pack, parameter, to);
        made.head.reason = QStringLiteral("a<b and c>d, to 4.25 V");
        return made;
    }

    /// A dialog of this person over a file that its author has signed.
    void open(const QString &person, const ChangeRequest &request)
    {
        m_dialog.reset();
        m_document.reset();
        if (!m_desk)
            m_desk = std::make_unique<Desk>(*m_world, m_pack);
        QVERIFY(m_desk->signIn(person));
        write(m_world->sign(request, author, {}));
        m_document = std::make_unique<SignoffDocument>(m_desk->workspace());
        QVERIFY(m_document->open(m_desk->path("one.pwreq")).ok());
        show();
    }

    void show()
    {
        m_dialog = std::make_unique<SignDialog>(*m_document, m_desk->workspace(), Meaning::Approve);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }

    template <typename T> T *find(const char *name) { return m_dialog->findChild<T *>(QLatin1String(name)); }
    QPushButton *sign() { return find<QPushButton>("signConfirm"); }

    void makeReady()
    {
        find<QCheckBox>("signChecked")->setChecked(true);
        QTRY_VERIFY(sign()->isEnabled());
    }

    bool says(const QString &text)
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->text().contains(text);
        }) || m_dialog->windowTitle().contains(text);
    }

    qint64 records(const char *action)
    {
        AuditFilter filter;
        filter.action = QLatin1String(action);
        return m_desk->workspace().audit().count(filter);
    }

    void typeOwn(const char *text)
    {
        auto *field = m_dialog->findChild<QWidget *>(QStringLiteral("ownValue.") + physical);
        QVERIFY(field);
        auto *edit = field->findChild<QLineEdit *>();
        edit->clear();
        QTest::keyClicks(edit, QString::fromLatin1(text));
        QTest::mouseClick(find<QPushButton>("ownCompare"), Qt::LeftButton);
    }

    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(m_dialog->grab().save(folder + u'/' + name + QStringLiteral(".png")));
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_document.reset();
        m_desk.reset();
    }

    void case76_nothingButOneClickApproves_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"enter", "keypad enter", "escape", "space on the button", "enter on the button",
                 "double click", "auto-repeat", "focus steal", "click in the guard"})
            QTest::newRow(qPrintable(QStringLiteral("case 76: ") + QLatin1String(what))) << QString::fromLatin1(what);
    }

    void case76_nothingButOneClickApproves()
    {
        QFETCH(QString, what);
        open(owner, request(financial, 95000));
        QVERIFY(find<QPushButton>("signCancel")->isDefault());
        QVERIFY(!sign()->isDefault() && !sign()->autoDefault());
        if (what == QLatin1String("click in the guard")) {
            find<QCheckBox>("signChecked")->setChecked(true);
            QVERIFY(!sign()->isEnabled());
            QTest::mouseClick(sign(), Qt::LeftButton);
        } else {
            makeReady();
            sign()->setFocus();
        }
        if (what == QLatin1String("enter"))
            QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        else if (what == QLatin1String("keypad enter"))
            QTest::keyClick(m_dialog.get(), Qt::Key_Enter);
        else if (what == QLatin1String("escape"))
            QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        else if (what == QLatin1String("space on the button"))
            QTest::keyClick(sign(), Qt::Key_Space);
        else if (what == QLatin1String("enter on the button"))
            QTest::keyClick(sign(), Qt::Key_Return);
        else if (what == QLatin1String("double click"))
            QTest::mouseDClick(sign(), Qt::LeftButton);
        else if (what == QLatin1String("auto-repeat")) {
            for (int key : {int(Qt::Key_Return), int(Qt::Key_Space)}) {
                for (int i = 0; i < 5; ++i) {
                    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
                    QApplication::sendEvent(sign(), &press);
                    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, QString(), true);
                    QApplication::sendEvent(sign(), &release);
                }
            }
        } else if (what == QLatin1String("focus steal")) {
            // Something else was in front for a moment: the click was meant for that.
            QEvent change(QEvent::ActivationChange);
            QApplication::sendEvent(m_dialog.get(), &change);
            QVERIFY(!sign()->isEnabled());
            QTest::mouseClick(sign(), Qt::LeftButton);
        }
        // Long enough that a single click would have counted.
        QVERIFY(!waitFor(
            [this] { return m_dialog->result() == QDialog::Accepted; }, QApplication::doubleClickInterval() + 100));
        QCOMPARE(records(auditaction::signRequest), 0);
    }

    void case76_oneClickOrTheShortcutSigns_data()
    {
        QTest::addColumn<bool>("byKeyboard");
        QTest::newRow("case 76: mouse") << false;
        QTest::newRow("case 76: keyboard alone") << true;
    }

    void case76_oneClickOrTheShortcutSigns()
    {
        QFETCH(bool, byKeyboard);
        open(owner, request(financial, 95000));
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        auto *tick = find<QCheckBox>("signChecked");
        if (byKeyboard) {
            tick->setFocus();
            QTest::keyClick(tick, Qt::Key_Space);
        } else {
            tick->setChecked(true);
        }
        QTRY_VERIFY(sign()->isEnabled());
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTRY_VERIFY(sign()->isEnabled());
        if (byKeyboard)
            QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
        else
            QTest::mouseClick(sign(), Qt::LeftButton);
        QTRY_COMPARE(accepted.size(), 1);
    }

    void withoutTheTickNothingIsSigned()
    {
        open(owner, request(financial, 95000));
        makeReady();
        find<QCheckBox>("signChecked")->setChecked(false);
        QVERIFY(!sign()->isEnabled());
    }

    void foreignTextIsPlainAndTheFingerprintIsThatOfTheFile()
    {
        open(owner, request(financial, 95000));
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(says(QStringLiteral("a<b and c>d")));
        QFile file(m_desk->path("one.pwreq"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto there = DocumentFile::decode(file.readAll());
        QVERIFY(there.ok());
        QCOMPARE(find<QLabel>("signFingerprint")->text(), there->fingerprint());
        QCOMPARE(there->fingerprint().split(u' ').size(), 8);
        picture(QStringLiteral("sign-financial"));
    }

    void case71_theChangeIsShownFromAllSides()
    {
        open(owner, request(financial, 96000));
        QVERIFY(says(QStringLiteral("90\u00A0% to 96\u00A0%")));
        QVERIFY(says(QStringLiteral("+6\u00A0% absolute")));
        QVERIFY(says(QStringLiteral("+6.7\u00A0% of now")));
        QVERIFY(says(QStringLiteral("1\u00A0% to the charter")));
        QVERIFY(says(QStringLiteral("1\u00A0% beyond the soft limit")));
        // The consequence in words is what a financial seat accepts.
        QVERIFY(find<QCheckBox>("signChecked")->accessibleName().contains(QStringLiteral("age faster")));
        QVERIFY(says(QStringLiteral("80\u00A0% to 86\u00A0%")));
    }

    void case71_everyChangeInTheBytesIsShown()
    {
        ChangeRequest two = request(financial, 95000);
        two.packs[0].changes.append(request(QStringLiteral("soc.min"), 12000).packs[0].changes);
        open(owner, two);
        QCOMPARE(m_dialog->findChildren<QLabel *>(QStringLiteral("signChange")).size(), 2);
        QVERIFY(says(QStringLiteral("10\u00A0% to 12\u00A0%")));
    }

    void case72_whatChangesMeanwhileMustBeReadAgain_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"the file says something else", "the file is gone", "the file is no document",
                 "somebody signed it meanwhile", "a pack holds another value now", "a pack is of another kind now",
                 "nobody is signed in any more"})
            QTest::newRow(qPrintable(QStringLiteral("case 72: ") + QLatin1String(what))) << QString::fromLatin1(what);
    }

    void case72_whatChangesMeanwhileMustBeReadAgain()
    {
        QFETCH(QString, what);
        open(owner, request(financial, 95000));
        makeReady();
        const QString shown = find<QLabel>("signFingerprint")->text();
        PackState other = m_pack;
        if (what == QLatin1String("the file says something else"))
            write(m_world->sign(request(financial, 97000), author, {}));
        else if (what == QLatin1String("the file is gone"))
            QVERIFY(QFile::remove(m_desk->path("one.pwreq")));
        else if (what == QLatin1String("the file is no document")) {
            QFile file(m_desk->path("one.pwreq"));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("junk") == 4);
        } else if (what == QLatin1String("somebody signed it meanwhile"))
            write(m_world->sign(request(financial, 95000), author, {cellData}));
        else if (what == QLatin1String("nobody is signed in any more"))
            m_desk->workspace().session().signOut();
        else {
            PackFacts facts = factsOf(m_pack);
            TrustBook &trust = m_desk->workspace().trust();
            if (what == QLatin1String("a pack is of another kind now")) {
                // The pack signed it: it contradicts what it signed before, and nothing rests on it any more. What
                // somebody says in its name unsigned holds nothing up.
                facts.hardware = QStringLiteral("lfp-100s1p");
                QCOMPARE(trust.learn(facts).code(), Code::TrustContradicted);
                QVERIFY(sign()->isEnabled());
                QVERIFY(isOfAnotherKind());
            } else {
                facts.parameters[0].stored = {{85000}, 2, {}, 0};
                QVERIFY(trust.learn(facts).ok());
            }
        }
        QTRY_VERIFY(!sign()->isEnabled());
        QTest::mouseClick(sign(), Qt::LeftButton);
        QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!waitFor([this] { return !m_dialog->isVisible(); }, QApplication::doubleClickInterval() + 50));
        QCOMPARE(records(auditaction::signRequest), 0);
        QTRY_VERIFY(find<QPushButton>("messageAction")->isVisible());
        QTest::mouseClick(find<QPushButton>("messageAction"), Qt::LeftButton);
        QCOMPARE(find<QLabel>("signFingerprint")->text(), shown);
        if (what == QLatin1String("somebody signed it meanwhile")) {
            // The same document: read again it may be signed, after another tick.
            QVERIFY(!sign()->isEnabled());
            makeReady();
        } else if (what.startsWith(QLatin1String("the file"))) {
            find<QCheckBox>("signChecked")->setChecked(true);
            QVERIFY(!waitFor([this] { return sign()->isEnabled(); }, SignDialog::guardMilliseconds + 100));
        }
    }

    void case72_whatIsSignedIsWhatWasShown()
    {
        open(owner, request(financial, 95000));
        const QByteArray shown = m_document->judgement().payloadSha256;
        // Another program puts another document there at the last moment: the dialog could not see it in time.
        write(m_world->sign(request(financial, 97000), author, {}));
        Result<> result = Result<>::success();
        connect(m_document.get(), &SignoffDocument::signFinished, this, [&](const Result<> &r) { result = r; });
        m_document->sign(Meaning::Approve);
        QVERIFY(!result.ok());
        QCOMPARE(result.code(), Code::DifferentDocument);
        QCOMPARE(m_document->judgement().payloadSha256, shown);
    }

    void case77_thePackIsReadAgain()
    {
        open(owner, request(financial, 95000));
        QCOMPARE(find<QLabel>("signPacks")->text(), m_pack.serial.text());
        makeReady();
        // Another pack is plugged in at the same node: it is none of this document's.
        PackFacts swapped = factsOf(m_world->pack(QStringLiteral("SDB-TEST-0002")));
        QVERIFY(m_desk->workspace().trust().learn(swapped).ok());
        QVERIFY(sign()->isEnabled());
        QCOMPARE(find<QLabel>("signPacks")->text(), m_pack.serial.text());
        // The pack itself turns out to be of another kind: a contradiction, and nothing is signed on it.
        QVERIFY(isOfAnotherKind());
        QVERIFY(!sign()->isEnabled());
    }

    void case70_theTechnicalSeatEntersItsOwnValueUnseen()
    {
        open(cellData, request(physical, 4230));
        for (const char *text : {"4.23", "4,23", "4230", "Raise", "Lower", "0.03"})
            QVERIFY2(!says(QString::fromLatin1(text)), text);
        QVERIFY(says(QStringLiteral("\u2022\u2022\u2022")));
        QVERIFY(!find<QCheckBox>("signChecked")->isEnabled());
        picture(QStringLiteral("sign-technical"));
        // The same value in other words agrees.
        typeOwn("4,23");
        QVERIFY(says(QStringLiteral("4.23")));
        picture(QStringLiteral("sign-technical-agreed"));
        makeReady();
        Result<> result(Code::Internal);
        connect(m_document.get(), &SignoffDocument::signFinished, this, [&](const Result<> &r) { result = r; });
        m_document->sign(Meaning::Approve, m_dialog->ownValues());
        QTRY_VERIFY(result.ok());
        QCOMPARE(records(ownvalue::action), 0);
    }

    void case70_valuesThatDifferAreBothForgottenAndRecorded()
    {
        open(cellData, request(physical, 4230));
        typeOwn("4.20");
        QCOMPARE(m_dialog->findChild<QLineEdit *>()->text(), QString());
        QVERIFY(!says(QStringLiteral("4.23")));
        QVERIFY(!sign()->isEnabled());
        QCOMPARE(records(ownvalue::action), 1);
        AuditFilter filter;
        filter.action = QLatin1String(ownvalue::action);
        const QByteArray detail = m_desk->workspace().audit().page(filter, 0, 1).constFirst().detail;
        QVERIFY(!detail.contains("4.2") && !detail.contains("42"));
        // A fresh dialog gives no further attempt.
        show();
        typeOwn("4.24");
        QCOMPARE(records(ownvalue::action), 2);
        QTRY_COMPARE(records(auditaction::rejectRequest), 1);
        QTRY_COMPARE(m_document->state(), SignoffState::Rejected);
        // And the right one comes too late.
        Result<> result = Result<>::success();
        connect(m_document.get(), &SignoffDocument::signFinished, this, [&](const Result<> &r) { result = r; });
        m_document->sign(Meaning::Approve, {{ParameterId::fromTrusted(physical), Milli{4230}}});
        QTRY_VERIFY(!result.ok());
        QVERIFY(result.error().is(ownvalue::Problem::Spent));
    }

    void case70_whoSkipsTheDialogOwesTheValueTo()
    {
        open(cellData, request(physical, 4230));
        Result<> result = Result<>::success();
        connect(m_document.get(), &SignoffDocument::signFinished, this, [&](const Result<> &r) { result = r; });
        m_document->sign(Meaning::Approve);
        QVERIFY(!result.ok());
        QVERIFY(result.error().is(ownvalue::Problem::Missing));
        QCOMPARE(records(ownvalue::action), 0);
    }

    /// Of limits that a pack only showed the strictest known count; its signed word frees the seat while the dialog is
    /// open, and takes nothing away that was typed.
    void aPacksWordFreesTheSeat_data()
    {
        QTest::addColumn<bool>("typed");
        QTest::newRow("nothing typed") << false;
        QTest::newRow("a value typed") << true;
    }

    void aPacksWordFreesTheSeat()
    {
        QFETCH(const bool, typed);
        m_desk = std::make_unique<Desk>(*m_world, m_pack);
        TrustBook &trust = m_desk->workspace().trust();
        PackState other = m_world->pack(QStringLiteral("SDB-TEST-0002"));
        other.silicon.layers[CapabilityId::fromTrusted(QStringLiteral("set-cell-voltage-max"))] = 1;
        for (ParameterDefinition &definition : other.silicon.parameters)
            definition.layer = std::min(definition.layer, 1);
        QVERIFY(trust.learn(rulesOf(*m_world, other)).ok());
        QVERIFY(trust.learn(factsOf(other)).ok());
        QVERIFY(m_desk->signIn(cellData));
        write(m_world->sign(m_world->request(other, physical, 4230), author, {}));
        m_document = std::make_unique<SignoffDocument>(m_desk->workspace());
        QVERIFY(m_document->open(m_desk->path("one.pwreq")).ok());
        show();
        QVERIFY(says(QStringLiteral("SDB-TEST-0002 has not signed yet")));
        auto *edit = m_dialog->findChild<QWidget *>(QStringLiteral("ownValue.") + physical)->findChild<QLineEdit *>();
        QVERIFY(edit);
        if (typed)
            QTest::keyClicks(edit, QStringLiteral("4.23"));
        QVERIFY(trust.learnStatement(statementOf(*m_world, other), QByteArray(32, 'n')).ok());
        if (typed) {
            QCOMPARE(edit->text(), QStringLiteral("4.23"));
            QTest::mouseClick(find<QPushButton>("ownCompare"), Qt::LeftButton);
        } else {
            QVERIFY(!find<QWidget>("ownValues"));
        }
        QVERIFY(says(QStringLiteral("4.23")));
        makeReady();
    }

    void theOtherSeatsOfLayer4SeeTheValue()
    {
        open(owner, request(physical, 4230));
        QVERIFY(says(QStringLiteral("4.23")));
        QVERIFY(!m_dialog->findChild<QWidget *>(QStringLiteral("ownValues")));
        makeReady();
    }
};

QTEST_MAIN(SignDialogTest)
#include "tst_signdialog.moc"
