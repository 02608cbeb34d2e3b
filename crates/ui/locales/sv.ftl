brand = Nabz
brand-line = Lyssna, förstå, agera, visa.

common-save = Spara
common-cancel = Avbryt
common-undo = Ångra
common-back = Tillbaka
common-next = Nästa
common-add = Lägg till
common-edit = Redigera
common-close = Stäng
common-copy = Kopiera
common-copied = Kopierat
common-all = Alla
common-optional = (frivilligt)
common-name = Namn
common-email = E-post
common-language = Språk
common-status = Status
common-apply = Använd

count-answers =
    { $count ->
        [one] { $count } svar
       *[other] { $count } svar
    }
count-surveys =
    { $count ->
        [one] { $count } enkät
       *[other] { $count } enkäter
    }
count-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } personer
    }
range = { $low } till { $high }
range-label = { $value }, intervall { $low } till { $high }
worth-rests = Bygger på { $low } till { $high } { $currency } per år för { $unit } i hela företaget.
worth-share = Det gäller { $share } av svaren och räknas för den andelen.
worth-unit-nps = en NPS-enhet
worth-unit-percent = en procentenhet
worth-unit-mean_1_5 = en enhet av ett medelvärde från 1 till 5
worth-unit-mean_1_7 = en enhet av ett medelvärde från 1 till 7
worth-unit-mean_0_10 = en enhet av ett medelvärde från 0 till 10
worth-why-unstated = Ingen har angett vad en enhet är värd. Med den siffran står värdet här.
worth-why-other-unit = Vad en enhet är värd är angett för ett annat slags tal, så inget värde påstås för det här.
worth-why-no-share = Det är inte känt hur stor andel av svaren det gäller, så inget värde påstås.
worth-less-cost = Kostnaden { $cost } { $currency } är avdragen.

ago-now = alldeles nyss
ago-minutes =
    { $count ->
        [one] för { $count } minut sedan
       *[other] för { $count } minuter sedan
    }
ago-hours =
    { $count ->
        [one] för { $count } timme sedan
       *[other] för { $count } timmar sedan
    }
ago-days =
    { $count ->
        [one] för { $count } dag sedan
       *[other] för { $count } dagar sedan
    }
in-minutes =
    { $count ->
        [one] om { $count } minut
       *[other] om { $count } minuter
    }
in-hours =
    { $count ->
        [one] om { $count } timme
       *[other] om { $count } timmar
    }
in-days =
    { $count ->
        [one] om { $count } dag
       *[other] om { $count } dagar
    }

tone-detractors = Kritiker
tone-passives = Passiva
tone-promoters = Ambassadörer
tone-negative = Missnöjda
tone-neutral = Neutrala
tone-positive = Nöjda

role-viewer = Läsare
role-agent = Handläggare
role-manager = Chef
role-admin = Administratör
role-owner = Ägare

nav-home = Hem
nav-listen = Lyssna
nav-understand = Förstå
nav-act = Agera
nav-prove = Visa
nav-customers = Kunder
nav-settings = Inställningar
nav-more = Mer
nav-waiting =
    { $count ->
        [one] { $count } väntar på dig
       *[other] { $count } väntar på dig
    }
shell-skip = Hoppa till innehållet
shell-nav = Huvudmeny
shell-crumbs = Var du är
shell-language = Språk
shell-theme = Utseende
shell-account = { $name }, ditt konto
shell-profile = Din profil
shell-logout = Logga ut
shell-demo = Demo med påhittade data. Ändra vad du vill.
theme-system = Som systemet
theme-light = Ljust
theme-dark = Mörkt
palette-open = Sök eller gå till en sida
palette-hint = Skriv en sida eller en enkät
palette-list = Sidor
palette-recent = nyligen
palette-none = Inget med det namnet.
pager-label = Listans sidor
pager-previous = Föregående
pager-next = Nästa
filter-clear = Ta bort filtret

