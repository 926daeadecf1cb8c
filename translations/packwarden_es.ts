<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>packwarden::AboutDialog</name>
    <message>
        <source>About Packwarden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console for software-defined batteries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. Qt %1; the source and the licences of its parts are with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Find a page, pack, document, parameter or action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first page; Ctrl+7 the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the open page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the table of the open page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock, or sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit back, where there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>The manual, at the page that you are on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>packwarden::AnswerRightDialog</name>
    <message>
        <source>Why? They read this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person asks for a right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3, asked at %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Sign a no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign a yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::AsOfDialog</name>
    <message>
        <source>As of a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Pack serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who could have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading documents and logs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>issues certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::AsOfWords</name>
    <message>
        <source>the pack named the document, but it is not in this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded by this console alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last proved %1; nothing later is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proved before; nothing later is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: the first word of the pack is later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: it changed between two words of the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: no list of its issuer from that time is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: the rules of that day are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: nothing about it is in this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter version %1, policy version %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement of the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt of the pack</source>
        <translation>Recibo del pack</translation>
    </message>
    <message>
        <source>Signed document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of this audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked, at the latest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid by the list of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together with others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>must sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prohibited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::AskPackDialog</name>
    <message>
        <source>Ask the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rehearsal here knows only what was read of the pack. The pack judges by what it holds: it most likely refuses, says why, and nothing changes. If it finds all in order, it applies the document. Its answer is recorded either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Deliver for its verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::AskRightDialog</name>
    <message>
        <source>Why do you need it, and for how long?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a right</source>
        <translation>Pedir un derecho</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sign the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes a signed file. Send it to them; their answer is a file, too. Both are kept in the audit of either side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::AuditPage</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Export with proof…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Export proof…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record in detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a record to read it in detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search person, action, subject, outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All records as text, with everything that others need to check the chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the chosen record as a file that others can check without the other records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Pack serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the records of one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to %1. The file can be checked without this console.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Export the proof of a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checkpoint that has record %1 is signed yet. Sign in, or sign a document: then one is made, and you can export the proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1 was written to %2. The file proves that it is one of the %3 records that %4 signed for; of the others it tells nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This audit can only be read (%1): nothing can be signed or delivered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Decidir…</translation>
    </message>
    <message>
        <source>Two words about this audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names a head of record %2 that this audit does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either this audit was changed, or the holder of that key told something false. Ask %1 first. If you decide that it was false, what this key tells is a dispute from now on and no proof of damage; your decision is recorded. Revoke the key if it told something false on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It told something false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decision is recorded. The audit is verified again; if it is in order, it can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of a day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules, values and keys as they were on a past day, and what proves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document that the chosen record is about, as it is here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export or the proof of a record, of this audit or of another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>No record is like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded yet. What is signed, delivered, trusted or refused here is kept in this list, and cannot be changed without a trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check an export or a proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports and proofs (*.jsonl *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 is neither an export of an audit nor the proof of a record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proves nothing. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin and end of one act are one row. An export has each record, as has “packwardenctl audit list”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun, no end recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) so far…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::AuditWords</name>
    <message numerus="yes">
        <source> (%n byte(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Joins begun and outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason in detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Document (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked serial numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As compromised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What contradicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprints were compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun by record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of the record before</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped. Nothing is said about this audit; %n record(s) were looked at.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged (%1), though all %n record(s) follow from one another. Nothing more is written here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged at record %1 (%2). The %n record(s) before it are intact. Nothing more is written here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checkpoints are damaged or missing, though all %n record(s) follow from one another. Export this audit, and compare it with what others hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %n record(s) follow from one another.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whether records were removed from its end, after the last one that others hold, cannot be seen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them is witnessed by others yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anchored up to record %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) after it are not yet witnessed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another copy of this audit has a different record %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another audit was seen with two histories; record %1 keeps the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint of record %1 is none (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint of record %1 does not count (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checkpoint covers record %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an export of this console&apos;s audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an export of another audit, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It is damaged at record %1 (%2). The %n record(s) before it are intact.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 proves record %2 of audit %3: %4, %5, by %6 on %7. It is one of the %8 records that %9 signed for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That key is not trusted here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether that key is good cannot be judged here: no rules are trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the key of the checkpoint of record %1 was revoked cannot be told: the revocation list here is too old (%2). Import a newer list, then verify again.</source>
        <translation>No se puede saber si la clave del punto de control del registro %1 fue revocada: la lista de revocación que hay aquí es demasiado antigua (%2). Importe una lista más reciente y verifique de nuevo.</translation>
    </message>
    <message>
        <source>begun, ended later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun, no end recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, record %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::BusDialog</name>
    <message>
        <source>%1 kbit/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the interface is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs are watched, and asked nothing. The interface still acknowledges what it hears, unless its driver is set to listen only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>A simulated bus has no bit rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system sets the bit rate of this interface (ip link set %1 type can bitrate …).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not say what kind of interface it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names no interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “%1”, or it stands there twice. Options are fd, bitrate=250000, databitrate=2000000 and listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: a CAN bus has %2 to %3 bits a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: the bit rate of this interface cannot be set from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used here: %2</source>
        <comment>kind of interface, cause</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated bus of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>interface, what it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an interface from the list, or type its name, and connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again every second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs are heard, and nothing is sent. If they fall silent, the bus is closed and opened again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs are heard. If they fall silent, the bus is closed and opened again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface is open, but nothing arrives. Check cable, termination and bit rate, and whether a pack is powered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface does not open; the cause stands below. It is tried again every second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program then sends nothing on the bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as another bus</source>
        <translation>Añadir como otro bus</translation>
    </message>
    <message>
        <source>Remove this bus</source>
        <translation>Quitar este bus</translation>
    </message>
    <message>
        <source>Buses of this desk</source>
        <translation>Buses de este puesto</translation>
    </message>
    <message>
        <source>The packs of both buses are shown together.</source>
        <translation>Los packs de ambos buses se muestran juntos.</translation>
    </message>
    <message>
        <source>To play it again, connect to it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more of it can be played; the cause stands below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::BusHealthPopup</name>
    <message>
        <source>No bus is open. Connect to one to see how it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the bus is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another bus, or connect anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::BusHealthWords</name>
    <message>
        <source>node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bus does not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated bus gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controller is bus-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id %1 babbles, %2 % load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bus overloaded, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bus is silent</source>
        <translation>El bus está en silencio</translation>
    </message>
    <message>
        <source>Controller is error passive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error frame(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) lost</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n malformed frame(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Interface sends nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another console is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another tester is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bus could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bus could not be opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one, or mend this; it is tried again every second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CAN interface went down or was unplugged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in or bring it up; the bus is opened again by itself, every second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that hosts the simulated bus has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the simulator again; this console comes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CAN controller has left the bus after too many errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check wiring, termination and bit rate, then restart the interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames of identifier %1 take most of the bus, which is %2 % full. Others hardly get through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the node that sends them and take it off the bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bus is %1 % full. Frames come late, and transfers may break off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take nodes off the bus before you deliver anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface is open, but nothing arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check cable, termination and bit rate, and whether a pack is powered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CAN controller counts many errors; a few more, and it leaves the bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check wiring, termination and bit rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was here and is not heard any more. What is shown of it is old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its plug and supply, if it was not taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error frame(s) in the last ten seconds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Check wiring and termination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of the packs did not arrive in the last ten seconds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Some values may be older than they look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the last ten seconds are not what a pack sends. They were not used.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another node may use identifiers of the packs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface takes no frame to send. Perhaps no other node is on the bus to acknowledge one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check cable and termination, and whether a pack is powered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) came later than after twice their cycle in the last ten seconds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The bus or this computer is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another console asks packs on this bus, under this console&apos;s address (F1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each waits for the other; one after the other is quicker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tester with the address %1 talks with packs on this bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask who it is, if you do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1, of them %2 in the last ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a console (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the controller warns of many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the controller is error passive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the controller is bus-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the last one that is over took %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of %2 kbit/s; %3 % at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the %2 kbit/s that are assumed, as the interface tells no rate; %3 % at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a second; %2 heard, %3 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other testers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::BusStatus</name>
    <message>
        <source>What packs hold, lack or have signed is not read, and new lists are not brought to them.</source>
        <translation>No se lee lo que los packs contienen, no conocen o han firmado, y no se les llevan listas nuevas.</translation>
    </message>
    <message>
        <source>Owner, rules and lists are those of the last reading, and nothing can be rolled out.</source>
        <translation>Propietario, reglas y listas son los de la última lectura, y no se puede desplegar nada.</translation>
    </message>
    <message>
        <source>Packs are shown as they tell of themselves, without proof and without their serial numbers. Fault memory, parameters and security cannot be read, and nothing can be changed.</source>
        <translation>Los packs se muestran según lo que dicen de sí mismos, sin prueba y sin sus números de serie. La memoria de fallos, los parámetros y la seguridad no se pueden leer, y no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>The rules are those known here. Whether packs hold others is not read.</source>
        <translation>Las reglas son las que aquí se conocen. No se lee si los packs contienen otras.</translation>
    </message>
    <message>
        <source>Documents can be drafted and signed. None can be delivered, and no receipt is read.</source>
        <translation>Se pueden redactar y firmar documentos. No se puede entregar ninguno, y no se lee ningún recibo.</translation>
    </message>
    <message>
        <source>Certificates and lists can be made. They are not brought to packs.</source>
        <translation>Se pueden hacer certificados y listas. No se llevan a los packs.</translation>
    </message>
    <message>
        <source>No pack is asked which audits it witnesses.</source>
        <translation>A ningún pack se le pregunta de qué registros da fe.</translation>
    </message>
    <message>
        <source>This bus is only listened to.</source>
        <translation>Este bus solo se escucha.</translation>
    </message>
    <message>
        <source>%1 is only listened to.</source>
        <comment>bus</comment>
        <translation>%1 solo se escucha.</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing but zeros in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latin-1 or another encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array where the object of the rules should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second document behind the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more text behind the end of the object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text ends before its object does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comment; JSON has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single quotation marks; JSON has double ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice, first in line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma is missing before this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma behind the last value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text without its closing quotation mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a control character in a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the character %1 has no place in a name; where it is meant, write it as an escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the character %1 has no place in a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an escape that means no character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no JSON value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON at byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no valid name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key is not a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; write it as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calendar has the day %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a date without a time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day has the time %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fractions of a second (%1) would be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names no time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in UTC; there it is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is before 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seats, of which %2 are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no SHA-256 of 64 hexadecimal digits in lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a sentence of 1 to %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be meant in two ways; write &quot;%2&quot; or &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity such as &quot;4.25&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step of nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries where a range has two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lower end %1 is above the upper end %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no seat such as &quot;owner/asset-manager&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signature is needed, which is no rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a lower parameter, a gap and an upper parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gap below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no certificate that packs accept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither &quot;lower&quot; nor &quot;higher&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 again, as in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number is no INTEGER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number is negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number has %1 octets, more than %2 are not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a delta to list %1, not a complete list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a delta, not a complete list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issuing distribution point: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an indirect list, which speaks for other issuers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only user certificates, not a complete list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only authorities, not a complete list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only attribute certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only some reasons, not a complete list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of one distribution point, perhaps not a complete list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry %1 speaks for another issuer: an indirect list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry %1 has a critical extension that is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a critical extension that is not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1, without a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no nextUpdate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nextUpdate is no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no common name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of the common name can be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two common names, one of them %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two organisations, one of them %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock is sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>isolated module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signature in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the statement names another policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the statement names another charter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no fresh statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stricter than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no catalogue of routines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1 is now %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another root of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its limits and its foundation are not pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in service</source>
        <translation>en servicio</translation>
    </message>
</context>
<context>
    <name>packwarden::CellCard</name>
    <message>
        <source>No cell chosen</source>
        <translation>Ninguna celda elegida</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Tensión</translation>
    </message>
    <message>
        <source>From the mean</source>
        <translation>Respecto a la media</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Resistance</source>
        <translation>Resistencia</translation>
    </message>
    <message>
        <source>Balancing</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Age of reading</source>
        <translation>Antigüedad de la lectura</translation>
    </message>
    <message>
        <source>By what the map shows: %1</source>
        <translation>Según lo que muestra el mapa: %1</translation>
    </message>
    <message>
        <source>Cell %1 · module %2, position %3</source>
        <translation>Celda %1 · módulo %2, posición %3</translation>
    </message>
    <message>
        <source>%1 V</source>
        <translation>%1&#xa0;V</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>sin lectura</translation>
    </message>
    <message>
        <source>%1 mV</source>
        <translation>%1&#xa0;mV</translation>
    </message>
    <message>
        <source>%1 of %2, lowest first</source>
        <translation>%1 de %2, la más baja primero</translation>
    </message>
    <message>
        <source>%1 °C, of the module</source>
        <translation>%1&#xa0;°C, del módulo</translation>
    </message>
    <message>
        <source>%1 mΩ (mean %2)</source>
        <translation>%1&#xa0;mΩ (media %2)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>packwarden::CellMap</name>
    <message>
        <source>Cell map</source>
        <translation>Mapa de celdas</translation>
    </message>
    <message>
        <source>Cell %1</source>
        <translation>Celda %1</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>sin lectura</translation>
    </message>
    <message>
        <source>%1 V</source>
        <translation>%1&#xa0;V</translation>
    </message>
    <message>
        <source>%1 mV from the mean</source>
        <translation>%1&#xa0;mV respecto a la media</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>la más baja</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>la más alta</translation>
    </message>
    <message>
        <source>beyond the pack&apos;s limits</source>
        <translation>más allá de los límites del pack</translation>
    </message>
    <message>
        <source>balancing</source>
        <translation>equilibrando</translation>
    </message>
    <message>
        <source>%1 s old</source>
        <translation>de hace %1&#xa0;s</translation>
    </message>
    <message>
        <source>(the pack&apos;s limits)</source>
        <translation>(los límites del pack)</translation>
    </message>
    <message>
        <source>lowest %1</source>
        <translation>la más baja %1</translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation>la más alta %1</translation>
    </message>
    <message>
        <source>beyond the limits</source>
        <translation>más allá de los límites</translation>
    </message>
    <message>
        <source>Waiting for the first cell voltages of this pack.</source>
        <translation>Esperando las primeras tensiones de celda de este pack.</translation>
    </message>
    <message>
        <source>M%1</source>
        <comment>module number</comment>
        <translation>M%1</translation>
    </message>
</context>
<context>
    <name>packwarden::CellValues</name>
    <message>
        <source>mV from mean</source>
        <translation>mV respecto a la media</translation>
    </message>
    <message>
        <source>Voltage, V</source>
        <translation>Tensión, V</translation>
    </message>
    <message>
        <source>Temperature, °C</source>
        <translation>Temperatura, °C</translation>
    </message>
    <message>
        <source>Balancing</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Resistance, mΩ</source>
        <translation>Resistencia, mΩ</translation>
    </message>
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
        <translation>equilibrando</translation>
    </message>
    <message>
        <source>not</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>packwarden::Chip</name>
    <message>
        <source>Layer %1</source>
        <translation>Capa %1</translation>
    </message>
</context>
<context>
    <name>packwarden::CoalitionView</name>
    <message>
        <source>Working it out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With my unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one company opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How few can do what harms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One company alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers 3 and 4, by the rules alone: every company is taken to certify as many people as it likes. Where the author may not approve, one more person writes the document. A laptop: all keys of one person known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack is known here yet, whose rules could be judged. Connect one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No company opens any of these %n right(s) alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n right(s) can be opened by one company alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::CommandPalette</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a page, pack, document, parameter or action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages, packs, documents, parameters, actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose, Enter opens, Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::CompanyDialog</name>
    <message>
        <source>Make both keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a company</source>
        <translation>Fundar una empresa</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of your key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The root certifies your people: keep its file offline and its passphrase in a safe. Passphrases have at least %n characters and differ.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Enter the name of the company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the folder for the two key files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The passphrase of the root has fewer than %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the passphrase of the root twice, both times the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The passphrase of your key has fewer than %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the passphrase of your key twice, both times the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two different passphrases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making two keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Done. Your key: %2
Root, into the safe: %3
For partners, with the fingerprint %4: %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ConditionsDialog</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this day counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Only while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field that says &quot;as each is&quot;, or a half checked box, stays as it is in each right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As each is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, clause %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>Todos los packs</translation>
    </message>
    <message>
        <source>Packs of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs of %1 (no such group)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::Console</name>
    <message>
        <source>%1 was not brought up to date: %2 It is tried again, less and less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the exchange now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not go to the exchange: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or list(s) came from the exchange.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of the exchange were refused. %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A job card begins with a statement that the pack signs. Choose a pack that has told its serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window of this console works on a job at %1. Close or drop the job there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job at %1 was dropped. What was signed and recorded stays in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is closed. The report is %1; both signed states and the recording lie beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console for the recording could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pack on the bus is visited now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ContractDatesDialog</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this day counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The same for all %n right(s) that rest on it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::ContractDialog</name>
    <message>
        <source>Text of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts (*.txt *.pdf *.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Add a contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example LEASE-2026-014</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed sentences, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May clear service faults after a repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One agreed sentence a line; each becomes a clause that rights can rest on. The policy keeps the sentences and the fingerprint of the text; the text travels beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, fingerprint %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a contract of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has letters, digits, and - _ . between them; 64 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file with the text, or drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least one sentence, of 1000 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ContractsView</name>
    <message>
        <source>The rules name no contract yet. Add one with its text, and let rights rest on its clauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a contract…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare a text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contracts and what rests on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may do what by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lapsed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lapses after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, fingerprint %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy does not know this contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n derecho</numerusform>
            <numerusform>%n derechos</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing rests on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>With it lapse %n right(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clause %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such clause was agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates are those of the rights that rest on it, and nothing does yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo takes this back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) rest on it; take those away first, or let them rest on another clause.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Contract added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts (*.txt *.pdf *.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>This is the text of %1, to the byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the text of %1 that the policy names. It has other bytes, if only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clause has one sentence, of 1000 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::DemoDesk</name>
    <message>
        <source>This console is a part of the demo already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo was cancelled. What was made so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo runs: four simulated packs, and a window in which you are signed in as the fleet manager. The menu at the top right opens the console of each other person, leaves the demo, or throws it away. This console is not part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo did not start. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the demo world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo has ended. It goes on from there when you try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of the demo could be deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress of the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1…
The first time takes about a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console of %1 is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console of %1 could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console of %1 ended. %2</source>
        <translation type="unfinished"></translation>
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
        <source>The demo world could not be made in %1, where %2 MB are free: it wants some of them and the right to write there. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulator ended. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the keys of all companies and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the key files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing charter and policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making four packs, from blank to sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewing certificates and lists that are due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program packwarden-sim is not at %1. Install the simulator, or start the demo with ./run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No port of this machine is free for a simulated bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the packs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::DesktopFileChooser</name>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>packwarden::DistributionStrip</name>
    <message>
        <source>How values lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not known of any pack on show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: from %2 to %3, half are at most %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not known of %n pack(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::DockWords</name>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once another person writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only beyond a soft limit, with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key ended on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key begins on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key is revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list of revoked keys is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack does not trust who issued the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this company may not issue the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack is theft-locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pack has lost its clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the pack&apos;s present state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contract begins on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contract ended on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the charter does not let this role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key does not count for this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy does not grant it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can do it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>can take part, with %n other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n other(s) now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>cannot any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must always sign now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>need not be asked any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>needs %n other(s) instead of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (was: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: revoked, but this pack has not heard of it. Bring it the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This console knows no certificate of a %1; ask %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No role has a part in this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Changes: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gains: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (no person known here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible, whatever people join</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n person(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n company(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of at least %n company(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: one of them only writes the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row names several, but a pack does this in a session: one key that holds the right is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stolen key: not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stolen key opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One laptop, with all keys of a person known here: not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One laptop opens it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One company alone: not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One company opens it alone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known here, and enough: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by the rules alone: no pack was read here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged on %1, as read %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::DraftForm</name>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why this is wanted; every signer reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue to signing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>packwarden::DraftKeeper</name>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began this on %1; it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would be lost if the program ended. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::DraftWords</name>
    <message numerus="yes">
        <source>%n pack(s), %1, now %2: %3</source>
        <comment>packs that start from the same value</comment>
        <translation>
            <numerusform>%n pack, %1, ahora %2: %3</numerusform>
            <numerusform>%n packs, %1, ahora %2: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock against theft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a theft-lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tighten a limit at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair a replaced part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decommission for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not stop a vehicle on the road: the lock takes hold once it stands still. Charging from outside is refused at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names the lock that it ends; a pack that is locked again later stays locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One signature makes a limit stricter, until a request that all sign ratifies it. A limit that is to become wider needs a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a repair: the pack learns which part belongs into the slot from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of a pack: it never drives, charges or feeds back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) will not start. A vehicle on the road is not stopped: its pack locks at standstill.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) start again for those who have the right.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The pack starts only with this part in the slot; with any other it does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds at once. After 7 days it goes back by itself unless a request ratifies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack knows routines yet; it will be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) never start again. This cannot be undone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It is not locked as far as is known here. Read it in the Inspector if that is old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These packs were locked by different documents. Each lock is ended by a command of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part? The pack has said of none yet; read it in the Inspector first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the new part&apos;s id as it stands on its label: letters, digits and signs, no blanks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No company is in such a place now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the company&apos;s root certificate: one that signed itself and may issue others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the company&apos;s short name: small letters, digits and hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the company&apos;s name as people know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the role that signs for it: small letters, digits and hyphens, not one of another party.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give that role a title for people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This company is in the place already. For a new root choose “Renew a party&apos;s root”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is in the charter for this place already. Choose the file of the new root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another place of the charter has this company with another root, or this root with another company. One of the two is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not read here yet. It is read as soon as this console hears it: wait a moment, or choose another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not stricter than what holds now. For another direction draft a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither the owner nor the cell data specialist must always sign this value, so no role may tighten it alone. Draft a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy of this pack names no seat that signs this. Add seats for it in Permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admit a party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over to another operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer ownership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew a party&apos;s root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend the charter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A company takes a new place, with a role that signs for it. What its people may do is then granted in Permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place stays on record and is vacant. Keys of its people open nothing any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another company operates the packs. Roles and rights of the place stay; the people are its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seller, buyer and platform sign one document. Keys of the seller&apos;s people open nothing any more, and every activation ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same company with a new root certificate. Its people need keys under the new root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No charter is trusted here yet. Trust the rules of a pack first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the new place: small letters, digits and hyphens, and one that the charter does not have yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After it the rules could never be changed again. Name a successor for its seats first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n right(s) end.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n right(s) go to the new company&apos;s people; the old keys open nothing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 signs for it, and issues that key itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1: %2 signs instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1: its seat cannot be signed, so it cannot be done until the policy changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No company issues keys of %1 any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every document that still waits for these packs becomes void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::EvidenceField</name>
    <message>
        <source>Attach a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report, a data sheet, a photo: every signer sees its name and gets it with the request. You can drop files here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 was not attached: a request carries at most %2 of evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not attached: another file of this name is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ExchangeDialog</name>
    <message>
        <source>Use this exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PostgreSQL database that your companies share. Documents that others publish there appear in Sign-offs, and signatures that you add to them go there by themselves. Nothing in it is trusted: every signature is checked here. The password is read from ~/.pgpass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Leave the password out of the address. Put it into the file .pgpass in your home folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like postgresql://LOGIN@HOST/DATABASE. The server must prove its name, so other values of sslmode than verify-full are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exchange is used. Documents go as files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected since %1, but this login belongs to no member: its owner adds you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected since %1 as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is encrypted, and the server proved its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is on this computer; nothing is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach since %1. It is tried again by itself; you can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s words: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait to go there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Members: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange…</source>
        <translation>Intercambio…</translation>
    </message>
    <message numerus="yes">
        <source>Exchange: %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange offline, %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exchange offline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::FaultWords</name>
    <message>
        <source>Cell %1: voltage too high</source>
        <translation>Celda %1: tensión demasiado alta</translation>
    </message>
    <message>
        <source>Cell %1: voltage too low</source>
        <translation>Celda %1: tensión demasiado baja</translation>
    </message>
    <message>
        <source>Sensor %1: too hot</source>
        <translation>Sensor %1: demasiado caliente</translation>
    </message>
    <message>
        <source>Sensor %1: too cold</source>
        <translation>Sensor %1: demasiado frío</translation>
    </message>
    <message>
        <source>Charge current too high</source>
        <translation>Corriente de carga demasiado alta</translation>
    </message>
    <message>
        <source>Discharge current too high</source>
        <translation>Corriente de descarga demasiado alta</translation>
    </message>
    <message>
        <source>Insulation resistance too low</source>
        <translation>Resistencia de aislamiento demasiado baja</translation>
    </message>
    <message>
        <source>Cell %1: sense wire open</source>
        <translation>Celda %1: cable de medida cortado</translation>
    </message>
    <message>
        <source>Cells out of balance, lowest %1</source>
        <translation>Celdas desequilibradas, la más baja es %1</translation>
    </message>
    <message>
        <source>A part is missing or foreign</source>
        <translation>Una pieza falta o es ajena</translation>
    </message>
    <message>
        <source>A contactor does not open</source>
        <translation>Un contactor no se abre</translation>
    </message>
    <message>
        <source>Sensor %1: differs from its neighbours</source>
        <translation>Sensor %1: difiere de sus vecinos</translation>
    </message>
    <message>
        <source>%1, above %2</source>
        <translation>%1, por encima de %2</translation>
    </message>
    <message>
        <source>%1, below %2</source>
        <translation>%1, por debajo de %2</translation>
    </message>
    <message>
        <source>%1 apart, allowed %2</source>
        <translation>%1 de diferencia, se permiten %2</translation>
    </message>
    <message>
        <source>reads %1, the others %2</source>
        <translation>indica %1, los otros %2</translation>
    </message>
    <message>
        <source>%1 although it should be open</source>
        <translation>%1 aunque debería estar abierto</translation>
    </message>
    <message>
        <source>Fault %1</source>
        <translation>Fallo %1</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>anotado</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>holds back</source>
        <translation>limita</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parado</translation>
    </message>
    <message>
        <source>Do not charge. Let it discharge a little, then read the cells again.</source>
        <translation>No lo cargue. Déjelo descargarse un poco y vuelva a leer las celdas.</translation>
    </message>
    <message>
        <source>Charge gently. A cell that stays low under load is worn or leaks.</source>
        <translation>Cargue con suavidad. Una celda que sigue baja bajo carga está gastada o tiene fugas.</translation>
    </message>
    <message>
        <source>Let it cool, keep away from it while it gets hotter. Check the cooling.</source>
        <translation>Déjelo enfriar y no se acerque mientras se calienta. Revise la refrigeración.</translation>
    </message>
    <message>
        <source>Bring it somewhere warmer before charging.</source>
        <translation>Llévelo a un lugar más cálido antes de cargarlo.</translation>
    </message>
    <message>
        <source>Check the charger or the drive, and the current sensor.</source>
        <translation>Revise el cargador o la propulsión, y el sensor de corriente.</translation>
    </message>
    <message>
        <source>Do not touch the high-voltage side. Measure the insulation with the pack isolated.</source>
        <translation>No toque el lado de alta tensión. Mida el aislamiento con el pack aislado.</translation>
    </message>
    <message>
        <source>Check the sense wire and its plug; the cell itself may be well.</source>
        <translation>Revise el cable de medida y su conector; la celda misma puede estar bien.</translation>
    </message>
    <message>
        <source>Balance the pack. If it comes back, compare capacity and resistance of the lowest cell.</source>
        <translation>Equilibre el pack. Si vuelve a ocurrir, compare capacidad y resistencia de la celda más baja.</translation>
    </message>
    <message>
        <source>Fit the part that is paired, or have the new one paired (owner and service sign).</source>
        <translation>Monte la pieza emparejada, o haga emparejar la nueva (firman propietario y servicio).</translation>
    </message>
    <message>
        <source>Replace the contactor. Until then the pack cannot be made dead.</source>
        <translation>Cambie el contactor. Hasta entonces el pack no puede quedar sin tensión.</translation>
    </message>
    <message>
        <source>Replace the sensor. Until then take its module for as hot as it says.</source>
        <translation>Cambie el sensor. Hasta entonces considere su módulo tan caliente como indica.</translation>
    </message>
    <message>
        <source>Discharging held to %1&#xa0;A</source>
        <translation>Descarga limitada a %1&#xa0;A</translation>
    </message>
    <message>
        <source>Charging held to %1&#xa0;A</source>
        <translation>Carga limitada a %1&#xa0;A</translation>
    </message>
    <message>
        <source>No discharging now</source>
        <translation>Ahora no hay descarga</translation>
    </message>
    <message>
        <source>No charging now</source>
        <translation>Ahora no hay carga</translation>
    </message>
    <message>
        <source>cell %1 at %2</source>
        <translation>celda %1 a %2</translation>
    </message>
    <message>
        <source>module %1 at %2</source>
        <translation>módulo %1 a %2</translation>
    </message>
    <message>
        <source>nearly empty</source>
        <translation>casi vacío</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>casi lleno</translation>
    </message>
    <message>
        <source>a fault at cell %1</source>
        <translation>un fallo en la celda %1</translation>
    </message>
    <message>
        <source>a fault</source>
        <translation>un fallo</translation>
    </message>
    <message>
        <source>the rules in force</source>
        <translation>las reglas vigentes</translation>
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
        <translation>Fallos</translation>
    </message>
    <message numerus="yes">
        <source>%n more, and the memory…</source>
        <translation>
            <numerusform>%n más, y la memoria…</numerusform>
            <numerusform>%n más, y la memoria…</numerusform>
        </translation>
    </message>
    <message>
        <source>Fault memory…</source>
        <translation>Memoria de fallos…</translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation>Aún no se ha oído nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s); the pack has not told yet which.</source>
        <translation>
            <numerusform>%n fallo; el pack aún no ha dicho cuál.</numerusform>
            <numerusform>%n fallos; el pack aún no ha dicho cuáles.</numerusform>
        </translation>
    </message>
    <message>
        <source>None when it was last heard.</source>
        <translation>Ninguno cuando se oyó por última vez.</translation>
    </message>
    <message>
        <source>None now.</source>
        <translation>Ninguno ahora.</translation>
    </message>
</context>
<context>
    <name>packwarden::FaultsView</name>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>over, in this run or the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault %1</source>
        <translation>Fallo %1</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for this right…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the moment it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Lo que muestran las celdas</translation>
    </message>
    <message>
        <source>Cells at that moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No faults. What goes wrong is kept here with the moment at which it happened, also over a restart of the pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fault memory was not read yet. A pack is asked for it once it has told its serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code %1 · status %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moment itself is for people who may read cells in detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 V, %4 A, %5 % charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits then: charge %1 A, discharge %2 A. Insulation %3 kΩ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Sign in to clear faults and to see the moment at which they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the rules of this pack no role may clear its faults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not clear faults of this pack. Ask a person who is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fault memory of %1 is cleared. What is still wrong comes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the fault memory of this pack?

The moments that it keeps are gone then. What is still wrong is entered anew at once. The pack checks your right to do so and records it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::FileActs</name>
    <message>
        <source>Open a document</source>
        <translation>Abrir un documento</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No table is shown here now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::FileField</name>
    <message>
        <source>Drop a file here, or choose one.</source>
        <translation>Suelte aquí un archivo, o elija uno.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
</context>
<context>
    <name>packwarden::FileWords</name>
    <message>
        <source>an empty file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a certificate request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a revocation list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key file (PKCS#12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a private key without a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bare public key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Java keystore (JKS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a keystore of Bouncy Castle (BKS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an OpenSSH key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PuTTY key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data of OpenPGP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web browser&apos;s request (SPKAC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a certificate store of Windows (SST)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Packwarden document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page or XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of an unknown kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private key is never handed over; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW.p12 -deststoretype PKCS12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it to PKCS#12 with the program that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no X.509 certificate. Ask your issuer for a key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decrypt it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for one in PKCS#10, as openssl req -new makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it as PKCS#7 (.p7b).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what is in it with the program that made it, as PKCS#12 or PEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save its attachment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it under Sign-offs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules in JSON are opened under Permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under Keys, install it with its key, or add it as a person&apos;s certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably a page about the file was saved. Download the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>Its holder makes a new key of RSA with 3072 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again with openssl pkcs12 -export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install OpenSSL&apos;s legacy module (Debian: openssl-provider-legacy), or convert the file where that is there: openssl pkcs12 -legacy -in FILE -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.p12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, but what is needed here is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut short or damaged (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has bytes after its end that belong to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than %2 certificates, requests, lists or keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a file with only what is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for one file each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds several root certificates: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the one that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds several certificates that could be meant: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 revocation lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no root certificate: %2 did not sign itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the certificate above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a key of the kind %2. Packwarden needs RSA with 3072 to 4096 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has an RSA key of %2 bits. Packwarden needs 3072 to 4096.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has an RSA key with the exponent %2. Packwarden needs 65537.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate in %1 is signed with %2. Packs take sha256WithRSAEncryption only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is good: its issuer issues the certificate again with SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The revocation list in %1 is signed with %2. Packs take sha256WithRSAEncryption only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its issuer makes it again with SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The revocation list in %1 has %2 bytes. Packs take 131072 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its issuer leaves out certificates that have expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request in %1 is signed with %2, which proves nothing any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is good: its holder makes the request again with SHA-256 (keytool: -sigalg SHA256withRSA).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds several keys: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no such key. It has: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds certificates only, and no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person who made the file for one with the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a key, but no certificate for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your issuer for the certificate and install it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no certificate of this key, but of others: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the key that it belongs to, or another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no integrity check (MAC): nothing shows whether it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again: openssl pkcs12 -in FILE -nomacver -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.p12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The integrity check of %1 is not known here (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made by an old program (%2), which OpenSSL can only read with its legacy module; that is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encryption of %1 is not known here (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 derives its key in a way that is not used here (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has one passphrase for the file and another for what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again with one for both: openssl pkcs12 -twopass -in FILE -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.p12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a private key without a passphrase: everybody who finds it has the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into a key file: openssl pkcs12 -export -in FILE -out NEW.p12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a PKCS#12 file with this one key, so no certificate is put into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one: openssl pkcs12 -export -in FILE -out NEW.p12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates in %1 are under a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them out: openssl pkcs12 -in FILE -nokeys -out CERTIFICATE.pem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx *.pem *.key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests (*.csr *.req *.p10 *.pem *.der *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation lists (*.crl *.pem *.der *.p7b *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for more computing before it opens than is done here (%2 iterations).</source>
        <translation>%1 exige para abrirse más cálculo del que se hace aquí (%2 iteraciones).</translation>
    </message>
    <message>
        <source>Ask the person who made it for one with fewer iterations.</source>
        <translation>Pida a quien lo hizo uno con menos iteraciones.</translation>
    </message>
</context>
<context>
    <name>packwarden::FleetPage</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Open in Inspector</source>
        <translation>Abrir en el inspector</translation>
    </message>
    <message>
        <source>Theft-lock…</source>
        <translation>Bloqueo antirrobo…</translation>
    </message>
    <message>
        <source>Roll out…</source>
        <translation>Desplegar…</translation>
    </message>
    <message>
        <source>Search packs</source>
        <translation>Buscar packs</translation>
    </message>
    <message>
        <source>Which packs</source>
        <translation>Qué packs</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>Todos los packs</translation>
    </message>
    <message>
        <source>On the bus</source>
        <translation>En el bus</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requieren atención</translation>
    </message>
    <message>
        <source>Bring a document that is ready to the chosen packs</source>
        <translation>Llevar un documento que está listo a los packs elegidos</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>SoC</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Min cell</source>
        <translation>Celda mín.</translation>
    </message>
    <message>
        <source>Max cell</source>
        <translation>Celda máx.</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Hottest</source>
        <translation>Más caliente</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Does not know</source>
        <translation>No conoce</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Choose the columns. Drag a title to move its column.</source>
        <translation>Elija las columnas. Arrastre un título para mover su columna.</translation>
    </message>
    <message>
        <source>Save this list as CSV…</source>
        <translation>Guardar esta lista como CSV…</translation>
    </message>
    <message>
        <source>Lock the chosen packs against theft. No vehicle on the road is stopped.</source>
        <translation>Bloquear los packs elegidos contra el robo. Ningún vehículo en marcha se detiene.</translation>
    </message>
    <message>
        <source>More for the chosen packs</source>
        <translation>Más para los packs elegidos</translation>
    </message>
    <message>
        <source>More for the chosen packs: end a lock, tighten a limit, replace a part, decommission</source>
        <translation>Más para los packs elegidos: levantar un bloqueo, estrechar un límite, cambiar una pieza, retirar del servicio</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n elegido</numerusform>
            <numerusform>%n elegidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>No pack fits. Clear the search or choose “All packs”.</source>
        <translation>Ningún pack coincide. Borre la búsqueda o elija «Todos los packs».</translation>
    </message>
    <message>
        <source>No pack was heard yet. Connect a bus, or start the demo; every pack that is read once stays here.</source>
        <translation>Aún no se ha oído ningún pack. Conecte un bus o inicie la demo; cada pack que se lee una vez queda aquí.</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>no oído</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>nunca leído</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n lista</numerusform>
            <numerusform>%n listas</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>last: %1</source>
        <comment>state of a pack that is not heard</comment>
        <translation>último: %1</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Search, or soc&lt;20</source>
        <translation>Buscar, o soc&lt;20</translation>
    </message>
    <message>
        <source>Words are searched for in serial, owner, hardware and state. Or ask for values: soc&lt;20, faults&gt;0, owner:leasing, tomorrow:stops, days&gt;3, lock:unknown; with not, or, and brackets.</source>
        <translation>Las palabras se buscan en la serie, el propietario, el hardware y el estado. O pregunte por valores: soc&lt;20, faults&gt;0, owner:leasing, tomorrow:stops, days&gt;3, lock:unknown; con not, or y paréntesis.</translation>
    </message>
    <message>
        <source>Show how values lie</source>
        <translation>Mostrar la distribución de los valores</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>party that met a pack, and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Searches, columns and their order under a name; and groups of packs</source>
        <translation>Búsquedas, columnas y su orden bajo un nombre; y grupos de packs</translation>
    </message>
    <message>
        <source>Keep this view…</source>
        <translation>Guardar esta vista…</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>Quitar una vista</translation>
    </message>
    <message>
        <source>Choose all packs on show</source>
        <translation>Elegir todos los packs mostrados</translation>
    </message>
    <message>
        <source>Groups…</source>
        <translation>Grupos…</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>The search, the columns and their order are kept under this name:</source>
        <translation>La búsqueda, las columnas y su orden se guardan con este nombre:</translation>
    </message>
    <message>
        <source>Type a name of at most 64 characters.</source>
        <translation>Escriba un nombre de 64 caracteres como máximo.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state of a pack, not proved</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>packwarden::FleetWords</name>
    <message numerus="yes">
        <source>Tomorrow: %n pack(s) could not start.</source>
        <translation>
            <numerusform>Mañana: %n pack no podría arrancar.</numerusform>
            <numerusform>Mañana: %n packs no podrían arrancar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow: every pack starts, by what each said when it was read. The oldest word is of %1.</source>
        <translation>Mañana: todos los packs arrancan, según lo que dijo cada uno al ser leído. La palabra más antigua es del %1.</translation>
    </message>
    <message>
        <source>Tomorrow: nothing known here keeps a pack from starting.</source>
        <translation>Mañana: nada de lo que aquí se sabe impide arrancar a un pack.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>pack, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 stands in fault.</source>
        <translation>%1 está en fallo.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more.</source>
        <translation>
            <numerusform>y %n más.</numerusform>
            <numerusform>y %n más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n pack(s) this console cannot tell.</source>
        <translation>
            <numerusform>De %n pack esta consola no puede decirlo.</numerusform>
            <numerusform>De %n packs esta consola no puede decirlo.</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 start tomorrow</source>
        <comment>packs</comment>
        <translation>%L1 arrancan mañana</translation>
    </message>
    <message>
        <source>%L1 could not start</source>
        <comment>packs</comment>
        <translation>%L1 no podrían arrancar</translation>
    </message>
    <message>
        <source>%L1 with faults</source>
        <comment>packs</comment>
        <translation>%L1 con fallos</translation>
    </message>
    <message>
        <source>%L1 neither heard nor read for 3 days</source>
        <comment>packs</comment>
        <translation>%L1 ni oídos ni leídos desde hace 3 días</translation>
    </message>
    <message>
        <source>%L1 packs: %2</source>
        <comment>number, what is to be said of them</comment>
        <translation>%L1 packs: %2</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>arranca</translation>
    </message>
    <message>
        <source>cannot start</source>
        <translation>no puede arrancar</translation>
    </message>
    <message>
        <source>in fault</source>
        <translation>en fallo</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>contradicción</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>By what the pack said on %1.</source>
        <translation>Según lo que dijo el pack el %1.</translation>
    </message>
    <message>
        <source>This pack was never read.</source>
        <translation>Este pack nunca se ha leído.</translation>
    </message>
    <message>
        <source>At least one known key starts it tomorrow.</source>
        <translation>Al menos una clave conocida lo arranca mañana.</translation>
    </message>
    <message numerus="yes">
        <source>None of %n known key(s) starts it tomorrow.</source>
        <translation>
            <numerusform>La clave conocida (%n) no lo arranca mañana.</numerusform>
            <numerusform>Ninguna de las %n claves conocidas lo arranca mañana.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pack stands in fault now. It does not start until the cause is mended.</source>
        <translation>El pack está en fallo ahora. No arranca para nadie hasta que se elimine la causa.</translation>
    </message>
    <message>
        <source>No key that may start it is known to this console.</source>
        <translation>Esta consola no conoce ninguna clave que pueda arrancarlo.</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactivo</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>theft-locked</source>
        <translation>bloqueado por robo</translation>
    </message>
    <message>
        <source>locks at standstill</source>
        <translation>se bloquea al detenerse</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>sending, %1 %</source>
        <translation>enviando, %1&#xa0;%</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>applied, receipt kept</source>
        <translation>aplicado, recibo guardado</translation>
    </message>
    <message>
        <source>applied, then: %1</source>
        <translation>aplicado, después: %1</translation>
    </message>
    <message>
        <source>a new fault</source>
        <translation>un fallo nuevo</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>no iniciado</translation>
    </message>
    <message>
        <source>Applied on %1 of %2.</source>
        <translation>Aplicado en %1 de %2.</translation>
    </message>
    <message>
        <source>Stopping: one pack&apos;s answer is still due.</source>
        <translation>Deteniendo: aún falta la respuesta de un pack.</translation>
    </message>
    <message>
        <source>The roll-out is complete.</source>
        <translation>El despliegue está completo.</translation>
    </message>
    <message>
        <source>Stopped at the first anomaly; the packs that were not begun are unchanged.</source>
        <translation>Detenido en la primera anomalía; los packs no iniciados no han cambiado.</translation>
    </message>
    <message>
        <source>Cancelled; the packs that were not begun are unchanged.</source>
        <translation>Cancelado; los packs no iniciados no han cambiado.</translation>
    </message>
    <message>
        <source>There is no column “%1”. Columns are: %2.</source>
        <translation>No hay ninguna columna «%1». Las columnas son: %2.</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it without a unit, such as 20 or 3.65.</source>
        <translation>«%1» no es un número. Escríbalo sin unidad, por ejemplo 20 o 3.65.</translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation>Falta algo.</translation>
    </message>
    <message>
        <source>Something is missing beside “%1”.</source>
        <translation>Falta algo junto a «%1».</translation>
    </message>
    <message>
        <source>A bracket or a quotation mark has no partner: “%1”.</source>
        <translation>Un paréntesis o una comilla no tiene pareja: «%1».</translation>
    </message>
    <message>
        <source>There is no group “%1”.</source>
        <translation>No hay ningún grupo «%1».</translation>
    </message>
    <message>
        <source>The group “%1” would hold itself.</source>
        <translation>El grupo «%1» se contendría a sí mismo.</translation>
    </message>
    <message>
        <source>This is too long to be searched for.</source>
        <translation>Es demasiado largo para una búsqueda.</translation>
    </message>
    <message>
        <source>They are watched for %1 s more; then the next follow.</source>
        <translation>Se observan %1 s más; después siguen los próximos.</translation>
    </message>
</context>
<context>
    <name>packwarden::GroupsDialog</name>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Groups of packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Berlin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: owner:leasing serial&gt;=SDB-0100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the search of the fleet. Packs for which it holds belong to the group by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put in the %n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out the %n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Type a name. As it stands, %n known pack(s) would belong to it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known pack(s) belong to it now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another group has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule of another group names it. Change that first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::Inspection</name>
    <message>
        <source>The pack took the value, but it could not be read back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Read back from the pack: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack said yes, but holds %1. Another person may have set it meanwhile; look at the pack&apos;s own log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signed: %2, charter %3, policy %4, %5 records in its own log. The signature is by its device key, whose certificate ends in the manufacturer&apos;s root of the charter; the number it signed was made a moment ago.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::InspectorPage</name>
    <message>
        <source>Views of the pack</source>
        <translation>Vistas del pack</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>No pack chosen</source>
        <translation>Ningún pack elegido</translation>
    </message>
    <message>
        <source>No pack on the bus yet.</source>
        <translation>Aún no hay ningún pack en el bus.</translation>
    </message>
    <message>
        <source>Connect to a bus with packs; they appear here by themselves.</source>
        <translation>Conéctese a un bus con packs; aparecen aquí por sí solos.</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>carga</translation>
    </message>
    <message>
        <source>pack</source>
        <translation>pack</translation>
    </message>
    <message>
        <source>current</source>
        <translation>corriente</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>temperatura</translation>
    </message>
    <message>
        <source>health</source>
        <translation>salud</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>celdas</translation>
    </message>
    <message>
        <source>It has told no serial number: it can be watched, and asked nothing.</source>
        <translation>No ha dado número de serie: se puede observar, pero no preguntarle nada.</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Nodo %1</translation>
    </message>
    <message>
        <source>Faults %1</source>
        <translation>Fallos %1</translation>
    </message>
    <message>
        <source>As it was at %1.</source>
        <translation>Tal como estaba a las %1.</translation>
    </message>
    <message>
        <source>Cells and figures are of that instant. Esc in the trend goes back to now.</source>
        <translation>Las celdas y las cifras son de ese instante. Esc en la curva vuelve al presente.</translation>
    </message>
    <message>
        <source>charge (%1 … %2)</source>
        <translation>carga (%1 … %2)</translation>
    </message>
    <message>
        <source>State of charge. The pack may be used from %1 % to %2 %.</source>
        <translation>Estado de carga. El pack puede usarse de %1&#xa0;% a %2&#xa0;%.</translation>
    </message>
    <message>
        <source>State of charge.</source>
        <translation>Estado de carga.</translation>
    </message>
    <message>
        <source>Voltage of the whole pack. Its contactors are closed.</source>
        <translation>Tensión de todo el pack. Sus contactores están cerrados.</translation>
    </message>
    <message>
        <source>Voltage of the whole pack. Its contactors are open.</source>
        <translation>Tensión de todo el pack. Sus contactores están abiertos.</translation>
    </message>
    <message>
        <source>charging</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>discharging</source>
        <translation>descargando</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>en reposo</translation>
    </message>
    <message>
        <source>Positive while charging. Now the pack takes at most %1 A and gives at most %2 A.</source>
        <translation>Positiva al cargar. Ahora el pack toma como máximo %1&#xa0;A y da como máximo %2&#xa0;A.</translation>
    </message>
    <message>
        <source>hottest, coldest %1</source>
        <translation>más caliente, más frío %1</translation>
    </message>
    <message>
        <source>Module %1 is hottest with %2 °C, module %3 coldest with %4 °C.</source>
        <translation>El módulo %1 es el más caliente con %2&#xa0;°C, el módulo %3 el más frío con %4&#xa0;°C.</translation>
    </message>
    <message>
        <source>State of health: what is left of the capacity when new.</source>
        <translation>Estado de salud: lo que queda de la capacidad de cuando era nuevo.</translation>
    </message>
    <message>
        <source>from cell %1 to %2</source>
        <translation>de la celda %1 a la %2</translation>
    </message>
    <message>
        <source>cells apart</source>
        <translation>diferencia entre celdas</translation>
    </message>
    <message>
        <source>Cell %1 is lowest with %2 V, cell %3 highest with %4 V.</source>
        <translation>La celda %1 es la más baja con %2&#xa0;V, la celda %3 la más alta con %4&#xa0;V.</translation>
    </message>
    <message>
        <source>How far the lowest and the highest cell are apart.</source>
        <translation>Diferencia entre la celda más baja y la más alta.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
</context>
<context>
    <name>packwarden::InstallDialog</name>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Archivo de clave</translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>The file that the issuer sent back, and the key that it is for. What the key file had before is replaced by the new certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1 Installed: %2, %3, until %4. You can sign in with this key now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issuing authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the key…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::InviteDialog</name>
    <message>
        <source>Invite a partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save the invitation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file with the charter, the policy and what is known of the packs. With it a partner can read and sign without a bus. Send it by any way, and read the fingerprint to the partner by voice; it is the same each time you open this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) that hold these rules</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copiar la huella</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>This console trusts no rules yet, so there is nothing to invite to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack with these rules is known here yet, and a partner needs its limits. Connect to one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1. The partner opens it with Packwarden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::JobCardBar</name>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records the bus again, until the job is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the job without a report; what was recorded and signed stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job of %1 is still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job of %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signs its state…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signs its state once more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a job card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what was done, has the pack sign its state again, and makes the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the pack sign its state as you found it, and records the bus until the job is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was wrong, what was done, which parts were replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signs its state once more. The report, both signed states and the recording are kept together. What you type is kept if you cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close and make the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There will be no report, and %1 is not asked for its state again. What it signed when the job was opened and what was recorded stay in the folder of the recordings; the audit says that the job was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the job of %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::JobReport</name>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>mean %1; most %2, cell %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>life cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charter</source>
        <translation>carta</translation>
    </message>
    <message>
        <source>policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theft-lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paired parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records in its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charge</source>
        <translation>carga</translation>
    </message>
    <message>
        <source>health</source>
        <translation>salud</translation>
    </message>
    <message>
        <source>voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cell %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resistance of the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faults that last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job card: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was found, and how it was left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>* differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells as they were left, mV from the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both signed states carry a number that this console made a moment before, and the signature of the pack&apos;s own key, whose certificate ends in the manufacturer&apos;s root of the charter. They lie beside this report; what was heard on the bus is not signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording of the bus: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells as they were found, mV from the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard on the bus, not signed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::JoinDialog</name>
    <message>
        <source>Join by invitation</source>
        <translation>Unirse por invitación</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitations (*.pwinv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or the rules as two files:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charters (*.pwchr)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Policies (*.pwpol)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Policy&apos;s fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file can be forged on its way; the fingerprint cannot. Ask a partner whom you know to read theirs to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect these rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept these rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I compared the fingerprint with a partner by voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>I compared both fingerprints with a partner by voice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::KeyChoice</name>
    <message>
        <source>Key to use</source>
        <translation>Clave que usar</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Elegir una clave</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Otra clave</translation>
    </message>
</context>
<context>
    <name>packwarden::KeyDetail</name>
    <message>
        <source>Fingerprint to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the other fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>No key chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a key to see what it is good for, which packs it opens, and what to compare by voice with its holder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1 (NIST SP 800-57: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This root is not one of the charter&apos;s: nothing under it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its issuer made this key: it fills no seat in layers 3 and 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A root opens nothing by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking what the packs know…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, every digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the same: digits are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the same. Do not rely on this key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::KeyDialog</name>
    <message>
        <source>Issuing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the issuing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This issuer has never made a list before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .p12 file, or a token&apos;s pkcs11: address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase or PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise its newest list must be known here: a list that starts again would forget revocations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as long as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person has a year as a rule; nothing outlives its issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>List file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the key and making the files…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::KeysPage</name>
    <message>
        <source>party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issuing authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pack %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compromised…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certify a key by the request file (.csr) that its holder made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke all that derives from this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys are known yet. Trust the rules of a pack first; then every certificate that comes along with rules, documents and lists is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare and trust rules…</source>
        <translation>Comparar reglas y confiar en ellas…</translation>
    </message>
    <message>
        <source>Select them, to renew them together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name, role, fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft a change of the parties: admit, remove, hand over, transfer, renew a root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Keys by party and person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New certificates for the same keys. Several keys of one issuer are renewed in one go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that are renewed together have one issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) end within 60 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as an issuing authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, for pack %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This certifies the key %1 of %2. Packs will take it for what the policy gives that role. Compare the key with its holder first; the certificate is recorded and written to a file for the holder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Renew %n certificate(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the same key and role, a new certificate. The old one stays valid until its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Renovar</translation>
    </message>
    <message>
        <source>Key compromised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every certificate of %1, and all that derives from it, is revoked in this issuer&apos;s next list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) of %1 are revoked in the issuer&apos;s next list:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A pack goes on accepting the key until a console brings it the list: %n pack(s) have to hear of it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be taken back. Signatures by this key under way no longer count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more certificate(s) of this person or key stay valid: revoke them as well if they must not be used.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a key, put a certificate beside it, take in what others sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person&apos;s certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a revocation list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a revocation list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known here from now on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copiar la huella</translation>
    </message>
    <message>
        <source>Save certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::KeysWords</name>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended: revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended: expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compromised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pre-activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>suspended: what is above it does not hold, or this issuer may not give the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deactivated, by revocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deactivated, by its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name contains characters that cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name mixes letters of several alphabets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name contains combining marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Can be mistaken for %n other name(s): %1. Compare the fingerprints.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No pack was read yet, so it is not known what this key opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>By what they said when last read, %1 of %n pack(s) accept this key.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) know; this key still opens %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow: %1 can still start a pack, with another certificate that stays valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow: every pack starts as before, as far as is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow: %1 could not start any more; each pack still has a driver who can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow: %1 and %2 could not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, until %3, number %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certified: %1. Give the file back to its holder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>List %1 revokes %n certificate(s). Packs know it once a console brings it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Other issuers have to revoke: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls with it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No person known here holds the role %1 any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) under way carry such a signature.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others can read the issuing key&apos;s file: make it readable for yourself alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::LifeCycleSteps</name>
    <message>
        <source>Life cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To come: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::LimitScale</name>
    <message>
        <source>Value between its limits</source>
        <translation>Valor entre sus límites</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>ahora %1</translation>
    </message>
    <message>
        <source>proposed %1</source>
        <translation>propuesto %1</translation>
    </message>
    <message>
        <source>soft limit %1 to %2</source>
        <translation>límite blando de %1 a %2</translation>
    </message>
    <message>
        <source>charter %1 to %2</source>
        <translation>carta de %1 a %2</translation>
    </message>
    <message>
        <source>silicon %1 to %2</source>
        <translation>silicio de %1 a %2</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>blando</translation>
    </message>
    <message>
        <source>charter</source>
        <translation>carta</translation>
    </message>
    <message>
        <source>silicon</source>
        <translation>silicio</translation>
    </message>
</context>
<context>
    <name>packwarden::ListFreshness</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Revocation lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of date for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 1 for %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers 1 to %1 for %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, list %2: %3; next update %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this console has list %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, list %2 (here: %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, list %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::LiveView</name>
    <message>
        <source>Chosen cell, faults, pack</source>
        <translation>Celda elegida, fallos, pack</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Lo que muestran las celdas</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>Escala de los colores</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>relativa</translation>
    </message>
    <message>
        <source>by the pack&apos;s limits</source>
        <translation>según los límites del pack</translation>
    </message>
    <message>
        <source>Weakest</source>
        <translation>La más débil</translation>
    </message>
    <message>
        <source>Choose the cell that stands out: by its resistance where it is known, or else by its voltage</source>
        <translation>Elige la celda que destaca: por su resistencia si se conoce, o si no por su tensión</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Celdas</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Takes at most</source>
        <translation>Toma como máximo</translation>
    </message>
    <message>
        <source>Gives at most</source>
        <translation>Da como máximo</translation>
    </message>
    <message>
        <source>Contactors</source>
        <translation>Contactores</translation>
    </message>
    <message>
        <source>Insulation</source>
        <translation>Aislamiento</translation>
    </message>
    <message>
        <source>Policy version</source>
        <translation>Versión de la política</translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation>Solicitudes rechazadas</translation>
    </message>
    <message>
        <source>Lost frames</source>
        <translation>Tramas perdidas</translation>
    </message>
    <message>
        <source>The limits of this pack were not read yet.</source>
        <translation>Los límites de este pack aún no se han leído.</translation>
    </message>
    <message>
        <source>No cell stands out.</source>
        <translation>Ninguna celda destaca.</translation>
    </message>
    <message>
        <source>mean %1 V · spread %2 mV</source>
        <translation>media %1&#xa0;V · diferencia %2&#xa0;mV</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>A las %1: %2</translation>
    </message>
    <message>
        <source>%1 A</source>
        <translation>%1&#xa0;A</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrados</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abiertos</translation>
    </message>
    <message>
        <source>%1 kΩ</source>
        <translation>%1&#xa0;kΩ</translation>
    </message>
</context>
<context>
    <name>packwarden::MainWindow</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Flota</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Permisos</translation>
    </message>
    <message>
        <source>Sign-offs</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Save the list of packs</source>
        <translation>Guardar la lista de packs</translation>
    </message>
    <message>
        <source>The list was written to %1.</source>
        <translation>La lista se escribió en %1.</translation>
    </message>
</context>
<context>
    <name>packwarden::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::MatrixKeys</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Conditions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that this role may do…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All who may do this…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::MatrixView</name>
    <message>
        <source>Frozen columns of the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each capability takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Companies and their roles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirla</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>Enviar por correo</translation>
    </message>
    <message>
        <source>A letter is begun. Attach the file yourself: %1</source>
        <translation>Se ha empezado un mensaje. Adjunte usted el archivo: %1</translation>
    </message>
    <message>
        <source>No program for e-mail was found here. Send this file: %1</source>
        <translation>No se encontró aquí ningún programa de correo. Envíe este archivo: %1</translation>
    </message>
</context>
<context>
    <name>packwarden::Names</name>
    <message>
        <source>max SoC</source>
        <translation>carga máx.</translation>
    </message>
    <message>
        <source>min SoC</source>
        <translation>carga mín.</translation>
    </message>
    <message>
        <source>max cell voltage</source>
        <translation>tensión máx. de celda</translation>
    </message>
    <message>
        <source>min cell voltage</source>
        <translation>tensión mín. de celda</translation>
    </message>
    <message>
        <source>max cell temperature</source>
        <translation>temperatura máx. de celda</translation>
    </message>
    <message>
        <source>min charge temperature</source>
        <translation>temperatura mín. de carga</translation>
    </message>
    <message>
        <source>max charge temperature</source>
        <translation>temperatura máx. de carga</translation>
    </message>
    <message>
        <source>max charge current</source>
        <translation>corriente máx. de carga</translation>
    </message>
    <message>
        <source>max discharge current</source>
        <translation>corriente máx. de descarga</translation>
    </message>
    <message>
        <source>charge target</source>
        <translation>objetivo de carga</translation>
    </message>
    <message>
        <source>power limit</source>
        <translation>límite de potencia</translation>
    </message>
    <message>
        <source>max feed-back power</source>
        <translation>potencia máx. devuelta</translation>
    </message>
    <message>
        <source>balancing threshold</source>
        <translation>umbral de equilibrado</translation>
    </message>
    <message>
        <source>rest voltage threshold</source>
        <translation>umbral de tensión en reposo</translation>
    </message>
    <message>
        <source>service interval</source>
        <translation>intervalo de mantenimiento</translation>
    </message>
    <message>
        <source>set max SoC</source>
        <translation>fijar la carga máx.</translation>
    </message>
    <message>
        <source>set min SoC</source>
        <translation>fijar la carga mín.</translation>
    </message>
    <message>
        <source>set charge current</source>
        <translation>fijar la corriente de carga</translation>
    </message>
    <message>
        <source>set discharge current</source>
        <translation>fijar la corriente de descarga</translation>
    </message>
    <message>
        <source>set feed-back power</source>
        <translation>fijar la potencia devuelta</translation>
    </message>
    <message>
        <source>set max cell voltage</source>
        <translation>fijar la tensión máx. de celda</translation>
    </message>
    <message>
        <source>set min cell voltage</source>
        <translation>fijar la tensión mín. de celda</translation>
    </message>
    <message>
        <source>set temperature limits</source>
        <translation>fijar los límites de temperatura</translation>
    </message>
    <message>
        <source>set balance limits</source>
        <translation>fijar los límites de equilibrado</translation>
    </message>
    <message>
        <source>set charge target</source>
        <translation>fijar el objetivo de carga</translation>
    </message>
    <message>
        <source>set power limit</source>
        <translation>fijar el límite de potencia</translation>
    </message>
    <message>
        <source>set service interval</source>
        <translation>fijar el intervalo de mantenimiento</translation>
    </message>
    <message>
        <source>activate</source>
        <translation>activar</translation>
    </message>
    <message>
        <source>deactivate</source>
        <translation>desactivar</translation>
    </message>
    <message>
        <source>read status</source>
        <translation>leer el estado</translation>
    </message>
    <message>
        <source>read cells in detail</source>
        <translation>leer las celdas en detalle</translation>
    </message>
    <message>
        <source>read service faults</source>
        <translation>leer los fallos</translation>
    </message>
    <message>
        <source>clear service faults</source>
        <translation>borrar los fallos</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>equilibrar</translation>
    </message>
    <message>
        <source>self test</source>
        <translation>autocomprobación</translation>
    </message>
    <message>
        <source>isolate module</source>
        <translation>aislar un módulo</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>reiniciar</translation>
    </message>
    <message>
        <source>lock against theft</source>
        <translation>bloquear contra el robo</translation>
    </message>
    <message>
        <source>end a theft-lock</source>
        <translation>levantar un bloqueo antirrobo</translation>
    </message>
    <message>
        <source>replace component</source>
        <translation>cambiar una pieza</translation>
    </message>
    <message>
        <source>hand over to operator</source>
        <translation>entregar al operador</translation>
    </message>
    <message>
        <source>transfer ownership</source>
        <translation>transferir la propiedad</translation>
    </message>
    <message>
        <source>change policy, layers 1 to 3</source>
        <translation>cambiar la política, capas 1 a 3</translation>
    </message>
    <message>
        <source>change policy, layer 4</source>
        <translation>cambiar la política, capa 4</translation>
    </message>
    <message>
        <source>update BSP software</source>
        <translation>actualizar el software del BSP</translation>
    </message>
    <message>
        <source>decommission</source>
        <translation>retirar del servicio</translation>
    </message>
    <message>
        <source>disable a protection</source>
        <translation>desactivar una protección</translation>
    </message>
    <message>
        <source>pass a silicon limit</source>
        <translation>pasar un límite del silicio</translation>
    </message>
    <message>
        <source>read a secret</source>
        <translation>leer un secreto</translation>
    </message>
    <message>
        <source>activate with a foreign component</source>
        <translation>activar con una pieza ajena</translation>
    </message>
    <message>
        <source>open the front door</source>
        <translation>abrir la puerta principal</translation>
    </message>
    <message>
        <source>open the classrooms</source>
        <translation>abrir las aulas</translation>
    </message>
    <message>
        <source>open the gym</source>
        <translation>abrir el gimnasio</translation>
    </message>
    <message>
        <source>open the pupils&apos; records</source>
        <translation>abrir los expedientes de los alumnos</translation>
    </message>
    <message>
        <source>open the tool shed</source>
        <translation>abrir el cobertizo de herramientas</translation>
    </message>
    <message>
        <source>open the safe</source>
        <translation>abrir la caja fuerte</translation>
    </message>
    <message>
        <source>open the boiler room</source>
        <translation>abrir la sala de calderas</translation>
    </message>
    <message>
        <source>lock the fire exit</source>
        <translation>cerrar con llave la salida de emergencia</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>ingeniero</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>conductor</translation>
    </message>
    <message>
        <source>fleet manager</source>
        <translation>gestor de flota</translation>
    </message>
    <message>
        <source>asset manager</source>
        <translation>gestor de activos</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>especialista</translation>
    </message>
    <message>
        <source>power operator</source>
        <translation>operador de energía</translation>
    </message>
    <message>
        <source>technician</source>
        <translation>técnico</translation>
    </message>
    <message>
        <source>platform engineer</source>
        <translation>ingeniero de plataforma</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Fabricante</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Cell data</source>
        <translation>Datos de celdas</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energía</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>party, role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Nodo %1</translation>
    </message>
    <message>
        <source>1 · User abuse</source>
        <translation>1 · Abuso del usuario</translation>
    </message>
    <message>
        <source>2 · Service error</source>
        <translation>2 · Error de mantenimiento</translation>
    </message>
    <message>
        <source>3 · Financial harm</source>
        <translation>3 · Daño económico</translation>
    </message>
    <message>
        <source>4 · Physical harm</source>
        <translation>4 · Daño físico</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>Discharging</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>en blanco</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>identificado</translation>
    </message>
    <message>
        <source>paired</source>
        <translation>emparejado</translation>
    </message>
    <message>
        <source>limits entered</source>
        <translation>límites introducidos</translation>
    </message>
    <message>
        <source>chartered</source>
        <translation>con carta</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sellado</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>en servicio</translation>
    </message>
    <message>
        <source>decommissioned</source>
        <translation>retirado del servicio</translation>
    </message>
    <message>
        <source>Audit begun</source>
        <translation>Registro iniciado</translation>
    </message>
    <message>
        <source>Audit taken over by a newer version</source>
        <translation>Registro adoptado por una versión más reciente</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Trust rules</source>
        <translation>Confiar en reglas</translation>
    </message>
    <message>
        <source>Draft request</source>
        <translation>Redactar solicitud</translation>
    </message>
    <message>
        <source>Sign request</source>
        <translation>Firmar solicitud</translation>
    </message>
    <message>
        <source>Enter own value</source>
        <translation>Introducir el valor propio</translation>
    </message>
    <message>
        <source>Merge request</source>
        <translation>Unir copias</translation>
    </message>
    <message>
        <source>Deliver request</source>
        <translation>Entregar solicitud</translation>
    </message>
    <message>
        <source>Withdraw document</source>
        <translation>Retirar documento</translation>
    </message>
    <message>
        <source>Reject document</source>
        <translation>Rechazar documento</translation>
    </message>
    <message>
        <source>Follow new rules</source>
        <translation>Seguir reglas nuevas</translation>
    </message>
    <message>
        <source>Notice a contradiction</source>
        <translation>Advertir una contradicción</translation>
    </message>
    <message>
        <source>Decide about a head</source>
        <translation>Decidir sobre un estado de registro</translation>
    </message>
    <message>
        <source>Forget the rules</source>
        <translation>Olvidar las reglas</translation>
    </message>
    <message>
        <source>Decide about a contradiction</source>
        <translation>Decidir sobre una contradicción</translation>
    </message>
    <message>
        <source>Bring withdrawal</source>
        <translation>Llevar retirada</translation>
    </message>
    <message>
        <source>Take in list</source>
        <translation>Admitir una lista</translation>
    </message>
    <message>
        <source>Bring list</source>
        <translation>Llevar lista</translation>
    </message>
    <message>
        <source>Bring the time</source>
        <translation>Llevar la hora</translation>
    </message>
    <message>
        <source>Provision pack</source>
        <translation>Poner en marcha un pack</translation>
    </message>
    <message>
        <source>Act on pack</source>
        <translation>Actuar sobre un pack</translation>
    </message>
    <message>
        <source>Make list</source>
        <translation>Hacer una lista</translation>
    </message>
    <message>
        <source>Make key</source>
        <translation>Crear clave</translation>
    </message>
    <message>
        <source>Ask for certificate</source>
        <translation>Pedir certificado</translation>
    </message>
    <message>
        <source>Install certificate</source>
        <translation>Instalar certificado</translation>
    </message>
    <message>
        <source>Issue certificate</source>
        <translation>Emitir certificado</translation>
    </message>
    <message>
        <source>Renew certificate</source>
        <translation>Renovar certificado</translation>
    </message>
    <message>
        <source>Ask for a right</source>
        <translation>Pedir un derecho</translation>
    </message>
    <message>
        <source>Answer for a right</source>
        <translation>Responder a una petición de derecho</translation>
    </message>
    <message>
        <source>Hear an answer for a right</source>
        <translation>Conocer la respuesta a una petición</translation>
    </message>
    <message>
        <source>Publish to an exchange</source>
        <translation>Publicar en un intercambio</translation>
    </message>
    <message>
        <source>Fetch from an exchange</source>
        <translation>Recoger de un intercambio</translation>
    </message>
    <message>
        <source>Witness another audit</source>
        <translation>Dar fe de otro registro</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>empezado</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>contradicción</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>rechazado: %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>node, bus</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Change a group</source>
        <translation>Cambiar un grupo</translation>
    </message>
    <message>
        <source>Remove a group</source>
        <translation>Eliminar un grupo</translation>
    </message>
    <message>
        <source>Begin a roll-out</source>
        <translation>Iniciar un despliegue</translation>
    </message>
    <message>
        <source>End a roll-out</source>
        <translation>Terminar un despliegue</translation>
    </message>
</context>
<context>
    <name>packwarden::NavigationRail</name>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
</context>
<context>
    <name>packwarden::NestedLimits</name>
    <message>
        <source>Value between its limits</source>
        <translation>Valor entre sus límites</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>ahora %1</translation>
    </message>
    <message>
        <source>proposed %1</source>
        <translation>propuesto %1</translation>
    </message>
    <message>
        <source>by default %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 de %2 a %3</translation>
    </message>
    <message>
        <source>Silicon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::NewAmendmentDialog</name>
    <message>
        <source>vacant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with the company, by voice or on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its revocation list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the charter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change who is in the charter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>For example: energy-market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: market-operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Market operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charter lets the matrix grant these to its role; nothing is granted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (layer %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the place now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From then on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gains and loses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, good until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List %1, good until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprint with the company, then tick it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People could take this name for %1, which has another root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, under the new root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as soon as a pack would take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack with this charter is known here, so it cannot be said before one is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::NewCommandDialog</name>
    <message>
        <source>I know that this cannot be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have something happen to packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Valor nuevo</translation>
    </message>
    <message>
        <source>Its id, as it stands on the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported stolen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack is known here yet: connect to one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the new value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value cannot be asked for; see the reason below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm that it cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as soon as the pack would take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Asking %n pack(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::NewKeyDialog</name>
    <message>
        <source>Key file</source>
        <translation>Archivo de clave</translation>
    </message>
    <message>
        <source>Where is the key kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copiar la huella</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an issuing authority of a company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RSA %1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RSA %1 bits, slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key stays in its file. Beside it a request is written, for the person who issues certificates for this company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Enter the name, as people say it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A certificate carries names of at most %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name needs a letter from a to z or a digit: its short form names the person in records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy has no role for this company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the key is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists. Choose another name: no file is written over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The passphrase has fewer than %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the passphrase twice, both times the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The key is made, and waits for its certificate.

Next: send %2 to the person who issues certificates for %3, and read this fingerprint to them by voice: %4

When the certificate comes back, choose Install certificate… on this page and name the key file %5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::NewRequestDialog</name>
    <message>
        <source>New request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Valor nuevo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Ask for another value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a time, until the end of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end of this day the pack goes back to the value that it had before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is for one cell, not for the pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is for the pack, not for one cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit is degrees Celsius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Layer %1: needs the signatures of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It passes a soft limit or step, so one more must sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a value to see who must sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack is known here yet: connect to one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Tick at least one pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Asking %n pack(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type the new value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value cannot be asked for; see the reason below it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::NoticeDesk</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) want your signature</source>
        <translation>
            <numerusform>%n documento espera su firma</numerusform>
            <numerusform>%n documentos esperan su firma</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::NumberEdit</name>
    <message>
        <source>New value</source>
        <translation>Valor nuevo</translation>
    </message>
</context>
<context>
    <name>packwarden::OddPacks</name>
    <message>
        <source>The packs of the first line stay.</source>
        <translation>Los packs de la primera línea se quedan.</translation>
    </message>
    <message>
        <source>Not all chosen packs start from the same value on the same hardware:</source>
        <translation>No todos los packs elegidos parten del mismo valor en el mismo hardware:</translation>
    </message>
    <message numerus="yes">
        <source>and %n other value(s) or hardware</source>
        <translation>
            <numerusform>y %n valor o hardware más</numerusform>
            <numerusform>y %n valores o hardware más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n pack(s)</source>
        <translation>
            <numerusform>Quitar %n pack</numerusform>
            <numerusform>Quitar %n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out packs that start differently</source>
        <translation>Dejar fuera los packs que parten de otra cosa</translation>
    </message>
</context>
<context>
    <name>packwarden::OnionFilter</name>
    <message numerus="yes">
        <source>Layer %1: %n capability(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Layer %1: %2 of %n capability(s) shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Click to show this layer alone, or with others that are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::PackChooser</name>
    <message>
        <source>%1 · theft-locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search packs</source>
        <translation>Buscar packs</translation>
    </message>
    <message>
        <source>A part of the serial, or a search such as lock:locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) chosen.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>More fit than are listed; type more of the serial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other pack fits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ParameterDesk</name>
    <message>
        <source>The rules of this pack are not known here, so it cannot be told who may set this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the policy, one key alone may not set this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not set this. Ask a person who is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>That is beyond the soft limit, where one key is not enough. Propose a change instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than the largest step for one key. Take a smaller one, or propose a change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ParameterDetail</name>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collecting signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready to deliver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied on other packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused by the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would be refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Ask for this right…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a parameter to see its limits, what is proposed for it and how it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not that it is known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) known here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that you may see after you found your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4 signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the request: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no person named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing known here has changed it. What other consoles delivered shows in the pack&apos;s own log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several companies must sign for another value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key is enough to set it. Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key alone is enough to set it, within the soft limit and the largest step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 of %2 from %3 to %4? The pack does it at once and keeps who did it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temporary value ends with it; it would have been in force until %1, and %2 after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the pack…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ParameterView</name>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>The pack&apos;s parameters show here as soon as it has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between silicon, charter and soft limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for another %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::PartsBox</name>
    <message>
        <source>This is part %1 of %2 of one request.</source>
        <translation>Esta es la parte %1 de %2 de una misma solicitud.</translation>
    </message>
    <message numerus="yes">
        <source>Sign the other %n part(s), too</source>
        <translation>
            <numerusform>Firmar también la otra parte</numerusform>
            <numerusform>Firmar también las otras %n partes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject the other %n part(s), too</source>
        <translation>
            <numerusform>Rechazar también la otra parte</numerusform>
            <numerusform>Rechazar también las otras %n partes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the other %n part(s), too</source>
        <translation>
            <numerusform>Retirar también la otra parte</numerusform>
            <numerusform>Retirar también las otras %n partes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>serial numbers</comment>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They propose the same for %n more pack(s):</source>
        <translation>
            <numerusform>Allí se propone lo mismo para %n pack más:</numerusform>
            <numerusform>Allí se propone lo mismo para %n packs más:</numerusform>
        </translation>
    </message>
    <message>
        <source>Part %1 proposes something else. Look at it by itself.</source>
        <translation>La parte %1 propone otra cosa. Mírela por separado.</translation>
    </message>
    <message>
        <source>Part %1 is not here. Ask the author for it.</source>
        <translation>La parte %1 no está aquí. Pídasela al autor.</translation>
    </message>
</context>
<context>
    <name>packwarden::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
</context>
<context>
    <name>packwarden::PermissionDock</name>
    <message>
        <source>Who gains and loses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against what the pack holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Able today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest who can do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one company opens…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the chosen cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● alone   ◆ must sign   – no part
◇ one of several   ⊘ prohibited
+ only beyond a soft limit
× the charter bars it   … conditions
Keys: Space, A, M, O, E, 0, F, Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space: the next state. A: alone. M: must sign. O: one of several. E: beyond a soft limit. 0: no part. Return: conditions. F: fold the roles of a company. Insert: a new role. Shift and Ctrl select several cells; a click on a name or a head selects its row or column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rights of layers 3 and 4: how few it takes, and what one key or one company opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says here what it takes, who can do it, and which rule says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No role, in this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against %1, which holds policy %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? Asked for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::PermissionWords</name>
    <message>
        <source>no part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signs beyond a soft limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prohibited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · User abuse control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Service error mitigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · Financial harm control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 · Physical harm control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prohibited by the silicon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>any one key of %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A pack would refuse this: no contract clause is named for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack would refuse this: %1 may %2, which not every known pack can do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack would refuse this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no contract clause grants it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the company that issues the key uses the right itself (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: one company fills all seats (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can do everything that any role can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no role can do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the seat cannot be filled now (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the condition can never hold (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: ends on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: granted twice in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit is set for %1, which no known pack has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule between %1 can never hold within the charter&apos;s limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the character %2 in its text turns or hides what stands beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clause of a contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the row names several, but a pack does this for one key that holds the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let another issue it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that one is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others must sign here, so no role can act alone. Take their seats away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here any one key is enough. Say first who must sign, then who is one of several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The silicon prohibits this. No policy can grant it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>while %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>packs of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; or </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The charter bars %n of these cells; they stay as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) stay as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pack is in its group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purposes belong to activation alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::PermissionsPage</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Propose…</source>
        <translation>Proponer…</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Solo diferencias</translation>
    </message>
    <message>
        <source>Only problems</source>
        <translation>Solo problemas</translation>
    </message>
    <message>
        <source>Roles folded</source>
        <translation>Roles plegados</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Contratos</translation>
    </message>
    <message>
        <source>No rules are pinned here yet.
Connect a pack, compare the fingerprints that it offers, and trust its rules; then its policy stands here as a matrix.</source>
        <translation>Aquí aún no hay reglas fijadas.
Conecte un pack, compare las huellas que ofrece y confíe en sus reglas; entonces su política aparece aquí como matriz.</translation>
    </message>
    <message>
        <source>Learn it on a school building</source>
        <translation>Aprenderlo con una escuela</translation>
    </message>
    <message>
        <source>Compare and trust rules…</source>
        <translation>Comparar reglas y confiar en ellas…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrar…</translation>
    </message>
    <message>
        <source>Filter capabilities</source>
        <translation>Filtrar derechos</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Show what a company takes part in</source>
        <translation>Mostrar en qué participa una empresa</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>the packs</source>
        <translation>los packs</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>un archivo…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Take rules from a file or a template into the draft, or save it</source>
        <translation>Llevar al borrador las reglas de un archivo o de una plantilla, o guardarlo</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Open rules</source>
        <translation>Abrir reglas</translation>
    </message>
    <message>
        <source>Rules (*.json *.pwpol)</source>
        <translation>Reglas (*.json *.pwpol)</translation>
    </message>
    <message>
        <source>Template: courier fleet</source>
        <translation>Plantilla: flota de mensajería</translation>
    </message>
    <message>
        <source>Tutorial: the school building</source>
        <translation>Ejercicio: la escuela</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Exportar como JSON…</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Add, copy, edit or remove a role; lay out the columns</source>
        <translation>Añadir, copiar, editar o quitar un rol; ordenar las columnas</translation>
    </message>
    <message>
        <source>This draft would be lost if the program ended. %1</source>
        <translation>Este borrador se perdería si el programa terminara. %1</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Borrador descartado</translation>
    </message>
    <message>
        <source>The draft is discarded. Undo brings it back.</source>
        <translation>El borrador está descartado. Deshacer lo trae de vuelta.</translation>
    </message>
    <message>
        <source>A column stands for all roles of a company now. Unfold the roles to edit one.</source>
        <translation>Una columna representa ahora todos los roles de una empresa. Despliegue los roles para editar uno.</translation>
    </message>
    <message>
        <source>Draft taken along</source>
        <translation>Borrador incorporado</translation>
    </message>
    <message>
        <source>Draft brought back</source>
        <translation>Borrador recuperado</translation>
    </message>
    <message numerus="yes">
        <source>Your draft of %1 is here again, with %n change(s). It was not proposed yet.</source>
        <translation>
            <numerusform>Su borrador del %1 está aquí de nuevo, con %n cambio. Aún no se ha propuesto.</numerusform>
            <numerusform>Su borrador del %1 está aquí de nuevo, con %n cambios. Aún no se ha propuesto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Policy %1, draft</source>
        <translation>Política %1, borrador</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Política %1</translation>
    </message>
    <message numerus="yes">
        <source>charter %1, draft · %n change(s)</source>
        <translation>
            <numerusform>carta %1, borrador · %n cambio</numerusform>
            <numerusform>carta %1, borrador · %n cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>charter %1 · %n change(s)</source>
        <translation>
            <numerusform>carta %1 · %n cambio</numerusform>
            <numerusform>carta %1 · %n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>The same as in the file.</source>
        <translation>Igual que en el archivo.</translation>
    </message>
    <message>
        <source>The same as on the packs.</source>
        <translation>Igual que en los packs.</translation>
    </message>
    <message>
        <source>All companies</source>
        <translation>Todas las empresas</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>Errors must be mended first: a pack would refuse this.</source>
        <translation>Primero hay que corregir los errores: un pack rechazaría esto.</translation>
    </message>
    <message>
        <source>Make a document that the parties sign</source>
        <translation>Hacer un documento que firman las partes</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Aún no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 para %2</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n derecho</numerusform>
            <numerusform>%n derechos</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in first: a proposal says whose it is.</source>
        <translation>Inicie sesión primero: una propuesta dice de quién es.</translation>
    </message>
    <message>
        <source>Rules of a file</source>
        <translation>Reglas de un archivo</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>The template is in the draft. The list of problems names what the contracts of your charter do not cover yet; Undo takes all of it back.</source>
        <translation>La plantilla está en el borrador. La lista de problemas nombra lo que los contratos de su carta aún no cubren; Deshacer lo retira todo.</translation>
    </message>
    <message>
        <source>Compare with rules</source>
        <translation>Comparar con reglas</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Exportar reglas</translation>
    </message>
    <message>
        <source>Matrix as CSV…</source>
        <translation>Matriz como CSV…</translation>
    </message>
    <message>
        <source>Matrix as PDF…</source>
        <translation>Matriz como PDF…</translation>
    </message>
    <message>
        <source>Differences as CSV…</source>
        <translation>Diferencias como CSV…</translation>
    </message>
    <message>
        <source>Differences as PDF…</source>
        <translation>Diferencias como PDF…</translation>
    </message>
    <message>
        <source>Print the matrix…</source>
        <translation>Imprimir la matriz…</translation>
    </message>
    <message>
        <source>Print the differences…</source>
        <translation>Imprimir las diferencias…</translation>
    </message>
    <message>
        <source>Charter %1. Made on %2.</source>
        <translation>Carta %1. Hecha el %2.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
</context>
<context>
    <name>packwarden::ProblemList</name>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack is known here yet, whose limits the rules must keep. Connect one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong with these rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the chosen problem by one edit, which Undo takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a person can say how this is to be mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ProposalDialog</name>
    <message>
        <source>Propose a policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why? Everybody who signs reads this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The document goes to Sign-offs. It changes nothing until all seats have signed it and packs have taken it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles come or go, so the document changes the charter with the policy: the companies that sign for the charter sign it, too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ReasonWords</name>
    <message>
        <source>The token wants its PIN.</source>
        <translation>El token pide su PIN.</translation>
    </message>
    <message>
        <source>Type it.</source>
        <translation>Introdúzcalo.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Few tries are left.</source>
        <translation>El PIN es incorrecto. Quedan pocos intentos.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Introdúzcalo de nuevo.</translation>
    </message>
    <message>
        <source>The PIN is wrong. One try is left before the token locks itself.</source>
        <translation>El PIN es incorrecto. Queda un intento antes de que el token se bloquee.</translation>
    </message>
    <message>
        <source>Make sure of the PIN before you type it again.</source>
        <translation>Asegúrese del PIN antes de volver a introducirlo.</translation>
    </message>
    <message>
        <source>The PIN is wrong, and the token has locked itself.</source>
        <translation>El PIN es incorrecto, y el token se ha bloqueado.</translation>
    </message>
    <message>
        <source>Its issuer can unlock it.</source>
        <translation>Quien lo emitió puede desbloquearlo.</translation>
    </message>
    <message>
        <source>The token is locked after wrong PINs.</source>
        <translation>El token está bloqueado tras PIN incorrectos.</translation>
    </message>
    <message>
        <source>The token is not there any more.</source>
        <translation>El token ya no está.</translation>
    </message>
    <message>
        <source>Put it in and search again.</source>
        <translation>Insértelo y busque de nuevo.</translation>
    </message>
    <message>
        <source>Two tokens call themselves the same.</source>
        <translation>Dos tokens tienen el mismo nombre.</translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation>Retire uno.</translation>
    </message>
    <message>
        <source>There is no key on this token.</source>
        <translation>No hay ninguna clave en este token.</translation>
    </message>
    <message>
        <source>Choose another token, or ask your issuer.</source>
        <translation>Elija otro token o pregunte a su emisor.</translation>
    </message>
    <message>
        <source>The key of the last time is not on this token.</source>
        <translation>La clave de la última vez no está en este token.</translation>
    </message>
    <message>
        <source>Choose one of those that are.</source>
        <translation>Elija una de las que están.</translation>
    </message>
    <message>
        <source>There are several keys on this token.</source>
        <translation>Hay varias claves en este token.</translation>
    </message>
    <message>
        <source>Choose yours, and try again.</source>
        <translation>Elija la suya e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The token has a key but no certificate for it.</source>
        <translation>El token tiene una clave pero ningún certificado para ella.</translation>
    </message>
    <message>
        <source>Its issuer can put it there.</source>
        <translation>Quien lo emitió puede ponerlo.</translation>
    </message>
    <message>
        <source>The certificate belongs to another key than the one on this token.</source>
        <translation>El certificado pertenece a una clave distinta de la que está en este token.</translation>
    </message>
    <message>
        <source>Choose the certificate of this key.</source>
        <translation>Elija el certificado de esta clave.</translation>
    </message>
    <message>
        <source>The name of the token holds a PIN.</source>
        <translation>El nombre del token contiene un PIN.</translation>
    </message>
    <message>
        <source>Leave it out: it is asked for here.</source>
        <translation>Omítalo: se pide aquí.</translation>
    </message>
    <message>
        <source>Another delivery is under way.</source>
        <translation>Hay otra entrega en curso.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>No packs are chosen for this delivery.</source>
        <translation>No hay ningún pack elegido para esta entrega.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Elija al menos uno.</translation>
    </message>
    <message>
        <source>This delivery names a pack twice.</source>
        <translation>Esta entrega nombra un pack dos veces.</translation>
    </message>
    <message>
        <source>Name each pack once.</source>
        <translation>Nombre cada pack una sola vez.</translation>
    </message>
    <message>
        <source>The author has not signed this document yet.</source>
        <translation>El autor aún no ha firmado este documento.</translation>
    </message>
    <message>
        <source>The author must sign it first.</source>
        <translation>Primero debe firmarlo el autor.</translation>
    </message>
    <message>
        <source>This document was rejected, so it is not delivered.</source>
        <translation>Este documento fue rechazado, por lo que no se entrega.</translation>
    </message>
    <message>
        <source>Its history says by whom and why. Draft a new one if the change is still wanted.</source>
        <translation>Su historial dice quién lo rechazó y por qué. Redacte uno nuevo si el cambio aún se desea.</translation>
    </message>
    <message>
        <source>The pack reports a new fault since it applied the document.</source>
        <translation>El pack comunica un fallo nuevo desde que aplicó el documento.</translation>
    </message>
    <message>
        <source>Look at its faults before you continue.</source>
        <translation>Consulte sus fallos antes de continuar.</translation>
    </message>
    <message>
        <source>No root or authority that is known here signed this revocation list.</source>
        <translation>Ninguna raíz o autoridad conocida aquí firmó esta lista de revocación.</translation>
    </message>
    <message>
        <source>Install the certificate of its issuer first.</source>
        <translation>Instale primero el certificado de su emisor.</translation>
    </message>
    <message>
        <source>The previous revocation list is from another issuer.</source>
        <translation>La lista de revocación anterior es de otro emisor.</translation>
    </message>
    <message>
        <source>Choose the latest list of this issuer.</source>
        <translation>Elija la última lista de este emisor.</translation>
    </message>
    <message>
        <source>No revocation list of this issuer is known here. A list that starts again would lose earlier revocations.</source>
        <translation>Aquí no se conoce ninguna lista de revocación de este emisor. Una lista que empiece de nuevo perdería revocaciones anteriores.</translation>
    </message>
    <message>
        <source>Choose its latest list, or confirm that this is its first.</source>
        <translation>Elija su última lista o confirme que esta es la primera.</translation>
    </message>
    <message>
        <source>A revocation list with this number or a higher one exists already.</source>
        <translation>Ya existe una lista de revocación con este número o uno mayor.</translation>
    </message>
    <message>
        <source>Choose a higher number.</source>
        <translation>Elija un número mayor.</translation>
    </message>
    <message>
        <source>No rules are pinned here yet.</source>
        <translation>Aquí aún no hay reglas fijadas.</translation>
    </message>
    <message>
        <source>Join with an invitation, or pin the rules of a pack.</source>
        <translation>Únase con una invitación o fije las reglas de un pack.</translation>
    </message>
    <message>
        <source>No pack with these rules is known here.</source>
        <translation>Aquí no se conoce ningún pack con estas reglas.</translation>
    </message>
    <message>
        <source>Connect to the bus of such a pack and read it.</source>
        <translation>Conéctese al bus de un pack así y léalo.</translation>
    </message>
    <message>
        <source>No key that may start this pack is known here.</source>
        <translation>Aquí no se conoce ninguna clave que pueda arrancar este pack.</translation>
    </message>
    <message>
        <source>Add the certificate of a person who may start it under Keys.</source>
        <translation>Añada en Claves el certificado de una persona que pueda arrancarlo.</translation>
    </message>
    <message>
        <source>This file is not a Packwarden document.</source>
        <translation>Este archivo no es un documento de Packwarden.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>This file is not an invitation.</source>
        <translation>Este archivo no es una invitación.</translation>
    </message>
    <message>
        <source>Ask a partner for a file that Packwarden saved as an invitation.</source>
        <translation>Pida a un socio un archivo que Packwarden haya guardado como invitación.</translation>
    </message>
    <message>
        <source>This database has not been set up as an exchange.</source>
        <translation>Esta base de datos no está preparada como intercambio.</translation>
    </message>
    <message>
        <source>Check the address, or ask its owner to set it up.</source>
        <translation>Compruebe la dirección o pida a su propietario que la prepare.</translation>
    </message>
    <message>
        <source>This computer lacks Qt&apos;s driver for PostgreSQL.</source>
        <translation>En este equipo falta el controlador de Qt para PostgreSQL.</translation>
    </message>
    <message>
        <source>Install it (Debian: libqt6sql6-psql).</source>
        <translation>Instálelo (Debian: libqt6sql6-psql).</translation>
    </message>
    <message>
        <source>The exchange sends the same news again and again.</source>
        <translation>El intercambio envía las mismas novedades una y otra vez.</translation>
    </message>
    <message>
        <source>Tell its owner; documents can also go as files.</source>
        <translation>Avise a su propietario; los documentos también pueden enviarse como archivos.</translation>
    </message>
    <message>
        <source>The exchange does not have this document.</source>
        <translation>El intercambio no tiene este documento.</translation>
    </message>
    <message>
        <source>Ask the person who sent you its number whether it was published there.</source>
        <translation>Pregunte a quien le envió el número si se publicó allí.</translation>
    </message>
    <message>
        <source>A newer version of Packwarden wrote this data.</source>
        <translation>Una versión más reciente de Packwarden escribió estos datos.</translation>
    </message>
    <message>
        <source>Update Packwarden on this computer. Nothing was changed.</source>
        <translation>Actualice Packwarden en este equipo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This pack is not kept: too many packs that signed nothing are known already.</source>
        <translation>Este pack no se guarda: ya se conocen demasiados packs que no han firmado nada.</translation>
    </message>
    <message>
        <source>It is shown while it is connected. Packs that were not seen for long make room by themselves.</source>
        <translation>Se muestra mientras está conectado. Los packs que hace mucho que no se ven dejan sitio por sí solos.</translation>
    </message>
</context>
<context>
    <name>packwarden::RecordingWords</name>
    <message>
        <source>Several interfaces are in it. Played: %1. Left out: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pause was shortened by %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock was set back by %1 s in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was played to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no frame of a CAN bus in it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convert it with python-can: can_logconvert IN.%1 OUT.log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open it in SavvyCAN and save it there as a log of candump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpack it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record with candump -L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it as UTF-8 or ASCII</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a log of Vector (BLF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measurements of ASAM (MDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished measurements of ASAM (MDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an SQLite database, as python-can records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a capture of Wireshark (pcap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a capture of Wireshark (pcapng)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed (gzip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed (zstd)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed (xz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed (7z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed (bzip2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a log of BUSMASTER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a trace of PCAN-View (TRC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a trace of CANoe&apos;s or BMW&apos;s tools (TRC with tabs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of a bus monitor (TSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of python-can (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of SavvyCAN or GVRET (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a log of a CSS Electronics logger (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture, not a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document, not a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a log of Vector (ASC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a log of OVMS (CRTD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a log of Battery-Emulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candump&apos;s screen form with dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candump&apos;s screen form without times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a serial adapter sends (slcan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of frames of another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a DBC file, which describes frames and holds none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, not a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML or HTML, not a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps a log of another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text, so no recording of candump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text without frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what a file is, how to get a recording of it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RecordingsView</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording begins with the last 30 seconds and holds every frame, sent and heard. It is plain text that other tools read, too (candump -L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play in another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Record while something odd happens: what was before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings (*.log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the recording; the file is complete at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes all frames of the bus into a new file, from 30 seconds ago on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording ends soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>room for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a console whose bus is this recording. This one stays on its bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a recording first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RepositoryMap</name>
    <message>
        <source>Written once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may be read without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it is protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealed for good then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewritable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by verified documents alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board: cells, sensors, node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer&apos;s root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack&apos;s own key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silicon limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foundation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack&apos;s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules, values, locks, lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no slot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RightDesk</name>
    <message>
        <source>Signed. Send this file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your company is not among those who can give it, so its answer would settle nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RightWords</name>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Your role holds this right already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1, clause %2, it belongs to %3. %4 can give a person that role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to %1. %2 can give a person that role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No role has it yet. The charter allows it to yours: %1 can grant it by another policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charter does not let your role have it. %1 can agree on another charter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This right cannot be given: the pack itself rules it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 says yes to “%3”. The right itself comes with a certificate or a policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 says no to “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not among those who can give it, by the rules known here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RightsDialog</name>
    <message>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
</context>
<context>
    <name>packwarden::RightsWords</name>
    <message>
        <source>All that %1 may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All who may do this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1, draft</source>
        <translation>Política %1, borrador</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Política %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What differs from policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RoleActs</name>
    <message>
        <source>Add a role…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename, and who issues…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signs for its company: the charter names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charter asks for its signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of the charter need its signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that this role may do…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All who may do this…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this column in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the draft. Its column is selected: A gives it the rights of the selected rows, M and O let it sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is removed from the draft. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RoleDialog</name>
    <message>
        <source>New role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Car wash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charter does not let %1 issue keys of this role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This company has a role of that name, or of one that looks like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has characters that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No company issues keys of this role, so it can have no holder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) are not copied, as the role must sign there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The charter names roles and what they may hold. The proposal will change the charter, too, and the companies that sign for the charter must sign it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RolloutPanel</name>
    <message>
        <source>Start roll-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results, one for each pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Roll-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a change in Permissions or Sign-offs; when all seats are filled it can be rolled out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the chosen packs can take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose packs in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document names other packs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>To %n pack(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The document does not name %n of those chosen.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Working out tomorrow…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last roll-out: %1. %2 of %n pack(s) applied it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds to watch each stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packs that have it are passed over; all others get it, stage by stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: what came of it could not be kept. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pack, then the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pack, 10 %, 50 %, the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group after group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document of that roll-out is not here any more, or may not be delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last roll-out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::RuleWords</name>
    <message>
        <source>%1 may %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the role %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who signs to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who signs to %1 in any case, by the charter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who issues keys of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft limit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest step of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packs of the group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text of the contract %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clause %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charter&apos;s range of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roles that may %1 at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>party in the place %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places whose author may sign as one of the seats, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how old a revocation list may be in layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roles that may tell a pack the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who may answer instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed for by its %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: %1 (was: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: %1: %2 (was: %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would never be possible to %1: the seats that must sign cannot all be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to a position that the charter does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of %1 would be issued by a company that is no party.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may %2 by a clause that no contract has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may %2 in a time that ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may %2 on packs of a group that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SchoolTutorial</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Tutorial: the school building</source>
        <translation>Ejercicio: la escuela</translation>
    </message>
    <message>
        <source>Who may open what?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A battery&apos;s rights are easier to see on a building: doors are rows, people are columns, and the further down a row, the more harm behind its door.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is all. On the Permissions page capabilities of packs stand in the rows and companies in the columns; there a draft takes effect once the right people have signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>School board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head of school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groundskeeper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who opens what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look. Choose any cell: ● opens alone, ◆ must open together with others, – has no key. The last column says each row in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a key. The teachers want into the gym: choose their cell in its row, and press the space bar or double-click until there is a sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take two keys. The safe holds the money for the school trip, and the secretary opens it alone. Make it need ◆ the secretary and ◆ the principal: the key M, or the menu of the right mouse button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who hands out keys? Below stands a problem now: the principal issues the key for the safe and opens it as well. Choose it and let another issue it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is prohibited. Try to let any role lock the fire exit: the building itself prohibits it, as silicon does in a battery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No role can be given this: the building prohibits it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SeatCards</name>
    <message>
        <source>Signatures</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>not yet (extra seat: beyond a soft limit or step)</source>
        <translation>aún no (puesto adicional: más allá de un límite blando o de un paso)</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message numerus="yes">
        <source>for %n rules</source>
        <translation>
            <numerusform>para %n regla</numerusform>
            <numerusform>para %n reglas</numerusform>
        </translation>
    </message>
    <message>
        <source>The signature of %1 does not count: %2</source>
        <translation>La firma de %1 no cuenta: %2</translation>
    </message>
    <message>
        <source>an unknown key</source>
        <translation>una clave desconocida</translation>
    </message>
    <message>
        <source>Signed as author by %1, %2</source>
        <translation>Firmado como autor por %1, %2</translation>
    </message>
    <message>
        <source>Approved by %1, %2; the pack counted it</source>
        <translation>Aprobado por %1, %2; el pack la contó</translation>
    </message>
    <message>
        <source>Approved by %1, but fills no seat</source>
        <translation>Aprobado por %1, pero no ocupa ningún puesto</translation>
    </message>
    <message>
        <source>A signature of %1, %2, is there; whether it counts is not judged here yet</source>
        <translation>Hay una firma de %1, %2; aquí aún no se ha juzgado si cuenta</translation>
    </message>
</context>
<context>
    <name>packwarden::SecretField</name>
    <message>
        <source>Hide what is typed</source>
        <translation>Ocultar lo escrito</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Mostrar lo escrito</translation>
    </message>
</context>
<context>
    <name>packwarden::SecurityView</name>
    <message>
        <source>charging frozen cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full power from a cold pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power to turn round at speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security of the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paired parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audits it witnesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it sign this…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack signs a statement over a number that it could not know before; the signature is checked against the manufacturer&apos;s root in the charter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity and life cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>BSP software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock and activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theft-lock…</source>
        <translation>Bloqueo antirrobo…</translation>
    </message>
    <message>
        <source>Drafts the command; it is locked when the pack has taken it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation lists it knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain, last known %1: it takes lists, locks and the time alone. A timekeeper tells it with &quot;packwardenctl time&quot;; more than 7 days after that date it takes two parties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charter %1, policy %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, clock uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2, issued by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no slots: no security processor answers so</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s), none empty</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) empty</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>End the theft-lock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked against theft, from the next standstill on: no lock stops a vehicle on the road.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked against theft: it does not activate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active to %1 until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive, its normal state: it activates for those who may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lock takes effect at the next standstill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Locked or unlocked %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>lock is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theft-locked</source>
        <translation>bloqueado por robo</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactivo</translation>
    </message>
    <message>
        <source>%1: paired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: foreign (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not paired</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all paired</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Started %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Failed sign-ins: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>rechazado: %1</translation>
    </message>
    <message>
        <source>prevented: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n refusal(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n out of date</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Without fresh lists it would stop, layer by layer: a list counts until its next update, and for the outer layers for the grace of the charter past it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring newer lists: each delivery from a console that has newer ones brings them along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been told of no document that was withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawal(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Heads of %n audit(s), from the signatures it counted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no audit was seen with two histories</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n audit(s) with two histories</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no contradiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all was read; what stands here may be older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen yet: have it sign this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::Sentences</name>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>%1 %2, allowed %3 to %4</source>
        <translation>%1 %2, permitido de %3 a %4</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file</source>
        <translation>%1 es una carpeta, no un archivo</translation>
    </message>
    <message>
        <source>%1 is a pipe, not a file</source>
        <translation>%1 es una tubería, no un archivo</translation>
    </message>
    <message>
        <source>%1 is a socket, not a file</source>
        <translation>%1 es un socket, no un archivo</translation>
    </message>
    <message>
        <source>%1 is a device, not a file</source>
        <translation>%1 es un dispositivo, no un archivo</translation>
    </message>
    <message>
        <source>The rules in this file cannot be read: %1.</source>
        <translation>Las reglas de este archivo no se pueden leer: %1.</translation>
    </message>
    <message>
        <source>Correct it in an editor that saves UTF-8, and open it again.</source>
        <translation>Corríjalo en un editor que guarde en UTF-8 y ábralo de nuevo.</translation>
    </message>
    <message>
        <source>This revocation list cannot be used: %1.</source>
        <translation>Esta lista de revocación no se puede usar: %1.</translation>
    </message>
    <message>
        <source>Ask its issuer for a complete list in the usual form (RFC 5280).</source>
        <translation>Pida a quien la emite una lista completa en la forma habitual (RFC 5280).</translation>
    </message>
    <message>
        <source>This name cannot be certified: %1.</source>
        <translation>Este nombre no se puede certificar: %1.</translation>
    </message>
    <message>
        <source>Ask for a request with a name that people can read.</source>
        <translation>Pida una petición con un nombre que se pueda leer.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>No se ha escrito nada.</translation>
    </message>
    <message>
        <source>At most three digits may follow the decimal sign, and at least one must.</source>
        <translation>Tras el signo decimal van de una a tres cifras.</translation>
    </message>
    <message>
        <source>One to six digits must stand before the decimal sign.</source>
        <translation>Antes del signo decimal van de una a seis cifras.</translation>
    </message>
    <message>
        <source>This value cannot be negative.</source>
        <translation>Este valor no puede ser negativo.</translation>
    </message>
    <message>
        <source>“%1” can mean %2 or %3. Enter %2 with a point, or %3.</source>
        <translation>«%1» puede significar %2 o %3. Escriba %2 con un punto, o %3.</translation>
    </message>
    <message>
        <source>Only digits and one decimal sign are allowed; the unit stands beside the field.</source>
        <translation>Solo se permiten cifras y un signo decimal; la unidad está junto al campo.</translation>
    </message>
    <message>
        <source>The pack already holds this value.</source>
        <translation>El pack ya tiene este valor.</translation>
    </message>
    <message>
        <source>These packs already hold this value.</source>
        <translation>Estos packs ya tienen este valor.</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>Falta un motivo.</translation>
    </message>
    <message>
        <source>The technical seat of layer 4 enters its own value before it signs.</source>
        <translation>El puesto técnico de la capa 4 introduce su propio valor antes de firmar.</translation>
    </message>
    <message>
        <source>The own value and the proposed one differ; neither is kept.</source>
        <translation>El valor propio y el propuesto difieren; no se guarda ninguno.</translation>
    </message>
    <message>
        <source>Check your sources.</source>
        <translation>Revise sus fuentes.</translation>
    </message>
    <message>
        <source>These rules cannot hold. %1</source>
        <translation>Estas reglas no pueden sostenerse. %1</translation>
    </message>
    <message>
        <source>Ask their author to mend them.</source>
        <translation>Pida a su autor que las corrija.</translation>
    </message>
    <message>
        <source>The document is damaged or was not made by Packwarden (%1).</source>
        <translation>El documento está dañado o no lo hizo Packwarden (%1).</translation>
    </message>
    <message>
        <source>Ask its author for the file again.</source>
        <translation>Pida de nuevo el archivo a su autor.</translation>
    </message>
    <message>
        <source>The document is not in the one permitted form (%1), so what is shown could differ from what was signed.</source>
        <translation>El documento no está en la única forma permitida (%1); lo que se muestra podría diferir de lo firmado.</translation>
    </message>
    <message>
        <source>Others have all the places that this document has for signatures.</source>
        <translation>Otros ocupan todos los lugares de firma de este documento.</translation>
    </message>
    <message>
        <source>Ask its author for a new one, and let only those sign it who are needed.</source>
        <translation>Pida uno nuevo a su autor, y que lo firmen solo quienes hacen falta.</translation>
    </message>
    <message>
        <source>A signature carries more certificates than a pack takes.</source>
        <translation>Una firma lleva más certificados de los que acepta un pack.</translation>
    </message>
    <message>
        <source>Its signer signs again; a key brings its own certificate and its issuer&apos;s, and no others.</source>
        <translation>Su firmante firma de nuevo; una clave trae su certificado y el de su emisor, y ningún otro.</translation>
    </message>
    <message>
        <source>The file is larger than what is read here: %1.</source>
        <translation>El archivo es mayor de lo que se lee aquí: %1.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>The document is larger than a pack accepts.</source>
        <translation>El documento es mayor de lo que acepta un pack.</translation>
    </message>
    <message>
        <source>Split it into several requests.</source>
        <translation>Divídalo en varias solicitudes.</translation>
    </message>
    <message>
        <source>This kind of document is not known here (%1).</source>
        <translation>Este tipo de documento no se conoce aquí (%1).</translation>
    </message>
    <message>
        <source>Update Packwarden.</source>
        <translation>Actualice Packwarden.</translation>
    </message>
    <message>
        <source>Ask its issuer to sign it with RSA and SHA-256.</source>
        <translation>Pida a quien la emite que la firme con RSA y SHA-256.</translation>
    </message>
    <message>
        <source>A signature or certificate uses an algorithm that is not allowed (%1).</source>
        <translation>Una firma o un certificado usa un algoritmo no permitido (%1).</translation>
    </message>
    <message>
        <source>Its holder needs a new key.</source>
        <translation>Su titular necesita una clave nueva.</translation>
    </message>
    <message>
        <source>A signature does not fit this document (%1).</source>
        <translation>Una firma no corresponde a este documento (%1).</translation>
    </message>
    <message>
        <source>The file was changed after signing: ask the signer for the original.</source>
        <translation>El archivo se cambió después de firmarlo: pida el original al firmante.</translation>
    </message>
    <message>
        <source>A signer&apos;s certificate has an issuer that this pack does not trust (%1).</source>
        <translation>El certificado de un firmante no lo emitió nadie en quien confíe este pack (%1).</translation>
    </message>
    <message>
        <source>The signer needs a key from a party of the charter.</source>
        <translation>El firmante necesita una clave de una parte de la carta.</translation>
    </message>
    <message>
        <source>A signer&apos;s certificate is not valid yet (%1).</source>
        <translation>El certificado de un firmante aún no es válido (%1).</translation>
    </message>
    <message>
        <source>Check the clock, or wait until it is.</source>
        <translation>Revise el reloj, o espere a que lo sea.</translation>
    </message>
    <message>
        <source>A signer&apos;s certificate has expired (%1).</source>
        <translation>El certificado de un firmante ha caducado (%1).</translation>
    </message>
    <message>
        <source>The signer renews the key and signs again.</source>
        <translation>El firmante renueva la clave y firma de nuevo.</translation>
    </message>
    <message>
        <source>A signer&apos;s key was revoked (%1).</source>
        <translation>La clave de un firmante fue revocada (%1).</translation>
    </message>
    <message>
        <source>Another person of that party must sign.</source>
        <translation>Debe firmar otra persona de esa parte.</translation>
    </message>
    <message>
        <source>The list of revoked keys is too old to trust a signature (%1).</source>
        <translation>La lista de claves revocadas es demasiado antigua para confiar en una firma (%1).</translation>
    </message>
    <message>
        <source>Bring the pack a fresh list of that party.</source>
        <translation>Lleve al pack una lista reciente de esa parte.</translation>
    </message>
    <message>
        <source>A signer&apos;s role was issued by a party that may not issue it (%1).</source>
        <translation>El rol de un firmante lo emitió una parte que no puede emitirlo (%1).</translation>
    </message>
    <message>
        <source>The signer needs a key from the right party.</source>
        <translation>El firmante necesita una clave de la parte correcta.</translation>
    </message>
    <message>
        <source>The pack lost its clock and cannot judge dates.</source>
        <translation>El pack perdió la hora y no puede juzgar fechas.</translation>
    </message>
    <message>
        <source>Give it a signed time first.</source>
        <translation>Dele primero una hora firmada.</translation>
    </message>
    <message>
        <source>The request was withdrawn.</source>
        <translation>La solicitud fue retirada.</translation>
    </message>
    <message>
        <source>Make a new one if it is still wanted.</source>
        <translation>Haga una nueva si aún se desea.</translation>
    </message>
    <message>
        <source>The document lies in the future for this pack.</source>
        <translation>Para este pack, el documento está en el futuro.</translation>
    </message>
    <message>
        <source>Check the clocks, or wait.</source>
        <translation>Revise los relojes, o espere.</translation>
    </message>
    <message>
        <source>The request has expired.</source>
        <translation>La solicitud ha caducado.</translation>
    </message>
    <message>
        <source>Draft it again; everyone signs the new one.</source>
        <translation>Redáctela de nuevo; todos firman la nueva.</translation>
    </message>
    <message>
        <source>The request does not name this pack (%1).</source>
        <translation>La solicitud no nombra este pack (%1).</translation>
    </message>
    <message>
        <source>Deliver it to the pack that it names.</source>
        <translation>Entréguela al pack que nombra.</translation>
    </message>
    <message>
        <source>The request names another kind of pack (%1).</source>
        <translation>La solicitud nombra otro tipo de pack (%1).</translation>
    </message>
    <message>
        <source>Draft it for this kind.</source>
        <translation>Redáctela para este tipo.</translation>
    </message>
    <message>
        <source>The pack cannot do this in its present state (%1).</source>
        <translation>El pack no puede hacer esto en su estado actual (%1).</translation>
    </message>
    <message>
        <source>Bring it into the state needed, then deliver again.</source>
        <translation>Llévelo al estado necesario y entregue de nuevo.</translation>
    </message>
    <message>
        <source>The pack is theft-locked by its owner.</source>
        <translation>El pack está bloqueado por robo por su propietario.</translation>
    </message>
    <message>
        <source>The owner and the platform must unlock it.</source>
        <translation>El propietario y la plataforma deben desbloquearlo.</translation>
    </message>
    <message>
        <source>The document was made for another charter.</source>
        <translation>El documento se hizo para otra carta.</translation>
    </message>
    <message>
        <source>Draft it again with the charter in force.</source>
        <translation>Redáctelo de nuevo con la carta vigente.</translation>
    </message>
    <message>
        <source>The pack holds this version or a newer one already (%1).</source>
        <translation>El pack ya tiene esta versión o una más reciente (%1).</translation>
    </message>
    <message>
        <source>Read the rules from the pack and start from them.</source>
        <translation>Lea las reglas del pack y parta de ellas.</translation>
    </message>
    <message>
        <source>The version is too far ahead of what the pack holds (%1).</source>
        <translation>La versión va demasiado por delante de la que tiene el pack (%1).</translation>
    </message>
    <message>
        <source>Deliver the versions between first.</source>
        <translation>Entregue primero las versiones intermedias.</translation>
    </message>
    <message>
        <source>The value changed on the pack since this was drafted (%1).</source>
        <translation>El valor cambió en el pack desde que se redactó esto (%1).</translation>
    </message>
    <message>
        <source>Draft it again from the present value.</source>
        <translation>Redáctelo de nuevo a partir del valor actual.</translation>
    </message>
    <message>
        <source>The value passes the silicon limit (%1). No signatures can allow it.</source>
        <translation>El valor pasa el límite del silicio (%1). Nadie puede pasarlo.</translation>
    </message>
    <message>
        <source>Choose a value inside the limit.</source>
        <translation>Elija un valor dentro del límite.</translation>
    </message>
    <message>
        <source>This is prohibited on every pack (%1).</source>
        <translation>Esto está prohibido en todos los packs (%1).</translation>
    </message>
    <message>
        <source>The value lies outside what the charter&apos;s contracts allow (%1).</source>
        <translation>El valor está fuera de lo que permiten los contratos de la carta (%1).</translation>
    </message>
    <message>
        <source>Choose a value inside, or have the parties amend the charter.</source>
        <translation>Elija un valor permitido, o haga que las partes cambien la carta.</translation>
    </message>
    <message>
        <source>The policy would allow more than the charter does (%1).</source>
        <translation>La política permitiría más que la carta (%1).</translation>
    </message>
    <message>
        <source>Tighten it, or have the charter amended.</source>
        <translation>Estréchela, o haga cambiar la carta.</translation>
    </message>
    <message>
        <source>The policy does not allow this (%1).</source>
        <translation>La política no permite esto (%1).</translation>
    </message>
    <message>
        <source>Ask someone whose role holds this right.</source>
        <translation>Pídalo a una persona cuyo rol tenga este derecho.</translation>
    </message>
    <message>
        <source>The step is larger than the policy allows at once (%1).</source>
        <translation>El paso es mayor de lo que la política permite de una vez (%1).</translation>
    </message>
    <message>
        <source>Take a smaller step, or ask for the extra signature.</source>
        <translation>Dé un paso menor, o pida la firma adicional.</translation>
    </message>
    <message>
        <source>The value contradicts another value of the pack (%1).</source>
        <translation>El valor contradice otro valor del pack (%1).</translation>
    </message>
    <message>
        <source>Change the other value first, or choose one that fits.</source>
        <translation>Cambie primero el otro valor, o elija uno que encaje.</translation>
    </message>
    <message>
        <source>To judge this document would take more work than a pack may spend on one (%1).</source>
        <translation>Juzgar este documento exigiría más trabajo del que un pack puede dedicarle (%1).</translation>
    </message>
    <message>
        <source>Ask its author to split it, and leave out signatures that share a person or a key.</source>
        <translation>Pida a su autor que lo divida, y omita las firmas que comparten persona o clave.</translation>
    </message>
    <message>
        <source>A signer&apos;s role fills no seat of this request (%1).</source>
        <translation>El rol de un firmante no ocupa ningún puesto de esta solicitud (%1).</translation>
    </message>
    <message>
        <source>See the seats for who must sign.</source>
        <translation>Los puestos dicen quién debe firmar.</translation>
    </message>
    <message>
        <source>The approval of its author alone is not enough for a document.</source>
        <translation>La aprobación de su autor por sí sola no basta para un documento.</translation>
    </message>
    <message>
        <source>Another person who can fill the seat must sign.</source>
        <translation>Debe firmar otra persona que pueda ocupar el puesto.</translation>
    </message>
    <message>
        <source>The author&apos;s own approval is not enough. Another person must sign as %1.</source>
        <translation>La aprobación del propio autor no basta. Otra persona debe firmar como %1.</translation>
    </message>
    <message>
        <source>Send the file to one who can.</source>
        <translation>Envíe el archivo a quien pueda hacerlo.</translation>
    </message>
    <message>
        <source>%1 wrote this document, so that approval of it does not count.</source>
        <translation>%1 escribió este documento, así que su aprobación no cuenta.</translation>
    </message>
    <message>
        <source>One person or key signed for two seats (%1).</source>
        <translation>Una misma persona o clave firmó por dos puestos (%1).</translation>
    </message>
    <message>
        <source>Each seat needs its own person.</source>
        <translation>Cada puesto necesita su propia persona.</translation>
    </message>
    <message>
        <source>Signatures are missing: %1.</source>
        <translation>Faltan firmas: %1.</translation>
    </message>
    <message>
        <source>Send the file to them; nothing changes until they have signed.</source>
        <translation>Envíeles el archivo; nada cambia hasta que hayan firmado.</translation>
    </message>
    <message>
        <source>After this it could never be changed again (%1).</source>
        <translation>Después de esto nadie podría volver a cambiarlo (%1).</translation>
    </message>
    <message>
        <source>Leave at least one way in.</source>
        <translation>Deje al menos un camino de entrada.</translation>
    </message>
    <message>
        <source>“%1” is not a valid name.</source>
        <translation>«%1» no es un nombre válido.</translation>
    </message>
    <message>
        <source>The pack has no parameter “%1”.</source>
        <translation>El pack no tiene el parámetro «%1».</translation>
    </message>
    <message>
        <source>Another program has the file open.</source>
        <translation>Otro programa tiene abierto el archivo.</translation>
    </message>
    <message>
        <source>Close it there, and try again.</source>
        <translation>Ciérrelo allí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>El archivo no se puede leer: %1.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>Compruebe que existe y que usted puede leerlo.</translation>
    </message>
    <message>
        <source>Others who use this computer may read or change %1: its rights could not be set.</source>
        <translation>Otras personas que usan este equipo podrían leer o cambiar %1: no se pudieron fijar sus permisos.</translation>
    </message>
    <message>
        <source>Keep this console&apos;s data in a folder of your own.</source>
        <translation>Guarde los datos de esta consola en una carpeta propia.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>El archivo no se puede escribir: %1.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The passphrase does not open this key file.</source>
        <translation>La frase de contraseña no abre este archivo de clave.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Escríbala de nuevo.</translation>
    </message>
    <message>
        <source>The key cannot be used (%1).</source>
        <translation>La clave no se puede usar (%1).</translation>
    </message>
    <message>
        <source>Choose another key file.</source>
        <translation>Elija otro archivo de clave.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Nadie ha iniciado sesión.</translation>
    </message>
    <message>
        <source>Sign in with your key file first.</source>
        <translation>Inicie sesión primero con su archivo de clave.</translation>
    </message>
    <message>
        <source>The file is another document than the one open here.</source>
        <translation>El archivo es otro documento que el que está abierto aquí.</translation>
    </message>
    <message>
        <source>Open it on its own.</source>
        <translation>Ábralo por separado.</translation>
    </message>
    <message>
        <source>The bus is disturbed: another device sends in the name of this console, and the pack answers both (%1).</source>
        <translation>El bus está perturbado: otro dispositivo envía en nombre de esta consola, y el pack responde a ambos (%1).</translation>
    </message>
    <message>
        <source>Find out which other console or device is on this bus, unplug it, and try again.</source>
        <translation>Averigüe qué otra consola o dispositivo está en este bus, desconéctelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This bus is only listened to, so nothing is asked or sent.</source>
        <translation>Este bus solo se escucha: no se pregunta ni se envía nada.</translation>
    </message>
    <message>
        <source>Allow sending in the bus dialog, then try again.</source>
        <translation>Permita el envío en el diálogo del bus e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The bus is not available (%1).</source>
        <translation>El bus no está disponible (%1).</translation>
    </message>
    <message>
        <source>Check the interface and its cable.</source>
        <translation>Revise la interfaz y su cable.</translation>
    </message>
    <message>
        <source>Pack %1 does not answer.</source>
        <translation>El pack %1 no responde.</translation>
    </message>
    <message>
        <source>Check that it is powered and on this bus.</source>
        <translation>Compruebe que tiene alimentación y está en este bus.</translation>
    </message>
    <message>
        <source>The transfer to the pack was interrupted (%1). The pack may or may not have applied it.</source>
        <translation>La transferencia al pack se interrumpió (%1). El pack puede haberlo aplicado o no.</translation>
    </message>
    <message>
        <source>Read the pack before delivering again.</source>
        <translation>Lea el pack antes de entregar de nuevo.</translation>
    </message>
    <message>
        <source>The pack declined the diagnostic request (%1).</source>
        <translation>El pack declinó la petición de diagnóstico (%1).</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The pack gave an answer that makes no sense (%1).</source>
        <translation>El pack dio una respuesta sin sentido (%1).</translation>
    </message>
    <message>
        <source>Read the pack before trying again.</source>
        <translation>Lea el pack antes de intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The pack&apos;s receipt does not prove the change (%1).</source>
        <translation>El recibo del pack no prueba el cambio (%1).</translation>
    </message>
    <message>
        <source>Read the pack&apos;s values and tell its owner.</source>
        <translation>Lea los valores del pack y avise a su propietario.</translation>
    </message>
    <message>
        <source>What the pack shows contradicts what is pinned of it (%1).</source>
        <translation>Lo que muestra el pack contradice lo que está fijado de él (%1).</translation>
    </message>
    <message>
        <source>Do not rely on this pack. Ask its manufacturer and its owner, then decide.</source>
        <translation>No se fíe de este pack. Pregunte a su fabricante y a su propietario, y decida después.</translation>
    </message>
    <message>
        <source>The exchange is out of reach (%1).</source>
        <translation>El intercambio está fuera de alcance (%1).</translation>
    </message>
    <message>
        <source>Work goes on without it. It is tried again by itself; documents can also go as files.</source>
        <translation>El trabajo sigue sin él. Se vuelve a intentar por sí solo; los documentos también pueden ir como archivos.</translation>
    </message>
    <message>
        <source>The exchange refuses this (%1).</source>
        <translation>El intercambio rechaza esto (%1).</translation>
    </message>
    <message>
        <source>Ask its owner whether your login is a member, and whether the database is an exchange of this version.</source>
        <translation>Pregunte a su propietario si su cuenta es miembro y si la base de datos es un intercambio de esta versión.</translation>
    </message>
    <message>
        <source>This cannot be proved from here (%1).</source>
        <translation>Nadie puede probar esto desde aquí (%1).</translation>
    </message>
    <message>
        <source>Compare the fingerprints with the other parties first.</source>
        <translation>Compare primero las huellas con las otras partes.</translation>
    </message>
    <message>
        <source>The audit is damaged: %1.</source>
        <translation>El registro está dañado: %1.</translation>
    </message>
    <message>
        <source>Keep the file as evidence; nothing more is written to it.</source>
        <translation>Conserve el archivo como prueba; ya no se escribe nada en él.</translation>
    </message>
    <message>
        <source>Another program has the audit open, so the action was not carried out.</source>
        <translation>Otro programa tiene abierto el registro, así que la acción no se realizó.</translation>
    </message>
    <message>
        <source>The audit cannot be written (%1), so the action was not carried out.</source>
        <translation>El registro no se puede escribir (%1), así que la acción no se realizó.</translation>
    </message>
    <message>
        <source>Free some space or repair the folder.</source>
        <translation>Libere espacio o repare la carpeta.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1).</source>
        <translation>Algo falló dentro del programa (%1).</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Comuníquelo, por favor.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from value to value</comment>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>Raise %1 %2</source>
        <comment>parameter, from-to</comment>
        <translation>Subir: %1 %2</translation>
    </message>
    <message>
        <source>Lower %1 %2</source>
        <comment>parameter, from-to</comment>
        <translation>Bajar: %1 %2</translation>
    </message>
    <message>
        <source>A request without changes</source>
        <translation>Una solicitud sin cambios</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>change, serial</comment>
        <translation>%1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n packs</source>
        <translation>
            <numerusform>%1 en %n pack</numerusform>
            <numerusform>%1 en %n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>More range for each charge; the cells rest at a higher voltage and age faster.</source>
        <translation>Más autonomía por carga; las celdas reposan a mayor tensión y envejecen más deprisa.</translation>
    </message>
    <message>
        <source>Less range for each charge; the cells age more slowly.</source>
        <translation>Menos autonomía por carga; las celdas envejecen más despacio.</translation>
    </message>
    <message>
        <source>Less range for each charge; more reserve against deep discharge.</source>
        <translation>Menos autonomía por carga; más reserva ante la descarga profunda.</translation>
    </message>
    <message>
        <source>More range for each charge; less reserve against deep discharge.</source>
        <translation>Más autonomía por carga; menos reserva ante la descarga profunda.</translation>
    </message>
    <message>
        <source>Cells are charged closer to the voltage at which they can be damaged or catch fire.</source>
        <translation>Las celdas se cargan más cerca de la tensión a la que pueden dañarse o incendiarse.</translation>
    </message>
    <message>
        <source>Cells keep more distance from overcharging; the pack holds less energy.</source>
        <translation>Las celdas quedan más lejos de la sobrecarga; el pack guarda menos energía.</translation>
    </message>
    <message>
        <source>Cells keep more distance from deep discharge; the pack gives less energy.</source>
        <translation>Las celdas quedan más lejos de la descarga profunda; el pack da menos energía.</translation>
    </message>
    <message>
        <source>Cells are emptied closer to the voltage at which they can be damaged.</source>
        <translation>Las celdas se vacían más cerca de la tensión a la que pueden dañarse.</translation>
    </message>
    <message>
        <source>More power; more heat and faster ageing.</source>
        <translation>Más potencia; más calor y envejecimiento más rápido.</translation>
    </message>
    <message>
        <source>Less power; less heat and slower ageing.</source>
        <translation>Menos potencia; menos calor y envejecimiento más lento.</translation>
    </message>
    <message>
        <source>The value in force becomes larger.</source>
        <translation>El valor vigente aumenta.</translation>
    </message>
    <message>
        <source>The value in force becomes smaller.</source>
        <translation>El valor vigente disminuye.</translation>
    </message>
    <message numerus="yes">
        <source>Recording of %n pack(s)</source>
        <translation>
            <numerusform>Grabación de %n pack</numerusform>
            <numerusform>Grabación de %n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>La grabación ha terminado</translation>
    </message>
    <message>
        <source>The recording cannot be read</source>
        <translation>La grabación no se puede leer</translation>
    </message>
    <message>
        <source>No bus</source>
        <translation>Sin bus</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Conectando con %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Bus is silent</source>
        <translation>El bus está en silencio</translation>
    </message>
    <message>
        <source>Bus out of reach</source>
        <translation>Bus fuera de alcance</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>hace %n&#xa0;min</numerusform>
            <numerusform>hace %n&#xa0;min</numerusform>
        </translation>
    </message>
    <message>
        <source>Not heard yet.</source>
        <translation>Aún no se ha oído.</translation>
    </message>
    <message>
        <source>The pack must be powered and on this bus.</source>
        <translation>El pack debe tener alimentación y estar en este bus.</translation>
    </message>
    <message>
        <source>Out of touch.</source>
        <translation>Sin contacto.</translation>
    </message>
    <message>
        <source>Last heard %1; the figures are old.</source>
        <translation>Oído por última vez %1; las cifras son antiguas.</translation>
    </message>
    <message numerus="yes">
        <source>%n more fault(s).</source>
        <translation>
            <numerusform>%n fallo más.</numerusform>
            <numerusform>%n fallos más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active fault(s).</source>
        <translation>
            <numerusform>%n fallo activo.</numerusform>
            <numerusform>%n fallos activos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cell %1 is %2 mV below cell %3.</source>
        <translation>La celda %1 está %2&#xa0;mV por debajo de la celda %3.</translation>
    </message>
    <message>
        <source>Cells are within %1 mV.</source>
        <translation>Las celdas difieren en %1&#xa0;mV como máximo.</translation>
    </message>
    <message>
        <source>Takes up to %1&#xa0;A.</source>
        <translation>Toma hasta %1&#xa0;A.</translation>
    </message>
</context>
<context>
    <name>packwarden::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Bloquear tras</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Without a touch for so long the key is dropped; the live view goes on. The language changes at the next start.</source>
        <translation>Tras ese tiempo sin actividad se olvida la clave; la vista en vivo continúa. El idioma cambia en el próximo inicio.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Nombre del taller</translation>
    </message>
    <message>
        <source>Address of the shop</source>
        <translation>Dirección del taller</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Taller</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Head of a job card&apos;s report</source>
        <translation>Encabezado del informe de una ficha de trabajo</translation>
    </message>
    <message>
        <source>While you are signed in and look at another program.</source>
        <translation>Mientras tenga la sesión iniciada y mire otro programa.</translation>
    </message>
    <message>
        <source>Desktop notices of documents to sign</source>
        <translation>Avisos de documentos por firmar</translation>
    </message>
</context>
<context>
    <name>packwarden::Shell</name>
    <message numerus="yes">
        <source>Locked after %n minute(s) without a touch. The live view goes on.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Throw the demo away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated packs, the companies&apos; keys and all consoles of the demo are deleted. Your own store, its rules and its documents are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This console then trusts no rules: no document can be judged, and nothing can be delivered, until you compare and accept rules again. What is known of %n pack(s) is forgotten too. Documents, keys and the audit stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules are forgotten. This console trusts no rules now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the rules that this console trusts already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The rules are accepted. %n pack(s) are known from the invitation; no pack has proved anything here yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Noted. Connect to a bus with a pack of these partners: its rules are compared with these files before you trust them. Without a bus, ask a partner for an invitation file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Draft a change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bus: details, reconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Exchange…</source>
        <translation>Intercambio…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>About and keys…</source>
        <translation>Acerca de y teclas…</translation>
    </message>
    <message>
        <source>Join by invitation…</source>
        <translation>Unirse por invitación…</translation>
    </message>
    <message>
        <source>Compare and trust rules…</source>
        <translation>Comparar reglas y confiar en ellas…</translation>
    </message>
    <message>
        <source>Invite a partner…</source>
        <translation>Invitar a un socio…</translation>
    </message>
    <message>
        <source>Forget these rules…</source>
        <translation>Olvidar estas reglas…</translation>
    </message>
    <message>
        <source>Start a company…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demo</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Salir de la demo</translation>
    </message>
    <message>
        <source>Throw the demo away…</source>
        <translation>Desechar la demo…</translation>
    </message>
    <message>
        <source>Open as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SideView</name>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Tensión</translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Lowest cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cell %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Packs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack is chosen, or none is heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which packs stand beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Lo que muestran las celdas</translation>
    </message>
    <message>
        <source>Packs side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this pack alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SignDialog</name>
    <message>
        <source>Sign as author</source>
        <translation>Firmar como autor</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>Aprobar y firmar</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>Lo que se firma</translation>
    </message>
    <message>
        <source>One click, or Ctrl+Enter. Enter, Space and double clicks sign nothing.</source>
        <translation>Un clic, o Ctrl+Intro. Intro, Espacio y los dobles clics no firman nada.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Ctrl+Enter signs</source>
        <translation>Ctrl+Intro firma</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recargar</translation>
    </message>
    <message>
        <source>The file, the packs or who is signed in changed while this was open. Nothing can be signed until it is read again.</source>
        <translation>El archivo, los packs o quien tiene la sesión cambiaron mientras esto estaba abierto. No se puede firmar nada hasta leerlo de nuevo.</translation>
    </message>
    <message>
        <source>A double click signs nothing. Click once.</source>
        <translation>Un doble clic no firma nada. Haga un solo clic.</translation>
    </message>
    <message>
        <source>For %1 I accept what follows: %2</source>
        <translation>Por %1 acepto lo que se sigue: %2</translation>
    </message>
    <message>
        <source>I have checked what is shown here and what follows from it.</source>
        <translation>He comprobado lo que aquí se muestra y lo que se sigue de ello.</translation>
    </message>
    <message>
        <source>You sign as %1, %2.</source>
        <translation>Usted firma como %1, %2.</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Consecuencia</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Caduca</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>I accept this for %1.</source>
        <translation>Acepto esto por %1.</translation>
    </message>
    <message>
        <source>Yours is the technical seat of layer 4. Find the value yourself, from data sheet and tests. The proposed one shows when yours agrees with it; you have two attempts.</source>
        <translation>El suyo es el puesto técnico de la capa 4. Encuentre usted mismo el valor, con hojas de datos y ensayos. El propuesto se muestra cuando el suyo coincide con él; tiene dos intentos.</translation>
    </message>
    <message>
        <source>%1 has not signed yet which limits it was made with. Until this console has its word, your seat counts as a technical one: find the value yourself, from data sheet and tests. The proposed one shows when yours agrees with it; you have two attempts.</source>
        <translation>%1 aún no ha firmado con qué límites se hizo. Hasta que esta consola tenga su palabra, su puesto cuenta como técnico: encuentre usted mismo el valor, con hojas de datos y ensayos. El propuesto se muestra cuando el suyo coincide con él; tiene dos intentos.</translation>
    </message>
    <message>
        <source>Own value of %1</source>
        <translation>Valor propio de %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Your value agrees with the proposed one.</source>
        <translation>Su valor coincide con el propuesto.</translation>
    </message>
    <message>
        <source>The two values differ. Neither is kept, and the attempt is recorded. Check your sources; one attempt is left.</source>
        <translation>Los dos valores difieren. No se guarda ninguno, y el intento queda registrado. Revise sus fuentes; queda un intento.</translation>
    </message>
    <message>
        <source>The two values differ again. This is recorded as your rejection. Talk to the author; a new request is needed.</source>
        <translation>Los dos valores difieren de nuevo. Esto se registra como su rechazo. Hable con el autor; hace falta una solicitud nueva.</translation>
    </message>
</context>
<context>
    <name>packwarden::SignInDialog</name>
    <message>
        <source>The PIN is wrong. Type it again.</source>
        <translation>El PIN es incorrecto. Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>The token cannot be used (%1). Take it out, put it in and search again.</source>
        <translation>El token no se puede usar (%1). Retírelo, insértelo y busque de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>&amp;Archivo de clave</translation>
    </message>
    <message>
        <source>&amp;Token or smart card</source>
        <translation>&amp;Token o tarjeta</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Archivo de clave</translation>
    </message>
    <message>
        <source>Choose your key file</source>
        <translation>Elija su archivo de clave</translation>
    </message>
    <message>
        <source>PKCS#11 module</source>
        <translation>Módulo PKCS#11</translation>
    </message>
    <message>
        <source>Libraries (*.so *.so.*)</source>
        <translation>Bibliotecas (*.so *.so.*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose the token&apos;s module</source>
        <translation>Elija el módulo del token</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sign in with your key</source>
        <translation>Inicie sesión con su clave</translation>
    </message>
    <message>
        <source>The key stays in this program until you lock it. The live view needs no key.</source>
        <translation>La clave queda en este programa hasta que lo bloquee. La vista en vivo no necesita clave.</translation>
    </message>
    <message>
        <source>Name the module by its full path.</source>
        <translation>Indique el módulo con su ruta completa.</translation>
    </message>
    <message>
        <source>This machine has no registered token modules. Install p11-kit, or name the module below.</source>
        <translation>Este equipo no tiene módulos de token registrados. Instale p11-kit, o indique el módulo abajo.</translation>
    </message>
    <message>
        <source>The module %1 cannot be loaded. Choose another.</source>
        <translation>El módulo %1 no se puede cargar. Elija otro.</translation>
    </message>
    <message>
        <source>A .p12 file of your own</source>
        <translation>Un archivo .p12 propio</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Those registered on this machine</source>
        <translation>Los registrados en este equipo</translation>
    </message>
    <message>
        <source>The library that came with the token. Most need not be named here.</source>
        <translation>La biblioteca que venía con el token. La mayoría no hay que indicarla aquí.</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <translation>%1 · bloqueado</translation>
    </message>
    <message>
        <source>%1 · few tries left</source>
        <translation>%1 · quedan pocos intentos</translation>
    </message>
    <message>
        <source>No token found. Put it in and search again.</source>
        <translation>No se encontró ningún token. Insértelo y busque de nuevo.</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffContents</name>
    <message numerus="yes">
        <source>%n packs</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock %1 against theft</source>
        <translation>Bloquear %1 contra el robo</translation>
    </message>
    <message>
        <source>Unlock %1 after a theft-lock</source>
        <translation>Levantar el bloqueo antirrobo de %1</translation>
    </message>
    <message>
        <source>Pair part %1 with slot %2 of %3</source>
        <translation>Emparejar la pieza %1 con el lugar %2 de %3</translation>
    </message>
    <message>
        <source>Tighten %1 at once on %2</source>
        <translation>Estrechar %1 de inmediato en %2</translation>
    </message>
    <message>
        <source>Run a routine on %1</source>
        <translation>Ejecutar una rutina en %1</translation>
    </message>
    <message>
        <source>Decommission %1</source>
        <translation>Retirar %1 del servicio</translation>
    </message>
    <message>
        <source>packs</source>
        <translation>packs</translation>
    </message>
    <message>
        <source>First charter, version %1</source>
        <translation>Primera carta, versión %1</translation>
    </message>
    <message numerus="yes">
        <source>Charter %1: %n rule(s) differ</source>
        <translation>
            <numerusform>Carta %1: %n regla difiere</numerusform>
            <numerusform>Carta %1: %n reglas difieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Admit %1 as a party</source>
        <translation>Admitir a %1 como parte</translation>
    </message>
    <message>
        <source>Remove %1 as a party</source>
        <translation>Quitar la parte %1</translation>
    </message>
    <message>
        <source>Give %1 another root</source>
        <translation>Dar otra raíz a %1</translation>
    </message>
    <message>
        <source>Hand %1 over to %2 as operator</source>
        <translation>Entregar %1 a %2 como operador</translation>
    </message>
    <message>
        <source>Sell %1 to %2</source>
        <translation>Vender %1 a %2</translation>
    </message>
    <message>
        <source>Charter %1</source>
        <translation>Carta %1</translation>
    </message>
    <message>
        <source>Charter %1: new party</source>
        <translation>Carta %1: parte nueva</translation>
    </message>
    <message>
        <source>Charter %1: party leaves</source>
        <translation>Carta %1: se va una parte</translation>
    </message>
    <message>
        <source>Charter %1: new root</source>
        <translation>Carta %1: raíz nueva</translation>
    </message>
    <message>
        <source>Charter %1: handover</source>
        <translation>Carta %1: entrega</translation>
    </message>
    <message>
        <source>Charter %1: sale</source>
        <translation>Carta %1: venta</translation>
    </message>
    <message>
        <source>Policy %1, beside no rules that are trusted here</source>
        <translation>Política %1, junto a ninguna regla en que aquí se confíe</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) new</source>
        <translation>
            <numerusform>%n derecho nuevo</numerusform>
            <numerusform>%n derechos nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>rights</comment>
        <translation>
            <numerusform>%n quitado</numerusform>
            <numerusform>%n quitados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) changed</source>
        <translation>
            <numerusform>%n regla cambiada</numerusform>
            <numerusform>%n reglas cambiadas</numerusform>
        </translation>
    </message>
    <message>
        <source>applied; what it changed is not known here</source>
        <translation>aplicado; aquí no se sabe qué cambió</translation>
    </message>
    <message>
        <source>no difference to the rules trusted here</source>
        <translation>ninguna diferencia con las reglas en que aquí se confía</translation>
    </message>
    <message>
        <source>Policy %1: %2</source>
        <translation>Política %1: %2</translation>
    </message>
    <message>
        <source>The usable window grows from %1 to %2, %3 more range per charge.</source>
        <translation>La ventana utilizable crece de %1 a %2, %3 más de autonomía por carga.</translation>
    </message>
    <message>
        <source>The usable window shrinks from %1 to %2, %3 less range per charge.</source>
        <translation>La ventana utilizable se reduce de %1 a %2, %3 menos de autonomía por carga.</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) start as before: no right, lock or list changes.</source>
        <translation>
            <numerusform>%n vehículo arranca como antes: no cambia ningún derecho, bloqueo ni lista.</numerusform>
            <numerusform>%n vehículos arrancan como antes: no cambia ningún derecho, bloqueo ni lista.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is theft-locked and does not start anyway.</source>
        <translation>
            <numerusform>%n está bloqueado por robo y de todos modos no arranca.</numerusform>
            <numerusform>%n están bloqueados por robo y de todos modos no arrancan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) are not known here.</source>
        <translation>
            <numerusform>%n pack no se conoce aquí.</numerusform>
            <numerusform>%n packs no se conocen aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can no longer start any pack; %n known pack(s) would take this.</source>
        <translation>
            <numerusform>%1 ya no puede arrancar ningún vehículo; %n pack conocido lo tomaría.</numerusform>
            <numerusform>%1 ya no puede arrancar ningún vehículo; %n packs conocidos lo tomarían.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can start packs from then on.</source>
        <translation>%1 puede arrancar vehículos desde entonces.</translation>
    </message>
    <message>
        <source>The sale ends every activation: a pack starts again with keys of the new owner&apos;s people.</source>
        <translation>La venta termina toda activación: un vehículo vuelve a arrancar con claves de las personas del nuevo propietario.</translation>
    </message>
    <message>
        <source>Every document that is still waiting for these packs becomes void.</source>
        <translation>Todo documento que aún espera para estos packs queda nulo.</translation>
    </message>
    <message>
        <source>Who can start a pack stays the same.</source>
        <translation>Quién puede arrancar un vehículo no cambia.</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 de %2 a %3</translation>
    </message>
    <message>
        <source>This document cannot be read</source>
        <translation>Este documento no se puede leer</translation>
    </message>
    <message>
        <source>A request without changes</source>
        <translation>Una solicitud sin cambios</translation>
    </message>
    <message>
        <source>Change %1 %2 to %3 on %4</source>
        <translation>Cambiar %1 de %2 a %3 en %4</translation>
    </message>
    <message>
        <source>Unreadable document</source>
        <translation>Documento ilegible</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Política %1</translation>
    </message>
    <message>
        <source>The proposed value shows once you have entered your own.</source>
        <translation>El valor propuesto se muestra cuando haya introducido el suyo.</translation>
    </message>
    <message>
        <source>%1 absolute</source>
        <translation>%1 en absoluto</translation>
    </message>
    <message>
        <source>%1 of now</source>
        <translation>%1 del actual</translation>
    </message>
    <message>
        <source>%1 past the charter&apos;s limit</source>
        <translation>%1 más allá del límite de la carta</translation>
    </message>
    <message>
        <source>%1 to the charter&apos;s limit</source>
        <translation>%1 hasta el límite de la carta</translation>
    </message>
    <message>
        <source>%1 beyond the soft limit</source>
        <translation>%1 más allá del límite blando</translation>
    </message>
    <message>
        <source>%1 to the soft limit</source>
        <translation>%1 hasta el límite blando</translation>
    </message>
    <message>
        <source>Until %1, then back to what it was by itself.</source>
        <translation>Hasta el %1, después vuelve por sí solo a lo que era.</translation>
    </message>
    <message>
        <source>7 days, then back by itself unless ratified.</source>
        <translation>7 días, después vuelve por sí solo si no se ratifica.</translation>
    </message>
    <message>
        <source>For good, until it is changed again.</source>
        <translation>De forma permanente, hasta que alguien lo cambie de nuevo.</translation>
    </message>
    <message>
        <source>, signed by %1</source>
        <translation>, firmado por %1</translation>
    </message>
    <message numerus="yes">
        <source>, on %n packs</source>
        <translation>
            <numerusform>, en %n pack</numerusform>
            <numerusform>, en %n packs</numerusform>
        </translation>
    </message>
    <message>
        <source>No earlier change of this value is known here.</source>
        <translation>Aquí no se conoce ningún cambio anterior de este valor.</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>no se conoce aquí</translation>
    </message>
    <message>
        <source>holds %1 now</source>
        <translation>contiene ahora %1</translation>
    </message>
    <message>
        <source>was changed since and changed back</source>
        <translation>se cambió desde entonces y se volvió a cambiar</translation>
    </message>
    <message>
        <source>last read %1</source>
        <translation>leído por última vez %1</translation>
    </message>
    <message>
        <source>theft-locked</source>
        <translation>bloqueado por robo</translation>
    </message>
    <message>
        <source>Withdrawn, and every pack knows.</source>
        <translation>Retirado, y todos los packs lo saben.</translation>
    </message>
    <message numerus="yes">
        <source>Withdrawn here, not yet effective on %1 of %n pack(s). The next visit brings it along.</source>
        <translation>
            <numerusform>Retirado aquí, aún sin efecto en %1 de %n pack. Quien los visita lo lleva.</numerusform>
            <numerusform>Retirado aquí, aún sin efecto en %1 de %n packs. Quien los visita lo lleva.</numerusform>
        </translation>
    </message>
    <message>
        <source>named, not attached</source>
        <translation>nombrado, no adjunto</translation>
    </message>
    <message>
        <source>attached, as signed</source>
        <translation>adjunto, tal como se firmó</translation>
    </message>
    <message>
        <source>attached, NOT what was signed</source>
        <translation>adjunto, NO es lo que se firmó</translation>
    </message>
    <message numerus="yes">
        <source>%n signed statement(s) of packs</source>
        <translation>
            <numerusform>%n declaración firmada de packs</numerusform>
            <numerusform>%n declaraciones firmadas de packs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffDelegate</name>
    <message>
        <source>%1 of %2</source>
        <comment>seats filled</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffPacks</name>
    <message>
        <source>applied %1, receipt verified</source>
        <translation>aplicado el %1, recibo verificado</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>rechazado: %1</translation>
    </message>
    <message>
        <source>cannot be rehearsed: what it holds is not known here</source>
        <translation>no se puede ensayar: aquí no se sabe qué contiene</translation>
    </message>
    <message>
        <source>would apply it</source>
        <translation>lo aplicaría</translation>
    </message>
    <message>
        <source>waits for the signature of its author</source>
        <translation>espera la firma de su autor</translation>
    </message>
    <message>
        <source>waits for signatures</source>
        <translation>espera firmas</translation>
    </message>
    <message>
        <source>would refuse it now</source>
        <translation>lo rechazaría ahora</translation>
    </message>
    <message>
        <source>would refuse it: %1</source>
        <translation>lo rechazaría: %1</translation>
    </message>
    <message>
        <source>waits its turn</source>
        <translation>espera su turno</translation>
    </message>
    <message>
        <source>sending, %1 %</source>
        <translation>enviando, %1&#xa0;%</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>applied, receipt verified</source>
        <translation>aplicado, recibo verificado</translation>
    </message>
    <message>
        <source>cancelled before it began</source>
        <translation>cancelado antes de empezar</translation>
    </message>
    <message>
        <source>Packs of this document</source>
        <translation>Packs de este documento</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>Llamativo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffReason</name>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rejection is signed and travels in the file; everybody who opens it reads why. Packs are not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The withdrawal is signed. It takes effect on a pack once it is brought there; until then a pack that has all signatures would still apply the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why; the author reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sign the rejection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the withdrawal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffView</name>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>Ningún documento abierto</translation>
    </message>
    <message>
        <source>Draft a new one, or open or drop a file that was sent to you.
Signatures in it are added to your copy.</source>
        <translation>Redacte una nueva, o abra o suelte un archivo que le hayan enviado.
Sus firmas se añaden a su copia.</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>Solicitud nueva…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>Fingerprint: compare it by voice. It is the same on every screen that shows this document.</source>
        <translation>Huella: compárela de viva voz. Es la misma en cada pantalla que muestra este documento.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copiar la huella</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Receipt of the pack</source>
        <translation>Recibo del pack</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Consecuencia</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>Ask the pack…</source>
        <translation>Preguntar al pack…</translation>
    </message>
    <message>
        <source>The rehearsal here refuses it. Bring it to the pack all the same, to hear the pack&apos;s reason.</source>
        <translation>El ensayo hecho aquí lo rechaza. Llévelo igualmente al pack para oír su razón.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>Give it to the other members of the exchange</source>
        <translation>Darlo a los demás miembros del intercambio</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Rechazar…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Accept the rules…</source>
        <translation>Aceptar las reglas…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>Cancelar el resto</translation>
    </message>
    <message>
        <source>Not yet signed by its author</source>
        <translation>Aún no firmado por su autor</translation>
    </message>
    <message>
        <source>Asked for by %1, by a key that is not judged here yet</source>
        <translation>Pedido por %1, con una clave que aquí aún no se ha juzgado</translation>
    </message>
    <message>
        <source>Signed by its author, whose key cannot be read here</source>
        <translation>Firmado por su autor, cuya clave no se puede leer aquí</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Leyendo %1…</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>Leyendo %n archivo…</numerusform>
            <numerusform>Leyendo %n archivos…</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafted %1 · could be delivered until %2</source>
        <translation>Redactado el %1 · se podía entregar hasta el %2</translation>
    </message>
    <message>
        <source>%1 · drafted %2 · may be delivered until %3</source>
        <translation>%1 · redactado el %2 · se puede entregar hasta el %3</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>Pedido por %1</translation>
    </message>
    <message>
        <source>none attached</source>
        <translation>ninguna</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), show</source>
        <translation>
            <numerusform>%n elemento, mostrar</numerusform>
            <numerusform>%n elementos, mostrar</numerusform>
        </translation>
    </message>
    <message>
        <source>one more signature</source>
        <translation>una firma más</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Mostrar %n más</numerusform>
            <numerusform>Mostrar %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffWords</name>
    <message>
        <source>%1 (not the author)</source>
        <translation>%1 (no el autor)</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>the signature of its author</source>
        <translation>la firma de su autor</translation>
    </message>
    <message>
        <source>Next: you sign, as its author.</source>
        <translation>Siguiente: firma usted, como autor.</translation>
    </message>
    <message>
        <source>Next: the author signs.</source>
        <translation>Siguiente: firma el autor.</translation>
    </message>
    <message>
        <source>Next: you sign.</source>
        <translation>Siguiente: firma usted.</translation>
    </message>
    <message>
        <source>Next: these sign, in any order: %1.</source>
        <translation>Siguiente: firman, en cualquier orden: %1.</translation>
    </message>
    <message>
        <source>Next: %1 signs.</source>
        <translation>Siguiente: firma %1.</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>No rules or no pack known here yet</source>
        <translation>Aquí no se conocen reglas ni packs</translation>
    </message>
    <message>
        <source>The pack is not known here yet</source>
        <translation>Aquí aún no se conoce el pack</translation>
    </message>
    <message>
        <source>Draft, needs %1</source>
        <translation>Borrador, falta %1</translation>
    </message>
    <message>
        <source>Collecting, needs %1</source>
        <translation>En recogida, falta %1</translation>
    </message>
    <message>
        <source>Ready to deliver</source>
        <translation>Listo para entregar</translation>
    </message>
    <message>
        <source>Applied on %1 of %2 packs</source>
        <translation>Aplicado en %1 de %2 packs</translation>
    </message>
    <message>
        <source>Applied, receipt verified</source>
        <translation>Aplicado, recibo verificado</translation>
    </message>
    <message>
        <source>Refused by the pack</source>
        <translation>Rechazado por el pack</translation>
    </message>
    <message>
        <source>Withdrawn by %1</source>
        <translation>Retirado por %1</translation>
    </message>
    <message>
        <source>Rejected by %1: %2</source>
        <translation>Rechazado por %1: %2</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Caducado</translation>
    </message>
    <message>
        <source>Overtaken by a newer change</source>
        <translation>Superado por un cambio más reciente</translation>
    </message>
    <message>
        <source>The pack would refuse it</source>
        <translation>El pack lo rechazaría</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Pack unknown</source>
        <translation>Pack desconocido</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>En recogida</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Applied on %1 of %2</source>
        <translation>Aplicado en %1 de %2</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>Superado</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>Se rechazaría</translation>
    </message>
    <message>
        <source>Not rehearsed: no pack is known here.</source>
        <translation>Sin ensayo: aquí no se conoce ningún pack.</translation>
    </message>
    <message>
        <source>%1 refused it: %2</source>
        <translation>%1 lo rechazó: %2</translation>
    </message>
    <message>
        <source>Not rehearsed: what %1 holds is not known here. Connect to it once.</source>
        <translation>Sin ensayo: aquí no se sabe qué contiene %1. Conéctese a él una vez.</translation>
    </message>
    <message>
        <source>It waits for the signature of its author. Packs look at nothing without it.</source>
        <translation>Espera la firma de su autor. Sin ella los packs no miran nada.</translation>
    </message>
    <message>
        <source>Rehearsal: %1 would refuse it now. %2</source>
        <translation>Ensayo: %1 lo rechazaría ahora. %2</translation>
    </message>
    <message>
        <source>Signatures are missing: %1.</source>
        <translation>Faltan firmas: %1.</translation>
    </message>
    <message>
        <source>Rehearsal: %1 would refuse it now.</source>
        <translation>Ensayo: %1 lo rechazaría ahora.</translation>
    </message>
    <message>
        <source>The pack applied it and signed a receipt for it.</source>
        <translation>El pack lo aplicó y firmó un recibo por ello.</translation>
    </message>
    <message>
        <source>Rehearsal: the pack&apos;s own verifier, run here, accepts it.</source>
        <translation>Ensayo: el verificador del pack, ejecutado aquí, lo acepta.</translation>
    </message>
    <message>
        <source>Next: anyone at the pack delivers it.</source>
        <translation>Siguiente: cualquiera junto al pack lo entrega.</translation>
    </message>
    <message>
        <source>Done. Nothing more to do.</source>
        <translation>Hecho. No queda nada por hacer.</translation>
    </message>
    <message>
        <source>Next: settle why the pack refused it, then deliver again. %1</source>
        <translation>Siguiente: resuelva por qué lo rechazó el pack y entréguelo de nuevo. %1</translation>
    </message>
    <message>
        <source>Next: draft it again from the present values.</source>
        <translation>Siguiente: redáctelo de nuevo a partir de los valores actuales.</translation>
    </message>
    <message>
        <source>Next: accept the rules first. Without them this console cannot judge the document.</source>
        <translation>Siguiente: acepte primero las reglas. Sin ellas esta consola no puede juzgar el documento.</translation>
    </message>
    <message>
        <source>Next: connect to the pack once, so that it can be judged here.</source>
        <translation>Siguiente: conéctese una vez al pack, para poder juzgarlo aquí.</translation>
    </message>
    <message>
        <source>Next: ask the sender for the file again.</source>
        <translation>Siguiente: pida de nuevo el archivo a quien lo envió.</translation>
    </message>
    <message>
        <source>You wrote this document, so your approval does not count here.</source>
        <translation>Usted escribió este documento, así que su aprobación no cuenta aquí.</translation>
    </message>
    <message>
        <source>Your company has a seat already, and a second signature of it does not count.</source>
        <translation>Su empresa ya tiene un puesto, y una segunda firma suya no cuenta.</translation>
    </message>
    <message>
        <source>Your key does not count for its open seats by the rules in force now.</source>
        <translation>Su clave no cuenta para sus puestos libres según las reglas vigentes.</translation>
    </message>
    <message>
        <source>%1 reads back %2 (revision %3)</source>
        <translation>%1 vuelve a leer %2 (revisión %3)</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>aplicado</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. Signed by the pack %3; %n signature(s) counted.</source>
        <translation>
            <numerusform>%1: %2. Firmado por el pack el %3; %n firma contada.</numerusform>
            <numerusform>%1: %2. Firmado por el pack el %3; %n firmas contadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffsPage</name>
    <message>
        <source>New request…</source>
        <translation>Solicitud nueva…</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Otra cosa…</translation>
    </message>
    <message>
        <source>Draft something else: a theft-lock, a limit made stricter, a replaced part, a party that comes or goes</source>
        <translation>Redactar otra cosa: un bloqueo antirrobo, un límite más estricto, una pieza cambiada, una parte que llega o se va</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja de entrada</translation>
    </message>
    <message>
        <source>Withdrawn here and recorded. Packs know it only once it is brought to them; see below.</source>
        <translation>Retirado aquí y registrado. Los packs solo lo saben cuando alguien se lo lleva; véase abajo.</translation>
    </message>
    <message>
        <source>Rejected and recorded. Send the file back, so that others read why.</source>
        <translation>Rechazado y registrado. Devuelva el archivo para que los demás lean por qué.</translation>
    </message>
    <message>
        <source>Sign in to see whether it is you.</source>
        <translation>Inicie sesión para ver si es usted.</translation>
    </message>
    <message>
        <source>You have signed.</source>
        <translation>Usted ha firmado.</translation>
    </message>
    <message>
        <source>Your key fills none of its open seats.</source>
        <translation>Su clave no ocupa ninguno de sus puestos libres.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Another delivery is under way. Wait until it has ended.</source>
        <translation>Hay otra entrega en curso. Espere a que termine.</translation>
    </message>
    <message>
        <source>Tick the packs to deliver to.</source>
        <translation>Marque los packs a los que entregar.</translation>
    </message>
    <message>
        <source>Applied, with a receipt signed by the pack; the values were read back.</source>
        <translation>Aplicado, con un recibo firmado por el pack; los valores se han vuelto a leer.</translation>
    </message>
    <message numerus="yes">
        <source>Applied on all %n packs.</source>
        <translation>
            <numerusform>Aplicado en el pack (%n).</numerusform>
            <numerusform>Aplicado en los %n packs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applied on %1 of %n pack(s); %2 failed, %3 cancelled before they began. See the reasons below.</source>
        <translation>
            <numerusform>Aplicado en %1 de %n pack; %2 fallaron, %3 se cancelaron antes de empezar. Vea las razones abajo.</numerusform>
            <numerusform>Aplicado en %1 de %n packs; %2 fallaron, %3 se cancelaron antes de empezar. Vea las razones abajo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Saved as %1. The rules go along for a partner who has none yet; their fingerprint is %2.</source>
        <translation>Guardado como %1. Las reglas van incluidas para un socio que aún no tenga; su huella es %2.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>List %1 of %2 is known here already.</source>
        <translation>La lista %1 de %2 ya se conoce aquí.</translation>
    </message>
    <message>
        <source>List %1 of %2 was taken in, in place of list %3.</source>
        <translation>La lista %1 de %2 se ha admitido, en lugar de la lista %3.</translation>
    </message>
    <message>
        <source>List %1 of %2 was taken in, the first one here.</source>
        <translation>La lista %1 de %2 se ha admitido, la primera aquí.</translation>
    </message>
    <message>
        <source>It revokes no other key.</source>
        <translation>No revoca a nadie más.</translation>
    </message>
    <message>
        <source>It also revokes: %1.</source>
        <translation>También revoca: %1.</translation>
    </message>
    <message>
        <source>Packs on the bus get it now.</source>
        <translation>Los packs del bus la reciben ahora.</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>Abrir un documento</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 was edited after %2 signed it; that signature is void.</source>
        <translation>%1 se editó después de que %2 firmara; esa firma es nula.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken in.</source>
        <translation>
            <numerusform>%n archivo admitido.</numerusform>
            <numerusform>%n archivos admitidos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) do not fit into one document.</source>
        <translation>
            <numerusform>%n pack no cabe en un documento.</numerusform>
            <numerusform>%n packs no caben en un documento.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents (*.pwreq *.pwpol *.pwchr *.pwcmd *.pwask *.pwans *.pwinv *.crl *.csr *.cose)</source>
        <translation>Documentos (*.pwreq *.pwpol *.pwchr *.pwcmd *.pwask *.pwans *.pwinv *.crl *.csr *.cose)</translation>
    </message>
    <message>
        <source>Signed and recorded. The file is saved; send a copy to those who sign next.</source>
        <translation>Firmado y registrado. El archivo está guardado; envíe una copia a quienes firman después.</translation>
    </message>
    <message numerus="yes">
        <source>They are in %n part(s), which are in the list; the first one offers to sign the others, too.</source>
        <translation>
            <numerusform>Están en %n parte, que está en la lista; la primera ofrece firmar también las demás.</numerusform>
            <numerusform>Están en %n partes, que están en la lista; la primera ofrece firmar también las demás.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n part(s) are done and recorded.</source>
        <translation>
            <numerusform>%n parte está hecha y registrada.</numerusform>
            <numerusform>Las %n partes están hechas y registradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are done. Part %1: %2 Open it to do the same there.</source>
        <translation>
            <numerusform>%n parte está hecha. Parte %1: %2 Ábrala para hacer lo mismo allí.</numerusform>
            <numerusform>%n partes están hechas. Parte %1: %2 Ábrala para hacer lo mismo allí.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SpokenMatrix</name>
    <message>
        <source>the charter does not let this role have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed, was: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by no company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: keys issued by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no company</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) known here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Click the company, or press F, to open its roles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the company, or press F, to fold its roles into one column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::StartCards</name>
    <message>
        <source>Look around</source>
        <translation>Echar un vistazo</translation>
    </message>
    <message>
        <source>Four simulated packs, seven companies and their keys on this computer. Nothing real can be harmed, and you can play every part.</source>
        <translation>Cuatro packs simulados, siete empresas y sus claves en este equipo. Nada real puede dañarse, y usted puede hacer todos los papeles.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demo</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Makes the root key of your company and your own first key, each in a file with a passphrase. Partners get the certificate, never the key.</source>
        <translation>Crea la clave raíz de su empresa y su primera clave propia, cada una en un archivo con frase de contraseña. Los socios reciben el certificado, nunca la clave.</translation>
    </message>
    <message>
        <source>Start a company</source>
        <translation>Fundar una empresa</translation>
    </message>
    <message>
        <source>Come to partners</source>
        <translation>Unirse a socios</translation>
    </message>
    <message>
        <source>A partner sent you the charter and the policy. Compare their fingerprints by voice; only packs with these rules are then trusted.</source>
        <translation>Un socio le envió la carta y la política. Compare sus huellas de viva voz; después solo se confía en packs con estas reglas.</translation>
    </message>
    <message>
        <source>Join by invitation</source>
        <translation>Unirse por invitación</translation>
    </message>
</context>
<context>
    <name>packwarden::StateProofDialog</name>
    <message>
        <source>It cannot be checked: this console trusts no rules yet, and so no manufacturer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It proves nothing. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack signed this, but the report beside it is not the one that was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by the key of %1, whose certificate comes from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job card of this console&apos;s audit rests on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the pack was found. The card was closed on %1, record %2 of the audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the pack was left. The card was closed on %1, record %2 of the audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its report does not lie beside this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report beside this file is the one that was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report beside this file was changed, or is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed state of a pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed state of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by the pack&apos;s clock. It says how the pack was then, not how it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Life cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>charter %1, policy %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theft lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records in its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>packwarden::StoreDialog</name>
    <message>
        <source>Begin a new audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of this console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of this console cannot be used as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for the data of this console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a new audit, the damaged file stays beside it as evidence, and the first record says which one it follows. Rules, documents and keys stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Make room, or give yourself the right to write there, then try again; or keep the data in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::StoreDoor</name>
    <message numerus="yes">
        <source>What is known of %n pack(s) is moved into one file. This happens once.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of this console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of an earlier version is taken over. This happens once.</source>
        <translation>Se adoptan los datos de una versión anterior. Esto ocurre una sola vez.</translation>
    </message>
</context>
<context>
    <name>packwarden::TitleBar</name>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>How the bus is, reconnect</source>
        <translation>Cómo está el bus, reconectar</translation>
    </message>
    <message>
        <source>Find (Ctrl+K)</source>
        <translation>Buscar (Ctrl+K)</translation>
    </message>
    <message>
        <source>Settings, about</source>
        <translation>Ajustes, acerca de</translation>
    </message>
    <message>
        <source>Open as</source>
        <translation>Abrir como</translation>
    </message>
    <message>
        <source>Simulated bus</source>
        <translation>Bus simulado</translation>
    </message>
    <message>
        <source>No real battery is on this bus.</source>
        <translation>En este bus no hay ninguna batería real.</translation>
    </message>
    <message>
        <source>Only listening</source>
        <translation>Solo escucha</translation>
    </message>
    <message>
        <source>Nothing is sent on this bus: packs are watched, and asked nothing.</source>
        <translation>En este bus no se envía nada: los packs se observan y no se les pregunta nada.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>About and keys…</source>
        <translation>Acerca de y teclas…</translation>
    </message>
    <message>
        <source>Join by invitation…</source>
        <translation>Unirse por invitación…</translation>
    </message>
    <message>
        <source>Invite a partner…</source>
        <translation>Invitar a un socio…</translation>
    </message>
    <message>
        <source>Exchange…</source>
        <translation>Intercambio…</translation>
    </message>
    <message>
        <source>Forget these rules…</source>
        <translation>Olvidar estas reglas…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demo</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Salir de la demo</translation>
    </message>
    <message>
        <source>Throw the demo away…</source>
        <translation>Desechar la demo…</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) in contradiction</source>
        <translation>
            <numerusform>%n pack en contradicción</numerusform>
            <numerusform>%n packs en contradicción</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) have not proved who they are.</source>
        <translation>
            <numerusform>%n pack no ha probado quién es.</numerusform>
            <numerusform>%n packs no han probado quiénes son.</numerusform>
        </translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>key file</source>
        <translation>archivo de clave</translation>
    </message>
    <message>
        <source>%1 in the role %2</source>
        <translation>%1 en el rol %2</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>The table of this page as a file, or on paper</source>
        <translation>La tabla de esta página como archivo, o en papel</translation>
    </message>
    <message numerus="yes">
        <source>%n bus(es)</source>
        <translation>
            <numerusform>%n bus</numerusform>
            <numerusform>%n buses</numerusform>
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
        <translation>Lo que le espera</translation>
    </message>
    <message>
        <source>Welcome to Packwarden</source>
        <translation>Bienvenido a Packwarden</translation>
    </message>
    <message>
        <source>This console trusts no rules yet and hears no pack. Begin with one of these.</source>
        <translation>Esta consola aún no confía en nadie y no oye ningún pack. Empiece por uno de estos caminos.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nada le espera</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n cosa le espera</numerusform>
            <numerusform>%n cosas le esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>The most pressing first.</source>
        <translation>Lo más urgente primero.</translation>
    </message>
    <message>
        <source>Sign in to see also what waits for your signature.</source>
        <translation>Inicie sesión para ver también lo que espera su firma.</translation>
    </message>
    <message>
        <source>This console trusts no rules yet, so it cannot tell what is in order.
Trust the rules of a pack, or join by invitation.</source>
        <translation>Esta consola aún no confía en ninguna regla, así que no puede decir qué está en orden.
Confíe en las reglas de un pack, o únase por invitación.</translation>
    </message>
    <message>
        <source>Packs, keys, lists and documents known here are in order.
Open the inspector to watch a pack, or the sign-offs to draft a change.</source>
        <translation>Los packs, claves, listas y documentos que aquí se conocen están en orden.
Abra el inspector para observar un pack, o las firmas para redactar un cambio.</translation>
    </message>
    <message>
        <source>Keys, lists and documents known here are in order. No bus is connected: of the packs only what they said last is known.
Connect to a bus to see them, or open the sign-offs to draft a change.</source>
        <translation>Las claves, listas y documentos que aquí se conocen están en orden. No hay ningún bus conectado: de los packs solo se sabe lo último que dijeron.
Conéctese a un bus para verlos, o abra las firmas para redactar un cambio.</translation>
    </message>
</context>
<context>
    <name>packwarden::TodayWords</name>
    <message>
        <source>%1 did not take it: %2</source>
        <translation>%1 no lo tomó: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>This console brings it to %1 next.</source>
        <translation>Esta consola lo lleva después a %1.</translation>
    </message>
    <message>
        <source>Not on this bus: %1.</source>
        <translation>No está en este bus: %1.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>its author</source>
        <translation>su autor</translation>
    </message>
    <message>
        <source>The audit of this console is damaged</source>
        <translation>El registro de esta consola está dañado</translation>
    </message>
    <message>
        <source>The audit of this console can only be read</source>
        <translation>El registro de esta consola solo se puede leer</translation>
    </message>
    <message>
        <source>%1 offers its rules</source>
        <translation>%1 ofrece sus reglas</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 espera a %2</translation>
    </message>
    <message>
        <source>%1 is not what is known of it</source>
        <translation>%1 no es lo que se sabe de él</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>pack, fault</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 reports %n fault(s)</source>
        <translation>
            <numerusform>%1 comunica %n fallo</numerusform>
            <numerusform>%1 comunica %n fallos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 will not start tomorrow</source>
        <translation>%1 no arrancará mañana</translation>
    </message>
    <message>
        <source>Another node answers for %1</source>
        <translation>Otro nodo responde por %1</translation>
    </message>
    <message>
        <source>An unsigned answer for %1 is in doubt</source>
        <translation>Una respuesta no firmada por %1 es dudosa</translation>
    </message>
    <message>
        <source>Your signature is wanted: %1</source>
        <translation>Se pide su firma: %1</translation>
    </message>
    <message>
        <source>%1 still waits for %2</source>
        <translation>%1 aún espera a %2</translation>
    </message>
    <message>
        <source>Ready for the packs: %1</source>
        <translation>Listo para los packs: %1</translation>
    </message>
    <message>
        <source>The key of %1 runs out</source>
        <translation>La clave de %1 está por caducar</translation>
    </message>
    <message>
        <source>The revocation list of %1 runs out</source>
        <translation>La lista de revocación de %1 está por caducar</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) know revocation list %2 of %3</source>
        <translation>
            <numerusform>%1 de %n pack conoce la lista de revocación %2 de %3</numerusform>
            <numerusform>%1 de %n packs conocen la lista de revocación %2 de %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds policy %2</source>
        <translation>%1 contiene la política %2</translation>
    </message>
    <message>
        <source>%1 has %2 % of its capacity left</source>
        <translation>A %1 le queda el %2&#xa0;% de su capacidad</translation>
    </message>
    <message>
        <source>You began a request: %1</source>
        <translation>Usted empezó una solicitud: %1</translation>
    </message>
    <message>
        <source>You began a draft of the policy</source>
        <translation>Usted empezó un borrador de la política</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>el %1</translation>
    </message>
    <message>
        <source>Nothing can be signed, delivered or recorded (%1). Start the program again to begin a new one.</source>
        <translation>No se puede firmar, entregar ni registrar nada (%1). Reinicie el programa para empezar uno nuevo.</translation>
    </message>
    <message>
        <source>Nothing can be signed, delivered or recorded (%1). Free some space or repair the folder.</source>
        <translation>No se puede firmar, entregar ni registrar nada (%1). Libere espacio o repare la carpeta.</translation>
    </message>
    <message>
        <source>Nothing that rests on this pack counts until you decide.</source>
        <translation>Nada de lo que se apoya en este pack cuenta hasta que usted decida.</translation>
    </message>
    <message>
        <source>See which cell and what it measured.</source>
        <translation>Vea qué celda y qué midió.</translation>
    </message>
    <message>
        <source>Below %1 % a traction battery usually counts as worn out. See how far its cells differ.</source>
        <translation>Por debajo del %1&#xa0;% una batería de tracción suele considerarse gastada. Vea cuánto difieren sus celdas.</translation>
    </message>
    <message>
        <source>Compare the fingerprints with a partner, then decide. Nothing can be judged before.</source>
        <translation>Compare las huellas con un socio y decida después. Antes no se puede juzgar nada.</translation>
    </message>
    <message>
        <source>The pack&apos;s own signature says otherwise; nothing was learnt from the other node.</source>
        <translation>La firma del propio pack dice otra cosa; no se aprendió nada del otro nodo.</translation>
    </message>
    <message>
        <source>Nothing was learnt. The pack is asked for its signed state.</source>
        <translation>No se aprendió nada. Se pregunta al pack por su estado firmado.</translation>
    </message>
    <message>
        <source>The document expires on %1.</source>
        <translation>El documento caduca el %1.</translation>
    </message>
    <message>
        <source>Every signature is there. A pack on the bus can take it now.</source>
        <translation>Están todas las firmas. Un pack del bus puede tomarlo ahora.</translation>
    </message>
    <message>
        <source>Ends %1. Ask its issuer to renew it in time.</source>
        <translation>Termina el %1. Pida a tiempo a su emisor que la renueve.</translation>
    </message>
    <message>
        <source>Due %1. Without a new one packs stop trusting its keys.</source>
        <translation>Vence el %1. Sin una nueva, los packs dejan de confiar en sus claves.</translation>
    </message>
    <message>
        <source>A newer policy is pinned here. Deliver it to the pack.</source>
        <translation>Aquí está fijada una política más reciente. Entréguela al pack.</translation>
    </message>
    <message>
        <source>It is kept as you left it, and no document yet.</source>
        <translation>Está guardado como lo dejó, y aún no es un documento.</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspeccionar</translation>
    </message>
    <message>
        <source>Bus…</source>
        <translation>Bus…</translation>
    </message>
    <message>
        <source>Read and sign</source>
        <translation>Leer y firmar</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Renovar</translation>
    </message>
    <message>
        <source>Renew list</source>
        <translation>Renovar la lista</translation>
    </message>
    <message>
        <source>Show pack</source>
        <translation>Mostrar el pack</translation>
    </message>
    <message>
        <source>Bring it now</source>
        <translation>Llevarlo ahora</translation>
    </message>
    <message>
        <source>A roll-out was cut off: %1</source>
        <translation>Un despliegue se interrumpió: %1</translation>
    </message>
    <message>
        <source>What was known of packs is damaged</source>
        <translation>Lo que se sabía de los packs está dañado</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 no se puede leer</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) have it. It goes on where it was.</source>
        <translation>
            <numerusform>%1 de %n pack lo tiene. Continúa donde estaba.</numerusform>
            <numerusform>%1 de %n packs lo tienen. Continúa donde estaba.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside as %1, with groups and views. Packs are learnt anew on the bus or by an invitation.</source>
        <translation>Apartado como %1, con grupos y vistas. Los packs se aprenden de nuevo en el bus o por una invitación.</translation>
    </message>
    <message>
        <source>It is left out, and stays where it is. What was in it is learnt anew when packs are on the bus.</source>
        <translation>Se deja de lado y se queda donde está. Su contenido se aprende de nuevo cuando los packs están en el bus.</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Mostrar el archivo</translation>
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
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Holds the view still; what is heard meanwhile is kept (Space)</source>
        <translation>Congela la vista; lo que se oye entretanto se conserva (Espacio)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Shorter time (+ or the wheel)</source>
        <translation>Tiempo más corto (+ o la rueda)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Longer time (- or the wheel)</source>
        <translation>Tiempo más largo (- o la rueda)</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Tiempo mostrado</translation>
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
        <translation>1 hora</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>Figure of the pack in the trend</source>
        <translation>Cifra del pack en la curva</translation>
    </message>
    <message>
        <source>pack current</source>
        <translation>corriente del pack</translation>
    </message>
    <message>
        <source>pack voltage</source>
        <translation>tensión del pack</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>carga</translation>
    </message>
    <message>
        <source>hottest sensor</source>
        <translation>sensor más caliente</translation>
    </message>
    <message>
        <source>coldest sensor</source>
        <translation>sensor más frío</translation>
    </message>
    <message>
        <source>Cells in the trend</source>
        <translation>Celdas en la curva</translation>
    </message>
    <message>
        <source>and cells 7, 12-14</source>
        <translation>y celdas 7, 12-14</translation>
    </message>
    <message>
        <source>Cells that the trend shows besides the selected one: numbers and spans, at most %1.</source>
        <translation>Celdas que la curva muestra además de la elegida: números y tramos, como máximo %1.</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Ventana propia</translation>
    </message>
    <message>
        <source>Shows the trend in a window of its own, or back here</source>
        <translation>Muestra la curva en una ventana propia, o de nuevo aquí</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>━ %1   ┅ selected cell from the mean   ■ lowest to highest cell   ▨ nothing heard</source>
        <translation>━ %1   ┅ celda elegida respecto a la media   ■ de la más baja a la más alta   ▨ nada oído</translation>
    </message>
    <message>
        <source>Trend of %1</source>
        <translation>Curva de %1</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>Volver a la página</translation>
    </message>
</context>
<context>
    <name>packwarden::TrendPlot</name>
    <message>
        <source>Trend of the pack and its cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click or the arrows hold the cursor at an instant, which the whole page shows; Esc lets it go. Page Up and Page Down move the time, + and - or the wheel zoom, End follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>sin lectura</translation>
    </message>
    <message>
        <source>all %1 to %2 V, mean %3 V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data at this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell %1: no reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell %1: %2 V, %3 mV from the mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::TrustOffers</name>
    <message>
        <source>Trust these rules</source>
        <translation>Confiar en estas reglas</translation>
    </message>
    <message>
        <source>They are the same: follow</source>
        <translation>Son las mismas: seguir</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Decidir…</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>Contradicción</translation>
    </message>
    <message>
        <source>Keep what is known: if the pack goes on to show something else, you are told again. Forget the pack: it is learnt anew from what it shows; do that only after its manufacturer and its owner said what happened.</source>
        <translation>Conservar lo que se sabe: si el pack sigue mostrando otra cosa, se le avisará de nuevo. Olvidar el pack: se aprende de nuevo por lo que muestra; hágalo solo después de que su fabricante y su propietario digan qué ocurrió.</translation>
    </message>
    <message>
        <source>Keep what is known</source>
        <translation>Conservar lo que se sabe</translation>
    </message>
    <message>
        <source>Forget the pack</source>
        <translation>Olvidar el pack</translation>
    </message>
</context>
<context>
    <name>packwarden::TrustWords</name>
    <message>
        <source>This console trusts no rules yet. %1 offers its own. Compare the fingerprints with a person you trust, then accept them once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter, with its policy  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy   %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parties that they name have signed them. Who these parties are, and that the pack is genuine, is not proved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proved: the signatures of the parties cannot be checked here (%1). Only the fingerprints tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are the rules of your invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are NOT the rules of your invitation. Ask your partner before you trust them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds newer rules, which this console does not follow by itself (%2). Compare the fingerprints with the other parties, then decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter  pinned %1, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter  new %1, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy   pinned %1, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy   new %1, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Its silicon limits, which are written once, are others: known %1, shown %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its foundation, which is written once, is another: known %1, shown %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is another kind of pack: known %1, shown %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rules went back: known %1, shown %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own audit, of %1 records now, contradicts one that was seen before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own audit is another one or was shortened: known %1 records, shown %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows something else than what is known of it. Nothing of it was learnt, and nothing that rests on this pack counts until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another device may answer under its name, or an old memory was put back. Ask the manufacturer and the owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another node answers for %1. The pack itself signed that what is known of it is true. The other answer was not learnt; nothing else changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer in the name of %1 differs from what is known of it. It is not signed and was not learnt. The pack is asked for its signed state, which decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proved by this pack on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remembered; not proved by this pack since it was connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>the mark, what is heard</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not proved by this pack since it was connected: these are figures as they are heard, and another device may send them under its name.</source>
        <translation>Este pack no lo ha probado desde que se conectó: son valores tal como se oyen, y otro dispositivo puede enviarlos con su nombre.</translation>
    </message>
    <message>
        <source>not proved</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>Two devices answer by this serial number: one at %1, one at %2. Only the first one is asked and shown. Find both, and disconnect the one that is not the pack.</source>
        <translation>Dos dispositivos responden con este número de serie: uno en %1 y otro en %2. Solo se pregunta y se muestra el primero. Busque ambos y desconecte el que no es el pack.</translation>
    </message>
</context>
<context>
    <name>packwarden::VoteWords</name>
    <message>
        <source>Certificate: valid until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: the company can issue one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: ended on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: its issuer is not trusted by this pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: issued by a company that may not issue this role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: no company may issue this role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: of another company, or with a key that its issuer made; it does not count here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract: no clause grants this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract %1, clause %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract %1, clause %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Begins on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Ended on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: one key is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: a document is needed, written by another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: also %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: granted for another group of packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: not in the pack&apos;s present state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: all permitted uses are used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: not for this purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: names no seat for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy: not granted to this role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack: in service and not locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack: theft-locked by its owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack: has lost its clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack: a component is missing or foreign (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack: is not locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack: not in service (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter: this role may not hold it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter: no company is in this position now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter: this role may hold it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charter: may hold it; %1 must always sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation: revoked, but this pack has not heard of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation: not revoked, by a fresh list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation: a fresh list must reach the pack by then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation: not asked, no key is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation: the key is revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revocation: the list of %1 is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs alone, but another person must write the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs only beyond a soft limit or a largest step; %1 must sign too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must sign too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack would refuse. The rules marked below say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silicon: not prohibited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silicon: prohibited, for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silicon: this kind of pack does not have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foundation: one signature is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foundation: says nothing of this layer, so nothing is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Foundation: %n signature(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> of %n company(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::WhatIfView</name>
    <message>
        <source>To do what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With my unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each rule says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever the role may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any pack, by the rules alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: by the rules that are saved here, without this draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was edited yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Any %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the saved rules: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the unsaved edits: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
