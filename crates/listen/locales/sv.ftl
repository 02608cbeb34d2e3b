## Surveys: the list
surveys-title = Enkäter
surveys-lede = Vad du frågar, var det är öppet och hur du delar det.
surveys-empty-title = Inga enkäter ännu
surveys-empty-text = Börja från en mall: det första svaret kan komma om fem minuter.
surveys-empty-viewer = En chef kan göra den första.
survey-new = Ny enkät
survey-import = Importera svar
survey-survey = Enkät
survey-languages = Språk
survey-questions = Frågor
survey-question = Fråga
survey-changed = Ändrad
survey-actions = Åtgärder
survey-results = Resultat
survey-results-of = Resultat för { $survey }
survey-share = Dela
survey-share-of = Dela { $survey }
survey-state-draft = Utkast
survey-state-open = Öppen
survey-state-closed = Stängd

## Surveys: a new one
survey-new-lede = Mallarna är färdigskrivna; du kan ändra varje ord efteråt.
survey-new-title-hint = Lämnas det tomt används mallens titel. De som svarar ser den.
survey-template = Börja från
survey-template-nps = Rekommendation efter ett besök (NPS)
survey-template-nps-hint = Sannolikhet att rekommendera från 0 till 10, och varför.
survey-template-csat = Nöjdhet (CSAT)
survey-template-csat-hint = Nöjdhet från 1 till 5, vad som stack ut och vad som kan bli bättre.
survey-template-ces = Ansträngning efter kundtjänst (CES)
survey-template-ces-hint = Hur enkelt det var från 1 till 7, om det är löst och vad som hade hjälpt.
survey-template-feedback = Kort återkoppling
survey-template-feedback-hint = Ett betyg och en öppen fråga.
survey-template-empty = Tom
survey-template-empty-hint = Dina egna frågor från början.
survey-create = Skapa enkät

## Surveys: the editor
survey-preview = Förhandsgranska
survey-publish = Publicera
survey-publish-changes = Publicera ändringar
survey-problems-title = Den kan inte publiceras ännu
survey-problems-text = Varje rad leder till stället som rättar det.
survey-question-count =
    { $count ->
        [one] { $count } fråga
       *[other] { $count } frågor
    }
survey-required = måste besvaras
survey-lacking = Text saknas: { $languages }
survey-move-up = Flytta upp: { $question }
survey-move-down = Flytta ned: { $question }
survey-remove-question = Ta bort: { $question }
survey-no-questions-title = Inga frågor ännu
survey-no-questions-text = Välj en sort nedan. Varje fråga kommer färdigskriven, så att du bara ändrar det som är ditt.
survey-add-question = Lägg till fråga
survey-kind = Sort
survey-kind-nps = Rekommendation (NPS)
survey-kind-nps-hint = Sannolikhet att rekommendera, 0 till 10.
survey-kind-csat = Nöjdhet (CSAT)
survey-kind-csat-hint = Hur nöjd någon är, vanligen 1 till 5.
survey-kind-ces = Ansträngning (CES)
survey-kind-ces-hint = Hur enkelt något var, vanligen 1 till 7.
survey-kind-rating = Betyg
survey-kind-rating-hint = Ett betyg på en egen skala.
survey-kind-choice = Ett val
survey-kind-choice-hint = Ett av flera alternativ.
survey-kind-choices = Flera val
survey-kind-choices-hint = Valfritt antal alternativ.
survey-kind-text = Text
survey-kind-text-hint = Egna ord: skälet bakom ett betyg.
survey-version = version { $version }
survey-anonymous = Anonym
survey-has-changes = De som svarar ser fortfarande den publicerade versionen.
survey-key = Namn i data och API
survey-key-hint = Små bokstäver, siffror och ”_”. Låses när enkäten publiceras.
survey-close = Stäng enkäten
survey-reopen = Öppna igen
survey-edit-texts = Texter och språk
survey-complete = Komplett
survey-words-done = { $done } av { $of } texter
survey-texts-lede = Det som står runt frågorna, på enkätens alla språk.
survey-field-title = Titel
survey-field-title-hint = Behövs på det första språket.
survey-field-intro = Inledning
survey-field-intro-hint = Står ovanför den första frågan.
survey-field-thanks = Tack
survey-field-thanks-hint = Står på den sista sidan.
survey-field-privacy = Om personuppgifter
survey-field-privacy-hint = Står på varje sida. Lämnas det tomt säger vi vem som läser svaren.
survey-languages-hint = Texterna på ett språk som du tar bort sparas om det kommer tillbaka.
survey-anonymity = Anonymitet
survey-anonymous-label = Svaren är anonyma
survey-anonymous-hint = Ingen kontakt, inga attribut i länken, tider sparas som dagar, ingen grupp under fem visas. Kan inte ändras efter publicering.
survey-anonymous-fixed = Låst sedan enkäten publicerades: det är vad som lovades.
survey-question-title = Fråga
survey-question-title-hint = Behövs på det första språket; övriga språk faller tillbaka på det.
survey-question-hint = Ledtext
survey-question-hint-hint = Liten text under frågan.
survey-question-low = Ord vid den låga änden
survey-question-low-hint = Vad den lägsta punkten betyder.
survey-question-high = Ord vid den höga änden
survey-question-high-hint = Vad den högsta punkten betyder.
survey-scale = Skala
survey-scale-from = Från
survey-scale-to = Till
survey-options = Alternativ
survey-options-hint = Töm alla ord för att ta bort ett alternativ. Ändra platsen för att sortera om.
survey-option-new = Nytt alternativ
survey-option-place = Plats
survey-required-label = Måste besvaras
survey-required-hint = Utan svar kommer ingen till nästa sida.

