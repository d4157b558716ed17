/** Load a scenario file: read it with what it extends, check it whole, and say every problem with its place. */
import type { Problem } from '../vocabulary/problems.js'
import { type Chain, readChain } from './chain.js'
import { crossChecks } from './cross-checks.js'
import { type Located, problemsOf } from './issues.js'
import { type Locator, locator } from './locator.js'
import { resolveScenario } from './resolve.js'
import type { LoadedScenario, Path } from './scenario.js'
import { type ScenarioFile, scenarioSchema } from './schema.js'

/**
 * Load a scenario. Never throws for what is in the file: problems say what is wrong and where.
 *
 * Where some parts are wrong, the scenario is given without them, so that the rest can be checked further; it is
 * absent where nothing useful is left.
 */
export function loadScenario(file: string): LoadedScenario {
  const { chain, problems } = readChain(file)
  if (!chain) return { problems, locate: () => ({ file }) }
  const locate = locator(chain)
  const files = chain.files.map((yaml) => yaml.file)
  const shape = problemsOf(chain.content)
  const content = shape.length > 0 ? prune(chain.content, shape) : chain.content
  const parsed = content && scenarioSchema.safeParse(content)
  const across = parsed?.success ? crossChecks(parsed.data, files) : []
  const found = [...shape, ...(shape.length > 0 ? across.filter(isIndependent) : across)]
  return {
    scenario: parsed?.success ? resolveScenario(parsed.data, files) : undefined,
    problems: found.map((problem) => place(problem, locate)),
    locate: (path, offset) => locate(path, offset),
  }
}

function place({ path, onKey, ...problem }: Located, locate: Locator): Problem {
  return { ...problem, where: locate(path, onKey ? 'key' : 0) }
}

/** With parts left out, names that seem unknown may stand in those parts. */
function isIndependent({ code }: Located): boolean {
  return !/^(unknown-|no-action|assessed)/.test(code)
}

/** The content without the parts that are wrong; undefined where too much of it is. */
function prune(content: Chain['content'], problems: readonly Located[]): ScenarioFile | undefined {
  const copy = structuredClone(content)
  for (const { path } of problems) removeAt(copy, unitOf(path))
  for (const list of ['targets', 'correlations']) {
    if (Array.isArray(copy[list])) copy[list] = copy[list].filter((item) => item !== undefined)
  }
  return scenarioSchema.safeParse(copy).success ? (copy as ScenarioFile) : undefined
}

/** The smallest part that can be left out: a named entry of a section, a level, a target. */
function unitOf(path: Path): Path {
  if (path[0] === 'population') return path.slice(0, 3)
  return path.length > 1 ? path.slice(0, 2) : path
}

function removeAt(content: Record<string, unknown>, path: Path): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part as string], content)
  if (Array.isArray(parent)) parent[Number(path.at(-1))] = undefined
  else if (typeof parent === 'object' && parent !== null)
    delete (parent as Record<string, unknown>)[String(path.at(-1))]
}
