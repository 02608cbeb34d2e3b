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
understand-state-partial = lämnat före slutet
understand-add-filter = Filter
understand-pick = { $dimension }: vilket värde?
understand-other-value = Annat värde
understand-remove = Ta bort filtret { $label }: { $value }
understand-clear = Rensa alla
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
understand-moved = { $by } mot perioden före: { $verdict }
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
understand-empty-title = Inga svar stämmer
understand-empty-text = Ingen svarade under perioden med dessa filter.
understand-show-all = Visa allt
understand-no-rows-title = Inga svar stämmer
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
understand-finding-clear-fall = { $metric } för { $survey } föll med { $by }
understand-finding-clear-rise = { $metric } för { $survey } steg med { $by }
understand-finding-likely-fall = { $metric } för { $survey } har troligen fallit
understand-finding-likely-rise = { $metric } för { $survey } har troligen stigit
understand-finding-no-real-change = { $metric } för { $survey } står sig
understand-finding-cant-tell = { $metric } för { $survey }: för tidigt att säga
understand-finding-why =
    { $count ->
        [one] { $now } nu, { $before } före; { $count } svar nu.
       *[other] { $now } nu, { $before } före; { $count } svar nu.
    }
understand-finding-needed =
    { $count ->
        [one] Ungefär { $count } svar till skulle visa det.
       *[other] Ungefär { $count } svar till skulle visa det.
    }
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
