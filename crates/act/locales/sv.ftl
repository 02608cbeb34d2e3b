### Ärenden: klagomål som väntar på svar.

case-title = Klagomål
case-list-title = Klagomål
case-list-lede = Varje klagomål väntar här tills någon har svarat kunden.
case-which = Vilka klagomål
case-which-loose = Utan ansvarig
case-which-mine = Mina
case-which-open = Alla öppna
case-which-answered = Besvarade, inte avslutade
case-loose-title = Klagomål utan ansvarig
case-mine-title = Min kö
case-late =
    { $count ->
        [one] { $count } försenat
       *[other] { $count } försenade
    }
case-count =
    { $count ->
        [one] { $count } öppet
       *[other] { $count } öppna
    }
case-all-loose =
    { $count ->
        [one] Se klagomålet
       *[other] Se alla { $count }
    }
case-open-mine = Öppna min kö
case-none-loose = Alla klagomål har en ansvarig.
case-empty-loose = Alla klagomål har en ansvarig
case-empty-mine = Inget väntar på dig
case-empty-open = Inget klagomål är öppet
case-empty-answered = Inget klagomål har besvarats än
case-empty-text = När en kund ger ett lågt betyg eller skriver ett argt ord syns det genast här och på startsidan.
case-empty-action = Fråga kunderna
case-no-words = Inga ord, bara ett betyg
case-words-hidden = Vad kunden skrev visas inte för din roll.
case-said = Vad kunden sa
case-response = Hela svaret
case-note-label = Anteckning till kollegor
case-note-hint = Kunden ser den inte.
case-note-save = Lägg till anteckning
case-state = Uppföljning
case-answer = Markera som besvarat
case-reopen = Öppna igen
case-answered = Besvarat
case-overdue = Försenat
case-due = Svar senast
case-why = Varför det är här
case-why-low-score = Ett lågt betyg
case-why-angry = Arga ord
case-why-angry-word = Orden ”{ $word }”
case-owner = Ansvarig
case-nobody = Ingen än
case-assign-label = Ge ärendet till
case-assign = Tilldela
case-flash-assigned = Ansvarig har ändrats.
case-flash-answered = Markerat som besvarat.
case-flash-reopened = Klagomålet är öppet igen.
case-flash-noted = Anteckningen lades till.
error-not-an-agent = Den här personen kan inte svara kunder. Välj en medlem som är minst handläggare.
thing-case = klagomål

## What the audit log says
audit-case-assign = gav ett klagomål en ansvarig
audit-case-answer = markerade ett klagomål som besvarat
audit-case-reopen = öppnade ett klagomål igen

### Rules that open cases.

