import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { OpenWeb, WebAnswer } from '../core/deps.ts'
import { isPublicAddress } from './public-address.ts'

type Resolve = (
  hostname: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
) => void

/** What only tests bring. */
interface OpenWebParts {
  readonly resolve?: Resolve
  readonly isPublic?: (address: string) => boolean
}

const PRIVATE = 'EPRIVATE'
/** A name that the system has no address for; when it could not ask, it says something else (EAI_AGAIN). */
const NO_HOST = 'ENOTFOUND'
const CERTIFICATE = /CERT|^UNABLE_TO_|_ALTNAME_/u

/**
 * The open internet by https. The addresses of a name are checked where the connection looks them up, and the connection
 * is made to them and no others: a name that says something else a moment later leads nowhere. No cookies, no sign-in, no
 * proxy, and each connection is used once.
 */
export function createOpenWeb({ resolve = systemLookup, isPublic = isPublicAddress }: OpenWebParts = {}): OpenWeb {
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error !== null) done(error, '')
      else if (first === undefined) done(coded(NO_HOST), '')
      // One that leads inside is enough: such a name is not asked at all.
      else if (!addresses.every(({ address }) => isPublic(address))) done(coded(PRIVATE), '')
      else if (options.all === true) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }

  return {
    ask({ url, method, headers, signal }) {
      const { protocol, hostname, username, password } = url
      const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
      // An address is connected to without being looked up.
      if (protocol !== 'https:' || username !== '' || password !== '' || (isIP(host) !== 0 && !isPublic(host))) {
        return Promise.resolve({ kind: 'private' })
      }
      return new Promise((settle) => {
        const sent = request(url, { method, headers, signal, lookup, agent: false })
        sent.on('response', (response) => {
          settle({ kind: 'answer', status: response.statusCode ?? 0, location: response.headers.location ?? null })
          // The body is nobody's business.
          sent.destroy()
        })
        sent.on('error', (error: NodeJS.ErrnoException) => settle(failure(error.code ?? '')))
        sent.on('close', () => settle({ kind: 'no-answer' }))
        sent.end()
      })
    }
  }
}

function failure(code: string): WebAnswer {
  if (code === NO_HOST) return { kind: 'no-host' }
  if (code === PRIVATE) return { kind: 'private' }
  return CERTIFICATE.test(code) ? { kind: 'certificate' } : { kind: 'no-answer' }
}

function coded(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}
