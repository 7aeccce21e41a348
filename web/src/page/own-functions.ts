import type { FunctionDetails } from "../elements/function-details/function-details.js";
import type { OwnWish } from "../elements/own-request.js";
import type { ActivationFunctions } from "../engine/index.js";
import { library } from "../state/library.js";
import { copyName, freeName, isOwn, ownId, ownName } from "../state/own.js";
import { infoOf, parameterOf, type Selection } from "../state/selection.js";
import type { Store } from "../state/store.js";
import { notify } from "./notice.js";

/** What a new function starts as. */
const FIRST_FORMULA = "x * sigmoid(beta * x)";
/** What functions are called in books, before they need numbers. */
const NAMES = ["f", "g", "h"];

/** A copy of a function of the catalog to be changed: its formula, with the values that its parameters have now. */
function copyOf(
  engine: ActivationFunctions,
  { id, params }: Selection,
  taken: readonly string[],
): Selection | undefined {
  const info = infoOf(engine, id);
  if (!info) return undefined;
  const own = ownId(copyName(info.name, taken), info.formula);
  const values = info.parameters.map(({ name }) => [name, parameterOf(info, params, name)] as const);
  const used = infoOf(engine, own)?.parameters.map(({ name }) => name) ?? [];
  return { id: own, params: Object.fromEntries(values.filter(([name, value]) => used.includes(name) && value !== 1)) };
}

/** Carries out a wish that concerns functions of one's own, with the engine that knows formulas. */
export async function carryOutOwn(
  wish: OwnWish,
  store: Store,
  withFormulas: () => Promise<ActivationFunctions>,
): Promise<void> {
  let engine: ActivationFunctions;
  try {
    engine = await withFormulas();
  } catch (error) {
    notify([error instanceof Error ? error.message : String(error)], "Formulas cannot be computed here.");
    return;
  }
  const { functions } = store.state;
  const taken = [...functions, ...library.list].filter(({ id }) => isOwn(id)).map(({ id }) => ownName(id));
  let selection: Selection | undefined;
  if (wish.type === "show") selection = wish.selection;
  else if (wish.type === "copy") selection = copyOf(engine, wish.of, taken);
  else {
    const name = NAMES.find((one) => !taken.includes(one)) ?? freeName("f", taken);
    selection = { id: ownId(name, FIRST_FORMULA), params: {} };
  }
  if (!selection) return;
  if (wish.type !== "show") library.put(undefined, selection);
  store.set({ functions: [...functions, selection], focus: null });
  store.flush();
  if (wish.type === "show") return;
  const picker = document.querySelector<HTMLDetailsElement>("#picker");
  // On a phone the list lies over what one goes to now.
  if (picker && matchMedia("(max-width: 699px)").matches) picker.open = false;
  const details = document.querySelector<FunctionDetails>("function-details");
  details?.edit(wish.type === "new");
}
