/** Tests are many short programs in one process: V8 optimises later in them, as it does for commands. */
import { optimiseLater } from '../../src/cli/optimise-later.js'

optimiseLater()
