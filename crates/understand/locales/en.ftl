### Understand: results, answers, what changed.

## Lists and pages
understand-lede = What customers say, with the range that the number of answers allows.
understand-surveys = Surveys with their scores
understand-survey = Survey
understand-score = Score
understand-last-30 = Last 30 days
understand-none-title = No survey yet
understand-none-text = Make a survey or import answers that you have; the scores appear here by themselves.
understand-none-text-viewer = As soon as somebody publishes a survey or imports answers, the scores appear here.
understand-none-action = Go to Listen
understand-no-score = asks for no score
understand-anonymous-open = anonymous: open it to see its score
understand-more-surveys =
    { $count ->
        [one] { $count } more survey is not shown: only those changed last are.
       *[other] { $count } more surveys are not shown: only those changed last are.
    }
understand-views = Views of this survey
understand-tab-results = Results
understand-tab-answers = Answers
understand-edit = Edit
understand-share = Share
understand-response = Response
understand-responses = Responses
understand-contact = Customer
understand-response-id = Id

## Filters
understand-filters = Filters
understand-period = Period
understand-period-7d = Last 7 days
understand-period-30d = Last 30 days
understand-period-90d = Last 90 days
understand-period-365d = Last 365 days
understand-period-all = All time
understand-from = From
understand-to = To
understand-days = { $first } to { $last }
understand-days-from = from { $first }
understand-days-to = until { $last }
understand-question = Question
understand-option = Option
understand-state = State
understand-state-complete = finished
understand-state-partial = left before the end
understand-add-filter = Filter
understand-pick = { $dimension }: which?
understand-other-value = Another value
understand-remove = Remove the filter { $label }: { $value }
understand-clear = Clear all
understand-no-value = not known
understand-flag-true = yes
understand-flag-false = no
understand-dimension-channel = Channel
understand-dimension-language = Language
understand-dimension-touchpoint = Touchpoint
understand-channel-link = Link
understand-channel-email = E-mail
understand-channel-sms = SMS
understand-channel-web = Website
understand-channel-qr = QR code
understand-channel-kiosk = Kiosk
understand-channel-api = API
understand-channel-import = Import
understand-channel-review = Review site
understand-channel-helpdesk = Helpdesk

## Numbers
understand-key-numbers = Key numbers
understand-metric-nps = NPS
understand-metric-csat = Satisfaction
understand-metric-ces = Effort
understand-metric-rating = Rating
understand-finished = Finished
understand-finished-note = { $complete } of { $all }
understand-before = { $value } in the period before
understand-moved = { $by } on the period before: { $verdict }
understand-trend = { $metric } { $step }
understand-trend-says = { $metric } { $step }, with the range that holds the true value with 95 % confidence.
understand-by-day = by day
understand-by-week = by week
understand-by-month = by month
understand-step = Step
understand-step-day = Day
understand-step-week = Week
understand-step-month = Month
understand-distribution-says =
    { $count ->
        [one] How often each score was given, { $count } answer in all.
       *[other] How often each score was given, { $count } answers in all.
    }
understand-read = Read what they said:
understand-split = { $metric } by { $dimension }
understand-split-says = { $metric } with its range for each value of { $dimension }.
understand-split-by = Split by
understand-split-order = Lowest first; groups with few answers last.
understand-split-most = The { $shown } groups with the most answers of { $all }. Lowest first; groups with few answers last.
understand-choices-says =
    { $count ->
        [one] { $question }: how often each option was chosen by { $count } person.
       *[other] { $question }: how often each option was chosen by { $count } people.
    }
understand-texts = Latest words
understand-texts-all =
    { $count ->
        [one] { $count } text
       *[other] All { $count }
    }
understand-as-of = As of
understand-refresh = Refresh

## Nothing to show
understand-new-title = No answers yet
understand-new-text = Share the link or the QR code. The first answer shows here within two seconds.
understand-empty-title = No answers match
understand-empty-text = Nobody answered in this period with these filters.
understand-show-all = Show everything
understand-no-rows-title = No answers match
understand-no-rows-text = Take a filter away to see more.

