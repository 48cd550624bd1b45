/// What ``Printable`` does, cluster by cluster, over UTF-8 bytes.
struct Cleaner {
    /// What becomes of a scalar that may not reach a terminal.
    enum Form {
        /// A visible mark.
        case marks
        /// A blank for a control character, nothing for a format character.
        case none
    }

    let form: Form
    let kept: Printable.Kept

    /// Whether anything in `bytes` might be changed. One pass, no allocation.
    func hasWork(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        hasWork(in: bytes, range: 0..<bytes.count)
    }

    func hasWork(in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        var marks = 0
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F, !isKept(byte) { return true }
                offset += 1
                marks = 0
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
            switch ScalarKind(scalar) {
            case .plain: marks = 0
            case .mark: marks += 1
            case .spacingMark: break
            case .control, .lineBreak, .invisible, .unknown: return true
            }
            if form == .marks, marks > Printable.marksPerCluster { return true }
            offset += length
        }
        return false
    }

    private func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A: kept.contains(.lineBreaks)
        case 0x09: kept.contains(.tabs)
        default: false
        }
    }

    /// Appends what the part of `bytes` at `range` becomes. The range begins and ends between clusters.
    func append(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, to result: inout [UInt8]) {
        var start = range.lowerBound
        ICU.forEachBoundary(.grapheme, in: UnsafeBufferPointer(rebasing: bytes[range])) { boundary in
            let end = range.lowerBound + boundary.offset
            append(cluster: start..<end, of: bytes, to: &result)
            start = end
            return true
        }
    }

    /// Appends what the grapheme cluster at `range` becomes.
    func append(cluster range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        guard hasWork(in: bytes, range: range) else {
            result.append(contentsOf: bytes[range])
            return
        }
        var context = ClusterContext(bytes, range)
        var surplus = 0
        while let scalar = context.next() {
            switch fate(of: scalar, in: &context) {
            case .kept: result.append(scalar: scalar)
            case .vanishes: break
            case .blank: result.append(0x20)
            case .lineFeed: result.append(0x0A)
            case .mark:
                Self.appendMark(of: scalar, to: &result)
                context.noteReplacement()
            case .surplus: surplus += 1
            }
        }
        if surplus > 0 { result.append(contentsOf: "‹+\(surplus)›".utf8) }
    }

    /// How many columns the cluster at `range` takes when it is shown.
    func columns(ofCluster range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard hasWork(in: bytes, range: range) else { return DisplayWidth.ofCluster(bytes, in: range) }
        var shown: [UInt8] = []
        append(cluster: range, of: bytes, to: &shown)
        return shown.withUnsafeBufferPointer { DisplayWidth.of($0) }
    }
}

extension Cleaner {
    private enum Fate {
        case kept, vanishes, blank, lineFeed, mark, surplus
    }

    private func fate(of scalar: UInt32, in context: inout ClusterContext) -> Fate {
        switch ScalarKind(scalar) {
        case .plain, .spacingMark: .kept
        case .mark: form == .marks && context.countMark() > Printable.marksPerCluster ? .surplus : .kept
        case .control: fate(ofControl: scalar)
        case .lineBreak: fate(ofLineBreak: scalar, in: context)
        case .unknown: form == .marks ? .mark : .kept
        case .invisible: fate(ofInvisible: scalar, in: context)
        }
    }

    private func fate(ofControl scalar: UInt32) -> Fate {
        if scalar == 0x09 { return kept.contains(.tabs) ? .kept : .blank }
        return form == .marks ? .mark : .blank
    }

    /// The carriage return of CR LF vanishes before the line feed.
    private func fate(ofLineBreak scalar: UInt32, in context: ClusterContext) -> Fate {
        if kept.contains(.lineBreaks) { return scalar == 0x0D && context.following == 0x0A ? .vanishes : .lineFeed }
        return form == .marks ? .mark : .blank
    }

    private func fate(ofInvisible scalar: UInt32, in context: ClusterContext) -> Fate {
        let isAdvice = scalar == 0xAD || scalar == 0x200B && context.preceding.map(ICU.isComplexContext) ?? false
        if isAdvice, context.isApartWithout { return .vanishes }
        if context.isInPlace(scalar) { return .kept }
        return switch form {
        case .marks: .mark
        case .none where Self.isHarmful(scalar): context.following != nil || context.isApartWithout ? .vanishes : .blank
        case .none: .kept
        }
    }

    /// What does harm also where nobody looks, or has done its work once lines are broken: embeddings, overrides and
    /// isolates of direction, zero-width spaces and joiners, deprecated controls, annotations.
    private static func isHarmful(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x200B...0x200D, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        default: false
        }
    }

    /// The mark that stands for `scalar`: a control picture where Unicode has one, else its number.
    private static func appendMark(of scalar: UInt32, to result: inout [UInt8]) {
        switch scalar {
        case 0..<0x20: result.append(scalar: 0x2400 + scalar)
        case 0x7F: result.append(scalar: 0x2421)
        default:
            let digits = String(scalar, radix: 16, uppercase: true)
            let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
            result.append(contentsOf: "‹U+\(padding)\(digits)›".utf8)
        }
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8.
    mutating func append(scalar: UInt32) {
        append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    }
}
