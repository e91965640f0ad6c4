# evac_set_warnings(<target>): the warnings that every target of ours builds clean with,
# on g++ and clang++. A flag that one of the two does not know stands in that compiler's list.

option(EVAC_WARNINGS_AS_ERRORS "Treat compiler warnings as errors (preset dev does)" OFF)

function(evac_set_warnings target)
  set(flags
      -Wall                 # what nobody should ignore
      -Wextra               # unused parameters, comparisons that are always true
      -Wpedantic            # ISO C++ only, so that both compilers read the same language
      -Wshadow              # a loop variable that hides another is read wrongly sooner or later
      -Wconversion          # a double that silently becomes a float or an int moves people
      -Wsign-conversion     # -1 as an index becomes a huge one
      -Wdouble-promotion    # float and double mixed: slower, and other bits than intended
      -Wold-style-cast      # C casts hide a const_cast or a reinterpret_cast
      -Woverloaded-virtual  # an override with a wrong parameter type is never called
      -Wnon-virtual-dtor    # deleting through a base pointer without a virtual destructor
      -Wcast-align          # reading through a pointer that is not aligned for its type
      -Wunused              # dead code misleads readers
      -Wformat=2            # format strings of the C functions
      -Wimplicit-fallthrough # a forgotten break in a switch
      -Wextra-semi          # stray semicolons, which -Wpedantic of the other compiler rejects
      -Wundef               # a misspelt macro in #if counts as 0
      -Wvla                 # arrays of variable length are not C++
  )

  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    list(APPEND flags
         -Wduplicated-cond  # if (a) ... else if (a)
         -Wlogical-op       # & where && was meant
         -Wsuggest-override # say that a function overrides one
    )
  elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    list(APPEND flags
         -Winconsistent-missing-override # say that a function overrides one
         -Wunreachable-code              # code that no way leads to
    )
  endif()

  if(EVAC_WARNINGS_AS_ERRORS)
    list(APPEND flags -Werror)
  endif()

  target_compile_options(${target} PRIVATE ${flags})
endfunction()
