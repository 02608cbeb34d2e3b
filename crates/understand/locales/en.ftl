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
understand-flagged = Flagged responses
understand-flagged-out = left out
understand-leave-out = Leave flagged responses out
understand-count-again = Count flagged responses again
understand-left-out =
    { $count ->
        [0] No response here is flagged, so none is left out.
        [one] { $count } response is left out as flagged: { $why }.
       *[other] { $count } responses are left out as flagged: { $why }.
    }
understand-left-out-look = See which
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
understand-moved = { $verdict }: { $by } against the period before
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
understand-finding-no-real-change = { $metric } of { $survey } is holding steady
understand-finding-cant-tell = Too early to say whether { $metric } of { $survey } has moved
understand-finding-too-few = { $metric } of { $survey } is { $now } so far
understand-finding-why =
    { $count ->
        [one] { $now } now, { $before } before; { $count } answer now.
       *[other] { $now } now, { $before } before; { $count } answers now.
    }
understand-finding-needed =
    { $count ->
        [one] About { $count } more answer would show a change of { $change } points or more.
       *[other] About { $count } more answers would show a change of { $change } points or more.
    }
understand-finding-pace =
    { $days ->
        [one] At the present pace that takes about { $days } day.
       *[other] At the present pace that takes about { $days } days.
    }
understand-finding-few =
    { $count ->
        [one] From { $count } answer.
       *[other] From { $count } answers.
    }
understand-finding-from = A change is told from { $least } answers on, in this period and in the one before.
understand-finding-ask = Ask more customers
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

## Export of responses
understand-export = Export responses
understand-export-lede = One row for each response, one or more columns for each question.
understand-export-anonymous = This survey promised anonymity. The file has no ids, contacts, channels, attributes or times, only the day; partial responses are left out, and answers that fewer than five people share are blank.
understand-export-filtered = The filters of the results hold for the file as well.
understand-export-format = Format
understand-export-labels-in = Language of labels
understand-export-labels = Words instead of keys
understand-export-labels-hint = In CSV, Excel, JSON and Parquet, answers stand in words. SPSS and Stata files always hold both.
understand-export-personal = With personal data in texts
understand-export-personal-hint = Phone numbers, addresses, names and the like stand in the file as they were written. The audit log notes who took them out.
understand-export-masked = Personal data in texts is replaced by what it is, such as [phone].
understand-export-get = Download
understand-export-format-xlsx = Excel (XLSX)
understand-export-format-xlsx-hint = Opens in every spreadsheet; a second sheet explains the columns.
understand-export-format-csv = CSV
understand-export-format-csv-hint = Plain text, for any program.
understand-export-format-sav = SPSS (SAV)
understand-export-format-sav-hint = With labels, also for R (haven), Python, PSPP and Jamovi.
understand-export-format-dta = Stata (DTA)
understand-export-format-dta-hint = With labels, for Stata 14 and later.
understand-export-format-parquet = Parquet
understand-export-format-parquet-hint = Typed columns, for data tools.
understand-export-format-json = JSON
understand-export-format-json-hint = For programs.
understand-export-id = Response
understand-export-state = State
understand-export-started-at = Begun
understand-export-completed-at = Finished
understand-export-day = Day
understand-export-channel = Channel
understand-export-touchpoint = Touchpoint
understand-export-contact-id = Contact
understand-export-language = Language
understand-export-version = Version of the survey
understand-export-ending = Ending
understand-export-seconds = Seconds spent
understand-export-best = best
understand-export-worst = worst
understand-export-own = own idea
understand-export-sheet-rows = Responses
understand-export-sheet-columns = Columns
understand-export-head-column = Column
understand-export-head-label = Label
understand-export-head-code = Value
understand-export-head-meaning = Meaning
error-sheet-too-long = A sheet holds at most { $max } responses. Choose CSV or Parquet.
error-table-too-wide = The survey has more columns than the format can hold ({ $max }).
error-too-few-responses = The survey promised anonymity: there is a file once at least { $min } people have finished.

## Report, cross-table, comparison, course, quality, shares
understand-tab-report = Report
understand-tab-crosstab = Cross-table
understand-tab-compare = Compare
understand-tab-why = Why
understand-why-title = Why “{ $question }” scores as it does
understand-why-low = { $low } of { $read } answers ({ $share }) are low, up to { $to }. The score is { $score }.
understand-why-sample = They are the newest of { $rows }.
understand-why-no-cause = No cause stands out from chance: what the low ones say is said by the others as often, or too few wrote anything.
understand-why-costs-nps = { $points } points of NPS
understand-why-costs-percent = { $points } percentage points
understand-why-costs-mean = { $points } of the mean score
understand-why-unexplained = { $share } of the low answers with a text name none of these causes.
understand-why-order = They stand in the order in which they stand out from chance, not in that of what they cost.
understand-why-echoes = Left out, because it says the score in other words: { $names }.
understand-why-repeated = { $count } repeated what was said before and are not counted again.
understand-why-risk = That is { $times } times as often as with others in the same places ({ $low } to { $high }).
understand-why-share = { $mentions } mention it, and { $low } of them gave a low score: { $share } of all low answers with a text.
understand-why-points-all = What it costs, of all
understand-why-points-there = What it costs there
understand-why-response = The whole response
understand-why-words = The words behind it
understand-why-where = Where low answers are
understand-why-place = Where
understand-why-answers = Answers
understand-why-low-share = Low
understand-why-times = Times elsewhere
understand-why-points = Points
understand-why-ruled-out = What it is not
understand-why-ruled-out-note = The number beside each says how many mention it.
understand-why-not-tied = Those who say so are low as often as others.
understand-why-not-sure = Those who say so are low more often, but chance could explain it.
understand-why-only-common = It is said where scores are low, by those who are content as well.
understand-why-goes-with = Nothing is left of it without cause { $cause }.
understand-why-plan = Start an initiative
understand-why-ask = Ask next
understand-why-ask-text = { $share } of the low answers with a text have no cause yet, and { $silent } gave a low score without a word.
understand-why-ask-there = Ask first here:
understand-why-ask-reasons = Offer these reasons beside a free answer:
understand-why-ask-add = Add a question to the survey
understand-why-closed-title = These words are not for your role
understand-why-closed-text = Causes are found in what people wrote. Ask a manager who may read this survey’s texts.
understand-why-none-title = Nothing to explain here
understand-why-none-text = Causes need a question with a scale and answers to it. Choose a longer period or remove filters.
understand-why-explain = First, groups of answers with more low scores than elsewhere are searched for. Then what the low ones write there is held against what others write in the same groups, so that something merely common in a bad place is no cause. Only what chance does not explain, over everything that was tested, is shown.
understand-why-explain-points = Points are what the score would gain if those who name the cause answered like others around them; causes that come together share their points fairly (Shapley).
understand-why-explain-limits = Causes are found in what people wrote; what nobody mentions cannot be found. An experiment, or a change whose effect is measured, decides.
understand-tab-course = Course
understand-tab-quality = Quality
understand-words-hidden = What people wrote is not shown to your role.
understand-personal-email = email
understand-personal-phone = phone
understand-personal-card = card number
understand-personal-iban = account number
understand-personal-national-id = national ID
understand-personal-link = link
understand-personal-ip = IP address
understand-personal-licence = document number
understand-personal-name = name
understand-personal-address = address
understand-personal-masked = Hidden personal data
understand-personal-note = Personal data in these texts is hidden: words in brackets say what stood there. Administrators decide who sees it.
understand-report-answered = { $count } of { $all } answered
understand-report-answered-some = { $count } answered; not all of { $all } were asked
understand-report-none = Nobody answered this question.
understand-report-floor = Fewer than five people answered this question, so it is not shown.
understand-report-votes =
    { $count ->
        [one] { $count } vote for ideas of others
       *[other] { $count } votes for ideas of others
    }
