/** The text by which a report holds a provenance, made at once; what the product makes beside its thread unpacks alike. */
import { brotliCompressSync, constants } from 'node:zlib'
import { sealed } from '../../src/store/manifest.js'
import type { RunProvenance } from '../../src/store/provenance.js'

export const packedText = (provenance: RunProvenance): string =>
  brotliCompressSync(sealed(provenance), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).toString(
    'base64',
  )
