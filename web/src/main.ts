// First of all: the order of these imports is the order in which they run.
import "./engine-start.js";
import "./elements/activation-plot/activation-plot.js";
import "./elements/view-controls/view-controls.js";
import { startPlayground } from "./playground.js";

startPlayground();
