<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>packwarden::AboutDialog</name>
    <message>
        <source>About Packwarden</source>
        <translation>Über Packwarden</translation>
    </message>
    <message>
        <source>Console for software-defined batteries</source>
        <translation>Konsole für softwaredefinierte Batterien</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. Qt %1; the source and the licences of its parts are with it.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung. Qt %1; der Quelltext und die Lizenzen seiner Teile liegen bei.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find a page, pack, document, parameter or action</source>
        <translation>Seite, Pack, Dokument, Parameter oder Aktion finden</translation>
    </message>
    <message>
        <source>The first page; Ctrl+7 the last</source>
        <translation>Die erste Seite; Strg+7 die letzte</translation>
    </message>
    <message>
        <source>Lock, or sign in</source>
        <translation>Sperren oder anmelden</translation>
    </message>
    <message>
        <source>Take the last edit back, where there is one</source>
        <translation>Die letzte Änderung zurücknehmen, wo es eine gibt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The manual, at the page that you are on</source>
        <translation>Das Handbuch, an der passenden Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Draft a change</source>
        <translation>Änderung entwerfen</translation>
    </message>
    <message>
        <source>Filter the open page</source>
        <translation>Die offene Seite filtern</translation>
    </message>
    <message>
        <source>Print the table of the open page</source>
        <translation>Die Tabelle der offenen Seite drucken</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>packwarden::AnswerRightDialog</name>
    <message>
        <source>Why? They read this.</source>
        <translation>Warum? Die anderen lesen das.</translation>
    </message>
    <message>
        <source>A person asks for a right</source>
        <translation>Jemand bittet um ein Recht</translation>
    </message>
    <message>
        <source>%1, %2 of %3, asked at %4</source>
        <translation>%1, %2 von %3, gefragt am %4</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Sign a no</source>
        <translation>Ein Nein signieren</translation>
    </message>
    <message>
        <source>Sign a yes</source>
        <translation>Ein Ja signieren</translation>
    </message>
</context>
<context>
    <name>packwarden::AsOfDialog</name>
    <message>
        <source>As of a day</source>
        <translation>Stand eines Tages</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Pack serial</source>
        <translation>Seriennummer des Packs</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Woher es bekannt ist</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>That day</source>
        <translation>An diesem Tag</translation>
    </message>
    <message>
        <source>Who could have</source>
        <translation>Wer es gekonnt hätte</translation>
    </message>
    <message>
        <source>Could have</source>
        <translation>Hätte es gekonnt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What was to be done</source>
        <translation>Was zu tun war</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>Was es beweist</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beweis</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Reading documents and logs…</source>
        <translation>Dokumente und Protokolle werden gelesen …</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>issues certificates</source>
        <translation>stellt Zertifikate aus</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>this audit</source>
        <translation>dieses Protokoll</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
</context>
<context>
    <name>packwarden::AsOfWords</name>
    <message>
        <source>the pack named the document, but it is not in this store</source>
        <translation>das Pack hat das Dokument genannt, aber es liegt nicht hier</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>bewiesen</translation>
    </message>
    <message>
        <source>recorded by this console alone</source>
        <translation>nur von dieser Konsole aufgezeichnet</translation>
    </message>
    <message>
        <source>last proved %1; nothing later is known</source>
        <translation>zuletzt bewiesen %1; Späteres ist nicht bekannt</translation>
    </message>
    <message>
        <source>proved before; nothing later is known</source>
        <translation>vorher bewiesen; Späteres ist nicht bekannt</translation>
    </message>
    <message>
        <source>unknown: the first word of the pack is later</source>
        <translation>unbekannt: die erste Aussage des Packs ist später</translation>
    </message>
    <message>
        <source>unknown: it changed between two words of the pack</source>
        <translation>unbekannt: es hat sich zwischen zwei Aussagen des Packs geändert</translation>
    </message>
    <message>
        <source>unknown: no list of its issuer from that time is here</source>
        <translation>unbekannt: keine Liste seines Ausstellers aus dieser Zeit liegt hier</translation>
    </message>
    <message>
        <source>unknown: the rules of that day are not known</source>
        <translation>unbekannt: die Regeln dieses Tages sind nicht bekannt</translation>
    </message>
    <message>
        <source>unknown: nothing about it is in this store</source>
        <translation>unbekannt: hier liegt nichts darüber</translation>
    </message>
    <message>
        <source>Rules: %1.</source>
        <translation>Regeln: %1.</translation>
    </message>
    <message>
        <source>Charter version %1, policy version %2: %3.</source>
        <translation>Charta Version %1, Richtlinie Version %2: %3.</translation>
    </message>
    <message>
        <source>Statement of the pack</source>
        <translation>Auskunft des Packs</translation>
    </message>
    <message>
        <source>Receipt of the pack</source>
        <translation>Quittung des Packs</translation>
    </message>
    <message>
        <source>Signed document</source>
        <translation>Unterschriebenes Dokument</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>Widerrufsliste</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Record of this audit</source>
        <translation>Eintrag dieses Protokolls</translation>
    </message>
    <message>
        <source>not valid yet</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>revoked, at the latest %1</source>
        <translation>widerrufen, spätestens %1</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>valid by the list of that day</source>
        <translation>gültig nach der Liste dieses Tages</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>together with others</source>
        <translation>zusammen mit anderen</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>nein: %1</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>must sign</source>
        <translation>muss unterschreiben</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>einer von mehreren</translation>
    </message>
    <message>
        <source>beyond the limit</source>
        <translation>jenseits der Grenze</translation>
    </message>
    <message>
        <source>prohibited</source>
        <translation>verboten</translation>
    </message>
</context>
<context>
    <name>packwarden::AskPackDialog</name>
    <message>
        <source>Ask the pack</source>
        <translation>Das Pack fragen</translation>
    </message>
    <message>
        <source>The rehearsal here knows only what was read of the pack. The pack judges by what it holds: it most likely refuses, says why, and nothing changes. If it finds all in order, it applies the document. Its answer is recorded either way.</source>
        <translation>Die Probe hier weiß nur, was vom Pack gelesen wurde. Das Pack urteilt nach dem, was es hat: Sehr wahrscheinlich lehnt es ab, sagt warum, und nichts ändert sich. Findet es alles in Ordnung, wendet es das Dokument an. Seine Antwort wird in jedem Fall festgehalten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Deliver for its verdict</source>
        <translation>Für sein Urteil übergeben</translation>
    </message>
</context>
<context>
    <name>packwarden::AskRightDialog</name>
    <message>
        <source>Why do you need it, and for how long?</source>
        <translation>Wozu brauchen Sie es, und für wie lange?</translation>
    </message>
    <message>
        <source>Ask for a right</source>
        <translation>Um ein Recht bitten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign the request</source>
        <translation>Die Bitte signieren</translation>
    </message>
    <message>
        <source>It becomes a signed file. Send it to them; their answer is a file, too. Both are kept in the audit of either side.</source>
        <translation>Sie wird eine signierte Datei. Schicken Sie sie dorthin; auch die Antwort ist eine Datei. Beide bleiben im Audit beider Seiten.</translation>
    </message>
</context>
<context>
    <name>packwarden::AuditPage</name>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Search person, action, subject, outcome</source>
        <translation>Person, Aktion, Gegenstand, Ergebnis suchen</translation>
    </message>
    <message>
        <source>Search the audit</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Partei</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation>Protokolleinträge</translation>
    </message>
    <message>
        <source>This audit can only be read (%1): nothing can be signed or delivered here.</source>
        <translation>Dieses Protokoll kann nur gelesen werden (%1): Hier kann nichts unterschrieben oder überbracht werden.</translation>
    </message>
    <message>
        <source>Record in detail</source>
        <translation>Eintrag im Einzelnen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Export with proof…</source>
        <translation>Mit Beweis exportieren…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Choose a record to read it in detail.</source>
        <translation>Wählen Sie einen Eintrag, um ihn genau zu lesen.</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>All records as text, with everything that others need to check the chain.</source>
        <translation>Alle Einträge als Text, mit allem, was andere zum Prüfen der Kette brauchen.</translation>
    </message>
    <message>
        <source>Copy the chosen record</source>
        <translation>Den gewählten Eintrag kopieren</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Pack serial</source>
        <translation>Seriennummer des Packs</translation>
    </message>
    <message>
        <source>Only the records of one day</source>
        <translation>Nur die Einträge eines Tages</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to %1. The file can be checked without this console.</source>
        <translation>
            <numerusform>%n Eintrag nach %1 geschrieben. Wer die Datei bekommt, kann sie ohne diese Konsole prüfen.</numerusform>
            <numerusform>%n Einträge nach %1 geschrieben. Wer die Datei bekommt, kann sie ohne diese Konsole prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>Two words about this audit</source>
        <translation>Zwei Aussagen über dieses Protokoll</translation>
    </message>
    <message>
        <source>%1 names a head of record %2 that this audit does not have.</source>
        <translation>%1 nennt einen Stand bei Eintrag %2, den dieses Protokoll nicht hat.</translation>
    </message>
    <message>
        <source>Either this audit was changed, or the holder of that key told something false. Ask %1 first. If you decide that it was false, what this key tells is a dispute from now on and no proof of damage; your decision is recorded. Revoke the key if it told something false on purpose.</source>
        <translation>Entweder wurde dieses Protokoll verändert, oder wer den Schlüssel hat, sagte etwas Falsches. Fragen Sie zuerst %1. Entscheiden Sie, dass es falsch war, gilt die Aussage dieses Schlüssels von nun an als Streitfall und nicht als Beweis für einen Schaden; Ihre Entscheidung wird aufgezeichnet. Widerrufen Sie den Schlüssel, wenn die Aussage mit Absicht falsch war.</translation>
    </message>
    <message>
        <source>It told something false</source>
        <translation>Die Aussage war falsch</translation>
    </message>
    <message>
        <source>Your decision is recorded. The audit is verified again; if it is in order, it can be written.</source>
        <translation>Ihre Entscheidung ist aufgezeichnet. Das Protokoll wird noch einmal geprüft; ist es in Ordnung, lässt es sich wieder fortschreiben.</translation>
    </message>
    <message>
        <source>Export proof…</source>
        <translation>Beleg exportieren…</translation>
    </message>
    <message>
        <source>Write the chosen record as a file that others can check without the other records</source>
        <translation>Den gewählten Eintrag als Datei schreiben, die andere ohne die übrigen Einträge prüfen können</translation>
    </message>
    <message>
        <source>Export the proof of a record</source>
        <translation>Beleg für einen Eintrag exportieren</translation>
    </message>
    <message>
        <source>No checkpoint that has record %1 is signed yet. Sign in, or sign a document: then one is made, and you can export the proof.</source>
        <translation>Noch niemand hat einen Prüfpunkt unterschrieben, der Eintrag %1 enthält. Melden Sie sich an oder unterschreiben Sie ein Dokument: Dann entsteht einer, und Sie können den Beleg exportieren.</translation>
    </message>
    <message>
        <source>Record %1 was written to %2. The file proves that it is one of the %3 records that %4 signed for; of the others it tells nothing.</source>
        <translation>Eintrag %1 wurde nach %2 geschrieben. Die Datei beweist, dass er einer der %3 Einträge ist, für die %4 unterschrieben hat; von den anderen verrät sie nichts.</translation>
    </message>
    <message>
        <source>As of a day…</source>
        <translation>Stand eines Tages…</translation>
    </message>
    <message>
        <source>Rules, values and keys as they were on a past day, and what proves it</source>
        <translation>Regeln, Werte und Schlüssel, wie sie an einem vergangenen Tag waren, und was es beweist</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Dokument öffnen</translation>
    </message>
    <message>
        <source>Check a file…</source>
        <translation>Datei prüfen…</translation>
    </message>
    <message>
        <source>Show all records</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
        <source>The document that the chosen record is about, as it is here now</source>
        <translation>Das Dokument, um das es in dem gewählten Eintrag geht, wie es jetzt hier ist</translation>
    </message>
    <message>
        <source>An export or the proof of a record, of this audit or of another one</source>
        <translation>Ein Export oder der Beweis eines Eintrags, aus diesem Protokoll oder einem anderen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>No record is like that.</source>
        <translation>Kein Eintrag passt dazu.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. What is signed, delivered, trusted or refused here is kept in this list, and cannot be changed without a trace.</source>
        <translation>Noch ist nichts aufgezeichnet. Was hier unterschrieben, zugestellt, anerkannt oder abgelehnt wird, bleibt in dieser Liste und lässt sich nicht spurlos ändern.</translation>
    </message>
    <message>
        <source>Check an export or a proof</source>
        <translation>Export oder Beweis prüfen</translation>
    </message>
    <message>
        <source>Exports and proofs (*.jsonl *.json)</source>
        <translation>Exporte und Beweise (*.jsonl *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is neither an export of an audit nor the proof of a record.</source>
        <translation>%1 ist weder der Export eines Protokolls noch der Beweis eines Eintrags.</translation>
    </message>
    <message>
        <source>%1 proves nothing. %2</source>
        <translation>%1 beweist nichts. %2</translation>
    </message>
    <message>
        <source>Begin and end of one act are one row. An export has each record, as has “packwardenctl audit list”.</source>
        <translation>Anfang und Ende einer Handlung sind eine Zeile. Ein Export enthält jeden Eintrag, ebenso „packwardenctl audit list“.</translation>
    </message>
    <message>
        <source>Begun, no end recorded</source>
        <translation>Begonnen, kein Ende aufgezeichnet</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) so far…</source>
        <translation>
            <numerusform>%n Zeile bisher…</numerusform>
            <numerusform>%n Zeilen bisher…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::AuditWords</name>
    <message numerus="yes">
        <source> (%n byte(s))</source>
        <translation>
            <numerusform> (%n Byte)</numerusform>
            <numerusform> (%n Bytes)</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Joins begun and outcome</source>
        <translation>Verbindet Beginn und Ergebnis</translation>
    </message>
    <message>
        <source>Reason in detail</source>
        <translation>Grund im Einzelnen</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Document (SHA-256)</source>
        <translation>Dokument (SHA-256)</translation>
    </message>
    <message>
        <source>Payload (SHA-256)</source>
        <translation>Inhalt (SHA-256)</translation>
    </message>
    <message>
        <source>Certificate (SHA-256)</source>
        <translation>Zertifikat (SHA-256)</translation>
    </message>
    <message>
        <source>Key (SHA-256)</source>
        <translation>Schlüssel (SHA-256)</translation>
    </message>
    <message>
        <source>List (SHA-256)</source>
        <translation>Liste (SHA-256)</translation>
    </message>
    <message>
        <source>Charter</source>
        <translation>Charta</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Partei</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Revoked serial numbers</source>
        <translation>Widerrufene Seriennummern</translation>
    </message>
    <message>
        <source>As compromised</source>
        <translation>Als kompromittiert</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Signed as</source>
        <translation>Unterschrieben als</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Quittung</translation>
    </message>
    <message>
        <source>Begun by record</source>
        <translation>Begonnen mit Eintrag</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Hash of the record before</source>
        <translation>Hash des vorigen Eintrags</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. Nothing is said about this audit; %n record(s) were looked at.</source>
        <translation>
            <numerusform>Angehalten. Über dieses Protokoll ist nichts gesagt; %n Eintrag wurde angesehen.</numerusform>
            <numerusform>Angehalten. Über dieses Protokoll ist nichts gesagt; %n Einträge wurden angesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged at record %1 (%2). The %n record(s) before it are intact. Nothing more is written here.</source>
        <translation>
            <numerusform>Beschädigt bei Eintrag %1 (%2). Der Eintrag davor ist unversehrt. Hier wird nichts mehr geschrieben.</numerusform>
            <numerusform>Beschädigt bei Eintrag %1 (%2). Die %n Einträge davor sind unversehrt. Hier wird nichts mehr geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged (%1), though all %n record(s) follow from one another. Nothing more is written here.</source>
        <translation>
            <numerusform>Beschädigt (%1), obwohl der eine Eintrag in Ordnung ist. Hier wird nichts mehr geschrieben.</numerusform>
            <numerusform>Beschädigt (%1), obwohl alle %n Einträge aufeinander folgen. Hier wird nichts mehr geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %n record(s) follow from one another.</source>
        <translation>
            <numerusform>Unversehrt: es gibt einen Eintrag.</numerusform>
            <numerusform>Unversehrt: alle %n Einträge folgen aufeinander.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them is witnessed by others yet.</source>
        <translation>Noch ist keiner davon von anderen bezeugt.</translation>
    </message>
    <message>
        <source>Anchored up to record %1 by %2.</source>
        <translation>Bis Eintrag %1 verankert durch %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) after it are not yet witnessed.</source>
        <translation>
            <numerusform>%n Eintrag danach ist noch nicht bezeugt.</numerusform>
            <numerusform>%n Einträge danach sind noch nicht bezeugt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another copy of this audit has a different record %1 (%2).</source>
        <translation>Jemand hat einen anderen Eintrag %1 dieses Protokolls (%2).</translation>
    </message>
    <message>
        <source>Another audit was seen with two histories; record %1 keeps the evidence.</source>
        <translation>Ein anderes Protokoll wurde mit zwei Vergangenheiten gesehen; Eintrag %1 bewahrt den Beweis.</translation>
    </message>
    <message>
        <source>The checkpoint of record %1 is none (%2).</source>
        <translation>Der Prüfpunkt von Eintrag %1 ist keiner (%2).</translation>
    </message>
    <message>
        <source>The checkpoint of record %1 does not count (%2).</source>
        <translation>Der Prüfpunkt von Eintrag %1 zählt nicht (%2).</translation>
    </message>
    <message>
        <source>No checkpoint covers record %1.</source>
        <translation>Kein Prüfpunkt deckt Eintrag %1.</translation>
    </message>
    <message numerus="yes">
        <source>Checkpoints are damaged or missing, though all %n record(s) follow from one another. Export this audit, and compare it with what others hold.</source>
        <translation>
            <numerusform>Prüfpunkte sind beschädigt oder fehlen, obwohl es nur einen Eintrag gibt. Exportieren Sie dieses Protokoll und vergleichen Sie es mit dem, was andere haben.</numerusform>
            <numerusform>Prüfpunkte sind beschädigt oder fehlen, obwohl alle %n Einträge aufeinander folgen. Exportieren Sie dieses Protokoll und vergleichen Sie es mit dem, was andere haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether records were removed from its end, after the last one that others hold, cannot be seen here.</source>
        <translation>Ob am Ende, nach dem letzten Eintrag, den andere haben, Einträge entfernt wurden, ist hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>What contradicts</source>
        <translation>Was sich widerspricht</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Fingerprints were compared</source>
        <translation>Fingerabdrücke wurden verglichen</translation>
    </message>
    <message>
        <source>Could not be proved</source>
        <translation>Nicht zu beweisen</translation>
    </message>
    <message>
        <source>%1 is an export of this console&apos;s audit.</source>
        <translation>%1 ist ein Export des Protokolls dieser Konsole.</translation>
    </message>
    <message>
        <source>%1 is an export of another audit, %2.</source>
        <translation>%1 ist ein Export eines anderen Protokolls, %2.</translation>
    </message>
    <message numerus="yes">
        <source>It is damaged at record %1 (%2). The %n record(s) before it are intact.</source>
        <translation>
            <numerusform>Er ist bei Eintrag %1 beschädigt (%2). Der %n Eintrag davor ist unversehrt.</numerusform>
            <numerusform>Er ist bei Eintrag %1 beschädigt (%2). Die %n Einträge davor sind unversehrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 proves record %2 of audit %3: %4, %5, by %6 on %7. It is one of the %8 records that %9 signed for.</source>
        <translation>%1 beweist Eintrag %2 des Protokolls %3: %4, %5, von %6 am %7. Er ist einer der %8 Einträge, für die %9 unterschrieben hat.</translation>
    </message>
    <message>
        <source>no person</source>
        <translation>niemandem</translation>
    </message>
    <message>
        <source>That key is not trusted here: %1</source>
        <translation>Diesem Schlüssel wird hier nicht vertraut: %1</translation>
    </message>
    <message>
        <source>Whether that key is good cannot be judged here: no rules are trusted.</source>
        <translation>Ob dieser Schlüssel gilt, lässt sich hier nicht beurteilen: Es sind keine Regeln anerkannt.</translation>
    </message>
    <message>
        <source>Whether the key of the checkpoint of record %1 was revoked cannot be told: the revocation list here is too old (%2). Import a newer list, then verify again.</source>
        <translation>Ob der Schlüssel des Prüfpunkts von Eintrag %1 gesperrt wurde, lässt sich nicht sagen: Die Sperrliste hier ist zu alt (%2). Importieren Sie eine neuere Liste und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>begun, ended later</source>
        <translation>begonnen, später beendet</translation>
    </message>
    <message>
        <source>begun, no end recorded</source>
        <translation>begonnen, kein Ende aufgezeichnet</translation>
    </message>
    <message>
        <source>%1, record %2</source>
        <translation>%1, Eintrag %2</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
</context>
<context>
    <name>packwarden::BusDialog</name>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Rahmen je Sekunde</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>It is tried again every second.</source>
        <translation>Es wird jede Sekunde wieder versucht.</translation>
    </message>
    <message>
        <source>Packs are heard. If they fall silent, the bus is closed and opened again by itself.</source>
        <translation>Packs sind zu hören. Verstummen sie, wird der Bus von selbst geschlossen und wieder geöffnet.</translation>
    </message>
    <message>
        <source>The interface is open, but nothing arrives. Check cable, termination and bit rate, and whether a pack is powered.</source>
        <translation>Die Schnittstelle ist offen, aber nichts kommt an. Prüfen Sie Kabel, Abschluss und Bitrate und ob ein Pack versorgt ist.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 cannot be used here: %2</source>
        <comment>kind of interface, cause</comment>
        <translation>%1 ist hier nicht benutzbar: %2</translation>
    </message>
    <message>
        <source>simulated bus of this computer</source>
        <translation>simulierter Bus dieses Rechners</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>interface, what it is</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Choose an interface from the list, or type its name, and connect.</source>
        <translation>Wählen Sie eine Schnittstelle aus der Liste oder geben Sie ihren Namen ein, und verbinden Sie.</translation>
    </message>
    <message>
        <source>The interface does not open; the cause stands below. It is tried again every second.</source>
        <translation>Die Schnittstelle lässt sich nicht öffnen; die Ursache steht unten. Es wird jede Sekunde neu versucht.</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>as the interface is set</source>
        <translation>wie die Schnittstelle eingestellt ist</translation>
    </message>
    <message>
        <source>Packs are watched, and asked nothing. The interface still acknowledges what it hears, unless its driver is set to listen only.</source>
        <translation>Packs werden beobachtet und nichts gefragt. Die Schnittstelle bestätigt weiterhin, was sie hört, sofern ihr Treiber nicht auf reines Zuhören gestellt ist.</translation>
    </message>
    <message>
        <source>A simulated bus has no bit rate.</source>
        <translation>Ein simulierter Bus hat keine Bitrate.</translation>
    </message>
    <message>
        <source>The system sets the bit rate of this interface (ip link set %1 type can bitrate …).</source>
        <translation>Das System stellt die Bitrate dieser Schnittstelle ein (ip link set %1 type can bitrate …).</translation>
    </message>
    <message>
        <source>“%1” does not say what kind of interface it is.</source>
        <translation>„%1“ sagt nicht, welche Art von Schnittstelle es ist.</translation>
    </message>
    <message>
        <source>“%1” names no interface.</source>
        <translation>„%1“ nennt keine Schnittstelle.</translation>
    </message>
    <message>
        <source>There is no option “%1”, or it stands there twice. Options are fd, bitrate=250000, databitrate=2000000 and listen.</source>
        <translation>Eine Option „%1“ gibt es nicht, oder sie steht zweimal da. Optionen sind fd, bitrate=250000, databitrate=2000000 und listen.</translation>
    </message>
    <message>
        <source>“%1”: a CAN bus has %2 to %3 bits a second.</source>
        <translation>„%1“: Ein CAN-Bus hat %2 bis %3 Bit je Sekunde.</translation>
    </message>
    <message>
        <source>“%1”: the bit rate of this interface cannot be set from here.</source>
        <translation>„%1“: Die Bitrate dieser Schnittstelle lässt sich von hier nicht einstellen.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Packs are heard, and nothing is sent. If they fall silent, the bus is closed and opened again by itself.</source>
        <translation>Packs sind zu hören, und nichts wird gesendet. Verstummen sie, wird der Bus von selbst geschlossen und neu geöffnet.</translation>
    </message>
    <message>
        <source>Only listen</source>
        <translation>Nur zuhören</translation>
    </message>
    <message>
        <source>This program then sends nothing on the bus.</source>
        <translation>Dieses Programm sendet dann nichts auf dem Bus.</translation>
    </message>
    <message>
        <source>Add as another bus</source>
        <translation>Bus hinzufügen</translation>
    </message>
    <message>
        <source>Remove this bus</source>
        <translation>Diesen Bus entfernen</translation>
    </message>
    <message>
        <source>Buses of this desk</source>
        <translation>Busse dieses Arbeitsplatzes</translation>
    </message>
    <message>
        <source>The packs of both buses are shown together.</source>
        <translation>Die Packs beider Busse werden zusammen gezeigt.</translation>
    </message>
    <message>
        <source>To play it again, connect to it again.</source>
        <translation>Um sie noch einmal abzuspielen, verbinden Sie sich erneut damit.</translation>
    </message>
    <message>
        <source>No more of it can be played; the cause stands below.</source>
        <translation>Mehr davon lässt sich nicht abspielen; die Ursache steht unten.</translation>
    </message>
</context>
<context>
    <name>packwarden::BusHealthPopup</name>
    <message>
        <source>No bus is open. Connect to one to see how it is.</source>
        <translation>Kein Bus ist offen. Verbinden Sie sich mit einem, um zu sehen, wie es ihm geht.</translation>
    </message>
    <message>
        <source>How the bus is</source>
        <translation>Wie es dem Bus geht</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>Choose another bus, or connect anew</source>
        <translation>Einen anderen Bus wählen oder neu verbinden</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::BusHealthWords</name>
    <message>
        <source>node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>Interface gone</source>
        <translation>Schnittstelle fort</translation>
    </message>
    <message>
        <source>Simulated bus gone</source>
        <translation>Simulierter Bus fort</translation>
    </message>
    <message>
        <source>Controller is bus-off</source>
        <translation>Controller ist bus-off</translation>
    </message>
    <message>
        <source>Id %1 babbles, %2 % load</source>
        <translation>Kennung %1 redet dazwischen, %2 %</translation>
    </message>
    <message>
        <source>Bus overloaded, %1 %</source>
        <translation>Bus überlastet, %1 %</translation>
    </message>
    <message>
        <source>Bus is silent</source>
        <translation>Bus ist still</translation>
    </message>
    <message>
        <source>Controller is error passive</source>
        <translation>Controller ist error passive</translation>
    </message>
    <message>
        <source>No word from %1</source>
        <translation>Kein Wort von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error frame(s)</source>
        <translation>
            <numerusform>%n Fehler-Frame</numerusform>
            <numerusform>%n Fehler-Frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) lost</source>
        <translation>
            <numerusform>%n Frame verloren</numerusform>
            <numerusform>%n Frames verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n malformed frame(s)</source>
        <translation>
            <numerusform>%n falscher Frame</numerusform>
            <numerusform>%n falsche Frames</numerusform>
        </translation>
    </message>
    <message>
        <source>Interface sends nothing</source>
        <translation>Schnittstelle sendet nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) late</source>
        <translation>
            <numerusform>%n Frame verspätet</numerusform>
            <numerusform>%n Frames verspätet</numerusform>
        </translation>
    </message>
    <message>
        <source>Another console is here</source>
        <translation>Eine andere Konsole ist hier</translation>
    </message>
    <message>
        <source>Another tester is here</source>
        <translation>Ein anderer Tester ist hier</translation>
    </message>
    <message>
        <source>The CAN interface went down or was unplugged.</source>
        <translation>Die CAN-Schnittstelle wurde abgeschaltet oder abgezogen.</translation>
    </message>
    <message>
        <source>Plug it in or bring it up; the bus is opened again by itself, every second.</source>
        <translation>Stecken Sie sie an oder schalten Sie sie ein; der Bus wird jede Sekunde von selbst wieder geöffnet.</translation>
    </message>
    <message>
        <source>The program that hosts the simulated bus has ended.</source>
        <translation>Das Programm, das den simulierten Bus beherbergt, ist beendet.</translation>
    </message>
    <message>
        <source>Start the simulator again; this console comes back by itself.</source>
        <translation>Starten Sie den Simulator neu; diese Konsole kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>The CAN controller has left the bus after too many errors.</source>
        <translation>Der CAN-Controller hat den Bus nach zu vielen Fehlern verlassen.</translation>
    </message>
    <message>
        <source>Check wiring, termination and bit rate, then restart the interface.</source>
        <translation>Prüfen Sie Leitungen, Abschluss und Bitrate, dann starten Sie die Schnittstelle neu.</translation>
    </message>
    <message>
        <source>Frames of identifier %1 take most of the bus, which is %2 % full. Others hardly get through.</source>
        <translation>Frames der Kennung %1 belegen den größten Teil des Busses, der zu %2 % voll ist. Andere kommen kaum durch.</translation>
    </message>
    <message>
        <source>Find the node that sends them and take it off the bus.</source>
        <translation>Suchen Sie den Knoten, der sie sendet, und nehmen Sie ihn vom Bus.</translation>
    </message>
    <message>
        <source>The bus is %1 % full. Frames come late, and transfers may break off.</source>
        <translation>Der Bus ist zu %1 % voll. Frames kommen spät, und Übertragungen können abbrechen.</translation>
    </message>
    <message>
        <source>Take nodes off the bus before you deliver anything.</source>
        <translation>Nehmen Sie Knoten vom Bus, bevor Sie etwas übergeben.</translation>
    </message>
    <message>
        <source>The interface is open, but nothing arrives.</source>
        <translation>Die Schnittstelle ist offen, aber nichts kommt an.</translation>
    </message>
    <message>
        <source>Check cable, termination and bit rate, and whether a pack is powered.</source>
        <translation>Prüfen Sie Kabel, Abschluss und Bitrate, und ob ein Pack versorgt ist.</translation>
    </message>
    <message>
        <source>The CAN controller counts many errors; a few more, and it leaves the bus.</source>
        <translation>Der CAN-Controller zählt viele Fehler; noch einige mehr, und er verlässt den Bus.</translation>
    </message>
    <message>
        <source>Check wiring, termination and bit rate.</source>
        <translation>Prüfen Sie Leitungen, Abschluss und Bitrate.</translation>
    </message>
    <message>
        <source>%1 was here and is not heard any more. What is shown of it is old.</source>
        <translation>%1 war hier und ist nicht mehr zu hören. Was davon gezeigt wird, ist alt.</translation>
    </message>
    <message>
        <source>Check its plug and supply, if it was not taken away.</source>
        <translation>Prüfen Sie Stecker und Versorgung, falls es nicht weggenommen wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n error frame(s) in the last ten seconds.</source>
        <translation>
            <numerusform>%n Fehler-Frame in den letzten zehn Sekunden.</numerusform>
            <numerusform>%n Fehler-Frames in den letzten zehn Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check wiring and termination.</source>
        <translation>Prüfen Sie Leitungen und Abschluss.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of the packs did not arrive in the last ten seconds.</source>
        <translation>
            <numerusform>%n Frame der Packs kam in den letzten zehn Sekunden nicht an.</numerusform>
            <numerusform>%n Frames der Packs kamen in den letzten zehn Sekunden nicht an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some values may be older than they look.</source>
        <translation>Manche Werte können älter sein, als sie aussehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the last ten seconds are not what a pack sends. They were not used.</source>
        <translation>
            <numerusform>%n Frame der letzten zehn Sekunden ist nicht, was ein Pack sendet. Er wurde nicht benutzt.</numerusform>
            <numerusform>%n Frames der letzten zehn Sekunden sind nicht, was ein Pack sendet. Sie wurden nicht benutzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another node may use identifiers of the packs.</source>
        <translation>Vielleicht benutzt ein anderer Knoten Kennungen der Packs.</translation>
    </message>
    <message>
        <source>The interface takes no frame to send. Perhaps no other node is on the bus to acknowledge one.</source>
        <translation>Die Schnittstelle nimmt keinen Frame zum Senden an. Vielleicht ist kein anderer Knoten am Bus, der einen bestätigt.</translation>
    </message>
    <message>
        <source>Check cable and termination, and whether a pack is powered.</source>
        <translation>Prüfen Sie Kabel und Abschluss, und ob ein Pack versorgt ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) came later than after twice their cycle in the last ten seconds.</source>
        <translation>
            <numerusform>%n Frame kam in den letzten zehn Sekunden später als nach dem Doppelten seines Takts.</numerusform>
            <numerusform>%n Frames kamen in den letzten zehn Sekunden später als nach dem Doppelten ihres Takts.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bus or this computer is busy.</source>
        <translation>Der Bus oder dieser Rechner ist beschäftigt.</translation>
    </message>
    <message>
        <source>Another console asks packs on this bus, under this console&apos;s address (F1).</source>
        <translation>Eine andere Konsole fragt Packs an diesem Bus, unter der Adresse dieser Konsole (F1).</translation>
    </message>
    <message>
        <source>Each waits for the other; one after the other is quicker.</source>
        <translation>Jede wartet auf die andere; nacheinander geht es schneller.</translation>
    </message>
    <message>
        <source>A tester with the address %1 talks with packs on this bus.</source>
        <translation>Ein Tester mit der Adresse %1 spricht mit Packs an diesem Bus.</translation>
    </message>
    <message>
        <source>Ask who it is, if you do not know.</source>
        <translation>Fragen Sie, wer es ist, wenn Sie es nicht wissen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, of them %2 in the last ten seconds</source>
        <translation>%1, davon %2 in den letzten zehn Sekunden</translation>
    </message>
    <message>
        <source>a console (%1)</source>
        <translation>eine Konsole (%1)</translation>
    </message>
    <message>
        <source>; the controller warns of many</source>
        <translation>; der Controller warnt vor vielen</translation>
    </message>
    <message>
        <source>; the controller is error passive</source>
        <translation>; der Controller ist error passive</translation>
    </message>
    <message>
        <source>; the controller is bus-off</source>
        <translation>; der Controller ist bus-off</translation>
    </message>
    <message>
        <source>%1; the last one that is over took %2 s</source>
        <translation>%1; die letzte, die vorbei ist, dauerte %2 s</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>%1 % of %2 kbit/s; %3 % at most</source>
        <translation>%1 % von %2 kbit/s; höchstens %3 %</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>%1 a second; %2 heard, %3 sent</source>
        <translation>%1 je Sekunde; %2 gehört, %3 gesendet</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Error frames</source>
        <translation>Fehler-Frames</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Other testers</source>
        <translation>Andere Tester</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Unterbrechungen</translation>
    </message>
    <message>
        <source>%1 % of the %2 kbit/s that are assumed, as the interface tells no rate; %3 % at most</source>
        <translation>%1 % der angenommenen %2 kbit/s, da die Schnittstelle keine Rate nennt; höchstens %3 %</translation>
    </message>
    <message>
        <source>Bus does not open</source>
        <translation>Bus öffnet sich nicht</translation>
    </message>
    <message>
        <source>The bus could not be opened.</source>
        <translation>Der Bus ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The bus could not be opened: %1.</source>
        <translation>Der Bus ließ sich nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>Choose another one, or mend this; it is tried again every second.</source>
        <translation>Wählen Sie einen anderen oder beheben Sie das; es wird jede Sekunde neu versucht.</translation>
    </message>
</context>
<context>
    <name>packwarden::BusStatus</name>
    <message>
        <source>What packs hold, lack or have signed is not read, and new lists are not brought to them.</source>
        <translation>Was Packs enthalten, was ihnen fehlt und was sie unterschrieben haben, wird nicht gelesen; neue Listen werden ihnen nicht gebracht.</translation>
    </message>
    <message>
        <source>Owner, rules and lists are those of the last reading, and nothing can be rolled out.</source>
        <translation>Eigentümer, Regeln und Listen sind die der letzten Lesung, und nichts lässt sich ausrollen.</translation>
    </message>
    <message>
        <source>Packs are shown as they tell of themselves, without proof and without their serial numbers. Fault memory, parameters and security cannot be read, and nothing can be changed.</source>
        <translation>Packs werden gezeigt, wie sie von sich erzählen, ohne Beweis und ohne Seriennummer. Fehlerspeicher, Parameter und Sicherheit lassen sich nicht lesen, und nichts lässt sich ändern.</translation>
    </message>
    <message>
        <source>The rules are those known here. Whether packs hold others is not read.</source>
        <translation>Die Regeln sind die hier bekannten. Ob Packs andere enthalten, wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Documents can be drafted and signed. None can be delivered, and no receipt is read.</source>
        <translation>Dokumente lassen sich entwerfen und unterschreiben. Keines lässt sich ausliefern, und keine Quittung wird gelesen.</translation>
    </message>
    <message>
        <source>Certificates and lists can be made. They are not brought to packs.</source>
        <translation>Zertifikate und Listen lassen sich erstellen. Zu Packs gebracht werden sie nicht.</translation>
    </message>
    <message>
        <source>No pack is asked which audits it witnesses.</source>
        <translation>Kein Pack wird gefragt, welche Protokolle es bezeugt.</translation>
    </message>
    <message>
        <source>This bus is only listened to.</source>
        <translation>Auf diesem Bus wird nur zugehört.</translation>
    </message>
    <message>
        <source>%1 is only listened to.</source>
        <comment>bus</comment>
        <translation>Auf %1 wird nur zugehört.</translation>
    </message>
    <message>
        <source>Bus…</source>
        <translation>Bus…</translation>
    </message>
</context>
<context>
    <name>packwarden::CauseWords</name>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>empty file</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>nothing but zeros in the file</source>
        <translation>die Datei enthält nur Nullen</translation>
    </message>
    <message>
        <source>%1, not UTF-8</source>
        <translation>%1, nicht UTF-8</translation>
    </message>
    <message>
        <source>Latin-1 or another encoding</source>
        <translation>Latin-1 oder eine andere Kodierung</translation>
    </message>
    <message>
        <source>an array where the object of the rules should be</source>
        <translation>eine Liste, wo das Objekt der Regeln stehen soll</translation>
    </message>
    <message>
        <source>a second document behind the first</source>
        <translation>ein zweites Dokument hinter dem ersten</translation>
    </message>
    <message>
        <source>more text behind the end of the object</source>
        <translation>weiterer Text hinter dem Ende des Objekts</translation>
    </message>
    <message>
        <source>the text ends before its object does</source>
        <translation>der Text endet vor seinem Objekt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here</source>
        <translation>„%1“ gehört nicht hierher</translation>
    </message>
    <message>
        <source>a comment; JSON has none</source>
        <translation>ein Kommentar; in JSON gibt es keine</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>mehr als %1 Ebenen ineinander</translation>
    </message>
    <message>
        <source>single quotation marks; JSON has double ones</source>
        <translation>einfache Anführungszeichen; JSON hat doppelte</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice, first in line %2</source>
        <translation>der Schlüssel „%1“ steht zweimal da, zuerst in Zeile %2</translation>
    </message>
    <message>
        <source>a comma is missing before this</source>
        <translation>davor fehlt ein Komma</translation>
    </message>
    <message>
        <source>a comma behind the last value</source>
        <translation>ein Komma hinter dem letzten Wert</translation>
    </message>
    <message>
        <source>a text without its closing quotation mark</source>
        <translation>ein Text ohne schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>a control character in a text</source>
        <translation>ein Steuerzeichen in einem Text</translation>
    </message>
    <message>
        <source>the character %1 has no place in a name; where it is meant, write it as an escape</source>
        <translation>das Zeichen %1 hat in einem Namen nichts zu suchen; wo es gemeint ist, schreiben Sie es als Escape</translation>
    </message>
    <message>
        <source>the character %1 has no place in a name</source>
        <translation>das Zeichen %1 hat in einem Namen nichts zu suchen</translation>
    </message>
    <message>
        <source>an escape that means no character</source>
        <translation>ein Escape, das kein Zeichen bedeutet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no JSON value</source>
        <translation>„%1“ ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>JSON at byte %1</source>
        <translation>kein JSON ab Byte %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>unknown key</source>
        <translation>unbekannter Schlüssel</translation>
    </message>
    <message>
        <source>no valid name</source>
        <translation>kein gültiger Name</translation>
    </message>
    <message>
        <source>the key is not a whole number from %1 to %2</source>
        <translation>der Schlüssel ist keine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>not a whole number from %1 to %2</source>
        <translation>keine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number, not %1</source>
        <translation>eine Zahl, nicht %1</translation>
    </message>
    <message>
        <source>a text, not %1</source>
        <translation>ein Text, nicht %1</translation>
    </message>
    <message>
        <source>an array, not %1</source>
        <translation>eine Liste, nicht %1</translation>
    </message>
    <message>
        <source>an object, not %1</source>
        <translation>ein Objekt, nicht %1</translation>
    </message>
    <message>
        <source>null, not %1</source>
        <translation>null, nicht %1</translation>
    </message>
    <message>
        <source>true or false, not %1</source>
        <translation>wahr oder falsch, nicht %1</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>%1; write it as %2</source>
        <translation>%1; schreiben Sie es als %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date</source>
        <translation>„%1“ ist kein Datum</translation>
    </message>
    <message>
        <source>no calendar has the day %1</source>
        <translation>den Tag %1 gibt es in keinem Kalender</translation>
    </message>
    <message>
        <source>%1 is a date without a time of day</source>
        <translation>%1 ist ein Datum ohne Uhrzeit</translation>
    </message>
    <message>
        <source>no day has the time %1</source>
        <translation>die Uhrzeit %1 gibt es nicht</translation>
    </message>
    <message>
        <source>fractions of a second (%1) would be lost</source>
        <translation>Sekundenbruchteile (%1) gingen verloren</translation>
    </message>
    <message>
        <source>%1 names no time zone</source>
        <translation>%1 nennt keine Zeitzone</translation>
    </message>
    <message>
        <source>%1 is not in UTC; there it is %2</source>
        <translation>%1 ist nicht in UTC; dort ist es %2</translation>
    </message>
    <message>
        <source>%1 is before 1970</source>
        <translation>%1 liegt vor 1970</translation>
    </message>
    <message>
        <source>more than %1 characters</source>
        <translation>mehr als %1 Zeichen</translation>
    </message>
    <message>
        <source>%1 seats, of which %2 are needed</source>
        <translation>%1 Sitze, von denen %2 nötig sind</translation>
    </message>
    <message>
        <source>no SHA-256 of 64 hexadecimal digits in lower case</source>
        <translation>kein SHA-256 aus 64 hexadezimalen Ziffern in Kleinschreibung</translation>
    </message>
    <message>
        <source>not a sentence of 1 to %1 characters</source>
        <translation>kein Satz von 1 bis %1 Zeichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be meant in two ways; write &quot;%2&quot; or &quot;%3&quot;</source>
        <translation>„%1“ lässt sich auf zwei Arten lesen; schreiben Sie „%2“ oder „%3“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity such as &quot;4.25&quot;</source>
        <translation>„%1“ ist keine Größe wie „4.25“</translation>
    </message>
    <message>
        <source>a step of nothing</source>
        <translation>ein Schritt von nichts</translation>
    </message>
    <message>
        <source>%1 entries where a range has two</source>
        <translation>%1 Einträge, wo ein Bereich zwei hat</translation>
    </message>
    <message>
        <source>the lower end %1 is above the upper end %2</source>
        <translation>das untere Ende %1 liegt über dem oberen %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no seat such as &quot;owner/asset-manager&quot;</source>
        <translation>„%1“ ist kein Sitz wie „owner/asset-manager“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2</source>
        <translation>„%1“ ist nichts von %2</translation>
    </message>
    <message>
        <source>no signature is needed, which is no rule</source>
        <translation>keine Unterschrift ist nötig, das ist keine Regel</translation>
    </message>
    <message>
        <source>not a lower parameter, a gap and an upper parameter</source>
        <translation>nicht unterer Parameter, Abstand und oberer Parameter</translation>
    </message>
    <message>
        <source>a gap below zero</source>
        <translation>ein Abstand unter null</translation>
    </message>
    <message>
        <source>no certificate that packs accept: %1</source>
        <translation>kein Zertifikat, das Packs annehmen: %1</translation>
    </message>
    <message>
        <source>neither &quot;lower&quot; nor &quot;higher&quot;</source>
        <translation>weder „lower“ noch „higher“</translation>
    </message>
    <message>
        <source>%1 again, as in %2</source>
        <translation>%1 noch einmal, wie in %2</translation>
    </message>
    <message>
        <source>no seat</source>
        <translation>kein Sitz</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Nummer</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>zwei Nummern</translation>
    </message>
    <message>
        <source>the number is no INTEGER</source>
        <translation>die Nummer ist kein INTEGER</translation>
    </message>
    <message>
        <source>the number is negative</source>
        <translation>die Nummer ist negativ</translation>
    </message>
    <message>
        <source>the number has %1 octets, more than %2 are not read</source>
        <translation>die Nummer hat %1 Oktette, mehr als %2 werden nicht gelesen</translation>
    </message>
    <message>
        <source>a delta to list %1, not a complete list</source>
        <translation>eine Ergänzung zu Liste %1, keine ganze Liste</translation>
    </message>
    <message>
        <source>a delta, not a complete list</source>
        <translation>eine Ergänzung, keine ganze Liste</translation>
    </message>
    <message>
        <source>issuing distribution point: %1</source>
        <translation>Ausgabestelle: %1</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>an indirect list, which speaks for other issuers</source>
        <translation>eine indirekte Liste, die für andere Aussteller spricht</translation>
    </message>
    <message>
        <source>only user certificates, not a complete list</source>
        <translation>nur Zertifikate von Inhabern, keine ganze Liste</translation>
    </message>
    <message>
        <source>only authorities, not a complete list</source>
        <translation>nur Stellen, keine ganze Liste</translation>
    </message>
    <message>
        <source>only attribute certificates</source>
        <translation>nur Attributzertifikate</translation>
    </message>
    <message>
        <source>only some reasons, not a complete list</source>
        <translation>nur einige Gründe, keine ganze Liste</translation>
    </message>
    <message>
        <source>of one distribution point, perhaps not a complete list</source>
        <translation>von einer Ausgabestelle, vielleicht keine ganze Liste</translation>
    </message>
    <message>
        <source>entry %1 speaks for another issuer: an indirect list</source>
        <translation>Eintrag %1 spricht für einen anderen Aussteller: eine indirekte Liste</translation>
    </message>
    <message>
        <source>entry %1 has a critical extension that is not known</source>
        <translation>Eintrag %1 hat eine kritische Erweiterung, die hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>a critical extension that is not known: %1</source>
        <translation>eine kritische Erweiterung, die hier nicht bekannt ist: %1</translation>
    </message>
    <message>
        <source>version %1, without a number</source>
        <translation>Version %1, ohne Nummer</translation>
    </message>
    <message>
        <source>no nextUpdate</source>
        <translation>kein nextUpdate</translation>
    </message>
    <message>
        <source>nextUpdate is no time</source>
        <translation>nextUpdate ist keine Zeit</translation>
    </message>
    <message>
        <source>no common name</source>
        <translation>kein Name (CN)</translation>
    </message>
    <message>
        <source>nothing of the common name can be seen</source>
        <translation>vom Namen (CN) ist nichts zu sehen</translation>
    </message>
    <message>
        <source>two common names, one of them %1</source>
        <translation>zwei Namen (CN), einer davon %1</translation>
    </message>
    <message>
        <source>two organisations, one of them %1</source>
        <translation>zwei Organisationen, eine davon %1</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>another lock</source>
        <translation>eine andere Sperre</translation>
    </message>
    <message>
        <source>the clock is sure</source>
        <translation>die Uhr ist sicher</translation>
    </message>
    <message>
        <source>isolated module</source>
        <translation>abgetrenntes Modul</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>no signature in time</source>
        <translation>keine Unterschrift in der Zeit</translation>
    </message>
    <message>
        <source>random generator</source>
        <translation>Zufallsgenerator</translation>
    </message>
    <message>
        <source>the statement names another policy</source>
        <translation>die Aussage nennt eine andere Policy</translation>
    </message>
    <message>
        <source>the statement names another charter</source>
        <translation>die Aussage nennt eine andere Charta</translation>
    </message>
    <message>
        <source>no fresh statement</source>
        <translation>keine frische Aussage</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>ohne Unterschrift</translation>
    </message>
    <message>
        <source>not stricter than %1</source>
        <translation>nicht strenger als %1</translation>
    </message>
    <message>
        <source>no catalogue of routines</source>
        <translation>kein Verzeichnis von Routinen</translation>
    </message>
    <message>
        <source>revision %1 is now %2</source>
        <translation>aus Stand %1 ist Stand %2 geworden</translation>
    </message>
    <message>
        <source>another root of: %1</source>
        <translation>eine andere Wurzel von: %1</translation>
    </message>
    <message>
        <source>%1: its limits and its foundation are not pinned</source>
        <translation>%1: Grenzen und Grundlage sind nicht festgehalten</translation>
    </message>
    <message>
        <source>read-only: %1</source>
        <translation>nur lesbar: %1</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>im Betrieb</translation>
    </message>
</context>
<context>
    <name>packwarden::CellCard</name>
    <message>
        <source>No cell chosen</source>
        <translation>Keine Zelle gewählt</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>From the mean</source>
        <translation>Vom Mittel</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Resistance</source>
        <translation>Widerstand</translation>
    </message>
    <message>
        <source>Balancing</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>Age of reading</source>
        <translation>Alter der Messung</translation>
    </message>
    <message>
        <source>By what the map shows: %1</source>
        <translation>Nach dem, was die Karte zeigt: %1</translation>
    </message>
    <message>
        <source>Cell %1 · module %2, position %3</source>
        <translation>Zelle %1 · Modul %2, Platz %3</translation>
    </message>
    <message>
        <source>%1 V</source>
        <translation>%1 V</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>kein Messwert</translation>
    </message>
    <message>
        <source>%1 mV</source>
        <translation>%1 mV</translation>
    </message>
    <message>
        <source>%1 of %2, lowest first</source>
        <translation>%1 von %2, niedrigste zuerst</translation>
    </message>
    <message>
        <source>%1 °C, of the module</source>
        <translation>%1 °C, vom Modul</translation>
    </message>
    <message>
        <source>%1 mΩ (mean %2)</source>
        <translation>%1 mΩ (Mittel %2)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>packwarden::CellMap</name>
    <message>
        <source>Cell map</source>
        <translation>Zellenkarte</translation>
    </message>
    <message>
        <source>Cell %1</source>
        <translation>Zelle %1</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>kein Messwert</translation>
    </message>
    <message>
        <source>%1 V</source>
        <translation>%1 V</translation>
    </message>
    <message>
        <source>%1 mV from the mean</source>
        <translation>%1 mV vom Mittel</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>niedrigste</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchste</translation>
    </message>
    <message>
        <source>balancing</source>
        <translation>gleicht aus</translation>
    </message>
    <message>
        <source>%1 s old</source>
        <translation>%1 s alt</translation>
    </message>
    <message>
        <source>lowest %1</source>
        <translation>niedrigste %1</translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation>höchste %1</translation>
    </message>
    <message>
        <source>Waiting for the first cell voltages of this pack.</source>
        <translation>Warte auf die ersten Zellspannungen dieses Packs.</translation>
    </message>
    <message>
        <source>M%1</source>
        <comment>module number</comment>
        <translation>M%1</translation>
    </message>
    <message>
        <source>beyond the pack&apos;s limits</source>
        <translation>jenseits der Grenzen des Packs</translation>
    </message>
    <message>
        <source>(the pack&apos;s limits)</source>
        <translation>(die Grenzen des Packs)</translation>
    </message>
    <message>
        <source>beyond the limits</source>
        <translation>jenseits der Grenzen</translation>
    </message>
</context>
<context>
    <name>packwarden::CellValues</name>
    <message>
        <source>mV</source>
        <translation>mV</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>balancing</source>
        <translation>gleicht aus</translation>
    </message>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>mV from mean</source>
        <translation>mV vom Mittel</translation>
    </message>
    <message>
        <source>Voltage, V</source>
        <translation>Spannung, V</translation>
    </message>
    <message>
        <source>Temperature, °C</source>
        <translation>Temperatur, °C</translation>
    </message>
    <message>
        <source>Balancing</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>Resistance, mΩ</source>
        <translation>Widerstand, mΩ</translation>
    </message>
</context>
<context>
    <name>packwarden::Chip</name>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
</context>
<context>
    <name>packwarden::CoalitionView</name>
    <message>
        <source>Working it out…</source>
        <translation>Wird ausgerechnet…</translation>
    </message>
    <message>
        <source>With my unsaved edits</source>
        <translation>Mit meinen ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>What one company opens</source>
        <translation>Was eine Firma allein öffnet</translation>
    </message>
    <message>
        <source>How few can do what harms</source>
        <translation>Wie wenige das können, was schadet</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation>Mindestens nötig</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>One key</source>
        <translation>Ein Schlüssel</translation>
    </message>
    <message>
        <source>One laptop</source>
        <translation>Ein Rechner</translation>
    </message>
    <message>
        <source>One company alone</source>
        <translation>Eine Firma allein</translation>
    </message>
    <message>
        <source>Layers 3 and 4, by the rules alone: every company is taken to certify as many people as it likes. Where the author may not approve, one more person writes the document. A laptop: all keys of one person known here.</source>
        <translation>Schichten 3 und 4, allein nach den Regeln: von jeder Firma wird angenommen, dass sie so viele Leute zertifiziert, wie sie möchte. Wo der Verfasser nicht zustimmen darf, schreibt noch jemand das Dokument. Ein Rechner: alle Schlüssel einer hier bekannten Person.</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No pack is known here yet, whose rules could be judged. Connect one.</source>
        <translation>Noch ist kein Pack bekannt, dessen Regeln beurteilt werden könnten. Verbinden Sie eines.</translation>
    </message>
    <message numerus="yes">
        <source>No company opens any of these %n right(s) alone.</source>
        <translation>
            <numerusform>Keine Firma öffnet dieses eine Recht allein.</numerusform>
            <numerusform>Keine Firma öffnet eines dieser %n Rechte allein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n right(s) can be opened by one company alone.</source>
        <translation>
            <numerusform>%1 von %n Recht kann eine Firma allein öffnen.</numerusform>
            <numerusform>%1 von %n Rechten kann eine Firma allein öffnen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::CommandPalette</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a page, pack, document, parameter or action</source>
        <translation>Seite, Pack, Dokument, Parameter oder Aktion finden</translation>
    </message>
    <message>
        <source>Pages, packs, documents, parameters, actions</source>
        <translation>Seiten, Packs, Dokumente, Parameter, Aktionen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter opens, Esc closes</source>
        <translation>Auf und Ab wählen, Eingabe öffnet, Esc schließt</translation>
    </message>
</context>
<context>
    <name>packwarden::CompanyDialog</name>
    <message>
        <source>Make both keys</source>
        <translation>Beide Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Start a company</source>
        <translation>Firma gründen</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Passphrase of the root</source>
        <translation>Passphrase der Wurzel</translation>
    </message>
    <message>
        <source>Passphrase of your key</source>
        <translation>Passphrase Ihres Schlüssels</translation>
    </message>
    <message numerus="yes">
        <source>The root certifies your people: keep its file offline and its passphrase in a safe. Passphrases have at least %n characters and differ.</source>
        <translation>
            <numerusform>Die Wurzel beglaubigt Ihre Leute: ihre Datei bleibt ohne Netz, ihre Passphrase im Tresor. Passphrasen haben mindestens %n Zeichen und unterscheiden sich.</numerusform>
            <numerusform>Die Wurzel beglaubigt Ihre Leute: ihre Datei bleibt ohne Netz, ihre Passphrase im Tresor. Passphrasen haben mindestens %n Zeichen und unterscheiden sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Making two keys…</source>
        <translation>Zwei Schlüssel werden angelegt…</translation>
    </message>
    <message>
        <source>%1 Done. Your key: %2
Root, into the safe: %3
For partners, with the fingerprint %4: %5</source>
        <translation>%1 Fertig. Ihr Schlüssel: %2
Wurzel, in den Tresor: %3
Für Partner, mit dem Fingerabdruck %4: %5</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Enter the name of the company.</source>
        <translation>Geben Sie den Namen der Firma ein.</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Geben Sie Ihren Namen ein.</translation>
    </message>
    <message>
        <source>Enter the folder for the two key files.</source>
        <translation>Geben Sie den Ordner für die beiden Schlüsseldateien an.</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase of the root has fewer than %n characters.</source>
        <translation>
            <numerusform>Die Passphrase der Wurzel hat weniger als %n Zeichen.</numerusform>
            <numerusform>Die Passphrase der Wurzel hat weniger als %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the passphrase of the root twice, both times the same.</source>
        <translation>Geben Sie die Passphrase der Wurzel zweimal gleich ein.</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase of your key has fewer than %n characters.</source>
        <translation>
            <numerusform>Die Passphrase Ihres Schlüssels hat weniger als %n Zeichen.</numerusform>
            <numerusform>Die Passphrase Ihres Schlüssels hat weniger als %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the passphrase of your key twice, both times the same.</source>
        <translation>Geben Sie die Passphrase Ihres Schlüssels zweimal gleich ein.</translation>
    </message>
    <message>
        <source>Choose two different passphrases.</source>
        <translation>Wählen Sie zwei verschiedene Passphrasen.</translation>
    </message>
</context>
<context>
    <name>packwarden::ConditionsDialog</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Contract clause</source>
        <translation>Vertragsklausel</translation>
    </message>
    <message>
        <source>No clause</source>
        <translation>Keine Klausel</translation>
    </message>
    <message>
        <source>%1, clause %2: %3</source>
        <translation>%1, Klausel %2: %3</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>Alle Packs</translation>
    </message>
    <message>
        <source>Packs of %1</source>
        <translation>Packs von %1</translation>
    </message>
    <message>
        <source>Packs of %1 (no such group)</source>
        <translation>Packs von %1 (keine solche Gruppe)</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Only while</source>
        <translation>Nur während</translation>
    </message>
    <message>
        <source>Only to</source>
        <translation>Nur zum</translation>
    </message>
    <message>
        <source>All of this day counts.</source>
        <translation>Dieser Tag zählt ganz.</translation>
    </message>
    <message>
        <source>A field that says &quot;as each is&quot;, or a half checked box, stays as it is in each right.</source>
        <translation>Ein Feld mit „wie jeweils“ oder ein halb angekreuztes Kästchen bleibt in jedem Recht, wie es ist.</translation>
    </message>
    <message>
        <source>As each is</source>
        <translation>Wie jeweils</translation>
    </message>
</context>
<context>
    <name>packwarden::Console</name>
    <message>
        <source>The console for the recording could not be started.</source>
        <translation>Die Konsole für die Aufzeichnung konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The job is closed. The report is %1; both signed states and the recording lie beside it.</source>
        <translation>Der Auftrag ist abgeschlossen. Der Bericht ist %1; beide unterschriebenen Zustände und die Aufzeichnung liegen daneben.</translation>
    </message>
    <message>
        <source>Another window of this console works on a job at %1. Close or drop the job there.</source>
        <translation>Ein anderes Fenster dieser Konsole arbeitet an einem Auftrag an %1. Schließen oder verwerfen Sie ihn dort.</translation>
    </message>
    <message>
        <source>The job at %1 was dropped. What was signed and recorded stays in %2.</source>
        <translation>Der Auftrag an %1 ist verworfen. Was signiert und aufgezeichnet wurde, bleibt in %2.</translation>
    </message>
    <message>
        <source>A job card begins with a statement that the pack signs. Choose a pack that has told its serial number.</source>
        <translation>Eine Auftragskarte beginnt mit einer Erklärung, die das Pack signiert. Wählen Sie ein Pack, das seine Seriennummer genannt hat.</translation>
    </message>
    <message>
        <source>%1 was not brought up to date: %2 It is tried again, less and less often.</source>
        <translation>%1 wurde nicht auf den neuesten Stand gebracht: %2 Es wird wieder versucht, immer seltener.</translation>
    </message>
    <message>
        <source>Every pack on the bus is visited now.</source>
        <translation>Jedes Pack am Bus wird jetzt besucht.</translation>
    </message>
    <message>
        <source>%1 is in the exchange now.</source>
        <translation>%1 ist jetzt in der gemeinsamen Datenbank.</translation>
    </message>
    <message>
        <source>%1 did not go to the exchange: %2</source>
        <translation>%1 ging nicht in die gemeinsame Datenbank: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or list(s) came from the exchange.</source>
        <translation>
            <numerusform>%n Dokument oder eine Liste kam aus der gemeinsamen Datenbank.</numerusform>
            <numerusform>%n Dokumente oder Listen kamen aus der gemeinsamen Datenbank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of the exchange were refused. %1</source>
        <translation>
            <numerusform>%n Dokument der gemeinsamen Datenbank wurde abgelehnt. %1</numerusform>
            <numerusform>%n Dokumente der gemeinsamen Datenbank wurden abgelehnt. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::ContractDatesDialog</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Dates of %1</source>
        <translation>Daten von %1</translation>
    </message>
    <message numerus="yes">
        <source>The same for all %n right(s) that rest on it.</source>
        <translation>
            <numerusform>Dasselbe für das eine Recht, das darauf beruht.</numerusform>
            <numerusform>Dasselbe für alle %n Rechte, die darauf beruhen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of this day counts.</source>
        <translation>Dieser Tag zählt ganz.</translation>
    </message>
</context>
<context>
    <name>packwarden::ContractDialog</name>
    <message>
        <source>Text of the contract</source>
        <translation>Text des Vertrags</translation>
    </message>
    <message>
        <source>Texts (*.txt *.pdf *.md)</source>
        <translation>Texte (*.txt *.pdf *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add a contract</source>
        <translation>Vertrag hinzufügen</translation>
    </message>
    <message>
        <source>Name of the contract</source>
        <translation>Name des Vertrags</translation>
    </message>
    <message>
        <source>for example LEASE-2026-014</source>
        <translation>zum Beispiel LEASE-2026-014</translation>
    </message>
    <message>
        <source>Agreed sentences, one a line</source>
        <translation>Vereinbarte Sätze, einer je Zeile</translation>
    </message>
    <message>
        <source>May clear service faults after a repair.</source>
        <translation>Darf nach einer Reparatur Servicefehler löschen.</translation>
    </message>
    <message>
        <source>Add it to the draft</source>
        <translation>In den Entwurf aufnehmen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>Klauseln</translation>
    </message>
    <message>
        <source>One agreed sentence a line; each becomes a clause that rights can rest on. The policy keeps the sentences and the fingerprint of the text; the text travels beside it.</source>
        <translation>Ein vereinbarter Satz je Zeile; jeder wird eine Klausel, auf der Rechte beruhen können. Die Regeln behalten die Sätze und den Fingerabdruck des Textes; der Text reist daneben mit.</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>In dieser Datei steht nichts.</translation>
    </message>
    <message>
        <source>%1, fingerprint %2</source>
        <translation>%1, Fingerabdruck %2</translation>
    </message>
    <message>
        <source>There is a contract of this name already.</source>
        <translation>Einen Vertrag dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>A name has letters, digits, and - _ . between them; 64 characters at most.</source>
        <translation>Ein Name hat Buchstaben, Ziffern und dazwischen - _ . ; höchstens 64 Zeichen.</translation>
    </message>
    <message>
        <source>Choose the file with the text, or drop it here.</source>
        <translation>Wählen Sie die Datei mit dem Text, oder legen Sie sie hier ab.</translation>
    </message>
    <message>
        <source>Write at least one sentence, of 1000 characters at most.</source>
        <translation>Schreiben Sie mindestens einen Satz von höchstens 1000 Zeichen.</translation>
    </message>
</context>
<context>
    <name>packwarden::ContractsView</name>
    <message>
        <source>The rules name no contract yet. Add one with its text, and let rights rest on its clauses.</source>
        <translation>Die Regeln nennen noch keinen Vertrag. Fügen Sie einen mit seinem Text hinzu, und lassen Sie Rechte auf seinen Klauseln beruhen.</translation>
    </message>
    <message>
        <source>Add a contract…</source>
        <translation>Vertrag hinzufügen…</translation>
    </message>
    <message>
        <source>Add a clause</source>
        <translation>Klausel hinzufügen</translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation>Daten…</translation>
    </message>
    <message>
        <source>Compare a text…</source>
        <translation>Text vergleichen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Contracts and what rests on them</source>
        <translation>Verträge und was auf ihnen beruht</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Was vereinbart ist</translation>
    </message>
    <message>
        <source>Who may do what by it</source>
        <translation>Wer dadurch was darf</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>open end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>lapsed on %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>No contract</source>
        <translation>Kein Vertrag</translation>
    </message>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n Klausel</numerusform>
            <numerusform>%n Klauseln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, fingerprint %2</source>
        <translation>%1, Fingerabdruck %2</translation>
    </message>
    <message>
        <source>The policy does not know this contract.</source>
        <translation>Die Regeln kennen diesen Vertrag nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n Recht</numerusform>
            <numerusform>%n Rechte</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing rests on it</source>
        <translation>darauf beruht nichts</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>With it lapse %n right(s).</source>
        <translation>
            <numerusform>Damit endet %n Recht.</numerusform>
            <numerusform>Damit enden %n Rechte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clause %1</source>
        <translation>Klausel %1</translation>
    </message>
    <message>
        <source>No clause</source>
        <translation>Keine Klausel</translation>
    </message>
    <message>
        <source>No such clause was agreed.</source>
        <translation>Eine solche Klausel ist nicht vereinbart.</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Dates are those of the rights that rest on it, and nothing does yet.</source>
        <translation>Daten sind die der Rechte, die darauf beruhen, und noch beruht nichts darauf.</translation>
    </message>
    <message>
        <source>Undo takes this back</source>
        <translation>Rückgängig nimmt das zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) rest on it; take those away first, or let them rest on another clause.</source>
        <translation>
            <numerusform>%n Recht beruht darauf; nehmen Sie es zuerst weg, oder lassen Sie es auf einer anderen Klausel beruhen.</numerusform>
            <numerusform>%n Rechte beruhen darauf; nehmen Sie sie zuerst weg, oder lassen Sie sie auf einer anderen Klausel beruhen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contract added</source>
        <translation>Vertrag hinzugefügt</translation>
    </message>
    <message>
        <source>What was agreed?</source>
        <translation>Was ist vereinbart?</translation>
    </message>
    <message>
        <source>Clause added</source>
        <translation>Klausel hinzugefügt</translation>
    </message>
    <message>
        <source>Dates changed</source>
        <translation>Daten geändert</translation>
    </message>
    <message>
        <source>Clause removed</source>
        <translation>Klausel entfernt</translation>
    </message>
    <message>
        <source>Contract removed</source>
        <translation>Vertrag entfernt</translation>
    </message>
    <message>
        <source>Compare a text</source>
        <translation>Text vergleichen</translation>
    </message>
    <message>
        <source>Texts (*.txt *.pdf *.md)</source>
        <translation>Texte (*.txt *.pdf *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This is the text of %1, to the byte.</source>
        <translation>Das ist der Text von %1, Byte für Byte.</translation>
    </message>
    <message>
        <source>This is not the text of %1 that the policy names. It has other bytes, if only one.</source>
        <translation>Das ist nicht der Text von %1, den die Regeln nennen. Er hat andere Bytes, und sei es nur eines.</translation>
    </message>
    <message>
        <source>A clause has one sentence, of 1000 characters at most.</source>
        <translation>Eine Klausel hat einen Satz von höchstens 1000 Zeichen.</translation>
    </message>
    <message>
        <source>Clause changed</source>
        <translation>Klausel geändert</translation>
    </message>
    <message>
        <source>lapses after %1</source>
        <translation>erlischt nach dem %1</translation>
    </message>
</context>
<context>
    <name>packwarden::DemoDesk</name>
    <message>
        <source>This console is a part of the demo already.</source>
        <translation>Diese Konsole ist schon ein Teil der Demo.</translation>
    </message>
    <message>
        <source>The demo was cancelled. What was made so far is kept.</source>
        <translation>Die Vorführung wurde abgebrochen. Was schon fertig war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The demo runs: four simulated packs, and a window in which you are signed in as the fleet manager. The menu at the top right opens the console of each other person, leaves the demo, or throws it away. This console is not part of it.</source>
        <translation>Die Demo läuft: vier simulierte Packs und ein Fenster, in dem Sie als Flottenleitung angemeldet sind. Das Menü oben rechts öffnet die Konsole jeder anderen Person, verlässt die Demo oder wirft sie weg. Diese Konsole ist kein Teil davon.</translation>
    </message>
    <message>
        <source>The demo did not start. %1</source>
        <translation>Die Demo ist nicht gestartet. %1</translation>
    </message>
    <message>
        <source>Looking at the demo world</source>
        <translation>Die Welt der Vorführung wird geprüft</translation>
    </message>
    <message>
        <source>The demo has ended. It goes on from there when you try it again.</source>
        <translation>Die Demo ist beendet. Sie geht dort weiter, wenn Sie sie wieder ausprobieren.</translation>
    </message>
    <message>
        <source>The demo is deleted.</source>
        <translation>Die Demo ist gelöscht.</translation>
    </message>
    <message>
        <source>Not all of the demo could be deleted: %1</source>
        <translation>Nicht alles von der Demo konnte gelöscht werden: %1</translation>
    </message>
    <message>
        <source>The demo is being made</source>
        <translation>Die Vorführung wird vorbereitet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the demo</source>
        <translation>Fortschritt der Vorführung</translation>
    </message>
    <message>
        <source>%1…
The first time takes about a minute.</source>
        <translation>%1…
Beim ersten Mal dauert es etwa eine Minute.</translation>
    </message>
    <message>
        <source>The console of %1 is open already.</source>
        <translation>Die Konsole von %1 ist schon offen.</translation>
    </message>
    <message>
        <source>The console of %1 could not be started.</source>
        <translation>Die Konsole von %1 ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>The console of %1 ended. %2</source>
        <translation>Die Konsole von %1 hat sich beendet. %2</translation>
    </message>
</context>
<context>
    <name>packwarden::DemoRunner</name>
    <message>
        <source>%1, %2</source>
        <comment>company, role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>person, number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The simulator ended. %1</source>
        <translation>Der Simulator hat sich beendet. %1</translation>
    </message>
    <message>
        <source>The program packwarden-sim is not at %1. Install the simulator, or start the demo with ./run.</source>
        <translation>Das Programm packwarden-sim liegt nicht unter %1. Installieren Sie den Simulator oder starten Sie die Demo mit ./run.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>No port of this machine is free for a simulated bus.</source>
        <translation>Auf diesem Rechner ist kein Port für einen simulierten Bus frei.</translation>
    </message>
    <message>
        <source>The demo world could not be made in %1, where %2 MB are free: it wants some of them and the right to write there. %3</source>
        <translation>Die Welt der Vorführung konnte in %1 nicht angelegt werden, wo %2 MB frei sind: sie braucht etwas davon und das Recht, dort zu schreiben. %3</translation>
    </message>
    <message>
        <source>Making the keys of all companies and people</source>
        <translation>Die Schlüssel aller Firmen und Personen werden erzeugt</translation>
    </message>
    <message>
        <source>Writing the key files</source>
        <translation>Die Schlüsseldateien werden geschrieben</translation>
    </message>
    <message>
        <source>Signing charter and policy</source>
        <translation>Charta und Richtlinie werden unterschrieben</translation>
    </message>
    <message>
        <source>Making four packs, from blank to sealed</source>
        <translation>Vier Packs entstehen, vom leeren bis zum versiegelten</translation>
    </message>
    <message>
        <source>Renewing certificates and lists that are due</source>
        <translation>Fällige Zertifikate und Listen werden erneuert</translation>
    </message>
    <message>
        <source>Starting the packs</source>
        <translation>Die Packs starten</translation>
    </message>
</context>
<context>
    <name>packwarden::DesktopFileChooser</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>packwarden::DistributionStrip</name>
    <message>
        <source>How values lie</source>
        <translation>Wie die Werte liegen</translation>
    </message>
    <message>
        <source>%1: not known of any pack on show</source>
        <translation>%1: von keinem gezeigten Pack bekannt</translation>
    </message>
    <message>
        <source>%1: from %2 to %3, half are at most %4</source>
        <translation>%1: von %2 bis %3, die Hälfte höchstens %4</translation>
    </message>
    <message numerus="yes">
        <source>Not known of %n pack(s).</source>
        <translation>
            <numerusform>Von %n Pack nicht bekannt.</numerusform>
            <numerusform>Von %n Packs nicht bekannt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::DockWords</name>
    <message>
        <source>one of %1</source>
        <translation>einer von %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>once another person writes it</source>
        <translation>sobald jemand anders es schreibt</translation>
    </message>
    <message>
        <source>only beyond a soft limit, with %1</source>
        <translation>nur jenseits einer weichen Grenze, mit %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>key ended on %1</source>
        <translation>Schlüssel endete am %1</translation>
    </message>
    <message>
        <source>key begins on %1</source>
        <translation>Schlüssel beginnt am %1</translation>
    </message>
    <message>
        <source>key is revoked</source>
        <translation>Schlüssel ist widerrufen</translation>
    </message>
    <message>
        <source>list of revoked keys is too old</source>
        <translation>Sperrliste ist zu alt</translation>
    </message>
    <message>
        <source>the pack does not trust who issued the key</source>
        <translation>das Pack vertraut nicht dem, der den Schlüssel ausgestellt hat</translation>
    </message>
    <message>
        <source>this company may not issue the role</source>
        <translation>diese Firma darf die Rolle nicht ausstellen</translation>
    </message>
    <message>
        <source>the pack is theft-locked</source>
        <translation>das Pack ist gegen Diebstahl gesperrt</translation>
    </message>
    <message>
        <source>the pack has lost its clock</source>
        <translation>das Pack hat seine Uhrzeit verloren</translation>
    </message>
    <message>
        <source>not in the pack&apos;s present state</source>
        <translation>nicht im jetzigen Zustand des Packs</translation>
    </message>
    <message>
        <source>contract begins on %1</source>
        <translation>Vertrag beginnt am %1</translation>
    </message>
    <message>
        <source>contract ended on %1</source>
        <translation>Vertrag endete am %1</translation>
    </message>
    <message>
        <source>the charter does not let this role</source>
        <translation>die Charta erlaubt es dieser Rolle nicht</translation>
    </message>
    <message>
        <source>the key does not count for this layer</source>
        <translation>der Schlüssel zählt in dieser Schicht nicht</translation>
    </message>
    <message>
        <source>the policy does not grant it</source>
        <translation>die Richtlinie gewährt es nicht</translation>
    </message>
    <message>
        <source>can do it alone</source>
        <translation>kann es allein</translation>
    </message>
    <message numerus="yes">
        <source>can take part, with %n other(s)</source>
        <translation>
            <numerusform>kann mitwirken, mit %n weiteren</numerusform>
            <numerusform>kann mitwirken, mit %n weiteren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n other(s) now</source>
        <translation>
            <numerusform>braucht jetzt %n weiteren</numerusform>
            <numerusform>braucht jetzt %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot any more</source>
        <translation>kann es nicht mehr</translation>
    </message>
    <message>
        <source>must always sign now</source>
        <translation>muss jetzt immer unterschreiben</translation>
    </message>
    <message>
        <source>need not be asked any more</source>
        <translation>muss nicht mehr gefragt werden</translation>
    </message>
    <message numerus="yes">
        <source>needs %n other(s) instead of %1</source>
        <translation>
            <numerusform>braucht %n weiteren statt %1</numerusform>
            <numerusform>braucht %n weitere statt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: revoked, but this pack has not heard of it. Bring it the list.</source>
        <translation>%1: widerrufen, aber dieses Pack weiß es noch nicht. Bringen Sie ihm die Liste.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This console knows no certificate of a %1; ask %2.</source>
        <translation>Diese Konsole kennt kein Zertifikat mit der Rolle %1; fragen Sie %2.</translation>
    </message>
    <message>
        <source>No role has a part in this.</source>
        <translation>Keine Rolle hat daran einen Anteil.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Gains: %1 %2</source>
        <translation>Gewinnt: %1 %2</translation>
    </message>
    <message>
        <source>Loses: %1 %2</source>
        <translation>Verliert: %1 %2</translation>
    </message>
    <message>
        <source>%1 (no person known here)</source>
        <translation>%1 (hier ist keine Person bekannt)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not possible, whatever people join</source>
        <translation>Nicht möglich, wer auch mitmacht</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n person(s)</source>
        <translation>
            <numerusform>mindestens %n Person</numerusform>
            <numerusform>mindestens %n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n company(s)</source>
        <translation>
            <numerusform>%1 aus %n Firma</numerusform>
            <numerusform>%1 aus %n Firmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of at least %n company(s)</source>
        <translation>
            <numerusform>%1 aus mindestens %n Firma</numerusform>
            <numerusform>%1 aus mindestens %n Firmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: one of them only writes the document</source>
        <translation>%1: einer davon schreibt nur das Dokument</translation>
    </message>
    <message>
        <source>It was: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <source>The row names several, but a pack does this in a session: one key that holds the right is enough.</source>
        <translation>Die Zeile nennt mehrere, aber ein Pack tut das in einer Sitzung: ein Schlüssel mit diesem Recht genügt.</translation>
    </message>
    <message>
        <source>One stolen key: not enough</source>
        <translation>Ein gestohlener Schlüssel: genügt nicht</translation>
    </message>
    <message>
        <source>One stolen key opens it</source>
        <translation>Ein gestohlener Schlüssel öffnet es</translation>
    </message>
    <message>
        <source>One laptop, with all keys of a person known here: not enough</source>
        <translation>Ein Rechner mit allen hier bekannten Schlüsseln einer Person: genügt nicht</translation>
    </message>
    <message>
        <source>One laptop opens it: %1</source>
        <translation>Ein Rechner öffnet es: %1</translation>
    </message>
    <message>
        <source>One company alone: not enough</source>
        <translation>Eine Firma allein: genügt nicht</translation>
    </message>
    <message>
        <source>One company opens it alone: %1</source>
        <translation>Eine Firma öffnet es allein: %1</translation>
    </message>
    <message>
        <source>Known here, and enough: %1</source>
        <translation>Hier bekannt, und genug: %1</translation>
    </message>
    <message>
        <source>Judged by the rules alone: no pack was read here yet.</source>
        <translation>Allein nach den Regeln beurteilt: hier wurde noch kein Pack gelesen.</translation>
    </message>
    <message>
        <source>Judged on %1, as read %2.</source>
        <translation>Beurteilt an %1, gelesen %2.</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>%1 (was: %2)</source>
        <translation>%1 (vorher: %2)</translation>
    </message>
    <message>
        <source>Changes: %1 %2</source>
        <translation>Ändert sich: %1 %2</translation>
    </message>
</context>
<context>
    <name>packwarden::DraftForm</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why this is wanted; every signer reads it</source>
        <translation>Warum das gewünscht ist; jeder Unterzeichner liest es</translation>
    </message>
    <message>
        <source>Continue to signing…</source>
        <translation>Weiter zum Unterschreiben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>packwarden::DraftKeeper</name>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>You began this on %1; it was kept.</source>
        <translation>Das haben Sie am %1 begonnen; es wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>This would be lost if the program ended. %1</source>
        <translation>Das ginge verloren, wenn das Programm endet. %1</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>packwarden::DraftWords</name>
    <message numerus="yes">
        <source>%n pack(s), %1, now %2: %3</source>
        <comment>packs that start from the same value</comment>
        <translation>
            <numerusform>%n Pack, %1, jetzt %2: %3</numerusform>
            <numerusform>%n Packs, %1, jetzt %2: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock against theft</source>
        <translation>Gegen Diebstahl sperren</translation>
    </message>
    <message>
        <source>End a theft-lock</source>
        <translation>Eine Diebstahlsperre aufheben</translation>
    </message>
    <message>
        <source>Tighten a limit at once</source>
        <translation>Eine Grenze sofort enger ziehen</translation>
    </message>
    <message>
        <source>Pair a replaced part</source>
        <translation>Ein ersetztes Teil anlernen</translation>
    </message>
    <message>
        <source>Decommission for good</source>
        <translation>Für immer außer Dienst stellen</translation>
    </message>
    <message>
        <source>Run a routine</source>
        <translation>Eine Routine ausführen</translation>
    </message>
    <message>
        <source>It does not stop a vehicle on the road: the lock takes hold once it stands still. Charging from outside is refused at once.</source>
        <translation>Das hält kein Fahrzeug auf der Straße an: Die Sperre greift, sobald es steht. Laden von außen wird sofort abgelehnt.</translation>
    </message>
    <message>
        <source>It names the lock that it ends; a pack that is locked again later stays locked.</source>
        <translation>Es nennt die Sperre, die es aufhebt; ein Pack, das später wieder gesperrt wird, bleibt gesperrt.</translation>
    </message>
    <message>
        <source>One signature makes a limit stricter, until a request that all sign ratifies it. A limit that is to become wider needs a request.</source>
        <translation>Eine Unterschrift zieht eine Grenze enger, bis ein Antrag, den alle unterschreiben, es bestätigt. Eine Grenze, die weiter werden soll, braucht einen Antrag.</translation>
    </message>
    <message>
        <source>After a repair: the pack learns which part belongs into the slot from now on.</source>
        <translation>Nach einer Reparatur: Das Pack lernt, welches Teil von nun an an den Platz gehört.</translation>
    </message>
    <message>
        <source>The end of a pack: it never drives, charges or feeds back again.</source>
        <translation>Das Ende eines Packs: Es fährt, lädt und speist nie wieder.</translation>
    </message>
    <message>
        <source>Which part? The pack has said of none yet; read it in the Inspector first.</source>
        <translation>Welches Teil? Das Pack hat noch keines genannt; lesen Sie es zuerst im Inspektor.</translation>
    </message>
    <message>
        <source>Type the new part&apos;s id as it stands on its label: letters, digits and signs, no blanks.</source>
        <translation>Tippen Sie die Kennung des neuen Teils, wie sie auf dem Etikett steht: Buchstaben, Ziffern und Zeichen, keine Leerzeichen.</translation>
    </message>
    <message>
        <source>It is not locked as far as is known here. Read it in the Inspector if that is old.</source>
        <translation>Soweit hier bekannt, ist es nicht gesperrt. Lesen Sie es im Inspektor, wenn das alt ist.</translation>
    </message>
    <message>
        <source>These packs were locked by different documents. Each lock is ended by a command of its own.</source>
        <translation>Diese Packs wurden durch verschiedene Dokumente gesperrt. Jede Sperre wird durch einen eigenen Befehl aufgehoben.</translation>
    </message>
    <message>
        <source>This is not stricter than what holds now. For another direction draft a request.</source>
        <translation>Das ist nicht strenger als das, was jetzt gilt. Für eine andere Richtung entwerfen Sie einen Antrag.</translation>
    </message>
    <message>
        <source>Neither the owner nor the cell data specialist must always sign this value, so no role may tighten it alone. Draft a request.</source>
        <translation>Weder der Eigentümer noch der Zelldatenspezialist muss diesen Wert immer unterschreiben, also darf ihn niemand allein enger ziehen. Entwerfen Sie einen Antrag.</translation>
    </message>
    <message>
        <source>The policy of this pack names no seat that signs this. Add seats for it in Permissions.</source>
        <translation>Die Richtlinie dieses Packs nennt keinen Platz, der das unterschreibt. Fügen Sie in Rechte Plätze dafür hinzu.</translation>
    </message>
    <message>
        <source>Admit a party</source>
        <translation>Einen Beteiligten aufnehmen</translation>
    </message>
    <message>
        <source>Remove a party</source>
        <translation>Einen Beteiligten entfernen</translation>
    </message>
    <message>
        <source>Hand over to another operator</source>
        <translation>An einen anderen Betreiber übergeben</translation>
    </message>
    <message>
        <source>Transfer ownership</source>
        <translation>Eigentum übertragen</translation>
    </message>
    <message>
        <source>Renew a party&apos;s root</source>
        <translation>Wurzel eines Beteiligten erneuern</translation>
    </message>
    <message>
        <source>Amend the charter</source>
        <translation>Charta ändern</translation>
    </message>
    <message>
        <source>A company takes a new place, with a role that signs for it. What its people may do is then granted in Permissions.</source>
        <translation>Eine Firma nimmt einen neuen Platz ein, mit einer Rolle, die für ihn unterschreibt. Was ihre Leute dürfen, wird danach in Rechte vergeben.</translation>
    </message>
    <message>
        <source>The place stays on record and is vacant. Keys of its people open nothing any more.</source>
        <translation>Der Platz bleibt verzeichnet und ist leer. Schlüssel seiner Leute öffnen nichts mehr.</translation>
    </message>
    <message>
        <source>Another company operates the packs. Roles and rights of the place stay; the people are its own.</source>
        <translation>Eine andere Firma betreibt die Packs. Rollen und Rechte des Platzes bleiben; die Leute sind ihre eigenen.</translation>
    </message>
    <message>
        <source>Seller, buyer and platform sign one document. Keys of the seller&apos;s people open nothing any more, and every activation ends.</source>
        <translation>Verkäufer, Käufer und Plattform unterschreiben ein Dokument. Schlüssel der Leute des Verkäufers öffnen nichts mehr, und jede Freischaltung endet.</translation>
    </message>
    <message>
        <source>The same company with a new root certificate. Its people need keys under the new root.</source>
        <translation>Dieselbe Firma mit einem neuen Wurzelzertifikat. Ihre Leute brauchen Schlüssel unter der neuen Wurzel.</translation>
    </message>
    <message>
        <source>No charter is trusted here yet. Trust the rules of a pack first.</source>
        <translation>Hier wird noch keiner Charta vertraut. Vertrauen Sie zuerst den Regeln eines Packs.</translation>
    </message>
    <message>
        <source>Name the new place: small letters, digits and hyphens, and one that the charter does not have yet.</source>
        <translation>Nennen Sie den neuen Platz: kleine Buchstaben, Ziffern und Bindestriche, und einen, den die Charta noch nicht hat.</translation>
    </message>
    <message>
        <source>No company is in such a place now.</source>
        <translation>Jetzt ist keine Firma an einem solchen Platz.</translation>
    </message>
    <message>
        <source>Choose the company&apos;s root certificate: one that signed itself and may issue others.</source>
        <translation>Wählen Sie das Wurzelzertifikat der Firma: eines, das sich selbst unterschrieben hat und andere ausstellen darf.</translation>
    </message>
    <message>
        <source>Give the company&apos;s short name: small letters, digits and hyphens.</source>
        <translation>Geben Sie den Kurznamen der Firma an: kleine Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>Give the company&apos;s name as people know it.</source>
        <translation>Geben Sie den Namen der Firma an, wie man ihn kennt.</translation>
    </message>
    <message>
        <source>Name the role that signs for it: small letters, digits and hyphens, not one of another party.</source>
        <translation>Nennen Sie die Rolle, die für ihn unterschreibt: kleine Buchstaben, Ziffern und Bindestriche, keine eines anderen Beteiligten.</translation>
    </message>
    <message>
        <source>Give that role a title for people.</source>
        <translation>Geben Sie dieser Rolle eine Bezeichnung für Menschen.</translation>
    </message>
    <message>
        <source>This company is in the place already. For a new root choose “Renew a party&apos;s root”.</source>
        <translation>Diese Firma ist schon an dem Platz. Für eine neue Wurzel wählen Sie „Wurzel eines Beteiligten erneuern“.</translation>
    </message>
    <message>
        <source>This key is in the charter for this place already. Choose the file of the new root.</source>
        <translation>Dieser Schlüssel steht für diesen Platz schon in der Charta. Wählen Sie die Datei der neuen Wurzel.</translation>
    </message>
    <message>
        <source>Another place of the charter has this company with another root, or this root with another company. One of the two is wrong.</source>
        <translation>Ein anderer Platz der Charta hat diese Firma mit einer anderen Wurzel oder diese Wurzel mit einer anderen Firma. Eines von beiden ist falsch.</translation>
    </message>
    <message>
        <source>After it the rules could never be changed again. Name a successor for its seats first.</source>
        <translation>Danach ließen sich die Regeln nie wieder ändern. Nennen Sie zuerst einen Nachfolger für seine Plätze.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n right(s) end.</source>
        <translation>
            <numerusform>%1: %n Recht endet.</numerusform>
            <numerusform>%1: %n Rechte enden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n right(s) go to the new company&apos;s people; the old keys open nothing.</source>
        <translation>
            <numerusform>%1: %n Recht geht an die Leute der neuen Firma; die alten Schlüssel öffnen nichts.</numerusform>
            <numerusform>%1: %n Rechte gehen an die Leute der neuen Firma; die alten Schlüssel öffnen nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 signs for it, and issues that key itself.</source>
        <translation>%1 unterschreibt für ihn und stellt diesen Schlüssel selbst aus.</translation>
    </message>
    <message>
        <source>To %1: %2 signs instead.</source>
        <translation>Um %1: %2 unterschreibt stattdessen.</translation>
    </message>
    <message>
        <source>To %1: its seat cannot be signed, so it cannot be done until the policy changes.</source>
        <translation>Um %1: Niemand kann den Platz besetzen, also geht es nicht, bis sich die Regeln ändern.</translation>
    </message>
    <message>
        <source>No company issues keys of %1 any more.</source>
        <translation>Keine Firma stellt mehr Schlüssel für %1 aus.</translation>
    </message>
    <message>
        <source>Every document that still waits for these packs becomes void.</source>
        <translation>Jedes Dokument, das noch auf diese Packs wartet, wird ungültig.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) will not start. A vehicle on the road is not stopped: its pack locks at standstill.</source>
        <translation>
            <numerusform>%n Pack startet nicht mehr. Ein Fahrzeug auf der Straße wird nicht angehalten: sein Pack sperrt im Stillstand.</numerusform>
            <numerusform>%n Packs starten nicht mehr. Ein Fahrzeug auf der Straße wird nicht angehalten: sein Pack sperrt im Stillstand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) start again for those who have the right.</source>
        <translation>
            <numerusform>%n Pack startet wieder für alle, die das Recht haben.</numerusform>
            <numerusform>%n Packs starten wieder für alle, die das Recht haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pack starts only with this part in the slot; with any other it does not.</source>
        <translation>Das Pack startet nur mit diesem Teil im Steckplatz; mit keinem anderen.</translation>
    </message>
    <message>
        <source>It holds at once. After 7 days it goes back by itself unless a request ratifies it.</source>
        <translation>Es gilt sofort. Nach 7 Tagen geht es von selbst zurück, wenn kein Antrag es bestätigt.</translation>
    </message>
    <message>
        <source>No pack knows routines yet; it will be refused.</source>
        <translation>Noch kennt kein Pack Routinen; es wird abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) never start again. This cannot be undone.</source>
        <translation>
            <numerusform>%n Pack startet nie wieder. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%n Packs starten nie wieder. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not read here yet. It is read as soon as this console hears it: wait a moment, or choose another pack.</source>
        <translation>%1 wurde hier noch nicht gelesen. Es wird gelesen, sobald diese Konsole es hört: Warten Sie einen Augenblick oder wählen Sie ein anderes Pack.</translation>
    </message>
</context>
<context>
    <name>packwarden::EvidenceField</name>
    <message>
        <source>Attach a file…</source>
        <translation>Datei anhängen…</translation>
    </message>
    <message>
        <source>A report, a data sheet, a photo: every signer sees its name and gets it with the request. You can drop files here, too.</source>
        <translation>Ein Bericht, ein Datenblatt, ein Foto: jeder, der unterschreibt, sieht den Namen und bekommt die Datei mit dem Antrag. Sie können Dateien auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>Beleg anhängen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 was not attached: a request carries at most %2 of evidence.</source>
        <translation>%1 wurde nicht angehängt: ein Antrag trägt höchstens %2 an Belegen.</translation>
    </message>
    <message>
        <source>%1 was not attached: another file of this name is.</source>
        <translation>%1 wurde nicht angehängt: eine andere Datei dieses Namens ist es schon.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>packwarden::ExchangeDialog</name>
    <message>
        <source>Use this exchange</source>
        <translation>Diese Datenbank benutzen</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Keine benutzen</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Jetzt holen</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Gemeinsame Datenbank</translation>
    </message>
    <message>
        <source>Address of the exchange</source>
        <translation>Adresse der gemeinsamen Datenbank</translation>
    </message>
    <message>
        <source>A PostgreSQL database that your companies share. Documents that others publish there appear in Sign-offs, and signatures that you add to them go there by themselves. Nothing in it is trusted: every signature is checked here. The password is read from ~/.pgpass.</source>
        <translation>Eine PostgreSQL-Datenbank, die Ihre Firmen gemeinsam benutzen. Dokumente, die andere dorthin geben, erscheinen unter Freigaben, und Ihre Unterschriften darunter gehen von selbst dorthin. Nichts darin wird geglaubt: Jede Unterschrift wird hier geprüft. Das Passwort wird aus ~/.pgpass gelesen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Leave the password out of the address. Put it into the file .pgpass in your home folder.</source>
        <translation>Lassen Sie das Passwort in der Adresse weg. Schreiben Sie es in die Datei .pgpass in Ihrem Benutzerordner.</translation>
    </message>
    <message>
        <source>Write it like postgresql://LOGIN@HOST/DATABASE. The server must prove its name, so other values of sslmode than verify-full are refused.</source>
        <translation>Schreiben Sie sie wie postgresql://LOGIN@HOST/DATENBANK. Der Server muss seinen Namen beweisen, darum wird bei sslmode nur verify-full angenommen.</translation>
    </message>
    <message>
        <source>No exchange is used. Documents go as files.</source>
        <translation>Es wird keine gemeinsame Datenbank benutzt. Dokumente gehen als Dateien.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Connected since %1, but this login belongs to no member: its owner adds you.</source>
        <translation>Verbunden seit %1, aber dieser Login gehört keinem Mitglied: Der Eigentümer der Datenbank nimmt Sie auf.</translation>
    </message>
    <message>
        <source>Connected since %1 as %2.</source>
        <translation>Verbunden seit %1 als %2.</translation>
    </message>
    <message>
        <source>The connection is encrypted, and the server proved its name.</source>
        <translation>Die Verbindung ist verschlüsselt, und der Server hat seinen Namen bewiesen.</translation>
    </message>
    <message>
        <source>The server is on this computer; nothing is encrypted.</source>
        <translation>Der Server ist auf diesem Computer; nichts wird verschlüsselt.</translation>
    </message>
    <message>
        <source>Out of reach since %1. It is tried again by itself; you can go on working.</source>
        <translation>Nicht erreichbar seit %1. Es wird von selbst wieder versucht; Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>The server&apos;s words: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait to go there.</source>
        <translation>
            <numerusform>%n Dokument wartet darauf, dorthin zu gehen.</numerusform>
            <numerusform>%n Dokumente warten darauf, dorthin zu gehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Members: %1</source>
        <translation>Mitglieder: %1</translation>
    </message>
    <message>
        <source>Exchange…</source>
        <translation>Gemeinsame Datenbank…</translation>
    </message>
    <message numerus="yes">
        <source>Exchange: %n waiting</source>
        <translation>
            <numerusform>Datenbank: %n wartet</numerusform>
            <numerusform>Datenbank: %n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange offline, %n waiting</source>
        <translation>
            <numerusform>Datenbank nicht erreichbar, %n wartet</numerusform>
            <numerusform>Datenbank nicht erreichbar, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchange offline</source>
        <translation>Datenbank nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>packwarden::FaultWords</name>
    <message>
        <source>Cell %1: voltage too high</source>
        <translation>Zelle %1: Spannung zu hoch</translation>
    </message>
    <message>
        <source>Cell %1: voltage too low</source>
        <translation>Zelle %1: Spannung zu niedrig</translation>
    </message>
    <message>
        <source>Sensor %1: too hot</source>
        <translation>Fühler %1: zu heiß</translation>
    </message>
    <message>
        <source>Sensor %1: too cold</source>
        <translation>Fühler %1: zu kalt</translation>
    </message>
    <message>
        <source>Charge current too high</source>
        <translation>Ladestrom zu hoch</translation>
    </message>
    <message>
        <source>Discharge current too high</source>
        <translation>Entladestrom zu hoch</translation>
    </message>
    <message>
        <source>Insulation resistance too low</source>
        <translation>Isolationswiderstand zu niedrig</translation>
    </message>
    <message>
        <source>Cell %1: sense wire open</source>
        <translation>Zelle %1: Messleitung offen</translation>
    </message>
    <message>
        <source>Cells out of balance, lowest %1</source>
        <translation>Zellen ungleich, niedrigste %1</translation>
    </message>
    <message>
        <source>A part is missing or foreign</source>
        <translation>Ein Teil fehlt oder ist fremd</translation>
    </message>
    <message>
        <source>A contactor does not open</source>
        <translation>Ein Schütz öffnet nicht</translation>
    </message>
    <message>
        <source>Sensor %1: differs from its neighbours</source>
        <translation>Fühler %1: weicht von den Nachbarn ab</translation>
    </message>
    <message>
        <source>Fault %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>%1, above %2</source>
        <translation>%1, über %2</translation>
    </message>
    <message>
        <source>%1, below %2</source>
        <translation>%1, unter %2</translation>
    </message>
    <message>
        <source>%1 apart, allowed %2</source>
        <translation>%1 auseinander, erlaubt %2</translation>
    </message>
    <message>
        <source>reads %1, the others %2</source>
        <translation>zeigt %1, die anderen %2</translation>
    </message>
    <message>
        <source>%1 although it should be open</source>
        <translation>%1, obwohl offen sein sollte</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>vermerkt</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>holds back</source>
        <translation>hält zurück</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Do not charge. Let it discharge a little, then read the cells again.</source>
        <translation>Nicht laden. Etwas entladen, dann die Zellen noch einmal lesen.</translation>
    </message>
    <message>
        <source>Charge gently. A cell that stays low under load is worn or leaks.</source>
        <translation>Sanft laden. Eine Zelle, die unter Last niedrig bleibt, ist verbraucht oder undicht.</translation>
    </message>
    <message>
        <source>Let it cool, keep away from it while it gets hotter. Check the cooling.</source>
        <translation>Abkühlen lassen, Abstand halten, solange es heißer wird. Die Kühlung prüfen.</translation>
    </message>
    <message>
        <source>Bring it somewhere warmer before charging.</source>
        <translation>Vor dem Laden an einen wärmeren Ort bringen.</translation>
    </message>
    <message>
        <source>Check the charger or the drive, and the current sensor.</source>
        <translation>Ladegerät oder Antrieb prüfen, und den Stromsensor.</translation>
    </message>
    <message>
        <source>Do not touch the high-voltage side. Measure the insulation with the pack isolated.</source>
        <translation>Die Hochvoltseite nicht berühren. Die Isolation bei abgetrenntem Pack messen.</translation>
    </message>
    <message>
        <source>Check the sense wire and its plug; the cell itself may be well.</source>
        <translation>Messleitung und Stecker prüfen; die Zelle selbst kann in Ordnung sein.</translation>
    </message>
    <message>
        <source>Balance the pack. If it comes back, compare capacity and resistance of the lowest cell.</source>
        <translation>Das Pack ausgleichen. Kommt es wieder, Kapazität und Widerstand der niedrigsten Zelle vergleichen.</translation>
    </message>
    <message>
        <source>Fit the part that is paired, or have the new one paired (owner and service sign).</source>
        <translation>Das gepaarte Teil einbauen, oder das neue paaren lassen (Eigentümer und Werkstatt unterschreiben).</translation>
    </message>
    <message>
        <source>Replace the contactor. Until then the pack cannot be made dead.</source>
        <translation>Den Schütz ersetzen. Bis dahin lässt sich das Pack nicht spannungsfrei schalten.</translation>
    </message>
    <message>
        <source>Replace the sensor. Until then take its module for as hot as it says.</source>
        <translation>Den Fühler ersetzen. Bis dahin das Modul für so heiß halten, wie er sagt.</translation>
    </message>
    <message>
        <source>Discharging held to %1&#xa0;A</source>
        <translation>Entladen auf %1&#xa0;A begrenzt</translation>
    </message>
    <message>
        <source>Charging held to %1&#xa0;A</source>
        <translation>Laden auf %1&#xa0;A begrenzt</translation>
    </message>
    <message>
        <source>No discharging now</source>
        <translation>Jetzt kein Entladen</translation>
    </message>
    <message>
        <source>No charging now</source>
        <translation>Jetzt kein Laden</translation>
    </message>
    <message>
        <source>cell %1 at %2</source>
        <translation>Zelle %1 bei %2</translation>
    </message>
    <message>
        <source>module %1 at %2</source>
        <translation>Modul %1 bei %2</translation>
    </message>
    <message>
        <source>nearly empty</source>
        <translation>fast leer</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>fast voll</translation>
    </message>
    <message>
        <source>a fault at cell %1</source>
        <translation>ein Fehler an Zelle %1</translation>
    </message>
    <message>
        <source>a fault</source>
        <translation>ein Fehler</translation>
    </message>
    <message>
        <source>the rules in force</source>
        <translation>die geltenden Regeln</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
</context>
<context>
    <name>packwarden::FaultsCard</name>
    <message>
        <source>Faults</source>
        <translation>Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%n more, and the memory…</source>
        <translation>
            <numerusform>%n weiterer, und der Speicher…</numerusform>
            <numerusform>%n weitere, und der Speicher…</numerusform>
        </translation>
    </message>
    <message>
        <source>Fault memory…</source>
        <translation>Fehlerspeicher…</translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation>Noch nichts gehört.</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s); the pack has not told yet which.</source>
        <translation>
            <numerusform>%n Fehler; das Pack hat noch nicht gesagt, welcher.</numerusform>
            <numerusform>%n Fehler; das Pack hat noch nicht gesagt, welche.</numerusform>
        </translation>
    </message>
    <message>
        <source>None when it was last heard.</source>
        <translation>Keine, als es zuletzt gehört wurde.</translation>
    </message>
    <message>
        <source>None now.</source>
        <translation>Jetzt keine.</translation>
    </message>
</context>
<context>
    <name>packwarden::FaultsView</name>
    <message>
        <source>active</source>
        <translation>da</translation>
    </message>
    <message>
        <source>over, in this run or the last</source>
        <translation>vorbei, in diesem oder dem letzten Lauf</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>Fault %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Fault memory</source>
        <translation>Fehlerspeicher</translation>
    </message>
    <message>
        <source>No faults. What goes wrong is kept here with the moment at which it happened, also over a restart of the pack.</source>
        <translation>Keine Fehler. Was schiefgeht, wird hier mit dem Augenblick festgehalten, in dem es geschah, auch über einen Neustart des Packs.</translation>
    </message>
    <message>
        <source>Show the moment it happened</source>
        <translation>Den Augenblick zeigen, in dem es geschah</translation>
    </message>
    <message>
        <source>Cells at that moment</source>
        <translation>Zellen in jenem Augenblick</translation>
    </message>
    <message>
        <source>No fault chosen</source>
        <translation>Kein Fehler gewählt</translation>
    </message>
    <message>
        <source>Code %1 · status %2</source>
        <translation>Code %1 · Status %2</translation>
    </message>
    <message>
        <source>The moment itself is for people who may read cells in detail.</source>
        <translation>Der Augenblick selbst ist für Leute, die Zellen im Einzelnen lesen dürfen.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>zuerst %1</translation>
    </message>
    <message>
        <source>%1: %2, %3 V, %4 A, %5 % charge</source>
        <translation>%1: %2, %3 V, %4 A, %5 % Ladung</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Sign in to clear faults and to see the moment at which they came.</source>
        <translation>Melden Sie sich an, um Fehler zu löschen und den Augenblick zu sehen, in dem sie kamen.</translation>
    </message>
    <message>
        <source>By the rules of this pack no role may clear its faults.</source>
        <translation>Nach den Regeln dieses Packs darf keine Rolle seine Fehler löschen.</translation>
    </message>
    <message>
        <source>Your role may not clear faults of this pack. Ask a person who is %1.</source>
        <translation>Ihre Rolle darf die Fehler dieses Packs nicht löschen. Fragen Sie jemanden mit der Rolle %1.</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>The fault memory of %1 is cleared. What is still wrong comes again.</source>
        <translation>Der Fehlerspeicher von %1 ist gelöscht. Was noch falsch ist, kommt wieder.</translation>
    </message>
    <message>
        <source>Clear faults</source>
        <translation>Fehler löschen</translation>
    </message>
    <message>
        <source>Clear the fault memory of this pack?

The moments that it keeps are gone then. What is still wrong is entered anew at once. The pack checks your right to do so and records it.</source>
        <translation>Den Fehlerspeicher dieses Packs löschen?

Die Augenblicke, die er festhält, sind dann fort. Was noch falsch ist, wird sofort neu eingetragen. Das Pack prüft Ihr Recht dazu und zeichnet es auf.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Ask for this right…</source>
        <translation>Um dieses Recht bitten…</translation>
    </message>
    <message>
        <source>The fault memory was not read yet. A pack is asked for it once it has told its serial number.</source>
        <translation>Der Fehlerspeicher wurde noch nicht gelesen. Ein Pack wird danach gefragt, sobald es seine Seriennummer genannt hat.</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Limits then: charge %1 A, discharge %2 A. Insulation %3 kΩ.</source>
        <translation>Grenzen zu diesem Zeitpunkt: Laden %1 A, Entladen %2 A. Isolation %3 kΩ.</translation>
    </message>
</context>
<context>
    <name>packwarden::FileActs</name>
    <message>
        <source>Open a document</source>
        <translation>Dokument öffnen</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Erstellt am %1.</translation>
    </message>
    <message>
        <source>This page has no table.</source>
        <translation>Diese Seite hat keine Tabelle.</translation>
    </message>
    <message>
        <source>Save the table as PDF</source>
        <translation>Tabelle als PDF speichern</translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <translation>Tabelle als CSV speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Save the table as CSV…</source>
        <translation>Tabelle als CSV speichern…</translation>
    </message>
    <message>
        <source>Save the table as PDF…</source>
        <translation>Tabelle als PDF speichern…</translation>
    </message>
    <message>
        <source>Print the table…</source>
        <translation>Tabelle drucken…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Recent file</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>No table is shown here now.</source>
        <translation>Hier ist gerade keine Tabelle zu sehen.</translation>
    </message>
</context>
<context>
    <name>packwarden::FileField</name>
    <message>
        <source>Drop a file here, or choose one.</source>
        <translation>Lassen Sie eine Datei hier fallen oder wählen Sie eine.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>packwarden::FileWords</name>
    <message>
        <source>an empty file</source>
        <translation>eine leere Datei</translation>
    </message>
    <message>
        <source>a certificate</source>
        <translation>ein Zertifikat</translation>
    </message>
    <message>
        <source>a certificate request</source>
        <translation>ein Zertifikatsantrag</translation>
    </message>
    <message>
        <source>a revocation list</source>
        <translation>eine Widerrufsliste</translation>
    </message>
    <message>
        <source>a key file (PKCS#12)</source>
        <translation>eine Schlüsseldatei (PKCS#12)</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>ein privater Schlüssel</translation>
    </message>
    <message>
        <source>a private key without a passphrase</source>
        <translation>ein privater Schlüssel ohne Passphrase</translation>
    </message>
    <message>
        <source>a bare public key</source>
        <translation>ein bloßer öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>a Java keystore (JKS)</source>
        <translation>ein Java-Schlüsselspeicher (JKS)</translation>
    </message>
    <message>
        <source>a keystore of Bouncy Castle (BKS)</source>
        <translation>ein Schlüsselspeicher von Bouncy Castle (BKS)</translation>
    </message>
    <message>
        <source>an OpenSSH key</source>
        <translation>ein OpenSSH-Schlüssel</translation>
    </message>
    <message>
        <source>a PuTTY key</source>
        <translation>ein PuTTY-Schlüssel</translation>
    </message>
    <message>
        <source>data of OpenPGP</source>
        <translation>eine OpenPGP-Datei</translation>
    </message>
    <message>
        <source>a web browser&apos;s request (SPKAC)</source>
        <translation>der Antrag eines Webbrowsers (SPKAC)</translation>
    </message>
    <message>
        <source>a certificate store of Windows (SST)</source>
        <translation>ein Zertifikatsspeicher von Windows (SST)</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a whole mail</source>
        <translation>eine ganze Mail</translation>
    </message>
    <message>
        <source>a Packwarden document</source>
        <translation>ein Packwarden-Dokument</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>eine JSON-Datei</translation>
    </message>
    <message>
        <source>a web page or XML</source>
        <translation>eine Webseite oder XML</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ein PDF</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>ein Archiv</translation>
    </message>
    <message>
        <source>a file of an unknown kind</source>
        <translation>eine Datei unbekannter Art</translation>
    </message>
    <message>
        <source>Get it again.</source>
        <translation>Besorgen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>A private key is never handed over; choose another file.</source>
        <translation>Ein privater Schlüssel wird nie weitergegeben; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW.p12 -deststoretype PKCS12</source>
        <translation>Wandeln Sie ihn um: keytool -importkeystore -srckeystore DATEI -destkeystore NEU.p12 -deststoretype PKCS12</translation>
    </message>
    <message>
        <source>Convert it to PKCS#12 with the program that made it.</source>
        <translation>Wandeln Sie ihn mit dem Programm, das ihn gemacht hat, in PKCS#12 um.</translation>
    </message>
    <message>
        <source>It has no X.509 certificate. Ask your issuer for a key file.</source>
        <translation>Er hat kein X.509-Zertifikat. Bitten Sie Ihren Aussteller um eine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>Decrypt it first.</source>
        <translation>Entschlüsseln Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Ask for one in PKCS#10, as openssl req -new makes it.</source>
        <translation>Bitten Sie um einen in PKCS#10, wie openssl req -new ihn macht.</translation>
    </message>
    <message>
        <source>Export it as PKCS#7 (.p7b).</source>
        <translation>Exportieren Sie ihn als PKCS#7 (.p7b).</translation>
    </message>
    <message>
        <source>Export what is in it with the program that made it, as PKCS#12 or PEM.</source>
        <translation>Exportieren Sie den Inhalt mit dem Programm, das sie gemacht hat, als PKCS#12 oder PEM.</translation>
    </message>
    <message>
        <source>Save its attachment first.</source>
        <translation>Speichern Sie zuerst den Anhang.</translation>
    </message>
    <message>
        <source>Open it under Sign-offs.</source>
        <translation>Öffnen Sie es unter Freigaben.</translation>
    </message>
    <message>
        <source>Rules in JSON are opened under Permissions.</source>
        <translation>Regeln in JSON werden unter Rechte geöffnet.</translation>
    </message>
    <message>
        <source>Under Keys, install it with its key, or add it as a person&apos;s certificate.</source>
        <translation>Installieren Sie es unter Schlüssel bei seinem Schlüssel, oder fügen Sie es als Zertifikat einer Person hinzu.</translation>
    </message>
    <message>
        <source>Probably a page about the file was saved. Download the file itself.</source>
        <translation>Wahrscheinlich wurde eine Seite über die Datei gespeichert. Laden Sie die Datei selbst herunter.</translation>
    </message>
    <message>
        <source>Ask for the file itself.</source>
        <translation>Bitten Sie um die Datei selbst.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Entpacken Sie es zuerst.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Its holder makes a new key of RSA with 3072 bits.</source>
        <translation>Der Inhaber macht einen neuen RSA-Schlüssel mit 3072 Bit.</translation>
    </message>
    <message>
        <source>Make it again with openssl pkcs12 -export.</source>
        <translation>Machen Sie sie mit openssl pkcs12 -export neu.</translation>
    </message>
    <message>
        <source>Install OpenSSL&apos;s legacy module (Debian: openssl-provider-legacy), or convert the file where that is there: openssl pkcs12 -legacy -in FILE -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.p12</source>
        <translation>Installieren Sie das Legacy-Modul von OpenSSL (Debian: openssl-provider-legacy), oder wandeln Sie die Datei um, wo es vorhanden ist: openssl pkcs12 -legacy -in DATEI -out KEY.pem, dann openssl pkcs12 -export -in KEY.pem -out NEU.p12</translation>
    </message>
    <message>
        <source>%1 is %2, but what is needed here is %3.</source>
        <translation>%1 ist %2; gebraucht wird hier aber %3.</translation>
    </message>
    <message>
        <source>%1 is cut short or damaged (%2).</source>
        <translation>%1 ist abgeschnitten oder beschädigt (%2).</translation>
    </message>
    <message>
        <source>%1 has bytes after its end that belong to nothing.</source>
        <translation>%1 hat nach dem Ende Bytes, die zu nichts gehören.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 certificates, requests, lists or keys.</source>
        <translation>%1 enthält mehr als %2 Zertifikate, Anträge, Listen oder Schlüssel.</translation>
    </message>
    <message>
        <source>Ask for a file with only what is needed.</source>
        <translation>Bitten Sie um eine Datei nur mit dem, was gebraucht wird.</translation>
    </message>
    <message>
        <source>%1 holds %2 requests.</source>
        <translation>%1 enthält %2 Anträge.</translation>
    </message>
    <message>
        <source>Ask for one file each.</source>
        <translation>Bitten Sie um je eine Datei.</translation>
    </message>
    <message>
        <source>%1 holds several root certificates: %2.</source>
        <translation>%1 enthält mehrere Wurzelzertifikate: %2.</translation>
    </message>
    <message>
        <source>Ask for the one that is meant.</source>
        <translation>Bitten Sie um das eine, das gemeint ist.</translation>
    </message>
    <message>
        <source>%1 holds several certificates that could be meant: %2.</source>
        <translation>%1 enthält mehrere Zertifikate, die gemeint sein können: %2.</translation>
    </message>
    <message>
        <source>%1 holds %2 revocation lists.</source>
        <translation>%1 enthält %2 Widerrufslisten.</translation>
    </message>
    <message>
        <source>%1 holds no root certificate: %2 did not sign itself.</source>
        <translation>%1 enthält kein Wurzelzertifikat: %2 ist nicht von sich selbst signiert.</translation>
    </message>
    <message>
        <source>Ask for the certificate above it.</source>
        <translation>Bitten Sie um das Zertifikat darüber.</translation>
    </message>
    <message>
        <source>%1 has a key of the kind %2. Packwarden needs RSA with 3072 to 4096 bits.</source>
        <translation>%1 hat einen Schlüssel der Art %2. Packwarden braucht RSA mit 3072 bis 4096 Bit.</translation>
    </message>
    <message>
        <source>%1 has an RSA key of %2 bits. Packwarden needs 3072 to 4096.</source>
        <translation>%1 hat einen RSA-Schlüssel mit %2 Bit. Packwarden braucht 3072 bis 4096.</translation>
    </message>
    <message>
        <source>%1 has an RSA key with the exponent %2. Packwarden needs 65537.</source>
        <translation>%1 hat einen RSA-Schlüssel mit dem Exponenten %2. Packwarden braucht 65537.</translation>
    </message>
    <message>
        <source>The certificate in %1 is signed with %2. Packs take sha256WithRSAEncryption only.</source>
        <translation>Das Zertifikat in %1 ist mit %2 signiert. Packs nehmen nur sha256WithRSAEncryption an.</translation>
    </message>
    <message>
        <source>The key is good: its issuer issues the certificate again with SHA-256.</source>
        <translation>Der Schlüssel ist gut: Der Aussteller stellt das Zertifikat noch einmal mit SHA-256 aus.</translation>
    </message>
    <message>
        <source>The revocation list in %1 is signed with %2. Packs take sha256WithRSAEncryption only.</source>
        <translation>Die Widerrufsliste in %1 ist mit %2 signiert. Packs nehmen nur sha256WithRSAEncryption an.</translation>
    </message>
    <message>
        <source>Its issuer makes it again with SHA-256.</source>
        <translation>Der Aussteller macht sie noch einmal mit SHA-256.</translation>
    </message>
    <message>
        <source>The revocation list in %1 has %2 bytes. Packs take 131072 at most.</source>
        <translation>Die Widerrufsliste in %1 hat %2 Bytes. Packs nehmen höchstens 131072 an.</translation>
    </message>
    <message>
        <source>Its issuer leaves out certificates that have expired.</source>
        <translation>Der Aussteller lässt abgelaufene Zertifikate weg.</translation>
    </message>
    <message>
        <source>The request in %1 is signed with %2, which proves nothing any more.</source>
        <translation>Der Antrag in %1 ist mit %2 signiert, und das beweist nichts mehr.</translation>
    </message>
    <message>
        <source>The key is good: its holder makes the request again with SHA-256 (keytool: -sigalg SHA256withRSA).</source>
        <translation>Der Schlüssel ist gut: Der Inhaber stellt den Antrag noch einmal mit SHA-256 (keytool: -sigalg SHA256withRSA).</translation>
    </message>
    <message>
        <source>%1 holds several keys: %2.</source>
        <translation>%1 enthält mehrere Schlüssel: %2.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Wählen Sie einen.</translation>
    </message>
    <message>
        <source>%1 has no such key. It has: %2.</source>
        <translation>%1 hat keinen solchen Schlüssel. Vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>%1 holds certificates only, and no key.</source>
        <translation>%1 enthält nur Zertifikate und keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Ask the person who made the file for one with the key.</source>
        <translation>Bitten Sie den Ersteller um eine Datei mit dem Schlüssel.</translation>
    </message>
    <message>
        <source>%1 has a key, but no certificate for it.</source>
        <translation>%1 hat einen Schlüssel, aber kein Zertifikat dafür.</translation>
    </message>
    <message>
        <source>Ask your issuer for the certificate and install it first.</source>
        <translation>Bitten Sie Ihren Aussteller um das Zertifikat und installieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>%1 has no certificate of this key, but of others: %2.</source>
        <translation>%1 hat kein Zertifikat dieses Schlüssels, sondern von anderen: %2.</translation>
    </message>
    <message>
        <source>Choose the key that it belongs to, or another file.</source>
        <translation>Wählen Sie den Schlüssel, zu dem es gehört, oder eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 has no integrity check (MAC): nothing shows whether it was changed.</source>
        <translation>%1 hat keine Prüfsumme (MAC): Nichts zeigt, ob die Datei verändert wurde.</translation>
    </message>
    <message>
        <source>Make it again: openssl pkcs12 -in FILE -nomacver -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.p12</source>
        <translation>Machen Sie sie neu: openssl pkcs12 -in DATEI -nomacver -out KEY.pem, dann openssl pkcs12 -export -in KEY.pem -out NEU.p12</translation>
    </message>
    <message>
        <source>The integrity check of %1 is not known here (%2).</source>
        <translation>Die Prüfsumme von %1 ist hier nicht bekannt (%2).</translation>
    </message>
    <message>
        <source>%1 was made by an old program (%2), which OpenSSL can only read with its legacy module; that is missing here.</source>
        <translation>%1 wurde von einem alten Programm gemacht (%2); OpenSSL kann das nur mit seinem Legacy-Modul lesen, und das fehlt hier.</translation>
    </message>
    <message>
        <source>The encryption of %1 is not known here (%2).</source>
        <translation>Die Verschlüsselung von %1 ist hier nicht bekannt (%2).</translation>
    </message>
    <message>
        <source>%1 derives its key in a way that is not used here (%2).</source>
        <translation>%1 leitet den Schlüssel auf eine Weise ab, die hier nicht verwendet wird (%2).</translation>
    </message>
    <message>
        <source>%1 has one passphrase for the file and another for what is in it.</source>
        <translation>%1 hat eine Passphrase für die Datei und eine andere für den Inhalt.</translation>
    </message>
    <message>
        <source>Make it again with one for both: openssl pkcs12 -twopass -in FILE -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.p12</source>
        <translation>Machen Sie sie mit einer für beides neu: openssl pkcs12 -twopass -in DATEI -out KEY.pem, dann openssl pkcs12 -export -in KEY.pem -out NEU.p12</translation>
    </message>
    <message>
        <source>%1 is a private key without a passphrase: everybody who finds it has the key.</source>
        <translation>%1 ist ein privater Schlüssel ohne Passphrase: Wer die Datei findet, hat den Schlüssel.</translation>
    </message>
    <message>
        <source>Put it into a key file: openssl pkcs12 -export -in FILE -out NEW.p12</source>
        <translation>Packen Sie ihn in eine Schlüsseldatei: openssl pkcs12 -export -in DATEI -out NEU.p12</translation>
    </message>
    <message>
        <source>%1 is not a PKCS#12 file with this one key, so no certificate is put into it.</source>
        <translation>%1 ist keine PKCS#12-Datei mit nur diesem Schlüssel; deshalb wird kein Zertifikat hineingelegt.</translation>
    </message>
    <message>
        <source>Make one: openssl pkcs12 -export -in FILE -out NEW.p12</source>
        <translation>Machen Sie eine: openssl pkcs12 -export -in DATEI -out NEU.p12</translation>
    </message>
    <message>
        <source>The certificates in %1 are under a passphrase.</source>
        <translation>Die Zertifikate in %1 sind durch eine Passphrase geschützt.</translation>
    </message>
    <message>
        <source>Take them out: openssl pkcs12 -in FILE -nokeys -out CERTIFICATE.pem</source>
        <translation>Holen Sie sie heraus: openssl pkcs12 -in DATEI -nokeys -out ZERTIFIKAT.pem</translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx *.pem *.key)</source>
        <translation>Schlüsseldateien (*.p12 *.pfx *.pem *.key)</translation>
    </message>
    <message>
        <source>Requests (*.csr *.req *.p10 *.pem *.der *.txt)</source>
        <translation>Anträge (*.csr *.req *.p10 *.pem *.der *.txt)</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c *.txt)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der *.p7b *.p7c *.txt)</translation>
    </message>
    <message>
        <source>Revocation lists (*.crl *.pem *.der *.p7b *.txt)</source>
        <translation>Widerrufslisten (*.crl *.pem *.der *.p7b *.txt)</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>%1 asks for more computing before it opens than is done here (%2 iterations).</source>
        <translation>%1 verlangt zum Öffnen mehr Rechenarbeit, als hier geleistet wird (%2 Iterationen).</translation>
    </message>
    <message>
        <source>Ask the person who made it for one with fewer iterations.</source>
        <translation>Bitten Sie darum, sie mit weniger Iterationen neu zu erzeugen.</translation>
    </message>
</context>
<context>
    <name>packwarden::FleetPage</name>
    <message>
        <source>%1, %2</source>
        <comment>party that met a pack, and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>nicht gehört</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>nie gelesen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n Liste</numerusform>
            <numerusform>%n Listen</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Open in Inspector</source>
        <translation>Im Inspektor öffnen</translation>
    </message>
    <message>
        <source>Roll out…</source>
        <translation>Ausrollen…</translation>
    </message>
    <message>
        <source>Search packs</source>
        <translation>Packs suchen</translation>
    </message>
    <message>
        <source>Which packs</source>
        <translation>Welche Packs</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>Alle Packs</translation>
    </message>
    <message>
        <source>On the bus</source>
        <translation>Am Bus</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Bring a document that is ready to the chosen packs</source>
        <translation>Ein fertiges Dokument zu den gewählten Packs bringen</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>SoC</source>
        <translation>SoC</translation>
    </message>
    <message>
        <source>Min cell</source>
        <translation>Kleinste Zelle</translation>
    </message>
    <message>
        <source>Max cell</source>
        <translation>Größte Zelle</translation>
    </message>
    <message>
        <source>Hottest</source>
        <translation>Wärmste</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Does not know</source>
        <translation>Kennt nicht</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n Pack</numerusform>
            <numerusform>%n Packs</numerusform>
        </translation>
    </message>
    <message>
        <source>No pack fits. Clear the search or choose “All packs”.</source>
        <translation>Kein Pack passt. Leeren Sie die Suche oder wählen Sie „Alle Packs“.</translation>
    </message>
    <message>
        <source>No pack was heard yet. Connect a bus, or start the demo; every pack that is read once stays here.</source>
        <translation>Noch wurde kein Pack gehört. Verbinden Sie einen Bus oder starten Sie die Demo; jedes einmal gelesene Pack bleibt hier.</translation>
    </message>
    <message>
        <source>Theft-lock…</source>
        <translation>Diebstahlsperre…</translation>
    </message>
    <message>
        <source>Lock the chosen packs against theft. No vehicle on the road is stopped.</source>
        <translation>Die gewählten Packs gegen Diebstahl sperren. Kein Fahrzeug auf der Straße wird angehalten.</translation>
    </message>
    <message>
        <source>More for the chosen packs</source>
        <translation>Mehr für die gewählten Packs</translation>
    </message>
    <message>
        <source>More for the chosen packs: end a lock, tighten a limit, replace a part, decommission</source>
        <translation>Mehr für die gewählten Packs: eine Sperre aufheben, eine Grenze enger ziehen, ein Teil ersetzen, außer Dienst stellen</translation>
    </message>
    <message>
        <source>last: %1</source>
        <comment>state of a pack that is not heard</comment>
        <translation>zuletzt: %1</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns. Drag a title to move its column.</source>
        <translation>Spalten auswählen. Wer einen Titel zieht, verschiebt die Spalte.</translation>
    </message>
    <message>
        <source>Save this list as CSV…</source>
        <translation>Diese Liste als CSV speichern…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Words are searched for in serial, owner, hardware and state. Or ask for values: soc&lt;20, faults&gt;0, owner:leasing, tomorrow:stops, days&gt;3, lock:unknown; with not, or, and brackets.</source>
        <translation>Wörter werden in Seriennummer, Eigentümer, Hardware und Zustand gesucht. Oder fragen Sie nach Werten: soc&lt;20, faults&gt;0, owner:leasing, tomorrow:stops, days&gt;3, lock:unknown; mit not, or und Klammern.</translation>
    </message>
    <message>
        <source>Show how values lie</source>
        <translation>Zeigen, wie die Werte liegen</translation>
    </message>
    <message>
        <source>Searches, columns and their order under a name; and groups of packs</source>
        <translation>Suchen, Spalten und ihre Reihenfolge unter einem Namen; und Gruppen von Packs</translation>
    </message>
    <message>
        <source>Keep this view…</source>
        <translation>Diese Ansicht behalten…</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>Eine Ansicht entfernen</translation>
    </message>
    <message>
        <source>Choose all packs on show</source>
        <translation>Alle gezeigten Packs auswählen</translation>
    </message>
    <message>
        <source>Groups…</source>
        <translation>Gruppen…</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Diese Ansicht behalten</translation>
    </message>
    <message>
        <source>The search, the columns and their order are kept under this name:</source>
        <translation>Suche, Spalten und ihre Reihenfolge werden unter diesem Namen behalten:</translation>
    </message>
    <message>
        <source>Type a name of at most 64 characters.</source>
        <translation>Geben Sie einen Namen von höchstens 64 Zeichen ein.</translation>
    </message>
    <message>
        <source>Search, or soc&lt;20</source>
        <translation>Suche, oder soc&lt;20</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state of a pack, not proved</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>packwarden::FleetWords</name>
    <message>
        <source>a new fault</source>
        <translation>ein neuer Fehler</translation>
    </message>
    <message numerus="yes">
        <source>Tomorrow: %n pack(s) could not start.</source>
        <translation>
            <numerusform>Morgen: %n Pack könnte nicht starten.</numerusform>
            <numerusform>Morgen: %n Packs könnten nicht starten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>pack, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more.</source>
        <translation>
            <numerusform>und %n weiteres.</numerusform>
            <numerusform>und %n weitere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n pack(s) this console cannot tell.</source>
        <translation>
            <numerusform>Von %n Pack kann diese Konsole es nicht sagen.</numerusform>
            <numerusform>Von %n Packs kann diese Konsole es nicht sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 start tomorrow</source>
        <comment>packs</comment>
        <translation>%L1 starten morgen</translation>
    </message>
    <message>
        <source>%L1 could not start</source>
        <comment>packs</comment>
        <translation>%L1 könnten nicht starten</translation>
    </message>
    <message>
        <source>%L1 with faults</source>
        <comment>packs</comment>
        <translation>%L1 mit Fehlern</translation>
    </message>
    <message>
        <source>%L1 neither heard nor read for 3 days</source>
        <comment>packs</comment>
        <translation>%L1 seit 3 Tagen weder gehört noch gelesen</translation>
    </message>
    <message>
        <source>%L1 packs: %2</source>
        <comment>number, what is to be said of them</comment>
        <translation>%L1 Packs: %2</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>cannot start</source>
        <translation>kann nicht starten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>By what the pack said on %1.</source>
        <translation>Nach dem, was das Pack am %1 sagte.</translation>
    </message>
    <message>
        <source>This pack was never read.</source>
        <translation>Dieses Pack wurde nie gelesen.</translation>
    </message>
    <message>
        <source>At least one known key starts it tomorrow.</source>
        <translation>Mindestens ein bekannter Schlüssel startet es morgen.</translation>
    </message>
    <message numerus="yes">
        <source>None of %n known key(s) starts it tomorrow.</source>
        <translation>
            <numerusform>Der eine bekannte Schlüssel startet es morgen nicht.</numerusform>
            <numerusform>Keiner von %n bekannten Schlüsseln startet es morgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No key that may start it is known to this console.</source>
        <translation>Dieser Konsole ist kein Schlüssel bekannt, der es starten darf.</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>theft-locked</source>
        <translation>diebstahlgesperrt</translation>
    </message>
    <message>
        <source>locks at standstill</source>
        <translation>sperrt im Stillstand</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sending, %1 %</source>
        <translation>wird gesendet, %1 %</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>applied, then: %1</source>
        <translation>angewendet, dann: %1</translation>
    </message>
    <message>
        <source>applied, receipt kept</source>
        <translation>angewendet, Quittung verwahrt</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>Applied on %1 of %2.</source>
        <translation>Auf %1 von %2 angewendet.</translation>
    </message>
    <message>
        <source>Stopping: one pack&apos;s answer is still due.</source>
        <translation>Wird angehalten: die Antwort eines Packs steht noch aus.</translation>
    </message>
    <message>
        <source>The roll-out is complete.</source>
        <translation>Das Ausrollen ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Stopped at the first anomaly; the packs that were not begun are unchanged.</source>
        <translation>Bei der ersten Auffälligkeit angehalten; nicht begonnene Packs sind unverändert.</translation>
    </message>
    <message>
        <source>Cancelled; the packs that were not begun are unchanged.</source>
        <translation>Abgebrochen; nicht begonnene Packs sind unverändert.</translation>
    </message>
    <message>
        <source>Tomorrow: nothing known here keeps a pack from starting.</source>
        <translation>Morgen: nichts hier Bekanntes hält ein Pack vom Start ab.</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Tomorrow: every pack starts, by what each said when it was read. The oldest word is of %1.</source>
        <translation>Morgen: Jedes Pack startet, nach dem, was es beim Lesen sagte. Die älteste Auskunft ist vom %1.</translation>
    </message>
    <message>
        <source>%1 stands in fault.</source>
        <translation>%1 steht auf Störung.</translation>
    </message>
    <message>
        <source>in fault</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>The pack stands in fault now. It does not start until the cause is mended.</source>
        <translation>Das Pack steht jetzt auf Störung. Es startet nicht, bis die Ursache behoben ist.</translation>
    </message>
    <message>
        <source>There is no column “%1”. Columns are: %2.</source>
        <translation>Es gibt keine Spalte „%1“. Spalten sind: %2.</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it without a unit, such as 20 or 3.65.</source>
        <translation>„%1“ ist keine Zahl. Schreiben Sie sie ohne Einheit, etwa 20 oder 3,65.</translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation>Es fehlt etwas.</translation>
    </message>
    <message>
        <source>Something is missing beside “%1”.</source>
        <translation>Neben „%1“ fehlt etwas.</translation>
    </message>
    <message>
        <source>A bracket or a quotation mark has no partner: “%1”.</source>
        <translation>Eine Klammer oder ein Anführungszeichen hat kein Gegenstück: „%1“.</translation>
    </message>
    <message>
        <source>There is no group “%1”.</source>
        <translation>Es gibt keine Gruppe „%1“.</translation>
    </message>
    <message>
        <source>The group “%1” would hold itself.</source>
        <translation>Die Gruppe „%1“ würde sich selbst enthalten.</translation>
    </message>
    <message>
        <source>This is too long to be searched for.</source>
        <translation>Das ist zu lang für eine Suche.</translation>
    </message>
    <message>
        <source>They are watched for %1 s more; then the next follow.</source>
        <translation>Sie werden noch %1 s beobachtet; dann folgen die nächsten.</translation>
    </message>
</context>
<context>
    <name>packwarden::GroupsDialog</name>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep the group</source>
        <translation>Gruppe behalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Groups of packs</source>
        <translation>Gruppen von Packs</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>For example: Berlin</source>
        <translation>Zum Beispiel: Berlin</translation>
    </message>
    <message>
        <source>For example: owner:leasing serial&gt;=SDB-0100</source>
        <translation>Zum Beispiel: owner:leasing serial&gt;=SDB-0100</translation>
    </message>
    <message>
        <source>As in the search of the fleet. Packs for which it holds belong to the group by themselves.</source>
        <translation>Wie in der Suche der Flotte. Packs, für die sie gilt, gehören von selbst zur Gruppe.</translation>
    </message>
    <message numerus="yes">
        <source>Put in the %n chosen</source>
        <translation>
            <numerusform>Das %n gewählte hineintun</numerusform>
            <numerusform>Die %n gewählten hineintun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out the %n chosen</source>
        <translation>
            <numerusform>Das %n gewählte herausnehmen</numerusform>
            <numerusform>Die %n gewählten herausnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>Nach Regel</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>no other group</source>
        <translation>keiner anderen Gruppe</translation>
    </message>
    <message>
        <source>no pack</source>
        <translation>kein Pack</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n Pack</numerusform>
            <numerusform>%n Packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the group</source>
        <translation>Gruppe anlegen</translation>
    </message>
    <message numerus="yes">
        <source>Type a name. As it stands, %n known pack(s) would belong to it.</source>
        <translation>
            <numerusform>Geben Sie einen Namen ein. So gehörte %n bekanntes Pack dazu.</numerusform>
            <numerusform>Geben Sie einen Namen ein. So gehörten %n bekannte Packs dazu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known pack(s) belong to it now.</source>
        <translation>
            <numerusform>Jetzt gehört %n bekanntes Pack dazu.</numerusform>
            <numerusform>Jetzt gehören %n bekannte Packs dazu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another group has this name.</source>
        <translation>Eine andere Gruppe hat diesen Namen.</translation>
    </message>
    <message>
        <source>The rule of another group names it. Change that first.</source>
        <translation>Die Regel einer anderen Gruppe nennt sie. Ändern Sie diese zuerst.</translation>
    </message>
</context>
<context>
    <name>packwarden::Inspection</name>
    <message>
        <source>%1 signed: %2, charter %3, policy %4, %5 records in its own log. The signature is by its device key, whose certificate ends in the manufacturer&apos;s root of the charter; the number it signed was made a moment ago.</source>
        <translation>%1 hat unterschrieben: %2, Charta %3, Richtlinie %4, %5 Einträge in seinem eigenen Protokoll. Die Unterschrift ist von seinem Geräteschlüssel, dessen Zertifikat in der Wurzel des Herstellers in der Charta endet; die Zahl, die es unterschrieb, entstand eben erst.</translation>
    </message>
    <message>
        <source>Done. Read back from the pack: %1.</source>
        <translation>Fertig. Aus dem Pack zurückgelesen: %1.</translation>
    </message>
    <message>
        <source>The pack said yes, but holds %1. Another person may have set it meanwhile; look at the pack&apos;s own log.</source>
        <translation>Das Pack hat ja gesagt, hält aber %1. Vielleicht hat inzwischen jemand anders es gesetzt; sehen Sie in das eigene Protokoll des Packs.</translation>
    </message>
    <message>
        <source>The pack took the value, but it could not be read back: %1</source>
        <translation>Das Pack hat den Wert übernommen, er ließ sich aber nicht zurücklesen: %1</translation>
    </message>
</context>
<context>
    <name>packwarden::InspectorPage</name>
    <message>
        <source>Views of the pack</source>
        <translation>Ansichten des Packs</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>No pack chosen</source>
        <translation>Kein Pack gewählt</translation>
    </message>
    <message>
        <source>No pack on the bus yet.</source>
        <translation>Noch kein Pack am Bus.</translation>
    </message>
    <message>
        <source>Connect to a bus with packs; they appear here by themselves.</source>
        <translation>Verbinden Sie sich mit einem Bus mit Packs; sie erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>charge (%1 … %2)</source>
        <translation>Ladung (%1 … %2)</translation>
    </message>
    <message>
        <source>charging</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>discharging</source>
        <translation>entlädt</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>in Ruhe</translation>
    </message>
    <message>
        <source>hottest, coldest %1</source>
        <translation>wärmste, kälteste %1</translation>
    </message>
    <message>
        <source>cells apart</source>
        <translation>Zellspanne</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Faults %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>State of charge. The pack may be used from %1 % to %2 %.</source>
        <translation>Ladezustand. Das Pack darf von %1 % bis %2 % genutzt werden.</translation>
    </message>
    <message>
        <source>State of charge.</source>
        <translation>Ladezustand.</translation>
    </message>
    <message>
        <source>Voltage of the whole pack. Its contactors are closed.</source>
        <translation>Spannung des ganzen Packs. Seine Schütze sind geschlossen.</translation>
    </message>
    <message>
        <source>Voltage of the whole pack. Its contactors are open.</source>
        <translation>Spannung des ganzen Packs. Seine Schütze sind offen.</translation>
    </message>
    <message>
        <source>Positive while charging. Now the pack takes at most %1 A and gives at most %2 A.</source>
        <translation>Beim Laden positiv. Jetzt nimmt das Pack höchstens %1 A und gibt höchstens %2 A.</translation>
    </message>
    <message>
        <source>Module %1 is hottest with %2 °C, module %3 coldest with %4 °C.</source>
        <translation>Modul %1 ist mit %2 °C am heißesten, Modul %3 mit %4 °C am kältesten.</translation>
    </message>
    <message>
        <source>State of health: what is left of the capacity when new.</source>
        <translation>Gesundheit: was von der Kapazität im Neuzustand übrig ist.</translation>
    </message>
    <message>
        <source>from cell %1 to %2</source>
        <translation>von Zelle %1 bis %2</translation>
    </message>
    <message>
        <source>Cell %1 is lowest with %2 V, cell %3 highest with %4 V.</source>
        <translation>Zelle %1 ist mit %2 V am niedrigsten, Zelle %3 mit %4 V am höchsten.</translation>
    </message>
    <message>
        <source>How far the lowest and the highest cell are apart.</source>
        <translation>Wie weit die niedrigste und die höchste Zelle auseinander sind.</translation>
    </message>
    <message>
        <source>It has told no serial number: it can be watched, and asked nothing.</source>
        <translation>Es hat keine Seriennummer genannt: Man kann es beobachten, aber nichts fragen.</translation>
    </message>
    <message>
        <source>As it was at %1.</source>
        <translation>Stand von %1.</translation>
    </message>
    <message>
        <source>Cells and figures are of that instant. Esc in the trend goes back to now.</source>
        <translation>Zellen und Werte sind von diesem Zeitpunkt. Esc im Verlauf führt zurück zu jetzt.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
</context>
<context>
    <name>packwarden::InstallDialog</name>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Install a certificate</source>
        <translation>Zertifikat installieren</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The file that the issuer sent back, and the key that it is for. What the key file had before is replaced by the new certificate.</source>
        <translation>Die Datei, die der Aussteller zurückgeschickt hat, und der Schlüssel, für den sie ist. Was die Schlüsseldatei vorher hatte, wird durch das neue Zertifikat ersetzt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 Installed: %2, %3, until %4. You can sign in with this key now.</source>
        <translation>%1 Installiert: %2, %3, bis %4. Mit diesem Schlüssel können Sie sich jetzt anmelden.</translation>
    </message>
    <message>
        <source>issuing authority</source>
        <translation>ausstellende Stelle</translation>
    </message>
    <message>
        <source>Opening the key…</source>
        <translation>Der Schlüssel wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>packwarden::InviteDialog</name>
    <message>
        <source>Invite a partner</source>
        <translation>Partner einladen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save the invitation…</source>
        <translation>Einladung speichern …</translation>
    </message>
    <message>
        <source>One file with the charter, the policy and what is known of the packs. With it a partner can read and sign without a bus. Send it by any way, and read the fingerprint to the partner by voice; it is the same each time you open this.</source>
        <translation>Eine Datei mit Charta, Richtlinie und dem, was von den Packs bekannt ist. Damit kann ein Partner ohne Bus lesen und unterschreiben. Schicken Sie sie auf beliebigem Weg und lesen Sie dem Partner den Fingerabdruck vor; er ist jedes Mal derselbe.</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Parteien</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) that hold these rules</source>
        <translation>
            <numerusform>%n Pack mit diesen Regeln</numerusform>
            <numerusform>%n Packs mit diesen Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>This console trusts no rules yet, so there is nothing to invite to.</source>
        <translation>Diese Konsole vertraut noch keinen Regeln; es gibt nichts, wozu man einladen könnte.</translation>
    </message>
    <message>
        <source>No pack with these rules is known here yet, and a partner needs its limits. Connect to one first.</source>
        <translation>Hier ist noch kein Pack mit diesen Regeln bekannt, und ein Partner braucht dessen Grenzen. Verbinden Sie sich zuerst mit einem.</translation>
    </message>
    <message>
        <source>Save the invitation</source>
        <translation>Einladung speichern</translation>
    </message>
    <message>
        <source>Saved as %1. The partner opens it with Packwarden.</source>
        <translation>Gespeichert als %1. Der Partner öffnet sie mit Packwarden.</translation>
    </message>
</context>
<context>
    <name>packwarden::JobCardBar</name>
    <message>
        <source>%1 signs its state…</source>
        <translation>%1 unterschreibt seinen Zustand…</translation>
    </message>
    <message>
        <source>%1 signs its state once more…</source>
        <translation>%1 unterschreibt seinen Zustand noch einmal…</translation>
    </message>
    <message>
        <source>Close the job…</source>
        <translation>Auftrag abschließen…</translation>
    </message>
    <message>
        <source>Open a job card</source>
        <translation>Auftragskarte öffnen</translation>
    </message>
    <message>
        <source>Says what was done, has the pack sign its state again, and makes the report</source>
        <translation>Sagt, was getan wurde, lässt das Pack seinen Zustand noch einmal unterschreiben und macht den Bericht</translation>
    </message>
    <message>
        <source>Has the pack sign its state as you found it, and records the bus until the job is closed</source>
        <translation>Lässt das Pack seinen Zustand unterschreiben, wie Sie es vorfanden, und zeichnet den Bus auf, bis der Auftrag abgeschlossen ist</translation>
    </message>
    <message>
        <source>Close the job</source>
        <translation>Auftrag abschließen</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>What was wrong, what was done, which parts were replaced</source>
        <translation>Was falsch war, was getan wurde, welche Teile ersetzt wurden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close and make the report</source>
        <translation>Abschließen und Bericht machen</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>Was wurde getan?</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Drop it…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Records the bus again, until the job is closed</source>
        <translation>Zeichnet den Bus wieder auf, bis der Auftrag geschlossen wird</translation>
    </message>
    <message>
        <source>Ends the job without a report; what was recorded and signed stays</source>
        <translation>Beendet den Auftrag ohne Bericht; was aufgezeichnet und signiert ist, bleibt</translation>
    </message>
    <message>
        <source>Job of %1 is still open</source>
        <translation>Der Auftrag von %1 ist noch offen</translation>
    </message>
    <message>
        <source>Job of %1 at %2</source>
        <translation>Auftrag von %1 an %2</translation>
    </message>
    <message>
        <source>%1 signs its state once more. The report, both signed states and the recording are kept together. What you type is kept if you cancel.</source>
        <translation>%1 signiert noch einmal seinen Zustand. Bericht, beide signierten Zustände und die Aufzeichnung werden zusammen aufbewahrt. Was Sie schreiben, bleibt erhalten, wenn Sie abbrechen.</translation>
    </message>
    <message>
        <source>Drop the job</source>
        <translation>Auftrag verwerfen</translation>
    </message>
    <message>
        <source>There will be no report, and %1 is not asked for its state again. What it signed when the job was opened and what was recorded stay in the folder of the recordings; the audit says that the job was dropped.</source>
        <translation>Es gibt keinen Bericht, und %1 wird nicht noch einmal nach seinem Zustand gefragt. Was es bei Beginn des Auftrags signiert hat und was aufgezeichnet wurde, bleibt im Ordner der Aufzeichnungen; das Audit sagt, dass der Auftrag verworfen wurde.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Drop the job of %1?</source>
        <translation>Den Auftrag von %1 verwerfen?</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
</context>
<context>
    <name>packwarden::JobReport</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Signed by the pack</source>
        <translation>Vom Pack unterschrieben</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>at</source>
        <translation>um</translation>
    </message>
    <message>
        <source>life cycle</source>
        <translation>Lebensabschnitt</translation>
    </message>
    <message>
        <source>charter</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>theft-lock</source>
        <translation>Diebstahlsperre</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>paired parts</source>
        <translation>angelernte Teile</translation>
    </message>
    <message>
        <source>records in its log</source>
        <translation>Einträge in seinem Protokoll</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>lowest cell</source>
        <translation>niedrigste Zelle</translation>
    </message>
    <message>
        <source>%1, cell %2</source>
        <translation>%1, Zelle %2</translation>
    </message>
    <message>
        <source>highest cell</source>
        <translation>höchste Zelle</translation>
    </message>
    <message>
        <source>temperatures</source>
        <translation>Temperaturen</translation>
    </message>
    <message>
        <source>faults that last</source>
        <translation>Fehler, die andauern</translation>
    </message>
    <message>
        <source>Job card: %1</source>
        <translation>Auftragskarte: %1</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
    <message>
        <source>By %1 of %2</source>
        <translation>Von %1 von %2</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>How it was found, and how it was left</source>
        <translation>Wie es vorgefunden und wie es verlassen wurde</translation>
    </message>
    <message>
        <source>* differs</source>
        <translation>* verschieden</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Both signed states carry a number that this console made a moment before, and the signature of the pack&apos;s own key, whose certificate ends in the manufacturer&apos;s root of the charter. They lie beside this report; what was heard on the bus is not signed.</source>
        <translation>Beide unterschriebenen Zustände tragen eine Zahl, die diese Konsole einen Augenblick zuvor erzeugt hat, und die Unterschrift des eigenen Schlüssels des Packs, dessen Zertifikat zur Herstellerwurzel der Charta führt. Sie liegen neben diesem Bericht; was am Bus gehört wurde, hat niemand unterschrieben.</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nachher: %1</translation>
    </message>
    <message>
        <source>Recording of the bus: %1</source>
        <translation>Aufzeichnung des Busses: %1</translation>
    </message>
    <message>
        <source>Opened by %1 of %2</source>
        <translation>Begonnen von %1 von %2</translation>
    </message>
    <message>
        <source>mean %1; most %2, cell %3</source>
        <translation>Mittel %1; höchster %2, Zelle %3</translation>
    </message>
    <message>
        <source>resistance of the cells</source>
        <translation>Widerstand der Zellen</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Cells as they were left, mV from the mean</source>
        <translation>Zellen, wie sie verlassen wurden, mV vom Mittel</translation>
    </message>
    <message>
        <source>Cells as they were found, mV from the mean</source>
        <translation>Zellen, wie sie vorgefunden wurden, mV vom Mittel</translation>
    </message>
    <message>
        <source>Heard on the bus, not signed</source>
        <translation>Auf dem Bus gehört, nicht signiert</translation>
    </message>
</context>
<context>
    <name>packwarden::JoinDialog</name>
    <message>
        <source>I compared both fingerprints with a partner by voice</source>
        <translation>Ich habe beide Fingerabdrücke mündlich mit einem Partner verglichen</translation>
    </message>
    <message>
        <source>Expect these rules</source>
        <translation>Diese Regeln erwarten</translation>
    </message>
    <message>
        <source>Join by invitation</source>
        <translation>Auf Einladung beitreten</translation>
    </message>
    <message>
        <source>Charter</source>
        <translation>Charta</translation>
    </message>
    <message>
        <source>Charters (*.pwchr)</source>
        <translation>Chartas (*.pwchr)</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Policies (*.pwpol)</source>
        <translation>Regeln (*.pwpol)</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Parteien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Invitations (*.pwinv)</source>
        <translation>Einladungen (*.pwinv)</translation>
    </message>
    <message>
        <source>Or the rules as two files:</source>
        <translation>Oder die Regeln als zwei Dateien:</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Policy&apos;s fingerprint</source>
        <translation>Fingerabdruck der Richtlinie</translation>
    </message>
    <message>
        <source>A file can be forged on its way; the fingerprint cannot. Ask a partner whom you know to read theirs to you.</source>
        <translation>Eine Datei kann unterwegs gefälscht werden, der Fingerabdruck nicht. Bitten Sie einen Partner, den Sie kennen, Ihnen seinen vorzulesen.</translation>
    </message>
    <message>
        <source>Accept these rules</source>
        <translation>Diese Regeln annehmen</translation>
    </message>
    <message>
        <source>I compared the fingerprint with a partner by voice</source>
        <translation>Ich habe den Fingerabdruck mit einem Partner mündlich verglichen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::KeyChoice</name>
    <message>
        <source>Choose a key</source>
        <translation>Schlüssel wählen</translation>
    </message>
    <message>
        <source>Key to use</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Ein anderer Schlüssel</translation>
    </message>
</context>
<context>
    <name>packwarden::KeyDetail</name>
    <message>
        <source>Fingerprint to compare</source>
        <translation>Fingerabdruck zum Vergleichen</translation>
    </message>
    <message>
        <source>Paste the other fingerprint</source>
        <translation>Den anderen Fingerabdruck einfügen</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>No key chosen</source>
        <translation>Kein Schlüssel gewählt</translation>
    </message>
    <message>
        <source>Choose a key to see what it is good for, which packs it opens, and what to compare by voice with its holder.</source>
        <translation>Wählen Sie einen Schlüssel, um zu sehen, wofür er gut ist, welche Packs er öffnet und was Sie mit seinem Inhaber am Telefon vergleichen.</translation>
    </message>
    <message>
        <source>State: %1 (NIST SP 800-57: %2)</source>
        <translation>Zustand: %1 (NIST SP 800-57: %2)</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation>Gültig: %1 bis %2</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Person: %1</translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation>Rolle: %1</translation>
    </message>
    <message>
        <source>Serial number: %1</source>
        <translation>Seriennummer: %1</translation>
    </message>
    <message>
        <source>This root is not one of the charter&apos;s: nothing under it counts.</source>
        <translation>Diese Wurzel gehört nicht zur Charta: nichts darunter zählt.</translation>
    </message>
    <message>
        <source>Its issuer made this key: it fills no seat in layers 3 and 4.</source>
        <translation>Der Aussteller hat diesen Schlüssel erzeugt: er füllt in den Schichten 3 und 4 keinen Platz.</translation>
    </message>
    <message>
        <source>A root opens nothing by itself.</source>
        <translation>Eine Wurzel öffnet selbst nichts.</translation>
    </message>
    <message>
        <source>Asking what the packs know…</source>
        <translation>Es wird gefragt, was die Packs wissen…</translation>
    </message>
    <message>
        <source>The same, every digit.</source>
        <translation>Dasselbe, jede Ziffer.</translation>
    </message>
    <message>
        <source>Not the same: digits are missing.</source>
        <translation>Nicht dasselbe: es fehlen Ziffern.</translation>
    </message>
    <message>
        <source>Not the same. Do not rely on this key.</source>
        <translation>Nicht dasselbe. Verlassen Sie sich nicht auf diesen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>packwarden::KeyDialog</name>
    <message>
        <source>This issuer has never made a list before</source>
        <translation>Dieser Aussteller hat noch nie eine Liste gemacht</translation>
    </message>
    <message>
        <source>Issuing key</source>
        <translation>Ausstellender Schlüssel</translation>
    </message>
    <message>
        <source>A .p12 file, or a token&apos;s pkcs11: address</source>
        <translation>Eine .p12-Datei oder die pkcs11:-Adresse eines Tokens</translation>
    </message>
    <message>
        <source>Passphrase or PIN</source>
        <translation>Passphrase oder PIN</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>Geschrieben nach</translation>
    </message>
    <message>
        <source>Otherwise its newest list must be known here: a list that starts again would forget revocations.</source>
        <translation>Sonst muss seine neueste Liste hier bekannt sein: eine Liste, die neu beginnt, würde Widerrufe vergessen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose the issuing key</source>
        <translation>Ausstellenden Schlüssel wählen</translation>
    </message>
    <message>
        <source>List file</source>
        <translation>Listendatei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Opening the key and making the files…</source>
        <translation>Schlüssel wird geöffnet, Dateien werden erstellt …</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>as long as usual</source>
        <translation>so lange wie üblich</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>A person has a year as a rule; nothing outlives its issuer.</source>
        <translation>Eine Person hat in der Regel ein Jahr; nichts gilt länger als sein Aussteller.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>packwarden::KeysPage</name>
    <message>
        <source>party</source>
        <translation>Partei</translation>
    </message>
    <message>
        <source>issuing authority</source>
        <translation>ausstellende Stelle</translation>
    </message>
    <message>
        <source>pack %1</source>
        <translation>Pack %1</translation>
    </message>
    <message>
        <source>Issue…</source>
        <translation>Ausstellen…</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Erneuern…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>Compromised…</source>
        <translation>Kompromittiert…</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>Search name, role, fingerprint</source>
        <translation>Name, Rolle, Fingerabdruck suchen</translation>
    </message>
    <message>
        <source>Certify a key by the request file (.csr) that its holder made</source>
        <translation>Einen Schlüssel mit der Antragsdatei (.csr) seines Inhabers beglaubigen</translation>
    </message>
    <message>
        <source>Revoke all that derives from this key</source>
        <translation>Alles widerrufen, was aus diesem Schlüssel folgt</translation>
    </message>
    <message>
        <source>No keys are known yet. Trust the rules of a pack first; then every certificate that comes along with rules, documents and lists is shown here.</source>
        <translation>Noch sind keine Schlüssel bekannt. Vertrauen Sie zuerst den Regeln eines Packs; dann steht hier jedes Zertifikat, das mit Regeln, Dokumenten und Listen kommt.</translation>
    </message>
    <message>
        <source>Choose a certificate request</source>
        <translation>Zertifikatsantrag wählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>Beglaubigt von</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Keys by party and person</source>
        <translation>Schlüssel nach Partei und Person</translation>
    </message>
    <message>
        <source>%1, as an issuing authority</source>
        <translation>%1, als ausstellende Stelle</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, als %2</translation>
    </message>
    <message>
        <source>%1, for pack %2</source>
        <translation>%1, für Pack %2</translation>
    </message>
    <message>
        <source>Issue a certificate</source>
        <translation>Zertifikat ausstellen</translation>
    </message>
    <message>
        <source>This certifies the key %1 of %2. Packs will take it for what the policy gives that role. Compare the key with its holder first; the certificate is recorded and written to a file for the holder.</source>
        <translation>Dies beglaubigt den Schlüssel %1 von %2. Packs nehmen ihn für das, was die Regeln dieser Rolle geben. Vergleichen Sie den Schlüssel zuerst mit dem Inhaber; das Zertifikat wird protokolliert und in eine Datei für den Inhaber geschrieben.</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Ausstellen</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Key compromised</source>
        <translation>Schlüssel kompromittiert</translation>
    </message>
    <message>
        <source>Every certificate of %1, and all that derives from it, is revoked in this issuer&apos;s next list.</source>
        <translation>Jedes Zertifikat von %1 und alles, was daraus folgt, wird in der nächsten Liste dieses Ausstellers widerrufen.</translation>
    </message>
    <message numerus="yes">
        <source>A pack goes on accepting the key until a console brings it the list: %n pack(s) have to hear of it.</source>
        <translation>
            <numerusform>Ein Pack nimmt den Schlüssel an, bis eine Konsole ihm die Liste bringt: %n Pack muss davon erfahren.</numerusform>
            <numerusform>Ein Pack nimmt den Schlüssel an, bis eine Konsole ihm die Liste bringt: %n Packs müssen davon erfahren.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be taken back. Signatures by this key under way no longer count.</source>
        <translation>Das lässt sich nicht zurücknehmen. Laufende Unterschriften dieses Schlüssels zählen nicht mehr.</translation>
    </message>
    <message>
        <source>Revoke all</source>
        <translation>Alle widerrufen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Select them, to renew them together</source>
        <translation>Wählt sie aus, um sie zusammen zu erneuern</translation>
    </message>
    <message>
        <source>New certificates for the same keys. Several keys of one issuer are renewed in one go.</source>
        <translation>Neue Zertifikate für dieselben Schlüssel. Mehrere Schlüssel eines Ausstellers werden in einem Zug erneuert.</translation>
    </message>
    <message>
        <source>Keys that are renewed together have one issuer.</source>
        <translation>Schlüssel, die zusammen erneuert werden, haben einen Aussteller.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) end within 60 days</source>
        <translation>
            <numerusform>%n Schlüssel endet in 60 Tagen</numerusform>
            <numerusform>%n Schlüssel enden in 60 Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew %n certificate(s)</source>
        <translation>
            <numerusform>%n Zertifikat erneuern</numerusform>
            <numerusform>%n Zertifikate erneuern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the same key and role, a new certificate. The old one stays valid until its end.</source>
        <translation>%1: derselbe Schlüssel, dieselbe Rolle, ein neues Zertifikat. Das alte gilt bis zu seinem Ende weiter.</translation>
    </message>
    <message>
        <source>Charter…</source>
        <translation>Charta…</translation>
    </message>
    <message>
        <source>Draft a change of the parties: admit, remove, hand over, transfer, renew a root</source>
        <translation>Eine Änderung der Beteiligten entwerfen: aufnehmen, entfernen, übergeben, übertragen, eine Wurzel erneuern</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>%1 widerrufen</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) of %1 are revoked in the issuer&apos;s next list:</source>
        <translation>
            <numerusform>%n Zertifikat von %1 wird in der nächsten Liste des Ausstellers widerrufen:</numerusform>
            <numerusform>%n Zertifikate von %1 werden in der nächsten Liste des Ausstellers widerrufen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more certificate(s) of this person or key stay valid: revoke them as well if they must not be used.</source>
        <translation>
            <numerusform>%n weiteres Zertifikat dieser Person oder dieses Schlüssels bleibt gültig: Widerrufen Sie auch dieses, wenn es nicht benutzt werden darf.</numerusform>
            <numerusform>%n weitere Zertifikate dieser Person oder dieses Schlüssels bleiben gültig: Widerrufen Sie auch diese, wenn sie nicht benutzt werden dürfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare and trust rules…</source>
        <translation>Regeln vergleichen und ihnen vertrauen …</translation>
    </message>
    <message>
        <source>Keys and files…</source>
        <translation>Schlüssel und Dateien…</translation>
    </message>
    <message>
        <source>Make a key, put a certificate beside it, take in what others sent</source>
        <translation>Einen Schlüssel erzeugen, ein Zertifikat dazulegen, aufnehmen, was andere geschickt haben</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>Install certificate…</source>
        <translation>Zertifikat installieren…</translation>
    </message>
    <message>
        <source>Add a person&apos;s certificate…</source>
        <translation>Zertifikat einer Person aufnehmen…</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>Take in a revocation list…</source>
        <translation>Widerrufsliste aufnehmen…</translation>
    </message>
    <message>
        <source>Choose a revocation list</source>
        <translation>Widerrufsliste wählen</translation>
    </message>
    <message>
        <source>Known here from now on: %1</source>
        <translation>Von nun an hier bekannt: %1</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Save certificate…</source>
        <translation>Zertifikat speichern…</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Zertifikat speichern</translation>
    </message>
    <message>
        <source>Reading the keys…</source>
        <translation>Die Schlüssel werden gelesen…</translation>
    </message>
</context>
<context>
    <name>packwarden::KeysWords</name>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>ended: revoked</source>
        <translation>beendet: widerrufen</translation>
    </message>
    <message>
        <source>ended: expired</source>
        <translation>beendet: abgelaufen</translation>
    </message>
    <message>
        <source>compromised</source>
        <translation>kompromittiert</translation>
    </message>
    <message>
        <source>pre-activation</source>
        <translation>vor der Aktivierung</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>suspended: what is above it does not hold, or this issuer may not give the role</source>
        <translation>ausgesetzt: was darüber steht, hält nicht, oder dieser Aussteller darf die Rolle nicht geben</translation>
    </message>
    <message>
        <source>deactivated, by revocation</source>
        <translation>deaktiviert, durch Widerruf</translation>
    </message>
    <message>
        <source>deactivated, by its end</source>
        <translation>deaktiviert, durch sein Ende</translation>
    </message>
    <message>
        <source>The name contains characters that cannot be seen.</source>
        <translation>Der Name enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>The name mixes letters of several alphabets.</source>
        <translation>Der Name mischt Buchstaben mehrerer Alphabete.</translation>
    </message>
    <message>
        <source>The name contains combining marks.</source>
        <translation>Der Name enthält kombinierende Zeichen.</translation>
    </message>
    <message numerus="yes">
        <source>Can be mistaken for %n other name(s): %1. Compare the fingerprints.</source>
        <translation>
            <numerusform>Kann mit %n anderen Namen verwechselt werden: %1. Vergleichen Sie die Fingerabdrücke.</numerusform>
            <numerusform>Kann mit %n anderen Namen verwechselt werden: %1. Vergleichen Sie die Fingerabdrücke.</numerusform>
        </translation>
    </message>
    <message>
        <source>No pack was read yet, so it is not known what this key opens.</source>
        <translation>Noch wurde kein Pack gelesen, also ist nicht bekannt, was dieser Schlüssel öffnet.</translation>
    </message>
    <message numerus="yes">
        <source>By what they said when last read, %1 of %n pack(s) accept this key.</source>
        <translation>
            <numerusform>Nach der letzten Lesung nimmt %1 von %n Pack diesen Schlüssel an.</numerusform>
            <numerusform>Nach der letzten Lesung nehmen %1 von %n Packs diesen Schlüssel an.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) know; this key still opens %2.</source>
        <translation>
            <numerusform>%1 von %n Pack weiß es; dieser Schlüssel öffnet noch %2.</numerusform>
            <numerusform>%1 von %n Packs wissen es; dieser Schlüssel öffnet noch %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Certified: %1. Give the file back to its holder.</source>
        <translation>Beglaubigt: %1. Geben Sie die Datei dem Inhaber zurück.</translation>
    </message>
    <message numerus="yes">
        <source>List %1 revokes %n certificate(s). Packs know it once a console brings it.</source>
        <translation>
            <numerusform>Liste %1 widerruft %n Zertifikat. Packs wissen es, sobald eine Konsole sie bringt.</numerusform>
            <numerusform>Liste %1 widerruft %n Zertifikate. Packs wissen es, sobald eine Konsole sie bringt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other issuers have to revoke: %1.</source>
        <translation>Andere Aussteller müssen widerrufen: %1.</translation>
    </message>
    <message>
        <source>Falls with it: %1.</source>
        <translation>Fällt mit: %1.</translation>
    </message>
    <message>
        <source>No person known here holds the role %1 any more.</source>
        <translation>Keine hier bekannte Person hat die Rolle %1 noch.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) under way carry such a signature.</source>
        <translation>
            <numerusform>%n laufendes Dokument trägt eine solche Unterschrift.</numerusform>
            <numerusform>%n laufende Dokumente tragen eine solche Unterschrift.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Others can read the issuing key&apos;s file: make it readable for yourself alone.</source>
        <translation>Andere können die Datei des ausstellenden Schlüssels lesen: machen Sie sie nur für sich lesbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation>
            <numerusform>%n Fahrer</numerusform>
            <numerusform>%n Fahrer</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow: every pack starts as before, as far as is known here.</source>
        <translation>Morgen: jedes Pack startet wie bisher, soweit hier bekannt.</translation>
    </message>
    <message>
        <source>Tomorrow: %1 could not start any more; each pack still has a driver who can.</source>
        <translation>Morgen: %1 könnte nicht mehr starten; jedes Pack hat noch jemanden, der es kann.</translation>
    </message>
    <message>
        <source>Tomorrow: %1 and %2 could not start.</source>
        <translation>Morgen: %1 und %2 könnten nicht starten.</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n Pack</numerusform>
            <numerusform>%n Packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow: %1 can still start a pack, with another certificate that stays valid.</source>
        <translation>Morgen: %1 kann weiterhin ein Pack starten, mit einem anderen Zertifikat, das gültig bleibt.</translation>
    </message>
    <message>
        <source>%1, %2, until %3, number %4</source>
        <translation>%1, %2, bis %3, Nummer %4</translation>
    </message>
</context>
<context>
    <name>packwarden::LifeCycleSteps</name>
    <message>
        <source>Life cycle</source>
        <translation>Lebenslauf</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Jetzt: %1.</translation>
    </message>
    <message>
        <source>Behind it: %1.</source>
        <translation>Hinter sich: %1.</translation>
    </message>
    <message>
        <source>To come: %1.</source>
        <translation>Vor sich: %1.</translation>
    </message>
</context>
<context>
    <name>packwarden::LimitScale</name>
    <message>
        <source>Value between its limits</source>
        <translation>Wert zwischen seinen Grenzen</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>proposed %1</source>
        <translation>vorgeschlagen %1</translation>
    </message>
    <message>
        <source>soft limit %1 to %2</source>
        <translation>weiche Grenze %1 bis %2</translation>
    </message>
    <message>
        <source>charter %1 to %2</source>
        <translation>Vertrag %1 bis %2</translation>
    </message>
    <message>
        <source>silicon %1 to %2</source>
        <translation>Silizium %1 bis %2</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>weich</translation>
    </message>
    <message>
        <source>charter</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>silicon</source>
        <translation>Silizium</translation>
    </message>
</context>
<context>
    <name>packwarden::ListFreshness</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Revocation lists</source>
        <translation>Widerrufslisten</translation>
    </message>
    <message>
        <source>good for %1</source>
        <translation>gut für %1</translation>
    </message>
    <message>
        <source>out of date for %1</source>
        <translation>veraltet für %1</translation>
    </message>
    <message>
        <source>layer 1 for %1 more</source>
        <translation>Schicht 1 noch %1</translation>
    </message>
    <message>
        <source>layers 1 to %1 for %2 more</source>
        <translation>Schichten 1 bis %1 noch %2</translation>
    </message>
    <message>
        <source>%1, list %2: %3; next update %4</source>
        <translation>%1, Liste %2: %3; nächste Ausgabe %4</translation>
    </message>
    <message>
        <source>this console has list %1</source>
        <translation>diese Konsole hat Liste %1</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Noch nicht gelesen.</translation>
    </message>
    <message>
        <source>%1, list %2 (here: %3)</source>
        <translation>%1, Liste %2 (hier: %3)</translation>
    </message>
    <message>
        <source>%1, list %2</source>
        <translation>%1, Liste %2</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>packwarden::LiveView</name>
    <message>
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>Skala der Farben</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>relativ</translation>
    </message>
    <message>
        <source>by the pack&apos;s limits</source>
        <translation>nach den Grenzen des Packs</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Takes at most</source>
        <translation>Nimmt höchstens</translation>
    </message>
    <message>
        <source>Gives at most</source>
        <translation>Gibt höchstens</translation>
    </message>
    <message>
        <source>Contactors</source>
        <translation>Schütze</translation>
    </message>
    <message>
        <source>Insulation</source>
        <translation>Isolation</translation>
    </message>
    <message>
        <source>Policy version</source>
        <translation>Stand der Richtlinie</translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation>Abgelehnte Anträge</translation>
    </message>
    <message>
        <source>Lost frames</source>
        <translation>Verlorene Frames</translation>
    </message>
    <message>
        <source>mean %1 V · spread %2 mV</source>
        <translation>Mittel %1 V · Spanne %2 mV</translation>
    </message>
    <message>
        <source>%1 A</source>
        <translation>%1 A</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>%1 kΩ</source>
        <translation>%1 kΩ</translation>
    </message>
    <message>
        <source>Chosen cell, faults, pack</source>
        <translation>Gewählte Zelle, Fehler, Pack</translation>
    </message>
    <message>
        <source>Weakest</source>
        <translation>Schwächste</translation>
    </message>
    <message>
        <source>Choose the cell that stands out: by its resistance where it is known, or else by its voltage</source>
        <translation>Die auffälligste Zelle wählen: nach ihrem Widerstand, wo er bekannt ist, sonst nach ihrer Spannung</translation>
    </message>
    <message>
        <source>The limits of this pack were not read yet.</source>
        <translation>Die Grenzen dieses Pakets sind noch nicht gelesen.</translation>
    </message>
    <message>
        <source>No cell stands out.</source>
        <translation>Keine Zelle fällt auf.</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Um %1: %2</translation>
    </message>
</context>
<context>
    <name>packwarden::MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Sign-offs</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Flotte</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Save the list of packs</source>
        <translation>Liste der Packs speichern</translation>
    </message>
    <message>
        <source>The list was written to %1.</source>
        <translation>Die Liste wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>packwarden::ManualWindow</name>
    <message>
        <source>Page of the manual</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>packwarden::MatrixKeys</name>
    <message>
        <source>Conditions…</source>
        <translation>Bedingungen…</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
    <message>
        <source>All that this role may do…</source>
        <translation>Alles, was diese Rolle darf…</translation>
    </message>
    <message>
        <source>All who may do this…</source>
        <translation>Alle, die dies dürfen…</translation>
    </message>
</context>
<context>
    <name>packwarden::MatrixView</name>
    <message>
        <source>Permissions matrix</source>
        <translation>Rechtematrix</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>What each capability takes</source>
        <translation>Was jede Fähigkeit braucht</translation>
    </message>
    <message>
        <source>Companies and their roles</source>
        <translation>Firmen und ihre Rollen</translation>
    </message>
    <message>
        <source>Frozen columns of the matrix</source>
        <translation>Fixierte Spalten der Matrix</translation>
    </message>
</context>
<context>
    <name>packwarden::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>Als E-Mail senden</translation>
    </message>
    <message>
        <source>A letter is begun. Attach the file yourself: %1</source>
        <translation>Eine E-Mail ist begonnen. Hängen Sie die Datei selbst an: %1</translation>
    </message>
    <message>
        <source>No program for e-mail was found here. Send this file: %1</source>
        <translation>Hier wurde kein E-Mail-Programm gefunden. Senden Sie diese Datei: %1</translation>
    </message>
</context>
<context>
    <name>packwarden::Names</name>
    <message>
        <source>max SoC</source>
        <translation>max. Ladestand</translation>
    </message>
    <message>
        <source>min SoC</source>
        <translation>min. Ladestand</translation>
    </message>
    <message>
        <source>max cell voltage</source>
        <translation>max. Zellspannung</translation>
    </message>
    <message>
        <source>min cell voltage</source>
        <translation>min. Zellspannung</translation>
    </message>
    <message>
        <source>max cell temperature</source>
        <translation>max. Zelltemperatur</translation>
    </message>
    <message>
        <source>min charge temperature</source>
        <translation>min. Ladetemperatur</translation>
    </message>
    <message>
        <source>max charge temperature</source>
        <translation>max. Ladetemperatur</translation>
    </message>
    <message>
        <source>max charge current</source>
        <translation>max. Ladestrom</translation>
    </message>
    <message>
        <source>max discharge current</source>
        <translation>max. Entladestrom</translation>
    </message>
    <message>
        <source>charge target</source>
        <translation>Ladeziel</translation>
    </message>
    <message>
        <source>power limit</source>
        <translation>Leistungsgrenze</translation>
    </message>
    <message>
        <source>max feed-back power</source>
        <translation>max. Rückspeiseleistung</translation>
    </message>
    <message>
        <source>balancing threshold</source>
        <translation>Ausgleichsschwelle</translation>
    </message>
    <message>
        <source>rest voltage threshold</source>
        <translation>Ruhespannungsschwelle</translation>
    </message>
    <message>
        <source>service interval</source>
        <translation>Wartungsintervall</translation>
    </message>
    <message>
        <source>set max SoC</source>
        <translation>max. Ladestand setzen</translation>
    </message>
    <message>
        <source>set min SoC</source>
        <translation>min. Ladestand setzen</translation>
    </message>
    <message>
        <source>set charge current</source>
        <translation>Ladestrom setzen</translation>
    </message>
    <message>
        <source>set discharge current</source>
        <translation>Entladestrom setzen</translation>
    </message>
    <message>
        <source>set feed-back power</source>
        <translation>Rückspeiseleistung setzen</translation>
    </message>
    <message>
        <source>set max cell voltage</source>
        <translation>max. Zellspannung setzen</translation>
    </message>
    <message>
        <source>set min cell voltage</source>
        <translation>min. Zellspannung setzen</translation>
    </message>
    <message>
        <source>set temperature limits</source>
        <translation>Temperaturgrenzen setzen</translation>
    </message>
    <message>
        <source>set balance limits</source>
        <translation>Ausgleichsgrenzen setzen</translation>
    </message>
    <message>
        <source>set charge target</source>
        <translation>Ladeziel setzen</translation>
    </message>
    <message>
        <source>set power limit</source>
        <translation>Leistungsgrenze setzen</translation>
    </message>
    <message>
        <source>set service interval</source>
        <translation>Wartungsintervall setzen</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>Ingenieur</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>fleet manager</source>
        <translation>Flottenleiter</translation>
    </message>
    <message>
        <source>asset manager</source>
        <translation>Vermögensverwalter</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>Spezialist</translation>
    </message>
    <message>
        <source>power operator</source>
        <translation>Energiebetreiber</translation>
    </message>
    <message>
        <source>technician</source>
        <translation>Techniker</translation>
    </message>
    <message>
        <source>platform engineer</source>
        <translation>Plattformingenieur</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Cell data</source>
        <translation>Zelldaten</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>party, role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 · User abuse</source>
        <translation>1 · Missbrauch</translation>
    </message>
    <message>
        <source>2 · Service error</source>
        <translation>2 · Wartungsfehler</translation>
    </message>
    <message>
        <source>3 · Financial harm</source>
        <translation>3 · Vermögensschaden</translation>
    </message>
    <message>
        <source>4 · Physical harm</source>
        <translation>4 · Personenschaden</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Discharging</source>
        <translation>Entlädt</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>gekennzeichnet</translation>
    </message>
    <message>
        <source>paired</source>
        <translation>gepaart</translation>
    </message>
    <message>
        <source>limits entered</source>
        <translation>Grenzen eingetragen</translation>
    </message>
    <message>
        <source>chartered</source>
        <translation>unter Vertrag</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>versiegelt</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>decommissioned</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>Audit begun</source>
        <translation>Protokoll begonnen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Withdraw document</source>
        <translation>Dokument zurückziehen</translation>
    </message>
    <message>
        <source>Reject document</source>
        <translation>Dokument ablehnen</translation>
    </message>
    <message>
        <source>Follow new rules</source>
        <translation>Neuen Regeln folgen</translation>
    </message>
    <message>
        <source>Bring withdrawal</source>
        <translation>Rückzug überbringen</translation>
    </message>
    <message>
        <source>Bring list</source>
        <translation>Liste überbringen</translation>
    </message>
    <message>
        <source>Bring the time</source>
        <translation>Zeit überbringen</translation>
    </message>
    <message>
        <source>Provision pack</source>
        <translation>Pack ausrüsten</translation>
    </message>
    <message>
        <source>Act on pack</source>
        <translation>Am Pack handeln</translation>
    </message>
    <message>
        <source>Make list</source>
        <translation>Liste ausstellen</translation>
    </message>
    <message>
        <source>Trust rules</source>
        <translation>Regeln vertrauen</translation>
    </message>
    <message>
        <source>Draft request</source>
        <translation>Antrag entwerfen</translation>
    </message>
    <message>
        <source>Sign request</source>
        <translation>Antrag unterschreiben</translation>
    </message>
    <message>
        <source>Merge request</source>
        <translation>Antrag zusammenführen</translation>
    </message>
    <message>
        <source>Deliver request</source>
        <translation>Antrag übergeben</translation>
    </message>
    <message>
        <source>Witness another audit</source>
        <translation>Anderes Protokoll bezeugen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>activate</source>
        <translation>aktivieren</translation>
    </message>
    <message>
        <source>deactivate</source>
        <translation>deaktivieren</translation>
    </message>
    <message>
        <source>read status</source>
        <translation>Status lesen</translation>
    </message>
    <message>
        <source>read cells in detail</source>
        <translation>Zellen genau lesen</translation>
    </message>
    <message>
        <source>read service faults</source>
        <translation>Servicefehler lesen</translation>
    </message>
    <message>
        <source>clear service faults</source>
        <translation>Servicefehler löschen</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>balancieren</translation>
    </message>
    <message>
        <source>self test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>isolate module</source>
        <translation>Modul abtrennen</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>lock against theft</source>
        <translation>gegen Diebstahl sperren</translation>
    </message>
    <message>
        <source>end a theft-lock</source>
        <translation>Diebstahlsperre beenden</translation>
    </message>
    <message>
        <source>replace component</source>
        <translation>Bauteil ersetzen</translation>
    </message>
    <message>
        <source>hand over to operator</source>
        <translation>an Betreiber übergeben</translation>
    </message>
    <message>
        <source>transfer ownership</source>
        <translation>Eigentum übertragen</translation>
    </message>
    <message>
        <source>change policy, layers 1 to 3</source>
        <translation>Regeln ändern, Schichten 1 bis 3</translation>
    </message>
    <message>
        <source>change policy, layer 4</source>
        <translation>Regeln ändern, Schicht 4</translation>
    </message>
    <message>
        <source>update BSP software</source>
        <translation>BSP-Software erneuern</translation>
    </message>
    <message>
        <source>decommission</source>
        <translation>außer Betrieb nehmen</translation>
    </message>
    <message>
        <source>disable a protection</source>
        <translation>Schutz abschalten</translation>
    </message>
    <message>
        <source>pass a silicon limit</source>
        <translation>Siliziumgrenze überschreiten</translation>
    </message>
    <message>
        <source>read a secret</source>
        <translation>Geheimnis lesen</translation>
    </message>
    <message>
        <source>activate with a foreign component</source>
        <translation>mit fremdem Bauteil aktivieren</translation>
    </message>
    <message>
        <source>Enter own value</source>
        <translation>Eigenen Wert eingeben</translation>
    </message>
    <message>
        <source>Make key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Ask for certificate</source>
        <translation>Zertifikat beantragen</translation>
    </message>
    <message>
        <source>Install certificate</source>
        <translation>Zertifikat einsetzen</translation>
    </message>
    <message>
        <source>Issue certificate</source>
        <translation>Zertifikat ausstellen</translation>
    </message>
    <message>
        <source>Renew certificate</source>
        <translation>Zertifikat erneuern</translation>
    </message>
    <message>
        <source>Ask for a right</source>
        <translation>Um ein Recht bitten</translation>
    </message>
    <message>
        <source>Answer for a right</source>
        <translation>Um ein Recht gebeten: antworten</translation>
    </message>
    <message>
        <source>Hear an answer for a right</source>
        <translation>Antwort auf eine Bitte um ein Recht</translation>
    </message>
    <message>
        <source>Publish to an exchange</source>
        <translation>An eine gemeinsame Datenbank geben</translation>
    </message>
    <message>
        <source>Fetch from an exchange</source>
        <translation>Aus einer gemeinsamen Datenbank holen</translation>
    </message>
    <message>
        <source>open the front door</source>
        <translation>Haustür öffnen</translation>
    </message>
    <message>
        <source>open the classrooms</source>
        <translation>Klassenzimmer öffnen</translation>
    </message>
    <message>
        <source>open the gym</source>
        <translation>Turnhalle öffnen</translation>
    </message>
    <message>
        <source>open the pupils&apos; records</source>
        <translation>Schülerakten öffnen</translation>
    </message>
    <message>
        <source>open the tool shed</source>
        <translation>Geräteschuppen öffnen</translation>
    </message>
    <message>
        <source>open the safe</source>
        <translation>Tresor öffnen</translation>
    </message>
    <message>
        <source>open the boiler room</source>
        <translation>Heizungskeller öffnen</translation>
    </message>
    <message>
        <source>lock the fire exit</source>
        <translation>Notausgang abschließen</translation>
    </message>
    <message>
        <source>Notice a contradiction</source>
        <translation>Widerspruch bemerkt</translation>
    </message>
    <message>
        <source>Decide about a contradiction</source>
        <translation>Über Widerspruch entschieden</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>Decide about a head</source>
        <translation>Über einen Kopf entscheiden</translation>
    </message>
    <message>
        <source>Take in list</source>
        <translation>Liste aufnehmen</translation>
    </message>
    <message>
        <source>Forget the rules</source>
        <translation>Regeln vergessen</translation>
    </message>
    <message>
        <source>Audit taken over by a newer version</source>
        <translation>Protokoll von einer neueren Version übernommen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>node, bus</comment>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Change a group</source>
        <translation>Eine Gruppe ändern</translation>
    </message>
    <message>
        <source>Remove a group</source>
        <translation>Eine Gruppe entfernen</translation>
    </message>
    <message>
        <source>Begin a roll-out</source>
        <translation>Eine Verteilung beginnen</translation>
    </message>
    <message>
        <source>End a roll-out</source>
        <translation>Eine Verteilung beenden</translation>
    </message>
</context>
<context>
    <name>packwarden::NavigationRail</name>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
</context>
<context>
    <name>packwarden::NestedLimits</name>
    <message>
        <source>Value between its limits</source>
        <translation>Wert zwischen seinen Grenzen</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>proposed %1</source>
        <translation>vorgeschlagen %1</translation>
    </message>
    <message>
        <source>by default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2 bis %3</translation>
    </message>
    <message>
        <source>Silicon</source>
        <translation>Silizium</translation>
    </message>
    <message>
        <source>Charter</source>
        <translation>Charta</translation>
    </message>
    <message>
        <source>Soft limit</source>
        <translation>Weiche Grenze</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>packwarden::NewAmendmentDialog</name>
    <message>
        <source>vacant</source>
        <translation>unbesetzt</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Wurzelzertifikat</translation>
    </message>
    <message>
        <source>Compared with the company, by voice or on paper</source>
        <translation>Mit der Firma verglichen, mündlich oder auf Papier</translation>
    </message>
    <message>
        <source>Its revocation list</source>
        <translation>Ihre Widerrufsliste</translation>
    </message>
    <message>
        <source>Change the charter</source>
        <translation>Die Charta ändern</translation>
    </message>
    <message>
        <source>Change who is in the charter</source>
        <translation>Ändern, wer in der Charta steht</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>Neuer Platz</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Signing role</source>
        <translation>Unterschreibende Rolle</translation>
    </message>
    <message>
        <source>Title of the role</source>
        <translation>Bezeichnung der Rolle</translation>
    </message>
    <message>
        <source>May be granted</source>
        <translation>Darf vergeben werden</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>For example: energy-market</source>
        <translation>Zum Beispiel: energy-market</translation>
    </message>
    <message>
        <source>For example: market-operator</source>
        <translation>Zum Beispiel: market-operator</translation>
    </message>
    <message>
        <source>For example: Market operator</source>
        <translation>Zum Beispiel: Marktbetreiber</translation>
    </message>
    <message>
        <source>The charter lets the matrix grant these to its role; nothing is granted yet.</source>
        <translation>Die Charta lässt die Matrix diese Rechte an seine Rolle vergeben; vergeben ist noch nichts.</translation>
    </message>
    <message>
        <source>%1 (layer %2)</source>
        <translation>%1 (Schicht %2)</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Its list</source>
        <translation>Ihre Liste</translation>
    </message>
    <message>
        <source>In the place now</source>
        <translation>Jetzt an dem Platz</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>Von da an</translation>
    </message>
    <message>
        <source>Who gains and loses</source>
        <translation>Wer gewinnt und verliert</translation>
    </message>
    <message>
        <source>Who must sign</source>
        <translation>Wer unterschreiben muss</translation>
    </message>
    <message>
        <source>%1, good until %2</source>
        <translation>%1, gültig bis %2</translation>
    </message>
    <message>
        <source>List %1, good until %2</source>
        <translation>Liste %1, gültig bis %2</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the company, then tick it.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit der Firma, dann haken Sie ihn an.</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>Nennen Sie einen Grund.</translation>
    </message>
    <message>
        <source>People could take this name for %1, which has another root.</source>
        <translation>Man könnte diesen Namen für %1 halten, die eine andere Wurzel hat.</translation>
    </message>
    <message>
        <source>%1, under the new root</source>
        <translation>%1, unter der neuen Wurzel</translation>
    </message>
    <message>
        <source>Shown as soon as a pack would take it.</source>
        <translation>Zeigt sich, sobald ein Pack es nehmen würde.</translation>
    </message>
    <message>
        <source>No pack with this charter is known here, so it cannot be said before one is.</source>
        <translation>Hier ist kein Pack mit dieser Charta bekannt, also lässt es sich vorher nicht sagen.</translation>
    </message>
</context>
<context>
    <name>packwarden::NewCommandDialog</name>
    <message>
        <source>I know that this cannot be undone</source>
        <translation>Ich weiß, dass sich das nicht rückgängig machen lässt</translation>
    </message>
    <message>
        <source>New command</source>
        <translation>Neuer Befehl</translation>
    </message>
    <message>
        <source>Have something happen to packs</source>
        <translation>Mit Packs etwas geschehen lassen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Fach</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>Neues Teil</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Its id, as it stands on the label</source>
        <translation>Seine Kennung, wie sie auf dem Etikett steht</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Was daraus folgt</translation>
    </message>
    <message>
        <source>Who must sign</source>
        <translation>Wer unterschreiben muss</translation>
    </message>
    <message>
        <source>Reported stolen.</source>
        <translation>Als gestohlen gemeldet.</translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <translation>%1, jetzt %2</translation>
    </message>
    <message>
        <source>No pack is known here yet: connect to one first.</source>
        <translation>Hier ist noch kein Pack bekannt: Verbinden Sie sich zuerst mit einem.</translation>
    </message>
    <message>
        <source>Tick at least one pack.</source>
        <translation>Haken Sie mindestens ein Pack an.</translation>
    </message>
    <message>
        <source>Type the new value.</source>
        <translation>Tippen Sie den neuen Wert.</translation>
    </message>
    <message>
        <source>The value cannot be asked for; see the reason below it.</source>
        <translation>Um diesen Wert kann nicht gebeten werden; der Grund steht darunter.</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>Nennen Sie einen Grund.</translation>
    </message>
    <message>
        <source>Confirm that it cannot be undone.</source>
        <translation>Bestätigen Sie, dass es sich nicht rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Shown as soon as the pack would take it.</source>
        <translation>Zeigt sich, sobald das Pack es nehmen würde.</translation>
    </message>
    <message numerus="yes">
        <source>Asking %n pack(s)…</source>
        <translation>
            <numerusform>Frage %n Pack…</numerusform>
            <numerusform>Frage %n Packs…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::NewKeyDialog</name>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>an issuing authority of a company</source>
        <translation>eine ausstellende Stelle einer Firma</translation>
    </message>
    <message>
        <source>RSA %1 bits</source>
        <translation>RSA %1 Bit</translation>
    </message>
    <message>
        <source>RSA %1 bits, slower</source>
        <translation>RSA %1 Bit, langsamer</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The key stays in its file. Beside it a request is written, for the person who issues certificates for this company.</source>
        <translation>Der Schlüssel bleibt in seiner Datei. Daneben entsteht ein Antrag für die Person, die für diese Firma Zertifikate ausstellt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Where is the key kept?</source>
        <translation>Wo liegt der Schlüssel?</translation>
    </message>
    <message>
        <source>Enter the name, as people say it.</source>
        <translation>Geben Sie den Namen ein, wie man ihn spricht.</translation>
    </message>
    <message numerus="yes">
        <source>A certificate carries names of at most %n characters.</source>
        <translation>
            <numerusform>A certificate carries names of at most %n character.</numerusform>
            <numerusform>A certificate carries names of at most %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the company.</source>
        <translation>Geben Sie die Firma ein.</translation>
    </message>
    <message>
        <source>The name needs a letter from a to z or a digit: its short form names the person in records.</source>
        <translation>Der Name braucht einen Buchstaben von a bis z oder eine Ziffer: Seine Kurzform nennt die Person in Aufzeichnungen.</translation>
    </message>
    <message>
        <source>The policy has no role for this company.</source>
        <translation>Die Richtlinie hat keine Rolle für diese Firma.</translation>
    </message>
    <message>
        <source>Choose where the key is kept.</source>
        <translation>Wählen Sie, wo der Schlüssel liegt.</translation>
    </message>
    <message>
        <source>%1 exists. Choose another name: no file is written over.</source>
        <translation>%1 gibt es schon. Wählen Sie einen anderen Namen: Keine Datei wird überschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase has fewer than %n characters.</source>
        <translation>
            <numerusform>The passphrase has fewer than %n character.</numerusform>
            <numerusform>The passphrase has fewer than %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the passphrase twice, both times the same.</source>
        <translation>Geben Sie die Passphrase zweimal ein, beide Male dieselbe.</translation>
    </message>
    <message>
        <source>Making the key…</source>
        <translation>Der Schlüssel wird erzeugt…</translation>
    </message>
    <message>
        <source>%1 The key is made, and waits for its certificate.

Next: send %2 to the person who issues certificates for %3, and read this fingerprint to them by voice: %4

When the certificate comes back, choose Install certificate… on this page and name the key file %5.</source>
        <translation>%1 Der Schlüssel ist erzeugt und wartet auf sein Zertifikat.

Weiter: Schicken Sie %2 an die Stelle, die Zertifikate für %3 ausstellt, und lesen Sie ihr diesen Fingerabdruck vor: %4

Kommt das Zertifikat zurück, wählen Sie auf dieser Seite Zertifikat installieren… und nennen Sie die Schlüsseldatei %5.</translation>
    </message>
</context>
<context>
    <name>packwarden::NewRequestDialog</name>
    <message>
        <source>New request</source>
        <translation>Neuer Antrag</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Ask for another value</source>
        <translation>Einen anderen Wert beantragen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Layer %1: needs the signatures of %2.</source>
        <translation>Schicht %1: braucht die Unterschriften von %2.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>It passes a soft limit or step, so one more must sign.</source>
        <translation>Eine weiche Grenze oder Schrittweite wird überschritten, darum muss noch jemand unterschreiben.</translation>
    </message>
    <message>
        <source>Type a value to see who must sign.</source>
        <translation>Geben Sie einen Wert ein, um zu sehen, wer unterschreiben muss.</translation>
    </message>
    <message>
        <source>No pack is known here yet: connect to one first.</source>
        <translation>Hier ist noch kein Pack bekannt: erst eines verbinden.</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>Nennen Sie einen Grund.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>The value is for one cell, not for the pack.</source>
        <translation>Der Wert gilt für eine Zelle, nicht für das Pack.</translation>
    </message>
    <message>
        <source>The value is for the pack, not for one cell.</source>
        <translation>Der Wert gilt für das Pack, nicht für eine Zelle.</translation>
    </message>
    <message>
        <source>The unit is degrees Celsius.</source>
        <translation>Die Einheit ist Grad Celsius.</translation>
    </message>
    <message>
        <source>The unit is %1.</source>
        <translation>Die Einheit ist %1.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Auf Dauer</translation>
    </message>
    <message>
        <source>For a time, until the end of</source>
        <translation>Auf Zeit, bis zum Ende des</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>At the end of this day the pack goes back to the value that it had before.</source>
        <translation>Am Ende dieses Tages geht das Pack auf den Wert zurück, den es vorher hatte.</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Tick at least one pack.</source>
        <translation>Haken Sie mindestens ein Pack an.</translation>
    </message>
    <message numerus="yes">
        <source>Asking %n pack(s)…</source>
        <translation>
            <numerusform>Frage %n Pack…</numerusform>
            <numerusform>Frage %n Packs…</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the new value.</source>
        <translation>Tippen Sie den neuen Wert.</translation>
    </message>
    <message>
        <source>The value cannot be asked for; see the reason below it.</source>
        <translation>Um diesen Wert kann nicht gebeten werden; der Grund steht darunter.</translation>
    </message>
</context>
<context>
    <name>packwarden::NoticeDesk</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) want your signature</source>
        <translation>
            <numerusform>%n Dokument wartet auf Ihre Signatur</numerusform>
            <numerusform>%n Dokumente warten auf Ihre Signatur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::NumberEdit</name>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
</context>
<context>
    <name>packwarden::OddPacks</name>
    <message>
        <source>The packs of the first line stay.</source>
        <translation>Die Packs der ersten Zeile bleiben.</translation>
    </message>
    <message>
        <source>Not all chosen packs start from the same value on the same hardware:</source>
        <translation>Nicht alle gewählten Packs gehen vom selben Wert auf derselben Hardware aus:</translation>
    </message>
    <message numerus="yes">
        <source>and %n other value(s) or hardware</source>
        <translation>
            <numerusform>und %n weiterer Wert oder weitere Hardware</numerusform>
            <numerusform>und %n weitere Werte oder weitere Hardware</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n pack(s)</source>
        <translation>
            <numerusform>%n Pack weglassen</numerusform>
            <numerusform>%n Packs weglassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out packs that start differently</source>
        <translation>Packs weglassen, die von anderem ausgehen</translation>
    </message>
</context>
<context>
    <name>packwarden::OnionFilter</name>
    <message numerus="yes">
        <source>Layer %1: %n capability(s)</source>
        <translation>
            <numerusform>Schicht %1: %n Fähigkeit</numerusform>
            <numerusform>Schicht %1: %n Fähigkeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Layer %1: %2 of %n capability(s) shown</source>
        <translation>
            <numerusform>Schicht %1: %2 von %n Fähigkeit gezeigt</numerusform>
            <numerusform>Schicht %1: %2 von %n Fähigkeiten gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to show this layer alone, or with others that are chosen.</source>
        <translation>Klicke, um diese Schicht allein zu zeigen oder mit anderen, die gewählt sind.</translation>
    </message>
</context>
<context>
    <name>packwarden::PackChooser</name>
    <message>
        <source>%1 · theft-locked</source>
        <translation>%1 · gesperrt wegen Diebstahls</translation>
    </message>
    <message>
        <source>Choose all found</source>
        <translation>Alle gefundenen wählen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine wählen</translation>
    </message>
    <message>
        <source>Search packs</source>
        <translation>Packs suchen</translation>
    </message>
    <message>
        <source>A part of the serial, or a search such as lock:locked</source>
        <translation>Ein Teil der Seriennummer oder eine Suche wie lock:locked</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) chosen.</source>
        <translation>
            <numerusform>%n Pack gewählt.</numerusform>
            <numerusform>%n Packs gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>More fit than are listed; type more of the serial.</source>
        <translation>Es passen mehr, als aufgeführt sind; tippen Sie mehr von der Seriennummer.</translation>
    </message>
    <message>
        <source>No other pack fits.</source>
        <translation>Kein anderes Pack passt.</translation>
    </message>
</context>
<context>
    <name>packwarden::ParameterDesk</name>
    <message>
        <source>The rules of this pack are not known here, so it cannot be told who may set this.</source>
        <translation>Die Regeln dieses Packs sind hier nicht bekannt, also lässt sich nicht sagen, wer das einstellen darf.</translation>
    </message>
    <message>
        <source>By the policy, one key alone may not set this.</source>
        <translation>Nach der Richtlinie darf ein Schlüssel allein das nicht einstellen.</translation>
    </message>
    <message>
        <source>Your role may not set this. Ask a person who is %1.</source>
        <translation>Ihre Rolle darf das nicht einstellen. Bitten Sie jemanden, der %1 ist.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>That is beyond the soft limit, where one key is not enough. Propose a change instead.</source>
        <translation>Das liegt jenseits der weichen Grenze, wo ein Schlüssel nicht genügt. Schlagen Sie stattdessen eine Änderung vor.</translation>
    </message>
    <message>
        <source>That is more than the largest step for one key. Take a smaller one, or propose a change.</source>
        <translation>Das ist mehr als der größte Schritt für einen Schlüssel. Nehmen Sie einen kleineren oder schlagen Sie eine Änderung vor.</translation>
    </message>
</context>
<context>
    <name>packwarden::ParameterDetail</name>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>collecting signatures</source>
        <translation>sammelt Unterschriften</translation>
    </message>
    <message>
        <source>ready to deliver</source>
        <translation>bereit zur Übergabe</translation>
    </message>
    <message>
        <source>applied on other packs</source>
        <translation>auf anderen Packs angewendet</translation>
    </message>
    <message>
        <source>refused by the pack</source>
        <translation>vom Pack abgelehnt</translation>
    </message>
    <message>
        <source>would be refused</source>
        <translation>würde abgelehnt</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>noch nicht beurteilt</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Wie es dazu kam</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Einstellen…</translation>
    </message>
    <message>
        <source>Set it now</source>
        <translation>Jetzt einstellen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Propose a change…</source>
        <translation>Änderung vorschlagen…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>The chosen parameter</source>
        <translation>Der gewählte Parameter</translation>
    </message>
    <message>
        <source>It is this already.</source>
        <translation>Das ist es schon.</translation>
    </message>
    <message>
        <source>Choose a parameter to see its limits, what is proposed for it and how it came.</source>
        <translation>Wählen Sie einen Parameter, um seine Grenzen zu sehen, was für ihn vorgeschlagen ist und wie er wurde.</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Then again</source>
        <translation>Danach wieder</translation>
    </message>
    <message>
        <source>By default</source>
        <translation>Ab Werk</translation>
    </message>
    <message>
        <source>Largest step</source>
        <translation>Größter Schritt</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>A value that you may see after you found your own</source>
        <translation>Ein Wert, den Sie sehen dürfen, nachdem Sie Ihren eigenen gefunden haben</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4 signed</source>
        <translation>%1: %2, %3 von %4 unterschrieben</translation>
    </message>
    <message>
        <source>Open the request: %1</source>
        <translation>Antrag öffnen: %1</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>no person named</source>
        <translation>keine Person genannt</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier change(s)</source>
        <translation>
            <numerusform>und %n frühere Änderung</numerusform>
            <numerusform>und %n frühere Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing known here has changed it. What other consoles delivered shows in the pack&apos;s own log.</source>
        <translation>Nichts, was hier bekannt ist, hat ihn geändert. Was andere Konsolen übergeben haben, zeigt das eigene Protokoll des Packs.</translation>
    </message>
    <message>
        <source>Several companies must sign for another value.</source>
        <translation>Für einen anderen Wert müssen mehrere Firmen unterschreiben.</translation>
    </message>
    <message>
        <source>One key is enough to set it. Sign in first.</source>
        <translation>Ein Schlüssel genügt, um das einzustellen. Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>Your key alone is enough to set it, within the soft limit and the largest step.</source>
        <translation>Ihr Schlüssel allein genügt, um das einzustellen, innerhalb der weichen Grenze und des größten Schritts.</translation>
    </message>
    <message>
        <source>Set %1 of %2 from %3 to %4? The pack does it at once and keeps who did it.</source>
        <translation>%1 von %2 von %3 auf %4 einstellen? Das Pack tut es sofort und behält, wer es war.</translation>
    </message>
    <message>
        <source>Asking the pack…</source>
        <translation>Das Pack wird gefragt…</translation>
    </message>
    <message>
        <source>not that it is known here</source>
        <translation>nicht, dass es hier bekannt wäre</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) known here</source>
        <translation>
            <numerusform>%n Mal, das hier bekannt ist</numerusform>
            <numerusform>%n Mal, die hier bekannt sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>Es fehlt noch: %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>%1, by one key</source>
        <translation>%1, mit einem Schlüssel</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>The temporary value ends with it; it would have been in force until %1, and %2 after that.</source>
        <translation>Der vorübergehende Wert endet damit; er hätte bis %1 gegolten, danach wieder %2.</translation>
    </message>
    <message>
        <source>Ask for this right…</source>
        <translation>Um dieses Recht bitten…</translation>
    </message>
</context>
<context>
    <name>packwarden::ParameterView</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>The pack&apos;s parameters show here as soon as it has answered.</source>
        <translation>Die Parameter erscheinen, sobald das Pack geantwortet hat.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Ask for another %1</source>
        <translation>Anderen Wert beantragen: %1</translation>
    </message>
    <message>
        <source>Between silicon, charter and soft limit</source>
        <translation>Zwischen Silizium, Charta und weicher Grenze</translation>
    </message>
</context>
<context>
    <name>packwarden::PartsBox</name>
    <message>
        <source>This is part %1 of %2 of one request.</source>
        <translation>Das ist Teil %1 von %2 eines Antrags.</translation>
    </message>
    <message numerus="yes">
        <source>Sign the other %n part(s), too</source>
        <translation>
            <numerusform>Auch den anderen Teil signieren</numerusform>
            <numerusform>Auch die anderen %n Teile signieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject the other %n part(s), too</source>
        <translation>
            <numerusform>Auch den anderen Teil ablehnen</numerusform>
            <numerusform>Auch die anderen %n Teile ablehnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the other %n part(s), too</source>
        <translation>
            <numerusform>Auch den anderen Teil zurückziehen</numerusform>
            <numerusform>Auch die anderen %n Teile zurückziehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>serial numbers</comment>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They propose the same for %n more pack(s):</source>
        <translation>
            <numerusform>Vorgeschlagen ist dort dasselbe für %n weiteres Pack:</numerusform>
            <numerusform>Vorgeschlagen ist dort dasselbe für %n weitere Packs:</numerusform>
        </translation>
    </message>
    <message>
        <source>Part %1 proposes something else. Look at it by itself.</source>
        <translation>Teil %1 schlägt etwas anderes vor. Sehen Sie ihn für sich an.</translation>
    </message>
    <message>
        <source>Part %1 is not here. Ask the author for it.</source>
        <translation>Teil %1 ist nicht hier. Bitten Sie den Verfasser darum.</translation>
    </message>
</context>
<context>
    <name>packwarden::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>packwarden::PermissionDock</name>
    <message>
        <source>Who gains and loses</source>
        <translation>Wer gewinnt und verliert</translation>
    </message>
    <message>
        <source>Against what the pack holds</source>
        <translation>Gegenüber dem, was das Pack hält</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Conditions…</source>
        <translation>Bedingungen…</translation>
    </message>
    <message>
        <source>Able today</source>
        <translation>Heute imstande</translation>
    </message>
    <message>
        <source>Fewest who can do it</source>
        <translation>Mindestens nötig</translation>
    </message>
    <message>
        <source>What one company opens…</source>
        <translation>Was eine Firma öffnet…</translation>
    </message>
    <message>
        <source>About the chosen cell</source>
        <translation>Zur gewählten Zelle</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>All rights of layers 3 and 4: how few it takes, and what one key or one company opens</source>
        <translation>Alle Rechte der Schichten 3 und 4: wie wenige es braucht, und was ein Schlüssel oder eine Firma öffnet</translation>
    </message>
    <message>
        <source>Choose a cell</source>
        <translation>Wählen Sie eine Zelle</translation>
    </message>
    <message>
        <source>It says here what it takes, who can do it, and which rule says so.</source>
        <translation>Hier steht, was nötig ist, wer es kann und welche Regel das sagt.</translation>
    </message>
    <message>
        <source>for %1, %2</source>
        <translation>für %1, %2</translation>
    </message>
    <message>
        <source>for everybody</source>
        <translation>für alle</translation>
    </message>
    <message>
        <source>Was: %1 %2</source>
        <translation>Bisher: %1 %2</translation>
    </message>
    <message>
        <source>Becomes: %1 %2</source>
        <translation>Künftig: %1 %2</translation>
    </message>
    <message>
        <source>Is: %1 %2</source>
        <translation>Ist: %1 %2</translation>
    </message>
    <message>
        <source>Conditions: %1</source>
        <translation>Bedingungen: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>It takes: %1</source>
        <translation>Nötig ist: %1</translation>
    </message>
    <message>
        <source>It took: %1</source>
        <translation>Nötig war: %1</translation>
    </message>
    <message>
        <source>No role, in this row.</source>
        <translation>Keine Rolle, in dieser Zeile.</translation>
    </message>
    <message>
        <source>Against %1, which holds policy %2</source>
        <translation>Gegenüber %1, das Richtlinie %2 hält</translation>
    </message>
    <message>
        <source>Why? Asked for %1</source>
        <translation>Warum? Gefragt für %1</translation>
    </message>
    <message>
        <source>● alone   ◆ must sign   – no part
◇ one of several   ⊘ prohibited
+ only beyond a soft limit
× the charter bars it   … conditions
Keys: Space, A, M, O, E, 0, F, Return</source>
        <translation>● allein   ◆ muss unterschreiben
– kein Anteil   ◇ einer von mehreren
⊘ verboten   + nur jenseits einer weichen Grenze
× Charta lässt es nicht zu   … Bedingungen
Tasten: Leertaste, A, M, O, E, 0, F, Eingabe</translation>
    </message>
    <message>
        <source>Space: the next state. A: alone. M: must sign. O: one of several. E: beyond a soft limit. 0: no part. Return: conditions. F: fold the roles of a company. Insert: a new role. Shift and Ctrl select several cells; a click on a name or a head selects its row or column.</source>
        <translation>Leertaste: der nächste Zustand. A: allein. M: muss unterschreiben. O: einer von mehreren. E: jenseits einer weichen Grenze. 0: kein Anteil. Eingabe: Bedingungen. F: Rollen einer Firma zusammenfalten. Einfg: neue Rolle. Mit Umschalt und Strg werden mehrere Zellen ausgewählt; ein Klick auf einen Namen oder Kopf wählt Zeile oder Spalte.</translation>
    </message>
</context>
<context>
    <name>packwarden::PermissionWords</name>
    <message>
        <source>no part</source>
        <translation>nicht beteiligt</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>must sign</source>
        <translation>muss unterschreiben</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>einer von mehreren</translation>
    </message>
    <message>
        <source>signs beyond a soft limit</source>
        <translation>unterschreibt jenseits einer weichen Grenze</translation>
    </message>
    <message>
        <source>prohibited</source>
        <translation>verboten</translation>
    </message>
    <message>
        <source>1 · User abuse control</source>
        <translation>1 · Missbrauch durch Nutzer</translation>
    </message>
    <message>
        <source>2 · Service error mitigation</source>
        <translation>2 · Fehler im Service</translation>
    </message>
    <message>
        <source>3 · Financial harm control</source>
        <translation>3 · Finanzieller Schaden</translation>
    </message>
    <message>
        <source>4 · Physical harm control</source>
        <translation>4 · Körperlicher Schaden</translation>
    </message>
    <message>
        <source>Prohibited by the silicon</source>
        <translation>Vom Silizium verboten</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>keine Rolle</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message numerus="yes">
        <source>any one key of %n</source>
        <translation>
            <numerusform>ein Schlüssel</numerusform>
            <numerusform>ein beliebiger Schlüssel von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A pack would refuse this: no contract clause is named for %1.</source>
        <translation>Ein Pack würde dies ablehnen: für %1 ist keine Vertragsklausel genannt.</translation>
    </message>
    <message>
        <source>A pack would refuse this: %1</source>
        <translation>Ein Pack würde dies ablehnen: %1</translation>
    </message>
    <message>
        <source>%1: no contract clause grants it.</source>
        <translation>%1: keine Vertragsklausel gewährt es.</translation>
    </message>
    <message>
        <source>%1: the company that issues the key uses the right itself (%2).</source>
        <translation>%1: die Firma, die den Schlüssel ausstellt, nutzt das Recht selbst (%2).</translation>
    </message>
    <message>
        <source>%1: one company fills all seats (%2).</source>
        <translation>%1: eine Firma füllt alle Plätze (%2).</translation>
    </message>
    <message>
        <source>%1 can do everything that any role can.</source>
        <translation>%1 kann alles, was irgendeine Rolle kann.</translation>
    </message>
    <message>
        <source>%1: no role can do it.</source>
        <translation>%1: keine Rolle kann es.</translation>
    </message>
    <message>
        <source>%1: the seat cannot be filled now (%2).</source>
        <translation>%1: der Platz lässt sich jetzt nicht füllen (%2).</translation>
    </message>
    <message>
        <source>%1: the condition can never hold (%2).</source>
        <translation>%1: die Bedingung kann nie gelten (%2).</translation>
    </message>
    <message>
        <source>%1: ends on %2.</source>
        <translation>%1: endet am %2.</translation>
    </message>
    <message>
        <source>%1: granted twice in the same way.</source>
        <translation>%1: zweimal gleich gewährt.</translation>
    </message>
    <message>
        <source>A limit is set for %1, which no known pack has.</source>
        <translation>Für %1 ist eine Grenze gesetzt, aber kein bekanntes Pack hat es.</translation>
    </message>
    <message>
        <source>The rule between %1 can never hold within the charter&apos;s limits.</source>
        <translation>Die Regel zwischen %1 kann in den Grenzen der Charta nie gelten.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>while %1</source>
        <translation>während %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>packs of %1</source>
        <translation>Packs von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zum %1</translation>
    </message>
    <message>
        <source>A pack would refuse this: %1 may %2, which not every known pack can do.</source>
        <translation>Ein Pack würde das ablehnen: %1 darf %2, was nicht jedes bekannte Pack kann.</translation>
    </message>
    <message>
        <source>%1: the row names several, but a pack does this for one key that holds the right.</source>
        <translation>%1: Die Zeile nennt mehrere, aber ein Pack tut das für einen Schlüssel, der das Recht hat.</translation>
    </message>
    <message>
        <source>Drop the second</source>
        <translation>Das zweite streichen</translation>
    </message>
    <message>
        <source>Let another issue it</source>
        <translation>Andere ausstellen lassen</translation>
    </message>
    <message>
        <source>Drop the limit</source>
        <translation>Die Grenze streichen</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Weitergehen lassen</translation>
    </message>
    <message>
        <source>Say that one is enough</source>
        <translation>Sagen, dass einer genügt</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Others must sign here, so no role can act alone. Take their seats away first.</source>
        <translation>Hier müssen andere unterschreiben, also kann keine Rolle allein handeln. Nehmen Sie zuerst deren Plätze weg.</translation>
    </message>
    <message>
        <source>Here any one key is enough. Say first who must sign, then who is one of several.</source>
        <translation>Hier genügt ein beliebiger Schlüssel. Sagen Sie zuerst, wer unterschreiben muss, dann, wer einer von mehreren ist.</translation>
    </message>
    <message>
        <source>The silicon prohibits this. No policy can grant it.</source>
        <translation>Das Silizium verbietet dies. Keine Regel kann es gewähren.</translation>
    </message>
    <message>
        <source>%1: the character %2 in its text turns or hides what stands beside it.</source>
        <translation>%1: Das Zeichen %2 im Text dreht oder verdeckt, was daneben steht.</translation>
    </message>
    <message>
        <source>A clause of a contract</source>
        <translation>Eine Vertragsklausel</translation>
    </message>
    <message>
        <source>; or </source>
        <translation>; oder </translation>
    </message>
    <message numerus="yes">
        <source>The charter bars %n of these cells; they stay as they are.</source>
        <translation>
            <numerusform>The charter bars %n of these cells; it stays as it is.</numerusform>
            <numerusform>The charter bars %n of these cells; they stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) stay as they are.</source>
        <translation>
            <numerusform>%n cell stays as it is.</numerusform>
            <numerusform>%n cells stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>sie endet, bevor sie beginnt</translation>
    </message>
    <message>
        <source>no pack is in its group</source>
        <translation>in ihrer Gruppe ist kein Pack</translation>
    </message>
    <message>
        <source>purposes belong to activation alone</source>
        <translation>Zwecke gibt es nur beim Aktivieren</translation>
    </message>
</context>
<context>
    <name>packwarden::PermissionsPage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Propose…</source>
        <translation>Vorschlagen…</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Only problems</source>
        <translation>Nur Probleme</translation>
    </message>
    <message>
        <source>Roles folded</source>
        <translation>Rollen gefaltet</translation>
    </message>
    <message>
        <source>No rules are pinned here yet.
Connect a pack, compare the fingerprints that it offers, and trust its rules; then its policy stands here as a matrix.</source>
        <translation>Hier sind noch keine Regeln verankert.
Verbinden Sie ein Pack, vergleichen Sie die angebotenen Fingerabdrücke und vertrauen Sie seinen Regeln; dann stehen sie hier als Matrix.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtern…</translation>
    </message>
    <message>
        <source>Filter capabilities</source>
        <translation>Fähigkeiten filtern</translation>
    </message>
    <message>
        <source>Open rules</source>
        <translation>Regeln öffnen</translation>
    </message>
    <message>
        <source>Rules (*.json *.pwpol)</source>
        <translation>Regeln (*.json *.pwpol)</translation>
    </message>
    <message>
        <source>A column stands for all roles of a company now. Unfold the roles to edit one.</source>
        <translation>Eine Spalte steht jetzt für alle Rollen einer Firma. Entfalten Sie die Rollen, um eine zu ändern.</translation>
    </message>
    <message>
        <source>Draft taken along</source>
        <translation>Entwurf mitgenommen</translation>
    </message>
    <message>
        <source>Policy %1, draft</source>
        <translation>Regeln %1, Entwurf</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Regeln %1</translation>
    </message>
    <message numerus="yes">
        <source>charter %1 · %n change(s)</source>
        <translation>
            <numerusform>Charta %1 · %n Änderung</numerusform>
            <numerusform>Charta %1 · %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The same as on the packs.</source>
        <translation>Wie auf den Packs.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Errors must be mended first: a pack would refuse this.</source>
        <translation>Zuerst müssen die Fehler behoben werden: ein Pack würde dies ablehnen.</translation>
    </message>
    <message>
        <source>Make a document that the parties sign</source>
        <translation>Ein Dokument machen, das die Parteien unterschreiben</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Sign in first: a proposal says whose it is.</source>
        <translation>Melden Sie sich zuerst an: ein Vorschlag sagt, von wem er ist.</translation>
    </message>
    <message>
        <source>Rules of a file</source>
        <translation>Regeln einer Datei</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Regeln exportieren</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Show what a company takes part in</source>
        <translation>Zeigen, woran eine Firma Anteil hat</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>the packs</source>
        <translation>den Packs</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>einer Datei…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Take rules from a file or a template into the draft, or save it</source>
        <translation>Regeln aus einer Datei oder Vorlage in den Entwurf übernehmen oder ihn sichern</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Template: courier fleet</source>
        <translation>Vorlage: Kurierflotte</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Als JSON sichern…</translation>
    </message>
    <message>
        <source>The same as in the file.</source>
        <translation>Dasselbe wie in der Datei.</translation>
    </message>
    <message>
        <source>All companies</source>
        <translation>Alle Firmen</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Compare with rules</source>
        <translation>Mit Regeln vergleichen</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>Learn it on a school building</source>
        <translation>An einem Schulhaus lernen</translation>
    </message>
    <message>
        <source>Tutorial: the school building</source>
        <translation>Einführung: das Schulhaus</translation>
    </message>
    <message>
        <source>Compare and trust rules…</source>
        <translation>Regeln vergleichen und ihnen vertrauen …</translation>
    </message>
    <message>
        <source>This draft would be lost if the program ended. %1</source>
        <translation>Dieser Entwurf ginge verloren, wenn das Programm endet. %1</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Entwurf verworfen</translation>
    </message>
    <message>
        <source>The draft is discarded. Undo brings it back.</source>
        <translation>Der Entwurf ist verworfen. Rückgängig holt ihn zurück.</translation>
    </message>
    <message>
        <source>Draft brought back</source>
        <translation>Entwurf zurückgeholt</translation>
    </message>
    <message numerus="yes">
        <source>Your draft of %1 is here again, with %n change(s). It was not proposed yet.</source>
        <translation>
            <numerusform>Ihr Entwurf vom %1 ist wieder da, mit %n Änderung. Er wurde noch nicht vorgeschlagen.</numerusform>
            <numerusform>Ihr Entwurf vom %1 ist wieder da, mit %n Änderungen. Er wurde noch nicht vorgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Add, copy, edit or remove a role; lay out the columns</source>
        <translation>Rolle hinzufügen, kopieren, bearbeiten oder entfernen; Spalten anordnen</translation>
    </message>
    <message numerus="yes">
        <source>charter %1, draft · %n change(s)</source>
        <translation>
            <numerusform>charter %1, draft · %n change</numerusform>
            <numerusform>charter %1, draft · %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n right</numerusform>
            <numerusform>%n rights</numerusform>
        </translation>
    </message>
    <message>
        <source>Matrix as CSV…</source>
        <translation>Matrix als CSV…</translation>
    </message>
    <message>
        <source>Matrix as PDF…</source>
        <translation>Matrix als PDF…</translation>
    </message>
    <message>
        <source>Differences as CSV…</source>
        <translation>Unterschiede als CSV…</translation>
    </message>
    <message>
        <source>Differences as PDF…</source>
        <translation>Unterschiede als PDF…</translation>
    </message>
    <message>
        <source>Print the matrix…</source>
        <translation>Matrix drucken…</translation>
    </message>
    <message>
        <source>Print the differences…</source>
        <translation>Unterschiede drucken…</translation>
    </message>
    <message>
        <source>Charter %1. Made on %2.</source>
        <translation>Charta %1. Erstellt am %2.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>The template is in the draft. The list of problems names what the contracts of your charter do not cover yet; Undo takes all of it back.</source>
        <translation>Die Vorlage ist im Entwurf. Die Liste der Probleme nennt, was die Verträge Ihrer Charta noch nicht abdecken; „Rückgängig“ nimmt alles zurück.</translation>
    </message>
</context>
<context>
    <name>packwarden::ProblemList</name>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>No pack is known here yet, whose limits the rules must keep. Connect one.</source>
        <translation>Hier ist noch kein Pack bekannt, dessen Grenzen die Regeln einhalten müssen. Verbinden Sie eines.</translation>
    </message>
    <message>
        <source>Nothing is wrong with these rules.</source>
        <translation>An diesen Regeln ist nichts falsch.</translation>
    </message>
    <message>
        <source>Mend the chosen problem by one edit, which Undo takes back</source>
        <translation>Das gewählte Problem mit einer Änderung beheben, die Rückgängig zurücknimmt</translation>
    </message>
    <message>
        <source>Only a person can say how this is to be mended</source>
        <translation>Nur ein Mensch kann sagen, wie das zu beheben ist</translation>
    </message>
    <message>
        <source>Choose a problem</source>
        <translation>Wählen Sie ein Problem</translation>
    </message>
</context>
<context>
    <name>packwarden::ProposalDialog</name>
    <message>
        <source>Propose a policy</source>
        <translation>Regeln vorschlagen</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why? Everybody who signs reads this.</source>
        <translation>Warum? Alle, die unterschreiben, lesen dies.</translation>
    </message>
    <message>
        <source>Make the document</source>
        <translation>Dokument machen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The document goes to Sign-offs. It changes nothing until all seats have signed it and packs have taken it.</source>
        <translation>Das Dokument geht zu den Unterschriften. Es ändert nichts, bis alle Plätze unterschrieben und Packs es genommen haben.</translation>
    </message>
    <message>
        <source>Roles come or go, so the document changes the charter with the policy: the companies that sign for the charter sign it, too.</source>
        <translation>Rollen kommen oder gehen; das Dokument ändert deshalb mit den Regeln auch die Charta. Die Firmen, die für die Charta unterschreiben, unterschreiben auch dieses Dokument.</translation>
    </message>
</context>
<context>
    <name>packwarden::ReasonWords</name>
    <message>
        <source>The token wants its PIN.</source>
        <translation>Der Token verlangt seine PIN.</translation>
    </message>
    <message>
        <source>Type it.</source>
        <translation>Geben Sie sie ein.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Few tries are left.</source>
        <translation>Die PIN ist falsch. Wenige Versuche bleiben.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The PIN is wrong. One try is left before the token locks itself.</source>
        <translation>Die PIN ist falsch. Ein Versuch bleibt, bevor sich der Token sperrt.</translation>
    </message>
    <message>
        <source>Make sure of the PIN before you type it again.</source>
        <translation>Vergewissern Sie sich der PIN, bevor Sie sie noch einmal eingeben.</translation>
    </message>
    <message>
        <source>The PIN is wrong, and the token has locked itself.</source>
        <translation>Die PIN ist falsch, und der Token hat sich gesperrt.</translation>
    </message>
    <message>
        <source>Its issuer can unlock it.</source>
        <translation>Sein Aussteller kann ihn entsperren.</translation>
    </message>
    <message>
        <source>The token is locked after wrong PINs.</source>
        <translation>Der Token ist nach falschen PINs gesperrt.</translation>
    </message>
    <message>
        <source>The token is not there any more.</source>
        <translation>Der Token ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Put it in and search again.</source>
        <translation>Stecken Sie ihn ein und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Two tokens call themselves the same.</source>
        <translation>Zwei Token nennen sich gleich.</translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation>Nehmen Sie einen heraus.</translation>
    </message>
    <message>
        <source>There is no key on this token.</source>
        <translation>Auf diesem Token ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>Choose another token, or ask your issuer.</source>
        <translation>Wählen Sie einen anderen Token, oder fragen Sie Ihren Aussteller.</translation>
    </message>
    <message>
        <source>The key of the last time is not on this token.</source>
        <translation>Der Schlüssel vom letzten Mal ist nicht auf diesem Token.</translation>
    </message>
    <message>
        <source>Choose one of those that are.</source>
        <translation>Wählen Sie einen von denen, die es sind.</translation>
    </message>
    <message>
        <source>There are several keys on this token.</source>
        <translation>Auf diesem Token sind mehrere Schlüssel.</translation>
    </message>
    <message>
        <source>Choose yours, and try again.</source>
        <translation>Wählen Sie Ihren, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The token has a key but no certificate for it.</source>
        <translation>Der Token hat einen Schlüssel, aber kein Zertifikat dafür.</translation>
    </message>
    <message>
        <source>Its issuer can put it there.</source>
        <translation>Sein Aussteller kann es aufbringen.</translation>
    </message>
    <message>
        <source>The certificate belongs to another key than the one on this token.</source>
        <translation>Das Zertifikat gehört zu einem anderen Schlüssel als dem auf diesem Token.</translation>
    </message>
    <message>
        <source>Choose the certificate of this key.</source>
        <translation>Wählen Sie das Zertifikat dieses Schlüssels.</translation>
    </message>
    <message>
        <source>The name of the token holds a PIN.</source>
        <translation>Der Name des Tokens enthält eine PIN.</translation>
    </message>
    <message>
        <source>Leave it out: it is asked for here.</source>
        <translation>Lassen Sie sie weg: sie wird hier abgefragt.</translation>
    </message>
    <message>
        <source>Another delivery is under way.</source>
        <translation>Eine andere Übergabe läuft gerade.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis sie beendet ist.</translation>
    </message>
    <message>
        <source>No packs are chosen for this delivery.</source>
        <translation>Für diese Übergabe ist kein Pack gewählt.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Wählen Sie mindestens eines.</translation>
    </message>
    <message>
        <source>This delivery names a pack twice.</source>
        <translation>Diese Übergabe nennt ein Pack zweimal.</translation>
    </message>
    <message>
        <source>Name each pack once.</source>
        <translation>Nennen Sie jedes Pack einmal.</translation>
    </message>
    <message>
        <source>The author has not signed this document yet.</source>
        <translation>Der Verfasser hat dieses Dokument noch nicht unterschrieben.</translation>
    </message>
    <message>
        <source>The author must sign it first.</source>
        <translation>Zuerst muss der Verfasser unterschreiben.</translation>
    </message>
    <message>
        <source>This document was rejected, so it is not delivered.</source>
        <translation>Dieses Dokument wurde abgelehnt und wird deshalb nicht übergeben.</translation>
    </message>
    <message>
        <source>Its history says by whom and why. Draft a new one if the change is still wanted.</source>
        <translation>Sein Verlauf sagt, von wem und warum. Entwerfen Sie ein neues, wenn die Änderung noch gewünscht ist.</translation>
    </message>
    <message>
        <source>The pack reports a new fault since it applied the document.</source>
        <translation>Das Pack meldet einen neuen Fehler, seit es das Dokument angewendet hat.</translation>
    </message>
    <message>
        <source>Look at its faults before you continue.</source>
        <translation>Sehen Sie sich seine Fehler an, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>No root or authority that is known here signed this revocation list.</source>
        <translation>Keine hier bekannte Wurzel oder Stelle hat diese Sperrliste unterschrieben.</translation>
    </message>
    <message>
        <source>Install the certificate of its issuer first.</source>
        <translation>Installieren Sie zuerst das Zertifikat ihres Ausstellers.</translation>
    </message>
    <message>
        <source>The previous revocation list is from another issuer.</source>
        <translation>Die vorige Sperrliste ist von einem anderen Aussteller.</translation>
    </message>
    <message>
        <source>Choose the latest list of this issuer.</source>
        <translation>Wählen Sie die neueste Liste dieses Ausstellers.</translation>
    </message>
    <message>
        <source>No revocation list of this issuer is known here. A list that starts again would lose earlier revocations.</source>
        <translation>Von diesem Aussteller ist hier keine Sperrliste bekannt. Eine neu begonnene Liste würde frühere Sperrungen verlieren.</translation>
    </message>
    <message>
        <source>Choose its latest list, or confirm that this is its first.</source>
        <translation>Wählen Sie seine neueste Liste, oder bestätigen Sie, dass dies seine erste ist.</translation>
    </message>
    <message>
        <source>A revocation list with this number or a higher one exists already.</source>
        <translation>Eine Sperrliste mit dieser oder einer höheren Nummer gibt es schon.</translation>
    </message>
    <message>
        <source>Choose a higher number.</source>
        <translation>Wählen Sie eine höhere Nummer.</translation>
    </message>
    <message>
        <source>No rules are pinned here yet.</source>
        <translation>Hier sind noch keine Regeln verankert.</translation>
    </message>
    <message>
        <source>Join with an invitation, or pin the rules of a pack.</source>
        <translation>Treten Sie mit einer Einladung bei, oder verankern Sie die Regeln eines Packs.</translation>
    </message>
    <message>
        <source>No pack with these rules is known here.</source>
        <translation>Hier ist kein Pack mit diesen Regeln bekannt.</translation>
    </message>
    <message>
        <source>Connect to the bus of such a pack and read it.</source>
        <translation>Verbinden Sie sich mit dem Bus eines solchen Packs und lesen Sie es aus.</translation>
    </message>
    <message>
        <source>No key that may start this pack is known here.</source>
        <translation>Hier ist kein Schlüssel bekannt, der dieses Pack starten darf.</translation>
    </message>
    <message>
        <source>Add the certificate of a person who may start it under Keys.</source>
        <translation>Fügen Sie unter Schlüssel das Zertifikat einer Person hinzu, die es starten darf.</translation>
    </message>
    <message>
        <source>This file is not a Packwarden document.</source>
        <translation>Diese Datei ist kein Packwarden-Dokument.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>This file is not an invitation.</source>
        <translation>Diese Datei ist keine Einladung.</translation>
    </message>
    <message>
        <source>Ask a partner for a file that Packwarden saved as an invitation.</source>
        <translation>Bitten Sie einen Partner um eine Datei, die Packwarden als Einladung gespeichert hat.</translation>
    </message>
    <message>
        <source>This database has not been set up as an exchange.</source>
        <translation>Diese Datenbank ist nicht als gemeinsame Datenbank eingerichtet.</translation>
    </message>
    <message>
        <source>Check the address, or ask its owner to set it up.</source>
        <translation>Prüfen Sie die Adresse, oder bitten Sie ihren Besitzer, sie einzurichten.</translation>
    </message>
    <message>
        <source>This computer lacks Qt&apos;s driver for PostgreSQL.</source>
        <translation>Auf diesem Computer fehlt der Treiber von Qt für PostgreSQL.</translation>
    </message>
    <message>
        <source>Install it (Debian: libqt6sql6-psql).</source>
        <translation>Installieren Sie ihn (Debian: libqt6sql6-psql).</translation>
    </message>
    <message>
        <source>The exchange sends the same news again and again.</source>
        <translation>Die gemeinsame Datenbank schickt immer wieder dieselben Neuigkeiten.</translation>
    </message>
    <message>
        <source>Tell its owner; documents can also go as files.</source>
        <translation>Sagen Sie es seinem Besitzer; Dokumente können auch als Dateien weitergegeben werden.</translation>
    </message>
    <message>
        <source>The exchange does not have this document.</source>
        <translation>In der gemeinsamen Datenbank ist dieses Dokument nicht.</translation>
    </message>
    <message>
        <source>Ask the person who sent you its number whether it was published there.</source>
        <translation>Fragen Sie, wer Ihnen die Nummer geschickt hat, ob es dort veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>A newer version of Packwarden wrote this data.</source>
        <translation>Eine neuere Version von Packwarden hat diese Daten geschrieben.</translation>
    </message>
    <message>
        <source>Update Packwarden on this computer. Nothing was changed.</source>
        <translation>Aktualisieren Sie Packwarden auf diesem Computer. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This pack is not kept: too many packs that signed nothing are known already.</source>
        <translation>Dieses Pack wird nicht aufgenommen: Es sind schon zu viele Packs bekannt, die nichts signiert haben.</translation>
    </message>
    <message>
        <source>It is shown while it is connected. Packs that were not seen for long make room by themselves.</source>
        <translation>Es wird gezeigt, solange es verbunden ist. Packs, die lange nicht gesehen wurden, machen von selbst Platz.</translation>
    </message>
</context>
<context>
    <name>packwarden::RecordingWords</name>
    <message>
        <source>Several interfaces are in it. Played: %1. Left out: %2.</source>
        <translation>Sie enthält mehrere Schnittstellen. Abgespielt: %1. Ausgelassen: %2.</translation>
    </message>
    <message>
        <source>A pause was shortened by %1 s.</source>
        <translation>Eine Pause wurde um %1 s gekürzt.</translation>
    </message>
    <message>
        <source>The clock was set back by %1 s in it.</source>
        <translation>Die Uhr wurde darin um %1 s zurückgestellt.</translation>
    </message>
    <message>
        <source>It was played to its end.</source>
        <translation>Sie wurde bis zum Ende abgespielt.</translation>
    </message>
    <message>
        <source>There is no frame of a CAN bus in it: %1</source>
        <translation>Sie enthält keine Nachricht eines CAN-Busses: %1</translation>
    </message>
    <message>
        <source>convert it with python-can: can_logconvert IN.%1 OUT.log</source>
        <translation>wandeln Sie es mit python-can um: can_logconvert IN.%1 OUT.log</translation>
    </message>
    <message>
        <source>open it in SavvyCAN and save it there as a log of candump</source>
        <translation>öffnen Sie es in SavvyCAN und speichern Sie es dort als Protokoll von candump</translation>
    </message>
    <message>
        <source>unpack it first</source>
        <translation>entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>record with candump -L</source>
        <translation>nehmen Sie mit candump -L auf</translation>
    </message>
    <message>
        <source>save it as UTF-8 or ASCII</source>
        <translation>speichern Sie es als UTF-8 oder ASCII</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>eine leere Datei</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>a log of Vector (BLF)</source>
        <translation>ein Protokoll von Vector (BLF)</translation>
    </message>
    <message>
        <source>measurements of ASAM (MDF)</source>
        <translation>Messdaten nach ASAM (MDF)</translation>
    </message>
    <message>
        <source>unfinished measurements of ASAM (MDF)</source>
        <translation>nicht abgeschlossene Messdaten nach ASAM (MDF)</translation>
    </message>
    <message>
        <source>an SQLite database, as python-can records</source>
        <translation>eine SQLite-Datenbank, wie python-can sie aufnimmt</translation>
    </message>
    <message>
        <source>a capture of Wireshark (pcap)</source>
        <translation>ein Mitschnitt von Wireshark (pcap)</translation>
    </message>
    <message>
        <source>a capture of Wireshark (pcapng)</source>
        <translation>ein Mitschnitt von Wireshark (pcapng)</translation>
    </message>
    <message>
        <source>compressed (gzip)</source>
        <translation>komprimiert (gzip)</translation>
    </message>
    <message>
        <source>compressed (zstd)</source>
        <translation>komprimiert (zstd)</translation>
    </message>
    <message>
        <source>compressed (xz)</source>
        <translation>komprimiert (xz)</translation>
    </message>
    <message>
        <source>compressed (7z)</source>
        <translation>komprimiert (7z)</translation>
    </message>
    <message>
        <source>compressed (bzip2)</source>
        <translation>komprimiert (bzip2)</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>a log of BUSMASTER</source>
        <translation>ein Protokoll von BUSMASTER</translation>
    </message>
    <message>
        <source>a trace of PCAN-View (TRC)</source>
        <translation>eine Aufzeichnung von PCAN-View (TRC)</translation>
    </message>
    <message>
        <source>a trace of CANoe&apos;s or BMW&apos;s tools (TRC with tabs)</source>
        <translation>eine Aufzeichnung von CANoe oder Werkzeugen von BMW (TRC mit Tabulatoren)</translation>
    </message>
    <message>
        <source>a table of a bus monitor (TSV)</source>
        <translation>eine Tabelle eines Busmonitors (TSV)</translation>
    </message>
    <message>
        <source>a table of python-can (CSV)</source>
        <translation>eine Tabelle von python-can (CSV)</translation>
    </message>
    <message>
        <source>a table of SavvyCAN or GVRET (CSV)</source>
        <translation>eine Tabelle von SavvyCAN oder GVRET (CSV)</translation>
    </message>
    <message>
        <source>a log of a CSS Electronics logger (CSV)</source>
        <translation>ein Protokoll eines Loggers von CSS Electronics (CSV)</translation>
    </message>
    <message>
        <source>a picture, not a recording</source>
        <translation>ein Bild, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>a PDF document, not a recording</source>
        <translation>ein PDF-Dokument, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>a log of Vector (ASC)</source>
        <translation>ein Protokoll von Vector (ASC)</translation>
    </message>
    <message>
        <source>a log of OVMS (CRTD)</source>
        <translation>ein Protokoll von OVMS (CRTD)</translation>
    </message>
    <message>
        <source>a log of Battery-Emulator</source>
        <translation>ein Protokoll von Battery-Emulator</translation>
    </message>
    <message>
        <source>candump&apos;s screen form with dates</source>
        <translation>die Bildschirmform von candump mit Datum</translation>
    </message>
    <message>
        <source>candump&apos;s screen form without times</source>
        <translation>die Bildschirmform von candump ohne Zeiten</translation>
    </message>
    <message>
        <source>what a serial adapter sends (slcan)</source>
        <translation>was ein serieller Adapter sendet (slcan)</translation>
    </message>
    <message>
        <source>a table of frames of another program</source>
        <translation>eine Tabelle von Nachrichten eines anderen Programms</translation>
    </message>
    <message>
        <source>a DBC file, which describes frames and holds none</source>
        <translation>eine DBC-Datei, die Nachrichten beschreibt und keine enthält</translation>
    </message>
    <message>
        <source>JSON, not a recording</source>
        <translation>JSON, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>XML or HTML, not a recording</source>
        <translation>XML oder HTML, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>perhaps a log of another program</source>
        <translation>vielleicht ein Protokoll eines anderen Programms</translation>
    </message>
    <message>
        <source>no text, so no recording of candump</source>
        <translation>kein Text, also keine Aufzeichnung von candump</translation>
    </message>
    <message>
        <source>a text without frames</source>
        <translation>ein Text ohne Nachrichten</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what a file is, how to get a recording of it</comment>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>packwarden::RecordingsView</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1, being written</source>
        <translation>%1, wird geschrieben</translation>
    </message>
    <message>
        <source>A recording begins with the last 30 seconds and holds every frame, sent and heard. It is plain text that other tools read, too (candump -L).</source>
        <translation>Eine Aufzeichnung beginnt mit den letzten 30 Sekunden und enthält jeden Frame, gesendet und gehört. Sie ist einfacher Text, den auch andere Werkzeuge lesen (candump -L).</translation>
    </message>
    <message>
        <source>Play in another window</source>
        <translation>In anderem Fenster abspielen</translation>
    </message>
    <message>
        <source>Play a file…</source>
        <translation>Datei abspielen…</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Record while something odd happens: what was before is kept.</source>
        <translation>Noch ist nichts aufgezeichnet. Zeichnen Sie auf, während etwas Seltsames geschieht: was vorher war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Play a recording</source>
        <translation>Aufzeichnung abspielen</translation>
    </message>
    <message>
        <source>Recordings (*.log)</source>
        <translation>Aufzeichnungen (*.log)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begann</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>Ends the recording; the file is complete at any time.</source>
        <translation>Beendet die Aufzeichnung; die Datei ist jederzeit vollständig.</translation>
    </message>
    <message>
        <source>Writes all frames of the bus into a new file, from 30 seconds ago on.</source>
        <translation>Schreibt alle Frames des Busses in eine neue Datei, ab 30 Sekunden vor jetzt.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung läuft</translation>
    </message>
    <message>
        <source>Recording ends soon</source>
        <translation>Aufzeichnung endet bald</translation>
    </message>
    <message>
        <source>room for %1</source>
        <translation>Platz für %1</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 Frames</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Keine Aufzeichnung</translation>
    </message>
    <message>
        <source>Opens a console whose bus is this recording. This one stays on its bus.</source>
        <translation>Öffnet eine Konsole, deren Bus diese Aufzeichnung ist. Diese hier bleibt an ihrem Bus.</translation>
    </message>
    <message>
        <source>Choose a recording first.</source>
        <translation>Wählen Sie zuerst eine Aufzeichnung.</translation>
    </message>
</context>
<context>
    <name>packwarden::RepositoryMap</name>
    <message>
        <source>Written once</source>
        <translation>Einmal geschrieben</translation>
    </message>
    <message>
        <source>it may be read without a key</source>
        <translation>ohne Schlüssel lesbar</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>es lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Until it is protected</source>
        <translation>Bis es geschützt ist</translation>
    </message>
    <message>
        <source>sealed for good then</source>
        <translation>dann für immer versiegelt</translation>
    </message>
    <message>
        <source>Rewritable</source>
        <translation>Überschreibbar</translation>
    </message>
    <message>
        <source>by verified documents alone</source>
        <translation>nur durch geprüfte Dokumente</translation>
    </message>
    <message>
        <source>Board: cells, sensors, node</source>
        <translation>Platine: Zellen, Fühler, Knoten</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Manufacturer&apos;s root</source>
        <translation>Wurzel des Herstellers</translation>
    </message>
    <message>
        <source>The pack&apos;s own key</source>
        <translation>Der eigene Schlüssel des Packs</translation>
    </message>
    <message>
        <source>Silicon limits</source>
        <translation>Siliziumgrenzen</translation>
    </message>
    <message>
        <source>Data sheet</source>
        <translation>Datenblatt</translation>
    </message>
    <message>
        <source>Foundation</source>
        <translation>Fundament</translation>
    </message>
    <message>
        <source>The pack&apos;s certificate</source>
        <translation>Das Zertifikat des Packs</translation>
    </message>
    <message>
        <source>Rules, values, locks, lists</source>
        <translation>Regeln, Werte, Sperren, Listen</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>written</source>
        <translation>beschrieben</translation>
    </message>
    <message>
        <source>Key repository</source>
        <translation>Schlüsselspeicher</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Noch nicht gelesen.</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>no slot</source>
        <translation>kein Platz</translation>
    </message>
</context>
<context>
    <name>packwarden::RightDesk</name>
    <message>
        <source>Signed. Send this file: %1</source>
        <translation>Signiert. Schicken Sie diese Datei: %1</translation>
    </message>
    <message>
        <source>Sign in to answer.</source>
        <translation>Melden Sie sich an, um zu antworten.</translation>
    </message>
    <message>
        <source>Your company is not among those who can give it, so its answer would settle nothing.</source>
        <translation>Ihre Firma gehört nicht zu denen, die es geben können; ihre Antwort würde nichts entscheiden.</translation>
    </message>
</context>
<context>
    <name>packwarden::RightWords</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Your role holds this right already.</source>
        <translation>Ihre Rolle hat dieses Recht schon.</translation>
    </message>
    <message>
        <source>By %1, clause %2, it belongs to %3. %4 can give a person that role.</source>
        <translation>Nach %1, Klausel %2, gehört es zu %3. %4 kann jemandem diese Rolle geben.</translation>
    </message>
    <message>
        <source>It belongs to %1. %2 can give a person that role.</source>
        <translation>Es gehört zu %1. %2 kann jemandem diese Rolle geben.</translation>
    </message>
    <message>
        <source>No role has it yet. The charter allows it to yours: %1 can grant it by another policy.</source>
        <translation>Noch hat es keine Rolle. Die Charta erlaubt es Ihrer: %1 kann es mit anderen Regeln geben.</translation>
    </message>
    <message>
        <source>The charter does not let your role have it. %1 can agree on another charter.</source>
        <translation>Die Charta lässt Ihrer Rolle dieses Recht nicht. %1 kann sich auf eine andere Charta einigen.</translation>
    </message>
    <message>
        <source>This right cannot be given: the pack itself rules it out.</source>
        <translation>Dieses Recht lässt sich nicht geben: Das Pack selbst schließt es aus.</translation>
    </message>
    <message>
        <source>%1 of %2 says yes to “%3”. The right itself comes with a certificate or a policy.</source>
        <translation>%1 von %2 sagt ja zu „%3“. Das Recht selbst kommt mit einem Zertifikat oder mit Regeln.</translation>
    </message>
    <message>
        <source>%1 of %2 says no to “%3”.</source>
        <translation>%1 von %2 sagt nein zu „%3“.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>They are not among those who can give it, by the rules known here.</source>
        <translation>Nach den hier bekannten Regeln gehören sie nicht zu denen, die es geben können.</translation>
    </message>
</context>
<context>
    <name>packwarden::RightsDialog</name>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>packwarden::RightsWords</name>
    <message>
        <source>All that %1 may do</source>
        <translation>Alles, was %1 darf</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>Was es braucht</translation>
    </message>
    <message>
        <source>All who may do this: %1</source>
        <translation>Alle, die dies dürfen: %1</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Policy %1, draft</source>
        <translation>Regeln %1, Entwurf</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Regeln %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What differs from policy %1</source>
        <translation>Was von den Regeln %1 abweicht</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>packwarden::RoleActs</name>
    <message>
        <source>Add a role…</source>
        <translation>Rolle hinzufügen…</translation>
    </message>
    <message>
        <source>Copy %1…</source>
        <translation>%1 kopieren…</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Kopieren…</translation>
    </message>
    <message>
        <source>Rename, and who issues…</source>
        <translation>Umbenennen; wer ausstellt…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>It signs for its company: the charter names it.</source>
        <translation>Sie unterschreibt für ihre Firma: Die Charta nennt sie.</translation>
    </message>
    <message>
        <source>The charter asks for its signature.</source>
        <translation>Die Charta verlangt ihre Unterschrift.</translation>
    </message>
    <message>
        <source>Changes of the charter need its signature.</source>
        <translation>Änderungen der Charta brauchen ihre Unterschrift.</translation>
    </message>
    <message>
        <source>All that this role may do…</source>
        <translation>Alles, was diese Rolle darf…</translation>
    </message>
    <message>
        <source>All who may do this…</source>
        <translation>Alle, die dies dürfen…</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Diese Spalte ausblenden</translation>
    </message>
    <message>
        <source>Keep this column in sight</source>
        <translation>Diese Spalte fixieren</translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden column(s)</source>
        <translation>
            <numerusform>Show %n hidden column</numerusform>
            <numerusform>Show %n hidden columns</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie zu Anfang</translation>
    </message>
    <message>
        <source>%1 is in the draft. Its column is selected: A gives it the rights of the selected rows, M and O let it sign.</source>
        <translation>%1 ist im Entwurf. Die Spalte ist ausgewählt: A gibt ihr die Rechte der gewählten Zeilen, mit M und O unterschreibt sie.</translation>
    </message>
    <message>
        <source>%1 is removed from the draft. Undo brings it back.</source>
        <translation>%1 ist aus dem Entwurf entfernt. „Rückgängig“ bringt die Rolle zurück.</translation>
    </message>
</context>
<context>
    <name>packwarden::RoleDialog</name>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>Copy a role</source>
        <translation>Rolle kopieren</translation>
    </message>
    <message>
        <source>Edit a role</source>
        <translation>Rolle bearbeiten</translation>
    </message>
    <message>
        <source>Name of the role</source>
        <translation>Name der Rolle</translation>
    </message>
    <message>
        <source>For example: Car wash</source>
        <translation>Zum Beispiel: Wagenwäsche</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Add the role</source>
        <translation>Rolle hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Keys issued by</source>
        <translation>Schlüssel ausgestellt von</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>The charter does not let %1 issue keys of this role.</source>
        <translation>Die Charta lässt %1 keine Schlüssel dieser Rolle ausstellen.</translation>
    </message>
    <message>
        <source>This company has a role of that name, or of one that looks like it.</source>
        <translation>Diese Firma hat schon eine Rolle, die so heißt oder so aussieht.</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Zuerst einen Namen eingeben.</translation>
    </message>
    <message>
        <source>The name has characters that cannot be shown.</source>
        <translation>Der Name hat Zeichen, die nicht angezeigt werden können.</translation>
    </message>
    <message>
        <source>Choose a company.</source>
        <translation>Eine Firma wählen.</translation>
    </message>
    <message>
        <source>No company issues keys of this role, so it can have no holder.</source>
        <translation>Keine Firma stellt Schlüssel dieser Rolle aus, also kann sie keinen Inhaber haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) are not copied, as the role must sign there.</source>
        <translation>
            <numerusform>%n right is not copied, as the role must sign there.</numerusform>
            <numerusform>%n rights are not copied, as the role must sign there.</numerusform>
        </translation>
    </message>
    <message>
        <source>The charter names roles and what they may hold. The proposal will change the charter, too, and the companies that sign for the charter must sign it.</source>
        <translation>Die Charta nennt Rollen und was sie dürfen. Der Vorschlag ändert auch die Charta, und die Firmen, die für die Charta unterschreiben, müssen ihn unterschreiben.</translation>
    </message>
</context>
<context>
    <name>packwarden::RolloutPanel</name>
    <message>
        <source>Start roll-out</source>
        <translation>Ausrollen beginnen</translation>
    </message>
    <message>
        <source>Go on now</source>
        <translation>Jetzt weiter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Results, one for each pack</source>
        <translation>Ergebnisse, eines je Pack</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Roll-out</source>
        <translation>Ausrollen</translation>
    </message>
    <message>
        <source>Watch for</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Roll out</source>
        <translation>Ausrollen</translation>
    </message>
    <message>
        <source>No document is ready.</source>
        <translation>Kein Dokument ist fertig.</translation>
    </message>
    <message>
        <source>Propose a change in Permissions or Sign-offs; when all seats are filled it can be rolled out here.</source>
        <translation>Schlagen Sie unter Rechte oder Unterschriften eine Änderung vor; sind alle Plätze gefüllt, kann sie hier ausgerollt werden.</translation>
    </message>
    <message>
        <source>None of the chosen packs can take it.</source>
        <translation>Keines der gewählten Packs kann es nehmen.</translation>
    </message>
    <message>
        <source>Choose packs in the table.</source>
        <translation>Wählen Sie Packs in der Tabelle.</translation>
    </message>
    <message>
        <source>The document names other packs.</source>
        <translation>Das Dokument nennt andere Packs.</translation>
    </message>
    <message numerus="yes">
        <source>To %n pack(s).</source>
        <translation>
            <numerusform>An %n Pack.</numerusform>
            <numerusform>An %n Packs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The document does not name %n of those chosen.</source>
        <translation>
            <numerusform>Das Dokument nennt %n der gewählten nicht.</numerusform>
            <numerusform>Das Dokument nennt %n der gewählten nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Working out tomorrow…</source>
        <translation>Morgen wird ausgerechnet…</translation>
    </message>
    <message numerus="yes">
        <source>Last roll-out: %1. %2 of %n pack(s) applied it.</source>
        <translation>
            <numerusform>Zuletzt ausgerollt: %1. %2 von %n Pack hat es übernommen.</numerusform>
            <numerusform>Zuletzt ausgerollt: %1. %2 von %n Packs haben es übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Seconds to watch each stage</source>
        <translation>Sekunden, die jede Stufe beobachtet wird</translation>
    </message>
    <message>
        <source>The packs that have it are passed over; all others get it, stage by stage.</source>
        <translation>Packs, die es haben, werden übergangen; alle anderen bekommen es, Stufe um Stufe.</translation>
    </message>
    <message>
        <source>Stopped: what came of it could not be kept. %1</source>
        <translation>Angehalten: Das Ergebnis konnte nicht festgehalten werden. %1</translation>
    </message>
    <message>
        <source>One pack, then the rest</source>
        <translation>Ein Pack, dann die übrigen</translation>
    </message>
    <message>
        <source>One pack, 10 %, 50 %, the rest</source>
        <translation>Ein Pack, 10 %, 50 %, die übrigen</translation>
    </message>
    <message>
        <source>Group after group</source>
        <translation>Gruppe nach Gruppe</translation>
    </message>
    <message>
        <source>All, one after the other</source>
        <translation>Alle nacheinander</translation>
    </message>
    <message>
        <source>The document of that roll-out is not here any more, or may not be delivered.</source>
        <translation>Das Dokument dieses Ausrollens ist nicht mehr hier oder darf nicht übergeben werden.</translation>
    </message>
    <message>
        <source>It was cut off.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Last roll-out</source>
        <translation>Letztes Ausrollen</translation>
    </message>
</context>
<context>
    <name>packwarden::RuleWords</name>
    <message>
        <source>%1 may %2</source>
        <translation>%1 darf %2</translation>
    </message>
    <message>
        <source>the role %1</source>
        <translation>die Rolle %1</translation>
    </message>
    <message>
        <source>who signs to %1</source>
        <translation>wer unterschreibt für: %1</translation>
    </message>
    <message>
        <source>who signs to %1 in any case, by the charter</source>
        <translation>wer nach der Charta auf jeden Fall unterschreibt für: %1</translation>
    </message>
    <message>
        <source>who issues keys of %1</source>
        <translation>wer Schlüssel der Rolle %1 ausstellt</translation>
    </message>
    <message>
        <source>soft limit of %1</source>
        <translation>weiche Grenze von %1</translation>
    </message>
    <message>
        <source>largest step of %1</source>
        <translation>größter Schritt von %1</translation>
    </message>
    <message>
        <source>gap between %1 and %2</source>
        <translation>Abstand zwischen %1 und %2</translation>
    </message>
    <message>
        <source>packs of the group %1</source>
        <translation>Packs der Gruppe %1</translation>
    </message>
    <message>
        <source>text of the contract %1</source>
        <translation>Text des Vertrags %1</translation>
    </message>
    <message>
        <source>clause %1 of %2</source>
        <translation>Klausel %1 von %2</translation>
    </message>
    <message>
        <source>charter&apos;s range of %1</source>
        <translation>Bereich der Charta für %1</translation>
    </message>
    <message>
        <source>roles that may %1 at all</source>
        <translation>Rollen, die überhaupt dürfen: %1</translation>
    </message>
    <message>
        <source>party in the place %1</source>
        <translation>Firma an der Stelle %1</translation>
    </message>
    <message>
        <source>places whose author may sign as one of the seats, too</source>
        <translation>Stellen, deren Verfasser auch einen der Plätze füllen darf</translation>
    </message>
    <message>
        <source>how old a revocation list may be in layer %1</source>
        <translation>wie alt eine Sperrliste in Schicht %1 sein darf</translation>
    </message>
    <message>
        <source>roles that may tell a pack the time</source>
        <translation>Rollen, die einem Pack die Zeit sagen dürfen</translation>
    </message>
    <message>
        <source>who may answer instead of %1</source>
        <translation>wer statt %1 antworten darf</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation>Fingerabdruck %1</translation>
    </message>
    <message>
        <source>signed for by its %1</source>
        <translation>es unterschreibt dort %1</translation>
    </message>
    <message>
        <source>New: %1 (%2)</source>
        <translation>Neu: %1 (%2)</translation>
    </message>
    <message>
        <source>Removed: %1 (was: %2)</source>
        <translation>Entfernt: %1 (bisher: %2)</translation>
    </message>
    <message>
        <source>Changed: %1: %2 (was: %3)</source>
        <translation>Geändert: %1: %2 (bisher: %3)</translation>
    </message>
    <message>
        <source>It would never be possible to %1: the seats that must sign cannot all be filled.</source>
        <translation>Niemand könnte je: %1. Die Plätze, die unterschreiben müssen, lassen sich nicht alle füllen.</translation>
    </message>
    <message>
        <source>Keys of %1 would be issued by a company that is no party.</source>
        <translation>Schlüssel der Rolle %1 würde jemand ausstellen, der keine Partei ist.</translation>
    </message>
    <message>
        <source>%1 may %2 by a clause that no contract has.</source>
        <translation>%1 darf %2 nach einer Klausel, die kein Vertrag hat.</translation>
    </message>
    <message>
        <source>%1 may %2 in a time that ends before it begins.</source>
        <translation>%1 darf %2 in einer Zeit, die endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>%1 may %2 on packs of a group that does not exist.</source>
        <translation>%1 darf %2 an Packs einer Gruppe, die es nicht gibt.</translation>
    </message>
    <message>
        <source>%1 belongs to a position that the charter does not have.</source>
        <translation>%1 gehört zu einem Platz, den die Charta nicht hat.</translation>
    </message>
</context>
<context>
    <name>packwarden::SchoolTutorial</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Tutorial: the school building</source>
        <translation>Einführung: das Schulhaus</translation>
    </message>
    <message>
        <source>Who may open what?</source>
        <translation>Wer darf was öffnen?</translation>
    </message>
    <message>
        <source>A battery&apos;s rights are easier to see on a building: doors are rows, people are columns, and the further down a row, the more harm behind its door.</source>
        <translation>Die Rechte an einem Akku sieht man leichter an einem Haus: Türen sind Zeilen, Menschen sind Spalten, und je tiefer eine Zeile steht, desto mehr Schaden wartet hinter der Tür.</translation>
    </message>
    <message>
        <source>That is all. On the Permissions page capabilities of packs stand in the rows and companies in the columns; there a draft takes effect once the right people have signed it.</source>
        <translation>Das ist alles. Auf der Seite „Rechte“ stehen die Fähigkeiten von Packs in den Zeilen und Firmen in den Spalten; dort gilt ein Entwurf, sobald die Richtigen ihn unterschrieben haben.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>School board</source>
        <translation>Schulträger</translation>
    </message>
    <message>
        <source>Head of school</source>
        <translation>Schulleitung</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Sekretariat</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Kollegium</translation>
    </message>
    <message>
        <source>Board member</source>
        <translation>Vertreter</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Schulleiterin</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Sekretär</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrerin</translation>
    </message>
    <message>
        <source>Groundskeeper</source>
        <translation>Hausmeister</translation>
    </message>
    <message>
        <source>House rules</source>
        <translation>Hausordnung</translation>
    </message>
    <message>
        <source>Who opens what.</source>
        <translation>Wer was öffnet.</translation>
    </message>
    <message>
        <source>Look. Choose any cell: ● opens alone, ◆ must open together with others, – has no key. The last column says each row in words.</source>
        <translation>Hinsehen. Wählen Sie eine Zelle: ● öffnet allein, ◆ nur zusammen mit anderen, – hat keinen Schlüssel. Die letzte Spalte sagt jede Zeile in Worten.</translation>
    </message>
    <message>
        <source>Give a key. The teachers want into the gym: choose their cell in its row, and press the space bar or double-click until there is a sign.</source>
        <translation>Einen Schlüssel geben. Die Lehrerinnen wollen in die Turnhalle: ihre Zelle in dieser Zeile wählen und die Leertaste drücken oder doppelklicken, bis ein Zeichen dasteht.</translation>
    </message>
    <message>
        <source>Take two keys. The safe holds the money for the school trip, and the secretary opens it alone. Make it need ◆ the secretary and ◆ the principal: the key M, or the menu of the right mouse button.</source>
        <translation>Zwei Schlüssel verlangen. Im Tresor liegt das Geld für die Klassenfahrt, und der Sekretär öffnet ihn allein. Er soll ◆ den Sekretär und ◆ die Schulleiterin brauchen: mit der Taste M oder dem Menü der rechten Maustaste.</translation>
    </message>
    <message>
        <source>Who hands out keys? Below stands a problem now: the principal issues the key for the safe and opens it as well. Choose it and let another issue it.</source>
        <translation>Wer gibt Schlüssel aus? Unten steht jetzt ein Problem: Die Schulleitung gibt den Schlüssel zum Tresor aus und öffnet ihn auch selbst. Wählen Sie es und lassen Sie andere ihn ausgeben.</translation>
    </message>
    <message>
        <source>What is prohibited. Try to let any role lock the fire exit: the building itself prohibits it, as silicon does in a battery.</source>
        <translation>Was niemand darf. Versuchen Sie, irgendwen den Notausgang abschließen zu lassen: Das Haus selbst verbietet es, wie das Silizium in einem Akku.</translation>
    </message>
    <message>
        <source>No role can be given this: the building prohibits it.</source>
        <translation>Das kann niemand bekommen: Das Haus verbietet es.</translation>
    </message>
</context>
<context>
    <name>packwarden::SeatCards</name>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>not yet (extra seat: beyond a soft limit or step)</source>
        <translation>noch nicht (zusätzlich: über weicher Grenze oder Schrittweite)</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>The signature of %1 does not count: %2</source>
        <translation>Die Unterschrift von %1 zählt nicht: %2</translation>
    </message>
    <message>
        <source>an unknown key</source>
        <translation>einem unbekannten Schlüssel</translation>
    </message>
    <message>
        <source>Signed as author by %1, %2</source>
        <translation>Als Verfasser unterschrieben von %1, %2</translation>
    </message>
    <message>
        <source>Approved by %1, but fills no seat</source>
        <translation>Zugestimmt von %1, füllt aber keinen Platz</translation>
    </message>
    <message numerus="yes">
        <source>for %n rules</source>
        <translation>
            <numerusform>für %n Regel</numerusform>
            <numerusform>für %n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved by %1, %2; the pack counted it</source>
        <translation>Zugestimmt hat %1, %2; der Pack hat es gezählt</translation>
    </message>
    <message>
        <source>A signature of %1, %2, is there; whether it counts is not judged here yet</source>
        <translation>Eine Unterschrift von %1, %2, ist da; ob sie zählt, ist hier noch nicht geprüft</translation>
    </message>
</context>
<context>
    <name>packwarden::SecretField</name>
    <message>
        <source>Hide what is typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
</context>
<context>
    <name>packwarden::SecurityView</name>
    <message>
        <source>charging frozen cells</source>
        <translation>Laden gefrorener Zellen</translation>
    </message>
    <message>
        <source>full power from a cold pack</source>
        <translation>volle Leistung aus einem kalten Pack</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Security of the pack</source>
        <translation>Sicherheit des Packs</translation>
    </message>
    <message>
        <source>Have it sign this…</source>
        <translation>Unterschreiben lassen…</translation>
    </message>
    <message>
        <source>The pack signs a statement over a number that it could not know before; the signature is checked against the manufacturer&apos;s root in the charter.</source>
        <translation>Das Pack unterschreibt eine Aussage über eine Zahl, die es vorher nicht kennen konnte; die Unterschrift wird gegen die Wurzel des Herstellers in der Charta geprüft.</translation>
    </message>
    <message>
        <source>Identity and life cycle</source>
        <translation>Identität und Lebenslauf</translation>
    </message>
    <message>
        <source>Lock and activation</source>
        <translation>Sperre und Aktivierung</translation>
    </message>
    <message>
        <source>Paired parts</source>
        <translation>Gepaarte Teile</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Audits it witnesses</source>
        <translation>Protokolle, die es bezeugt</translation>
    </message>
    <message>
        <source>Key repository</source>
        <translation>Schlüsselspeicher</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Von %1</translation>
    </message>
    <message numerus="yes">
        <source>Locked or unlocked %n time(s)</source>
        <translation>
            <numerusform>%n Mal gesperrt oder entsperrt</numerusform>
            <numerusform>%n Mal gesperrt oder entsperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: paired</source>
        <translation>%1: gepaart</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation>%1: fehlt</translation>
    </message>
    <message>
        <source>%1: foreign (%2)</source>
        <translation>%1: fremd (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Started %n time(s)</source>
        <translation>
            <numerusform>%n Mal gestartet</numerusform>
            <numerusform>%n Mal gestartet</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed sign-ins: %1</source>
        <translation>Gescheiterte Anmeldungen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawal(s)</source>
        <translation>
            <numerusform>%n Rücknahme</numerusform>
            <numerusform>%n Rücknahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>no audit was seen with two histories</source>
        <translation>kein Protokoll wurde mit zwei Verläufen gesehen</translation>
    </message>
    <message numerus="yes">
        <source>%n audit(s) with two histories</source>
        <translation>
            <numerusform>%n Protokoll mit zwei Verläufen</numerusform>
            <numerusform>%n Protokolle mit zwei Verläufen</numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>not all was read; what stands here may be older</source>
        <translation>nicht alles wurde gelesen; was hier steht, kann älter sein</translation>
    </message>
    <message>
        <source>Theft-lock…</source>
        <translation>Diebstahlsperre…</translation>
    </message>
    <message>
        <source>Drafts the command; it is locked when the pack has taken it</source>
        <translation>Entwirft den Befehl; gesperrt ist es, wenn das Pack ihn angenommen hat</translation>
    </message>
    <message>
        <source>End the theft-lock…</source>
        <translation>Diebstahlsperre aufheben…</translation>
    </message>
    <message>
        <source>Withdrawals</source>
        <translation>Rücknahmen</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>BSP software</source>
        <translation>BSP-Software</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Chosen slot</source>
        <translation>Gewählter Platz</translation>
    </message>
    <message>
        <source>Revocation lists it knows</source>
        <translation>Widerrufslisten, die es kennt</translation>
    </message>
    <message>
        <source>uncertain, last known %1: it takes lists, locks and the time alone. A timekeeper tells it with &quot;packwardenctl time&quot;; more than 7 days after that date it takes two parties.</source>
        <translation>ungewiss, zuletzt bekannt %1: Es nimmt nur Listen, Sperren und die Zeit an. Ein Zeitgeber nennt sie mit „packwardenctl time“; mehr als 7 Tage nach diesem Datum braucht es zwei Parteien.</translation>
    </message>
    <message>
        <source>charter %1, policy %2</source>
        <translation>Charta %1, Richtlinie %2</translation>
    </message>
    <message>
        <source>%1, clock uncertain</source>
        <translation>%1, Uhr ungewiss</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>läuft bald ab</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>%1, from %2, issued by %3</source>
        <translation>%1, ab %2, ausgestellt von %3</translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s), none empty</source>
        <translation>
            <numerusform>%n Platz, keiner leer</numerusform>
            <numerusform>%n Plätze, keiner leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) empty</source>
        <translation>
            <numerusform>%n Platz leer</numerusform>
            <numerusform>%n Plätze leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked against theft: it does not activate.</source>
        <translation>Gegen Diebstahl gesperrt: Es lässt sich nicht aktivieren.</translation>
    </message>
    <message>
        <source>Active to %1 until %2.</source>
        <translation>Aktiv zum %1 bis %2.</translation>
    </message>
    <message>
        <source>Inactive, its normal state: it activates for those who may.</source>
        <translation>Inaktiv, sein gewöhnlicher Zustand: wer darf, kann es aktivieren.</translation>
    </message>
    <message>
        <source>lock is waiting</source>
        <translation>Sperre wartet</translation>
    </message>
    <message>
        <source>theft-locked</source>
        <translation>diebstahlgesperrt</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>all paired</source>
        <translation>alle gepaart</translation>
    </message>
    <message numerus="yes">
        <source>%n not paired</source>
        <translation>
            <numerusform>%n nicht gepaart</numerusform>
            <numerusform>%n nicht gepaart</numerusform>
        </translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>prevented: %1</source>
        <translation>verhindert: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing refused</source>
        <translation>nichts abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n refusal(s)</source>
        <translation>
            <numerusform>%n Ablehnung</numerusform>
            <numerusform>%n Ablehnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>all fresh</source>
        <translation>alle frisch</translation>
    </message>
    <message numerus="yes">
        <source>%n out of date</source>
        <translation>
            <numerusform>%n veraltet</numerusform>
            <numerusform>%n veraltet</numerusform>
        </translation>
    </message>
    <message>
        <source>Without fresh lists it would stop, layer by layer: a list counts until its next update, and for the outer layers for the grace of the charter past it.</source>
        <translation>Ohne frische Listen bliebe es stehen, Schicht für Schicht: eine Liste zählt bis zur nächsten Ausgabe, für die äußeren Schichten darüber hinaus so lange, wie die Charta es duldet.</translation>
    </message>
    <message>
        <source>Bring newer lists: each delivery from a console that has newer ones brings them along.</source>
        <translation>Bringen Sie neuere Listen: wer von einer Konsole mit neueren etwas ausliefert, bringt sie mit.</translation>
    </message>
    <message>
        <source>It has been told of no document that was withdrawn.</source>
        <translation>Von keinem zurückgenommenen Dokument ist ihm gesagt worden.</translation>
    </message>
    <message numerus="yes">
        <source>Heads of %n audit(s), from the signatures it counted</source>
        <translation>
            <numerusform>Stand von %n Audit, aus den Signaturen, die es gezählt hat</numerusform>
            <numerusform>Stände von %n Audits, aus den Signaturen, die es gezählt hat</numerusform>
        </translation>
    </message>
    <message>
        <source>no contradiction</source>
        <translation>kein Widerspruch</translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
    <message>
        <source>not seen yet: have it sign this</source>
        <translation>noch nicht gesehen: lassen Sie es das signieren</translation>
    </message>
    <message>
        <source>power to turn round at speed</source>
        <translation>Kraft, um bei Fahrt umzukehren</translation>
    </message>
    <message>
        <source>Locked against theft, from the next standstill on: no lock stops a vehicle on the road.</source>
        <translation>Gegen Diebstahl gesperrt, vom nächsten Stillstand an: keine Sperre hält ein fahrendes Fahrzeug an.</translation>
    </message>
    <message>
        <source>A lock takes effect at the next standstill.</source>
        <translation>Eine Sperre wirkt beim nächsten Stillstand.</translation>
    </message>
    <message>
        <source>no slots: no security processor answers so</source>
        <translation>keine Fächer: So antwortet kein Sicherheitsprozessor</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>keine genannt</translation>
    </message>
</context>
<context>
    <name>packwarden::Sentences</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>Es wurde nichts eingegeben.</translation>
    </message>
    <message>
        <source>At most three digits may follow the decimal sign, and at least one must.</source>
        <translation>Nach dem Dezimalzeichen stehen eine bis drei Ziffern.</translation>
    </message>
    <message>
        <source>One to six digits must stand before the decimal sign.</source>
        <translation>Vor dem Dezimalzeichen stehen eine bis sechs Ziffern.</translation>
    </message>
    <message>
        <source>This value cannot be negative.</source>
        <translation>Dieser Wert kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>Only digits and one decimal sign are allowed; the unit stands beside the field.</source>
        <translation>Nur Ziffern und ein Dezimalzeichen sind erlaubt; die Einheit steht neben dem Feld.</translation>
    </message>
    <message>
        <source>The rules in this file cannot be read: %1.</source>
        <translation>Die Regeln in dieser Datei sind nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Correct it in an editor that saves UTF-8, and open it again.</source>
        <translation>Berichtigen Sie sie in einem Editor, der als UTF-8 speichert, und öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This revocation list cannot be used: %1.</source>
        <translation>Diese Sperrliste ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>Ask its issuer for a complete list in the usual form (RFC 5280).</source>
        <translation>Bitten Sie ihren Aussteller um eine vollständige Liste in der üblichen Form (RFC 5280).</translation>
    </message>
    <message>
        <source>Ask its issuer to sign it with RSA and SHA-256.</source>
        <translation>Bitten Sie ihren Aussteller, sie mit RSA und SHA-256 zu unterschreiben.</translation>
    </message>
    <message>
        <source>This name cannot be certified: %1.</source>
        <translation>Dieser Name kann nicht zertifiziert werden: %1.</translation>
    </message>
    <message>
        <source>Ask for a request with a name that people can read.</source>
        <translation>Bitten Sie um einen Antrag mit einem lesbaren Namen.</translation>
    </message>
    <message>
        <source>The document is damaged or was not made by Packwarden (%1).</source>
        <translation>Das Dokument ist beschädigt oder nicht von Packwarden (%1).</translation>
    </message>
    <message>
        <source>Ask its author for the file again.</source>
        <translation>Bitten Sie den Verfasser noch einmal um die Datei.</translation>
    </message>
    <message>
        <source>The document is not in the one permitted form (%1), so what is shown could differ from what was signed.</source>
        <translation>Das Dokument hat nicht die einzig zulässige Form (%1); das Gezeigte könnte vom Unterschriebenen abweichen.</translation>
    </message>
    <message>
        <source>Others have all the places that this document has for signatures.</source>
        <translation>Andere haben alle Plätze, die dieses Dokument für Unterschriften hat.</translation>
    </message>
    <message>
        <source>Ask its author for a new one, and let only those sign it who are needed.</source>
        <translation>Bitten Sie den Verfasser um ein neues und lassen Sie nur die unterschreiben, die gebraucht werden.</translation>
    </message>
    <message>
        <source>The document is larger than a pack accepts.</source>
        <translation>Das Dokument ist größer, als ein Pack annimmt.</translation>
    </message>
    <message>
        <source>Split it into several requests.</source>
        <translation>Teilen Sie es in mehrere Anträge.</translation>
    </message>
    <message>
        <source>This kind of document is not known here (%1).</source>
        <translation>Diese Art Dokument ist hier unbekannt (%1).</translation>
    </message>
    <message>
        <source>Update Packwarden.</source>
        <translation>Aktualisieren Sie Packwarden.</translation>
    </message>
    <message>
        <source>A signature or certificate uses an algorithm that is not allowed (%1).</source>
        <translation>Eine Unterschrift oder ein Zertifikat nutzt ein unzulässiges Verfahren (%1).</translation>
    </message>
    <message>
        <source>Its holder needs a new key.</source>
        <translation>Der Inhaber braucht einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>A signature does not fit this document (%1).</source>
        <translation>Eine Unterschrift passt nicht zu diesem Dokument (%1).</translation>
    </message>
    <message>
        <source>The file was changed after signing: ask the signer for the original.</source>
        <translation>Die Datei wurde nach dem Unterschreiben verändert: bitten Sie um das Original.</translation>
    </message>
    <message>
        <source>A signer&apos;s certificate has an issuer that this pack does not trust (%1).</source>
        <translation>Das Zertifikat eines Unterzeichners stammt von einem Aussteller, dem dieses Pack nicht vertraut (%1).</translation>
    </message>
    <message>
        <source>The signer needs a key from a party of the charter.</source>
        <translation>Der Unterzeichner braucht einen Schlüssel einer Vertragspartei.</translation>
    </message>
    <message>
        <source>A signer&apos;s certificate is not valid yet (%1).</source>
        <translation>Das Zertifikat eines Unterzeichners gilt noch nicht (%1).</translation>
    </message>
    <message>
        <source>Check the clock, or wait until it is.</source>
        <translation>Prüfen Sie die Uhr, oder warten Sie.</translation>
    </message>
    <message>
        <source>A signer&apos;s certificate has expired (%1).</source>
        <translation>Das Zertifikat eines Unterzeichners ist abgelaufen (%1).</translation>
    </message>
    <message>
        <source>The signer renews the key and signs again.</source>
        <translation>Der Unterzeichner erneuert den Schlüssel und unterschreibt erneut.</translation>
    </message>
    <message>
        <source>A signer&apos;s key was revoked (%1).</source>
        <translation>Der Schlüssel eines Unterzeichners wurde gesperrt (%1).</translation>
    </message>
    <message>
        <source>Another person of that party must sign.</source>
        <translation>Jemand anderes dieser Partei muss unterschreiben.</translation>
    </message>
    <message>
        <source>The list of revoked keys is too old to trust a signature (%1).</source>
        <translation>Die Sperrliste ist zu alt, um einer Unterschrift zu trauen (%1).</translation>
    </message>
    <message>
        <source>Bring the pack a fresh list of that party.</source>
        <translation>Bringen Sie dem Pack eine frische Liste dieser Partei.</translation>
    </message>
    <message>
        <source>A signer&apos;s role was issued by a party that may not issue it (%1).</source>
        <translation>Die Rolle eines Unterzeichners wurde von einer Partei ausgestellt, die das nicht darf (%1).</translation>
    </message>
    <message>
        <source>The signer needs a key from the right party.</source>
        <translation>Der Unterzeichner braucht einen Schlüssel der richtigen Partei.</translation>
    </message>
    <message>
        <source>The pack lost its clock and cannot judge dates.</source>
        <translation>Das Pack hat seine Uhrzeit verloren und kann kein Datum beurteilen.</translation>
    </message>
    <message>
        <source>Give it a signed time first.</source>
        <translation>Geben Sie ihm zuerst eine unterschriebene Zeit.</translation>
    </message>
    <message>
        <source>The request was withdrawn.</source>
        <translation>Der Antrag wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>Make a new one if it is still wanted.</source>
        <translation>Stellen Sie einen neuen, falls er noch gewünscht ist.</translation>
    </message>
    <message>
        <source>The document lies in the future for this pack.</source>
        <translation>Das Dokument liegt für dieses Pack in der Zukunft.</translation>
    </message>
    <message>
        <source>Check the clocks, or wait.</source>
        <translation>Prüfen Sie die Uhren, oder warten Sie.</translation>
    </message>
    <message>
        <source>The request has expired.</source>
        <translation>Der Antrag ist abgelaufen.</translation>
    </message>
    <message>
        <source>Draft it again; everyone signs the new one.</source>
        <translation>Entwerfen Sie ihn neu; alle unterschreiben den neuen.</translation>
    </message>
    <message>
        <source>The request does not name this pack (%1).</source>
        <translation>Der Antrag nennt dieses Pack nicht (%1).</translation>
    </message>
    <message>
        <source>Deliver it to the pack that it names.</source>
        <translation>Übergeben Sie ihn dem genannten Pack.</translation>
    </message>
    <message>
        <source>The request names another kind of pack (%1).</source>
        <translation>Der Antrag nennt eine andere Bauart (%1).</translation>
    </message>
    <message>
        <source>Draft it for this kind.</source>
        <translation>Entwerfen Sie ihn für diese Bauart.</translation>
    </message>
    <message>
        <source>The pack cannot do this in its present state (%1).</source>
        <translation>Das Pack kann das in seinem Zustand nicht (%1).</translation>
    </message>
    <message>
        <source>Bring it into the state needed, then deliver again.</source>
        <translation>Bringen Sie es in den nötigen Zustand und übergeben Sie erneut.</translation>
    </message>
    <message>
        <source>The pack is theft-locked by its owner.</source>
        <translation>Das Pack ist vom Eigentümer gegen Diebstahl gesperrt.</translation>
    </message>
    <message>
        <source>The owner and the platform must unlock it.</source>
        <translation>Eigentümer und Plattform müssen es entsperren.</translation>
    </message>
    <message>
        <source>The document was made for another charter.</source>
        <translation>Das Dokument gehört zu einem anderen Vertrag.</translation>
    </message>
    <message>
        <source>Draft it again with the charter in force.</source>
        <translation>Entwerfen Sie es neu mit dem geltenden Vertrag.</translation>
    </message>
    <message>
        <source>The pack holds this version or a newer one already (%1).</source>
        <translation>Das Pack hat diese Version oder eine neuere schon (%1).</translation>
    </message>
    <message>
        <source>Read the rules from the pack and start from them.</source>
        <translation>Lesen Sie die Regeln aus dem Pack und beginnen Sie mit ihnen.</translation>
    </message>
    <message>
        <source>The version is too far ahead of what the pack holds (%1).</source>
        <translation>Die Version liegt zu weit vor der des Packs (%1).</translation>
    </message>
    <message>
        <source>Deliver the versions between first.</source>
        <translation>Übergeben Sie zuerst die Versionen dazwischen.</translation>
    </message>
    <message>
        <source>The value changed on the pack since this was drafted (%1).</source>
        <translation>Der Wert hat sich auf dem Pack seit dem Entwurf geändert (%1).</translation>
    </message>
    <message>
        <source>Draft it again from the present value.</source>
        <translation>Entwerfen Sie ihn neu vom jetzigen Wert aus.</translation>
    </message>
    <message>
        <source>The value passes the silicon limit (%1). No signatures can allow it.</source>
        <translation>Der Wert überschreitet die Siliziumgrenze (%1). Keine Unterschriften können das erlauben.</translation>
    </message>
    <message>
        <source>Choose a value inside the limit.</source>
        <translation>Wählen Sie einen Wert innerhalb der Grenze.</translation>
    </message>
    <message>
        <source>This is prohibited on every pack (%1).</source>
        <translation>Das ist auf jedem Pack verboten (%1).</translation>
    </message>
    <message>
        <source>The value lies outside what the charter&apos;s contracts allow (%1).</source>
        <translation>Der Wert liegt außerhalb dessen, was die Verträge erlauben (%1).</translation>
    </message>
    <message>
        <source>Choose a value inside, or have the parties amend the charter.</source>
        <translation>Wählen Sie einen Wert innerhalb, oder lassen Sie den Vertrag ändern.</translation>
    </message>
    <message>
        <source>The policy would allow more than the charter does (%1).</source>
        <translation>Das Regelwerk würde mehr erlauben als der Vertrag (%1).</translation>
    </message>
    <message>
        <source>Tighten it, or have the charter amended.</source>
        <translation>Fassen Sie es enger, oder lassen Sie den Vertrag ändern.</translation>
    </message>
    <message>
        <source>The policy does not allow this (%1).</source>
        <translation>Das Regelwerk erlaubt das nicht (%1).</translation>
    </message>
    <message>
        <source>Ask someone whose role holds this right.</source>
        <translation>Bitten Sie jemanden, dessen Rolle dieses Recht hat.</translation>
    </message>
    <message>
        <source>The step is larger than the policy allows at once (%1).</source>
        <translation>Der Schritt ist größer, als das Regelwerk auf einmal erlaubt (%1).</translation>
    </message>
    <message>
        <source>Take a smaller step, or ask for the extra signature.</source>
        <translation>Nehmen Sie einen kleineren Schritt, oder holen Sie die zusätzliche Unterschrift.</translation>
    </message>
    <message>
        <source>The value contradicts another value of the pack (%1).</source>
        <translation>Der Wert widerspricht einem anderen Wert des Packs (%1).</translation>
    </message>
    <message>
        <source>Change the other value first, or choose one that fits.</source>
        <translation>Ändern Sie zuerst den anderen Wert, oder wählen Sie einen passenden.</translation>
    </message>
    <message>
        <source>To judge this document would take more work than a pack may spend on one (%1).</source>
        <translation>Dieses Dokument zu prüfen wäre mehr Arbeit, als ein Pack für eines aufwenden darf (%1).</translation>
    </message>
    <message>
        <source>Ask its author to split it, and leave out signatures that share a person or a key.</source>
        <translation>Bitten Sie den Verfasser, es aufzuteilen, und lassen Sie Unterschriften weg, die sich eine Person oder einen Schlüssel teilen.</translation>
    </message>
    <message>
        <source>A signer&apos;s role fills no seat of this request (%1).</source>
        <translation>Die Rolle eines Unterzeichners füllt keinen Platz dieses Antrags (%1).</translation>
    </message>
    <message>
        <source>See the seats for who must sign.</source>
        <translation>Die Plätze zeigen, wer unterschreiben muss.</translation>
    </message>
    <message>
        <source>One person or key signed for two seats (%1).</source>
        <translation>Eine Person oder ein Schlüssel hat für zwei Plätze unterschrieben (%1).</translation>
    </message>
    <message>
        <source>Each seat needs its own person.</source>
        <translation>Jeder Platz braucht eine eigene Person.</translation>
    </message>
    <message>
        <source>Signatures are missing: %1.</source>
        <translation>Es fehlen Unterschriften: %1.</translation>
    </message>
    <message>
        <source>Send the file to them; nothing changes until they have signed.</source>
        <translation>Senden Sie ihnen die Datei; bis dahin ändert sich nichts.</translation>
    </message>
    <message>
        <source>After this it could never be changed again (%1).</source>
        <translation>Danach ließe es sich nie wieder ändern (%1).</translation>
    </message>
    <message>
        <source>Leave at least one way in.</source>
        <translation>Lassen Sie mindestens einen Weg offen.</translation>
    </message>
    <message>
        <source>“%1” is not a valid name.</source>
        <translation>„%1“ ist kein gültiger Name.</translation>
    </message>
    <message>
        <source>The pack has no parameter “%1”.</source>
        <translation>Das Pack hat keinen Parameter „%1“.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>Another program has the file open.</source>
        <translation>Ein anderes Programm hat die Datei geöffnet.</translation>
    </message>
    <message>
        <source>Close it there, and try again.</source>
        <translation>Schließen Sie sie dort, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>Prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Die Datei lässt sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The passphrase does not open this key file.</source>
        <translation>Die Passphrase öffnet diese Schlüsseldatei nicht.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The key cannot be used (%1).</source>
        <translation>Der Schlüssel ist nicht benutzbar (%1).</translation>
    </message>
    <message>
        <source>Choose another key file.</source>
        <translation>Wählen Sie eine andere Schlüsseldatei.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>Sign in with your key file first.</source>
        <translation>Melden Sie sich zuerst mit Ihrer Schlüsseldatei an.</translation>
    </message>
    <message>
        <source>The file is another document than the one open here.</source>
        <translation>Die Datei ist ein anderes Dokument als das hier geöffnete.</translation>
    </message>
    <message>
        <source>Open it on its own.</source>
        <translation>Öffnen Sie sie für sich.</translation>
    </message>
    <message>
        <source>The bus is not available (%1).</source>
        <translation>Der Bus ist nicht verfügbar (%1).</translation>
    </message>
    <message>
        <source>Check the interface and its cable.</source>
        <translation>Prüfen Sie die Schnittstelle und ihr Kabel.</translation>
    </message>
    <message>
        <source>Pack %1 does not answer.</source>
        <translation>Pack %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>Check that it is powered and on this bus.</source>
        <translation>Prüfen Sie, ob es Strom hat und an diesem Bus hängt.</translation>
    </message>
    <message>
        <source>The transfer to the pack was interrupted (%1). The pack may or may not have applied it.</source>
        <translation>Die Übertragung zum Pack wurde unterbrochen (%1). Vielleicht hat das Pack sie angewendet, vielleicht nicht.</translation>
    </message>
    <message>
        <source>Read the pack before delivering again.</source>
        <translation>Lesen Sie das Pack aus, bevor Sie erneut übergeben.</translation>
    </message>
    <message>
        <source>The pack declined the diagnostic request (%1).</source>
        <translation>Das Pack hat die Diagnoseanfrage abgelehnt (%1).</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The pack gave an answer that makes no sense (%1).</source>
        <translation>Das Pack gab eine unverständliche Antwort (%1).</translation>
    </message>
    <message>
        <source>Read the pack before trying again.</source>
        <translation>Lesen Sie das Pack aus, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>The pack&apos;s receipt does not prove the change (%1).</source>
        <translation>Die Quittung des Packs beweist die Änderung nicht (%1).</translation>
    </message>
    <message>
        <source>Read the pack&apos;s values and tell its owner.</source>
        <translation>Lesen Sie die Werte des Packs und verständigen Sie den Eigentümer.</translation>
    </message>
    <message>
        <source>The audit is damaged: %1.</source>
        <translation>Das Protokoll ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Another program has the audit open, so the action was not carried out.</source>
        <translation>Ein anderes Programm hat das Protokoll geöffnet; die Aktion wurde daher nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Keep the file as evidence; nothing more is written to it.</source>
        <translation>Bewahren Sie die Datei als Beweis auf; es wird nichts mehr hineingeschrieben.</translation>
    </message>
    <message>
        <source>The audit cannot be written (%1), so the action was not carried out.</source>
        <translation>Das Protokoll lässt sich nicht schreiben (%1), darum wurde die Aktion nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Free some space or repair the folder.</source>
        <translation>Schaffen Sie Platz, oder reparieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1).</source>
        <translation>Im Programm ist etwas schiefgegangen (%1).</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Bitte melden Sie es.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from value to value</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Raise %1 %2</source>
        <comment>parameter, from-to</comment>
        <translation>Erhöhen: %1 %2</translation>
    </message>
    <message>
        <source>Lower %1 %2</source>
        <comment>parameter, from-to</comment>
        <translation>Senken: %1 %2</translation>
    </message>
    <message>
        <source>A request without changes</source>
        <translation>Ein Antrag ohne Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>change, serial</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n packs</source>
        <translation>
            <numerusform>%1 bei %n Pack</numerusform>
            <numerusform>%1 bei %n Packs</numerusform>
        </translation>
    </message>
    <message>
        <source>More range for each charge; the cells rest at a higher voltage and age faster.</source>
        <translation>Mehr Reichweite je Ladung; die Zellen ruhen bei höherer Spannung und altern schneller.</translation>
    </message>
    <message>
        <source>Less range for each charge; the cells age more slowly.</source>
        <translation>Weniger Reichweite je Ladung; die Zellen altern langsamer.</translation>
    </message>
    <message>
        <source>Less range for each charge; more reserve against deep discharge.</source>
        <translation>Weniger Reichweite je Ladung; mehr Reserve gegen Tiefentladung.</translation>
    </message>
    <message>
        <source>More range for each charge; less reserve against deep discharge.</source>
        <translation>Mehr Reichweite je Ladung; weniger Reserve gegen Tiefentladung.</translation>
    </message>
    <message>
        <source>Cells are charged closer to the voltage at which they can be damaged or catch fire.</source>
        <translation>Die Zellen werden näher an die Spannung geladen, bei der sie Schaden nehmen oder brennen können.</translation>
    </message>
    <message>
        <source>Cells keep more distance from overcharging; the pack holds less energy.</source>
        <translation>Mehr Abstand zur Überladung; das Pack speichert weniger Energie.</translation>
    </message>
    <message>
        <source>Cells keep more distance from deep discharge; the pack gives less energy.</source>
        <translation>Mehr Abstand zur Tiefentladung; das Pack gibt weniger Energie.</translation>
    </message>
    <message>
        <source>Cells are emptied closer to the voltage at which they can be damaged.</source>
        <translation>Die Zellen werden näher an die Spannung entladen, bei der sie Schaden nehmen.</translation>
    </message>
    <message>
        <source>More power; more heat and faster ageing.</source>
        <translation>Mehr Leistung; mehr Wärme und schnellere Alterung.</translation>
    </message>
    <message>
        <source>Less power; less heat and slower ageing.</source>
        <translation>Weniger Leistung; weniger Wärme und langsamere Alterung.</translation>
    </message>
    <message>
        <source>The value in force becomes larger.</source>
        <translation>Der geltende Wert wird größer.</translation>
    </message>
    <message>
        <source>The value in force becomes smaller.</source>
        <translation>Der geltende Wert wird kleiner.</translation>
    </message>
    <message>
        <source>No bus</source>
        <translation>Kein Bus</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Die Aufzeichnung ist zu Ende</translation>
    </message>
    <message>
        <source>The recording cannot be read</source>
        <translation>Die Aufzeichnung ist nicht lesbar</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbinde mit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n Pack</numerusform>
            <numerusform>%n Packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Bus is silent</source>
        <translation>Bus ist still</translation>
    </message>
    <message>
        <source>Bus out of reach</source>
        <translation>Bus nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Not heard yet.</source>
        <translation>Noch nichts gehört.</translation>
    </message>
    <message>
        <source>The pack must be powered and on this bus.</source>
        <translation>Das Pack muss Strom haben und an diesem Bus hängen.</translation>
    </message>
    <message>
        <source>Out of touch.</source>
        <translation>Kein Kontakt.</translation>
    </message>
    <message>
        <source>Last heard %1; the figures are old.</source>
        <translation>Zuletzt gehört %1; die Zahlen sind alt.</translation>
    </message>
    <message numerus="yes">
        <source>%n active fault(s).</source>
        <translation>
            <numerusform>%n aktiver Fehler.</numerusform>
            <numerusform>%n aktive Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cell %1 is %2 mV below cell %3.</source>
        <translation>Zelle %1 liegt %2 mV unter Zelle %3.</translation>
    </message>
    <message>
        <source>Cells are within %1 mV.</source>
        <translation>Zellen innerhalb %1 mV.</translation>
    </message>
    <message>
        <source>%1 %2, allowed %3 to %4</source>
        <translation>%1 %2, erlaubt %3 bis %4</translation>
    </message>
    <message>
        <source>The technical seat of layer 4 enters its own value before it signs.</source>
        <translation>Der technische Platz der Schicht 4 gibt vor dem Unterschreiben seinen eigenen Wert ein.</translation>
    </message>
    <message>
        <source>The own value and the proposed one differ; neither is kept.</source>
        <translation>Der eigene und der vorgeschlagene Wert sind verschieden; keiner wird behalten.</translation>
    </message>
    <message>
        <source>Check your sources.</source>
        <translation>Prüfen Sie Ihre Quellen.</translation>
    </message>
    <message>
        <source>The pack already holds this value.</source>
        <translation>Das Pack hat diesen Wert schon.</translation>
    </message>
    <message>
        <source>These packs already hold this value.</source>
        <translation>Diese Packs haben diesen Wert schon.</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>Es fehlt eine Begründung.</translation>
    </message>
    <message>
        <source>These rules cannot hold. %1</source>
        <translation>Diese Regeln können nicht gelten. %1</translation>
    </message>
    <message>
        <source>Ask their author to mend them.</source>
        <translation>Bitten Sie ihren Verfasser, sie zu berichtigen.</translation>
    </message>
    <message numerus="yes">
        <source>Recording of %n pack(s)</source>
        <translation>
            <numerusform>Aufzeichnung von %n Pack</numerusform>
            <numerusform>Aufzeichnung von %n Packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fault(s).</source>
        <translation>
            <numerusform>%n weiterer Fehler.</numerusform>
            <numerusform>%n weitere Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes up to %1&#xa0;A.</source>
        <translation>Nimmt bis zu %1&#xa0;A.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file</source>
        <translation>%1 ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>%1 is a pipe, not a file</source>
        <translation>%1 ist eine Pipe, keine Datei</translation>
    </message>
    <message>
        <source>%1 is a socket, not a file</source>
        <translation>%1 ist ein Socket, keine Datei</translation>
    </message>
    <message>
        <source>%1 is a device, not a file</source>
        <translation>%1 ist ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>The file is larger than what is read here: %1.</source>
        <translation>Die Datei ist größer, als hier gelesen wird: %1.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Others who use this computer may read or change %1: its rights could not be set.</source>
        <translation>Andere, die diesen Rechner nutzen, können %1 lesen oder ändern: die Zugriffsrechte ließen sich nicht setzen.</translation>
    </message>
    <message>
        <source>Keep this console&apos;s data in a folder of your own.</source>
        <translation>Legen Sie die Daten dieser Konsole in einem eigenen Ordner ab.</translation>
    </message>
    <message>
        <source>The bus is disturbed: another device sends in the name of this console, and the pack answers both (%1).</source>
        <translation>Der Bus ist gestört: ein anderes Gerät sendet im Namen dieser Konsole, und das Pack antwortet beiden (%1).</translation>
    </message>
    <message>
        <source>Find out which other console or device is on this bus, unplug it, and try again.</source>
        <translation>Finden Sie heraus, welche andere Konsole oder welches Gerät am Bus ist, ziehen Sie es ab und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What the pack shows contradicts what is pinned of it (%1).</source>
        <translation>Was das Pack zeigt, widerspricht dem, was hier von ihm festgehalten ist (%1).</translation>
    </message>
    <message>
        <source>Do not rely on this pack. Ask its manufacturer and its owner, then decide.</source>
        <translation>Verlassen Sie sich nicht auf dieses Pack. Fragen Sie Hersteller und Eigentümer und entscheiden Sie dann.</translation>
    </message>
    <message>
        <source>This cannot be proved from here (%1).</source>
        <translation>Das lässt sich von hier aus nicht beweisen (%1).</translation>
    </message>
    <message>
        <source>Compare the fingerprints with the other parties first.</source>
        <translation>Vergleichen Sie zuerst die Fingerabdrücke mit den anderen Parteien.</translation>
    </message>
    <message>
        <source>The approval of its author alone is not enough for a document.</source>
        <translation>Die Zustimmung des Verfassers allein genügt für ein Dokument nicht.</translation>
    </message>
    <message>
        <source>Another person who can fill the seat must sign.</source>
        <translation>Eine andere Person, die den Platz füllen kann, muss unterschreiben.</translation>
    </message>
    <message>
        <source>The author&apos;s own approval is not enough. Another person must sign as %1.</source>
        <translation>Die eigene Zustimmung des Verfassers genügt nicht. Eine andere Person muss unterschreiben als %1.</translation>
    </message>
    <message>
        <source>Send the file to one who can.</source>
        <translation>Schicken Sie die Datei an jemanden, der es kann.</translation>
    </message>
    <message>
        <source>%1 wrote this document, so that approval of it does not count.</source>
        <translation>%1 hat dieses Dokument verfasst; diese Zustimmung zählt deshalb nicht.</translation>
    </message>
    <message>
        <source>This bus is only listened to, so nothing is asked or sent.</source>
        <translation>Auf diesem Bus wird nur zugehört, also wird nichts gefragt und nichts gesendet.</translation>
    </message>
    <message>
        <source>Allow sending in the bus dialog, then try again.</source>
        <translation>Erlauben Sie das Senden im Bus-Dialog und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A signature carries more certificates than a pack takes.</source>
        <translation>Eine Signatur bringt mehr Zertifikate mit, als ein Pack annimmt.</translation>
    </message>
    <message>
        <source>Its signer signs again; a key brings its own certificate and its issuer&apos;s, and no others.</source>
        <translation>Der Unterzeichner signiert noch einmal; ein Schlüssel bringt sein eigenes Zertifikat und das seines Ausstellers mit, keine anderen.</translation>
    </message>
    <message>
        <source>“%1” can mean %2 or %3. Enter %2 with a point, or %3.</source>
        <translation>„%1“ kann %2 oder %3 bedeuten. Geben Sie %2 mit Punkt ein, oder %3.</translation>
    </message>
    <message>
        <source>The exchange is out of reach (%1).</source>
        <translation>Die gemeinsame Datenbank ist nicht erreichbar (%1).</translation>
    </message>
    <message>
        <source>Work goes on without it. It is tried again by itself; documents can also go as files.</source>
        <translation>Die Arbeit geht ohne sie weiter. Es wird von selbst wieder versucht; Dokumente können auch als Dateien gehen.</translation>
    </message>
    <message>
        <source>The exchange refuses this (%1).</source>
        <translation>Die gemeinsame Datenbank lehnt das ab (%1).</translation>
    </message>
    <message>
        <source>Ask its owner whether your login is a member, and whether the database is an exchange of this version.</source>
        <translation>Fragen Sie ihren Eigentümer, ob Ihr Login ein Mitglied ist und ob die Datenbank diese Version hat.</translation>
    </message>
</context>
<context>
    <name>packwarden::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Without a touch for so long the key is dropped; the live view goes on. The language changes at the next start.</source>
        <translation>Wird so lange nichts berührt, fällt der Schlüssel weg; die Live-Ansicht läuft weiter. Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Name der Werkstatt</translation>
    </message>
    <message>
        <source>Address of the shop</source>
        <translation>Anschrift der Werkstatt</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Head of a job card&apos;s report</source>
        <translation>Kopf des Berichts einer Auftragskarte</translation>
    </message>
    <message>
        <source>While you are signed in and look at another program.</source>
        <translation>Solange Sie angemeldet sind und ein anderes Programm vor sich haben.</translation>
    </message>
    <message>
        <source>Desktop notices of documents to sign</source>
        <translation>Desktop-Hinweise auf Dokumente zum Signieren</translation>
    </message>
</context>
<context>
    <name>packwarden::Shell</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n minute(s) without a touch. The live view goes on.</source>
        <translation>
            <numerusform>Nach %n Minute ohne Berührung gesperrt. Die Live-Ansicht läuft weiter.</numerusform>
            <numerusform>Nach %n Minuten ohne Berührung gesperrt. Die Live-Ansicht läuft weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Draft a change…</source>
        <translation>Änderung entwerfen…</translation>
    </message>
    <message>
        <source>Bus: details, reconnect…</source>
        <translation>Bus: Einzelheiten, neu verbinden…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>About and keys…</source>
        <translation>Über und Tasten…</translation>
    </message>
    <message>
        <source>Join by invitation…</source>
        <translation>Auf Einladung beitreten…</translation>
    </message>
    <message>
        <source>Open as %1</source>
        <translation>Öffnen als %1</translation>
    </message>
    <message>
        <source>These are the rules that this console trusts already.</source>
        <translation>Das sind die Regeln, denen diese Konsole schon vertraut.</translation>
    </message>
    <message numerus="yes">
        <source>The rules are accepted. %n pack(s) are known from the invitation; no pack has proved anything here yet.</source>
        <translation>
            <numerusform>Die Regeln sind angenommen. %n Pack ist aus der Einladung bekannt; bewiesen hat hier noch kein Pack etwas.</numerusform>
            <numerusform>Die Regeln sind angenommen. %n Packs sind aus der Einladung bekannt; bewiesen hat hier noch kein Pack etwas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Noted. Connect to a bus with a pack of these partners: its rules are compared with these files before you trust them. Without a bus, ask a partner for an invitation file.</source>
        <translation>Vermerkt. Verbinden Sie sich mit einem Bus, an dem ein Pack dieser Partner ist: Seine Regeln werden mit diesen Dateien verglichen, bevor Sie ihnen vertrauen. Ohne Bus bitten Sie einen Partner um eine Einladungsdatei.</translation>
    </message>
    <message>
        <source>Compare and trust rules…</source>
        <translation>Regeln vergleichen und ihnen vertrauen …</translation>
    </message>
    <message>
        <source>Invite a partner…</source>
        <translation>Partner einladen …</translation>
    </message>
    <message>
        <source>Throw the demo away</source>
        <translation>Demo wegwerfen</translation>
    </message>
    <message>
        <source>The simulated packs, the companies&apos; keys and all consoles of the demo are deleted. Your own store, its rules and its documents are not touched.</source>
        <translation>Die simulierten Packs, die Schlüssel der Firmen und alle Konsolen der Demo werden gelöscht. Ihr eigener Speicher, seine Regeln und Dokumente bleiben unberührt.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Forget these rules</source>
        <translation>Diese Regeln vergessen</translation>
    </message>
    <message numerus="yes">
        <source>This console then trusts no rules: no document can be judged, and nothing can be delivered, until you compare and accept rules again. What is known of %n pack(s) is forgotten too. Documents, keys and the audit stay.</source>
        <translation>
            <numerusform>Diese Konsole vertraut dann niemandem: Kein Dokument lässt sich prüfen und nichts ausliefern, bis Sie wieder Regeln vergleichen und annehmen. Auch was von %n Pack bekannt ist, wird vergessen. Dokumente, Schlüssel und das Audit bleiben.</numerusform>
            <numerusform>Diese Konsole vertraut dann niemandem: Kein Dokument lässt sich prüfen und nichts ausliefern, bis Sie wieder Regeln vergleichen und annehmen. Auch was von %n Packs bekannt ist, wird vergessen. Dokumente, Schlüssel und das Audit bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>The rules are forgotten. This console trusts no rules now.</source>
        <translation>Die Regeln sind vergessen. Diese Konsole vertraut jetzt keinen Regeln.</translation>
    </message>
    <message>
        <source>Forget these rules…</source>
        <translation>Diese Regeln vergessen …</translation>
    </message>
    <message>
        <source>Start a company…</source>
        <translation>Eine Firma gründen …</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>Throw the demo away…</source>
        <translation>Demo wegwerfen …</translation>
    </message>
    <message>
        <source>Exchange…</source>
        <translation>Gemeinsame Datenbank…</translation>
    </message>
</context>
<context>
    <name>packwarden::SideView</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Lowest cell</source>
        <translation>Niedrigste Zelle</translation>
    </message>
    <message>
        <source>%1, cell %2</source>
        <translation>%1, Zelle %2</translation>
    </message>
    <message>
        <source>Cells apart</source>
        <translation>Zellen auseinander</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Packs…</source>
        <translation>Packs…</translation>
    </message>
    <message>
        <source>No pack is chosen, or none is heard.</source>
        <translation>Kein Pack ist gewählt, oder keines ist zu hören.</translation>
    </message>
    <message>
        <source>Which packs stand beside each other</source>
        <translation>Welche Packs nebeneinander stehen</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Packs side by side</source>
        <translation>Packs nebeneinander</translation>
    </message>
    <message>
        <source>Show this pack alone</source>
        <translation>Dieses Pack allein zeigen</translation>
    </message>
    <message>
        <source>Cells of %1</source>
        <translation>Zellen von %1</translation>
    </message>
</context>
<context>
    <name>packwarden::SignDialog</name>
    <message>
        <source>Sign as author</source>
        <translation>Als Verfasser unterschreiben</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>Zustimmen und unterschreiben</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>You sign as %1, %2.</source>
        <translation>Sie unterschreiben als %1, %2.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>Was unterschrieben wird</translation>
    </message>
    <message>
        <source>One click, or Ctrl+Enter. Enter, Space and double clicks sign nothing.</source>
        <translation>Ein Klick oder Strg+Eingabe. Eingabe, Leertaste und Doppelklick unterschreiben nichts.</translation>
    </message>
    <message>
        <source>Ctrl+Enter signs</source>
        <translation>Strg+Eingabe unterschreibt</translation>
    </message>
    <message>
        <source>For %1 I accept what follows: %2</source>
        <translation>Für %1 nehme ich an, was folgt: %2</translation>
    </message>
    <message>
        <source>I have checked what is shown here and what follows from it.</source>
        <translation>Ich habe geprüft, was hier steht und was daraus folgt.</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>I accept this for %1.</source>
        <translation>Ich nehme dies für %1 an.</translation>
    </message>
    <message>
        <source>%1 has not signed yet which limits it was made with. Until this console has its word, your seat counts as a technical one: find the value yourself, from data sheet and tests. The proposed one shows when yours agrees with it; you have two attempts.</source>
        <translation>%1 hat noch nicht unterschrieben, mit welchen Grenzen es gebaut wurde. Bis diese Konsole sein Wort hat, gilt Ihr Platz als technischer: Finden Sie den Wert selbst, aus Datenblatt und Versuchen. Der vorgeschlagene erscheint, wenn Ihrer damit übereinstimmt; Sie haben zwei Versuche.</translation>
    </message>
    <message>
        <source>Yours is the technical seat of layer 4. Find the value yourself, from data sheet and tests. The proposed one shows when yours agrees with it; you have two attempts.</source>
        <translation>Sie haben den technischen Platz der Schicht 4. Finden Sie den Wert selbst, aus Datenblatt und Versuchen. Der vorgeschlagene erscheint, wenn Ihrer damit übereinstimmt; Sie haben zwei Versuche.</translation>
    </message>
    <message>
        <source>Own value of %1</source>
        <translation>Eigener Wert von %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Your value agrees with the proposed one.</source>
        <translation>Ihr Wert stimmt mit dem vorgeschlagenen überein.</translation>
    </message>
    <message>
        <source>The two values differ. Neither is kept, and the attempt is recorded. Check your sources; one attempt is left.</source>
        <translation>Die beiden Werte sind verschieden. Keiner wird behalten, und der Versuch wird protokolliert. Prüfen Sie Ihre Quellen; ein Versuch bleibt.</translation>
    </message>
    <message>
        <source>The two values differ again. This is recorded as your rejection. Talk to the author; a new request is needed.</source>
        <translation>Die beiden Werte sind wieder verschieden. Das wird als Ihre Ablehnung protokolliert. Sprechen Sie mit dem Autor; es braucht einen neuen Antrag.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>The file, the packs or who is signed in changed while this was open. Nothing can be signed until it is read again.</source>
        <translation>Die Datei, die Packs oder die Anmeldung haben sich inzwischen geändert. Nichts kann unterschrieben werden, bis neu gelesen ist.</translation>
    </message>
    <message>
        <source>A double click signs nothing. Click once.</source>
        <translation>Ein Doppelklick unterschreibt nichts. Klicken Sie einmal.</translation>
    </message>
</context>
<context>
    <name>packwarden::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>A .p12 file of your own</source>
        <translation>Ihre eigene .p12-Datei</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in with your key</source>
        <translation>Mit Ihrem Schlüssel anmelden</translation>
    </message>
    <message>
        <source>The key stays in this program until you lock it. The live view needs no key.</source>
        <translation>Der Schlüssel bleibt im Programm, bis Sie es sperren. Die Live-Ansicht braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Choose your key file</source>
        <translation>Ihre Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>The PIN is wrong. Type it again.</source>
        <translation>Die PIN ist falsch. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The token cannot be used (%1). Take it out, put it in and search again.</source>
        <translation>Der Token ist nicht nutzbar (%1). Nehmen Sie ihn heraus, stecken Sie ihn ein und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>&amp;Schlüsseldatei</translation>
    </message>
    <message>
        <source>&amp;Token or smart card</source>
        <translation>&amp;Token oder Chipkarte</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Name the module by its full path.</source>
        <translation>Nennen Sie das Modul mit vollem Pfad.</translation>
    </message>
    <message>
        <source>This machine has no registered token modules. Install p11-kit, or name the module below.</source>
        <translation>Dieser Rechner hat keine eingetragenen Token-Module. Installieren Sie p11-kit oder nennen Sie unten das Modul.</translation>
    </message>
    <message>
        <source>The module %1 cannot be loaded. Choose another.</source>
        <translation>Das Modul %1 lässt sich nicht laden. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>PKCS#11 module</source>
        <translation>PKCS#11-Modul</translation>
    </message>
    <message>
        <source>Those registered on this machine</source>
        <translation>Die auf diesem Rechner eingetragenen</translation>
    </message>
    <message>
        <source>The library that came with the token. Most need not be named here.</source>
        <translation>Die Bibliothek, die mit dem Token kam. Die meisten müssen hier nicht genannt werden.</translation>
    </message>
    <message>
        <source>Choose the token&apos;s module</source>
        <translation>Das Modul des Tokens wählen</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Libraries (*.so *.so.*)</source>
        <translation>Bibliotheken (*.so *.so.*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <translation>%1 · gesperrt</translation>
    </message>
    <message>
        <source>%1 · few tries left</source>
        <translation>%1 · wenige Versuche übrig</translation>
    </message>
    <message>
        <source>No token found. Put it in and search again.</source>
        <translation>Kein Token gefunden. Stecken Sie ihn ein und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffContents</name>
    <message numerus="yes">
        <source>%n packs</source>
        <translation>
            <numerusform>%n Pack</numerusform>
            <numerusform>%n Packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock %1 against theft</source>
        <translation>%1 gegen Diebstahl sperren</translation>
    </message>
    <message>
        <source>Unlock %1 after a theft-lock</source>
        <translation>Diebstahlsperre von %1 beenden</translation>
    </message>
    <message>
        <source>Pair part %1 with slot %2 of %3</source>
        <translation>Teil %1 mit Steckplatz %2 von %3 paaren</translation>
    </message>
    <message>
        <source>Tighten %1 at once on %2</source>
        <translation>%1 auf %2 sofort verschärfen</translation>
    </message>
    <message>
        <source>Run a routine on %1</source>
        <translation>Routine auf %1 ausführen</translation>
    </message>
    <message>
        <source>Decommission %1</source>
        <translation>%1 außer Betrieb nehmen</translation>
    </message>
    <message>
        <source>packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>First charter, version %1</source>
        <translation>Erste Charta, Version %1</translation>
    </message>
    <message numerus="yes">
        <source>Charter %1: %n rule(s) differ</source>
        <translation>
            <numerusform>Charta %1: %n Regel anders</numerusform>
            <numerusform>Charta %1: %n Regeln anders</numerusform>
        </translation>
    </message>
    <message>
        <source>Admit %1 as a party</source>
        <translation>%1 als Partei aufnehmen</translation>
    </message>
    <message>
        <source>Remove %1 as a party</source>
        <translation>%1 als Partei entfernen</translation>
    </message>
    <message>
        <source>Give %1 another root</source>
        <translation>%1 eine andere Wurzel geben</translation>
    </message>
    <message>
        <source>Hand %1 over to %2 as operator</source>
        <translation>%1 an %2 als Betreiber übergeben</translation>
    </message>
    <message>
        <source>Sell %1 to %2</source>
        <translation>%1 an %2 verkaufen</translation>
    </message>
    <message>
        <source>Charter %1</source>
        <translation>Charta %1</translation>
    </message>
    <message>
        <source>Charter %1: new party</source>
        <translation>Charta %1: neue Partei</translation>
    </message>
    <message>
        <source>Charter %1: party leaves</source>
        <translation>Charta %1: Partei geht</translation>
    </message>
    <message>
        <source>Charter %1: new root</source>
        <translation>Charta %1: neue Wurzel</translation>
    </message>
    <message>
        <source>Charter %1: handover</source>
        <translation>Charta %1: Übergabe</translation>
    </message>
    <message>
        <source>Charter %1: sale</source>
        <translation>Charta %1: Verkauf</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) new</source>
        <translation>
            <numerusform>%n Recht neu</numerusform>
            <numerusform>%n Rechte neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>rights</comment>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) changed</source>
        <translation>
            <numerusform>%n Regel geändert</numerusform>
            <numerusform>%n Regeln geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>no difference to the rules trusted here</source>
        <translation>kein Unterschied zu den hier verankerten Regeln</translation>
    </message>
    <message>
        <source>Policy %1: %2</source>
        <translation>Regeln %1: %2</translation>
    </message>
    <message>
        <source>The usable window grows from %1 to %2, %3 more range per charge.</source>
        <translation>Das nutzbare Fenster wächst von %1 auf %2, %3 mehr Reichweite je Ladung.</translation>
    </message>
    <message>
        <source>The usable window shrinks from %1 to %2, %3 less range per charge.</source>
        <translation>Das nutzbare Fenster schrumpft von %1 auf %2, %3 weniger Reichweite je Ladung.</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) start as before: no right, lock or list changes.</source>
        <translation>
            <numerusform>%n Pack startet wie bisher: kein Recht, keine Sperre, keine Liste ändert sich.</numerusform>
            <numerusform>%n Packs starten wie bisher: kein Recht, keine Sperre, keine Liste ändert sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is theft-locked and does not start anyway.</source>
        <translation>
            <numerusform>%n ist diebstahlgesperrt und startet ohnehin nicht.</numerusform>
            <numerusform>%n sind diebstahlgesperrt und starten ohnehin nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) are not known here.</source>
        <translation>
            <numerusform>%n Pack ist hier nicht bekannt.</numerusform>
            <numerusform>%n Packs sind hier nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can no longer start any pack; %n known pack(s) would take this.</source>
        <translation>
            <numerusform>%1 kann kein Pack mehr starten; %n bekanntes Pack würde dies nehmen.</numerusform>
            <numerusform>%1 kann kein Pack mehr starten; %n bekannte Packs würden dies nehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can start packs from then on.</source>
        <translation>%1 kann von da an Packs starten.</translation>
    </message>
    <message>
        <source>The sale ends every activation: a pack starts again with keys of the new owner&apos;s people.</source>
        <translation>Der Verkauf beendet jede Aktivierung: ein Pack startet wieder mit Schlüsseln der Leute des neuen Eigentümers.</translation>
    </message>
    <message>
        <source>Every document that is still waiting for these packs becomes void.</source>
        <translation>Jedes Dokument, das noch auf diese Packs wartet, wird ungültig.</translation>
    </message>
    <message>
        <source>Who can start a pack stays the same.</source>
        <translation>Wer ein Pack starten kann, bleibt gleich.</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2 auf %3</translation>
    </message>
    <message>
        <source>This document cannot be read</source>
        <translation>Dieses Dokument lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>A request without changes</source>
        <translation>Ein Antrag ohne Änderungen</translation>
    </message>
    <message>
        <source>Change %1 %2 to %3 on %4</source>
        <translation>%1 %2 auf %3 ändern, auf %4</translation>
    </message>
    <message>
        <source>Unreadable document</source>
        <translation>Unlesbares Dokument</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Regeln %1</translation>
    </message>
    <message>
        <source>The proposed value shows once you have entered your own.</source>
        <translation>Der vorgeschlagene Wert erscheint, wenn Sie Ihren eigenen eingegeben haben.</translation>
    </message>
    <message>
        <source>%1 absolute</source>
        <translation>%1 absolut</translation>
    </message>
    <message>
        <source>%1 of now</source>
        <translation>%1 gegen jetzt</translation>
    </message>
    <message>
        <source>%1 past the charter&apos;s limit</source>
        <translation>%1 jenseits der Grenze der Charta</translation>
    </message>
    <message>
        <source>%1 to the charter&apos;s limit</source>
        <translation>%1 bis zur Grenze der Charta</translation>
    </message>
    <message>
        <source>%1 beyond the soft limit</source>
        <translation>%1 jenseits der weichen Grenze</translation>
    </message>
    <message>
        <source>%1 to the soft limit</source>
        <translation>%1 bis zur weichen Grenze</translation>
    </message>
    <message>
        <source>Until %1, then back to what it was by itself.</source>
        <translation>Bis %1, dann von selbst zurück auf das, was vorher galt.</translation>
    </message>
    <message>
        <source>7 days, then back by itself unless ratified.</source>
        <translation>7 Tage, dann von selbst zurück, wenn nicht bestätigt.</translation>
    </message>
    <message>
        <source>For good, until it is changed again.</source>
        <translation>Auf Dauer, bis jemand es wieder ändert.</translation>
    </message>
    <message>
        <source>, signed by %1</source>
        <translation>, unterschrieben von %1</translation>
    </message>
    <message numerus="yes">
        <source>, on %n packs</source>
        <translation>
            <numerusform>, auf %n Pack</numerusform>
            <numerusform>, auf %n Packs</numerusform>
        </translation>
    </message>
    <message>
        <source>No earlier change of this value is known here.</source>
        <translation>Keine frühere Änderung dieses Werts ist hier bekannt.</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>hier nicht bekannt</translation>
    </message>
    <message>
        <source>holds %1 now</source>
        <translation>hat jetzt %1</translation>
    </message>
    <message>
        <source>was changed since and changed back</source>
        <translation>wurde seither geändert und zurückgeändert</translation>
    </message>
    <message>
        <source>last read %1</source>
        <translation>zuletzt gelesen %1</translation>
    </message>
    <message>
        <source>theft-locked</source>
        <translation>diebstahlgesperrt</translation>
    </message>
    <message>
        <source>Withdrawn, and every pack knows.</source>
        <translation>Zurückgezogen, und jedes Pack weiß es.</translation>
    </message>
    <message numerus="yes">
        <source>Withdrawn here, not yet effective on %1 of %n pack(s). The next visit brings it along.</source>
        <translation>
            <numerusform>Hier zurückgezogen, auf %1 von %n Pack noch nicht wirksam. Wer sie besucht, bringt es mit.</numerusform>
            <numerusform>Hier zurückgezogen, auf %1 von %n Packs noch nicht wirksam. Wer sie besucht, bringt es mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>named, not attached</source>
        <translation>genannt, nicht angehängt</translation>
    </message>
    <message>
        <source>attached, as signed</source>
        <translation>angehängt, wie unterschrieben</translation>
    </message>
    <message>
        <source>attached, NOT what was signed</source>
        <translation>angehängt, NICHT das, was unterschrieben wurde</translation>
    </message>
    <message numerus="yes">
        <source>%n signed statement(s) of packs</source>
        <translation>
            <numerusform>%n unterschriebene Auskunft von Packs</numerusform>
            <numerusform>%n unterschriebene Auskünfte von Packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy %1, beside no rules that are trusted here</source>
        <translation>Richtlinie %1; hier wird noch keinen Regeln vertraut</translation>
    </message>
    <message>
        <source>applied; what it changed is not known here</source>
        <translation>angewandt; was sie geändert hat, ist hier nicht bekannt</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffDelegate</name>
    <message>
        <source>%1 of %2</source>
        <comment>seats filled</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffPacks</name>
    <message>
        <source>applied %1, receipt verified</source>
        <translation>angewendet %1, Quittung geprüft</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>cannot be rehearsed: what it holds is not known here</source>
        <translation>keine Probe möglich: was es hat, ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>would apply it</source>
        <translation>würde es anwenden</translation>
    </message>
    <message>
        <source>waits for signatures</source>
        <translation>wartet auf Unterschriften</translation>
    </message>
    <message>
        <source>would refuse it now</source>
        <translation>würde es jetzt ablehnen</translation>
    </message>
    <message>
        <source>would refuse it: %1</source>
        <translation>würde es ablehnen: %1</translation>
    </message>
    <message>
        <source>waits its turn</source>
        <translation>ist noch nicht dran</translation>
    </message>
    <message>
        <source>sending, %1 %</source>
        <translation>wird gesendet, %1 %</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>applied, receipt verified</source>
        <translation>angewendet, Quittung geprüft</translation>
    </message>
    <message>
        <source>cancelled before it began</source>
        <translation>vor dem Beginn abgebrochen</translation>
    </message>
    <message>
        <source>Packs of this document</source>
        <translation>Packs dieses Dokuments</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>waits for the signature of its author</source>
        <translation>wartet auf die Unterschrift des Verfassers</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffReason</name>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Your rejection is signed and travels in the file; everybody who opens it reads why. Packs are not told.</source>
        <translation>Ihre Ablehnung wird unterschrieben und reist in der Datei mit; wer sie öffnet, liest warum. Packs erfahren es nicht.</translation>
    </message>
    <message>
        <source>The withdrawal is signed. It takes effect on a pack once it is brought there; until then a pack that has all signatures would still apply the document.</source>
        <translation>Die Rücknahme wird unterschrieben. Auf einem Pack wirkt sie, wenn jemand sie dorthin bringt; bis dahin würde ein Pack mit allen Unterschriften das Dokument noch anwenden.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why; the author reads it</source>
        <translation>Warum; der Autor liest es</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign the rejection</source>
        <translation>Ablehnung unterschreiben</translation>
    </message>
    <message>
        <source>Sign the withdrawal</source>
        <translation>Rücknahme unterschreiben</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffView</name>
    <message>
        <source>Draft a new one, or open or drop a file that was sent to you.
Signatures in it are added to your copy.</source>
        <translation>Entwerfen Sie einen neuen, oder öffnen Sie eine Datei, die Sie erhalten haben (auch durch Ablegen).
Unterschriften darin kommen zu Ihrer Kopie hinzu.</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>Neuer Antrag…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Fingerprint: compare it by voice. It is the same on every screen that shows this document.</source>
        <translation>Fingerabdruck: am Telefon vergleichen. Er ist auf jedem Bildschirm gleich, der dieses Dokument zeigt.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Receipt of the pack</source>
        <translation>Quittung des Packs</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Unterschreiben…</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>%1 · drafted %2 · may be delivered until %3</source>
        <translation>%1 · entworfen %2 · zu übergeben bis %3</translation>
    </message>
    <message>
        <source>Not yet signed by its author</source>
        <translation>Vom Verfasser noch nicht unterschrieben</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>Beantragt von %1</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>Kein Dokument ist offen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen…</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>Übrige abbrechen</translation>
    </message>
    <message>
        <source>none attached</source>
        <translation>keine angehängt</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), show</source>
        <translation>
            <numerusform>%n Beleg zeigen</numerusform>
            <numerusform>%n Belege zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>one more signature</source>
        <translation>eine Unterschrift mehr</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Noch %n zeigen</numerusform>
            <numerusform>Noch %n zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the pack…</source>
        <translation>Das Pack fragen…</translation>
    </message>
    <message>
        <source>The rehearsal here refuses it. Bring it to the pack all the same, to hear the pack&apos;s reason.</source>
        <translation>Die Probe hier lehnt es ab. Bringen Sie es trotzdem zum Pack, um dessen Grund zu hören.</translation>
    </message>
    <message>
        <source>Drafted %1 · could be delivered until %2</source>
        <translation>Entworfen %1 · war zu übergeben bis %2</translation>
    </message>
    <message>
        <source>Accept the rules…</source>
        <translation>Regeln annehmen …</translation>
    </message>
    <message>
        <source>Asked for by %1, by a key that is not judged here yet</source>
        <translation>Beantragt von %1 mit einem Schlüssel, der hier noch nicht geprüft ist</translation>
    </message>
    <message>
        <source>Signed by its author, whose key cannot be read here</source>
        <translation>Vom Verfasser unterschrieben, dessen Schlüssel hier nicht lesbar ist</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Give it to the other members of the exchange</source>
        <translation>Den anderen Mitgliedern der gemeinsamen Datenbank geben</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>Reading %n file…</numerusform>
            <numerusform>Reading %n files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffWords</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>The pack is not known here yet</source>
        <translation>Das Pack ist hier noch nicht bekannt</translation>
    </message>
    <message>
        <source>Draft, needs %1</source>
        <translation>Entwurf, braucht %1</translation>
    </message>
    <message>
        <source>Ready to deliver</source>
        <translation>Bereit zur Übergabe</translation>
    </message>
    <message>
        <source>Applied on %1 of %2 packs</source>
        <translation>Auf %1 von %2 Packs angewandt</translation>
    </message>
    <message>
        <source>Applied, receipt verified</source>
        <translation>Angewandt, Quittung geprüft</translation>
    </message>
    <message>
        <source>Refused by the pack</source>
        <translation>Vom Pack abgelehnt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Overtaken by a newer change</source>
        <translation>Von neuerer Änderung überholt</translation>
    </message>
    <message>
        <source>The pack would refuse it</source>
        <translation>Das Pack würde ihn ablehnen</translation>
    </message>
    <message>
        <source>%1 refused it: %2</source>
        <translation>%1 hat abgelehnt: %2</translation>
    </message>
    <message>
        <source>Not rehearsed: what %1 holds is not known here. Connect to it once.</source>
        <translation>Nicht geprobt: was %1 enthält, ist hier nicht bekannt. Verbinden Sie sich einmal.</translation>
    </message>
    <message>
        <source>Rehearsal: %1 would refuse it now. %2</source>
        <translation>Probe: %1 würde jetzt ablehnen. %2</translation>
    </message>
    <message>
        <source>The pack applied it and signed a receipt for it.</source>
        <translation>Das Pack hat ihn angewandt und quittiert.</translation>
    </message>
    <message>
        <source>Rehearsal: the pack&apos;s own verifier, run here, accepts it.</source>
        <translation>Probe: der Prüfer des Packs, hier ausgeführt, nimmt ihn an.</translation>
    </message>
    <message>
        <source>Next: the author signs.</source>
        <translation>Als Nächstes: der Verfasser unterschreibt.</translation>
    </message>
    <message>
        <source>Next: %1 signs.</source>
        <translation>Als Nächstes: %1 unterschreibt.</translation>
    </message>
    <message>
        <source>Next: anyone at the pack delivers it.</source>
        <translation>Als Nächstes: wer beim Pack ist, übergibt ihn.</translation>
    </message>
    <message>
        <source>Done. Nothing more to do.</source>
        <translation>Fertig. Nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>Next: draft it again from the present values.</source>
        <translation>Als Nächstes: neu entwerfen von den jetzigen Werten aus.</translation>
    </message>
    <message>
        <source>Next: connect to the pack once, so that it can be judged here.</source>
        <translation>Als Nächstes: einmal mit dem Pack verbinden, damit es hier beurteilt werden kann.</translation>
    </message>
    <message>
        <source>Next: ask the sender for the file again.</source>
        <translation>Als Nächstes: den Absender erneut um die Datei bitten.</translation>
    </message>
    <message>
        <source>%1 reads back %2 (revision %3)</source>
        <translation>%1 zurückgelesen: %2 (Revision %3)</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. Signed by the pack %3; %n signature(s) counted.</source>
        <translation>
            <numerusform>%1: %2. Vom Pack unterschrieben %3; %n Unterschrift gezählt.</numerusform>
            <numerusform>%1: %2. Vom Pack unterschrieben %3; %n Unterschriften gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Collecting, needs %1</source>
        <translation>Wird gesammelt, braucht %1</translation>
    </message>
    <message>
        <source>Withdrawn by %1</source>
        <translation>Zurückgezogen von %1</translation>
    </message>
    <message>
        <source>Rejected by %1: %2</source>
        <translation>Abgelehnt von %1: %2</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Pack unknown</source>
        <translation>Pack unbekannt</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Wird gesammelt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Applied on %1 of %2</source>
        <translation>Auf %1 von %2 angewendet</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>Würde abgelehnt</translation>
    </message>
    <message>
        <source>Rehearsal: %1 would refuse it now.</source>
        <translation>Probe: %1 würde es jetzt ablehnen.</translation>
    </message>
    <message>
        <source>Next: settle why the pack refused it, then deliver again. %1</source>
        <translation>Nächster Schritt: klären, warum das Pack es ablehnte, dann wieder zustellen. %1</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewendet</translation>
    </message>
    <message>
        <source>%1 (not the author)</source>
        <translation>%1 (nicht der Verfasser)</translation>
    </message>
    <message>
        <source>the signature of its author</source>
        <translation>die Unterschrift des Verfassers</translation>
    </message>
    <message>
        <source>Next: you sign, as its author.</source>
        <translation>Als Nächstes: Sie unterschreiben als Verfasser.</translation>
    </message>
    <message>
        <source>Next: you sign.</source>
        <translation>Als Nächstes: Sie unterschreiben.</translation>
    </message>
    <message>
        <source>Next: these sign, in any order: %1.</source>
        <translation>Als Nächstes unterschreiben, in beliebiger Reihenfolge: %1.</translation>
    </message>
    <message>
        <source>No rules or no pack known here yet</source>
        <translation>Hier sind noch keine Regeln oder kein Pack bekannt</translation>
    </message>
    <message>
        <source>Not rehearsed: no pack is known here.</source>
        <translation>Nicht geprobt: Hier ist kein Pack bekannt.</translation>
    </message>
    <message>
        <source>It waits for the signature of its author. Packs look at nothing without it.</source>
        <translation>Es wartet auf die Unterschrift des Verfassers. Ohne sie prüfen Packs nichts.</translation>
    </message>
    <message>
        <source>Signatures are missing: %1.</source>
        <translation>Es fehlen Unterschriften: %1.</translation>
    </message>
    <message>
        <source>Next: accept the rules first. Without them this console cannot judge the document.</source>
        <translation>Als Nächstes: zuerst die Regeln annehmen. Ohne sie kann diese Konsole das Dokument nicht prüfen.</translation>
    </message>
    <message>
        <source>You wrote this document, so your approval does not count here.</source>
        <translation>Sie haben dieses Dokument verfasst; Ihre Zustimmung zählt hier nicht.</translation>
    </message>
    <message>
        <source>Your company has a seat already, and a second signature of it does not count.</source>
        <translation>Ihre Firma hat schon einen Platz; eine zweite Unterschrift von ihr zählt nicht.</translation>
    </message>
    <message>
        <source>Your key does not count for its open seats by the rules in force now.</source>
        <translation>Nach den geltenden Regeln zählt Ihr Schlüssel für die offenen Plätze nicht.</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffsPage</name>
    <message>
        <source>New request…</source>
        <translation>Neuer Antrag…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Sign in to see whether it is you.</source>
        <translation>Melden Sie sich an, um zu sehen, ob Sie es sind.</translation>
    </message>
    <message>
        <source>Your key fills none of its open seats.</source>
        <translation>Ihr Schlüssel füllt keinen der offenen Plätze.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>Dokument öffnen</translation>
    </message>
    <message>
        <source>%1 was edited after %2 signed it; that signature is void.</source>
        <translation>%1 wurde geändert, nachdem %2 unterschrieben hat; diese Unterschrift ist ungültig.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken in.</source>
        <translation>
            <numerusform>%n Datei aufgenommen.</numerusform>
            <numerusform>%n Dateien aufgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdrawn here and recorded. Packs know it only once it is brought to them; see below.</source>
        <translation>Hier zurückgezogen und protokolliert. Packs erfahren es erst, wenn jemand es dorthin bringt; siehe unten.</translation>
    </message>
    <message>
        <source>Rejected and recorded. Send the file back, so that others read why.</source>
        <translation>Abgelehnt und protokolliert. Senden Sie die Datei zurück, damit andere lesen, warum.</translation>
    </message>
    <message>
        <source>You have signed.</source>
        <translation>Sie haben unterschrieben.</translation>
    </message>
    <message>
        <source>Another delivery is under way. Wait until it has ended.</source>
        <translation>Eine andere Zustellung läuft. Warten Sie, bis sie beendet ist.</translation>
    </message>
    <message>
        <source>Tick the packs to deliver to.</source>
        <translation>Haken Sie die Packs an, denen zugestellt werden soll.</translation>
    </message>
    <message>
        <source>Applied, with a receipt signed by the pack; the values were read back.</source>
        <translation>Angewendet, mit einer vom Pack unterschriebenen Quittung; die Werte wurden zurückgelesen.</translation>
    </message>
    <message numerus="yes">
        <source>Applied on all %n packs.</source>
        <translation>
            <numerusform>Auf dem Pack angewendet.</numerusform>
            <numerusform>Auf allen %n Packs angewendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applied on %1 of %n pack(s); %2 failed, %3 cancelled before they began. See the reasons below.</source>
        <translation>
            <numerusform>Auf %1 von %n Pack angewendet; %2 gescheitert, %3 vor dem Beginn abgebrochen. Die Gründe stehen unten.</numerusform>
            <numerusform>Auf %1 von %n Packs angewendet; %2 gescheitert, %3 vor dem Beginn abgebrochen. Die Gründe stehen unten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft something else: a theft-lock, a limit made stricter, a replaced part, a party that comes or goes</source>
        <translation>Etwas anderes entwerfen: eine Diebstahlsperre, eine engere Grenze, ein ersetztes Teil, einen Beteiligten, der kommt oder geht</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Etwas anderes…</translation>
    </message>
    <message>
        <source>Saved as %1. The rules go along for a partner who has none yet; their fingerprint is %2.</source>
        <translation>Gespeichert als %1. Die Regeln reisen mit, für einen Partner, der noch keine hat; ihr Fingerabdruck ist %2.</translation>
    </message>
    <message>
        <source>List %1 of %2 is known here already.</source>
        <translation>Die Liste %1 von %2 ist hier schon bekannt.</translation>
    </message>
    <message>
        <source>List %1 of %2 was taken in, in place of list %3.</source>
        <translation>Liste %1 von %2 wurde aufgenommen, an Stelle von Liste %3.</translation>
    </message>
    <message>
        <source>List %1 of %2 was taken in, the first one here.</source>
        <translation>Liste %1 von %2 wurde aufgenommen, die erste hier.</translation>
    </message>
    <message>
        <source>It revokes no other key.</source>
        <translation>Sie widerruft sonst keinen Schlüssel.</translation>
    </message>
    <message>
        <source>It also revokes: %1.</source>
        <translation>Sie widerruft außerdem: %1.</translation>
    </message>
    <message>
        <source>Packs on the bus get it now.</source>
        <translation>Packs am Bus bekommen sie jetzt.</translation>
    </message>
    <message>
        <source>Documents (*.pwreq *.pwpol *.pwchr *.pwcmd *.pwask *.pwans *.pwinv *.crl *.csr *.cose)</source>
        <translation>Dokumente (*.pwreq *.pwpol *.pwchr *.pwcmd *.pwask *.pwans *.pwinv *.crl *.csr *.cose)</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) do not fit into one document.</source>
        <translation>
            <numerusform>%n Pack passt nicht in ein Dokument.</numerusform>
            <numerusform>%n Packs passen nicht in ein Dokument.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed and recorded. The file is saved; send a copy to those who sign next.</source>
        <translation>Unterschrieben und protokolliert. Die Datei ist gespeichert; senden Sie eine Kopie an alle, die als Nächste unterschreiben.</translation>
    </message>
    <message numerus="yes">
        <source>They are in %n part(s), which are in the list; the first one offers to sign the others, too.</source>
        <translation>
            <numerusform>Sie stehen in %n Teil, der in der Liste ist; der erste bietet an, auch die anderen zu signieren.</numerusform>
            <numerusform>Sie stehen in %n Teilen, die in der Liste sind; der erste bietet an, auch die anderen zu signieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n part(s) are done and recorded.</source>
        <translation>
            <numerusform>%n Teil ist erledigt und aufgezeichnet.</numerusform>
            <numerusform>Alle %n Teile sind erledigt und aufgezeichnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are done. Part %1: %2 Open it to do the same there.</source>
        <translation>
            <numerusform>%n Teil ist erledigt. Teil %1: %2 Öffnen Sie ihn, um dort dasselbe zu tun.</numerusform>
            <numerusform>%n Teile sind erledigt. Teil %1: %2 Öffnen Sie ihn, um dort dasselbe zu tun.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SpokenMatrix</name>
    <message>
        <source>changed, was: %1</source>
        <translation>geändert, war: %1</translation>
    </message>
    <message>
        <source>has an error</source>
        <translation>hat einen Fehler</translation>
    </message>
    <message>
        <source>has a warning</source>
        <translation>hat eine Warnung</translation>
    </message>
    <message>
        <source>by no company</source>
        <translation>von keiner Firma</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>selbst</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1, %2: keys issued by %3</source>
        <translation>%1, %2: Schlüssel ausgestellt von %3</translation>
    </message>
    <message>
        <source>no company</source>
        <translation>keine Firma</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) known here</source>
        <translation>
            <numerusform>%n Schlüssel hier bekannt</numerusform>
            <numerusform>%n Schlüssel hier bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the company, or press F, to open its roles.</source>
        <translation>Klicken Sie die Firma oder drücken Sie F, um seine Rollen zu öffnen.</translation>
    </message>
    <message>
        <source>Click the company, or press F, to fold its roles into one column.</source>
        <translation>Klicken Sie die Firma oder drücken Sie F, um seine Rollen in eine Spalte zu falten.</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>So it takes</source>
        <translation>So viel braucht es</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n Rolle</numerusform>
            <numerusform>%n Rollen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>the charter does not let this role have it</source>
        <translation>die Charta lässt diese Rolle das nicht haben</translation>
    </message>
</context>
<context>
    <name>packwarden::StartCards</name>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>Four simulated packs, seven companies and their keys on this computer. Nothing real can be harmed, and you can play every part.</source>
        <translation>Vier simulierte Packs, sieben Firmen und ihre Schlüssel auf diesem Rechner. Nichts Echtes kann Schaden nehmen, und Sie können jede Rolle spielen.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo versuchen</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Makes the root key of your company and your own first key, each in a file with a passphrase. Partners get the certificate, never the key.</source>
        <translation>Legt die Wurzel Ihrer Firma und Ihren ersten Schlüssel an, jeden in einer Datei mit Passphrase. Partner bekommen das Zertifikat, nie den Schlüssel.</translation>
    </message>
    <message>
        <source>Start a company</source>
        <translation>Firma gründen</translation>
    </message>
    <message>
        <source>Come to partners</source>
        <translation>Zu Partnern kommen</translation>
    </message>
    <message>
        <source>A partner sent you the charter and the policy. Compare their fingerprints by voice; only packs with these rules are then trusted.</source>
        <translation>Ein Partner hat Ihnen Charta und Regeln geschickt. Vergleichen Sie die Fingerabdrücke mündlich; nur Packs mit diesen Regeln gilt dann Vertrauen.</translation>
    </message>
    <message>
        <source>Join by invitation</source>
        <translation>Auf Einladung beitreten</translation>
    </message>
</context>
<context>
    <name>packwarden::StateProofDialog</name>
    <message>
        <source>It cannot be checked: this console trusts no rules yet, and so no manufacturer.</source>
        <translation>Das lässt sich nicht prüfen: Diese Konsole hat noch keine Regeln anerkannt und kennt daher keinen Hersteller.</translation>
    </message>
    <message>
        <source>It proves nothing. %1</source>
        <translation>Das beweist nichts. %1</translation>
    </message>
    <message>
        <source>The pack signed this, but the report beside it is not the one that was recorded.</source>
        <translation>Das Pack hat dies unterschrieben, aber der Bericht daneben ist nicht der aufgezeichnete.</translation>
    </message>
    <message>
        <source>Signed by the key of %1, whose certificate comes from %2.</source>
        <translation>Unterschrieben mit dem Schlüssel von %1, dessen Zertifikat von %2 stammt.</translation>
    </message>
    <message>
        <source>No job card of this console&apos;s audit rests on it.</source>
        <translation>Keine Auftragskarte im Protokoll dieser Konsole beruht darauf.</translation>
    </message>
    <message>
        <source>How the pack was found. The card was closed on %1, record %2 of the audit.</source>
        <translation>So wurde das Pack vorgefunden. Die Karte wurde am %1 abgeschlossen, Eintrag %2 des Protokolls.</translation>
    </message>
    <message>
        <source>How the pack was left. The card was closed on %1, record %2 of the audit.</source>
        <translation>So wurde das Pack verlassen. Die Karte wurde am %1 abgeschlossen, Eintrag %2 des Protokolls.</translation>
    </message>
    <message>
        <source>Its report does not lie beside this file.</source>
        <translation>Sein Bericht liegt nicht neben dieser Datei.</translation>
    </message>
    <message>
        <source>The report beside this file is the one that was recorded.</source>
        <translation>Der Bericht neben dieser Datei ist der aufgezeichnete.</translation>
    </message>
    <message>
        <source>The report beside this file was changed, or is another one.</source>
        <translation>Der Bericht neben dieser Datei wurde geändert oder ist ein anderer.</translation>
    </message>
    <message>
        <source>Signed state of a pack</source>
        <translation>Unterschriebener Zustand eines Packs</translation>
    </message>
    <message>
        <source>Signed state of %1</source>
        <translation>Unterschriebener Zustand von %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>Unterschrieben</translation>
    </message>
    <message>
        <source>%1, by the pack&apos;s clock. It says how the pack was then, not how it is now.</source>
        <translation>%1, nach der Uhr des Packs. So war das Pack damals; über jetzt sagt das nichts.</translation>
    </message>
    <message>
        <source>Job card</source>
        <translation>Auftragskarte</translation>
    </message>
    <message>
        <source>Life cycle</source>
        <translation>Lebensabschnitt</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>charter %1, policy %2</source>
        <translation>Charta %1, Richtlinie %2</translation>
    </message>
    <message>
        <source>Theft lock</source>
        <translation>Diebstahlsperre</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>Records in its log</source>
        <translation>Einträge in seinem Protokoll</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>packwarden::StoreDialog</name>
    <message>
        <source>Begin a new audit</source>
        <translation>Neues Protokoll beginnen</translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation>Nur zum Lesen öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The data of this console</source>
        <translation>Die Daten dieser Konsole</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The data of this console cannot be used as they are</source>
        <translation>Die Daten dieser Konsole sind so nicht benutzbar</translation>
    </message>
    <message>
        <source>The folder for the data of this console</source>
        <translation>Der Ordner für die Daten dieser Konsole</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
    <message>
        <source>Nothing was changed. Make room, or give yourself the right to write there, then try again; or keep the data in another folder.</source>
        <translation>Nichts wurde geändert. Schaffen Sie Platz oder geben Sie sich dort das Recht zu schreiben und versuchen Sie es noch einmal; oder legen Sie die Daten in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>With a new audit, the damaged file stays beside it as evidence, and the first record says which one it follows. Rules, documents and keys stay.</source>
        <translation>Mit einem neuen Audit bleibt die beschädigte Datei als Beweis daneben liegen, und der erste Eintrag nennt, auf welches es folgt. Regeln, Dokumente und Schlüssel bleiben.</translation>
    </message>
</context>
<context>
    <name>packwarden::StoreDoor</name>
    <message numerus="yes">
        <source>What is known of %n pack(s) is moved into one file. This happens once.</source>
        <translation>
            <numerusform>Was über %n Pack bekannt ist, kommt in eine gemeinsame Datei. Das geschieht einmal.</numerusform>
            <numerusform>Was über %n Packs bekannt ist, kommt in eine gemeinsame Datei. Das geschieht einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The data of this console</source>
        <translation>Die Daten dieser Konsole</translation>
    </message>
    <message>
        <source>The data of an earlier version is taken over. This happens once.</source>
        <translation>Die Daten einer früheren Version werden übernommen. Das geschieht einmal.</translation>
    </message>
</context>
<context>
    <name>packwarden::TitleBar</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Simulated bus</source>
        <translation>Simulierter Bus</translation>
    </message>
    <message>
        <source>No real battery is on this bus.</source>
        <translation>An diesem Bus hängt keine echte Batterie.</translation>
    </message>
    <message>
        <source>key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>%1 in the role %2</source>
        <translation>%1 in der Rolle %2</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Find (Ctrl+K)</source>
        <translation>Suchen (Strg+K)</translation>
    </message>
    <message>
        <source>Settings, about</source>
        <translation>Einstellungen, Über</translation>
    </message>
    <message>
        <source>Open as</source>
        <translation>Öffnen als</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>About and keys…</source>
        <translation>Über und Tasten…</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>How the bus is, reconnect</source>
        <translation>Wie es dem Bus geht, neu verbinden</translation>
    </message>
    <message>
        <source>Join by invitation…</source>
        <translation>Einer Einladung folgen …</translation>
    </message>
    <message>
        <source>Invite a partner…</source>
        <translation>Partner einladen …</translation>
    </message>
    <message>
        <source>Forget these rules…</source>
        <translation>Diese Regeln vergessen …</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>Throw the demo away…</source>
        <translation>Demo wegwerfen …</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) in contradiction</source>
        <translation>
            <numerusform>%n Pack im Widerspruch</numerusform>
            <numerusform>%n Packs im Widerspruch</numerusform>
        </translation>
    </message>
    <message>
        <source>Only listening</source>
        <translation>Nur zuhören</translation>
    </message>
    <message>
        <source>Nothing is sent on this bus: packs are watched, and asked nothing.</source>
        <translation>Auf diesem Bus wird nichts gesendet: Packs werden beobachtet und nichts gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) have not proved who they are.</source>
        <translation>
            <numerusform>%n pack has not proved who it is.</numerusform>
            <numerusform>%n packs have not proved who they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchange…</source>
        <translation>Gemeinsame Datenbank…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The table of this page as a file, or on paper</source>
        <translation>Die Tabelle dieser Seite als Datei oder auf Papier</translation>
    </message>
    <message numerus="yes">
        <source>%n bus(es)</source>
        <translation>
            <numerusform>%n Bus</numerusform>
            <numerusform>%n Busse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>bus, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>packwarden::TodayPage</name>
    <message>
        <source>What needs you</source>
        <translation>Was Sie braucht</translation>
    </message>
    <message>
        <source>Welcome to Packwarden</source>
        <translation>Willkommen bei Packwarden</translation>
    </message>
    <message>
        <source>This console trusts no rules yet and hears no pack. Begin with one of these.</source>
        <translation>Diese Konsole vertraut noch keinen Regeln und hört kein Pack. Beginnen Sie mit einem davon.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts braucht Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n Sache braucht Sie</numerusform>
            <numerusform>%n Sachen brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>The most pressing first.</source>
        <translation>Das Dringendste zuerst.</translation>
    </message>
    <message>
        <source>Sign in to see also what waits for your signature.</source>
        <translation>Melden Sie sich an, um auch zu sehen, was auf Ihre Unterschrift wartet.</translation>
    </message>
    <message>
        <source>Packs, keys, lists and documents known here are in order.
Open the inspector to watch a pack, or the sign-offs to draft a change.</source>
        <translation>Die hier bekannten Packs, Schlüssel, Listen und Dokumente sind in Ordnung.
Öffnen Sie den Inspektor, um ein Pack zu beobachten, oder die Unterschriften, um eine Änderung zu entwerfen.</translation>
    </message>
    <message>
        <source>Keys, lists and documents known here are in order. No bus is connected: of the packs only what they said last is known.
Connect to a bus to see them, or open the sign-offs to draft a change.</source>
        <translation>Schlüssel, Listen und Dokumente, die hier bekannt sind, sind in Ordnung. Kein Bus ist verbunden: Von den Packs ist nur bekannt, was sie zuletzt sagten.
Verbinden Sie einen Bus, um sie zu sehen, oder öffnen Sie die Freigaben, um eine Änderung zu entwerfen.</translation>
    </message>
    <message>
        <source>This console trusts no rules yet, so it cannot tell what is in order.
Trust the rules of a pack, or join by invitation.</source>
        <translation>Diese Konsole vertraut noch keinen Regeln und kann deshalb nicht sagen, was in Ordnung ist.
Vertrauen Sie den Regeln eines Packs, oder folgen Sie einer Einladung.</translation>
    </message>
</context>
<context>
    <name>packwarden::TodayWords</name>
    <message numerus="yes">
        <source>%1 reports %n fault(s)</source>
        <translation>
            <numerusform>%1 meldet %n Fehler</numerusform>
            <numerusform>%1 meldet %n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 will not start tomorrow</source>
        <translation>%1 startet morgen nicht</translation>
    </message>
    <message>
        <source>Your signature is wanted: %1</source>
        <translation>Ihre Unterschrift wird gewünscht: %1</translation>
    </message>
    <message>
        <source>Ready for the packs: %1</source>
        <translation>Fertig für die Packs: %1</translation>
    </message>
    <message>
        <source>The key of %1 runs out</source>
        <translation>Der Schlüssel von %1 läuft ab</translation>
    </message>
    <message>
        <source>The revocation list of %1 runs out</source>
        <translation>Die Widerrufsliste von %1 läuft ab</translation>
    </message>
    <message>
        <source>%1 holds policy %2</source>
        <translation>%1 hat Regeln %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>See which cell and what it measured.</source>
        <translation>Sehen Sie, welche Zelle und was sie misst.</translation>
    </message>
    <message>
        <source>The document expires on %1.</source>
        <translation>Das Dokument verfällt am %1.</translation>
    </message>
    <message>
        <source>Every signature is there. A pack on the bus can take it now.</source>
        <translation>Alle Unterschriften sind da. Ein Pack am Bus kann es jetzt nehmen.</translation>
    </message>
    <message>
        <source>Ends %1. Ask its issuer to renew it in time.</source>
        <translation>Endet %1. Bitten Sie den Aussteller, rechtzeitig zu erneuern.</translation>
    </message>
    <message>
        <source>Due %1. Without a new one packs stop trusting its keys.</source>
        <translation>Fällig %1. Ohne eine neue trauen Packs seinen Schlüsseln nicht mehr.</translation>
    </message>
    <message>
        <source>A newer policy is pinned here. Deliver it to the pack.</source>
        <translation>Hier sind neuere Regeln verankert. Bringen Sie sie dem Pack.</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Read and sign</source>
        <translation>Lesen und unterschreiben</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Zustellen</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Renew list</source>
        <translation>Liste erneuern</translation>
    </message>
    <message>
        <source>Show pack</source>
        <translation>Pack zeigen</translation>
    </message>
    <message>
        <source>%1 is not what is known of it</source>
        <translation>%1 ist nicht, was von ihm bekannt ist</translation>
    </message>
    <message>
        <source>Nothing that rests on this pack counts until you decide.</source>
        <translation>Nichts, was auf diesem Pack beruht, zählt, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>pack, fault</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has %2 % of its capacity left</source>
        <translation>%1 hat noch %2 % seiner Kapazität</translation>
    </message>
    <message>
        <source>Below %1 % a traction battery usually counts as worn out. See how far its cells differ.</source>
        <translation>Unter %1 % gilt eine Traktionsbatterie in der Regel als verbraucht. Sehen Sie nach, wie weit ihre Zellen auseinanderliegen.</translation>
    </message>
    <message>
        <source>Bus…</source>
        <translation>Bus…</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>its author</source>
        <translation>den Verfasser</translation>
    </message>
    <message>
        <source>%1 offers its rules</source>
        <translation>%1 bietet seine Regeln an</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 wartet auf %2</translation>
    </message>
    <message>
        <source>%1 still waits for %2</source>
        <translation>%1 wartet noch auf %2</translation>
    </message>
    <message>
        <source>You began a request: %1</source>
        <translation>Sie haben einen Antrag begonnen: %1</translation>
    </message>
    <message>
        <source>You began a draft of the policy</source>
        <translation>Sie haben einen Entwurf der Richtlinie begonnen</translation>
    </message>
    <message>
        <source>Compare the fingerprints with a partner, then decide. Nothing can be judged before.</source>
        <translation>Vergleichen Sie die Fingerabdrücke mit einem Partner, dann entscheiden Sie. Vorher lässt sich nichts prüfen.</translation>
    </message>
    <message>
        <source>It is kept as you left it, and no document yet.</source>
        <translation>Er ist so aufbewahrt, wie Sie ihn verlassen haben, und noch kein Dokument.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>%1 did not take it: %2</source>
        <translation>%1 hat sie nicht genommen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>This console brings it to %1 next.</source>
        <translation>Diese Konsole bringt sie als Nächstes zu %1.</translation>
    </message>
    <message>
        <source>Not on this bus: %1.</source>
        <translation>Nicht an diesem Bus: %1.</translation>
    </message>
    <message>
        <source>The audit of this console is damaged</source>
        <translation>Das Protokoll dieser Konsole ist beschädigt</translation>
    </message>
    <message>
        <source>The audit of this console can only be read</source>
        <translation>Das Protokoll dieser Konsole kann nur gelesen werden</translation>
    </message>
    <message>
        <source>Another node answers for %1</source>
        <translation>Ein anderer Knoten antwortet für %1</translation>
    </message>
    <message>
        <source>An unsigned answer for %1 is in doubt</source>
        <translation>Eine Antwort für %1 ohne Unterschrift ist zweifelhaft</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) know revocation list %2 of %3</source>
        <translation>
            <numerusform>%1 von %n Paket kennt die Widerrufsliste %2 von %3</numerusform>
            <numerusform>%1 von %n Paketen kennen die Widerrufsliste %2 von %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be signed, delivered or recorded (%1). Free some space or repair the folder.</source>
        <translation>Nichts kann unterschrieben, überbracht oder festgehalten werden (%1). Schaffen Sie Platz oder reparieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>The pack&apos;s own signature says otherwise; nothing was learnt from the other node.</source>
        <translation>Die Unterschrift des Pakets sagt etwas anderes; vom anderen Knoten wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>Nothing was learnt. The pack is asked for its signed state.</source>
        <translation>Nichts wurde übernommen. Das Paket wird nach seinem unterschriebenen Zustand gefragt.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Bring it now</source>
        <translation>Jetzt bringen</translation>
    </message>
    <message>
        <source>Nothing can be signed, delivered or recorded (%1). Start the program again to begin a new one.</source>
        <translation>Nichts kann unterschrieben, ausgeliefert oder aufgezeichnet werden (%1). Starten Sie das Programm neu, um ein neues zu beginnen.</translation>
    </message>
    <message>
        <source>What was known of packs is damaged</source>
        <translation>Was über Packs bekannt war, ist beschädigt</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>It is left out, and stays where it is. What was in it is learnt anew when packs are on the bus.</source>
        <translation>Es wird ausgelassen und bleibt, wo es ist. Was darin war, wird neu kennengelernt, wenn Packs am Bus sind.</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Set aside as %1, with groups and views. Packs are learnt anew on the bus or by an invitation.</source>
        <translation>Beiseitegelegt als %1, mit Gruppen und Ansichten. Packs werden am Bus oder durch eine Einladung neu kennengelernt.</translation>
    </message>
    <message>
        <source>A roll-out was cut off: %1</source>
        <translation>Ein Ausrollen wurde abgebrochen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) have it. It goes on where it was.</source>
        <translation>
            <numerusform>%1 von %n Pack hat es. Es geht weiter, wo es war.</numerusform>
            <numerusform>%1 von %n Packs haben es. Es geht weiter, wo es war.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>bus, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>packwarden::TrendCard</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Holds the view still; what is heard meanwhile is kept (Space)</source>
        <translation>Hält die Ansicht an; was inzwischen gehört wird, bleibt erhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Shorter time (+ or the wheel)</source>
        <translation>Kürzere Zeit (+ oder das Rad)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Longer time (- or the wheel)</source>
        <translation>Längere Zeit (- oder das Rad)</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Figure of the pack in the trend</source>
        <translation>Wert des Pakets im Verlauf</translation>
    </message>
    <message>
        <source>pack current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>pack voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>hottest sensor</source>
        <translation>wärmster Sensor</translation>
    </message>
    <message>
        <source>coldest sensor</source>
        <translation>kältester Sensor</translation>
    </message>
    <message>
        <source>Cells in the trend</source>
        <translation>Zellen im Verlauf</translation>
    </message>
    <message>
        <source>and cells 7, 12-14</source>
        <translation>und Zellen 7, 12-14</translation>
    </message>
    <message>
        <source>Cells that the trend shows besides the selected one: numbers and spans, at most %1.</source>
        <translation>Zellen, die der Verlauf neben der gewählten zeigt: Nummern und Bereiche, höchstens %1.</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>Shows the trend in a window of its own, or back here</source>
        <translation>Zeigt den Verlauf in einem eigenen Fenster oder wieder hier</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>━ %1   ┅ selected cell from the mean   ■ lowest to highest cell   ▨ nothing heard</source>
        <translation>━ %1   ┅ gewählte Zelle vom Mittel   ■ niedrigste bis höchste Zelle   ▨ nichts gehört</translation>
    </message>
    <message>
        <source>Trend of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>Zurück zur Seite</translation>
    </message>
</context>
<context>
    <name>packwarden::TrendPlot</name>
    <message>
        <source>cell %1: %2 V, %3 mV from the mean</source>
        <translation>Zelle %1: %2 V, %3 mV vom Mittel</translation>
    </message>
    <message>
        <source>cell %1: no reading</source>
        <translation>Zelle %1: keine Messung</translation>
    </message>
    <message>
        <source>all %1 to %2 V, mean %3 V</source>
        <translation>alle %1 bis %2 V, Mittel %3 V</translation>
    </message>
    <message>
        <source>no data at this time</source>
        <translation>zu dieser Zeit keine Daten</translation>
    </message>
    <message>
        <source>Trend of the pack and its cells</source>
        <translation>Verlauf des Pakets und seiner Zellen</translation>
    </message>
    <message>
        <source>A click or the arrows hold the cursor at an instant, which the whole page shows; Esc lets it go. Page Up and Page Down move the time, + and - or the wheel zoom, End follows.</source>
        <translation>Ein Klick oder die Pfeiltasten halten den Zeiger an einem Zeitpunkt, den dann die ganze Seite zeigt; Esc lässt ihn los. Bild auf und Bild ab verschieben die Zeit, + und - oder das Rad ändern den Maßstab, Ende folgt der Gegenwart.</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>%1: %2 mV</source>
        <translation>%1: %2 mV</translation>
    </message>
</context>
<context>
    <name>packwarden::TrustOffers</name>
    <message>
        <source>Trust these rules</source>
        <translation>Diesen Regeln vertrauen</translation>
    </message>
    <message>
        <source>They are the same: follow</source>
        <translation>Sie stimmen überein: folgen</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Keep what is known: if the pack goes on to show something else, you are told again. Forget the pack: it is learnt anew from what it shows; do that only after its manufacturer and its owner said what happened.</source>
        <translation>Bekanntes behalten: Zeigt das Pack weiter etwas anderes, wird es Ihnen wieder gesagt. Pack vergessen: Es wird aus dem, was es zeigt, neu gelernt; tun Sie das erst, wenn Hersteller und Eigentümer gesagt haben, was geschehen ist.</translation>
    </message>
    <message>
        <source>Keep what is known</source>
        <translation>Bekanntes behalten</translation>
    </message>
    <message>
        <source>Forget the pack</source>
        <translation>Pack vergessen</translation>
    </message>
</context>
<context>
    <name>packwarden::TrustWords</name>
    <message>
        <source>This console trusts no rules yet. %1 offers its own. Compare the fingerprints with a person you trust, then accept them once.</source>
        <translation>Diese Konsole vertraut noch keinen Regeln. %1 bietet seine an. Vergleichen Sie die Fingerabdrücke mit einer Person, der Sie vertrauen, und nehmen Sie sie einmal an.</translation>
    </message>
    <message>
        <source>Charter  %1</source>
        <translation>Charta     %1</translation>
    </message>
    <message>
        <source>Policy   %1</source>
        <translation>Regelwerk  %1</translation>
    </message>
    <message>
        <source>The parties that they name have signed them. Who these parties are, and that the pack is genuine, is not proved yet.</source>
        <translation>Die Parteien, die darin stehen, haben sie unterschrieben. Wer diese Parteien sind und dass das Pack echt ist, ist noch nicht bewiesen.</translation>
    </message>
    <message>
        <source>Not proved: the signatures of the parties cannot be checked here (%1). Only the fingerprints tell.</source>
        <translation>Nicht bewiesen: Die Unterschriften der Parteien lassen sich hier nicht prüfen (%1). Nur die Fingerabdrücke entscheiden.</translation>
    </message>
    <message>
        <source>They are the rules of your invitation.</source>
        <translation>Es sind die Regeln Ihrer Einladung.</translation>
    </message>
    <message>
        <source>They are NOT the rules of your invitation. Ask your partner before you trust them.</source>
        <translation>Es sind NICHT die Regeln Ihrer Einladung. Fragen Sie Ihren Partner, bevor Sie ihnen vertrauen.</translation>
    </message>
    <message>
        <source>%1 holds newer rules, which this console does not follow by itself (%2). Compare the fingerprints with the other parties, then decide.</source>
        <translation>%1 hat neuere Regeln, denen diese Konsole nicht von selbst folgt (%2). Vergleichen Sie die Fingerabdrücke mit den anderen Parteien und entscheiden Sie dann.</translation>
    </message>
    <message>
        <source>Charter  pinned %1, version %2</source>
        <translation>Charta     festgehalten %1, Version %2</translation>
    </message>
    <message>
        <source>Charter  new %1, version %2</source>
        <translation>Charta     neu %1, Version %2</translation>
    </message>
    <message>
        <source>Policy   pinned %1, version %2</source>
        <translation>Regelwerk  festgehalten %1, Version %2</translation>
    </message>
    <message>
        <source>Policy   new %1, version %2</source>
        <translation>Regelwerk  neu %1, Version %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Its silicon limits, which are written once, are others: known %1, shown %2.</source>
        <translation>Seine Siliziumgrenzen, die nur einmal geschrieben werden, sind andere: bekannt %1, gezeigt %2.</translation>
    </message>
    <message>
        <source>Its foundation, which is written once, is another: known %1, shown %2.</source>
        <translation>Sein Fundament, das nur einmal geschrieben wird, ist ein anderes: bekannt %1, gezeigt %2.</translation>
    </message>
    <message>
        <source>It is another kind of pack: known %1, shown %2.</source>
        <translation>Es ist eine andere Art von Pack: bekannt %1, gezeigt %2.</translation>
    </message>
    <message>
        <source>Its rules went back: known %1, shown %2.</source>
        <translation>Seine Regeln sind älter geworden: bekannt %1, gezeigt %2.</translation>
    </message>
    <message>
        <source>Its own audit is another one or was shortened: known %1 records, shown %2.</source>
        <translation>Sein eigenes Protokoll ist ein anderes oder wurde gekürzt: bekannt %1 Einträge, gezeigt %2.</translation>
    </message>
    <message>
        <source>%1 shows something else than what is known of it. Nothing of it was learnt, and nothing that rests on this pack counts until you decide.</source>
        <translation>%1 zeigt etwas anderes, als von ihm bekannt ist. Nichts davon wurde übernommen, und nichts, was auf diesem Pack beruht, zählt, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>Another device may answer under its name, or an old memory was put back. Ask the manufacturer and the owner.</source>
        <translation>Vielleicht antwortet ein anderes Gerät unter seinem Namen, oder ein alter Speicher wurde zurückgespielt. Fragen Sie Hersteller und Eigentümer.</translation>
    </message>
    <message>
        <source>proved by this pack on %1</source>
        <translation>von diesem Pack bewiesen am %1</translation>
    </message>
    <message>
        <source>remembered; not proved by this pack since it was connected</source>
        <translation>von früher bekannt; von diesem Pack nicht bewiesen, seit es verbunden ist</translation>
    </message>
    <message>
        <source>Its own audit, of %1 records now, contradicts one that was seen before.</source>
        <translation>Sein eigenes Protokoll mit jetzt %1 Einträgen widerspricht einem, das früher gesehen wurde.</translation>
    </message>
    <message>
        <source>Charter, with its policy  %1</source>
        <translation>Charta mit ihrer Richtlinie  %1</translation>
    </message>
    <message>
        <source>Another node answers for %1. The pack itself signed that what is known of it is true. The other answer was not learnt; nothing else changes.</source>
        <translation>Ein anderer Knoten antwortet für %1. Das Paket selbst hat unterschrieben, dass stimmt, was von ihm bekannt ist. Die andere Antwort wurde nicht übernommen; sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>An answer in the name of %1 differs from what is known of it. It is not signed and was not learnt. The pack is asked for its signed state, which decides.</source>
        <translation>Eine Antwort im Namen von %1 weicht von dem ab, was von ihm bekannt ist. Sie ist nicht unterschrieben und wurde nicht übernommen. Das Paket wird nach seinem unterschriebenen Zustand gefragt; der entscheidet.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>the mark, what is heard</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not proved by this pack since it was connected: these are figures as they are heard, and another device may send them under its name.</source>
        <translation>Von diesem Pack nicht bewiesen, seit er verbunden ist: Es sind Werte, wie sie gehört werden, und ein anderes Gerät kann sie unter seinem Namen senden.</translation>
    </message>
    <message>
        <source>not proved</source>
        <translation>nicht bewiesen</translation>
    </message>
    <message>
        <source>Two devices answer by this serial number: one at %1, one at %2. Only the first one is asked and shown. Find both, and disconnect the one that is not the pack.</source>
        <translation>Zwei Geräte antworten mit dieser Seriennummer: eines an %1, eines an %2. Nur das erste wird gefragt und gezeigt. Suchen Sie beide und trennen Sie das ab, das nicht der Pack ist.</translation>
    </message>
</context>
<context>
    <name>packwarden::VoteWords</name>
    <message>
        <source>Certificate: valid until %1</source>
        <translation>Zertifikat: gültig bis %1</translation>
    </message>
    <message>
        <source>Certificate: the company can issue one</source>
        <translation>Zertifikat: die Firma kann eines ausstellen</translation>
    </message>
    <message>
        <source>Certificate: ended on %1</source>
        <translation>Zertifikat: endete am %1</translation>
    </message>
    <message>
        <source>Certificate: not valid yet</source>
        <translation>Zertifikat: noch nicht gültig</translation>
    </message>
    <message>
        <source>Certificate: its issuer is not trusted by this pack</source>
        <translation>Zertifikat: Dieses Pack vertraut dem Aussteller nicht</translation>
    </message>
    <message>
        <source>Certificate: issued by a company that may not issue this role</source>
        <translation>Zertifikat: von einer Firma ausgestellt, die diese Rolle nicht ausstellen darf</translation>
    </message>
    <message>
        <source>Certificate: no company may issue this role</source>
        <translation>Zertifikat: keine Firma darf diese Rolle ausstellen</translation>
    </message>
    <message>
        <source>Certificate: of another company, or with a key that its issuer made; it does not count here</source>
        <translation>Zertifikat: von einer anderen Firma, oder mit einem vom Aussteller erzeugten Schlüssel; es zählt hier nicht</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>Zertifikat: %1</translation>
    </message>
    <message>
        <source>Contract: no clause grants this</source>
        <translation>Vertrag: keine Klausel gewährt dies</translation>
    </message>
    <message>
        <source>Contract %1, clause %2</source>
        <translation>Vertrag %1, Klausel %2</translation>
    </message>
    <message>
        <source>Contract %1, clause %2: %3</source>
        <translation>Vertrag %1, Klausel %2: %3</translation>
    </message>
    <message>
        <source>%1 Begins on %2.</source>
        <translation>%1 Beginnt am %2.</translation>
    </message>
    <message>
        <source>%1 Ended on %2.</source>
        <translation>%1 Endete am %2.</translation>
    </message>
    <message>
        <source>%1 Until %2.</source>
        <translation>%1 Bis %2.</translation>
    </message>
    <message>
        <source>Policy: one key is enough</source>
        <translation>Richtlinie: ein Schlüssel genügt</translation>
    </message>
    <message>
        <source>Policy: a document is needed, written by another person</source>
        <translation>Richtlinie: ein Dokument ist nötig, von jemand anderem geschrieben</translation>
    </message>
    <message>
        <source>Policy: also %1</source>
        <translation>Richtlinie: auch %1</translation>
    </message>
    <message>
        <source>Policy: granted for another group of packs</source>
        <translation>Richtlinie: für eine andere Gruppe von Packs gewährt</translation>
    </message>
    <message>
        <source>Policy: not in the pack&apos;s present state</source>
        <translation>Richtlinie: nicht im jetzigen Zustand des Packs</translation>
    </message>
    <message>
        <source>Policy: all permitted uses are used up</source>
        <translation>Richtlinie: alle erlaubten Male sind verbraucht</translation>
    </message>
    <message>
        <source>Policy: not for this purpose</source>
        <translation>Richtlinie: nicht zu diesem Zweck</translation>
    </message>
    <message>
        <source>Policy: names no seat for this</source>
        <translation>Richtlinie: nennt keinen Platz dafür</translation>
    </message>
    <message>
        <source>Policy: not granted to this role</source>
        <translation>Richtlinie: dieser Rolle nicht gewährt</translation>
    </message>
    <message>
        <source>Pack: in service and not locked</source>
        <translation>Pack: im Dienst und nicht gesperrt</translation>
    </message>
    <message>
        <source>Pack: theft-locked by its owner</source>
        <translation>Pack: vom Eigentümer gegen Diebstahl gesperrt</translation>
    </message>
    <message>
        <source>Pack: has lost its clock</source>
        <translation>Pack: hat seine Uhrzeit verloren</translation>
    </message>
    <message>
        <source>Pack: a component is missing or foreign (%1)</source>
        <translation>Pack: ein Teil fehlt oder ist fremd (%1)</translation>
    </message>
    <message>
        <source>Pack: is not locked</source>
        <translation>Pack: ist nicht gesperrt</translation>
    </message>
    <message>
        <source>Pack: not in service (%1)</source>
        <translation>Pack: nicht im Dienst (%1)</translation>
    </message>
    <message>
        <source>Charter: this role may not hold it</source>
        <translation>Charta: diese Rolle darf es nicht halten</translation>
    </message>
    <message>
        <source>Charter: no company is in this position now</source>
        <translation>Charta: an dieser Stelle ist jetzt keine Firma</translation>
    </message>
    <message>
        <source>Charter: this role may hold it</source>
        <translation>Charta: diese Rolle darf es halten</translation>
    </message>
    <message>
        <source>Charter: may hold it; %1 must always sign</source>
        <translation>Charta: darf es halten; %1 muss immer unterschreiben</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Revocation: revoked, but this pack has not heard of it</source>
        <translation>Widerruf: widerrufen, aber dieses Pack weiß es noch nicht</translation>
    </message>
    <message>
        <source>Revocation: not revoked, by a fresh list</source>
        <translation>Widerruf: nicht widerrufen, nach einer frischen Liste</translation>
    </message>
    <message>
        <source>Revocation: a fresh list must reach the pack by then</source>
        <translation>Widerruf: bis dahin muss eine frische Liste das Pack erreichen</translation>
    </message>
    <message>
        <source>Revocation: not asked, no key is chosen</source>
        <translation>Widerruf: nicht gefragt, kein Schlüssel ist gewählt</translation>
    </message>
    <message>
        <source>Revocation: the key is revoked</source>
        <translation>Widerruf: der Schlüssel ist widerrufen</translation>
    </message>
    <message>
        <source>Revocation: the list of %1 is too old</source>
        <translation>Widerruf: die Liste von %1 ist zu alt</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>Mit anderen</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>One key is enough.</source>
        <translation>Ein Schlüssel genügt.</translation>
    </message>
    <message>
        <source>Signs alone, but another person must write the document.</source>
        <translation>Unterschreibt allein, aber eine andere Person muss das Dokument schreiben.</translation>
    </message>
    <message>
        <source>Signs only beyond a soft limit or a largest step; %1 must sign too.</source>
        <translation>Unterschreibt nur jenseits einer weichen Grenze oder eines größten Schritts; %1 muss auch unterschreiben.</translation>
    </message>
    <message>
        <source>%1 must sign too.</source>
        <translation>%1 muss auch unterschreiben.</translation>
    </message>
    <message>
        <source>The pack would refuse. The rules marked below say why.</source>
        <translation>Das Pack würde ablehnen. Die unten markierten Regeln sagen, warum.</translation>
    </message>
    <message>
        <source>Silicon: not prohibited</source>
        <translation>Silizium: nicht verboten</translation>
    </message>
    <message>
        <source>Silicon: prohibited, for everybody</source>
        <translation>Silizium: für alle verboten</translation>
    </message>
    <message>
        <source>Silicon: this kind of pack does not have it</source>
        <translation>Silizium: diese Art von Pack hat es nicht</translation>
    </message>
    <message>
        <source>Foundation: one signature is enough</source>
        <translation>Fundament: eine Unterschrift genügt</translation>
    </message>
    <message>
        <source>Foundation: says nothing of this layer, so nothing is enough</source>
        <translation>Fundament: sagt nichts zu dieser Schicht, also genügt nichts</translation>
    </message>
    <message numerus="yes">
        <source>Foundation: %n signature(s)</source>
        <translation>
            <numerusform>Fundament: %n Unterschrift</numerusform>
            <numerusform>Fundament: %n Unterschriften</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> of %n company(s)</source>
        <translation>
            <numerusform> aus %n Firma</numerusform>
            <numerusform> aus %n Firmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::WhatIfView</name>
    <message>
        <source>To do what</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>With my unsaved edits</source>
        <translation>Mit meinen ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>What each rule says</source>
        <translation>Was jede Regel sagt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>An einem Tag…</translation>
    </message>
    <message>
        <source>Whatever the role may</source>
        <translation>Was die Rolle auch darf</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>On which pack</source>
        <translation>An welchem Pack</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>An welchem Tag</translation>
    </message>
    <message>
        <source>Any pack, by the rules alone</source>
        <translation>Irgendein Pack, allein nach den Regeln</translation>
    </message>
    <message>
        <source>Off: by the rules that are saved here, without this draft</source>
        <translation>Aus: nach den hier gespeicherten Regeln, ohne diesen Entwurf</translation>
    </message>
    <message>
        <source>Nothing was edited yet</source>
        <translation>Noch nichts wurde geändert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Any %1, %2</source>
        <translation>Irgendwer: %1, %2</translation>
    </message>
    <message>
        <source>Choose a cell</source>
        <translation>Wählen Sie eine Zelle</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>By the saved rules: %1.</source>
        <translation>Nach den gespeicherten Regeln: %1.</translation>
    </message>
    <message>
        <source>With the unsaved edits: %1.</source>
        <translation>Mit den ungespeicherten Änderungen: %1.</translation>
    </message>
</context>
</TS>