## Surveys: sharing
survey-share-title = Dela enkäten
survey-share-lede = En länk fungerar överallt; sidan talar språket på telefonen som öppnar den.
survey-open-link = Öppna enkäten
survey-share-not-open = Enkäten är inte öppen: den som följer länken får veta det.
survey-share-go-open = Gå och öppna den
survey-link = Offentlig länk
survey-link-hint = För mejl, meddelanden och kvitton.
survey-link-languages = På ett språk
survey-link-in = Länk på { $language }
survey-snippet = För en webbsida
survey-snippet-hint = Klistra in den där länken ska stå.
survey-where = Säg var ett svar kommer ifrån
survey-where-text = Lägg till dem i länken med ”&” emellan. Resultaten kan sedan delas upp efter dem.
survey-where-channel = kanalen: email, sms, web, qr, kiosk
survey-where-touchpoint = kontaktpunkten
survey-where-attribute = valfritt attribut, upp till tjugo
survey-where-anonymous = Attribut i länken tas inte med: den här enkäten är anonym.
survey-qr = QR-kod
survey-qr-alt = QR-kod som öppnar { $survey }
survey-qr-hint = Svart på vitt, skarp i alla storlekar: för bord, kassor och affischer.
survey-qr-download = Ladda ner SVG

## Home
home-surveys-title = Öppna enkäter
home-surveys-none = Ingen kan svara nu
home-surveys-none-text = Ingen enkät är öppen. Publicera ett utkast för att få höra något.

## Said once after an act
listen-flash-saved = Sparat.
listen-flash-published = Publicerad. Länken nedan tar emot svar från och med nu.
listen-flash-closed = Enkäten är stängd. Svaren finns kvar.
listen-flash-reopened = Enkäten är öppen igen.
listen-flash-removed = Frågan är borttagen. Svaren som den fick finns kvar.
listen-flash-restored = Frågan är tillbaka.

## What respondents read
respond-error-title = Kontrollera:
respond-preview = Förhandsgranskning: inget sparas
respond-step = Fråga { $number } av { $total }
respond-minutes =
    { $count ->
        [one] ungefär en minut
       *[other] ungefär { $count } minuter
    }
respond-optional = Du kan lämna det tomt.
respond-bait = Lämna det här fältet tomt
respond-send = Skicka
respond-privacy = { $name } läser dina svar och använder dem för att bli bättre.
respond-privacy-anonymous = Dina svar är anonyma: varken ditt namn eller din adress sparas.
respond-thanks-title = Tack
respond-thanks-text = Dina svar har kommit fram. Du kan stänga sidan.
respond-closed-title = Den här enkäten är stängd
respond-closed-text = Den tar inte emot fler svar. Tack för att du ville berätta.
respond-unknown-title = Här finns ingen enkät
respond-unknown-text = Kontrollera adressen eller skanna koden en gång till.
respond-over-title = De här svaren har redan kommit in
respond-over-text = Du började för länge sedan, så de kan inte ändras här längre. De räknas som du lämnade dem.

