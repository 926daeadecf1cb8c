# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Compiler settings that every target of the project shares.
add_library(packwarden_options INTERFACE)
target_include_directories(packwarden_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(packwarden_options INTERFACE QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS)
target_compile_options(packwarden_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
if(PACKWARDEN_WERROR)
    target_compile_options(packwarden_options INTERFACE -Werror)
endif()
if(PACKWARDEN_SANITIZE)
    target_compile_options(packwarden_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
        -fno-sanitize-recover=undefined)
    target_link_options(packwarden_options INTERFACE -fsanitize=address,undefined)
endif()

if(PACKWARDEN_FUZZ)
    target_compile_options(packwarden_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer
        -fno-sanitize-recover=undefined -fno-sanitize=vptr)
    target_link_options(packwarden_options INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr)
endif()

# A linker that takes a tenth of the time, where there is one.
find_program(PACKWARDEN_MOLD mold)
find_program(PACKWARDEN_LLD ld.lld)
mark_as_advanced(PACKWARDEN_MOLD PACKWARDEN_LLD)
if(PACKWARDEN_MOLD)
    target_link_options(packwarden_options INTERFACE -fuse-ld=mold)
elseif(PACKWARDEN_LLD)
    target_link_options(packwarden_options INTERFACE -fuse-ld=lld)
endif()

# A build folder is never moved, so archives need not hold their objects a second time.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU OR CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcST <TARGET> <LINK_FLAGS> <OBJECTS>")
    set(CMAKE_CXX_ARCHIVE_APPEND "<CMAKE_AR> qST <TARGET> <LINK_FLAGS> <OBJECTS>")
endif()

# packwarden_layer(<target> ALIAS <name> PUBLIC ... PRIVATE ... [PCH header... | PCH_OF target])
# A layer's library. Its sources are named by packwarden_units in its folders; every include names its file from the
# root of the project. PCH_OF: compiled with the same precompiled headers as that target.
function(packwarden_layer target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "ALIAS;PCH_OF" "PUBLIC;PRIVATE;PCH")
    add_library(${target} STATIC)
    add_library(Packwarden::${arg_ALIAS} ALIAS ${target})
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} packwarden_options)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    if(arg_PCH)
        target_precompile_headers(${target} PRIVATE ${arg_PCH})
    elseif(arg_PCH_OF)
        target_precompile_headers(${target} REUSE_FROM ${arg_PCH_OF})
    endif()
endfunction()

# packwarden_units(<target> unit... [PRIVATE unit...])
# Units of this folder, in order of the alphabet: <unit>.cpp, <unit>.h or both. A header with a source compiles alone,
# as its source includes it first (the test `layering` looks); one without is verified to. PRIVATE: headers that only
# the target's own sources include (`layering` looks again).
function(packwarden_units target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PRIVATE")
    foreach(unit IN LISTS arg_UNPARSED_ARGUMENTS arg_PRIVATE)
        set(source ${CMAKE_CURRENT_SOURCE_DIR}/${unit}.cpp)
        set(header ${CMAKE_CURRENT_SOURCE_DIR}/${unit}.h)
        if(EXISTS ${source})
            target_sources(${target} PRIVATE ${source})
        elseif(NOT EXISTS ${header})
            message(FATAL_ERROR "packwarden_units: no ${unit}.cpp and no ${unit}.h in ${CMAKE_CURRENT_SOURCE_DIR}")
        endif()
        if(NOT EXISTS ${header})
            continue()
        endif()
        target_sources(${target} PRIVATE ${header})
        if(unit IN_LIST arg_PRIVATE)
            file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${header})
            set_property(GLOBAL APPEND PROPERTY PACKWARDEN_PRIVATE_HEADERS ${path})
        endif()
        get_target_property(type ${target} TYPE)
        if(NOT type STREQUAL EXECUTABLE AND (PACKWARDEN_VERIFY_HEADERS OR NOT EXISTS ${source}))
            target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${header})
            set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
        endif()
    endforeach()
endfunction()

# packwarden_program(<target> [SOURCES ...] LINK ... [PCH_OF target])
function(packwarden_program target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PCH_OF" "SOURCES;LINK")
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINK} packwarden_options)
    target_compile_definitions(${target} PRIVATE PACKWARDEN_VERSION="${PROJECT_VERSION}")
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    if(arg_PCH_OF)
        target_precompile_headers(${target} REUSE_FROM ${arg_PCH_OF})
    endif()
endfunction()
