### Understand: results, answers, what changed.

## Lists and pages
understand-lede = Vad kunderna säger, med det intervall som antalet svar medger.
understand-surveys = Enkäter med sina resultat
understand-survey = Enkät
understand-score = Resultat
understand-last-30 = Senaste 30 dagarna
understand-none-title = Ingen enkät än
understand-none-text = Gör en enkät eller importera svar som du har, så visas resultaten här av sig själva.
understand-none-text-viewer = Så snart någon publicerar en enkät eller importerar svar visas resultaten här.
understand-none-action = Till Lyssna
understand-no-score = frågar inte efter något betyg
understand-anonymous-open = anonym: öppna den för att se resultatet
understand-more-surveys =
    { $count ->
        [one] { $count } enkät till visas inte: bara de senast ändrade visas.
       *[other] { $count } enkäter till visas inte: bara de senast ändrade visas.
    }
understand-views = Vyer av enkäten
understand-tab-results = Resultat
understand-tab-answers = Svar
understand-edit = Redigera
understand-share = Dela
understand-response = Enkätsvar
understand-responses = Enkätsvar
understand-contact = Kund
understand-response-id = Id

## Filters
understand-filters = Filter
understand-period = Period
understand-period-7d = Senaste 7 dagarna
understand-period-30d = Senaste 30 dagarna
understand-period-90d = Senaste 90 dagarna
understand-period-365d = Senaste 365 dagarna
understand-period-all = All tid
understand-from = Från
understand-to = Till
understand-days = { $first } till { $last }
understand-days-from = från { $first }
understand-days-to = till och med { $last }
understand-question = Fråga
understand-option = Alternativ
understand-state = Status
understand-state-complete = slutfört
understand-state-partial = avbrutet
understand-add-filter = Filter
understand-pick = { $dimension }: vilket värde?
understand-other-value = Annat värde
understand-remove = Ta bort filtret { $label }: { $value }
understand-clear = Rensa alla
understand-flagged = Flaggade svar
understand-flagged-out = utelämnade
understand-leave-out = Utelämna flaggade svar
understand-count-again = Räkna med flaggade svar igen
understand-left-out =
    { $count ->
        [0] Inget svar här är flaggat, så inget är utelämnat.
        [one] { $count } svar är utelämnat som flaggat: { $why }.
       *[other] { $count } svar är utelämnade som flaggade: { $why }.
    }
understand-left-out-look = Se vilka
understand-no-value = okänt
understand-flag-true = ja
understand-flag-false = nej
understand-dimension-channel = Kanal
understand-dimension-language = Språk
understand-dimension-touchpoint = Kontaktpunkt
understand-channel-link = Länk
understand-channel-email = E-post
understand-channel-sms = Sms
understand-channel-web = Webbplats
understand-channel-qr = QR-kod
understand-channel-kiosk = Kiosk
understand-channel-api = API
understand-channel-import = Import
understand-channel-review = Omdömessajt
understand-channel-helpdesk = Kundtjänst

## Numbers
understand-key-numbers = Nyckeltal
understand-metric-nps = NPS
understand-metric-csat = Nöjdhet
understand-metric-ces = Ansträngning
understand-metric-rating = Betyg
understand-finished = Slutförda
understand-finished-note = { $complete } av { $all }
understand-before = { $value } i perioden före
understand-moved = { $verdict }: { $by } mot perioden före
understand-trend = { $metric } { $step }
understand-trend-says = { $metric } { $step }, med det intervall där det sanna värdet ligger med 95 % säkerhet.
understand-by-day = per dag
understand-by-week = per vecka
understand-by-month = per månad
understand-step = Steg
understand-step-day = Dag
understand-step-week = Vecka
understand-step-month = Månad
understand-distribution-says =
    { $count ->
        [one] Hur ofta varje betyg gavs, totalt { $count } svar.
       *[other] Hur ofta varje betyg gavs, totalt { $count } svar.
    }
understand-read = Läs vad de sade:
understand-split = { $metric } per { $dimension }
understand-split-says = { $metric } med intervall för varje värde av { $dimension }.
understand-split-by = Dela upp efter
understand-split-order = Lägst först; grupper med få svar sist.
understand-split-most = De { $shown } grupperna med flest svar av { $all }. Lägst först; grupper med få svar sist.
understand-choices-says =
    { $count ->
        [one] { $question }: hur ofta varje alternativ valdes av { $count } person.
       *[other] { $question }: hur ofta varje alternativ valdes av { $count } personer.
    }
understand-texts = Senaste orden
understand-texts-all =
    { $count ->
        [one] { $count } text
       *[other] Alla { $count }
    }
understand-as-of = Klockan
understand-refresh = Uppdatera

## Nothing to show
understand-new-title = Inga svar än
understand-new-text = Dela länken eller QR-koden. Det första svaret visas här inom två sekunder.
understand-empty-title = Inga svar matchar
understand-empty-text = Ingen svarade under perioden med dessa filter.
understand-show-all = Visa allt
understand-no-rows-title = Inga svar matchar
understand-no-rows-text = Ta bort ett filter för att se fler.

## Answers and responses
understand-newest-first = Nyast först
understand-when = När
understand-said = Vad de sade
understand-answers-given = Svar
understand-nothing-answered = Ingen fråga besvarades.
understand-score-of = { $score } av { $of }
understand-where-from = Varifrån det kom
understand-known-then = Känt i det ögonblicket

## How it is counted
understand-how = Så räknas talen
understand-changes = Förändringar
understand-explain-nps = Andelen ambassadörer (9 och 10) minus andelen kritiker (0 till 6), i enheter från −100 till 100. Passiva (7 och 8) räknas bara i totalen (Reichheld, 2003). Intervallet följer av variansen hos +1, 0 och −1 (Rocks, 2016).
understand-explain-csat = Andelen svar i de två översta rutorna: 4 och 5 av fem, 6 och 7 av sju. Intervallet är Wilsons för en andel (1927).
understand-explain-ces = Medelvärdet av ansträngningen på frågans skala. Intervallet är Students t-intervall.
understand-explain-rating = Medelvärdet av betygen på frågans skala. Intervallet är Students t-intervall.
understand-explain-range = Om alla kunder hade svarat skulle talet ligga i intervallet i 95 av 100 sådana enkäter. Under 30 svar säger vi till: se på intervallet, inte på punkten.
understand-explain-finished = Slutförda enkätsvar av alla som påbörjats. En besvarad fråga räknas även om enkäten lämnades före slutet.
understand-explain-verdict = En förändring är tydlig när slumpen knappast ensam skulle ge den (andel falska fynd under 5 %, över alla förändringar på sidan) och den är värd att agera på: fem enheter, eller en tjugondel av skalan. Trolig betyder under 20 %.
understand-verdict-clear-fall = Tydlig nedgång
understand-verdict-clear-rise = Tydlig uppgång
understand-verdict-likely-fall = Trolig nedgång
understand-verdict-likely-rise = Trolig uppgång
understand-verdict-no-real-change = Ingen verklig förändring
understand-verdict-cant-tell = Går inte att säga än
understand-verdict-too-few = För få svar

## Anonymous surveys
understand-anonymous-title = Svaren här är anonyma
understand-anonymous-text = Du ser bara grupper om fem och fler, inget enskilt enkätsvar, och tal som flyttar sig när fem till har svarat. Filter och listor är avstängda eftersom de kunde peka ut någon.
understand-anonymous-few-title = Färre än fem har svarat klart
understand-anonymous-few-text = Resultaten visas så snart fem personer har svarat till slutet.
understand-anonymous-fives = slutförda, i steg om fem
understand-anonymous-bound = de första 20 000 slutförda
understand-anonymous-hidden = Grupper med färre än fem personer är dolda, liksom de som skulle avslöja dem.
understand-anonymous-months = Månader med färre än fem svar är utelämnade.
understand-anonymous-groups = Grupper om fem och fler, lägst först. Några är utelämnade så att ingen kan pekas ut genom jämförelse.
understand-anonymous-texts = Utan särskild ordning, utan när eller av vem.

## Home
understand-against =
    { $days ->
        [one] senaste dagen mot dem före
       *[other] senaste { $days } dagarna mot dem före
    }
understand-finding-clear-fall = { $metric } för { $survey } sjönk med { $by }
understand-finding-clear-rise = { $metric } för { $survey } steg med { $by }
understand-finding-likely-fall = { $metric } för { $survey } har troligen sjunkit
understand-finding-likely-rise = { $metric } för { $survey } har troligen stigit
understand-finding-no-real-change = { $metric } för { $survey } ligger kvar på samma nivå
understand-finding-cant-tell = För tidigt att säga om { $metric } för { $survey } har ändrats
understand-finding-too-few = { $metric } för { $survey } är { $now } hittills
understand-finding-why =
    { $count ->
        [one] { $now } nu, { $before } före; { $count } svar nu.
       *[other] { $now } nu, { $before } före; { $count } svar nu.
    }
understand-finding-needed =
    { $count ->
        [one] Ungefär { $count } svar till skulle visa en förändring på { $change } enheter eller mer.
       *[other] Ungefär { $count } svar till skulle visa en förändring på { $change } enheter eller mer.
    }
understand-finding-pace =
    { $days ->
        [one] I nuvarande takt tar det ungefär { $days } dag.
       *[other] I nuvarande takt tar det ungefär { $days } dagar.
    }
understand-finding-few =
    { $count ->
        [one] Av { $count } svar.
       *[other] Av { $count } svar.
    }
understand-finding-from = En förändring anges från { $least } svar, både i den här perioden och i den före.
understand-finding-ask = Fråga fler kunder
understand-now = Nu
understand-then = Före
understand-glance = Kretsloppet den här veckan
understand-glance-answers =
    { $count ->
        [one] { $count } enkätsvar
       *[other] { $count } enkätsvar
    }
understand-glance-before = { $count } veckan före

