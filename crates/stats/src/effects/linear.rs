//! Least squares over few columns.

use nalgebra::{DMatrix, DVector};

/// What is left of a column once the earlier ones are known, below which it tells nothing of its own.
const COLLINEAR: f64 = 1e-9;

/// A regression by ordinary least squares.
#[derive(Clone, Debug)]
pub(crate) struct Fit {
    pub beta: DVector<f64>,
    /// (XᵀX)⁻¹.
    pub bread: DMatrix<f64>,
    pub residuals: DVector<f64>,
    /// Σ residual².
    pub squares: f64,
    /// ln |XᵀX|.
    pub volume: f64,
    /// Rows less columns, above 0.
    pub freedom: f64,
}

/// By QR (Golub and Van Loan, "Matrix Computations", section 5.3). None with no more rows than columns, or where a column
/// is determined by others.
pub(crate) fn least_squares(x: &DMatrix<f64>, y: &DVector<f64>) -> Option<Fit> {
    if x.nrows() <= x.ncols() {
        return None;
    }
    let qr = x.clone().qr();
    let r = qr.r();
    let collinear = |at: usize| r[(at, at)].abs() <= COLLINEAR * x.column(at).norm();
    if (0..x.ncols()).any(collinear) {
        return None;
    }
    let inverse = r.solve_upper_triangular(&DMatrix::identity(x.ncols(), x.ncols()))?;
    let beta = &inverse * (qr.q().transpose() * y);
    let residuals = y - x * &beta;
    let volume = 2.0 * (0..x.ncols()).map(|at| r[(at, at)].abs().ln()).sum::<f64>();
    let squares = residuals.norm_squared();
    let freedom = (x.nrows() - x.ncols()) as f64;
    Some(Fit { beta, bread: &inverse * inverse.transpose(), residuals, squares, volume, freedom })
}

/// The variance of `contrast`ᵀβ under autocorrelated errors (Newey and West, "A Simple, Positive Semi-definite,
/// Heteroskedasticity and Autocorrelation Consistent Covariance Matrix", Econometrica 55, 1987), Bartlett weights over
/// `lags`, with the factor n / (n − k).
pub(crate) fn newey_west(x: &DMatrix<f64>, fit: &Fit, contrast: &DVector<f64>, lags: usize) -> f64 {
    let rows = x.nrows();
    let direction = &fit.bread * contrast;
    let score: Vec<f64> = (0..rows).map(|row| (x.row(row) * &direction)[0] * fit.residuals[row]).collect();
    let product = |lag: usize| (lag..rows).map(|row| score[row] * score[row - lag]).sum::<f64>();
    let weighed = (1..=lags.min(rows - 1)).map(|lag| 2.0 * (1.0 - lag as f64 / (lags as f64 + 1.0)) * product(lag));
    (product(0) + weighed.sum::<f64>()) * rows as f64 / fit.freedom
}
