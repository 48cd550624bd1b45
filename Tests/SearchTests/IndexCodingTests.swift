import TestSupport
import Testing

@testable import Search

@Suite struct IndexCodingTests {
    /// Values of XXH64 from its specification's test program: lengths around its stripes, two seeds.
    @Test func hashesAsSpecified() {
        #expect(hash([]) == 0xEF46_DB37_51D8_E999)
        #expect(hash(Array("a".utf8)) == 0xD24E_C4F1_A98C_6E5B)
        #expect(hash(Array("abc".utf8)) == 0x44BC_2CF5_AD77_0999)
        #expect(hash(Array("Nobody inspects the spammish repetition".utf8)) == 0xFBCE_A83C_8A37_8BF1)
    }

    private func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { XXHash64.hash($0) } }

    @Test(arguments: 0...32) func packsAnyWidth(width: Int) {
        var random = SplitMix64(seed: UInt64(width))
        for count in [0, 1, 2, 7, 8, 31, 127, 128, 129] {
            let values = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) & BitPacking.mask(width) }
            var writer = ByteWriter()
            values.withUnsafeBufferPointer { BitPacking.pack($0, width: width, into: &writer) }
            #expect(writer.count == BitPacking.byteCount(count, width: width))
            for _ in 0..<BitPacking.slack { writer.append(0xFF) }
            var unpacked = [UInt32](repeating: 0, count: count)
            var sums = unpacked
            let single = writer.bytes.withMemoryRebound(to: UInt8.self) { bytes -> [UInt32] in
                guard let base = bytes.baseAddress else { return [] }
                unpacked.withUnsafeMutableBufferPointer { target in
                    guard let target = target.baseAddress else { return }
                    BitPacking.unpack(base, count: count, width: width, into: target)
                }
                sums.withUnsafeMutableBufferPointer { target in
                    guard let target = target.baseAddress else { return }
                    BitPacking.unpackGaps(base, count: count, width: width, after: 5, into: target)
                }
                return (0..<count).map { BitPacking.value(at: $0, base, width: width) }
            }
            #expect(unpacked == values)
            #expect(single == values)
            var sum: UInt32 = 5
            #expect(sums == values.map { sum = sum &+ $0 &+ 1; return sum })
        }
    }

    @Test func writesNumbersOfAnySize() {
        var random = SplitMix64(seed: 1)
        var numbers: [UInt64] = [0, 1, 127, 128, .max]
        for bits in 0..<64 { numbers.append(random.next() >> UInt64(bits)) }
        var writer = ByteWriter(capacity: 1)
        for number in numbers {
            writer.append(varint: number)
            writer.append(signedVarint: Int64(bitPattern: number))
            writer.append(number: number)
        }
        var reader = ByteReader(writer.bytes)
        for number in numbers {
            #expect(reader.varint() == number)
            #expect(reader.signedVarint() == Int64(bitPattern: number))
            #expect(reader.number() == number)
        }
        #expect(reader.remaining == 0 && !reader.isDamaged)
        #expect(reader.varint() == 0 && reader.isDamaged)
    }

    @Test func roundsLengthsDown() {
        var last = 0
        for length in 0..<600_000 {
            let code = Int(LengthCode.encode(length))
            #expect(code == last || code == last + 1)
            last = code
            guard length < 507_904 else { continue }
            let decoded = LengthCode.decode(UInt8(code))
            #expect(decoded <= length && length - decoded <= length / 16)
            if decoded == length { #expect(LengthCode.encode(decoded) == code) }
        }
        #expect(last == 255)
    }

    @Test func boundsImpacts() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<20_000 {
            let x = Float.random(in: 0...50, using: &random)
            #expect(ImpactCode.decode(ImpactCode.encode(x)) >= x)
            let y = x * Float.random(in: 0...1, using: &random)
            #expect(ImpactCode.encode(y) <= ImpactCode.encode(x))
        }
        #expect(ImpactCode.encode(0) == 0 && ImpactCode.decode(0) == 0)
        #expect(ImpactCode.encode(.infinity) == 65_535)
    }

    @Test func addsCountsFieldByField() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<5_000 {
            let left = FieldCounts(bits: random.next() & random.next() & 0x00FF_FFFF_FFFF_FFFF)
            let right = FieldCounts(bits: random.next() & 0x00FF_FFFF_FFFF_FFFF)
            let sum = left.adding(right)
            for field in IndexField.allCases { #expect(sum[field] == min(255, left[field] + right[field])) }
            #expect(Int(sum.total) == IndexField.allCases.reduce(0) { $0 + sum[$1] })
        }
    }
}
