# Finds Emscripten the way npm start does (EMSDK first, then emcc on PATH) and hands over to its own toolchain file.
if(CMAKE_HOST_WIN32)
  set(suffix ".bat")
endif()
find_program(ACTIVATION_EMCC "emcc${suffix}" HINTS "$ENV{EMSDK}/upstream/emscripten")
if(NOT ACTIVATION_EMCC)
  message(FATAL_ERROR "Emscripten was not found: run npm start, which installs it, or put emcc on PATH.")
endif()
get_filename_component(emscripten_bin "${ACTIVATION_EMCC}" DIRECTORY)

# emcc may be a link or a wrapper far from the files (Debian: /usr/bin and /usr/share/emscripten): em-config knows.
if(NOT EMSCRIPTEN_ROOT_PATH)
  execute_process(
    COMMAND "${emscripten_bin}/em-config${suffix}" EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE EMSCRIPTEN_ROOT_PATH
    OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY
  )
endif()

# Emscripten 3.1.6 names its tools without a folder, which finds nothing when EMSDK is set but PATH is not.
foreach(tool IN ITEMS C_COMPILER:emcc CXX_COMPILER:em++ AR:emar RANLIB:emranlib)
  string(REPLACE ":" ";" pair ${tool})
  list(GET pair 0 variable)
  list(GET pair 1 program)
  set(CMAKE_${variable} "${emscripten_bin}/${program}${suffix}" CACHE FILEPATH "Emscripten's ${program}")
endforeach()

# Emscripten's own choice passes --experimental-wasm-threads in old releases, which today's Node rejects.
find_program(ACTIVATION_NODE NAMES node nodejs REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR "${ACTIVATION_NODE}" CACHE FILEPATH "What runs the wasm tests")

# Debian keeps acorn, which the linker needs, where only Debian's own Node looks for it. A launcher, because it must hold
# for every way of building, and the environment of this process does not outlive the configure step.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
endif()

include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
