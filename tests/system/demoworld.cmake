# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The demo world, whose keys take half a minute: made once for a build folder, and copied to where a test that writes to
# its world has none yet.  cmake -DSIMULATOR=... -DWORLD=... -DCOPIES=... -P demoworld.cmake
execute_process(COMMAND ${SIMULATOR} provision --demo ${WORLD} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "The demo world could not be made: ${status}")
endif()
foreach(copy IN LISTS COPIES)
    if(NOT EXISTS ${copy}/charter.pwchr)
        get_filename_component(place ${copy} DIRECTORY)
        get_filename_component(name ${copy} NAME)
        # It appears whole or not at all.
        file(REMOVE_RECURSE ${place}/.${name}.new ${copy})
        file(COPY ${WORLD}/ DESTINATION ${place}/.${name}.new)
        file(RENAME ${place}/.${name}.new ${copy})
    endif()
endforeach()
