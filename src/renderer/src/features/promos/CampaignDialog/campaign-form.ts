import type { PromoCampaign } from '../../../../../shared/domain/promo/campaign.ts'
import { ownTimeZone } from '../../../../../shared/domain/time-zone.ts'

export const givesKinds = ['percent', 'amount', 'free-shipping', 'text'] as const
export type GivesKind = (typeof givesKinds)[number]

/** A campaign while it is written: everything as it is typed. */
export interface CampaignForm {
  readonly name: string
  readonly gives: GivesKind
  readonly percent: string
  readonly amount: string
  readonly currency: string
  readonly givesText: string
  readonly terms: string
  readonly from: string
  readonly until: string
  readonly zone: string
  readonly giver: 'everyone' | 'team' | 'approval'
  readonly team: string
  readonly approvers: readonly string[]
  readonly once: PromoCampaign['once']
  readonly firstContact: boolean
  readonly tags: readonly string[]
  readonly minDays: string
  readonly daily: string
  readonly total: string
  readonly shared: boolean
  readonly sharedCode: string
  readonly texts: PromoCampaign['texts']
}

export function formOf(content: PromoCampaign | null): CampaignForm {
  const gives = content?.gives ?? { kind: 'percent', percent: 10 }
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value)
  return {
    name: content?.name ?? '',
    gives: gives.kind,
    percent: gives.kind === 'percent' ? String(gives.percent) : '10',
    amount: gives.kind === 'amount' ? gives.amount : '',
    currency: gives.kind === 'amount' ? gives.currency : 'EUR',
    givesText: gives.kind === 'text' ? gives.text : '',
    terms: content?.terms ?? '',
    from: content?.from ?? '',
    until: content?.until ?? '',
    zone: content?.zone ?? ownTimeZone(),
    giver: content?.giver.kind ?? 'everyone',
    team: content?.giver.kind === 'team' ? content.giver.team : '',
    approvers: content?.approvers ?? [],
    once: content?.once ?? 'customer',
    firstContact: content?.firstContact ?? false,
    tags: content?.tags ?? [],
    minDays: number(content?.minDays),
    daily: number(content?.daily),
    total: number(content?.total),
    shared: content !== null && content.sharedCode !== null,
    sharedCode: content?.sharedCode ?? '',
    texts: content?.texts ?? [{ language: '', text: '' }]
  }
}

/** What is saved. A number that is none is NaN, which the contract refuses in words. */
export function contentOf(form: CampaignForm): PromoCampaign {
  const number = (text: string): number | null => (text.trim() === '' ? null : Number(text.replace(',', '.')))
  return {
    name: form.name,
    gives: givesOf(form),
    terms: form.terms,
    from: form.from === '' ? null : form.from,
    until: form.until === '' ? null : form.until,
    zone: form.zone,
    giver: form.giver === 'team' ? { kind: 'team', team: form.team } : { kind: form.giver },
    approvers: [...form.approvers],
    once: form.once,
    firstContact: form.firstContact,
    tags: [...form.tags],
    minDays: number(form.minDays),
    daily: number(form.daily),
    total: number(form.total),
    sharedCode: form.shared ? form.sharedCode : null,
    texts: form.texts.filter(({ text }) => text.trim() !== '')
  }
}

function givesOf(form: CampaignForm): PromoCampaign['gives'] {
  switch (form.gives) {
    case 'percent':
      return { kind: 'percent', percent: Number(form.percent.replace(',', '.')) }
    case 'amount':
      return {
        kind: 'amount',
        amount: form.amount.trim().replace(',', '.'),
        currency: form.currency.trim().toUpperCase()
      }
    case 'free-shipping':
      return { kind: 'free-shipping' }
    case 'text':
      return { kind: 'text', text: form.givesText }
  }
}
