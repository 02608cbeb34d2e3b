//! English.

use super::{Topic, Words};

pub static WORDS: Words = Words {
    praise: &[
        "lovely {meal}", "really nice {meal}", "our favourite place in town", "always a pleasure", "can't fault it",
        "best {meal} we have had in a while", "exactly what we needed", "spot on as usual", "great as always",
        "full marks", "wonderful from start to finish", "top notch", "just like home cooking",
    ],
    regret: &[
        "not what we are used to here", "disappointing this time", "I expected more", "this used to be better",
        "not a good {meal}", "sadly not up to standard", "a let-down", "it has gone downhill",
    ],
    shrug: &[
        "it was okay", "fine, nothing special", "decent but not memorable", "average", "good enough for a quick {meal}",
        "all right on the whole", "does the job", "same as ever",
    ],
    topics: &[
        (Topic::Food, FOOD_GOOD, FOOD_BAD),
        (Topic::Staff, STAFF_GOOD, STAFF_BAD),
        (
            Topic::Wait,
            &[
                "the food came quickly", "we hardly waited", "everything was on the table minutes after we sat down",
                "fast even with a full house", "no waiting at all", "starters arrived almost at once",
            ],
            &[
                "we waited {n} minutes for our food", "it took {n} minutes before anyone took our order",
                "our mains came {n} minutes after the starters", "everything was very slow",
                "we had to ask three times for the bill", "tables that came after us were served first",
                "the kitchen forgot our order", "it took ages to get a drink",
            ],
        ),
        (
            Topic::Pickup,
            &["my order was ready when I came", "in and out in five minutes", "quick at the counter", "pick-up was smooth"],
            &[
                "I waited {n} minutes for a takeaway I had ordered ahead", "my order was not ready at the time they gave me",
                "nobody at the counter knew where my order was", "pick-up was a muddle",
            ],
        ),
        (
            Topic::Price,
            &["good value", "fair prices for what you get", "big portions for the money", "worth every penny"],
            &[
                "the prices have gone up again", "it has become too expensive", "the new prices are hard to justify",
                "portions are smaller and prices higher", "the kebab costs far more than in spring",
                "it is getting dear for a family of four", "not worth the new price",
            ],
        ),
        (
            Topic::Mood,
            &[
                "the room is so cosy", "lovely music and not too loud", "a calm place to talk", "beautiful tiles and warm light",
                "great place for a birthday",
            ],
            &[
                "it was so loud that we could hardly talk", "the music was far too loud", "there was a draught from the door",
                "we were squeezed in at a tiny table", "the chairs were wobbly", "it was freezing by the entrance",
            ],
        ),
        (
            Topic::Clean,
            &["everything was spotless", "very clean", "the tables were wiped right away", "even the toilets were clean"],
            &[
                "our table was sticky", "the floor was dirty", "there were crumbs on the seats", "the cutlery had stains",
                "the toilets needed a clean", "the menu was greasy", "my glass had lipstick on it",
            ],
        ),
        (Topic::Bins, &[], BINS),
        (
            Topic::Till,
            &["the second till makes lunch so much faster", "hardly any queue at lunch now", "quick at lunch now, at last"],
            &[
                "the queue at lunch is endless", "one till for the whole lunch crowd is not enough",
                "half my lunch break went on queueing", "I stood {n} minutes in the lunch queue", "lunch is far too slow",
                "they need a second till at lunch", "the food was cold by the time we got to pay",
            ],
        ),
        (
            Topic::Tip,
            &["ordering in the app was easy"],
            &[
                "the app asks for a tip before the food has even arrived", "I don't see why I have to tip in the app before eating",
                "the tip screen in the app is pushy", "a tip was already ticked in the app",
                "I had to search for the no tip button in the app", "the app adds a tip unless you notice",
                "being asked to tip up front in the app feels wrong",
            ],
        ),
        (
            Topic::Driver,
            &[
                "the driver was very friendly", "a kind driver who called ahead", "the driver waited while I came down",
                "polite driver, even in the rain",
            ],
            &[
                "the driver was rude to me", "the driver shouted at me on the phone", "the driver threw the bag at my door",
                "the driver refused to come up and hung up on me", "very unfriendly driver",
                "the driver complained that I live on the fourth floor",
            ],
        ),
        (
            Topic::Late,
            &["it came earlier than promised", "right on time", "here in under half an hour, great", "I could follow it in the app"],
            &[
                "it came {n} minutes late", "we waited over an hour", "the time in the app kept moving",
                "{meal} was late again", "it arrived long after the promised time",
            ],
        ),
        (
            Topic::Heat,
            &["the food was still hot", "the rice was steaming when I opened it", "warm bread, what a treat"],
            &["the {dish} was cold", "everything was lukewarm", "the bread had gone soft and cold", "I had to heat it all up again"],
        ),
        (
            Topic::Packing,
            &["well packed", "nothing had leaked", "nice paper boxes without plastic"],
            &["the sauce had leaked all over the bag", "the salad was squashed", "too much plastic", "the soup lid had come off"],
        ),
        (
            Topic::Order,
            &["everything I ordered was there", "they even remembered the extra lime"],
            &["the drinks were missing", "I got someone else's order", "they forgot the rice", "no cutlery although I asked for it"],
        ),
    ],
    farewell: &[
        "see you next week", "we will be back", "thank you", "recommended to all our friends", "back soon with the family",
        "keep it up", "please say thanks to the kitchen",
    ],
    warning: &[
        "please do something about it", "we will think twice next time", "that has to change", "I hope you fix this",
        "a pity, we liked coming here", "please take this seriously", "we will try another place next time",
    ],
    and: &[" and ", " and ", ", and ", "; ", ". Also, "],
    but: &[" but ", " but ", ", but ", ", but sadly ", ", though ", ". However, "],
    asides: &[
        "Please bring back the pistachio ice cream.", "A bigger children's menu would be nice.", "More dishes without meat, please.",
        "Parking was hard to find.", "Could you open earlier on Sundays?", "The QR menu is easy to use.",
        "I would love the recipe of the saffron syrup.", "A high chair would help.", "Please offer oat milk for the coffee.",
        "Do you take bookings for twelve?", "The loyalty points never showed up.", "The new plates are beautiful.",
    ],
    work_good: &[
        "The new rota, known two weeks ahead, is a big help.", "We help each other on the floor.", "Keep the staff meal, it is great.",
        "My shift lead listens.", "Good that we close earlier on Mondays now.", "The training on the new grill was useful.",
    ],
    work_bad: &[
        "Too few people on Friday nights.", "The rota comes too late to plan anything.", "The dishwasher breaks every week.",
        "Guests complain to us about the bins and we cannot do anything.", "We need a second person on drinks.",
        "Breaks are skipped when it is busy.", "The kitchen is far too hot.", "Pay for late shifts.",
    ],
    dishes: &["kebab", "lamb stew", "saffron rice", "chicken", "lentil soup", "aubergine dip", "flatbread", "grilled trout"],
    lunch: "lunch",
    dinner: "dinner",
    digits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
};

