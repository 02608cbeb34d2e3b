### Cases: complaints that wait for an answer.

case-title = Complaint
case-list-title = Complaints
case-list-lede = Every complaint waits here until somebody has answered the customer.
case-which = Which complaints
case-which-loose = Without owner
case-which-mine = Mine
case-which-open = All open
case-which-answered = Answered, not closed
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
case-note-label = Note for colleagues
case-note-hint = The customer does not see it.
case-note-save = Add note
case-state = Follow-up
case-answer = Mark as answered
case-reopen = Open again
case-answered = Answered
case-overdue = Overdue
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
message-why-no_consent = The customer has not agreed to messages of this kind, so it is not sent. If they agree later, try again.
message-why-bounced = This address is not written to: an earlier message to it came back.
message-why-complained = The owner of this address has reported a message as spam, so nothing is sent to it any more, except answers to what they write to us after that. Answer by another way.
message-why-since = They have written to us since, so this answer may go. Nothing else is sent there.
message-free = Nothing stands in its way any more. It goes out when you try again.
message-blocked = Blocked since
message-blocked-about = The message that led to it
message-reported = It arrived, and its owner reported it as spam. It is not sent again.
message-ours = These words are about our mail server or this mail, not about the address, which is not blocked. Show them to whoever runs the mail server, then try again.
message-lift = Lift the block
message-lift-warn-bounced = If the mailbox still does not work, the next message comes back, and the address is blocked again.
message-lift-warn-complained = Lift it only if they want to be written to again. Those who are written to against their will report that too, and then mail providers put your mails to everybody among spam. Whether they agree to follow-ups does not change.
message-lift-why = Why may this address be written to again?
message-lift-hint = For example: she asked for an answer on the phone, on 12 May. It stands here and in the audit log with your name.
message-lift-button = Lift the block
message-lift-manager = A manager can lift the block, with a reason.
message-lifted = Block lifted
message-error = What the mail server said
message-case = To the complaint
message-history = All messages to this customer
message-agreed = They have agreed since
message-agreed-how = How did they say so?
message-agreed-hint = For example: on the phone, on 12 May. It stands in the audit log with your name.
message-agreed-note = Note it and try again
message-flash-queued = The message will be tried again.
message-flash-held = The message still may not be sent.
message-flash-sent = Marked as sent.
message-flash-unsent = The message waits again.
message-flash-unsent-failed = The message counts as not delivered again.
message-flash-lifted = The block is lifted. What was stopped can be tried again.
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
audit-consent-note = wrote down that a customer agreed
audit-consent-api = had consents noted by a program
audit-message-again = had a message tried again
audit-message-sent = marked a message as sent
audit-message-unsent = took back that a message was sent
audit-address-lift = lifted the block of an address: { $reason }
audit-mail-done = saw to a mail
audit-mail-undone = let a mail wait again

### Answering, closing, queues, and what customers say of it.
case-which-team = Team
case-which-overdue = Overdue
case-which-closed = Closed
case-empty-team = Nothing waits for this team
case-empty-overdue = No complaint is overdue
case-empty-closed = No complaint has been closed yet
case-stage-new = New
case-stage-work = In work
case-stage-waits = Waits for the customer
case-stage-back = The customer is back
case-stage-closed = Closed
case-take = Assign to me
case-timeline = Timeline
case-newest-first = newest first
case-topic = About
case-team = Team
case-replied = Customer wrote back
case-asked = Asked whether it helped
case-closed = Closed
case-root-cause = Root cause
case-action = What was done
case-customer = Customer
case-outcome = What came of it
case-outcome-solved = Solved
case-outcome-partly = Partly solved
case-outcome-not_solved = Not solved
case-outcome-no_answer = The customer cannot be reached
case-helped-yes = It helped
case-helped-partly = It helped in part
case-helped-no = It did not help
case-steps-done = { $done } of { $all }
case-steps-save = Keep what is done
case-similar = What solved such cases
case-others = More from this customer
case-initiatives = Part of
case-keys = Keys: r reply, a assign to me, n note, c close, j and k the next and the one before.
case-score = Score
case-filter-team = Team
case-filter-priority = Priority
case-filter-survey = Survey
case-filter-rule = Rule
case-flash-unanswered = The customer still waits for an answer.
case-flash-closed = The complaint is closed.
case-flash-closed-unasked = The complaint is closed. The customer was not asked whether it helped: they have not agreed to that, or no mail reaches them.
case-flash-replied = The answer is on its way.
case-flash-reply-by-hand = The answer waits among the messages. Send it with your own mail program, then mark it as sent.
case-flash-steps = The steps were kept.
case-flash-bulk = The complaints were changed.
reply-title = Answer the customer
reply-again = answered before
reply-address = E-mail address
reply-no-address = No address of this customer is known. Type one, or answer by another way and mark it as answered.
reply-blocked = This address is blocked
reply-blocked-about = See the message that led to it, or lift the block there
reply-language = Language
reply-subject-label = Subject
reply-subject = Your answer to “{ $survey }”
reply-text = Text
reply-templates = Templates
reply-send = Send answer
reply-customer = customer
reply-starter-sorry-name = We are sorry
reply-starter-sorry-subject = We are sorry about your experience
reply-starter-sorry-text =
    Dear { $name },

    thank you for telling us what went wrong. We are sorry.

    I am looking into it myself and will write to you again as soon as I know more.

    { $owner }
