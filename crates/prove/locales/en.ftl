### Goals, effects and worth.

prove-lede = What acting was worth: goals, what changes brought, and what that is worth.
prove-anonymous = Anonymity was promised here: nothing is shown about fewer than five people.
prove-flash-goal = The goal is set.
prove-flash-closed = The goal is closed.
prove-flash-reopened = The goal is open again.
prove-flash-measured = Measured anew.
prove-flash-worth = Saved.

error-out-of-order = The end must come after the start.
error-goal-stands-still = The target must differ from the start.
error-anonymous-scope = Anonymity was promised in this survey: a goal can be for everybody only.
thing-goal = this goal
thing-effect = this effect

## Goals
goal-title = Goals
goal-new = New goal
goal-new-lede = Which number, from where to where, and by when.
goal-open = Open
goal-closed = Closed
goal-none = No goal yet
goal-none-text = A goal says which number is to be where, and by when. You then see each week whether it will be reached.
goal-none-closed = No goal has been closed.
goal-no-number = Nothing to measure yet
goal-no-number-text = A goal follows a scored question of a survey. Make a survey first.
goal-name = Title
goal-name-hint = What is to be better, in the words of your team.
goal-number = Number
goal-of = What is counted
goal-of-number = The usual number of the question
goal-of-top = The share of the very satisfied (top score)
goal-look = After another choice:
goal-for = For whom
goal-for-hint = Without a condition it is for everybody.
goal-for-all = Everybody
goal-present = It stands at { $value } now: { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    } in { $days } days.
goal-present-last = Nobody has answered this in the last 90 days. It last stood at { $value }: { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    } until { $day }.
goal-present-none = Nobody, or too few, have answered this. Say where it starts yourself.
goal-from = From
goal-from-hint = Empty: where it stands now, or stood last.
goal-to = To
goal-to-hint = A value, or +5 for five more.
goal-convert = Per cent of the satisfied who become very satisfied
goal-convert-hint = { $second } give the second best score now. This takes the place of a target.
goal-convert-plain = This takes the place of a target.
goal-from-day = Starts on
goal-by-day = By
goal-owner = Owner
goal-nobody = Nobody yet
goal-gone = This number is gone
goal-gone-text = The survey or the question that the goal follows is not there any more.
goal-from-to = { $from } to { $to }
goal-now = now { $value }
goal-by = by { $day }
goal-bar = { $done } per cent of the way; it should be { $due }
goal-status-reached = Reached
goal-status-on_track = On track
goal-status-behind = Behind
goal-status-missed = Missed
goal-status-cannot_tell = Cannot tell yet
goal-says-reached = It stands at { $to } or better. Keep it there until { $day }.
goal-says-on_track = If it goes on like this, { $to } will be reached by { $day }.
goal-says-behind = If it goes on like this, { $to } will not be reached by { $day }.
goal-says-missed = { $to } was not reached by { $day }.
goal-says-cannot_tell = There is too little to say whether { $to } will be reached by { $day }.
goal-today = Now
goal-due = Should be
goal-target = Target
goal-forecast = Forecast
goal-likely = In { $times } of 100 courses that fit what was seen, the target is reached.
goal-pace-week = It has moved by { $made } a week so far; { $needed } a week are needed from now on.
goal-pace-month = It has moved by { $made } a month so far; { $needed } a month are needed from now on.
goal-trend = The way there
goal-plot-says = { $metric }, the straight way to the target, and where it is likely to be by { $by }.
goal-way = Straight way to the target
goal-number-line = Measured
goal-about = About this goal
goal-way-from = Started from
goal-initiative = To the initiative
goal-close = Close goal
goal-reopen = Open again
goal-is-closed = This goal is closed.

