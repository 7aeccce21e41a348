/**
 * Copies text. Where the browser refuses, it selects the element that shows the text instead, so that the person can copy
 * it; false then.
 */
export async function copyText(text: string, shown?: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return false;
  }
}
