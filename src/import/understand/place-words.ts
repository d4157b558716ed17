/** What stands behind names of places and is left out as often as not. */
import { plainText } from './parts.js'

const ENDS =
  /(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|(?:\p{Script=Han}{1,8}?族)+自治[州县]|自治[州县]|地区|林区|新区|[省市县区盟州])$|\s(?:city|prefecture|county|district|province|municipality|region|autonomous region|sheng|shi|xian|qu)$/u

/** A name without its rank. */
export function stemOf(name: string): string {
  const plain = plainText(name).replaceAll(/[\s']/g, ' ').trim()
  const stem = plain.replace(ENDS, '').trim()
  return stem.length < 2 ? plain : stem
}

export const sameStem = (one: string, other: string) => stemOf(one) === stemOf(other)