chart-as-table = Som tabell
chart-period = Period
chart-value = Värde
chart-score = Betyg
chart-range = Intervall
chart-range-numbers = Intervall i siffror
chart-answers = Svar
chart-share = Andel
chart-goal = mål { $goal }
chart-counts-thin = Antal står ovanför den högsta stapeln av varje slag; tabellen har alla.
chart-few = få svar, läs med försiktighet
chart-empty = Inget att visa än: inga svar matchar.
chart-needs-assets = Diagram visas som tabeller eftersom detta bygge saknar diagrambibliotek; se ”cargo xtask assets”.

respondent-privacy = Integritet

fault-title = Det gick inte
fault-403 = Du får inte öppna det här
fault-404 = Här finns inget
fault-429 = Lite för fort
fault-500 = Felet är vårt
fault-503 = Ett ögonblick
fault-507 = Disken är full
fault-ours = Felet är loggat. Försök igen, och skicka oss numret nedan om det kvarstår.
fault-home = Gå till Hem
fault-request = Begäran
error-not-found = Vi hittade inte { $what }. Det kan vara borttaget, eller så är adressen felskriven.
error-forbidden = Din roll tillåter inte detta. En administratör kan ändra det.
error-unauthorised = Logga in för att fortsätta.
error-too-many-requests =
    { $seconds ->
        [one] För många försök. Försök igen om { $seconds } sekund.
       *[other] För många försök. Försök igen om { $seconds } sekunder.
    }
error-disk-full = Serverns disk är full. Inget sparades; försök igen när det finns plats.
error-unavailable = En del som behövs svarar inte. Inget sparades; försök igen om en stund.
error-internal = Något gick fel hos oss.
error-method-not-allowed = Adressen tar inte emot den sortens begäran.
error-too-large = Det är större än vad sidan tar emot.
error-required = Det här måste fyllas i.
error-bad-query = Frågan kan inte besvaras: { $message }
error-query-timeout = Frågan tog längre tid än { $seconds } sekunder och avbröts. Begränsa den, till exempel i tid.
error-query-too-large = Frågan kräver mer minne än servern får använda. Begränsa den eller gruppera på mindre.
error-control-character = Texten innehåller ett styrtecken som inte kan sparas.
error-bad-form = Formuläret kunde inte läsas. Gå tillbaka och skicka det igen.
error-bad-json = Innehållet är inte giltig JSON (rad { $line }, kolumn { $column }).
error-cross-site = Begäran kom från en annan webbplats och avvisades.
thing-page = den här sidan

