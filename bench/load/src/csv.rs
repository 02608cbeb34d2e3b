//! Writes a big CSV of responses, the same for the same seed, and what any engine must find in it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use anyhow::Context as _;
use serde_json::json;

use crate::random::Random;

/// 2024-01-01 and 2026-01-01 UTC, in seconds since 1970: 24 months.
const FIRST: u64 = 1_704_067_200;
const LAST: u64 = 1_767_225_600;

const BRANCHES: usize = 40;
const PLANS: [&str; 4] = ["free", "basic", "pro", "business"];
const COUNTRIES: [&str; 6] = ["SE", "IR", "AE", "DE", "GB", "US"];
const CHANNELS: [&str; 4] = ["email", "link", "qr", "kiosk"];
/// English twice: half of the texts.
const LANGUAGES: [(&str, [&str; 4]); 5] = [
    (
        "en",
        [
            "The tables were not clean, and nobody came.",
            "Quick and friendly, we will be back.",
            "Too long a wait at the till.",
            "Good value for money, fair portions.",
        ],
    ),
    (
        "fa",
        [
            "میزها تمیز نبود و کسی رسیدگی نکرد.",
            "برخورد کارکنان بسیار خوب بود.",
            "زمان انتظار خیلی طولانی بود.",
            "کیفیت غذا عالی بود، ممنون.",
        ],
    ),
    ("ar", ["الطاولات لم تكن نظيفة.", "خدمة سريعة وموظفون لطفاء.", "الانتظار طويل جدا.", "الطعام لذيذ والسعر مناسب."]),
    (
        "sv",
        [
            "Borden var inte rena, och ingen kom.",
            "Snabbt och vänligt, vi kommer tillbaka.",
            "För lång väntan i kassan.",
            "Prisvärt och goda portioner.",
        ],
    ),
    (
        "en",
        [
            "It was fine.",
            "They said \"\"five minutes\"\"; it took thirty.",
            "Great staff, cold coffee.",
            "Nothing to complain about.",
        ],
    ),
];

#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many answers the file holds, give or take the last row.
    #[arg(long)]
    answers: u64,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, value_enum, default_value_t = Shape::Nps)]
    shape: Shape,
    #[arg(long)]
    out: PathBuf,
    /// Also write `month,branch,count,promoters,detractors` of the NPS scores: the answer sheet for queries.
    #[arg(long)]
    expected: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, clap::ValueEnum)]
enum Shape {
    /// One NPS score a row and a text in every tenth, with six attributes and columns about the visit.
    Nps,
    /// One NPS score and four ratings from 1 to 5 a row.
    Ratings,
}

/// Responses, promoters (9, 10) and detractors (0 to 6) of one month and branch.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Cell {
    count: u64,
    promoters: u64,
    detractors: u64,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let file = File::create(&args.out).with_context(|| format!("cannot create {}", args.out.display()))?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    let (answers, rows, cells) = write(args, &mut out)?;
    out.flush()?;
    let bytes = args.out.metadata()?.len();
    if let Some(path) = &args.expected {
        write_expected(&cells, &mut BufWriter::new(File::create(path)?))?;
    }
    let report = json!({"rows": rows, "answers": answers, "bytes": bytes});
    writeln!(std::io::stdout().lock(), "{report}")?;
    Ok(())
}

type Cells = BTreeMap<(String, usize), Cell>;

