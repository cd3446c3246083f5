import type { StarterFolder } from '../starter-reply.ts'

/** How it works, why it does not, and what to do when it came in pieces. */
export const product: StarterFolder = {
  folder: 'Product & technical',
  replies: [
    {
      title: 'Arrived damaged: please send a photo',
      shortcut: 'broken',
      tags: ['damage', 'photo', 'replacement'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, oh no, I am so sorry! Please mind your fingers, and leave the pieces and the box as they are for now.',
        'Could you send me one photo of the damage, one of the box, and your order number? That is all I need. You can then choose between a new one and your money back, and you will not have to send the pieces anywhere.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Ay, cuánto lo sentimos! Cuidado con los dedos, y de momento deja los trozos y la caja tal como están.',
        '¿Puedes mandarnos una foto del daño, una de la caja y tu número de pedido? No hace falta nada más. Después eliges entre uno nuevo y tu dinero de vuelta, y no tendrás que enviar los trozos a ninguna parte.'
      ]
    },
    {
      title: 'Candle burns a hole in the middle',
      shortcut: 'candle',
      tags: ['candle', 'wax', 'care'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, that can be saved! Wrap foil around the rim so that it covers the wall of wax and leaves a hole over the flame, then let the candle burn for two hours while you are in the room.',
        'From then on let it burn each time until the whole surface is liquid, and trim the wick to half a centimetre before you light it. If it does not recover, we will send you another one.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Eso tiene arreglo! Pon papel de aluminio en el borde, que cubra la pared de cera y deje un hueco sobre la llama, y deja arder la vela dos horas mientras estés en la habitación.',
        'A partir de ahí, deja que cada vez se funda toda la superficie y corta la mecha a medio centímetro antes de encenderla. Si no se recupera, te mandamos otra.'
      ]
    },
    {
      title: 'Can it go into the dishwasher?',
      shortcut: 'dishwasher',
      tags: ['ceramics', 'care', 'mug'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, good question! Plain glazed pieces are happy in the dishwasher on a gentle programme. Anything with a gold rim, or unglazed clay, is better washed by hand: heat and salt make the gold pale in time.',
        'Has yours been in there already? One round is rarely the end of it. Send me a photo and I will tell you honestly how it looks.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Buena pregunta! Las piezas esmaltadas lisas aguantan bien el lavavajillas con un programa suave. Las de borde dorado o barro sin esmaltar, mejor a mano: con el calor y la sal el dorado va perdiendo color.',
        '¿Ya ha pasado por ahí? Una vez no suele ser el final. Mándanos una foto y te decimos con sinceridad cómo la vemos.'
      ]
    },
    {
      title: 'How to brew this tea',
      shortcut: 'brew',
      tags: ['tea', 'brewing'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, this is how we make {{ ask "Name of the tea" }} ourselves: one heaped teaspoon for each cup, water at {{ ask "Degrees", type: "number" }} degrees, and {{ ask "Minutes", type: "number", default: 3 }} minutes in the pot. Then lift the leaves out, or it turns bitter.',
        'If you like it stronger, take more leaves rather than more time. Most of our teas are good for a second round, too. Tell me how it turned out!'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Así preparamos nosotros {{ ask "Name of the tea" }}: una cucharadita colmada por taza, agua a {{ ask "Degrees", type: "number" }} grados y {{ ask "Minutes", type: "number", default: 3 }} minutos de reposo. Después saca las hojas, o se pone amargo.',
        'Si te gusta más fuerte, mejor más hojas que más tiempo. Casi todos nuestros tés dan para una segunda vez. ¡Cuéntanos qué tal!'
      ]
    },
    {
      title: 'Something on our website does not work',
      shortcut: 'website',
      tags: ['website', 'bug', 'basket'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, thank you for describing it so well, that helps a lot. I have passed it to the person who looks after our website.',
        'Two things would help us to see it ourselves: which browser and device you use, and a picture of the screen at that moment. Until it is mended I can take your order right here: tell me what you would like, and I will send you a safe link for the payment.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Gracias por describirlo tan bien, nos ayuda mucho. Ya lo hemos pasado a quien cuida nuestra web.',
        'Dos cosas nos ayudarían a verlo: qué navegador y qué dispositivo usas, y una captura de la pantalla en ese momento. Hasta que esté arreglado, puedes hacer tu pedido aquí mismo: dinos qué te gustaría y te enviamos un enlace seguro para el pago.'
      ],
      actions: [{ kind: 'category', category: 'technical' }]
    },
    {
      title: 'Device does not work: please look at the sticker',
      shortcut: 'device',
      tags: ['device', 'warranty', 'safety'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, I am sorry that it lets you down. Please unplug it and do not open it: the warranty covers the repair, and the inside is not safe to touch.',
        'Could you send me a photo of the sticker underneath, your order number, and a sentence about what it does and does not do? With that I can arrange a replacement for you today.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Sentimos que no funcione como debería. Desenchúfalo, por favor, y no lo abras: la garantía cubre la reparación y por dentro no es seguro tocarlo.',
        '¿Puedes mandarnos una foto de la etiqueta de abajo, tu número de pedido y una frase sobre qué hace y qué no? Con eso podemos preparar hoy mismo un reemplazo.',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'category', category: 'technical' }]
    }
  ]
}