rule-list-title = Regler för klagomål
rule-list-lede = Den första regeln som gäller, uppifrån, öppnar ett ärende. Var och en säger vem som svarar och när.
rule-new = Ny regel
rule-on = På
rule-off = Av
rule-goes-to = går till { $name }
rule-due-in = svar inom { $hours } arbetstimmar
rule-did = { $opened } öppnade på 7 dagar
rule-held = { $held } till hade öppnats, men dagens antal var nått. Gör regeln smalare eller tillåt fler per dag.
rule-switch-on = Slå på
rule-switch-off = Slå av
rule-up = Fråga tidigare
rule-remove = Ta bort
rule-builtin = Låga betyg och arga ord
rule-builtin-text = Där ingen regel gäller: kritiker, den lägsta tredjedelen av andra skalor eller ett argt ord.
rule-builtin-open = { $count } öppna
rule-builtin-on = Låga betyg och arga ord öppnar ärenden av sig själva
rule-settings-title = Arbetstider, helgdagar och försenat
rule-settings-lede = Ärendets klocka går medan människor arbetar.
rule-settings-change = Ändra
rule-hours-set = Klockan går under era arbetstider.
rule-hours-always = Klockan går dygnet runt: inga arbetstider är satta.
rule-steps = Steg för det som är försenat: { $count }.
rule-lede = Vad som ska gälla, vem som då svarar och när.
rule-name = Namn
rule-survey = Enkät
rule-survey-all = Alla enkäter
rule-survey-look = Dess frågor erbjuds nedan.
rule-when = Öppna ett ärende när
rule-due-hours = Svara inom (arbetstimmar)
rule-due-hint = 0,5 är en halvtimme.
rule-team = Team
rule-team-hint = Den som talar kundens språk och har minst att göra får det.
rule-owner = Eller alltid
rule-nobody = Ingen
rule-playbook = Vad som ska göras
rule-playbook-hint = Ett steg per rad. Står på varje ärende av regeln.
rule-per-day = Högst så många ärenden per dag
rule-per-day-hint = Det som kommer därutöver räknas och visas i listan.
rule-is-on = Påslagen
rule-try = Pröva på det som varit
rule-tried = Vad den skulle ha gjort
rule-tried-count = De senaste { $days } dagarna skulle den ha öppnat { $count } ärenden. De senaste:
rule-tried-many = Det är ungefär { $per_day } om dagen. Hinner ert team svara på så många?
rule-meant = Ja, så många är avsett
rule-week = Arbetstider
rule-week-hint = Till exempel 09:00-12:00, 13:00-17:00. Tomt: ingen arbetar den dagen. Allt tomt: klockan går alltid.
rule-holidays = Helgdagar
rule-holidays-hint = En dag per rad, som 2026-12-25.
rule-late = När ett ärende är försenat
rule-late-hint = Varje steg höjer prioriteten och kan lämna ärendet till någon annan.
rule-late-after = Steg { $step }: timmar efter att det skulle vara klart
rule-late-to = Steg { $step }: går till
rule-late-keeps = Ägaren behåller det
rule-flash-saved = Regeln sparades.
rule-flash-on = Regeln är på.
rule-flash-off = Regeln är av.
rule-flash-removed = Regeln togs bort. Dess ärenden är kvar.
rule-flash-settings = Tider och steg sparades.
case-priority = Prioritet
case-priority-0 = Låg
case-priority-1 = Normal
case-priority-2 = Hög
case-priority-3 = Brådskande
case-why-rule = Regeln ”{ $name }”
error-many-cases = Regeln skulle öppna mycket många ärenden. Säg att det är avsett, eller gör den smalare.
error-not-hours = Skriv tider som 09:00-17:00, flera med kommatecken.
error-not-a-day = Rad { $line } är ingen dag. Skriv den som 2026-12-25.
rule-day-0 = måndag
rule-day-1 = tisdag
rule-day-2 = onsdag
rule-day-3 = torsdag
rule-day-4 = fredag
rule-day-5 = lördag
rule-day-6 = söndag
### Messages: mail to customers and members, and what comes back.
messages-title = Meddelanden
messages-lede = Allt som skickas till kunder och kollegor, vart och ett av ett skäl, en gång.
messages-no-server = Ingen e-postserver är inställd
messages-by-hand = Ingenting skickas av sig självt. Öppna ett meddelande, skicka det med ditt eget e-postprogram och markera det som skickat.
messages-configure = För att få dem skickade, ställ in detta i nabz.toml:
messages-of-contact = En kunds meddelanden
messages-of-all = Visa alla meddelanden
messages-which = Vilka meddelanden
messages-state-all = Alla
messages-state-queued = Väntar
messages-state-sending = Skickas
messages-state-sent = Skickade
messages-state-failed = Kom inte fram
messages-state-held_without_consent = Hålls: inget samtycke
messages-state-suppressed = Spärrad adress
messages-empty = Inga meddelanden än
messages-empty-text = När en kund får svar eller får veta vad som gjorts syns meddelandet här innan det går i väg.
messages-empty-action = Se klagomålen
message-message = Meddelande
message-kind = Ändamål
message-kind-case_reply = Svar på ett klagomål
message-kind-case_survey = Hjälpte det?
message-kind-told = Ni sa, vi gjorde
message-kind-notice = Avisering till kollega
message-when = När
message-by-hand = Skickat för hand
message-mark-sent = Markera som skickat
message-again = Försök igen
message-text = Text
message-open-mail = Öppna i mitt e-postprogram
message-copy = Text att kopiera
message-copy-hint = För ett eget e-postprogram eller en annan kanal.
message-state = Om meddelandet
message-to = Till
message-written = Skrivet
message-sent-at = Skickat
message-next = Nästa försök
message-attempts = Försök
message-why-no_consent = Kunden har inte samtyckt till meddelanden av det här slaget, så det skickas inte. Försök igen om kunden samtycker senare.
message-why-bounced = Till den här adressen skrivs inget: ett tidigare meddelande dit kom tillbaka.
message-why-complained = Adressens ägare har anmält ett meddelande som skräppost, så dit skickas inget mer, utom svar på det som ägaren skriver till oss därefter. Svara på ett annat sätt.
message-why-since = Kunden har skrivit till oss sedan dess, så det här svaret får skickas. Inget annat skickas dit.
message-free = Inget hindrar det längre. Det skickas när du försöker igen.
message-blocked = Spärrad sedan
message-blocked-about = Meddelandet som ledde till det
message-reported = Det kom fram, och adressens ägare anmälde det som skräppost. Det skickas inte igen.
message-ours = Orden gäller vår e-postserver eller det här mejlet, inte adressen, som inte är spärrad. Visa dem för den som sköter e-postservern och försök sedan igen.
message-lift = Häv spärren
message-lift-warn-bounced = Om brevlådan fortfarande inte fungerar kommer nästa meddelande tillbaka, och adressen spärras igen.
message-lift-warn-complained = Häv spärren bara om kunden vill ha mejl igen. Den som får mejl mot sin vilja anmäler även det, och då lägger e-postleverantörerna era mejl till alla bland skräpposten. Kundens samtycke till uppföljningar ändras inte.
message-lift-why = Varför får man skriva till adressen igen?
message-lift-hint = Till exempel: hon bad om ett svar på telefon den 12 maj. Det står här och i granskningsloggen med ditt namn.
message-lift-button = Häv spärren
message-lift-manager = En chef kan häva spärren och ange varför.
message-lifted = Spärren hävd
message-error = Vad e-postservern sa
message-case = Till klagomålet
message-history = Alla meddelanden till kunden
message-agreed = De har samtyckt sedan dess
message-agreed-how = Hur sa de det?
message-agreed-hint = Till exempel: på telefon den 12 maj. Det står i granskningsloggen med ditt namn.
message-agreed-note = Anteckna och försök igen
message-flash-queued = Meddelandet prövas igen.
message-flash-held = Meddelandet får fortfarande inte skickas.
message-flash-sent = Markerat som skickat.
message-flash-unsent = Meddelandet väntar igen.
message-flash-unsent-failed = Meddelandet räknas åter som inte levererat.
message-flash-lifted = Spärren är hävd. Det som stoppades kan prövas igen.
error-message-is-under-way = Meddelandet är redan på väg eller skickat.
error-message-too-long = Skriv högst { $max } tecken.
error-bad-address = Det här är ingen e-postadress.
error-no-mail = Skicka själva mejlet som innehåll, som message/rfc822.
thing-message = det här meddelandet
thing-mail = det här mejlet
mails-title = Inkomna mejl
mails-waiting =
    { $count ->
        [one] { $count } mejl väntar
       *[other] { $count } mejl väntar
    }
