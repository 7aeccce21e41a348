/** What there is of a function: f, f′, f″, in the order of the numbers by which the core knows them. */
export const QUANTITIES = ["value", "gradient", "curvature"] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** −1 for what is none. */
export const quantityNumber = (quantity: Quantity): number => QUANTITIES.indexOf(quantity);
