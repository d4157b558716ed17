/**
 * When projects are due: what part of those started in a step is due by the end of each later one.
 *
 * Starts are even over the months of their year. A project of m months started u years into year y is ready at y + u + m/12,
 * and opens then, or where things open once a year (schools in September) at the next opening: of the starts of a year
 * max(0, min(1, k + D/12 - m/12)) are open by the end of the k-th year after, with D the months of a year until it opens, 12
 * without a season. So 12, 24 ... months without a season are as many whole years. With groups of several years all is due at
 * the end of whole steps.
 */

/** Projects that take so many months from start to being ready, as a share of all. */
export interface LeadTime {
  readonly months: number
  readonly share: number
}

const YEAR = 12

/**
 * Shares of the projects of a step that fall due in it and in each step after it, by steps; they add up to 1.
 *
 * step          years of a step
 * openingMonth  1-12, at whose beginning what is ready opens; at once where absent
 */
export function dueShares(leads: readonly LeadTime[], step: number, openingMonth?: number): Float64Array {
  const open = openingMonth === undefined ? YEAR : openingMonth - 1
  const lags = leads.map(({ months }) => Math.ceil((months + YEAR - open) / (YEAR * step)))
  // of a step of one year the last lag is the first by whose end all is open
  const shares = new Float64Array(Math.max(...lags) + 1)
  leads.forEach(({ months, share }, at) => {
    if (step > 1) {
      shares[lags[at]] += share
      return
    }
    let before = 0
    for (let lag = 0; lag <= lags[at]; lag++) {
      const by = Math.max(0, Math.min(1, (YEAR * lag + open - months) / YEAR))
      shares[lag] += share * (by - before)
      before = by
    }
  })
  return shares
}

/** Share of the projects of a step that is due by the end of so many steps after it. */
export function dueBy(shares: Float64Array, lag: number): number {
  let sum = 0
  for (let at = 0; at <= Math.min(lag, shares.length - 1); at++) sum += shares[at]
  return sum
}

/**
 * What is under way where projects were started at a steady pace: the part of it that is due by the end of each step from
 * now, [0] being now and 0; undefined where nothing can be under way, since all is open in the step of its start.
 */
export function dueOfSteady(shares: Float64Array, steps: number): Float64Array | undefined {
  let all = 0
  const due = new Float64Array(steps)
  for (let ago = 0; ago < shares.length - 1; ago++) {
    all += 1 - dueBy(shares, ago)
    for (let ahead = 1; ahead < steps; ahead++) due[ahead] += dueBy(shares, ago + ahead) - dueBy(shares, ago)
  }
  return all > 0 ? due.map((part) => part / all) : undefined
}
