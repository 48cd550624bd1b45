import Glibc

/// The two logarithms that learning needs.
enum Logarithm {
    /// Of a probability strictly between 0 and 1.
    static func odds(_ probability: Double) -> Double { log(probability / (1 - probability)) }

    static func natural(_ number: Double) -> Double { log(number) }
}
