### Cases: complaints that wait for an answer.

case-title = Complaint
case-list-title = Complaints
case-list-lede = A low score or an angry word waits here until somebody has answered the customer. Answers are due within a day.
case-which = Which complaints
case-which-loose = Without owner
case-which-mine = Mine
case-which-open = All open
case-which-answered = Answered
case-loose-title = Complaints without owner
case-mine-title = My queue
case-late =
    { $count ->
        [one] { $count } overdue
       *[other] { $count } overdue
    }
case-count =
    { $count ->
        [one] { $count } open
       *[other] { $count } open
    }
case-all-loose =
    { $count ->
        [one] See the complaint
       *[other] See all { $count }
    }
case-open-mine = Open my queue
case-none-loose = Every complaint has an owner.
case-empty-loose = Every complaint has an owner
case-empty-mine = Nothing waits for you
case-empty-open = No complaint is open
case-empty-answered = No complaint has been answered yet
case-empty-text = When a customer gives a low score or writes an angry word, it appears here and on Home at once.
case-empty-action = Ask customers
case-no-words = No words, only a score
case-words-hidden = What they wrote is not shown to your role.
case-said = What the customer said
case-response = The full response
case-notes = Notes
case-note-label = Note for colleagues
case-note-hint = The customer does not see it.
case-note-save = Add note
case-no-notes = No notes yet.
case-state = Follow-up
case-answer = Mark as answered
case-reopen = Open again
case-answered = Answered
case-overdue = Overdue
case-waits = Waits for an answer
case-due = Due
case-why = Why it is here
case-why-low-score = A low score
case-why-angry = Angry words
case-why-angry-word = The words “{ $word }”
case-owner = Owner
case-nobody = Nobody yet
case-assign-label = Give it to
case-assign = Assign
case-flash-assigned = The owner was changed.
case-flash-answered = Marked as answered.
case-flash-reopened = The complaint is open again.
case-flash-noted = The note was added.
error-not-an-agent = This person cannot answer customers. Choose a member who is at least an agent.
thing-case = complaint

## What the audit log says
audit-case-assign = gave a complaint an owner
audit-case-answer = marked a complaint as answered
audit-case-reopen = opened a complaint again

### Rules that open cases.

