import { type Message, msg } from '../../../../shared/i18n/message.ts'
import type { SendCheckRule } from '../../../../shared/domain/send-check/rule.ts'

/** The rules as the lead sees them. `{braces}` stands for what a template has in braces. */
export const ruleWords: Readonly<Record<SendCheckRule, { readonly title: Message; readonly what: Message }>> = {
  placeholder: {
    title: msg('Unfilled placeholder'),
    what: msg('{braces}, [ORDER], XXX, “Hi ,” and other traces of a template')
  },
  'other-customer': {
    title: msg('Another customer’s name'),
    what: msg('A greeting for somebody else, or another customer’s full name')
  },
  'personal-data': {
    title: msg('Personal data'),
    what: msg('Card numbers, bank accounts and passwords, and asking for them')
  },
  link: {
    title: msg('Broken or open link'),
    what: msg('http, misspelt or cut off, or inside your network. No page is visited')
  },
  'unanswered-question': {
    title: msg('Unanswered question'),
    what: msg('Thanks alone, or no time or price where one was asked for')
  },
  language: { title: msg('Wrong language'), what: msg('Another language than any the customer has used') },
  voice: { title: msg('Off our voice'), what: msg('Words of the list below') },
  shouting: { title: msg('Shouting'), what: msg('Sentences in capitals, rows of exclamation marks') },
  greeting: { title: msg('No greeting'), what: msg('A first message to a customer without a hello') },
  length: { title: msg('Too long'), what: msg('More than about 100 words') }
}
