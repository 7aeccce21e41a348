/** Pictures of the person's own: from a file, a drop, the clipboard or the camera. Nothing of them leaves the page. */

export const MOST_PIXELS = 2 ** 24;

/** A sentence for the person. */
export class Refusal extends Error {}

const named = (file: Blob): string => (file instanceof File && file.name ? `“${file.name}”` : "What was given");

/** Decodes beside the page. Throws a Refusal where it is no picture, or one that is too large. */
export async function decode(file: Blob): Promise<ImageBitmap> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new Refusal(`${named(file)} is no picture that this browser can read: use a PNG, JPEG, WebP or GIF file`);
  }
  const { width, height } = bitmap;
  if (width * height <= MOST_PIXELS) return bitmap;
  bitmap.close();
  const megapixels = ((width * height) / 2 ** 20).toFixed(1);
  throw new Refusal(
    `${named(file)} has ${width} × ${height} pixels (${megapixels} megapixels): 16 megapixels are the most, so make it smaller first`,
  );
}

/** The first file of a drop or a paste that could be a picture; otherwise the first file at all. */
export function fileOf(data: DataTransfer | null): File | undefined {
  const files = [...(data?.files ?? [])];
  return files.find(({ type }) => type.startsWith("image/")) ?? files[0];
}

const REASONS: Readonly<Record<string, string>> = {
  NotAllowedError:
    "The camera was not allowed: allow it beside the address of this page, or open a picture from a file",
  SecurityError: "This page may not use the camera: open a picture from a file",
  NotFoundError: "There is no camera here: open a picture from a file",
  OverconstrainedError: "There is no camera here: open a picture from a file",
  NotReadableError: "The camera is in use by another program: close that, or open a picture from a file",
};

/** The camera, running. Throws a Refusal where there is none, or it may not be used. */
export async function openCamera(): Promise<MediaStream> {
  // Only pages from https and localhost have it.
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new Refusal("This page has no access to a camera: open a picture from a file");
  }
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  } catch (error) {
    const reason = REASONS[(error as DOMException).name];
    throw new Refusal(reason ?? "The camera gave no picture: open one from a file");
  }
}

export const closeCamera = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** What the camera shows now. */
export async function photograph(video: HTMLVideoElement): Promise<ImageBitmap> {
  if (video.readyState < video.HAVE_CURRENT_DATA) {
    throw new Refusal("The camera has given no picture yet: wait until you see one");
  }
  return createImageBitmap(video);
}
