// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/keys/keysnoun.h"

#include "app/ctl/keys/keyverbs.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;
using taken::Dash;
using taken::Need;

const Argument certificate{"CERTIFICATE", Count::One, "Certificate file (PEM)."};
const Argument certificates{"CERTIFICATE", Count::Some, "Certificate files (PEM)."};

/// What certifies.
QList<Taken> issuing(const char *output, Dash dash)
{
    return taken::key() + taken::newFile(output, Need::Yes, dash)
        + QList<Taken>{option::days, option::charter, option::unpinned};
}

/// What makes an issuer's next list.
QList<Taken> listing()
{
    return taken::key()
        + taken::output("Revocation list to write, or the issuer's former one.", Need::Yes, Dash::Allowed)
        + QList<Taken>{option::number, option::previous, option::unpinned};
}

} // namespace

Noun keysNoun()
{
    return {"keys", "Keys, certificates and revocation lists.",
        {
            {"list", "List the certificates and revocation lists that are known here.", {}, taken::key(Need::No),
                "keys list", {}, makeKeysKnown},
            {"new", "Make a new key in a file, or certify a root key on a token.", {},
                QList<Taken>{{option::output, Need::OneOf, "Key file to write (PKCS#12)."},
                    {option::token, Need::OneOf, "Key on a token, made by its own tools; with --root."},
                    option::passphraseFile, option::root, option::name, option::organisation, option::days,
                    option::certificate},
                "keys new -o me.p12", {}, makeKeysNew},
            {"request", "Ask an issuer for a certificate.", {},
                taken::key() + taken::newFile("Request to write (PEM).")
                    + QList<Taken>{{option::name, Need::Yes}, option::organisation, option::person, option::role,
                        option::authority},
                "keys request --key me.p12 --person ada --role service.technician --name \"Ada Example\" -o me.csr", {},
                makeKeysRequest, pki::FileKind::Request},
            {"install", "Put the certificate that an issuer sent beside its key.", {certificate}, taken::key(),
                "keys install me.pem --key me.p12", {}, makeKeysInstall},
            {"issue", "Certify what a request asks for.", {{"REQUEST", Count::One, "Request file (PEM)."}},
                issuing("Certificate to write, or a folder to put it into.", Dash::Allowed),
                "keys issue me.csr -o me.pem --key root.p12", {}, makeKeysIssue, pki::FileKind::Certificates},
            {"renew", "Certify the same keys for the same people anew; all or none.", {certificates},
                issuing("Certificate to write; for several, a folder.", Dash::No),
                "keys renew ada.pem bob.pem -o renewed --key root.p12", {}, makeKeysRenew, pki::FileKind::Certificates},
            {"revoke", "Make the issuer's next list, with these certificates revoked.", {certificates}, listing(),
                "keys revoke ada.pem -o next.crl --key root.p12", {}, makeKeysList},
            {"crl", "Make the issuer's next list, with nothing new in it.", {}, listing(),
                "keys crl -o next.crl --key root.p12", {}, makeKeysList},
            {"compromised", "Revoke all that derives from a key, and name what it signed.",
                {{"PERSON|CERTIFICATE", Count::One, "Id of a person, or a certificate file."}}, listing(),
                "keys compromised ada -o next.crl --key root.p12", {}, makeKeysCompromised},
            {"push-crl", "Bring packs the lists that they lack.", {{"SERIAL", Count::Any, "Packs to bring them to."}},
                taken::bus() + QList<Taken>{option::group}, "keys push-crl SDB-DEMO-0001 --bus socketcan:can0", {},
                makeKeysPush},
            {"reach", "Which packs know that a certificate is revoked, and which does it still open?", {certificate},
                taken::bus(Need::No), "keys reach ada.pem --bus socketcan:can0", {}, makeKeysReach},
        }};
}

} // namespace packwarden::ctl
