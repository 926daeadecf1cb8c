<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <source>Choose a record to see its hash and detail.</source>
        <translation>Wählen Sie einen Eintrag, um seinen Hash und die Einzelheiten zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>Damaged at record %1 (%2). The %n record(s) before it are intact. Nothing more is written here.</source>
        <translation>
            <numerusform>Beschädigt bei Eintrag %1 (%2). Der %n Eintrag davor ist unversehrt. Hier wird nichts mehr geschrieben.</numerusform>
            <numerusform>Beschädigt bei Eintrag %1 (%2). Die %n Einträge davor sind unversehrt. Hier wird nichts mehr geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %n record(s) follow from one another.</source>
        <translation>
            <numerusform>Unversehrt: der eine Eintrag stimmt.</numerusform>
            <numerusform>Unversehrt: alle %n Einträge folgen auseinander.</numerusform>
        </translation>
    </message>
    <message>
        <source>Anchored up to record %1 by %2.</source>
        <translation>Bis Eintrag %1 verankert durch %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) after it are not yet witnessed.</source>
        <translation>
            <numerusform>Der %n Eintrag danach ist noch nicht bezeugt.</numerusform>
            <numerusform>Die %n Einträge danach sind noch nicht bezeugt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody holds another record %1 of this audit (%2).</source>
        <translation>Jemand hat einen anderen Eintrag %1 dieses Protokolls (%2).</translation>
    </message>
    <message>
        <source>Another audit was seen with two histories; record %1 keeps the evidence.</source>
        <translation>Ein anderes Protokoll wurde mit zwei Verläufen gesehen; Eintrag %1 bewahrt den Beleg.</translation>
    </message>
    <message>
        <source>The checkpoint of record %1 is none (%2).</source>
        <translation>Der Prüfpunkt bei Eintrag %1 ist keiner (%2).</translation>
    </message>
    <message>
        <source>The checkpoint of record %1 does not count (%2).</source>
        <translation>Der Prüfpunkt bei Eintrag %1 zählt nicht (%2).</translation>
    </message>
    <message>
        <source>This audit can only be read (%1): nothing can be signed or delivered here.</source>
        <translation>Dieses Protokoll kann nur gelesen werden (%1): Hier kann nichts unterschrieben oder überbracht werden.</translation>
    </message>
    <message>
        <source>No checkpoint covers record %1.</source>
        <translation>Kein Prüfpunkt deckt Eintrag %1.</translation>
    </message>
    <message>
        <source>None of them is witnessed by others yet.</source>
        <translation>Noch ist keiner von anderen bezeugt.</translation>
    </message>
    <message>
        <source>Record %1, hash %2</source>
        <translation>Eintrag %1, Hash %2</translation>
    </message>
    <message>
        <source>Record in detail</source>
        <translation>Eintrag im Einzelnen</translation>
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
        <source>%1 mV</source>
        <translation>%1 mV</translation>
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
</context>
<context>
    <name>packwarden::Chip</name>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
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
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
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
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
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
        <source>Module temperature</source>
        <translation>Modultemperatur</translation>
    </message>
    <message>
        <source>Balancing</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>Age of reading</source>
        <translation>Alter des Werts</translation>
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
        <source>Life cycle</source>
        <translation>Lebenslauf</translation>
    </message>
    <message>
        <source>Policy version</source>
        <translation>Regelwerk-Version</translation>
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
        <source>Last two minutes: pack current (solid), selected cell against the mean (dashed)</source>
        <translation>Letzte zwei Minuten: Packstrom (durchgezogen), gewählte Zelle gegen das Mittel (gestrichelt)</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>mean %1 V · spread %2 mV</source>
        <translation>Mittel %1 V · Spanne %2 mV</translation>
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
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
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
        <source>This console trusts nobody yet. %1 offers its rules. Compare the fingerprints with somebody you trust, then accept them once.
Charter  %2
Policy   %3</source>
        <translation>Diese Konsole vertraut noch niemandem. %1 bietet seine Regeln an. Vergleichen Sie die Fingerabdrücke mit jemandem, dem Sie vertrauen, und nehmen Sie sie einmal an.
Vertrag    %2
Regelwerk  %3</translation>
    </message>
    <message>
        <source>Trust these rules</source>
        <translation>Diesen Regeln vertrauen</translation>
    </message>
