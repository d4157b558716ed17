/** A worker thread of a run with a folder: it simulates draws and encodes whole parts as Parquet. */
import { serve } from '../run/workers/worker-main.js'
import { packPart } from '../store/write-part.js'

serve(packPart)
