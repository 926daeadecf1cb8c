#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sbom.py OUTPUT PACKAGE VERSION DATE FILE...: what programs are linked with, as SPDX 2.3 in JSON.

FILE is a program or a plugin that a program loads by name. What the linker put in is a DYNAMIC_LINK of it; what those need in
turn is there as well, as DEPENDS_ON of the package. A part is a Debian package with its version; its licences are those that its
own copyright file names for all of its files, and the whole text is in that file, which the part brings along. A library that no
package owns is the private copy of QCA. The same build gives the same bytes.
"""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid

# Debian's short names that SPDX calls differently.
LICENCES = {
    "GPL-2": "GPL-2.0-only", "GPL-2+": "GPL-2.0-or-later", "GPL-2.0+": "GPL-2.0-or-later", "GPL-3": "GPL-3.0-only",
    "GPL-3+": "GPL-3.0-or-later", "LGPL-2": "LGPL-2.0-only", "LGPL-2+": "LGPL-2.0-or-later", "LGPL-2.0+": "LGPL-2.0-or-later",
    "LGPL-2.1": "LGPL-2.1-only", "LGPL-2.1+": "LGPL-2.1-or-later", "LGPL-3": "LGPL-3.0-only", "LGPL-3+": "LGPL-3.0-or-later",
    "Apache-2.0": "Apache-2.0", "BSD-3-clause": "BSD-3-Clause", "BSD-2-clause": "BSD-2-Clause", "Expat": "MIT", "MIT": "MIT",
    "ISC": "ISC", "Zlib": "Zlib", "zlib": "Zlib", "MPL-2.0": "MPL-2.0", "FTL": "FTL", "public-domain": None,
}


def told(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ, LC_ALL="C.UTF-8")).stdout


def needed(path):
    """Names of the libraries that the linker put into this file."""
    return set(re.findall(r"\(NEEDED\).*\[(.+?)\]", told("readelf", "--dynamic", "--wide", path)))


def libraries(path):
    """Name and file of each library that is loaded with it."""
    return dict(re.findall(r"^\s*(\S+) => (/\S+)", told("ldd", path), re.M))


def owners(paths):
    """The package of each file, which dpkg may know by its place before /lib became a link."""
    names = {path: [os.path.realpath(path), path, re.sub(r"^/usr/lib", "/lib", os.path.realpath(path))] for path in paths}
    asked = sorted({name for each in names.values() for name in each})
    known = {name: package for package, name in re.findall(r"^([^:,\s]+)[^/]*: (/.*)$", told("dpkg-query", "-S", *asked), re.M)}
    return {path: next((known[name] for name in each if name in known), None) for path, each in names.items()}


def licence_of(package):
    """As SPDX says it; NOASSERTION where the copyright file does not name one that SPDX knows for all files."""
    path = pathlib.Path(f"/usr/share/doc/{package}/copyright")
    if not path.exists():
        return "NOASSERTION"
    for stanza in re.split(r"\n\s*\n", path.read_text(encoding="utf-8", errors="replace")):
        if not re.search(r"^Files:\s*\*\s*$", stanza, re.M):
            continue
        name = re.search(r"^License:\s*(.+)$", stanza, re.M)
        words = re.split(r"\s+(and|or)\s+", name[1].strip()) if name else []
        said = [word.upper() if word in ("and", "or") else LICENCES.get(word) for word in words]
        if said and all(said):
            return " ".join(said) if len(said) == 1 else f"({' '.join(said)})"
    return "NOASSERTION"


def states(packages):
    """Version, architecture and source package of each."""
    form = "${Package}\\t${Version}\\t${Architecture}\\t${source:Package}\\n"
    lines = [line.split("\t") for line in told("dpkg-query", "-W", "-f", form, *sorted(packages)).splitlines()]
    return {line[0]: line[1:] for line in lines}


def part(package, state, files):
    version, architecture, source = state
    system = re.search(r'^ID="?([a-z]+)', pathlib.Path("/etc/os-release").read_text(encoding="utf-8"), re.M)[1]
    return {
        "SPDXID": f"SPDXRef-{package.replace('+', '-plus')}",
        "name": package,
        "versionInfo": version,
        "supplier": f"Organization: {system.capitalize()}",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": licence_of(package),
        "licenseComments": f"Text: /usr/share/doc/{package}/copyright",
        "copyrightText": "NOASSERTION",
        "comment": f"Built from the source package {source}; " + ", ".join(sorted(os.path.basename(each) for each in files)),
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": f"pkg:deb/{system}/{package.replace('+', '%2B')}@"
                                f"{version.replace('+', '%2B').replace(':', '%3A')}?arch={architecture}"}],
    }


def private_copy(path):
    version = re.search(r"\.so\.([\d.]+)$", os.path.realpath(path))
    return {
        "SPDXID": "SPDXRef-qca", "name": "qca", "versionInfo": version[1] if version else "2", "supplier": "NOASSERTION",
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "LGPL-2.1-or-later", "licenseComments": "Text: /usr/share/doc/packwarden-qca/copyright",
        "copyrightText": "NOASSERTION", "comment": "Built from Debian's source package qca2 by cmake/build-qca.sh; in packwarden-qca",
    }


def main():
    output, package, version, date, *files = sys.argv[1:]
    loaded = {path: libraries(path) for path in files}
    package_of = owners([*files, *(library for each in loaded.values() for library in each.values())])
    of_part, linked_by = {}, {}
    for path in files:
        names = needed(path)
        if package_of[path]: # a plugin is a part itself
            of_part.setdefault(package_of[path], set()).add(path)
        for name, library in loaded[path].items():
            key = package_of[library] or "qca"
            of_part.setdefault(key, set()).add(library)
            if name in names and not package_of[path]:
                linked_by.setdefault(key, set()).add(os.path.basename(path))
    state = states(key for key in of_part if key != "qca")
    parts = {key: private_copy(min(paths)) if key == "qca" else part(key, state[key], paths) for key, paths in of_part.items()}

    own = {"SPDXID": "SPDXRef-Package", "name": package, "versionInfo": version, "supplier": "Organization: The Packwarden authors",
           "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": "GPL-3.0-or-later",
           "licenseDeclared": "GPL-3.0-or-later", "copyrightText": "2026 The Packwarden authors", "primaryPackagePurpose": "APPLICATION"}
    relationships = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-Package"}]
    for key in sorted(parts):
        programs = sorted(linked_by.get(key, []))
        relation = {"spdxElementId": "SPDXRef-Package", "relationshipType": "DYNAMIC_LINK" if programs else "DEPENDS_ON",
                    "relatedSpdxElement": parts[key]["SPDXID"]}
        if programs:
            relation["comment"] = "by " + ", ".join(programs)
        relationships.append(relation)
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"{package}-{version}",
        "creationInfo": {"created": f"{date}T00:00:00Z", "creators": [f"Tool: packwarden-sbom-{version}"]},
        "packages": [own, *[parts[key] for key in sorted(parts)]], "relationships": relationships,
    }
    # A name of its own for each content.
    digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    document["documentNamespace"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}"
    with open(output, "w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
