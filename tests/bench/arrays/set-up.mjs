/**
 * One thread and SIMD for both peers, and what they say of themselves.
 * @param {any} tf
 * @param {any} backend
 * @param {any} ort
 */
export async function setUp(tf, backend, ort) {
  backend.setThreadsCount(1);
  await tf.setBackend("wasm");
  await tf.ready();
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = "error";
  return {
    tfjs: {
      version: tf.version_core,
      backend: tf.getBackend(),
      simd: await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"),
    },
    ort: { version: ort.env.versions.web ?? ort.env.versions.common, threads: ort.env.wasm.numThreads },
  };
}
