/** Tests are many short programs in one process: V8 optimises later, as it does for commands, which saves a sixth of their processor time. */
import { optimiseLater } from '../../src/cli/optimise-later.js'

optimiseLater()
