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

## Imports
# Why an import refused a file, a mapping or a line; `error-` is how whole-file refusals are looked up.

import-unreadable = The file cannot be read: { $reason }
import-empty-file = There is nothing in the file.
import-bad-header = The first line, with the names of the columns, cannot be read ({ $reason }).
import-unknown-format = This is not a table that can be imported (found: { $found }). Save it as CSV or XLSX.
import-damaged-file = The file is damaged: { $reason }
import-zip-bomb = The file unpacks to far more than its size (limit: { $limit }). It was not opened.
import-file-too-large = The file is too large: at most { $limit } bytes. Split it, or save it as CSV.
import-too-many-rows = The file has too many rows: at most { $limit }. Split it, or name an id column.
import-too-many-columns = Too many columns: at most { $limit }.
import-unknown-sheet = There is no sheet “{ $sheet }”. The sheets are: { $names }.
import-bad-map = “{ $text }” is not of the form COLUMN=ROLE or COLUMN=ROLE:option=value.
import-unknown-column = There is no column “{ $column }”. Nearest: { $nearest }.
import-unknown-role = There is no role “{ $role }”. Roles: { $roles }.
import-unknown-option-name = The role { $role } has no option “{ $option }”. It takes: { $options }.
import-bad-option-value = “{ $value }” cannot be used for { $option }.
import-mapped-twice = The column “{ $column }” is mapped twice.
import-role-twice = Only one column can be { $role }, but both “{ $first }” and “{ $second }” are.
import-key-twice = “{ $first }” and “{ $second }” would both become “{ $key }”. Name one of them otherwise.
import-too-many-questions = A survey has at most { $limit } questions. Ignore some columns.
import-too-many-attributes = A response has at most { $limit } attributes. Ignore some columns.
import-question-differs = The survey has a question “{ $question }” already, as { $kind } and not as { $wanted }. Map the column otherwise, or give the question another key.
import-unknown-time-format = The times in this column are written in a way that was not recognised, such as “{ $value }”. Say how: format=%d/%m/%Y %H:%M.
import-ragged = The line has { $found } cells, the header { $expected }.
import-unclosed-quote = A quotation mark is opened and never closed.
import-row-too-long = The line is longer than { $limit } bytes.
import-too-long = The text is longer than { $limit } characters.
import-nul = The line holds a NUL character: it is not text.
import-bad-encoding = The line is not text in { $encoding }.
import-not-a-number = “{ $value }” is not a number.
import-not-whole = “{ $value }” is not a whole number.
import-out-of-range = “{ $value }” is not between { $from } and { $to }.
import-bad-time = “{ $value }” is not a time in the format of the column.
import-missing-time = The time is missing.
import-time-in-future = “{ $value }” lies in the future.
import-bad-email = “{ $value }” is not an e-mail address.
import-bad-language = “{ $value }” is not a language.
import-too-many-options = The question would have more than { $limit } different options.

error-unreadable = { import-unreadable }
error-empty-file = { import-empty-file }
error-bad-header = { import-bad-header }
error-unknown-format = { import-unknown-format }
error-damaged-file = { import-damaged-file }
error-zip-bomb = { import-zip-bomb }
error-file-too-large = { import-file-too-large }
error-too-many-rows = { import-too-many-rows }
error-too-many-columns = { import-too-many-columns }
error-unknown-sheet = { import-unknown-sheet }
error-bad-map = { import-bad-map }
error-unknown-column = { import-unknown-column }
error-unknown-role = { import-unknown-role }
error-unknown-option-name = { import-unknown-option-name }
error-bad-option-value = { import-bad-option-value }
error-mapped-twice = { import-mapped-twice }
error-role-twice = { import-role-twice }
error-key-twice = { import-key-twice }
error-too-many-questions = { import-too-many-questions }
error-too-many-attributes = { import-too-many-attributes }
error-question-differs = { import-question-differs }
error-unknown-time-format = { import-unknown-time-format }

# Why a column was taken for what it is; stands behind the role.
import-why-name-and-values = by its name and its values
import-why-emails = the values are e-mail addresses
import-why-distinct = { $count } values, no two alike
import-why-time = the values are times, written { $format }
import-why-time-ambiguous = the values are times, but day and month could be exchanged; taken as { $format }
import-why-time-several = one of several columns with times, written { $format }
import-why-scores = scores from { $from } to { $to }, and the name says so
import-why-scores-no-name = the values look like scores from { $from } to { $to }, but the name does not say so
import-why-scores-few = too few values to tell the scale; taken as { $from } to { $to }
import-why-battery = one of { $count } columns with scores from { $from } to { $to }
import-why-battery-zero = one of { $count } columns with scores from { $from } to { $to }, where 0 means “not applicable”
import-why-zero = scores from { $from } to { $to }; 0 is taken as “not applicable”
import-why-texts = texts of about { $count } words
import-why-options = the name asks, and there are { $count } different answers
import-why-few-values = { $count } different values
import-why-values = values of type { $kind }
import-why-blank = blank in the first rows
import-why-too-many = there are more than { $count } attributes