</context>
<context>
    <name>packwarden::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
    <name>packwarden::NewRequestDialog</name>
    <message>
        <source>Continue to signing…</source>
        <translation>Weiter zum Unterschreiben…</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neuer Antrag</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why this is wanted; every signer reads it</source>
        <translation>Warum das gewünscht ist; jeder Unterzeichner liest es</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
</context>
<context>
    <name>packwarden::NumberEdit</name>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
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
        <source>Silicon</source>
        <translation>Silizium</translation>
    </message>
    <message>
        <source>Silicon, charter, soft limit</source>
        <translation>Silizium, Vertrag, weiche Grenze</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Ask for another %1</source>
        <translation>Anderen Wert beantragen: %1</translation>
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
        <source>A signer&apos;s certificate was issued by nobody this pack trusts (%1).</source>
        <translation>Das Zertifikat eines Unterzeichners stammt von niemandem, dem dieses Pack vertraut (%1).</translation>
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
        <source>Somebody else of that party must sign.</source>
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
        <source>The value passes the silicon limit (%1). Nobody can pass it.</source>
        <translation>Der Wert überschreitet die Siliziumgrenze (%1). Niemand kann sie überschreiten.</translation>
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
        <source>Ask the fleet manager for the right.</source>
        <translation>Bitten Sie den Flottenleiter um das Recht.</translation>
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
        <source>A signer&apos;s role fills no seat of this request (%1).</source>
        <translation>Die Rolle eines Unterzeichners füllt keinen Platz dieses Antrags (%1).</translation>
    </message>
    <message>
        <source>See the seats for who must sign.</source>
        <translation>Die Plätze zeigen, wer unterschreiben muss.</translation>
    </message>
    <message>
        <source>The author may not approve the own request (%1).</source>
        <translation>Der Verfasser darf dem eigenen Antrag nicht zustimmen (%1).</translation>
    </message>
    <message>
        <source>Another person of that party must sign.</source>
        <translation>Eine andere Person dieser Partei muss unterschreiben.</translation>
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
        <source>After this nobody could change it again (%1).</source>
        <translation>Danach könnte es niemand mehr ändern (%1).</translation>
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
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
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
        <source>The transfer to the pack broke off (%1). Nothing was changed.</source>
        <translation>Die Übertragung zum Pack brach ab (%1). Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Deliver again.</source>
        <translation>Übergeben Sie erneut.</translation>
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
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
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
        <source>Takes up to %1 A.</source>
        <translation>Nimmt bis %1 A.</translation>
    </message>
    <message>
        <source>%1 %2, allowed %3 to %4</source>
        <translation>%1 %2, erlaubt %3 bis %4</translation>
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
        <source>I have checked the value and what follows from it.</source>
        <translation>Ich habe den Wert und seine Folgen geprüft.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <source>Choose…</source>
        <translation>Wählen…</translation>
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
        <source>Key files (*.p12 *.pfx)</source>
        <translation>Schlüsseldateien (*.p12 *.pfx)</translation>
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
    <name>packwarden::SignoffView</name>
    <message>
        <source>No request is open</source>
        <translation>Kein Antrag ist geöffnet</translation>
    </message>
    <message>
        <source>Draft a new one, or open or drop a file that somebody sent you.
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
        <source>This document cannot be read</source>
        <translation>Dieses Dokument ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffWords</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Unreadable document</source>
        <translation>Unlesbares Dokument</translation>
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
        <source>Needs %1</source>
        <translation>Braucht %1</translation>
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
        <source>Requests</source>
        <translation>Anträge</translation>
    </message>
    <message>
        <source>Open a request</source>
        <translation>Einen Antrag öffnen</translation>
    </message>
    <message>
        <source>Requests (*.pwreq)</source>
        <translation>Anträge (*.pwreq)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Signed and recorded. The file is saved; send a copy to who signs next.</source>
        <translation>Unterschrieben und protokolliert. Die Datei ist gespeichert; senden Sie eine Kopie an den Nächsten.</translation>
    </message>
    <message>
        <source>%1 applied it and signed a receipt; the values were read back.</source>
        <translation>%1 hat ihn angewandt und quittiert; die Werte wurden zurückgelesen.</translation>
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
</context>
<context>
    <name>packwarden::TitleBar</name>
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
        <source>Nobody signed in</source>
        <translation>Niemand angemeldet</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>packwarden::TrendPlot</name>
    <message>
        <source>Trend of current and of the selected cell</source>
        <translation>Verlauf von Strom und gewählter Zelle</translation>
    </message>
</context>
</TS>
