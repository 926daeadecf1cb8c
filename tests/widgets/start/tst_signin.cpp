// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/filenote.h"
#include "models/core/pki/signingkey.h"
#include "models/core/pki/token.h"
#include "models/core/pki/tokenreason.h"
#include "tests/support/softtoken.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/keymemory.h"
#include "widgets/start/signindialog.h"
#include "widgets/style/theme.h"
#include "widgets/window/settingsdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using test::SoftToken;

/// The sign-in dialog with key files and with tokens of SoftHSM2. PACKWARDEN_PICTURES=FOLDER keeps pictures.
class TestSignIn final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    SoftToken m_token;
    test::StubFileChooser m_files;

    template <typename T> static T *find(QWidget &in, const char *name)
    {
        return in.findChild<T *>(QLatin1String(name));
    }
    static QString error(QWidget &in) { return find<QLabel>(in, "signInError")->text(); }

    static void show(QWidget &dialog)
    {
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
    }

    static void picture(QWidget &dialog, const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            applyTheme(*qApp, mode, QPalette());
            QCoreApplication::sendPostedEvents();
            if (!folder.isEmpty())
                QVERIFY(dialog.grab().save(
                    QStringLiteral("%1/signin-%2-%3.png").arg(folder, QLatin1String(name), themeWord(mode))));
        }
    }

    /// A dialog that looks at the tokens of SoftHSM2, all by keyboard.
    void chooseTokens(SignInDialog &dialog)
    {
        show(dialog);
        auto *file = find<QRadioButton>(dialog, "sourceFile");
        file->setFocus();
        QTest::keyClick(file, Qt::Key_Right);
        QVERIFY(find<QRadioButton>(dialog, "sourceToken")->isChecked());
        auto *module = find<QLineEdit>(dialog, "tokenModule");
        QTRY_VERIFY(find<QPushButton>(dialog, "searchTokens")->isEnabled());
        module->setFocus();
        QTest::keyClicks(module, m_token.module());
        QTest::keyClick(module, Qt::Key_Tab);
        QTRY_COMPARE(find<QComboBox>(dialog, "tokens")->count(), 2);
        QTRY_VERIFY(find<QComboBox>(dialog, "tokens")->isEnabled());
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        QVERIFY2(m_token.isThere(), "SoftHSM2 is needed");
        QVERIFY(!m_token.add(QStringLiteral("Leasing desk"), QStringLiteral("01")).isEmpty());
        QVERIFY(!m_token.add(QStringLiteral("Bench"), QStringLiteral("02")).isEmpty());
    }

    void aKeyFileAsBefore()
    {
        SignInDialog dialog(m_files, QString(), KeyMemory());
        show(dialog);
        QVERIFY(!find<QComboBox>(dialog, "tokens")->isVisible());
        QSignalSpy wanted(&dialog, &SignInDialog::signInWanted);
        QTest::keyClicks(find<QLineEdit>(dialog, "keyFile"), QStringLiteral("/k.p12"));
        QVERIFY(!find<QPushButton>(dialog, "signIn")->isEnabled());
        auto *secret = find<QLineEdit>(dialog, "passphrase");
        QTest::keyClicks(secret, QStringLiteral("words"));
        picture(dialog, "file");
        QTest::keyClick(secret, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("/k.p12"));
        QCOMPARE(wanted.at(0).at(1).toString(), QStringLiteral("words"));
    }

    void dialogsHideNoFile()
    {
        const QString all = QStringLiteral("All files (*)");
        for (const QStringList &given : {QStringList{QStringLiteral("Key files (*.p12 *.pfx)")},
                 QStringList{QStringLiteral("Key files (*.p12 *.pfx)"), all}}) {
            const QStringList filters = DesktopFileChooser::allFilters(given);
            QCOMPARE(filters.size(), 2);
            QCOMPARE(filters.last(), all);
            QCOMPARE(filters.first(), QStringLiteral("Key files (*.[pP]12 *.[pP][fF][xX])"));
        }
    }

    void oneOfSeveralKeysIsChosen()
    {
        SignInDialog dialog(m_files, QStringLiteral("/k.p12"), KeyMemory());
        show(dialog);
        auto *choice = find<QComboBox>(dialog, "keyChoice");
        auto *secret = find<QLineEdit>(dialog, "passphrase");
        auto *signIn = find<QPushButton>(dialog, "signIn");
        QVERIFY(!choice->isVisible());
        QSignalSpy wanted(&dialog, &SignInDialog::signInWanted);
        QTest::keyClicks(secret, QStringLiteral("words"));
        QTest::keyClick(secret, Qt::Key_Return);
        QCOMPARE(wanted.takeFirst().at(2).toString(), QString());
        // A wrong passphrase offers no keys.
        dialog.showError({Code::WrongPassphrase, QStringLiteral("/k.p12")});
        QVERIFY(!choice->isVisible());
        const QStringList keys{QStringLiteral("One [0011 2233]"), QStringLiteral("Two [4455 6677]")};
        dialog.showError(pki::FileNote{pki::FileNote::What::SeveralKeys, keys.join(QStringLiteral("; "))}.error(
            Code::KeyUnusable, QStringLiteral("/k.p12")));
        QVERIFY(choice->isVisible() && error(dialog).contains(QStringLiteral("k.p12")));
        QCOMPARE(choice->count(), 2);
        // Nothing is chosen for a person, and the passphrase stays.
        QCOMPARE(choice->currentIndex(), -1);
        QVERIFY(!signIn->isEnabled());
        QCOMPARE(secret->text(), QStringLiteral("words"));
        picture(dialog, "keys");
        QTest::keyClick(choice, Qt::Key_End);
        QVERIFY(signIn->isEnabled());
        QTest::mouseClick(signIn, Qt::LeftButton);
        QCOMPARE(wanted.takeFirst().at(2).toString(), keys.at(1));
        // Another file has other keys.
        find<QLineEdit>(dialog, "keyFile")->setText(QStringLiteral("/other.p12"));
        QVERIFY(!choice->isVisible());
    }

    void theKeyOfTheLastTimeIsChosenAgain_data()
    {
        QTest::addColumn<QString>("locator");
        QTest::addColumn<QString>("detail");
        QTest::newRow("of a file") << QStringLiteral("/k.p12") << QStringLiteral("One [0011 2233]; Two [4455 6677]");
        QTest::newRow("of a token")
            << QStringLiteral("pkcs11:token=Bench?module-path=") + m_token.module()
            << QStringLiteral("Bench: 2 keys fit; add to the URI one of ;id=%01 (sign, One), ;id=%02 (login)");
    }

    void theKeyOfTheLastTimeIsChosenAgain()
    {
        QFETCH(const QString, locator);
        QFETCH(const QString, detail);
        QTemporaryDir folder;
        const KeyMemory memory(folder.filePath(QStringLiteral("layout.ini")));
        const bool isFile = locator.startsWith(u'/');
        const Error error = isFile
            ? pki::FileNote{pki::FileNote::What::SeveralKeys, detail}.error(Code::KeyUnusable, locator)
            : Error{Code::KeyUnusable, detail};
        const QList<pki::KeyOption> options = pki::keyOptions(error);
        QCOMPARE(options.size(), 2);
        const auto opened = [&](const std::function<void(SignInDialog &, QComboBox &, QSignalSpy &)> &play) {
            SignInDialog dialog(m_files, locator, memory);
            show(dialog);
            if (isTokenUri(locator))
                QTRY_VERIFY(find<QComboBox>(dialog, "tokens")->isEnabled());
            QTest::keyClicks(find<QLineEdit>(dialog, "passphrase"), QStringLiteral("words"));
            QSignalSpy wanted(&dialog, &SignInDialog::signInWanted);
            play(dialog, *find<QComboBox>(dialog, "keyChoice"), wanted);
        };
        const auto signIn = [](SignInDialog &dialog) {
            QTest::mouseClick(find<QPushButton>(dialog, "signIn"), Qt::LeftButton);
        };
        opened([&](SignInDialog &dialog, QComboBox &choice, QSignalSpy &wanted) {
            QVERIFY(!choice.isVisible());
            dialog.showError(error);
            QTest::keyClick(&choice, Qt::Key_End);
            signIn(dialog);
            QCOMPARE(wanted.at(0).at(2).toString(), options.at(1).which);
            // What did not work is not remembered.
            QVERIFY(!memory.of(locator));
            dialog.keepChoice();
        });
        opened([&](SignInDialog &dialog, QComboBox &choice, QSignalSpy &wanted) {
            QVERIFY(choice.isVisible());
            QCOMPARE(choice.currentText(), options.at(1).words);
            signIn(dialog);
            QCOMPARE(wanted.at(0).at(2).toString(), options.at(1).which);
            dialog.showError({Code::WrongPassphrase, {}});
            QTest::keyClick(&choice, Qt::Key_End);
            signIn(dialog);
            QCOMPARE(wanted.at(1).at(2).toString(), QString());
            dialog.showError(error);
            QCOMPARE(choice.currentIndex(), -1);
            QTest::keyClick(&choice, Qt::Key_Home);
            dialog.keepChoice();
        });
        QCOMPARE(memory.of(locator), std::optional(options.at(0)));
        QVERIFY(!memory.of(QStringLiteral("/other.p12")) && !memory.of(QStringLiteral("pkcs11:token=Other")));
    }

    void aTokenIsChosenFromAList()
    {
        SignInDialog dialog(m_files, QString(), KeyMemory());
        chooseTokens(dialog);
        auto *tokens = find<QComboBox>(dialog, "tokens");
        QVERIFY(!find<QLineEdit>(dialog, "keyFile")->isVisible());
        tokens->setFocus();
        const int row = tokens->itemText(0).startsWith(QLatin1String("Leasing desk")) ? 0 : 1;
        QTest::keyClick(tokens, row == 0 ? Qt::Key_Home : Qt::Key_End);
        auto *pin = find<QLineEdit>(dialog, "passphrase");
        QCOMPARE(pin->accessibleName(), QStringLiteral("PIN"));
        QVERIFY(!find<QPushButton>(dialog, "signIn")->isEnabled());
        QSignalSpy wanted(&dialog, &SignInDialog::signInWanted);
        QTest::keyClicks(pin, QLatin1String(SoftToken::pin));
        picture(dialog, "token");
        QTest::keyClick(pin, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        const QString uri = wanted.at(0).at(0).toString();
        QVERIFY2(isTokenUri(uri) && uri.contains(QLatin1String("Leasing%20desk")), qPrintable(uri));
        // What was chosen is the key of that token and of no other.
        const auto key = pki::readKey(uri, wanted.at(0).at(1).toString());
        QVERIFY2(key.ok(), key.ok() ? "" : qPrintable(key.error().detail));
    }

    void theTokenOfTheLastTimeIsChosenAgain()
    {
        const QString last = QStringLiteral("pkcs11:token=Bench;id=%02?module-path=") + m_token.module();
        SignInDialog dialog(m_files, last, KeyMemory());
        show(dialog);
        auto *tokens = find<QComboBox>(dialog, "tokens");
        QTRY_VERIFY(tokens->count() == 2 && tokens->isEnabled());
        QVERIFY(tokens->currentText().startsWith(QLatin1String("Bench")));
        auto *choice = find<QComboBox>(dialog, "keyChoice");
        QVERIFY(choice->isVisible());
        QSignalSpy wanted(&dialog, &SignInDialog::signInWanted);
        QTest::keyClicks(find<QLineEdit>(dialog, "passphrase"), QLatin1String(SoftToken::pin));
        auto *signIn = find<QPushButton>(dialog, "signIn");
        QTRY_VERIFY(signIn->isEnabled());
        QTest::mouseClick(signIn, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(pki::namingKey(wanted.at(0).at(0).toString(), wanted.at(0).at(2).toString()), last);
        // Another key of the same token can be asked for.
        dialog.showError({Code::WrongPassphrase, QStringLiteral("Bench")});
        QTest::keyClick(choice, Qt::Key_End);
        QTest::mouseClick(signIn, Qt::LeftButton);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.at(1).at(0).toString(), pki::withoutKey(last));
        QCOMPARE(wanted.at(1).at(2).toString(), QString());
    }

    void whatGoesWrongIsSaidInWords_data()
    {
        QTest::addColumn<Error>("failed");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const Error &failed, const char *words) {
            QTest::newRow(name) << failed << QString::fromLatin1(words);
        };
        const QString bench = QStringLiteral("Bench");
        using Reason = TokenReason;
        row("no PIN", {Code::WrongPassphrase, bench, Reason::PinMissing}, "wants its PIN");
        row("wrong PIN", {Code::WrongPassphrase, bench}, "PIN is wrong");
        row("few tries", {Code::WrongPassphrase, bench, Reason::FewTriesLeft}, "Few tries are left");
        row("last try", {Code::WrongPassphrase, bench, Reason::OneTryLeft}, "One try is left");
        row("locked now", {Code::WrongPassphrase, bench, Reason::LockedNow}, "locked itself");
        row("locked before", {Code::KeyUnusable, bench, Reason::PinLocked}, "locked after wrong PINs");
        row("taken out", {Code::KeyUnusable, bench, Reason::NotThere}, "not there any more");
        row("two alike", {Code::KeyUnusable, bench, Reason::SeveralTokens}, "call themselves the same");
        row("no key", {Code::KeyUnusable, bench, Reason::NoKey}, "no key on this token");
        row("two keys", {Code::KeyUnusable, bench, Reason::SeveralKeys}, "several keys");
        row("no certificate", {Code::KeyUnusable, bench, Reason::NoCertificate}, "no certificate for it");
        row("a PIN in the name", {Code::Malformed, bench, Reason::PinInUri}, "holds a PIN");
        // Words in a detail choose no sentence.
        row("a key of such a name", {Code::KeyUnusable, QStringLiteral("no PIN: no such token")}, "cannot be used");
        row("something else", {Code::KeyUnusable, QStringLiteral("token: CKR_DEVICE_ERROR")}, "CKR_DEVICE_ERROR");
    }

    void whatGoesWrongIsSaidInWords()
    {
        QFETCH(const Error, failed);
        QFETCH(const QString, words);
        SignInDialog dialog(m_files, QStringLiteral("pkcs11:token=Bench?module-path=") + m_token.module(), KeyMemory());
        show(dialog);
        QTRY_VERIFY(find<QComboBox>(dialog, "tokens")->isEnabled());
        dialog.showError(failed);
        QVERIFY2(error(dialog).contains(words), qPrintable(error(dialog)));
        QVERIFY(!error(dialog).contains(QLatin1String("key file")));
    }

    void oneOfSeveralKeysOfATokenIsChosen_data()
    {
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("told");
        QTest::addColumn<int>("why");
        QTest::newRow("nothing said which")
            << QStringLiteral("pkcs11:token=Bench") << QStringLiteral("2 keys fit; add to the URI one of ")
            << int(TokenReason::SeveralKeys);
        QTest::newRow("the key of the last time is gone")
            << QStringLiteral("pkcs11:token=Bench;id=%07") << QStringLiteral("0 keys fit; the token has ")
            << int(TokenReason::OtherKeys);
    }

    void oneOfSeveralKeysOfATokenIsChosen()
    {
        QFETCH(const QString, last);
        QFETCH(const QString, told);
        QFETCH(const int, why);
        SignInDialog dialog(m_files, last + QStringLiteral("?module-path=") + m_token.module(), KeyMemory());
        show(dialog);
        QTRY_VERIFY(find<QComboBox>(dialog, "tokens")->isEnabled());
        auto *keys = find<QComboBox>(dialog, "keyChoice");
        auto *signIn = find<QPushButton>(dialog, "signIn");
        QCOMPARE(keys->isVisible(), last.contains(QLatin1String(";id=")));
        QTest::keyClicks(find<QLineEdit>(dialog, "passphrase"), QLatin1String(SoftToken::pin));
        QVERIFY(signIn->isEnabled());
        QSignalSpy wanted(&dialog, &SignInDialog::signInWanted);
        QTest::mouseClick(signIn, Qt::LeftButton);
        dialog.showError({Code::KeyUnusable,
            QStringLiteral("Bench: ") + told
                + QStringLiteral(";id=%01 (sign, Anna Muster), ;object=login%20two (login two)"),
            TokenReason(why)});
        QVERIFY2(error(dialog).contains(QLatin1String("Choose ")), qPrintable(error(dialog)));
        QVERIFY(keys->isVisible());
        QCOMPARE(keys->count(), 2);
        QCOMPARE(keys->itemText(0), QStringLiteral("sign, Anna Muster \u00B7 01"));
        QCOMPARE(keys->itemText(1), QStringLiteral("login two"));
        QVERIFY2(!signIn->isEnabled(), "nothing is chosen yet");
        keys->setFocus();
        QTest::keyClick(keys, Qt::Key_Down);
        picture(dialog, "token-keys");
        QVERIFY(signIn->isEnabled());
        QTest::mouseClick(signIn, Qt::LeftButton);
        keys->setCurrentIndex(1);
        dialog.showError({Code::KeyUnusable, QStringLiteral("token: CKR_DEVICE_ERROR")});
        QTest::mouseClick(signIn, Qt::LeftButton);
        QCOMPARE(wanted.count(), 3);
        const QString token = QStringLiteral("pkcs11:token=Bench?module-path=") + m_token.module();
        QCOMPARE(wanted.at(1).at(0).toString(), token);
        QCOMPARE(wanted.at(1).at(2).toString(), QStringLiteral(";id=%01"));
        QCOMPARE(wanted.at(2).at(0).toString(), token);
        QCOMPARE(wanted.at(2).at(2).toString(), QStringLiteral(";object=login%20two"));
        QVERIFY2(keys->isVisible(), "another fault takes the choice away from nobody");
        // Another token has other keys.
        find<QComboBox>(dialog, "tokens")->setCurrentIndex(1 - find<QComboBox>(dialog, "tokens")->currentIndex());
        QVERIFY(!keys->isVisible());
    }

    /// The words of the table are those that a real token leads to.
    void aWrongPinOfARealToken()
    {
        SignInDialog dialog(m_files, QString(), KeyMemory());
        chooseTokens(dialog);
        const auto key
            = pki::readKey(find<QComboBox>(dialog, "tokens")->itemData(0).toString(), QStringLiteral("0000-wrong"));
        QVERIFY(!key.ok());
        dialog.showError(key.error());
        QVERIFY2(error(dialog).contains(QLatin1String("PIN is wrong")), qPrintable(error(dialog)));
        picture(dialog, "wrongpin");
        QVERIFY(find<QLineEdit>(dialog, "passphrase")->hasFocus());
    }

    void aModuleThatIsNoneIsNamed_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("words");
        QTest::newRow("not there") << QStringLiteral("/nowhere/m.so") << QStringLiteral("/nowhere/m.so");
        QTest::newRow("by a relative path") << QStringLiteral("m.so") << QStringLiteral("full path");
    }

    void aModuleThatIsNoneIsNamed()
    {
        QFETCH(const QString, module);
        QFETCH(const QString, words);
        SignInDialog dialog(m_files, QString(), KeyMemory());
        show(dialog);
        QTest::mouseClick(find<QRadioButton>(dialog, "sourceToken"), Qt::LeftButton, {}, QPoint(8, 8));
        QTRY_VERIFY(find<QPushButton>(dialog, "searchTokens")->isEnabled());
        auto *field = find<QLineEdit>(dialog, "tokenModule");
        field->setFocus();
        QTest::keyClicks(field, module);
        QTest::keyClick(field, Qt::Key_Tab);
        QTRY_VERIFY2(error(dialog).contains(words), qPrintable(error(dialog)));
        QVERIFY(!find<QPushButton>(dialog, "signIn")->isEnabled());
        QVERIFY(find<QComboBox>(dialog, "tokens")->currentText().startsWith(QLatin1String("No token")));
    }
};

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