## Refusals
thing-survey = enkäten
thing-question = frågan
error-choose-one = Välj ett alternativ.
error-wrong-type =
    { $kind ->
        [nps] Här behövs ett heltal från 0 till 10.
        [csat] Här behövs ett heltal på skalan.
        [ces] Här behövs ett heltal på skalan.
        [rating] Här behövs ett heltal på skalan.
        [choice] Här behövs nyckeln till ett alternativ.
        [choices] Här behövs en lista med alternativens nycklar.
        [text] Här behövs en text.
        [string] Här behövs en text inom citattecken.
        [object] Här behövs ett objekt inom klamrar.
        [number] Här behövs ett tal.
        [scalar] Här behövs en text, ett tal, true eller false.
       *[other] Här behövs ett värde av en annan typ.
    }
error-out-of-range = { $value } ligger inte mellan { $from } och { $to }.
error-not-whole = { $value } är inte ett heltal.
error-unknown-option = Det finns inget alternativ ”{ $value }”.
error-too-long = Det är för långt: högst { $max } tecken.
error-too-many = För många: högst { $max }.
error-unknown-field = Det finns inget fält ”{ $value }”.
error-unknown-question = Enkäten har ingen fråga ”{ $value }”.
error-unknown-channel = Det finns ingen kanal ”{ $value }”: { $known }.
error-unknown-state = Tillståndet är ”complete” eller ”partial”, inte ”{ $value }”.
error-bad-language = ”{ $value }” är ingen språktagg som fa eller en-GB.
error-bad-time = ”{ $value }” är ingen tid som 2026-11-22T09:30:00Z.
error-time-in-future = { $value } ligger mer än ett dygn framåt.
error-bad-attribute = Ett attributs namn behöver en bokstav eller siffra och högst { $max } tecken.
error-anonymous-survey = Enkäten är anonym: skicka ingen kontakt.
error-survey-closed = Enkäten ”{ $survey }” är inte öppen.
error-send-again = Något saknades på sidan. Skicka den en gång till.
error-leave-empty = Ett dolt fält var ifyllt, som program gör. Skicka en gång till.
error-too-many-pages =
    { $seconds ->
        [one] Det kommer många svar härifrån. Din text finns kvar på sidan: skicka igen om { $seconds } sekund.
       *[other] Det kommer många svar härifrån. Din text finns kvar på sidan: skicka igen om { $seconds } sekunder.
    }
error-no-language = Välj minst ett språk.
error-no-question = En enkät behöver minst en fråga.
error-words-missing = Text saknas på det första språket ({ $language }).
error-too-few-options = Ett val behöver minst två alternativ.
error-bad-scale = En skala stiger i heltal och har 2 till { $max } steg.
error-bad-key = Använd bara små bokstäver, siffror och ”_”.
error-key-taken = En annan fråga har det namnet.
error-not-published = Enkäten har aldrig publicerats.

## Imports
# Why an import refused a file, a mapping or a line; `error-` is how whole-file refusals are looked up.

import-unreadable = Filen kan inte läsas: { $reason }
import-empty-file = Filen är tom.
import-bad-header = Första raden, med kolumnernas namn, kan inte läsas ({ $reason }).
import-unknown-format = Det här är ingen tabell som kan importeras (hittade: { $found }). Spara den som CSV eller XLSX.
import-damaged-file = Filen är skadad: { $reason }
import-zip-bomb = Filen packas upp till mycket mer än sin storlek (gräns: { $limit }). Den öppnades inte.
import-file-too-large = Filen är för stor: högst { $limit } byte. Dela den eller spara den som CSV.
import-too-many-rows = Filen har för många rader: högst { $limit }. Dela den eller ange en id-kolumn.
import-too-many-columns = För många kolumner: högst { $limit }.
import-unknown-sheet = Det finns inget blad ”{ $sheet }”. Bladen är: { $names }.
import-bad-map = ”{ $text }” har inte formen COLUMN=ROLE eller COLUMN=ROLE:option=value.
import-unknown-column = Det finns ingen kolumn ”{ $column }”. Närmast: { $nearest }.
import-unknown-role = Det finns ingen roll ”{ $role }”. Roller: { $roles }.
import-unknown-option-name = Rollen { $role } har inget alternativ ”{ $option }”. Den tar: { $options }.
import-bad-option-value = ”{ $value }” kan inte användas för { $option }.
import-mapped-twice = Kolumnen ”{ $column }” är angiven två gånger.
import-role-twice = Bara en kolumn kan vara { $role }, men både ”{ $first }” och ”{ $second }” är det.
import-key-twice = ”{ $first }” och ”{ $second }” skulle båda bli ”{ $key }”. Ge den ena ett annat namn.
import-too-many-questions = En enkät har högst { $limit } frågor. Hoppa över några kolumner.
import-too-many-attributes = Ett svar har högst { $limit } attribut. Hoppa över några kolumner.
import-question-differs = Enkäten har redan en fråga ”{ $question }”, som { $kind } och inte som { $wanted }. Ange kolumnen på annat sätt eller ge frågan en annan nyckel.
import-unknown-time-format = Tiderna i kolumnen är skrivna på ett sätt som inte kändes igen, till exempel ”{ $value }”. Ange hur: format=%d/%m/%Y %H:%M.
import-ragged = Raden har { $found } celler, rubrikraden { $expected }.
import-unclosed-quote = Ett citattecken öppnas men stängs aldrig.
import-row-too-long = Raden är längre än { $limit } byte.
import-too-long = Texten är längre än { $limit } tecken.
import-nul = Raden innehåller ett NUL-tecken och är inte text.
import-bad-encoding = Raden är inte text i { $encoding }.
import-not-a-number = ”{ $value }” är inget tal.
import-not-whole = ”{ $value }” är inget heltal.
import-out-of-range = ”{ $value }” ligger inte mellan { $from } och { $to }.
import-bad-time = ”{ $value }” är ingen tid i kolumnens format.
import-missing-time = Tiden saknas.
import-time-in-future = ”{ $value }” ligger i framtiden.
import-bad-email = ”{ $value }” är ingen e-postadress.
import-bad-language = ”{ $value }” är inget språk.
import-too-many-options = Frågan skulle få fler än { $limit } olika svarsalternativ.

