//! The exponential and the logarithm in nothing but additions, products and divisions, which every machine rounds
//! alike: training and reading give the same bits everywhere.

/// e to the power of `x`, to about 1e-14; 0 below -700, and that of 700 above it.
pub fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let x = x.min(700.0);
    let whole = (x * std::f64::consts::LOG2_E).round();
    let rest = x - whole * 0.693_147_180_369_123_8 - whole * 1.908_214_929_270_587_7e-10;
    // Taylor's series: |rest| is at most 0.35, so that the 13th term is below 1e-15.
    let mut sum = 1.0;
    for term in (1..=13).rev() {
        sum = 1.0 + sum * rest / f64::from(term);
    }
    sum * f64::from_bits(((whole as i64 + 1023) as u64) << 52)
}

/// The natural logarithm of a positive, finite, normal `x`, to about 1e-14.
pub fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let mut whole = (bits >> 52) as i64 - 1023;
    let mut part = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
    if part > std::f64::consts::SQRT_2 {
        part /= 2.0;
        whole += 1;
    }
    // ln(part) = 2 artanh(t); |t| is at most 0.172, so that the 10th term is below 1e-16.
    let t = (part - 1.0) / (part + 1.0);
    let square = t * t;
    let mut sum = 0.0;
    for term in (0..=10).rev() {
        sum = sum * square + 1.0 / f64::from(2 * term + 1);
    }
    whole as f64 * std::f64::consts::LN_2 + 2.0 * t * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_platform() {
        for step in -4000..4000 {
            let x = f64::from(step) * 0.171;
            let wanted = x.exp();
            assert!((exp(x) - wanted).abs() <= 1e-12 * wanted, "{x}");
            let y = f64::from(step + 4001) * 0.013;
            assert!((ln(y) - y.ln()).abs() <= 1e-12, "{y}");
        }
        assert_eq!((exp(0.0), ln(1.0), exp(-1e9)), (1.0, 0.0, 0.0));
    }
}