## Refusals
error-bad-filter = Filtret går inte att läsa. Datum skrivs som 2026-11-22, betyg som 9 eller 0-6.
error-too-many-filters = Högst { $max } filter åt gången.
error-too-many-counts = Enkäten har fler än { $max } olika antal per dag. Begränsa urvalet.
error-survey-anonymous = Svaren på enkäten är anonyma, så det finns ingen lista över dem.
thing-response = enkätsvaret

## Export of responses
understand-export = Exportera svar
understand-export-lede = En rad för varje svar, en eller flera kolumner för varje fråga.
understand-export-anonymous = Den här enkäten har lovat anonymitet. Filen har inga id:n, kontakter, kanaler, attribut eller klockslag, bara dagen; ofullständiga svar utelämnas, och svar som färre än fem personer delar är tomma.
understand-export-filtered = Resultatens filter gäller även filen.
understand-export-format = Format
understand-export-labels-in = Etiketternas språk
understand-export-labels = Ord i stället för nycklar
understand-export-labels-hint = I CSV, Excel, JSON och Parquet står svaren med ord. SPSS- och Stata-filer har alltid båda.
understand-export-personal = Med personuppgifter i texter
understand-export-personal-hint = Telefonnummer, adresser, namn och liknande står i filen som de skrevs. Granskningsloggen noterar vem som tog ut dem.
understand-export-masked = Personuppgifter i texter ersätts av vad de är, till exempel [telefon].
understand-export-get = Ladda ner
understand-export-format-xlsx = Excel (XLSX)
understand-export-format-xlsx-hint = Öppnas i alla kalkylprogram; ett andra blad förklarar kolumnerna.
understand-export-format-csv = CSV
understand-export-format-csv-hint = Ren text, för alla program.
understand-export-format-sav = SPSS (SAV)
understand-export-format-sav-hint = Med etiketter, även för R (haven), Python, PSPP och Jamovi.
understand-export-format-dta = Stata (DTA)
understand-export-format-dta-hint = Med etiketter, för Stata 14 och senare.
understand-export-format-parquet = Parquet
understand-export-format-parquet-hint = Typade kolumner, för dataverktyg.
understand-export-format-json = JSON
understand-export-format-json-hint = För program.
understand-export-id = Svar
understand-export-state = Status
understand-export-started-at = Påbörjat
understand-export-completed-at = Slutfört
understand-export-day = Dag
understand-export-channel = Kanal
understand-export-touchpoint = Kontaktpunkt
understand-export-contact-id = Kontakt
understand-export-language = Språk
understand-export-version = Enkätens version
understand-export-ending = Avslut
understand-export-seconds = Sekunder
understand-export-best = bäst
understand-export-worst = sämst
understand-export-own = egen idé
understand-export-sheet-rows = Svar
understand-export-sheet-columns = Kolumner
understand-export-head-column = Kolumn
understand-export-head-label = Etikett
understand-export-head-code = Värde
understand-export-head-meaning = Betydelse
error-sheet-too-long = Ett blad rymmer högst { $max } svar. Välj CSV eller Parquet.
error-table-too-wide = Enkäten har fler kolumner än formatet rymmer ({ $max }).
error-too-few-responses = Enkäten har lovat anonymitet: det finns en fil när minst { $min } personer har svarat klart.

## Report, cross-table, comparison, course, quality, shares
understand-tab-report = Rapport
understand-tab-crosstab = Korstabell
understand-tab-compare = Jämför
understand-tab-why = Varför
understand-why-title = Varför ”{ $question }” får det resultat det får
understand-why-low = { $low } av { $read } svar ({ $share }) är låga, upp till { $to }. Resultatet är { $score }.
understand-why-sample = De är de nyaste av { $rows }.
understand-why-no-cause = Ingen orsak skiljer sig från slumpen: det som de missnöjda säger sägs lika ofta av andra, eller så har för få skrivit något.
understand-why-costs-nps = { $points } poäng av NPS
understand-why-costs-percent = { $points } procentenheter
understand-why-costs-mean = { $points } av medelvärdet
understand-why-unexplained = { $share } av de låga svaren med text nämner ingen av orsakerna.
understand-why-order = De står i den ordning som de skiljer sig från slumpen, inte efter vad de kostar.
understand-why-echoes = Utelämnat, eftersom det säger betyget med andra ord: { $names }.
understand-why-repeated = { $count } upprepade något som redan sagts och räknas inte igen.
understand-why-risk = Det är { $times } gånger så ofta som hos andra på samma ställen ({ $low } till { $high }).
understand-why-share = { $mentions } nämner det, och { $low } av dem gav ett lågt betyg: { $share } av alla låga svar med text.
understand-why-points-all = Vad det kostar, av allt
understand-why-points-there = Vad det kostar där
understand-why-response = Hela svaret
understand-why-words = Orden bakom
understand-why-where = Var de låga svaren finns
understand-why-place = Var
understand-why-answers = Svar
understand-why-low-share = Låga
understand-why-times = Gånger mot övriga
understand-why-points = Poäng
understand-why-ruled-out = Vad det inte är
understand-why-ruled-out-note = Talet bredvid säger hur många som nämner det.
understand-why-not-tied = De som säger det ger låga betyg lika ofta som andra.
understand-why-not-sure = De som säger det ger oftare låga betyg, men slumpen kan förklara det.
understand-why-only-common = Det sägs där betygen är låga, även av dem som är nöjda.
understand-why-goes-with = Inget blir kvar av det utan orsak { $cause }.
understand-why-plan = Starta ett initiativ
understand-why-ask = Fråga härnäst
understand-why-ask-text = { $share } av de låga svaren med text har ännu ingen orsak, och { $silent } gav ett lågt betyg utan ett ord.
understand-why-ask-there = Fråga först här:
understand-why-ask-reasons = Erbjud dessa skäl bredvid ett fritt svar:
understand-why-ask-add = Lägg till en fråga i enkäten
understand-why-closed-title = De här orden är inte för din roll
understand-why-closed-text = Orsaker hittas i det folk har skrivit. Fråga en chef som får läsa enkätens texter.
understand-why-none-title = Inget att förklara här
understand-why-none-text = Orsaker kräver en fråga med skala och svar på den. Välj en längre period eller ta bort filter.
understand-why-explain = Först söks grupper av svar med fler låga betyg än på andra håll. Sedan ställs det som de missnöjda skriver mot vad andra skriver i samma grupper, så att något som bara är vanligt på ett dåligt ställe inte blir en orsak. Bara det som slumpen inte förklarar, bland allt som prövats, visas.
understand-why-explain-points = Poäng är vad resultatet skulle vinna om de som nämner orsaken svarade som andra runt dem; orsaker som kommer tillsammans delar sina poäng rättvist (Shapley).
understand-why-explain-limits = Orsaker hittas i det folk har skrivit; det ingen nämner kan inte hittas. Ett experiment, eller en förändring vars effekt mäts, avgör.
understand-tab-course = Förlopp
understand-tab-quality = Kvalitet
understand-words-hidden = Det som folk skrivit visas inte för din roll.
understand-personal-email = e-post
understand-personal-phone = telefon
understand-personal-card = kortnummer
understand-personal-iban = kontonummer
understand-personal-national-id = personnummer
understand-personal-link = länk
understand-personal-ip = IP-adress
understand-personal-licence = dokumentnummer
understand-personal-name = namn
understand-personal-address = adress
understand-personal-masked = Dolda personuppgifter
understand-personal-note = Personuppgifter i de här texterna är dolda: ord inom hakparentes säger vad som stod där. Administratörer bestämmer vem som ser dem.
understand-report-answered = { $count } av { $all } svarade
understand-report-answered-some = { $count } svarade; alla { $all } fick inte frågan
understand-report-none = Ingen besvarade den här frågan.
understand-report-floor = Färre än fem personer besvarade frågan, så den visas inte.
understand-report-votes =
    { $count ->
        [one] { $count } röst på andras idéer
       *[other] { $count } röster på andras idéer
    }
understand-report-personal = Personuppgifter räknas bara här och visas endast i det enskilda svaret.
understand-report-mean = Medelvärde
understand-report-median = Median
understand-report-quartiles = Hälften av svaren ligger mellan { $low } och { $high }.
understand-report-other = Med egna ord
understand-report-row = Rad
understand-report-value = Värde
understand-report-values-says =
    { $count ->
        [one] Var { $count } svar ligger.
       *[other] Var { $count } svar ligger.
    }
understand-report-places-says = Varje alternativs medelplats med intervall; 1 är först.
understand-report-borda-says = Hur många som satte alternativet först, och Bordapoäng: 100 om alla satte det först, 0 om alla satte det sist.
understand-report-first = Först
understand-report-borda = Bordapoäng
understand-report-points-says = Medelpoäng för varje alternativ med intervall; inga poäng räknas som 0.
understand-report-best-says = Hur ofta varje alternativ kallades bäst minus hur ofta sämst, per 100 svarande, med intervall.
understand-report-best-counts = Hur ofta varje alternativ kallades bäst och sämst.
understand-report-best = Bäst
understand-report-worst = Sämst
understand-report-bands-says = Svaren på varje rad från skalans låga till höga ände, och medelvärdet med intervall.
understand-report-heat-says = Hur många som valde varje kolumn, som andel av dem som svarade på raden; mörkare är fler.
understand-report-written-says = Hur många som skrev något på varje rad.
understand-crosstab-row-side = Rader
understand-crosstab-column-side = Kolumner
understand-crosstab-show = Cellerna visar
understand-crosstab-rows = Andel av raden
understand-crosstab-columns = Andel av kolumnen
understand-crosstab-counts = Antal svar
understand-crosstab-title = { $rows } efter { $columns }
understand-crosstab-says-rows = Varje rad av ”{ $rows }” fördelad över ”{ $columns }”: andelar av raden, antal bredvid.
understand-crosstab-says-columns = Varje kolumn av ”{ $columns }” fördelad över ”{ $rows }”: andelar av kolumnen, antal bredvid.
understand-crosstab-says-counts = Antal svar för ”{ $rows }” och ”{ $columns }”, med andelar av raden.
understand-crosstab-none-title = Välj två olika sidor
understand-crosstab-none-text = En korstabell ställer en fråga mot en annan, eller mot varifrån svaren kom.
understand-crosstab-several = Man kunde välja flera alternativ och räknas då i flera celler; därför finns inget test.
understand-crosstab-thin = Många celler skulle ha färre än fem svar, så testet är inte att lita på. Slå ihop grupper eller vänta på fler svar.
understand-crosstab-marks = Markerade celler har fler eller färre svar än slumpen ensam ger (justerad residual bortom ±1,96).
understand-crosstab-more = fler än väntat
understand-crosstab-fewer = färre än väntat
understand-crosstab-small = under fem
understand-crosstab-most = Bara de { $count } värden som har flest svar visas.
understand-crosstab-detail = χ² = { $chi }, df = { $freedom }, p { $p }, Cramérs V = { $v }
understand-link-clear =
    { $count ->
        [one] Tydligt samband ({ $strength }), { $count } svar.
       *[other] Tydligt samband ({ $strength }), { $count } svar.
    }