reply-starter-solved-name = It is put right
reply-starter-solved-subject = We have put it right
reply-starter-solved-text =
    Dear { $name },

    what you told us was right, and it has been put right.

    If anything is still not as it should be, just answer this e-mail.

    { $owner }
reply-starter-ask-name = We need to know more
reply-starter-ask-subject = A question about your answer
reply-starter-ask-text =
    Dear { $name },

    thank you for your answer to “{ $survey }”. To put things right, I need to know a little more: when was it, and what exactly happened?

    Just answer this e-mail.

    { $owner }
template-manage = Change templates
template-title = Templates for answers
template-lede = Texts that answers begin with. A few in each language come along; these are your own.
template-name = Name
template-empty = No templates of your own yet
template-empty-text = What you often write can be kept here, and stands in every case.
template-new = New template
template-change = Change the template
template-remove = Remove
template-full = There are as many templates as there can be. Remove one first.
template-places = In place of {"{"}name{"}"}, {"{"}survey{"}"} and {"{"}owner{"}"} stand the customer’s name, the survey and your name.
template-flash-saved = The template was saved.
template-flash-removed = The template was removed.
entry-out = Answer to the customer
entry-survey = Asked whether it helped
entry-in = Mail from
entry-note = note
entry-said = The customer answered
entry-signal = The customer complained again
entry-open = Open
entry-somebody = Somebody
entry-unassigned = took the owner away
entry-assigned = Owner: { $detail }
entry-priority = Priority: { $detail }
entry-answered_elsewhere = Answered by another way
entry-unanswered = Not answered after all
entry-closed = Closed: { $detail }
entry-closed_silently = Closed without an answer: { $detail }
entry-reopened = Opened again
entry-escalated = Late: step { $detail }
entry-helped = The customer says: { $detail }
entry-step_done = Done: { $detail }
close-title = Close
close-reason = Why does the customer get no answer?
close-reason-hint = Nobody has answered the customer yet.
close-ask = Ask the customer whether it helped
close-ask-hint = Is sent only where the customer has agreed.
close-button = Close
close-typed = What you wrote
board-title = Board
board-lede = Open complaints by whose turn it is.
board-all = See all
board-none = Nothing here.
due-title = What is due
due-lede = { $count } to be answered this month.
due-today = Today
due-cut = There are more. Shown are the first { $count }.
due-more = { $count } more
bulk-chosen = chosen
bulk-priority = Set priority
bulk-initiative = Start an initiative
bulk-reason = One reason for all
bulk-all = Choose all on this page
bulk-choose = Choose this complaint
bulk-owner = Choose an owner
share-title = Complaints of the last { $days } days
share-cut = (the latest { $count })
share-answered = Answered
share-in_work = In work
share-waiting = Waiting for an owner
share-overdue = Overdue
share-silent = Closed without an answer
helped-title = Did our answer help?
helped-unknown = This question is no longer open
helped-unknown-text = Please use the link exactly as it stands in the latest message.
helped-thanks = Thank you
helped-said-yes = We are glad that it helped.
helped-said-partly = Thank you for telling us. We will see what can be done better.
helped-said-no = We are sorry. Your complaint is open again, and somebody will look at it.
helped-mail-subject = Did our answer help?
helped-mail-text = You told us about a problem, and we answered. Did it help? One click is enough:
helped-mail-thanks = Thank you, { $workspace }
notice-assigned-subject = A complaint is yours
notice-assigned-text = A customer waits for your answer:
notice-escalated-subject = A complaint is late
notice-escalated-text = It should have been answered already. Your queue shows whether there are more:
notice-mentioned-subject = You were named in a note
notice-mentioned-text = A colleague named you in a note on a complaint:
notice-answered-subject = A customer wrote back
notice-answered-text = The answer stands in the complaint:
notice-foreign-subject = Somebody else wrote into a complaint
notice-foreign-text = The sender is not the customer whom we wrote to. Look at it before you answer:
notice-bounced-subject = An answer did not arrive
notice-bounced-text = The mail to the customer was not delivered. Try another way:
notice-not-helped-subject = It did not help: a complaint is open again
notice-not-helped-text = The customer says that the answer did not help:
notice-signal-subject = A customer complained again
notice-signal-text = The new complaint stands in the one that is open:
error-case-is-closed = Somebody else has closed this complaint meanwhile. What you wrote stands below; open the complaint again to change it.
error-owner-changed = Somebody else has changed the owner meanwhile, and nothing was changed here. Look at who has the complaint now; press again to give it to whom you chose.
error-answer-stays = The customer has been answered by a message, which cannot be taken back.
error-why-no-answer = Say why the customer gets no answer.
error-address-blocked = This address is not written to: an earlier message came back, or its owner does not want any. Use another address or another way, or have the block lifted on the message that led to it.
error-contact-said-no = This customer does not want mails. Answer by another way, and mark it as answered.
error-nothing-chosen = Choose at least one complaint.
error-choose-owner = Choose who gets the complaints, or nobody.
audit-case-reply = answered a customer
audit-case-close = closed a complaint
audit-case-unanswer = took back that a complaint was answered
audit-case-bulk = changed several complaints
audit-case-escalate = took a late complaint a step further
audit-case-helped = said whether it helped
audit-template-save = saved a template for answers
audit-template-remove = removed a template for answers
audit-cases-settings = changed the settings of complaints
audit-rule-save = saved a rule for complaints
audit-rule-on = switched a rule on
audit-rule-off = switched a rule off
audit-rule-move = changed the order of rules
audit-rule-remove = removed a rule
audit-webhook-make = added a webhook
audit-webhook-change = changed a webhook
audit-webhook-on = switched a webhook on
audit-webhook-off = switched a webhook off
audit-webhook-remove = removed a webhook
audit-webhook-restore = brought a webhook back
audit-webhook-secret = made a new secret for a webhook
audit-webhook-test = sent a test event to a webhook
audit-webhook-replay = had deliveries of a webhook sent again

