#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""packages.py BUILD SOURCE: what is installed is complete, in good form, and runs from where it was put.

Makes the Debian packages of what was built, unpacks them, and lets others judge: lintian, desktop-file-validate,
appstreamcli, update-mime-database, mandoc, poppler, a JSON schema of SPDX, license-expression with SPDX's list of licences, and
the three shells. Works in BUILD/packages-test.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree

from jsonschema import ValidationError, validate
from license_expression import get_spdx_licensing

BUILD = pathlib.Path(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
WORK = BUILD / "packages-test"
ROOT = WORK / "root"
PROGRAMS = ["packwarden", "packwardenctl", "packwarden-sim", "packwarden-conform"]
ENVIRONMENT = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", HOME=str(WORK / "home"), PYTHONDONTWRITEBYTECODE="1")
failures = []


def run(*command, expect=0, **more):
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True, env=ENVIRONMENT, timeout=240, **more)
    if expect is not None and result.returncode != expect:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


def check(function):
    """Runs one check; its exceptions are its failures."""
    try:
        function()
        print(f"ok   {function.__name__.replace('_', ' ')}")
    except (AssertionError, RuntimeError, OSError, subprocess.TimeoutExpired) as error:
        failures.append(function.__name__)
        print(f"FAIL {function.__name__.replace('_', ' ')}: {error}")


def packages():
    return sorted((WORK / "packages").glob("*.deb"))


def packages_are_made():
    # gzip takes a quarter of the time of xz, which is what people get.
    run("cpack", "--config", BUILD / "CPackConfig.cmake", "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip", "-B", WORK / "packages",
        cwd=WORK)
    shutil.rmtree(WORK / "packages" / "_CPack_Packages")  # 250 MB
    names = [path.name.split("_")[0] for path in packages()]
    assert {"packwarden", "packwarden-tools", "packwarden-courier"} <= set(names), names
    for path in packages():
        run("dpkg-deb", "-x", path, ROOT)


def lintian_finds_nothing():
    told = run("lintian", "--allow-root", "--no-tag-display-limit", "--fail-on", "none", *packages())
    odd = [line for line in told.split("\n") if line[:2] in ("E:", "W:")]
    assert not odd, "\n".join(odd)


def desktop_entry_and_metadata_are_valid():
    run("desktop-file-validate", ROOT / "usr/share/applications/org.packwarden.Packwarden.desktop")
    metadata = ROOT / "usr/share/metainfo/org.packwarden.Packwarden.metainfo.xml"
    run("appstreamcli", "validate", "--no-net", metadata)
    # As it is with an address: its pictures are named as well.
    with_links = WORK / "with-links"
    run("cmake", "-S", SOURCE, "-B", with_links, "-G", "Ninja", "-DPACKWARDEN_TESTS=OFF", f"-DCMAKE_PREFIX_PATH={prefix_path()}",
        "-DPACKWARDEN_HOMEPAGE=https://packwarden.example")
    made = with_links / "cmake/install/org.packwarden.Packwarden.metainfo.xml"
    assert "pictures/inspector.png" in made.read_text(encoding="utf-8")
    run("appstreamcli", "validate", "--no-net", made)


def prefix_path():
    cache = (BUILD / "CMakeCache.txt").read_text(encoding="utf-8")
    found = re.search(r"^CMAKE_PREFIX_PATH:\w+=(.*)$", cache, re.M)
    return found[1] if found else ""


