import type { Range } from "../state/schema.js";
import { fractionAt, panned, xAt, zoomed } from "./view.js";

/** What the gestures need to know and whom they tell. */
export interface GestureTarget {
  range(): Range;
  x(): number;
  /** The crosshair is to move to x. */
  point(x: number): void;
  /** The visible range is to change. */
  look(range: Range, gesture: "pan" | "zoom"): void;
  reset(): void;
  /** Whether the wheel is the plot's; else it scrolls the page. */
  wheelZooms(event: WheelEvent): boolean;
}

/** A press that moves less than this many pixels is a click. */
const CLICK_SLOP = 4;
/** A finger this near to the crosshair takes hold of it; elsewhere it pans. */
const GRIP_PIXELS = 22;
/** Notches of a wheel to a doubling: a notch reports 100 to 120 pixels in most browsers. */
const WHEEL_PIXELS_TO_DOUBLE = 400;
const PIXELS_PER_LINE = 16;

/** The range in which the two x stand under the two fractions of the width. */
function pinched(xs: readonly [number, number], fractions: readonly [number, number]): Range | undefined {
  const apart = fractions[1] - fractions[0];
  if (Math.abs(apart) < 0.02) return undefined;
  const span = (xs[1] - xs[0]) / apart;
  const from = xs[0] - fractions[0] * span;
  return span > 0 ? [from, from + span] : undefined;
}

/**
 * Mouse: moving points, dragging pans, the wheel zooms around the pointer (sideways: pans), a double click resets.
 * Touch: a tap points, a finger on the crosshair drags it, elsewhere it pans, two fingers zoom. Scrolling the page
 * with a vertical swipe is left to the browser. Stops listening when the signal aborts.
 */
export function listenToGestures(surface: HTMLElement, target: GestureTarget, signal: AbortSignal): void {
  const pointers = new Map<number, number>();
  let mode: "none" | "press" | "pan" | "grip" | "pinch" = "none";
  let startX = 0;
  let startRange: Range = [0, 1];
  let pinchXs: [number, number] = [0, 0];

  const box = () => surface.getBoundingClientRect();
  const fraction = (clientX: number) => {
    const { left, width } = box();
    return (clientX - left) / Math.max(width, 1);
  };
  const valueAt = (clientX: number) => xAt(target.range(), fraction(clientX), box().width);
  const ends = () => [...pointers.values()].map(fraction).sort((a, b) => a - b) as [number, number];

  const start = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    surface.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, event.clientX);
    startRange = target.range();
    startX = event.clientX;
    if (pointers.size === 2) {
      mode = "pinch";
      pinchXs = ends().map((at) => startRange[0] + (startRange[1] - startRange[0]) * at) as [number, number];
    } else if (pointers.size === 1) {
      const away = Math.abs(fractionAt(startRange, target.x()) - fraction(event.clientX)) * box().width;
      mode = event.pointerType !== "mouse" && away <= GRIP_PIXELS ? "grip" : "press";
    }
  };

  const move = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) {
      if (event.pointerType === "mouse") target.point(valueAt(event.clientX));
      return;
    }
    pointers.set(event.pointerId, event.clientX);
    if (mode === "pinch" && pointers.size === 2) {
      const range = pinched(pinchXs, ends());
      // Through zoomed, which keeps to the limits and rounds the ends.
      if (range) target.look(zoomed(range, range[0], 1), "zoom");
    } else if (mode === "grip") {
      target.point(valueAt(event.clientX));
    } else {
      if (mode === "press" && Math.abs(event.clientX - startX) >= CLICK_SLOP) mode = "pan";
      if (mode === "pan") target.look(panned(startRange, (startX - event.clientX) / Math.max(box().width, 1)), "pan");
    }
  };

  const end = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return;
    if (mode === "press" && event.type === "pointerup") target.point(valueAt(event.clientX));
    // A finger that stays down after a pinch rests: it neither pans nor points.
    if (pointers.size === 0) mode = "none";
    else mode = "pinch";
  };

  const wheel = (event: WheelEvent) => {
    if (!target.wheelZooms(event)) return;
    event.preventDefault();
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : PIXELS_PER_LINE;
    const [sideways, down] = [event.deltaX * scale, event.deltaY * scale];
    if (Math.abs(sideways) > Math.abs(down)) {
      target.look(panned(target.range(), sideways / Math.max(box().width, 1)), "pan");
      return;
    }
    // Pinching on a touchpad arrives as a wheel with ctrl held and small deltas.
    const doublings = (down / WHEEL_PIXELS_TO_DOUBLE) * (event.ctrlKey ? 5 : 1);
    const [from, to] = target.range();
    const anchor = from + (to - from) * fraction(event.clientX);
    target.look(zoomed([from, to], anchor, 2 ** Math.max(-2, Math.min(2, doublings))), "zoom");
  };

  surface.addEventListener("pointerdown", start, { signal });
  surface.addEventListener("pointermove", move, { signal });
  surface.addEventListener("pointerup", end, { signal });
  surface.addEventListener("pointercancel", end, { signal });
  surface.addEventListener("wheel", wheel, { passive: false, signal });
  surface.addEventListener("dblclick", () => target.reset(), { signal });
}
