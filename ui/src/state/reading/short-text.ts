/** The beginning of a text that may be very long, and its whole length in characters when it was cut. */
export const shortText = (
  text: string,
  most: number,
): { readonly text: string; readonly cutFrom?: number } => {
  if (text.length <= most) return { text };
  const isHalf = (text.charCodeAt(most) & 0xfc00) === 0xdc00;
  return { text: text.slice(0, isHalf ? most - 1 : most), cutFrom: text.length };
};