understand-link-likely =
    { $count ->
        [one] Troligt samband ({ $strength }), { $count } svar.
       *[other] Troligt samband ({ $strength }), { $count } svar.
    }
understand-link-none =
    { $count ->
        [one] Inget verkligt samband ({ $strength }), { $count } svar.
       *[other] Inget verkligt samband ({ $strength }), { $count } svar.
    }
understand-link-cant-tell =
    { $count ->
        [one] Går inte att säga än av { $count } svar.
       *[other] Går inte att säga än av { $count } svar.
    }
understand-link-too-few =
    { $count ->
        [one] För få: { $count } svar.
       *[other] För få: { $count } svar.
    }
understand-strength-negligible = försumbart
understand-strength-weak = svagt
understand-strength-moderate = måttligt
understand-strength-strong = starkt
understand-compare-by = Jämför
understand-compare-before = Den här perioden med den förra
understand-compare-a = Den här gruppen
understand-compare-b = Med
understand-compare-rest = alla andra
understand-compare-title = { $a } mot { $b }
understand-compare-difference = Skillnad
understand-compare-verdict = Omdöme
understand-compare-none-title = Inget att jämföra
understand-compare-none-text = Välj en period som har en före sig, eller en grupp som svarat.
understand-weigh-title = Viktning
understand-weigh-text = Om du vet hur dina kunder fördelar sig kan svaren viktas så att varje grupp räknas lika mycket som den ska. Vikter kostar precision; sidan säger hur mycket.
understand-weigh-answered = Av dem som svarat
understand-weigh-known = Av alla kunder
understand-weigh-of = Andel { $group } av alla kunder
understand-weigh-remove = Uteslut { $dimension }
understand-weigh-do = Vikta svaren
understand-weigh-add = Vikta efter
understand-weigh-plain = Oviktat
understand-weigh-weighted = Viktat
understand-weigh-cost = { $n } svar säger lika mycket som { $effective } oviktade (designeffekt { $effect }). Vikterna ligger mellan { $least } och { $most }.
understand-weigh-off = Andelarna kunde inte nås inom vikternas gränser: de avviker med upp till { $off } procentenheter.
understand-weigh-empty = Ingen i ”{ $group }” har svarat, så ingen kan tala för dem. Lämna andelen tom.
understand-weigh-bad = Andelen för ”{ $group }” är inte ett tal över noll.
understand-weigh-nobody = Ingen svarade under den här perioden.
understand-course-began = Påbörjade
understand-course-time = Vanlig tid
understand-course-minutes = minuter, median för dem som blev klara
understand-course-in-seconds = sekunder, median för dem som blev klara
understand-course-quota = Kom för sent för en kvot
understand-course-pages = Hur långt folk kom
understand-course-page = Sida
understand-course-reached = Kom hit
understand-course-left = Stannade här
understand-course-median = Mediantid
understand-course-seconds = { $seconds } s
understand-course-funnel-says =
    { $count ->
        [one] Hur många av { $count } svar på våra sidor som kom till varje sida.
       *[other] Hur många av { $count } svar på våra sidor som kom till varje sida.
    }
understand-course-note =
    { $count ->
        [one] En sida som logiken hoppar över räknas som nådd. Tiderna är medianer för det senaste { $count } svaret.
       *[other] En sida som logiken hoppar över räknas som nådd. Tiderna är medianer för de senaste { $count } svaren.
    }
understand-course-unknown = Inget av svaren kom via våra sidor, eller så är blocken blandade, så det finns ingen sidordning.
understand-course-endings = Avslut
understand-course-ending = Avslut
understand-course-endings-says = Hur ofta varje avslut nåddes.
understand-course-usual = Det vanliga avslutet
understand-course-full = Kvoten full: { $quota }
understand-course-versions = Versioner
understand-course-versions-says = Hur många svar varje version av enkäten fick.
understand-bias-title = Representerar de som blev klara alla?
understand-bias-text = De som började jämförs med dem som blev klara, grupp för grupp. De som aldrig öppnade enkäten är inte kända här.
understand-bias-nothing = Det finns inget att skilja grupper åt med, eller så är grupperna mindre än tio.
understand-bias-clear = { $dimension }: tydligt ojämnt. { $most } blir klara oftare och { $least } mer sällan än andra; vikta svaren eller fråga igen.
understand-bias-likely = { $dimension }: troligen ojämnt. { $most } verkar bli klara oftare, { $least } mer sällan.
understand-bias-none = { $dimension }: ingen skillnad av betydelse mellan dem som började och dem som blev klara.
understand-bias-cant-tell = { $dimension }: går inte att säga än.
understand-bias-too-few = { $dimension }: för få svar för att säga något.
understand-bias-chart-says = Andel som blev klara för varje värde av { $dimension }, med intervall; den streckade linjen är alla.
understand-invited-title = Svarade de som bjöds in?
understand-invited-text = Alla med en personlig länk jämförs med dem som svarade genom den. Länkar för alla bjuder inte in någon särskild, så de räknas inte här.
understand-invited-bounded = Bara de senaste 50 000 inbjudningarna granskas.
understand-invited-asked = Inbjudna
understand-invited-answered = Svarade
understand-invited-clear = { $dimension }: tydligt ojämnt. { $most } svarar oftare och { $least } mer sällan än andra; påminn dem eller vikta svaren.
understand-invited-likely = { $dimension }: troligen ojämnt. { $most } verkar svara oftare, { $least } mer sällan.
understand-invited-none = { $dimension }: ingen skillnad av betydelse mellan dem som bjöds in och dem som svarade.
understand-invited-cant-tell = { $dimension }: går inte att säga ännu.
understand-invited-too-few = { $dimension }: för få inbjudningar för att säga något.
understand-invited-chart-says = Andel av de inbjudna som svarade för varje värde av { $dimension }, med intervall; den streckade linjen är alla.
understand-quality-looked =
    { $count ->
        [one] { $count } färdigt svar granskat
       *[other] { $count } färdiga svar granskade
    }
understand-quality-bounded = Bara de senaste 50 000 färdiga svaren granskas.
understand-quality-share = { $share } av dem
understand-quality-flagged = Anmärkningsvärda svar
understand-quality-why = Varför
understand-quality-none-title = Inget anmärkningsvärt
understand-quality-none-text = Inget svar var enformigt, för snabbt eller lämnat två gånger.
understand-quality-none-some = Inget av de tecken som kan avgöras här hittades.
understand-quality-untold-title = Inget att bedöma ännu
understand-quality-untold-text = Tecken syns i färdiga svar med tider, texter eller långa matriser. Här finns inga ännu.
understand-quality-all = Visa alla tecken
understand-quality-more =
    { $count ->
        [one] { $count } till listas inte.
       *[other] { $count } till listas inte.
    }
understand-quality-how = Det här är tecken, inte bevis, och de räknas tills du utelämnar dem. Samma svar: alla av minst fyra rader i en matris lika. För snabbt: halva den vanliga tiden per sida eller mindre (Leiner 2019). Två gånger: samma svar med samma ord.
understand-flag-straight = Samma svar på alla rader
understand-flag-straight-untold = Ingen matris har fyra rader eller fler.
understand-flag-fast = För snabbt
understand-flag-fast-untold = För få svar med tider.
understand-flag-twice = Lämnat två gånger
understand-flag-twice-untold = Inga tillräckligt långa texter.
understand-shares = Dela rapporten
understand-shares-lede = Den som har adressen kan läsa de frågor du väljer, utan konto och utan att ändra något. Ingen grupp under fem personer visas.
understand-share-new = Ny adress
understand-share-name = För vem
understand-share-name-hint = Bara medlemmar ser detta, så att du vet vilken adress du ska återkalla.
understand-share-questions = Frågor
understand-share-verbatims = Även det som folk skrivit
understand-share-verbatims-hint = Texter kan nämna personer. De står utan särskild ordning, utan när och av vem.
understand-share-until = Sista dag
understand-share-until-hint = Tomt: tills du återkallar den.
understand-share-make = Skapa adressen
understand-share-made = Adressen är skapad
understand-share-made-text = Kopiera den nu: bara ett fingeravtryck sparas, så den kan inte visas igen.
understand-share-address = Den delade rapportens adress
understand-share-list = Adresser
understand-share-created = Skapad
understand-share-revoke = Återkalla
understand-share-revoked = Adressen är återkallad.
understand-share-state-open = kan läsas
understand-share-state-over = har löpt ut
understand-share-state-revoked = återkallad
understand-share-holds =
    { $count ->
        [one] { $count } fråga
       *[other] { $count } frågor
    }
