import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { MAX_PRODUCT_NAME } from '../../../../../shared/domain/feedback/feedback.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'

export interface ProductFieldProps {
  readonly product: string
  readonly onProduct: (product: string) => void
}

/** Which product it is about; those that were named before are offered. */
export function ProductField({ product, onProduct }: ProductFieldProps) {
  const list = useId()
  const { rows } = useQuery('feedback.products', {})
  return (
    <>
      <TextInput
        label={t('Product')}
        placeholder={t('None')}
        dir="auto"
        list={list}
        maxLength={MAX_PRODUCT_NAME}
        value={product}
        onChange={(event) => onProduct(event.currentTarget.value)}
      />
      <datalist id={list}>
        {rows.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}