# What a column can be.
import-role-id = Response id
import-role-time = Time of the answer
import-role-contact = Customer id
import-role-email = Customer’s e-mail
import-role-language = Language
import-role-channel = Channel
import-role-touchpoint = Touchpoint
import-role-nps = Recommendation, 0 to 10 (NPS)
import-role-csat = Satisfaction (CSAT)
import-role-ces = Effort (CES)
import-role-rating = Rating
import-role-choice = One choice
import-role-choices = Several choices
import-role-text = Text
import-role-attribute = Attribute
import-role-ignore = Leave out

## Imports: pages
imports-title = Imports
imports-lede = Answers that came from files, and what became of each line.
imports-empty-title = Nothing imported yet
imports-empty-text = Answers that you have already, as CSV or XLSX, become results like any others. What each column is, is recognised and shown before anything is written.
imports-empty-viewer = A manager can import the first file.
import-new = Import answers
import-new-lede = One row a response. The first line names the columns.
import-new-note = Nothing is written yet: the next page shows what each column was taken for. A file that nobody imports is deleted after a day.
import-file = File
import-file-hint = CSV (also gzip-compressed) or XLSX, up to { $megabytes } MB. Larger files: nabz import responses.
import-survey = Survey
import-survey-new = A new survey
import-survey-name = Name of the new survey
import-survey-name-hint = Only where no survey is chosen above.
import-look = Look at the file
import-added = Responses added
import-answers = Answers in the file
import-duplicates = There before
import-duplicates-note = Responses that an earlier import brought
import-rejected = Lines refused
import-started = Started
import-undo = Undo
import-undo-of = Undo the import of { $file }
import-discard = Discard
import-discard-of = Discard { $file }
import-look-title = What the columns are
import-look-lede = { $file }, for the survey { $survey }. Change what was not recognised rightly; nothing is written before you start.
import-undecided =
    { $count ->
        [one] { $count } column could not be recognised for certain: have a look at it.
       *[other] { $count } columns could not be recognised for certain: have a look at them.
    }
import-columns = Columns of the file
import-column = Column
import-role = Is
import-role-of = What { $column } is
import-options = Options
import-option-scale = Scale
import-option-na = Values that mean “not applicable”
import-option-format = Format of the time
import-option-tz = Time zone
import-option-calendar = Calendar
import-option-question = Key of the question
import-option-separator = Sign between choices
import-option-name = Name of the attribute
import-calendar-gregorian = Gregorian
import-calendar-persian = Persian
import-unsure = Uncertain
import-start = Import
import-look-again = Show again
import-of = Import of { $file }
import-into = Into the survey { $survey }
import-running =
    { $count ->
        [one] { $count } row read
       *[other] { $count } rows read
    }
import-refresh = Refresh
import-interrupted = It was interrupted before its end. What it added stands; importing the same file again adds the rest and nothing twice.
import-failed = It could not be finished
import-undone = It was undone: its responses are out of all numbers, and the same file can be imported anew.
import-nothing-new = All responses of this file were there already. Nothing was counted twice.
import-counts = What became of the rows
import-dashboard = See the results
import-again = Try again
import-refused-lines = Refused lines
import-refused-note = Correct them and import the file again: only they are added.
import-line = Line
import-reason = Reason
import-more-lines =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
import-state-waiting = Not started
import-state-running = Running
import-state-interrupted = Interrupted
import-state-done = Done
import-state-failed = Failed
import-state-undone = Undone
import-flash-gone = The uploaded file is no longer there. Please choose it once more.
import-flash-undone = The import is undone.
import-flash-discarded = The file is discarded.
thing-import = this import
error-bad-survey-name = The name of the survey needs a letter or digit.
error-import-running = This import still runs. Wait until it is over.
error-import-stopped = This import was undone or started elsewhere while it ran.
error-upload-gone = The uploaded file is no longer there. Choose it once more.
error-upload-too-large = The file is larger than { $limit } MB. Split it, or use the command nabz import responses.

## What the audit log says
audit-survey-create = made a survey
audit-survey-edit = changed a survey’s texts
audit-survey-extend = added what an import needed to a survey
audit-survey-publish = published a survey
audit-survey-close = closed a survey
audit-survey-reopen = opened a survey again
audit-survey-question-add = added a question
audit-survey-question-edit = changed a question
audit-survey-question-move = moved a question
audit-survey-question-remove = removed a question
audit-survey-question-restore = brought a question back
audit-import-upload = uploaded a file
audit-import-start = started an import
audit-import-finish = finished an import
audit-import-fail = an import stopped early
audit-import-undo = took an import out again
