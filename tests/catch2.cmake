# link_catch2(<target>): Catch2 3.x or 2.13, whichever the system has. CATCH2_INCLUDE becomes the header of all of it.
function(link_catch2 target)
  if(EMSCRIPTEN)
    link_catch2_header(${target})
    set(CATCH2_INCLUDE catch2/catch.hpp PARENT_SCOPE)
    return()
  endif()
  find_package(Catch2 REQUIRED)
  if(Catch2_VERSION VERSION_GREATER_EQUAL 3)
    target_link_libraries(${target} PRIVATE Catch2::Catch2WithMain)
    set(CATCH2_INCLUDE catch2/catch_all.hpp PARENT_SCOPE)
  else()
    target_link_libraries(${target} PRIVATE Catch2::Catch2)
    set(CATCH2_INCLUDE catch2/catch.hpp PARENT_SCOPE)
  endif()
endfunction()

# Version 3 is a library, and the system's is compiled for the system: wasm takes the single header of version 2.
# em++ must not see all of /usr/include, so it is given a folder that holds nothing else.
function(link_catch2_header target)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/catch2-header")
  find_file(CATCH2_HEADER catch2/catch.hpp PATHS /usr/include /usr/local/include /opt/homebrew/include NO_DEFAULT_PATH
            NO_CMAKE_FIND_ROOT_PATH)
  file(MAKE_DIRECTORY "${folder}/catch2")
  if(CATCH2_HEADER)
    file(CREATE_LINK "${CATCH2_HEADER}" "${folder}/catch2/catch.hpp" SYMBOLIC)
  else()
    file(
      DOWNLOAD https://raw.githubusercontent.com/catchorg/Catch2/v2.13.10/single_include/catch2/catch.hpp
               "${folder}/catch2/catch.hpp"
      EXPECTED_HASH SHA256=3725c0f0a75f376a5005dde31ead0feb8f7da7507644c201b814443de8355170
      TLS_VERIFY ON
    )
  endif()
  target_include_directories(${target} SYSTEM PRIVATE "${folder}")
endfunction()
