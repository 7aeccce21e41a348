// The yardstick for the first curve: nothing but Chart.js's line chart and one curve whose points are there already.
import { Chart, LinearScale, LineController, LineElement, PointElement } from "chart.js";

Chart.register(LineController, LineElement, PointElement, LinearScale);

const data = Array.from({ length: 200 }, (_, i) => {
  const x = -5 + i / 19.9;
  return { x, y: x / (1 + Math.abs(x)) };
});

new Chart(document.querySelector("canvas"), {
  type: "line",
  data: { datasets: [{ data, borderColor: "#2f62dd", pointRadius: 0 }] },
  options: { animation: false, parsing: false, normalized: true, scales: { x: { type: "linear" } } },
});
performance.mark("first-curve");