mails-lede = Svar går direkt till sitt klagomål. Det som inte hör till något väntar här tills någon har tagit hand om det.
mails-which = Vilka mejl
mails-loose = Väntar
mails-all = Alla
mails-empty = Inget mejl väntar
mails-empty-text = Mejl kommer in genom brevlådan i nabz.toml ([mail] imap) eller genom API:et.
mail-from = Från
mail-marks = Anmärkningar
mail-no-subject = Utan ämne
mail-nobody = Okänd avsändare
mail-no-text = Mejlet har ingen text.
mail-mark-done = Markera som omhändertaget
mail-mark-undone = Låt det vänta igen
mail-done = Omhändertaget
mail-foreign = Från någon annan
mail-foreign-text = Mejlet svarar på ett av våra meddelanden, men avsändaren är inte kunden som vi skrev till. Ta det inte för kundens ord.
mail-auto = Automatiskt svar
mail-held-own = Ett av våra egna mejl
mail-held-many = För många på en timme
mail-bounce-failed = Kom inte fram
mail-bounce-delayed = Försenat
mail-bounce-complaint = Anmält som skräppost
mail-bounce-delivered = Kom fram
mail-full = Hela texten, med citerade mejl och signatur
mail-files = Filer
mail-kilobytes = { $size } kB
mail-refused = Sparades inte
mail-refused-text = De här filerna är för stora eller för många. Be avsändaren om ett annat sätt.
mail-received = Mottaget
mail-status = Kod
mail-about = Meddelandet som det gäller
mail-flash-done = Markerat som omhändertaget.
mail-flash-undone = Mejlet väntar igen.
mail-unsubscribe = Inga fler meddelanden av det här slaget:
mail-unsubscribe-link = Inga fler meddelanden av det här slaget
unsubscribe-title = Inga fler meddelanden?
unsubscribe-text = Du får inte fler frågor om något hjälpte och ingen information om vad som gjorts. Om du klagar får du fortfarande svar.
unsubscribe-button = Avsluta prenumerationen
unsubscribe-done = Du får inga fler
unsubscribe-done-text = Du får inga fler meddelanden av det här slaget. Om du klagar får du fortfarande svar.
unsubscribe-unknown = Länken är okänd
unsubscribe-unknown-text = Använd länken precis som den står i meddelandet.
## What the audit log says
audit-consent-note = antecknade att en kund samtyckt
audit-consent-api = lät ett program anteckna samtycken
audit-message-again = lät pröva ett meddelande igen
audit-message-sent = markerade ett meddelande som skickat
audit-message-unsent = tog tillbaka att ett meddelande skickats
audit-address-lift = hävde en adress spärr: { $reason }
audit-mail-done = tog hand om ett mejl
audit-mail-undone = lät ett mejl vänta igen

### Answering, closing, queues, and what customers say of it.
case-which-team = Team
case-which-overdue = Försenade
case-which-closed = Avslutade
case-empty-team = Inget väntar på det här teamet
case-empty-overdue = Inget klagomål är försenat
case-empty-closed = Inget klagomål har avslutats än
case-stage-new = Nytt
case-stage-work = Pågår
case-stage-waits = Väntar på kunden
case-stage-back = Kunden är tillbaka
case-stage-closed = Avslutat
case-take = Ge det till mig
case-timeline = Tidslinje
case-newest-first = nyast först
case-topic = Handlar om
case-team = Team
case-replied = Kunden svarade
case-asked = Tillfrågad om det hjälpte
case-closed = Avslutat
case-root-cause = Grundorsak
case-action = Vad som gjordes
case-customer = Kund
case-outcome = Resultat
case-outcome-solved = Löst
case-outcome-partly = Delvis löst
case-outcome-not_solved = Inte löst
case-outcome-no_answer = Kunden kan inte nås
case-helped-yes = Det hjälpte
case-helped-partly = Det hjälpte delvis
case-helped-no = Det hjälpte inte
case-steps-done = { $done } av { $all }
case-steps-save = Spara det som är gjort
case-similar = Vad som löste liknande ärenden
case-others = Mer från den här kunden
case-initiatives = Del av
case-keys = Tangenter: r svara, a ge det till mig, n anteckning, c avsluta, j och k nästa och föregående.
case-score = Betyg
case-filter-team = Team
case-filter-priority = Prioritet
case-filter-survey = Enkät
case-filter-rule = Regel
case-flash-unanswered = Kunden väntar fortfarande på svar.
case-flash-closed = Klagomålet är avslutat.
case-flash-closed-unasked = Klagomålet är avslutat. Kunden tillfrågades inte om det hjälpte: kunden har inte samtyckt till det, eller kan inte nås med e-post.
case-flash-replied = Svaret är på väg.
case-flash-reply-by-hand = Svaret väntar bland meddelandena. Skicka det med ditt eget e-postprogram och markera det sedan som skickat.
case-flash-steps = Stegen har sparats.
case-flash-bulk = Klagomålen har ändrats.
reply-title = Svara kunden
reply-again = besvarat tidigare
reply-address = E-postadress
reply-no-address = Ingen adress till kunden är känd. Skriv en, eller svara på annat sätt och markera som besvarat.
reply-blocked = Den här adressen är spärrad
reply-blocked-about = Se meddelandet som ledde till det, eller häv spärren där
reply-language = Språk
reply-subject-label = Ämne
reply-subject = Ditt svar på ”{ $survey }”
reply-text = Text
reply-templates = Mallar
reply-send = Skicka svar
reply-customer = kund
reply-starter-sorry-name = Vi beklagar
reply-starter-sorry-subject = Vi beklagar din upplevelse
reply-starter-sorry-text =
    Hej { $name },

    tack för att du berättade vad som gick fel. Vi beklagar det.

    Jag tittar på saken själv och skriver igen så snart jag vet mer.

    { $owner }
reply-starter-solved-name = Det är åtgärdat
reply-starter-solved-subject = Vi har åtgärdat det
reply-starter-solved-text =
    Hej { $name },

    det du berättade stämde, och det är nu åtgärdat.

    Om något fortfarande inte är som det ska räcker det att svara på det här mejlet.

    { $owner }
