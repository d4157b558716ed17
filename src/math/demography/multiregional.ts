/**
 * People of several regions who die, move and bear by rates of their age and region: life table and growth matrix.
 *
 * Source: Rogers (1975), Introduction to Multiregional Mathematical Demography; Willekens and Rogers (1978), Spatial Population
 * Analysis, RR-78-18, with several moves a step (option 3) and deaths and moves even over an age.
 */
import { type Matrix, matrixProduct, solve, stateTransition } from '../state-transition.js'

export interface MultiregionalRates {
  /** Years of an age group; the last group is open. */
  readonly step: number
  /** Deaths per person-year [age][region]. */
  readonly deaths: Matrix
  /** Moves per person-year [age][to][from]; what stands on the diagonal is not read. */
  readonly moves: readonly Matrix[]
}

/** By age, each a matrix whose columns are where people come from and whose rows where they are. */
export interface MultiregionalLifeTable {
  /** Share of those who are in a region at an exact age who are in each at the next; of all ages but the open one. */
  readonly transition: readonly number[][][]
  /** Of one born in a region, how many live in each at the exact age. */
  readonly survivors: readonly number[][][]
  /** Years that one born in a region lives in each within the age. */
  readonly personYears: readonly number[][][]
  /** Share of those who live in a region at an age who live in each a step later, in the next; of all but the open one. */
  readonly survivorship: readonly number[][][]
  /** Years that one who is in a region at the exact age still lives in each. */
  readonly expectancy: readonly number[][][]
}

export function multiregionalTable(rates: MultiregionalRates): MultiregionalLifeTable {
  const { step, deaths } = rates
  const last = deaths.length - 1
  const one = unit(deaths[0].length)
  const open = solve(ratesOf(rates, last, 1), one)
  const transition = Array.from({ length: last }, (_, age) => stateTransition(ratesOf(rates, age, step)))
  const survivors = [one]
  for (const shares of transition) survivors.push(matrixProduct(shares, survivors.at(-1)!))
  const personYears = survivors.map((alive, age) =>
    age === last ? matrixProduct(open, alive) : combined(alive, survivors[age + 1], step / 2),
  )
  const survivorship = transition.map((shares, age) => {
    const lived = combined(one, shares, step / 2)
    const next = age + 1 === last ? open : combined(one, transition[age + 1], step / 2)
    return matrixProduct(matrixProduct(next, shares), solve(lived, one))
  })
  const expectancy = [open]
  for (const shares of transition.toReversed()) {
    const after = matrixProduct(expectancy[0], shares)
    expectancy.unshift(combined(combined(one, shares, step / 2), after, 1))
  }
  return { transition, survivors, personYears, survivorship, expectancy }
}

/**
 * People by age and region, regions of an age side by side, at the end of a step by what they or their mothers were at its
 * start: [to][from]. No one outlives the open age.
 *
 * births  of the sex that is projected, per woman-year [age][region]
 */
export function multiregionalMatrix(rates: MultiregionalRates, births: Matrix): number[][] {
  const { step, deaths } = rates
  const regions = deaths[0].length
  const { transition, survivorship } = multiregionalTable(rates)
  const newborns = combined(unit(regions), transition[0], step / 4)
  const size = deaths.length * regions
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  deaths.forEach((_, age) => {
    const own = diagonal(births[age])
    const survival = survivorship[age]
    const later = survival && matrixProduct(diagonal(births[age + 1]), survival)
    const infants = matrixProduct(newborns, later ? combined(own, later, 1) : own)
    for (let to = 0; to < regions; to++)
      for (let from = 0; from < regions; from++) {
        matrix[to][regions * age + from] = infants[to][from]
        if (survival) matrix[regions * (age + 1) + to][regions * age + from] = survival[to][from]
      }
  })
  return matrix
}

/** Rates of an age over some years: what leaves a region on the diagonal, less what comes to another beside it. */
function ratesOf({ deaths, moves }: MultiregionalRates, age: number, years: number): number[][] {
  return deaths[age].map((_, to) =>
    deaths[age].map((dying, from) => {
      if (to !== from) return -years * moves[age][to][from]
      const leaving = moves[age].reduce((sum, row, other) => (other === from ? sum : sum + row[from]), 0)
      return years * (dying + leaving)
    }),
  )
}

function combined(a: Matrix, b: Matrix, factor: number): number[][] {
  return a.map((row, i) => row.map((value, j) => (value + b[i][j]) * factor))
}

function unit(size: number): number[][] {
  return diagonal(new Array<number>(size).fill(1))
}

function diagonal(values: readonly number[]): number[][] {
  return values.map((value, i) => values.map((_, j) => (i === j ? value : 0)))
}
