#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs write keys, requests, certificates and lists; packwardenctl takes them, or says why not.

interop_peer.py CTL PAGE SCRATCH [--write]: compares what came of it with the tables of the page, row by row, whatever
versions are here; --write writes the page anew, with the versions of this machine. Rows of a program that is not
installed are kept as they were, and named."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from peerlib import Objection

PASS = "words of the peer"
URNS = "URI:urn:packwarden:person:peer.person,URI:urn:packwarden:role:fleet-manager"
INTRODUCTION = """# What other programs write, and what becomes of it

Made by `tests/peers/interop_peer.py`, which has each program write the file and gives it to `packwardenctl`; the test
`peer_interop` compares every row with what comes of it on the machine at hand. The versions are those with which the page
was written. "taken" is the whole object: the certificate, list or key that is used afterwards is the one that was written.

Requests go to `keys issue`, certificates to `keys install`, lists to `keys crl --previous`, keys to `keys list --key`. The
window reads by the same unit (`models/core/pki/pkifile.h`), whatever a file is called. What has no program here, such as
PKCS#12 with PBMAC1, old passphrases, and files of Windows and of mail, is made byte by byte in `tests/support/pkiforms.cpp`.
"""
EXTENSIONS = f"""[req]
distinguished_name = name
prompt = no
req_extensions = person
[name]
O = Peer
CN = Peer Person
[person]
subjectAltName = {URNS}
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
subjectAltName = {URNS}
[authority]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[root]
basicConstraints = critical,CA:TRUE,pathlen:1
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[ca]
default_ca = lists
[lists]
database = index.txt
crlnumber = crlnumber
default_md = sha256
default_crl_days = 30
"""
TEMPLATE = """organization = "Peer"
cn = "Peer Person"
uri = "urn:packwarden:person:peer.person"
uri = "urn:packwarden:role:fleet-manager"
"""


def run(command, folder, check=True):
    # A line of the page is a line of a shell: what people type.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PASS": PASS}
    done = subprocess.run(["sh", "-ec", command], cwd=folder, env=environment, capture_output=True, check=False)
    if check and done.returncode != 0:
        raise Objection(f"{command}: {(done.stderr + done.stdout).decode(errors='replace').strip()[-400:]}")
    return done


class Ctl:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.count = 0
        (folder / "pass").write_text(PASS + "\n")
        (folder / "pass").chmod(0o600)

    def say(self, *arguments):
        """None where it was done, else reason and detail without the path."""
        self.count += 1
        store = self.folder / f"store{self.count}"
        command = [self.program, "--json", "--store", store, "--unpinned", "--passphrase-file", "pass", *arguments]
        done = subprocess.run([str(part) for part in command], cwd=self.folder, capture_output=True, check=False)
        lines = done.stdout.decode().strip().splitlines()
        if not lines:
            raise Objection(f"{arguments}: {done.stderr.decode().strip()}")
        self.last = json.loads(lines[-1])
        shutil.rmtree(store, ignore_errors=True)
        if self.last["ok"]:
            return None
        return f"{self.last['reason']}: {self.last['detail']}"

    def request(self, name):
        (self.folder / "issued.pem").unlink(missing_ok=True)
        problem = self.say("keys", "issue", name, "--key", "auth.p12", "-o", "issued.pem")
        if not problem:
            run("openssl verify -CAfile root.pem -untrusted auth.pem issued.pem", self.folder)
        return problem

    def certificate(self, name):
        shutil.copy(self.folder / "waiting.p12", self.folder / "mine.p12")
        problem = self.say("keys", "install", name, "--key", "mine.p12")
        if not problem:
            run('openssl pkcs12 -in mine.p12 -passin env:PASS -nokeys -clcerts | openssl x509 -outform DER | cmp - leaf.der',
                self.folder)
        return problem

    def list(self, name):
        (self.folder / "next.crl").unlink(missing_ok=True)
        return self.say("keys", "crl", "--previous", name, "--key", "auth.p12", "-o", "next.crl")

    def key(self, name):
        problem = self.say("keys", "list", "--key", name)
        if not problem and self.last["certificates"][0]["name"] != "Peer Person":
            raise Objection(f"{name}: {self.last}")
        return problem