error-unreadable = { import-unreadable }
error-empty-file = { import-empty-file }
error-bad-header = { import-bad-header }
error-unknown-format = { import-unknown-format }
error-damaged-file = { import-damaged-file }
error-zip-bomb = { import-zip-bomb }
error-file-too-large = { import-file-too-large }
error-too-many-rows = { import-too-many-rows }
error-too-many-columns = { import-too-many-columns }
error-unknown-sheet = { import-unknown-sheet }
error-bad-map = { import-bad-map }
error-unknown-column = { import-unknown-column }
error-unknown-role = { import-unknown-role }
error-unknown-option-name = { import-unknown-option-name }
error-bad-option-value = { import-bad-option-value }
error-mapped-twice = { import-mapped-twice }
error-role-twice = { import-role-twice }
error-key-twice = { import-key-twice }
error-too-many-questions = { import-too-many-questions }
error-too-many-attributes = { import-too-many-attributes }
error-question-differs = { import-question-differs }
error-unknown-time-format = { import-unknown-time-format }

# Why a column was taken for what it is; stands behind the role.
import-why-name-and-values = av namnet och värdena
import-why-emails = värdena är e-postadresser
import-why-distinct = { $count } värden, alla olika
import-why-time = värdena är tider, skrivna { $format }
import-why-time-ambiguous = värdena är tider, men dag och månad kan vara omkastade; tolkas som { $format }
import-why-time-several = en av flera kolumner med tider, skrivna { $format }
import-why-scores = poäng från { $from } till { $to }, och namnet säger det
import-why-scores-no-name = värdena ser ut som poäng från { $from } till { $to }, men namnet säger det inte
import-why-scores-few = för få värden för att se skalan; tolkas som { $from } till { $to }
import-why-battery = en av { $count } kolumner med poäng från { $from } till { $to }
import-why-battery-zero = en av { $count } kolumner med poäng från { $from } till { $to }, där 0 betyder ”ej aktuellt”
import-why-zero = poäng från { $from } till { $to }; 0 tolkas som ”ej aktuellt”
import-why-texts = texter på ungefär { $count } ord
import-why-options = namnet är en fråga och det finns { $count } olika svar
import-why-few-values = { $count } olika värden
import-why-values = värden av typen { $kind }
import-why-blank = tom i de första raderna
import-why-too-many = det finns fler än { $count } attribut

# What a column can be.
import-role-id = Svarets id
import-role-time = Svarets tid
import-role-contact = Kundens id
import-role-email = Kundens e-post
import-role-language = Språk
import-role-channel = Kanal
import-role-touchpoint = Kontaktpunkt
import-role-nps = Rekommendation, 0 till 10 (NPS)
import-role-csat = Nöjdhet (CSAT)
import-role-ces = Ansträngning (CES)
import-role-rating = Betyg
import-role-choice = Ett val
import-role-choices = Flera val
import-role-text = Text
import-role-attribute = Attribut
import-role-ignore = Hoppa över