### Initiatives: what is fixed for many customers, and who is told.

initiative-title = Initiatives
initiative-one = Initiative
initiative-lede = What is wrong for many customers is fixed once, by somebody, until a day, and then measured.
initiative-new = New initiative
initiative-board = Board
initiative-list = List
initiative-timeline = Timeline
initiative-review = Review meeting
initiative-owners = Owners
initiative-mine = Mine
initiative-state-proposed = Proposed
initiative-state-planned = Planned
initiative-state-doing = In progress
initiative-state-done = Done
initiative-state-dropped = Dropped
initiative-empty = No initiative yet
initiative-empty-text = Begin with an insight, a topic or several complaints: their evidence comes along.
initiative-no-owner = No owner
initiative-nobody = Nobody
initiative-late = Overdue
initiative-tasks-count = { $done } of { $all } tasks
initiative-since = since { $day }
initiative-move-to = Move to “{ $state }”
initiative-name = Title
initiative-name-hint = What will be different, in a few words.
initiative-owner = Owner
initiative-team = Team
initiative-no-team = No team
initiative-team-hint = Its members are shown the lesson.
initiative-tasks = Tasks
initiative-task = Task
initiative-task-add = Add a task
initiative-task-check = Done: { $title }
initiative-task-remove = Remove: { $title }
initiative-task-done = Done
initiative-tasks-none = No tasks yet.
initiative-due = Due
initiative-ends = To be done by
initiative-starts = Customers meet it from
initiative-starts-hint = The day from which the effect is measured.
initiative-page-title = Public page “You said, we did”
initiative-page-text = Lists what has changed because customers said so. It shows only what you write for customers, and only initiatives that you tick.
initiative-page-open = Open the public page
initiative-page-on = Switch on
initiative-page-off = Switch off
initiative-page-is-off = The public page is switched off.
initiative-timeline-lede = What runs when, with the days of its tasks.
initiative-when = When
initiative-from-to = { $from } to { $to }
initiative-undated = No dates yet
initiative-owners-lede = Every topic and every touchpoint has somebody who cares for it.
initiative-owners-whole = Every topic and every touchpoint has an owner.
initiative-owner-me = I take it
initiative-owner-give = Give an owner
initiative-owner-nobody = Nobody
initiative-topics = Topics
initiative-touchpoints = Touchpoints
initiative-none-topic = There are no topics yet.
initiative-none-touchpoint = No answer names a touchpoint yet.
initiative-review-lede = The agenda comes from the data. What you decide becomes tasks, and the minutes are kept.
initiative-agenda = Agenda
initiative-agenda-late = Tasks that are late
initiative-agenda-measure = Effects due to be measured
initiative-agenda-insights = Insights without an initiative
initiative-agenda-owners = Topics and touchpoints without owner
initiative-agenda-overdue = Complaints that are overdue
initiative-agenda-overdue-open = See the complaints
initiative-agenda-none = Nothing.
initiative-from-it = Make an initiative
initiative-minutes = Minutes
initiative-minutes-of = Minutes of { $day }
initiative-minutes-keep = Keep the minutes
initiative-held-on = Held on
initiative-decisions = Decisions
initiative-decisions-hint = Each becomes a task of an initiative.
initiative-decision = Decision { $number }
initiative-meetings = Earlier meetings
initiative-meetings-none = No minutes have been kept yet.
initiative-form-lede = Say what is wrong and why, who changes what until when, and by how much it should move.
initiative-problem = Problem
initiative-problem-hint = What happens to customers, where and since when.
initiative-topic = Topic
initiative-no-topic = No topic
initiative-topic-hint = Whoever spoke of it within the scope counts among those who led to it.
initiative-whys = Why it happens
initiative-whys-hint = Ask why of each answer, up to five times, until you reach what you can change.
initiative-why = Why? ({ $depth })
initiative-why-below = And why is that?
initiative-why-beside = Another reason
initiative-why-drop = Remove it and what is below
initiative-why-add = Ask why
initiative-scope = For whom, and what should move
initiative-scope-when = For whom
initiative-scope-hint = Customers, branches and touchpoints that will meet the change; everybody where nothing is asked.
initiative-scope-all = Everybody
initiative-measure = What should move
initiative-no-measure = Not decided
initiative-measure-hint = The score of one question of one survey.
initiative-unit = Compare by
initiative-no-unit = Nothing
initiative-unit-hint = An attribute such as the branch: those within the scope are held against the others.
initiative-expected = Expected change
initiative-expected-hint = In units of the score, such as 5 points of NPS or 0.3 stars.
initiative-expected-by = Expected by
initiative-plan = Plan
initiative-plan-what = What will be done
initiative-cost = Cost
initiative-cost-hint = In your currency.
initiative-risks = Risks
initiative-lesson = Lesson
initiative-lesson-hint = What colleagues do differently from now on. They are asked to say that they have read it.
initiative-lesson-yours = This concerns you. Please say when you have read it.
initiative-lesson-read = I have read it
initiative-lesson-read-by = Read by
initiative-lesson-unread-by = Not yet read by
initiative-with-insight = With its insight
initiative-evidence = What led to it
initiative-evidence-none = Nothing is linked yet. Begin with an insight, a topic or complaints, so that those customers can be told.
initiative-evidence-drop = Not part of it
initiative-tell = You said, we did
initiative-tell-them = Tell them
initiative-how-far = How far it is
initiative-told = Told
initiative-done = Mark as done
initiative-done-from = Customers meet the change from
initiative-done-from-hint = The effect is measured from this day.
initiative-drop = Drop it
initiative-drop-why = Why?
initiative-touches = Touches
initiative-touches-more = There are more.
initiative-effect = Effect
initiative-planned = Planned
initiative-not-planned = Nothing stated
initiative-by = by { $day }
initiative-measured = Measured
initiative-not-measured = Not measured yet
initiative-range = { $low } to { $high }
initiative-effect-open = Forecast and effect
initiative-worth = What it is worth
initiative-worth-figures = Figures
initiative-worth-unplanned = Say which number is to move and by how much, and its worth is shown.
initiative-goals = Goals
initiative-goals-none = No goal yet.
initiative-goal-new = Set a goal
initiative-history = History
initiative-verdict-improved = Improved
initiative-verdict-worsened = Worsened
initiative-verdict-none-detectable = No detectable effect
initiative-verdict-too-early = Too early
initiative-verdict-cannot-tell = Cannot be told
initiative-insight-moved = A score moved
initiative-insight-cause = A cause was found
initiative-insight-emerging = A topic is emerging
initiative-insight-unanswered = Complaints without an answer
initiative-insight-silent = A touchpoint went silent
initiative-tell-lede = Those customers who led to it are told once, in their language, if they agreed to it.
initiative-tell-not-done = Customers are told once the initiative is done.
initiative-tell-running = { $told } have been told, { $waiting } wait for their turn.
initiative-tell-stop = Stop telling
initiative-tell-look = Look again
initiative-words = What has changed, for customers
initiative-words-hint = One or two sentences. Greeting and thanks are added in each language.
initiative-words-look = The whole message
initiative-is-public = List it on the public page
initiative-is-public-hint = Anybody can read these words there.
initiative-who = Who is told
initiative-who-all = Customers who led to it
initiative-who-ready = Can be told now
initiative-who-told = Already told
initiative-who-waiting = Wait for their turn
initiative-who-failed = Message did not go out
initiative-who-no-consent = Not agreed
initiative-who-no-address = No address
initiative-who-suppressed = Address not to be written to
initiative-who-nameless = Answers of unknown customers
initiative-who-hint = Nobody is told twice. Consent and address are looked at again when each message is sent.
initiative-flash-made = The initiative was made.
initiative-flash-saved = Saved.
initiative-flash-moved = The initiative was moved.
initiative-flash-task-removed = The task was removed.
initiative-flash-evidence = It no longer counts among what led here.
initiative-flash-lesson = Thank you for reading it.
initiative-flash-owner = The owner was changed.
initiative-flash-review = The minutes were kept.
initiative-flash-sending = Customers are being told now.
initiative-flash-stopped = Nobody more is told.
initiative-flash-page-on = The public page is on.
initiative-flash-page-off = The public page is off.
told-subject = You said, we did · { $workspace }
told-opening = Hello, you told us about this some time ago, and we have changed something:
told-closing = Thank you for telling us. { $workspace }
changes-title = You said, we did
changes-text = This has changed because customers told us.
changes-since = Since { $month }
changes-none = Nothing is listed here yet.
changes-unknown = There is no such page
changes-unknown-text = It may have been switched off.
error-bad-day = This is not a day. Write it as 2026-12-25.
error-no-lesson = There is no lesson here for you to read.
error-initiative-not-done = The initiative is not done yet. Mark it as done first.
error-initiative-changed = Somebody has changed this initiative since you opened the form, and nothing was saved. What you typed stands below; saving it again puts it in place of theirs.
initiative-changed-look = See what stands there now
thing-initiative = initiative
thing-insight = insight
thing-task = task
thing-review = minutes
thing-evidence = evidence
audit-initiative-make = made an initiative
audit-initiative-change = changed an initiative
audit-initiative-task = added a task
audit-initiative-task-done = finished a task
audit-initiative-task-undone = opened a task again
audit-initiative-task-removed = removed a task
audit-initiative-proposed = moved an initiative to “proposed”
audit-initiative-planned = moved an initiative to “planned”
audit-initiative-doing = moved an initiative to “in progress”
audit-initiative-done = marked an initiative as done
audit-initiative-dropped = dropped an initiative
audit-initiative-evidence = took evidence out of an initiative
audit-initiative-lesson = read a lesson
audit-initiative-review = kept the minutes of a review
audit-initiative-words = wrote what customers are told
audit-initiative-told = had customers told
audit-initiative-stopped = stopped telling customers
audit-initiative-page-on = switched the public page on
audit-initiative-page-off = switched the public page off
audit-touchpoint-owner = gave a touchpoint an owner
initiative-tasks-late =
    { $count ->
        [one] { $count } task late
       *[other] { $count } tasks late
    }
