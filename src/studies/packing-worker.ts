/** A worker thread of a run that is kept: it lives draws, and packs whole parts for the run folder. */
import { serve } from '../run/workers/worker-main.js'
import { packPart } from '../store/pack-part.js'

serve(packPart)