def file_types_are_known_and_have_icons():
    mime = WORK / "mime"
    (mime / "packages").mkdir(parents=True)
    shutil.copy(ROOT / "usr/share/mime/packages/packwarden.xml", mime / "packages")
    told = subprocess.run(["update-mime-database", str(mime)], capture_output=True, text=True, check=True, timeout=60,
                          env=dict(ENVIRONMENT, XDG_DATA_DIRS=str(WORK)))
    assert not told.stderr, told.stderr
    globs = (mime / "globs2").read_text(encoding="utf-8")
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kinds = tree.parse(mime / "packages/packwarden.xml").getroot().findall("m:mime-type", space)
    opened = (ROOT / "usr/share/applications/org.packwarden.Packwarden.desktop").read_text(encoding="utf-8")
    files = (SOURCE / "widgets/signoffs/signoffspagefiles.cpp").read_text(encoding="utf-8")
    for kind in kinds:
        name = kind.get("type")
        pattern = kind.find("m:glob", space).get("pattern")
        assert f"{name}:{pattern}" in globs, pattern
        languages = {each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in kind.findall("m:comment", space)}
        assert languages == {None, "de"}, (name, languages)
        # What the desktop hands over is what the window offers to open.
        assert (name + ";" in opened) == (pattern in files), pattern
        icon = kind.find("m:icon", space).get("name")
        for size in (16, 48, 256):
            assert (ROOT / f"usr/share/icons/hicolor/{size}x{size}/mimetypes/{icon}.png").stat().st_size > 100
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        assert (ROOT / f"usr/share/icons/hicolor/{size}x{size}/apps/packwarden.png").stat().st_size > 100
    for path in ("scalable/apps/packwarden.svg", "symbolic/apps/packwarden-symbolic.svg"):
        assert (ROOT / "usr/share/icons/hicolor" / path).stat().st_size > 100


def manual_pages_are_in_good_form():
    pages = {f"man1/{program}.1.gz" for program in PROGRAMS} | {"man5/packwarden-formats.5.gz"}
    for page in pages:
        path = ROOT / "usr/share/man" / page
        text = run("sh", "-c", f"gzip -dc {path}")
        told = run("mandoc", "-T", "lint", "-W", "warning", expect=None, input=text)
        assert not told, f"{page}: {told}"
        assert ".SH SEE ALSO" in text
    # Every verb has its place.
    ctl = run("sh", "-c", f"gzip -dc {ROOT}/usr/share/man/man1/packwardenctl.1.gz")
    told = json.loads(run(BUILD / "bin/packwardenctl", "--help", "--json"))
    for verb in told["verbs"]:
        noun, usage = (verb[key].replace("-", "\\-") for key in ("noun", "usage"))
        assert f".SS {noun}\n" in ctl and usage in ctl, verb["usage"]


def the_courier_is_a_service():
    units = sorted(path.name for path in (ROOT / "usr/lib/systemd/system").iterdir())
    assert units == ["packwarden-courier-check@.service", "packwarden-courier-check@.timer", "packwarden-courier@.service"], units
    service = (ROOT / "usr/lib/systemd/system/packwarden-courier@.service").read_text(encoding="utf-8")
    command = re.search(r"^ExecStart=(.*)$", service, re.M)[1].replace("%i", "depot").split()
    assert (ROOT / command[0].lstrip("/")).exists(), command
    # What it runs is a command line that the program takes, with the example's words.
    example = (ROOT / "usr/share/doc/packwarden-courier/examples/depot.conf").read_text(encoding="utf-8")
    words = dict(line.split("=", 1) for line in example.split("\n") if "=" in line and not line.startswith("#"))
    command = [word for part in command for word in (words[part[1:]].split() if part.startswith("$") else [part])]
    command[command.index("--store") + 1] = str(WORK / "courier-store")
    told = subprocess.run([str(BUILD / "bin/packwardenctl")] + command[1:], capture_output=True, text=True, env=ENVIRONMENT,
                          timeout=60, check=False)
    assert told.returncode == 1 and "nothing is pinned" in told.stderr + told.stdout, told
    if shutil.which("systemd-analyze"):
        (ROOT / "etc").mkdir(exist_ok=True)
        for unit in units:
            text = run("systemd-analyze", "verify", "--root", ROOT, "--recursive-errors=no", "--man=no",
                       ROOT / "usr/lib/systemd/system" / unit.replace("@", "@depot"), expect=None)
            assert "packwarden" not in text, text
    if shutil.which("systemd-sysusers"):
        told = run("systemd-sysusers", "--cat-config", "--root", ROOT, "packwarden-courier.conf")
        assert "packwarden-courier" in told, told


