import "./elements/activation-plot/activation-plot.js";
import "./elements/view-controls/view-controls.js";
import { startPlayground } from "./playground.js";

startPlayground();
