### Mål, effekter och värde.

prove-lede = Vad arbetet var värt: mål, vad förändringar ledde till och vad det är värt.
prove-anonymous = Här utlovades anonymitet: ingenting visas om färre än fem personer.
prove-flash-goal = Målet är satt.
prove-flash-closed = Målet är avslutat.
prove-flash-reopened = Målet är öppet igen.
prove-flash-measured = Mätt på nytt.
prove-flash-worth = Sparat.

error-out-of-order = Slutet måste komma efter början.
error-goal-stands-still = Målet måste skilja sig från utgångsläget.
error-anonymous-scope = I den här enkäten utlovades anonymitet: ett mål kan bara gälla alla.
thing-goal = målet
thing-effect = effekten

## Goals
goal-title = Mål
goal-new = Nytt mål
goal-new-lede = Vilket tal, från var till var, och till när.
goal-open = Öppna
goal-closed = Avslutade
goal-none = Inget mål ännu
goal-none-text = Ett mål säger vilket tal som ska vara var, och till när. Sedan ser ni varje vecka om det kommer att nås.
goal-none-closed = Inget mål har avslutats.
goal-no-number = Inget att mäta ännu
goal-no-number-text = Ett mål följer en poängsatt fråga i en enkät. Gör en enkät först.
goal-name = Rubrik
goal-name-hint = Vad som ska bli bättre, med ert teams ord.
goal-number = Tal
goal-of = Vad som räknas
goal-of-number = Frågans vanliga tal
goal-of-top = Andelen mycket nöjda (högsta poängen)
goal-look = Efter ett annat val:
goal-for = För vilka
goal-for-hint = Utan villkor gäller det alla.
goal-for-all = Alla
goal-present = Det ligger nu på { $value }: { $answers ->
        [one] { $answers } svar
       *[other] { $answers } svar
    } på { $days } dagar.
goal-present-last = Ingen har svarat på detta de senaste 90 dagarna. Senast låg det på { $value }: { $answers ->
        [one] { $answers } svar
       *[other] { $answers } svar
    } till { $day }.
goal-present-none = Ingen, eller för få, har svarat på detta. Ange själv var det börjar.
goal-from = Från
goal-from-hint = Tomt: där det ligger nu, eller låg senast.
goal-to = Till
goal-to-hint = Ett värde, eller +5 för fem mer.
goal-convert = Procent av de nöjda som blir mycket nöjda
goal-convert-hint = { $second } ger nu den näst bästa poängen. Detta ersätter ett målvärde.
goal-convert-plain = Detta ersätter ett målvärde.
goal-from-day = Börjar
goal-by-day = Till
goal-owner = Ansvarig
goal-nobody = Ingen ännu
goal-gone = Talet finns inte längre
goal-gone-text = Enkäten eller frågan som målet följer finns inte längre.
goal-from-to = { $from } till { $to }
goal-now = nu { $value }
goal-by = till { $day }
goal-bar = { $done } procent av vägen; det borde vara { $due }
goal-status-reached = Nått
goal-status-on_track = På väg
goal-status-behind = Efter
goal-status-missed = Missat
goal-status-cannot_tell = Går inte att säga ännu
goal-says-reached = Det ligger på { $to } eller bättre. Håll det där till { $day }.
goal-says-on_track = Om det fortsätter så här nås { $to } till { $day }.
goal-says-behind = Om det fortsätter så här nås inte { $to } till { $day }.
goal-says-missed = { $to } nåddes inte till { $day }.
goal-says-cannot_tell = Det finns för lite för att säga om { $to } nås till { $day }.
goal-today = Nu
goal-due = Borde vara
goal-target = Mål
goal-forecast = Prognos
goal-likely = I { $times } av 100 förlopp som stämmer med det som setts nås målet.
goal-pace-week = Hittills har det rört sig { $made } i veckan; från och med nu behövs { $needed } i veckan.
goal-pace-month = Hittills har det rört sig { $made } i månaden; från och med nu behövs { $needed } i månaden.
goal-trend = Vägen dit
goal-plot-says = { $metric }, den raka vägen till målet och var det troligen är till { $by }.
goal-way = Rak väg till målet
goal-number-line = Uppmätt
goal-about = Om målet
goal-way-from = Började från
goal-initiative = Till initiativet
goal-close = Avsluta målet
goal-reopen = Öppna igen
goal-is-closed = Målet är avslutat.