understand-report-personal = Personal details are counted here and shown only in the single response.
understand-report-mean = Mean
understand-report-median = Median
understand-report-quartiles = Half of the answers lie between { $low } and { $high }.
understand-report-other = In their own words
understand-report-row = Row
understand-report-value = Value
understand-report-values-says =
    { $count ->
        [one] Where { $count } answer lies.
       *[other] Where { $count } answers lie.
    }
understand-report-places-says = Mean place of each option with its range; 1 is first.
understand-report-borda-says = How many put each option first, and its Borda points: 100 if everybody put it first, 0 if everybody put it last.
understand-report-first = Put first
understand-report-borda = Borda points
understand-report-points-says = Mean points given to each option, with their range; no points count as 0.
understand-report-best-says = How often each option was called best less how often worst, per 100 people who answered, with its range.
understand-report-best-counts = How often each option was called best and worst.
understand-report-best = Best
understand-report-worst = Worst
understand-report-bands-says = The answers of each row from the low end of the scale to the high one, and their mean with its range.
understand-report-heat-says = How many chose each column, as a share of those who answered the row; darker is more.
understand-report-written-says = How many wrote something in each row.
understand-crosstab-row-side = Rows
understand-crosstab-column-side = Columns
understand-crosstab-show = Cells show
understand-crosstab-rows = Share of the row
understand-crosstab-columns = Share of the column
understand-crosstab-counts = Number of answers
understand-crosstab-title = { $rows } by { $columns }
understand-crosstab-says-rows = Each row of “{ $rows }” spread over “{ $columns }”: shares of the row, counts beside them.
understand-crosstab-says-columns = Each column of “{ $columns }” spread over “{ $rows }”: shares of the column, counts beside them.
understand-crosstab-says-counts = Number of answers for “{ $rows }” and “{ $columns }”, with shares of the row.
understand-crosstab-none-title = Choose two different sides
understand-crosstab-none-text = A cross-table holds one question against another, or against where answers came from.
understand-crosstab-several = People could choose several options, so they stand in several cells, and there is no test.
understand-crosstab-thin = Many cells would hold fewer than five answers, so the test is not to be trusted. Join groups, or wait for more answers.
understand-crosstab-marks = Marked cells hold more or fewer answers than chance alone would bring (adjusted residual beyond ±1.96).
understand-crosstab-more = more than expected
understand-crosstab-fewer = fewer than expected
understand-crosstab-small = under five
understand-crosstab-most = Only the { $count } values with the most answers are shown.
understand-crosstab-detail = χ² = { $chi }, df = { $freedom }, p { $p }, Cramér’s V = { $v }
understand-link-clear =
    { $count ->
        [one] Clear link ({ $strength }), { $count } answer.
       *[other] Clear link ({ $strength }), { $count } answers.
    }
understand-link-likely =
    { $count ->
        [one] Likely link ({ $strength }), { $count } answer.
       *[other] Likely link ({ $strength }), { $count } answers.
    }
understand-link-none =
    { $count ->
        [one] No real link ({ $strength }), { $count } answer.
       *[other] No real link ({ $strength }), { $count } answers.
    }
understand-link-cant-tell =
    { $count ->
        [one] Can’t tell yet from { $count } answer.
       *[other] Can’t tell yet from { $count } answers.
    }
understand-link-too-few =
    { $count ->
        [one] Too few: { $count } answer.
       *[other] Too few: { $count } answers.
    }
understand-strength-negligible = negligible
understand-strength-weak = weak
understand-strength-moderate = moderate
understand-strength-strong = strong
understand-compare-by = Compare
understand-compare-before = This period with the one before
understand-compare-a = This group
understand-compare-b = With
understand-compare-rest = everybody else
understand-compare-title = { $a } against { $b }
understand-compare-difference = Difference
understand-compare-verdict = Verdict
understand-compare-none-title = Nothing to compare
understand-compare-none-text = Choose a period that has one before it, or a group that answered.
understand-weigh-title = Weighting
understand-weigh-text = If you know how your customers are spread, answers can be weighted so that each group counts as much as it should. Weights cost precision: the page says how much.
understand-weigh-answered = Of those who answered
understand-weigh-known = Of all customers
understand-weigh-of = Share of { $group } among all customers
understand-weigh-remove = Leave out { $dimension }
understand-weigh-do = Weight the answers
understand-weigh-add = Weight by
understand-weigh-plain = Unweighted
understand-weigh-weighted = Weighted
understand-weigh-cost = { $n } responses tell as much as { $effective } unweighted ones would (design effect { $effect }). Weights lie between { $least } and { $most }.
understand-weigh-off = The shares could not be met within the bounds of the weights: they are off by up to { $off } points.
understand-weigh-empty = Nobody of “{ $group }” answered, so nobody can speak for them. Leave its share out.
understand-weigh-bad = The share of “{ $group }” is not a number above zero.
understand-weigh-nobody = Nobody answered in this period.
understand-course-began = Begun
understand-course-time = Usual time
understand-course-minutes = minutes, median of those who finished
understand-course-in-seconds = seconds, median of those who finished
understand-course-quota = Came too late for a quota
understand-course-pages = How far people came
understand-course-page = Page
understand-course-reached = Came here
understand-course-left = Stopped here
understand-course-median = Median time
understand-course-seconds = { $seconds } s
understand-course-funnel-says =
    { $count ->
        [one] How many of { $count } response on our pages came to each page.
       *[other] How many of { $count } responses on our pages came to each page.
    }
understand-course-note =
    { $count ->
        [one] A page that logic leaves out counts as come to. Times are medians of the latest { $count } response.
       *[other] A page that logic leaves out counts as come to. Times are medians of the latest { $count } responses.
    }
understand-course-unknown = None of these responses came through our pages, or blocks are shuffled, so there is no order of pages to tell.
understand-course-endings = Endings
understand-course-ending = Ending
understand-course-endings-says = Which ending was reached how often.
understand-course-usual = The usual ending
understand-course-full = Quota full: { $quota }
understand-course-versions = Versions
understand-course-versions-says = How many responses went to each version of the survey.
understand-bias-title = Do those who finished stand for all?
understand-bias-text = Those who began are held against those who finished, group by group. Whoever never opened the survey is not known here.
understand-bias-nothing = There is nothing to tell groups apart by, or groups are smaller than ten.
understand-bias-clear = { $dimension }: clearly uneven. { $most } finish more often, { $least } less often than the others; weight the answers or ask them again.
understand-bias-likely = { $dimension }: probably uneven. { $most } seem to finish more often, { $least } less often.
understand-bias-none = { $dimension }: no difference that matters between those who began and those who finished.
understand-bias-cant-tell = { $dimension }: can’t tell yet.
understand-bias-too-few = { $dimension }: too few responses to tell.
understand-bias-chart-says = Share who finished, for each value of { $dimension }, with its range; the dashed line is everybody.
understand-invited-title = Did those who were invited answer?
understand-invited-text = Everybody with a personal link is held against those who answered with it. Links for all invite nobody in particular, so they are not counted here.
understand-invited-bounded = Only the latest 50,000 invitations are looked at.
understand-invited-asked = Invited
understand-invited-answered = Answered
understand-invited-clear = { $dimension }: clearly uneven. { $most } answer more often, { $least } less often than the others; remind them, or weight the answers.
understand-invited-likely = { $dimension }: probably uneven. { $most } seem to answer more often, { $least } less often.
understand-invited-none = { $dimension }: no difference that matters between those invited and those who answered.
understand-invited-cant-tell = { $dimension }: can’t tell yet.
understand-invited-too-few = { $dimension }: too few invitations to tell.
understand-invited-chart-says = Share of those invited who answered, for each value of { $dimension }, with its range; the dashed line is everybody.
understand-quality-looked =
    { $count ->
        [one] { $count } finished response looked at
       *[other] { $count } finished responses looked at
    }
