### Ärenden: klagomål som väntar på svar.

case-title = Klagomål
case-list-title = Klagomål
case-list-lede = Ett lågt betyg eller ett argt ord väntar här tills någon har svarat kunden. Svar ska ges inom ett dygn.
case-which = Vilka klagomål
case-which-loose = Utan ansvarig
case-which-mine = Mina
case-which-open = Alla öppna
case-which-answered = Besvarade
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
case-notes = Anteckningar
case-note-label = Anteckning till kollegor
case-note-hint = Kunden ser den inte.
case-note-save = Lägg till anteckning
case-no-notes = Inga anteckningar än.
case-state = Uppföljning
case-answer = Markera som besvarat
case-reopen = Öppna igen
case-answered = Besvarat
case-overdue = Försenat
case-waits = Väntar på svar
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
