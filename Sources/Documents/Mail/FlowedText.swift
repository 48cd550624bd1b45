/// Lines of `format=flowed` (RFC 3676) made whole: a line that ends with a blank goes on in the next, where both are
/// quoted to the same depth.
enum FlowedText {
    static func unflowed(_ bytes: [UInt8], deletesBlanks: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var open: Int?
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
            var text = line.dropFirst(depth)
            if text.first == 0x20 { text = text.dropFirst() }
            let isSignature = text.elementsEqual("-- ".utf8)
            if open != depth || isSignature {
                if index > 0 { result.append(0x0A) }
                if depth > 0 { result += [UInt8](repeating: UInt8(ascii: ">"), count: depth) + [0x20] }
            }
            let isFlowed = text.last == 0x20 && !isSignature
            result += isFlowed && deletesBlanks ? text.dropLast() : text
            open = isFlowed ? depth : nil
        }
        return result
    }
}