understand-quality-bounded = Only the latest 50,000 finished responses are looked at.
understand-quality-share = { $share } of them
understand-quality-flagged = Remarkable responses
understand-quality-why = Why
understand-quality-none-title = Nothing remarkable
understand-quality-none-text = No response was straight-lined, too fast or given twice.
understand-quality-none-some = None of the signs that can be told here was found.
understand-quality-untold-title = Nothing to judge yet
understand-quality-untold-text = Signs show in finished responses with times, texts or long matrices. Here are none yet.
understand-quality-all = Show all signs
understand-quality-more =
    { $count ->
        [one] { $count } more is not listed.
       *[other] { $count } more are not listed.
    }
understand-quality-how = These are signs, not proof, and they count until you leave them out. Same answers: all of at least four rows of a matrix alike. Too fast: half the usual time a page or less (Leiner 2019). Given twice: the same answers with the same words.
understand-flag-straight = Same answer in all rows
understand-flag-straight-untold = No matrix has four rows or more.
understand-flag-fast = Too fast
understand-flag-fast-untold = Too few responses with times.
understand-flag-twice = Given twice
understand-flag-twice-untold = No texts long enough to tell.
understand-shares = Share the report
understand-shares-lede = Whoever has the address can read the questions that you choose, without an account and without changing anything. No group of fewer than five people is shown.
understand-share-new = New address
understand-share-name = For whom
understand-share-name-hint = Only members see this, so that you know which address to withdraw.
understand-share-questions = Questions
understand-share-verbatims = Also what people wrote
understand-share-verbatims-hint = Texts may name people. They stand in no particular order, without when or by whom.
understand-share-until = Last day
understand-share-until-hint = Empty: until you withdraw it.
understand-share-make = Make the address
understand-share-made = The address is made
understand-share-made-text = Copy it now: only a fingerprint of it is kept, so it cannot be shown again.
understand-share-address = Address of the shared report
understand-share-list = Addresses
understand-share-created = Made
understand-share-revoke = Withdraw
understand-share-revoked = The address is withdrawn.
understand-share-state-open = can be read
understand-share-state-over = is over
understand-share-state-revoked = withdrawn
understand-share-holds =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
understand-share-with-words = with texts
understand-share-none-title = Shared with nobody yet
understand-share-none-text = Make an address above for a colleague or a client who has no account.
understand-share-floor = Groups of fewer than five people are not shown, nor what would give them away.
understand-verbatims-title = Who may read what people wrote
understand-verbatims-role = At least
understand-verbatims-hint = Holds for results, report, answers, responses and exports of this survey.
understand-verbatims-saved = Saved who may read what people wrote.
error-share-needs-questions = Choose at least one question.
error-share-name-too-long = At most { $max } characters.
error-share-over = This day has passed.
error-share-bad-role = There is no such role.
error-too-many-shares = A survey has at most { $max } addresses.
thing-share = this shared report
understand-kind-nps = Recommendation (NPS)
understand-kind-csat = Satisfaction (CSAT)
understand-kind-ces = Effort (CES)
understand-kind-rating = Rating
understand-kind-choice = One choice
understand-kind-choices = Several choices
understand-kind-text = Text
understand-kind-psat = Product satisfaction (PSAT)
understand-kind-slider = Slider
understand-kind-dropdown = Drop-down
understand-kind-yesno = Yes or no
understand-kind-image = Image choice
understand-kind-ranking = Ranking
understand-kind-matrix = Matrix
understand-kind-sum = Share out points
understand-kind-bestworst = Best and worst
understand-kind-ideas = Ideas
understand-kind-number = Number
understand-kind-date = Date
understand-kind-time = Time
understand-kind-email = E-mail
understand-kind-phone = Phone
understand-kind-contact = Contact details
understand-kind-consent = Consent
understand-kind-file = File
understand-kind-signature = Signature
understand-kind-statement = Statement
understand-kind-hidden = Hidden value
understand-kind-calculated = Calculated value
understand-count-responses =
    { $count ->
        [one] { $count } response
       *[other] { $count } responses
    }

error-too-many-texts = A call reads at most { $max } texts.
error-no-topic-set = There is no set of topics called { $set }. There are: { $sets }.
error-no-topic-sets = The sets of topics must be a list of names.
error-too-many-sets = A call names at most { $max } sets of topics.
error-too-many-topics = A workspace has at most { $max } topics. Delete or merge some first.
error-not-a-text = A text in quotes is needed here.

