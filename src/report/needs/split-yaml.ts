/** A split as a scenario file that extends the one it was found for. */
import type { SplitAim } from '../../analysis/needs/best-split.js'
import type { QuotaSplit } from '../../studies/split/split-quota.js'
import { VERSION } from '../../vocabulary/version.js'

/** JSON text is YAML as well, with every character that YAML would take for its own kept apart. */
const quoted = (text: string) => JSON.stringify(text)

/** base: the scenario file, relative to the new one. */
export function splitYaml(
  found: QuotaSplit,
  aim: SplitAim,
  base: string,
  title: { readonly en: string; readonly zh: string },
): string {
  const { service, programmes, cities, year } = found
  const parts = found.proposed[aim].parts!
  const weights = cities.flatMap(({ code }, city) =>
    parts[city] > 0 ? [`${quoted(code)}: ${parts[city]}`] : [],
  )
  const said = aim === 'total' ? 'least in all areas together' : 'least where most is lacking'
  const titles = {
    en: `${title.en}: ${found.title.en.toLowerCase()} split among areas, ${said}`,
    zh: `${title.zh}：${found.title.zh}指标分地区，${aim === 'total' ? '各地缺口之和最小' : '缺口最大地区的缺口最小'}`,
  }
  return `${[
    `# Made by cityward ${VERSION} split: what is lacking of ${service} in ${year} is ${said}. Parts of a thousand by city.`,
    `extends: ${quoted(base)}`,
    `title: { en: ${quoted(titles.en)}, zh: ${quoted(titles.zh)} }`,
    'services:',
    `  ${service}:`,
    '    programmes:',
    ...programmes.flatMap((programme) => [
      `      ${programme.name}:`,
      ...(programme.byKey ? ['        share_by: null'] : []),
      `        by_city: { ${weights.join(', ')} }`,
    ]),
  ].join('\n')}\n`
}
