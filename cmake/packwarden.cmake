# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Compiler settings that every target of the project shares.
add_library(packwarden_options INTERFACE)
target_compile_definitions(packwarden_options INTERFACE QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS)
target_compile_options(packwarden_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
if(PACKWARDEN_WERROR)
    target_compile_options(packwarden_options INTERFACE -Werror)
    if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
        # Later releases deprecate what 6.4 has no other word for.
        target_compile_options(packwarden_options INTERFACE -Wno-error=deprecated-declarations)
    endif()
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

# packwarden_layer(<target> ALIAS <name> SOURCES ... HEADERS ... PUBLIC ... PRIVATE ... [PCH header...])
# A folder's library. Its folder is its include root; its headers are verified to compile alone.
function(packwarden_layer target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "ALIAS" "SOURCES;HEADERS;PUBLIC;PRIVATE;PCH")
    add_library(${target} STATIC ${arg_SOURCES})
    add_library(Packwarden::${arg_ALIAS} ALIAS ${target})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR} FILES ${arg_HEADERS})
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} packwarden_options)
    set_target_properties(${target} PROPERTIES AUTOMOC ON VERIFY_INTERFACE_HEADER_SETS ON)
    if(arg_PCH)
        target_precompile_headers(${target} PRIVATE ${arg_PCH})
    endif()
endfunction()

# packwarden_program(<target> SOURCES ... LINK ...)
function(packwarden_program target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINK} packwarden_options)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
endfunction()

# packwarden_real_time(<test>...): they wait for packs that answer in real time. One of them at a time, with unit tests
# beside it, finishes soonest; two at a time, and a pack answers too late.
function(packwarden_real_time)
    set_tests_properties(${ARGN} PROPERTIES RESOURCE_LOCK bus)
endfunction()

# packwarden_test(<name> SOURCES ... LINK ... [LABEL unit|system|peers|vcan|bench] [ENVIRONMENT ...])
# A Qt Test executable. Throw-away keys are cached per build folder, so only the first test pays for them.
function(packwarden_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "SOURCES;LINK;ENVIRONMENT")
    if(NOT arg_LABEL)
        set(arg_LABEL unit)
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test packwarden_options)
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT 300 ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;PACKWARDEN_TEST_KEYS=${CMAKE_BINARY_DIR}/test-keys;LC_ALL=C.UTF-8;${arg_ENVIRONMENT}")
    if(arg_LABEL STREQUAL system)
        packwarden_real_time(${name})
    endif()
endfunction()
