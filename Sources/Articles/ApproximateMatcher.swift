/// Finds a pattern in a text with at most so many errors (a byte changed, left out or put in), by Myers' bit-parallel
/// algorithm in blocks of 64 rows (J. ACM 46(3), 1999; the blocks after Hyyrö, «A bit-vector algorithm for computing
/// Levenshtein and Damerau edit distances», 2003).
struct ApproximateMatcher {
    private static let width = 64

    /// What is known of 64 rows after a column: where the distance grows by one downwards, and where it falls.
    private struct Block {
        var up = ~UInt64(0)
        var down: UInt64 = 0
    }

    private let count: Int
    private let blockCount: Int
    /// For each byte, where it stands in the pattern; one word a block.
    private var masks: [UInt64]

    /// `pattern` must not be empty.
    init(_ pattern: [UInt8]) {
        count = pattern.count
        blockCount = (pattern.count + Self.width - 1) / Self.width
        masks = [UInt64](repeating: 0, count: 256 * blockCount)
        for (row, byte) in pattern.enumerated() {
            masks[Int(byte) * blockCount + row / Self.width] |= 1 << UInt64(row % Self.width)
        }
    }

    /// The work of going through a text, in steps of one block.
    func work(_ length: Int) -> Int { length * blockCount }

    /// Calls `body` with the number of bytes taken so far and the least distance of the pattern from any stretch that ends
    /// there; `isAnchored` has the stretch begin at the first byte. Until `body` returns false. Costs a step for each byte
    /// and block.
    func scan(_ text: some Collection<UInt8>, isAnchored: Bool = false, _ body: (_ end: Int, _ distance: Int) -> Bool) {
        var blocks = [Block](repeating: Block(), count: blockCount)
        var distance = count
        let last = UInt64(1) << UInt64((count - 1) % Self.width)
        var end = 0
        masks.withUnsafeBufferPointer { masks in
            blocks.withUnsafeMutableBufferPointer { blocks in
                for byte in text {
                    end += 1
                    var carry = isAnchored ? 1 : 0
                    for index in 0..<blockCount {
                        let high = index == blockCount - 1 ? last : 1 << 63
                        carry = Self.advance(&blocks[index], masks[Int(byte) * blockCount + index], carry, high)
                    }
                    distance += carry
                    guard body(end, distance) else { return }
                }
            }
        }
    }

    /// One column of one block: takes the difference at its upper edge, gives the one at the row of `high`.
    @inline(__always)
    private static func advance(_ block: inout Block, _ mask: UInt64, _ carry: Int, _ high: UInt64) -> Int {
        let vertical = mask | block.down
        let equal = carry < 0 ? mask | 1 : mask
        let horizontal = (((equal & block.up) &+ block.up) ^ block.up) | equal
        var up = block.down | ~(horizontal | block.up)
        var down = block.up & horizontal
        let result = up & high != 0 ? 1 : (down & high != 0 ? -1 : 0)
        up = up << 1 | (carry > 0 ? 1 : 0)
        down = down << 1 | (carry < 0 ? 1 : 0)
        block.up = down | ~(vertical | up)
        block.down = up & vertical
        return result
    }
}
