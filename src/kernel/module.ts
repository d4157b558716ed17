/** Finds the compiled kernel, and says whether this host can run it. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A module of one function that returns a vector: valid only where vectors are known. */
const VECTORS = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0],
  ...[65, 0, 253, 15, 253, 98, 11],
)

/** The build ships the kernel beside the bundles; from source it is the one that was built last. */
function kernelFile(): string {
  const name = import.meta.url.endsWith('.ts') ? '../../dist/kernel.wasm' : './kernel.wasm'
  return fileURLToPath(new URL(name, import.meta.url))
}

type Loaded = { readonly module: WebAssembly.Module } | { readonly missing: string }

let loaded: Loaded | undefined

/** The kernel, compiled once, or why there is none: this host knows no vectors, or the file is not there or not whole. */
export function loadKernel(): Loaded {
  loaded ??= load()
  return loaded
}

function load(): Loaded {
  if (!WebAssembly.validate(VECTORS)) return { missing: 'this processor or Node.js has no vectors (SIMD)' }
  const file = kernelFile()
  if (!existsSync(file)) return { missing: 'kernel.wasm is not there; npm run build makes it' }
  try {
    return { module: new WebAssembly.Module(readFileSync(file)) }
  } catch {
    return { missing: 'kernel.wasm is damaged; npm run build makes it anew' }
  }
}
