/** Small closed lists of general knowledge; all folded: lower case, no diacritics, no full stops. */

/** Forms of address and ranks that stand before a man's name only. */
export const MALE_TITLES =
  "mr mister sir lord king prince duke count baron father pope congressman councilman assemblyman chairman businessman " +
  "spokesman herr monsieur senor sheikh imam padre emperor sultan actor congresista";

/** Forms of address and ranks that stand before a woman's name only. */
export const FEMALE_TITLES =
  "mrs ms miss madam madame lady dame queen princess duchess countess baroness sister mother congresswoman " +
  "councilwoman assemblywoman chairwoman businesswoman spokeswoman frau mademoiselle mme mlle senora senorita empress actress";

/** Offices, ranks, professions and party words that stand before a name and tell nothing of sex. */
export const TITLES =
  "president senator sen senators sens representative rep reps governor gov mayor judge justice secretary minister premier chancellor " +
  "chair chairperson ceo cfo cto director manager professor prof dr doctor general gen colonel col major maj captain capt " +
  "lieutenant lt sergeant sgt corporal private admiral adm commander cmdr commodore brigadier coach detective officer " +
  "inspector constable sheriff deputy reverend rev bishop archbishop cardinal rabbi pastor saint ambassador amb envoy " +
  "commissioner candidate nominee leader speaker councillor councilor mp mep elect designate attorney ag da prosecutor " +
  "counsel lawyer lawmaker spokesperson adviser advisor aide strategist analyst economist editor reporter correspondent " +
  "columnist author writer director producer singer rapper comedian host anchor founder cofounder entrepreneur " +
  "billionaire millionaire magnate mogul tycoon investor democrat democrats republican republicans conservative liberal " +
  "independent labour labor tory socialist whip incumbent challenger frontrunner striker midfielder defender goalkeeper " +
  "quarterback pitcher champion captain skipper defendant plaintiff witness dictator comrade chief vp pres vice rector " +
  "provost principal superintendent treasurer trustee senador presidente ministro president-elect ambassadeur ministre " +
  "prasident bundeskanzler kanzler bundeskanzlerin kanzlerin minister-president premierminister cancelliere";

/** Words that, between or before a surname, set the bearer apart from the one everybody means. */
export const OTHER_BEARER = "saint st elder younger senior junior grandfather grandmother great-grandfather";

/** What a name may be given to: after a name these make it a place, firm, prize, work, law or family. */
export const NAMED_AFTER =
  "tower towers organization organisation university college school academy institute foundation hotel hotels resort " +
  "casino plaza building hall hospital clinic center centre museum library gallery theatre theater stadium arena park " +
  "field bridge airport station street avenue ave boulevard blvd road rd lane drive square place court courthouse way " +
  "highway county township city town village valley hills heights island islands river lake creek bay beach mountain " +
  "mount peak falls forest farm farms ranch estate airlines shuttle prize award awards medal trophy cup bowl open " +
  "fellowship scholarship lecture lectures chair commission report doctrine act law laws amendment bill rule plan " +
  "inc incorporated corp corporation co company ltd llc llp plc gmbh ag sa group holdings partners associates brothers " +
  "bros sons enterprises industries entertainment media productions records pictures studios press publishing books " +
  "magazine bank capital securities investments ventures funds fund trust insurance motor motors automotive foods brewery " +
  "winery vodka steaks wines golf links international national regional memorial district cathedral church chapel " +
  "league leagues cemetery middle elementary high campus house rooms apartments condo condominiums cracker crackers syndrome disease " +
  "effect equation theorem test scale method process decree settlement agreement convention protocol treaty band trio " +
  "quartet quintet orchestra ensemble show family clan dynasty sisters twins variations collection archive papers " +
  "terminal expressway freeway pavilion tunnel reservoir garden gardens inn statue monument " +
  "ballroom restaurant invitational telescope straße strasse platz allee preis stiftung universitat gasse rue via calle";

/** Before a name these make it a ship, place, school or the like. */
export const NAMED_BEFORE =
  "fort uss hms hmcs hmas rms ss mount mt lake port camp cape hurricane operation villa chateau castle hotel university college rue place avenue " +
  "boulevard calle plaza via piazza team";

/** Those of NAMED_AFTER that are verbs too: "Does Ellingworth Trust …". */
export const THING_VERBS =
  "trust show test rule plan open park fund bank chair press report bill bridge farm field house award drive court process " +
  "act school group shuttle mount scale";

/** Before a name these begin a question or go with a verb. */
export const AUXILIARIES =
  "do does did will would can could should shall may might must let lets make makes help helps";

