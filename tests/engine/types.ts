// Compiled by `npm run check`, never run: each line marked as an error must be one.
import { type ActivationId, load } from "../../dist/lib/index.js";

const act = await load();

const one: number = act.value("gelu", 1);
const floats: Float32Array = act.value("elu", new Float32Array(2), { alpha: 0.5 });
const doubles: Float64Array = act.gradient("tanh", [1, 2]);
const shares: Float64Array = act.value("softmax", [1, 2], { temperature: 2 });
const rows: Float32Array = act.rows("softmax", new Float32Array(4), 2, { temperature: 2 });
const any: ActivationId = "leaky_relu";
act.curve(any, { from: 0, to: 1 });

// @ts-expect-error: no such function
act.value("gleu", 1);
// @ts-expect-error: not a number
act.value("gelu", "1");
// @ts-expect-error: no such parameter
act.value("elu", 1, { beta: 1 });
// @ts-expect-error: ReLU has no parameters
act.value("relu", 1, { alpha: 1 });
// @ts-expect-error: softmax takes a vector
act.value("softmax", 1);
// @ts-expect-error: softmax has a Jacobian, not a gradient
act.gradient("softmax", [1]);
// @ts-expect-error: the Jacobian of a function of one number is its gradient
act.jacobian("tanh", [1]);
// @ts-expect-error: float32 comes out as float32
act.value("gelu", new Float32Array(1), {}, new Float64Array(1));
// @ts-expect-error: a curve needs a range
act.curve("gelu", {});

// @ts-expect-error: a function of one number has no rows
act.rows("gelu", [1, 2], 2);
// @ts-expect-error: rows have a width
act.rows("softmax", [1, 2]);

export { doubles, floats, one, rows, shares };
