// All words on the screen with their contrast (WCAG 2.2, 1.4.3), the weakest first.
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  /** Any colour that CSS can say, as [red, green, blue, alpha]. */
  function rgba(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  const over = ([r, g, b, a], below) => [r, g, b].map((value, at) => value * a + below[at] * (1 - a));

  function luminance(colour) {
    const [red, green, blue] = colour.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** What may lie behind: one colour, or the colours of a gradient. */
  function behind(element) {
    if (!element) return [[255, 255, 255]];
    const style = getComputedStyle(element);
    const stops = style.backgroundImage.includes("gradient(") ? style.backgroundImage.match(/(?!url)\b[a-z]+\([^()]*\)/g) ?? [] : [];
    const layers = stops.length ? stops.map(rgba) : [rgba(style.backgroundColor)];
    if (layers.every(([, , , alpha]) => alpha === 1)) return layers.map((layer) => layer.slice(0, 3));
    return layers.flatMap((layer) => behind(element.parentElement).map((below) => over(layer, below)));
  }

  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1 && height > 1;
    if (!shown || !/[\p{L}\p{N}]/u.test(node.data) || element.closest(".unseen, .skip")) continue;
    const ink = rgba(getComputedStyle(element).color);
    const ratio = Math.min(...behind(element).map((below) => contrast(over(ink, below), below)));
    found.push({ ratio: Math.round(ratio * 100) / 100, words: node.data.trim().slice(0, 40), place: element.closest("[class]")?.className });
  }
  return found.sort((one, other) => one.ratio - other.ratio);
}