reply-starter-ask-name = Vi behöver veta mer
reply-starter-ask-subject = En fråga om ditt svar
reply-starter-ask-text =
    Hej { $name },

    tack för ditt svar på ”{ $survey }”. För att kunna rätta till det behöver jag veta lite mer: när var det, och vad hände exakt?

    Svara gärna på det här mejlet.

    { $owner }
template-manage = Ändra mallar
template-title = Svarsmallar
template-lede = Texter som svar börjar med. Några på varje språk följer med; det här är era egna.
template-name = Namn
template-empty = Inga egna mallar än
template-empty-text = Det ni ofta skriver kan sparas här och finns i varje ärende.
template-new = Ny mall
template-change = Ändra mallen
template-remove = Ta bort
template-full = Det finns så många mallar som det kan finnas. Ta bort en först.
template-places = I stället för {"{"}name{"}"}, {"{"}survey{"}"} och {"{"}owner{"}"} står kundens namn, enkäten och ditt namn.
template-flash-saved = Mallen har sparats.
template-flash-removed = Mallen har tagits bort.
entry-out = Svar till kunden
entry-survey = Fråga om det hjälpte
entry-in = Mejl från
entry-note = anteckning
entry-said = Kunden svarade
entry-signal = Kunden klagade igen
entry-open = Öppna
entry-somebody = Någon
entry-unassigned = tog bort ansvarig
entry-assigned = Ansvarig: { $detail }
entry-priority = Prioritet: { $detail }
entry-answered_elsewhere = Besvarat på annat sätt
entry-unanswered = Ändå inte besvarat
entry-closed = Avslutat: { $detail }
entry-closed_silently = Avslutat utan svar: { $detail }
entry-reopened = Öppnat igen
entry-escalated = Försenat: steg { $detail }
entry-helped = Kunden säger: { $detail }
entry-step_done = Gjort: { $detail }
close-title = Avsluta
close-reason = Varför får kunden inget svar?
close-reason-hint = Ingen har svarat kunden än.
close-ask = Fråga kunden om det hjälpte
close-ask-hint = Skickas bara om kunden har samtyckt.
close-button = Avsluta
close-typed = Det du skrev
board-title = Tavla
board-lede = Öppna klagomål efter vems tur det är.
board-all = Visa alla
board-none = Inget här.
due-title = Vad som ska göras när
due-lede = { $count } ska besvaras den här månaden.
due-today = I dag
due-cut = Det finns fler. De första { $count } visas.
due-more = { $count } till
bulk-chosen = valda
bulk-priority = Ange prioritet
bulk-initiative = Starta ett initiativ
bulk-reason = En orsak för alla
bulk-all = Välj alla på sidan
bulk-choose = Välj det här klagomålet
bulk-owner = Välj ansvarig
share-title = Klagomål de senaste { $days } dagarna
share-cut = (de senaste { $count })
share-answered = Besvarade
share-in_work = Pågår
share-waiting = Väntar på ansvarig
share-overdue = Försenade
share-silent = Avslutade utan svar
helped-title = Hjälpte vårt svar?
helped-unknown = Den här frågan är inte längre öppen
helped-unknown-text = Använd länken exakt som den står i det senaste meddelandet.
helped-thanks = Tack
helped-said-yes = Vi är glada att det hjälpte.
helped-said-partly = Tack för att du berättade. Vi ser över vad som kan göras bättre.
helped-said-no = Vi beklagar. Ditt klagomål är öppet igen och någon kommer att titta på det.
helped-mail-subject = Hjälpte vårt svar?
helped-mail-text = Du berättade om ett problem och vi svarade. Hjälpte det? Ett klick räcker:
helped-mail-thanks = Tack, { $workspace }
notice-assigned-subject = Ett klagomål är ditt
notice-assigned-text = En kund väntar på ditt svar:
notice-escalated-subject = Ett klagomål är försenat
notice-escalated-text = Det borde redan ha besvarats. Din kö visar om det finns fler:
notice-mentioned-subject = Du nämndes i en anteckning
notice-mentioned-text = En kollega nämnde dig i en anteckning om ett klagomål:
notice-answered-subject = En kund har svarat
notice-answered-text = Svaret står i klagomålet:
notice-foreign-subject = Någon annan skrev i ett klagomål
notice-foreign-text = Avsändaren är inte kunden som vi skrev till. Titta på det innan du svarar:
notice-bounced-subject = Ett svar kom inte fram
notice-bounced-text = Mejlet till kunden kom inte fram. Försök på annat sätt:
notice-not-helped-subject = Det hjälpte inte: ett klagomål är öppet igen
notice-not-helped-text = Kunden säger att svaret inte hjälpte:
notice-signal-subject = En kund har klagat igen
notice-signal-text = Det nya klagomålet står i det som är öppet:
error-case-is-closed = Någon annan har avslutat klagomålet under tiden. Det du skrev står nedan; öppna klagomålet igen för att ändra.
error-owner-changed = Någon annan har bytt ansvarig under tiden, och ingenting ändrades här. Se efter vem som har klagomålet nu; tryck igen för att ge det till den du valde.
error-answer-stays = Kunden har fått svar med ett meddelande, som inte kan tas tillbaka.
error-why-no-answer = Skriv varför kunden inte får något svar.
error-address-blocked = Den här adressen skriver vi inte till: ett tidigare meddelande kom tillbaka, eller så vill ägaren inte ha några. Använd en annan adress eller ett annat sätt, eller låt någon häva spärren på meddelandet som ledde till den.
error-contact-said-no = Kunden vill inte ha mejl. Svara på annat sätt och markera som besvarat.
error-nothing-chosen = Välj minst ett klagomål.
error-choose-owner = Välj vem som ska få klagomålen, eller ingen.
audit-case-reply = svarade en kund
audit-case-close = avslutade ett klagomål
audit-case-unanswer = tog tillbaka att ett klagomål var besvarat
audit-case-bulk = ändrade flera klagomål
audit-case-escalate = tog ett försenat klagomål ett steg vidare
audit-case-helped = sa om det hjälpte
audit-template-save = sparade en svarsmall
audit-template-remove = tog bort en svarsmall
audit-cases-settings = ändrade inställningarna för klagomål
audit-rule-save = sparade en regel för klagomål
audit-rule-on = slog på en regel
audit-rule-off = slog av en regel
audit-rule-move = ändrade reglernas ordning
audit-rule-remove = tog bort en regel
audit-webhook-make = lade till en webhook
audit-webhook-change = ändrade en webhook
audit-webhook-on = slog på en webhook
audit-webhook-off = slog av en webhook
audit-webhook-remove = tog bort en webhook
audit-webhook-restore = tog tillbaka en webhook
audit-webhook-secret = skapade en ny hemlighet för en webhook
audit-webhook-test = skickade en testhändelse till en webhook
audit-webhook-replay = lät en webhooks leveranser skickas igen

