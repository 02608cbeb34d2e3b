## Surveys: the list
surveys-title = Surveys
surveys-lede = What you ask, where it is open, and how to share it.
surveys-empty-title = No surveys yet
surveys-empty-text = Start from a template: the first answer can come in five minutes from now.
surveys-empty-viewer = A manager can make the first one.
survey-new = New survey
survey-import = Import answers
survey-survey = Survey
survey-languages = Languages
survey-questions = Questions
survey-question = Question
survey-changed = Changed
survey-actions = Actions
survey-results = Results
survey-results-of = Results of { $survey }
survey-share = Share
survey-share-of = Share { $survey }
survey-state-draft = Draft
survey-state-open = Open
survey-state-closed = Closed

## Surveys: a new one
survey-new-lede = Templates come fully worded; you can change every word afterwards.
survey-new-title-hint = Left empty, the template’s title is taken. Respondents see it.
survey-template = Start from
survey-template-nps = Recommendation after a visit (NPS)
survey-template-nps-hint = Likelihood to recommend from 0 to 10, and why.
survey-template-csat = Satisfaction (CSAT)
survey-template-csat-hint = Satisfaction from 1 to 5, what stood out, and what to do better.
survey-template-ces = Effort after support (CES)
survey-template-ces-hint = How easy it was from 1 to 7, whether it is solved, and what would have helped.
survey-template-feedback = Short feedback
survey-template-feedback-hint = One rating and one open question.
survey-template-empty = Empty
survey-template-empty-hint = Your own questions from the start.
survey-create = Create survey

## Surveys: the editor
survey-preview = Preview
survey-publish = Publish
survey-publish-changes = Publish changes
survey-problems-title = It cannot be published yet
survey-problems-text = Each line leads to the place that mends it.
survey-question-count =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
survey-required = must be answered
survey-lacking = Words missing: { $languages }
survey-move-up = Move up: { $question }
survey-move-down = Move down: { $question }
survey-remove-question = Remove: { $question }
survey-no-questions-title = No questions yet
survey-no-questions-text = Choose a kind below. Each comes worded, so that you only change what is yours.
survey-add-question = Add question
survey-kind = Kind
survey-kind-nps = Recommendation (NPS)
survey-kind-nps-hint = Likelihood to recommend, 0 to 10.
survey-kind-csat = Satisfaction (CSAT)
survey-kind-csat-hint = How satisfied somebody is, usually 1 to 5.
survey-kind-ces = Effort (CES)
survey-kind-ces-hint = How easy something was, usually 1 to 7.
survey-kind-rating = Rating
survey-kind-rating-hint = A grade on a scale of your own.
survey-kind-choice = One choice
survey-kind-choice-hint = One of several options.
survey-kind-choices = Several choices
survey-kind-choices-hint = Any number of options.
survey-kind-text = Text
survey-kind-text-hint = Words of their own: the why behind a score.
survey-version = version { $version }
survey-anonymous = Anonymous
survey-has-changes = Respondents still see the published version.
survey-key = Name in data and API
survey-key-hint = Lower case, digits and “_”. Fixed once the survey is published.
survey-close = Close survey
survey-reopen = Open again
survey-edit-texts = Words and languages
survey-complete = Complete
survey-words-done = { $done } of { $of } texts
survey-texts-lede = What stands around the questions, in every language of the survey.
survey-field-title = Title
survey-field-title-hint = Needed in the first language.
survey-field-intro = Introduction
survey-field-intro-hint = Stands above the first question.
survey-field-thanks = Thanks
survey-field-thanks-hint = Stands on the last page.
survey-field-privacy = Privacy notice
survey-field-privacy-hint = Stands on every page. Left empty, we say who reads the answers.
survey-languages-hint = Words of a language that you take out are kept in case it comes back.
survey-anonymity = Anonymity
survey-anonymous-label = Answers are anonymous
survey-anonymous-hint = No contact, no link attributes, times kept as days, no group under five shown. Cannot change after publishing.
survey-anonymous-fixed = Fixed since the survey was published: respondents were promised it.
survey-question-title = Question
survey-question-title-hint = Needed in the first language; other languages fall back on it.
survey-question-hint = Hint
survey-question-hint-hint = Small words under the question.
survey-question-low = Word at the low end
survey-question-low-hint = What the lowest point means.
survey-question-high = Word at the high end
survey-question-high-hint = What the highest point means.
survey-scale = Scale
survey-scale-from = From
survey-scale-to = To
survey-options = Options
survey-options-hint = Clear all words of an option to remove it. Change the place to reorder.
survey-option-new = New option
survey-option-place = Place
survey-required-label = Must be answered
survey-required-hint = Without an answer, nobody gets to the next page.

