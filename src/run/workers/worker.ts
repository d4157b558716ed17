/** A worker thread that lives draws. */
import { serve } from './worker-main.js'

serve()