/** Those of NAMED_BEFORE that are none of a headline's words either. */
export const HEADLINE_PLACES =
  "fort uss hms hmcs hmas rms ss mt lake cape hurricane villa chateau avenue boulevard calle plaza piazza";

/** Romance words for streets, squares and prizes, which stand before the name they bear, also in small letters. */
export const ROMANCE_PLACES = "rue quai chaussee calle paseo glorieta carrer piazza viale rua avenida praca premio";

/** Parts of surnames that are no name alone. */
export const PARTICLES =
  "de da do dos das di del della der den des du van von vom zu zur la le ter ten te bin ibn al el ben abu af av san st";

/** Capitalised words that are neither names nor in the common list: calendar, peoples, parties, headline words. */
export const NOT_NAMES =
  "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept oct nov dec january february " +
  "march april june july august september october november december spring winter " +
  "american british english scottish irish welsh french german italian spanish portuguese dutch belgian swiss austrian " +
  "swedish norwegian danish finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian " +
  "ukrainian belarusian serbian croatian bosnian albanian israeli palestinian iranian iraqi syrian lebanese jordanian " +
  "egyptian libyan tunisian algerian moroccan saudi yemeni kuwaiti indian pakistani afghan bangladeshi chinese japanese " +
  "korean vietnamese thai indonesian malaysian filipino australian canadian mexican cuban brazilian argentine chilean " +
  "colombian peruvian venezuelan nigerian kenyan ethiopian african european asian latino hispanic muslim christian jewish " +
  "catholic protestant kremlin vatican pentagon congress parliament senate house watch read photo photos video image " +
  "credit getty reuters ap afp breaking exclusive opinion editorial update live poll fact related topics tags share " +
  "asked meanwhile earlier yesterday today tonight tomorrow although unlike despite besides moreover nevertheless " +
  "nonetheless furthermore thus hence whether unless amid via versus vs inside outside behind how why what who whom whose " +
  "did does will would can could should shall may might must let says said tells calls slams blasts hits rips mocks " +
  "praises defends attacks fires hires picks taps names nominates confirms meets visits urges wants seeks vows backs " +
  "rejects denies admits claims warns threatens accuses sues probes pardons endorses thanks helps gives gets sees puts " +
  "makes takes keeps leaves loses wins beats leads faces draws signs ends starts begins opens closes joins quits asks " +
  "answers explains reveals unveils announces orders blocks halts lifts bans cuts raises drops shifts turns moves former " +
  "ex late embattled controversial outgoing incoming longtime fellow rival dear thank yes no not never even still just " +
  "only also now then here there where when while since until before after during because if as at by for from in of on " +
  "to with without and or but nor yet so than that this these those the an its it his her their our your my he she they we " +
  "you i is are was were be been being has have had do like";

/** Given names that are as often plain words at the start of a sentence. */
export const WORD_NAMES =
  "will may mark grant hope can bill rich faith august april june guy drew chase pat rose joy dawn gene jack ray art dean " +
  "frank max chance price sandy misty wade lance rob sue bob christian paris israel destiny carol dusty rusty hunter ally " +
  "angel see don major long man ask asks said";

/** American states and some countries, as they follow a town after a comma. */
export const PLACES =
  "alabama ala alaska arizona ariz arkansas ark california calif colorado colo connecticut conn delaware florida fla " +
  "georgia ga idaho illinois ill indiana ind iowa kansas kan kentucky ky louisiana la maine maryland md massachusetts " +
  "mass michigan mich minnesota minn mississippi miss missouri mo montana mont nebraska neb nevada nev ohio oklahoma " +
  "okla oregon ore pennsylvania pa tennessee tenn texas tex utah vermont vt virginia va washington wash wisconsin wis " +
  "wyoming wyo ontario quebec england scotland wales ireland guatemala indonesia australia";

/** Mere forms of address: no office. */
export const ADDRESS =
  "mr mister mrs ms miss sir dr doctor herr frau monsieur madame mme mlle senor senora prof professor";

/** Relatives, with what may stand before them in one word. */
export const KIN = ["", "grand", "great", "step", "half", "twin"]
  .flatMap((prefix) =>
    "wife husband widow widower son daughter brother sister mother father parent parents cousin nephew niece uncle aunt child children"
      .split(" ")
      .map((word) => prefix + word),
  )
  .join(" ");

/** Before "of" these lead on to a place or firm: ranks of nobility and church, offices of towns, what bears a place's name. */
export const OF_PLACE =
  "duke duchess prince princess king queen earl count countess baron baroness viscount marquess landgrave lord lady " +
  "emperor empress bishop archbishop abbot battle siege treaty university diocese port isle house county city town " +
  "village mayor shares";

