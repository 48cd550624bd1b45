import TestSupport
import Testing

@testable import Text

@Suite struct LargeArrayTests {
    /// As an array of the standard library, through the limits where memory is taken anew and where it is mapped.
    @Test func itHoldsWhatAnArrayHolds() {
        var random = SplitMix64(seed: 11)
        var array = LargeArray<UInt32>()
        var model: [UInt32] = []
        while model.count < 600_000 {
            switch Int.random(in: 0..<40, using: &random) {
            case 0:
                let count = Int.random(in: 0...model.count, using: &random)
                let kept = model.count - min(model.count - count, 2_000)
                array.truncate(to: kept)
                model.removeSubrange(kept...)
            case 1...10:
                // What was cut off before is not seen again.
                let count = model.count + Int.random(in: 0..<3_000, using: &random)
                array.extend(to: count)
                model += Array(repeating: 0, count: count - model.count)
            case 11...30:
                let values = (0..<Int.random(in: 0..<5_000, using: &random)).map { _ in UInt32.random(in: 1...UInt32.max, using: &random) }
                values.withUnsafeBufferPointer { array.append(contentsOf: $0) }
                model += values
            default:
                let value = UInt32.random(in: 1...UInt32.max, using: &random)
                array.append(value)
                model.append(value)
                let place = Int.random(in: 0..<model.count, using: &random)
                array[place] = value
                model[place] = value
            }
            let count = array.count
            #expect(count == model.count)
        }
        let isSame = array.all.elementsEqual(model)
        #expect(isSame)
    }

    @Test(arguments: [0, 1, 1_000, 1 << 18, 3 << 18]) func zerosAreZeros(count: Int) {
        let array = LargeArray<UInt64>(zeros: count)
        let isZero = array.all.allSatisfy { $0 == 0 }
        let found = array.count
        #expect(found == count)
        #expect(isZero)
    }
}