## Imports: pages
imports-title = Importer
imports-lede = Svar som kom från filer, och vad det blev av varje rad.
imports-empty-title = Inget är importerat än
imports-empty-text = Svar som ni redan har, som CSV eller XLSX, blir resultat som alla andra. Vad varje kolumn är känns igen och visas innan något skrivs.
imports-empty-viewer = En chef kan importera den första filen.
import-new = Importera svar
import-new-lede = En rad per svarande. Första raden har kolumnernas namn.
import-new-note = Inget skrivs än: nästa sida visar vad varje kolumn togs för. En fil som ingen importerar tas bort efter ett dygn.
import-file = Fil
import-file-hint = CSV (även gzip-packad) eller XLSX, högst { $megabytes } MB. Större filer: nabz import responses.
import-survey = Enkät
import-survey-new = En ny enkät
import-survey-name = Namn på den nya enkäten
import-survey-name-hint = Bara om ingen enkät är vald ovan.
import-look = Titta på filen
import-added = Tillagda svarande
import-answers = Svar i filen
import-duplicates = Fanns redan
import-duplicates-note = Svarande som en tidigare import hade med
import-rejected = Avvisade rader
import-started = Började
import-undo = Ångra
import-undo-of = Ångra importen av { $file }
import-discard = Kasta
import-discard-of = Kasta { $file }
import-look-title = Vad kolumnerna är
import-look-lede = { $file }, till enkäten { $survey }. Ändra det som inte kändes igen rätt; inget skrivs innan du startar.
import-undecided =
    { $count ->
        [one] { $count } kolumn kändes inte säkert igen: titta på den.
       *[other] { $count } kolumner kändes inte säkert igen: titta på dem.
    }
import-columns = Filens kolumner
import-column = Kolumn
import-role = Är
import-role-of = Vad { $column } är
import-options = Inställningar
import-option-scale = Skala
import-option-na = Värden som betyder ”ej tillämpligt”
import-option-format = Tidens format
import-option-tz = Tidszon
import-option-calendar = Kalender
import-option-question = Frågans nyckel
import-option-separator = Tecken mellan val
import-option-name = Attributets namn
import-calendar-gregorian = Gregoriansk
import-calendar-persian = Persisk
import-unsure = Osäker
import-start = Importera
import-look-again = Visa igen
import-of = Import av { $file }
import-into = Till enkäten { $survey }
import-running =
    { $count ->
        [one] { $count } rad läst
       *[other] { $count } rader lästa
    }
import-refresh = Uppdatera
import-interrupted = Den avbröts i förtid. Det som lades till står kvar; samma fil igen lägger till resten och inget dubbelt.
import-failed = Den kunde inte slutföras
import-undone = Den är ångrad: svaren är ute ur alla tal, och samma fil kan importeras på nytt.
import-nothing-new = Alla svarande i filen fanns redan. Inget räknades dubbelt.
import-counts = Vad det blev av raderna
import-dashboard = Se resultaten
import-again = Försök igen
import-refused-lines = Avvisade rader
import-refused-note = Rätta dem och importera filen igen: bara de läggs till.
import-line = Rad
import-reason = Skäl
import-more-lines =
    { $count ->
        [one] och { $count } till
       *[other] och { $count } till
    }
import-state-waiting = Inte startad
import-state-running = Pågår
import-state-interrupted = Avbruten
import-state-done = Klar
import-state-failed = Misslyckades
import-state-undone = Ångrad
import-flash-gone = Den uppladdade filen finns inte kvar. Välj den en gång till.
import-flash-undone = Importen är ångrad.
import-flash-discarded = Filen är kastad.
thing-import = den här importen
error-bad-survey-name = Enkätens namn behöver en bokstav eller siffra.
error-import-running = Importen pågår fortfarande. Vänta tills den är klar.
error-import-stopped = Importen ångrades eller startades på annat håll medan den pågick.
error-upload-gone = Den uppladdade filen finns inte kvar. Välj den en gång till.
error-upload-too-large = Filen är större än { $limit } MB. Dela den, eller använd kommandot nabz import responses.

## What the audit log says
audit-survey-create = skapade en enkät
audit-survey-edit = ändrade en enkäts texter
audit-survey-extend = lade till det en import behövde i en enkät
audit-survey-publish = publicerade en enkät
audit-survey-close = stängde en enkät
audit-survey-reopen = öppnade en enkät igen
audit-survey-question-add = lade till en fråga
audit-survey-question-edit = ändrade en fråga
audit-survey-question-move = flyttade en fråga
audit-survey-question-remove = tog bort en fråga
audit-survey-question-restore = tog tillbaka en fråga
audit-import-upload = laddade upp en fil
audit-import-start = startade en import
audit-import-finish = avslutade en import
audit-import-fail = en import stannade i förtid
audit-import-undo = återtog en import
