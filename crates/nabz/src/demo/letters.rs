//! What the chain writes to guests these days, and what guests write back. Without a mail server it waits to be sent by hand; one
//! guest has reported a message as spam.

use act::messages::consent;
use act::messages::{self, Kind, NewMessage, Nobody, Posted, Purpose, State};
use kernel::{ContactId, Result, WorkspaceId};
use store::{Store, Txn};

/// A guest and a message to them.
struct Letter {
    address: &'static str,
    kind: Kind,
    language: &'static str,
    subject: &'static str,
    text: &'static str,
    /// Whether they agreed to hear what was done.
    agreed: bool,
}

const LETTERS: [Letter; 4] = [
    Letter {
        address: "hannah.m@guests.example",
        kind: Kind::CaseReply,
        language: "en",
        subject: "Your lunch at Soho on Friday",
        text: "Dear Hannah,\n\nthank you for telling us about the bins beside your table. They were moved there in a \
               rush, and nobody thought of the people sitting next to them. I have asked for a better place.\n\n\
               Your next lunch is on us. Please show this message at the till.\n\nGrace Whitfield\nMizban Restaurants",
        agreed: false,
    },
    Letter {
        address: "elin.s@guests.example",
        kind: Kind::CaseReply,
        language: "sv",
        subject: "Din beställning i torsdags",
        text: "Hej Elin!\n\nTack för att du hörde av dig. Maten ska vara varm när den kommer fram, och det var den inte. \
               Vi har bytt väskor på din linje och betalar tillbaka leveransen.\n\nVänliga hälsningar\nErik Nyström",
        agreed: false,
    },
    Letter {
        address: "omar.h@guests.example",
        kind: Kind::CaseSurvey,
        language: "ar",
        subject: "هل أفادك ما فعلناه؟",
        text: "عزيزي عمر،\n\nكتبت إلينا الأسبوع الماضي عن طول الانتظار. هل كانت زيارتك الأخيرة أفضل؟ تكفينا كلمة واحدة \
               ردًّا على هذه الرسالة.\n\nمع التحية\nسالم الكتبي",
        agreed: true,
    },
    Letter {
        address: "laleh@mizban.example",
        kind: Kind::Notice,
        language: "fa",
        subject: "شکایتی به شما سپرده شد",
        text: "لاله گرامی،\n\nیک شکایت از شعبهٔ ونک به شما سپرده شد. تا فردا ظهر مهلت پاسخ دارد.",
        agreed: false,
    },
];

/// What a guest got who had enough of it: her mail program reported it as spam.
const ENOUGH: Letter = Letter {
    address: "karin.w@guests.example",
    kind: Kind::CaseSurvey,
    language: "sv",
    subject: "Hjälpte det?",
    text: "Hej Karin!\n\nFörra veckan skrev du att kaffet var kallt. Har det blivit bättre sedan dess? Ett ord som svar \
           räcker.\n\nVänliga hälsningar\nErik Nyström",
    agreed: true,
};

/// What a colleague wrote to her all the same.
const TO_HER: Letter = Letter {
    address: ENOUGH.address,
    kind: Kind::CaseReply,
    language: "sv",
    subject: "Ditt besök i lördags",
    text: "Hej Karin!\n\nTack för dina ord om lördagen. Vi har bytt kaffemaskin, och nästa kopp bjuder vi på.\n\n\
           Vänliga hälsningar\nErik Nyström",
    agreed: false,
};

/// Mails that belong to no complaint.
const MAILS: [&str; 2] = [
    "From: Ida Berg <ida.b@guests.example>\r\nSubject: =?utf-8?Q?Gl=C3=B6mt_paraply?=\r\nMessage-ID: <1@guests.example>\r\n\
     Content-Type: text/plain; charset=utf-8\r\n\r\nHej! Jag glömde ett rött paraply hos er i går, vid fönstret. \
     Har någon hittat det?\r\n\r\nIda\r\n\r\nSkickat från min telefon\r\n",
    "From: Post <postmaster@guests.example>\r\nSubject: Away until Monday\r\nMessage-ID: <2@guests.example>\r\n\
     Auto-Submitted: auto-replied\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI am away until Monday.\r\n",
];

/// Writes them; again changes nothing.
pub async fn write(store: &Store, workspace: WorkspaceId) -> Result<()> {
    let txn = store.write().await?;
    for letter in LETTERS {
        post(&txn, workspace, &letter).await?;
    }
    txn.commit().await?;
    for mail in MAILS {
        let parsed = messages::parse(mail.as_bytes());
        messages::receive(store, Some(workspace), workspace, parsed, &Nobody).await?;
    }
    enough(store, workspace).await
}

/// She was asked whether it helped, and reported that; what is written to her since is held.
async fn enough(store: &Store, workspace: WorkspaceId) -> Result<()> {
    let txn = store.write().await?;
    let asked = post(&txn, workspace, &ENOUGH).await?;
    if asked.state == State::Queued {
        messages::sent_by_hand(&txn, workspace, asked.id.as_str()).await?;
    }
    txn.commit().await?;
    let asked = messages::find(store.reads(), workspace, asked.id.as_str()).await?;
    let report = format!(
        "From: Feedback <fbl@post.example>\r\nSubject: Abuse report\r\nMessage-ID: <3@post.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nA mail of yours was reported as spam.\r\n\
         --b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{}@mizban.example>\r\n\r\n--b--\r\n",
        asked.message_id
    );
    messages::receive(store, Some(workspace), workspace, messages::parse(report.as_bytes()), &Nobody).await?;
    let txn = store.write().await?;
    post(&txn, workspace, &TO_HER).await?;
    txn.commit().await
}

async fn post(txn: &Txn, workspace: WorkspaceId, letter: &Letter) -> Result<Posted> {
    let contact = ContactId::of_key(workspace, letter.address);
    if letter.agreed {
        consent::note(txn, workspace, &contact, Purpose::FollowUp, true, "survey:visit").await?;
    }
    let key = format!("demo:{}:{}", letter.kind.as_str(), letter.address);
    let new = NewMessage {
        key: &key,
        kind: letter.kind,
        contact: (letter.kind != Kind::Notice).then_some(&contact),
        address: letter.address,
        language: letter.language,
        subject: letter.subject,
        text: letter.text,
        thread: None,
        answers: None,
    };
    messages::send(txn, workspace, new).await
}
