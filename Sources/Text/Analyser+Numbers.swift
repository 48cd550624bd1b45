extension Analyser {
    /// `folded` without the commas of thousands, if it is a number written with them: `1,204` becomes `1204`.
    static func withoutThousands(_ folded: [UInt16]) -> [UInt16] {
        isInThousands(folded.count) { folded[$0] } ? folded.filter { $0 != 0x2C } : folded
    }

    /// The same in place; returns the new length.
    static func removeThousands(_ form: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
        guard isInThousands(count, at: { UInt16(form[$0]) }) else { return count }
        var kept = 0
        for index in 0..<count where form[index] != UInt8(ascii: ",") {
            form[kept] = form[index]
            kept += 1
        }
        return kept
    }

    /// One to three digits, then groups of a comma and three digits, then perhaps a dot and more digits.
    private static func isInThousands(_ count: Int, at unit: (Int) -> UInt16) -> Bool {
        var group = 0
        var groups = 0
        var index = 0
        while index < count, unit(index) != 0x2E {
            if unit(index) == 0x2C {
                guard groups == 0 ? (1...3).contains(group) : group == 3 else { return false }
                groups += 1
                group = 0
            } else {
                guard (0x30...0x39).contains(unit(index)) else { return false }
                group += 1
            }
            index += 1
        }
        guard groups > 0, group == 3 else { return false }
        return (min(index + 1, count)..<count).allSatisfy { (0x30...0x39).contains(unit($0)) }
    }
}
