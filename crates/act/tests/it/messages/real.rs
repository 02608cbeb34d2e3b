//! With real mail servers: out through aiosmtpd, in from Dovecot.

use act::messages::{self, Mail, imap};
use testkit::{Db, Imap, PythonSmtp};

use super::{Memory, movable, post, postman, reply, send_all, store};

testkit::on_both!(a_letter_and_its_answer);

async fn a_letter_and_its_answer(db: Db) {
    if testkit::is_mail_left_out() {
        return;
    }
    let (store, ws, contact) = store(&db).await;
    let (smtp, mailbox) = (PythonSmtp::start(), Imap::start());
    let mail = Mail { imap: mailbox.url(), ..Mail::default() };
    let incoming = mail.check().expect("the settings are whole").incoming.expect("a mailbox");
    movable(imap::check(&incoming)).await.expect("the mailbox opens");
    let wrong = Mail { imap: mailbox.url().replace(Imap::PASSWORD, "wrong"), ..Mail::default() };
    let wrong = wrong.check().expect("whole").incoming.expect("a mailbox");
    assert!(imap::check(&wrong).await.is_err(), "a wrong password shows");

    let memory = Memory::default();
    assert_eq!(imap::poll(&store, &incoming, ws, &memory).await.expect("it is read"), 0);
    post(&store, ws, reply("case_1:reply:1", &contact)).await;
    send_all(&postman(&store, &smtp.url())).await;
    let [letter] = &smtp.taken()[..] else { panic!("one letter") };
    let letter = mail_parser::MessageParser::default().parse(letter).expect("a mail").into_owned();
    assert_eq!(letter.subject(), Some("Your visit on Sunday"));
    let id = letter.message_id().expect("it has one");

    let answer = |at: usize, text: &str| {
        format!(
            "From: Sara <sara@example.com>\r\nTo: answers@kaffe.example\r\nSubject: Re: Your visit\r\n\
             Message-ID: <{at}@example.com>\r\nIn-Reply-To: <{id}>\r\nDate: Sun, 22 Nov 2026 10:00:0{at} +0000\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
        )
    };
    mailbox.deliver(answer(1, "Tack så mycket!").as_bytes());
    assert_eq!(movable(imap::poll(&store, &incoming, ws, &memory)).await.expect("it is read"), 1);
    assert_eq!(imap::poll(&store, &incoming, ws, &memory).await.expect("it is read"), 0, "once");
    mailbox.deliver(answer(2, "One more thing").as_bytes());
    mailbox.deliver(answer(3, "And another").as_bytes());
    assert_eq!(imap::poll(&store, &incoming, ws, &memory).await.expect("it is read"), 2);
    let texts: Vec<String> = memory.all().into_iter().map(|received| received.text).collect();
    assert_eq!(texts, ["Tack så mycket!", "One more thing", "And another"]);

    // The place that was reached is lost: everything is read again, and known.
    db.execute("DELETE FROM message_mailboxes").await;
    assert_eq!(imap::poll(&store, &incoming, ws, &memory).await.expect("it is read"), 3);
    assert_eq!(memory.all().len(), 3);
    assert_eq!(messages::came_in(store.reads(), ws, "case_1").await.expect("read").len(), 3);
}