## Effects
effect-title = What changes brought
effect-none = No initiative has begun yet
effect-none-text = Give an initiative a start day and a number that it is to move. It is then measured by itself, each day.
effect-of = Effect: { $title }
effect-initiative = To the initiative
effect-measure = Measure now
effect-unmeasured = Not measured yet
effect-unmeasured-text = It is measured by itself within a minute or so.
effect-no-start = The initiative has no start day. Say from when customers meet the change.
effect-not-begun = Nobody carries it out. Once it is in progress or done, its effect is measured.
effect-measured-at = Measured
effect-verdict-improved = Improved
effect-verdict-worsened = Worsened
effect-verdict-none_detectable = No detectable effect
effect-verdict-too_early = Too early
effect-verdict-cannot_tell = Cannot tell
effect-says-improved = It moved the number by { $by }; very probably by { $range }.
effect-says-worsened = It moved the number by { $by }, the wrong way; very probably by { $range }.
effect-says-none = No detectable effect. If there is one, it is very probably { $range }.
effect-says-early = Too early: in about { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } an effect of { $size } could be seen.
effect-says-early-until = After the start it takes about { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } until an effect of { $size } can be seen.
effect-says-early-never = An effect of { $size } will hardly be seen here: the number moves too much by chance.
effect-says-cannot = Nothing can be said about the effect.
effect-why-nothing_before = There are no answers from before the start.
effect-why-nothing_after = There are no answers from after the start yet.
effect-why-nobody_treated = Nobody who answered has met the change. Check whom the initiative is for.
effect-why-everyone_treated = Everybody met the change, so there is nobody to compare with, and the series is too short to stand alone.
effect-why-one_unit = Only one place met the change, and there are too few others to compare it with.
effect-why-definition_changed = The question was asked differently at some time: before and after do not measure the same.
effect-why-too_few_periods = Too little time has been seen; at least { $least } periods are needed.
effect-why-too_few_units = Too few places to compare; at least { $least } are needed.
effect-why-too_many = There is more than can be computed with.
effect-why-too_few_answers = Fewer than ten answers from before or after the start.
effect-why-not_parallel = Both sides went apart before the start already, so the comparison does not hold.
effect-why-poor_fit = The comparison does not resemble the place before the start.
effect-why-placebos_move = Comparisons where nothing happened show as much, so this may be chance.
effect-why-degenerate = The numbers have gaps or do not vary: nothing can be estimated from them.
effect-why-no_number = The number that the initiative is to move is missing or gone.
effect-why-no_start = The initiative has no start day.
effect-why-no_unit = No answer carries the attribute whose values are to be compared.
effect-why-anonymous = Anonymity was promised in this survey. Whom the change is for can then be told by the compared attribute alone.
effect-planned = Planned: { $expected }.
effect-against-within = What was planned lies within what was measured.
effect-against-more = More came of it than was planned.
effect-against-less = Less came of it than was planned.
effect-design-did = Places that met the change were compared with places that did not, before and after.
effect-design-synthetic = The one place that met the change was compared with a mixture of others that went like it before.
effect-design-interrupted = The number was compared with how it would have gone on. Whatever else began at that time counts as well.
effect-design-experiment = People drawn by chance were compared.
effect-design-none = It was not measured.
effect-alone = Everybody met the change, so there is nobody to compare with.
effect-picture = Measured against the comparison
effect-plot-says = Those who met the change, those who did not, and the start on { $day }.
effect-start-line = Start
effect-treated = Met the change
effect-comparison = Comparison
effect-from-day = From
effect-after = after
effect-answers = { $before } answers of those who met the change before the start, { $after } after it.
effect-behind-before = The answers before
effect-behind-after = The answers after
effect-checks = What was tried against it
effect-checks-none = Nothing could be tried yet.
effect-check-parallel-good = Both sides went alike before the start.
effect-check-parallel-bad = Both sides went apart before the start already.
effect-check-fit-good = The comparison resembled the place before the start.
effect-check-fit-bad = The comparison did not resemble the place before the start.
effect-check-placebo-few = There are too few places for a test by chance.
effect-check-placebo-good = If the change had been given by lot, so much would be seen at most { $share ->
        [one] once
       *[other] { $share } times
    } in 100.
effect-check-placebo-bad = If the change had been given by lot, so much would be seen { $share } times in 100: it does not stand out.
effect-check-recovery = Against the comparison the change is { $whole }. Of it, { $left } is beyond what places that stood as low or as high go back on their own; the range holds both.
effect-check-starts = Of { $tried } made-up starts, { $alarms } showed an effect where there was none.
effect-check-without = With any one place left out, the estimate is { $range }.
effect-experts = For experts
effect-fact-units = Met the change / comparison
effect-fact-window = Days of a window
effect-fact-p = p of the effect
effect-fact-parallel = p of the test before the start
effect-fact-placebo = p among placebos
effect-fact-errors = Range
effect-errors-clustered = by place (CR2)
effect-errors-pooled = pooled over both sides
effect-fact-cr1 = Usual standard error (CR1)
effect-fact-freedom = Degrees of freedom
effect-fact-carried = Noise that carries over
effect-fact-fit = Gap before the start, in standard deviations
effect-worth = What it is worth
effect-history = Earlier measurements
effect-when = When