def prepare(folder):
    """A root, an issuing authority and a person, all by openssl."""
    (folder / "peer.cnf").write_text(EXTENSIONS)
    (folder / "peer.tmpl").write_text(TEMPLATE)
    (folder / "index.txt").write_text("")
    (folder / "crlnumber").write_text("1000\n")
    for name in ("root", "auth", "leaf", "other"):
        run(f"openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out {name}.key 2>&1", folder)
    run("openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out short.key 2>&1", folder)
    run("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ec.key", folder)
    run("openssl req -x509 -new -key root.key -subj '/O=Peer/CN=Peer Root' -days 3650 -config peer.cnf -extensions root "
        "-out root.pem", folder)
    for name, subject, issuer, extensions in (("auth", "Peer Authority", "root", "authority"),
                                              ("leaf", "Peer Person", "auth", "leaf"),
                                              ("other", "Other Person", "auth", "leaf")):
        run(f"openssl req -new -key {name}.key -subj '/O=Peer/CN={subject}' -config peer.cnf -out {name}.req && "
            f"openssl x509 -req -in {name}.req -CA {issuer}.pem -CAkey {issuer}.key -set_serial {hash_of(name)} -days 700 "
            f"-extfile peer.cnf -extensions {extensions} -out {name}.pem", folder)
    run("openssl x509 -in leaf.pem -outform DER -out leaf.der && cat leaf.pem auth.pem root.pem >chain.pem && "
        "openssl pkcs12 -export -inkey auth.key -in auth.pem -passout env:PASS -out auth.p12 && "
        "openssl pkcs12 -export -nocerts -inkey leaf.key -passout env:PASS -out waiting.p12", folder)


def hash_of(name):
    return {"auth": 4097, "leaf": 4098, "other": 4099}[name]


SAN = "uri:urn:packwarden:person:peer.person,uri:urn:packwarden:role:fleet-manager"
GPGSM = "gpgsm --homedir gpg --batch --pinentry-mode loopback --passphrase-fd 0"
GPGSM_ASK = """Key-Type: RSA
Key-Length: 3072
Name-DN: CN=Peer Person,O=Peer
Name-URI: urn:packwarden:person:peer.person
Name-URI: urn:packwarden:role:fleet-manager
Hash-Algo: SHA256
"""

