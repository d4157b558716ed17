/** A worker thread that lives draws. */
import { serve } from './serve.js'

serve()
