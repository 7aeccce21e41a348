// No TypeScript: the build prints the catalog's formulas with it, in Node (wasm/write-ids.mjs).

const LEFT = {
  f: "<mi>f</mi>",
  "f′": '<mi>f</mi><mo lspace="0.05em" rspace="0">′</mo>',
};

/**
 * f(x) = … as the children of a `<math>` element.
 * @param {keyof typeof LEFT} name
 * @param {string} right
 */
export const equation = (name, right) =>
  `<mrow>${LEFT[name]}<mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo></mrow><mo>=</mo><mrow>${right}</mrow>`;
