/** Which engine simulates the draws: the kernel, or the model as it is written. Both give the same bytes. */
import { loadKernel } from '../kernel/module.js'

export const ENGINES = ['kernel', 'reference'] as const
export type Engine = (typeof ENGINES)[number]

export interface ChosenEngine {
  /** Absent where the model itself simulates the draws. */
  readonly kernel?: WebAssembly.Module
  /** Why the model is used though the kernel was chosen. */
  readonly notice?: string
}

export function chooseEngine(engine: Engine = 'kernel'): ChosenEngine {
  if (engine === 'reference') return {}
  const loaded = loadKernel()
  if ('module' in loaded) return { kernel: loaded.module }
  return {
    notice: `The fast engine cannot be used: ${loaded.missing}. The reference engine gives the same bytes.`,
  }
}
