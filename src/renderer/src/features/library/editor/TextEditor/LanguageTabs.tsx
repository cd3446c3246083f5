import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconLanguage, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { Picker } from '../../../../ui/Picker/Picker.tsx'
import { languageName } from '../../library-words.ts'
import { offeredLanguages, typedLanguage } from '../languages.ts'
import type { ReplyForm } from '../reply-form.ts'
import classes from './TextEditor.module.css'

export interface LanguageTabsProps {
  readonly form: ReplyForm
  /** Null: the main text. */
  readonly shown: string | null
  /** Languages with a mistake; null for the main text. */
  readonly broken: ReadonlySet<string | null>
  readonly onShow: (language: string | null) => void
  readonly onForm: (form: ReplyForm) => void
}

const MAIN = ''

/** In which languages a reply is there: one is shown, others can be added and taken away. */
export function LanguageTabs({ form, shown, broken, onShow, onForm }: LanguageTabsProps) {
  const [picking, setPicking] = useState<'main' | 'new' | null>(null)
  const languages = form.variants.map(({ language }) => language)
  const outdated = new Set(form.variants.filter((variant) => variant.outdated).map(({ language }) => language))
  const mainName = form.language === '' ? t('Any language') : languageName(form.language)

  function choose(language: string): void {
    if (picking === 'main') onForm({ ...form, language })
    else {
      onForm({ ...form, variants: [...form.variants, { language, body: form.body, outdated: true }] })
      onShow(language)
    }
    setPicking(null)
  }

  function remove(language: string): void {
    onForm({ ...form, variants: form.variants.filter((variant) => variant.language !== language) })
    onShow(null)
  }

  return (
    <div className={classes.tabs}>
      <SegmentedControl
        size="xs"
        aria-label={t('Language of the text')}
        data={[
          { value: MAIN, label: <TabLabel name={mainName} broken={broken.has(null)} outdated={false} /> },
          ...languages.map((language) => ({
            value: language,
            label: (
              <TabLabel name={languageName(language)} broken={broken.has(language)} outdated={outdated.has(language)} />
            )
          }))
        ]}
        value={shown ?? MAIN}
        onChange={(value) => onShow(value === MAIN ? null : value)}
      />
      <Tooltip label={t('Add a language')}>
        <ActionIcon aria-label={t('Add a language')} onClick={() => setPicking('new')}>
          <IconPlus size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      {shown === null ? (
        <Tooltip label={t('Which language this text is in')}>
          <ActionIcon aria-label={t('Which language this text is in')} onClick={() => setPicking('main')}>
            <IconLanguage size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Tooltip label={t('Remove {language}', { language: languageName(shown) })}>
          <ActionIcon
            aria-label={t('Remove {language}', { language: languageName(shown) })}
            onClick={() => remove(shown)}
          >
            <IconTrash size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
      {shown !== null && outdated.has(shown) ? (
        <span className={classes.outdated}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden="true" /> {t('Out of date')}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              onForm({
                ...form,
                variants: form.variants.map((variant) =>
                  variant.language === shown ? { ...variant, outdated: false } : variant
                )
              })
            }
          >
            {t('It is still right')}
          </Button>
        </span>
      ) : null}
      {picking === null ? null : (
        <Picker
          label={picking === 'main' ? t('Which language this text is in') : t('Add a language')}
          placeholder={t('A language, or its code: pt-BR')}
          options={[
            ...(picking === 'main' ? [{ id: MAIN, label: t('Any language') }] : []),
            ...offeredLanguages([...languages, form.language]).map((language) => ({
              id: language,
              label: languageName(language),
              hint: language
            }))
          ]}
          offer={(typed) => {
            const language = typedLanguage(typed)
            if (language === null || [...languages, form.language].includes(language)) return []
            return [{ id: language, label: languageName(language), hint: language }]
          }}
          nothing={(typed) => t('No language is called “{typed}”.', { typed })}
          onPick={choose}
          onClose={() => setPicking(null)}
        />
      )}
    </div>
  )
}

interface TabLabelProps {
  readonly name: string
  readonly broken: boolean
  readonly outdated: boolean
}

function TabLabel({ name, broken, outdated }: TabLabelProps) {
  return (
    <span className={classes.tab}>
      {name}
      {broken ? (
        <span className={classes.broken}>
          <IconAlertTriangle size={12} stroke={2} aria-label={t('Has a mistake')} />
        </span>
      ) : null}
      {outdated ? (
        <span className={classes.old}>
          <IconLanguage size={12} stroke={2} aria-label={t('Out of date')} />
        </span>
      ) : null}
    </span>
  )
}
