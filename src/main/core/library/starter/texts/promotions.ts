import type { StarterFolder } from '../starter-reply.ts'

/** Codes that do not work, and people who would like one. Codes are asked for, because written down they grow old. */
export const promotions: StarterFolder = {
  folder: 'Promotions',
  replies: [
    {
      title: 'Your code does not work',
      shortcut: 'code-fails',
      tags: ['code', 'discount', 'checkout'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, a code that says no is no fun, so let us put that right. Here is a fresh one for you: {{ ask "New code" }}. It takes off the same as the one you had.',
        'Please type it without blanks, and only after everything is in your basket. If it still refuses, send me a picture of the checkout. The discount is yours in any case, and I can take it off by hand.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Un código que no funciona es una lata, así que vamos a arreglarlo. Aquí tienes uno nuevo: {{ ask "New code" }}. Descuenta lo mismo que el que tenías.',
        'Escríbelo sin espacios, por favor, cuando ya esté todo en tu cesta. Si aun así no lo acepta, mándanos una captura del pago. El descuento es tuyo en todo caso, y lo podemos aplicar a mano.'
      ]
    },
    {
      title: 'Can I combine two codes?',
      shortcut: 'combine',
      tags: ['code', 'discount', 'bundle'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, nicely tried! We cannot put two discounts on one order, and our bundle prices are as low as we can make them already.',
        'What does work: take the bundle now and keep the code for your next order. If you tell me what is in your basket, I will work out which way is cheaper for you. I like that kind of sum.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Buen intento! Dos descuentos en un mismo pedido no se pueden juntar, y los precios de los lotes ya son lo más bajos que podemos.',
        'Lo que sí funciona: llévate ahora el lote y guarda el código para tu próximo pedido. Si nos dices qué tienes en la cesta, calculamos qué te sale mejor. Nos gustan esas cuentas.'
      ]
    },
    {
      title: 'A code for you',
      shortcut: 'gift-code',
      tags: ['code', 'discount', 'welcome'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, with pleasure! Your code is {{ ask "Code" }}, and it takes {{ ask "How much off" }} off your next order. Enter it at the checkout, below the basket.',
        'It works once, and not together with other codes. If you are not sure yet what to pick, tell me who it is for, and I will tell you what people like to come back for.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Con mucho gusto! Tu código es {{ ask "Code" }} y te descuenta {{ ask "How much off" }} en tu próximo pedido. Escríbelo al pagar, debajo de la cesta.',
        'Vale una sola vez y no se puede juntar con otros códigos. Si aún no sabes qué elegir, cuéntanos para quién es y te diremos qué es lo que más repite la gente.',
        '{{ fragment "signature" }}'
      ]
    }
  ]
}
