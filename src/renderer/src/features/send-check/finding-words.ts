import { assertNever } from '../../../../shared/assert-never.ts'
import type { Finding } from '../../../../shared/domain/send-check/rule.ts'
import { locale } from '../../i18n/language.ts'
import { t } from '../../i18n/t.ts'
import { plainText } from '../../ui/plain-text.ts'

/** What a finding says: what is the matter, and what to do about it. */
export interface FindingWords {
  readonly title: string
  readonly advice: string
  /** What the quick fix does; null when there is none. */
  readonly fix: string | null
}

function languageName(code: string): string {
  return new Intl.DisplayNames([locale()], { type: 'language', fallback: 'code' }).of(code) ?? code
}

export function findingWords(found: Finding): FindingWords {
  const { detail, expected, why } = found
  const fix = found.fix?.text ?? null
  switch (found.kind) {
    case 'placeholder':
      return {
        title: t('“{detail}” is not filled in', { detail }),
        advice: t('Write what belongs there, or take it out.'),
        fix: null
      }
    case 'leftover':
      return {
        title: t('“{detail}” stands where a word should be', { detail }),
        advice: t('Write what belongs there.'),
        fix: null
      }
    case 'blank-greeting':
      return {
        title: t('“{detail}” greets nobody', { detail }),
        advice: t('Add the name, or leave no room for one.'),
        fix: null
      }
    case 'greets-other':
    case 'names-other':
      return {
        title: t('“{detail}” is somebody else', { detail }),
        advice:
          expected === ''
            ? t('Check whom you write to.')
            : t('This conversation is with {name}. Check the name.', { name: expected }),
        fix: null
      }
    case 'card':
      return {
        title: t('Card number {detail}', { detail }),
        advice: t('Take it out: messages are kept and copied.'),
        fix: t('Keep its end only')
      }
    case 'iban':
      return {
        title: t('Bank account {detail}', { detail }),
        advice: t('Take it out, or keep its end only.'),
        fix: t('Keep its end only')
      }
    case 'password':
      return {
        title: t('A password, in clear'),
        advice: t('Take it out and let the customer choose a new one.'),
        fix: null
      }
    case 'asks-for-secret':
      return {
        title: t('Asks for: {detail}', { detail }),
        advice: t('Never ask for that in a message. Point to a safe page.'),
        fix: null
      }
    case 'http-link':
      return { title: t('The link is not encrypted'), advice: t('Use https.'), fix: t('Use https') }
    case 'local-link':
      return {
        title: t('The link leads nowhere for the customer'),
        advice: t('It works inside your network only.'),
        fix: null
      }
    case 'broken-link':
      return {
        title: t('The link is broken'),
        advice: t('It is cut off or misspelt. Copy it again.'),
        fix: fix === null ? null : t('Make it {fix}', { fix })
      }
    case 'unanswered':
      return { title: t('Unanswered: “{detail}”', { detail }), advice: unansweredAdvice(expected), fix: null }
    case 'other-language':
      return {
        title: t('This is {language}', { language: languageName(detail) }),
        advice: t('The customer writes {language}.', { language: languageName(expected) }),
        fix: null
      }
    case 'voice':
      return {
        title: t('“{detail}” is not how we speak', { detail }),
        advice:
          [why, expected === '' ? '' : t('Say “{word}”.', { word: expected })]
            .filter((part) => part !== '')
            .join(' ') || t('Say it another way.'),
        fix: fix === null ? null : t('Say “{word}”', { word: fix })
      }
    case 'shouting':
      return {
        title: t('This shouts'),
        advice: t('Say it calmly.'),
        fix: fix === null ? null : t('Make it “{fix}”', { fix })
      }
    case 'no-greeting':
      return { title: t('No greeting'), advice: t('It is your first message to this customer: say hello.'), fix: null }
    case 'promo-code':
      return {
        title: t('The code {detail} is not for this customer', { detail }),
        advice: promoAdvice(why, expected),
        fix: null
      }
    case 'too-long':
      return {
        title: t('{count, plural, one {# character is} other {# characters are}} a long read', {
          count: Number(detail)
        }),
        advice: t('Say less, or send two messages.'),
        fix: null
      }
    default:
      return assertNever(found.kind)
  }
}

/** @param why see core/promos/gate.ts @param holder whose it is */
function promoAdvice(why: string, holder: string): string {
  switch (why) {
    case 'other-customer':
      return holder === ''
        ? t('It is another customer’s. Take it out and insert one with %.')
        : t('It is {name}’s. Take it out and insert one with %.', { name: plainText(holder) })
    case 'expired':
      return t('It does not work any more. Take it out and insert another one with %.')
    case 'revoked':
      return t('It was revoked. Take it out and insert another one with %.')
    default:
      return t('It is not kept for anybody. Take it out and insert one with %.')
  }
}

function unansweredAdvice(asked: string): string {
  if (asked === 'time') return t('They ask when, and the reply names no time.')
  return asked === 'amount'
    ? t('They ask how much, and the reply names no price.')
    : t('The reply has no answer to it.')
}
