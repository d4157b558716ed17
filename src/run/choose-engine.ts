/** The engine that can be used here: the kernel needs a compiled file and a host with vectors. */
import { loadKernel } from '../kernel/module.js'
import type { Engine } from './engine.js'

export interface ChosenEngine {
  /** Absent where the model itself lives the draws. */
  readonly kernel?: WebAssembly.Module
  /** Why the model has to do what the kernel was asked for. */
  readonly notice?: string
}

export function chooseEngine(engine: Engine = 'kernel'): ChosenEngine {
  if (engine === 'reference') return {}
  const loaded = loadKernel()
  if ('module' in loaded) return { kernel: loaded.module }
  return {
    notice: `The fast engine cannot be used: ${loaded.missing}. The reference engine gives the same bytes and takes many times as long.`,
  }
}