## What texts say: understand-feelings-*, understand-reading-*, understand-reader-*, understand-agreement-*, understand-learn-*, understand-transformer-*
understand-dimension-sentiment = What texts say
understand-dimension-text_language = Language of the text
understand-language-en = English
understand-language-fa = Persian
understand-language-ar = Arabic
understand-language-sv = Swedish
understand-language-und = Cannot be told
understand-all-texts = All texts
understand-feelings = What texts say
understand-feelings-head = What texts say
understand-feelings-says = What texts say: the share of each among { $count } texts that were read, with the range that holds the true share with 95 % confidence.
understand-feelings-unread = Texts in languages that are not read: { $count }. They are left out.
understand-feelings-trend = Negative texts { $step }
understand-feelings-trend-says = The share of negative texts { $step }, with the range that holds the true share with 95 % confidence.
understand-reading = How well are texts read?
understand-reading-lede = The reader finds the language and the feeling of every text. Members check it: open a text and say what it says.
understand-agreement = Agreement with members
understand-agreement-share = Agreement
understand-agreement-range = between { $low } and { $high }
understand-agreement-of = The reader agrees in { $agreed } of { $judged } texts that members judged.
understand-agreement-few = There are few judgements so far: the range is wide.
understand-confusion = What members said in rows, what the reader says in columns
understand-by-hand = By hand
understand-agreement-bias = People rather correct what looks wrong than confirm what looks right, so the true agreement is likely higher.
understand-agreement-none-title = No text has been judged by hand yet
understand-agreement-none-text = Open what a text says on a response or a dashboard and choose what it really says.
understand-reader-how = How it works
understand-reader-what = The reader weighs words, parts of words, negations, intensifiers and emoji, with weights learned from texts with known ratings, and says what is most probable. The same text always gives the same answer.
understand-reader-unclear = Several labels may still be probable. Then the text counts as mixed or unclear: in nine texts of ten the true label is among those that are named.
understand-reader-silent = Texts in other languages, or too short to tell, are not guessed at.
understand-reader-limits = Irony, hints and knowledge of your business are beyond it. Look at single texts before you act on a single person.
understand-reader = The reader
understand-reader-languages = Languages that are read
understand-reader-where = Where texts are read
understand-reader-here = On this server; reading sends nothing anywhere
understand-reading-far = Progress
understand-reading-done = All texts are read by this version.
understand-reading-progress = { $done } of { $all } answers looked through
understand-reading-stopped = Stopped. Older texts keep what the version before said.
understand-reading-meanwhile = You can go on working. Older texts keep what the version before said until they are read again.
understand-reading-go-on = Go on
understand-reading-stop = Stop
understand-reading-again = Read all texts again
understand-reading-stopped-flash = Reading again is stopped
understand-reading-goes-on-flash = Texts are being read again
understand-label-saved = Your judgement is saved
error-bad-label = Choose positive, neutral, negative or unclear.
audit-text-label = said what a text says
audit-export-personal = exported personal data
audit-insight-found = found an insight
audit-insight-changed = found that an insight had changed
audit-insight-gone = did not find an insight any more
audit-insight-dismiss = put an insight aside
audit-insight-back = took an insight back
audit-insight-owner = gave an insight an owner
audit-share-make = made an address of a shared report
audit-share-revoke = withdrew the address of a shared report
audit-share-restore = brought the address of a shared report back
audit-survey-verbatims = changed who may read what people wrote
audit-texts-stop = stopped the reading of texts
audit-texts-go-on = let the reading of texts go on
audit-texts-again = had all texts read again
understand-agreement-learned = Texts that the reader has learned from are left out: { $count }.
understand-learn = Learning from your own answers
understand-learn-in-use = In use
understand-learn-what = Where a rating stands beside a comment, it tells what the comment says. From such pairs, and from what members judged, the reader can learn the words of your trade. Nothing leaves this server, and it stays off until an administrator switches it on.
understand-learn-how = A trial learns from four fifths of these comments and then reads the fifth that it has not seen, before and after. Surveys that promised anonymity are left out.
understand-learn-try = Try it
understand-learn-again = Learn anew
understand-learn-on = Switch it on
understand-learn-back = Go back to the reader as shipped
understand-learn-only-admins = Administrators can try this and switch it on.
understand-learn-progress = The trial is under way. You can go on working.
understand-learn-few = Too few comments with a rating: { $held_out } could be held out to measure with, and it takes { $fewest }, which is about a fifth of all.
understand-learn-failed = The trial failed. The server's log says why. Try again.
understand-learn-better = Better by { $points } points on { $texts } of your own answers. We recommend switching it on.
understand-learn-kept = Better by { $points } points on { $texts } of your own answers.
understand-learn-lopsided = Right more often by { $points } points on { $texts } of your own answers, but a frequent feeling gains at the cost of a rare one. We recommend leaving it off.
understand-learn-same = No clear difference on { $texts } of your own answers. We recommend leaving it off.
understand-learn-worse = Worse by { $points } points on { $texts } of your own answers. We recommend leaving it off.
understand-learn-gain = Percentage points that more texts are right
understand-learn-changed = { $changed } texts would be read differently: { $fixed } were wrong and would be right, { $broken } were right and would be wrong.
understand-learn-of = Learned from { $taught } comments, measured on { $texts } others.
understand-learn-by-hand = Members judged { $count } of all these.
understand-learn-left = stays as shipped
understand-learn-measures = Before and after, on texts that were held out, in percent
understand-learn-measure = Measure
understand-learn-before = Before
understand-learn-after = After
understand-learn-change = Change
understand-learn-accuracy = Right
understand-learn-f1 = Mean over the feelings (macro-F1)
understand-learn-polarity = Negative and positive on the right side
understand-learn-covered = True label among those named; should be near 90
understand-learn-truth = Right means: as the rating beside the comment says, or a member. A rating is no perfect witness: some praise in words and give three points.
understand-learn-by-language = By language
understand-learn-taught = Learned from
understand-learn-measured = Measured on
understand-learn-examples = Texts that would be read differently
understand-learn-text = Text
understand-learn-known = By the rating
understand-learn-used = Texts are read with what was learned from your own answers; { $name } switched it on
understand-learn-learned = Learned:
understand-learn-unfit = The weights that ship have changed since, and what was learned stands on the old ones. Until you learn anew, texts are read as shipped.
understand-learn-withdrawn = An import that some of the texts came with has been undone since. Learn anew so that they no longer count.
understand-learn-asked-flash = The trial begins
understand-learn-on-flash = Switched on. Texts are being read again
understand-learn-back-flash = Switched off. Texts are being read again
error-nothing-learned = Nothing has been tried yet that could be switched on. Try it first.
understand-transformer = A transformer reads along
understand-transformer-what = A transformer from a folder of this server judges whole texts in place of the reader as shipped. Sentences, clauses, topics and the words that counted stay with the reader as shipped, because a transformer gives no reasons.
understand-transformer-set = Its probabilities have not been calibrated on your texts: those labels are named that together reach nine tenths by its own account. How often it is right here, only your members' judgements tell.
understand-transformer-later = New texts are judged by it at once; where many arrive together, the reader as shipped judges them first and the transformer follows in the background.
understand-transformer-name = Transformer
understand-transformer-kind = Kind
understand-transformer-size = Trained numbers
understand-transformer-tokens = Longest text, in pieces of words
understand-transformer-labels = Its labels
understand-transformer-languages = Languages that it judges
understand-transformer-card = These figures are of the reader as shipped, not of the transformer.
understand-transformer-learning = While a transformer judges whole texts, what is learned here changes sentences and clauses only.
understand-card = What to expect
understand-card-lede = How the reader as shipped judges texts that were held out while it was made, in percent. On your texts it may do better or worse.
understand-card-texts = Texts
audit-texts-learn-try = tried learning from texts
audit-texts-learn-on = switched on what was learned from texts
audit-texts-learn-back = went back to the reader as shipped

