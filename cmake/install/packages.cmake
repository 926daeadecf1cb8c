# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Debian packages by CPack: packwarden, packwarden-tools, packwarden-courier, and packwarden-qca where the system has no QCA for Qt 6.
# cmake/package.sh builds them.

set(PACKWARDEN_MAINTAINER "The Packwarden authors <authors@packwarden.example>" CACHE STRING
    "Whom users of the packages write to")
file(STRINGS /etc/os-release release REGEX "^(ID|VERSION_ID)=")
list(TRANSFORM release REPLACE "^[A-Z_]+=\"?([^\"]*)\"?$" "\\1")
list(SORT release ORDER DESCENDING)
list(JOIN release "" release)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME packwarden)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "${PACKWARDEN_MAINTAINER}")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1~${release})
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${PACKWARDEN_HOMEPAGE}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_DEBUGINFO_PACKAGE ON)
set(CPACK_COMPONENTS_ALL console tools courier)

set(CPACK_DEBIAN_CONSOLE_PACKAGE_NAME packwarden)
set(CPACK_DEBIAN_CONSOLE_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_CONSOLE_DESCRIPTION "console for software-defined batteries
Shows battery packs on a CAN bus live, edits who may do what with them in a
matrix of roles and rights, and lets people of several companies sign changes
together, which the security processor of each pack judges. Keeps an audit
that cannot be rewritten without trace.
.
Its demo with simulated packs needs no hardware.")
set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME packwarden-tools)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_TOOLS_DESCRIPTION "command line, simulator and conformance kit of Packwarden
packwardenctl prepares, signs and delivers changes to battery packs without a
window. packwarden-sim runs battery packs as far as a CAN bus can tell.
packwarden-conform tries whether a battery security processor keeps the rules
of the protocol, for firmware makers.")

set(CPACK_DEBIAN_COURIER_PACKAGE_NAME packwarden-courier)
set(CPACK_DEBIAN_COURIER_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_COURIER_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_COURIER_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_SOURCE_DIR}/postinst ${CMAKE_CURRENT_SOURCE_DIR}/postrm)
set(CPACK_COMPONENT_COURIER_DESCRIPTION "service that visits the battery packs of a depot
Brings to every pack that comes on its CAN buses what is due - complete
changes, revocation lists, locks - and takes receipts and signed statements
along, by way of a PostgreSQL that companies share. Holds no key that could
sign.")

# Plugins that programs load by name: no library that they link with tells of them. Each is named by the package that
# brings it here.
function(packwarden_plugin_packages variable)
    set(packages)
    foreach(plugin IN LISTS ARGN)
        file(GLOB file /usr/lib/*/qt6/plugins/${plugin})
        execute_process(COMMAND dpkg-query -S ${file} OUTPUT_VARIABLE owner ERROR_QUIET)
        if(owner MATCHES "^([^:]+):")
            list(APPEND packages ${CMAKE_MATCH_1})
        endif()
    endforeach()
    list(REMOVE_DUPLICATES packages)
    list(JOIN packages ", " packages)
    set(${variable} ${packages} PARENT_SCOPE)
endfunction()
packwarden_plugin_packages(of_tools ${tools_plugins})
packwarden_plugin_packages(of_console ${console_plugins})
set(needed)
if(NOT qca MATCHES "^/usr/(local/)?lib/")
    list(APPEND CPACK_COMPONENTS_ALL qca)
    set(CPACK_DEBIAN_QCA_PACKAGE_NAME packwarden-qca)
    set(CPACK_DEBIAN_QCA_PACKAGE_SECTION libs)
    set(CPACK_COMPONENT_QCA_DESCRIPTION "Qt Cryptographic Architecture for Packwarden
A private copy of QCA for Qt 6 and of its OpenSSL plugin, for releases of
Debian that have it for Qt 5 alone. Only the programs of Packwarden use it.")
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${qca_folder})
    set(needed "packwarden-qca (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}), ")
else()
    # The plugin of QCA: its folder differs from that of Qt's plugins.
    set(needed "libqca-qt6-plugins, ")
endif()
# The demo of the window is played by the simulator.
set(CPACK_DEBIAN_CONSOLE_PACKAGE_DEPENDS
    "${needed}${of_console}, packwarden-tools (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
set(CPACK_DEBIAN_TOOLS_PACKAGE_DEPENDS "${needed}${of_tools}")
set(CPACK_DEBIAN_COURIER_PACKAGE_DEPENDS
    "packwarden-tools (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}), systemd")
set(CPACK_DEBIAN_COURIER_PACKAGE_RECOMMENDS "libqt6sql6-psql")
set(CPACK_DEBIAN_TOOLS_PACKAGE_SUGGESTS "can-utils, packwarden-courier")
# Without it everything but the exchange works.
set(CPACK_DEBIAN_TOOLS_PACKAGE_RECOMMENDS "libqt6sql6-psql")

# What Debian wants in each package: the licence, and who changed what when.
set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian)
execute_process(COMMAND date -u -R -d ${PACKWARDEN_RELEASED} OUTPUT_VARIABLE PACKWARDEN_RELEASED_RFC
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${CMAKE_CURRENT_SOURCE_DIR}/changelog.in ${changelog} @ONLY)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} upper)
    set(folder ${share}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
    install(FILES ${CMAKE_CURRENT_SOURCE_DIR}/copyright DESTINATION ${folder} COMPONENT ${component})
    packwarden_compressed(${changelog} ${folder} ${component})
    configure_file(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog COPYONLY)
    packwarden_compressed(${CMAKE_CURRENT_BINARY_DIR}/changelog ${folder} ${component})
endforeach()
include(CPack)
