import TestSupport

/// Text of all kinds, hostile kinds over-represented.
struct RandomText {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    private static let scalars: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x20...0x7E, 0x00...0x1F, 0x7F...0xFF, 0x100...0x2FF, 0x300...0x36F, 0x391...0x3FF, 0x400...0x52F,
        0x591...0x5F4, 0x600...0x6FF, 0x900...0x97F, 0xE01...0xE5B, 0x1100...0x11FF, 0x200B...0x200F, 0x2010...0x2064,
        0x2190...0x22FF, 0x2460...0x27BF, 0x3041...0x30FF, 0x4E00...0x4E20, 0xAC00...0xAC40, 0xFE00...0xFE0F, 0xFF01...0xFF60,
        0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F3FB...0x1F3FF, 0x200D...0x200D, 0xFE0F...0xFE0F, 0xE0020...0xE007F, 0x300...0x301,
    ]

    mutating func next(_ counts: ClosedRange<Int>) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: counts, using: &random) {
            let range = RandomText.scalars[Int.random(in: 0..<RandomText.scalars.count, using: &random)]
            text.append(Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "?")
        }
        return String(text)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
