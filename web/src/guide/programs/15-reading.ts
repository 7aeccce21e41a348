import type { Activation } from "../../engine/index.js";
import { fixed, float, printed } from "../python.js";

export function run(act: Activation): string {
  const leaky = (x: number, slope: number) => fixed(act.value("leaky_relu", x, { negative_slope: slope }), 4, 7);
  return printed(
    ...[-2, -1, 1].map((x) => {
      const gelu = fixed(act.value("gelu", x), 4, 7);
      return `${float(x, 4)}: rrelu ${leaky(x, 1 / 5.5)}  prelu ${leaky(x, 0.25)}  gelu ${gelu}`;
    }),
  );
}
