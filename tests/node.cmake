include("${PROJECT_SOURCE_DIR}/wasm/settings.cmake")

# node_program(<target>): a program that Node runs, with the files of this machine.
function(node_program target)
  target_link_options(${target} PRIVATE -O1)
  emscripten_setting(${target} ENVIRONMENT node)
  emscripten_setting(${target} NODERAWFS 1)
  emscripten_setting(${target} WASM_ASYNC_COMPILATION 0)
  emscripten_setting(${target} ALLOW_MEMORY_GROWTH 1)
  emscripten_setting(${target} EXIT_RUNTIME 1)
  # 64 KiB, the default of newer releases, is too little for Catch2's expression templates in deep tests.
  emscripten_setting(${target} TOTAL_STACK 1MB)
  emscripten_setting(${target} STACK_SIZE 1MB)
  # Since type: module in package.json, Node takes .js for an ES module; Emscripten writes CommonJS here.
  set_target_properties(${target} PROPERTIES SUFFIX .cjs)
endfunction()
