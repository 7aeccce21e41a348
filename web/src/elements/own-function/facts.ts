// What there is to know of any function once someone looks at it: fetched then, with the engine that knows formulas.
import "../function-analysis/function-analysis.js";
import "../function-code/function-code.js";
