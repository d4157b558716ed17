/** What a piece of code is doing in a run, told by the file it stands in. */

const ROWS = 'formulas and services'

/** First match wins. */
const ROOMS: readonly (readonly [where: RegExp, doing: string])[] = [
  [/\/src\/kernel\/row-memory/, ROWS],
  [/\/src\/kernel\//, 'writing to and reading from the kernel'],
  [/\/src\/(model\/(compile-rates|destinations|rate-checks)|math\/)/, 'compiling rates'],
  [/\/src\/model\/services/, 'services'],
  [/\/src\/model\/balance/, 'books'],
  [/\/src\/model\//, 'model'],
  [
    /\/src\/(formula\/|run\/(year\/(formulas|outcomes|services|service-bounds|memory)|lanes\/(outcome-rows|service-marks)))/,
    ROWS,
  ],
  [/\/src\/sampling\//, 'chance'],
  [/\/src\/run\//, 'bringing draws together'],
  [/\/src\/store\/|hyparquet|node:(fs|internal\/fs|crypto|internal\/crypto)/, 'writing parts'],
]

export interface Frame {
  readonly functionName: string
  readonly url: string
}

/** caller: what the code that called it is doing; the module of the kernel is told by who calls it. */
export function doingOf({ functionName, url }: Frame, caller: string): string {
  if (functionName === '(garbage collector)') return 'collecting garbage'
  if (/^js-to-wasm|JSToWasm/.test(functionName)) return caller
  if (url.startsWith('wasm:')) return caller === ROWS ? ROWS : 'kernel'
  return ROOMS.find(([where]) => where.test(url))?.[1] ?? 'other'
}
