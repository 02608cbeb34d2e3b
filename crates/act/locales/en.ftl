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
