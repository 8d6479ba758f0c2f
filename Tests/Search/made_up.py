"""A made-up county's agenda items: words in the proportions of real text, compounds, names, numbers, and topics to look for."""

import itertools
import random

# Roots and how each is inflected: they and their compounds are the words that mean something.
ROOTS = """avgift er,avtal et,barn et,behov et,bemanning ar,beredskap er,biljett er,boende t,brist er,buss ar,dag ar,dialog er,
distrikt et,elev er,enhet er,familj er,fastighet er,forskning ar,förening ar,förskola or,gruva or,hamn ar,hygien er,hälsa or,
idrott er,industri er,insats er,journal er,jämlikhet er,klimat et,klinik er,kompetens er,kontakt er,kost er,kris er,kultur er,
kvalitet er,larm et,ledning ar,lokal er,läkare are,läsår et,lön er,marknad er,medicin er,miljö er,mottagning ar,myndighet er,
nämnd er,omsorg er,ordning ar,organisation er,patient er,pension er,personal er,plats er,policy er,prevention er,process er,
projekt et,prov et,rehabilitering ar,remiss er,resa or,resurs er,risk er,rutin er,råd et,samtal et,satsning ar,schema t,skydd et,
smitta or,statistik er,strategi er,stöd et,sår et,tandvård er,taxa or,teknik er,tid er,tillsyn er,tjänst er,trafik er,
transport er,trygghet er,ungdom ar,utbildning ar,utredning ar,vaccin et,vikarie er,vård er,åtgärd er,ärende t,sömn er,
ambulans er,apotek et,bilaga or,budget ar,checklista or,demens er,diabetes er,enkät er,ekonomi er,expert er,fysioterapi er,
grupp er,institution er,jour er,kallelse er,modell er,prognos er,rapport er,skola or,syn er,
team et,telefon er,undersökning ar,vecka or,yta or""".replace("\n", "").split(",")
SMALL = """och att i det som på är för av till en med den har om inte ett de vid från eller kan ska under efter men var så
man vi när finns blir utan mellan inom också samt nu där mer över alla hur två genom sin mycket bara redan""".split()
VERBS = "redovisa planera samordna granska utveckla begära förlänga pröva utreda minska öka prioritera finansiera följa".split()
FIRST = "Alva Berit Cajsa Dagny Ebba Folke Gerd Hilda Iris Jerker Lage Märta Nanna Ragna Tyra Yngve Östen Anna-Greta Bo-Erik".split()
LAST = ["".join(pair) for pair in itertools.product(
    "Björk Dal Ek Gran Hed Klint Lind Norr Sjö Tall Ås Älv".split(), "backa fjärd gårdh kvister myhr näset vallare åkers".split())]
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
TOPICS, IN_TITLE, IN_TEXT = 80, 3, 8


def forms(word, plural):
    """Some forms of a noun; the last is its definite plural."""
    if plural == "are":
        return [word, word + "n", word[:-1] + "na"]
    if plural in ("et", "t"):
        return [word, word + plural, word + ("na" if plural == "t" else "en")]
    stem = word[:-1] if word[-1] == "a" else word
    many = stem + (plural[1:] if stem[-1] in "eö" else plural)
    return [word, word + ("n" if word[-1] in "aeö" else "en"), many, many + "na"]


def compound(first, second):
    if first.endswith(("are", "a")):
        return first[:-1] + second
    return first + ("s" if len(first) > 5 and first[-1] not in "seyö" else "") + second


