### Words of the workspace slice: doors, settings, Home.

## Log-in
login-title = Logga in
login-submit = Logga in
login-unclaimed = Ingen har något konto här ännu. Öppna länken som servern skrev ut när den startade, så skapas det första.
login-stuck = Kan du inte logga in?
login-stuck-ask = Be en administratör om en engångslänk. Ingen e-post behövs.
login-stuck-command = Den som sköter servern kan skapa en:
error-sign-in = E-postadressen eller lösenordet stämmer inte. Kontrollera båda eller be om en engångslänk.
choose-title = Vilken arbetsyta?
choose-lede = Du arbetar i flera. Välj inom fem minuter.

## Passwords
password-label = Lösenord
password-current = Nuvarande lösenord
password-new = Nytt lösenord
password-choose = Välj ett lösenord
password-hint = Minst { $min } tecken. En kort mening som bara du känner till är bra.
password-card = Lösenord
password-submit = Byt lösenord
password-ends-sessions = Du loggas ut från alla andra enheter.
error-password-short = Minst { $min } tecken, tack.
error-password-long = Högst { $max } tecken.
error-password-common = Det är bland det första som någon skulle prova. Ta ord som inte hör ihop.
error-password-wrong = Det är inte ditt nuvarande lösenord.

## Links that work once
dead-title = Länken är förbrukad
dead-text = Den har använts, gått ut eller tagits tillbaka. En länk fungerar en gång och i sju dagar.
dead-home = Till startsidan
dead-new = En administratör kan skapa en ny.
owner-title = Välkommen. Du är först.
owner-lede = Skapa ditt konto och ge arbetsytan ett namn. Du blir dess ägare.
owner-email-hint = För inloggning. Ingen e-post skickas dit.
owner-submit = Skapa kontot och börja
person-name = Ditt namn
link-title = Logga in som { $name }
link-lede = { $workspace }
link-password-hint = Lämna tomt för att inte ändra något. Annars minst { $min } tecken, och då loggas du ut från alla andra enheter.
link-submit = Logga in
link-once = Länken fungerar en gång.
invite-title = Gå med i { $workspace }
invite-lede = Du är inbjuden som: { $role }.
invite-submit = Skapa mitt konto

## Settings
settings-me = Din profil
settings-workspace = Arbetsyta
settings-members = Medlemmar
settings-teams = Team
settings-keys = API-nycklar
settings-webhooks = Webhookar
settings-audit = Granskningslogg
role-label = Roll

## Profile
profile-lede = Vad andra ser av dig och hur du kommer in.
profile-who = Du
profile-saved = Sparat.
profile-password-changed = Lösenordet är bytt. Du är utloggad från alla andra enheter.
profile-sessions-ended = Du är utloggad från alla andra enheter.
sessions-card = Här är du inloggad
sessions-note = avslutas själv efter 14 dagar
sessions-here = Den här webbläsaren
sessions-other = En annan webbläsare
sessions-seen = använd
sessions-since = sedan
sessions-end = Logga ut från alla andra enheter

## Members
members-lede = Vilka som arbetar här och vad de får göra.
members-card = Medlemmar
members-acts = Åtgärder
members-acts-of = Åtgärder för { $name }
members-you = du
members-off = avstängd
members-by-link = via länk, inget lösenord ännu
members-link = Skapa en engångslänk
members-disable = Stäng av
members-enable = Släpp in igen
members-disabled = Avstängd och utloggad överallt.
members-enabled = Får komma in igen.
members-role-changed = Rollen är ändrad och gäller från nästa inloggning; medlemmen är nu utloggad.
members-invite = Bjud in någon
members-invite-make = Skapa en inbjudan
members-invite-email-hint = Med en adress gäller länken bara den personen.
members-roles-hint = Varje roll får allt som den föregående får: se, svara kunder, göra enkäter, sköta medlemmar, äga.
members-invite-made = Inbjudan är klar
members-link-for = En engångslänk för { $name }
members-link-once = Skicka den på ett sätt du litar på. Den visas bara nu, fungerar en gång och i sju dagar.
members-link-label = Engångslänk
members-invites = Öppna inbjudningar
members-invited = Inbjuden
members-invite-until = Slutar
members-invite-open = den som har länken
members-invite-withdraw = Ta tillbaka
members-invite-withdrawn = Inbjudan är återtagen och länken fungerar inte längre.