## Conditions: the builder, and what a condition says
condition-join = Detta ska gälla
condition-all = allt
condition-any = minst något
condition-subject = Om
condition-ask = Villkor
condition-value = Värde
condition-choose = Välj…
condition-add = Lägg till villkor
condition-add-group = Lägg till grupp
condition-group = Grupp
condition-drop = Ta bort raden
condition-as-text = Skriv som text
condition-as-lines = Visa som rader
condition-text = Villkoret som text
condition-text-hint = Till exempel: nps <= 6 && answered(why)
condition-look = Uppdatera valen
condition-none = Inget villkor: alltid.
condition-involved = Det är mer sammansatt än rader kan visa. Det fungerar och kan ändras som text.
condition-gone = { $of } (finns inte längre)
condition-yes = ja
condition-no = nej
condition-comma = { ", " }
condition-and = { $left } och { $right }
condition-or = { $left } eller { $right }
condition-not = inte: { $what }
condition-is-eq = är
condition-is-ne = är inte
condition-is-le = är högst
condition-is-lt = är mindre än
condition-is-ge = är minst
condition-is-gt = är mer än
condition-is-lt-date = är före
condition-is-le-date = är senast
condition-is-gt-date = är efter
condition-is-ge-date = är tidigast
condition-is-answered = är besvarad
condition-is-not-answered = är inte besvarad
condition-is-one-of = är någon av
condition-is-not-one-of = är ingen av
condition-is-has = innehåller
condition-is-not-has = innehåller inte
condition-is-has-text = innehåller orden
condition-is-not-has-text = innehåller inte orden
condition-is-starts-with = börjar med
condition-says-eq = { $of } är { $value }
condition-says-ne = { $of } är inte { $value }
condition-says-le = { $of } är högst { $value }
condition-says-lt = { $of } är mindre än { $value }
condition-says-ge = { $of } är minst { $value }
condition-says-gt = { $of } är mer än { $value }
condition-says-lt-date = { $of } är före { $value }
condition-says-le-date = { $of } är senast { $value }
condition-says-gt-date = { $of } är efter { $value }
condition-says-ge-date = { $of } är tidigast { $value }
condition-says-answered = { $of } är besvarad
condition-says-not-answered = { $of } är inte besvarad
condition-says-one-of = { $of } är någon av { $value }
condition-says-not-one-of = { $of } är ingen av { $value }
condition-says-has = { $of } innehåller { $value }
condition-says-not-has = { $of } innehåller inte { $value }
condition-says-has-text = { $of } innehåller { $value }
condition-says-not-has-text = { $of } innehåller inte { $value }
condition-says-starts-with = { $of } börjar med { $value }
error-condition-syntax = Vid tecken { $at } väntades inte ”{ $found }”.
error-condition-unsupported = Vid tecken { $at } kan ”{ $found }” inte användas så. Skriv till exempel: { $instead }
error-condition-operand = Det kan inte vara namnet på en fråga eller ett fält.
error-condition-value = Värdet passar inte villkoret.
error-condition-too-deep = Villkor kan ligga högst { $max } nivåer djupt.
error-condition-too-big = Det är för mycket för ett villkor: högst { $max } delar.
error-condition-text-too-long = En text i ett villkor har högst { $max } tecken.
error-condition-json = Villkoret kan inte läsas: { $message }
error-condition-unknown-operand = Villkoret frågar om något som inte finns.
error-condition-unknown-option = Alternativet ”{ $value }” finns inte här.
error-condition-wrong-type = Det kan inte frågas här: värdena är av en annan typ.
error-not-a-number = Här behövs ett tal.

## What a text says: feeling-*
feeling-pos = Positiv
feeling-neu = Neutral
feeling-neg = Negativ
feeling-unclear = Blandad eller oklar
feeling-unread = Inte läst
feeling-corrected = rättad av en medlem
feeling-corrected-by = { $name } säger det. Läsaren sade: { $was }.
feeling-why = Varför
feeling-other-language = Texter på detta språk ({ $language }) läses inte: hellre inget än en gissning.
feeling-no-language = Språket går inte att avgöra, så ingenting gissas.
feeling-words = Ord som vägde
feeling-no-words = Inget enskilt ord stack ut.
feeling-parts = Del för del
feeling-likely = Fortfarande troligt
feeling-score = Poäng från −1 till 1
feeling-language = Språk
feeling-reader = Läsarens version
feeling-transformer = En transformer, { $name }, har bedömt texten som helhet. Den ger inga skäl.
feeling-transformer-failed = Transformern klarade inte den här texten, så det gissas inte. Serverns logg säger varför.
feeling-words-linear = Vad vår egen läsare såg
feeling-parts-linear = Del för del, enligt vår egen läsare
feeling-say = Vad säger texten?
feeling-take-back = Ta tillbaka rättelsen
feeling-how = Hur texter läses, och hur väl

### What conditions can ask about.

subjects-attributes = Attribut
subjects-came = Hur svaret kom
subject-language = Språk
subject-channel = Kanal
subject-touchpoint = Kontaktpunkt
subject-best = bäst
subject-worst = sämst
subject-own = egna ord
subjects-questions = Frågor
subjects-said = Vad de skrev
subject-said-topic = Ämne
subject-said-intent = Vad de vill
subject-said-sentiment = Känsla
subject-said-urgency = Brådska (0 till 3)
intent-complaint = Klagomål
intent-praise = Beröm
intent-question = Fråga
intent-request = Önskemål
intent-bug = Fel
intent-threat-to-leave = Hot om att lämna
intent-other = Annat

### The evidence chain.

chain-link = Så hänger det ihop