## Effects
effect-title = Vad förändringar ledde till
effect-none = Inget initiativ har börjat ännu
effect-none-text = Ge ett initiativ en startdag och ett tal som det ska flytta. Sedan mäts det av sig självt, varje dag.
effect-of = Effekt: { $title }
effect-initiative = Till initiativet
effect-measure = Mät nu
effect-unmeasured = Inte mätt ännu
effect-unmeasured-text = Det mäts av sig självt inom någon minut.
effect-no-start = Initiativet har ingen startdag. Ange från när kunderna möter förändringen.
effect-not-begun = Ingen genomför det. När det pågår eller är klart mäts effekten.
effect-measured-at = Mätt
effect-verdict-improved = Bättre
effect-verdict-worsened = Sämre
effect-verdict-none_detectable = Ingen märkbar effekt
effect-verdict-too_early = För tidigt
effect-verdict-cannot_tell = Går inte att säga
effect-says-improved = Det flyttade talet med { $by }; med stor sannolikhet { $range }.
effect-says-worsened = Det flyttade talet med { $by }, åt fel håll; med stor sannolikhet { $range }.
effect-says-none = Ingen märkbar effekt. Finns det en är den med stor sannolikhet { $range }.
effect-says-early = För tidigt: om ungefär { $weeks ->
        [one] { $weeks } vecka
       *[other] { $weeks } veckor
    } kan en effekt på { $size } synas.
effect-says-early-until = Efter starten tar det ungefär { $weeks ->
        [one] { $weeks } vecka
       *[other] { $weeks } veckor
    } innan en effekt på { $size } kan synas.
effect-says-early-never = En effekt på { $size } kommer knappast att synas här: talet rör sig för mycket av en slump.
effect-says-cannot = Ingenting kan sägas om effekten.
effect-why-nothing_before = Det finns inga svar från tiden före starten.
effect-why-nothing_after = Det finns ännu inga svar från tiden efter starten.
effect-why-nobody_treated = Ingen som svarat har mött förändringen. Kontrollera vilka initiativet gäller.
effect-why-everyone_treated = Alla mötte förändringen, så det finns ingen att jämföra med, och serien är för kort för att stå för sig själv.
effect-why-one_unit = Bara ett ställe mötte förändringen, och de andra är för få att jämföra med.
effect-why-definition_changed = Frågan har ställts på ett annat sätt någon gång: före och efter mäter inte samma sak.
effect-why-too_few_periods = För kort tid har setts; minst { $least } perioder behövs.
effect-why-too_few_units = För få ställen att jämföra; minst { $least } behövs.
effect-why-too_many = Det är mer än vad som kan beräknas.
effect-why-too_few_answers = Färre än tio svar från före eller efter starten.
effect-why-not_parallel = Sidorna gick isär redan före starten, så jämförelsen håller inte.
effect-why-poor_fit = Jämförelsen liknar inte stället före starten.
effect-why-placebos_move = Jämförelser där inget hände visar lika mycket, så det kan vara en slump.
effect-why-degenerate = Talen har luckor eller varierar inte: inget kan skattas ur dem.
effect-why-no_number = Talet som initiativet ska flytta saknas eller finns inte längre.
effect-why-no_start = Initiativet har ingen startdag.
effect-why-no_unit = Inget svar bär attributet vars värden ska jämföras.
effect-why-anonymous = I den här enkäten utlovades anonymitet. Vilka förändringen gäller kan då bara anges med det jämförda attributet.
effect-planned = Planerat: { $expected }.
effect-against-within = Det planerade ligger inom det uppmätta.
effect-against-more = Det gav mer än planerat.
effect-against-less = Det gav mindre än planerat.
effect-design-did = Ställen som mötte förändringen jämfördes med ställen som inte gjorde det, före och efter.
effect-design-synthetic = Det enda ställe som mötte förändringen jämfördes med en blandning av andra som gick likadant före.
effect-design-interrupted = Talet jämfördes med hur det skulle ha fortsatt. Allt annat som började då räknas också med.
effect-design-experiment = Personer som valts med lott jämfördes.
effect-design-none = Det mättes inte.
effect-alone = Alla mötte förändringen, så det finns ingen att jämföra med.
effect-picture = Uppmätt mot jämförelsen
effect-plot-says = De som mötte förändringen, de som inte gjorde det, och starten { $day }.
effect-start-line = Start
effect-treated = Mötte förändringen
effect-comparison = Jämförelse
effect-from-day = Från
effect-after = efter
effect-answers = { $before } svar från dem som mötte förändringen före starten, { $after } efter.
effect-behind-before = Svaren före
effect-behind-after = Svaren efter
effect-checks = Vad som prövats mot det
effect-checks-none = Inget kunde prövas ännu.
effect-check-parallel-good = Sidorna gick lika före starten.
effect-check-parallel-bad = Sidorna gick isär redan före starten.
effect-check-fit-good = Jämförelsen liknade stället före starten.
effect-check-fit-bad = Jämförelsen liknade inte stället före starten.
effect-check-placebo-few = Det finns för få ställen för ett lottningstest.
effect-check-placebo-good = Om förändringen hade lottats ut skulle så mycket synas högst { $share ->
        [one] { $share } gång
       *[other] { $share } gånger
    } av 100.
