/**
 * What people choose where nothing stops them (ASVS 6.2.4, NIST SP 800-63B-4 3.1.1.2), in lower
 * case. About 10,000 with what is derived below, most of them refused by no other rule. Written as
 * words to combine because the list is read by eye and travels to the browser.
 */
const alone = `
1q2w3e4r 1q2w3e4r5t 1q2w3e 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qaz!qaz 2wsx3edc 3edc4rfv q1w2e3r4 q1w2e3r4t5
q1w2e3 qwerty12 qwerty1 qwerty123 qwe123 qwe123qwe qweasd123 qweasdzxc qwer1234 qwertyui qwertyuiop
qwertyuiop123 qwertz123 azerty123 asdfghjk asdfghjkl asdfasdf asdf1234 asdfjkl asd123 asdasd123 qazwsx
qazwsx12 qazwsx123 qazwsxedc qazwsxedc123 qazqazqaz zaq12wsx zaq1xsw2 zaq1zaq1 zaq1@wsx zxcvbnm1
zxcvbnm123 zxcvbnm, zxcvbnm. zxcv1234 zxc123 poiuytre poiuytrewq lkjhgfdsa mnbvcxz1 1qazwsx2 zxczxczxc
p@ssw0rd p@ssword p@ssw0rd1 p@ssw0rd123 p@55w0rd pa55w0rd pa55word pa$$w0rd pa$$word passw0rd
passw0rd1 passw0rd123 pass1234 pass123 passpass pass@123 passport1 passphrase password password! passwort
passwort1 motdepasse contrasena senha123 parola123 wachtwoord haslo123
123qweasd 123qwe 123qwe123 123qweasdzxc 12qwaszx 12qw34er 1a2b3c4d 1a2b3c 1a2s3d4f a1b2c3d4 a1b2c3d4e5
a1b2c3 a1s2d3f4 aa123456 ab123456 abc12345 abc123 abc123abc abcd1234 a123456 a12345678 a1234567 abcabc123
aaa111 aaa123 111aaa 123abc 123abc123 123asd 12341234 123123123 123321123 112233445566 11223344 22446688
11235813 13579135 13572468 14725836 147258369 147852369 159357258 159753456 159951 12121212 10101010
20202020 21212121 23232323 31415926 31415927 27182818 42424242 69696969 78787878 87878787 98989898 88998899
01012000 01011990 01011980 01012020 19801980 19851985 19901990 20002000 20202021 20222022 20232023 20242024
20252025 20262026 24680246 36925814 369258147 741852963 789456123 852456852 951753852 963852741 987123654
iloveyou iloveyou1 iloveyou2 iloveu12 loveyou1 loveme12 lovelove lovely12 fuckyou1 fuckyou2 trustno1
letmein1 letmein12 letmeinnow changeme changeme1 changeme! changeit default1 defaultpw temp1234 temppass
temporary tempo123 secret12 secret123 secretpw topsecret whatever whatever1 nothing1 nopassword nopass12
blink182 ncc1701d ncc1701e thx1138a rush2112 r2d2c3po 4runner1 9inchnai james007 bond0077 agent007 007bond
computer computer1 internet internet1 keyboard samsung1 samsung123 microsoft microsoft1 windows10 windows11
google123 facebook facebook1 youtube1 linkedin linkedin1 iphone12 android1 nintendo nintendo1 playstation
pokemon1 pokemon123 pikachu1 naruto12 naruto123 dragonball doraemon doraemon1 hellokitty totoro12 gundam00
football football1 baseball baseball1 basketball softball1 hockey12 soccer12 soccer123 volleyball marathon
superman superman1 batman12 batman123 spiderman ironman1 starwars starwars1 startrek startrek1 skywalker
princess princess1 sunshine sunshine1 butterfly chocolate strawberry blueberry cherry12 flower12 rainbow1
michael1 michelle jennifer jennifer1 jessica1 jonathan christopher elizabeth victoria alexander alexandra
nicholas benjamin charlotte samantha stephanie patricia veronica cristina mercedes maverick midnight
dolphins scorpion kawasaki yamaha12 hondacivic corvette mustang1 ferrari1 porsche1 chevrolet
liverpool liverpool1 arsenal1 chelsea1 barcelona realmadrid juventus manchester yankees1 lakers24 cowboys1
`;

/** Words of Monban, of banks, of Japan's keyboards and calendars, and the world's favourites. */
const stems = `
password passwd pass qwerty asdfgh zxcvbn admin administrator root user guest test testtest tester demo
sample login logon welcome hello letmein access master secret system server manager support service
monban banking bank ginkou ginko furikomi yokin koza hojin keiri jinji somu eigyo shacho kaisha company
corporate business finance account office money okane dragon monkey shadow sunshine princess football baseball
superman batman pokemon soccer summer winter spring autumn january february march april june july august
september october november december monday friday sunday japan nippon nihon tokyo osaka kyoto nagoya
yokohama fukuoka sapporo sakura fujisan nihonjin sato suzuki takahashi tanaka watanabe ito yamamoto nakamura
kobayashi kato yoshida yamada sasaki taro hanako arigato konnichiwa ohayou aishiteru daisuki
michael jordan charlie freedom flower lovely iloveyou love angel happy lucky forever family friend
computer internet google apple samsung windows change changeme temp default
`;

const endings = `
1 2 12 01 11 21 22 23 69 77 88 99 00 007 07 10 100 101 111 123 1! 12! 123! ! !! !1 @1 @12 @123 #1 #123 _1
_123 -123 1a 321 777 888 999 000 1980 1985 1990 1995 2000 2010 2015 2018 2019 2020 2021 2022 2023 2024 2025
2026 2027 2024! 2025! 2026! @2024 @2025 @2026
`;

/** Digits are put in front as well: `123password`. */
const beginnings = `1 12 123 007 2024 2025 2026`;

function split(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

function derived(stem: string): readonly string[] {
  return [
    stem,
    stem + stem,
    ...split(endings).map((ending) => stem + ending),
    ...split(beginnings).map((beginning) => beginning + stem),
  ];
}

/** In lower case: whoever asks lowers first. */
export const commonPins: ReadonlySet<string> = new Set([
  ...split(alone),
  ...split(stems).flatMap(derived),
]);