rule-list-title = Rules for complaints
rule-list-lede = The first rule that holds opens a case, from the top. Each says who answers, and by when.
rule-new = New rule
rule-on = On
rule-off = Off
rule-goes-to = goes to { $name }
rule-due-in = answer within { $hours } h of work
rule-did = { $opened } opened in 7 days
rule-held = { $held } more would have been opened, but the number for the day was reached. Narrow the rule, or allow more a day.
rule-switch-on = Switch on
rule-switch-off = Switch off
rule-up = Ask earlier
rule-remove = Remove
rule-builtin = Low scores and angry words
rule-builtin-text = Where no rule holds: detractors, the lowest third of other scales, or an angry word.
rule-builtin-open = { $count } open
rule-builtin-on = Low scores and angry words open cases by themselves
rule-settings-title = Hours, holidays and what is late
rule-settings-lede = The clock of a case runs while people work.
rule-settings-change = Change
rule-hours-set = The clock runs in your hours of work.
rule-hours-always = The clock runs day and night: no hours of work are set.
rule-steps = Steps for what is late: { $count }.
rule-lede = What must be so, who answers then, and by when.
rule-name = Name
rule-survey = Survey
rule-survey-all = All surveys
rule-survey-look = Its questions are offered below.
rule-when = Open a case when
rule-due-hours = Answer within (hours of work)
rule-due-hint = 0.5 is half an hour.
rule-team = Team
rule-team-hint = Whoever speaks the customer’s language and has the least to do gets it.
rule-owner = Or always
rule-nobody = Nobody
rule-playbook = What to do
rule-playbook-hint = A step a line. Stands on each case of this rule.
rule-per-day = Cases a day at most
rule-per-day-hint = What comes beyond it is counted and shown in the list of rules.
rule-is-on = Switched on
rule-try = Try it on the past
rule-tried = What it would have done
rule-tried-count = In the last { $days } days it would have opened { $count } cases. The latest:
rule-tried-many = That is about { $per_day } a day. Can your team answer that many?
rule-meant = Yes, so many are meant
rule-week = Hours of work
rule-week-hint = Such as 09:00-12:00, 13:00-17:00. Empty: nobody works on that day. All empty: the clock always runs.
rule-holidays = Holidays
rule-holidays-hint = A day a line, as 2026-12-25.
rule-late = When a case is late
rule-late-hint = Each step raises the priority, and may hand the case to somebody else.
rule-late-after = Step { $step }: hours after it was due
rule-late-to = Step { $step }: goes to
rule-late-keeps = The owner keeps it
rule-flash-saved = The rule was saved.
rule-flash-on = The rule is on.
rule-flash-off = The rule is off.
rule-flash-removed = The rule was removed. Its cases stay.
rule-flash-settings = Hours and steps were saved.
case-priority = Priority
case-priority-0 = Low
case-priority-1 = Normal
case-priority-2 = High
case-priority-3 = Urgent
case-why-rule = The rule “{ $name }”
error-many-cases = This rule would open very many cases. Say that so many are meant, or narrow it.
error-not-hours = Write hours as 09:00-17:00, several with commas.
error-not-a-day = Line { $line } is not a day. Write it as 2026-12-25.
rule-day-0 = Monday
rule-day-1 = Tuesday
rule-day-2 = Wednesday
rule-day-3 = Thursday
rule-day-4 = Friday
rule-day-5 = Saturday
rule-day-6 = Sunday
### Messages: mail to customers and members, and what comes back.
messages-title = Messages
messages-lede = Everything that is sent to customers and colleagues, each for one reason, once.
messages-no-server = No mail server is set up
messages-by-hand = Nothing is sent by itself. Open a message, send it with your own mail program, and mark it as sent.
messages-configure = To have them sent, set this in nabz.toml:
messages-of-contact = One customer’s messages
messages-of-all = Show all messages
messages-which = Which messages
messages-state-all = All
messages-state-queued = Waiting
messages-state-sending = Being sent
messages-state-sent = Sent
messages-state-failed = Not delivered
messages-state-held_without_consent = Held: no consent
messages-state-suppressed = Address blocked
messages-empty = No messages yet
messages-empty-text = When a customer is answered or told what was done, the message appears here before it goes out.
messages-empty-action = See the complaints
message-message = Message
message-kind = What for
message-kind-case_reply = Answer to a complaint
message-kind-case_survey = Did it help?
message-kind-told = You said, we did
message-kind-notice = Notice to a colleague
message-when = When
message-by-hand = Sent by hand
message-mark-sent = Mark as sent
message-again = Try again
message-text = Text
message-open-mail = Open in my mail program
message-copy = Text to copy
message-copy-hint = For a mail program of your own, or another channel.
message-state = About this message
message-to = To
message-written = Written
message-sent-at = Sent
message-next = Next attempt
message-attempts = Attempts
message-why-held_without_consent = The customer has not agreed to messages of this kind, so it is not sent. If they agree later, try again.
message-why-suppressed = This address is not written to: an earlier message came back, or its owner does not want any.
message-error = What the mail server said
message-case = To the complaint
message-history = All messages to this customer
message-flash-queued = The message will be tried again.
message-flash-held = The message still may not be sent.
message-flash-sent = Marked as sent.
message-flash-unsent = The message waits again.
error-message-is-under-way = This message is already on its way or sent.
error-message-too-long = Write at most { $max } characters.
error-bad-address = This is not an e-mail address.
error-no-mail = Send the mail itself as the body, as message/rfc822.
thing-message = this message
thing-mail = this mail
mails-title = Mails that came in
mails-waiting =
    { $count ->
        [one] { $count } mail waits
       *[other] { $count } mails wait
    }
mails-lede = Answers go straight to their complaint. What belongs to none waits here until somebody has seen to it.
mails-which = Which mails
mails-loose = Waiting
mails-all = All
mails-empty = No mail waits
mails-empty-text = Mails come in through the mailbox in nabz.toml ([mail] imap) or through the API.
mail-from = From
mail-marks = Remarks
mail-no-subject = Without subject
mail-nobody = Unknown sender
mail-no-text = The mail has no text.
mail-mark-done = Mark as seen to
mail-mark-undone = Let it wait again
mail-done = Seen to
mail-foreign = From somebody else
mail-foreign-text = This mail answers one of our messages, but its sender is not the customer whom we wrote to. Do not take it for the customer’s word.
mail-auto = Automatic reply
mail-held-own = One of our own mails
mail-held-many = Too many in an hour
mail-bounce-failed = Not delivered
mail-bounce-delayed = Delayed
mail-bounce-complaint = Reported as spam
mail-bounce-delivered = Delivered
mail-full = The whole text, with quoted mails and signature
mail-files = Files
mail-kilobytes = { $size } kB
mail-refused = Not kept
mail-refused-text = These files are too large or too many. Ask the sender for another way.
mail-received = Received
mail-status = Code
mail-about = The message that it is about
mail-flash-done = Marked as seen to.
mail-flash-undone = The mail waits again.
mail-unsubscribe = No more messages of this kind:
mail-unsubscribe-link = No more messages of this kind
unsubscribe-title = No more messages?
unsubscribe-text = You will not be asked again whether something helped, nor told what was done. If you complain, you will still get an answer.
unsubscribe-button = Unsubscribe
unsubscribe-done = You are unsubscribed
unsubscribe-done-text = You will get no more messages of this kind. If you complain, you will still get an answer.
unsubscribe-unknown = This link is not known
unsubscribe-unknown-text = Please use the link exactly as it stands in the message.
## What the audit log says
audit-message-again = had a message tried again
audit-message-sent = marked a message as sent
audit-message-unsent = took back that a message was sent
audit-mail-done = saw to a mail
audit-mail-undone = let a mail wait again