const FOOD_GOOD: &[&str] = &[
    "the {dish} was delicious", "the food was excellent", "the {dish} is the best in town", "everything tasted fresh",
    "the food was wonderful", "I loved the {dish}", "the {dish} was cooked to perfection", "generous portions and great flavour",
    "the bread came straight from the oven", "the food is always good",
];

const FOOD_BAD: &[&str] = &[
    "the {dish} was dry", "the {dish} was cold", "the food was bland", "the {dish} was far too salty", "the {dish} was overcooked",
    "half of the menu was sold out", "the {dish} was not what I ordered", "portions have become tiny", "the {dish} tasted of nothing",
];

const STAFF_GOOD: &[&str] = &[
    "the staff were so kind", "friendly service", "our waiter was lovely with the children", "we were looked after very well",
    "the staff remembered us", "such a warm welcome", "attentive without being pushy", "the people there always smile",
    "the waiter gave great advice",
];

const STAFF_BAD: &[&str] = &[
    "nobody greeted us", "the staff seemed stressed", "the waiter ignored us", "nobody came to ask if all was well",
    "the service was careless", "we felt rushed out", "our waiter forgot the drinks twice", "the staff were chatting while we waited",
    "no apology when I said something was wrong",
];

const BINS: &[&str] = &[
    "the bins stand right next to our table", "the bin was almost touching our chairs",
    "we sat beside the bins and could smell them all through {meal}", "they have moved the bins next to the tables",
    "the smell from the bin put us off our food", "our table was by the bins and it smelled",
    "staff kept scraping plates into the bin next to us", "the rubbish bin was an arm's length from our plates",
    "I don't understand why the bins are beside the tables", "you can smell the bins while you eat",
    "flies came from the bin to our table", "the lid of the bin next to us kept banging",
    "the bin at our table was overflowing", "it is not nice to eat with a bin behind your back",
    "the bins are far too close to the tables", "there never used to be bins next to the tables",
    "we asked to move because of the bin beside our table", "the seats next to the bins should not be used",
    "our little one kept touching the bin, it was that close", "I was looking at other people's leftovers in the bin while eating",
    "there was a whiff of old food from the bins the whole time", "sitting next to the trash was not pleasant",
    "the recycling bins are practically at the table", "nobody wants {meal} next to a rubbish bin",
    "the waste bins have come much too near where people eat", "we moved tables to get away from the bin",
];