initiative-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
initiative-tasks-here =
    { $count ->
        [one] { $count } task with a day
       *[other] { $count } tasks with days
    }
initiative-undated-count =
    { $count ->
        [one] { $count } initiative has no dates.
       *[other] { $count } initiatives have no dates.
    }
initiative-answers =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
initiative-owners-missing =
    { $count ->
        [one] { $count } has nobody who cares for it.
       *[other] { $count } have nobody who cares for them.
    }
initiative-customers =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
initiative-with-cases =
    { $count ->
        [one] With { $count } complaint
       *[other] With { $count } complaints
    }
initiative-with-signals =
    { $count ->
        [one] With { $count } answer
       *[other] With { $count } answers
    }
initiative-cases =
    { $count ->
        [one] { $count } complaint
       *[other] { $count } complaints
    }
initiative-signals =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
initiative-told-count =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
initiative-waiting-count =
    { $count ->
        [one] { $count } waits
       *[other] { $count } wait
    }
initiative-touches-count =
    { $count ->
        [one] { $count } customer in { $days } days
       *[other] { $count } customers in { $days } days
    }
initiative-words-people =
    { $count ->
        [one] { $count } customer is told in this language.
       *[other] { $count } customers are told in this language.
    }
initiative-tell-now =
    { $count ->
        [one] Tell { $count } customer
       *[other] Tell { $count } customers
    }
