// First of all: the order of these imports is the order in which they run.
import "./engine-start.js";
import { CurvePlot } from "./elements/curve-plot/curve-plot.js";
import "./elements/view-controls/view-controls.js";
import { startPlayground } from "./playground.js";

// The store owns the view here, so the plot itself stands where other pages have the element that owns one.
customElements.define("activation-plot", CurvePlot);
startPlayground();
