//! What the chain's people wrote.

/// Words by which guests name bins, by language.
pub const BINS: [(&str, &[&str]); 4] = [
    ("en", &["bin", "trash"]),
    ("fa", &["سطل", "آشغال"]),
    ("ar", &["سلة", "الحاوي", "زبالة", "القمامة", "سلال"]),
    ("sv", &["sopt", "sopor", "sopk", "sopl", "tunna", "papperskorg", "avfall", "källsort"]),
];

pub const TEAM: &str = "Floor and hygiene";

/// Kind, at least, at most, where the figure is from.
pub const WORTH: [(&str, &str, &str, &str); 3] = [
    ("point", "3600", "6000", "Finance: sales of branches whose NPS rose or fell in the last two years"),
    ("retained_customer", "180", "260", "Loyalty programme: a year of a guest who comes back, less the food"),
    ("support_contact", "6", "9", "Guest service: hours by calls and mails"),
];

pub const PROBLEM: &str = "Guests near the bins rate cleanliness and the whole visit much lower than all others, and say why: \
    the bins smell and stand too close. In five branches they have stood between the tables since the building was opened.";
pub const WHYS: [(u8, &str); 5] = [
    (0, "The bins stand between the tables"),
    (1, "Staff clear tables faster when a bin is near"),
    (2, "The way to the back wall is blocked by the tray rack"),
    (1, "The floor plan shows tables, not bins"),
    (0, "The bins are open and are emptied only when they are full"),
];
pub const PLAN: &str = "Five branches go first. The tray rack moves beside the kitchen door, bins with lids go to the back wall, and \
    are emptied every two hours. The other branches are the comparison.";
pub const RISKS: &str = "Clearing a table takes longer at lunch; look at speed as well.";
pub const LESSON: &str = "Bins stand at the back wall, closed, and never within three metres of a table. Whoever opens the floor \
    checks it; the shift lead empties them every two hours.";
pub const GOAL: &str = "NPS of the five branches without bins at the tables";

/// What those are told who had said so, and everybody on the public page.
pub const TOLD: [(&str, &str); 4] = [
    (
        "en",
        "You told us that the bins stood too close to your table. In your restaurant they now stand at the back wall, with \
         lids, and are emptied every two hours.",
    ),
    (
        "fa",
        "به ما گفتید که سطل‌های زباله بیش از اندازه به میز شما نزدیک بودند. اکنون در همان رستوران، سطل‌ها با در بسته کنار دیوار \
         پشتی قرار دارند و هر دو ساعت خالی می‌شوند.",
    ),
    (
        "ar",
        "أخبرتمونا أن سلال المهملات كانت قريبة جدًّا من طاولتكم. أصبحت السلال في مطعمكم عند الجدار الخلفي، مغطّاةً، وتُفرَّغ كل \
         ساعتين.",
    ),
    (
        "sv",
        "Ni berättade att soptunnorna stod för nära ert bord. I er restaurang står de nu vid den bakre väggen, med lock, och \
         töms varannan timme.",
    ),
];

pub const CARDS_PROBLEM: &str =
    "Guests order the same five dishes. We think that pictures help them to find one that they like better.";
pub const CARDS_PLAN: &str = "Eight branches get cards with pictures of twenty dishes; satisfaction with the food is compared with \
    the other branches.";
pub const CARDS_WHY: &str = "The names of dishes say little to new guests";

pub const MINUTES: &str = "Bins: the five branches are clearly better than the others since the move. Some of the others have put bins beside \
    their tables meanwhile, so a part of the difference is theirs.\n\
    Menu cards: no effect on how guests rate the food can be seen, and there are enough answers to see one. We close it and print \
    no more; the cards that are there stay until they are worn.";
pub const DECISION: &str = "Cancel the second print run of the menu cards";

/// How somebody answers a complaint and closes it.
pub struct ReplyWords {
    pub language: &'static str,
    /// Who answers.
    pub by: &'static str,
    pub subject: &'static str,
    pub text: &'static str,
    pub cause: &'static str,
    pub action: &'static str,
}

pub const REPLIES: [ReplyWords; 4] = [
    ReplyWords {
        language: "en",
        by: "grace",
        subject: "The bins at your table",
        text: "Dear guest,\n\nthank you for telling us. Nobody should have to eat beside a bin, and I am sorry that you did. I have \
               passed it on: we are looking for a better place for them in this restaurant, and if you agreed to it, you will \
               hear from us when it is found.\n\nGrace Whitfield\nMizban Restaurants",
        cause: "Bins between the tables",
        action: "Apologised, passed on to the floor team",
    },
    ReplyWords {
        language: "sv",
        by: "erik",
        subject: "Soptunnorna vid ert bord",
        text: "Hej!\n\nTack för att ni berättade det. Ingen ska behöva äta bredvid en soptunna, och jag beklagar att ni fick göra \
               det. Jag har fört det vidare: vi söker en bättre plats åt dem i den här restaurangen.\n\nVänliga hälsningar\nErik \
               Nyström",
        cause: "Soptunnor mellan borden",
        action: "Bett om ursäkt och fört vidare till golvgruppen",
    },
    ReplyWords {
        language: "fa",
        by: "laleh",
        subject: "سطل‌های زباله کنار میز شما",
        text: "مهمان گرامی،\n\nاز این‌که به ما گفتید سپاسگزاریم. هیچ‌کس نباید کنار سطل زباله غذا بخورد و از بابت آن پوزش می‌خواهم. موضوع \
               را به همکاران سالن سپردم و در این رستوران در پی جای بهتری برای سطل‌ها هستیم.\n\nبا احترام\nلاله رحیمی",
        cause: "سطل‌ها میان میزها",
        action: "پوزش خواسته شد و به گروه سالن سپرده شد",
    },
    ReplyWords {
        language: "ar",
        by: "salem",
        subject: "سلال المهملات قرب طاولتكم",
        text: "ضيفنا الكريم،\n\nنشكركم على إخبارنا. لا ينبغي لأحد أن يأكل قرب سلة مهملات، ونعتذر عمّا حدث. نقلتُ الأمر إلى فريق الصالة، \
               ونبحث عن مكان أنسب لها في هذا المطعم.\n\nمع التحية\nسالم الكتبي",
        cause: "سلال بين الطاولات",
        action: "اعتذار، ونُقل الأمر إلى فريق الصالة",
    },
];
