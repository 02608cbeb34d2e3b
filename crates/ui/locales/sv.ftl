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
palette-open = Sök eller gå till
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
chart-few = få svar, läs med försiktighet
chart-empty = Inget att rita än: inga svar passar.
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