## The book of what works
book-title = What works here
book-lede = Each initiative: what was planned, and what was measured.
book-all = The whole book
book-initiative = Initiative
book-verdict = Result
book-planned = Planned
book-measured = Measured
book-since = since { $day }
book-unmeasured = not measured yet
book-sum = { $measured ->
        [one] { $measured } initiative
       *[other] { $measured } initiatives
    } measured to the end; { $worked } moved the number the right way.
book-cut = The { $max } that started last are shown.
similar-title = What similar initiatives brought
similar-moved = moved it by { $by } ({ $range }).

## Worth
worth-title = What it is worth
worth-lede = State what your firm knows. Findings and effects then carry their worth, with these figures in view.
worth-stated = { $stated } of { $kinds } figures are stated.
worth-open = Figures
worth-currency = Currency
worth-currency-hint = As you write it: EUR, kr, تومان.
worth-kind-point = One point of the number, a year
worth-kind-retained_customer = A customer who stays
worth-kind-new_customer = A new customer
worth-kind-support_contact = A contact with support
worth-hint-point = What one point more, of the whole firm, brings in a year.
worth-hint-retained_customer = What a customer brings who would have left.
worth-hint-new_customer = What a new customer brings in all.
worth-hint-support_contact = What a call or message costs that need not have been.
worth-unit = The figure is for
worth-unit-hint = Only numbers of this kind get a worth by points.
worth-low = At least
worth-high = At most
worth-source = Where the figure is from
worth-by = { $name }
worth-not-stated = not stated
worth-no-effect = Where no effect is seen, no worth is claimed.
audit-goal-set = set a goal
audit-goal-close = closed a goal
audit-goal-reopen = opened a goal again
audit-effect-measure = had the effect measured
audit-worth-save = stated what things are worth

## The evidence chain: chain-*
chain-title = How it hangs together
chain-lede = From what customers said to what was done about it and what it changed. Each step leads to its own page.
chain-path = Steps of the chain
chain-steps = Step by step
chain-here = You are here
chain-none = none
chain-at-least = at least { $count }
chain-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
chain-more-at-least =
    { $count ->
        [one] at least { $count } more
       *[other] at least { $count } more
    }
chain-from-here = Follow the chain from here
chain-from-here-of = Follow the chain from here: { $name }
chain-kind-signal = Responses
chain-kind-topic = Topics
chain-kind-insight = Insights
chain-kind-case = Complaints
chain-kind-initiative = Initiatives
chain-kind-goal = Goals
chain-kind-effect = Effects
chain-kind-message = Messages
chain-none-signal = No response that you may see belongs to this.
chain-none-topic = No topic belongs to this.
chain-none-insight = No insight belongs to this yet.
chain-none-case = No complaint belongs to this.
chain-none-initiative = Nobody has planned a lasting fix for this yet.
chain-none-goal = No goal has been set for this yet.
chain-none-effect = No effect has been measured yet.
chain-none-message = No customer has been told yet.
chain-response-to = Response to “{ $survey }”
chain-score = Score { $score }
chain-case-about = Complaint about “{ $survey }”
chain-case-waits = Waits for an answer
chain-case-answered = Answered
chain-case-closed = Closed
chain-insight-about = { $what }: { $about }
chain-insight-moved = A score moved
chain-insight-cause = A cause of low scores
chain-insight-emerging = A topic that comes up
chain-insight-unanswered = Complaints without an answer
chain-insight-silent = A touchpoint without answers
chain-insight-other = A finding
chain-people =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
chain-state-proposed = Proposed
chain-state-planned = Planned
chain-state-doing = In progress
chain-state-done = Done
chain-state-dropped = Dropped
chain-goal = From { $from } to { $to } by { $by }
chain-effect = { $value } (from { $low } to { $high })
chain-effect-improved = It got better
chain-effect-worsened = It got worse
chain-effect-none = No detectable effect
chain-effect-early = Too early to tell
chain-effect-unknown = It cannot be told
chain-message-name = Messages to customers
