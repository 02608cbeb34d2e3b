### Words of the workspace slice: doors, settings, Home.

## Log-in
login-title = Log in
login-submit = Log in
login-unclaimed = Nobody has an account here yet. Open the link that the server printed when it started: it makes the first one.
login-stuck = Can’t log in?
login-stuck-ask = Ask an administrator for a one-time link. No mail is needed.
login-stuck-command = Whoever runs the server can make one:
error-sign-in = E-mail address and password do not fit together. Check both, or ask for a one-time link.
choose-title = Which workspace?
choose-lede = You work in more than one. Choose within five minutes.

## Passwords
password-label = Password
password-current = Current password
password-new = New password
password-choose = Choose a password
password-hint = At least { $min } characters. A short sentence that only you know is good.
password-card = Password
password-submit = Change password
password-ends-sessions = You are logged out everywhere else.
error-password-short = At least { $min } characters, please.
error-password-long = At most { $max } characters.
error-password-common = That is among the first that somebody would try. Take words that do not belong together.
error-password-wrong = That is not your current password.

## Links that work once
dead-title = This link is used up
dead-text = It was used, has expired or was taken back. Links work once and for seven days.
dead-home = Go to Home
dead-new = An administrator can make a new one.
owner-title = Welcome. You are the first.
owner-lede = Make your account and name the workspace. You become its owner.
owner-email-hint = For logging in. No mail is sent to it.
owner-submit = Make the account and begin
person-name = Your name
link-title = Log in as { $name }
link-lede = { $workspace }
link-password-hint = Leave it empty to change nothing. Otherwise at least { $min } characters; you are then logged out everywhere else.
link-submit = Log in
link-once = This link works once.
invite-title = Join { $workspace }
invite-lede = You are invited as: { $role }.
invite-submit = Make my account

## Settings
settings-me = Your profile
settings-workspace = Workspace
settings-members = Members
settings-teams = Teams
settings-keys = API keys
settings-webhooks = Webhooks
settings-audit = Audit log
role-label = Role

## Profile
profile-lede = What others see of you, and how you get in.
profile-who = You
profile-saved = Saved.
profile-password-changed = Password changed. You are logged out everywhere else.
profile-sessions-ended = You are logged out everywhere else.
sessions-card = Where you are logged in
sessions-note = ends by itself after 14 days
sessions-here = This browser
sessions-other = Another browser
sessions-seen = used
sessions-since = since
sessions-end = Log out everywhere else

## Members
members-lede = Who works here, and what they may do.
members-card = Members
members-acts = Actions
members-acts-of = Actions for { $name }
members-you = you
members-off = shut out
members-by-link = by link, no password yet
members-link = Make a one-time link
members-disable = Shut out
members-enable = Let in again
members-disabled = Shut out and logged out everywhere.
members-enabled = May come in again.
members-role-changed = Role changed. It counts from their next log-in; they are logged out now.
members-invite = Invite somebody
members-invite-make = Make an invitation
members-invite-email-hint = With an address the link fits that person only.
members-roles-hint = Each role may do all that the one before may: look, answer customers, make surveys, manage members, own.
members-invite-made = The invitation is ready
members-link-for = A one-time link for { $name }
members-link-once = Send it by whichever way you trust. It is shown only now, works once, and for seven days.
members-link-label = One-time link
members-invites = Open invitations
members-invited = Invited
members-invite-until = Ends
members-invite-open = whoever has the link
members-invite-withdraw = Take back
members-invite-withdrawn = The invitation was taken back; its link is dead.

## Teams
teams-lede = Members who share work.
teams-empty = No teams yet
teams-empty-text = A team can be given what nobody in particular owns, such as all complaints of one branch.
teams-new = New team
teams-make = Make the team
teams-members = Members of the team
teams-nobody = Nobody yet
teams-comma = ,{" "}
teams-made = The team is there. Choose its members.
teams-saved = Saved.

## Workspace
workspace-lede = How days are counted, and what people read.
workspace-name = Name of the workspace
workspace-name-hint = Usually your company.
workspace-first-language = First language
workspace-first-language-hint = New surveys begin in it.
workspace-languages = Languages of surveys
workspace-languages-hint = What is offered when a survey is made.
workspace-personal = Personal data in texts
workspace-personal-hint = Phone numbers, addresses, names, card and ID numbers in what customers wrote. Everybody else reads what stood there, such as [phone]. Shared reports, evidence for causes and anonymous surveys never show them; cases show them to those who answer.
workspace-personal-shown = Shown on pages to
workspace-personal-shown-hint = Lists, single responses, quotes.
workspace-personal-exported = May be exported by
workspace-personal-exported-hint = If they ask for it; the audit log notes it.
workspace-personal-viewer = Every member
workspace-personal-agent = Agents and above
workspace-personal-manager = Managers and above
workspace-personal-admin = Administrators
workspace-personal-nobody = Nobody
workspace-command = On the command line it is called
workspace-assistant = Language model
workspace-assistant-text = Off unless an administrator switches it on: quotes can then be summed up and translated, with personal data masked.
workspace-assistant-open = What leaves, and where to
workspace-saved = Saved. Numbers are counted in the new way from now on.
zone-label = Time zone
zone-hint = Days, weeks and months begin at midnight there.
zone-likely = Likely
calendar-label = Calendar
calendar-hint = Months of trends are counted in it.
calendar-gregorian = Gregorian
calendar-persian = Persian