understand-share-with-words = med texter
understand-share-none-title = Inte delad med någon än
understand-share-none-text = Skapa en adress ovan för en kollega eller kund som saknar konto.
understand-share-floor = Grupper under fem personer visas inte, inte heller det som skulle avslöja dem.
understand-verbatims-title = Vem får läsa det som folk skrivit
understand-verbatims-role = Minst
understand-verbatims-hint = Gäller enkätens resultat, rapport, svar och exporter.
understand-verbatims-saved = Sparat vem som får läsa det som folk skrivit.
error-share-needs-questions = Välj minst en fråga.
error-share-name-too-long = Högst { $max } tecken.
error-share-over = Den dagen har passerat.
error-share-bad-role = Det finns ingen sådan roll.
error-too-many-shares = En enkät har högst { $max } adresser.
thing-share = den här delade rapporten
understand-kind-nps = Rekommendation (NPS)
understand-kind-csat = Nöjdhet (CSAT)
understand-kind-ces = Ansträngning (CES)
understand-kind-rating = Betyg
understand-kind-choice = Ett val
understand-kind-choices = Flera val
understand-kind-text = Text
understand-kind-psat = Produktnöjdhet (PSAT)
understand-kind-slider = Reglage
understand-kind-dropdown = Rullista
understand-kind-yesno = Ja eller nej
understand-kind-image = Bildval
understand-kind-ranking = Rangordning
understand-kind-matrix = Matris
understand-kind-sum = Fördela poäng
understand-kind-bestworst = Bäst och sämst
understand-kind-ideas = Idéer
understand-kind-number = Tal
understand-kind-date = Datum
understand-kind-time = Klockslag
understand-kind-email = E-post
understand-kind-phone = Telefon
understand-kind-contact = Kontaktuppgifter
understand-kind-consent = Samtycke
understand-kind-file = Fil
understand-kind-signature = Underskrift
understand-kind-statement = Text att läsa
understand-kind-hidden = Dolt värde
understand-kind-calculated = Beräknat värde
understand-count-responses =
    { $count ->
        [one] { $count } svar
       *[other] { $count } svar
    }

error-too-many-texts = Ett anrop läser högst { $max } texter.
error-no-topic-set = Det finns ingen ämnesuppsättning som heter { $set }. De som finns: { $sets }.
error-no-topic-sets = Ämnesuppsättningarna måste vara en lista med namn.
error-too-many-sets = Ett anrop nämner högst { $max } ämnesuppsättningar.
error-too-many-topics = En arbetsyta har högst { $max } ämnen. Ta bort eller slå ihop några först.
error-not-a-text = Här behövs en text inom citattecken.

## What texts say: understand-feelings-*, understand-reading-*, understand-reader-*, understand-agreement-*, understand-learn-*, understand-transformer-*
understand-dimension-sentiment = Vad texter säger
understand-dimension-text_language = Textens språk
understand-language-en = Engelska
understand-language-fa = Persiska
understand-language-ar = Arabiska
understand-language-sv = Svenska
understand-language-und = Går inte att avgöra
understand-all-texts = Alla texter
understand-feelings = Vad texter säger
understand-feelings-head = Vad texter säger
understand-feelings-says = Vad texter säger: andelen av var och en bland { $count } lästa texter, med det intervall där den sanna andelen ligger med 95 % säkerhet.
understand-feelings-unread = Texter på språk som inte läses: { $count }. De är inte medräknade.
understand-feelings-trend = Negativa texter { $step }
understand-feelings-trend-says = Andelen negativa texter { $step }, med det intervall där den sanna andelen ligger med 95 % säkerhet.
understand-reading = Hur väl läses texter?
understand-reading-lede = Läsaren finner språket och känslan i varje text. Medlemmar prövar den: öppna en text och säg vad den säger.
understand-agreement = Samstämmighet med medlemmar
understand-agreement-share = Samstämmighet
understand-agreement-range = mellan { $low } och { $high }
understand-agreement-of = Läsaren håller med i { $agreed } av { $judged } texter som medlemmar har bedömt.
understand-agreement-few = Än så länge finns få bedömningar: intervallet är brett.
understand-confusion = Vad medlemmar sade i rader, vad läsaren säger i kolumner
understand-by-hand = För hand
understand-agreement-bias = Man rättar hellre det som ser fel ut än bekräftar det som ser rätt ut, så den sanna samstämmigheten är troligen högre.
understand-agreement-none-title = Ingen text har bedömts för hand än
understand-agreement-none-text = Öppna vad en text säger på ett svar eller en översikt och välj vad den egentligen säger.
understand-reader-how = Så fungerar det
understand-reader-what = Läsaren väger ord, delar av ord, nekanden, förstärkningar och emoji, med vikter som lärts av texter med kända betyg, och säger vad som är troligast. Samma text ger alltid samma svar.
understand-reader-unclear = Flera etiketter kan fortfarande vara troliga. Då räknas texten som blandad eller oklar: i nio texter av tio finns den sanna etiketten bland dem som nämns.
understand-reader-silent = Texter på andra språk, eller alltför korta, gissas det inte om.
understand-reader-limits = Ironi, antydningar och kunskap om er verksamhet ligger bortom den. Läs texten själv innan ni agerar mot en enskild person.
understand-reader = Läsaren
understand-reader-languages = Språk som läses
understand-reader-where = Var texter läses
understand-reader-here = På den här servern; läsningen skickar ingenting någonstans
understand-reading-far = Förlopp
understand-reading-done = Alla texter är lästa av denna version.
understand-reading-progress = { $done } av { $all } svar genomgångna
understand-reading-stopped = Stoppat. Äldre texter behåller vad versionen före sade.
understand-reading-meanwhile = Ni kan arbeta vidare. Äldre texter behåller vad versionen före sade tills de läses igen.
understand-reading-go-on = Fortsätt
understand-reading-stop = Stoppa
understand-reading-again = Läs alla texter igen
understand-reading-stopped-flash = Omläsningen är stoppad
understand-reading-goes-on-flash = Texterna läses igen
understand-label-saved = Din bedömning är sparad
error-bad-label = Välj positiv, neutral, negativ eller oklar.
audit-text-label = sade vad en text säger
audit-export-personal = exporterade personuppgifter
audit-insight-found = fann en insikt
audit-insight-changed = fann att en insikt hade ändrats
audit-insight-gone = fann inte längre en insikt
audit-insight-dismiss = lade undan en insikt
audit-insight-back = tog tillbaka en insikt
audit-insight-owner = gav en insikt en ansvarig
audit-share-make = skapade en adress till en delad rapport
audit-share-revoke = återkallade adressen till en delad rapport
audit-share-restore = tog tillbaka adressen till en delad rapport
audit-survey-verbatims = ändrade vem som får läsa vad folk skrivit
audit-texts-stop = stoppade läsningen av texter
audit-texts-go-on = lät läsningen av texter fortsätta
audit-texts-again = lät läsa alla texter igen
understand-agreement-learned = Texter som läsaren har lärt sig av räknas inte: { $count }.
understand-learn = Lära av era egna svar
understand-learn-in-use = Används
understand-learn-what = Där ett betyg står bredvid en kommentar säger det vad kommentaren säger. Av sådana par, och av vad medlemmar har bedömt, kan läsaren lära sig orden i er bransch. Ingenting lämnar denna server, och det är avstängt tills en administratör slår på det.
understand-learn-how = Ett försök lär sig av fyra femtedelar av kommentarerna och läser sedan den femtedel som det inte har sett, före och efter. Enkäter som lovat anonymitet är inte med.
understand-learn-try = Pröva
understand-learn-again = Lär på nytt
understand-learn-on = Slå på
understand-learn-back = Gå tillbaka till den ursprungliga läsaren
understand-learn-only-admins = Administratörer kan pröva detta och slå på det.
understand-learn-progress = Försöket pågår. Ni kan arbeta vidare.
understand-learn-few = För få kommentarer med betyg: { $held_out } kunde läggas undan för mätning, och det behövs { $fewest }, alltså ungefär en femtedel av alla.
understand-learn-failed = Försöket misslyckades. Serverns logg säger varför. Försök igen.
understand-learn-better = Bättre med { $points } procentenheter på { $texts } av era egna svar. Vi rekommenderar att slå på det.
understand-learn-kept = Bättre med { $points } procentenheter på { $texts } av era egna svar.
understand-learn-lopsided = Oftare rätt med { $points } procentenheter på { $texts } av era egna svar, men en vanlig känsla vinner på en ovanligs bekostnad. Vi rekommenderar att låta det vara avstängt.
understand-learn-same = Ingen tydlig skillnad på { $texts } av era egna svar. Vi rekommenderar att låta det vara avstängt.
understand-learn-worse = Sämre med { $points } procentenheter på { $texts } av era egna svar. Vi rekommenderar att låta det vara avstängt.
understand-learn-gain = Procentenheter fler texter som blir rätt
understand-learn-changed = { $changed } texter skulle läsas annorlunda: { $fixed } var fel och skulle bli rätt, { $broken } var rätt och skulle bli fel.
understand-learn-of = Lärt av { $taught } kommentarer, mätt på { $texts } andra.
understand-learn-by-hand = Medlemmar har bedömt { $count } av alla dessa.
understand-learn-left = förblir som från början
understand-learn-measures = Före och efter, på undanlagda texter, i procent
understand-learn-measure = Mått
understand-learn-before = Före
understand-learn-after = Efter
understand-learn-change = Skillnad
understand-learn-accuracy = Rätt
understand-learn-f1 = Medel över känslorna (macro-F1)
understand-learn-polarity = Negativa och positiva på rätt sida
understand-learn-covered = Den sanna etiketten bland dem som nämns; bör vara nära 90
understand-learn-truth = Rätt betyder: som betyget bredvid kommentaren säger, eller en medlem. Ett betyg är inget fullkomligt vittne: somliga berömmer i ord och ger en trea.
understand-learn-by-language = Per språk
understand-learn-taught = Lärt av
understand-learn-measured = Mätt på
understand-learn-examples = Texter som skulle läsas annorlunda
understand-learn-text = Text
understand-learn-known = Enligt betyget
understand-learn-used = Texter läses med det som lärts av era egna svar; { $name } slog på det
understand-learn-learned = Lärt:
understand-learn-unfit = Vikterna som följer med har ändrats sedan dess, och det lärda bygger på de gamla. Tills ni lär på nytt läses texter med den ursprungliga läsaren.
understand-learn-withdrawn = En import som några av texterna kom med har ångrats sedan dess. Lär på nytt så att de inte längre räknas.
understand-learn-asked-flash = Försöket börjar
understand-learn-on-flash = Påslaget. Texterna läses igen
understand-learn-back-flash = Avstängt. Texterna läses igen
error-nothing-learned = Inget har prövats än som kan slås på. Pröva först.
understand-transformer = En transformer läser med
understand-transformer-what = En transformer från en mapp på den här servern bedömer hela texter i stället för den ursprungliga läsaren. Meningar, satser, ämnen och orden som vägde förblir den ursprungliga läsarens, eftersom en transformer inte ger några skäl.
understand-transformer-set = Dess sannolikheter har inte kalibrerats på era texter: de etiketter nämns som enligt den själv tillsammans når nio tiondelar. Hur ofta den har rätt här visar bara era medlemmars bedömningar.
understand-transformer-later = Nya texter bedöms av den genast; kommer många på en gång bedömer den ursprungliga läsaren dem först, och transformern följer efter i bakgrunden.
understand-transformer-name = Transformer
understand-transformer-kind = Slag
understand-transformer-size = Inlärda tal
understand-transformer-tokens = Längsta text, i delar av ord
understand-transformer-labels = Dess etiketter
understand-transformer-languages = Språk som den bedömer
understand-transformer-card = Siffrorna gäller den ursprungliga läsaren, inte transformern.
understand-transformer-learning = Så länge en transformer bedömer hela texter ändrar det som lärs här bara meningar och satser.
understand-card = Vad man kan vänta sig
understand-card-lede = Hur den ursprungliga läsaren bedömer texter som lades undan när den gjordes, i procent. På era texter kan den vara bättre eller sämre.
understand-card-texts = Texter
audit-texts-learn-try = prövade att lära av texter
audit-texts-learn-on = slog på det som lärts av texter
audit-texts-learn-back = gick tillbaka till den ursprungliga läsaren