effect-check-placebo-bad = Om förändringen hade lottats ut skulle så mycket synas { $share } gånger av 100: det sticker inte ut.
effect-check-recovery = Mot jämförelsen är förändringen { $whole }. Av den är { $left } utöver vad ställen som låg lika lågt eller högt går tillbaka av sig själva; intervallet rymmer båda.
effect-check-starts = Av { $tried } påhittade starter visade { $alarms } en effekt där ingen fanns.
effect-check-without = Med vilket ställe som helst borttaget är skattningen { $range }.
effect-experts = För experter
effect-fact-units = Mötte förändringen / jämförelse
effect-fact-window = Dagar i ett fönster
effect-fact-p = p för effekten
effect-fact-parallel = p för testet före starten
effect-fact-placebo = p bland placebon
effect-fact-errors = Intervall
effect-errors-clustered = per ställe (CR2)
effect-errors-pooled = gemensamt för båda sidor
effect-fact-cr1 = Vanligt standardfel (CR1)
effect-fact-freedom = Frihetsgrader
effect-fact-carried = Brus som följer med
effect-fact-fit = Avstånd före starten, i standardavvikelser
effect-worth = Vad det är värt
effect-history = Tidigare mätningar
effect-when = När

## The book of what works
book-title = Vad som fungerar här
book-lede = Varje initiativ: vad som planerades och vad som mättes.
book-all = Hela boken
book-initiative = Initiativ
book-verdict = Resultat
book-planned = Planerat
book-measured = Uppmätt
book-since = sedan { $day }
book-unmeasured = inte mätt ännu
book-sum = { $measured ->
        [one] { $measured } initiativ
       *[other] { $measured } initiativ
    } färdigmätta; { $worked } flyttade talet åt rätt håll.
book-cut = De { $max } som började senast visas.
similar-title = Vad liknande initiativ gav
similar-moved = flyttade det med { $by } ({ $range }).

