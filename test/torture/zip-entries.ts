/** Names and contents of the files in a zip archive such as a workbook; the times that it has of them are left out. */
import { inflateRawSync } from 'node:zlib'

/** Signatures of the end of the central directory, and of an entry of it (APPNOTE.TXT of PKWARE, 4.3.16 and 4.3.12). */
const [END, ENTRY] = [0x06054b50, 0x02014b50]
const STORED = 0

export function zipEntries(archive: Buffer): { readonly name: string; readonly text: string }[] {
  let end = archive.length - 22
  while (end >= 0 && archive.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error('no zip archive')
  const entries: { name: string; text: string }[] = []
  let at = archive.readUInt32LE(end + 16)
  while (archive.readUInt32LE(at) === ENTRY) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const local = archive.readUInt32LE(at + 42)
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20))
    const bytes = archive.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed)
    entries.push({ name, text: bytes.toString('utf8') })
    at += 46 + nameLength + extra + comment
  }
  return entries
}
