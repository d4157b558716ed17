/** The address of a Redis or Valkey: `redis://HOST`, `rediss://USER:PASSWORD@HOST:6380/2` with TLS. */
import { fail } from '../vocabulary/problems.js'

export interface QueueAddress {
  readonly host: string
  readonly port: number
  readonly username?: string
  readonly password?: string
  readonly db: number
  readonly tls: boolean
  /** As it may be shown: without the password. */
  readonly shown: string
}

const SCHEMES: Readonly<Record<string, { readonly tls: boolean }>> = {
  'redis:': { tls: false },
  'rediss:': { tls: true },
  'valkey:': { tls: false },
  'valkeys:': { tls: true },
}
const PORT = 6379

/** Throws CitywardError for anything else; a password is never part of what it says. */
export function queueAddress(text: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const scheme = url && SCHEMES[url.protocol]
  const [, db] = /^\/?(\d{0,4})$/.exec(url?.pathname ?? '') ?? []
  if (!scheme || url.hostname === '' || db === undefined || url.search !== '' || url.hash !== '')
    return refuse(url ? 'an address of another form' : 'no address')
  const { protocol, hostname, port } = url
  const [username, password] = [url.username, url.password].map((part) => decoded(part))
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? PORT : Number(port),
    ...(username !== '' && { username }),
    ...(password !== '' && { password }),
    db: Number(db || 0),
    tls: scheme.tls,
    shown: `${protocol}//${hostname}${port === '' ? '' : `:${port}`}${db === '' ? '' : `/${db}`}`,
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return refuse('a name or password with a % that stands for no character')
  }
}

function refuse(found: string): never {
  return fail({
    code: 'queue-address-wrong',
    where: { file: 'queue' },
    found,
    expected: 'the address of a Redis such as redis://host, or rediss://user:password@host:6380/0 with TLS',
    hint: 'Signs such as @ or / in a password are written %40 and %2F.',
  })
}
