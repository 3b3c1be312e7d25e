// A photo made small enough for a screen before it is sent: what a telephone takes is ten times larger than any screen needs.

const longestSide = 2560; // px
const quality = 0.85;

/** A larger file is no photo, and would fill the memory of a telephone. */
export const photoFileAtMost = 30 * 1024 * 1024; // bytes

/** Throws where the file is no picture that the browser can open. */
export async function shrinkPhoto(file: File): Promise<File> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser draws no pictures');
  // A JPEG knows no transparency: what shows nothing would come out black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!blob) throw new Error('the browser made no picture');
  return new File([blob], 'background.jpg', { type: 'image/jpeg' });
}
