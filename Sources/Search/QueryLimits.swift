/// What no query goes beyond.
enum QueryLimits {
    /// In bytes.
    static let length = 4_096
    static let nesting = 32
    /// Words, phrases and conditions.
    static let parts = 200
}
