import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlace } from '../../../../tests/fixtures/items.ts';
import { shippedPlaces } from '../../../../tests/fixtures/shipped-places.ts';
import { placeIndex, placesInText } from './in-text.ts';

const shipped = shippedPlaces();
const index = placeIndex(shipped);
/** What a sentence names: the words, and the likest place that they mean. */
const found = (sentence: string): string[] =>
  placesInText(sentence, index).map(
    ({ from, to, meant }) => `${sentence.slice(from, to)} = ${meant[0]?.place.id}`,
  );

describe('places in a sentence', () => {
  it.each([
    [
      'Fighting goes on near Kurakhove and Velyka Novosilka.',
      ['Kurakhove = kurakhove', 'Velyka Novosilka = velyka-novosilka'],
    ],
    [
      'Kurakhove’s power plant, Kyiv-based media, Dnipro/Kharkiv',
      ['Kurakhove = kurakhove', 'Kyiv = kyiv', 'Dnipro = dnipro', 'Kharkiv = kharkiv'],
    ],
    ['KURAKHOVE HOLDS', ['KURAKHOVE = kurakhove']],
    ['near Ugledar (Vuhledar)', ['Ugledar = vuhledar', 'Vuhledar = vuhledar']],
    [
      'Kiev, Kharkov, Odessa and Dnepr',
      ['Kiev = kyiv', 'Kharkov = kharkiv', 'Odessa = odesa', 'Dnepr = dnipro'],
    ],
    ['in Donetsk region and Sumy Oblast', ['Donetsk region = donetsk-oblast', 'Sumy Oblast = sumy-oblast']],
    ['Sumy was hit', ['Sumy = sumy']],
    ['Nova Kakhovka', ['Nova Kakhovka = nova-kakhovka']],
    ['Chasiv Yar', ['Chasiv Yar = chasiv-yar']],
    // Ukrainian, in its cases.
    [
      'Бої точаться у Курахові, біля Курахового та на схід від Курахова',
      ['Курахові = kurakhove', 'Курахового = kurakhove', 'Курахова = kurakhove'],
    ],
    ['під Вугледаром і у Вугледарі', ['Вугледаром = vuhledar', 'Вугледарі = vuhledar']],
    [
      'на околицях Великої Новосілки, у Великій Новосілці, за Велику Новосілку',
      [
        'Великої Новосілки = velyka-novosilka',
        'Великій Новосілці = velyka-novosilka',
        'Велику Новосілку = velyka-novosilka',
      ],
    ],
    ['у Києві, з Києва, над Києвом', ['Києві = kyiv', 'Києва = kyiv', 'Києвом = kyiv']],
    ['у Харкові, біля Харкова', ['Харкові = kharkiv', 'Харкова = kharkiv']],
    ['у Дніпрі, по Дніпру', ['Дніпрі = dnipro', 'Дніпру = dnipro']],
    [
      'у Чернігові, у Миколаєві, у Львові',
      ['Чернігові = chernihiv', 'Миколаєві = mykolaiv', 'Львові = lviv'],
    ],
    ['у Тернополі, з Тернополя', ['Тернополі = ternopil', 'Тернополя = ternopil']],
    ['у Сумах, до Сум', ['Сумах = sumy', 'Сум = sumy']],
    [
      'в Авдіївці, за Авдіївку, Мар’їнки',
      ['Авдіївці = avdiivka', 'Авдіївку = avdiivka', 'Мар’їнки = marinka'],
    ],
    ['у Часовому Яру, з Часового Яру', ['Часовому Яру = chasiv-yar', 'Часового Яру = chasiv-yar']],
    ['у Кривому Розі, до Кривого Рогу', ['Кривому Розі = kryvyi-rih', 'Кривого Рогу = kryvyi-rih']],
    ['у Новій Каховці', ['Новій Каховці = nova-kakhovka']],
    ['в Олешках, до Олешок', ['Олешках = oleshky', 'Олешок = oleshky']],
    ['у Запоріжжі, під Запоріжжям', ['Запоріжжі = zaporizhzhia', 'Запоріжжям = zaporizhzhia']],
    ['у Покровську й Торецьку', ['Покровську = pokrovsk', 'Торецьку = toretsk']],
    ['у Селидовому та Селидові', ['Селидовому = selydove', 'Селидові = selydove']],
    ['у Гуляйполі', ['Гуляйполі = huliaipole']],
    ['в Івано-Франківську', ['Івано-Франківську = ivano-frankivsk']],
    ['у Донецькій області', ['Донецькій області = donetsk-oblast']],
    ['у Криму та в Україні', ['Криму = crimea', 'Україні = ukraine']],
    ['ракета впала в курахові', ['курахові = kurakhove']],
    // Russian, in its cases.
    [
      'под Угледаром, в Угледаре, из Угледара',
      ['Угледаром = vuhledar', 'Угледаре = vuhledar', 'Угледара = vuhledar'],
    ],
    [
      'в Курахово, под Кураховом, из Курахова',
      ['Курахово = kurakhove', 'Кураховом = kurakhove', 'Курахова = kurakhove'],
    ],
    [
      'в Великой Новосёлке и Великую Новоселку',
      ['Великой Новосёлке = velyka-novosilka', 'Великую Новоселку = velyka-novosilka'],
    ],
    [
      'в Киеве, из Киева, Харькове, Днепре',
      ['Киеве = kyiv', 'Киева = kyiv', 'Харькове = kharkiv', 'Днепре = dnipro'],
    ],
    ['в Запорожье, под Запорожьем', ['Запорожье = zaporizhzhia', 'Запорожьем = zaporizhzhia']],
    [
      'в Судже и под Суджей, в Курской области',
      ['Судже = sudzha', 'Суджей = sudzha', 'Курской области = kursk-oblast'],
    ],
    ['в Кривом Роге', ['Кривом Роге = kryvyi-rih']],
    ['в Умани, из Хуста и в Хусте', ['Умани = uman', 'Хуста = khust', 'Хусте = khust']],
    ['Bahachevo', ['Bahachevo = bahacheve']],
  ])('are found: %s', (sentence, names) => {
    expect(found(sentence)).toEqual(names);
  });

  it.each([
    'The bar was lazy and the hat sad',
    'Bar owners complained',
    'Hat tricks',
    'Володимир Петренко і Марія Петренко',
    'Вчора пані Юлія Тимошенко',
    'Перемога буде за нами',
    'Мирне населення евакуювали',
    'Дивізія відступила, полігон горить',
    'the sumyish kurakhovesque thing',
    'Sumyish Kurakhovesque things',
    'У селі тихо, луг і гора',
    '12 km to the west',
    '',
  ])('are none in: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it('are found under short and common names where a word leads to them', () => {
    expect(found('у селі Мирне та під Баром')).toHaveLength(2);
    expect(found('Near Bar')).toEqual(['Bar = bar']);
  });

  it('are all that bear the name, each with its oblast, and none is chosen', () => {
    const [mention] = placesInText('Clashes near Pokrovske', index);
    const places = mention?.meant.map(({ place }) => place) ?? [];
    expect(places.length).toBeGreaterThan(1);
    expect(new Set(places.map((p) => p.id)).size).toBe(places.length);
    expect(new Set(places.map((p) => p.oblast)).size).toBeGreaterThan(1);
    const sizes =
      mention?.meant
        .filter((m) => m.exact && m.name.kind !== 'former')
        .map(({ place }) => place.population ?? 0) ?? [];
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('are told under a former name as such, after those that bear it today', () => {
    const [mention] = placesInText('Artemivsk', index);
    const bakhmut = mention?.meant.find(({ place }) => place.id === 'bakhmut');
    expect(bakhmut?.name).toMatchObject({ kind: 'former', until: '2016' });
  });

  it('are the whole name, never a part of a longer one, nor over a comma', () => {
    const small = placeIndex([
      aPlace('kakhovka', [33, 46], { en: 'Kakhovka' }),
      aPlace('nova-kakhovka', [33, 46], { en: 'Nova Kakhovka' }),
      aPlace('nova', [33, 46], { en: 'Nova' }),
    ]);
    const ids = (text: string) => placesInText(text, small).map(({ meant }) => meant[0]?.place.id);
    expect(ids('Nova Kakhovka')).toEqual(['nova-kakhovka']);
    expect(ids('Nova-Kakhovka')).toEqual(['nova-kakhovka']);
    expect(ids('Nova, Kakhovka')).toEqual(['nova', 'kakhovka']);
    expect(ids('Nova Kakhovkas')).toEqual(['nova']);
  });

  it('are found under every official name of the gazetteer, in both scripts', () => {
    const missed = shipped.flatMap((place) =>
      place.names
        .filter((name) => name.kind === 'official' || name.kind === 'exonym')
        .filter(({ text }) => {
          const sentence = `near ${text} on Monday`;
          const mention = placesInText(sentence, index)[0];
          return !mention?.meant.some((m) => m.place.id === place.id) || mention.to !== 5 + text.length;
        })
        .map(({ text }) => `${place.id}: ${text}`),
    );
    expect(missed).toEqual([]);
  });

  it('stand in the sentence, one after another, whatever it holds', () => {
    const piece = fc.constantFrom(
      'Курахові',
      'Kyiv',
      'Нова',
      'Каховка',
      'у',
      '.',
      ',',
      '-',
      'Великої',
      'Новосілки',
      '🔥',
      '’',
      '12',
      'Яр',
      'Часів',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map((p) => p.join(' ')),
          fc.string({ unit: 'grapheme' }),
        ),
        (sentence) => {
          let end = 0;
          for (const { from, to, meant } of placesInText(sentence, index)) {
            expect(from >= end && to > from && to <= sentence.length && meant.length > 0).toBe(true);
            end = to;
          }
        },
      ),
    );
  });
});
