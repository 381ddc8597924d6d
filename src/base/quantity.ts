/** Powers of ten, counted from billionths. */
const decimal: Readonly<Record<string, number>> = {
  n: 0,
  u: 3,
  m: 6,
  "": 9,
  k: 12,
  M: 15,
  G: 18,
  T: 21,
  P: 24,
  E: 27,
};
const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** Nobody writes longer ones, and a huge exponent must not cost memory. */
const longest = 64;
const largestExponent = 40;

/**
 * What a Kubernetes quantity amounts to, `500m`, `1.5Gi`, `2e3`, in billionths, the finest step Kubernetes keeps;
 * `undefined` for a text that is none.
 */
export function readQuantity(text: string): bigint | undefined {
  if (text.length > longest) return undefined;
  const parts = /^([+-]?)(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]?|[eE][+-]?\d+)$/.exec(text);
  if (parts === null) return undefined;
  const [, minus, digits = "", suffix = ""] = parts;
  const scale = scaleOf(suffix);
  if (scale === undefined) return undefined;
  const [before = "", after = ""] = digits.split(".");
  const nano = roundUp(BigInt(before + after) * scale.factor, scale.power - after.length);
  return minus === "-" ? -nano : nano;
}

function scaleOf(suffix: string): { readonly factor: bigint; readonly power: number } | undefined {
  const power = decimal[suffix];
  if (power !== undefined) return { factor: 1n, power };
  const step = binary.indexOf(suffix);
  if (step >= 0) return { factor: 1024n ** BigInt(step + 1), power: 9 };
  const exponent = Number(suffix.slice(1));
  return Math.abs(exponent) > largestExponent ? undefined : { factor: 1n, power: 9 + exponent };
}

/** Kubernetes rounds what is finer than a billionth away from zero. */
function roundUp(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}