fn write(args: &Args, out: &mut impl Write) -> anyhow::Result<(u64, u64, Cells)> {
    let mut random = Random::new(args.seed);
    let mut cells = Cells::new();
    let (header, rows) = match args.shape {
        Shape::Nps => ("id,time,score,why,branch,plan,country,channel,language", args.answers * 10 / 11),
        Shape::Ratings => ("id,time,score,food,staff,speed,cleanliness,branch,channel", args.answers / 5),
    };
    writeln!(out, "{header}")?;
    let mut answers = 0;
    for row in 0..rows {
        let seconds = FIRST + (LAST - FIRST) * row / rows.max(1);
        let (branch, time) = (random.below(BRANCHES as u64) as usize, timestamp(seconds));
        let score = score(&mut random, branch);
        count(&mut cells, &time[..7], branch, score);
        let channel = random.pick(&CHANNELS);
        if args.shape == Shape::Ratings {
            let mut rating = || 1 + random.below(5);
            let (food, staff, speed, clean) = (rating(), rating(), rating(), rating());
            writeln!(out, "r{row:08},{time},{score},{food},{staff},{speed},{clean},Branch {branch:02},{channel}")?;
            answers += 5;
            continue;
        }
        let (plan, country, (language, texts)) =
            (random.pick(&PLANS), random.pick(&COUNTRIES), random.pick(&LANGUAGES));
        write!(out, "r{row:08},{time},{score},")?;
        if row % 10 == 3 {
            write!(out, "\"{}\"", random.pick(texts))?;
            answers += 1;
        }
        writeln!(out, ",Branch {branch:02},{plan},{country},{channel},{language}")?;
        answers += 1;
    }
    Ok((answers, rows, cells))
}

/// Like real scores: mostly high, some very low, and branches that differ.
fn score(random: &mut Random, branch: usize) -> u64 {
    const TYPICAL: [u64; 16] = [0, 2, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10];
    let score = *random.pick(&TYPICAL);
    let unlucky = random.below(100) < branch as u64;
    if unlucky { score.saturating_sub(3) } else { score }
}

fn count(cells: &mut Cells, month: &str, branch: usize, score: u64) {
    let cell = match cells.get_mut(&(month.to_owned(), branch)) {
        Some(cell) => cell,
        None => cells.entry((month.to_owned(), branch)).or_default(),
    };
    cell.count += 1;
    cell.promoters += u64::from(score >= 9);
    cell.detractors += u64::from(score <= 6);
}

fn write_expected(cells: &Cells, out: &mut impl Write) -> anyhow::Result<()> {
    writeln!(out, "month,branch,count,promoters,detractors")?;
    for ((month, branch), cell) in cells {
        writeln!(out, "{month},Branch {branch:02},{},{},{}", cell.count, cell.promoters, cell.detractors)?;
    }
    Ok(out.flush()?)
}

/// `2024-01-31T23:59:59Z`. Days to a date after Howard Hinnant, "chrono-compatible low-level date algorithms".
fn timestamp(seconds: u64) -> String {
    let (days, of_day) = (seconds / 86_400 + 719_468, seconds % 86_400);
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(answers: u64, shape: Shape) -> Args {
        Args { answers, seed: 7, shape, out: PathBuf::new(), expected: None }
    }

    #[test]
    fn dates_are_right_around_a_leap_day() {
        assert_eq!(timestamp(FIRST), "2024-01-01T00:00:00Z");
        assert_eq!(timestamp(1_709_251_199), "2024-02-29T23:59:59Z");
        assert_eq!(timestamp(1_709_251_200), "2024-03-01T00:00:00Z");
        assert_eq!(timestamp(LAST), "2026-01-01T00:00:00Z");
    }

    #[test]
    fn the_file_holds_what_its_answer_sheet_says() -> anyhow::Result<()> {
        let mut bytes = Vec::new();
        let (answers, rows, cells) = write(&args(1100, Shape::Nps), &mut bytes)?;
        let text = String::from_utf8(bytes)?;
        assert_eq!((answers, rows, text.lines().count()), (1100, 1000, 1001));
        assert_eq!(text.lines().filter(|line| line.contains('"')).count(), 100);
        let promoters = text.lines().skip(1).filter(|line| matches!(line.split(',').nth(2), Some("9" | "10"))).count();
        assert_eq!(cells.values().map(|cell| cell.promoters).sum::<u64>(), promoters as u64);
        assert_eq!(cells.values().map(|cell| cell.count).sum::<u64>(), 1000);
        Ok(())
    }

    #[test]
    fn the_same_seed_writes_the_same_file() -> anyhow::Result<()> {
        let (mut one, mut two) = (Vec::new(), Vec::new());
        write(&args(500, Shape::Ratings), &mut one)?;
        write(&args(500, Shape::Ratings), &mut two)?;
        assert_eq!(one, two);
        Ok(())
    }
}
