// What the convolution is measured against: the loops that a tutorial would write in JavaScript, over typed arrays, with
// the activation in the same pass. As texts, since the page they run in forbids scripts that are not its own.

const loops = (/** @type {string} */ activation) => `(image, width, height, kernel, size) => {
  const convolved = new Float32Array(width * height);
  const activated = new Float32Array(width * height);
  const reach = (size - 1) / 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let i = 0; i < size; i++) {
        const row = y + i - reach;
        if (row < 0 || row >= height) continue;
        for (let j = 0; j < size; j++) {
          const column = x + j - reach;
          if (column < 0 || column >= width) continue;
          sum += image[row * width + column] * kernel[i * size + j];
        }
      }
      convolved[y * width + x] = sum;
      activated[y * width + x] = ${activation};
    }
  }
  return { convolved, activated };
}`;

// JavaScript has no erf: formula 7.1.26 of Abramowitz and Stegun, which is what people copy, is within 1.5e-7.
const GELU = `(() => {
        const z = Math.abs(sum) * Math.SQRT1_2;
        const t = 1 / (1 + 0.3275911 * z);
        const rest =
          ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
          t * Math.exp(-z * z);
        return 0.5 * sum * (sum < 0 ? rest : 2 - rest);
      })()`;

/** By the id of the activation. */
export const plainConvolutions = {
  relu: loops("Math.max(0, sum)"),
  sigmoid: loops("1 / (1 + Math.exp(-sum))"),
  gelu: loops(GELU),
};