class County:
    def __init__(self, count):
        self.chance = chance = random.Random(11)
        roots = chance.sample([root.split() for root in ROOTS], len(ROOTS))
        syllables = ["".join(three) for three in itertools.product(
            "b bl d dr f fl g gr h k kl l m n p r s sk st t tr v".split(), "aeiouåäö", "l m n r rd rk sk st nt lm".split())]
        # Place names, trade names and the like: the rare words of which there is no end.
        rare = [a + b for a, b in zip(chance.sample(syllables, 1700), chance.sample(syllables, 1700))]
        roots += [(word, chance.choice(["er", "et"])) for word in rare]
        pairs = list(itertools.permutations(range(len(ROOTS)), 2))
        chance.shuffle(pairs)
        self.topics = []
        for first, second in pairs:
            word = compound(roots[first][0], roots[second][0])
            if len(word) > 10 and len(roots[second][0]) > 3:
                self.topics.append((word, forms(word, roots[second][1])[-1], f"{roots[second][0]} {roots[first][0]}"))
            if len(self.topics) == TOPICS:
                break
        taken = {topic[0] for topic in self.topics}
        words = []
        for rank in range(60_000):
            if rank % 4 == 0 and rank // 4 < len(roots):
                words.append(roots[rank // 4])
            else:
                first, second = (roots[int(len(roots) * chance.random() ** 4)] for _ in range(2))
                word = compound(first[0], second[0])
                if word not in taken:
                    words.append((word, second[1]))
        spoken = [form for word in words for form in forms(*word)]
        weights = [(rank // 4 + 8) ** -1.15 for rank in range(len(spoken))]
        self.drawn = self.endless(spoken, weights)
        self.small = self.endless(SMALL, [1 / (rank + 2) for rank in range(len(SMALL))])
        self.titles, self.texts = [], []
        for _ in range(count):
            self.titles.append(self.title())
            self.texts.append(self.text())
        # Which items each topic is in, and how much: 3 in the title, 2 in the text.
        self.gains = []
        places = chance.sample(range(count), TOPICS * (IN_TITLE + IN_TEXT))
        for number, (word, _, _) in enumerate(self.topics):
            own = places[number * (IN_TITLE + IN_TEXT):][:IN_TITLE + IN_TEXT]
            for place in own[:IN_TITLE]:
                self.titles[place] = chance.choice(["Redovisning av {}", "Samverkan om {}", "Förslag till {}"]).format(word)
            for place in own:
                self.texts[place] += f"\n\nEn fråga om {word} har kommit in. Gruppen såg {word} som angelägen."
            self.gains.append({place: 3 if at < IN_TITLE else 2 for at, place in enumerate(own)})

    def endless(self, words, weights):
        weights = list(itertools.accumulate(weights))
        while True:
            yield from self.chance.choices(words, cum_weights=weights, k=10_000)

    def title(self):
        title = self.chance.choice(["Lägesrapport {}", "{} och {}", "Uppföljning av {}", "Förslag om {}"])
        return title.format(next(self.drawn), next(self.drawn)).capitalize()

    def sentence(self):
        draw, out = self.chance.random, []
        for _ in range(4 + int(6 * draw())):
            out.append(next(self.drawn))
            out += itertools.islice(self.small, int(3 * draw()))
        if draw() < 0.5:
            out.insert(1, self.chance.choice(VERBS) + self.chance.choice(["", "r", "de", "s"]))
        return " ".join(out).capitalize() + "."

    def text(self):
        chance = self.chance
        parts = [" ".join(self.sentence() for _ in range(chance.randint(4, 12))) for _ in range(chance.randint(2, 6))]
        year = chance.randint(2005, 2022)
        if chance.random() < 0.3:
            parts[0] = f"Föredragande: {self.name()}\n\n" + parts[0]
        if chance.random() < 0.3:
            parts[-1] += f" Dnr {chance.choice(['HSN', 'KS', 'RÄ', 'SN'])} {year}/{chance.randint(1, 2999):04}."
        if chance.random() < 0.3:
            parts[-1] += f" Frågan kommer åter den {chance.randint(1, 28)} {chance.choice(MONTHS)} {year}."
        return "\n\n".join(parts)

    def name(self):
        return f"{self.chance.choice(FIRST)} {self.chance.choice(LAST)}"

    def queries(self):
        """Twenty, of the kinds that people ask."""
        topic = self.topics
        return [
            "vård", "avtal", "utbildning", topic[0][0], topic[1][1], topic[2][2], "tandvård taxa", "patienten resurser rutin",
            "Berit Björkbacka", "A-G Norrmyhr", "HSN 2014/0451", "12 april 2015", "maj 2019", "riskstrategi", "utbildnign",
            "avgift for lakare", "”ärende och”", "vad gäller för bussbiljetter i skärgården", "kris beredskap", "trafik",
        ]
