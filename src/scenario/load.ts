/** Load a scenario file: read it with what it extends, check it whole, and say every problem with its place. */
import { MOST_PROBLEMS, type Problem } from '../vocabulary/problems.js'
import { consistencyProblems } from './checks/consistency-checks.js'
import { checkShape } from './checks/shape-checks.js'
import { type Chain, readChain } from './read/chain.js'
import { type DrawsReader, drawsReader } from './read/draws-file.js'
import type { Enclosure } from './read/enclosure.js'
import type { FieldProblem } from './read/field-problem.js'
import { locator } from './read/locator.js'
import { resolveScenario } from './read/resolve.js'
import { notAFolder } from './read/text-file.js'
import type { LoadedScenario, Locate, Path } from './scenario.js'
import { type ScenarioFile, scenarioSchema } from './schema/schema.js'

/**
 * Load a scenario. Never throws for what is in the file: problems say what is wrong and where.
 *
 * Where some parts are wrong, the scenario is given without them, so that the rest can be checked further; it is
 * absent where nothing useful is left, or there is no data folder to check it by.
 *
 * draws      takes the place of files of draws beside the scenario, where given
 * enclosure  of a scenario that was packed: no file outside is read
 */
export function loadScenario(file: string, draws?: DrawsReader, enclosure?: Enclosure): LoadedScenario {
  const { chain, problems, warnings } = readChain(file, enclosure)
  if (!chain) return { problems, warnings, locate: () => ({ file }) }
  const locate = locator(chain)
  const files = chain.files.map((yaml) => yaml.file)
  const readDraws = draws ?? drawsReader(files, enclosure)
  const { file: whole, problems: shape } = checkShape(chain.content)
  const leftOut = shape.flatMap(({ path, meant = path }) => [partOf(path), partOf(meant)])
  const content = whole ?? without(chain.content, leftOut)
  const across = content ? consistencyProblems(content, readDraws) : []
  const folder = content ? folderProblems(content) : []
  // each is looked for in the text: of more than are told, one more says so
  const found = [...shape, ...folder, ...(shape.length > 0 ? across.filter(isIndependent) : across)].slice(
    0,
    MOST_PROBLEMS + 1,
  )
  return {
    scenario:
      content && folder.length === 0 ? resolveScenario(content, files, leftOut, readDraws) : undefined,
    problems: [...problems, ...found.map((problem) => place(problem, locate))],
    warnings,
    locate,
  }
}

/** Formulas cannot be checked without the names and units of the data folder. */
function folderProblems({ data }: ScenarioFile): FieldProblem[] {
  const found = notAFolder(data)
  if (!found) return []
  const hint = 'The path is taken from the folder of this file.'
  return [{ code: 'folder-missing', path: ['data'], found, expected: 'a data folder', hint }]
}

/** From the path of a field to its place in the file. */
function place({ path, onKey, meant: _, ...problem }: FieldProblem, locate: Locate): Problem {
  return { ...problem, where: locate(path, onKey ? 'key' : 0) }
}

/** With parts left out, names that seem unknown may stand in those parts. */
function isIndependent({ code }: FieldProblem): boolean {
  return !/-unknown$|^no-action|^assessed/.test(code)
}

/** What stands where a section is absent or wrong that nothing else depends on. */
const STAND_INS = { title: { en: '-', zh: '-' }, policies: {}, indicators: {} }

/** The content without some parts; undefined where too much of it is wrong. */
function without(content: Chain['content'], parts: readonly Path[]): ScenarioFile | undefined {
  const copy = structuredClone(content)
  for (const path of parts) removeAt(copy, path)
  for (const list of ['targets', 'correlations']) {
    if (Array.isArray(copy[list])) copy[list] = copy[list].filter((item) => item !== undefined)
  }
  return scenarioSchema.safeParse({ ...STAND_INS, ...copy }).data
}

/** The smallest part that can be left out: a named entry of a section, a level, a programme, a target. */
function partOf(path: Path): Path {
  if (path[0] === 'title') return ['title']
  if (path[0] === 'population') return path.slice(0, 3)
  if (path[2] === 'programmes' && path.length > 3) return path.slice(0, 4)
  return path.slice(0, 2)
}

function removeAt(content: Record<string, unknown>, path: Path): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part as string], content)
  if (Array.isArray(parent)) parent[Number(path.at(-1))] = undefined
  else if (typeof parent === 'object' && parent !== null)
    delete (parent as Record<string, unknown>)[String(path.at(-1))]
}
