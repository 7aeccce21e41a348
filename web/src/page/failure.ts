import { ActivationError, type ErrorCode } from "../engine/errors.js";

const WHY: Partial<Record<ErrorCode, string>> = {
  "no-webassembly":
    "This browser has no WebAssembly, or it is switched off. A current browser, or allowing WebAssembly in the settings, brings the playground to life.",
  "load-failed": "The part that computes could not be loaded. Check the connection, then try again.",
};

/** Says plainly that nothing can be computed, and shows the first curves as a picture. */
export function showFailure(stage: HTMLElement, error: Error): void {
  document.body.dataset.failed = "";
  const box = document.createElement("div");
  box.className = "failure";
  box.setAttribute("role", "alert");
  const title = document.createElement("strong");
  title.textContent = "The playground cannot compute here.";
  const why = document.createElement("p");
  why.textContent =
    (error instanceof ActivationError && WHY[error.code]) ||
    "A part of the page could not be loaded. Check the connection, then try again.";
  const detail = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "What went wrong";
  detail.append(summary, error.message);
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Try again";
  again.addEventListener("click", () => location.reload());
  box.append(title, why, detail, again);
  const picture = document.createElement("img");
  picture.className = "picture";
  picture.src = new URL("fallback.svg", document.baseURI).href;
  picture.width = 800;
  picture.height = 640;
  picture.alt = "ReLU, sigmoid and tanh and their gradients for x from −5 to 5.";
  stage.replaceChildren(box, picture);
}
