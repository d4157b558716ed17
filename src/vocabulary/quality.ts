/** How well a value is known. A result is never better known than the worst value it rests on. */
export const QUALITIES = ['data', 'estimate', 'judgement'] as const
export type Quality = (typeof QUALITIES)[number]

/** The worse of two qualities. */
export function worse(a: Quality, b: Quality): Quality {
  return QUALITIES.indexOf(a) >= QUALITIES.indexOf(b) ? a : b
}