### Initiatives: what is fixed for many customers, and who is told.

initiative-title = Initiativ
initiative-one = Initiativ
initiative-lede = Det som är fel för många kunder rättas en gång, av någon, till en viss dag, och mäts sedan.
initiative-new = Nytt initiativ
initiative-board = Tavla
initiative-list = Lista
initiative-timeline = Tidslinje
initiative-review = Uppföljningsmöte
initiative-owners = Ansvariga
initiative-mine = Mina
initiative-state-proposed = Föreslaget
initiative-state-planned = Planerat
initiative-state-doing = Pågår
initiative-state-done = Klart
initiative-state-dropped = Nedlagt
initiative-empty = Inget initiativ ännu
initiative-empty-text = Börja med en insikt, ett ämne eller flera klagomål: underlaget följer med.
initiative-no-owner = Ingen ansvarig
initiative-nobody = Ingen
initiative-late = Försenat
initiative-tasks-count = { $done } av { $all } uppgifter
initiative-since = sedan { $day }
initiative-move-to = Flytta till ”{ $state }”
initiative-name = Titel
initiative-name-hint = Vad som blir annorlunda, med några få ord.
initiative-owner = Ansvarig
initiative-team = Team
initiative-no-team = Inget team
initiative-team-hint = Dess medlemmar får se lärdomen.
initiative-tasks = Uppgifter
initiative-task = Uppgift
initiative-task-add = Lägg till en uppgift
initiative-task-check = Klar: { $title }
initiative-task-remove = Ta bort: { $title }
initiative-task-done = Klar
initiative-tasks-none = Inga uppgifter ännu.
initiative-due = Klar senast
initiative-ends = Ska vara klart
initiative-starts = Kunderna märker det från
initiative-starts-hint = Dagen från vilken effekten mäts.
initiative-page-title = Offentlig sida ”Ni sade, vi gjorde”
initiative-page-text = Listar vad som har ändrats för att kunderna sade det. Den visar bara det ni skriver till kunder, och bara initiativ som ni kryssar för.
initiative-page-open = Öppna den offentliga sidan
initiative-page-on = Slå på
initiative-page-off = Stäng av
initiative-page-is-off = Den offentliga sidan är avstängd.
initiative-timeline-lede = Vad som pågår när, med uppgifternas dagar.
initiative-when = När
initiative-from-to = { $from } till { $to }
initiative-undated = Inga datum ännu
initiative-owners-lede = Varje ämne och varje kontaktpunkt har någon som tar hand om det.
initiative-owners-whole = Varje ämne och varje kontaktpunkt har en ansvarig.
initiative-owner-me = Jag tar det
initiative-owner-give = Utse ansvarig
initiative-owner-nobody = Ingen
initiative-topics = Ämnen
initiative-touchpoints = Kontaktpunkter
initiative-none-topic = Det finns inga ämnen ännu.
initiative-none-touchpoint = Inget svar nämner någon kontaktpunkt ännu.
initiative-review-lede = Dagordningen kommer ur data. Det ni beslutar blir uppgifter, och protokollet sparas.
initiative-agenda = Dagordning
initiative-agenda-late = Försenade uppgifter
initiative-agenda-measure = Effekter som ska mätas
initiative-agenda-insights = Insikter utan initiativ
initiative-agenda-owners = Ämnen och kontaktpunkter utan ansvarig
initiative-agenda-overdue = Försenade klagomål
initiative-agenda-overdue-open = Se klagomålen
initiative-agenda-none = Inget.
initiative-from-it = Skapa initiativ
initiative-minutes = Protokoll
initiative-minutes-of = Protokoll { $day }
initiative-minutes-keep = Spara protokollet
initiative-held-on = Hölls den
initiative-decisions = Beslut
initiative-decisions-hint = Varje beslut blir en uppgift i ett initiativ.
initiative-decision = Beslut { $number }
initiative-meetings = Tidigare möten
initiative-meetings-none = Inget protokoll har sparats ännu.
initiative-form-lede = Säg vad som är fel och varför, vem som ändrar vad till när, och hur mycket det ska flytta sig.
initiative-problem = Problem
initiative-problem-hint = Vad som händer kunderna, var och sedan när.
initiative-topic = Ämne
initiative-no-topic = Inget ämne
initiative-topic-hint = Alla som talat om det inom omfattningen räknas till dem som ledde hit.
initiative-whys = Varför det händer
initiative-whys-hint = Fråga varför om varje svar, upp till fem gånger, tills ni når det ni kan ändra.
initiative-why = Varför? ({ $depth })
initiative-why-below = Och varför det?
initiative-why-beside = Ännu en orsak
initiative-why-drop = Ta bort denna och det som står under
initiative-why-add = Fråga varför
initiative-scope = För vilka, och vad som ska flytta sig
initiative-scope-when = För vilka
initiative-scope-hint = Kunder, filialer och kontaktpunkter som möter ändringen; alla om inget anges.
initiative-scope-all = Alla
initiative-measure = Vad som ska flytta sig
initiative-no-measure = Inte bestämt
initiative-measure-hint = Betyget på en fråga i en enkät.
initiative-unit = Jämför efter
initiative-no-unit = Inget
initiative-unit-hint = Ett attribut som filialen: de inom omfattningen jämförs med de andra.
initiative-expected = Väntad förändring
initiative-expected-hint = I betygets enhet, t.ex. 5 NPS-poäng eller 0,3 stjärnor.
initiative-expected-by = Väntas till
initiative-plan = Plan
initiative-plan-what = Vad som ska göras
initiative-cost = Kostnad
initiative-cost-hint = I er valuta.
initiative-risks = Risker
initiative-lesson = Lärdom
initiative-lesson-hint = Vad kollegerna gör annorlunda från och med nu. De ombeds bekräfta att de har läst det.
initiative-lesson-yours = Detta gäller dig. Bekräfta gärna när du har läst det.
initiative-lesson-read = Jag har läst det
initiative-lesson-read-by = Läst av
initiative-lesson-unread-by = Ännu inte läst av
initiative-with-insight = Med sin insikt
initiative-evidence = Vad som ledde hit
initiative-evidence-none = Inget är länkat ännu. Börja med en insikt, ett ämne eller klagomål, så att de kunderna kan få besked.
initiative-evidence-drop = Hör inte hit
initiative-tell = Ni sade, vi gjorde
initiative-tell-them = Berätta för dem
initiative-how-far = Hur långt det har kommit
initiative-told = Fått besked
initiative-done = Markera som klart
initiative-done-from = Kunderna möter ändringen från
initiative-done-from-hint = Effekten mäts från den dagen.
initiative-drop = Lägg ned
initiative-drop-why = Varför?
initiative-touches = Berör
initiative-touches-more = Det finns fler.
initiative-effect = Effekt
initiative-planned = Planerat
initiative-not-planned = Inget angivet
initiative-by = till { $day }
initiative-measured = Uppmätt
initiative-not-measured = Inte uppmätt ännu
initiative-range = { $low } till { $high }
initiative-effect-open = Prognos och effekt
initiative-worth = Vad det är värt
initiative-worth-figures = Siffror
initiative-worth-unplanned = Säg vilket tal som ska ändras och hur mycket, så visas vad det är värt.
initiative-goals = Mål
initiative-goals-none = Inget mål ännu.
initiative-goal-new = Sätt ett mål
initiative-history = Historik
initiative-verdict-improved = Bättre
initiative-verdict-worsened = Sämre
initiative-verdict-none-detectable = Ingen påvisbar effekt
initiative-verdict-too-early = För tidigt
initiative-verdict-cannot-tell = Går inte att säga
initiative-insight-moved = Ett betyg ändrades
initiative-insight-cause = En orsak hittades
initiative-insight-emerging = Ett ämne växer fram
initiative-insight-unanswered = Klagomål utan svar
initiative-insight-silent = En kontaktpunkt tystnade
initiative-tell-lede = De kunder som ledde hit får besked en gång, på sitt språk, om de har samtyckt.
initiative-tell-not-done = Kunderna får besked när initiativet är klart.
initiative-tell-running = { $told } har fått besked, { $waiting } väntar på sin tur.
initiative-tell-stop = Sluta meddela
initiative-tell-look = Titta igen
initiative-words = Vad som har ändrats, för kunder
initiative-words-hint = En eller två meningar. Hälsning och tack läggs till på varje språk.
initiative-words-look = Hela meddelandet
initiative-is-public = Lista det på den offentliga sidan
initiative-is-public-hint = Vem som helst kan läsa orden där.
initiative-who = Vilka som får besked
initiative-who-all = Kunder som ledde hit
initiative-who-ready = Kan få besked nu
initiative-who-told = Har redan fått besked
initiative-who-waiting = Väntar på sin tur
initiative-who-failed = Meddelandet gick inte iväg
initiative-who-no-consent = Inte samtyckt
initiative-who-no-address = Ingen adress
initiative-who-suppressed = Adress som inte ska skrivas till
initiative-who-nameless = Svar från okända kunder
initiative-who-hint = Ingen får besked två gånger. Samtycke och adress kontrolleras igen när varje meddelande skickas.
initiative-flash-made = Initiativet skapades.
initiative-flash-saved = Sparat.
initiative-flash-moved = Initiativet flyttades.
initiative-flash-task-removed = Uppgiften togs bort.
initiative-flash-evidence = Det räknas inte längre till det som ledde hit.
initiative-flash-lesson = Tack för att du läste det.
initiative-flash-owner = Den ansvariga ändrades.
initiative-flash-review = Protokollet sparades.
initiative-flash-sending = Kunderna får besked nu.
initiative-flash-stopped = Ingen fler får besked.
initiative-flash-page-on = Den offentliga sidan är på.
initiative-flash-page-off = Den offentliga sidan är av.
told-subject = Ni sade, vi gjorde · { $workspace }
told-opening = Hej! Ni berättade om detta för en tid sedan, och vi har ändrat något:
told-closing = Tack för att ni berättade. { $workspace }
changes-title = Ni sade, vi gjorde
changes-text = Det här har ändrats för att kunder berättade för oss.
changes-since = Sedan { $month }
changes-none = Inget finns listat här ännu.
changes-unknown = Det finns ingen sådan sida
changes-unknown-text = Den kan ha stängts av.
error-bad-day = Detta är ingen dag. Skriv den som 2026-12-25.
error-no-lesson = Det finns ingen lärdom här för dig att läsa.
error-initiative-not-done = Initiativet är inte klart ännu. Markera det som klart först.
error-initiative-changed = Någon har ändrat initiativet sedan ni öppnade formuläret, och inget har sparats. Det ni skrev står kvar nedan; sparas det igen ersätter det den andres ändring.
initiative-changed-look = Se vad som står där nu
thing-initiative = initiativ
thing-insight = insikt
thing-task = uppgift
thing-review = protokoll
thing-evidence = underlag
audit-initiative-make = skapade ett initiativ
audit-initiative-change = ändrade ett initiativ
audit-initiative-task = lade till en uppgift
audit-initiative-task-done = avslutade en uppgift
audit-initiative-task-undone = öppnade en uppgift igen
audit-initiative-task-removed = tog bort en uppgift
audit-initiative-proposed = flyttade ett initiativ till ”föreslaget”
audit-initiative-planned = flyttade ett initiativ till ”planerat”
audit-initiative-doing = flyttade ett initiativ till ”pågår”
audit-initiative-done = markerade ett initiativ som klart
audit-initiative-dropped = lade ned ett initiativ
audit-initiative-evidence = tog bort underlag från ett initiativ
audit-initiative-lesson = läste en lärdom
audit-initiative-review = sparade protokollet från en uppföljning
audit-initiative-words = skrev vad kunderna får veta
audit-initiative-told = lät meddela kunderna
audit-initiative-stopped = slutade meddela kunderna
audit-initiative-page-on = slog på den offentliga sidan
audit-initiative-page-off = stängde av den offentliga sidan
audit-touchpoint-owner = utsåg en ansvarig för en kontaktpunkt
initiative-tasks-late =
    { $count ->
        [one] { $count } uppgift sen
       *[other] { $count } uppgifter sena
    }
