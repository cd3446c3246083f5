import { type CheckedText, type Finding, finding, type FindingKind, type Fix, type Span } from './rule.ts'

/** Anything that is meant to be a link, well written or not. */
const LINK = /(?<![a-z0-9/])(?:https?:\s?\/\/\s?|h{1,2}t{1,3}ps?:?\/{1,3}|www\.)[^\s<>"“”„»«]*/giu
/** Signs that end a sentence, and stand behind a link rather than in it. */
const BEHIND = /[.,;:!?'’、。！？，]+$/u
const WELL_FORMED = /^https?:\/\//iu
const CUT = /(?:…|\.{3})$/u

/** Hosts that nobody outside the house reaches. */
const LOCAL_NAME = /^localhost$|\.(?:localhost|local|internal|intranet|corp|lan|home|test|invalid|example)$/u
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/u

/**
 * Links that do not work for the customer: not encrypted, cut off, misspelt, or inside the house. Nothing is asked of
 * the network: whether a page still exists is not known here.
 */
export function findLinks({ text }: CheckedText): Finding[] {
  return [...text.matchAll(LINK)].flatMap(({ 0: found, index }) => {
    const judged = judge(found)
    if (judged === null) return []
    const { kind, link, fixed } = judged
    const span: Span = [index, index + link.length]
    const fix: Fix | null = fixed === null ? null : { span, text: fixed }
    return [finding('link', kind, [span], link, { fix })]
  })
}

function judge(found: string): { kind: FindingKind; link: string; fixed: string | null } | null {
  if (CUT.test(found)) return { kind: 'broken-link', link: found, fixed: null }
  const link = balanced(found.replace(BEHIND, ''))
  const scheme = WELL_FORMED.exec(link)?.[0]
  if (scheme === undefined) {
    if (/^www\./iu.test(link))
      return isHost(hostOf(`https://${link}`)) ? null : { kind: 'broken-link', link, fixed: null }
    return { kind: 'broken-link', link, fixed: mended(link) }
  }
  const host = hostOf(link)
  if (host !== null && isLocal(host)) return { kind: 'local-link', link, fixed: null }
  if (!isHost(host) || opened(link) !== 0) return { kind: 'broken-link', link, fixed: null }
  return scheme.toLowerCase() === 'http://'
    ? { kind: 'http-link', link, fixed: `https://${link.slice(scheme.length)}` }
    : null
}

/** How many brackets are open at the end. */
function opened(link: string): number {
  return link.split('(').length - link.split(')').length
}

/** A bracket behind a link that was opened before it belongs to the sentence. */
function balanced(link: string): string {
  let rest = link
  while (opened(rest) < 0 && rest.endsWith(')')) rest = rest.slice(0, -1).replace(BEHIND, '')
  return rest
}

/** `htps://` and `https:/` were meant to be `https://`. */
function mended(link: string): string | null {
  const fixed = link.replace(/^h+t+ps?:?\/+/iu, 'https://')
  return isHost(hostOf(fixed)) ? fixed : null
}

function hostOf(link: string): string | null {
  const written = /^https?:\/\/([^/?#]*)/iu.exec(link)?.[1] ?? ''
  const host = written
    .replace(/^[^@]*@/u, '')
    .replace(/:\d*$/u, '')
    .toLowerCase()
  return host === '' ? null : host
}

function isHost(host: string | null): boolean {
  if (host === null || host.length > 253) return false
  const labels = host.split('.')
  return (
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(label)) &&
    /^(?:\p{L}[\p{L}\p{M}\p{N}-]+)$/u.test(labels.at(-1) ?? '')
  )
}

/** A number for a host works for nobody who is not in the same network, or leads past the certificate. */
function isLocal(host: string): boolean {
  return LOCAL_NAME.test(host) || IPV4.test(host) || host.startsWith('[') || /^[\p{L}\p{N}-]+$/u.test(host)
}
