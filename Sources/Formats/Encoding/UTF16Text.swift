/// UTF-16 without knowing that it is.
package enum UTF16Text {
    package enum Order: Hashable { case little, big }

    /// The order of a text without a byte order mark, told by its pattern: in any script the high bytes of neighbouring
    /// characters are mostly the same few values, the low bytes are not, and blanks and line ends have a high byte of
    /// zero.
    package static func order(of bytes: [UInt8]) -> Order? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        let sample = bytes.prefix(8 << 10)
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let order: Order
        if zeros.odd * 50 > sample.count, zeros.even * 20 < zeros.odd {
            order = .little
        } else if zeros.even * 50 > sample.count, zeros.odd * 20 < zeros.even {
            order = .big
        } else {
            return nil
        }
        return isPlausible(sample, order) ? order : nil
    }

    /// No lone surrogates, no controls, and few different high bytes.
    private static func isPlausible(_ sample: ArraySlice<UInt8>, _ order: Order) -> Bool {
        var rows: [UInt8: Int] = [:]
        var strange = 0
        let count = sample.count / 2
        for index in 0..<count {
            let unit = unit(at: index * 2, in: sample, order)
            rows[UInt8(unit >> 8), default: 0] += 1
            if (unit < 0x20 && unit != 0x09 && unit != 0x0A && unit != 0x0D) || unit == 0xFFFF || unit == 0xFFFE {
                strange += 1
            }
        }
        let common = rows.values.sorted(by: >).prefix(3).reduce(0, +)
        return strange * 100 <= count && common * 10 >= count * 7
    }

    private static func unit(at offset: Int, in bytes: ArraySlice<UInt8>, _ order: Order) -> UInt16 {
        let first = UInt16(bytes[bytes.startIndex + offset])
        let second = UInt16(bytes[bytes.startIndex + offset + 1])
        return order == .little ? first | second << 8 : first << 8 | second
    }

    /// The text as UTF-8. Lone surrogates, NULs and an odd last byte become U+FFFD; `repaired` counts them.
    package static func decode(_ source: ArraySlice<UInt8>, _ order: Order) -> (bytes: [UInt8], repaired: Int) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var repaired = source.count % 2
        var offset = 0
        while offset + 1 < source.count {
            let first = unit(at: offset, in: source, order)
            offset += 2
            var code = UInt32(first)
            if first & 0xFC00 == 0xD800, offset + 1 < source.count,
                case let second = unit(at: offset, in: source, order), second & 0xFC00 == 0xDC00
            {
                offset += 2
                code = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
            } else if first & 0xF800 == 0xD800 || first == 0 {
                repaired += 1
                code = UTF8Writer.replacement
            }
            UTF8Writer.append(code, to: &bytes)
        }
        if source.count % 2 == 1 { UTF8Writer.append(UTF8Writer.replacement, to: &bytes) }
        return (bytes, repaired)
    }
}
