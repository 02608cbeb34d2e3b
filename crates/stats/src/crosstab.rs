//! Two questions, or a question and an attribute, against each other.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use crate::share::wilson;
use crate::{Estimate, Z_95};

/// A residual beyond ± this is one that chance brings in one cell of twenty.
pub const RESIDUAL_MARKED: f64 = Z_95;

/// A table of counts, row by row. The counts may be sums of weights.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTab {
    counts: Vec<f64>,
    columns: usize,
    row_totals: Vec<f64>,
    column_totals: Vec<f64>,
    total: f64,
    /// 1 for counts; Kish's for sums of weights.
    design_effect: f64,
}

/// Whether rows and columns have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Association {
    /// Pearson's χ², divided by the design effect where answers are weighted.
    pub chi2: f64,
    pub freedom: u32,
    /// Probability of a table at least this uneven where rows and columns have nothing to do with each other.
    pub p: f64,
    /// How strong it is, 0 to 1: Cramér's V, corrected for chance.
    pub v: f64,
    /// Cells are too thin for `p` to be trusted: over a fifth expect fewer than 5, or one expects fewer than 1
    /// (Cochran, "Some Methods for Strengthening the Common χ² Tests", Biometrics 10:4, 1954).
    pub thin: bool,
}

impl CrossTab {
    /// A table with `columns` columns; nothing where the counts do not fill its rows, or are no counts.
    pub fn new(columns: usize, counts: &[u64]) -> Option<Self> {
        Self::weighted(columns, counts.iter().map(|count| *count as f64).collect(), 1.0)
    }

    /// The same from sums of weights, with the design effect of the weights ([`crate::WeightSums::design_effect`]).
    pub fn weighted(columns: usize, counts: Vec<f64>, design_effect: f64) -> Option<Self> {
        let fills = columns > 0 && counts.len().is_multiple_of(columns);
        if !fills || design_effect < 1.0 - 1e-9 || counts.iter().any(|count| !count.is_finite() || *count < 0.0) {
            return None;
        }
        let row_totals = counts.chunks(columns).map(|row| row.iter().sum()).collect();
        let column_totals = (0..columns).map(|column| counts.iter().skip(column).step_by(columns).sum()).collect();
        Some(Self { total: counts.iter().sum(), counts, columns, row_totals, column_totals, design_effect })
    }

