import type { StarterFolder } from '../starter-reply.ts'

/** Money that was taken twice, not taken at all, or has to be on paper. */
export const billing: StarterFolder = {
  folder: 'Billing',
  replies: [
    {
      title: 'Charged twice',
      shortcut: 'twice',
      tags: ['charge', 'card', 'refund'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, thank you for writing straight away. I see both charges for order {{ ask "Order number" }}, and one of them is ours to give back.',
        'I have just refunded {{ ask "Amount" }} to the same card. It may show as pending for a while, and is with you in three to five working days. I am sorry for the fright!',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Gracias por escribir enseguida. Vemos los dos cobros del pedido {{ ask "Order number" }}, y uno de ellos te lo tenemos que devolver.',
        'Acabamos de devolver {{ ask "Amount" }} a la misma tarjeta. Puede aparecer como pendiente un tiempo y la tendrás en tres a cinco días laborables. ¡Perdona el susto!',
        '{{ fragment "signature" }}'
      ],
      actions: [
        { kind: 'tag', name: 'refund' },
        { kind: 'category', category: 'billing' }
      ]
    },
    {
      title: 'Invoice with company details',
      shortcut: 'invoice',
      tags: ['invoice', 'vat', 'company'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, gladly! For a proper invoice I need three things from you: the order number, the company name with its address, and the VAT number that should be on it.',
        'The invoice is in your inbox within one working day after that. If something on an earlier one is wrong, tell me what, and the new one replaces it.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Con mucho gusto! Para hacer bien la factura necesitamos tres cosas: el número de pedido, el nombre de la empresa con su dirección y el número de IVA que debe figurar.',
        'Después la tendrás en tu correo en un día laborable. Si hay algo mal en una anterior, dinos qué es y la nueva la sustituye.',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'category', category: 'billing' }]
    },
    {
      title: 'Card was declined',
      shortcut: 'declined',
      tags: ['card', 'payment', 'checkout'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, that is annoying, and it is rarely your fault. Most of the time the billing address is spelled differently from the one at the bank, or the bank wants you to confirm the payment in its app.',
        'Could you check both and try once more? The other ways to pay at the checkout work as well.',
        '{{ fragment "keep-safe" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Es un fastidio, y casi nunca es culpa tuya. Casi siempre la dirección de facturación no coincide con la del banco, o el banco quiere que confirmes el pago en su aplicación.',
        '¿Puedes revisar las dos cosas y probar otra vez? También funcionan las otras formas de pago.',
        '{{ fragment "keep-safe" }}'
      ],
      actions: [{ kind: 'category', category: 'billing' }]
    },
    {
      title: 'Subscription is cancelled',
      shortcut: 'subscription',
      tags: ['subscription', 'cancel', 'refund'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, the short answer first: yes, your subscription is cancelled, and it stays cancelled. No further charge will follow.',
        'The last charge of {{ ask "Amount" }} should not have happened. I have refunded it today, and you will see it in three to five working days. I am sorry that you had to ask us twice.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Primero lo importante: sí, tu suscripción está cancelada y seguirá cancelada. No habrá ningún otro cobro.',
        'El último cobro, de {{ ask "Amount" }}, no tenía que haberse hecho. Lo hemos reembolsado hoy y lo verás en tres a cinco días laborables. Sentimos que hayas tenido que pedirlo dos veces.',
        '{{ fragment "signature" }}'
      ],
      actions: [
        { kind: 'tag', name: 'refund' },
        { kind: 'category', category: 'billing' }
      ]
    }
  ]
}