initiative-more =
    { $count ->
        [one] och { $count } till
       *[other] och { $count } till
    }
initiative-tasks-here =
    { $count ->
        [one] { $count } uppgift med datum
       *[other] { $count } uppgifter med datum
    }
initiative-undated-count =
    { $count ->
        [one] { $count } initiativ saknar datum.
       *[other] { $count } initiativ saknar datum.
    }
initiative-answers =
    { $count ->
        [one] { $count } svar
       *[other] { $count } svar
    }
initiative-owners-missing =
    { $count ->
        [one] { $count } har ingen ansvarig.
       *[other] { $count } har ingen ansvarig.
    }
initiative-customers =
    { $count ->
        [one] { $count } kund
       *[other] { $count } kunder
    }
initiative-with-cases =
    { $count ->
        [one] Med { $count } klagomål
       *[other] Med { $count } klagomål
    }
initiative-with-signals =
    { $count ->
        [one] Med { $count } svar
       *[other] Med { $count } svar
    }
initiative-cases =
    { $count ->
        [one] { $count } klagomål
       *[other] { $count } klagomål
    }
initiative-signals =
    { $count ->
        [one] { $count } svar
       *[other] { $count } svar
    }
initiative-told-count =
    { $count ->
        [one] { $count } kund
       *[other] { $count } kunder
    }