## Answers and responses
understand-newest-first = Newest first
understand-when = When
understand-said = What they said
understand-answers-given = Answers
understand-nothing-answered = No question was answered.
understand-score-of = { $score } of { $of }
understand-where-from = Where it came from
understand-known-then = Known at that moment

## How it is counted
understand-how = How these numbers are counted
understand-changes = Changes
understand-explain-nps = Share of promoters (9 and 10) less share of detractors (0 to 6), in points from −100 to 100. Passives (7 and 8) count in the total only (Reichheld, 2003). The range follows from the variance of +1, 0 and −1 (Rocks, 2016).
understand-explain-csat = Share of answers in the top two boxes: 4 and 5 of five, 6 and 7 of seven. The range is Wilson’s interval for a share (1927).
understand-explain-ces = Mean of the effort scores, on the scale of the question. The range is Student’s t interval.
understand-explain-rating = Mean of the ratings, on the scale of the question. The range is Student’s t interval.
understand-explain-range = If all customers had answered, the number would lie in this range in 95 of 100 such surveys. Below 30 answers we say so: look at the range, not at the point.
understand-explain-finished = Completed responses of all that were begun. An answered question counts even if the survey was left before its end.
understand-explain-verdict = A change is clear when chance alone would hardly make it (false discovery rate below 5 %, over all changes on the page) and it is worth acting on: five points, or a twentieth of the scale. Likely stands for below 20 %.
understand-verdict-clear-fall = Clear fall
understand-verdict-clear-rise = Clear rise
understand-verdict-likely-fall = Likely fall
understand-verdict-likely-rise = Likely rise
understand-verdict-no-real-change = No real change
understand-verdict-cant-tell = Can’t tell yet
understand-verdict-too-few = Too few answers

## Anonymous surveys
understand-anonymous-title = Answers here are anonymous
understand-anonymous-text = You see groups of five and more only, no single response, and numbers that move when five more people have answered. Filters and lists are off because they could single somebody out.
understand-anonymous-few-title = Fewer than five have finished
understand-anonymous-few-text = Results show as soon as five people have answered to the end.
understand-anonymous-fives = finished, in steps of five
understand-anonymous-bound = the first 20,000 finished
understand-anonymous-hidden = Groups of fewer than five people are hidden, and those that would give them away.
understand-anonymous-months = Months with fewer than five answers are left out.
understand-anonymous-groups = Groups of five and more, lowest first. Some are left out so that nobody can be singled out by comparing.
understand-anonymous-texts = In no particular order, without when or by whom.

## Home
understand-against =
    { $days ->
        [one] last day against those before
       *[other] last { $days } days against those before
    }
understand-finding-clear-fall = { $metric } of { $survey } fell by { $by }
understand-finding-clear-rise = { $metric } of { $survey } rose by { $by }
understand-finding-likely-fall = { $metric } of { $survey } has probably fallen
understand-finding-likely-rise = { $metric } of { $survey } has probably risen
understand-finding-no-real-change = { $metric } of { $survey } holds
understand-finding-cant-tell = { $metric } of { $survey }: too early to say
understand-finding-why =
    { $count ->
        [one] { $now } now, { $before } before; { $count } answer now.
       *[other] { $now } now, { $before } before; { $count } answers now.
    }
understand-finding-needed =
    { $count ->
        [one] About { $count } more answer would tell.
       *[other] About { $count } more answers would tell.
    }
understand-now = Now
understand-then = Before
understand-glance = The loop this week
understand-glance-answers =
    { $count ->
        [one] { $count } response
       *[other] { $count } responses
    }
understand-glance-before = { $count } the week before

## Refusals
error-bad-filter = This filter cannot be read. Dates look like 2026-11-22, scores like 9 or 0-6.
error-too-many-filters = At most { $max } filters at a time.
error-too-many-counts = This survey has more than { $max } different counts by day. Filter it down.
error-survey-anonymous = Answers to this survey are anonymous, so there is no list of them.
thing-response = this response
