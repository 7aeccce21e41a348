import type { ActivationInfo, Family } from "../engine/index.js";

/** The families in the order in which lists and menus show them. */
const FAMILIES: readonly (readonly [Family, string])[] = [
  ["rectifier", "Rectifiers"],
  ["smooth-rectifier", "Smooth rectifiers"],
  ["squashing", "Squashing"],
  ["hard", "Hard approximations"],
  ["shrinkage", "Shrinkage"],
  ["periodic", "Periodic"],
  ["bump", "Bumps"],
  ["linear", "Linear"],
  ["vector", "Of a whole vector"],
];

export interface FamilyGroup {
  readonly family: Family;
  readonly title: string;
  readonly members: readonly ActivationInfo[];
}

/** The functions by family; families without any are left out. */
export const byFamily = (functions: readonly ActivationInfo[]): FamilyGroup[] =>
  FAMILIES.map(([family, title]) => ({
    family,
    title,
    members: functions.filter((info) => info.family === family),
  })).filter(({ members }) => members.length > 0);