## Teams
teams-lede = Medlemmar som delar på arbetet.
teams-empty = Inga team ännu
teams-empty-text = Ett team kan få det som ingen särskild äger, till exempel alla klagomål från en filial.
teams-new = Nytt team
teams-make = Skapa teamet
teams-members = Teamets medlemmar
teams-nobody = Ingen ännu
teams-comma = ,{" "}
teams-made = Teamet finns. Välj dess medlemmar.
teams-saved = Sparat.

## Workspace
workspace-lede = Hur dagar räknas och på vilket språk folk läser.
workspace-name = Arbetsytans namn
workspace-name-hint = Oftast ditt företag.
workspace-first-language = Första språk
workspace-first-language-hint = Nya enkäter börjar på det.
workspace-languages = Enkätspråk
workspace-languages-hint = Det som erbjuds när en enkät görs.
workspace-personal = Personuppgifter i texter
workspace-personal-hint = Telefonnummer, adresser, namn, kort- och personnummer i det som kunder skrivit. Alla andra läser vad som stod där, till exempel [telefon]. Delade rapporter, belägg för orsaker och anonyma enkäter visar dem aldrig; ärenden visar dem för dem som svarar.
workspace-personal-shown = Visas på sidor för
workspace-personal-shown-hint = Listor, enskilda svar, citat.
workspace-personal-exported = Får exporteras av
workspace-personal-exported-hint = Om de ber om det; granskningsloggen noterar det.
workspace-personal-viewer = Alla medlemmar
workspace-personal-agent = Handläggare och uppåt
workspace-personal-manager = Chefer och uppåt
workspace-personal-admin = Administratörer
workspace-personal-nobody = Ingen
workspace-command = På kommandoraden heter den
workspace-assistant = Språkmodell
workspace-assistant-text = Avstängd om inte en administratör slår på den: citat kan då sammanfattas och översättas, med personuppgifter maskerade.
workspace-assistant-open = Vad som lämnar servern, och vart
workspace-saved = Sparat. Siffrorna räknas på det nya sättet från och med nu.
zone-label = Tidszon
zone-hint = Dagar, veckor och månader börjar vid midnatt där.
zone-likely = Troliga
calendar-label = Kalender
calendar-hint = Trendernas månader räknas i den.
calendar-gregorian = Gregoriansk
calendar-persian = Persisk

## API keys
keys-lede = För program som skickar svar eller läser siffror.
keys-card = Nycklar i bruk
keys-empty = Inga nycklar ännu
keys-empty-text = Ett program visar sin nyckel vid varje anrop. Ge varje program en egen, så kan en återkallas för sig.
keys-new = Ny nyckel
keys-make = Skapa nyckeln
keys-name-hint = Vilket program som använder den.
keys-scope = Får
keys-scope-responses = Skicka svar
keys-scope-track = Skicka beteende
keys-scope-read = Läsa siffror och svar
keys-scope-mail = Lämna in mejl som kommit
keys-scope-all = Allt
keys-since = Skapad
keys-made = Din nya nyckel
keys-once = Kopiera den nu: den sparas ingenstans och visas aldrig igen.
keys-secret = API-nyckel
keys-use = Skicka den med varje anrop som
keys-docs = Alla anrop beskrivs i
keys-revoke = Återkalla
keys-revoked = Nyckeln öppnar inget längre.
keys-restored = Nyckeln fungerar igen.
keys-revoked-card = Återkallade nycklar
keys-revoked-at = Återkallad