/** Given names and titles that, first in a sentence, may as well begin a question, an order or an inverted sentence. */
export const QUESTIONS = "will may can see ask asks said do dean major man long guy";

/** Small words of other languages with which a sentence begins: "Según Ellingworth", "Laut Ellingworth". */
export const LEADING =
  "aber ademas af ainsi ale alla allerdings alors als anche ante antes ao aos apos apres asi ate att au auch " +
  "aujourd aunque aus aussi aux av avant avec ayer bajo bei bij bis ce ces cet cette che chez chi comme como con " +
  "contre contro cosi cuando czy da daarna dabei damit danach dann dans dar das dass dat de degli dei delle dello " +
  "dem den denn depois depuis desde det deze diese dieser dieses dit dla doch donc donde door dopo dort dos dove " +
  "durante durch dus dzis een efter ein eine einem einer eller em enligt entre er ese esta este ett etter fra fran " +
  "fur gdy gegen gestern gisteren gli hasta het heute hier hinter hoje hos hoy hui idag ieri ifolge igar ihr ihre " +
  "il innan intanto inte interroge invece jak jetzt juz kein la las laut les leur lo lorsque lub ma maar mais " +
  "malgre manana med mediante meme mens mentre mientras mit morgen mot na naar nach nad nar nas natomiast neben nel " +
  "nella ni nie niet noch nog nos nu nun nur ob och ocksa od oder og oggi ogsa ohne om omdat onder ontem ook oraz " +
  "os ou par para pela pelo pelos pendant perche pero po pod poi por porem porque pour prima przed przez puis quand " +
  "quando que qui quien sa sans sao schon se secondo segun segundo sein seine seit selbst selon sem senza ses si " +
  "sie sin sob sobre sogar som sous sowie spater statt su sul sulla sur sus takze tambien tandis tegen terwijl toch " +
  "toen tot tra tras trotz uber uden uit um uma un und une uno unos unter utan vandaag ved vers verso voici volgens " +
  "vom voor vor wahrend warum wczoraj wedlug wegen weil wel wenn wer wie wir wo ya zdaniem ze zonder zu zum zur " +
  "zuvor zwischen";

/** What says of a quoted name that it is the title of a work. */
export const WORKS =
  "film films movie movies biopic biopics documentary documentaries book books novel novels memoir memoirs biography " +
  "biographies poem poems song songs single singles album albums track tracks mixtape mixtapes opera operas musical " +
  "musicals sitcom sitcoms epic epics play plays painting paintings sculpture sculptures podcast podcasts series " +
  "episode episodes titled entitled retitled soundtrack soundtracks";

/** What a headline in title case leaves small: articles, prepositions, conjunctions, a few pronouns. */
export const JOINING =
  "a an and as at but by for if in nor of off on or out per so the to up via vs yet about after against amid among around " +
  "because before between despite during from into like once onto over since than that their they this through toward under " +
  "until upon versus what when where which while with within without your";

/** After a name and "and" these make it a firm. */
export const PARTNERS = "sons daughters friends co company partners associates bros";

export const LEGAL_FORMS = "inc corp co ltd plc llc llp";

/** What bears a finder's or a trade's name in the possessive: "Baker's dozen". */
export const FINDINGS = "disease syndrome theorem palsy dozen";

/** After "the" and a surname: more people than one. */
export const FAMILIES = "family families clan dynasty brothers sisters siblings twins household";

/** After a name and a hyphen these say that it is a prize's: "the Booker-winning novel". */
export const PRIZED = "shortlisted longlisted winning";

/** Before a title these make it another office. */
export const PART_OFFICES = "vice deputy assistant associate lieutenant lt";

/** Titles that stand before a given name: of crowned heads, clergy and knights. */
export const BY_GIVEN_NAME =
  "king queen prince princess emperor empress sultan tsar pope father mother sister padre sir dame lady";

/** Months that are surnames too. */
export const MONTHS = "march april may june july august";

/** Before a month these say that it is one. */
export const IN_TIME = "in since until till late early mid last next this during throughout";

/** Before a town these say that it is one. */
export const IN_PLACE = "in at near outside across greater downtown";

/** Small words before a surname that lead on to a given name. */
export const ARTICLES = "al el bin ibn ben abu van von vom zu zur";

/** Generations and reigns; a number is one in capitals only. */
export const SUFFIXES = "jr sr junior senior snr jnr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii";

/** Before "of" and a town or firm, also in small letters. */
export const OF_TOWN = "city town village mayor shares";

/** Before a town and its state or country. */
export const AT_TOWN = "in of from near at outside";

/** First in a sentence no person's name stands before these: verbs in the plural, pronouns, people at large. */
export const AFTER_WORDS =
  "are aren were weren have haven begin start people men women children boys girls adults ones";