initiative-problem-people =
    { $count ->
        [one] About { $count } customer is concerned.
       *[other] About { $count } customers are concerned.
    }
initiative-problem-cases =
    { $count ->
        [one] { $count } complaint led to this.
       *[other] { $count } complaints led to this.
    }
error-bad-consent = An entry is not a consent: { $reason }.

# Webhooks
webhooks-title = Webhooks
webhooks-lede = Programs of your own are told when a complaint or an initiative changes. Each request is signed, and tried again until it is taken.
webhooks-card = Who is told
webhooks-empty = Nobody is told yet
webhooks-empty-text = Enter the address of a program that is to be told. You then get a secret with which it can check that a request comes from here.
webhooks-standard = Bodies, retries and signatures are described in docs/webhooks.md of Nabz. They follow:
webhooks-full = There can be no more than 20. Remove one that is not needed any more.
webhook-new = Tell another program
webhook-make = Add and show the secret
webhook-name-hint = For people, e.g. what the program does.
webhook-url = Address
webhook-url-hint = Requests go there as POST with JSON. It must be on the public internet.
webhook-which = What it is told of
webhook-which-all = All events
webhook-which-all-hint = Those of later versions, too.
webhook-which-some = Only chosen events
webhook-choose = Choose events
webhook-about-cases = Complaints
webhook-about-initiatives = Initiatives
webhook-with-texts = With texts
webhook-with-texts-hint = What customers and members wrote goes along. Personal data in it is left out as far as it is recognised. Without this, only ids and facts are sent.
webhook-events = Events
webhook-event = Event
webhook-event-count =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
webhook-event-case-opened = A complaint was opened
webhook-event-case-changed = A complaint was changed by a later answer
webhook-event-case-withdrawn = A complaint was taken back
webhook-event-case-signal_added = Another answer belongs to a complaint
webhook-event-case-assigned = A complaint has another owner
webhook-event-case-priority_changed = A complaint has another priority
webhook-event-case-replied = The customer was answered
webhook-event-case-answered = The customer was answered another way
webhook-event-case-unanswered = The answer was taken back
webhook-event-case-customer_wrote = The customer wrote back
webhook-event-case-noted = A note was written
webhook-event-case-step_changed = A step of the playbook changed
webhook-event-case-escalated = A complaint is late and went a step further
webhook-event-case-closed = A complaint was closed
webhook-event-case-helped = The customer said whether it helped
webhook-event-case-reopened = A complaint was reopened
webhook-event-case-initiative_changed = A complaint joined or left an initiative
webhook-event-initiative-created = An initiative was made
webhook-event-initiative-changed = An initiative was changed
webhook-event-initiative-task_changed = A task of an initiative changed
webhook-event-initiative-moved = An initiative moved on
webhook-event-initiative-done = An initiative is done
webhook-event-initiative-dropped = An initiative was dropped
webhook-event-test = Test event
webhook-on = On
webhook-off = Off
webhook-off-gone = It said that it is gone
webhook-off-gone-text = The address answered with 410, so it was switched off. What waits is sent once you switch it on again.
webhook-off-failing = Nothing was taken for five days
webhook-off-failing-text = The address did not take anything for five days, so it was switched off. What waits is sent once you switch it on again.
webhook-failing = It takes nothing at the moment
webhook-failing-text = What waits is tried again and again. Nothing was taken since
webhook-switch-on = Switch on
webhook-switch-off = Switch off
webhook-test = Send a test event
webhook-secret = Secret
webhook-secret-made = The new secret
webhook-secret-once = Copy it now: it is not shown again.
webhook-secret-text = The program checks the signature with it. A new secret takes over at once; the old one keeps signing beside it for 24 hours.
webhook-secret-old = The old secret signs until
webhook-secret-rotate = Make a new secret
webhook-settings = Settings
webhook-remove = Remove
webhook-deliveries = Deliveries
webhook-state-all = All
webhook-state-waiting = Waiting
webhook-state-sending = Under way
webhook-state-delivered = Delivered
webhook-state-dead = Given up
webhook-attempts = Attempts
webhook-next = Next attempt
webhook-last = Last attempt
webhook-made = Happened
webhook-tried = Tried
webhook-took = Took
webhook-millis = { $count } ms
webhook-answered = Answered with { $status }
webhook-not-yet = Not tried yet
webhook-none = Nothing here
webhook-none-text = Once something happens, each request is listed here with what came of it. Send a test event to see one.
webhook-kept = Delivered ones are kept for 7 days, those that were given up for 30.
webhook-replay = Try again
webhook-replay-all =
    { $count ->
        [one] Try { $count } that was given up again
       *[other] Try all { $count } that were given up again
    }
