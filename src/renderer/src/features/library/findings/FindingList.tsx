import { UnstyledButton } from '@mantine/core'
import { type FindingKind, findingKinds } from '../../../../../shared/domain/library/finding.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import tree from '../LibraryView/FolderTree.module.css'
import { findingWords } from './finding-words.ts'
import classes from './Findings.module.css'

export interface FindingListProps {
  /** How many replies have it; kinds that none has are missing. */
  readonly counts: ReadonlyMap<FindingKind, number>
  readonly current: FindingKind | null
  readonly onChoose: (kind: FindingKind | null) => void
}

/** What is worth a look in the library. Each lists the replies it is about; once more lists all again. */
export function FindingList({ counts, current, onChoose }: FindingListProps) {
  const shown = findingKinds.filter((kind) => kind === current || counts.has(kind))
  if (shown.length === 0) return null
  return (
    <div className={classes.group} role="group" aria-labelledby="worth-a-look">
      <h3 id="worth-a-look" className={classes.heading}>
        {t('Worth a look')}
      </h3>
      {shown.map((kind) => (
        <UnstyledButton
          key={kind}
          className={tree.item}
          aria-pressed={kind === current}
          onClick={() => onChoose(kind === current ? null : kind)}
        >
          <span className={tree.name}>{t(findingWords[kind])}</span>
          <span className={tree.count}>{formatCount(counts.get(kind) ?? 0)}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}
