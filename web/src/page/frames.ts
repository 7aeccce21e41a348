/** What embed.html tells the page around it. */
export interface HeightMessage {
  readonly type: "activation-playground";
  /** Of the content, in CSS pixels. */
  readonly height: number;
}

/** Gives the iframes that show embed.html the height of their content. */
export function fitFrames(): void {
  addEventListener("message", ({ data, source }: MessageEvent<HeightMessage>) => {
    if (data?.type !== "activation-playground" || !(data.height > 0 && data.height < 20_000)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
    }
  });
}

/** Tells the page around this one the height of an element, now and whenever it changes. */
export function tellHeight(content: HTMLElement): void {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    const message: HeightMessage = { type: "activation-playground", height };
    // Any page may embed this one, and a height is no secret.
    parent.postMessage(message, "*");
  }).observe(content);
}
