// What a function of one's own is edited with, in one script: fetched when there is one.
import "../formula-math/formula-math.js";
import "./facts.js";
import "./own-function.js";
