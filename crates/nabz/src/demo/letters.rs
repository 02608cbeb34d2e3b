//! What the chain writes to guests these days, and what guests write back. Without a mail server it waits to be sent by hand.

use act::messages::consent;
use act::messages::{self, Kind, NewMessage, Nobody, Purpose};
use kernel::{ContactId, Result, WorkspaceId};
use store::Store;

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
        let contact = ContactId::of_key(workspace, letter.address);
        if letter.agreed {
            consent::note(&txn, workspace, &contact, Purpose::FollowUp, true, "survey:visit").await?;
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
        messages::send(&txn, workspace, new).await?;
    }
    txn.commit().await?;
    for mail in MAILS {
        let parsed = messages::parse(mail.as_bytes());
        messages::receive(store, Some(workspace), workspace, parsed, &Nobody).await?;
    }
    Ok(())
}
