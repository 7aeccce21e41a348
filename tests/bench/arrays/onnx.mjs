// Writes ONNX models, which are protocol buffers, with the few fields that a handful of nodes needs.
// Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

/** @typedef {readonly number[]} Bytes */
/** @typedef {{ op: string, in: string[], out: string, domain?: string, attributes?: Record<string, number | string> }} Node */

/**
 * @param {number} value a whole number from 0 on, or a negative one of 32 bits
 * @returns {Bytes}
 */
function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return bytes;
}

const whole = (/** @type {number} */ field, /** @type {number} */ value) => [...varint(field * 8), ...varint(value)];

/**
 * A field of bytes: a message, or a text.
 * @param {number} field
 * @param {Bytes | string} content
 * @returns {Bytes}
 */
function block(field, content) {
  const bytes = typeof content === "string" ? [...new TextEncoder().encode(content)] : content;
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

const float = (/** @type {number} */ field, /** @type {number} */ value) => [
  ...varint(field * 8 + 5),
  ...new Uint8Array(Float32Array.of(value).buffer),
];

/** Whole numbers are INT attributes, all others FLOAT: a float that happens to be whole is given as a text "1f". */
function attribute(/** @type {string} */ name, /** @type {number | string} */ value) {
  if (typeof value === "string" && /^-?[\d.]+f$/.test(value)) {
    return [...block(1, name), ...float(2, Number.parseFloat(value)), ...whole(20, 1)];
  }
  if (typeof value === "string") return [...block(1, name), ...block(4, value), ...whole(20, 3)];
  if (Number.isInteger(value)) return [...block(1, name), ...whole(3, value), ...whole(20, 2)];
  return [...block(1, name), ...float(2, value), ...whole(20, 1)];
}

/** @param {Node} node */
const nodeOf = ({ op, in: inputs, out, domain, attributes = {} }) => [
  ...inputs.flatMap((name) => block(1, name)),
  ...block(2, out),
  ...block(4, op),
  ...Object.entries(attributes).flatMap(([name, value]) => block(5, attribute(name, value))),
  ...(domain ? block(7, domain) : []),
];

const ELEMENT = { float32: 1, float64: 11 };

/**
 * A model from `x` to `y`, both of the same shape.
 * @param {readonly Node[]} nodes
 * @param {"float32" | "float64"} type
 * @param {readonly number[]} shape
 * @param {number} opset
 */
export function model(nodes, type, shape, opset) {
  const dimensions = shape.flatMap((size) => block(1, whole(1, size)));
  const tensor = block(1, [...whole(1, ELEMENT[type]), ...block(2, dimensions)]);
  const valueInfo = (/** @type {string} */ name) => [...block(1, name), ...block(2, tensor)];
  const graph = [
    ...nodes.flatMap((node) => block(1, nodeOf(node))),
    ...block(2, "bench"),
    ...block(11, valueInfo("x")),
    ...block(12, valueInfo("y")),
  ];
  const domains = [...new Set(nodes.map(({ domain }) => domain).filter((domain) => domain !== undefined))];
  return Uint8Array.from([
    ...whole(1, opset >= 23 ? 11 : 10),
    ...block(7, graph),
    ...block(8, [...block(1, ""), ...whole(2, opset)]),
    ...domains.flatMap((domain) => block(8, [...block(1, domain), ...whole(2, 1)])),
  ]);
}