## Worth
worth-title = Vad det är värt
worth-lede = Ange vad ert företag vet. Insikter och effekter bär sedan sitt värde, med dessa siffror synliga.
worth-stated = { $stated } av { $kinds } siffror är angivna.
worth-open = Siffror
worth-currency = Valuta
worth-currency-hint = Som ni skriver den: EUR, kr, تومان.
worth-kind-point = En enhet av talet, per år
worth-kind-retained_customer = En kund som stannar
worth-kind-new_customer = En ny kund
worth-kind-support_contact = En kontakt med supporten
worth-hint-point = Vad en enhet mer i hela företaget ger på ett år.
worth-hint-retained_customer = Vad en kund ger som annars hade lämnat.
worth-hint-new_customer = Vad en ny kund ger totalt.
worth-hint-support_contact = Vad ett samtal eller meddelande kostar som inte hade behövts.
worth-unit = Siffran gäller
worth-unit-hint = Bara tal av det slaget får ett värde per enhet.
worth-low = Minst
worth-high = Högst
worth-source = Var siffran kommer från
worth-by = { $name }
worth-not-stated = inte angivet
worth-no-effect = Där ingen effekt syns påstås inget värde.
audit-goal-set = satte ett mål
audit-goal-close = stängde ett mål
audit-goal-reopen = öppnade ett mål igen
audit-effect-measure = lät mäta effekten
audit-worth-save = angav vad saker är värda

### Goals, effects and worth.

## The evidence chain: chain-*
chain-title = Så hänger det ihop
chain-lede = Från vad kunderna sade till vad som gjordes och vad det förändrade. Varje steg leder till sin egen sida.
chain-path = Kedjans steg
chain-steps = Steg för steg
chain-here = Du är här
chain-none = inga
chain-at-least = minst { $count }
chain-more =
    { $count ->
        [one] { $count } till
       *[other] { $count } till
    }
chain-more-at-least =
    { $count ->
        [one] minst { $count } till
       *[other] minst { $count } till
    }
chain-from-here = Följ kedjan härifrån
chain-from-here-of = Följ kedjan härifrån: { $name }
chain-kind-signal = Svar
chain-kind-topic = Ämnen
chain-kind-insight = Insikter
chain-kind-case = Klagomål
chain-kind-initiative = Initiativ
chain-kind-goal = Mål
chain-kind-effect = Effekter
chain-kind-message = Meddelanden
chain-none-signal = Inget svar som du får se hör hit.
chain-none-topic = Inget ämne hör hit.
chain-none-insight = Ingen insikt hör hit ännu.
chain-none-case = Inget klagomål hör hit.
chain-none-initiative = Ingen har planerat en varaktig lösning ännu.
chain-none-goal = Inget mål är satt ännu.
chain-none-effect = Ingen effekt är mätt ännu.
chain-none-message = Ingen kund har fått besked ännu.
chain-response-to = Svar på ”{ $survey }”
chain-score = Poäng { $score }
chain-case-about = Klagomål om ”{ $survey }”
chain-case-waits = Väntar på svar
chain-case-answered = Besvarat
chain-case-closed = Avslutat
chain-insight-about = { $what }: { $about }
chain-insight-moved = Ett mått har ändrats
chain-insight-cause = En orsak till låga poäng
chain-insight-emerging = Ett ämne som är på väg upp
chain-insight-unanswered = Klagomål utan svar
chain-insight-silent = En kontaktpunkt utan svar
chain-insight-other = Ett fynd
chain-people =
    { $count ->
        [one] { $count } kund
       *[other] { $count } kunder
    }
chain-state-proposed = Föreslaget
chain-state-planned = Planerat
chain-state-doing = Pågår
chain-state-done = Klart
chain-state-dropped = Nedlagt
chain-goal = Från { $from } till { $to } senast { $by }
chain-effect = { $value } (från { $low } till { $high })
chain-effect-improved = Det blev bättre
chain-effect-worsened = Det blev sämre
chain-effect-none = Ingen påvisbar effekt
chain-effect-early = För tidigt att säga
chain-effect-unknown = Det går inte att säga
chain-message-name = Meddelanden till kunder