    pub fn rows(&self) -> usize {
        self.row_totals.len()
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    pub fn count(&self, row: usize, column: usize) -> f64 {
        self.counts[row * self.columns + column]
    }

    pub fn row_total(&self, row: usize) -> f64 {
        self.row_totals[row]
    }

    pub fn column_total(&self, column: usize) -> f64 {
        self.column_totals[column]
    }

    pub fn total(&self) -> f64 {
        self.total
    }

    /// The cell's share of its row, 0 to 1, with its 95 % range; nothing for an empty row.
    pub fn row_share(&self, row: usize, column: usize) -> Option<Estimate> {
        self.part(self.count(row, column), self.row_totals[row])
    }

    /// The cell's share of its column.
    pub fn column_share(&self, row: usize, column: usize) -> Option<Estimate> {
        self.part(self.count(row, column), self.column_totals[column])
    }

    fn part(&self, count: f64, of: f64) -> Option<Estimate> {
        (of > 0.0).then(|| Estimate { value: count / of, range: Some(wilson(count / of, of / self.design_effect)) })
    }

    /// What the cell would hold if rows and columns had nothing to do with each other.
    pub fn expected(&self, row: usize, column: usize) -> f64 {
        if self.total > 0.0 { self.row_totals[row] * self.column_totals[column] / self.total } else { 0.0 }
    }

    /// How far the cell is from that, in standard errors: the adjusted standardised residual (Haberman, "The Analysis
    /// of Residuals in Cross-Classified Tables", Biometrics 29:1, 1973). Nothing where the row or the column is empty
    /// or all there is.
    pub fn residual(&self, row: usize, column: usize) -> Option<f64> {
        let expected = self.expected(row, column);
        let rest = |total: f64| 1.0 - total / self.total;
        let variance = expected * rest(self.row_totals[row]) * rest(self.column_totals[column]) * self.design_effect;
        (variance > 0.0).then(|| (self.count(row, column) - expected) / variance.sqrt())
    }

    /// Pearson's χ² without Yates's correction, over the rows and columns that hold anybody; nothing where those are
    /// fewer than two.
    ///
    /// V is Bergsma's ("A bias-correction for Cramér's V and Tschuprow's T", Journal of the Korean Statistical Society
    /// 42:3, 2013): the plain one grows with the number of cells even where nothing is there. Of weighted answers, χ²
    /// is divided by the design effect (Rao and Scott, "The Analysis of Categorical Data From Complex Sample Surveys",
    /// JASA 76, 1981, in its simplest form).
    pub fn association(&self) -> Option<Association> {
        let filled = |totals: &[f64]| (0..totals.len()).filter(|place| totals[*place] > 0.0).collect::<Vec<_>>();
        let (rows, columns) = (filled(&self.row_totals), filled(&self.column_totals));
        if rows.len() < 2 || columns.len() < 2 {
            return None;
        }
        let (mut chi2, mut small, mut tiny) = (0.0, 0, false);
        for row in &rows {
            for column in &columns {
                let expected = self.expected(*row, *column);
                chi2 += (self.count(*row, *column) - expected).powi(2) / expected;
                small += usize::from(expected / self.design_effect < 5.0);
                tiny |= expected / self.design_effect < 1.0;
            }
        }
        chi2 /= self.design_effect;
        let n = self.total / self.design_effect;
        let (r, c) = (rows.len() as f64, columns.len() as f64);
        let freedom = ((rows.len() - 1) * (columns.len() - 1)) as u32;
        Some(Association {
            chi2,
            freedom,
            p: chi2_p(chi2, freedom),
            v: corrected_v(chi2, n, r, c),
            thin: tiny || small * 5 > rows.len() * columns.len(),
        })
    }
}

fn corrected_v(chi2: f64, n: f64, r: f64, c: f64) -> f64 {
    if n <= 1.0 {
        return 0.0;
    }
    let phi2 = (chi2 / n - (r - 1.0) * (c - 1.0) / (n - 1.0)).max(0.0);
    let corrected = |k: f64| k - (k - 1.0).powi(2) / (n - 1.0);
    let least = corrected(r).min(corrected(c)) - 1.0;
    if least > 0.0 { (phi2 / least).sqrt().min(1.0) } else { 0.0 }
}

/// Probability of χ² at least this large by chance.
pub(crate) fn chi2_p(chi2: f64, freedom: u32) -> f64 {
    ChiSquared::new(f64::from(freedom)).map_or(1.0, |distribution| distribution.sf(chi2).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-5
    }

    fn table() -> CrossTab {
        CrossTab::new(3, &[20, 30, 10, 15, 45, 40, 5, 10, 25]).unwrap()
    }

    /// Computed independently with scipy and the formulas of the papers.
    #[test]
    fn three_by_three() {
        let association = table().association().unwrap();
        assert!(near(association.chi2, 25.309_641) && association.freedom == 4, "{association:?}");
        assert!((association.p - 4.358_804e-5).abs() < 1e-10 && !association.thin);
        assert!(near(association.v, 0.231_871), "{association:?}");
        let expected = [
            [3.086_067, 1.404_622, -3.984_095],
            [-1.767_767, 0.715_199, 0.730_297],
            [-1.325_825, -2.503_195, 3.651_484],
        ];
        for (row, values) in expected.iter().enumerate() {
            for (column, value) in values.iter().enumerate() {
                assert!(near(table().residual(row, column).unwrap(), *value), "{row} {column}");
            }
        }
        assert!(near(table().row_share(0, 1).unwrap().value, 0.5));
        assert!(near(table().column_share(0, 0).unwrap().value, 0.5));
    }

    /// χ² of a table of 2 × 2 by hand: n(ad − bc)² / ((a+b)(c+d)(a+c)(b+d)) = 100 · 500² / (40·60·35·65).
    #[test]
    fn two_by_two_without_correction() {
        let association = CrossTab::new(2, &[20, 20, 15, 45]).unwrap().association().unwrap();
        assert!(near(association.chi2, 100.0 * 600f64.powi(2) / (40.0 * 60.0 * 35.0 * 65.0)), "{association:?}");
    }

    #[test]
    fn thin_tables_say_so_and_empty_ones_say_nothing() {
        assert!(CrossTab::new(2, &[3, 1, 0, 2]).unwrap().association().unwrap().thin);
        assert_eq!(CrossTab::new(2, &[3, 0, 4, 0]).unwrap().association(), None);
        assert_eq!(CrossTab::new(2, &[0, 0]).unwrap().row_share(0, 0), None);
        assert!(CrossTab::new(2, &[1, 2, 3]).is_none() && CrossTab::new(0, &[]).is_none());
        // An empty row is left out: it says nothing about the others.
        let with = CrossTab::new(2, &[20, 20, 0, 0, 15, 45]).unwrap().association().unwrap();
        assert_eq!(Some(with), CrossTab::new(2, &[20, 20, 15, 45]).unwrap().association());
    }

    #[test]
    fn weights_weaken_what_is_found() {
        let counts = vec![20.0, 30.0, 10.0, 15.0, 45.0, 40.0, 5.0, 10.0, 25.0];
        let weighted = CrossTab::weighted(3, counts, 2.0).unwrap();
        let association = weighted.association().unwrap();
        assert!(near(association.chi2, 25.309_641 / 2.0) && association.p > 0.01);
        assert!(near(weighted.residual(0, 2).unwrap(), -3.984_095 / 2f64.sqrt()));
    }

    proptest! {
        /// With two rows and two columns every squared residual is χ².
        #[test]
        fn residuals_of_two_by_two_are_chi2(counts in prop::collection::vec(1u64..500, 4)) {
            let table = CrossTab::new(2, &counts).unwrap();
            let association = table.association().unwrap();
            for cell in 0..4 {
                let residual = table.residual(cell / 2, cell % 2).unwrap();
                prop_assert!((residual * residual - association.chi2).abs() < 1e-6 * association.chi2.max(1.0));
            }
            prop_assert!((0.0..=1.0).contains(&association.p) && (0.0..=1.0).contains(&association.v));
        }
    }
}
