/// A fast generator of random numbers with a fixed sequence for each seed: one wide multiplication a number (the mixing
/// step of Wang Yi's wyhash). An article costs some two thousand draws, which is why it is not `SplitMix64`.
struct CorpusRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A sequence of its own for every pair of seed and number.
    init(seed: UInt64, number: Int) {
        state = Self.mix(seed ^ 0x9E37_79B9_7F4A_7C15, UInt64(truncatingIfNeeded: number) &* 0xD1B5_4A32_D192_ED03 | 1)
    }

    static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }

    mutating func next() -> UInt64 {
        state &+= 0xA076_1D64_78BD_642F
        return Self.mix(state, state ^ 0xE703_7ED1_A0B4_28DB)
    }

    /// A number in 0..<1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in 0..<bound, for bounds below 2^32.
    mutating func number(below bound: Int) -> Int {
        Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }
}
