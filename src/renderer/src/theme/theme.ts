import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  InputWrapper,
  type MantineColorsTuple,
  Tooltip
} from '@mantine/core'
import { t } from '../i18n/t.ts'

const accent: MantineColorsTuple = [
  '#eef2fe',
  '#dbe3fc',
  '#b9c8f9',
  '#93a9f5',
  '#7290f1',
  '#5676e8',
  '#3557d4',
  '#4565dd',
  '#2844b0',
  '#203890'
]

/** Mantine's own dark greys are warmer than ours: fields and menus would stand out by their colour. Text to ground. */
const dark: MantineColorsTuple = [
  '#ececf0',
  '#c6c8d1',
  '#adafb9',
  '#8b8d97',
  '#3d4049',
  '#2d3037',
  '#1f2126',
  '#17181c',
  '#141519',
  '#111215'
]

/** Sizes, type and component habits; the colours are in tokens.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 7 },
  colors: { accent, dark },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'default',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Button: Button.extend({ defaultProps: { size: 'xs' }, styles: { root: { fontWeight: 550 } } }),
    InputWrapper: InputWrapper.extend({
      styles: { label: { marginBottom: 4 }, description: { fontSize: 'var(--mantine-font-size-sm)' } }
    }),
    // Inside the main landmark, where a screen reader looks for content; see AppFrame.
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, portalProps: { target: '#tips' } }
    }),
    // There at once and gone at once: keys pressed during a fade would go nowhere.
    Modal: {
      defaultProps: () => ({
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: closeLabel()
      }),
      styles: {
        title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600, lineHeight: 1.35, overflowWrap: 'anywhere' }
      }
    },
    Notification: { defaultProps: () => ({ closeButtonProps: closeLabel(), withBorder: true }) },
    Drawer: { defaultProps: () => ({ transitionProps: { duration: 80 }, closeButtonProps: closeLabel() }) }
  }
})

/** In the language of the moment. */
function closeLabel() {
  return { 'aria-label': t('Close') }
}

/** Points Mantine's own variables at our tokens, so that there is one ramp in the whole console. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-dim)',
    '--mantine-color-placeholder': 'var(--text-faint)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--breached)',
    '--mantine-color-default': 'var(--surface-raised)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled-color': 'var(--text-faint)',
    '--mantine-color-gray-light-hover': 'var(--surface-hover)',
    '--mantine-color-gray-light-color': 'var(--text-dim)',
    '--mantine-color-accent-light-color': 'var(--accent-text)',
    '--mantine-color-accent-light': 'var(--accent-soft)'
  }
  return { variables: {}, light: shared, dark: shared }
}