## What texts are about
understand-tab-texts = Texts
understand-about-title = What people talk about
understand-about-topic = Topic
understand-about-responses = Responses
understand-about-share = Mentioned by
understand-about-feeling = Feeling about it
understand-about-neg = { $share } negative
understand-about-pos = { $share } positive
understand-about-who-mention = { $metric } of those who mention it
understand-about-others = others: { $score }
understand-about-against = Against the others
understand-about-points = Points of the score
understand-about-points-note = what it costs or brings { $metric }
understand-about-within = within its topic
understand-unfold = Show all { $count }
understand-about-aside = More parts: { $count }
understand-about-trend = Trend
understand-about-trend-title = How often it is mentioned
understand-about-trend-says = The share of those with a text who mention it, { $step }, with the range that holds the true share with 95 % confidence.
understand-about-feels-says = How the { $count } responses feel about it whose texts were read, with the range that holds the true share with 95 % confidence. A response that says good and bad alike is neutral.
understand-about-spark = from { $first } to { $last }
understand-about-owner = Owner
understand-about-no-owner = no owner
understand-about-emerging = comes up
understand-about-fading = fades
understand-about-emerge = Mentioned more than before: { $topics }.
understand-about-fade = Mentioned less than before: { $topics }.
understand-about-costs = { $topic } costs the most: { $points } points of { $metric }. { $share } of those who wrote mention it, { $negative } of them with a bad feeling.
understand-about-brings = { $topic } brings the most: { $points } points of { $metric }. { $share } of those who wrote mention it, { $negative } of them with a bad feeling.
understand-about-most = { $topic } is what people write about most: { $share } of those who wrote mention it, { $negative } of them with a bad feeling.
understand-about-wrote = Wrote something
understand-about-some = Mention a topic
understand-about-score = { $metric } of those who wrote
understand-about-without = Without a topic
understand-about-without-note = read them: they may lack a rule
understand-about-of = { $n } of { $total } with a text
understand-about-picture = How often and how people feel
understand-about-picture-says = Further to the right: mentioned by more; higher: better feelings; larger: mentioned by more. Topics of the first level; the table below holds the same numbers.
understand-about-picture-says-points = Further to the right: mentioned by more; higher: better feelings; larger: costs or brings more points. Topics of the first level; the table below holds the same numbers.
understand-about-more-often = mentioned by more
understand-about-rules = Topics and rules
understand-about-rule = Its rule
understand-about-rest = Other topics together
understand-about-sum = All topics
understand-about-sums = { $metric } of those who wrote is { $score }. Those who mention no topic give { $baseline }; the difference, { $sum }, is shared among the topics, so that their points sum to it exactly.
understand-about-left-out = Topics that are not shown here: { $count }.
understand-about-cut = The latest 200,000 responses with texts are counted.
understand-about-how = How these numbers are made
understand-about-how-text = A response counts once for a topic, however often it or a part of it is mentioned. The points are the topic’s share of the score in all orders in which topics can be left out (Shapley value), so topics that are mentioned together bear their parts together. Verdicts are corrected for all topics on the page. What comes up or fades is held against the same days of the week before. None of this proves a cause.
understand-about-segments = Who talks about what
understand-about-heat-says = The share of each group ({ $dimension }) that mentions each topic. “More” and “fewer” mark what is no chance: false discovery rate below 5 % over all cells. Groups below ten are left empty.
understand-about-more = more
understand-about-fewer = fewer
understand-about-differ = What two groups talk about differently
understand-about-needed = about { $count } more answers needed
understand-about-verdict-clear-fall = Clearly lower
understand-about-verdict-clear-rise = Clearly higher
understand-about-verdict-likely-fall = Likely lower
understand-about-verdict-likely-rise = Likely higher
understand-about-verdict-no-real-change = No real difference
understand-about-verdict-cant-tell = Can’t tell yet
understand-about-verdict-too-few = Too few answers
understand-about-share-verdict-clear-fall = Clearly fewer
understand-about-share-verdict-clear-rise = Clearly more
understand-about-share-verdict-likely-fall = Likely fewer
understand-about-share-verdict-likely-rise = Likely more
understand-about-share-verdict-no-real-change = No real difference
understand-about-share-verdict-cant-tell = Can’t tell yet
understand-about-share-verdict-too-few = Too few answers
understand-about-no-topics-title = No topics yet
understand-about-no-topics-text = Topics tell what texts are about. Begin with a ready-made set of your field; all texts, older ones too, are then read by it.
understand-about-add-set = Add a set of topics
understand-about-see-topics = See the topics
understand-about-no-texts-title = Nobody wrote anything
understand-about-no-texts-text = No response of this period and with these filters has a text. Choose a longer period, or ask “why?” in the survey.
understand-about-no-mentions-title = No text mentions a topic
understand-about-no-mentions-text = People wrote, but none of your topics fits. A set of your field may; or read some texts, and take the words from there. After a change it takes a while until all texts have been read again.
understand-about-discreet = Counted are the first { $count } who finished and wrote something. Parts of topics, scores and single texts are not shown here.
understand-about-read = Read the texts
understand-about-read-lede = The words that name a topic and those that decided the feeling are marked. Say what a text says where the reading is wrong.
understand-about-read-keys = Keys: j next, k previous, 1 to 4 say what the text says.
understand-about-narrow = Narrow the texts down
understand-about-nth = Text { $n } of { $all }
understand-about-no-read-title = No such texts
understand-about-no-read-text = No text fits all that is chosen. Take a filter away, or choose a longer period.
understand-about-nobody-title = Nobody mentions it
understand-about-nobody-text = No text of this period and with these filters mentions it. Choose a longer period, or look at its rule.
understand-about-who = Who mentions it more
understand-about-group = Group
understand-about-everybody-else = Everybody else
understand-about-times = Times as often
understand-about-who-says = Of { $count } groups that were compared, those that mention it more often than chance lets them: false discovery rate below 5 %.
understand-about-who-none = Of { $count } groups that were compared, none mentions it clearly more often than the others.
understand-about-parts = What it consists of
understand-about-quotes = What they wrote
understand-intent = Wants
understand-urgency = Urgency
understand-urgency-1 = Look soon
understand-urgency-2 = Urgent
understand-urgency-3 = Very urgent
## Topics: understand-topics-*
understand-topics = Topics
understand-topics-lede = What customers talk about. Rules in plain words say which texts mention what, and how people feel about it is read beside it.
understand-topics-topic = Topic
understand-topics-tree = All topics
understand-topics-number = Topics: { $count }
understand-topics-new = New topic
understand-topics-edit = Edit the topic
understand-topics-owner = Owner
understand-topics-owner-hint = Whoever can change the thing, not whoever reads the texts.
understand-topics-nobody = No owner yet
understand-topics-source = From the set
understand-topics-own = your own
understand-topics-hollow = finds nothing: it has neither a rule nor parts
understand-topics-below = Parts: { $count }
understand-topics-counted = Counted are responses that you may read; those to anonymous surveys are left out. A response that mentions two parts of a topic counts once for the whole.
understand-topics-none-title = No topics yet
understand-topics-none-text = A topic is something that people talk about, such as the bill or the waiting time, with words by which it is recognised. Begin with the set that is nearest to your trade; several go together.
understand-topics-none-viewer = A topic is something that people talk about, such as the bill or the waiting time. A manager can add a ready-made set or topics of your own.
understand-topics-reading = How texts are read
understand-topics-sets = Sets to begin with
understand-topics-sets-lede = Ready-made topics with rules in English, Persian, Arabic and Swedish. Look at a set before you add it.
understand-topics-set = Starter set: { $name }
understand-topics-set-lede = What it holds, and how often it would be found in your newest texts. Once added, every topic can be changed or taken away.
understand-topics-set-add = Add topics: { $count }
understand-topics-set-there = Every topic of this set is there.
understand-topics-set-added = The set is added. Older texts are being read again
understand-topics-taken = added
understand-topics-taken-part = in part: { $taken }
understand-topics-would = Texts that would mention it
understand-topics-of-texts = Of the newest texts that you may read: { $count }
understand-topics-no-texts = There are no texts yet that this could be tried on.
understand-topics-form-lede = Names for people, rules for texts. Try it before you save: you see which texts come in and which fall out.
understand-topics-names = Names
understand-topics-where = Place and owner
understand-topics-parent = Part of
understand-topics-parent-hint = Whoever mentions a part mentions the whole.
understand-topics-top = nothing: it stands at the top
understand-topics-rules = Rules
understand-topics-rules-lede = The words by which the topic is recognised in texts of each language, separated by commas. Endings are found by themselves.
understand-topics-any = All languages
understand-topics-any-hint = Names and numbers that are the same everywhere.
understand-topics-how = How a rule is written
understand-topics-how-inflected = the word with its endings
understand-topics-how-exact = this form alone
understand-topics-how-prefix = every word that begins so
understand-topics-how-phrase = these words in a row
understand-topics-how-or = one of them
understand-topics-how-and = both in one sentence
understand-topics-how-not = the first, in sentences without the second
understand-topics-how-near = both, at most six words from one to the other
understand-topics-suggest = Suggest a rule from examples
understand-topics-suggest-lede = Give texts that are about the topic. Words that tell them from your other texts are proposed; nothing is saved.
understand-topics-examples = Examples, one a line
understand-topics-examples-hint = Ten to thirty do well.
understand-topics-examples-language = Their language
understand-topics-by-hand = Use the texts that members judged, too
understand-topics-suggest-do = Suggest
understand-topics-suggested = On these examples, { $precision } of what it finds is right, and it finds { $recall } of what is there. On other texts it will do worse. Examples: { $examples }, other texts: { $others }.
understand-topics-no-suggestion = No words tell these examples from other texts ({ $others }). Add examples that say the same thing in the same words.
understand-topics-take = Write it into the form
understand-topics-try = Try it
understand-topics-look = See what would change
understand-topics-wrong = This cannot be tried yet
understand-topics-effect = What would change
understand-topics-effect-of = What would change for { $name }
understand-topics-now = Now
understand-topics-then = Then
understand-topics-in = Come in
understand-topics-out = Fall out
understand-topics-gained = Texts that come in
understand-topics-lost = Texts that fall out
understand-topics-kept = Texts that mention it
understand-topics-same = The same texts mention it as before.
understand-topics-changed = Topics for which something changes
understand-topics-wide = It would be found in nearly everything
understand-topics-wide-text = More than six of ten texts would mention it, so it tells nothing about a text. Take out the most common words.
understand-topics-rule-at = At letter { $column }: { $what }
understand-topics-rule-at-piece = At letter { $column }, “{ $piece }”: { $what }
understand-topics-rule-empty = The rule is empty. Write at least one word.
understand-topics-rule-too-long = The rule is too long. Divide it between parts of the topic.
understand-topics-rule-too-many-terms = There are too many words. Divide the rule between parts of the topic.
understand-topics-rule-too-deep = There are too many brackets within brackets. Take some away.
understand-topics-rule-phrase-too-long = The phrase is too long. Shorten it, or put AND between two halves.
understand-topics-rule-open-quote = The phrase has no end. Add a quotation mark.
understand-topics-rule-hollow = There is nothing in it. Write a word, or take the marks away.
understand-topics-rule-open-bracket = The bracket is not closed. Add ).
understand-topics-rule-stray-bracket = Nothing was opened that this could close. Take it away, or add (.
understand-topics-rule-missing-term = A word is missing beside the operator. Add one, or take the operator away.
understand-topics-rule-missing-operator = Put a comma, AND or NEAR between these.
understand-topics-rule-only-not = NOT alone would find nearly everything. Say first what is wanted.
understand-topics-rule-near-of-and = NEAR measures between words. Take AND and NOT out of it.
understand-topics-rule-bad-distance = Write the distance as a number of words from 1 to 50, as in NEAR/6.
understand-topics-rule-short-prefix = At least two letters must stand before the star.
understand-topics-rule-stray-mark = A star stands at the end of a word, an equals sign at its beginning, never both.
understand-topics-rule-no-letters = There is no letter in it. Write a word, or take it away.
understand-topics-added = The topic is added. Older texts are being read again
understand-topics-edited = The topic is saved. Older texts are being read again
understand-topics-mentioned = Responses that mention it and that you may read: { $count }
understand-topics-no-rules = It has no rule of its own: it gathers its parts.
understand-topics-other-languages = In other languages
understand-topics-about = About the topic
understand-topics-key = Key in SQL and files
understand-topics-parts = Parts
understand-topics-no-parts = It has no parts.
understand-topics-new-part = New part
understand-topics-change = Change
understand-topics-split = Split
understand-topics-merge = Merge
understand-topics-delete = Delete
understand-topics-hand = Does it find the right texts?
understand-topics-hand-lede = Say of some texts whether they are about the topic. Then you see how much of what is found is right, and how much of what is there is found.
understand-topics-precision = Found and right (precision)
understand-topics-precision-of = { $hits } of { $of } found texts that members judged are about it.
understand-topics-precision-none = No text that it finds has been judged yet.
understand-topics-recall = There and found (recall)
understand-topics-recall-of = { $hits } of { $of } judged texts that are about it are found.
understand-topics-recall-none = No text has been judged to be about it yet.
understand-topics-judged-number = Texts judged: { $count }.
understand-topics-hand-bias = Texts that are offered and not found lie near the topic, so recall is about these texts and not about all.
understand-topics-ask = Are these about it?
understand-topics-ask-none = There are no more texts to judge.
understand-topics-is = It is about it
understand-topics-is-not = It is not
understand-topics-is-found = The rules find it
understand-topics-is-missed = The rules do not find it
understand-topics-judged-last = Judged last
understand-topics-judged = Your judgement is saved
understand-topics-merge-title = Merge { $topic } into another
understand-topics-merge-lede = The other topic takes its words and its parts; this one goes. What members judged of it comes back only if you take the merge back.
understand-topics-merge-none = There is no other topic that it could be merged into.
understand-topics-into = Into
understand-topics-was-merged = The topics are merged. Older texts are being read again
understand-topics-delete-title = Delete { $topic }
understand-topics-delete-lede = Texts no longer mention it. You can take this back from the history.
understand-topics-delete-parts = Parts that move up one level and stay: { $count }
understand-topics-was-deleted = The topic is deleted. Older texts are being read again
understand-topics-split-title = Split { $topic }
understand-topics-split-lede = Tick the words that the new topic takes. Split if the quotes speak of two things that two people would mend.
understand-topics-split-goes = What the new topic would find
understand-topics-goes = Words that go to the new topic
understand-topics-place = Where it stands
understand-topics-place-part = As a part of { $topic }
understand-topics-place-beside = Beside { $topic }
understand-topics-was-split = The topic is split. Older texts are being read again
understand-topics-history = History
understand-topics-history-lede = What was changed, when and by whom. The latest hundred changes can be taken back, each after a look at what that changes.
understand-topics-history-none = Nothing has been changed yet
understand-topics-history-none-text = Add a starter set or a topic of your own; every change is kept here.
understand-topics-what = Change
understand-topics-who = By
understand-topics-version = Version { $version }
understand-topics-touched = topics: { $count }
understand-topics-deed-set = Set added: { $subject }
understand-topics-deed-added = Added: { $subject }
understand-topics-deed-edited = Edited: { $subject }
understand-topics-deed-merged = Merged into another: { $subject }
understand-topics-deed-split = Split: { $subject }
understand-topics-deed-deleted = Deleted: { $subject }
understand-topics-deed-back = Change taken back: { $subject }
understand-topics-deed-other = Changed: { $subject }
understand-topics-back = Take back
understand-topics-back-title = Take back change { $version }
understand-topics-since = Topics that were changed again since; those changes are lost, too: { $count }
understand-topics-taken-back = The change is taken back. Older texts are being read again
error-topics-changed = Somebody else has changed the topics meanwhile. Look at it once more and save again.
error-topic-too-deep = Topics lie at most { $max } levels deep. Choose a place further up.
error-topic-bad-name = A name has at most { $max } characters.
error-topic-bad-rule = The rule cannot be read from letter { $column } on. Shorten or divide it.
error-topic-bad-parent = Choose a topic that is there and does not lie below this one.
error-topic-bad-owner = Choose a member of this workspace.
error-topic-bad-target = A topic cannot be merged into itself or into one of its parts.
error-topic-nothing-chosen = Tick at least one word that goes to the new topic.
error-topic-few-examples = Give at least { $min } examples.
error-bad-topic-label = Say whether the text is about the topic or not.
audit-topics-change = changed topics
audit-topics-label = said whether a text is about a topic

## Themes: what people talk about without a topic
understand-themes = Themes
understand-themes-lede = What customers talk about in their own words, and no topic covers yet.
understand-themes-see = What no topic covers
understand-themes-uncovered = Not covered by a topic
understand-themes-all = All themes
understand-themes-all-again = Back to the themes
understand-themes-looked =
    { $count ->
        [one] { $count } text was looked at, the period before included.
       *[other] { $count } texts were looked at, the period before included.
    }
understand-themes-sample = { $count } of { $all } texts were looked at, taken by chance; the period before is included. Numbers of people are those of this sample.
understand-themes-people = Wrote about it
understand-themes-of = { $share } of { $total } who wrote
understand-themes-change = Against before
understand-themes-from-to = from { $before } to { $now }
understand-themes-feeling = How they feel
understand-themes-words = With words like
understand-themes-topic = Covered by
understand-themes-make = Make it a topic
understand-themes-not = Not a theme
understand-themes-aside =
    { $count ->
        [one] Put aside: { $count } theme
       *[other] Put aside: { $count } themes
    }
understand-themes-aside-note = They stay away until clearly more people write about them.
understand-themes-take-back = Take back
understand-themes-aside-done = The theme is put aside
understand-themes-back-done = The theme is back
understand-themes-back-again = It was put aside when { $was } wrote about it; now it is { $now }.
understand-themes-how = How themes are found
understand-themes-how-text = Words in a row and words near each other that come together more often than by chance, in each language by itself. Those of the same texts are gathered and called what customers wrote most often. Texts in nearly the same words count as one where themes are looked for, and each by itself where people are counted. Whether a theme rises or fades is held against the same days of the week before and corrected for all themes on the page. Nothing that tells who somebody is becomes a theme.
understand-themes-no-surveys-title = No texts to read
understand-themes-no-surveys-text = There is no survey whose texts you may read. Surveys that promised anonymity are not searched for themes.
understand-themes-to-results = To the surveys
understand-themes-covered-title = Your topics cover what people write
understand-themes-covered-text = Every theme of this period belongs to a topic.
understand-themes-none-left-title = Nothing new
understand-themes-none-left-text = What no topic covers was put aside, and no more people write about it than then.
understand-themes-none-title = No themes yet
understand-themes-none-text = At least five people must say much the same. Choose a longer period, or take a filter away.
understand-themes-verdict-clear-fall = Clearly fading
understand-themes-verdict-clear-rise = Clearly rising
understand-themes-verdict-likely-fall = Likely fading
understand-themes-verdict-likely-rise = Likely rising
understand-themes-verdict-no-real-change = No real change
understand-themes-verdict-cant-tell = Can’t tell yet
understand-themes-verdict-too-few = Too few to compare
understand-copies = Copies
understand-copies-all = Every text
understand-copies-several = Only what came several times
understand-copies-alike =
    { $count ->
        [one] { $count } alike
       *[other] { $count } alike
    }
understand-copies-flood =
    { $originals ->
        [one] { $copies } of the newest { $texts } texts are copies of { $originals } text. They count in all numbers.
       *[other] { $copies } of the newest { $texts } texts are copies of { $originals } texts. They count in all numbers.
    }
understand-copies-see = See them
understand-copies-like = All texts; shown are those in nearly the same words
audit-theme-aside = put a theme aside
audit-theme-back = took a theme back
## A language model beside the quotes
understand-assistant = Language model
understand-assistant-lede = A language model can sum up and translate what customers wrote. Nothing in Nabz needs it, and it is off until you switch it on.
understand-assistant-link = Language model for summaries and translations
understand-assistant-switch = In this workspace
understand-assistant-is-on = On
understand-assistant-is-off = Off
understand-assistant-absent = Whoever runs this server has named no language model, so nothing can be sent to one. It takes these lines in the file nabz.toml of the data folder, and a restart:
understand-assistant-host = Where quotes go
understand-assistant-model = Model
understand-assistant-allowed = Switched on by
understand-assistant-on-text = Members who may read a text can have it summed up and translated. Each request is one press of a button.
understand-assistant-off-text = Nothing is sent. Once it is on, members can send masked quotes to { $host }.
understand-assistant-moved = It was switched on for { $was }, but requests would now go to { $host }. Nothing is sent until you switch it on again.
understand-assistant-refused = You agreed to { $was }, but quotes would now go to { $host }. Nothing was switched on: look at where they go, and decide again.
understand-assistant-gone = You agreed to { $was }, but this server names no language model any more. Nothing was switched on.
understand-assistant-switch-on = Switch it on
understand-assistant-switch-off = Switch it off
understand-assistant-on-flash = The language model is switched on
understand-assistant-off-flash = The language model is switched off, and its answers are forgotten
understand-assistant-uses = What it is for
understand-assistant-use-summary = Summaries: a few sentences above the quotes of a topic, and above the causes of a score.
understand-assistant-use-translation = Translations: under a quote in another language than yours. The original always stays.
understand-assistant-use-press = Both carry the name of the model. Neither is made because somebody looks at a page, and no number comes from the model.
understand-assistant-leaves = What leaves this server
understand-assistant-leaves-texts = The quotes on the page, { $count } at most, or the one that is to be translated; the name of the topic or cause; and the language to answer in.
understand-assistant-masked = Before that, e-mail addresses, telephone, card, account and identity numbers, links, postal addresses and names are masked as far as they can be told, and the names that you have stored of these customers, too.
understand-assistant-mask-limits = No mask finds everything: what somebody tells of themselves in plain words stays readable.
understand-assistant-stays = What stays here
understand-assistant-stays-text = Scores, contacts, attributes and everything that respondents of anonymous surveys wrote.
understand-assistant-kept = Answers are kept in your database for 30 days at most, and forgotten when you switch it off. A summary is shown only while its quotes are the same.
understand-assistant-summary = In short
understand-assistant-mark = By a language model
understand-assistant-offer =
    { $quotes ->
        [one] { $quotes } quote on this page can be summed up by a language model.
       *[other] { $quotes } quotes on this page can be summed up by a language model.
    }
understand-assistant-outdated = The quotes have changed since they were summed up last.
understand-assistant-summarise = Summarise
understand-assistant-again = Summarise again
understand-assistant-goes = The quotes go to { $host }, with personal data masked.
understand-assistant-made =
    { $quotes ->
        [one] Written by the language model { $model } from { $quotes } quote,
       *[other] Written by the language model { $model } from { $quotes } quotes,
    }
understand-assistant-may-be-wrong = It may be wrong; the quotes below are what customers wrote.
understand-assistant-waits = The language model is writing. This can take a minute.
understand-assistant-translate = Translate
understand-assistant-translated = Translated by the language model { $model }; it may be wrong
understand-assistant-trouble-off = The language model is switched off. Nothing was sent.
understand-assistant-trouble-busy = The language model is answering somebody else in this workspace. Try again in a moment.
understand-assistant-trouble-nothing = There is nothing to sum up.
understand-assistant-trouble-timeout = The language model did not answer in time. Try again later.
understand-assistant-trouble-unreachable = The language model cannot be reached. If this stays so, tell whoever runs this server.
understand-assistant-trouble-status = The language model refused the request. If this stays so, tell whoever runs this server.
understand-assistant-trouble-unusable = The language model's answer could not be used. Try again.
understand-assistant-asked = The request went to { $model } at { $host }.
understand-assistant-status = It answered with status { $status }.
audit-assistant-on = switched the language model on
audit-assistant-off = switched the language model off

## Insights
understand-insights = Insights
understand-insights-lede = What changed, why, and who should see to it. Nabz looks again every few minutes, whenever there is something new.
understand-insights-all =
    { $count ->
        [one] See the one insight
       *[other] See all { $count } insights
    }
understand-insights-kind-moved = Score moved
understand-insights-kind-cause = Cause found
understand-insights-kind-emerging = Talked about more
understand-insights-kind-unanswered = Customers wait
understand-insights-kind-silent = Fell silent
understand-insights-state-open = Open
understand-insights-state-dismissed = Put aside
understand-insights-state-gone = Gone
understand-insights-by-kind = Kind
understand-insights-by-survey = Survey
understand-insights-by-owner = Owner
understand-insights-nobody = Nobody
understand-insights-none-open = No insight is open
understand-insights-none-open-text = An insight appears when a score clearly moves, a cause shows in what customers write, a topic comes up, complaints wait, or a touchpoint falls silent. Old data that is imported is no news.
understand-insights-none-dismissed = Nothing is put aside
understand-insights-none-dismissed-text = What you put aside waits here, until it changes clearly.
understand-insights-none-gone = Nothing has gone
understand-insights-none-gone-text = Insights that are not found any more are kept here.
understand-insights-nothing-title = Nothing to tell yet
understand-insights-nothing-text = What changed, and why, is told here as soon as answers come: a change of a score from ten answers on in two periods, a cause from a few dozen texts on.
understand-insight-sure-clear = Clear
understand-insight-sure-likely = Likely
understand-insight-sure-cannot_tell = Cannot be told yet
understand-insight-people =
    { $count ->
        [one] { $count } customer concerned
       *[other] { $count } customers concerned
    }
understand-insight-people-silent =
    { $count ->
        [one] About { $count } answer missing
       *[other] About { $count } answers missing
    }
understand-insight-place = Most of it comes from { $attribute } { $place }: { $before } before, { $after } now, which makes { $points } of the { $by }.
understand-insight-place-part = A large part of it comes from { $attribute } { $place }: { $before } before, { $after } now, which makes { $points } of the { $by }.
understand-insight-mix = { $points } of the { $by } come from who answered: the mix by { $attribute } has changed.
understand-insight-cause = “{ $cause }” costs { $cost }
understand-insight-cause-at = “{ $cause }” costs { $cost } ({ $place })
understand-insight-cause-about = { $topic }: “{ $cause }” costs { $cost }
understand-insight-cause-about-at = { $topic }: “{ $cause }” costs { $cost } ({ $place })
understand-insight-cause-why =
    { $count ->
        [one] { $count } customer names it; { $low } of them gave a low score, { $times } times as often as others of the same mix.
       *[other] { $count } customers name it; { $low } of them gave a low score, { $times } times as often as others of the same mix.
    }
understand-insight-cause-there = There alone it costs { $cost }.
understand-insight-cause-words = In their words: { $words }.
understand-insight-emerging = More customers talk about { $topic } in { $survey }
understand-insight-emerging-why =
    { $count ->
        [one] { $count } did in the last four weeks; about { $expected } would be usual.
       *[other] { $count } did in the last four weeks; about { $expected } would be usual.
    }
understand-insight-emerging-feel = { $share } of those whose feeling was read feel bad about it.
understand-insight-overdue =
    { $count ->
        [one] { $count } complaint waits longer than promised
       *[other] { $count } complaints wait longer than promised
    }
understand-insight-loose =
    { $count ->
        [one] { $count } complaint has no owner
       *[other] { $count } complaints have no owner
    }
understand-insight-unanswered-why =
    { $days ->
        [one] Of { $all } complaints of the last day, { $share } are answered; { $work } are in work, { $overdue } overdue, { $loose } without an owner.
       *[other] Of { $all } complaints of the last { $days } days, { $share } are answered; { $work } are in work, { $overdue } overdue, { $loose } without an owner.
    }
understand-insight-silent =
    { $days ->
        [one] { $survey } has had no answer for { $days } day
       *[other] { $survey } has had no answer for { $days } days
    }
understand-insight-silent-at =
    { $days ->
        [one] { $place } has brought no answer to { $survey } for { $days } day
       *[other] { $place } has brought no answer to { $survey } for { $days } days
    }
understand-insight-silent-why =
    { $count ->
        [one] At the pace before, about { $count } would have come. The link, the sign or the device may be gone.
       *[other] At the pace before, about { $count } would have come. The link, the sign or the device may be gone.
    }
understand-insight-part-answered = Answered
understand-insight-part-silent = Closed without an answer
understand-insight-part-in-work = In work
understand-insight-part-waiting = Waiting for an owner
understand-insight-part-overdue = Overdue
understand-insight-parts-says = What became of the complaints
understand-insight-parts-head = Complaints
understand-insight-weeks = Last week
understand-insight-week = Week from { $day }
understand-insight-trend-says = { $metric } week by week, with its range
understand-insight-share-says = Share of texts that mention it, week by week
understand-insight-count-says = Answers week by week
understand-insight-ranked-says = What the causes cost, in points of the score
understand-insight-nobody = Nobody has taken it up
understand-insight-dismiss = Put aside
understand-insight-take-back = Take back
understand-insight-dismissed = Put aside. It comes back if it changes clearly.
understand-insight-back = The insight is open again.
understand-insight-owned = The owner is saved.
understand-insight-open = Open
understand-insight-behind = See what is behind it
understand-insight-next-plan = Plan what to do
understand-insight-next-goal = Set a goal
understand-insight-next-follow = Open the plan
understand-insight-next-answer = Answer them
understand-insight-next-ask = Check link and sign
understand-insight-is-gone = This is not found any more. It is kept for the record.
understand-insight-is-dismissed = This is put aside until it changes clearly.
understand-insight-days = { $now } against { $before }
understand-insight-found = Found
understand-insight-seen = last looked at
understand-insight-split = The move, taken apart by { $attribute }
understand-insight-by-rate = By scoring otherwise
understand-insight-by-mix = By being more or fewer
understand-insight-others = All others
understand-insight-sum = Together
understand-insight-split-note = All parts sum exactly to the change. A group that grows counts against it only if it scores below the average.
understand-insight-quotes = In customers’ words
understand-insight-labels = Others say:
understand-insight-owner-of = Who sees to it
understand-five = Is it ready to act on? Five tests
understand-five-passed =
    { $count ->
        [one] { $count } of five passed
       *[other] { $count } of five passed
    }
understand-five-yes = (passed)
understand-five-no = (not yet)
understand-five-specific = Specific
understand-five-understandable = Understandable
understand-five-prescriptive = Says what to do
understand-five-measurable = Measurable
understand-five-valuable = Valuable
understand-five-place = Where: { $place }
understand-five-no-place = Where it happens is not known: compare groups
understand-five-cause = The cause is named in customers’ words
understand-five-no-cause = The cause is not known: see what customers say
understand-five-evidence =
    { $count ->
        [one] Evidence: { $count } signal
       *[other] Evidence: { $count } signals
    }
understand-five-sentence = One sentence and one picture say it
understand-five-owner = Owner: { $owner }
understand-five-no-owner = Nobody owns it: name somebody
understand-five-plan = Plan: { $plan }
understand-five-no-plan = There is no plan: make one
understand-five-empty-plan = The plan does not say what is done
understand-five-no-forecast = The plan does not say what it should change
understand-five-metric = Measured by { $metric }
understand-five-goal = Goal: { $goal }
understand-five-no-goal = There is no goal: set one
understand-five-worth = At stake: { $low } to { $high } { $currency } a year
understand-five-worth-source = The figure is from: { $source }
understand-five-no-worth = What it is worth is not stated: state it
understand-five-no-stake = What it is worth cannot be computed: no customer is known to be at risk
understand-five-channels = What a contact with support costs is stated
understand-five-no-channels = What it costs in other channels is not stated: say what a contact with support costs
