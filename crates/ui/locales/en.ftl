### Words that all pages share. Before a new message is made for one page, look here:
### common-save common-cancel common-undo common-back common-next common-edit common-close common-copy common-copied
### common-all common-optional common-name common-email common-language common-status common-apply
### count-*; range; chart-few; ago-*, in-*; tone-*; role-*; nav-*

brand = Nabz
brand-line = Listen, understand, act, prove.

## Verbs and nouns of forms
common-save = Save
common-cancel = Cancel
common-undo = Undo
common-back = Back
common-next = Next
common-add = Add
common-edit = Edit
common-close = Close
common-copy = Copy
common-copied = Copied
common-all = All
common-optional = (optional)
common-name = Name
common-email = E-mail
common-language = Language
common-status = Status
common-apply = Apply

## Numbers with their noun
count-answers =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
count-surveys =
    { $count ->
        [one] { $count } survey
       *[other] { $count } surveys
    }
count-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
# A 95 % interval: "27 to 35".
range = { $low } to { $high }
# Read aloud for the drawing of an interval.
range-label = { $value }, range { $low } to { $high }
worth-rests = Rests on { $low } to { $high } { $currency } a year for { $unit } of the whole firm.
worth-share = It is about { $share } of the answers and counts for that share.
worth-unit-nps = one NPS point
worth-unit-percent = one percentage point
worth-unit-mean_1_5 = one point of a mean from 1 to 5
worth-unit-mean_1_7 = one point of a mean from 1 to 7
worth-unit-mean_0_10 = one point of a mean from 0 to 10
worth-why-unstated = Nobody has stated what a point is worth. With that figure the worth stands here.
worth-why-other-unit = What a point is worth is stated for another kind of number, so no worth is claimed of this one.
worth-why-no-share = Which share of the answers it is about is not known, so no worth is claimed.
worth-less-cost = The cost of { $cost } { $currency } is taken off.

## Times
ago-now = just now
ago-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
in-minutes =
    { $count ->
        [one] in { $count } minute
       *[other] in { $count } minutes
    }
in-hours =
    { $count ->
        [one] in { $count } hour
       *[other] in { $count } hours
    }
in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }

## Tones of a score
tone-detractors = Detractors
tone-passives = Passives
tone-promoters = Promoters
tone-negative = Unhappy
tone-neutral = Neutral
tone-positive = Happy

## Roles
role-viewer = Viewer
role-agent = Agent
role-manager = Manager
role-admin = Administrator
role-owner = Owner

## Navigation and shell
nav-home = Home
nav-listen = Listen
nav-understand = Understand
nav-act = Act
nav-prove = Prove
nav-customers = Customers
nav-settings = Settings
nav-more = More
nav-waiting =
    { $count ->
        [one] { $count } waits for you
       *[other] { $count } wait for you
    }
shell-skip = Skip to content
shell-nav = Main
shell-crumbs = Where you are
shell-language = Language
shell-theme = Appearance
shell-account = { $name }, your account
shell-profile = Your profile
shell-logout = Log out
shell-demo = Demo with invented data. Change whatever you like.
theme-system = As the system
theme-light = Light
theme-dark = Dark
palette-open = Search or go to a page
palette-hint = Type a page or a survey
palette-list = Pages
palette-recent = recent
palette-none = Nothing by that name.
pager-label = Pages of the list
pager-previous = Previous
pager-next = Next
filter-clear = Remove this filter

## Charts
chart-as-table = As a table
chart-period = Period
chart-value = Score
chart-score = Score
chart-range = Range
chart-range-numbers = Range in numbers
chart-answers = Answers
chart-share = Share
chart-goal = goal { $goal }
chart-counts-thin = Counts stand above the highest bar of each kind; the table has all.
chart-few = few answers, read with care
chart-empty = Nothing to draw yet: no answers match.
chart-needs-assets = Charts show as tables because this build has no chart library; see “cargo xtask assets”.

## Pages that customers see
respondent-privacy = Privacy

## Requests that failed: a title, the words, a way on
fault-title = That did not work
fault-403 = Not yours to open
fault-404 = Nothing here
fault-429 = A little too fast
fault-500 = Our mistake
fault-503 = Just a moment
fault-507 = The disk is full
fault-ours = It has been logged. Try again, and pass on the number below if it stays.
fault-home = Go to Home
fault-request = Request
error-not-found = We could not find { $what }. It may have been removed, or the address has a typing error.
error-forbidden = Your role does not allow this. An administrator can change that.
error-unauthorised = Log in to go on.
error-too-many-requests =
    { $seconds ->
        [one] Too many requests. Try again in { $seconds } second.
       *[other] Too many requests. Try again in { $seconds } seconds.
    }
error-disk-full = The server’s disk is full. Nothing was saved; try again when there is room.
error-unavailable = A part that is needed does not answer. Nothing was saved; try again in a moment.
error-internal = Something went wrong on our side.
error-method-not-allowed = This address does not take that kind of request.
error-too-large = That is larger than this page takes.
error-required = This must be filled in.
error-bad-query = The question cannot be answered: { $message }
error-query-timeout = The question took longer than { $seconds } seconds and was given up. Narrow it down, for example by time.
error-query-too-large = The question needs more memory than the server may use for it. Narrow it down, or group by less.
error-control-character = This text holds a control character that cannot be kept.
error-bad-form = The form could not be read. Go back and send it again.
error-bad-json = The body is not valid JSON (line { $line }, column { $column }).
error-cross-site = This request came from another site, so it was refused.
thing-page = this page

