import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";

/** What the camera sees, until a picture is taken of it. */
export function viewfinder(
  stream: MediaStream,
  onTake: (video: HTMLVideoElement) => void,
  onClose: () => void,
): TemplateResult {
  const show = (element: Element | undefined) => {
    if (element instanceof HTMLVideoElement && element.srcObject !== stream) element.srcObject = stream;
  };
  const videoOf = (event: Event) => (event.target as Element).closest(".camera")?.querySelector("video");
  return html`<div class="camera" role="group" aria-label="Camera">
    <video ${ref(show)} autoplay muted playsinline aria-label="What the camera sees"></video>
    <div class="row">
      <button
        type="button"
        @click=${(event: Event) => {
          const video = videoOf(event);
          if (video) onTake(video);
        }}
      >
        Take the picture
      </button>
      <button type="button" @click=${onClose}>Close the camera</button>
    </div>
  </div>`;
}
