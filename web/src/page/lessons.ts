import { FIRST_STATE, formatHash, type State } from "../state/schema.js";

/** A view that shows something worth seeing, and what to look at. Its address is one that any reader could share. */
export interface Lesson {
  readonly title: string;
  readonly hash: string;
  readonly words: string;
}

export const LESSONS: readonly Lesson[] = [
  {
    title: "Three classics",
    hash: "#",
    words:
      "Move along x and watch the gradients: at x = 4 sigmoid passes on less than 2 % and tanh less than 0.2 %, while ReLU passes on everything. That is why deep networks changed over.",
  },
  {
    title: "Why gradients vanish",
    hash: "#functions=sigmoid,tanh,relu&show=gradient&x=0",
    words:
      "Even at its best, x = 0, sigmoid passes on a quarter of the gradient: after ten layers a millionth is left. Tanh reaches 1, but only at 0.",
  },
  {
    title: "Ways to rectify",
    hash: "#functions=relu,leaky_relu(negative_slope=0.1),elu,gelu&range=-4,3&x=-1",
    words:
      "All four let positive x through. They differ in what is left of negative x: nothing, a slope, a floor, a dip.",
  },
  {
    title: "The dying unit",
    hash: "#functions=relu,leaky_relu,elu&show=gradient&range=-3,3&x=-2",
    words:
      "A ReLU whose inputs are all negative has gradient 0 and learns no more. Leaky ReLU and ELU keep a little alive: drag s and α.",
  },
  {
    title: "A kink comes and goes",
    hash: "#functions=elu&show=value,gradient,curvature&range=-4,2&x=0",
    words: "At α = 1 the gradient of ELU has no jump at 0. Move α, and it opens.",
  },
  {
    title: "Tanh is a stretched sigmoid",
    hash: "#functions=sigmoid,tanh&x=1",
    words: "Tanh of x is twice sigmoid of 2x, less one: centred on zero, and four times as steep at 0.",
  },
  {
    title: "Softmax against two rivals",
    hash: "#functions=softmax,sigmoid&x=2",
    words:
      "The share of a logit x against rivals at 1 and 0.1 is a sigmoid, shifted by what the rivals weigh. Raise T, and all become equal.",
  },
];

/** What to look at in this view; the crosshair, the theme and the described function make no difference. */
export function lessonOf(state: State): string {
  const plain = (one: State) => formatHash({ ...one, x: FIRST_STATE.x, theme: "auto", digits: "4", focus: null });
  const hash = plain(state);
  return LESSONS.find((lesson) => lesson.hash.replace(/&x=[^&]*/, "").replace(/^#$/, "") === hash)?.words ?? "";
}
