//! Swedish.

use super::{Topic, Words};

pub static WORDS: Words = Words {
    praise: &[
        "toppen som alltid", "jättetrevlig {meal}", "vårt favoritställe", "alltid lika mysigt", "bästa {meal}en på länge",
        "riktigt bra", "kanon", "inget att klaga på", "precis vad vi behövde", "en fin stund", "full pott",
        "klockrent", "helt underbart",
    ],
    regret: &[
        "inte som det brukar", "tyvärr en besvikelse den här gången", "vi hade väntat oss mer", "det var bättre förr",
        "ingen bra {meal}", "under all förväntan", "det här var inte bra", "det har blivit sämre", "synd på en fin restaurang",
    ],
    shrug: &[
        "helt okej", "okej men inget speciellt", "varken bu eller bä", "funkar för en snabb {meal}", "godkänt", "som vanligt",
        "lagom", "helt okej för priset",
    ],
    topics: &[
        (Topic::Food, FOOD_GOOD, FOOD_BAD),
        (Topic::Staff, STAFF_GOOD, STAFF_BAD),
        (
            Topic::Wait,
            &[
                "maten kom snabbt", "vi fick knappt vänta alls", "allt stod på bordet efter en liten stund", "det gick undan trots fullsatt",
                "ingen väntetid", "snabb servering",
            ],
            &[
                "vi väntade {n} minuter på maten", "det tog {n} minuter innan någon tog vår beställning",
                "varmrätterna kom {n} minuter efter förrätterna", "allt gick väldigt långsamt", "vi fick be om notan tre gånger",
                "bord som kom efter oss fick mat först", "köket glömde vår beställning", "det tog evigheter att få något att dricka",
            ],
        ),
        (
            Topic::Pickup,
            &["maten var klar när jag kom", "in och ut på fem minuter", "snabbt i disken", "smidig avhämtning"],
            &[
                "jag väntade {n} minuter på avhämtning som jag beställt i förväg", "maten var inte klar när den skulle",
                "ingen i disken visste var min beställning var", "avhämtningen var rörig",
            ],
        ),
        (
            Topic::Price,
            &["prisvärt", "rimliga priser", "stora portioner för pengarna", "värt varenda krona"],
            &[
                "priserna har höjts igen", "det har blivit för dyrt", "de nya priserna är svåra att förstå",
                "portionerna är mindre och priserna högre", "kebaben kostar mycket mer än i våras",
                "det är dyrt för en barnfamilj nu", "inte värt det nya priset",
            ],
        ),
        (
            Topic::Mood,
            &[
                "så mysig lokal", "lagom musik", "lugnt och skönt att sitta och prata", "vackert kakel och varmt ljus",
                "perfekt för ett födelsedagsfirande",
            ],
            &[
                "det var så högljutt att vi knappt hörde varandra", "musiken var alldeles för hög", "det drog från dörren",
                "vi satt trångt vid ett pyttelitet bord", "stolarna var ostadiga", "det var iskallt vid ingången",
            ],
        ),
        (
            Topic::Clean,
            &["rent och snyggt överallt", "väldigt rent", "borden torkades direkt", "till och med toaletterna var fräscha"],
            &[
                "vårt bord var kladdigt", "golvet var smutsigt", "det låg smulor på sätena", "besticken hade fläckar",
                "toaletterna behövde städas", "menyn var flottig", "det var läppstift på mitt glas",
            ],
        ),
        (Topic::Bins, &[], BINS),
        (
            Topic::Till,
            &["med den andra kassan går lunchen så mycket snabbare", "nästan ingen lunchkö längre", "snabbt på lunchen nu, äntligen"],
            &[
                "lunchkön tar aldrig slut", "en kassa räcker inte till hela lunchruschen", "halva lunchrasten gick åt till att köa",
                "jag stod {n} minuter i lunchkön", "lunchen går alldeles för långsamt", "ni behöver en kassa till på lunchen",
                "maten hann kallna innan vi fick betala",
            ],
        ),
        (
            Topic::Tip,
            &["det var lätt att beställa i appen"],
            &[
                "appen ber om dricks innan maten ens har kommit", "jag förstår inte varför jag ska ge dricks i appen innan jag har ätit",
                "dricksrutan i appen är påträngande", "dricks var redan ikryssat i appen",
                "det var svårt att hitta knappen för ingen dricks i appen",
            ],
        ),
        (
            Topic::Driver,
            &["budet var jättetrevligt", "ett vänligt bud som ringde innan", "budet väntade medan jag gick ner", "artigt bud trots regnet"],
            &[
                "budet var otrevligt mot mig", "budet skrek åt mig i telefon", "budet slängde påsen vid dörren",
                "budet vägrade komma upp och lade på luren", "budet klagade på att jag bor fyra trappor upp",
            ],
        ),
        (
            Topic::Late,
            &["maten kom tidigare än utlovat", "precis i tid", "framme på under en halvtimme, toppen", "det gick att följa budet i appen"],
            &[
                "maten kom {n} minuter för sent", "vi väntade i över en timme", "tiden i appen flyttades hela tiden",
                "maten var sen igen", "den kom långt efter utlovad tid",
            ],
        ),
        (
            Topic::Heat,
            &["maten var fortfarande varm", "riset ångade när jag öppnade lådan", "varmt bröd, vilken lyx"],
            &["{dish} var kall", "allt var ljummet", "brödet hade blivit mjukt och kallt", "jag fick värma allt igen"],
        ),
        (
            Topic::Packing,
            &["bra förpackat", "ingenting hade läckt", "fina pappersaskar utan plast"],
            &["såsen hade läckt ut i hela påsen", "salladen var mosad", "alldeles för mycket plast", "locket på soppan hade lossnat"],
        ),
        (
            Topic::Order,
            &["allt jag beställt var med", "de kom till och med ihåg extra lime"],
            &["dryckerna saknades", "jag fick någon annans beställning", "riset var bortglömt", "inga bestick fast jag bad om det"],
        ),
    ],
    farewell: &[
        "vi ses nästa vecka", "vi kommer gärna tillbaka", "tack så mycket", "rekommenderas varmt", "vi kommer snart igen med familjen",
        "fortsätt så", "hälsa köket",
    ],
    warning: &[
        "gör något åt det", "nästa gång tänker vi oss för", "så kan det inte vara", "hoppas att ni rättar till det",
        "synd, vi har trivts här", "ta det på allvar", "nästa gång provar vi ett annat ställe",
    ],
    and: &[" och ", " och ", ", och ", "; ", ". Och "],
    but: &[" men ", " men ", ", men ", ", fast ", ". Men "],
    asides: &[
        "Ta gärna tillbaka pistageglassen.", "En större barnmeny vore bra.", "Fler rätter utan kött, tack.", "Svårt att hitta parkering.",
        "Kan ni öppna tidigare på söndagar?", "QR-menyn är lätt att använda.", "Jag skulle vilja ha receptet på saffranslagen.",
        "En barnstol hade underlättat.", "Ha gärna havremjölk till kaffet.", "Går det att boka för tolv personer?",
        "Bonuspoängen dök aldrig upp.", "Fint att ni har laktosfritt.",
    ],
    work_good: &[
        "Schemat två veckor i förväg gör stor skillnad.", "Vi hjälper varandra i matsalen.", "Behåll personalmaten, den är toppen.",
        "Min arbetsledare lyssnar.", "Bra att vi stänger tidigare på måndagar nu.", "Utbildningen på nya grillen var nyttig.",
    ],
    work_bad: &[
        "För få på fredagskvällarna.", "Schemat kommer för sent för att kunna planera.", "Diskmaskinen går sönder varje vecka.",
        "Gästerna klagar på soptunnorna hos oss och vi kan inget göra.", "Vi behöver en till i baren.", "Rasterna hoppas över när det är mycket.",
        "Det är alldeles för varmt i köket.", "Bättre ersättning för sena pass.",
    ],
    dishes: &["kebaben", "lammgrytan", "kycklingen", "linssoppan", "auberginröran", "den grillade rödingen"],
    lunch: "lunch",
    dinner: "middag",
    digits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
};