## Conditions: the builder, and what a condition says
condition-join = These must hold
condition-all = all of them
condition-any = at least one of them
condition-subject = About
condition-ask = Test
condition-value = Value
condition-choose = Choose…
condition-add = Add condition
condition-add-group = Add group
condition-group = Group
condition-drop = Remove this line
condition-as-text = Write as text
condition-as-lines = Show as lines
condition-text = Condition as text
condition-text-hint = For example: nps <= 6 && answered(why)
condition-look = Update choices
condition-none = No condition: always.
condition-involved = This nests deeper than lines can show. It works, and can be changed as text.
condition-gone = { $of } (no longer there)
condition-yes = yes
condition-no = no
condition-comma = { ", " }
condition-and = { $left } and { $right }
condition-or = { $left } or { $right }
condition-not = not: { $what }
condition-is-eq = is
condition-is-ne = is not
condition-is-le = is at most
condition-is-lt = is less than
condition-is-ge = is at least
condition-is-gt = is more than
condition-is-lt-date = is before
condition-is-le-date = is on or before
condition-is-gt-date = is after
condition-is-ge-date = is on or after
condition-is-answered = was answered
condition-is-not-answered = was not answered
condition-is-one-of = is one of
condition-is-not-one-of = is none of
condition-is-has = includes
condition-is-not-has = does not include
condition-is-has-text = contains the words
condition-is-not-has-text = does not contain the words
condition-is-starts-with = starts with
condition-says-eq = { $of } is { $value }
condition-says-ne = { $of } is not { $value }
condition-says-le = { $of } is at most { $value }
condition-says-lt = { $of } is less than { $value }
condition-says-ge = { $of } is at least { $value }
condition-says-gt = { $of } is more than { $value }
condition-says-lt-date = { $of } is before { $value }
condition-says-le-date = { $of } is on or before { $value }
condition-says-gt-date = { $of } is after { $value }
condition-says-ge-date = { $of } is on or after { $value }
condition-says-answered = { $of } was answered
condition-says-not-answered = { $of } was not answered
condition-says-one-of = { $of } is one of { $value }
condition-says-not-one-of = { $of } is none of { $value }
condition-says-has = { $of } includes { $value }
condition-says-not-has = { $of } does not include { $value }
condition-says-has-text = { $of } contains { $value }
condition-says-not-has-text = { $of } does not contain { $value }
condition-says-starts-with = { $of } starts with { $value }
error-condition-syntax = At character { $at }, “{ $found }” was not expected.
error-condition-unsupported = At character { $at }, “{ $found }” cannot be used so. Write for example: { $instead }
error-condition-operand = This cannot be the name of a question or field.
error-condition-value = This value does not fit what is asked.
error-condition-too-deep = Conditions nest at most { $max } deep.
error-condition-too-big = This is too much for one condition: at most { $max } parts.
error-condition-text-too-long = A text in a condition has at most { $max } characters.
error-condition-json = The condition cannot be read: { $message }
error-condition-unknown-operand = The condition asks about something that is not there.
error-condition-unknown-option = There is no option “{ $value }” here.
error-condition-wrong-type = This cannot be asked here: the values are of another type.
error-not-a-number = A number is needed here.

## What a text says: feeling-*
feeling-pos = Positive
feeling-neu = Neutral
feeling-neg = Negative
feeling-unclear = Mixed or unclear
feeling-unread = Not read
feeling-corrected = corrected by a member
feeling-corrected-by = { $name } says so. The reader said: { $was }.
feeling-why = Why
feeling-other-language = Texts in this language ({ $language }) are not read: nothing is better than a guess.
feeling-no-language = The language cannot be told, so nothing is guessed.
feeling-words = Words that counted
feeling-no-words = No single word stood out.
feeling-parts = Part by part
feeling-likely = Still probable
feeling-score = Score from −1 to 1
feeling-language = Language
feeling-reader = Version of the reader
feeling-transformer = A transformer, { $name }, judged the text as a whole. It gives no reasons.
feeling-transformer-failed = The transformer failed on this text, so nothing is guessed. The server's log says why.
feeling-words-linear = What our own reader saw
feeling-parts-linear = Part by part, by our own reader
feeling-say = What does it say?
feeling-take-back = Take the correction back
feeling-how = How texts are read, and how well

### What conditions can ask about.

subjects-attributes = Attributes
subjects-came = How the answer came
subject-language = Language
subject-channel = Channel
subject-touchpoint = Touchpoint
subject-best = best
subject-worst = worst
subject-own = own words
subjects-questions = Questions
subjects-said = What they wrote
subject-said-topic = Topic
subject-said-intent = What they want
subject-said-sentiment = Feeling
subject-said-urgency = Urgency (0 to 3)
intent-complaint = Complaint
intent-praise = Praise
intent-question = Question
intent-request = Request
intent-bug = Fault
intent-threat-to-leave = Threat to leave
intent-other = Other

### The evidence chain.

chain-link = How it hangs together