def completions_complete():
    share = ROOT / "usr/share"
    bash = share / "bash-completion/completions"
    zsh = share / "zsh/vendor-completions"
    fish = share / "fish/vendor_completions.d"
    for program in PROGRAMS:
        run("bash", "-n", bash / program)
        run("zsh", "-n", zsh / f"_{program}")
        run("fish", "-n", fish / f"{program}.fish")
    # What is typed, where the cursor stands at its end, and what is among the offers and what is not.
    for line, offered, not_offered in [
        ("packwardenctl pa", "pack", "policy"),
        ("packwardenctl pack sh", "show", "list"),
        ("packwardenctl --bus socketcan:can0 pack sh", "show", "list"),
        ("packwardenctl keys issue --da", "--days", "--bus"),
        ("packwarden --sto", "--store", "--bus"),
        ("packwarden-sim --sta", "--state", "--packs"),
        ("packwarden-conform --ju", "--junit", "--rules"),
    ]:
        script = f"""
            . /usr/share/bash-completion/bash_completion
            . {bash}/{line.split()[0]}
            COMP_LINE='{line}' COMP_POINT={len(line)}
            read -ra COMP_WORDS <<<"$COMP_LINE"; COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
            _{line.split()[0].replace('-', '_')}; printf '%s\\n' "${{COMPREPLY[@]}}" """
        answers = run("bash", "-c", script).split()
        assert offered in answers and not_offered not in answers, (line, answers)
        answers = [each.split("\t")[0] for each in
                   run("fish", "--no-config", "-c", f"source {fish}/{line.split()[0]}.fish; complete -C '{line}'").split("\n")]
        assert offered in answers and not_offered not in answers, (line, answers)


def the_manual_is_there_to_be_read():
    folder = ROOT / "usr/share/doc/packwarden/manual"
    for language, words in (("en", ["Ten minutes", "Contents"]), ("de", ["Zehn Minuten", "Inhalt"])):
        sources = {path.stem for path in (SOURCE / "docs/manual" / language).glob("*.md")}
        pages = {path.stem: path for path in (folder / language).glob("*.html")}
        assert set(pages) == sources, set(pages) ^ sources
        for name, path in pages.items():
            page = tree.fromstring(path.read_text(encoding="utf-8").replace("<!DOCTYPE html>\n", "").replace('<meta charset="utf-8">', "")
                                   .replace('<meta name="viewport" content="width=device-width">', "")
                                   .replace('<link rel="stylesheet" href="style.css">', ""))
            assert page.get("lang") == language
            for link in [*(each.get("href") for each in page.iter("a")), *(each.get("src") for each in page.iter("img"))]:
                assert (path.parent / link).is_file(), f"{path.name}: {link}"
            # Each page leads to each other one.
            assert {f"{each}.html" for each in pages} <= {each.get("href") for each in page.iter("a")}, name
        printed = folder / f"packwarden-manual-{language}.pdf"
        text = run("pdftotext", "-layout", printed, "-")
        assert all(word in text for word in words), language
        assert f"{version()}, " in text
        for name in sources - {"index"}:
            title = (SOURCE / "docs/manual" / language / f"{name}.md").read_text(encoding="utf-8").split("\n")[0].removeprefix("# ")
            assert text.count(title) >= 3, title  # among the contents, on the first page, on its own
        shown = {line.split("](pictures/")[1].split(")")[0] for path in (SOURCE / "docs/manual" / language).glob("*.md")
                 for line in path.read_text(encoding="utf-8").split("\n") if "](pictures/" in line}
        assert len([line for line in run("pdfimages", "-list", printed).split("\n") if " image " in line]) >= len(shown)