# Program, object, what people type (it writes FILE).
ROWS = [
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf -out FILE"),
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf -text -out FILE"),
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf -newhdr -out FILE"),
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf -outform DER -out FILE"),
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf -sha512 -out FILE"),
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf -sigopt rsa_padding_mode:pss -out FILE"),
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf | iconv -t UTF-16 >FILE"),
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf | sed 's/$/\\r/' >FILE"),
    ("openssl", "request", "openssl req -new -key leaf.key -config peer.cnf -sha1 -out FILE"),
    ("openssl", "request", "openssl req -new -key short.key -config peer.cnf -out FILE"),
    ("openssl", "request", "openssl req -new -key ec.key -config peer.cnf -out FILE"),
    ("openssl", "request", "openssl x509 -in leaf.pem -out FILE"),
    ("openssl", "certificate", "openssl x509 -in leaf.pem -out FILE"),
    ("openssl", "certificate", "openssl x509 -in leaf.pem -text -out FILE"),
    ("openssl", "certificate", "openssl x509 -in leaf.pem -outform DER -out FILE"),
    ("openssl", "certificate", "openssl x509 -in leaf.pem -trustout -out FILE"),
    ("openssl", "certificate", "cat root.pem auth.pem leaf.pem >FILE"),
    ("openssl", "certificate", "openssl crl2pkcs7 -nocrl -certfile chain.pem -out FILE"),
    ("openssl", "certificate", "openssl crl2pkcs7 -nocrl -certfile chain.pem -outform DER -out FILE"),
    ("openssl", "certificate", "openssl pkcs7 -print_certs -in P7 -out FILE"),
    ("openssl", "certificate", "openssl pkcs12 -in P12 -passin env:PASS -nokeys -out FILE"),
    ("openssl", "certificate", "openssl x509 -in leaf.pem -outform DER | openssl base64 -out FILE"),
    ("openssl", "certificate", "openssl x509 -in other.pem -out FILE"),
    ("openssl", "certificate", "cp P12 FILE"),
    ("openssl", "list", "openssl ca -config peer.cnf -gencrl -keyfile auth.key -cert auth.pem -out FILE"),
    ("openssl", "list", "openssl crl -in CRL -text -out FILE"),
    ("openssl", "list", "openssl crl -in CRL -outform DER -out FILE"),
    ("openssl", "list", "openssl crl2pkcs7 -in CRL -certfile auth.pem -out FILE"),
    ("openssl", "list", "openssl ca -config peer.cnf -gencrl -md sha384 -keyfile auth.key -cert auth.pem -out FILE"),
    ("openssl", "key", "openssl pkcs12 -export -inkey leaf.key -in chain.pem -passout env:PASS -out FILE"),
    ("openssl", "key", "cat root.pem auth.pem leaf.pem other.pem | openssl pkcs12 -export -inkey leaf.key -passout env:PASS -out FILE"),
    ("openssl", "key", "openssl pkcs12 -export -legacy -inkey leaf.key -in leaf.pem -passout env:PASS -out FILE"),
    ("openssl", "key", "openssl pkcs12 -export -keypbe NONE -certpbe NONE -inkey leaf.key -in leaf.pem -passout env:PASS -out FILE"),
    ("openssl", "key", "(openssl pkcs8 -topk8 -in leaf.key -passout env:PASS; cat chain.pem) >FILE"),
    ("openssl", "key", "(openssl rsa -aes256 -traditional -in leaf.key -passout env:PASS; cat chain.pem) >FILE"),
    ("openssl", "key", "openssl pkcs12 -export -nomac -inkey leaf.key -in leaf.pem -passout env:PASS -out FILE"),
    ("openssl", "key", "openssl pkcs12 -export -nokeys -in chain.pem -passout env:PASS -out FILE"),
    ("openssl", "key", "openssl pkcs12 -export -nocerts -inkey leaf.key -passout env:PASS -out FILE"),
    ("openssl", "key", "openssl pkcs12 -export -nocerts -inkey ec.key -passout env:PASS -out FILE"),
    ("openssl", "key", "cat leaf.key leaf.pem >FILE"),
    ("openssl", "key", "openssl pkcs12 -export -inkey leaf.key -in leaf.pem -passout pass:another -out FILE"),
    ("certtool", "request", "certtool --generate-request --load-privkey leaf.key --template peer.tmpl --outfile FILE"),
    ("certtool", "request", "certtool --generate-request --load-privkey leaf.key --template peer.tmpl --no-text --outfile FILE"),
    ("certtool", "request", "certtool --generate-request --load-privkey leaf.key --template peer.tmpl --outder --no-text --outfile FILE"),
    ("certtool", "request", "certtool --generate-request --load-privkey leaf.key --template peer.tmpl --hash SHA384 --outfile FILE"),
    ("certtool", "request", "certtool --generate-request --load-privkey ec.key --template peer.tmpl --outfile FILE"),
    ("certtool", "certificate", "certtool --certificate-info --infile leaf.pem --outfile FILE"),
    ("certtool", "certificate", "certtool --p7-info --infile P7 --outfile FILE"),
    ("certtool", "list", "certtool --crl-info --inder --infile CRLDER --outfile FILE"),
    ("certtool", "key", 'certtool --to-p12 --load-privkey leaf.key --load-certificate leaf.pem --load-ca-certificate auth.pem --p12-name me --password "$PASS" --outder --outfile FILE'),
    ("certtool", "key", 'certtool --to-p12 --load-privkey leaf.key --load-certificate chain.pem --p12-name me --pkcs-cipher 3des --password "$PASS" --outder --outfile FILE'),
    ("keytool", "request", 'keytool -certreq -keystore KS -storepass:env PASS -alias me -ext "san=uri:urn:packwarden:person:peer.person,uri:urn:packwarden:role:fleet-manager" -file FILE'),
    ("keytool", "request", 'keytool -certreq -sigalg SHA512withRSA -keystore KS -storepass:env PASS -alias me -ext "san=uri:urn:packwarden:person:peer.person,uri:urn:packwarden:role:fleet-manager" -file FILE'),
    ("keytool", "certificate", "keytool -exportcert -keystore KS -storepass:env PASS -alias me -file FILE"),
    ("keytool", "certificate", "keytool -exportcert -rfc -keystore KS -storepass:env PASS -alias me -file FILE"),
    ("keytool", "key", "keytool -importkeystore -srckeystore KS -srcstorepass:env PASS -destkeystore FILE -deststorepass:env PASS -deststoretype PKCS12"),
    ("keytool", "key", "keytool -importkeystore -srckeystore KS2 -srcstorepass:env PASS -destkeystore FILE -deststorepass:env PASS -deststoretype PKCS12"),
    ("keytool", "key", "keytool -importkeystore -srckeystore KS -srcstorepass:env PASS -destkeystore FILE -deststorepass:env PASS -deststoretype JKS"),
    ("certutil", "request", f'certutil -R -d nss -f pass -k me -s "CN=Peer Person,O=Peer" --extSAN "{SAN}" -a -o FILE'),
    ("certutil", "request", f'certutil -R -d nss -f pass -k me -s "CN=Peer Person,O=Peer" --extSAN "{SAN}" -Z SHA512 -o FILE'),
    ("certutil", "certificate", "certutil -L -d nss -n me -a >FILE"),
    ("certutil", "certificate", "certutil -L -d nss -n me -r >FILE"),
    ("certutil", "key", "pk12util -o FILE -d nss -n me -k pass -w pass"),
    ("certutil", "key", "pk12util -o FILE -d nss -n me -k pass -w pass -c DES-EDE3-CBC -C DES-EDE3-CBC"),
    ("gpgsm", "request", f"{GPGSM} --armor --generate-key gpgsm.ask <pass >FILE"),
    ("gpgsm", "certificate", 'gpgsm --homedir gpg --batch --armor --export "Peer Person" >FILE'),
    ("gpgsm", "certificate", 'gpgsm --homedir gpg --batch --export "Peer Person" >FILE'),
    ("gpgsm", "key", f'{GPGSM} --export-secret-key-p12 "Peer Person" <pass >FILE'),
    ("ssh-keygen", "key", 'ssh-keygen -q -t rsa -b 3072 -N "$PASS" -f FILE'),
]
VERSIONS = {"openssl": "openssl version", "certtool": "certtool --version", "keytool": "java -version 2>&1",
            "certutil": "dpkg-query -W -f '${Version}' libnss3-tools | sed 's/.*://; s/-.*//'",
            "gpgsm": "gpgsm --version", "ssh-keygen": "ssh -V 2>&1"}