## API keys
keys-lede = For programs that send answers or read numbers.
keys-card = Keys in use
keys-empty = No keys yet
keys-empty-text = A program shows its key with every request. Give each program its own, so that one can be revoked alone.
keys-new = New key
keys-make = Make the key
keys-name-hint = Which program uses it.
keys-scope = May
keys-scope-responses = Send responses
keys-scope-track = Send behaviour
keys-scope-read = Read numbers and answers
keys-scope-mail = Bring mails that came in
keys-scope-all = Everything
keys-since = Made
keys-made = Your new key
keys-once = Copy it now: it is kept nowhere and never shown again.
keys-secret = API key
keys-use = Send it with every request as
keys-docs = All calls are described in
keys-revoke = Revoke
keys-revoked = The key opens nothing any more.
keys-restored = The key works again.
keys-revoked-card = Revoked keys
keys-revoked-at = Revoked

## Audit log
audit-lede = Who did what, newest first. Rows are chained, so that a changed or missing one shows.
audit-when = When
audit-who = Who
audit-what = What
audit-whom = To what
audit-number = No.
audit-cli = command line
audit-clock = the clock
audit-customer = a customer
audit-insights = the search for insights
audit-empty = Nothing yet
audit-empty-text = Every change that a member makes is noted here.
audit-verify = The chain is checked by
audit-member-sign-in = logged in
audit-member-join = joined by invitation
audit-member-add = added a member
audit-member-link = made a one-time link
audit-member-invite = made an invitation
audit-member-invite-withdraw = took back an invitation
audit-member-disable = shut out a member
audit-member-role =
    { $role ->
        [viewer] changed a role to viewer
        [agent] changed a role to agent
        [manager] changed a role to manager
        [admin] changed a role to administrator
        [owner] changed a role to owner
       *[other] changed a role
    }
audit-member-enable = let a member in again
audit-member-profile = changed the profile
audit-member-password = changed the password
audit-member-end-sessions = logged out everywhere else
audit-team-make = made a team
audit-team-save = changed a team
audit-key-make = made an API key
audit-key-revoke = revoked an API key
audit-key-restore = brought an API key back
audit-workspace-claim = became the first owner
audit-workspace-save = changed the workspace’s settings

## Home
home-morning = Good morning, { $name }.
home-afternoon = Good afternoon, { $name }.
home-evening = Good evening, { $name }.
home-night = Hello, { $name }.
home-nothing = nothing waits for you
home-waiting =
    { $count ->
        [one] One customer waits for an answer.
       *[other] { $count } customers wait for an answer.
    }
steps-title = Once around the loop
steps-note = about three minutes
steps-done = done
steps-make = Make a survey
steps-make-text = A template asks the right two questions in four languages. Or bring the answers you already have.
steps-make-do = New survey
steps-import = Import a file
steps-ask-manager = A manager can do this.
steps-survey = Open the survey
steps-answer = Answer it yourself
steps-answer-text = Open it on your phone as a customer would. A low score shows what happens next.
steps-answer-do = Open the survey page
steps-publish = Publish the survey
steps-see = See the number and who waits
steps-see-text = The score stands on the dashboard with its range and the answers behind it; the unhappy customer stands here.
steps-see-do = See the numbers

## Refusals
error-email-taken = Somebody here has this address already.
error-email-invalid = That is not an e-mail address such as sara@example.com.
error-name-too-long = At most { $max } characters.
error-name-unreadable = It holds characters that cannot be seen. Type it again.
error-not-offered = Choose one from the list.
error-owners-only = Only an owner may do that.
error-last-owner = A workspace keeps at least one owner who can log in. Make somebody else owner first.
error-not-yourself = You cannot shut yourself out.
error-member-disabled = This member is shut out. Let them in first.
error-members-full = A workspace takes at most { $max } members.
error-invites-full = { $max } invitations are open. Take some back first.
error-teams-full = A workspace takes at most { $max } teams.
error-team-taken = Another team has this name.
error-keys-full = { $max } keys are in use. Revoke one first.
thing-member = this member
thing-team = this team
thing-key = this key
thing-invite = this invitation
