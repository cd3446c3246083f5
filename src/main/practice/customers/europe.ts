import { withPicture } from './attach.ts'
import type { CustomerScript } from './script.ts'

/** German, Spanish, French, Portuguese, Italian and Turkish. */
export const europeanCustomers: readonly CustomerScript[] = [
  {
    username: 'jutta_brenner',
    name: 'Jutta Brenner',
    bio: 'Gärtnerin, Vielleserin, Teetrinkerin',
    location: 'Göttingen',
    joined: '2012-08-08',
    language: 'de',
    past: [
      [
        'them',
        '33m',
        'Guten Tag, in meinem Paket fehlt das Teesieb, obwohl es auf dem Lieferschein steht. Bestellung {order}.'
      ],
      ['them', '31m', 'Der Rest ist wunderschön verpackt, vielen Dank dafür!']
    ],
    replies: [
      { when: 'replaces', say: 'Das wäre sehr nett. Ein normaler Brief reicht völlig, es ist ja nur das Sieb.' },
      { when: 'ships', say: 'Prima, dann warte ich auf den Postboten.' },
      { when: 'asks-photo', say: withPicture('Hier der Lieferschein', 'receipt', 55) }
    ],
    otherwise: ['Ich schreibe auch gern auf Englisch, wenn es leichter ist.'],
    nudges: ['Ist heute noch jemand da?'],
    returns: ['Das Sieb ist da. Der erste Tee war perfekt. Herzlichen Dank!']
  },
  {
    username: 'kai_uwe_lorenz',
    name: 'Kai-Uwe Lorenz',
    bio: 'IT-Leiter. Ordnung muss sein.',
    location: 'Straßburg / Kehl',
    joined: '2010-03-31',
    language: 'de',
    past: [
      ['them', '4d 5h', 'Die Rechnung weist 19 % aus, geliefert wurde nach Frankreich. Bitte korrigieren.'],
      [
        'shop',
        '4d 3h',
        'Guten Tag Herr Lorenz, Sie haben recht, bitte entschuldigen Sie. Die korrigierte Rechnung ist in Ihrem Postfach.'
      ],
      ['them', '4d 2h', 'Erhalten und geprüft. Danke für die schnelle Erledigung.']
    ],
    settled: true,
    returns: ['Die neue Rechnung hat wieder 19 %. Offenbar liegt es an meinem Kundenkonto. Bitte dort ändern.']
  },
  {
    username: 'lucia_enrique',
    name: 'Lucía Enríquez',
    bio: 'Madre, maestra y medio jardinera',
    location: 'Valencia',
    joined: '2015-01-25',
    language: 'es',
    past: [
      [
        'them',
        '1h 5m',
        '¡Hola! ¿La vela de romero se puede encender en un baño pequeño sin ventana? Tengo asma y no quiero arriesgarme.'
      ]
    ],
    replies: [
      { when: 'refuses', say: 'Entiendo, gracias por la sinceridad. ¿Hay alguna sin perfume?' },
      { when: 'shares-link', say: '¡Qué bonita! La pido ahora mismo.' },
      { when: 'anything', say: 'Muy bien, abriré la puerta mientras esté encendida. ¡Gracias!' }
    ],
    nudges: ['¿Hay alguien por ahí? 🙂']
  },
  {
    username: 'martin_zubiri',
    name: 'Martín Zubiri',
    bio: 'Cocinero. Hincha sufrido.',
    location: 'Montevideo',
    joined: '2013-11-07',
    language: 'es',
    opens: [
      'Buenas, me cobraron el envío dos veces en el pedido {order}, ¿me lo pueden revisar?',
      'Son 12 dólares, pero con el cambio acá es una cena.'
    ],
    replies: [
      { when: 'refunds', say: '¡Bárbaro! ¿Vuelve a la misma tarjeta?' },
      { when: 'waits', say: 'Dale, tranqui.' }
    ],
    otherwise: ['¿Y el segundo cobro queda anulado entonces?']
  },
  {
    username: 'capucine_fl',
    name: 'Capucine Flamand',
    bio: 'Illustratrice · thé noir · chat roux',
    location: 'Nantes',
    joined: '2016-06-21',
    language: 'fr',
    past: [
      [
        'them',
        '7h 10m',
        'Bonjour, la tasse reçue est verte alors que j’avais commandé la bleue (commande {order}). Elle est jolie aussi, mais c’est pour compléter un service.'
      ],
      ['them', '7h 5m', withPicture('La voici', 'mug', 92)]
    ],
    replies: [
      { when: 'replaces', say: 'Parfait, je garde la verte en attendant ? Ou je vous la renvoie ?' },
      { when: 'ships', say: 'Très bien, je la déposerai au point relais demain.' }
    ],
    otherwise: ['D’accord, dites-moi simplement ce que je dois faire.'],
    nudges: ['Bonsoir, avez-vous pu regarder pour la tasse ?']
  },
  {
    username: 'baptiste_roy',
    name: 'Baptiste Roy',
    bio: 'Libraire',
    location: 'Québec',
    joined: '2018-04-18',
    language: 'fr',
    past: [
      ['them', '15d 6h', 'Avez-vous des thés sans théine pour le soir ?'],
      [
        'shop',
        '15d 5h',
        'Bonjour Baptiste ! Oui : la verveine et le rooibos fumé. https://junipervale.example/the/sans-theine'
      ],
      ['them', '15d 4h', 'Merci beaucoup, je prends les deux.']
    ],
    settled: true
  },
  {
    username: 'ana_silva_cr',
    name: 'Ana Silva',
    bio: 'Arquiteta. Café de manhã, chá à noite.',
    location: 'Curitiba',
    joined: '2014-05-05',
    language: 'pt',
    past: [
      ['them', '21m', 'Oi! Cadê o meu pedido? {order}, era para chegar na segunda 😕'],
      ['them', '19m', 'É presente para a minha mãe']
    ],
    replies: [
      { when: ['ships', 'shares-link'], say: ['Ah, já está em Curitiba! Que alívio.', 'Obrigada pela atenção 💛'] },
      { when: 'refunds', say: 'Prefiro esperar mais uns dias, pode ser?' }
    ],
    otherwise: ['Mas chega até sexta?'],
    nudges: ['Alguém pode me ajudar?'],
    returns: ['Chegou! Minha mãe amou a chaleira. Muito obrigada!']
  },
  {
    username: 'tomas_vaz',
    name: 'Tomás Vaz',
    bio: 'Surf e burocracia',
    location: 'Ericeira',
    joined: '2019-12-01',
    language: 'pt',
    opens: ['Boa tarde, o site não aceita o meu código postal (2655-000). Diz sempre "inválido".'],
    replies: [
      { when: 'asks-photo', say: withPicture('É isto que aparece', 'receipt', 61) },
      { when: 'shares-link', say: 'Por aí funcionou, obrigado!' }
    ],
    otherwise: ['Já tentei com e sem o hífen.']
  },
  {
    username: 'elio_marchetti',
    name: 'Elio Marchetti',
    bio: 'Falegname in pensione',
    location: 'Lucca',
    joined: '2017-01-16',
    language: 'it',
    past: [
      [
        'them',
        '1d 7h',
        'Buongiorno, la teiera è arrivata senza coperchio. Ordine {order}. Mia moglie la copre con un piattino, ma non è la stessa cosa.'
      ]
    ],
    replies: [
      { when: 'replaces', say: 'Grazie! Il piattino tornerà al suo posto.' },
      { when: 'asks-photo', say: withPicture('Eccola, senza cappello', 'teapot', 70) }
    ],
    nudges: ['Buongiorno, avete novità sul coperchio?']
  },
  {
    username: 'defne_aksoy',
    name: 'Defne Aksoy',
    bio: 'Çevirmen · çay her derde deva',
    location: 'İzmir',
    joined: '2016-10-28',
    language: 'tr',
    past: [
      [
        'them',
        '2h 50m',
        'Merhaba, kargom iki gündür "dağıtımda" görünüyor ama gelmedi. Sipariş {order}. Yardımcı olabilir misiniz?'
      ]
    ],
    replies: [
      { when: ['ships', 'shares-link'], say: 'Çok teşekkürler, akşam evdeyim, beklerim.' },
      { when: 'refunds', say: 'İade istemem, çayı istiyorum 😊' }
    ],
    otherwise: ['İngilizce de yazabilirim, sorun değil.'],
    nudges: ['Bir gelişme var mı acaba?']
  }
]