webhook-body = What is sent
webhook-answer = What came back
webhook-answer-note = The beginning, as the other side wrote it. It says nothing about this workspace.
webhook-answer-none = Nothing was kept.
webhook-about = Open what it is about
webhook-failure-timeout = No answer in time
webhook-failure-connect = Nobody could be reached there
webhook-failure-broken = The answer broke off
webhook-failure-secret = The secret cannot be opened on this server: make a new one
webhook-failure-expired = It waited too long
webhook-failure-malformed = This is not an address
webhook-failure-scheme = Only http and https
webhook-failure-userinfo = The address holds a name or password
webhook-failure-port = This port is not for HTTP
webhook-failure-form = The host is a number in an unusual form
webhook-failure-private = The address leads into a private network
webhook-flash-saved = Saved.
webhook-flash-on = Switched on.
webhook-flash-off = Switched off.
webhook-flash-test = The test event is on its way.
webhook-flash-replayed = It is tried again.
webhook-flash-removed = Removed.
webhook-flash-restored = Brought back.
thing-webhook = this webhook
thing-delivery = this delivery
error-webhook-malformed = This is not an address. Write it whole, e.g. https://example.com/nabz.
error-webhook-scheme = The address must begin with https:// or http://.
error-webhook-userinfo = The address must not hold a user name or password: requests are signed instead.
error-webhook-port = This port is not for HTTP. Use 443, 80, or one from 1024.
error-webhook-form = The host is a number in an unusual form. Write a name, or four numbers with dots.
error-webhook-private = This address leads into a private network or to this machine, where requests may not go. Use an address on the public internet, or have whoever runs the server allow private networks.
error-webhook-no-event = Choose at least one event.
error-webhooks-full = There can be at most { $max }. Remove one first.
error-webhook-is-off = It is switched off. Switch it on first.
error-webhook-not-dead = It is under way or delivered already.
