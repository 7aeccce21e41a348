file(READ "${EMSCRIPTEN_ROOT_PATH}/src/settings.js" emscripten_settings)

# emscripten_setting(<target> <name> <value>): passes a linker setting if this release of Emscripten has it. Settings come
# and go between releases, and an unknown one is an error; each release lists its own in settings.js.
function(emscripten_setting target name value)
  if(emscripten_settings MATCHES "\nvar ${name} =")
    target_link_options(${target} PRIVATE "-s${name}=${value}")
  endif()
endfunction()
