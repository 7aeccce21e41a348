import "./elements/activation-plot/activation-plot.js";
import { startPlayground } from "./playground.js";

startPlayground();
