import type { PromoChoiceRow } from '../../../shared/contract/promo-rows.ts'
import { canBeApproved, promoRefusals } from '../../../shared/domain/promo/eligibility.ts'
import { listCampaigns, rulesOf } from './campaign.ts'
import { approverNames } from './commands.ts'
import { type PromoPlace, readFacts } from './facts.ts'
import { poolCounts } from './overview.ts'
import type { PromoReading } from './queries.ts'
import * as sql from './sql.ts'

/** Campaigns for one customer: what can be given first, what is over not at all. */
export function readChoices({ db, clock, team }: PromoReading, place: PromoPlace): PromoChoiceRow[] {
  const me = team.me()
  const teams = team.groupsOf(me)
  const counts = poolCounts(db)
  const now = clock.now()
  const rows = listCampaigns(db)
    .filter(({ endedAt, until }) => endedAt === null && (until === null || until > now))
    .map((campaign): PromoChoiceRow => {
      const { content } = campaign
      const facts = readFacts(db, campaign, place, teams, now)
      const refusals = promoRefusals(rulesOf(campaign), facts)
      const helps = refusals.length > 0 && refusals.every(canBeApproved)
      return {
        id: campaign.id,
        name: content.name,
        gives: content.gives,
        terms: content.terms,
        texts: content.texts,
        until: campaign.until,
        left: content.sharedCode === null ? (counts.get(campaign.key)?.free ?? 0) : null,
        refusals,
        approvers: helps ? approverNames(team, content.approvers) : [],
        mayApprove: helps && content.approvers.includes(me),
        approved: facts.approved,
        tagNames: content.tags.flatMap((tag) => db.get<{ name: string }>(sql.TAG_NAME, tag)?.name ?? [])
      }
    })
  return rows.toSorted((a, b) => Number(a.refusals.length > 0) - Number(b.refusals.length > 0))
}