TITLES = {"request": "Certificate requests", "certificate": "Certificates", "list": "Revocation lists", "key": "Keys"}


def versions():
    found = {}
    for program, command in VERSIONS.items():
        if shutil.which(program):
            words = run(command, ".", check=False).stdout.decode()
            number = re.search(r"\d+(\.\d+)+\w*", words)
            found[program] = number.group(0) if number else "?"
    return found


def stores(folder):
    """The keystores that keytool's rows begin with, made from files of openssl."""
    run("openssl pkcs12 -export -name me -inkey leaf.key -in chain.pem -passout env:PASS -out KS && "
        "openssl pkcs12 -export -name you -inkey other.key -in other.pem -passout env:PASS -out KS1 && cp KS KS2 && "
        "keytool -importkeystore -srckeystore KS1 -srcstorepass:env PASS -destkeystore KS2 -deststorepass:env PASS 2>&1",
        folder)


def nss_database(folder):
    """What Firefox, Thunderbird and certutil keep, with the person's key in it."""
    run("mkdir nss && certutil -N -d nss -f pass && openssl pkcs12 -export -name me -inkey leaf.key -in chain.pem "
        "-passout env:PASS -out NSS12 && pk12util -i NSS12 -d nss -k pass -w pass", folder)


def gnupg_home(folder):
    """The same of GnuPG, whose agent ends with `end_gnupg`. The old form of PKCS#12 is the one that it reads."""
    (folder / "gpgsm.ask").write_text(GPGSM_ASK)
    run("mkdir -m 700 gpg && echo allow-loopback-pinentry >gpg/gpg-agent.conf && "
        "gpgsm --homedir gpg --batch --import root.pem auth.pem leaf.pem && "
        "openssl pkcs12 -export -legacy -inkey leaf.key -in leaf.pem -passout env:PASS -out GPG12 && "
        f"{GPGSM} --import GPG12 <pass", folder)


