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
error-required = Det här måste fyllas i.
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
