/** Numbers without the dust of binary fractions: 0.1 + 0.2 is 0.3 to whoever wrote them. */

/** A number as a planner writes it. */
export function formatNumber(value: number): string {
  return String(withoutDust(value))
}

/** A percentage as a share. */
export function hundredth(percent: number): number {
  return withoutDust(percent / 100)
}

const withoutDust = (value: number) => Number(value.toPrecision(12))
