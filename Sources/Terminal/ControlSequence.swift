/// A control sequence of ECMA-48 (`ESC [`, parameters, a final byte) as a terminal sends it.
struct ControlSequence: Equatable {
    /// One of `< = > ?` right after `ESC [`, or 0.
    var leader: UInt8 = 0
    /// Numbers; one left out is 0, and parts after a colon are left out.
    var parameters: [Int] = []
    var final: UInt8 = 0
    /// Bytes from ESC to the final one.
    var length = 0

    enum Parsed: Equatable {
        case complete(ControlSequence)
        case partial
        /// No such sequence; so many bytes of rubbish.
        case broken(length: Int)
    }

    private static let longest = 64
    private static let largestParameter = 99_999

    /// The sequence that `bytes`, which begins with `ESC [`, begins with.
    static func parse(_ bytes: ArraySlice<UInt8>) -> Parsed {
        var sequence = ControlSequence()
        var fields = Fields()
        for (offset, byte) in bytes.enumerated().dropFirst(2) {
            if offset >= longest { return .broken(length: offset) }
            switch byte {
            case 0x3C...0x3F: if offset == 2 { sequence.leader = byte }
            case 0x30...0x3B: fields.add(byte)
            case 0x20...0x2F: break
            // The Linux console sends `ESC [ [ A` for F1.
            case UInt8(ascii: "[") where offset == 2: sequence.leader = byte
            case 0x40...0x7E:
                sequence.parameters = fields.values
                sequence.final = byte
                sequence.length = offset + 1
                return .complete(sequence)
            case _: return .broken(length: offset)
            }
        }
        return .partial
    }

    /// The parameter at an index, or what stands for one that is missing.
    func parameter(_ index: Int, or missing: Int = 0) -> Int {
        index < parameters.count && parameters[index] > 0 ? parameters[index] : missing
    }

    /// Collects the numbers between semicolons.
    private struct Fields {
        var values: [Int] = []
        private var isInPart = false

        mutating func add(_ byte: UInt8) {
            if values.isEmpty { values.append(0) }
            switch byte {
            case UInt8(ascii: ";"):
                values.append(0)
                isInPart = false
            case UInt8(ascii: ":"): isInPart = true
            case _ where !isInPart:
                let last = values.count - 1
                values[last] = min(values[last] * 10 + Int(byte - 0x30), largestParameter)
            case _: break
            }
        }
    }
}