const FOOD_GOOD: &[&str] = &[
    "maten var jättegod", "{dish} var fantastisk", "{dish} är bäst i stan", "allt smakade färskt", "maten var utsökt",
    "{dish} var perfekt tillagad", "generösa portioner och mycket smak", "brödet kom direkt från ugnen", "maten är alltid god",
    "{dish} smakade som hemma hos mormor",
];

const FOOD_BAD: &[&str] = &[
    "{dish} var torr", "{dish} var kall", "maten smakade ingenting", "{dish} var alldeles för salt", "{dish} var överkokt",
    "halva menyn var slut", "jag fick inte det jag beställde", "portionerna har blivit pyttesmå", "riset var hårt",
];

const STAFF_GOOD: &[&str] = &[
    "personalen var så vänlig", "trevligt bemötande", "servitören var så fin mot barnen", "vi blev väl omhändertagna",
    "personalen kände igen oss", "ett varmt välkomnande", "uppmärksamt utan att bli påträngande", "alla där ler alltid",
    "vi fick jättebra tips av servitören",
];

const STAFF_BAD: &[&str] = &[
    "ingen hälsade på oss", "personalen verkade stressad", "servitören ignorerade oss", "ingen kom och frågade om allt var bra",
    "servicen var slarvig", "vi kände oss utkörda", "servitören glömde drickan två gånger", "personalen stod och pratade medan vi väntade",
    "ingen bad om ursäkt när jag sa till",
];

const BINS: &[&str] = &[
    "soptunnorna står precis bredvid vårt bord", "soptunnan stod en meter från oss", "papperskorgen rörde nästan vid stolen",
    "vi satt bredvid soporna och kände lukten hela tiden", "de har flyttat soptunnorna intill borden",
    "lukten från soptunnan förstörde aptiten", "vårt bord stod vid sopkärlen och det luktade",
    "personalen skrapade tallrikar i tunnan bredvid oss", "soporna stod på en armlängds avstånd från maten",
    "jag förstår inte varför soptunnorna står vid borden", "man känner soplukten medan man äter",
    "det kom flugor från soptunnan till vårt bord", "locket på tunnan bredvid oss smällde hela tiden",
    "tunnan vid bordet var överfull", "det är inte trevligt att äta med en soptunna i ryggen",
    "soptunnorna står alldeles för nära borden", "förr stod det inga sopor vid borden",
    "vi bad att få byta plats på grund av soptunnan", "platserna närmast soptunnorna borde inte användas",
    "vår lilla kunde ta på soptunnan från stolen", "jag satt och tittade på andras matrester i tunnan",
    "det luktade gammal mat från sopkärlen hela {meal}en", "att sitta bredvid soporna var ingen höjdare",
    "källsorteringen står i princip vid bordet", "vi bytte bord för att slippa soptunnan", "avfallskärlen har hamnat för nära gästerna",
];
