import {
  type ExampleGroup,
  type TemplateExample,
  templateExamples
} from '../../../../../shared/domain/library/template/placeholder-list.ts'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import classes from './PlaceholderGuide.module.css'

const groupTitles: Readonly<Record<ExampleGroup, Message>> = {
  names: msg('Filled in by itself'),
  filters: msg('Written in another way'),
  questions: msg('Asked when it is inserted'),
  parts: msg('Parts, and where the cursor goes'),
  conditions: msg('Only if something is so')
}

/** Everything that can stand in a canned reply, with what it becomes, on one screen. */
export function PlaceholderGuide({ onClose }: { readonly onClose: () => void }) {
  const groups = Map.groupBy(templateExamples, ({ group }) => group)
  return (
    <Dialog title={t('Guide to placeholders')} size={1080} yOffset="5vh" onClose={onClose}>
      <p className={classes.intro}>
        {t(
          'What stands in braces is filled in when a reply is inserted; “fallback” says what stands there when nothing is known. What could not be filled in stays visible, and the send check keeps it from leaving. The examples are for Ana Silva, who writes to Acme and is answered by Ben Ito.'
        )}
      </p>
      <div className={classes.columns} data-autofocus tabIndex={0} role="group" aria-label={t('Examples')}>
        {[...groups].map(([group, examples]) => (
          <Group key={group} title={t(groupTitles[group])} examples={examples} />
        ))}
      </div>
    </Dialog>
  )
}

function Group({ title, examples }: { readonly title: string; readonly examples: readonly TemplateExample[] }) {
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {examples.map(({ source, shows }) => (
          <div key={source} className={classes.entry}>
            <dt>
              <code dir="ltr">{source}</code>
            </dt>
            <dd>
              <bdi>{shows}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