initiative-waiting-count =
    { $count ->
        [one] { $count } väntar
       *[other] { $count } väntar
    }
initiative-touches-count =
    { $count ->
        [one] { $count } kund på { $days } dagar
       *[other] { $count } kunder på { $days } dagar
    }
initiative-words-people =
    { $count ->
        [one] { $count } kund får besked på detta språk.
       *[other] { $count } kunder får besked på detta språk.
    }
initiative-tell-now =
    { $count ->
        [one] Meddela { $count } kund
       *[other] Meddela { $count } kunder
    }
initiative-problem-people =
    { $count ->
        [one] Omkring { $count } kund berörs.
       *[other] Omkring { $count } kunder berörs.
    }
initiative-problem-cases =
    { $count ->
        [one] { $count } klagomål ledde hit.
       *[other] { $count } klagomål ledde hit.
    }
error-bad-consent = En post är inget samtycke: { $reason }.

# Webhooks
webhooks-title = Webhookar
webhooks-lede = Era egna program får veta när ett klagomål eller ett initiativ ändras. Varje anrop är signerat och görs om tills det tas emot.
webhooks-card = Vem som får veta
webhooks-empty = Ingen får veta än
webhooks-empty-text = Skriv adressen till ett program som ska få veta. Du får då en hemlighet som programmet kontrollerar att anropet kommer härifrån med.
webhooks-standard = Innehåll, nya försök och signaturer beskrivs i docs/webhooks.md för Nabz. De följer:
webhooks-full = Det kan inte finnas fler än 20. Ta bort en som inte behövs längre.
webhook-new = Låt ett program till få veta
webhook-make = Lägg till och visa hemligheten
webhook-name-hint = För människor, till exempel vad programmet gör.
webhook-url = Adress
webhook-url-hint = Anropen går dit som POST med JSON. Den måste finnas på det öppna internet.
webhook-which = Vad den får veta
webhook-which-all = Alla händelser
webhook-which-all-hint = Även de som kommer i senare versioner.
webhook-which-some = Bara valda händelser
webhook-choose = Välj händelser
webhook-about-cases = Klagomål
webhook-about-initiatives = Initiativ
webhook-with-texts = Med texter
webhook-with-texts-hint = Det som kunder och medarbetare skrev följer med. Personuppgifter i det utelämnas så långt de känns igen. Utan detta skickas bara id:n och fakta.
webhook-events = Händelser
webhook-event = Händelse
webhook-event-count =
    { $count ->
        [one] { $count } händelse
       *[other] { $count } händelser
    }