def end_gnupg(folder):
    run("gpgconf --homedir gpg --kill all", folder, check=False)


def results(ctl, folder, present):
    run("openssl crl2pkcs7 -nocrl -certfile chain.pem -out P7 && openssl pkcs12 -export -inkey leaf.key -in chain.pem "
        "-passout env:PASS -out P12 && openssl ca -config peer.cnf -gencrl -keyfile auth.key -cert auth.pem -out CRL && "
        "openssl crl -in CRL -outform DER -out CRLDER", folder)
    for program, make in (("keytool", stores), ("certutil", nss_database), ("gpgsm", gnupg_home)):
        if program in present:
            make(folder)
    try:
        return made_of_rows(ctl, folder, present)
    finally:
        if "gpgsm" in present:
            end_gnupg(folder)


def made_of_rows(ctl, folder, present):
    found = {}
    for program, what, command in ROWS:
        if program not in present:
            continue
        path = folder / "FILE"
        path.unlink(missing_ok=True)
        run(command, folder)
        problem = getattr(ctl, what)("FILE")
        # What is said, without what this run alone has: the path, and fingerprints of keys made for it.
        said = re.sub(r"\[[0-9a-f]{4} [0-9a-f]{4}\]", "[...]", problem or "taken").replace("FILE: ", "", 1)
        found[(program, what, command)] = said
    return found


def page(found, kept, present):
    lines = [INTRODUCTION]
    for what, title in TITLES.items():
        lines += [f"## {title}", "", "| program | version | written by | what becomes of it |", "|---|---|---|---|"]
        for row in ROWS:
            if row[1] != what:
                continue
            version, said = (present[row[0]], found[row]) if row in found else kept[row]
            command = row[2].replace("|", "\\|")
            lines.append(f"| {row[0]} | {version} | `{command}` | {said} |")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def read(path):
    """Rows of a page: version and what became of it."""
    kept = {}
    what = None
    titles = {title: name for name, title in TITLES.items()}
    for line in path.read_text().splitlines() if path.exists() else []:
        if line.startswith("## "):
            what = titles.get(line[3:])
        match = re.fullmatch(r"\| (\S+) \| (\S+) \| `(.*)` \| (.*) \|", line)
        if match and what:
            program, version, command, said = match.groups()
            kept[(program, what, command.replace("\\|", "|"))] = (version, said)
    return kept


def differences(found, kept):
    problems = [f"{' '.join(row)}\n    page: {kept.get(row, ('', 'no row'))[1]}\n    here: {said}"
                for row, said in found.items() if kept.get(row, ("", None))[1] != said]
    return problems + [f"a row that nothing makes: {' '.join(row)}" for row in kept if row not in ROWS]


def main():
    program, path, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    prepare(scratch)
    present = versions()
    ctl = Ctl(pathlib.Path(program).resolve(), scratch)
    found = results(ctl, scratch, present)
    kept = read(path)
    missing = sorted({row[0] for row in ROWS} - set(present))
    if missing:
        print("not installed, their rows stay as they are:", ", ".join(missing))
    if sys.argv[4:] == ["--write"]:
        path.write_text(page(found, kept, present))
        return
    problems = differences(found, kept)
    # The comparison must be able to object: to another result, and to a row that the page does not have.
    row = next(iter(found))
    if not differences({**found, row: "another result"}, kept) or not differences(found, {**kept, row: ("", "")}):
        problems.append("nothing was compared")
    if not any(said == "taken" for said in found.values()):
        problems.append("nothing was taken")
    if problems:
        raise Objection("\n".join([*problems, "If that is right now: interop_peer.py CTL PAGE SCRATCH --write"]))
    print(f"{len(found)} rows")


if __name__ == "__main__":
    try:
        main()
    except Objection as objection:
        sys.exit(f"interop_peer: {objection}")
