/** Contrast of two colours by WCAG 2.2, and how colours look to colour-blind eyes. Pure. */

type Triple = readonly [number, number, number];

export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan';

/** Full-strength matrices of Machado, Oliveira and Fernandes (2009), over linear RGB. */
const visions: Record<Vision, readonly [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** 1 (same) to 21 (black on white); colours as `#rrggbb`. AA asks 4.5 for text, 3 for marks. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Distance in OKLab as the given eyes see it: about 0.02 is just noticeable side by side. */
export function seenDistance(one: string, other: string, vision: Vision): number {
  const [a, b] = [one, other].map((hex) => oklab(seenAs(linear(hex), vision))) as [Triple, Triple];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance(hex: string): number {
  return dot([0.2126, 0.7152, 0.0722], linear(hex));
}

function seenAs(color: Triple, vision: Vision): Triple {
  const [r, g, b] = visions[vision].map((row) => Math.max(0, dot(row, color))) as [number, number, number];
  return [r, g, b];
}

function oklab(color: Triple): Triple {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], color));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], color));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], color));
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
    dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
    dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
  ];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
