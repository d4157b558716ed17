/** How quickly futures are simulated. One slow moment says little of a plan: it is slow after several batches in a row. */

/** Milliseconds that a hundred futures may take where levers are to be tried one by one. */
const QUICK = 1000
/** Batches in a row that say so. */
const SEVERAL = 3

export class Batches {
  private slow = 0

  /** Take a batch that is done; whether the last several were all too slow. */
  take(milliseconds: number, futures: number): boolean {
    this.slow = milliseconds / futures >= QUICK / 100 ? this.slow + 1 : 0
    return this.slow >= SEVERAL
  }
}
