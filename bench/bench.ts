/** What the parts of the bench write into while it runs. */
import type { Figure, Results } from './results.js'
import { nullControl, ratios, spreadOf, type Twins } from './statistics.js'

export interface Options {
  readonly quick: boolean
  readonly full: boolean
  /** Folder of an older build to be compared with. */
  readonly since?: string
}

type Better = Figure['better']

export class Bench {
  readonly figures: Figure[] = []
  readonly checksums: Results['checksums'] = []
  readonly skipped: Results['skipped'] = []

  constructor(
    readonly options: Options,
    /** Folder for what is compiled and written, removed at the end. */
    readonly folder: string,
    /** Says on the terminal what is going on. */
    readonly say: (text: string) => void,
  ) {}

  /** Rounds of a part: few where it has to be quick. */
  rounds(usual: number): number {
    return this.options.quick ? Math.max(3, Math.ceil(usual / 4)) : usual
  }

  /** A contestant's measurements, with its null control. */
  twins(part: string, name: string, unit: string, better: Better, twins: Twins): void {
    this.push({ part, name, unit, better, values: alternate(twins), nullControl: nullControl(twins) })
  }

  /** One contestant over another, with the wider null control of the two. */
  ratio(part: string, name: string, better: Better, [one, other]: readonly [Twins, Twins]): void {
    const [a, b] = [nullControl(one), nullControl(other)]
    const wider = a.high / a.low > b.high / b.low ? a : b
    this.push({ part, name, unit: 'ratio', better, values: ratios(one, other), nullControl: wider })
  }

  /** Measurements without a twin. */
  plain(part: string, name: string, unit: string, better: Better, values: number[]): void {
    this.push({ part, name, unit, better, values })
  }

  skip(part: string, what: string, because: string): void {
    this.skipped.push({ part, what, because })
  }

  private push(figure: Omit<Figure, 'median' | 'low' | 'high'>): void {
    this.figures.push({ ...figure, ...spreadOf(figure.values) })
  }
}

function alternate({ first, second }: Twins): number[] {
  return first.flatMap((value, round) => [value, second[round]])
}