## Audit log
audit-lede = Vem som gjort vad, det senaste först. Raderna är kedjade, så att en ändrad eller borttagen syns.
audit-when = När
audit-who = Vem
audit-what = Vad
audit-whom = Gäller
audit-number = Nr
audit-cli = kommandoraden
audit-clock = klockan
audit-customer = en kund
audit-insights = sökningen efter insikter
audit-empty = Inget ännu
audit-empty-text = Varje ändring som en medlem gör antecknas här.
audit-verify = Kedjan kontrolleras med
audit-member-sign-in = loggade in
audit-member-join = gick med via inbjudan
audit-member-add = lade till en medlem
audit-member-link = skapade en engångslänk
audit-member-invite = skapade en inbjudan
audit-member-invite-withdraw = tog tillbaka en inbjudan
audit-member-disable = stängde av en medlem
audit-member-role =
    { $role ->
        [viewer] ändrade en roll till läsare
        [agent] ändrade en roll till handläggare
        [manager] ändrade en roll till chef
        [admin] ändrade en roll till administratör
        [owner] ändrade en roll till ägare
       *[other] ändrade en roll
    }
audit-member-enable = släppte in en medlem igen
audit-member-profile = ändrade profilen
audit-member-password = bytte lösenord
audit-member-end-sessions = loggade ut från alla andra enheter
audit-team-make = skapade ett team
audit-team-save = ändrade ett team
audit-key-make = skapade en API-nyckel
audit-key-revoke = återkallade en API-nyckel
audit-key-restore = återställde en API-nyckel
audit-workspace-claim = blev den första ägaren
audit-workspace-save = ändrade arbetsytans inställningar

## Home
home-morning = God morgon, { $name }.
home-afternoon = God eftermiddag, { $name }.
home-evening = God kväll, { $name }.
home-night = Hej, { $name }.
home-nothing = inget väntar på dig
home-waiting =
    { $count ->
        [one] En kund väntar på svar.
       *[other] { $count } kunder väntar på svar.
    }
steps-title = Ett varv i kretsloppet
steps-note = ungefär tre minuter
steps-done = klart
steps-make = Gör en enkät
steps-make-text = En mall ställer de två rätta frågorna på fyra språk. Eller importera svar du redan har.
steps-make-do = Ny enkät
steps-import = Importera en fil
steps-ask-manager = En chef kan göra detta.
steps-survey = Öppna enkäten
steps-answer = Svara på den själv
steps-answer-text = Öppna den i mobilen som en kund skulle göra. Ett lågt betyg visar vad som händer sedan.
steps-answer-do = Öppna enkätsidan
steps-publish = Publicera enkäten
steps-see = Se siffran och vem som väntar
steps-see-text = Betyget står på översikten med sitt intervall och svaren bakom; den missnöjda kunden står här.
steps-see-do = Se siffrorna

## Refusals
error-email-taken = Någon här har redan den adressen.
error-email-invalid = Det är ingen e-postadress som sara@example.com.
error-name-too-long = Högst { $max } tecken.
error-name-unreadable = Det innehåller tecken som inte syns. Skriv det igen.
error-not-offered = Välj något ur listan.
error-owners-only = Bara en ägare får göra det.
error-last-owner = En arbetsyta behåller minst en ägare som kan logga in. Gör någon annan till ägare först.
error-not-yourself = Du kan inte stänga av dig själv.
error-member-disabled = Medlemmen är avstängd. Släpp in den först.
error-members-full = En arbetsyta rymmer högst { $max } medlemmar.
error-invites-full = { $max } inbjudningar är öppna. Ta tillbaka några först.
error-teams-full = En arbetsyta rymmer högst { $max } team.
error-team-taken = Ett annat team heter så.
error-keys-full = { $max } nycklar är i bruk. Återkalla en först.
thing-member = medlemmen
thing-team = teamet
thing-key = nyckeln
thing-invite = inbjudan