webhook-event-case-opened = Ett klagomål öppnades
webhook-event-case-changed = Ett senare svar ändrade klagomålet
webhook-event-case-withdrawn = Ett klagomål togs tillbaka
webhook-event-case-signal_added = Ett till svar hör till klagomålet
webhook-event-case-assigned = Klagomålet har fått en annan ansvarig
webhook-event-case-priority_changed = Klagomålet har fått en annan prioritet
webhook-event-case-replied = Kunden har fått svar
webhook-event-case-answered = Kunden har fått svar på annat sätt
webhook-event-case-unanswered = Svaret togs tillbaka
webhook-event-case-customer_wrote = Kunden skrev igen
webhook-event-case-noted = En anteckning skrevs
webhook-event-case-step_changed = Ett steg i arbetsgången ändrades
webhook-event-case-escalated = Klagomålet är sent och eskalerades
webhook-event-case-closed = Klagomålet avslutades
webhook-event-case-helped = Kunden sa om det hjälpte
webhook-event-case-reopened = Klagomålet öppnades igen
webhook-event-case-initiative_changed = Klagomålet kom med i eller lämnade ett initiativ
webhook-event-initiative-created = Ett initiativ skapades
webhook-event-initiative-changed = Ett initiativ ändrades
webhook-event-initiative-task_changed = En uppgift i ett initiativ ändrades
webhook-event-initiative-moved = Ett initiativ gick vidare
webhook-event-initiative-done = Ett initiativ är klart
webhook-event-initiative-dropped = Ett initiativ lades ned
webhook-event-test = Testhändelse
webhook-on = På
webhook-off = Av
webhook-off-gone = Den sa att den inte finns längre
webhook-off-gone-text = Adressen svarade med 410 och stängdes därför av. Det som väntar skickas när du slår på den igen.
webhook-off-failing = Ingenting togs emot på fem dagar
webhook-off-failing-text = Adressen tog inte emot något på fem dagar och stängdes därför av. Det som väntar skickas när du slår på den igen.
webhook-failing = Den tar inte emot något just nu
webhook-failing-text = Det som väntar försöks om och om igen. Utan framgång sedan
webhook-switch-on = Slå på
webhook-switch-off = Stäng av
webhook-test = Skicka en testhändelse
webhook-secret = Hemlighet
webhook-secret-made = Den nya hemligheten
webhook-secret-once = Kopiera den nu: den visas inte igen.
webhook-secret-text = Programmet kontrollerar signaturen med den. En ny hemlighet gäller genast; den gamla signerar bredvid den i 24 timmar.
webhook-secret-old = Den gamla hemligheten signerar till
webhook-secret-rotate = Skapa en ny hemlighet
webhook-settings = Inställningar
webhook-remove = Ta bort
webhook-deliveries = Leveranser
webhook-state-all = Alla
webhook-state-waiting = Väntar
webhook-state-sending = På väg
webhook-state-delivered = Levererade
webhook-state-dead = Uppgivna
webhook-attempts = Försök
webhook-next = Nästa försök
webhook-last = Senaste försöket
webhook-made = Hände
webhook-tried = Försöktes
webhook-took = Tog
webhook-millis = { $count } ms
webhook-answered = Svarade med { $status }
webhook-not-yet = Inte försökt än
webhook-none = Ingenting här
webhook-none-text = När något händer listas varje anrop här med hur det gick. Skicka en testhändelse för att se ett.
webhook-kept = Levererade sparas i 7 dagar, uppgivna i 30.
webhook-replay = Försök igen
webhook-replay-all =
    { $count ->
        [one] Försök igen med { $count } uppgiven
       *[other] Försök igen med alla { $count } uppgivna
    }
webhook-body = Det som skickas
webhook-answer = Det som kom tillbaka
webhook-answer-note = Början, som den andra sidan skrev den. Den säger ingenting om arbetsytan.
webhook-answer-none = Ingenting sparades.
webhook-about = Öppna det som det handlar om
webhook-failure-timeout = Inget svar i tid
webhook-failure-connect = Ingen kunde nås där
webhook-failure-broken = Svaret avbröts
webhook-failure-secret = Hemligheten går inte att öppna på den här servern: skapa en ny
webhook-failure-expired = Den väntade för länge
webhook-failure-malformed = Det här är ingen adress
webhook-failure-scheme = Bara http och https
webhook-failure-userinfo = Adressen innehåller ett namn eller lösenord
webhook-failure-port = Porten är inte för HTTP
webhook-failure-form = Värden är ett tal i ovanlig form
webhook-failure-private = Adressen leder in i ett privat nät
webhook-flash-saved = Sparat.
webhook-flash-on = Påslagen.
webhook-flash-off = Avstängd.
webhook-flash-test = Testhändelsen är på väg.
webhook-flash-replayed = Försöket görs om.
webhook-flash-removed = Borttagen.
webhook-flash-restored = Återställd.
thing-webhook = den här webhooken
thing-delivery = den här leveransen
error-webhook-malformed = Det här är ingen adress. Skriv den hel, till exempel https://example.com/nabz.
error-webhook-scheme = Adressen måste börja med https:// eller http://.
error-webhook-userinfo = Adressen får inte innehålla användarnamn eller lösenord: anropen signeras i stället.
error-webhook-port = Porten är inte för HTTP. Använd 443, 80 eller en från 1024.
error-webhook-form = Värden är ett tal i ovanlig form. Skriv ett namn, eller fyra tal med punkter.
error-webhook-private = Adressen leder in i ett privat nät eller till den här datorn, dit anrop inte får gå. Använd en adress på det öppna internet, eller be den som driver servern att tillåta privata nät.
error-webhook-no-event = Välj minst en händelse.
error-webhooks-full = Det kan finnas högst { $max }. Ta bort en först.
error-webhook-is-off = Den är avstängd. Slå på den först.
error-webhook-not-dead = Den är på väg eller redan levererad.