def the_parts_are_listed():
    schema = json.loads((SOURCE / "tests/packages/spdx.json").read_text(encoding="utf-8"))
    licences = get_spdx_licensing()
    assert licences.validate("GPL-3.0-or-later AND Unheard-Of-1.0").errors
    for package, programs in (("packwarden", PROGRAMS[:1]), ("packwarden-tools", PROGRAMS[1:])):
        document = json.loads((ROOT / f"usr/share/doc/{package}/{package}.spdx.json").read_text(encoding="utf-8"))
        validate(document, schema)
        try:
            validate(dict(document, spdxVersion="SPDX-2.2"), schema)
            raise AssertionError("a document of another version passes")
        except ValidationError:
            pass
        parts = {part["SPDXID"]: part for part in document["packages"]}
        assert len(parts) == len(document["packages"]) and parts["SPDXRef-Package"]["versionInfo"] == version()
        described = [each["relatedSpdxElement"] for each in document["relationships"]]
        assert sorted(described) == sorted(parts), "a part without a relation, or a relation without a part"
        # As the loader tells it: each library of each program is in a part, and its licence can be read here.
        told = " ".join(part.get("comment", "") for part in document["packages"])
        for program in programs:
            for library in re.findall(r"^\s*(\S+) => /", run("ldd", ROOT / "usr/bin" / program), re.M):
                assert library in told or "libqca" in library, library
        for part in document["packages"]:
            declared = part["licenseDeclared"]
            assert declared == "NOASSERTION" or not licences.validate(declared).errors, f"{part['name']}: {declared}"
            text = part.get("licenseComments", "").removeprefix("Text: ")
            assert not text.startswith("/usr/share/doc/packwarden") or (ROOT / text[1:]).stat().st_size > 100, text
            assert text.startswith("/usr/share/doc/packwarden") or not text or pathlib.Path(text).stat().st_size > 100, text


def the_source_archive_is_the_same_twice():
    if not (SOURCE / ".git").exists():
        return  # made of such an archive
    first, second = WORK / "first", WORK / "second"
    for folder in (first, second):
        run("bash", SOURCE / "cmake/package.sh", "source", folder)
    names = [path.name for path in first.iterdir()]
    assert names == [f"packwarden-{version()}.tar.xz"], names
    assert (first / names[0]).read_bytes() == (second / names[0]).read_bytes()
    listed = run("tar", "-tJf", first / names[0]).split("\n")
    assert all(line.startswith(f"packwarden-{version()}/") for line in listed if line)
    assert f"packwarden-{version()}/CMakeLists.txt" in listed and f"packwarden-{version()}/LICENSE" in listed


def version():
    return re.search(r"project\(Packwarden VERSION ([\d.]+)", (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8"))[1]


def programs_run_from_where_they_were_put():
    for program in PROGRAMS:
        assert run(ROOT / "usr/bin" / program, "--version").split()[-1] == version()
    private = [path for path in ROOT.rglob("libqca-qt6.so.2")]
    linked = run("ldd", ROOT / "usr/bin/packwardenctl")
    assert not private or str(private[0].parent) in os.path.realpath(re.search(r"libqca-qt6\S* => (\S+)", linked)[1]), linked
    # A key proves that the cryptographic plugin is found, too.
    ENVIRONMENT["LD_DEBUG"] = "files" if private else ""
    secret = WORK / "passphrase"
    secret.write_text("a passphrase of a test\n", encoding="utf-8")
    secret.chmod(0o600)
    result = subprocess.run([ROOT / "usr/bin/packwardenctl", "keys", "new", "-o", WORK / "me.p12", "--passphrase-file", secret,
                             "--store", WORK / "store"], capture_output=True, text=True, env=ENVIRONMENT, timeout=120, check=False)
    assert result.returncode == 0, result.stderr[-2000:]
    ENVIRONMENT.pop("LD_DEBUG")
    if private:
        loaded = re.findall(r"calling init: (\S*libqca-ossl\.so)", result.stderr)
        assert loaded and os.path.realpath(loaded[0]) == str(private[0].parent / "crypto/libqca-ossl.so"), loaded


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "home").mkdir(parents=True)
    for function in (packages_are_made, lintian_finds_nothing, desktop_entry_and_metadata_are_valid,
                     file_types_are_known_and_have_icons, manual_pages_are_in_good_form, the_courier_is_a_service,
                     completions_complete, the_manual_is_there_to_be_read, the_parts_are_listed,
                     the_source_archive_is_the_same_twice,
                     programs_run_from_where_they_were_put):
        check(function)
    return 1 if failures else 0


sys.exit(main())