## What texts are about
understand-tab-texts = Texter
understand-about-title = Vad människor talar om
understand-about-topic = Ämne
understand-about-responses = Svar
understand-about-share = Nämns av
understand-about-feeling = Känslan för det
understand-about-neg = { $share } negativa
understand-about-pos = { $share } positiva
understand-about-who-mention = { $metric } bland dem som nämner det
understand-about-others = övriga: { $score }
understand-about-against = Mot övriga
understand-about-points = Poäng av resultatet
understand-about-points-note = vad det kostar eller ger { $metric }
understand-about-within = inom sitt ämne
understand-unfold = Visa alla { $count }
understand-about-aside = Fler delar: { $count }
understand-about-trend = Trend
understand-about-trend-title = Hur ofta det nämns
understand-about-trend-says = Andelen av dem som skrivit något som nämner det, { $step }, med intervallet som rymmer den sanna andelen med 95 % säkerhet.
understand-about-feels-says = Vad de { $count } svar vars texter har lästs känner för det, med intervallet som rymmer den sanna andelen med 95 % säkerhet. Ett svar som säger lika mycket gott som ont är neutralt.
understand-about-spark = från { $first } till { $last }
understand-about-owner = Ansvarig
understand-about-no-owner = ingen ansvarig
understand-about-emerging = på väg upp
understand-about-fading = på väg bort
understand-about-emerge = Nämns oftare än förut: { $topics }.
understand-about-fade = Nämns mer sällan än förut: { $topics }.
understand-about-costs = { $topic } kostar mest: { $points } poäng av { $metric }. { $share } av dem som skrivit nämner det, { $negative } av dem med en dålig känsla.
understand-about-brings = { $topic } ger mest: { $points } poäng av { $metric }. { $share } av dem som skrivit nämner det, { $negative } av dem med en dålig känsla.
understand-about-most = { $topic } är det som människor skriver mest om: { $share } av dem som skrivit nämner det, { $negative } av dem med en dålig känsla.
understand-about-wrote = Skrev något
understand-about-some = Nämner ett ämne
understand-about-score = { $metric } bland dem som skrivit
understand-about-without = Utan ämne
understand-about-without-note = läs dem: kanske saknas en regel
understand-about-of = { $n } av { $total } med text
understand-about-picture = Hur ofta och med vilken känsla
understand-about-picture-says = Längre åt höger: nämns av fler; högre upp: bättre känsla; större: nämns av fler. Ämnen på första nivån; tabellen nedan har samma tal.
understand-about-picture-says-points = Längre åt höger: nämns av fler; högre upp: bättre känsla; större: kostar eller ger fler poäng. Ämnen på första nivån; tabellen nedan har samma tal.
understand-about-more-often = nämns av fler
understand-about-rules = Ämnen och regler
understand-about-rule = Dess regel
understand-about-rest = Övriga ämnen tillsammans
understand-about-sum = Alla ämnen
understand-about-sums = { $metric } bland dem som skrivit är { $score }. De som inte nämner något ämne ger { $baseline }; skillnaden, { $sum }, fördelas på ämnena så att deras poäng summerar till den exakt.
understand-about-left-out = Ämnen som inte visas här: { $count }.
understand-about-cut = De senaste 200 000 svaren med text räknas.
understand-about-how = Hur talen räknas fram
understand-about-how-text = Ett svar räknas en gång för ett ämne, hur ofta det eller en del av det än nämns. Poängen är ämnets del av resultatet i alla ordningar som ämnen kan tas bort i (Shapleyvärdet), så att ämnen som nämns tillsammans bär sina delar tillsammans. Omdömena är korrigerade för alla ämnen på sidan. Det som är på väg upp eller bort jämförs med samma veckodagar tidigare. Inget av detta bevisar en orsak.
understand-about-segments = Vem talar om vad
understand-about-heat-says = Andelen av varje grupp ({ $dimension }) som nämner varje ämne. ”Fler” och ”färre” märker ut det som inte är slump: andel falska fynd under 5 % över alla celler. Grupper under tio lämnas tomma.
understand-about-more = fler
understand-about-fewer = färre
understand-about-differ = Vad två grupper talar olika mycket om
understand-about-needed = ungefär { $count } svar till behövs
understand-about-verdict-clear-fall = Tydligt lägre
understand-about-verdict-clear-rise = Tydligt högre
understand-about-verdict-likely-fall = Troligen lägre
understand-about-verdict-likely-rise = Troligen högre
understand-about-verdict-no-real-change = Ingen verklig skillnad
understand-about-verdict-cant-tell = Går inte att säga än
understand-about-verdict-too-few = För få svar
understand-about-share-verdict-clear-fall = Tydligt färre
understand-about-share-verdict-clear-rise = Tydligt fler
understand-about-share-verdict-likely-fall = Troligen färre
understand-about-share-verdict-likely-rise = Troligen fler
understand-about-share-verdict-no-real-change = Ingen verklig skillnad
understand-about-share-verdict-cant-tell = Går inte att säga än
understand-about-share-verdict-too-few = För få svar
understand-about-no-topics-title = Inga ämnen än
understand-about-no-topics-text = Ämnen säger vad texter handlar om. Börja med en färdig uppsättning för ert område; alla texter, även äldre, läses sedan med den.
understand-about-add-set = Lägg till en ämnesuppsättning
understand-about-see-topics = Se ämnena
understand-about-no-texts-title = Ingen har skrivit något
understand-about-no-texts-text = Inget svar i perioden med dessa filter har någon text. Välj en längre period, eller fråga ”varför?” i enkäten.
understand-about-no-mentions-title = Ingen text nämner något ämne
understand-about-no-mentions-text = Människor skrev, men inget av era ämnen passar. Kanske gör en uppsättning för ert område det; eller läs några texter och hämta orden där. Efter en ändring tar det en stund innan alla texter har lästs igen.
understand-about-discreet = Räknade är de första { $count } som blev klara och skrev något. Delar av ämnen, resultat och enskilda texter visas inte här.
understand-about-read = Läs texterna
understand-about-read-lede = Orden som nämner ett ämne och de som avgjorde känslan är markerade. Säg vad texten säger där läsningen är fel.
understand-about-read-keys = Tangenter: j nästa, k föregående, 1 till 4 säger vad texten säger.
understand-about-narrow = Begränsa texterna
understand-about-nth = Text { $n } av { $all }
understand-about-no-read-title = Inga sådana texter
understand-about-no-read-text = Ingen text passar allt som valts. Ta bort ett filter eller välj en längre period.
understand-about-nobody-title = Ingen nämner det
understand-about-nobody-text = Ingen text i perioden med dessa filter nämner det. Välj en längre period eller se på dess regel.
understand-about-who = Vilka som nämner det mer
understand-about-group = Grupp
understand-about-everybody-else = Alla andra
understand-about-times = Gånger så ofta
understand-about-who-says = Av { $count } jämförda grupper de som nämner det oftare än slumpen tillåter: andel falska fynd under 5 %.
understand-about-who-none = Av { $count } jämförda grupper nämner ingen det tydligt oftare än övriga.
understand-about-parts = Vad det består av
understand-about-quotes = Vad de skrev
understand-intent = Vill
understand-urgency = Brådska
understand-urgency-1 = Titta snart
understand-urgency-2 = Brådskande
understand-urgency-3 = Mycket brådskande
## Topics: understand-topics-*
understand-topics = Ämnen
understand-topics-lede = Det kunderna talar om. Regler i vanliga ord säger vilka texter som nämner vad, och bredvid läses hur folk känner för det.
understand-topics-topic = Ämne
understand-topics-tree = Alla ämnen
understand-topics-number = Ämnen: { $count }
understand-topics-new = Nytt ämne
understand-topics-edit = Redigera ämnet
understand-topics-owner = Ansvarig
understand-topics-owner-hint = Den som kan ändra på saken, inte den som läser texterna.
understand-topics-nobody = Ingen ansvarig än
understand-topics-source = Ur uppsättningen
understand-topics-own = egen
understand-topics-hollow = hittar inget: den har varken regel eller delar
understand-topics-below = Delar: { $count }
understand-topics-counted = Räknade är svar som du får läsa; svar på anonyma enkäter är undantagna. Ett svar som nämner två delar av ett ämne räknas en gång för helheten.
understand-topics-none-title = Inga ämnen än
understand-topics-none-text = Ett ämne är något som folk talar om, till exempel fakturan eller väntetiden, med ord som det känns igen på. Börja med den uppsättning som ligger närmast er verksamhet; flera går bra ihop.
understand-topics-none-viewer = Ett ämne är något som folk talar om, till exempel fakturan eller väntetiden. En chef kan lägga till en färdig uppsättning eller egna ämnen.
understand-topics-reading = Hur texter läses
understand-topics-sets = Uppsättningar att börja med
understand-topics-sets-lede = Färdiga ämnen med regler på engelska, persiska, arabiska och svenska. Se på en uppsättning innan du lägger till den.
understand-topics-set = Startuppsättning: { $name }
understand-topics-set-lede = Vad den innehåller och hur ofta det skulle hittas i era nyaste texter. När den är tillagd kan varje ämne ändras eller tas bort.
understand-topics-set-add = Lägg till ämnen: { $count }
understand-topics-set-there = Alla ämnen i uppsättningen finns redan.
understand-topics-set-added = Uppsättningen är tillagd. Äldre texter läses om
understand-topics-taken = tillagd
understand-topics-taken-part = delvis: { $taken }
understand-topics-would = Texter som skulle nämna det
understand-topics-of-texts = Av de nyaste texterna som du får läsa: { $count }
understand-topics-no-texts = Det finns inga texter än att pröva detta på.
understand-topics-form-lede = Namn för människor, regler för texter. Pröva innan du sparar: du ser vilka texter som kommer in och vilka som faller ur.
understand-topics-names = Namn
understand-topics-where = Plats och ansvarig
understand-topics-parent = Del av
understand-topics-parent-hint = Den som nämner en del nämner helheten.
understand-topics-top = inget: det står överst
understand-topics-rules = Regler
understand-topics-rules-lede = Orden som ämnet känns igen på i texter på varje språk, med komma emellan. Ändelser hittas av sig själva.
understand-topics-any = Alla språk
understand-topics-any-hint = Namn och siffror som är lika överallt.
understand-topics-how = Så skrivs en regel
understand-topics-how-inflected = ordet med sina ändelser
understand-topics-how-exact = bara denna form
understand-topics-how-prefix = varje ord som börjar så
understand-topics-how-phrase = orden i följd
understand-topics-how-or = ett av dem
understand-topics-how-and = båda i en mening
understand-topics-how-not = det första, i meningar utan det andra
understand-topics-how-near = båda, högst sex ord från det ena till det andra
understand-topics-suggest = Föreslå en regel utifrån exempel
understand-topics-suggest-lede = Ge texter som handlar om ämnet. Ord som skiljer dem från era andra texter föreslås; inget sparas.
understand-topics-examples = Exempel, ett per rad
understand-topics-examples-hint = Tio till trettio räcker bra.
understand-topics-examples-language = Deras språk
understand-topics-by-hand = Använd även texter som medlemmar har bedömt
understand-topics-suggest-do = Föreslå
understand-topics-suggested = På exemplen är { $precision } av det den hittar rätt, och den hittar { $recall } av det som finns. På andra texter blir den sämre. Exempel: { $examples }, andra texter: { $others }.
understand-topics-no-suggestion = Inga ord skiljer exemplen från andra texter ({ $others }). Lägg till exempel som säger samma sak med samma ord.
understand-topics-take = Skriv in den i formuläret
understand-topics-try = Pröva
understand-topics-look = Se vad som skulle ändras
understand-topics-wrong = Detta går inte att pröva än
understand-topics-effect = Vad som skulle ändras
understand-topics-effect-of = Vad som skulle ändras för { $name }
understand-topics-now = Nu
understand-topics-then = Sedan
understand-topics-in = Kommer in
understand-topics-out = Faller ur
understand-topics-gained = Texter som kommer in
understand-topics-lost = Texter som faller ur
understand-topics-kept = Texter som nämner det
understand-topics-same = Samma texter nämner det som förut.
understand-topics-changed = Ämnen där något ändras
understand-topics-wide = Det skulle hittas i nästan allt
understand-topics-wide-text = Mer än sex av tio texter skulle nämna det, så det säger inget om en text. Ta bort de vanligaste orden.
understand-topics-rule-at = Vid tecken { $column }: { $what }
understand-topics-rule-at-piece = Vid tecken { $column }, ”{ $piece }”: { $what }
understand-topics-rule-empty = Regeln är tom. Skriv minst ett ord.
understand-topics-rule-too-long = Regeln är för lång. Dela upp den på ämnets delar.
understand-topics-rule-too-many-terms = Orden är för många. Dela upp regeln på ämnets delar.
understand-topics-rule-too-deep = För många parenteser i varandra. Ta bort några.
understand-topics-rule-phrase-too-long = Frasen är för lång. Korta den eller sätt AND mellan två halvor.
understand-topics-rule-open-quote = Frasen har inget slut. Lägg till ett citattecken.
understand-topics-rule-hollow = Det står inget i den. Skriv ett ord eller ta bort tecknen.
understand-topics-rule-open-bracket = Parentesen är inte stängd. Lägg till ).
understand-topics-rule-stray-bracket = Inget har öppnats som detta kan stänga. Ta bort det eller lägg till (.
understand-topics-rule-missing-term = Ett ord saknas bredvid operatorn. Lägg till ett eller ta bort operatorn.
understand-topics-rule-missing-operator = Sätt komma, AND eller NEAR mellan dem.
understand-topics-rule-only-not = NOT ensamt skulle hitta nästan allt. Säg först vad som söks.
understand-topics-rule-near-of-and = NEAR mäter mellan ord. Ta ut AND och NOT ur det.
understand-topics-rule-bad-distance = Skriv avståndet som ett antal ord från 1 till 50, som i NEAR/6.
understand-topics-rule-short-prefix = Minst två bokstäver måste stå före stjärnan.
understand-topics-rule-stray-mark = En stjärna står sist i ett ord och ett likhetstecken först, aldrig båda.
understand-topics-rule-no-letters = Det finns ingen bokstav i det. Skriv ett ord eller ta bort det.
understand-topics-added = Ämnet är tillagt. Äldre texter läses om
understand-topics-edited = Ämnet är sparat. Äldre texter läses om
understand-topics-mentioned = Svar som nämner det och som du får läsa: { $count }
understand-topics-no-rules = Det har ingen egen regel: det samlar sina delar.
understand-topics-other-languages = På andra språk
understand-topics-about = Om ämnet
understand-topics-key = Nyckel i SQL och filer
understand-topics-parts = Delar
understand-topics-no-parts = Det har inga delar.
understand-topics-new-part = Ny del
understand-topics-change = Ändra
understand-topics-split = Dela
understand-topics-merge = Slå ihop
understand-topics-delete = Ta bort
understand-topics-hand = Hittar det rätt texter?
understand-topics-hand-lede = Säg om några texter om de handlar om ämnet. Då ser du hur mycket av det som hittas som är rätt, och hur mycket av det som finns som hittas.
understand-topics-precision = Hittat och rätt (precision)
understand-topics-precision-of = { $hits } av { $of } hittade texter som medlemmar bedömt handlar om det.
understand-topics-precision-none = Ingen text som det hittar har bedömts än.
understand-topics-recall = Finns och hittas (täckning)
understand-topics-recall-of = { $hits } av { $of } bedömda texter som handlar om det hittas.
understand-topics-recall-none = Ingen text har bedömts handla om det än.
understand-topics-judged-number = Bedömda texter: { $count }.
understand-topics-hand-bias = Texter som erbjuds men inte hittas ligger nära ämnet, så täckningen gäller dessa texter och inte alla.
understand-topics-ask = Handlar dessa om det?
understand-topics-ask-none = Det finns inga fler texter att bedöma.
understand-topics-is = Handlar om det
understand-topics-is-not = Gör det inte
understand-topics-is-found = Reglerna hittar den
understand-topics-is-missed = Reglerna hittar den inte
understand-topics-judged-last = Senast bedömda
understand-topics-judged = Din bedömning är sparad
understand-topics-merge-title = Slå ihop { $topic } med ett annat
understand-topics-merge-lede = Det andra ämnet tar över orden och delarna; detta försvinner. Det medlemmar bedömt om det kommer tillbaka bara om du tar tillbaka hopslagningen.
understand-topics-merge-none = Det finns inget annat ämne att slå ihop det med.
understand-topics-into = Med
understand-topics-was-merged = Ämnena är hopslagna. Äldre texter läses om
understand-topics-delete-title = Ta bort { $topic }
understand-topics-delete-lede = Texter nämner det inte längre. Du kan ta tillbaka detta från historiken.
understand-topics-delete-parts = Delar som flyttas upp en nivå och blir kvar: { $count }
understand-topics-was-deleted = Ämnet är borttaget. Äldre texter läses om
understand-topics-split-title = Dela { $topic }
understand-topics-split-lede = Markera orden som det nya ämnet tar. Dela om citaten handlar om två saker som två personer skulle åtgärda.
understand-topics-split-goes = Vad det nya ämnet skulle hitta
understand-topics-goes = Ord som går till det nya ämnet
understand-topics-place = Var det står
understand-topics-place-part = Som en del av { $topic }
understand-topics-place-beside = Bredvid { $topic }
understand-topics-was-split = Ämnet är delat. Äldre texter läses om
understand-topics-history = Historik
understand-topics-history-lede = Vad som ändrats, när och av vem. De senaste hundra ändringarna kan tas tillbaka, var och en efter en titt på vad det ändrar.
understand-topics-history-none = Inget har ändrats än
understand-topics-history-none-text = Lägg till en startuppsättning eller ett eget ämne; varje ändring sparas här.
understand-topics-what = Ändring
understand-topics-who = Av
understand-topics-version = Version { $version }
understand-topics-touched = ämnen: { $count }
understand-topics-deed-set = Uppsättning tillagd: { $subject }
understand-topics-deed-added = Tillagt: { $subject }
understand-topics-deed-edited = Redigerat: { $subject }
understand-topics-deed-merged = Hopslaget med ett annat: { $subject }
understand-topics-deed-split = Delat: { $subject }
understand-topics-deed-deleted = Borttaget: { $subject }
understand-topics-deed-back = Ändring tillbakatagen: { $subject }
understand-topics-deed-other = Ändrat: { $subject }
understand-topics-back = Ta tillbaka
understand-topics-back-title = Ta tillbaka ändring { $version }
understand-topics-since = Ämnen som har ändrats igen sedan dess; de ändringarna går också förlorade: { $count }
understand-topics-taken-back = Ändringen är tillbakatagen. Äldre texter läses om
error-topics-changed = Någon annan har ändrat ämnena under tiden. Se över det en gång till och spara igen.
error-topic-too-deep = Ämnen ligger högst { $max } nivåer djupt. Välj en plats högre upp.
error-topic-bad-name = Ett namn har högst { $max } tecken.
error-topic-bad-rule = Regeln går inte att läsa från tecken { $column }. Korta eller dela den.
error-topic-bad-parent = Välj ett ämne som finns och inte ligger under detta.
error-topic-bad-owner = Välj en medlem i arbetsytan.
error-topic-bad-target = Ett ämne kan inte slås ihop med sig självt eller en av sina delar.
error-topic-nothing-chosen = Markera minst ett ord som går till det nya ämnet.
error-topic-few-examples = Ge minst { $min } exempel.
error-bad-topic-label = Säg om texten handlar om ämnet eller inte.
audit-topics-change = ändrade ämnen
audit-topics-label = sade om en text handlar om ett ämne

## Teman: vad folk talar om utan att något ämne täcker det
understand-themes = Teman
understand-themes-lede = Vad kunder talar om med egna ord och som inget ämne täcker ännu.
understand-themes-see = Vad inget ämne täcker
understand-themes-uncovered = Täcks inte av något ämne
understand-themes-all = Alla teman
understand-themes-all-again = Tillbaka till teman
understand-themes-looked =
    { $count ->
        [one] { $count } text har gåtts igenom, perioden före inräknad.
       *[other] { $count } texter har gåtts igenom, perioden före inräknad.
    }
understand-themes-sample = { $count } av { $all } texter har gåtts igenom, slumpvis utvalda; perioden före är inräknad. Antalen personer gäller detta urval.
understand-themes-people = Skrev om det
understand-themes-of = { $share } av { $total } som skrev
understand-themes-change = Mot tidigare
understand-themes-from-to = från { $before } till { $now }
understand-themes-feeling = Vad de känner
understand-themes-words = Med ord som
understand-themes-topic = Täcks av
understand-themes-make = Gör till ämne
understand-themes-not = Inget tema
understand-themes-aside =
    { $count ->
        [one] Lagt åt sidan: { $count } tema
       *[other] Lagda åt sidan: { $count } teman
    }
understand-themes-aside-note = De hålls borta tills tydligt fler skriver om dem.
understand-themes-take-back = Ta tillbaka
understand-themes-aside-done = Temat är lagt åt sidan
understand-themes-back-done = Temat är tillbaka
understand-themes-back-again = Det lades åt sidan när { $was } skrev om det; nu är det { $now }.
understand-themes-how = Så hittas teman
understand-themes-how-text = Ord i rad och ord nära varandra som står tillsammans oftare än av en slump, för varje språk för sig. De som hör till samma texter samlas och kallas det som kunderna oftast skrev. Texter med nästan samma ord räknas som en när teman söks, och var för sig när personer räknas. Om ett tema ökar eller avtar jämförs med samma veckodagar tidigare och korrigeras för alla teman på sidan. Inget som avslöjar vem någon är blir ett tema.
understand-themes-no-surveys-title = Inga texter att läsa
understand-themes-no-surveys-text = Det finns ingen enkät vars texter du får läsa. I enkäter som lovat anonymitet söks inga teman.
understand-themes-to-results = Till enkäterna
understand-themes-covered-title = Dina ämnen täcker vad folk skriver
understand-themes-covered-text = Varje tema under perioden hör till ett ämne.
understand-themes-none-left-title = Inget nytt
understand-themes-none-left-text = Det som inget ämne täcker är lagt åt sidan, och inte fler skriver om det än då.
understand-themes-none-title = Inga teman ännu
understand-themes-none-text = Minst fem personer måste säga ungefär samma sak. Välj en längre period eller ta bort ett filter.
understand-themes-verdict-clear-fall = Avtar tydligt
understand-themes-verdict-clear-rise = Ökar tydligt
understand-themes-verdict-likely-fall = Avtar troligen
understand-themes-verdict-likely-rise = Ökar troligen
understand-themes-verdict-no-real-change = Ingen verklig förändring
understand-themes-verdict-cant-tell = Kan inte avgöras ännu
understand-themes-verdict-too-few = För få att jämföra
understand-copies = Kopior
understand-copies-all = Varje text
understand-copies-several = Bara det som kom flera gånger
understand-copies-alike =
    { $count ->
        [one] { $count } likadan
       *[other] { $count } likadana
    }
understand-copies-flood =
    { $originals ->
        [one] { $copies } av de { $texts } senaste texterna är kopior av { $originals } text. De räknas med i alla tal.
       *[other] { $copies } av de { $texts } senaste texterna är kopior av { $originals } texter. De räknas med i alla tal.
    }
understand-copies-see = Visa dem
understand-copies-like = Alla texter; nu visas de med nästan samma ord
audit-theme-aside = lade ett tema åt sidan
audit-theme-back = tog tillbaka ett tema
## A language model beside the quotes
understand-assistant = Språkmodell
understand-assistant-lede = En språkmodell kan sammanfatta och översätta det kunder har skrivit. Ingenting i Nabz behöver den, och den är avstängd tills ni slår på den.
understand-assistant-link = Språkmodell för sammanfattningar och översättningar
understand-assistant-switch = I den här arbetsytan
understand-assistant-is-on = På
understand-assistant-is-off = Av
understand-assistant-absent = Den som driver servern har inte angett någon språkmodell, så ingenting kan skickas till en. Det krävs de här raderna i filen nabz.toml i datamappen, och en omstart:
understand-assistant-host = Dit citaten går
understand-assistant-model = Modell
understand-assistant-allowed = Påslagen av
understand-assistant-on-text = Medlemmar som får läsa en text kan få den sammanfattad och översatt. Varje förfrågan är ett tryck på en knapp.
understand-assistant-off-text = Ingenting skickas. När den är på kan medlemmar skicka maskerade citat till { $host }.
understand-assistant-moved = Den slogs på för { $was }, men förfrågningar skulle nu gå till { $host }. Ingenting skickas förrän ni slår på den igen.
understand-assistant-refused = Du godkände { $was }, men citaten skulle nu gå till { $host }. Ingenting slogs på: se vart de går och bestäm på nytt.
understand-assistant-gone = Du godkände { $was }, men servern anger inte längre någon språkmodell. Ingenting slogs på.
understand-assistant-switch-on = Slå på
understand-assistant-switch-off = Stäng av
understand-assistant-on-flash = Språkmodellen är påslagen
understand-assistant-off-flash = Språkmodellen är avstängd och dess svar är glömda
understand-assistant-uses = Vad den används till
understand-assistant-use-summary = Sammanfattningar: några meningar ovanför citaten om ett ämne och ovanför orsakerna till ett betyg.
understand-assistant-use-translation = Översättningar: under ett citat på ett annat språk än ert. Originalet står alltid kvar.
understand-assistant-use-press = Båda bär modellens namn. Ingen av dem görs för att någon ser på en sida, och inga siffror kommer från modellen.
understand-assistant-leaves = Vad som lämnar servern
understand-assistant-leaves-texts = Citaten på sidan, högst { $count }, eller det som ska översättas; namnet på ämnet eller orsaken; och språket för svaret.
understand-assistant-masked = Dessförinnan maskeras e-postadresser, telefon-, kort-, konto- och personnummer, länkar, postadresser och namn så långt de går att känna igen, liksom de namn som ni har sparat om just dessa kunder.
understand-assistant-mask-limits = Ingen maskering hittar allt: det någon berättar om sig själv med vanliga ord går att läsa.
understand-assistant-stays = Vad som stannar här
understand-assistant-stays-text = Betyg, kontakter, attribut och allt som svarande i anonyma enkäter har skrivit.
understand-assistant-kept = Svaren sparas i er databas i högst 30 dagar och glöms när ni stänger av. En sammanfattning visas bara så länge dess citat är desamma.
understand-assistant-summary = I korthet
understand-assistant-mark = Av en språkmodell
understand-assistant-offer =
    { $quotes ->
        [one] { $quotes } citat på sidan kan sammanfattas av en språkmodell.
       *[other] { $quotes } citat på sidan kan sammanfattas av en språkmodell.
    }
understand-assistant-outdated = Citaten har ändrats sedan de senast sammanfattades.
understand-assistant-summarise = Sammanfatta
understand-assistant-again = Sammanfatta igen
understand-assistant-goes = Citaten går till { $host }, med personuppgifter maskerade.
understand-assistant-made = Skrivet av språkmodellen { $model } utifrån { $quotes } citat,
understand-assistant-may-be-wrong = Det kan vara fel; citaten nedan är vad kunderna skrev.
understand-assistant-waits = Språkmodellen skriver. Det kan ta en minut.
understand-assistant-translate = Översätt
understand-assistant-translated = Översatt av språkmodellen { $model }; det kan vara fel
understand-assistant-trouble-off = Språkmodellen är avstängd. Ingenting skickades.
understand-assistant-trouble-busy = Språkmodellen svarar någon annan i arbetsytan. Försök igen om en stund.
understand-assistant-trouble-nothing = Det finns ingenting att sammanfatta.
understand-assistant-trouble-timeout = Språkmodellen svarade inte i tid. Försök igen senare.
understand-assistant-trouble-unreachable = Språkmodellen går inte att nå. Om det består, säg till den som driver servern.
understand-assistant-trouble-status = Språkmodellen avvisade förfrågan. Om det består, säg till den som driver servern.
understand-assistant-trouble-unusable = Språkmodellens svar gick inte att använda. Försök igen.
understand-assistant-asked = Frågan gick till { $model } på { $host }.
understand-assistant-status = Svaret hade status { $status }.
audit-assistant-on = slog på språkmodellen
audit-assistant-off = stängde av språkmodellen

## Insights
understand-insights = Insikter
understand-insights-lede = Vad som har ändrats, varför, och vem som bör ta sig an det. Nabz tittar igen med några minuters mellanrum, så snart det finns något nytt.
understand-insights-all =
    { $count ->
        [one] Visa den enda insikten
       *[other] Visa alla { $count } insikter
    }
understand-insights-kind-moved = Ändrat resultat
understand-insights-kind-cause = Funnen orsak
understand-insights-kind-emerging = Talas mer om
understand-insights-kind-unanswered = Kunder väntar
understand-insights-kind-silent = Har tystnat
understand-insights-state-open = Öppna
understand-insights-state-dismissed = Undanlagda
understand-insights-state-gone = Borta
understand-insights-by-kind = Slag
understand-insights-by-survey = Enkät
understand-insights-by-owner = Ansvarig
understand-insights-nobody = Ingen
understand-insights-none-open = Inga öppna insikter
understand-insights-none-open-text = En insikt visas när ett resultat tydligt ändras, när en orsak syns i det kunderna skriver, när ett ämne dyker upp, när klagomål väntar eller när en kontaktpunkt tystnar. Gamla data som importeras är ingen nyhet.
understand-insights-none-dismissed = Inget är undanlagt
understand-insights-none-dismissed-text = Det som läggs undan väntar här tills det tydligt ändras.
understand-insights-none-gone = Inget har försvunnit
understand-insights-none-gone-text = Här sparas insikter som inte längre hittas.
understand-insights-nothing-title = Inget att berätta än
understand-insights-nothing-text = Här berättas vad som har ändrats, och varför, så snart svar kommer: en ändrad siffra från tio svar i två perioder, en orsak från några dussin texter.
understand-insight-sure-clear = Tydligt
understand-insight-sure-likely = Troligt
understand-insight-sure-cannot_tell = Går inte att säga än
understand-insight-people =
    { $count ->
        [one] Gäller { $count } kund
       *[other] Gäller { $count } kunder
    }
understand-insight-people-silent =
    { $count ->
        [one] Ungefär { $count } svar saknas
       *[other] Ungefär { $count } svar saknas
    }
understand-insight-place = Det mesta kommer från { $attribute } { $place }: { $before } före, { $after } nu, vilket ger { $points } av { $by }.
understand-insight-place-part = En stor del kommer från { $attribute } { $place }: { $before } före, { $after } nu, vilket ger { $points } av { $by }.
understand-insight-mix = { $points } av { $by } beror på vilka som har svarat: fördelningen efter { $attribute } har ändrats.
understand-insight-cause = ”{ $cause }” kostar { $cost }
understand-insight-cause-at = ”{ $cause }” kostar { $cost } ({ $place })
understand-insight-cause-about = { $topic }: ”{ $cause }” kostar { $cost }
understand-insight-cause-about-at = { $topic }: ”{ $cause }” kostar { $cost } ({ $place })
understand-insight-cause-why =
    { $count ->
        [one] { $count } kund nämner det; { $low } av dem gav ett lågt betyg, { $times } gånger så ofta som andra i samma blandning.
       *[other] { $count } kunder nämner det; { $low } av dem gav ett lågt betyg, { $times } gånger så ofta som andra i samma blandning.
    }
understand-insight-cause-there = Bara där kostar det { $cost }.
understand-insight-cause-words = Med deras ord: { $words }.
understand-insight-emerging = Fler kunder talar om { $topic } i { $survey }
understand-insight-emerging-why =
    { $count ->
        [one] { $count } gjorde det de senaste fyra veckorna; ungefär { $expected } vore det vanliga.
       *[other] { $count } gjorde det de senaste fyra veckorna; ungefär { $expected } vore det vanliga.
    }
understand-insight-emerging-feel = { $share } av dem vars känsla har lästs är negativa.
understand-insight-overdue =
    { $count ->
        [one] { $count } klagomål väntar längre än utlovat
       *[other] { $count } klagomål väntar längre än utlovat
    }
understand-insight-loose =
    { $count ->
        [one] { $count } klagomål saknar ansvarig
       *[other] { $count } klagomål saknar ansvarig
    }
understand-insight-unanswered-why =
    { $days ->
        [one] Av { $all } klagomål den senaste dagen är { $share } besvarade; { $work } pågår, { $overdue } är försenade, { $loose } saknar ansvarig.
       *[other] Av { $all } klagomål de senaste { $days } dagarna är { $share } besvarade; { $work } pågår, { $overdue } är försenade, { $loose } saknar ansvarig.
    }
understand-insight-silent =
    { $days ->
        [one] { $survey } har inte fått något svar på { $days } dag
       *[other] { $survey } har inte fått något svar på { $days } dagar
    }
understand-insight-silent-at =
    { $days ->
        [one] { $place } har inte gett något svar till { $survey } på { $days } dag
       *[other] { $place } har inte gett något svar till { $survey } på { $days } dagar
    }
understand-insight-silent-why =
    { $count ->
        [one] I samma takt som förut skulle ungefär { $count } ha kommit. Länken, skylten eller enheten kan vara borta.
       *[other] I samma takt som förut skulle ungefär { $count } ha kommit. Länken, skylten eller enheten kan vara borta.
    }
understand-insight-part-answered = Besvarade
understand-insight-part-silent = Stängda utan svar
understand-insight-part-in-work = Pågår
understand-insight-part-waiting = Väntar på ansvarig
understand-insight-part-overdue = Försenade
understand-insight-parts-says = Vad som blev av klagomålen
understand-insight-parts-head = Klagomål
understand-insight-weeks = Senaste veckan
understand-insight-week = Veckan från { $day }
understand-insight-trend-says = { $metric } vecka för vecka, med intervall
understand-insight-share-says = Andel texter som nämner det, vecka för vecka
understand-insight-count-says = Svar vecka för vecka
understand-insight-ranked-says = Vad orsakerna kostar, i enheter av resultatet
understand-insight-nobody = Ingen har tagit sig an det
understand-insight-dismiss = Lägg undan
understand-insight-take-back = Ta tillbaka
understand-insight-dismissed = Undanlagd. Den kommer tillbaka om den tydligt ändras.
understand-insight-back = Insikten är öppen igen.
understand-insight-owned = Den ansvariga är sparad.
understand-insight-open = Öppna
understand-insight-behind = Se vad som ligger bakom
understand-insight-next-plan = Planera åtgärd
understand-insight-next-goal = Sätt ett mål
understand-insight-next-follow = Öppna planen
understand-insight-next-answer = Svara dem
understand-insight-next-ask = Kontrollera länk och skylt
understand-insight-is-gone = Detta hittas inte längre. Det sparas för historikens skull.
understand-insight-is-dismissed = Detta är undanlagt tills det tydligt ändras.
understand-insight-days = { $now } mot { $before }
understand-insight-found = Hittad
understand-insight-seen = senast kontrollerad
understand-insight-split = Förändringen uppdelad efter { $attribute }
understand-insight-by-rate = Genom andra betyg
understand-insight-by-mix = Genom att vara fler eller färre
understand-insight-others = Alla andra
understand-insight-sum = Tillsammans
understand-insight-split-note = Alla delar ger exakt förändringen. En grupp som växer drar bara ned om den ligger under medelvärdet.
understand-insight-quotes = Med kundernas ord
understand-insight-labels = Andra säger:
understand-insight-owner-of = Vem som tar sig an det
understand-five = Går det att agera på? Fem test
understand-five-passed =
    { $count ->
        [one] { $count } av fem uppfyllda
       *[other] { $count } av fem uppfyllda
    }
understand-five-yes = (uppfyllt)
understand-five-no = (inte än)
understand-five-specific = Specifik
understand-five-understandable = Begriplig
understand-five-prescriptive = Säger vad som ska göras
understand-five-measurable = Mätbar
understand-five-valuable = Värdefull
understand-five-place = Var: { $place }
understand-five-no-place = Var det sker är inte känt: jämför grupper
understand-five-cause = Orsaken är angiven med kundernas ord
understand-five-no-cause = Orsaken är inte känd: se vad kunderna säger
understand-five-evidence =
    { $count ->
        [one] Belägg: { $count } signal
       *[other] Belägg: { $count } signaler
    }
understand-five-sentence = En mening och en bild säger det
understand-five-owner = Ansvarig: { $owner }
understand-five-no-owner = Ingen är ansvarig: utse någon
understand-five-plan = Plan: { $plan }
understand-five-no-plan = Det finns ingen plan: gör en
understand-five-empty-plan = Planen säger inte vad som görs
understand-five-no-forecast = Planen säger inte vad den ska ändra
understand-five-metric = Mäts med { $metric }
understand-five-goal = Mål: { $goal }
understand-five-no-goal = Det finns inget mål: sätt ett
understand-five-worth = Står på spel: { $low } till { $high } { $currency } per år
understand-five-worth-source = Siffran kommer från: { $source }
understand-five-no-worth = Vad det är värt är inte angett: ange det
understand-five-no-stake = Vad det är värt går inte att räkna ut: ingen kund är känd att vara i riskzonen
understand-five-channels = Vad en supportkontakt kostar är angett
understand-five-no-channels = Vad det kostar i andra kanaler är inte angett: ange vad en supportkontakt kostar
