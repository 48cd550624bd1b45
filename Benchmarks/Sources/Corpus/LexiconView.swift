/// The bytes of a lexicon's words while they are being written. Valid inside `Lexicon.withWords` only.
struct LexiconView {
    /// The longest that is ever written at once, over-long copies included.
    static let longest = 48

    let bytes: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>
    let inflections: UnsafeBufferPointer<Inflection>
    let endings: UnsafeBufferPointer<PackedEnding>

    /// Writes the word at `rank` with an ending chosen by the low four bits of `draw`. What is written to `target` beyond the
    /// returned end is to be written over.
    func write(_ rank: Int, draw: UInt64, to target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        let start = Int(starts[rank])
        let count = Int(starts[rank + 1]) - start
        let source = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + start)
        // Sixteen bytes at once are faster than a copy of just as many as there are.
        target.storeBytes(of: source.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
        if count > 16 {
            (target + 16).storeBytes(of: (source + 16).loadUnaligned(as: SIMD8<UInt8>.self), as: SIMD8<UInt8>.self)
        }
        let ending = endings[Int(inflections[rank].rawValue) * 16 + Int(draw & 15)]
        (target + count).storeBytes(of: ending.bytes, as: UInt64.self)
        return target + count + ending.count
    }
}
