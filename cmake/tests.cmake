# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Test classes of a layer are linked into one program, which saves a link and a copy of the libraries for each. CTest
# knows every class by the name of its file and runs it alone: build/tests/tst_verifier is a link to its program.

# Throw-away keys are cached per build folder, so only the first test pays for them.
function(packwarden_describe_test name label)
    set(timeout 300)
    if(PACKWARDEN_SANITIZE)
        set(timeout 1200) # what watches every access takes its time
    endif()
    set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT ${timeout} ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;PACKWARDEN_TEST_KEYS=${CMAKE_BINARY_DIR}/test-keys;LC_ALL=C.UTF-8")
    # ./test counts half cores: a test that computes takes a whole one, real processes wait most of the time.
    if(NOT label STREQUAL system)
        set_tests_properties(${name} PROPERTIES PROCESSORS 2)
    endif()
endfunction()

# packwarden_test_program(<program> LINK ... [LABEL unit|system|peers] [MAIN source])
# To be called in tests/CMakeLists.txt. Its objects are a library of their own, so that programs whose judges are
# broken link the same ones.
function(packwarden_test_program program)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL;MAIN" "LINK")
    if(NOT arg_LABEL)
        set(arg_LABEL unit)
    endif()
    add_library(${program}_objects OBJECT)
    target_link_libraries(${program}_objects PUBLIC ${arg_LINK} packwarden_test_main)
    set_target_properties(${program}_objects PROPERTIES AUTOMOC ON PACKWARDEN_LABEL ${arg_LABEL})
    packwarden_test_headers(${program}_objects)
    add_executable(${program} ${PROJECT_SOURCE_DIR}/tests/support/testmain.cpp)
    target_link_libraries(${program} PRIVATE ${program}_objects packwarden_options)
    set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
endfunction()

# Every source of a test program begins with tests/support/testprogram.h.
function(packwarden_test_headers target)
    if(CMAKE_DISABLE_PRECOMPILE_HEADERS)
        target_compile_options(${target} PRIVATE -include ${PROJECT_SOURCE_DIR}/tests/support/testprogram.h)
    else()
        target_precompile_headers(${target} REUSE_FROM packwarden_test_main)
    endif()
endfunction()

# packwarden_tests(<program> name... [WITH file...] [LABEL unit|system|peers])
# tst_<name>.cpp of this folder, and what they share: WITH names further sources and headers.
function(packwarden_tests program)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "WITH")
    if(NOT arg_LABEL)
        get_target_property(arg_LABEL ${program}_objects PACKWARDEN_LABEL)
    endif()
    list(TRANSFORM arg_WITH PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    target_sources(${program}_objects PRIVATE ${arg_WITH})
    foreach(name IN LISTS arg_UNPARSED_ARGUMENTS)
        target_sources(${program}_objects PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/tst_${name}.cpp)
        packwarden_test_link(${program} tst_${name})
        add_test(NAME tst_${name} COMMAND ${CMAKE_BINARY_DIR}/tests/tst_${name})
        packwarden_describe_test(tst_${name} ${arg_LABEL})
    endforeach()
endfunction()

# `ninja tst_verifier` builds its program.
function(packwarden_test_link program name)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    file(CREATE_LINK ${program} ${CMAKE_BINARY_DIR}/tests/${name} SYMBOLIC)
    add_custom_target(${name} DEPENDS ${program})
endfunction()

# packwarden_test_values(<program> <file> NAME=value...): macros for one source of a test program.
function(packwarden_test_values program file)
    set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/${file} TARGET_DIRECTORY ${program}_objects
        PROPERTIES COMPILE_DEFINITIONS "${ARGN}")
endfunction()

# packwarden_test(<name> SOURCES ... LINK ... [LABEL unit|system|peers] [ENVIRONMENT ...])
# A test that needs a main function of its own: a program of its own.
function(packwarden_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "SOURCES;LINK;ENVIRONMENT")
    if(NOT arg_LABEL)
        set(arg_LABEL unit)
    endif()
    packwarden_program(${name} SOURCES ${arg_SOURCES} LINK ${arg_LINK} Qt6::Test)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    packwarden_describe_test(${name} ${arg_LABEL})
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "${arg_ENVIRONMENT}")
endfunction()
