/** What a piece of code is doing in a run, told by the file it stands in. */

/** First match wins. */
const ROOMS: readonly (readonly [where: RegExp, doing: string])[] = [
  [/^wasm:/, 'kernel'],
  [/\/src\/kernel\//, 'writing to and reading from the kernel'],
  [/\/src\/(model\/(compile-rates|destinations|rate-checks)|math\/)/, 'compiling rates'],
  [/\/src\/model\/services/, 'services'],
  [/\/src\/model\/balance/, 'books'],
  [/\/src\/model\//, 'model'],
  [/\/src\/(formula\/|run\/(formulas|outcomes|services|service-checks|memory))/, 'formulas and services'],
  [/\/src\/sampling\//, 'chance'],
  [/\/src\/run\//, 'bringing draws together'],
  [/\/src\/store\/|hyparquet|node:(fs|internal\/fs|crypto|internal\/crypto)/, 'writing parts'],
]

export interface Frame {
  readonly functionName: string
  readonly url: string
}

export function doingOf({ functionName, url }: Frame): string {
  if (functionName === '(garbage collector)') return 'collecting garbage'
  return ROOMS.find(([where]) => where.test(url))?.[1] ?? 'other'
}
