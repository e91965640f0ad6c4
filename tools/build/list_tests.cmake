# Asks PROGRAM, a Catch2 2.13 test program, for its test cases and writes OUTPUT, a file for
# ctest with one test per case.
#
#   cmake -DPROGRAM=<evac_tests> -DOUTPUT=<file.cmake> -P list_tests.cmake
#
# Catch2 brings a script for this, but it keeps the names in a CMake list. Our names are
# sentences, and a sentence with "[0, 1)" or ";" in it takes the names after it with it.
# Here a name is only ever text.

execute_process(COMMAND "${PROGRAM}" --list-test-names-only
                OUTPUT_VARIABLE names RESULT_VARIABLE result)
# The exit status is the number of test cases (at most 255); words mean that it crashed.
if(NOT result MATCHES "^[1-9][0-9]*$")
  message(FATAL_ERROR "${PROGRAM} does not list its test cases: ${result}")
endif()

set(text "# Written by tools/build/list_tests.cmake.\n")
while(names MATCHES "^([^\n]*)\n")
  set(name "${CMAKE_MATCH_1}")
  string(LENGTH "${name}\n" length)
  string(SUBSTRING "${names}" ${length} -1 names)
  if(name STREQUAL "")
    continue()
  endif()
  # What means something in a Catch2 test specification is escaped there by a backslash.
  string(REGEX REPLACE "([]\\,\"~*[])" "\\\\\\1" escaped "${name}")
  # -w NoTests: a name that finds no test case fails, it does not count as passed.
  string(APPEND text "add_test([==[${name}]==] [==[${PROGRAM}]==] [==[${escaped}]==] -w NoTests)\n"
         "set_tests_properties([==[${name}]==] PROPERTIES SKIP_REGULAR_EXPRESSION [==[skipped: ]==])\n")
endwhile()
file(WRITE "${OUTPUT}" "${text}")
