/** A worker thread that simulates draws. */
import { serve } from './worker-main.js'

serve()
