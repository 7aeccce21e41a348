/** Shows sentences at the foot of the page until they are closed or replaced; an empty list takes them away. */
export function notify(sentences: readonly string[], first = "Part of the address was not understood."): void {
  const place = document.querySelector("#notice");
  if (!place) return;
  if (sentences.length === 0) {
    place.replaceChildren();
    return;
  }
  const box = document.createElement("div");
  const text = document.createElement("p");
  const more = sentences.length > 3 ? ` … and ${sentences.length - 3} more.` : "";
  text.textContent = `${first} ${sentences.slice(0, 3).join(". ")}.${more}`;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => place.replaceChildren());
  box.append(text, close);
  place.replaceChildren(box);
}
