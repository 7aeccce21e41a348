// The gradients of tfjs-core, which its builds for script tags and for require leave out. They register in the engine
// that is there already.
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
