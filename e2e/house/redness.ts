import type { Locator } from 'playwright-core';

/** What the color of a text looks like, by its three parts. */
export async function redness(text: Locator): Promise<'red' | 'something else'> {
  const [red = 0, green = 0, blue = 0] = await text.evaluate((element) => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) return [];
    context.fillStyle = getComputedStyle(element).color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  });
  return red > 2 * green && red > 2 * blue ? 'red' : 'something else';
}
