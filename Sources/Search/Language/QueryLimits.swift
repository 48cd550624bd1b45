/// What no query goes beyond.
enum QueryLimits {
    /// In bytes.
    static let length = 4_096
    static let nesting = 32
    /// Words, phrases and conditions.
    static let parts = 200
    /// The most words between the two sides of NEAR.
    static let distance = 100
    /// What NEAR means without a number.
    static let usualDistance = 10
    /// The most letters in which a word may differ.
    static let fuzziness = 2
}