## Surveys: sharing
survey-share-title = Share the survey
survey-share-lede = One link works everywhere; the page speaks the language of the phone that opens it.
survey-open-link = Open the survey
survey-share-not-open = The survey is not open: whoever follows the link is told so.
survey-share-go-open = Go and open it
survey-link = Public link
survey-link-hint = For mails, messages and receipts.
survey-link-languages = In one language
survey-link-in = Link in { $language }
survey-snippet = For a web page
survey-snippet-hint = Paste it where the link shall stand.
survey-where = Say where an answer comes from
survey-where-text = Add these to the link, joined by “&”. Results can then be split by them.
survey-where-channel = the channel: email, sms, web, qr, kiosk
survey-where-touchpoint = the touchpoint
survey-where-attribute = any attribute, up to twenty
survey-where-anonymous = Attributes in the link are ignored: this survey is anonymous.
survey-qr = QR code
survey-qr-alt = QR code that opens { $survey }
survey-qr-hint = Black on white, sharp at any size: for tables, tills and posters.
survey-qr-download = Download SVG

## Home
home-surveys-title = Open surveys
home-surveys-none = Nobody can answer now
home-surveys-none-text = No survey is open. Publish a draft to hear something.

## Said once after an act
listen-flash-saved = Saved.
listen-flash-published = Published. The link below takes answers from now on.
listen-flash-closed = The survey is closed. Its answers stay.
listen-flash-reopened = The survey is open again.
listen-flash-removed = Question removed. Answers that it got stay.
listen-flash-restored = The question is back.

## What respondents read
respond-error-title = Please check:
respond-preview = Preview: nothing is saved
respond-step = Question { $number } of { $total }
respond-minutes =
    { $count ->
        [one] about a minute
       *[other] about { $count } minutes
    }
respond-optional = You may leave this empty.
respond-bait = Leave this field empty
respond-send = Send
respond-privacy = { $name } reads your answers and uses them to do better.
respond-privacy-anonymous = Your answers are anonymous: neither your name nor your address is kept.
respond-thanks-title = Thank you
respond-thanks-text = Your answers have arrived. You can close this page.
respond-closed-title = This survey is closed
respond-closed-text = It takes no more answers. Thank you for wanting to tell us.
respond-unknown-title = There is no survey here
respond-unknown-text = Check the address, or scan the code once more.
respond-over-title = These answers are already in
respond-over-text = You began long ago, so they cannot be changed here any more. They count as you left them.

## Refusals
thing-survey = this survey
thing-question = this question
error-required = This must be filled in.
error-choose-one = Please choose one.
error-wrong-type =
    { $kind ->
        [nps] A whole number from 0 to 10 is needed here.
        [csat] A whole number on the scale is needed here.
        [ces] A whole number on the scale is needed here.
        [rating] A whole number on the scale is needed here.
        [choice] The key of one option is needed here.
        [choices] A list of option keys is needed here.
        [text] A text is needed here.
        [string] A text in quotes is needed here.
        [object] An object in braces is needed here.
        [number] A number is needed here.
        [scalar] A text, a number, true or false is needed here.
       *[other] A value of another type is needed here.
    }
error-out-of-range = { $value } is not between { $from } and { $to }.
error-not-whole = { $value } is not a whole number.
error-unknown-option = There is no option “{ $value }”.
error-too-long = This is too long: at most { $max } characters.
error-too-many = Too many: at most { $max }.
error-unknown-field = There is no field “{ $value }”.
error-unknown-question = The survey has no question “{ $value }”.
error-unknown-channel = There is no channel “{ $value }”: { $known }.
error-unknown-state = The state is “complete” or “partial”, not “{ $value }”.
error-bad-language = “{ $value }” is not a language tag such as fa or en-GB.
error-bad-time = “{ $value }” is not a time such as 2026-11-22T09:30:00Z.
error-time-in-future = { $value } is more than a day ahead.
error-bad-attribute = The name of an attribute needs a letter or digit and at most { $max } characters.
error-anonymous-survey = This survey is anonymous: send no contact.
error-survey-closed = The survey “{ $survey }” is not open.
error-send-again = Something was missing from the page. Please send it once more.
error-leave-empty = A hidden field was filled in, as programs do. Please send it once more.
error-too-many-pages =
    { $seconds ->
        [one] Many answers are coming from here. Your words are kept on this page: send it again in { $seconds } second.
       *[other] Many answers are coming from here. Your words are kept on this page: send it again in { $seconds } seconds.
    }
error-no-language = Choose at least one language.
error-no-question = A survey needs at least one question.
error-words-missing = Words are missing in the first language ({ $language }).
error-too-few-options = A choice needs at least two options.
error-bad-scale = A scale goes up in whole numbers and has 2 to { $max } points.
error-bad-key = Use lower-case letters, digits and “_” only.
error-key-taken = Another question has this name.
error-not-published = The survey was never published.
