/// Finds the sentence boundaries of UAX 29 in text of Latin and Cyrillic letters and common punctuation, without ICU.
///
/// In such text a sentence can end only at a full stop, `!`, `?` or a line break, so all other bytes are stepped over.
/// What else decides stands right behind the mark, and for a full stop up to the next letter (rules SB3 to SB11). Where a
/// sign stands that is not known here, the scanner stops and says where: ``Segmentation`` asks ICU about that stretch.
/// No rule looks back over a boundary, so that each of the two can go on where the other ended.
struct SentenceScanner {
    enum Outcome: Hashable {
        /// A sentence ends here.
        case boundary(Int)
        /// What stands here is not known, and may decide where the sentence ends.
        case obstacle(Int)
    }

    /// What a scalar is to the rules.
    private enum Unit: UInt8 {
        case other, lower, upper, digit, close, blank, fullStop, mark, carriageReturn, lineFeed, separator
        /// `,`, `-`, `:` and dashes: the sentence goes on.
        case goesOn
        /// Not known behind a mark: versions of the standard differ.
        case unsettled
        /// Not known anywhere.
        case unknown
    }

    private static let ascii: [Unit] = (0..<128).map { unit(ofASCII: $0) }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let units: [Unit]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        units = Self.ascii
    }

    /// The first boundary behind `start`, which is a boundary and lies before the end.
    func next(after start: Int) -> Outcome {
        units.withUnsafeBufferPointer { units in
            var offset = start
            while let stop = nextStop(from: offset, units) {
                switch unit(at: stop) {
                case .carriageReturn, .lineFeed, .separator: return .boundary(endOfBreak(at: stop))
                case .fullStop:
                    if let outcome = behindMark(at: stop, from: start, isFullStop: true, &offset) { return outcome }
                case .mark:
                    if let outcome = behindMark(at: stop, from: start, isFullStop: false, &offset) { return outcome }
                case .other, .lower, .upper, .digit, .close, .blank, .goesOn, .unsettled:
                    offset = stop + length(at: stop)
                case .unknown: return .obstacle(stop)
                }
            }
            return .boundary(bytes.count)
        }
    }

    /// The next place from `offset` on that must be looked at: a mark, a line break, or what is not a plain letter.
    @inline(__always)
    private func nextStop(from offset: Int, _ units: UnsafeBufferPointer<Unit>) -> Int? {
        var offset = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                let unit = units[Int(byte)].rawValue
                if unit >= Unit.fullStop.rawValue, unit <= Unit.separator.rawValue { return offset }
                offset += 1
            } else if Self.leadsLetter(byte) {
                offset += 2
            } else {
                return offset
            }
        }
        return nil
    }

    /// Whether `byte` begins a scalar of U+00C0 to U+027F or U+0400 to U+047F: letters, and the signs for times and over.
    @inline(__always)
    private static func leadsLetter(_ byte: UInt8) -> Bool { byte &- 0xC3 < 7 || byte &- 0xD0 < 2 }

    /// What follows from the mark at `mark`. Nothing, and in `offset` where to go on, if the sentence does not end there.
    private func behindMark(at mark: Int, from start: Int, isFullStop: Bool, _ offset: inout Int) -> Outcome? {
        var place = mark + 1
        offset = place
        if isFullStop, place < bytes.count {
            switch unit(at: place) {
            case .digit: return nil
            case .upper:
                let before = unit(before: mark, from: start)
                if before == .unknown { return .obstacle(mark) }
                if before == .lower || before == .upper { return nil }
            case .unknown: return .obstacle(place)
            default: break
            }
        }
        place = skip(.close, from: place)
        place = skip(.blank, from: place)
        offset = place
        guard place < bytes.count else { return .boundary(place) }
        switch unit(at: place) {
        case .unknown, .unsettled: return .obstacle(place)
        case .carriageReturn, .lineFeed, .separator: return .boundary(endOfBreak(at: place))
        case .goesOn, .fullStop, .mark: return nil
        case .other, .lower, .upper, .digit, .close, .blank: break
        }
        return isFullStop ? beforeLetter(from: place) : .boundary(place)
    }

    /// Behind a full stop a small letter, perhaps after what is no letter, has the sentence go on.
    private func beforeLetter(from place: Int) -> Outcome? {
        var ahead = place
        while ahead < bytes.count {
            switch unit(at: ahead) {
            case .lower: return nil
            case .upper, .carriageReturn, .lineFeed, .separator, .fullStop, .mark: return .boundary(place)
            case .unknown: return .obstacle(ahead)
            case .other, .digit, .close, .blank, .goesOn, .unsettled: ahead += length(at: ahead)
            }
        }
        return .boundary(place)
    }

    private func unit(before mark: Int, from start: Int) -> Unit {
        var place = mark - 1
        while place > start, bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return place >= start ? unit(at: place) : .other
    }

    private func skip(_ unit: Unit, from offset: Int) -> Int {
        var offset = offset
        while offset < bytes.count, self.unit(at: offset) == unit { offset += length(at: offset) }
        return offset
    }

    private func endOfBreak(at offset: Int) -> Int {
        let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        return offset + (isPair ? 2 : length(at: offset))
    }
}

extension SentenceScanner {
    @inline(__always)
    private func length(at offset: Int) -> Int {
        let byte = bytes[offset]
        return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    @inline(__always)
    private func unit(at offset: Int) -> Unit {
        let byte = bytes[offset]
        return byte < 0x80 ? units[Int(byte)] : Self.unit(of: UTF8Scalars.decode(bytes, at: offset).scalar)
    }

    private static func unit(ofASCII byte: UInt8) -> Unit {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case 0x09, 0x0B, 0x0C, 0x20: .blank
        case 0x0A: .lineFeed
        case 0x0D: .carriageReturn
        case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: .close
        case UInt8(ascii: "."): .fullStop
        case UInt8(ascii: "!"), UInt8(ascii: "?"): .mark
        case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ":"): .goesOn
        case UInt8(ascii: ";"): .unsettled
        default: .other
        }
    }

    /// Of a scalar beyond ASCII.
    private static func unit(of scalar: UInt32) -> Unit {
        switch scalar {
        case 0x85, 0x2028, 0x2029: .separator
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: .blank
        case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: .close
        case 0xAA, 0xB5, 0xBA, 0xDF...0xF6, 0xF8...0xFF: .lower
        case 0xC0...0xD6, 0xD8...0xDE: .upper
        case 0xA1...0xAC, 0xAE...0xBF, 0xD7, 0xF7: .other
        case 0x2013, 0x2014: .goesOn
        case 0x2010...0x2012, 0x2015...0x2017, 0x2020...0x2023, 0x2026, 0x2027, 0x2030...0x2038, 0x20AC, 0x2122: .other
        case 0x100...0x27F, 0x400...0x47F: ICU.isLowercase(scalar) ? .lower : ICU.isUppercase(scalar) ? .upper : .unknown
        default: .unknown
        }
    }
}
