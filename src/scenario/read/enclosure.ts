/** Where files lie that a scenario names: beside it, or for one that was unpacked within its pack and nowhere else. */
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** The folder that a scenario was unpacked to; none of the files that it reads may lie outside. */
export interface Enclosure {
  readonly folder: string
  /** Folder that the pack was made of: absolute paths in it are those of the pack. */
  readonly root?: string
}

/** What stands in the place of a file that lies outside. */
export const OUTSIDE = 'a file outside the pack'

/** Path of a file that `from` names; undefined where it lies outside the enclosure. */
export function placeInPack(from: string, named: string, { folder, root }: Enclosure): string | undefined {
  const isOfPack = root !== undefined && isAbsolute(named) && isWithin(root, named)
  const path = isOfPack ? join(folder, relative(root, named)) : resolve(dirname(from), named)
  return isWithin(folder, path) ? path : undefined
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
