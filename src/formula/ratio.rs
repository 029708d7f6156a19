//! Fractions: what decimals and quotients are without an error.

/// A fraction in its lowest terms; its denominator is above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// A fraction; `None` if there is nothing to divide by, or it is too large.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        let common = common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs()).cast_signed();
        let common = common * denominator.signum();
        Some(Ratio { numerator: numerator / common, denominator: denominator / common })
    }

    /// The sum; `None` if it is too large.
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        let one = self.numerator.checked_mul(other.denominator)?;
        let two = other.numerator.checked_mul(self.denominator)?;
        Ratio::new(one.checked_add(two)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The product; `None` if it is too large.
    pub fn times(self, other: Ratio) -> Option<Ratio> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        Ratio::new(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    /// The same below zero.
    #[must_use]
    pub fn negative(self) -> Ratio {
        Ratio { numerator: -self.numerator, ..self }
    }

    /// One divided by it; `None` for nothing.
    pub fn inverse(self) -> Option<Ratio> {
        Ratio::new(self.denominator, self.numerator)
    }

    /// The nearest whole number, half up; also, is it below zero?
    pub(super) fn rounded(self) -> Option<(u128, bool)> {
        let denominator = self.denominator.unsigned_abs();
        let doubled = self.numerator.unsigned_abs().checked_mul(2)?.checked_add(denominator)?;
        Some((doubled / denominator.checked_mul(2)?, self.numerator < 0))
    }
}

fn common_divisor(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}
